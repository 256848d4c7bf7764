//! `scale-wrong`: floats that were never divided by full scale, as arrays of integers saved as they are.
//!
//! Overshoots of lossy coding and of mixing stay under 12 dB; numbers of 16-bit speech are 60 to 90 dB over full scale.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `scale-wrong`.
pub(super) const CHECK: Check = Check {
    id: "scale-wrong",
    source: "sample peak: floats saved without division by 32768 (scipy, librosa)",
    metrics: &["peak_dbfs"],
    limits: &[Limit { name: "reject_dbfs", unit: "dBFS", meaning: "a sample peak at or above this" }],
    unless: &["empty-file", "digital-silence"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.peak_dbfs?, limits.get("reject_dbfs"));
    (value >= limit).then(|| Hit::reject(Some(value), Some(limit)))
}
