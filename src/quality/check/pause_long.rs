//! `pause-long`: a rest inside the sentence that a listener would notice.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `pause-long`.
pub(super) const CHECK: Check = Check {
    id: "pause-long",
    source: "judgement",
    metrics: &["longest_pause_ms"],
    limits: &[Limit { name: "warn_ms", unit: "ms", meaning: "a longer time than this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::over(measured.longest_pause_ms?, limits.get("warn_ms"))
}
