//! The values of the quality engine: measurements, findings, verdicts.

use crate::digest::Sha256;
use crate::messages::Message;
use crate::severity::Severity;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// What was measured of one take. `None` means not measurable, and [`Measurements::unmeasured`] says why.
///
/// Numbers are rounded before they are stored (levels to 0.01 dB, shares to 1e-7, times to 1 ms), so
/// that they are the same on every machine. Full scale is 1.0; a full-scale sine has an RMS level of
/// -3.01 dBFS.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measurements {
    /// Duration in seconds, from frames and rate.
    pub duration_s: f64,
    /// Frames (samples per channel).
    pub frames: u64,
    /// Sample rate in hertz.
    pub sr: u32,
    /// Bits per sample of the file.
    pub bits: u16,
    /// Channels of the file.
    pub channels: u16,
    /// The channel that was measured, from 0.
    pub channel: u16,
    /// Greatest sample magnitude, dB below full scale.
    pub peak_dbfs: Option<f64>,
    /// Greatest magnitude after 4x oversampling (ITU-R BS.1770-4, annex 2).
    pub true_peak_dbtp: Option<f64>,
    /// Plain RMS level.
    pub rms_dbfs: Option<f64>,
    /// Active speech level (ITU-T P.56, method B) after the 80 Hz high-pass.
    pub active_dbov: Option<f64>,
    /// Share of time that is active speech, 0 to 1 (ITU-T P.56).
    pub activity: Option<f64>,
    /// Integrated loudness (ITU-R BS.1770-4), LUFS.
    pub lufs: Option<f64>,
    /// Level of the frames outside speech.
    pub noise_floor_dbfs: Option<f64>,
    /// Signal-to-noise ratio: active speech level over the noise outside speech.
    pub snr_db: Option<f64>,
    /// How the ratio was found: `vad`, from the pauses, or `histogram`, an estimate where there is none.
    pub snr_method: Option<String>,
    /// Time before the first speech frame, in milliseconds.
    pub lead_ms: Option<f64>,
    /// Time after the last speech frame, in milliseconds.
    pub trail_ms: Option<f64>,
    /// Level of the first 3 frames against the mean speech level, dB.
    pub lead_edge_db: Option<f64>,
    /// Level of the last 3 frames against the mean speech level, dB.
    pub trail_edge_db: Option<f64>,
    /// Level of the very first sound against the mean speech level, dB: that of the first 0.125 ms or of the first 2.5 ms, whichever
    /// is lower.
    pub lead_step_db: Option<f64>,
    /// Level of the last 5 ms against the mean speech level, dB.
    pub trail_step_db: Option<f64>,
    /// Level of the quietest frames (5th percentile) against the mean speech level, dB: the noise is no louder.
    pub quiet_db: Option<f64>,
    /// Speech time in seconds (speech frames times 10 ms).
    pub speech_s: Option<f64>,
    /// First to last speech frame without inner pauses of 250 ms and more, in seconds.
    pub said_s: Option<f64>,
    /// First to last speech frame, in seconds.
    pub span_s: Option<f64>,
    /// Longest pause inside the speech, in milliseconds.
    pub longest_pause_ms: Option<f64>,
    /// Mean of the samples, full scale 1.
    pub dc: Option<f64>,
    /// Share of samples in flat tops at the file's own rails.
    pub flat: Option<f64>,
    /// Density at the file's own rail against the density below it.
    pub edge: Option<f64>,
    /// How the counts of samples fall towards the rails: log of the top tenth over the tenth below.
    pub slope: Option<f64>,
    /// Spread of the highest peaks of 2.5 ms after 4x oversampling, 99th over 95th percentile, dB.
    pub tail99_95: Option<f64>,
    /// The same, 98th over 80th percentile, dB.
    pub tail98_80: Option<f64>,
    /// Peak after 4x oversampling at 16 kHz minus active level, dB.
    pub crest4_db: Option<f64>,
    /// Flat tops at either rail: runs of at least 0.19 ms (and 3 samples) within 0.4 % of it.
    pub clip_runs: Option<u64>,
    /// Those of them within 0.1 % of the rail.
    pub hard_clip_runs: Option<u64>,
    /// Peak minus active level, dB.
    pub crest_db: Option<f64>,
    /// Greatest sample magnitude in steps of 16-bit scale.
    pub max_lsb: Option<f64>,
    /// Used bits: bits minus the trailing zero bits common to all samples (integer formats).
    pub used_bits: Option<u16>,
    /// Stretches of at least 2 ms of equal samples between loud neighbours.
    pub dropouts: Option<u64>,
    /// Exact repeats of at least 48 samples within 250 ms.
    pub repeats: Option<u64>,
    /// Frequency above which the spectrum falls off, in hertz.
    pub cliff_hz: Option<f64>,
    /// Depth of that fall, dB.
    pub cliff_step: Option<f64>,
    /// Power from 4.5 to 8 kHz over the power of the whole band, dB.
    pub hf_ratio_db: Option<f64>,
    /// Phase coherence of the spectrum with its mirror image about an old Nyquist frequency, 0 to 1.
    pub mirror: Option<f64>,
    /// The frequency of that mirror, in hertz.
    pub mirror_hz: Option<f64>,
    /// Level of 50 Hz and its harmonics outside speech, dBFS.
    pub hum50: Option<f64>,
    /// That level against the rest of the band from 30 to 1000 Hz, dB.
    pub hum50_prominence_db: Option<f64>,
    /// Level of 60 Hz and its harmonics outside speech, dBFS.
    pub hum60: Option<f64>,
    /// That level against the rest of the band from 30 to 1000 Hz, dB.
    pub hum60_prominence_db: Option<f64>,
    /// Level below 60 Hz outside speech, dBFS.
    pub rumble_dbfs: Option<f64>,
    /// Share of the frames outside speech that are digital silence, 0 to 1.
    pub gate_share: Option<f64>,
    /// Short loud bursts outside speech.
    pub bursts: Option<u64>,
    /// How far band levels fall within 60 ms, dB: little in a room that echoes.
    pub decay60_db: Option<f64>,
    /// Likeness of the second half to the first over that of its reversal: 1 for any talk, low for one text read twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twice: Option<f64>,
    /// Level of the first channel against the second, dB; two channels and more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_balance_db: Option<f64>,
    /// Correlation of the first two channels, -1 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_correlation: Option<f64>,
    /// How alike the levels of the first two channels rise and fall, as a correlation, if both speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_likeness: Option<f64>,
    /// Greatest difference of the first two channels, in steps of 16-bit scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_difference_lsb: Option<f64>,
    /// Speech span over the span expected from the text.
    pub dur_ratio: Option<f64>,
    /// How unusual the reading time is for the text, in standard deviations.
    pub read_z: Option<f64>,
    /// What was not known of the speaker's reading rate: standard deviation of its logarithm.
    pub read_spread: Option<f64>,
    /// Overruns and gaps that the recorder saw inside the take.
    pub xruns: Option<u64>,
    /// 1 when the microphone went away inside the take.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_lost: Option<u64>,
    /// Milliseconds that the computer slept inside the take, if audio is missing for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slept_ms: Option<u64>,
    /// Active level against the median of the session's takes, dB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level_change_db: Option<f64>,
    /// Noise floor against the median of the session's takes, dB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room_change_db: Option<f64>,
    /// The earlier take or file whose samples are the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact_copy_of: Option<String>,
    /// The earlier take or file that sounds the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near_copy_of: Option<String>,
    /// Share of the bits that differ among those that are clear in both fingerprints, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near_copy_ber: Option<f64>,
    /// Character error rate of a recogniser's words against the prompt, 0 and up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cer: Option<f64>,
    /// Word error rate of the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wer: Option<f64>,
    /// Overall quality that the model DNSMOS P.835 predicts, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mos_ovrl: Option<f64>,
    /// Share of the speech frames that a neural detector calls speech too, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub neural_share: Option<f64>,
    /// Samples that are not finite numbers (float formats).
    pub not_finite: u64,
    /// SHA-256 of the samples of the measured channel, see [`PcmHasher`](crate::audio::pcm_hash::PcmHasher).
    pub pcm_sha256: Option<Sha256>,
    /// Why a value above is missing: metric name to reason.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unmeasured: BTreeMap<String, String>,
}

impl Measurements {
    /// The key of [`Measurements::unmeasured`] that says why the file could not be read, or not to its end.
    pub const UNREADABLE: &'static str = "audio";

    /// The key of [`Measurements::unmeasured`] that says that the take is longer than takes may be.
    pub const LENGTH: &'static str = "length";

    /// Says whether the ratio is not a guess: there is time outside speech to measure the noise in.
    pub(super) fn has_noise_measured(&self) -> bool {
        self.snr_method.as_deref() != Some("histogram")
    }

    /// Returns the measured numbers with a fraction, whatever their unit.
    pub(crate) fn numbers(&self) -> [Option<f64>; 56] {
        [
            Some(self.duration_s),
            self.peak_dbfs,
            self.true_peak_dbtp,
            self.rms_dbfs,
            self.active_dbov,
            self.activity,
            self.lufs,
            self.noise_floor_dbfs,
            self.snr_db,
            self.lead_ms,
            self.trail_ms,
            self.lead_edge_db,
            self.trail_edge_db,
            self.lead_step_db,
            self.trail_step_db,
            self.quiet_db,
            self.speech_s,
            self.said_s,
            self.span_s,
            self.longest_pause_ms,
            self.dc,
            self.flat,
            self.edge,
            self.slope,
            self.tail99_95,
            self.tail98_80,
            self.crest4_db,
            self.crest_db,
            self.max_lsb,
            self.cliff_hz,
            self.cliff_step,
            self.hf_ratio_db,
            self.mirror,
            self.mirror_hz,
            self.hum50,
            self.hum50_prominence_db,
            self.hum60,
            self.hum60_prominence_db,
            self.rumble_dbfs,
            self.gate_share,
            self.decay60_db,
            self.twice,
            self.channel_balance_db,
            self.channel_correlation,
            self.channel_likeness,
            self.channel_difference_lsb,
            self.dur_ratio,
            self.read_z,
            self.read_spread,
            self.level_change_db,
            self.room_change_db,
            self.near_copy_ber,
            self.cer,
            self.wer,
            self.mos_ovrl,
            self.neural_share,
        ]
    }

    /// Makes the measurements of a file that is no audio: nothing but the reason.
    pub fn unreadable(reason: impl Into<String>) -> Self {
        let mut none = Self::default();
        none.mark_unreadable(reason);
        none
    }

    /// Says whether the take was longer than takes could be when it was measured: no more is known of it than its length, form,
    /// peak and hash.
    pub fn is_cut_off(&self) -> bool {
        self.unmeasured.contains_key(Self::LENGTH)
    }

    /// Notes that the file could not be read as its header promises.
    pub fn mark_unreadable(&mut self, reason: impl Into<String>) {
        self.unmeasured.insert(Self::UNREADABLE.to_owned(), reason.into());
    }
}

/// The machine's word on a take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// No finding above info. The order is from worst to best.
    Reject,
    /// At least one warning.
    Warn,
    /// Nothing to complain of.
    Pass,
}

impl Verdict {
    /// All of them, from worst to best.
    pub const ALL: [Self; 3] = [Self::Reject, Self::Warn, Self::Pass];

    /// Returns the word that people read (PASS).
    pub fn message(self) -> Message {
        Message::of("verdict", self)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Pass => "pass",
            Self::Warn => "warn",
            Self::Reject => "reject",
        })
    }
}

/// One check's outcome on one take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The check's id, stable for ever (`clipped`).
    pub id: String,
    /// How bad.
    pub severity: Severity,
    /// The measured value that crossed the limit.
    pub value: Option<f64>,
    /// The limit that it crossed.
    pub limit: Option<f64>,
}

/// Findings and the verdict that follows from them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// The verdict: the worst severity.
    pub verdict: Verdict,
    /// The findings, most important first.
    pub findings: Vec<Finding>,
}

impl Judgement {
    /// Makes a judgement from findings.
    pub fn of(findings: Vec<Finding>) -> Self {
        let worst = findings.iter().map(|finding| finding.severity).max();
        let verdict = match worst {
            Some(Severity::Reject) => Verdict::Reject,
            Some(Severity::Warn) => Verdict::Warn,
            Some(Severity::Info) | None => Verdict::Pass,
        };
        Self { verdict, findings }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_with_a_fraction_are_all_of_them() {
        let mut all = serde_json::to_value(Measurements::default()).unwrap();
        let fields: Vec<&str> = include_str!("model.rs")
            .lines()
            .filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": "))
            .filter(|(_, kind)| ["f64,", "Option<f64>,"].contains(kind))
            .map(|(name, _)| name)
            .filter(|name| !["value", "limit"].contains(name))
            .collect();
        for (at, name) in fields.iter().enumerate() {
            all[*name] = (at as f64 + 0.5).into();
        }
        let measured: Measurements = serde_json::from_value(all).unwrap();
        let mut found: Vec<f64> = measured.numbers().into_iter().flatten().collect();
        found.sort_by(f64::total_cmp);
        assert_eq!(found, (0..fields.len()).map(|at| at as f64 + 0.5).collect::<Vec<_>>());
    }
}
