//! Counts over many takes: verdicts, reasons, speakers, devices, copies, the worst.

pub mod account;
pub mod across;
pub mod counts;
pub mod group;
pub mod lines;
pub mod row;
mod spread;
#[cfg(test)]
pub(crate) mod testing;

pub use account::{CopyCounts, Tally, ToldCopy};
pub use across::{GroupRow, Outlier};
pub use counts::{Reason, Verdicts};
pub use group::{Group, StandsOut, ranked, stand_out};
pub use row::{Badness, Kept, Numbers, SessionTake, TakeRow};
