//! What a level meter shows beside the level of the moment: the peak held, and the noise floor.

use super::hops::{HOP_MS, Hops};
use crate::units::SampleRate;
use std::collections::VecDeque;

/// A peak is held for so long, in milliseconds.
const HOLD_MS: u64 = 1_500;
/// The floor is the quietest level of so long, in milliseconds.
const FLOOR_MS: u64 = 5_000;

/// Follows peak and floor of one channel, in steps of 10 ms.
#[derive(Debug)]
pub(super) struct HeldLevels {
    hops: Hops,
    peaks: VecDeque<f32>,
    mean_squares: VecDeque<f64>,
}

impl HeldLevels {
    pub fn new(rate: SampleRate) -> Self {
        let room = |ms: u64| (ms / HOP_MS) as usize + 1;
        Self {
            hops: Hops::new(rate),
            peaks: VecDeque::with_capacity(room(HOLD_MS)),
            mean_squares: VecDeque::with_capacity(room(FLOOR_MS)),
        }
    }

    /// Takes in the next sample.
    pub fn push(&mut self, sample: f32) {
        let Some(hop) = self.hops.push(sample) else { return };
        keep(&mut self.peaks, hop.peak, HOLD_MS);
        if self.hops.is_full() {
            keep(&mut self.mean_squares, hop.mean_square, FLOOR_MS);
        }
    }

    /// Returns the greatest magnitude of the last 1.5 s; 0 before the first step is over.
    pub fn peak_hold(&self) -> f32 {
        self.peaks.iter().copied().fold(0.0, f32::max)
    }

    /// Returns the least RMS of any 100 ms of the last 5 s; `None` before the first 100 ms are over.
    pub fn floor(&self) -> Option<f32> {
        self.mean_squares.iter().copied().reduce(f64::min).map(|least| least.sqrt() as f32)
    }
}

fn keep<T>(values: &mut VecDeque<T>, value: T, ms: u64) {
    if values.len() as u64 == ms / HOP_MS {
        values.pop_front();
    }
    values.push_back(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn push(levels: &mut HeldLevels, ms: u64, magnitude: f32) {
        (0..ms * 8).for_each(|n| levels.push(if n % 2 == 0 { magnitude } else { -magnitude }));
    }

    /// Oracle: the stretches themselves, and the two spans of the definition, to one step of 10 ms.
    #[test]
    fn a_peak_is_held_for_a_second_and_a_half_and_the_floor_is_the_quietest_of_five() {
        let mut levels = HeldLevels::new(SampleRate::new(8_000).unwrap());
        assert_eq!((levels.peak_hold(), levels.floor()), (0.0, None));
        push(&mut levels, 90, 0.25);
        assert_eq!((levels.peak_hold(), levels.floor()), (0.25, None), "no whole 100 ms yet");
        push(&mut levels, 10, 0.25);
        assert_eq!(levels.floor(), Some(0.25));
        push(&mut levels, 100, 0.125);
        assert_eq!(levels.floor(), Some(0.125));
        push(&mut levels, 10, 1.0);
        push(&mut levels, 1490, 0.5);
        assert_eq!(levels.peak_hold(), 1.0, "1.5 s with the peak in their first step");
        push(&mut levels, 10, 0.5);
        assert_eq!(levels.peak_hold(), 0.5);
        // The quietest level was reached when its 100 ms ended; it is 1.51 s old by now.
        push(&mut levels, 4990 - 1510, 0.5);
        assert_eq!(levels.floor(), Some(0.125), "4.99 s old");
        push(&mut levels, 10, 0.5);
        assert!(levels.floor() > Some(0.125), "5 s old");
        push(&mut levels, 100, 0.0);
        assert_eq!(levels.floor(), Some(0.0), "digital silence is a level");
    }
}
