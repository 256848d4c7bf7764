//! Counts over many takes: verdicts, reasons, speakers, devices, copies, the worst.

pub(crate) mod account;
pub(crate) mod across;
pub(crate) mod counts;
pub(crate) mod group;
pub(crate) mod lines;
pub(crate) mod mostly;
pub(crate) mod row;
mod spread;
#[cfg(test)]
pub(crate) mod testing;

pub use account::{CopyCounts, Tally, ToldCopy};
pub use across::{GroupRow, Outlier};
pub use counts::{Reason, Verdicts};
pub use group::{Group, StandsOut, ranked, stand_out};
pub use lines::{Checking, FaultRow, SummaryLine, TakeLine, to_text};
pub use mostly::{Mostly, mostly};
pub use row::{Badness, Kept, Numbers, SessionTake, TakeRow};
