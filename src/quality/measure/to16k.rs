//! To 16 kHz for everything that is measured of speech: a polyphase FIR, sample by sample in a fixed order.
//!
//! The filter is a sinc under a Kaiser window (beta 5) that spans ten zero crossings each side, the
//! default of `scipy.signal.resample_poly`, by which the limits of the checks were found.

use super::kept::Kept;
use super::lanes::{LANES, dot, dots, groups};
use crate::simd;
use fearless_simd::dispatch;
use fearless_simd::prelude::*;
use std::ops::Range;
use std::sync::Arc;

const OUT_HZ: u64 = 16_000;
/// More phases than this are interpolated between [`SHARED_PHASES`], so that odd rates need no huge table.
const MOST_PHASES: u64 = 640;
const SHARED_PHASES: usize = 512;
static KERNELS: Kept<Kernel> = Kept::new();

/// The filter for one input rate.
struct Kernel {
    up: u64,
    down: u64,
    /// Whole inputs from output to output, and parts of one beyond them.
    step: usize,
    part: u64,
    /// Taps on each side of the centre, in input samples.
    reach: usize,
    /// Taps of a phase, a multiple of [`LANES`].
    taps: usize,
    /// Phases of the table.
    phases: usize,
    /// Whether every position has a phase of its own; else two neighbours are interpolated.
    exact: bool,
    table: Vec<f32>,
}

impl Kernel {
    fn new(rate_hz: u32) -> Self {
        let shared = greatest_common_divisor(u64::from(rate_hz), OUT_HZ);
        let (up, down) = (OUT_HZ / shared, u64::from(rate_hz) / shared);
        let exact = up <= MOST_PHASES;
        let phases = if exact { up as usize } else { SHARED_PHASES };
        let widest = up.max(down) as f64;
        let half_length = 10.0 * widest;
        let reach = (half_length / up as f64).ceil() as usize + 1;
        let taps = (2 * reach + 1).next_multiple_of(LANES);
        let mut weights = vec![0.0f64; (phases + 1) * taps];
        for phase in 0..=phases {
            for tap in 0..=2 * reach {
                let offset = (phase as f64 / phases as f64 + reach as f64 - tap as f64) * up as f64;
                weights[phase * taps + tap] = kaiser_sinc(offset, half_length, widest);
            }
        }
        let scale = phases as f64 / weights[..phases * taps].iter().sum::<f64>();
        let table = weights.iter().map(|weight| (weight * scale) as f32).collect();
        let (step, part) = ((down / up) as usize, down % up);
        Self { up, down, step, part, reach, taps, phases, exact, table }
    }

    fn phase(&self, index: usize) -> &[f32] {
        &self.table[index * self.taps..(index + 1) * self.taps]
    }
}

/// A running converter. The first sample is taken as zero and both ends are held, so that a constant
/// offset gives no step.
pub struct To16k {
    kernel: Option<Arc<Kernel>>,
    first: Option<f32>,
    last: f32,
    /// Inputs from the oldest that is still needed.
    held: Vec<f32>,
    /// Index of `held[0]` in the stream that begins with `reach` zeros.
    dropped: u64,
    taken: u64,
    given: u64,
}

impl To16k {
    /// Creates a converter from this rate.
    pub fn new(rate_hz: u32) -> Self {
        let kernel = (u64::from(rate_hz) != OUT_HZ).then(|| KERNELS.get(rate_hz, || Kernel::new(rate_hz)));
        let held = vec![0.0; kernel.as_ref().map_or(0, |kernel| kernel.reach)];
        Self { kernel, first: None, last: 0.0, held, dropped: 0, taken: 0, given: 0 }
    }

    /// Returns what is taken off every sample: the first one.
    pub fn offset(&self) -> f32 {
        self.first.unwrap_or(0.0)
    }

    /// Takes in a block and appends what can be computed by now.
    pub fn push(&mut self, block: &[f32], out: &mut Vec<f32>) {
        let Some(&start) = block.first() else { return };
        let first = *self.first.get_or_insert(start);
        self.last = block[block.len() - 1] - first;
        self.taken += block.len() as u64;
        if self.kernel.is_none() {
            out.extend(block.iter().map(|sample| sample - first));
            self.given = self.taken;
            return;
        }
        self.held.extend(block.iter().map(|sample| sample - first));
        self.produce(u64::MAX, out);
    }

    /// Appends the rest: the total is the number of inputs times 16000 over the rate, rounded up.
    pub fn finish(&mut self, out: &mut Vec<f32>) {
        let Some(kernel) = &self.kernel else { return };
        let total = (self.taken * kernel.up).div_ceil(kernel.down);
        let hold = kernel.taps + 1;
        self.held.extend(std::iter::repeat_n(self.last, hold));
        self.produce(total, out);
    }

    fn produce(&mut self, total: u64, out: &mut Vec<f32>) {
        let Some(kernel) = &self.kernel else { return };
        self.given = dispatch!(simd::level(), simd => filter(simd, kernel, &self.held, self.dropped, self.given..total, out));
        let needed = ((self.given * kernel.down / kernel.up - self.dropped) as usize).min(self.held.len());
        self.held.drain(..needed);
        self.dropped += needed as u64;
    }
}

/// Where an output lies.
#[derive(Clone, Copy)]
struct Place {
    /// The first of its inputs.
    start: usize,
    /// How far it is beyond, in parts of an input; there are [`Kernel::up`].
    beyond: u64,
}

impl Place {
    fn of(index: u64, kernel: &Kernel, dropped: u64) -> Self {
        let position = index * kernel.down;
        Self { start: (position / kernel.up - dropped) as usize, beyond: position % kernel.up }
    }

    /// Moves on to the next output; returns the place before.
    #[inline(always)]
    fn next(&mut self, kernel: &Kernel) -> Self {
        let before = *self;
        self.start += kernel.step;
        self.beyond += kernel.part;
        if self.beyond >= kernel.up {
            self.start += 1;
            self.beyond -= kernel.up;
        }
        before
    }
}

/// Appends those of the `wanted` outputs for which there are inputs, `held` being those from `dropped` on; returns the
/// index of the first that is left.
#[inline(always)]
fn filter<S: Simd>(
    simd: S,
    kernel: &Kernel,
    held: &[f32],
    dropped: u64,
    wanted: Range<u64>,
    out: &mut Vec<f32>,
) -> u64 {
    let mut at = Place::of(wanted.start, kernel, dropped);
    let inputs = |start: usize| held.get(start..start + kernel.taps);
    let mut index = wanted.start;
    if kernel.exact {
        // Groups of taps at the usual rates of microphones: 44.1 and 48 kHz, and 96.
        index += match kernel.taps / LANES {
            8 => side_by_side::<8, S>(simd, kernel, held, &mut at, wanted.end - index, out),
            16 => side_by_side::<16, S>(simd, kernel, held, &mut at, wanted.end - index, out),
            _ => 0,
        };
    }
    while index < wanted.end {
        let Place { start, beyond } = at.next(kernel);
        let Some(inputs) = inputs(start) else { return index };
        out.push(if kernel.exact {
            dot(simd, inputs, kernel.phase(beyond as usize))
        } else {
            let scaled = beyond * kernel.phases as u64;
            let (phase, share) =
                ((scaled / kernel.up) as usize, (scaled % kernel.up) as f32 / kernel.up as f32);
            let below = dot(simd, inputs, kernel.phase(phase));
            let above = dot(simd, inputs, kernel.phase(phase + 1));
            below + share * (above - below)
        });
        index += 1;
    }
    index
}

/// Appends at most `most` outputs, as many at once as there are lanes, while there are inputs; returns their number.
#[inline(always)]
fn side_by_side<const G: usize, S: Simd>(
    simd: S,
    kernel: &Kernel,
    held: &[f32],
    at: &mut Place,
    most: u64,
    out: &mut Vec<f32>,
) -> u64 {
    let furthest = (LANES - 1) * (kernel.step + 1);
    let phase = |beyond: u64| groups::<G>(kernel.phase(beyond as usize));
    let (Some(first), mut count) = (phase(0), 0) else { return 0 };
    while most - count >= LANES as u64
        && let Some(inputs) = held.get(at.start..at.start + furthest + kernel.taps)
    {
        let start = at.start;
        let places: [Place; LANES] = std::array::from_fn(|_| at.next(kernel));
        let rows = places.map(|place| groups(&inputs[place.start - start..]).unwrap_or(first));
        let found = if kernel.up == 1 {
            dots(simd, rows, [first; LANES])
        } else {
            dots(simd, rows, places.map(|place| phase(place.beyond).unwrap_or(first)))
        };
        out.extend_from_slice(found.as_slice());
        count += LANES as u64;
    }
    count
}

fn kaiser_sinc(offset: f64, half_length: f64, widest: f64) -> f64 {
    const BETA: f64 = 5.0;
    let share = offset / half_length;
    if share.abs() > 1.0 {
        return 0.0;
    }
    let angle = std::f64::consts::PI * offset / widest;
    let sinc = if angle == 0.0 { 1.0 } else { libm::sin(angle) / angle };
    sinc * bessel_i0(BETA * libm::sqrt(1.0 - share * share))
}

/// The modified Bessel function of order 0 by its power series, for arguments up to about 10.
pub(super) fn bessel_i0(x: f64) -> f64 {
    let quarter = 0.25 * x * x;
    let (mut term, mut sum) = (1.0, 1.0);
    for k in 1..40 {
        term *= quarter / f64::from(k * k);
        sum += term;
        if term < 1e-17 * sum {
            break;
        }
    }
    sum
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(rate_hz: u32, input: &[f32]) -> Vec<f32> {
        let (mut converter, mut out) = (To16k::new(rate_hz), Vec::new());
        for block in input.chunks(1000) {
            converter.push(block, &mut out);
        }
        converter.finish(&mut out);
        out
    }

    #[test]
    fn a_tone_keeps_its_place_and_level() {
        // Oracle: the same tone computed at 16 kHz. The default filter of resample_poly ripples by 0.05 dB at most.
        for rate in [8_000u32, 11_025, 22_050, 44_100, 48_000, 96_000, 44_099, 767_999] {
            let input: Vec<f32> = (0..rate / 4)
                .map(|n| libm::sin(std::f64::consts::TAU * 1000.0 * f64::from(n) / f64::from(rate)) as f32)
                .collect();
            let out = convert(rate, &input);
            assert_eq!(out.len() as u64, (input.len() as u64 * 16_000).div_ceil(u64::from(rate)));
            for (n, &sample) in out.iter().enumerate().skip(100).take(out.len() - 200) {
                let ideal = libm::sin(std::f64::consts::TAU * 1000.0 * n as f64 / 16_000.0) as f32;
                assert!((sample - ideal).abs() < 0.005, "{rate} Hz, sample {n}: {sample} for {ideal}");
            }
        }
    }

    #[test]
    fn a_constant_gives_no_step_and_short_inputs_pass() {
        for rate in [8_000u32, 44_100, 48_000] {
            assert!(convert(rate, &[0.25; 500]).iter().all(|&sample| sample == 0.0));
            assert_eq!(convert(rate, &[0.5]).len(), 16_000u32.div_ceil(rate) as usize);
            assert!(convert(rate, &[]).is_empty());
        }
    }
}
