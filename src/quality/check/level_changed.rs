//! `level-changed`: the active level against the session's median.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `level-changed`.
pub(super) const CHECK: Check = Check {
    id: "level-changed",
    source: "against the median of the session's accepted takes",
    metrics: &["level_change_db"],
    limits: &[Limit { name: "warn_db", unit: "dB", meaning: "a change in either direction above this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (change, limit) = (measured.level_change_db?, limits.get("warn_db"));
    (change.abs() > limit).then(|| Hit::warn(Some(change), Some(limit)))
}
