//! What becomes of a clip besides its rate and format: where speech is in it, where it is cut, how loud it is.

use crate::audio::resample::Resampler;
use crate::corpus::catalogue::{Clip, Row, Source};
use crate::project::Processing;
use crate::quality::{Loudness, TruePeak, level_db};
use crate::units::{SampleRate, frames_in_ms, rounded};
use std::ops::Range;

/// Loudness may miss what was asked for by so much, LU.
const TOLERANCE_LU: f64 = 0.1;
/// What is not as loud as asked for is held back by the limit of the true peak, and within this of it, dB.
const NEAR_LIMIT_DB: f64 = 0.1;
/// Two measurements of the same samples differ by no more than what rounding does, dB.
pub const SAME_DB: f64 = 0.011;

/// Where a clip is cut out of the whole, in frames of the release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Frames that are left away at the start.
    pub start: u64,
    /// Frames that are left away at the end.
    pub end: u64,
    /// Where speech is, counted from the start of what is left.
    pub speech: Option<Range<u64>>,
}

impl Cut {
    /// Finds speech in the `whole` frames of a recording at the rate of the release, and where they are cut.
    ///
    /// Rounding goes outwards, so no frame of speech is left away; where speech was not measured, nothing is.
    pub fn of(processing: &Processing, source: &Source, whole: u64, rate: SampleRate) -> Self {
        let uncut = Self { start: 0, end: 0, speech: None };
        let (Some(lead), Some(trail)) = (source.lead_ms, source.trail_ms) else { return uncut };
        // No take is so long; what is no number is 0.
        let frames = |ms: f64| (ms.clamp(0.0, 1e12) * f64::from(rate.hz()) / 1000.0).floor() as u64;
        let (before, after) = (frames(lead), frames(trail));
        if before.saturating_add(after) >= whole {
            return uncut;
        }
        let margin = processing.trim_ms.map(|ms| frames_in_ms(ms.into(), rate));
        let cut = |outside: u64| margin.map_or(0, |margin| outside.saturating_sub(margin));
        let (start, end) = (cut(before), cut(after));
        Self { start, end, speech: Some(before - start..whole - after - start) }
    }

    /// Returns the frames that are left of `whole`.
    pub fn left_of(&self, whole: u64) -> u64 {
        whole.saturating_sub(self.start).saturating_sub(self.end)
    }
}

/// Returns the frames that a recording has in a release.
pub fn released_frames(processing: &Processing, source: &Source, recorded: u64, rate: SampleRate) -> u64 {
    let whole = Resampler::output_frames(source.rate, rate, recorded);
    Cut::of(processing, source, whole, rate).left_of(whole)
}

/// Measures samples as they are released.
pub struct LevelMeter {
    loudness: Loudness,
    true_peak: TruePeak,
}

/// How loud a clip is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ClipLevels {
    /// Integrated loudness, LUFS; `None` for less than 400 ms and where nothing passes the gate.
    pub lufs: Option<f64>,
    /// True peak, dBTP; `None` for digital silence.
    pub true_peak_dbtp: Option<f64>,
}

impl LevelMeter {
    /// Creates a meter for audio of this rate.
    pub fn new(rate: SampleRate) -> Self {
        Self { loudness: Loudness::new(rate.hz()), true_peak: TruePeak::new() }
    }

    /// Takes in finite samples, full scale 1.
    pub fn push(&mut self, samples: &[f32]) {
        self.loudness.push(samples);
        self.true_peak.push(samples);
    }

    /// Returns the levels.
    pub fn finish(self) -> ClipLevels {
        let peak = self.true_peak.finish();
        ClipLevels { lufs: self.loudness.finish(), true_peak_dbtp: level_db(peak * peak) }
    }
}

impl ClipLevels {
    /// Returns them as a catalogue has them, to 0.01 dB.
    pub fn in_hundredths(self) -> Self {
        let hundredths = |level: Option<f64>| level.map(|level| rounded(level, 2));
        Self { lufs: hundredths(self.lufs), true_peak_dbtp: hundredths(self.true_peak_dbtp) }
    }
}

/// Searches the gain, in hundredths of a decibel, that brings a clip to its loudness and keeps it under its limits.
///
/// A gain is tried, what came of it is told, and the next one follows from that. Samples are never bent: where the loudness
/// cannot be reached under the limit, it is not reached.
pub struct GainSearch<'a> {
    processing: &'a Processing,
    now: i64,
    /// No gain above it will do.
    most: i64,
}

impl<'a> GainSearch<'a> {
    /// Smaller steps up are not worth another pass, hundredths.
    const STEP: i64 = 5;

    /// Begins without gain.
    pub fn new(processing: &'a Processing) -> Self {
        Self { processing, now: 0, most: i64::MAX }
    }

    /// Returns the gain to try, dB.
    pub fn gain_db(&self) -> f64 {
        self.now as f64 / 100.0
    }

    /// Says what the gain gave: the greatest gain with which samples fit full scale, where they did not, and the levels where
    /// they matter. Returns whether it is the one.
    pub fn tried(&mut self, fits_db: Option<f64>, levels: ClipLevels) -> bool {
        let hundredths = |db: f64| (db * 100.0).floor() as i64;
        if let Some(db) = fits_db {
            self.most = self.most.min(hundredths(db));
        }
        let mut next = 0;
        if let (Some(target), Some(lufs)) = (self.processing.loudness_lufs, levels.lufs) {
            let off = ((target - lufs) * 100.0).round() as i64;
            next = if off.abs() <= Self::STEP { self.now } else { self.now + off };
        }
        if let (Some(limit), Some(peak)) = (self.processing.true_peak_dbtp, levels.true_peak_dbtp) {
            let room = hundredths(limit - peak);
            if room < 0 {
                // Rounding and dither have their part in it, so what was too much once is not tried again.
                self.most = self.most.min(self.now + room);
            } else {
                next = next.min(self.now + room);
            }
        }
        next = next.min(self.most);
        if next > self.now && next - self.now <= Self::STEP {
            next = self.now;
        }
        let is_found = next == self.now;
        self.now = next;
        is_found
    }
}

/// Returns every way in which a row is not what the processing of its release makes, as (id, expected, found).
pub fn row_faults(processing: &Processing, row: &Row) -> Vec<(&'static str, String, String)> {
    let mut faults = Vec::new();
    let clip = &row.clip;
    let whole = row.frames.saturating_add(clip.cut_start).saturating_add(clip.cut_end);
    let cut = Cut::of(processing, &row.source, whole, row.rate);
    let (speech_start, speech_end) =
        cut.speech.clone().map_or((None, None), |speech| (Some(speech.start), Some(speech.end)));
    let expected = Clip { cut_start: cut.start, cut_end: cut.end, speech_start, speech_end, ..clip.clone() };
    if expected != *clip {
        let words = |clip: &Clip| {
            let frame = |at: Option<u64>| at.map_or("null".to_owned(), |at| at.to_string());
            format!(
                "cut by {} and {} frames, speech from {} to {}",
                clip.cut_start,
                clip.cut_end,
                frame(clip.speech_start),
                frame(clip.speech_end)
            )
        };
        faults.push(("clip", words(&expected), words(clip)));
    }
    let found = |clip: &Clip| {
        let level = |level: Option<f64>| level.map_or("null".to_owned(), |level| level.to_string());
        format!("{} dB, {} LUFS, {} dBTP", row.gain_db, level(clip.lufs), level(clip.true_peak_dbtp))
    };
    let mut add = |expected: String| faults.push(("loudness", expected, found(clip)));
    if !processing.sets_levels() {
        if (clip.lufs, clip.true_peak_dbtp) != (None, None) {
            add("no levels, since none are asked for".to_owned());
        }
        if row.gain_db > 0.0 {
            add("a gain of 0 dB or below, since no loudness is asked for".to_owned());
        }
        return faults;
    }
    let limit = processing.true_peak_dbtp;
    if let (Some(limit), Some(peak)) = (limit, clip.true_peak_dbtp)
        && peak > limit
    {
        add(format!("a true peak of {limit} dBTP or below"));
    }
    let Some(target) = processing.loudness_lufs.filter(|_| clip.lufs.is_some()) else {
        if row.gain_db > 0.0 {
            add("a gain of 0 dB or below, since no loudness could be measured".to_owned());
        }
        return faults;
    };
    let lufs = clip.lufs.unwrap_or(target);
    let is_held_back =
        limit.zip(clip.true_peak_dbtp).is_some_and(|(limit, peak)| peak >= limit - NEAR_LIMIT_DB);
    if lufs > target + TOLERANCE_LU || lufs < target - TOLERANCE_LU && !is_held_back {
        add(format!("{target} LUFS, or below it at the limit of the true peak"));
    }
    faults
}

/// Says what was done to clips beyond rate and format; empty where nothing was.
pub fn processed(audio: &Processing) -> String {
    let mut said = Vec::new();
    if let Some(ms) = audio.trim_ms {
        said.push(format!(
            "Clips were cut to speech with {ms} ms before and after it, where there was more; `clip` in the catalogue has the \
             frames that were left away."
        ));
    }
    if let Some(lufs) = audio.loudness_lufs {
        said.push(format!("One gain for each clip brings it to {lufs} LUFS (ITU-R BS.1770)."));
    }
    if let Some(dbtp) = audio.true_peak_dbtp {
        said.push(format!(
            "The gain is lower where the true peak would pass {dbtp} dBTP; nothing was compressed. `clip` has what was reached."
        ));
    }
    said.join(" ")
}

#[cfg(test)]
mod tests;
