//! Clipping: how samples heap up at the take's own rails, each polarity for itself.
//!
//! The rail is the greatest sample, which is known at the end only, so magnitudes are counted by their bins. Flat tops
//! come from the morphological opening of the samples: a sample lies in a run of at least `k` samples above
//! a threshold exactly when its opening by `k` does, so a histogram of openings answers for every rail.

use super::heaps::{Heaps, PART, Sign, bin, bin_above, bin_from};
use super::lanes::{LANES, extremes, folded, transposed};
use super::spans::Heights;
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8};
use std::collections::BTreeMap;
use std::ops::Range;

/// Rails below this magnitude are not judged.
const LEAST_RAIL: f64 = 0.02;
/// A run of flat tops is cut off this far below the rail (0.4 %), a little lower while the rail may still grow.
const FLAT: f64 = 1.0 - 0.004;
const FLAT_SO_FAR: f64 = 0.9959;
/// The same for a hard flat top (0.1 %): a round wave of low frequency has a top of 0.4 % now and then.
const HARD: f64 = 1.0 - 0.001;
/// From here up is the top of a take, whose samples heap up at a rail; a little lower while the rail may still grow.
const TOP: f64 = 0.99;
const TOP_SO_FAR: f64 = 0.9899;
/// Samples below this share of the rail are not counted, a little lower while the rail may still grow. That is
/// less than the four octaves of [`Heaps`].
const LOUD: f64 = 0.1;
const LOUD_SO_FAR: f64 = 0.0999;
/// Samples near the rail that are needed to speak of a slope.
const LEAST_TOPS: u64 = 30;
/// Samples of one run that are kept before they are counted.
const RUN_BUFFER: usize = 4096;

/// What was found at the rails.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RailFacts {
    /// Samples in flat tops over samples above a tenth of the rail, both polarities.
    pub flat: f64,
    /// Ten times the samples in the top 1 % over those in the 10 % below, the worse polarity.
    pub edge: f64,
    /// Flat tops.
    pub runs: u64,
    /// Those of them that are hard.
    pub hard_runs: u64,
    /// Logarithm of the samples in the top tenth over those in the tenth below, of the mean-free take; the greater polarity,
    /// `None` when both hold too few.
    pub slope: Option<f64>,
}

/// Where it was found, in samples; empty where that was not noted.
#[derive(Debug, Default, PartialEq)]
pub struct RailPlaces {
    /// The flat tops of both polarities.
    pub flat_tops: Vec<Range<u64>>,
    /// The samples in the highest hundredth of either polarity, of a rail of any height.
    pub tops: Vec<Range<u64>>,
}

/// Running counts at both rails.
pub struct Rails {
    sides: [Side; 2],
    heaps: Heaps,
    /// Samples so far.
    seen: u64,
    /// The top of each side, where places are noted.
    tops: Option<[Top; 2]>,
    /// Least and greatest of each part of the block at hand.
    extremes: Vec<(f32, f32)>,
}

impl Rails {
    /// Creates empty counts for audio of this rate.
    pub fn new(rate_hz: u32) -> Self {
        let least_run = ((f64::from(rate_hz) * 0.000_19).round() as usize).max(3);
        Self {
            sides: [Sign::Plus, Sign::Minus].map(|sign| Side::new(sign, least_run)),
            heaps: Heaps::new(),
            seen: 0,
            tops: None,
            extremes: Vec::new(),
        }
    }

    /// Notes from here on where flat tops and high samples are.
    pub fn note_places(&mut self) {
        self.tops = Some([Sign::Plus, Sign::Minus].map(Top::new));
        for side in &mut self.sides {
            side.places = Some(Heights::default());
        }
    }

    /// Takes in a block of finite samples.
    pub fn push(&mut self, block: &[f32]) {
        if let Some(tops) = &mut self.tops {
            for top in tops {
                top.push(block, self.seen);
            }
        }
        dispatch!(simd::level(), simd => self.push_parts(simd, block));
        self.seen += block.len() as u64;
    }

    #[inline(always)]
    fn push_parts<S: Simd>(&mut self, simd: S, block: &[f32]) {
        self.extremes.clear();
        extremes_of_parts(simd, block, &mut self.extremes);
        let (parts, rest) = block.as_chunks::<PART>();
        let mut padded = [0.0; PART];
        padded[..rest.len()].copy_from_slice(rest);
        let last = (!rest.is_empty()).then_some(&padded);
        let [upper, lower] = &mut self.sides;
        let mut at = self.seen;
        for (part, &(least, most)) in parts.iter().chain(last).zip(&self.extremes) {
            let thresholds =
                [upper.push(part, most, at, &mut self.heaps), lower.push(part, -least, at, &mut self.heaps)];
            at += PART as u64;
            if thresholds.iter().any(|threshold| threshold.is_finite()) {
                self.heaps.add_part(simd, part, thresholds);
            }
        }
    }

    /// Returns what was found, and where if that was noted; `mean` is that of all samples.
    pub fn finish(mut self, mean: f64) -> (RailFacts, RailPlaces) {
        let mut places = RailPlaces::default();
        if let Some(tops) = &self.tops {
            places.tops = tops.iter().flat_map(Top::found).collect();
        }
        let (mut tops, mut loud, mut runs, mut hard_runs, mut edge) = (0, 0, 0, 0, 0.0f64);
        let mut slope = None::<f64>;
        let heaps = self.heaps;
        for (side, offset) in self.sides.iter_mut().zip([mean, -mean]) {
            side.end_run();
            let rail = f64::from(side.rail);
            if rail < LEAST_RAIL {
                continue;
            }
            let (flat, flat_runs) = side.flat_tops(rail * FLAT);
            tops += flat;
            runs += flat_runs;
            if let Some(tops) = &side.places {
                places.flat_tops.extend(tops.from(bin_from(rail * FLAT)));
            }
            hard_runs += side.flat_tops(rail * HARD).1;
            let count = |from| heaps.count(side.sign, from, side.rail);
            loud += count(bin_above(LOUD * rail));
            let top = count(bin_from(TOP * rail));
            let below = count(bin_from(0.89 * rail)) - top;
            if top >= 8 {
                edge = edge.max(10.0 * top as f64 / below.max(1) as f64);
            }
            // Heights over the mean, as shares of the greatest of them.
            let height = |share: f64| share * (rail - offset) + offset;
            // Where the offset is larger than the sound, the tenths reach below what is counted.
            if height(0.8) <= LOUD * rail {
                continue;
            }
            let from = |share: f64| count(bin_from(height(share)));
            let top = from(0.9);
            let below = from(0.8) - top;
            if top + below >= LEAST_TOPS {
                let this = libm::log((top + 1) as f64 / (below + 1) as f64);
                slope = Some(slope.map_or(this, |known| known.max(this)));
            }
        }
        (RailFacts { flat: tops as f64 / loud.max(1) as f64, edge, runs, hard_runs, slope }, places)
    }
}

/// Appends least and greatest of each part, and of 0.
#[inline(always)]
fn extremes_of_parts<S: Simd>(simd: S, block: &[f32], out: &mut Vec<(f32, f32)>) {
    let (groups, rest) = block.as_chunks::<{ LANES * PART }>();
    for group in groups {
        let (mut least, mut most) = ([f32x8::splat(simd, 0.0); LANES], [f32x8::splat(simd, 0.0); LANES]);
        for (lane, part) in group.as_chunks::<PART>().0.iter().enumerate() {
            for samples in part.as_chunks::<LANES>().0 {
                let samples = f32x8::simd_from(simd, *samples);
                least[lane] = least[lane].min(samples);
                most[lane] = most[lane].max(samples);
            }
        }
        let least: [f32; LANES] = folded(transposed(least), f32x8::min).into();
        let most: [f32; LANES] = folded(transposed(most), f32x8::max).into();
        out.extend(least.into_iter().zip(most));
    }
    out.extend(rest.chunks(PART).map(extremes));
}

/// Where the samples in the top of one polarity are.
struct Top {
    sign: Sign,
    rail: f32,
    found: Heights,
}

impl Top {
    fn new(sign: Sign) -> Self {
        Self { sign, rail: 0.0, found: Heights::default() }
    }

    fn push(&mut self, block: &[f32], from: u64) {
        let mut least = bin_from(TOP_SO_FAR * f64::from(self.rail));
        for (at, &sample) in (from..).zip(block) {
            let height = self.sign.height(sample);
            if height > self.rail {
                self.rail = height;
                least = bin_from(TOP_SO_FAR * f64::from(height));
            }
            if height > 0.0 && bin(height) >= least {
                self.found.add(bin(height), at, least);
            }
        }
    }

    fn found(&self) -> Vec<Range<u64>> {
        self.found.from(bin_from(TOP * f64::from(self.rail)))
    }
}

/// What is near the rail of one polarity.
struct Side {
    sign: Sign,
    least_run: usize,
    rail: f32,
    loud: f32,
    flat: f32,
    /// The samples of the present run near the rail that are not yet counted, with the `least_run - 1` before.
    run: Vec<f32>,
    /// The place of the first of them.
    run_from: u64,
    /// How many of `run` are counted already.
    counted: usize,
    last_opening: u32,
    /// Per bin of the opening: samples, and runs that begin less runs that join a lower one.
    openings: BTreeMap<u32, (u64, i64)>,
    /// Where the openings are.
    places: Option<Heights>,
}

impl Side {
    fn new(sign: Sign, least_run: usize) -> Self {
        Self {
            sign,
            least_run,
            rail: 0.0,
            loud: (LOUD_SO_FAR * LEAST_RAIL) as f32,
            flat: (FLAT_SO_FAR * LEAST_RAIL) as f32,
            run: Vec::new(),
            run_from: 0,
            counted: 0,
            last_opening: 0,
            openings: BTreeMap::new(),
            places: None,
        }
    }

    /// Takes in a part, from place `at` on, whose greatest height is `most`. Returns from which height on its samples are still to be counted,
    /// infinity where nothing is left to do.
    #[inline(always)]
    fn push(&mut self, part: &[f32; PART], most: f32, at: u64, heaps: &mut Heaps) -> f32 {
        if most >= self.loud && (most >= self.flat || most > self.rail) {
            self.follow(part, at, heaps);
            return f32::INFINITY;
        }
        if !self.run.is_empty() {
            self.end_run();
        }
        if most < self.loud { f32::INFINITY } else { self.loud }
    }

    /// Counts the samples of a part that comes near the rail or raises it.
    fn follow(&mut self, part: &[f32; PART], from: u64, heaps: &mut Heaps) {
        for (at, &sample) in (from..).zip(part) {
            let height = self.sign.height(sample);
            if height < self.loud {
                if !self.run.is_empty() {
                    self.end_run();
                }
                continue;
            }
            if height > self.rail {
                heaps.raise(self.sign, self.rail, height);
                self.rail = height;
                self.loud = self.loud.max((LOUD_SO_FAR * f64::from(height)) as f32);
                self.flat = self.flat.max((FLAT_SO_FAR * f64::from(height)) as f32);
            }
            heaps.add(self.sign, height);
            if height >= self.flat {
                if self.run.is_empty() {
                    self.run_from = at;
                }
                self.run.push(height);
                if self.run.len() >= RUN_BUFFER + 2 * self.least_run {
                    self.count_run(false);
                }
            } else if !self.run.is_empty() {
                self.end_run();
            }
        }
    }

    fn end_run(&mut self) {
        if self.run.len() >= self.least_run {
            self.count_run(true);
            // Runs far below the present rail can never count again.
            let out_of_reach = bin(self.flat);
            self.openings = self.openings.split_off(&out_of_reach);
        }
        self.run.clear();
        self.counted = 0;
        self.last_opening = 0;
    }

    /// Counts the openings of the run so far: all of them, or those that no later sample can change.
    fn count_run(&mut self, whole: bool) {
        let least_run = self.least_run;
        let floors: Vec<f32> = self
            .run
            .windows(least_run)
            .map(|window| window.iter().copied().fold(f32::MAX, f32::min))
            .collect();
        let until = if whole { self.run.len() } else { floors.len() };
        for index in self.counted..until {
            let from = (index + 1).saturating_sub(least_run);
            let to = (index + 1).min(floors.len());
            let opening = bin(floors[from..to].iter().copied().fold(0.0, f32::max));
            let entry = self.openings.entry(opening).or_default();
            entry.0 += 1;
            if let Some(places) = &mut self.places {
                places.add(opening, self.run_from + index as u64, bin_from(f64::from(self.flat)));
            }
            if opening > self.last_opening {
                entry.1 += 1;
                if self.last_opening > 0 {
                    self.openings.entry(self.last_opening).or_default().1 -= 1;
                }
            }
            self.last_opening = opening;
        }
        let keep_from = (until + 1).saturating_sub(least_run);
        self.run.drain(..keep_from);
        self.run_from += keep_from as u64;
        self.counted = until - keep_from;
    }

    /// Counts samples in flat tops above a threshold, and the flat tops.
    fn flat_tops(&self, threshold: f64) -> (u64, u64) {
        let (samples, runs) = self
            .openings
            .range(bin_from(threshold)..)
            .fold((0, 0), |(samples, runs), (_, entry)| (samples + entry.0, runs + entry.1));
        (samples, runs.max(0) as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The definition, with the whole take at hand.
    fn by_definition(samples: &[f32], rate_hz: u32) -> RailFacts {
        let least_run = ((f64::from(rate_hz) * 0.000_19).round() as usize).max(3);
        let (mut tops, mut loud, mut runs, mut hard_runs, mut edge) = (0usize, 0usize, 0u64, 0u64, 0f64);
        let mut slope = None::<f64>;
        let mean = mean(samples);
        for sign in [1.0, -1.0] {
            let heights: Vec<f64> = samples.iter().map(|&sample| sign * f64::from(sample)).collect();
            let rail = heights.iter().copied().fold(0.0, f64::max);
            if rail < 0.02 {
                continue;
            }
            let mask: Vec<bool> = heights.iter().map(|&height| height >= rail * 0.996).collect();
            for (start, end) in super::super::stats::runs(&mask, true) {
                if end - start >= least_run {
                    tops += end - start;
                    runs += 1;
                }
            }
            let mask: Vec<bool> = heights.iter().map(|&height| height >= rail * 0.999).collect();
            let hard = super::super::stats::runs(&mask, true).into_iter();
            hard_runs += hard.filter(|(start, end)| end - start >= least_run).count() as u64;
            loud += heights.iter().filter(|&&height| height > 0.1 * rail).count();
            let top = heights.iter().filter(|&&height| height >= 0.99 * rail).count();
            let below =
                heights.iter().filter(|&&height| height >= 0.89 * rail && height < 0.99 * rail).count();
            if top >= 8 {
                edge = edge.max(10.0 * top as f64 / below.max(1) as f64);
            }
            let (greatest, offset) = (rail - sign * mean, sign * mean);
            let over =
                |share: f64| heights.iter().filter(|&&height| height >= share * greatest + offset).count();
            let (top, both) = (over(0.9), over(0.8));
            if both >= 30 {
                let this = libm::log((top + 1) as f64 / (both - top + 1) as f64);
                slope = Some(slope.map_or(this, |known: f64| known.max(this)));
            }
        }
        RailFacts { flat: tops as f64 / loud.max(1) as f64, edge, runs, hard_runs, slope }
    }

    fn mean(samples: &[f32]) -> f64 {
        samples.iter().map(|&sample| f64::from(sample)).sum::<f64>() / samples.len().max(1) as f64
    }

    fn streamed(samples: &[f32], rate_hz: u32) -> RailFacts {
        let mut rails = Rails::new(rate_hz);
        rails.push(samples);
        rails.finish(mean(samples)).0
    }

    proptest! {
        // A clipped, growing sine with a little noise: runs of every kind near a rail that still moves.
        #[test]
        fn exact_for_16_bit(
            gain in 0.05f64..3.0,
            growth in 0.0f64..2.0,
            period in 8.0f64..400.0,
            noise in prop::collection::vec(-40i32..40, 3000),
        ) {
            let samples: Vec<f32> = noise.iter().enumerate().map(|(n, &noise)| {
                let n = n as f64;
                let wave = gain * (1.0 + growth * n / 3000.0) * (n / period).sin() * 20_000.0;
                (wave.round() as i32 + noise).clamp(-18_000, 20_000) as f32 / 32_768.0
            }).collect();
            for rate in [8_000, 48_000] {
                prop_assert_eq!(streamed(&samples, rate), by_definition(&samples, rate));
            }
        }
    }

    #[test]
    fn a_run_longer_than_the_buffer_is_one_flat_top() {
        let samples = vec![0.5f32; 3 * RUN_BUFFER + 17];
        let facts = streamed(&samples, 48_000);
        assert_eq!((facts.flat, facts.runs), (1.0, 1));
        assert_eq!(facts, by_definition(&samples, 48_000));
    }

    #[test]
    fn counts_of_more_than_16_bits_are_whole_and_go_when_the_rail_rises() {
        // Four octaves below 0.845, near which the rail then is: these counts must not turn up there.
        let parts = [
            (140_000, 0.845 / 16.0),
            (200_000, 0.845),
            (100, 0.9),
            (70_000, 0.7),
            (70_000, -0.4),
            (10, -0.41),
        ];
        let samples: Vec<f32> = parts.into_iter().flat_map(|(count, value)| vec![value; count]).collect();
        let facts = streamed(&samples, 48_000);
        assert_eq!(facts, by_definition(&samples, 48_000));
        assert_eq!(facts.edge, 10.0 * 100.0 / 200_000.0);
    }

    #[test]
    fn quiet_takes_have_no_rails() {
        assert_eq!(
            streamed(&[0.019; 1000], 16_000),
            RailFacts { flat: 0.0, edge: 0.0, runs: 0, hard_runs: 0, slope: None }
        );
    }
}
