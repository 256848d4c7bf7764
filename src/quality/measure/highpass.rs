//! The 80 Hz high-pass at 16 kHz that stands before every level of speech and noise.

/// Second-order Butterworth high-pass, 80 Hz at 16 kHz (bilinear transform), transposed direct form II.
pub struct Highpass {
    gain: f64,
    a1: f64,
    a2: f64,
    z1: f64,
    z2: f64,
}

impl Highpass {
    /// Creates a filter at rest.
    pub fn new() -> Self {
        let k = libm::tan(std::f64::consts::PI * 80.0 / 16_000.0);
        let norm = 1.0 / (1.0 + std::f64::consts::SQRT_2 * k + k * k);
        Self {
            gain: norm,
            a1: 2.0 * (k * k - 1.0) * norm,
            a2: (1.0 - std::f64::consts::SQRT_2 * k + k * k) * norm,
            z1: 0.0,
            z2: 0.0,
        }
    }

    /// Filters one sample.
    #[inline]
    pub fn next(&mut self, input: f64) -> f64 {
        let scaled = self.gain * input;
        let output = scaled + self.z1;
        self.z1 = self.z2 - 2.0 * scaled - self.a1 * output;
        self.z2 = scaled - self.a2 * output;
        output
    }

    /// Forgets what has decayed below any audible level, since denormal numbers are slow.
    pub fn settle(&mut self) {
        if self.z1.abs() < 1e-30 && self.z2.abs() < 1e-30 {
            (self.z1, self.z2) = (0.0, 0.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_the_power_at_80_hz() {
        for (hz, level_db) in [(80.0, -3.0103), (40.0, -12.304), (1000.0, 0.0)] {
            let mut filter = Highpass::new();
            let mut power = 0.0;
            for n in 0..32_000 {
                let out = filter.next(libm::sin(std::f64::consts::TAU * hz * f64::from(n) / 16_000.0));
                if n >= 16_000 {
                    power += out * out / 8_000.0;
                }
            }
            let level = 10.0 * libm::log10(power);
            assert!((level - level_db).abs() < 0.01, "{hz} Hz: {level} dB");
        }
    }
}
