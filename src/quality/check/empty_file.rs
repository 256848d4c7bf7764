//! `empty-file`: too short to hold a word.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `empty-file`.
pub(super) const CHECK: Check = Check {
    id: "empty-file",
    source: "judgement",
    metrics: &["duration_s"],
    limits: &[Limit { name: "reject_s", unit: "s", meaning: "shorter than this is empty" }],
    unless: &["unreadable-file"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::under(measured.duration_s, limits.get("reject_s"))
}
