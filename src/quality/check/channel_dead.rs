//! `channel-dead`: one of two channels carries nothing.

use super::{Check, Hit, Limit, Limits, SILENT};
use crate::quality::Measurements;

/// The check `channel-dead`.
pub(super) const CHECK: Check = Check {
    id: "channel-dead",
    source: "level of the first two channels",
    metrics: &["channel_balance_db"],
    limits: &[Limit { name: "warn_db", unit: "dB", meaning: "a difference of the two sides above this" }],
    unless: SILENT,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (balance, limit) = (measured.channel_balance_db?, limits.get("warn_db"));
    (balance.abs() > limit).then(|| Hit::warn(Some(balance), Some(limit)))
}
