//! `speech-doubtful`: a neural detector's second opinion; only where the user gives the model.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `speech-doubtful`.
pub(super) const CHECK: Check = Check {
    id: "speech-doubtful",
    source: "a neural speech detector, as the user supplies it",
    metrics: &["neural_share"],
    limits: &[Limit { name: "warn", unit: "share", meaning: "a smaller share of the speech than this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.neural_share?, limits.get("warn"));
    (value < limit).then(|| Hit::warn(Some(value), Some(limit)))
}
