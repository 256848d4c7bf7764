//! The frame grid that everything about speech is decided on: 10 ms hops at 16 kHz, one level and twenty bands each.

use super::lanes::LANES;
use super::p56::{self, Envelope};
use super::stats::runs;
use super::voltmeter::STEP;

/// Bands of a frame, spaced evenly on the mel scale from 120 to 7200 Hz.
pub const BANDS: usize = 20;
/// Frames around speech that are neither speech nor noise.
const GUARD: usize = 5;

/// Levels, bands and speech of a whole take; 97 bytes a frame of 10 ms.
///
/// Frame `t` is the 20 ms that begin at `t` times 10 ms. Levels are after an 80 Hz high-pass.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrameGrid {
    /// Sums of squares of the hops.
    pub(super) energies: Vec<f32>,
    /// Envelopes of the speech voltmeter in the hops.
    pub(super) envelopes: Vec<[Envelope; LANES]>,
    pub(super) levels: Vec<f32>,
    pub(super) bands: Vec<f32>,
    pub(super) speech: Vec<bool>,
}

impl FrameGrid {
    /// Returns the number of frames.
    pub fn len(&self) -> usize {
        self.levels.len()
    }

    /// Returns whether there is no frame.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// Returns the levels of the frames, dBFS, at least -200.
    pub fn levels(&self) -> &[f32] {
        &self.levels
    }

    /// Returns the band levels of all frames, [`BANDS`] each: mean `|X|^2` of a 32 ms Hann window in dB, at
    /// least -100, not normalised.
    pub fn bands(&self) -> &[f32] {
        &self.bands
    }

    /// Returns which frames are speech.
    pub fn speech(&self) -> &[bool] {
        &self.speech
    }

    /// Returns the active speech level, dBov, of the hops `from..to` taken by themselves.
    ///
    /// The envelope is known every 1.25 ms to a sixteenth of an octave, which moves the level by less than 0.05 dB.
    pub(super) fn active_level(&self, from: usize, to: usize) -> Option<f64> {
        let to = to.min(self.energies.len());
        let before = from.checked_sub(1).map_or(Envelope::default(), |hop| self.envelopes[hop][LANES - 1]);
        let squares: f64 = self.energies[from..to].iter().map(|&energy| f64::from(energy)).sum();
        p56::level_of_part(before, self.envelopes[from..to].as_flattened(), STEP, squares)
    }
}

/// Returns the speech frames and `guard` frames on both sides of each run.
pub fn guarded(speech: &[bool], guard: usize) -> Vec<bool> {
    let mut near = speech.to_vec();
    for (start, end) in runs(speech, true) {
        near[start.saturating_sub(guard)..(end + guard).min(speech.len())].fill(true);
    }
    near
}

/// Returns the frames that are not noise: speech and what is close to it.
pub fn near_speech(speech: &[bool]) -> Vec<bool> {
    guarded(speech, GUARD)
}
