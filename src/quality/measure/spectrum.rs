//! The spectrum at the native rate: frames of 40 ms every 20 ms, for the end of the band and for mirror images.
//!
//! Frames of 40 ms put every old Nyquist frequency on a bin or half-way between two, so one transform serves all.

use super::bandwidth::Bandwidth;
use super::batch_fft::{Batch, BatchFft};
use super::kept::Kept;
use super::lanes::LANES;
use super::mirror::Mirror;
use std::sync::Arc;

/// Frames a second, before half overlap.
const FRAMES_PER_S: u32 = 25;

/// What the spectrum of a take says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpectrumFacts {
    /// Where the spectrum falls off most, in hertz, and by how many dB.
    pub cliff: Option<(f64, f64)>,
    /// Power from 4.5 to 8 kHz over all, dB.
    pub hf_ratio_db: Option<f64>,
    /// Greatest coherence with a mirror image, and its frequency in hertz.
    pub mirror: Option<(f64, f64)>,
}

/// A running spectrum; memory grows by 12 kB a second, and by up to half a megabyte in the first seconds.
pub struct Spectrum {
    plan: Option<Plan>,
    /// Samples from the first of the next frame on.
    pending: Vec<f32>,
    seen: bool,
}

/// What depends on the rate alone.
struct Shape {
    fft: BatchFft,
    window: Vec<f32>,
    bin_hz: f64,
    /// Power of a bin for noise of power 1.
    gain: f64,
}

static SHAPES: Kept<Shape> = Kept::new();

struct Plan {
    shape: Arc<Shape>,
    batch: Batch,
    bandwidth: Bandwidth,
    mirror: Mirror,
}

impl Spectrum {
    /// Creates a meter for audio of this rate.
    pub fn new(rate_hz: u32) -> Self {
        Self { plan: Plan::new(rate_hz), pending: Vec::new(), seen: false }
    }

    /// Makes room for so many samples.
    pub fn reserve(&mut self, samples: usize) {
        if let Some(plan) = &mut self.plan {
            plan.mirror.reserve(samples / plan.hop() + LANES);
        }
    }

    /// Takes in a block of finite samples.
    pub fn push(&mut self, block: &[f32]) {
        let Some(plan) = &mut self.plan else { return };
        self.pending.extend_from_slice(block);
        let size = plan.shape.window.len() + (LANES - 1) * plan.hop();
        let mut start = 0;
        while let Some(frames) = self.pending.get(start..start + size) {
            plan.take(frames, LANES);
            start += LANES * plan.hop();
        }
        self.pending.drain(..start);
        self.seen |= start > 0;
    }

    /// Returns what was found; nothing where the rate has no frames of its own.
    pub fn finish(mut self) -> SpectrumFacts {
        let Some(mut plan) = self.plan.take() else { return SpectrumFacts::default() };
        let length = plan.shape.window.len();
        if !self.seen && !self.pending.is_empty() && self.pending.len() < length {
            self.pending.resize(length, 0.0);
        }
        if self.pending.len() >= length {
            plan.take(&self.pending, 1 + (self.pending.len() - length) / plan.hop());
        }
        let (cliff, hf_ratio_db) = plan.bandwidth.finish();
        SpectrumFacts { cliff, hf_ratio_db, mirror: plan.mirror.finish() }
    }
}

impl Shape {
    /// Makes the tables for frames of this length, which has no large prime factor.
    fn new(rate_hz: u32, length: usize) -> Self {
        let turn = std::f64::consts::TAU / (length - 1) as f64;
        let window: Vec<f32> = (0..length).map(|n| (0.5 - 0.5 * libm::cos(turn * n as f64)) as f32).collect();
        let energy = window.iter().map(|&weight| f64::from(weight) * f64::from(weight)).sum::<f64>();
        let fft = BatchFft::new(length).expect("lengths without a plan are left out");
        Self { fft, window, bin_hz: f64::from(rate_hz) / length as f64, gain: length as f64 * energy }
    }
}

impl Plan {
    fn new(rate_hz: u32) -> Option<Self> {
        let length = frame_length(rate_hz).filter(|length| BatchFft::can(*length))?;
        let shape = SHAPES.get(rate_hz, || Shape::new(rate_hz, length));
        Some(Self {
            batch: Batch::default(),
            bandwidth: Bandwidth::new(rate_hz, shape.bin_hz, shape.gain),
            mirror: Mirror::new(rate_hz, shape.bin_hz),
            shape,
        })
    }

    /// Returns how far frames are apart.
    fn hop(&self) -> usize {
        self.shape.window.len() / 2
    }

    /// Takes in the first frames of some samples, at most as many as there are lanes.
    fn take(&mut self, samples: &[f32], count: usize) {
        let (hop, Shape { fft, window, .. }) = (self.hop(), &*self.shape);
        let (bins, power) = fft.run(samples, hop, count, window, &mut self.batch);
        self.bandwidth.push(power, count);
        self.mirror.push(bins, power, count);
    }
}

/// Returns the samples of 40 ms, or of 80 ms where only they are even.
fn frame_length(rate_hz: u32) -> Option<usize> {
    [FRAMES_PER_S * 2, FRAMES_PER_S]
        .into_iter()
        .filter(|per_s| (2 * rate_hz).is_multiple_of(*per_s))
        .map(|per_s| (2 * rate_hz / per_s) as usize)
        .find(|length| length.is_multiple_of(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Noise;

    fn facts(rate_hz: u32, samples: &[f32], block: usize) -> SpectrumFacts {
        let mut spectrum = Spectrum::new(rate_hz);
        for block in samples.chunks(block) {
            spectrum.push(block);
        }
        spectrum.finish()
    }

    /// Three seconds of equal sines every 25 Hz from 100 Hz to `end_hz`, phases as in a sweep, over a floor 80 dB below.
    fn band(rate_hz: u32, end_hz: f64) -> Vec<f32> {
        let mut source = Noise::new(1);
        let tones: Vec<(f64, f64)> = (4..1_000)
            .map(|n| (25.0 * f64::from(n), f64::from(n * n) * 0.013))
            .take_while(|tone| tone.0 <= end_hz)
            .collect();
        // The sum has a period of 40 ms.
        let period: Vec<f64> = (0..rate_hz / 25)
            .map(|i| {
                let at = std::f64::consts::TAU * f64::from(i) / f64::from(rate_hz);
                tones.iter().map(|(hz, phase)| libm::cos(at * hz + phase)).sum()
            })
            .collect();
        (0..3 * rate_hz as usize)
            .map(|i| {
                let noise = f64::from(source.bits(32)) / f64::from(u32::MAX) - 0.5;
                (0.01 * period[i % period.len()] + 0.000_05 * noise) as f32
            })
            .collect()
    }

    #[test]
    fn the_end_of_a_band_is_found_within_its_smoothing() {
        // The levels below are read from 100 Hz below the cliff, those above from 200 Hz above: it is found between.
        for rate in [16_000, 22_050, 44_100, 48_000] {
            for end in [3_400.0, 3_950.0, 5_500.0, 6_900.0] {
                let facts = facts(rate, &band(rate, end), 997);
                let (hz, depth) = facts.cliff.unwrap();
                assert!((hz - end).abs() <= 150.0 && depth > 40.0, "{rate} Hz, {end}: {hz} Hz, {depth} dB");
            }
            let (_, depth) = facts(rate, &band(rate, f64::from(rate) / 2.0), 997).cliff.unwrap();
            assert!(depth < 6.0, "{rate} Hz: {depth} dB of cliff in a full band");
        }
    }

    #[test]
    fn the_high_band_has_its_share_of_the_power() {
        // Of 297 equal tones from 100 Hz to 7.5 kHz, 121 lie from 4.5 kHz on; the window spreads less than 0.1 dB over.
        for rate in [16_000, 48_000] {
            let ratio = facts(rate, &band(rate, 7_500.0), 1_000).hf_ratio_db.unwrap();
            assert!((ratio - 10.0 * libm::log10(121.0 / 297.0)).abs() < 0.1, "{rate} Hz: {ratio} dB");
        }
        assert_eq!(facts(8_000, &band(8_000, 3_400.0), 1_000).hf_ratio_db, None);
    }

    #[test]
    fn blocks_do_not_matter_and_odd_rates_have_no_spectrum() {
        let samples = band(44_100, 8_000.0);
        assert_eq!(facts(44_100, &samples, 1), facts(44_100, &samples, samples.len()));
        assert_eq!(facts(44_099, &samples, 1_024), SpectrumFacts::default());
        assert_eq!(facts(48_000, &[], 1), SpectrumFacts::default());
        // Shorter than a frame.
        assert!(facts(48_000, &samples[..100], 100).cliff.is_some());
    }
}
