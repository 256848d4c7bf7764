//! `digital-silence`: no sample leaves zero by more than one step of 16-bit scale, which no microphone does.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `digital-silence`.
pub(super) const CHECK: Check = Check {
    id: "digital-silence",
    source: "arithmetic of 16-bit samples",
    metrics: &["max_lsb"],
    limits: &[Limit {
        name: "reject_lsb",
        unit: "steps of 16-bit scale",
        meaning: "no sample above this is silence",
    }],
    unless: &["empty-file"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.max_lsb?, limits.get("reject_lsb"));
    (value <= limit).then(|| Hit::reject(Some(value), Some(limit)))
}
