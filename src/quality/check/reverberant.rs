//! `reverberant`: a room lets go of a sound by 60 dB in its reverberation time; a dry voice falls faster into every closure.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `reverberant`.
pub(super) const CHECK: Check = Check {
    id: "reverberant",
    source: "fall of band levels within 60 ms; simulated rooms of known reverberation time",
    metrics: &["decay60_db"],
    limits: &[Limit { name: "warn_db", unit: "dB", meaning: "a smaller fall within 60 ms than this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.decay60_db?, limits.get("warn_db"));
    (value < limit).then(|| Hit::warn(Some(value), Some(limit)))
}
