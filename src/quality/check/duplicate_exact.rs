//! `duplicate-exact`: the same samples at the same rate as an earlier take.

use super::{Check, Hit, Limits, SILENT};
use crate::quality::Measurements;

/// The check `duplicate-exact`.
pub(super) const CHECK: Check = Check {
    id: "duplicate-exact",
    source: "equality of the samples by SHA-256",
    metrics: &["exact_copy_of"],
    limits: &[],
    unless: SILENT,
    judge,
};

fn judge(measured: &Measurements, _: Limits<'_>) -> Option<Hit> {
    measured.exact_copy_of.as_ref().map(|_| Hit::reject(None, None))
}
