//! The heights of the peaks, for clipping behind a resampler, codec or limiter.
//!
//! Peaks of free speech tail off; a rail heaps them up, and what comes after it only blurs the heap. Heights are the
//! greatest values of consecutive 2.5 ms after 4x oversampling of the 16 kHz stream, each polarity for itself; no
//! high-pass stands before, since its phase tilts flat tops.

use super::lanes::LANES;
use super::levels::floored_db;
use super::stats::quantile;
use super::to16k::bessel_i0;
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8};
use std::sync::OnceLock;

/// Samples at 16 kHz of 2.5 ms.
const BLOCK: usize = 40;
/// Samples on both sides of a position that its value between samples is made of.
const REACH: usize = 10;
const TAPS: usize = 2 * REACH;
const WINDOW: usize = BLOCK + TAPS - 1;
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
    /// Samples from `REACH - 1` before the next block on.
    held: Vec<f32>,
    /// Greatest and least value of each block.
    blocks: Vec<(f32, f32)>,
}

impl Tops {
    /// Creates a record for a stream at 16 kHz that begins at zero.
    pub fn new() -> Self {
        Self { held: vec![0.0; REACH - 1], blocks: Vec::new() }
    }

    /// Makes room for so many samples.
    pub fn reserve(&mut self, samples: usize) {
        self.blocks.reserve_exact(samples / BLOCK + 1);
    }

    /// Takes in samples at 16 kHz.
    pub fn push(&mut self, samples: &[f32]) {
        self.held.extend_from_slice(samples);
        let mut start = 0;
        dispatch!(simd::level(), simd => {
            while let Some(window) = self.held[start..].first_chunk::<WINDOW>() {
                self.blocks.push(extremes(simd, window, phases()));
                start += BLOCK;
            }
        });
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

/// Returns the highest and the lowest value of a block, at its samples and at three places after each.
#[inline(always)]
fn extremes<S: Simd>(simd: S, window: &[f32; WINDOW], phases: &Phases) -> (f32, f32) {
    let splat = |value: f32| f32x8::splat(simd, value);
    let (mut highest, mut lowest) = (splat(f32::MIN), splat(f32::MAX));
    for from in (0..BLOCK).step_by(LANES) {
        let part = |tap: usize| f32x8::from_slice(simd, &window[from + tap..][..LANES]);
        // Phases 1 and 3 mirror each other, so both come from the sums and differences of mirrored samples.
        let (mut even, mut odd, mut middle) = (splat(0.0), splat(0.0), splat(0.0));
        for tap in 0..REACH {
            let (before, after) = (part(tap), part(TAPS - 1 - tap));
            let sum = before + after;
            even += sum * phases.even[tap];
            odd += (before - after) * phases.odd[tap];
            middle += sum * phases.middle[tap];
        }
        let own = part(REACH - 1) * phases.own;
        let (first, third) = (even + odd, even - odd);
        highest = highest.max(own.max(first)).max(middle.max(third));
        lowest = lowest.min(own.min(first)).min(middle.min(third));
    }
    let (highest, lowest): ([f32; LANES], [f32; LANES]) = (highest.into(), lowest.into());
    (highest.into_iter().fold(f32::MIN, f32::max), lowest.into_iter().fold(f32::MAX, f32::min))
}

/// The interpolation filter: a sinc under a Kaiser window (beta 5) over ten samples each side, the default of
/// `scipy.signal.resample_poly`, by which the limits were found.
struct Phases {
    own: f32,
    middle: [f32; REACH],
    even: [f32; REACH],
    odd: [f32; REACH],
}

fn phases() -> &'static Phases {
    static PHASES: OnceLock<Phases> = OnceLock::new();
    PHASES.get_or_init(|| {
        let at = |quarters: i32| {
            let share = f64::from(quarters) / 40.0;
            let angle = std::f64::consts::PI * f64::from(quarters) / 4.0;
            let sinc = if quarters == 0 { 1.0 } else { libm::sin(angle) / angle };
            sinc * bessel_i0(5.0 * libm::sqrt((1.0 - share * share).max(0.0)))
        };
        let scale = 4.0 / (-40..=40).map(at).sum::<f64>();
        // Tap `tap` of the earlier side lies this many quarters of a sample before the place.
        let earlier = |phase: i32, tap: usize| 4 * (REACH - 1 - tap) as i32 + phase;
        let (first, third) = (|tap| scale * at(earlier(1, tap)), |tap| scale * at(earlier(3, tap)));
        let of = |weight: &dyn Fn(usize) -> f64| std::array::from_fn(|tap| weight(tap) as f32);
        Phases {
            own: (scale * at(0)) as f32,
            middle: of(&|tap| scale * at(earlier(2, tap))),
            even: of(&|tap| f64::midpoint(first(tap), third(tap))),
            odd: of(&|tap| (first(tap) - third(tap)) / 2.0),
        }
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
