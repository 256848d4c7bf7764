//! Images that a weak interpolation left: the spectrum above an old Nyquist frequency mirrors the one below it.
//!
//! With `X(f)` the spectrum of a frame, the phase of `X(fc + d) X(fc - d)` is the same for all frames and offsets where
//! an image is, and anything where none is; the length of the mean of the unit phasors tells. Frames advance by half
//! of 40 ms, so the phase that the place of a frame adds is a whole or half turn.

use super::batch_fft::{LANES, Lanes};

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

/// One old Nyquist frequency.
struct Axis {
    hz: f64,
    /// Bin below or at the axis, and whether the axis is half-way to the next.
    bin: usize,
    half: bool,
    /// First offset, and one past the last for each range, in bins.
    first: usize,
    ends: [usize; 2],
}

/// Sums of the phasors of one frame at one axis, over the two ranges of offsets.
#[derive(Clone, Copy)]
struct Sums([(f32, f32); 2]);

/// Running sums of phasors per frame.
pub struct Mirror {
    axes: Vec<Axis>,
    /// Level of each frame.
    energies: Vec<f32>,
    /// Sums of each frame, axes in turn.
    sums: Vec<Sums>,
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
            let ends = FAR_HZ.map(|far| 1 + last(far.min(half_rate - EDGE_HZ - hz)));
            Axis { hz, bin: halves / 2, half, first: (NEAR_HZ / bin_hz + shift).ceil() as usize, ends }
        };
        let axes = AXES_HZ.into_iter().filter(|hz| hz + ROOM_HZ <= half_rate).map(axis).collect();
        Self { axes, energies: Vec::new(), sums: Vec::new() }
    }

    /// Takes in the spectra of some frames.
    pub fn push(&mut self, re: &[Lanes], im: &[Lanes], power: &[Lanes], frames: usize) {
        if self.axes.is_empty() {
            return;
        }
        let first = self.energies.len();
        self.energies.extend_from_slice(&energy(power)[..frames]);
        let at = self.sums.len();
        self.sums.resize(at + frames * self.axes.len(), Sums([(0.0, 0.0); 2]));
        for (number, axis) in self.axes.iter().enumerate() {
            let ranges = phasors(axis, re, im);
            for lane in 0..frames {
                // Half a turn where the frame begins at an odd half period of an axis between two bins.
                let sign = if axis.half && (first + lane) % 2 == 1 { -1.0 } else { 1.0 };
                self.sums[at + lane * self.axes.len() + number] =
                    Sums(ranges.map(|(re, im)| (sign * re[lane], sign * im[lane])));
            }
        }
    }

    /// Returns the coherence of the clearest image, or else the greatest, and its axis in hertz.
    pub fn finish(&self) -> Option<(f64, f64)> {
        if self.axes.is_empty() || self.energies.is_empty() {
            return None;
        }
        let mut loudest: Vec<usize> = (0..self.energies.len()).collect();
        let wanted = ((SHARE * loudest.len() as f64) as usize).clamp(LEAST, MOST).min(loudest.len());
        loudest.sort_by(|&a, &b| self.energies[b].total_cmp(&self.energies[a]).then(a.cmp(&b)));
        loudest.truncate(wanted);
        loudest.sort_unstable();
        let (mut best, mut clear) = ((0.0, self.axes[0].hz), None::<(f64, f64)>);
        for (number, axis) in self.axes.iter().enumerate() {
            for range in 0..FAR_HZ.len() {
                let (mut re, mut im) = (0.0f64, 0.0f64);
                for &frame in &loudest {
                    let (x, y) = self.sums[frame * self.axes.len() + number].0[range];
                    re += f64::from(x);
                    im += f64::from(y);
                }
                let pairs = (axis.ends[range] - axis.first) * loudest.len();
                let coherence = libm::hypot(re, im) / pairs.max(1) as f64;
                if coherence > best.0 {
                    best = (coherence, axis.hz);
                }
                let limit = if axis.hz < HIGH_HZ { LIMIT } else { HIGH_LIMIT };
                if coherence >= limit && clear.is_none_or(|(known, _)| coherence > known) {
                    clear = Some((coherence, axis.hz));
                }
            }
        }
        Some(clear.unwrap_or(best))
    }
}

#[multiversion::multiversion(targets("x86_64+avx2"))]
fn energy(power: &[Lanes]) -> Lanes {
    // Without the lowest bins, where an offset lies.
    let mut sum = [0f32; LANES];
    for power in power.iter().skip(2) {
        for l in 0..LANES {
            sum[l] += power[l];
        }
    }
    sum
}

/// Returns the sums of the unit phasors for the two ranges of offsets.
#[multiversion::multiversion(targets("x86_64+avx2"))]
fn phasors(axis: &Axis, re: &[Lanes], im: &[Lanes]) -> [(Lanes, Lanes); 2] {
    let mut sum = ([0f32; LANES], [0f32; LANES]);
    let mut ranges = [sum; 2];
    let mut offset = axis.first;
    for (range, &end) in ranges.iter_mut().zip(&axis.ends) {
        while offset < end {
            let (up, down) = (axis.bin + offset, axis.bin + usize::from(axis.half) - offset);
            for l in 0..LANES {
                let x = re[up][l] * re[down][l] - im[up][l] * im[down][l];
                let y = re[up][l] * im[down][l] + im[up][l] * re[down][l];
                let length = (x * x + y * y).sqrt().max(1e-30);
                sum.0[l] += x / length;
                sum.1[l] += y / length;
            }
            offset += 1;
        }
        *range = sum;
    }
    ranges
}
