//! `capture-xrun`: overruns and gaps that the recorder counted; a spliced gap cannot be heard out of the audio later.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `capture-xrun`.
pub(super) const CHECK: Check = Check {
    id: "capture-xrun",
    source: "the recorder's own count; LPC residuals of spliced and clean speech overlap completely",
    metrics: &["xruns"],
    limits: &[Limit { name: "reject_count", unit: "faults", meaning: "this many overruns or gaps, or more" }],
    unless: &[],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.xruns? as f64, limits.get("reject_count"));
    (value > 0.0 && value >= limit).then(|| Hit::reject(Some(value), Some(limit)))
}
