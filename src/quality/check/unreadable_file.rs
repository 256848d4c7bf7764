//! `unreadable-file`: the header or the stream is broken, or shorter than it says.

use super::{Check, Hit, Limits};
use crate::quality::Measurements;

/// The check `unreadable-file`.
pub(super) const CHECK: Check = Check {
    id: "unreadable-file",
    title: "File cannot be read",
    problem: "The file cannot be read as audio.",
    fix: "Record it again.",
    why: "A file that ends before its header says, or is no audio, would be cut or refused by every trainer, often without a word.",
    source: "RIFF/WAVE (IBM and Microsoft, 1991) and its extensions",
    metrics: &[],
    limits: &[],
    unless: &[],
    judge,
};

fn judge(measured: &Measurements, _: Limits<'_>) -> Option<Hit> {
    measured.unmeasured.contains_key(Measurements::UNREADABLE).then(|| Hit::reject(None, None))
}
