//! `no-speech`: the shortest of 250 single-word clips had 0.33 s of speech.

use super::{Check, Hit, Limit, Limits, SILENT};
use crate::quality::Measurements;

/// The check `no-speech`.
pub(super) const CHECK: Check = Check {
    id: "no-speech",
    source: "measured: the shortest of 250 single-word clips holds 0.33 s",
    metrics: &["speech_s"],
    limits: &[Limit { name: "reject_s", unit: "s", meaning: "less speech than this is none" }],
    unless: SILENT,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::under(measured.speech_s?, limits.get("reject_s"))
}
