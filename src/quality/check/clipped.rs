//! `clipped`: samples heaped at the take's own rails, so that a clipped take that was turned down later is found too.
//!
//! Clean speech stays under a flat share of 1.6e-4 and an edge of 1.73; 2 dB of overdrive gives 4e-3 and 9.

use super::{Check, Hit, Limit, Limits, SILENT};
use crate::quality::Measurements;

/// The check `clipped`.
pub(super) const CHECK: Check = Check {
    id: "clipped",
    source: "measured against overdriven copies of clean speech; behind resamplers by the heap of equal peaks",
    metrics: &["flat", "edge", "clip_runs", "hard_clip_runs", "speech_s", "tail98_80", "crest4_db"],
    limits: &[
        Limit { name: "flat_warn", unit: "share of samples", meaning: "samples in flat tops" },
        Limit { name: "flat_reject", unit: "share of samples", meaning: "samples in flat tops" },
        Limit {
            name: "edge_warn",
            unit: "ratio",
            meaning: "density at the rail against the density below it",
        },
        Limit {
            name: "edge_reject",
            unit: "ratio",
            meaning: "density at the rail against the density below it",
        },
        Limit { name: "tail_reject_db", unit: "dB", meaning: "less spread of the high peaks than this" },
        Limit { name: "tail_crest_db", unit: "dB", meaning: "if the crest is lower than this" },
        Limit { name: "tail_speech_s", unit: "s", meaning: "and there is at least this much speech" },
    ],
    unless: SILENT,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let of = |value: Option<f64>, limit: &str| {
        let (value, limit) = (value?, limits.get(limit));
        (value >= limit).then_some((Some(value), Some(limit)))
    };
    if let Some((value, limit)) =
        of(measured.flat, "flat_reject").or_else(|| of(measured.edge, "edge_reject"))
    {
        return Some(Hit::reject(value, limit));
    }
    // Behind a resampler the flat tops are gone, and the peaks are still all alike.
    let below = |value: Option<f64>, limit: &str| value.is_some_and(|value| value < limits.get(limit));
    if measured.speech_s.is_some_and(|speech| speech >= limits.get("tail_speech_s"))
        && below(measured.tail98_80, "tail_reject_db")
        && below(measured.crest4_db, "tail_crest_db")
    {
        return Some(Hit::reject(measured.tail98_80, Some(limits.get("tail_reject_db"))));
    }
    // One flat top alone that is not hard is the round wave of a low voice: a rail is met more than once.
    let is_round = measured.clip_runs == Some(1) && measured.hard_clip_runs == Some(0);
    let edge = || of(measured.edge, "edge_warn");
    let found = if is_round { edge() } else { of(measured.flat, "flat_warn").or_else(edge) };
    found.map(|(value, limit)| Hit::warn(value, limit))
}
