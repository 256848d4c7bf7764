//! `trail-silence-long`: trimming is lossless, so never more than a warning.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `trail-silence-long`.
pub(super) const CHECK: Check = Check {
    id: "trail-silence-long",
    source: "judgement; other tools use 1 s",
    metrics: &["trail_ms"],
    limits: &[Limit { name: "warn_ms", unit: "ms", meaning: "a longer time than this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::over(measured.trail_ms?, limits.get("warn_ms"))
}
