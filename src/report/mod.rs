//! What people read of a check: the summary for a terminal and the HTML report.

mod across;
mod distribution;
mod entry;
mod frame;
mod group;
mod html;
mod page;
mod pager;
mod picture;
mod places;
mod png;
mod sections;
mod summary;
mod take;
pub mod terminal;
#[cfg(test)]
mod testing;

pub use across::{Across, CopyCounts, GroupRow, Outlier, ToldCopy};
pub use entry::{Entry, EntryTake, Kept, Numbers};
pub use group::{Group, StandsOut, ranked, stand_out};
pub use page::{Finish, Page};
pub use summary::{Reason, Summary, Verdicts, Words, title, words};
pub use take::Links;
