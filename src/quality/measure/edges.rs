//! What stands at the very first and last samples: a word that was cut is there at once, one that was trimmed begins from quiet.
//!
//! A voice needs some milliseconds to rise, and even the burst of a plosive does not begin at its height; a recording
//! that was cut inside a word begins there. So the start is judged by its first eighth of a millisecond and what follows it, and
//! the end, where every sound decays, by its last 5 ms.

use super::biquad::Biquad;
use super::levels::floored_db;
use std::f64::consts::FRAC_1_SQRT_2;

/// What is heard at either edge, seconds: more than the high-pass needs to settle.
const REACH_S: f64 = 0.2;
/// The windows at the start and at the end, seconds.
const FIRST_S: f64 = 0.125e-3;
const ONSET_S: f64 = 2.5e-3;
const ENDING_S: f64 = 5e-3;
/// The corner below which nothing counts, as for every level of speech.
const CUT_HZ: f64 = 80.0;

/// The first and last samples of a take, at its own rate.
pub struct Edges {
    rate_hz: f64,
    reach: usize,
    head: Vec<f32>,
    tail: Vec<f32>,
}

/// How loud the take begins and ends, dBFS.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EdgeLevels {
    pub start_db: f64,
    pub end_db: f64,
}

impl Edges {
    pub fn new(rate_hz: u32) -> Self {
        let rate_hz = f64::from(rate_hz);
        Self { rate_hz, reach: (REACH_S * rate_hz) as usize, head: Vec::new(), tail: Vec::new() }
    }

    pub fn push(&mut self, block: &[f32]) {
        let missing = self.reach - self.head.len();
        self.head.extend_from_slice(&block[..missing.min(block.len())]);
        let last = &block[block.len() - self.reach.min(block.len())..];
        if self.tail.len() + last.len() > 2 * self.reach {
            self.tail.drain(..self.tail.len() + last.len() - self.reach);
        }
        self.tail.extend_from_slice(last);
    }

    /// Returns the levels; `mean` is that of all samples. Nothing has none.
    pub fn finish(self, mean: f64) -> Option<EdgeLevels> {
        if self.head.is_empty() {
            return None;
        }
        let tail = &self.tail[self.tail.len().saturating_sub(self.reach)..];
        let samples = |seconds: f64| ((seconds * self.rate_hz).round() as usize).max(1);
        // Without the filter: it would let what follows ring into the first sample.
        let firsts = self.head.iter().take(samples(FIRST_S)).map(|&sample| f64::from(sample) - mean);
        let at_once = mean_square(firsts);
        let onset = self.towards_edge(self.head.iter().rev(), samples(ONSET_S));
        let ending = self.towards_edge(tail.iter(), samples(ENDING_S));
        Some(EdgeLevels { start_db: floored_db(at_once.min(onset)), end_db: floored_db(ending) })
    }

    /// Returns the power of the last `count` samples after the high-pass, which runs towards the edge and has settled there.
    fn towards_edge<'a>(&self, samples: impl ExactSizeIterator<Item = &'a f32>, count: usize) -> f64 {
        let mut filter = Biquad::high_pass(CUT_HZ, self.rate_hz, FRAC_1_SQRT_2);
        let inside = samples.len().saturating_sub(count);
        let mut far = None;
        let heard =
            samples.map(|&sample| filter.next(f64::from(sample) - *far.get_or_insert(f64::from(sample))));
        mean_square(heard.skip(inside))
    }
}

fn mean_square(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0usize);
    for value in values {
        sum += value * value;
        count += 1;
    }
    sum / count.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(samples: &[f32], block: usize) -> EdgeLevels {
        let mut edges = Edges::new(16_000);
        samples.chunks(block).for_each(|block| edges.push(block));
        edges.finish(0.0).unwrap()
    }

    /// A tone of 1 kHz and half of full scale, which begins at its peak: -9 dB.
    fn tone(samples: usize) -> Vec<f32> {
        (0..samples).map(|n| 0.5 * libm::cosf(std::f32::consts::TAU * n as f32 / 16.0)).collect()
    }

    #[test]
    fn a_tone_that_is_there_at_once_has_its_level_at_both_ends_and_a_faded_one_has_not() {
        for length in [3_200, 8_000, 50_000] {
            let mut sound = tone(length);
            for block in [1, 7, 1_024, 60_000] {
                let found = levels(&sound, block);
                assert!((found.start_db + 9.0).abs() < 0.2 && (found.end_db + 9.0).abs() < 0.2, "{found:?}");
            }
            // A rise of 10 ms leaves 2.5 ms at a twelfth and the first samples at nothing.
            for n in 0..160 {
                sound[n] *= n as f32 / 160.0;
                sound[length - 1 - n] *= n as f32 / 160.0;
            }
            let found = levels(&sound, 1_024);
            assert!(found.start_db < -50.0 && (-23.0..-16.0).contains(&found.end_db), "{found:?}");
        }
    }

    #[test]
    fn rumble_and_offset_do_not_count_and_a_single_sample_is_no_fault() {
        let rumble: Vec<f32> = (0..16_000)
            .map(|n| 0.1 + 0.2 * libm::sinf(std::f32::consts::TAU * 8.0 * n as f32 / 16_000.0))
            .collect();
        let found = levels(&rumble, 1_024);
        assert!(found.start_db < -50.0 && found.end_db < -50.0, "{found:?}");
        assert_eq!(levels(&[0.5], 1).end_db, -200.0);
        assert_eq!(Edges::new(16_000).finish(0.0), None);
    }
}
