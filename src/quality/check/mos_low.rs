//! `mos-low`: the score that a model predicts; only where the user gives the model.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `mos-low`.
pub(super) const CHECK: Check = Check {
    id: "mos-low",
    title: "May sound poor",
    problem: "This may sound poor.",
    fix: "Listen to it, and read it again if it does.",
    metrics: &["mos_ovrl"],
    limits: &[Limit { name: "warn", unit: "score", meaning: "a predicted score below this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.mos_ovrl?, limits.get("warn"));
    (value < limit).then(|| Hit::warn(Some(value), Some(limit)))
}
