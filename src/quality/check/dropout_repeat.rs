//! `dropout-repeat`: an exact copy of the samples just before, which no analogue sound has; tones repeat too, so only with speech.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `dropout-repeat`.
pub(super) const CHECK: Check = Check {
    id: "dropout-repeat",
    source: "measured: repeats of 3 to 20 ms in loud speech are all found, none in clean takes",
    metrics: &["repeats"],
    limits: &[Limit { name: "reject_count", unit: "repeats", meaning: "this many repeats, or more" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.repeats? as f64, limits.get("reject_count"));
    (value > 0.0 && value >= limit).then(|| Hit::reject(Some(value), Some(limit)))
}
