//! Makes the frame grid, and hands the 16 kHz stream to all that hear it.

use super::batch_fft::{Batch, BatchFft};
use super::grid::{BANDS, FrameGrid};
use super::lanes::{LANES, sums};
use super::levels::floored_db;
use super::low_band::LowBand;
use super::pauses::Silences;
use super::to16k::To16k;
use super::tops::Tops;
use super::voltmeter::{HOP, Voltmeter};
use crate::simd;
use fearless_simd::dispatch;
use std::sync::OnceLock;

/// Samples of the Hann window that bands are taken from.
const WINDOW: usize = 512;
/// The band window begins this many samples before its frame, so that both have one centre.
const EARLY: usize = 96;

/// All that the 16 kHz stream of a take gave.
pub struct Heard {
    /// The grid, without speech marks.
    pub grid: FrameGrid,
    /// Active speech level of the whole take, dBov, and activity.
    pub active: Option<(f64, f64)>,
    /// The band below 1 kHz.
    pub low: LowBand,
    /// Which hops are digital silence.
    pub silences: Silences,
    /// The heights of the peaks.
    pub tops: Tops,
}

/// Makes the grid from samples at the native rate, in blocks.
pub struct FrameMeter {
    to_16k: To16k,
    voltmeter: Voltmeter,
    batch: Batch,
    low: LowBand,
    silences: Silences,
    tops: Tops,
    /// Samples at 16 kHz that do not fill a hop yet.
    pending: Vec<f32>,
    /// Samples at 16 kHz from the next band window on.
    window: Vec<f32>,
    grid: FrameGrid,
    first: Option<f32>,
    samples: usize,
    /// Energy of a last hop that is not whole.
    rest: f64,
}

impl FrameMeter {
    /// Creates a meter for audio of this rate.
    pub fn new(rate_hz: u32) -> Self {
        Self {
            to_16k: To16k::new(rate_hz),
            voltmeter: Voltmeter::new(),
            batch: Batch::default(),
            low: LowBand::new(),
            silences: Silences::default(),
            tops: Tops::new(),
            pending: Vec::new(),
            window: vec![0.0; EARLY],
            grid: FrameGrid::default(),
            first: None,
            samples: 0,
            rest: 0.0,
        }
    }

    /// Returns how many hops are held.
    #[cfg(test)]
    pub fn hops(&self) -> usize {
        self.grid.energies.len()
    }

    /// Makes room for so many seconds.
    pub fn reserve(&mut self, seconds: f64) {
        // A vector that lacks room for one number would take twice the room.
        let samples = (seconds * 100.0) as usize * HOP + 2 * HOP;
        let hops = samples / HOP + LANES;
        self.grid.energies.reserve_exact(hops);
        self.grid.envelopes.reserve_exact(hops);
        self.grid.bands.reserve_exact(hops * BANDS);
        self.low.reserve(samples);
        self.tops.reserve(samples);
    }

    /// Takes in a block of finite samples.
    pub fn push(&mut self, block: &[f32]) {
        self.to_16k.push(block, &mut self.pending);
        self.take_hops();
    }

    /// Returns what was heard.
    pub fn finish(mut self) -> Heard {
        self.to_16k.finish(&mut self.pending);
        self.take_hops();
        let rest = std::mem::take(&mut self.pending);
        self.take(&rest);
        let frames = match self.samples {
            0 => 0,
            few if few < 2 * HOP => 1,
            samples => samples / HOP - 1,
        };
        // What the last windows lack is held.
        let missing = frames - self.grid.bands.len() / BANDS;
        let last = self.window.last().copied().unwrap_or(0.0);
        self.window.resize((missing * HOP + WINDOW).max(self.window.len()), last);
        for taken in (0..missing).step_by(LANES) {
            self.take_windows(LANES.min(missing - taken));
        }
        let mut grid = self.grid;
        grid.levels = if self.samples < 2 * HOP {
            let energy = grid.energies.iter().copied().map(f64::from).sum::<f64>() + self.rest;
            vec![floored_db(energy / self.samples.max(1) as f64) as f32; frames]
        } else {
            grid.energies
                .windows(2)
                .map(|pair| floored_db((f64::from(pair[0]) + f64::from(pair[1])) / (2 * HOP) as f64) as f32)
                .collect()
        };
        grid.speech = vec![false; frames];
        self.low.end();
        let active = self.voltmeter.finish();
        Heard { grid, active, low: self.low, silences: self.silences, tops: self.tops }
    }

    fn take_hops(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let whole = pending.len() / HOP * HOP;
        self.take(&pending[..whole]);
        self.pending = pending;
        self.pending.drain(..whole);
    }

    /// Takes in whole hops, or what is left after the last.
    fn take(&mut self, samples: &[f32]) {
        // The filter starts at rest on the first sample, else an offset would be a step.
        let Some(&first) = samples.first() else { return };
        let first = *self.first.get_or_insert(first);
        let (hops, rest) = samples.as_chunks::<HOP>();
        for hop in hops {
            let (energy, envelopes) = self.voltmeter.take_hop(hop, first);
            self.grid.energies.push(energy as f32);
            self.grid.envelopes.push(envelopes);
            self.silences.push(hop, self.to_16k.offset());
        }
        if !rest.is_empty() {
            self.rest = self.voltmeter.take_rest(rest, first);
            self.silences.push(rest, self.to_16k.offset());
        }
        self.low.push(samples);
        self.tops.push(samples);
        self.samples += samples.len();
        self.window.extend_from_slice(samples);
        while self.window.len() >= WINDOW + (LANES - 1) * HOP {
            self.take_windows(LANES);
        }
    }

    /// Takes the bands of the next `count` frames, at most [`LANES`].
    fn take_windows(&mut self, count: usize) {
        let shape = Shape::shared();
        let (_, power) = shape.fft.run(&self.window, HOP, count, &shape.hann, &mut self.batch);
        let from = self.grid.bands.len();
        self.grid.bands.resize(from + count * BANDS, 0.0);
        let bands = &mut self.grid.bands[from..];
        for (band, edges) in shape.edges.windows(2).enumerate() {
            let (from, to) = (edges[0], edges[1]);
            let sums = dispatch!(simd::level(), simd => sums(simd, &power[from..to]));
            for lane in 0..count {
                let mean = sums[lane] / (to - from) as f32;
                bands[lane * BANDS + band] = 10.0 * libm::log10f(mean + 1e-10);
            }
        }
        self.window.drain(..count * HOP);
    }
}

/// What all band windows share.
struct Shape {
    hann: Vec<f32>,
    /// First bin of each band and one past the last.
    edges: [usize; BANDS + 1],
    fft: BatchFft,
}

impl Shape {
    fn shared() -> &'static Self {
        static SHAPE: OnceLock<Shape> = OnceLock::new();
        SHAPE.get_or_init(|| {
            let hann = (0..WINDOW)
                .map(|n| 0.5 - 0.5 * libm::cos(std::f64::consts::TAU * n as f64 / (WINDOW - 1) as f64))
                .map(|weight| weight as f32)
                .collect();
            let mel = |hz: f64| 2595.0 * libm::log10(1.0 + hz / 700.0);
            let hz = |mel: f64| 700.0 * (libm::pow(10.0, mel / 2595.0) - 1.0);
            let (low, high) = (mel(120.0), mel(7200.0));
            let edges = std::array::from_fn(|band| {
                let edge = hz(low + (high - low) * band as f64 / BANDS as f64);
                (edge / 16_000.0 * WINDOW as f64).round() as usize
            });
            let fft = BatchFft::new(WINDOW).expect("a power of two");
            Self { hann, edges, fft }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_begin_where_the_reference_has_them() {
        // Oracle: band_frames() of the numpy reference: round(imel(linspace(mel(120), mel(7200), 21)) / 16000 * 512).
        let edges = Shape::shared().edges;
        assert_eq!((edges[0], edges[BANDS]), (4, 230));
        assert!(edges.windows(2).all(|pair| pair[1] > pair[0]), "{edges:?}");
    }

    #[test]
    fn frames_are_whole_20_ms_and_short_takes_have_one() {
        for (samples, frames) in [(0, 0), (1, 1), (319, 1), (320, 1), (479, 1), (480, 2), (16_000, 99)] {
            let mut meter = FrameMeter::new(16_000);
            meter.push(&vec![0.1; samples]);
            let grid = meter.finish().grid;
            assert_eq!((grid.len(), grid.bands.len()), (frames, frames * BANDS), "{samples}");
        }
    }
}
