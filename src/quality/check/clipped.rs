//! `clipped`: samples heaped at the take's own rails, so that a clipped take that was turned down later is found too.
//!
//! Clean speech stays under a flat share of 1.6e-4 and an edge of 1.73; 2 dB of overdrive gives 4e-3 and 9.

use super::{Check, Hit, Limit, Limits, SILENT};
use crate::quality::Measurements;

/// The check `clipped`.
pub(super) const CHECK: Check = Check {
    id: "clipped",
    title: "Too loud, distorted",
    problem: "Your voice was too loud and got distorted.",
    fix: "Turn the input level down or move back a hand's width.",
    metrics: &["flat", "edge"],
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
    ],
    unless: SILENT,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let of = |value: Option<f64>, limit: &str| {
        let (value, limit) = (value?, limits.get(limit));
        (value >= limit).then_some((Some(value), Some(limit)))
    };
    let found = |flat: &str, edge: &str| of(measured.flat, flat).or_else(|| of(measured.edge, edge));
    found("flat_reject", "edge_reject")
        .map(|(value, limit)| Hit::reject(value, limit))
        .or_else(|| found("flat_warn", "edge_warn").map(|(value, limit)| Hit::warn(value, limit)))
}
