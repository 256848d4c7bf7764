//! `read-too-long`: the reading time is too long for the letters of the prompt, as this speaker reads.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `read-too-long`.
pub(super) const CHECK: Check = Check {
    id: "read-too-long",
    source: "time against effective letters of the text; the halves compared by dynamic time warping",
    metrics: &["read_z", "read_spread", "twice"],
    limits: &[
        Limit {
            name: "known_warn_z",
            unit: "standard deviations",
            meaning: "longer than expected by this, for a speaker whose rate is known",
        },
        Limit {
            name: "known_reject_z",
            unit: "standard deviations",
            meaning: "longer than expected by this, for a speaker whose rate is known",
        },
        Limit {
            name: "unknown_warn_z",
            unit: "standard deviations",
            meaning: "longer than expected by this, for a speaker not heard before",
        },
        Limit {
            name: "unknown_reject_z",
            unit: "standard deviations",
            meaning: "longer than expected by this, for a speaker not heard before",
        },
        Limit {
            name: "known_spread",
            unit: "sd of log rate",
            meaning: "a speaker is known below this spread",
        },
        Limit { name: "twice_reject", unit: "ratio", meaning: "halves that are more alike than this" },
        Limit {
            name: "twice_z",
            unit: "standard deviations",
            meaning: "if it is longer than expected by this",
        },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (warn, reject) = super::reading_limits(measured, limits)?;
    let (z, limit) = (measured.read_z?, limits.get("twice_reject"));
    if let Some(twice) = measured.twice.filter(|&twice| twice < limit && z > limits.get("twice_z")) {
        return Some(Hit::reject(Some(twice), Some(limit)));
    }
    Hit::rising(z, warn, reject)
}
