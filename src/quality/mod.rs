//! The quality engine: numbers from samples, findings from numbers, a verdict from findings.
//!
//! [`Meter`] takes samples as they come and ends in [`Measurements`]; [`reading::apply`] adds what the
//! text says about them; [`judge()`] turns them into findings under a [`Policy`]. None of them opens a file.

mod accuracy;
#[cfg(test)]
mod agreement;
mod channels;
mod check;
pub(crate) mod fingerprint;
mod judge;
mod longest;
mod measure;
mod meter;
pub(crate) mod metrics;
mod model;
#[cfg(feature = "models")]
pub(crate) mod neural;
pub(crate) mod places;
mod policy;
pub mod reading;
mod rows;
pub(crate) mod session;
pub mod words;

pub use crate::severity::Severity;
pub use accuracy::{CLEAN, ErrorRate, error_rates};
pub use channels::ChannelMeter;
pub use check::{CHECKS, Check, Limit, explain};
pub use fingerprint::{Fingerprint, NearIndex};
pub use judge::{band_end_hz, judge};
pub use longest::Longest;
pub use measure::{BANDS, FrameGrid};
pub(crate) use measure::{Batch, BatchFft, LANES, Loudness, TruePeak, level_db};
pub use meter::{Meter, MeterSpec};
pub use model::{Finding, Judgement, Measurements, Verdict};
#[cfg(feature = "models")]
pub use neural::{QualityModel, SpeechModel};
pub use places::{Place, Places};
pub use policy::{
    BUILT_IN, Overrides, PROFILES, Policy, check_named, judging_sha256, known_limits, limit_allowed,
    limit_named, limit_words, limits_sha256, switched_off,
};
#[doc(inline)]
pub use reading::SpeakerRate;
pub use rows::{CheckRow, ChecksSummary, LimitRow};
pub use session::{LEAST_TAKES, SessionLevels};
