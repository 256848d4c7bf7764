//! `dropout-silent`: a stretch of equal samples between loud ones, which no analogue sound has.

use super::{Check, Hit, Limit, Limits, SILENT};
use crate::quality::Measurements;

/// The check `dropout-silent`.
pub(super) const CHECK: Check = Check {
    id: "dropout-silent",
    source: "measured: gaps of 3 to 20 ms in loud speech are all found, none in clean takes",
    metrics: &["dropouts"],
    limits: &[Limit { name: "reject_count", unit: "gaps", meaning: "this many gaps, or more" }],
    unless: SILENT,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.dropouts? as f64, limits.get("reject_count"));
    (value > 0.0 && value >= limit).then(|| Hit::reject(Some(value), Some(limit)))
}
