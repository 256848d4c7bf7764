//! Levels on a fixed grid of 10 ms, whatever the size of the blocks that come.

use crate::units::{SampleRate, frames_in_ms};
use std::collections::VecDeque;

/// The step of the grid, in milliseconds.
pub(super) const HOP_MS: u64 = 10;
/// The steps that a level is made of: 100 ms.
pub(super) const WINDOW_HOPS: u64 = 10;

/// A step that is over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hop {
    /// Frames heard up to its end.
    pub at: u64,
    /// The greatest magnitude in it.
    pub peak: f32,
    /// The mean square of the last 100 ms, or of what there is.
    pub mean_square: f64,
}

/// Cuts samples into steps, from the first on.
#[derive(Debug, Clone)]
pub(super) struct Hops {
    rate: SampleRate,
    heard: u64,
    over: u64,
    /// The frame at which the running step ends.
    end: u64,
    peak: f32,
    energy: f64,
    /// Energy and frames of the last steps.
    window: VecDeque<(f64, u64)>,
}

impl Hops {
    pub fn new(rate: SampleRate) -> Self {
        let window = VecDeque::with_capacity(WINDOW_HOPS as usize);
        Self { rate, heard: 0, over: 0, end: frames_in_ms(HOP_MS, rate), peak: 0.0, energy: 0.0, window }
    }

    /// Returns whether the steps so far fill a window.
    pub fn is_full(&self) -> bool {
        self.over >= WINDOW_HOPS
    }

    /// Takes in the next sample; returns the step that ends with it, if one does.
    pub fn push(&mut self, sample: f32) -> Option<Hop> {
        self.peak = self.peak.max(sample.abs());
        self.energy += f64::from(sample) * f64::from(sample);
        self.heard += 1;
        (self.heard == self.end).then(|| self.turn())
    }

    fn turn(&mut self) -> Hop {
        if self.window.len() as u64 == WINDOW_HOPS {
            self.window.pop_front();
        }
        let start = frames_in_ms(HOP_MS * self.over, self.rate);
        self.window.push_back((self.energy, self.heard - start));
        let (energy, frames) =
            self.window.iter().fold((0.0, 0), |(energy, frames), (e, f)| (energy + e, frames + f));
        let hop = Hop { at: self.heard, peak: self.peak, mean_square: energy / frames as f64 };
        (self.energy, self.peak) = (0.0, 0.0);
        self.over += 1;
        self.end = frames_in_ms(HOP_MS * (self.over + 1), self.rate);
        hop
    }
}
