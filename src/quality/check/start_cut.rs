//! `start-cut`: the very first sound is loud already, or speech begins at once in a recording that has room at its end.

use super::{Check, Edge, Hit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `start-cut`.
pub(super) const CHECK: Check = Check {
    id: "start-cut",
    source: "level of the first 2.5 ms; measured on five voices, cut and trimmed in seven ways",
    metrics: &["lead_ms", "trail_ms", "lead_step_db", "quiet_db"],
    limits: super::EDGE_LIMITS,
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let edge =
        Edge { time_ms: measured.lead_ms?, other_ms: measured.trail_ms?, step_db: measured.lead_step_db };
    super::cut_edge(edge, measured.quiet_db, limits)
}
