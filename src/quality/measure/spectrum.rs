//! The spectrum at the native rate: frames of 40 ms every 20 ms, for the end of the band and for mirror images.
//!
//! Frames of 40 ms put every old Nyquist frequency on a bin or half-way between two, so one transform serves all.

use super::bandwidth::Bandwidth;
use super::batch_fft::{Batch, BatchFft, LANES, Lanes};
use super::mirror::Mirror;

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

/// A running spectrum; memory grows by 5 kB a second.
pub struct Spectrum {
    plan: Option<Plan>,
    /// Samples from the first of the next frame on.
    pending: Vec<f32>,
    seen: bool,
}

struct Plan {
    fft: BatchFft,
    window: Vec<f32>,
    batch: Batch,
    loaded: usize,
    power: Vec<Lanes>,
    bandwidth: Bandwidth,
    mirror: Mirror,
}

impl Spectrum {
    /// Creates a meter for audio of this rate.
    pub fn new(rate_hz: u32) -> Self {
        Self { plan: Plan::new(rate_hz), pending: Vec::new(), seen: false }
    }

    /// Takes in a block of finite samples.
    pub fn push(&mut self, block: &[f32]) {
        let Some(plan) = &mut self.plan else { return };
        self.pending.extend_from_slice(block);
        let length = plan.window.len();
        let mut start = 0;
        while let Some(frame) = self.pending.get(start..start + length) {
            plan.take(frame);
            self.seen = true;
            start += length / 2;
        }
        self.pending.drain(..start);
    }

    /// Returns what was found; nothing where the rate has no frames of its own.
    pub fn finish(mut self) -> SpectrumFacts {
        let Some(mut plan) = self.plan.take() else { return SpectrumFacts::default() };
        if !self.seen && !self.pending.is_empty() {
            self.pending.resize(plan.window.len(), 0.0);
            plan.take(&self.pending);
        }
        plan.run();
        SpectrumFacts {
            cliff: plan.bandwidth.cliff(),
            hf_ratio_db: plan.bandwidth.hf_ratio_db(),
            mirror: plan.mirror.finish(),
        }
    }
}

impl Plan {
    fn new(rate_hz: u32) -> Option<Self> {
        let length = frame_length(rate_hz)?;
        let fft = BatchFft::new(length)?;
        let turn = std::f64::consts::TAU / (length - 1) as f64;
        let window: Vec<f32> = (0..length).map(|n| (0.5 - 0.5 * libm::cos(turn * n as f64)) as f32).collect();
        let bin_hz = f64::from(rate_hz) / length as f64;
        let gain = window.iter().map(|&weight| f64::from(weight) * f64::from(weight)).sum::<f64>();
        Some(Self {
            fft,
            batch: Batch::default(),
            loaded: 0,
            power: Vec::new(),
            bandwidth: Bandwidth::new(rate_hz, bin_hz, length as f64 * gain),
            mirror: Mirror::new(rate_hz, bin_hz),
            window,
        })
    }

    fn take(&mut self, frame: &[f32]) {
        self.batch.load(self.loaded, frame, &self.window);
        self.loaded += 1;
        if self.loaded == LANES {
            self.run();
        }
    }

    /// Transforms the loaded frames.
    fn run(&mut self) {
        if self.loaded == 0 {
            return;
        }
        for lane in self.loaded..LANES {
            self.batch.clear(lane);
        }
        self.fft.run(&mut self.batch);
        let (re, im) = self.batch.spectra();
        powers(re, im, &mut self.power);
        self.bandwidth.push(&self.power, self.loaded);
        self.mirror.push(re, im, &self.power, self.loaded);
        self.loaded = 0;
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

#[multiversion::multiversion(targets("x86_64+avx2"))]
fn powers(re: &[Lanes], im: &[Lanes], power: &mut Vec<Lanes>) {
    power.clear();
    power.extend(
        re.iter().zip(im).map(|(re, im)| -> Lanes { std::array::from_fn(|l| re[l] * re[l] + im[l] * im[l]) }),
    );
}
