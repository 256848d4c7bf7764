//! `no-speech`: less than a short word, or a sound that hardly stands out of the noise.

use super::{Check, Hit, Limit, Limits, SILENT};
use crate::quality::Measurements;

/// The check `no-speech`.
pub(super) const CHECK: Check = Check {
    id: "no-speech",
    source: "measured: of 3,000 spoken digits the shortest hold 0.1 s; noise that is taken for speech stands out by less than 15 dB",
    metrics: &["speech_s", "snr_db", "snr_method"],
    limits: &[
        Limit { name: "reject_s", unit: "s", meaning: "less speech than this is none" },
        Limit { name: "doubt_s", unit: "s", meaning: "less speech than this is some only where it is clear" },
        Limit {
            name: "clear_db",
            unit: "dB",
            meaning: "a signal-to-noise ratio in the pauses of at least this is clear",
        },
    ],
    unless: SILENT,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let speech_s = measured.speech_s?;
    // Without a pause nearly all of the take is speech.
    let is_clear =
        !measured.has_noise_measured() || measured.snr_db.is_some_and(|snr| snr >= limits.get("clear_db"));
    Hit::under(speech_s, limits.get(if is_clear { "reject_s" } else { "doubt_s" }))
}
