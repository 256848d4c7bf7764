//! What people read of a check: the summary for a terminal and the HTML report.

mod distribution;
mod frame;
mod html;
mod page;
mod pager;
mod picture;
mod png;
mod sections;
mod take;
pub mod terminal;

pub use page::{Finish, Page};
pub use take::Links;
