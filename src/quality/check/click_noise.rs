//! `click-noise`: short loud bursts outside speech; lips and breath make some too, so never more than a warning.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `click-noise`.
pub(super) const CHECK: Check = Check {
    id: "click-noise",
    title: "Click or knock",
    problem: "There is a click or knock near the speech.",
    fix: "Do not touch the desk, and wait a moment before pressing the key.",
    why: "Key presses and knocks beside the speech become sounds that a model may learn to expect there.",
    source: "short bursts over the noise outside speech",
    metrics: &["bursts"],
    limits: &[Limit { name: "warn_count", unit: "bursts", meaning: "this many bursts, or more" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.bursts? as f64, limits.get("warn_count"));
    (value > 0.0 && value >= limit).then(|| Hit::warn(Some(value), Some(limit)))
}
