//! Integrated loudness, ITU-R BS.1770-4: K-weighting, blocks of 400 ms every 100 ms, two gates.

use super::level_db;
use std::f64::consts::PI;

/// Level of a power of 1 after the K-weighting, LUFS.
const OFFSET: f64 = -0.691;
/// Absolute gate, LUFS, and the relative one below the mean of what passes it.
const ABSOLUTE: f64 = -70.0;
const RELATIVE: f64 = -10.0;
/// Steps of 100 ms in a block.
const STEPS: usize = 4;

/// A second-order section in transposed form II.
struct Section {
    b: [f64; 3],
    a: [f64; 2],
    state: [f64; 2],
}

/// A running loudness meter for one channel; 80 bytes a second.
pub struct Loudness {
    rate_hz: u64,
    sections: [Section; 2],
    taken: u64,
    energy: f64,
    /// Energy of each 100 ms.
    steps: Vec<f64>,
}

impl Loudness {
    /// Creates a meter for audio of this rate.
    ///
    /// The standard gives the filters at 48 kHz; other rates have the same analogue ones (their frequency, quality and
    /// gain are those of the widely used open derivation), by the bilinear transform.
    pub fn new(rate_hz: u32) -> Self {
        let rate = f64::from(rate_hz);
        let shelf = {
            let (hz, gain_db, quality) =
                (1_681.974_450_955_533, 3.999_843_853_973_347, 0.707_175_236_955_419_6);
            let k = libm::tan(PI * (hz / rate).min(0.499));
            let high = libm::pow(10.0, gain_db / 20.0);
            let band = libm::pow(high, 0.499_666_774_154_541_6);
            let scale = 1.0 / (1.0 + k / quality + k * k);
            Section {
                b: [
                    (high + band * k / quality + k * k) * scale,
                    2.0 * (k * k - high) * scale,
                    (high - band * k / quality + k * k) * scale,
                ],
                a: [2.0 * (k * k - 1.0) * scale, (1.0 - k / quality + k * k) * scale],
                state: [0.0; 2],
            }
        };
        let high_pass = {
            let (hz, quality) = (38.135_470_876_024_44, 0.500_327_037_323_877_3);
            let k = libm::tan(PI * (hz / rate).min(0.499));
            let scale = 1.0 / (1.0 + k / quality + k * k);
            Section {
                b: [1.0, -2.0, 1.0],
                a: [2.0 * (k * k - 1.0) * scale, (1.0 - k / quality + k * k) * scale],
                state: [0.0; 2],
            }
        };
        Self {
            rate_hz: u64::from(rate_hz),
            sections: [shelf, high_pass],
            taken: 0,
            energy: 0.0,
            steps: Vec::new(),
        }
    }

    /// Takes in a block of finite samples.
    pub fn push(&mut self, mut block: &[f32]) {
        while !block.is_empty() {
            let end = ((self.steps.len() as u64 + 1) * self.rate_hz).div_ceil(10);
            let (now, later) = block.split_at(((end - self.taken) as usize).min(block.len()));
            self.energy += weighted_energy(&mut self.sections, now);
            self.taken += now.len() as u64;
            if self.taken == end {
                self.steps.push(self.energy);
                self.energy = 0.0;
            }
            block = later;
        }
        for section in &mut self.sections {
            // Denormal numbers are slow.
            for state in section.state.iter_mut().filter(|state| state.abs() < 1e-30) {
                *state = 0.0;
            }
        }
    }

    /// Returns the integrated loudness, LUFS; `None` for less than 400 ms, or when all is below the absolute gate.
    pub fn finish(&self) -> Option<f64> {
        let samples = (STEPS as u64 * self.rate_hz) as f64 / 10.0;
        let blocks: Vec<f64> =
            self.steps.windows(STEPS).map(|steps| steps.iter().sum::<f64>() / samples).collect();
        let loudness = |power: f64| level_db(power).map(|level| level + OFFSET);
        let mean_above = |gate: f64| {
            let passing: Vec<f64> = blocks
                .iter()
                .copied()
                .filter(|&power| loudness(power).is_some_and(|level| level > gate))
                .collect();
            (!passing.is_empty()).then(|| passing.iter().sum::<f64>() / passing.len() as f64)
        };
        let gate = loudness(mean_above(ABSOLUTE)?)? + RELATIVE;
        loudness(mean_above(gate.max(ABSOLUTE))?)
    }
}

fn weighted_energy(sections: &mut [Section; 2], block: &[f32]) -> f64 {
    let [shelf, high_pass] = sections;
    let ([b0, b1, b2], [a1, a2], [mut s1, mut s2]) = (shelf.b, shelf.a, shelf.state);
    let ([c1, c2], [mut t1, mut t2]) = (high_pass.a, high_pass.state);
    let mut energy = 0.0;
    for &sample in block {
        let x = f64::from(sample);
        let y = b0 * x + s1;
        s1 = b1 * x - a1 * y + s2;
        s2 = b2 * x - a2 * y;
        let z = y + t1;
        t1 = t2 - 2.0 * y - c1 * z;
        t2 = y - c2 * z;
        energy += z * z;
    }
    shelf.state = [s1, s2];
    high_pass.state = [t1, t2];
    energy
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(hz: f64, level_db: f64, rate: u32, seconds: f64) -> Vec<f32> {
        let amplitude = libm::pow(10.0, level_db / 20.0);
        (0..(seconds * f64::from(rate)) as usize)
            .map(|n| (amplitude * libm::sin(2.0 * PI * hz * n as f64 / f64::from(rate))) as f32)
            .collect()
    }

    fn measure(rate: u32, parts: &[Vec<f32>]) -> Option<f64> {
        let mut meter = Loudness::new(rate);
        for part in parts {
            part.chunks(1000).for_each(|block| meter.push(block));
        }
        meter.finish()
    }

    /// BS.1770-4: a 997 Hz sine at 0 dBFS in one channel reads -3.01 LKFS; EBU Tech 3341 cases 1 and 3 (mono here).
    #[test]
    fn reads_what_the_standards_say() {
        for rate in [16_000, 44_100, 48_000, 96_000] {
            let read = |parts: &[Vec<f32>]| measure(rate, parts).unwrap();
            assert!(
                (read(&[tone(997.0, 0.0, rate, 3.0)]) + 3.01).abs() < 0.05,
                "{rate} {}",
                read(&[tone(997.0, 0.0, rate, 3.0)])
            );
            assert!((read(&[tone(1000.0, -23.0, rate, 3.0)]) + 26.0).abs() < 0.05, "{rate}");
            let gated = [
                tone(1000.0, -36.0, rate, 5.0),
                tone(1000.0, -23.0, rate, 20.0),
                tone(1000.0, -36.0, rate, 5.0),
            ];
            assert!((read(&gated) + 26.0).abs() < 0.1, "{rate}: {}", read(&gated));
        }
        assert_eq!(measure(48_000, &[tone(1000.0, -20.0, 48_000, 0.39)]), None);
        assert_eq!(measure(48_000, &[tone(1000.0, -80.0, 48_000, 2.0)]), None);
    }
}
