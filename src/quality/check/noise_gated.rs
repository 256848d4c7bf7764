//! `noise-gated`: digital silence between the words, where every room has noise.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `noise-gated`.
pub(super) const CHECK: Check = Check {
    id: "noise-gated",
    source: "share of digital silence outside speech; clean takes have none",
    metrics: &["gate_share"],
    limits: &[
        Limit { name: "warn", unit: "share", meaning: "this share of the frames outside speech, or more" },
        Limit { name: "reject", unit: "share", meaning: "this share of the frames outside speech, or more" },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::rising(measured.gate_share?, limits.get("warn"), limits.get("reject"))
}
