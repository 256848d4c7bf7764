//! `duplicate-near`: the fingerprint of an earlier take; a second reading is no copy.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `duplicate-near`.
pub(super) const CHECK: Check = Check {
    id: "duplicate-near",
    source: "spectral fingerprint after Haitsma and Kalker (2002)",
    metrics: &["near_copy_ber"],
    limits: &[Limit {
        name: "warn_ber",
        unit: "share of bits",
        meaning: "a lower share of different clear bits of the fingerprints than this",
    }],
    unless: &["empty-file", "digital-silence", super::TAKE_LONG, "no-speech", "duplicate-exact"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.near_copy_ber?, limits.get("warn_ber"));
    (value < limit).then(|| Hit::warn(Some(value), Some(limit)))
}
