//! How the first two channels of a take are to each other: one dead, one inverted, both the same.

use super::measure::level_db;
use super::model::Measurements;
use crate::units::rounded;

const LANES: usize = 8;
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
}

impl ChannelMeter {
    /// Creates a meter that has heard nothing.
    pub fn new() -> Self {
        Self::default()
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
        let [left, right, left_squares, right_squares, product] = sums.map(|lanes| lanes.iter().sum::<f64>());
        self.frames += (interleaved.len() / channels) as u64;
        self.sums = [self.sums[0] + left, self.sums[1] + right];
        self.squares = [self.squares[0] + left_squares, self.squares[1] + right_squares];
        self.product += product;
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
        let mut meter = ChannelMeter::new();
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

    #[test]
    fn one_channel_has_nothing_to_compare() {
        let (mut meter, mut measured) = (ChannelMeter::new(), Measurements::default());
        meter.push(&[0.1; 100], 1);
        meter.fill(&mut measured);
        assert_eq!(measured, Measurements::default());
    }
}
