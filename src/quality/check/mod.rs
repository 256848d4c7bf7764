//! The checks: one small file each, in the order of importance.
//!
//! A check reads measurements and limits, never samples, so a changed policy judges a corpus anew
//! without touching its audio.

mod capture_xrun;
mod channel_dead;
mod channels_differ;
mod channels_identical;
mod channels_inverted;
mod click_noise;
mod clipped;
mod computer_slept;
mod dc_offset;
mod device_lost;
mod digital_silence;
mod dropout_repeat;
mod dropout_silent;
mod duplicate_exact;
mod duplicate_near;
mod empty_file;
mod end_cut;
mod format_low;
mod hum_50;
mod hum_60;
mod lead_silence_long;
mod level_changed;
mod limited;
mod mos_low;
mod narrowband;
mod no_speech;
mod noise_gated;
mod noisy;
mod pause_long;
mod peak_hot;
mod prompt_mismatch;
mod read_incomplete;
mod read_too_long;
mod reverberant;
mod room_changed;
mod rumble;
mod scale_wrong;
mod speech_doubtful;
mod start_cut;
mod take_long;
mod too_quiet;
mod trail_silence_long;
mod unreadable_file;
mod upsampled;

use super::model::Measurements;
use crate::messages::{FindingText, Language, say};
use crate::severity::Severity;

/// All checks, most important first: what was lost or is not there, then what was heard, then the rest. A cause comes before
/// what it leads to: a voice that is hardly there sounds noisy, cut and too short.
pub const CHECKS: &[&Check] = &[
    &unreadable_file::CHECK,
    &device_lost::CHECK,
    &computer_slept::CHECK,
    &empty_file::CHECK,
    &digital_silence::CHECK,
    &take_long::CHECK,
    &scale_wrong::CHECK,
    &capture_xrun::CHECK,
    &dropout_silent::CHECK,
    &no_speech::CHECK,
    &too_quiet::CHECK,
    &dropout_repeat::CHECK,
    &clipped::CHECK,
    &start_cut::CHECK,
    &end_cut::CHECK,
    &read_incomplete::CHECK,
    &read_too_long::CHECK,
    &prompt_mismatch::CHECK,
    &duplicate_exact::CHECK,
    &duplicate_near::CHECK,
    &noisy::CHECK,
    &narrowband::CHECK,
    &format_low::CHECK,
    &channel_dead::CHECK,
    &channels_inverted::CHECK,
    &channels_differ::CHECK,
    &noise_gated::CHECK,
    &limited::CHECK,
    &hum_50::CHECK,
    &hum_60::CHECK,
    &rumble::CHECK,
    &click_noise::CHECK,
    &reverberant::CHECK,
    &level_changed::CHECK,
    &room_changed::CHECK,
    &upsampled::CHECK,
    &peak_hot::CHECK,
    &dc_offset::CHECK,
    &pause_long::CHECK,
    &lead_silence_long::CHECK,
    &trail_silence_long::CHECK,
    &mos_low::CHECK,
    &speech_doubtful::CHECK,
    &channels_identical::CHECK,
];

/// One check: the metrics it reads and the limits it knows. Its words stand in the catalogues of
/// [`messages`](crate::messages), by its id.
#[derive(Debug)]
#[non_exhaustive]
pub struct Check {
    /// The id, stable for ever (`clipped`).
    pub id: &'static str,
    /// Where the measure and its limits come from.
    pub source: &'static str,
    /// The fields of [`Measurements`] that it reads.
    pub metrics: &'static [&'static str],
    /// The limits that a policy sets for it.
    pub limits: &'static [Limit],
    /// Checks of higher rank that explain the take already: when one of them fired, this one is silent.
    pub unless: &'static [&'static str],
    pub(super) judge: fn(&Measurements, Limits<'_>) -> Option<Hit>,
}

impl Check {
    /// Says one of its texts.
    pub fn say(&self, language: Language, text: FindingText) -> String {
        say(language, &text.of(self.id))
    }
}

/// One limit of a check; its values stand in the policy.
#[derive(Debug)]
#[non_exhaustive]
pub struct Limit {
    /// The name, with its unit (`warn_db`).
    pub name: &'static str,
    /// The unit in words.
    pub unit: &'static str,
    /// What crosses it.
    pub meaning: &'static str,
}

/// The check of the greatest length of a take, which cannot be switched off, and its limit.
pub(super) const TAKE_LONG: &str = "take-long";
pub(super) const LONGEST: &str = "reject_s";

/// Checks that leave nothing else to hear.
const SILENT: &[&str] = &["empty-file", "digital-silence", TAKE_LONG, "scale-wrong"];
/// Checks that leave no speech to judge.
const SPEECHLESS: &[&str] = &["empty-file", "digital-silence", TAKE_LONG, "scale-wrong", "no-speech"];

/// The limits of one check under one policy.
#[derive(Clone, Copy)]
pub(super) struct Limits<'a> {
    pub(super) of: &'static Check,
    /// In the order in which the check names them.
    pub(super) values: &'a [f64],
}

impl Limits<'_> {
    /// Returns a limit; a policy holds every limit by construction, and a missing one would never be crossed.
    fn get(self, name: &str) -> f64 {
        let at = self.of.limits.iter().position(|limit| limit.name == name);
        at.and_then(|at| self.values.get(at)).copied().unwrap_or(f64::NAN)
    }
}

/// A crossed limit.
pub(super) struct Hit {
    pub(super) severity: Severity,
    pub(super) value: Option<f64>,
    pub(super) limit: Option<f64>,
}

impl Hit {
    fn warn(value: Option<f64>, limit: Option<f64>) -> Self {
        Self { severity: Severity::Warn, value, limit }
    }

    fn reject(value: Option<f64>, limit: Option<f64>) -> Self {
        Self { severity: Severity::Reject, value, limit }
    }

    fn info(value: Option<f64>, limit: Option<f64>) -> Self {
        Self { severity: Severity::Info, value, limit }
    }

    /// Rejects a value under its limit.
    fn under(value: f64, reject: f64) -> Option<Self> {
        (value < reject).then(|| Self::reject(Some(value), Some(reject)))
    }

    /// Warns of a value over its limit.
    fn over(value: f64, warn: f64) -> Option<Self> {
        (value > warn).then(|| Self::warn(Some(value), Some(warn)))
    }

    /// Judges a value that is bad when high; the limits themselves are crossed.
    fn rising(value: f64, warn: f64, reject: f64) -> Option<Self> {
        if value >= reject {
            Some(Self::reject(Some(value), Some(reject)))
        } else {
            (value >= warn).then(|| Self::warn(Some(value), Some(warn)))
        }
    }

    /// Judges a value that is bad when low; the limits themselves are crossed.
    fn falling(value: f64, warn: f64, reject: f64) -> Option<Self> {
        if value <= reject {
            Some(Self::reject(Some(value), Some(reject)))
        } else {
            (value <= warn).then(|| Self::warn(Some(value), Some(warn)))
        }
    }
}

/// The limits of both edges.
const EDGE_LIMITS: &[Limit] = &[
    Limit {
        name: "edge_warn_db",
        unit: "dB against the speech",
        meaning: "the very edge is louder than this",
    },
    Limit {
        name: "edge_db",
        unit: "dB against the speech",
        meaning: "the very edge is louder than this: a word was cut",
    },
    Limit {
        name: "edge_over_db",
        unit: "dB",
        meaning: "the edge counts only where it is this far above the quietest of the take",
    },
    Limit {
        name: "room_ms",
        unit: "ms",
        meaning: "with this much time at the other edge nobody trimmed the recording",
    },
    Limit { name: "near_ms", unit: "ms", meaning: "there, this little time or less" },
    Limit {
        name: "near_db",
        unit: "dB against the speech",
        meaning: "and an edge that is louder than this: a word was cut",
    },
    Limit {
        name: "near_quiet_db",
        unit: "dB against the speech",
        meaning: "and the quietest of the take under this, so that the edge can be told",
    },
];

/// One edge of a take: the time from there to the speech, that at the other edge, and the level of the edge itself.
#[derive(Clone, Copy)]
struct Edge {
    time_ms: f64,
    other_ms: f64,
    step_db: Option<f64>,
}

/// Judges an edge by what stands there, not by the time: a recording that was trimmed has none at either edge. Only where the
/// other edge has room is a word at this one a word that went on outside.
fn cut_edge(edge: Edge, quiet_db: Option<f64>, limits: Limits<'_>) -> Option<Hit> {
    let (step_db, quiet_db, near_ms) = (edge.step_db?, quiet_db?, limits.get("near_ms"));
    let is_open = edge.other_ms >= limits.get("room_ms")
        && edge.time_ms <= near_ms
        && quiet_db < limits.get("near_quiet_db");
    let cut_db = if is_open { limits.get("near_db") } else { limits.get("edge_db") };
    let warn_db = limits.get("edge_warn_db");
    let is_heard = step_db > quiet_db + limits.get("edge_over_db");
    if is_heard && step_db > cut_db {
        Some(Hit::reject(Some(step_db), Some(cut_db)))
    } else if is_heard && step_db > warn_db {
        Some(Hit::warn(Some(step_db), Some(warn_db)))
    } else {
        is_open.then(|| Hit::warn(Some(edge.time_ms), Some(near_ms)))
    }
}

/// The check that says where the band ends.
pub(super) const BAND: &Check = &narrowband::CHECK;

/// Returns where the band ends, or `None` when it is whole as far as can be told.
pub(super) fn band_hz(measured: &Measurements, limits: Limits<'_>) -> Option<f64> {
    /// Codecs fold their own images about 11 to 12 kHz.
    const HIGH_HZ: f64 = 10_000.0;
    let cliff_hz = measured
        .cliff_hz
        .filter(|_| measured.cliff_step.is_some_and(|step| step >= limits.get("cliff_step_db")));
    let mirror_hz = measured.mirror_hz.filter(|&hz| {
        let limit = if hz < HIGH_HZ { "mirror" } else { "mirror_high" };
        measured.mirror.is_some_and(|coherence| coherence >= limits.get(limit))
    });
    match (cliff_hz, mirror_hz) {
        (Some(cliff), Some(mirror)) => Some(cliff.min(mirror)),
        (cliff, mirror) => cliff.or(mirror),
    }
}

/// Chooses the reading limits (warn, reject) by what is known of the speaker.
fn reading_limits(measured: &Measurements, limits: Limits<'_>) -> Option<(f64, f64)> {
    Some(if measured.read_spread? < limits.get("known_spread") {
        (limits.get("known_warn_z"), limits.get("known_reject_z"))
    } else {
        (limits.get("unknown_warn_z"), limits.get("unknown_reject_z"))
    })
}

/// Returns the check of this id.
pub fn explain(id: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.id == id)
}

#[cfg(test)]
mod tests;
