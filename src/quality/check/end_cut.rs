//! `end-cut`: the very last sound is loud still, or speech ends with a recording that has room at its start.

use super::{Check, Edge, Hit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `end-cut`.
pub(super) const CHECK: Check = Check {
    id: "end-cut",
    source: "level of the last 5 ms; measured on five voices, cut and trimmed in seven ways",
    metrics: &["trail_ms", "lead_ms", "trail_step_db", "quiet_db"],
    limits: super::EDGE_LIMITS,
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let edge =
        Edge { time_ms: measured.trail_ms?, other_ms: measured.lead_ms?, step_db: measured.trail_step_db };
    super::cut_edge(edge, measured.quiet_db, limits)
}
