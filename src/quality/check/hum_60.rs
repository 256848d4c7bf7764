//! `hum-60`: 60 Hz and its harmonics in the pauses.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `hum-60`.
pub(super) const CHECK: Check = Check {
    id: "hum-60",
    source: "least-squares fit of 60 Hz and its harmonics in the pauses",
    metrics: &["hum60", "hum60_prominence_db"],
    limits: &[
        Limit { name: "warn_dbfs", unit: "dBFS", meaning: "a level at or above this" },
        Limit { name: "reject_dbfs", unit: "dBFS", meaning: "a level at or above this" },
        Limit {
            name: "prominence_db",
            unit: "dB",
            meaning: "if it stands out of the noise by more than this",
        },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    if measured.hum60_prominence_db? <= limits.get("prominence_db") {
        return None;
    }
    Hit::rising(measured.hum60?, limits.get("warn_dbfs"), limits.get("reject_dbfs"))
}
