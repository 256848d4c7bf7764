//! True peak: greatest magnitude after 4x oversampling (ITU-R BS.1770-4, annex 2).

use super::lanes::LANES;
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8};

/// Samples of history that one output needs besides the newest.
const HISTORY: usize = TAPS - 1;
const TAPS: usize = 12;
/// Samples that are looked at or skipped together.
const BLOCK: usize = 64;
/// A block with its history before it, and zeros up to whole vectors.
const WINDOW: usize = (HISTORY + BLOCK).next_multiple_of(LANES);

/// The interpolation filter of annex 2; phases 2 and 3 are phases 1 and 0 reversed.
const PHASES: [[f64; TAPS]; 4] = [
    [
        0.001_708_984_375,
        0.010_986_328_125,
        -0.019_653_320_312_5,
        0.033_203_125,
        -0.059_448_242_187_5,
        0.137_329_101_562_5,
        0.972_167_968_75,
        -0.102_294_921_875,
        0.047_607_421_875,
        -0.026_611_328_125,
        0.014_892_578_125,
        -0.008_300_781_25,
    ],
    [
        -0.029_174_804_687_5,
        0.029_296_875,
        -0.051_757_812_5,
        0.089_111_328_125,
        -0.166_503_906_25,
        0.465_087_890_625,
        0.779_785_156_25,
        -0.200_317_382_812_5,
        0.101_562_5,
        -0.058_227_539_062_5,
        0.033_081_054_687_5,
        -0.018_920_898_437_5,
    ],
    [
        -0.018_920_898_437_5,
        0.033_081_054_687_5,
        -0.058_227_539_062_5,
        0.101_562_5,
        -0.200_317_382_812_5,
        0.779_785_156_25,
        0.465_087_890_625,
        -0.166_503_906_25,
        0.089_111_328_125,
        -0.051_757_812_5,
        0.029_296_875,
        -0.029_174_804_687_5,
    ],
    [
        -0.008_300_781_25,
        0.014_892_578_125,
        -0.026_611_328_125,
        0.047_607_421_875,
        -0.102_294_921_875,
        0.972_167_968_75,
        0.137_329_101_562_5,
        -0.059_448_242_187_5,
        0.033_203_125,
        -0.019_653_320_312_5,
        0.010_986_328_125,
        0.001_708_984_375,
    ],
];
/// Greatest sum of magnitudes of a phase (2.0195), with a margin: no output exceeds the peak of its inputs times this.
const GREATEST_GAIN: f32 = 2.03;

/// A running true-peak meter.
pub struct TruePeak {
    history: [f32; HISTORY],
    peak: f32,
}

impl TruePeak {
    /// Creates a meter that has seen silence.
    pub fn new() -> Self {
        Self { history: [0.0; HISTORY], peak: 0.0 }
    }

    /// Takes in a block. Stretches too quiet to hold a new maximum are skipped, which changes no result.
    pub fn push(&mut self, block: &[f32]) {
        self.peak = dispatch!(simd::level(), simd => follow(simd, &mut self.history, self.peak, block));
    }

    /// Takes in silence until the filter is empty and returns the greatest magnitude, full scale 1.
    pub fn finish(mut self) -> f64 {
        self.push(&[0.0; HISTORY]);
        f64::from(self.peak)
    }
}

/// Returns the greatest magnitude up to the end of a block, `peak` being the one before.
#[inline(always)]
fn follow<S: Simd>(simd: S, history: &mut [f32; HISTORY], mut peak: f32, block: &[f32]) -> f32 {
    for part in block.chunks(BLOCK) {
        let mut window = [0f32; WINDOW];
        window[..HISTORY].copy_from_slice(history);
        window[HISTORY..HISTORY + part.len()].copy_from_slice(part);
        if greatest(simd, &window) * GREATEST_GAIN > peak {
            let values = interpolated(simd, &window);
            peak = values.iter().map(|values| greatest(simd, &values[..part.len()])).fold(peak, f32::max);
        }
        history.copy_from_slice(&window[part.len()..part.len() + HISTORY]);
    }
    peak
}

/// Returns the greatest magnitude.
#[inline(always)]
fn greatest<S: Simd>(simd: S, samples: &[f32]) -> f32 {
    let (groups, rest) = samples.as_chunks::<LANES>();
    let greatest = groups
        .iter()
        .fold(f32x8::splat(simd, 0.0), |greatest, group| greatest.max(f32x8::simd_from(simd, *group).abs()));
    let greatest: [f32; LANES] = greatest.into();
    greatest.into_iter().chain(rest.iter().map(|sample| sample.abs())).fold(0.0, f32::max)
}

/// Returns the values of each phase at the samples of a block.
#[inline(always)]
fn interpolated<S: Simd>(simd: S, window: &[f32; WINDOW]) -> [[f32; BLOCK]; 4] {
    let mut values = [[0f32; BLOCK]; 4];
    for from in (0..BLOCK).step_by(LANES) {
        let mut sums = [f32x8::splat(simd, 0.0); 4];
        for tap in 0..TAPS {
            let samples = f32x8::from_slice(simd, &window[from + tap..][..LANES]);
            for (sum, phase) in sums.iter_mut().zip(&PHASES) {
                // All weights are whole numbers over 2^15.
                *sum += samples * (phase[TAPS - 1 - tap] as f32);
            }
        }
        for (sum, values) in sums.iter().zip(&mut values) {
            sum.store_slice(&mut values[from..from + LANES]);
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annex_2_filter_is_symmetric_and_bounded() {
        for tap in 0..TAPS {
            assert_eq!(PHASES[0][tap], PHASES[3][TAPS - 1 - tap]);
            assert_eq!(PHASES[1][tap], PHASES[2][TAPS - 1 - tap]);
        }
        for phase in PHASES {
            assert!(phase.iter().map(|weight| weight.abs()).sum::<f64>() < f64::from(GREATEST_GAIN));
            assert!((phase.iter().sum::<f64>() - 1.0).abs() < 0.03);
        }
    }

    #[test]
    fn a_quarter_rate_sine_between_its_samples_is_found() {
        // A sine at a quarter of the rate, 45 degrees off: samples reach 0.707, the wave 1.0 (BS.1770-4: within 0.2 dB).
        let mut meter = TruePeak::new();
        let block: Vec<f32> = (0..4000u32)
            .map(|n| {
                let ramp = (f64::from(n) / 400.0).min(1.0);
                (ramp * libm::sin(std::f64::consts::FRAC_PI_4 * f64::from(2 * n + 1))) as f32
            })
            .collect();
        meter.push(&block);
        let level = 20.0 * meter.finish().log10();
        assert!(level.abs() < 0.2, "{level}");
    }
}
