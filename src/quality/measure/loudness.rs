//! Integrated loudness, ITU-R BS.1770-4, of one channel.
//!
//! The K-weighting is two recursive filters, slow one sample after the other. So a hop of 100 ms is cut into lanes
//! that are filtered side by side from rest; what the filter held at the start of each lane adds a known response,
//! which is put into the energies afterwards. The result is that of the plain recursion but for rounding.

use super::kept::Kept;
use super::lanes::{LANES, transposed};
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8, f64x8};
use std::sync::Arc;

/// States of the two filters.
const STATES: usize = 4;
type State = [f64; STATES];
/// Hops of a gating block of 400 ms.
const BLOCK: usize = 4;
/// Blocks below this do not count, LUFS, nor those this far under the mean of the others, LU.
const ABSOLUTE_GATE_LUFS: f64 = -70.0;
const RELATIVE_GATE_LU: f64 = -10.0;
/// Loudness of the mean square 1.
const OFFSET_LUFS: f64 = -0.691;

/// The K-weighting at one rate: a high shelf and a high-pass, transposed direct form II.
struct Weighting {
    shelf_b: [f64; 3],
    shelf_a: [f64; 2],
    high_a: [f64; 2],
}

impl Weighting {
    /// The analogue prototypes behind the coefficients that the Recommendation lists for 48 kHz.
    fn new(rate_hz: u32) -> Self {
        let turn = |hz: f64| libm::tan(std::f64::consts::PI * (hz / f64::from(rate_hz)).min(0.49));
        let (k, q) = (turn(1_681.974_450_955_533), 0.707_175_236_955_419_6);
        let high = libm::pow(10.0, 3.999_843_853_973_347 / 20.0);
        let band = libm::pow(high, 0.499_666_774_154_541_6);
        let norm = 1.0 / (1.0 + k / q + k * k);
        let shelf_b = [high + band * k / q + k * k, 2.0 * (k * k - high), high - band * k / q + k * k];
        let shelf_a = [2.0 * (k * k - 1.0) * norm, (1.0 - k / q + k * k) * norm];
        let (k, q) = (turn(38.135_470_876_024_44), 0.500_327_037_323_877_3);
        let high_norm = 1.0 / (1.0 + k / q + k * k);
        Self {
            shelf_b: shelf_b.map(|b| b * norm),
            shelf_a,
            high_a: [2.0 * (k * k - 1.0) * high_norm, (1.0 - k / q + k * k) * high_norm],
        }
    }

    /// Filters one sample.
    #[inline]
    fn next(&self, state: &mut State, sample: f64) -> f64 {
        let shelf = self.shelf_b[0] * sample + state[0];
        state[0] = self.shelf_b[1] * sample - self.shelf_a[0] * shelf + state[1];
        state[1] = self.shelf_b[2] * sample - self.shelf_a[1] * shelf;
        let out = shelf + state[2];
        state[2] = state[3] - 2.0 * shelf - self.high_a[0] * out;
        state[3] = shelf - self.high_a[1] * out;
        out
    }
}

/// What a hop in lanes needs, which depends on the rate alone.
struct Hop {
    weighting: Weighting,
    /// What the filters still give `n` samples after each state was 1.
    rest: Vec<State>,
    /// The sums of the products of those, and the states after a whole lane.
    products: [State; STATES],
    carried: [State; STATES],
}

static KEPT: Kept<Hop> = Kept::new();

/// A running loudness meter; 80 bytes a second.
pub struct Loudness {
    plan: Arc<Hop>,
    hop: usize,
    pending: Vec<f32>,
    state: State,
    /// Sums of squares of the hops.
    hops: Vec<f64>,
}

impl Hop {
    fn new(rate_hz: u32, hop: usize) -> Self {
        let weighting = Weighting::new(rate_hz);
        let mut states: [State; STATES] =
            std::array::from_fn(|one| std::array::from_fn(|index| f64::from(u8::from(index == one))));
        let rest: Vec<State> = (0..hop / LANES)
            .map(|_| std::array::from_fn(|one| weighting.next(&mut states[one], 0.0)))
            .collect();
        let mut products = [[0.0; STATES]; STATES];
        for rest in &rest {
            for (products, one) in products.iter_mut().zip(rest) {
                for (product, other) in products.iter_mut().zip(rest) {
                    *product += one * other;
                }
            }
        }
        Self { weighting, rest, products, carried: states }
    }
}

impl Loudness {
    /// Creates a meter for audio of this rate.
    pub fn new(rate_hz: u32) -> Self {
        let hop = ((rate_hz as usize + 5) / 10).max(1);
        let plan = KEPT.get(rate_hz, || Hop::new(rate_hz, hop));
        Self { plan, hop, pending: Vec::with_capacity(hop), state: [0.0; STATES], hops: Vec::new() }
    }

    /// Takes in a block of finite samples.
    pub fn push(&mut self, mut block: &[f32]) {
        while !block.is_empty() {
            let (now, later) = block.split_at(block.len().min(self.hop - self.pending.len()));
            self.pending.extend_from_slice(now);
            block = later;
            if self.pending.len() == self.hop {
                self.take_hop();
                self.pending.clear();
            }
        }
    }

    fn take_hop(&mut self) {
        let Hop { weighting, rest, products, carried } = &*self.plan;
        let found = dispatch!(simd::level(), simd => filter(simd, weighting, &self.pending, rest));
        let mut energy = 0.0;
        for at in 0..LANES {
            let before = self.state;
            energy += found.energy[at];
            for (one, &held) in before.iter().enumerate() {
                energy += 2.0 * held * found.overlap[one][at];
                for (product, other) in products[one].iter().zip(before) {
                    energy += held * product * other;
                }
            }
            for (index, state) in self.state.iter_mut().enumerate() {
                let carried: f64 = before.iter().zip(carried).map(|(held, after)| held * after[index]).sum();
                *state = found.state[index][at] + carried;
            }
        }
        for &sample in &self.pending[rest.len() * LANES..] {
            let out = weighting.next(&mut self.state, f64::from(sample));
            energy += out * out;
        }
        // Denormal numbers are slow.
        if self.state.iter().all(|state| state.abs() < 1e-30) {
            self.state = [0.0; STATES];
        }
        self.hops.push(energy.max(0.0));
    }

    /// Returns the integrated loudness, LUFS; `None` for less than 400 ms and where nothing passes the gate.
    pub fn finish(self) -> Option<f64> {
        let loudness = |power: f64| OFFSET_LUFS + 10.0 * libm::log10(power);
        let blocks: Vec<f64> = self
            .hops
            .windows(BLOCK)
            .map(|hops| hops.iter().sum::<f64>() / (BLOCK * self.hop) as f64)
            .collect();
        let above = |gate: f64| {
            let passed = blocks.iter().filter(|&&power| power > 0.0 && loudness(power) > gate);
            let (sum, count) = passed.fold((0.0, 0u32), |(sum, count), power| (sum + power, count + 1));
            (count > 0).then(|| sum / f64::from(count))
        };
        let gate = loudness(above(ABSOLUTE_GATE_LUFS)?) + RELATIVE_GATE_LU;
        above(gate.max(ABSOLUTE_GATE_LUFS)).map(loudness)
    }
}

/// What lanes filtered from rest give.
struct Found {
    energy: [f64; LANES],
    /// Sums of the outputs times what each held state would give.
    overlap: [[f64; LANES]; STATES],
    state: [[f64; LANES]; STATES],
}

/// The filters of all lanes, and sums of what they gave.
struct Running<S: Simd> {
    state: [f64x8<S>; STATES],
    energy: f64x8<S>,
    overlap: [f64x8<S>; STATES],
}

impl<S: Simd> Running<S> {
    /// Takes in a sample of each lane.
    #[inline(always)]
    fn take(&mut self, weighting: &Weighting, sample: f64x8<S>, rest: &State) {
        let [b0, b1, b2] = weighting.shelf_b;
        let ([a1, a2], [c1, c2]) = (weighting.shelf_a, weighting.high_a);
        let [s0, s1, s2, s3] = self.state;
        let shelf = sample * b0 + s0;
        let out = shelf + s2;
        self.state = [
            (sample * b1 + s1) - shelf * a1,
            sample * b2 - shelf * a2,
            (s3 - (shelf + shelf)) - out * c1,
            shelf - out * c2,
        ];
        self.energy += out * out;
        for (overlap, rest) in self.overlap.iter_mut().zip(rest) {
            *overlap += out * *rest;
        }
    }
}

/// Filters all lanes of a hop side by side from rest; lane `l` is the `l`-th of equal parts.
#[inline(always)]
fn filter<S: Simd>(simd: S, weighting: &Weighting, samples: &[f32], rest: &[State]) -> Found {
    let none = f64x8::splat(simd, 0.0);
    let mut running = Running { state: [none; STATES], energy: none, overlap: [none; STATES] };
    let length = rest.len();
    let parts: [&[f32]; LANES] = std::array::from_fn(|lane| &samples[lane * length..(lane + 1) * length]);
    let (whole, last) = rest.as_chunks::<LANES>();
    for (index, rest) in whole.iter().enumerate() {
        let rows = parts.map(|part| f32x8::from_slice(simd, &part[index * LANES..(index + 1) * LANES]));
        for (column, rest) in transposed(rows).into_iter().zip(rest) {
            let (low, high) = column.widen();
            running.take(weighting, low.combine(high), rest);
        }
    }
    for (index, rest) in last.iter().enumerate() {
        let column = parts.map(|part| f64::from(part[whole.len() * LANES + index]));
        running.take(weighting, f64x8::simd_from(simd, column), rest);
    }
    let Running { state, energy, overlap } = running;
    Found { energy: energy.into(), overlap: overlap.map(Into::into), state: state.map(Into::into) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Noise;

    fn tone(rate_hz: u32, seconds: f64, hz: f64, peak: f64) -> Vec<f32> {
        (0..(seconds * f64::from(rate_hz)) as u32)
            .map(|n| {
                (peak * libm::sin(std::f64::consts::TAU * hz * f64::from(n) / f64::from(rate_hz))) as f32
            })
            .collect()
    }

    fn measure(rate_hz: u32, samples: &[f32]) -> Option<f64> {
        let mut meter = Loudness::new(rate_hz);
        samples.chunks(777).for_each(|block| meter.push(block));
        meter.finish()
    }

    #[test]
    fn a_full_scale_sine_of_997_hz_in_one_channel_is_at_minus_3_01() {
        // BS.1770-4, annex 1: 0 dBFS at 997 Hz in one front channel reads -3.01 LKFS.
        // At low rates the shelf is squeezed: the filter is defined at 48 kHz only.
        for (rate, tolerance) in
            [(8_000, 0.1), (16_000, 0.05), (44_100, 0.02), (48_000, 0.01), (96_000, 0.02)]
        {
            let loudness = measure(rate, &tone(rate, 3.0, 997.0, 1.0)).unwrap();
            assert!((loudness + 3.01).abs() < tolerance, "{rate}: {loudness}");
        }
    }

    #[test]
    fn lanes_give_what_the_plain_recursion_gives() {
        for rate in [8_000u32, 11_025, 44_100, 48_000] {
            let mut noise = Noise::new(1);
            let samples: Vec<f32> = (0..rate)
                .map(|n| 0.05 + noise.bits(16) as f32 / 655_360.0 * (n as f32 / 3000.0).sin())
                .collect();
            let mut meter = Loudness::new(rate);
            meter.push(&samples);
            let (weighting, mut state) = (Weighting::new(rate), [0.0; STATES]);
            for (hop, energy) in samples.chunks_exact(meter.hop).zip(&meter.hops) {
                let plain: f64 =
                    hop.iter().map(|&x| weighting.next(&mut state, f64::from(x))).map(|y| y * y).sum();
                assert!((energy / plain - 1.0).abs() < 1e-9, "{rate}: {energy} {plain}");
            }
        }
    }

    #[test]
    fn quiet_parts_are_gated_out_and_short_takes_have_no_loudness() {
        // EBU Tech 3341, cases 1 and 3, in one channel, which is 3 LU less than in two.
        let level = |db: f64| libm::pow(10.0, db / 20.0);
        for rate in [16_000, 44_100, 48_000, 96_000] {
            let steady = measure(rate, &tone(rate, 3.0, 1000.0, level(-23.0))).unwrap();
            assert!((steady + 26.0).abs() < 0.05, "{rate}: {steady}");
            let mut samples = tone(rate, 5.0, 1000.0, level(-36.0));
            samples.extend(tone(rate, 20.0, 1000.0, level(-23.0)));
            samples.extend(tone(rate, 5.0, 1000.0, level(-36.0)));
            let gated = measure(rate, &samples).unwrap();
            assert!((gated + 26.0).abs() < 0.1, "{rate}: {gated}");
        }
        assert_eq!(measure(48_000, &tone(48_000, 0.399, 1000.0, 1.0)), None);
        assert!(measure(48_000, &tone(48_000, 0.4, 1000.0, 1.0)).is_some());
        assert_eq!(measure(48_000, &tone(48_000, 2.0, 1000.0, level(-75.0))), None);
        assert!(measure(1_000, &tone(1_000, 1.0, 100.0, 1.0)).unwrap().is_finite());
    }
}
