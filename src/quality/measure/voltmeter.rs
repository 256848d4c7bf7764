//! The 80 Hz high-pass and the speech voltmeter behind it, a hop at a time.
//!
//! Both are recursions, slow one sample after the other. So a hop is cut into lanes that are filtered side by side from
//! rest, and what the filters held at the start of each lane is added afterwards as the known response that it is. The
//! result is that of the plain recursion but for rounding.

use super::biquad::Biquad;
use super::lanes::{LANES, transposed};
use super::p56::{ActiveLevel, Envelope, smoothing};
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8, f64x8};
use std::sync::OnceLock;

/// Samples of a hop at 16 kHz.
pub const HOP: usize = 160;
/// Samples between two stored envelopes, which are those of a lane.
pub const STEP: usize = HOP / LANES;

/// The voltmeter of a stream at 16 kHz.
pub struct Voltmeter {
    highpass: Biquad,
    active: ActiveLevel,
}

impl Voltmeter {
    /// Creates a meter at rest.
    pub fn new() -> Self {
        Self { highpass: highpass(), active: ActiveLevel::new() }
    }

    /// Takes in a hop less `offset`; returns its sum of squares behind the high-pass, and the envelopes at the ends of its
    /// steps.
    pub fn take_hop(&mut self, hop: &[f32; HOP], offset: f32) -> (f64, [Envelope; LANES]) {
        let responses = Responses::shared();
        let (mut highpass, mut envelope) = (self.highpass.state(), self.active.state());
        let heard = dispatch!(simd::level(), simd => responses.filter(simd, hop, offset, &mut highpass, &mut envelope));
        self.highpass.set_state(highpass);
        self.active.take(&heard.envelopes, heard.range, envelope, heard.squares);
        (heard.squares, heard.envelopes[STEP - 1].map(Envelope::of))
    }

    /// Takes in the samples after the last whole hop less `offset`; returns their sum of squares behind the high-pass.
    pub fn take_rest(&mut self, samples: &[f32], offset: f32) -> f64 {
        let mut squares = 0.0;
        for &sample in samples {
            let clean = self.highpass.next(f64::from(sample - offset));
            self.active.push(clean);
            squares += clean * clean;
        }
        squares
    }

    /// Returns the active speech level in dBov and the activity (0 to 1); `None` without speech.
    pub fn finish(self) -> Option<(f64, f64)> {
        self.active.finish()
    }
}

fn highpass() -> Biquad {
    Biquad::high_pass(80.0, 16_000.0, std::f64::consts::FRAC_1_SQRT_2)
}

/// What the states at the start of a lane add to what is filtered from rest.
struct Responses {
    highpass: Biquad,
    /// Output of the high-pass `n` samples after each of its states was 1, and its states after a lane.
    rest: [[f64; 2]; STEP],
    carried: [[f64; 2]; 2],
    smoothing: f64,
    /// The second smoother `n` samples after it was 1, and after the first was.
    decay: [f64; STEP],
    swell: [f64; STEP],
}

/// What a hop gave.
struct Heard {
    squares: f64,
    /// Envelopes after each sample of a lane, in all lanes; the least and greatest of them.
    envelopes: [[f64; LANES]; STEP],
    range: (f64, f64),
}

impl Responses {
    fn shared() -> &'static Self {
        static SHARED: OnceLock<Responses> = OnceLock::new();
        SHARED.get_or_init(|| {
            let (mut rest, mut carried) = ([[0.0; 2]; STEP], [[0.0; 2]; 2]);
            for one in 0..2 {
                let mut filter = highpass();
                filter.set_state(std::array::from_fn(|index| f64::from(u8::from(index == one))));
                for rest in &mut rest {
                    rest[one] = filter.next(0.0);
                }
                carried[one] = filter.state();
            }
            let smoothing = smoothing();
            let decay = std::array::from_fn(|n| libm::pow(smoothing, (n + 1) as f64));
            let swell = std::array::from_fn(|n| (n + 1) as f64 * (1.0 - smoothing) * decay[n]);
            Self { highpass: highpass(), rest, carried, smoothing, decay, swell }
        })
    }

    /// Filters a hop, from the states given, which become those after it.
    #[inline(always)]
    fn filter<S: Simd>(
        &self,
        simd: S,
        hop: &[f32; HOP],
        offset: f32,
        highpass: &mut [f64; 2],
        envelope: &mut [f64; 2],
    ) -> Heard {
        let none = f64x8::splat(simd, 0.0);
        let (mut clean, mut state) = ([none; STEP], [none; 2]);
        for (clean, sample) in clean.iter_mut().zip(columns(simd, hop)) {
            let (low, high) = (sample - offset).widen();
            *clean = self.highpass.next_of(low.combine(high), &mut state);
        }
        let held = starts(state, highpass, |held| {
            std::array::from_fn(|to| held[0] * self.carried[0][to] + held[1] * self.carried[1][to])
        });
        let [first_held, second_held] = held;

        let (mut squares, mut envelopes) = (none, [none; STEP]);
        let (mut first, mut second, share) = (none, none, 1.0 - self.smoothing);
        for ((clean, rest), out) in clean.into_iter().zip(&self.rest).zip(&mut envelopes) {
            let clean = clean + (first_held * rest[0] + second_held * rest[1]);
            squares += clean * clean;
            first = first * self.smoothing + clean.abs() * share;
            second = second * self.smoothing + first * share;
            *out = second;
        }
        let (decay, swell) = (self.decay[STEP - 1], self.swell[STEP - 1]);
        let [first_held, second_held] =
            starts([first, second], envelope, |held| [held[0] * decay, held[1] * decay + held[0] * swell]);
        let (mut least, mut most) = (f64x8::splat(simd, f64::MAX), none);
        let mut found = [[0.0; LANES]; STEP];
        for (n, (found, envelope)) in found.iter_mut().zip(&envelopes).enumerate() {
            let envelope = *envelope + (second_held * self.decay[n] + first_held * self.swell[n]);
            (least, most) = (least.min(envelope), most.max(envelope));
            *found = envelope.into();
        }
        let [squares, least, most] = [squares, least, most].map(<[f64; LANES]>::from);
        let range = (least.into_iter().fold(f64::MAX, f64::min), most.into_iter().fold(0.0, f64::max));
        Heard { squares: squares.iter().sum(), envelopes: found, range }
    }
}

/// Returns the states at the starts of the lanes, given those at their ends from rest; `held` goes from the state before
/// the first lane to that after the last, and `carry` says what a lane leaves of a state.
#[inline(always)]
fn starts<S: Simd>(
    ends: [f64x8<S>; 2],
    held: &mut [f64; 2],
    carry: impl Fn([f64; 2]) -> [f64; 2],
) -> [f64x8<S>; 2] {
    let mut starts = ends;
    for lane in 0..LANES {
        let carried = carry(*held);
        for index in 0..2 {
            starts[index][lane] = held[index];
            held[index] = ends[index][lane] + carried[index];
        }
    }
    starts
}

/// Returns the first samples of all lanes, the second ones, and so on.
#[inline(always)]
fn columns<S: Simd>(simd: S, hop: &[f32; HOP]) -> [f32x8<S>; STEP] {
    let mut columns = [f32x8::splat(simd, 0.0); STEP];
    // The last whole group of columns overlaps the one before.
    for from in [0, LANES, STEP - LANES] {
        let rows = std::array::from_fn(|lane| f32x8::from_slice(simd, &hop[lane * STEP + from..][..LANES]));
        columns[from..from + LANES].copy_from_slice(&transposed(rows));
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Noise;

    /// The oracle is the plain recursion, sample by sample.
    #[test]
    fn lanes_give_what_the_plain_recursion_gives() {
        let mut noise = Noise::new(1);
        let samples: Vec<f32> = (0..400 * HOP)
            .map(|n| {
                let swell = libm::sin(n as f64 / 5_000.0).max(0.0) as f32;
                0.05 + noise.bits(16) as f32 / 655_360.0 * swell
            })
            .collect();
        let (mut lanes, mut plain) = (Voltmeter::new(), Voltmeter::new());
        for hop in samples.as_chunks::<HOP>().0 {
            let (squares, envelopes) = lanes.take_hop(hop, 0.05);
            let mut expected = 0.0;
            for (step, envelope) in hop.chunks_exact(STEP).zip(envelopes) {
                expected += plain.take_rest(step, 0.05);
                let [_, level] = plain.active.state();
                assert!(
                    envelope == Envelope::of(level * (1.0 - 1e-9))
                        || envelope == Envelope::of(level * (1.0 + 1e-9))
                );
            }
            assert!((squares - expected).abs() <= 1e-12 + 1e-9 * expected, "{squares} {expected}");
        }
        let ((level, activity), (plain_level, plain_activity)) =
            (lanes.finish().unwrap(), plain.finish().unwrap());
        assert!((level - plain_level).abs() < 1e-6 && (activity - plain_activity).abs() < 1e-6);
    }
}
