//! Images that a weak interpolation left: the spectrum above an old Nyquist frequency mirrors the one below it.
//!
//! With `X(f)` the spectrum of a frame, the phase of `X(fc + d) X(fc - d)` is the same for all frames and offsets where
//! an image is, and anything where none is; the length of the mean of the unit phasors tells. Frames advance by half
//! of 40 ms, so the phase that the place of a frame adds is a whole or half turn.
//!
//! Noise that came after the interpolation fills the image where it is weak, and its phases are as many as those of the
//! image. So the frames are looked at a second time, by ranges of offsets: those where both sides stand above their own
//! noise, and there a pair counts by its power.

use super::batch_fft::{Bin, Lanes};
use super::lanes::{LANES, sums};
use super::stats::quantile;
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8};

/// Old Nyquist frequencies that are looked at, in hertz.
const AXES_HZ: [f64; 6] = [4_000.0, 5_512.5, 6_000.0, 8_000.0, 11_025.0, 12_000.0];
/// Offsets that are looked at, in hertz: soft filters leave an image near the axis only, linear interpolation far beyond.
const NEAR_HZ: f64 = 40.0;
const FAR_HZ: [f64; 2] = [250.0, 1_200.0];
/// Hertz between the axis and the end of the band that are needed.
const ROOM_HZ: f64 = 350.0;
/// Hertz at the end of the band that are left out.
const EDGE_HZ: f64 = 100.0;
/// From here on an image counts: natural sounds reach 0.35; above [`HIGH_HZ`] codecs fold up to 0.55.
const LIMIT: f64 = 0.45;
const HIGH_LIMIT: f64 = 0.65;
const HIGH_HZ: f64 = 10_000.0;
/// Share of the frames that are looked at, the loudest, and how many.
const SHARE: f64 = 0.6;
const LEAST: usize = 8;
const MOST: usize = 400;
/// Ends of the ranges of offsets that are compared with the noise, in hertz.
const CELLS_HZ: [f64; 3] = [250.0, 600.0, 1_200.0];
/// The noise of a range is the power that this share of the frames stays below; a range stands out from twice that on.
const NOISE_SHARE: f64 = 0.2;
const OUT_OF_NOISE: f64 = 2.0;
/// Frames with this little of the greatest power hold no noise but digital silence.
const SILENCE: f32 = 1e-12;
/// As many frames (by the spread of their weights) must stand out: the phases of one frame are not independent.
const LEAST_OUT: f64 = 16.0;
/// Steps of a stored coherence.
const STEPS: f32 = 32_767.0;

/// One old Nyquist frequency.
struct Axis {
    hz: f64,
    /// Bin below or at the axis, and whether the axis is half-way to the next.
    bin: usize,
    half: bool,
    /// First offset, and one past the last for each range, in bins.
    first: usize,
    ends: [usize; 2],
    cells: [usize; 3],
}

/// Sums of the phasors of one frame at one axis, over the two ranges of offsets.
#[derive(Clone, Copy)]
struct Sums([(f32, f32); 2]);

/// One range of offsets of one frame at one axis.
#[derive(Clone, Copy)]
struct Cell {
    /// Sum of the products over the root of both powers, in [`STEPS`].
    re: i16,
    im: i16,
    /// Power above and below the axis: the upper half of the bits of an `f32`, which keep 0.03 dB and the order.
    powers: [u16; 2],
}

/// What [`phasors`] finds, a lane a frame.
struct Found {
    unit: [(Lanes, Lanes); 2],
    product: [(Lanes, Lanes); 3],
    powers: [[Lanes; 2]; 3],
}

/// Running sums of phasors per frame; 12 kB a second with six axes.
pub struct Mirror {
    axes: Vec<Axis>,
    /// Level of each frame.
    energies: Vec<f32>,
    /// Sums of each frame, axes in turn.
    sums: Vec<Sums>,
    /// Ranges against the noise of each frame, axes in turn.
    cells: Vec<[Cell; 3]>,
}

impl Mirror {
    /// Creates a meter for spectra of this rate and resolution.
    pub fn new(rate_hz: u32, bin_hz: f64) -> Self {
        let half_rate = f64::from(rate_hz) / 2.0;
        let axis = |hz: f64| {
            let halves = (2.0 * hz / bin_hz).round() as usize;
            let half = halves % 2 == 1;
            let shift = if half { 0.5 } else { 0.0 };
            // Offset `i` stands for (i - shift) bins.
            let last = |hz: f64| (hz / bin_hz + shift).floor() as usize;
            let end = |far: f64| 1 + last(far.min(half_rate - EDGE_HZ - hz));
            let (ends, cells) = (FAR_HZ.map(end), CELLS_HZ.map(end));
            Axis { hz, bin: halves / 2, half, first: (NEAR_HZ / bin_hz + shift).ceil() as usize, ends, cells }
        };
        let axes = AXES_HZ.into_iter().filter(|hz| hz + ROOM_HZ <= half_rate).map(axis).collect();
        Self { axes, energies: Vec::new(), sums: Vec::new(), cells: Vec::new() }
    }

    /// Makes room for so many frames.
    pub fn reserve(&mut self, frames: usize) {
        self.energies.reserve_exact(frames);
        self.sums.reserve_exact(frames * self.axes.len());
        self.cells.reserve_exact(frames * self.axes.len());
    }

    /// Takes in the spectra of some frames.
    pub fn push(&mut self, bins: &[Bin], power: &[Lanes], frames: usize) {
        if self.axes.is_empty() {
            return;
        }
        let first = self.energies.len();
        // Without the lowest bins, where an offset lies.
        let energies = dispatch!(simd::level(), simd => sums(simd, power.get(2..).unwrap_or(&[])));
        self.energies.extend_from_slice(&energies[..frames]);
        let at = self.sums.len();
        let size = at + frames * self.axes.len();
        self.sums.resize(size, Sums([(0.0, 0.0); 2]));
        self.cells.resize(size, [Cell { re: 0, im: 0, powers: [0; 2] }; 3]);
        for (number, axis) in self.axes.iter().enumerate() {
            let found = dispatch!(simd::level(), simd => phasors(simd, axis, bins, power));
            for lane in 0..frames {
                // Half a turn where the frame begins at an odd half period of an axis between two bins.
                let sign = if axis.half && (first + lane) % 2 == 1 { -1.0 } else { 1.0 };
                let to = at + lane * self.axes.len() + number;
                self.sums[to] = Sums(found.unit.map(|(re, im)| (sign * re[lane], sign * im[lane])));
                self.cells[to] = std::array::from_fn(|cell| found.cell(cell, lane, sign));
            }
        }
    }

    /// Returns the coherence and the axis in hertz of the lowest clear image, or else the greatest coherence.
    ///
    /// The band ends at the lowest: linear interpolation from 8 kHz leaves images at 4 and at 12 kHz.
    pub fn finish(&self) -> Option<(f64, f64)> {
        if self.axes.is_empty() || self.energies.is_empty() {
            return None;
        }
        let mut loudest: Vec<usize> = (0..self.energies.len()).collect();
        let wanted = ((SHARE * loudest.len() as f64) as usize).clamp(LEAST, MOST).min(loudest.len());
        loudest.sort_by(|&a, &b| self.energies[b].total_cmp(&self.energies[a]).then(a.cmp(&b)));
        loudest.truncate(wanted);
        loudest.sort_unstable();
        let mut best = (0.0, self.axes[0].hz);
        for (number, axis) in self.axes.iter().enumerate() {
            let mut coherences = [0.0; 2];
            for (range, coherence) in coherences.iter_mut().enumerate() {
                let (mut re, mut im) = (0.0f64, 0.0f64);
                for &frame in &loudest {
                    let (x, y) = self.sums[frame * self.axes.len() + number].0[range];
                    re += f64::from(x);
                    im += f64::from(y);
                }
                let pairs = (axis.ends[range] - axis.first) * loudest.len();
                *coherence = libm::hypot(re, im) / pairs.max(1) as f64;
            }
            let coherence = coherences.into_iter().fold(self.out_of_noise(number).unwrap_or(0.0), f64::max);
            if coherence > best.0 {
                best = (coherence, axis.hz);
            }
            let limit = if axis.hz < HIGH_HZ { LIMIT } else { HIGH_LIMIT };
            if coherence >= limit {
                return Some((coherence, axis.hz));
            }
        }
        Some(best)
    }

    /// Returns the coherence at an axis over all that stands out of the noise, or `None` where that is too little.
    fn out_of_noise(&self, number: usize) -> Option<f64> {
        let axis = &self.axes[number];
        let (mut re, mut im) = (0.0f64, 0.0f64);
        let mut pairs = vec![0usize; self.energies.len()];
        let mut from = axis.first;
        for (cell, &end) in axis.cells.iter().enumerate() {
            let count = end.saturating_sub(from);
            from = from.max(end);
            if count == 0 {
                continue;
            }
            let cells = || self.cells.iter().skip(number).step_by(self.axes.len()).map(|cells| &cells[cell]);
            let limits = [0, 1].map(|side| {
                let powers: Vec<f32> = cells().map(|cell| wide(cell.powers[side])).collect();
                let greatest = powers.iter().copied().fold(0.0, f32::max);
                let sound: Vec<f32> =
                    powers.into_iter().filter(|&power| power > greatest * SILENCE).collect();
                OUT_OF_NOISE * quantile(&sound, NOISE_SHARE)
            });
            for (pairs, cell) in pairs.iter_mut().zip(cells()) {
                if (0..2).all(|side| f64::from(wide(cell.powers[side])) > limits[side]) {
                    re += f64::from(cell.re) * count as f64;
                    im += f64::from(cell.im) * count as f64;
                    *pairs += count;
                }
            }
        }
        let sum: f64 = pairs.iter().map(|&pairs| pairs as f64).sum();
        let squares: f64 = pairs.iter().map(|&pairs| (pairs * pairs) as f64).sum();
        (sum * sum >= LEAST_OUT * squares && sum > 0.0)
            .then(|| (libm::hypot(re, im) / (f64::from(STEPS) * sum)).min(1.0))
    }
}

impl Found {
    /// Returns what is kept of one frame and range.
    fn cell(&self, cell: usize, lane: usize, sign: f32) -> Cell {
        let (re, im) = &self.product[cell];
        let [above, below] = self.powers[cell].map(|power| power[lane]);
        let gain = sign * STEPS / (above.sqrt() * below.sqrt()).max(1e-30);
        Cell {
            // A cast of a float stays within the type.
            re: (re[lane] * gain).round() as i16,
            im: (im[lane] * gain).round() as i16,
            powers: [above, below].map(|power| (power.to_bits() >> 16) as u16),
        }
    }
}

/// Returns the power of stored upper bits.
fn wide(bits: u16) -> f32 {
    f32::from_bits(u32::from(bits) << 16)
}

/// Returns the sums of the unit phasors for the two ranges of offsets, and of products and powers for the three.
#[inline(always)]
fn phasors<S: Simd>(simd: S, axis: &Axis, bins: &[Bin], power: &[Lanes]) -> Found {
    const NONE: Lanes = [0.0; LANES];
    let mut found = Found { unit: [(NONE, NONE); 2], product: [(NONE, NONE); 3], powers: [[NONE; 2]; 3] };
    let (load, none) = (|lanes: &Lanes| f32x8::simd_from(simd, *lanes), f32x8::splat(simd, 0.0));
    let mut unit = (none, none);
    let mut offset = axis.first;
    for (cell, &end) in axis.cells.iter().enumerate() {
        let (mut product, mut above, mut below) = ((none, none), none, none);
        while offset < end {
            let (up, down) = (axis.bin + offset, axis.bin + usize::from(axis.half) - offset);
            let (high, low) = (&bins[up], &bins[down]);
            let ((a, b), (c, d)) = ((load(&high.re), load(&high.im)), (load(&low.re), load(&low.im)));
            let (x, y) = (a * c - b * d, a * d + b * c);
            let length = (x * x + y * y).sqrt().max(1e-30);
            unit = (unit.0 + x / length, unit.1 + y / length);
            product = (product.0 + x, product.1 + y);
            above += load(&power[up]);
            below += load(&power[down]);
            offset += 1;
        }
        found.product[cell] = (product.0.into(), product.1.into());
        found.powers[cell] = [above.into(), below.into()];
        for (range, &end) in found.unit.iter_mut().zip(&axis.ends) {
            if offset <= end {
                *range = (unit.0.into(), unit.1.into());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::spectrum::Spectrum;

    /// A 64-bit linear congruential generator; values from -1 to 1.
    struct Noise(u64);

    impl Noise {
        fn next(&mut self) -> f64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 11) as f64 / 2f64.powi(52) - 1.0
        }
    }

    /// The sound of tests/fixtures/quality/mirror.py: bursts, drawn straight to a multiple of their rate, then noise.
    fn sound(old_rate: usize, factor: usize, burst_s: f64, noise_level: f64) -> Vec<f32> {
        let (mut noise, mut once, mut twice) = (Noise(5), 0.0, 0.0);
        let low: Vec<f64> = (0..4 * old_rate)
            .map(|i| {
                let loud = (i as f64) < burst_s * old_rate as f64 && i / (old_rate / 5) % 2 == 1;
                once = 0.6 * once + if loud { 0.05 } else { 0.0 } * noise.next();
                twice = 0.6 * twice + once;
                twice
            })
            .collect();
        (0..low.len() * factor)
            .map(|i| {
                let (from, next) = (low[i / factor], low[(i / factor + 1).min(low.len() - 1)]);
                let share = (i % factor) as f64 / factor as f64;
                (from + (next - from) * share + noise_level * noise.next()) as f32
            })
            .collect()
    }

    #[test]
    fn images_are_found_below_the_noise_and_nowhere_else() {
        // Oracle: mirror() of tests/fixtures/quality/mirror.py, in numpy.
        for (old_rate, factor, burst_s, noise, coherence, hz) in [
            (8000, 2, 9.0, 0.0, 0.9939, 4000.0),
            (8000, 2, 9.0, 0.003, 0.9343, 4000.0),
            (8000, 6, 9.0, 0.016, 0.6102, 4000.0),
            (8000, 2, 9.0, 0.012, 0.5787, 4000.0),
            (8000, 2, 9.0, 0.03, 0.1671, 4000.0),
            (11025, 2, 9.0, 0.002, 0.9701, 5512.5),
            (24000, 2, 9.0, 0.002, 0.9717, 12000.0),
            (8000, 2, 0.3, 0.003, 0.0472, 4000.0),
            (16000, 1, 9.0, 0.0003, 0.0555, 6000.0),
            (48000, 1, 9.0, 0.0003, 0.0514, 8000.0),
        ] {
            let samples = sound(old_rate, factor, burst_s, noise);
            let mut spectrum = Spectrum::new((old_rate * factor) as u32);
            for block in samples.chunks(1_000) {
                spectrum.push(block);
            }
            let found: (f64, f64) = spectrum.finish().mirror.unwrap();
            assert!(
                (found.0 - coherence).abs() < 0.002 && found.1 == hz,
                "{old_rate} Hz, {factor} times, noise {noise}: {found:?} for {coherence} at {hz} Hz"
            );
        }
    }
}
