//! `end-cut`: speech too close to the end, or a last frame that is still loud.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `end-cut`.
pub(super) const CHECK: Check = Check {
    id: "end-cut",
    source: "edges of the speech detector; measured at known trails",
    metrics: &["trail_ms", "trail_edge_db", "snr_db"],
    limits: &[
        Limit { name: "warn_ms", unit: "ms", meaning: "less time than this" },
        Limit { name: "reject_ms", unit: "ms", meaning: "this little time, or less" },
        Limit {
            name: "edge_db",
            unit: "dB against the speech",
            meaning: "the edge itself is louder than this: a word was cut",
        },
        Limit {
            name: "edge_snr_db",
            unit: "dB",
            meaning: "the loud edge counts only above this signal-to-noise ratio",
        },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    super::cut_edge(measured.trail_ms?, measured.trail_edge_db, measured.snr_db, limits)
}
