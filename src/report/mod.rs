//! What people read of a check: the summary for a terminal and the HTML report.

mod distribution;
mod english;
mod finish;
mod frame;
mod html;
mod page;
mod pager;
mod picture;
mod png;
mod sections;
mod take;
pub mod terminal;

pub use finish::Finish;
pub use page::Page;
pub use take::Links;
