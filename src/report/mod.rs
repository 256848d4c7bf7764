//! What people read of a check: the summary in numbers and the HTML page.

mod page;
mod summary;

pub use page::Page;
pub use summary::{Reason, Summary, Verdicts, Worst, title};
