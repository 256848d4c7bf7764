//! Recursive filters of second order.

use fearless_simd::f64x8;
use fearless_simd::prelude::*;
use std::f64::consts::TAU;

/// A second-order section in transposed direct form II, at rest when it is made.
pub struct Biquad {
    b: [f64; 3],
    a: [f64; 2],
    state: [f64; 2],
}

impl Biquad {
    /// Creates a high-pass with this corner and quality by the bilinear transform.
    pub fn high_pass(cut_hz: f64, rate_hz: f64, quality: f64) -> Self {
        Self::new(cut_hz, rate_hz, quality, |cos| f64::midpoint(1.0, cos), -2.0)
    }

    /// Creates a low-pass with this corner and quality by the bilinear transform.
    pub fn low_pass(cut_hz: f64, rate_hz: f64, quality: f64) -> Self {
        Self::new(cut_hz, rate_hz, quality, |cos| (1.0 - cos) / 2.0, 2.0)
    }

    fn new(cut_hz: f64, rate_hz: f64, quality: f64, side: impl Fn(f64) -> f64, middle: f64) -> Self {
        let angle = TAU * cut_hz / rate_hz;
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let alpha = sin / (2.0 * quality);
        let scale = 1.0 / (1.0 + alpha);
        let side = side(cos) * scale;
        let b = [side, middle * side, side];
        Self { b, a: [-2.0 * cos * scale, (1.0 - alpha) * scale], state: [0.0; 2] }
    }

    /// Filters one sample.
    #[inline]
    pub fn next(&mut self, x: f64) -> f64 {
        let y = self.b[0] * x + self.state[0];
        self.state[0] = (self.b[1] * x + self.state[1]) - self.a[0] * y;
        self.state[1] = self.b[2] * x - self.a[1] * y;
        y
    }

    /// Filters one sample in each lane, by the lanes' own states.
    #[inline(always)]
    pub fn next_of<S: Simd>(&self, x: f64x8<S>, state: &mut [f64x8<S>; 2]) -> f64x8<S> {
        let y = x * self.b[0] + state[0];
        state[0] = (x * self.b[1] + state[1]) - y * self.a[0];
        state[1] = x * self.b[2] - y * self.a[1];
        y
    }

    /// Returns what the filter holds.
    pub fn state(&self) -> [f64; 2] {
        self.state
    }

    /// Sets what the filter holds; what has decayed below any audible level is forgotten, since denormal numbers are slow.
    pub fn set_state(&mut self, state: [f64; 2]) {
        let is_heard = state.iter().any(|state| state.abs() >= 1e-30);
        self.state = if is_heard { state } else { [0.0; 2] };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The level of a sine after the filter, dB, once it has settled.
    fn gain_db(mut filter: Biquad, hz: f64) -> f64 {
        let mut power = 0.0;
        for n in 0..32_000 {
            let out = filter.next(libm::sin(TAU * hz * f64::from(n) / 16_000.0));
            if n >= 16_000 {
                power += out * out / 8_000.0;
            }
        }
        10.0 * libm::log10(power)
    }

    /// Butterworth: half the power at the corner, 12.3 dB less an octave beyond it, flat on the other side.
    #[test]
    fn a_butterworth_section_falls_by_12_db_an_octave() {
        let quality = std::f64::consts::FRAC_1_SQRT_2;
        for (hz, level_db) in [(80.0, -3.0103), (40.0, -12.304), (1_000.0, 0.0)] {
            let level = gain_db(Biquad::high_pass(80.0, 16_000.0, quality), hz);
            assert!((level - level_db).abs() < 0.01, "{hz} Hz: {level} dB");
        }
        for (hz, level_db) in [(80.0, -3.0103), (160.0, -12.305), (8.0, 0.0)] {
            let level = gain_db(Biquad::low_pass(80.0, 16_000.0, quality), hz);
            assert!((level - level_db).abs() < 0.01, "{hz} Hz: {level} dB");
        }
    }
}
