//! Gaps that were filled: stretches of equal samples between loud neighbours.

use super::spans::Spans;
use crate::audio::nearest_step;
use std::ops::Range;

/// Shortest gap, in seconds.
const LEAST_S: f64 = 0.002;
/// Neighbours that are listened to, in seconds, and the power from which they are loud (-50 dBFS).
const BESIDE_S: f64 = 0.01;
const LOUD: f64 = 1e-5;

/// A gap that ends where the stretch of equal samples does; its right side is not there yet.
struct Pending {
    end: usize,
    length: usize,
}

/// A stretch of equal samples that goes on.
struct Stretch {
    value: i32,
    length: usize,
    left_is_loud: bool,
}

/// A running count of gaps.
pub struct Dropouts {
    least: usize,
    beside: usize,
    held: Vec<f32>,
    /// Next sample to look at.
    at: usize,
    stretch: Option<Stretch>,
    pending: Option<Pending>,
    count: u64,
    /// Samples before those in `held`.
    passed: u64,
    places: Option<Spans>,
}

impl Dropouts {
    /// Creates a count for audio of this rate.
    pub fn new(rate_hz: u32) -> Self {
        let rate = f64::from(rate_hz);
        Self {
            least: ((LEAST_S * rate).ceil() as usize).max(2),
            beside: ((BESIDE_S * rate) as usize).max(1),
            held: Vec::new(),
            at: 0,
            stretch: None,
            pending: None,
            count: 0,
            passed: 0,
            places: None,
        }
    }

    /// Notes from here on where the gaps are.
    pub fn note_places(&mut self) {
        self.places = Some(Spans::default());
    }

    /// Takes in a block of finite samples.
    pub fn push(&mut self, block: &[f32]) {
        self.held.extend_from_slice(block);
        // Any stretch of the least length holds a whole block of half of it.
        let look = (self.least / 2).max(1);
        loop {
            self.settle(self.beside);
            if let Some(stretch) = &mut self.stretch {
                let Some(&sample) = self.held.get(self.at) else { break };
                if nearest_step(sample) == stretch.value {
                    stretch.length += 1;
                    self.at += 1;
                    continue;
                }
                let length = stretch.length;
                let is_gap = length >= self.least && stretch.left_is_loud;
                self.stretch = None;
                if is_gap && self.pending.is_none() {
                    self.pending = Some(Pending { end: self.at, length });
                }
                continue;
            }
            let Some(part) = self.held.get(self.at..self.at + look) else { break };
            let value = nearest_step(part[0]);
            if part[1..].iter().all(|&sample| nearest_step(sample) == value) {
                let back = self.held[..self.at]
                    .iter()
                    .rev()
                    .take_while(|&&sample| nearest_step(sample) == value)
                    .count();
                let start = self.at - back;
                let left_is_loud = self.is_loud(start.saturating_sub(self.beside)..start);
                self.stretch = Some(Stretch { value, length: back + look, left_is_loud });
            }
            self.at += look;
        }
        // What a gap that begins soon needs of the past.
        let needed = self.beside + 2 * look;
        let from = self.pending.as_ref().map_or(self.at, |pending| pending.end.min(self.at));
        let drop = from.saturating_sub(needed);
        self.held.drain(..drop);
        self.at -= drop;
        self.passed += drop as u64;
        if let Some(pending) = &mut self.pending {
            pending.end -= drop;
        }
    }

    /// Says whether what lies beside a gap is loud; less than half of the time is not enough to tell.
    fn is_loud(&self, range: Range<usize>) -> bool {
        let part = &self.held[range];
        let power = part.iter().map(|&sample| f64::from(sample) * f64::from(sample)).sum::<f64>();
        part.len() > self.beside / 2 && power > LOUD * part.len() as f64
    }

    /// Counts a gap whose right side is there now.
    fn settle(&mut self, wanted: usize) {
        if let Some(pending) = &self.pending
            && self.held.len() >= pending.end + wanted
        {
            let &Pending { end, length } = pending;
            if self.is_loud(end..(end + self.beside).min(self.held.len())) {
                self.count += 1;
                if let Some(places) = &mut self.places {
                    places.add(self.passed + end as u64 - length as u64, length as u64);
                }
            }
            self.pending = None;
        }
    }

    /// Returns the number of gaps, and where they are if that was noted.
    pub fn finish(mut self) -> (u64, Vec<Range<u64>>) {
        self.settle(0);
        (self.count, self.places.map_or_else(Vec::new, Spans::found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Noise;

    fn noise(length: usize) -> Vec<f32> {
        let mut noise = Noise::new(1);
        (0..length).map(|_| noise.bits(16) as f32 / 65_536.0 - 0.5).collect()
    }

    fn count(samples: &[f32], block: usize) -> u64 {
        let mut dropouts = Dropouts::new(48_000);
        for block in samples.chunks(block) {
            dropouts.push(block);
        }
        dropouts.finish().0
    }

    #[test]
    fn gaps_count_from_2_ms_between_loud_sides() {
        for block in [64, 1024, 100_000] {
            for place in [5_000, 5_047, 9_999] {
                for (length, gaps) in [(95, 0), (96, 1), (144, 1), (4_800, 1)] {
                    let mut samples = noise(20_000);
                    samples[place..place + length].fill(0.1);
                    assert_eq!(count(&samples, block), gaps, "{length} at {place}, blocks of {block}");
                }
            }
            let mut samples = noise(20_000);
            samples[..300].fill(0.0);
            samples[19_000..].fill(0.0);
            assert_eq!(count(&samples, block), 0, "the ends have no neighbour");
            samples[9_000..9_200].fill(0.0);
            samples[9_200..9_800].iter_mut().for_each(|sample| *sample *= 0.001);
            assert_eq!(count(&samples, block), 0, "a quiet neighbour");
            samples[15_000..15_200].fill(-0.25);
            samples[15_900..16_000].fill(0.25);
            assert_eq!(count(&samples, block), 2);
        }
    }
}
