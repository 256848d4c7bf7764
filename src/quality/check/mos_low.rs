//! `mos-low`: the score that a model predicts; only where the user gives the model.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `mos-low`.
pub(super) const CHECK: Check = Check {
    id: "mos-low",
    source: "DNSMOS P.835 (Reddy, Gopal and Cutler, 2022)",
    metrics: &["mos_ovrl"],
    limits: &[Limit { name: "warn", unit: "score", meaning: "a predicted score below this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.mos_ovrl?, limits.get("warn"));
    (value < limit).then(|| Hit::warn(Some(value), Some(limit)))
}
