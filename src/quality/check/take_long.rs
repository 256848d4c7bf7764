//! `take-long`: longer than a take may be, so that no more of it is measured than its length, form, peak and hash.

use super::{Check, Hit, Limit, Limits, TAKE_LONG};
use crate::quality::Measurements;
use crate::quality::longest::Longest;

/// The check `take-long`.
pub(super) const CHECK: Check = Check {
    id: TAKE_LONG,
    source: "judgement; it also bounds the memory of whoever measures",
    metrics: &["duration_s", "frames", "sr"],
    limits: &[Limit { name: super::LONGEST, unit: "s", meaning: "a longer take than this" }],
    unless: &[],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (length, limit) = (Some(measured.duration_s), limits.get(super::LONGEST));
    if Longest::new(limit).is_exceeded_by(measured.frames, measured.sr) {
        return Some(Hit::reject(length, Some(limit)));
    }
    // Measured when less was allowed: nothing more is known of it, so that it cannot be good.
    measured.is_cut_off().then(|| Hit::reject(length, None))
}
