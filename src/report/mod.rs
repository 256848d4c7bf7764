//! What people read of a check: the summary in numbers and the HTML page.

mod across;
mod page;
mod summary;

pub use across::{Across, CopyCounts, GroupRow, StandsOut, ToldCopy};
pub use page::Page;
pub use summary::{Reason, Summary, Verdicts, Worst, title};
