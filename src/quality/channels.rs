//! How the first two channels of a take are to each other: one dead, one inverted, both the same.

use super::measure::level_db;
use super::model::Measurements;
use crate::units::{SampleRate, rounded};

const LANES: usize = 8;
/// Over how long a level is taken, in parts of a second.
const LEVELS_PER_S: u32 = 20;
/// The most levels that are kept of a take, of one hour; what follows is not looked at.
const MOST_LEVELS: usize = 72_000;
/// Fewer levels than these say nothing.
const FEWEST_LEVELS: usize = 10;
/// A side that speaks has this much between its loud and its quiet parts; noise and music have less.
const SPEAKING_DB: f64 = 15.0;
/// What is this much below the loud parts is a pause, whatever is heard in it, and pauses of both sides are not compared: all
/// clips have them at both ends.
const PAUSE_DB: f64 = 25.0;
/// How far below the loud parts a level counts.
const FLOOR_DB: f64 = 30.0;
/// A side that is quieter than this in its loud parts has nobody.
const LEAST_DB: f64 = -60.0;
/// A silent channel counts as this much power, so that its distance from the other is a number.
const SILENCE: f64 = 1e-20;

/// Compares the first two channels of a take in one pass.
#[derive(Debug, Clone, Default)]
pub struct ChannelMeter {
    frames: u64,
    sums: [f64; 2],
    squares: [f64; 2],
    product: f64,
    difference: f32,
    /// Frames of a level.
    level_frames: u32,
    /// Frames of the level that is being taken, and its power on both sides.
    part: (u32, [f64; 2]),
    /// The powers of each level.
    levels: Vec<[f32; 2]>,
}

impl ChannelMeter {
    /// Creates a meter that has heard nothing.
    pub fn new(rate: SampleRate) -> Self {
        Self { level_frames: (rate.hz() / LEVELS_PER_S).max(1), ..Self::default() }
    }

    /// Takes in interleaved frames of `channels` samples, full scale 1; fewer than two are not compared.
    ///
    /// Samples that are not finite, or over 1e9, are taken as 0. The result does not depend on the blocks
    /// as long as each holds a multiple of eight frames, but for rounding.
    pub fn push(&mut self, interleaved: &[f32], channels: usize) {
        if channels < 2 {
            return;
        }
        let mut sums = [[0f64; LANES]; 5];
        let sound = |sample: f32| if sample.abs() <= 1e9 { sample } else { 0.0 };
        for group in interleaved.chunks(LANES * channels) {
            for (lane, frame) in group.chunks_exact(channels).enumerate() {
                let (left, right) = (sound(frame[0]), sound(frame[1]));
                self.difference = self.difference.max((left - right).abs());
                let (left, right) = (f64::from(left), f64::from(right));
                let parts = [left, right, left * left, right * right, left * right];
                for (sum, part) in sums.iter_mut().zip(parts) {
                    sum[lane] += part;
                }
            }
        }
        self.take_levels(interleaved, channels);
        let [left, right, left_squares, right_squares, product] = sums.map(|lanes| lanes.iter().sum::<f64>());
        self.frames += (interleaved.len() / channels) as u64;
        self.sums = [self.sums[0] + left, self.sums[1] + right];
        self.squares = [self.squares[0] + left_squares, self.squares[1] + right_squares];
        self.product += product;
    }

    fn take_levels(&mut self, interleaved: &[f32], channels: usize) {
        for frame in interleaved.chunks_exact(channels) {
            if self.levels.len() == MOST_LEVELS {
                return;
            }
            for (sum, &sample) in self.part.1.iter_mut().zip(frame) {
                let sample = f64::from(if sample.abs() <= 1e9 { sample } else { 0.0 });
                *sum += sample * sample;
            }
            self.part.0 += 1;
            if self.part.0 >= self.level_frames {
                let count = f64::from(self.part.0);
                self.levels.push(self.part.1.map(|sum| (sum / count) as f32));
                self.part = (0, [0.0; 2]);
            }
        }
    }

    /// Returns how alike the levels of both sides rise and fall, as a correlation in decibels; nothing unless both speak. One
    /// voice before two microphones gives nearly 1, two voices give nearly 0, or less where they take turns.
    fn likeness(&self) -> Option<f64> {
        let of = |side: usize| -> Option<Vec<f64>> {
            let level = |levels: &[f32; 2]| 10.0 * libm::log10(f64::from(levels[side]).max(SILENCE));
            let levels: Vec<f64> = self.levels.iter().map(level).collect();
            let mut sorted = levels.clone();
            sorted.sort_by(f64::total_cmp);
            let share = |share: f64| sorted.get((share * (sorted.len().max(1) - 1) as f64) as usize).copied();
            let (quiet, loud) = (share(0.1)?, share(0.95)?);
            (loud - quiet >= SPEAKING_DB && loud > LEAST_DB)
                .then(|| levels.iter().map(|level| (level - loud).max(-FLOOR_DB)).collect())
        };
        let (left, right) = (of(0)?, of(1)?);
        let heard = |(left, right): &(f64, f64)| left.max(*right) > -PAUSE_DB;
        let (left, right): (Vec<f64>, Vec<f64>) = left.into_iter().zip(right).filter(heard).unzip();
        if left.len() < FEWEST_LEVELS {
            return None;
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let (left_mean, right_mean) = (mean(&left), mean(&right));
        let (mut product, mut squares) = (0.0, [0.0; 2]);
        for (left, right) in left.iter().zip(&right) {
            let (left, right) = (left - left_mean, right - right_mean);
            product += left * right;
            squares = [squares[0] + left * left, squares[1] + right * right];
        }
        let scale = libm::sqrt(squares[0] * squares[1]);
        (scale > 0.0).then(|| product / scale)
    }

    /// Writes what was found into the measurements of the take; nothing where there were no two channels.
    pub fn fill(&self, measured: &mut Measurements) {
        if self.frames == 0 {
            return;
        }
        let count = self.frames as f64;
        let level = |squares: f64| level_db((squares / count).max(SILENCE)).unwrap_or(0.0);
        measured.channel_balance_db = Some(rounded(level(self.squares[0]) - level(self.squares[1]), 2));
        measured.channel_difference_lsb = Some(rounded(f64::from(self.difference) * 32_768.0, 1));
        measured.channel_likeness = self.likeness().map(|likeness| rounded(likeness, 3));
        let spread = |one: usize| self.squares[one] - self.sums[one] * self.sums[one] / count;
        let common = self.product - self.sums[0] * self.sums[1] / count;
        let scale = libm::sqrt(spread(0).max(0.0)) * libm::sqrt(spread(1).max(0.0));
        if scale > 1e-12 * count {
            measured.channel_correlation = Some(rounded((common / scale).clamp(-1.0, 1.0), 4));
        } else {
            let reason = "a channel does not move".to_owned();
            measured.unmeasured.insert("channel_correlation".to_owned(), reason);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Noise;

    fn measure(pair: impl Fn(f32, f32) -> (f32, f32)) -> Measurements {
        let mut meter = ChannelMeter::new(SampleRate::new(48_000).unwrap());
        let (mut noise, mut frames) = (Noise::new(5), Vec::new());
        let mut noise = || noise.bits(15) as f32 / 32_768.0 - 0.5;
        for _ in 0..4_800 {
            let (one, other) = (noise(), noise());
            let (left, right) = pair(one, other);
            frames.extend([left, right, 0.7]);
        }
        frames.chunks(480 * 3).for_each(|block| meter.push(block, 3));
        let mut measured = Measurements::default();
        meter.fill(&mut measured);
        measured
    }

    #[test]
    fn pairs_of_known_relation() {
        let same = measure(|one, _| (one, one));
        assert_eq!(same.channel_balance_db, Some(0.0));
        assert_eq!((same.channel_correlation, same.channel_difference_lsb), (Some(1.0), Some(0.0)));
        let inverted = measure(|one, _| (one + 0.1, -0.5 * one));
        assert_eq!(inverted.channel_correlation, Some(-1.0));
        let quieter = measure(|one, _| (one, 0.01 * one));
        assert_eq!(quieter.channel_balance_db, Some(40.0));
        let apart = measure(|one, other| (one, other));
        assert!(apart.channel_correlation.unwrap().abs() < 0.05, "{apart:?}");
        let dead = measure(|one, _| (0.0, one));
        assert!(dead.channel_balance_db.unwrap() < -150.0);
        assert!(dead.channel_correlation.is_none() && dead.unmeasured.contains_key("channel_correlation"));
        let broken = measure(|one, _| (f32::NAN, one));
        assert!(broken.channel_balance_db.unwrap() < -150.0);
    }

    /// Syllables of 200 ms by chance, in noise that is 50 dB below; as many as ten seconds have.
    fn likeness(pair: impl Fn(f32, f32, f32) -> (f32, f32)) -> Option<f64> {
        let mut meter = ChannelMeter::new(SampleRate::new(8_000).unwrap());
        let (mut noise, mut frames) = (Noise::new(11), Vec::new());
        let mut noise = || noise.bits(15) as f32 / 32_768.0 - 0.5;
        for _ in 0..50 {
            let (one, other) = (noise().max(0.0), noise().max(0.0));
            for _ in 0..1_600 {
                let (left, right) = pair(one * noise(), other * noise(), 0.003 * noise());
                frames.extend([left, right]);
            }
        }
        frames.chunks(480 * 2).for_each(|block| meter.push(block, 2));
        let mut measured = Measurements::default();
        meter.fill(&mut measured);
        measured.channel_likeness
    }

    #[test]
    fn two_voices_are_unlike_and_one_voice_is_like_itself() {
        assert!(likeness(|one, other, noise| (one + noise, other + noise)).unwrap() < 0.3);
        // Another microphone: quieter, upside down, and with a room of its own.
        assert!(likeness(|one, _, noise| (one + noise, noise - 0.3 * one)).unwrap() > 0.9);
        // Taking turns.
        assert!(likeness(|one, other, _| if one > other { (one, 0.0) } else { (0.0, other) }).unwrap() < 0.0);
        // A voice and a side with noise alone, or silence; noise on both.
        assert_eq!(likeness(|one, _, noise| (one + noise, noise)), None);
        assert_eq!(likeness(|one, _, noise| (one + noise, 0.0)), None);
        assert_eq!(likeness(|_, _, noise| (30.0 * noise, 30.0 * noise)), None);
    }

    #[test]
    fn one_channel_has_nothing_to_compare() {
        let (mut meter, mut measured) =
            (ChannelMeter::new(SampleRate::new(48_000).unwrap()), Measurements::default());
        meter.push(&[0.1; 100], 1);
        meter.fill(&mut measured);
        assert_eq!(measured, Measurements::default());
    }
}
