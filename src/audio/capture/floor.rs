//! The noise floor of a stream: levels on a grid of 10 ms from its first frame on, and the least of the last seconds.
//!
//! Minimum statistics after R. Martin, "Noise power spectral density estimation based on optimal smoothing and minimum
//! statistics", IEEE Trans. Speech and Audio Processing 9 (2001): between words the level falls to that of the room, so the
//! least level of some seconds is the room's, whether somebody speaks or not. One band above 80 Hz is enough for that, and
//! needs no bias to be made good: a window of 100 ms varies by little, and the room check goes by the same band.

use super::hops::{HOP_MS, Hops, WINDOW_HOPS};
use crate::units::SampleRate;
use std::collections::VecDeque;

/// The floor is the least of so many steps: 5 s, longer than anybody speaks without a gap of 100 ms.
pub(super) const WINDOW_STEPS: usize = 500;
const _: () = assert!(WINDOW_STEPS as u64 * HOP_MS == 5_000);
/// What is lower is no speech: rumble and the mains, in hertz.
const BAND_FROM_HZ: f64 = 80.0;

/// A step of the stream.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Heard {
    /// The frame of the stream at which it ends.
    pub at: u64,
    /// The mean square of the last 100 ms.
    pub mean_square: f64,
    /// The least mean square of the last 5 s.
    pub least: f64,
    /// There are 5 s.
    pub is_whole: bool,
}

/// Follows the level of a stream.
#[derive(Debug)]
pub(super) struct Floor {
    hops: Hops,
    /// Two poles, one after the other: what came in last, and what came out.
    poles: [(f64, f64); 2],
    keep: f64,
    count: usize,
    /// Steps that can still be the least, quietest first.
    candidates: VecDeque<(usize, f64)>,
    /// Steps to come whose 100 ms have missing samples.
    torn: u64,
    last: f64,
    steps: VecDeque<Heard>,
    start: u64,
}

impl Floor {
    /// Begins with frame `start` of a stream.
    pub fn new(rate: SampleRate, start: u64) -> Self {
        let keep = libm::exp(-2.0 * std::f64::consts::PI * BAND_FROM_HZ / f64::from(rate.hz()));
        Self {
            hops: Hops::new(rate),
            poles: [(0.0, 0.0); 2],
            keep,
            count: 0,
            candidates: VecDeque::new(),
            torn: 0,
            last: f64::INFINITY,
            steps: VecDeque::new(),
            start,
        }
    }

    /// Takes in the next sample; `None` for one that was lost.
    pub fn push(&mut self, sample: Option<f32>) {
        if sample.is_none() {
            self.torn = WINDOW_HOPS;
        }
        let mut value = f64::from(sample.unwrap_or(0.0));
        for (before, out) in &mut self.poles {
            *out = f64::midpoint(1.0, self.keep) * (value - *before) + self.keep * *out;
            *before = value;
            value = *out;
        }
        if let Some(hop) = self.hops.push(value as f32) {
            self.turn(hop.at, hop.mean_square);
        }
    }

    fn turn(&mut self, at: u64, mean_square: f64) {
        // Silence of lost samples is not that of the room.
        let mean_square = if self.torn > 0 { self.last } else { mean_square };
        self.torn = self.torn.saturating_sub(1);
        self.last = mean_square;
        if !self.hops.is_full() || mean_square.is_infinite() {
            return;
        }
        while self.candidates.back().is_some_and(|&(_, value)| value >= mean_square) {
            self.candidates.pop_back();
        }
        self.candidates.push_back((self.count, mean_square));
        self.count += 1;
        let is_whole = self.count >= WINDOW_STEPS;
        while self.candidates.front().is_some_and(|&(step, _)| step + WINDOW_STEPS < self.count) {
            self.candidates.pop_front();
        }
        let least = self.candidates.front().map_or(mean_square, |&(_, value)| value);
        self.steps.push_back(Heard { at: self.start + at, mean_square, least, is_whole });
    }

    /// Returns the steps that end after frame `at`.
    pub fn after(&self, at: u64) -> impl Iterator<Item = Heard> + '_ {
        let from = self.steps.partition_point(|step| step.at <= at);
        self.steps.range(from..).copied()
    }

    /// Forgets the steps that end before frame `oldest`.
    pub fn trim(&mut self, oldest: u64) {
        let surplus = self.steps.partition_point(|step| step.at < oldest);
        self.steps.drain(..surplus);
    }
}
