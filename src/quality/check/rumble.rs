//! `rumble`: below 60 Hz in the pauses; a high-pass removes it, so never more than a warning.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `rumble`.
pub(super) const CHECK: Check = Check {
    id: "rumble",
    source: "power below 60 Hz in the pauses",
    metrics: &["rumble_dbfs", "noise_floor_dbfs"],
    limits: &[
        Limit { name: "warn_dbfs", unit: "dBFS", meaning: "a level below 60 Hz above this" },
        Limit {
            name: "over_noise_db",
            unit: "dB",
            meaning: "if it is above the other noise by more than this",
        },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let rumble = measured.rumble_dbfs?;
    if rumble <= measured.noise_floor_dbfs? + limits.get("over_noise_db") {
        return None;
    }
    Hit::over(rumble, limits.get("warn_dbfs"))
}
