//! The quality engine: numbers from samples, findings from numbers, a verdict from findings.
//!
//! [`Meter`] takes samples as they come and ends in [`Measurements`]; [`reading::apply`] adds what the
//! text says about them; [`judge`] turns them into findings under a [`Policy`]. None of them opens a file.

pub mod accuracy;
#[cfg(test)]
mod agreement;
mod channels;
mod check;
pub mod fingerprint;
mod judge;
mod measure;
mod meter;
pub mod metrics;
mod model;
#[cfg(feature = "models")]
pub mod neural;
pub mod places;
mod policy;
pub mod reading;
pub mod session;
pub mod words;

pub use crate::severity::Severity;
pub use channels::ChannelMeter;
pub use check::{CHECKS, Check, Limit, explain};
pub use judge::{band_end_hz, judge};
pub use measure::{BANDS, Batch, BatchFft, FrameGrid, LANES};
pub use meter::{Meter, MeterSpec};
pub use model::{Finding, Judgement, Measurements, Verdict};
pub use places::{Place, Places};
pub use policy::{BUILT_IN, Overrides, PROFILES, Policy};
