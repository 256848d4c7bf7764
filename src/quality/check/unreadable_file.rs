//! `unreadable-file`: the header or the stream is broken, or shorter than it says.

use super::{Check, Hit, Limits};
use crate::quality::Measurements;

/// The check `unreadable-file`.
pub(super) const CHECK: Check = Check {
    id: "unreadable-file",
    source: "RIFF/WAVE (IBM and Microsoft, 1991) and its extensions",
    metrics: &[],
    limits: &[],
    unless: &[],
    judge,
};

fn judge(measured: &Measurements, _: Limits<'_>) -> Option<Hit> {
    measured.unmeasured.contains_key(Measurements::UNREADABLE).then(|| Hit::reject(None, None))
}
