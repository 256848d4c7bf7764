//! Buffers that came twice: exact repeats of what was heard up to 250 ms before.
//!
//! Every 32nd place of the past is remembered by a hash of its 16 samples; a repeat of 48 samples holds one of them,
//! whatever its lag. What the hash says is proved on the samples.

use super::spans::Spans;
use crate::audio::nearest_step;
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, i32x16, u32x16};
use std::ops::Range;

/// Samples that a hash covers.
const WINDOW: usize = 16;
/// Every how many places one is remembered: a run of [`LEAST`] samples covers one.
const GRID: u64 = 32;
/// Shortest repeat in samples.
const LEAST: usize = 48;
/// Longest lag in seconds.
const LAG_S: f64 = 0.25;
/// Different values that a window must have, and the range of a repeat in steps of 16 bits: silence repeats itself.
const LEAST_VALUES: usize = 8;
const LEAST_RANGE: i32 = 16;
/// Places of the table, a power of two.
const SLOTS: usize = 4_096;
/// Multipliers of the hash for 1, 2, 4 and 8 samples (odd numbers without a pattern).
const FACTORS: [u32; 4] = [0x9e37_79b1, 0x85eb_ca77, 0xc2b2_ae3d, 0x27d4_eb2f];
/// Hashes that are made side by side.
const WIDTH: usize = 16;
/// A place that is not there.
const NOWHERE: u64 = u64::MAX;

/// A repeat that goes on: where it began, its lag, and its length so far.
struct Run {
    start: u64,
    lag: u64,
    length: u64,
}

/// A running count of repeats; memory for a quarter of a second.
pub struct Repeats {
    most_lag: u64,
    /// Steps of 16 bits, from place `base` on.
    held: Vec<i32>,
    base: u64,
    /// Next place whose window is looked up.
    at: u64,
    /// Hashes of places, and these.
    known: Box<[u32; SLOTS]>,
    places: Vec<u64>,
    hashes: Vec<u32>,
    run: Option<Run>,
    count: u64,
    noted: Option<Spans>,
}

impl Repeats {
    /// Creates a count for audio of this rate.
    pub fn new(rate_hz: u32) -> Self {
        Self {
            most_lag: (LAG_S * f64::from(rate_hz)) as u64,
            held: Vec::new(),
            base: 0,
            at: 0,
            known: Box::new([u32::MAX; SLOTS]),
            places: vec![NOWHERE; SLOTS],
            hashes: Vec::new(),
            run: None,
            count: 0,
            noted: None,
        }
    }

    /// Notes from here on where the repeats are.
    pub fn note_places(&mut self) {
        self.noted = Some(Spans::default());
    }

    /// Takes in a block of finite samples.
    pub fn push(&mut self, block: &[f32]) {
        dispatch!(simd::level(), simd => steps(simd, block, &mut self.held));
        let end = self.base + self.held.len() as u64;
        self.follow(end);
        let first = (self.at - self.base) as usize;
        dispatch!(simd::level(), simd => hash(simd, &self.held[first..], &mut self.hashes));
        let hashes = std::mem::take(&mut self.hashes);
        let from = self.at;
        let last = from + hashes.len() as u64;
        while self.at < last {
            // The next place whose hash is known, or that is to be remembered.
            let until = (self.at.next_multiple_of(GRID) + 1).min(last);
            let ahead = &hashes[(self.at - from) as usize..(until - from) as usize];
            let known = ahead.iter().position(|&hash| self.known[slot(hash)] == hash);
            let place = known.map_or(until - 1, |offset| self.at + offset as u64);
            self.at = place + 1;
            let slot = slot(hashes[(place - from) as usize]);
            let source = self.places[slot];
            if place.is_multiple_of(GRID) && self.may_be_rich(place) {
                (self.known[slot], self.places[slot]) = (hashes[(place - from) as usize], place);
            }
            if known.is_some() && source != NOWHERE && place - source <= self.most_lag {
                self.begin(place, source);
                self.follow(end);
            }
        }
        self.hashes = hashes;
        let keep = self.most_lag + (LEAST + WINDOW) as u64;
        let oldest = self.run.as_ref().map_or(self.at, |run| run.start).saturating_sub(keep);
        if oldest > self.base + self.most_lag {
            self.held.drain(..(oldest - self.base) as usize);
            self.base = oldest;
        }
    }

    fn sample(&self, place: u64) -> i32 {
        self.held[(place - self.base) as usize]
    }

    /// Says whether the window of a place, which is there, has at least as many changes as a rich one: a quick look.
    fn may_be_rich(&self, place: u64) -> bool {
        let window = self.held[(place - self.base) as usize..].first_chunk::<WINDOW>();
        window.is_some_and(|window| {
            window[1..].iter().zip(window).filter(|(one, other)| one != other).count() >= LEAST_VALUES - 1
        })
    }

    /// Says whether the window of a place, which is there, can be told from others.
    fn is_rich(&self, place: u64) -> bool {
        let window = self.held[(place - self.base) as usize..].first_chunk();
        window.is_some_and(|window| dispatch!(simd::level(), simd => is_rich(simd, window)))
    }

    /// Begins a repeat where the samples are really equal.
    fn begin(&mut self, place: u64, source: u64) {
        if source < self.base || self.run.is_some() {
            return;
        }
        let equal = (0..WINDOW as u64).all(|n| self.sample(place + n) == self.sample(source + n));
        if !equal || !self.is_rich(source) {
            return;
        }
        let mut back = 0;
        while source - back > self.base && self.sample(place - back - 1) == self.sample(source - back - 1) {
            back += 1;
        }
        self.run = Some(Run { start: place - back, lag: place - source, length: back + WINDOW as u64 });
    }

    /// Follows the repeat at hand as far as there are samples, and counts it where it ends.
    fn follow(&mut self, end: u64) {
        let Some(mut run) = self.run.take() else { return };
        while run.start + run.length < end {
            let place = run.start + run.length;
            if self.sample(place) != self.sample(place - run.lag) {
                self.close(&run);
                return;
            }
            run.length += 1;
            // A repeat that is long enough counts by what it has; the rest needs no memory.
            if run.length > self.most_lag {
                self.close(&run);
                return;
            }
        }
        self.at = self.at.max((run.start + run.length).saturating_sub(WINDOW as u64 - 1));
        self.run = Some(run);
    }

    fn close(&mut self, run: &Run) {
        self.at = self.at.max(run.start + run.length);
        if run.length < LEAST as u64 {
            return;
        }
        let from = (run.start - self.base) as usize;
        let samples = &self.held[from..from + run.length as usize];
        let (least, most) = samples
            .iter()
            .fold((i32::MAX, i32::MIN), |(least, most), &step| (least.min(step), most.max(step)));
        if most - least >= LEAST_RANGE {
            self.count += 1;
            if let Some(noted) = &mut self.noted {
                noted.add(run.start, run.length);
            }
        }
    }

    /// Returns the number of repeats, and where the second of each pair is if that was noted.
    pub fn finish(mut self) -> (u64, Vec<Range<u64>>) {
        if let Some(run) = self.run.take() {
            self.close(&run);
        }
        (self.count, self.noted.map_or_else(Vec::new, Spans::found))
    }
}

/// Returns the place of a hash in the table.
fn slot(hash: u32) -> usize {
    (hash >> (u32::BITS - SLOTS.ilog2())) as usize
}

/// Says whether a window has enough different values to be told from others.
#[inline(always)]
fn is_rich<S: Simd>(simd: S, window: &[i32; WINDOW]) -> bool {
    // No step is as low as what stands before the window.
    let mut padded = [i32::MIN; 2 * WINDOW];
    padded[WINDOW..].copy_from_slice(window);
    let own = i32x16::simd_from(simd, *window);
    let same = |back: usize| own.simd_eq(i32x16::from_slice(simd, &padded[WINDOW - back..][..WINDOW]));
    let mut seen = same(1);
    for back in 2..WINDOW {
        seen |= same(back);
    }
    WINDOW - seen.to_bitmask().count_ones() as usize >= LEAST_VALUES
}

#[inline(always)]
fn steps<S: Simd>(_: S, block: &[f32], out: &mut Vec<i32>) {
    out.extend(block.iter().map(|&sample| nearest_step(sample)));
}

/// Hashes every window of the steps.
#[inline(always)]
fn hash<S: Simd>(simd: S, steps: &[i32], out: &mut Vec<u32>) {
    out.clear();
    if steps.len() < WINDOW {
        return;
    }
    out.extend(steps.iter().map(|&step| step as u32));
    let mut reach = 1;
    for factor in FACTORS {
        let count = out.len() - reach;
        let whole = count - count % WIDTH;
        for n in (0..whole).step_by(WIDTH) {
            let here = u32x16::from_slice(simd, &out[n..n + WIDTH]);
            let ahead = u32x16::from_slice(simd, &out[n + reach..n + reach + WIDTH]);
            (here * factor + ahead).store_slice(&mut out[n..n + WIDTH]);
        }
        for n in whole..count {
            out[n] = out[n].wrapping_mul(factor).wrapping_add(out[n + reach]);
        }
        out.truncate(count);
        reach *= 2;
    }
    for value in out.iter_mut() {
        *value = (*value ^ (*value >> 15)).wrapping_mul(0x2c1b_3c6d);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Noise;

    fn noise(length: usize) -> Vec<f32> {
        let mut noise = Noise::new(7);
        (0..length).map(|_| f32::from(noise.bits(16) as u16 as i16) / 65_536.0).collect()
    }

    fn count(samples: &[f32], block: usize) -> u64 {
        let mut repeats = Repeats::new(48_000);
        for block in samples.chunks(block) {
            repeats.push(block);
        }
        repeats.finish().0
    }

    #[test]
    fn repeats_count_from_48_samples_on_at_any_lag_up_to_a_quarter_second() {
        for block in [100, 1024, 100_000] {
            let clean = noise(48_000);
            assert_eq!(count(&clean, block), 0);
            for place in [20_000usize, 20_013, 33_333] {
                for (length, lag, repeats) in [
                    (47, 480, 0),
                    (48, 480, 1),
                    (144, 144, 1),
                    (480, 481, 1),
                    (960, 12_000, 1),
                    (960, 12_001, 0),
                ] {
                    let mut samples = clean.clone();
                    samples.copy_within(place - lag..place - lag + length, place);
                    // The sample after must differ, or the repeat is longer.
                    samples[place + length] += 0.01;
                    samples[place - 1] += 0.01;
                    assert_eq!(
                        count(&samples, block),
                        repeats,
                        "{length} at {place}, lag {lag}, blocks of {block}"
                    );
                }
            }
        }
    }

    #[test]
    fn silence_and_small_noise_repeat_themselves_and_do_not_count() {
        assert_eq!(count(&vec![0.0; 48_000], 1024), 0);
        let small: Vec<f32> = noise(48_000).iter().map(|x| (x * 6.0).round() / 32_768.0).collect();
        assert_eq!(count(&small, 1024), 0);
    }
}
