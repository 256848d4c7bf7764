//! Hum and rumble: the band below 1 kHz, kept at 2 kHz until the pauses are known.

use super::biquad::Biquad;
use super::lanes::{LANES, dot, dots, groups};
use super::levels::{floored_db, level_db};
use super::stats::runs;
use crate::simd;
use fearless_simd::dispatch;
use fearless_simd::prelude::*;
use std::f64::consts::TAU;
use std::sync::OnceLock;

/// From 16 kHz to 2 kHz.
const DOWN: usize = 8;
const RATE_HZ: f64 = 2_000.0;
/// Samples of a hop of 10 ms.
const HOP: usize = 20;
/// Taps of the low-pass, a multiple of eight; it is flat to 850 Hz and down by 60 dB at 1.1 kHz.
const TAPS: usize = 216;
const CUT_HZ: f64 = 975.0;
const KAISER_BETA: f64 = 5.65;
/// The sum of what the hum is compared with begins here, hertz.
const HIGH_PASS_HZ: f64 = 30.0;
const RUMBLE_HZ: f64 = 60.0;
/// Butterworth of fourth order: the quality factors of its two sections.
const SECTIONS: [f64; 2] = [0.541_196_100_146_197, 1.306_562_964_876_377];
/// Harmonics that are fitted.
const HARMONICS: usize = 8;
/// Samples in which 50 and 60 Hz both come to a whole number of periods.
const PERIOD: usize = 200;
/// Samples at both ends of a pause that are left out, and those that must remain.
const TRIM: usize = 50;
const LEAST: usize = 300;

/// Hum of one mains frequency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hum {
    /// Level of the harmonics, dBFS.
    pub level_db: f64,
    /// That level against the rest of the band, dB.
    pub prominence_db: f64,
}

/// The low band of a running take; 10 kB a second.
pub struct LowBand {
    held: Vec<f32>,
    /// Samples at 2 kHz that were made last.
    found: Vec<f32>,
    high_pass: [Biquad; 2],
    low_pass: [Biquad; 2],
    /// The band from 30 Hz to 1 kHz.
    band: Vec<f32>,
    /// Sum and sum of squares of the rumble in each hop.
    rumble: Vec<(f32, f32)>,
    hop: (f64, f64),
    sum: f64,
    count: usize,
    last: f32,
}

impl LowBand {
    /// Creates a meter for a stream at 16 kHz that begins at zero.
    pub fn new() -> Self {
        Self {
            held: vec![0.0; TAPS / 2],
            found: Vec::new(),
            high_pass: SECTIONS.map(|quality| Biquad::high_pass(HIGH_PASS_HZ, RATE_HZ, quality)),
            low_pass: SECTIONS.map(|quality| Biquad::low_pass(RUMBLE_HZ, RATE_HZ, quality)),
            band: Vec::new(),
            rumble: Vec::new(),
            hop: (0.0, 0.0),
            sum: 0.0,
            count: 0,
            last: 0.0,
        }
    }

    /// Makes room for so many samples.
    pub fn reserve(&mut self, samples: usize) {
        self.band.reserve_exact(samples / DOWN + 1);
        self.rumble.reserve_exact(samples / DOWN / HOP + 1);
    }

    /// Takes in samples at 16 kHz.
    pub fn push(&mut self, samples: &[f32]) {
        self.held.extend_from_slice(samples);
        self.last = samples.last().copied().unwrap_or(self.last);
        let mut found = std::mem::take(&mut self.found);
        found.clear();
        dispatch!(simd::level(), simd => decimate(simd, &self.held, taps(), &mut found));
        for &sample in &found {
            self.take(f64::from(sample));
        }
        self.held.drain(..found.len() * DOWN);
        self.found = found;
    }

    fn take(&mut self, sample: f64) {
        let [first, second] = &mut self.high_pass;
        self.band.push(second.next(first.next(sample)) as f32);
        let [first, second] = &mut self.low_pass;
        let low = second.next(first.next(sample));
        self.hop = (self.hop.0 + low, self.hop.1 + low * low);
        self.sum += low;
        self.count += 1;
        if self.count.is_multiple_of(HOP) {
            self.rumble.push((self.hop.0 as f32, self.hop.1 as f32));
            self.hop = (0.0, 0.0);
        }
    }

    /// Takes in what the filter still needs.
    pub fn end(&mut self) {
        let hold = [self.last; TAPS / 2];
        self.push(&hold);
    }

    /// Returns the hum at 50 and 60 Hz in the frames that are not speech, where there are enough in a row.
    pub fn hum(&self, speech: &[bool]) -> Option<[Hum; 2]> {
        let (mut fitted, mut total, mut count) = ([0.0; 2], 0.0, 0usize);
        for (start, end) in runs(speech, false) {
            let (from, to) = (start * HOP + TRIM, (end * HOP).min(self.band.len()).saturating_sub(TRIM));
            if to < from + LEAST {
                continue;
            }
            let pause = &self.band[from..to];
            let whole = &pause[..pause.len() / PERIOD * PERIOD];
            let mut folded = [0f64; PERIOD];
            for part in whole.chunks_exact(PERIOD) {
                for (sum, &sample) in folded.iter_mut().zip(part) {
                    *sum += f64::from(sample);
                }
            }
            for (fitted, waves) in fitted.iter_mut().zip(waves()) {
                for wave in waves {
                    let sum: f64 = folded.iter().zip(wave).map(|(sample, wave)| sample * wave).sum();
                    *fitted += 2.0 / whole.len() as f64 * sum * sum;
                }
            }
            total += whole.iter().map(|&sample| f64::from(sample) * f64::from(sample)).sum::<f64>();
            count += whole.len();
        }
        if count == 0 || total <= 0.0 {
            return None;
        }
        Some(fitted.map(|fitted: f64| Hum {
            level_db: floored_db(fitted / count as f64),
            prominence_db: floored_db(fitted / (total - fitted).max(1e-12)),
        }))
    }

    /// Returns the level below 60 Hz in the frames of `quiet`, dBFS.
    pub fn rumble_db(&self, quiet: impl Iterator<Item = usize>) -> Option<f64> {
        let mean = self.sum / self.count.max(1) as f64;
        let (mut power, mut frames) = (0.0, 0usize);
        for frame in quiet {
            let Some([a, b]) = self.rumble.get(frame..frame + 2) else { continue };
            let (sum, squares) = (f64::from(a.0) + f64::from(b.0), f64::from(a.1) + f64::from(b.1));
            let length = (2 * HOP) as f64;
            power += ((squares - 2.0 * mean * sum) / length + mean * mean).max(0.0);
            frames += 1;
        }
        if frames == 0 { None } else { level_db(power / frames as f64) }
    }
}

/// Sines and cosines of the harmonics of 50 and of 60 Hz over [`PERIOD`].
fn waves() -> &'static [Vec<[f64; PERIOD]>; 2] {
    static WAVES: OnceLock<[Vec<[f64; PERIOD]>; 2]> = OnceLock::new();
    WAVES.get_or_init(|| {
        [50.0, 60.0].map(|mains_hz| {
            let wave = |number: usize| {
                std::array::from_fn(|n| {
                    let turns = mains_hz * (number / 2 + 1) as f64 * n as f64 / RATE_HZ;
                    if number.is_multiple_of(2) { libm::sin(TAU * turns) } else { libm::cos(TAU * turns) }
                })
            };
            (0..2 * HARMONICS).map(wave).collect()
        })
    })
}

/// The low-pass: a sinc under a Kaiser window, its sum 1.
fn taps() -> &'static [f32; TAPS] {
    static WEIGHTS: OnceLock<[f32; TAPS]> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let centre = (TAPS / 2) as f64;
        let weights: [f64; TAPS] = std::array::from_fn(|n| {
            let offset = n as f64 - centre;
            let share = offset / centre;
            let angle = TAU * CUT_HZ / 16_000.0 * offset;
            let sinc = if offset == 0.0 { 1.0 } else { libm::sin(angle) / angle };
            sinc * super::to16k::bessel_i0(KAISER_BETA * libm::sqrt((1.0 - share * share).max(0.0)))
        });
        let sum: f64 = weights.iter().sum();
        weights.map(|weight| (weight / sum) as f32)
    })
}

/// Appends every [`DOWN`]th sample behind the low-pass for which there are inputs.
#[inline(always)]
fn decimate<S: Simd>(simd: S, held: &[f32], taps: &[f32; TAPS], out: &mut Vec<f32>) {
    let mut rest = held;
    let weights = [groups::<{ TAPS / LANES }>(taps).expect("as many taps as the type says"); LANES];
    while let Some(last) = rest.get((LANES - 1) * DOWN..)
        && groups::<{ TAPS / LANES }>(last).is_some()
    {
        let inputs = std::array::from_fn(|lane| groups(&rest[lane * DOWN..]).unwrap_or(weights[0]));
        out.extend_from_slice(dots(simd, inputs, weights).as_slice());
        rest = &rest[LANES * DOWN..];
    }
    // A loop, since an adapter's closure would not be compiled for the vectors.
    for window in rest.windows(TAPS).step_by(DOWN) {
        out.push(dot(simd, window, taps));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(wave: impl Fn(f64) -> f64) -> LowBand {
        let mut meter = LowBand::new();
        let samples: Vec<f32> = (0..32_000).map(|n| wave(f64::from(n) / 16_000.0) as f32).collect();
        for block in samples.chunks(777) {
            meter.push(block);
        }
        meter.end();
        meter
    }

    /// The oracle is arithmetic: amplitude 0.01 is -43.01 dBFS.
    #[test]
    fn hum_of_a_known_level_is_found_at_its_own_frequency_only() {
        for (mains_hz, own, other) in [(50.0, 0, 1), (60.0, 1, 0)] {
            let meter =
                band(|t| 0.01 * libm::sin(TAU * 2.0 * mains_hz * t) + 1e-4 * libm::sin(TAU * 777.0 * t));
            let hum = meter.hum(&[false; 199]).unwrap();
            assert!((hum[own].level_db + 43.01).abs() < 0.02, "{hum:?}");
            assert!(hum[own].prominence_db > 30.0 && hum[other].prominence_db < -30.0, "{hum:?}");
            assert!(meter.hum(&[true; 199]).is_none());
            let mut pause = [true; 199];
            pause[50..69].fill(false);
            assert!(meter.hum(&pause).is_none(), "0.14 s are too few");
            pause[50..70].fill(false);
            assert!((meter.hum(&pause).unwrap()[own].level_db + 43.01).abs() < 0.05);
        }
    }

    #[test]
    fn rumble_leaves_out_the_offset_and_what_is_above() {
        let meter = band(|t| {
            0.3 * (1.0 - libm::exp(-t / 0.001))
                + 0.01 * libm::sin(TAU * 25.0 * t)
                + 0.1 * libm::sin(TAU * 400.0 * t)
        });
        let level = meter.rumble_db(60..140).unwrap();
        assert!((level + 43.01).abs() < 0.3, "{level}");
        assert!(meter.rumble_db(0..0).is_none());
    }
}
