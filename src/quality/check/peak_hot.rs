//! `peak-hot`: headroom, not distortion: a peak near full scale that is not clipped.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `peak-hot`.
pub(super) const CHECK: Check = Check {
    id: "peak-hot",
    source: "judgement",
    metrics: &["peak_dbfs"],
    limits: &[Limit { name: "warn_dbfs", unit: "dBFS", meaning: "a sample peak above this" }],
    unless: &["empty-file", "digital-silence", super::TAKE_LONG, "scale-wrong", "clipped"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::over(measured.peak_dbfs?, limits.get("warn_dbfs"))
}
