//! `lead-silence-long`: trimming is lossless, so never more than a warning.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `lead-silence-long`.
pub(super) const CHECK: Check = Check {
    id: "lead-silence-long",
    title: "Long silence at the start",
    problem: "There is a long silence at the start.",
    fix: "It will be trimmed; start to speak soon after the signal.",
    why: "Silence costs storage and training time; it is trimmed without loss.",
    source: "judgement; other tools use 1 s",
    metrics: &["lead_ms"],
    limits: &[Limit { name: "warn_ms", unit: "ms", meaning: "a longer time than this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::over(measured.lead_ms?, limits.get("warn_ms"))
}
