//! `dc-offset`: the mean of the samples; clean devices stay under 0.0005.

use super::{Check, Hit, Limit, Limits, SILENT};
use crate::quality::Measurements;

/// The check `dc-offset`.
pub(super) const CHECK: Check = Check {
    id: "dc-offset",
    source: "mean of the samples",
    metrics: &["dc"],
    limits: &[
        Limit { name: "warn", unit: "full scale 1", meaning: "mean of the samples, either sign" },
        Limit { name: "reject", unit: "full scale 1", meaning: "mean of the samples, either sign" },
    ],
    unless: SILENT,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, warn, reject) = (measured.dc?, limits.get("warn"), limits.get("reject"));
    if value.abs() >= reject {
        Some(Hit::reject(Some(value), Some(reject)))
    } else {
        (value.abs() >= warn).then(|| Hit::warn(Some(value), Some(warn)))
    }
}
