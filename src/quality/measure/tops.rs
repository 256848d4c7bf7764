//! The heights of the peaks, for clipping behind a resampler, codec or limiter.
//!
//! Peaks of free speech tail off; a rail heaps them up, and what comes after it only blurs the heap. Heights are the
//! greatest values of consecutive 2.5 ms after 4x oversampling of the 16 kHz stream, each polarity for itself; no
//! high-pass stands before, since its phase tilts flat tops.

use super::floored_db;
use super::stats::quantile;
use super::to16k::bessel_i0;
use std::sync::OnceLock;

/// Samples at 16 kHz of 2.5 ms.
const BLOCK: usize = 40;
/// Samples on both sides of a position that its value between samples is made of.
const REACH: usize = 10;
const TAPS: usize = 2 * REACH;
/// Heights below this share of the active level's amplitude are not counted, and those needed.
const LEAST_SHARE: f64 = 0.5;
const LEAST_HEIGHTS: usize = 40;

/// What the heights say, dB.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TopFacts {
    /// 99th over 95th percentile, the lower of both polarities.
    pub tail99_95: f64,
    /// 98th over 80th percentile, the lower of both polarities.
    pub tail98_80: f64,
    /// Greatest magnitude over the active level.
    pub crest_db: f64,
}

/// A running record of heights; 3.2 kB a second.
pub struct Tops {
    /// The last `TAPS` samples before those of the next block, then these.
    held: Vec<f32>,
    /// Greatest and least value of each block.
    blocks: Vec<(f32, f32)>,
}

impl Tops {
    /// Creates a record for a stream at 16 kHz that begins at zero.
    pub fn new() -> Self {
        Self { held: vec![0.0; REACH], blocks: Vec::new() }
    }

    /// Takes in samples at 16 kHz.
    pub fn push(&mut self, samples: &[f32]) {
        self.held.extend_from_slice(samples);
        let mut start = 0;
        while let Some(window) = self.held.get(start..start + BLOCK + TAPS) {
            self.blocks.push(extremes(window, phases()));
            start += BLOCK;
        }
        self.held.drain(..start);
    }

    /// Returns what the heights say, given the active level (dBov) and the mean of the stream; `None` when there are
    /// too few.
    pub fn finish(mut self, active_db: f64, mean: f64) -> Option<TopFacts> {
        self.push(&[mean as f32; REACH]);
        let least = LEAST_SHARE * libm::pow(10.0, active_db / 20.0);
        let mut facts: Option<TopFacts> = None;
        let mut greatest = 0.0f64;
        for sign in [1.0, -1.0] {
            let height = |block: &(f32, f32)| {
                if sign > 0.0 { f64::from(block.0) - mean } else { mean - f64::from(block.1) }
            };
            let heights: Vec<f32> = self
                .blocks
                .iter()
                .map(height)
                .inspect(|&height| greatest = greatest.max(height))
                .filter(|&height| height > least)
                .map(|height| height as f32)
                .collect();
            if heights.len() < LEAST_HEIGHTS {
                continue;
            }
            let over = |high: f64, low: f64| {
                let ratio = quantile(&heights, high) / quantile(&heights, low);
                floored_db(ratio * ratio)
            };
            let (top, wide) = (over(0.99, 0.95), over(0.98, 0.80));
            facts =
                Some(facts.map_or(TopFacts { tail99_95: top, tail98_80: wide, crest_db: 0.0 }, |known| {
                    TopFacts {
                        tail99_95: known.tail99_95.min(top),
                        tail98_80: known.tail98_80.min(wide),
                        crest_db: 0.0,
                    }
                }));
        }
        facts.map(|facts| TopFacts { crest_db: floored_db(greatest * greatest) - active_db, ..facts })
    }
}

/// Returns the greatest and least value of a block, its samples and three values between each two.
#[multiversion::multiversion(targets("x86_64+avx2"))]
fn extremes(window: &[f32], phases: &[[f32; TAPS]; 3]) -> (f32, f32) {
    let mut most = [f32::MIN; BLOCK];
    let mut least = [f32::MAX; BLOCK];
    for (position, (most, least)) in most.iter_mut().zip(&mut least).enumerate() {
        let sample = window[position + REACH - 1];
        (*most, *least) = (sample, sample);
    }
    for phase in phases {
        let mut values = [0f32; BLOCK];
        for (tap, weight) in phase.iter().enumerate() {
            for (value, sample) in values.iter_mut().zip(&window[tap..tap + BLOCK]) {
                *value += weight * sample;
            }
        }
        for ((most, least), value) in most.iter_mut().zip(&mut least).zip(&values) {
            *most = most.max(*value);
            *least = least.min(*value);
        }
    }
    (most.iter().copied().fold(f32::MIN, f32::max), least.iter().copied().fold(f32::MAX, f32::min))
}

/// The interpolation filter: a sinc under a Kaiser window (beta 5) over ten zero crossings each side, the
/// default of `scipy.signal.resample_poly`, by which the limits of the checks were found.
fn phases() -> &'static [[f32; TAPS]; 3] {
    static PHASES: OnceLock<[[f32; TAPS]; 3]> = OnceLock::new();
    PHASES.get_or_init(|| {
        std::array::from_fn(|phase| {
            let weights: [f64; TAPS] = std::array::from_fn(|tap| {
                // The value stands (phase + 1) / 4 after the sample at `REACH - 1`.
                let offset = tap as f64 - (REACH - 1) as f64 - (phase + 1) as f64 / 4.0;
                let share = offset / REACH as f64;
                let angle = std::f64::consts::PI * offset;
                libm::sin(angle) / angle * bessel_i0(5.0 * libm::sqrt((1.0 - share * share).max(0.0)))
            });
            let sum: f64 = weights.iter().sum();
            weights.map(|weight| (weight / sum) as f32)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_between_the_samples_are_found() {
        // A sine at a quarter of the rate, 45 degrees off: samples reach 0.707, the wave 1.
        let mut tops = Tops::new();
        let wave: Vec<f32> = (0..16_000u32)
            .map(|n| {
                let fade = f64::from(n.min(15_999 - n).min(400)) / 400.0;
                (fade * libm::sin(std::f64::consts::FRAC_PI_4 * f64::from(2 * n + 1))) as f32
            })
            .collect();
        for block in wave.chunks(333) {
            tops.push(block);
        }
        let facts = tops.finish(-3.0103, 0.0).unwrap();
        assert!((facts.crest_db - 3.0103).abs() < 0.1, "{facts:?}");
        assert!(facts.tail98_80 < 0.02 && facts.tail99_95 < 0.02, "all peaks are alike: {facts:?}");
    }
}
