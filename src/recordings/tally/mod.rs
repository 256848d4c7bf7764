//! Counts over many takes: verdicts, reasons, speakers, devices, copies, the worst.

pub mod across;
pub mod counts;
pub mod entry;
pub mod group;
#[cfg(test)]
pub(crate) mod testing;

pub use across::{Across, CopyCounts, GroupRow, Outlier, ToldCopy};
pub use counts::{Reason, Summary, Verdicts};
pub use entry::{Entry, EntryTake, Kept, Numbers};
pub use group::{Group, StandsOut, ranked, stand_out};
