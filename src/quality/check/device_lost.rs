//! `device-lost`: the microphone went away, slept or was changed while the take ran, as the recorder was told.

use super::{Check, Hit, Limits};
use crate::quality::Measurements;

/// The check `device-lost`.
pub(super) const CHECK: Check = Check {
    id: "device-lost",
    source: "the sound system's own word; what was recorded sounds whole as far as it goes",
    metrics: &["device_lost"],
    limits: &[],
    unless: &[],
    judge,
};

fn judge(measured: &Measurements, _: Limits<'_>) -> Option<Hit> {
    (measured.device_lost? > 0).then(|| Hit::reject(None, None))
}
