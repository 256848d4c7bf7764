//! `read-incomplete`: the reading time is too short for the letters of the prompt, as this speaker reads.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `read-incomplete`.
pub(super) const CHECK: Check = Check {
    id: "read-incomplete",
    source: "time against effective letters of the text, learnt per speaker; five voices, 1,083 takes",
    metrics: &["read_z", "read_spread"],
    limits: &[
        Limit {
            name: "known_warn_z",
            unit: "standard deviations",
            meaning: "shorter than expected by this, for a speaker whose rate is known",
        },
        Limit {
            name: "known_reject_z",
            unit: "standard deviations",
            meaning: "shorter than expected by this, for a speaker whose rate is known",
        },
        Limit {
            name: "unknown_warn_z",
            unit: "standard deviations",
            meaning: "shorter than expected by this, for a speaker not heard before",
        },
        Limit {
            name: "unknown_reject_z",
            unit: "standard deviations",
            meaning: "shorter than expected by this, for a speaker not heard before",
        },
        Limit {
            name: "known_spread",
            unit: "sd of log rate",
            meaning: "a speaker is known below this spread",
        },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (warn, reject) = super::reading_limits(measured, limits)?;
    Hit::falling(measured.read_z?, warn, reject)
}
