//! Stretches of samples that a detector found, kept only for a picture.

use std::ops::Range;

/// Stretches that are kept; what is found after them is only counted.
const MOST: usize = 1 << 16;

/// Stretches in the order in which they were found.
#[derive(Default)]
pub struct Spans(Vec<Range<u64>>);

impl Spans {
    /// Adds a stretch.
    pub fn add(&mut self, from: u64, length: u64) {
        if self.0.len() < MOST {
            self.0.push(from..from + length);
        }
    }

    /// Returns the stretches.
    pub fn found(self) -> Vec<Range<u64>> {
        self.0
    }
}

/// Samples by their height, as bins, below a rail that may still rise.
#[derive(Default)]
pub struct Heights {
    found: Vec<(u32, Range<u64>)>,
    /// The least height in `found` when it was full.
    least: u32,
}

impl Heights {
    /// Adds the sample at a place; what is lower than `least` can never be asked for, now and later.
    pub fn add(&mut self, height: u32, at: u64, least: u32) {
        if let Some((last, span)) = self.found.last_mut()
            && (*last, span.end) == (height, at)
        {
            span.end += 1;
            return;
        }
        if self.found.len() == MOST {
            if least <= self.least {
                return;
            }
            self.least = least;
            self.found.retain(|(height, _)| *height >= least);
        }
        if self.found.len() < MOST {
            self.found.push((height, at..at + 1));
        }
    }

    /// Returns the stretches of samples of at least this height.
    pub fn from(&self, height: u32) -> Vec<Range<u64>> {
        let mut spans: Vec<Range<u64>> = Vec::new();
        for (_, span) in self.found.iter().filter(|(own, _)| *own >= height) {
            match spans.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => spans.push(span.clone()),
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::slice::from_ref;

    #[test]
    fn no_more_is_kept_than_there_is_room_for_and_a_rising_rail_makes_room() {
        let mut spans = Spans::default();
        (0..2 * MOST as u64).for_each(|at| spans.add(10 * at, 5));
        let found = spans.found();
        assert_eq!((found.len(), found[1].clone()), (MOST, 10..15));

        let mut heights = Heights::default();
        for at in 0..2 * MOST as u64 {
            heights.add(100 + (at % 2) as u32, at, 100);
        }
        assert_eq!(heights.found.len(), MOST);
        assert_eq!(heights.from(100), from_ref(&(0..MOST as u64)));
        assert_eq!(heights.from(101).len(), MOST / 2);
        let late = 3 * MOST as u64;
        (late..late + 7).for_each(|at| heights.add(200, at, 198));
        assert_eq!(heights.from(198), from_ref(&(late..late + 7)));
        assert_eq!(heights.found.len(), 1);
    }
}
