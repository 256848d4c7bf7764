//! What stands in the pauses, and how the sound falls into them: gates, bursts, reverberation.

use super::grid::{BANDS, FrameGrid, guarded};
use super::stats::{clean_mask, mean_of_lowest, quantile, runs};

/// Frames around speech that a gate may leave open.
const NEAR: usize = 2;
/// Frames outside speech that are needed to speak of a gate.
const LEAST_GATED: usize = 10;
/// Magnitudes up to here are digital silence: one step of 16 bits.
const SILENT: f32 = 1.5 / 32_768.0;
/// Frames around speech in which no burst is looked for: the release of a last stop comes up to 0.15 s after the voice.
const RELEASE: usize = 15;
/// A burst stands out of the noise by this, and is above this level, dB and dBFS.
const BURST_DB: f64 = 15.0;
const LEAST_BURST_DBFS: f64 = -55.0;
/// Bursts closer than this many frames are one.
const BURST_GAP: usize = 3;

/// Bands that show reverberation, and how many of them must stand out of the noise by this, dB.
const DECAY_BANDS: std::ops::Range<usize> = 3..19;
const LEAST_BANDS: usize = 5;
const LEAST_RANGE_DB: f64 = 30.0;
/// Levels this far above the floor and within this of the top are loud, dB.
const ABOVE_FLOOR_DB: f64 = 27.0;
const BELOW_TOP_DB: f64 = 15.0;
/// Frames over which a band falls.
const FALL: usize = 6;
/// Speech frames and falls that are needed.
const LEAST_SPEECH: usize = 60;
const LEAST_FALLS: usize = 150;
/// Band levels below this are silence, dB.
const LEAST_FLOOR_DB: f64 = -95.0;

/// Which hops of 10 ms are digital silence.
#[derive(Default)]
pub struct Silences {
    silent: Vec<bool>,
}

impl Silences {
    /// Takes in the samples of a hop, from which `offset` was taken off.
    pub fn push(&mut self, hop: &[f32], offset: f32) {
        let loudest = hop.iter().fold(0f32, |loudest, sample| loudest.max((sample + offset).abs()));
        self.silent.push(loudest < SILENT);
    }

    /// Returns the share of the frames outside speech that are digital silence, when there are enough.
    pub fn gate_share(&self, speech: &[bool]) -> Option<f64> {
        let (mut outside, mut silent) = (0usize, 0usize);
        for (hop, near) in self.silent.iter().zip(guarded(speech, NEAR)) {
            outside += usize::from(!near);
            silent += usize::from(*hop && !near);
        }
        (outside >= LEAST_GATED).then(|| silent as f64 / outside as f64)
    }

    /// Returns the stretches of digital silence outside speech, as first frame and one past the last.
    pub fn stretches(&self, speech: &[bool]) -> Vec<(usize, usize)> {
        let silent = self.silent.iter().zip(guarded(speech, NEAR)).map(|(&hop, near)| hop && !near);
        runs(&silent.collect::<Vec<_>>(), true)
    }
}

impl FrameGrid {
    /// Returns the short loud bursts outside speech, as first frame and one past the last; `noise_db` is the level there.
    pub fn bursts(&self, noise_db: f64) -> Vec<(usize, usize)> {
        let limit = (noise_db + BURST_DB).max(LEAST_BURST_DBFS);
        let near = guarded(self.speech(), RELEASE);
        let mut loud: Vec<bool> =
            self.levels().iter().zip(near).map(|(&level, near)| !near && f64::from(level) > limit).collect();
        clean_mask(&mut loud, BURST_GAP, 1);
        runs(&loud, true)
    }
}

/// Returns how far band levels fall within 60 ms (95th percentile over loud frames and bands), dB.
///
/// A room whose sound decays by 60 dB in the time T lets a band fall by 60 ms * 60 dB / T once the direct sound has
/// gone; a dry voice falls by 25 to 40 dB into every closure.
pub fn decay60_db(grid: &FrameGrid) -> Option<f64> {
    let (bands, speech) = (grid.bands(), grid.speech());
    let count = speech.len();
    if speech.iter().filter(|&&set| set).count() < LEAST_SPEECH {
        return None;
    }
    let lowest = (count * 15 / 100).max(3);
    let (mut falls, mut used) = (Vec::new(), 0);
    for band in DECAY_BANDS {
        let levels: Vec<f32> = (0..count).map(|frame| bands[frame * BANDS + band]).collect();
        let spoken: Vec<f32> =
            levels.iter().zip(speech).filter(|(_, set)| **set).map(|(level, _)| *level).collect();
        let floor = mean_of_lowest(&levels, lowest).max(LEAST_FLOOR_DB);
        let top = quantile(&spoken, 0.95);
        if top - floor <= LEAST_RANGE_DB {
            continue;
        }
        used += 1;
        let loud = (floor + ABOVE_FLOOR_DB).max(top - BELOW_TOP_DB) as f32;
        let pairs = levels.iter().zip(levels.iter().skip(FALL));
        falls.extend(pairs.filter(|(now, _)| **now > loud).map(|(now, then)| now - then));
    }
    (used >= LEAST_BANDS && falls.len() >= LEAST_FALLS).then(|| quantile(&falls, 0.95))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hops_of_digital_silence_are_counted_outside_speech_only() {
        let mut silences = Silences::default();
        for hop in 0..100 {
            let steps = if hop < 50 { 1.0 } else { 2.0 };
            silences.push(&[(steps - 4.0) / 32_768.0; 160], 4.0 / 32_768.0);
        }
        let mut speech = [false; 99];
        assert!((silences.gate_share(&speech).unwrap() - 50.0 / 99.0).abs() < 1e-12);
        speech[42..48].fill(true);
        assert!((silences.gate_share(&speech).unwrap() - 40.0 / 89.0).abs() < 1e-12);
        assert_eq!(silences.gate_share(&[true; 99]), None);
    }
}
