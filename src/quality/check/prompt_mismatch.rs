//! `prompt-mismatch`: a recogniser's words against the prompt; only for takes that were transcribed.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `prompt-mismatch`.
pub(super) const CHECK: Check = Check {
    id: "prompt-mismatch",
    source: "character error rate (Levenshtein, 1966) after normalisation for the language",
    metrics: &["cer"],
    limits: &[
        Limit { name: "warn", unit: "error rate", meaning: "a character error rate above this" },
        Limit { name: "reject", unit: "error rate", meaning: "a character error rate above this" },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, warn, reject) = (measured.cer?, limits.get("warn"), limits.get("reject"));
    if value > reject { Some(Hit::reject(Some(value), Some(reject))) } else { Hit::over(value, warn) }
}
