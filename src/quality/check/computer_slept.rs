//! `computer-slept`: the computer slept, or the program was stopped, while the take ran; the recorder's own clock tells.

use super::{Check, Hit, Limits};
use crate::quality::Measurements;

/// The check `computer-slept`.
pub(super) const CHECK: Check = Check {
    id: "computer-slept",
    source: "the recorder's own clock: neither it nor the sound system did anything, and audio is missing",
    metrics: &["slept_ms"],
    limits: &[],
    unless: &[],
    judge,
};

fn judge(measured: &Measurements, _: Limits<'_>) -> Option<Hit> {
    measured.slept_ms.filter(|&slept| slept > 0).map(|slept| Hit::reject(Some(slept as f64), None))
}
