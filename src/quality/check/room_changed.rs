//! `room-changed`: the noise floor against the session's median.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `room-changed`.
pub(super) const CHECK: Check = Check {
    id: "room-changed",
    source: "against the median of the session's accepted takes",
    metrics: &["room_change_db"],
    limits: &[Limit { name: "warn_db", unit: "dB", meaning: "a rise above this" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::over(measured.room_change_db?, limits.get("warn_db"))
}
