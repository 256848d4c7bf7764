//! `limited`: clipping behind a resampler, codec or limiter: the highest peaks are all alike, where those of free speech tail off.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `limited`.
pub(super) const CHECK: Check = Check {
    id: "limited",
    source: "spread of the highest peaks after 4x oversampling; free speech tails off",
    metrics: &["slope", "crest_db", "speech_s", "tail99_95", "tail98_80", "crest4_db"],
    limits: &[
        Limit {
            name: "slope",
            unit: "log ratio",
            meaning: "a steeper heap towards the rails than this, if the crest is low too",
        },
        Limit { name: "crest_db", unit: "dB", meaning: "a lower peak over the active level than this" },
        Limit {
            name: "least_speech_s",
            unit: "s",
            meaning: "less speech than this has even peaks by nature",
        },
        Limit { name: "tail99_95_db", unit: "dB", meaning: "less spread of the highest peaks than this" },
        Limit { name: "tail99_95_crest_db", unit: "dB", meaning: "if the crest is lower than this" },
        Limit { name: "tail98_80_db", unit: "dB", meaning: "less spread of the high peaks than this" },
        Limit { name: "tail98_80_crest_db", unit: "dB", meaning: "if the crest is lower than this" },
        Limit { name: "crest4_db", unit: "dB", meaning: "a lower crest than this by itself" },
    ],
    unless: &["empty-file", "digital-silence", super::TAKE_LONG, "scale-wrong", "clipped"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let below = |value: Option<f64>, limit: &str| value.is_some_and(|value| value < limits.get(limit));
    let crest = |limit: &str| below(measured.crest4_db, limit);
    if let Some(slope) = measured.slope
        && slope > limits.get("slope")
        && below(measured.crest_db, "crest_db")
    {
        return Some(Hit::warn(Some(slope), Some(limits.get("slope"))));
    }
    if measured.speech_s? < limits.get("least_speech_s") {
        return None;
    }
    let by = |value: Option<f64>, limit: &str| Some(Hit::warn(value, Some(limits.get(limit))));
    if below(measured.tail99_95, "tail99_95_db") && crest("tail99_95_crest_db") {
        by(measured.tail99_95, "tail99_95_db")
    } else if below(measured.tail98_80, "tail98_80_db") && crest("tail98_80_crest_db") {
        by(measured.tail98_80, "tail98_80_db")
    } else if crest("crest4_db") {
        by(measured.crest4_db, "crest4_db")
    } else {
        None
    }
}
