//! Where the band ends: the cliff in the spectrum of the loudest moments.

use super::batch_fft::Lanes;
use super::columns::{Rows, quantiles};
use super::lanes::LANES;
use super::levels::floored_db;

/// Frames that are kept; beyond them every second group is dropped, so long takes are sampled more thinly.
const MOST_FRAMES: usize = 256;
/// Share of the frames that lie below the level of a bin.
const SHARE: f64 = 0.90;
/// The same for the power of the high band.
const HF_SHARE: f64 = 0.95;
/// Where the high band begins and ends, in hertz.
const HF_HZ: (f64, f64) = (4_500.0, 8_000.0);
/// Rates below this have no high band.
const LEAST_HF_RATE_HZ: u32 = 16_000;
/// The spectrum is smoothed over this many hertz.
const SMOOTH_HZ: f64 = 100.0;
/// Cliffs are looked for from here on, in these steps, up to this share of half the rate.
const FROM_HZ: f64 = 3_000.0;
const STEP_HZ: f64 = 50.0;
const UP_TO: f64 = 0.88;
/// What a level is compared with: the band below the cliff, and all from this far above it.
const BELOW_HZ: (f64, f64) = (600.0, 100.0);
const ABOVE_HZ: f64 = 200.0;
/// Power that silence counts as.
const LEAST_POWER: f64 = 1e-15;

/// Powers of the bins over the take.
pub struct Bandwidth {
    rate_hz: u32,
    bin_hz: f64,
    gain: f64,
    groups: Vec<Rows>,
    bins: usize,
    /// Every how many groups one is kept, and how many were seen.
    every: usize,
    seen: usize,
}

impl Bandwidth {
    /// Creates a meter; `gain` is the length of a frame times the sum of its squared window.
    pub fn new(rate_hz: u32, bin_hz: f64, gain: f64) -> Self {
        Self { rate_hz, bin_hz, gain, groups: Vec::new(), bins: 0, every: 1, seen: 0 }
    }

    /// Takes in the powers of some frames.
    pub fn push(&mut self, power: &[Lanes], frames: usize) {
        if self.seen.is_multiple_of(self.every) {
            if self.groups.len() * LANES >= MOST_FRAMES {
                self.thin();
            }
            if self.seen.is_multiple_of(self.every) {
                self.bins = power.len();
                self.groups.push(Rows::smoothed(power, frames));
            }
        }
        self.seen += 1;
    }

    /// Drops every second group.
    fn thin(&mut self) {
        let mut number = 0;
        self.groups.retain(|_| {
            number += 1;
            number % 2 == 1
        });
        self.every *= 2;
    }

    /// Returns the frequency of the deepest fall of the spectrum and its depth in dB; the power of the high band over
    /// that of the whole, dB.
    pub fn finish(&self) -> (Option<(f64, f64)>, Option<f64>) {
        if self.groups.is_empty() {
            return (None, None);
        }
        let width = ((SMOOTH_HZ / self.bin_hz).round() as usize | 1).max(1);
        let first =
            (((FROM_HZ - BELOW_HZ.0) / self.bin_hz) as usize).saturating_sub(width).min(self.bins - 1);
        let powers = quantiles(&self.groups, self.bins, [SHARE, HF_SHARE]);
        let levels: Vec<f64> = powers[first..]
            .iter()
            .map(|[power, _]| 10.0 * libm::log10(power / self.gain + LEAST_POWER))
            .collect();
        (Some(self.cliff(&levels, first, width)), self.hf_ratio_db(powers.iter().map(|[_, power]| *power)))
    }

    /// Returns the deepest fall of levels in dB from the bin `first` on, smoothed over `width` bins.
    fn cliff(&self, levels: &[f64], first: usize, width: usize) -> (f64, f64) {
        let half_rate = f64::from(self.rate_hz) / 2.0;
        let reach = width / 2;
        let last = levels.len() - 1;
        let smooth: Vec<f64> = (0..levels.len())
            .map(|bin| {
                let sum: f64 = (0..width).map(|k| levels[(bin + k).saturating_sub(reach).min(last)]).sum();
                sum / width as f64
            })
            .collect();
        // Greatest level from each bin on.
        let mut above = smooth.clone();
        for bin in (0..last).rev() {
            above[bin] = above[bin].max(above[bin + 1]);
        }
        let at = |hz: f64| (hz / self.bin_hz) - first as f64;
        let mut best = (half_rate, 0.0);
        for step in 0.. {
            let cliff_hz = FROM_HZ + STEP_HZ * f64::from(step);
            if cliff_hz >= UP_TO * half_rate {
                break;
            }
            let low = at(cliff_hz - BELOW_HZ.0).ceil().max(0.0) as usize;
            let high = (at(cliff_hz - BELOW_HZ.1).ceil().max(0.0) as usize).min(smooth.len());
            let over = at(cliff_hz + ABOVE_HZ).floor() as usize + 1;
            if high < low + 2 || over + 2 > smooth.len() {
                continue;
            }
            let mean = smooth[low..high].iter().sum::<f64>() / (high - low) as f64;
            let depth = mean - above[over];
            if depth > best.1 {
                best = (cliff_hz, depth);
            }
        }
        best
    }

    fn hf_ratio_db(&self, powers: impl Iterator<Item = f64>) -> Option<f64> {
        if self.rate_hz < LEAST_HF_RATE_HZ {
            return None;
        }
        let top_hz = HF_HZ.1.min(f64::from(self.rate_hz) / 2.0);
        let (mut high, mut all) = (0.0, 0.0);
        for (bin, power) in powers.enumerate() {
            let hz = bin as f64 * self.bin_hz;
            all += power;
            if (HF_HZ.0..=top_hz).contains(&hz) {
                high += power;
            }
        }
        (all > 0.0).then(|| floored_db(high / all))
    }
}
