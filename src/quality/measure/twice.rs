//! Read twice: the later part of a take warped onto the earlier one, in time with it and backwards.
//!
//! A second reading has the same sounds in the same order. The copy that runs backwards has the same sounds in
//! another order, so the ratio of both costs needs no scale of its own and one limit serves all voices.

use super::grid::{BANDS, FrameGrid};
use super::stats::{mean_of_lowest, quantile, runs};
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x16};
use std::sync::OnceLock;

/// Cepstral coefficients, without the level.
const CEPSTRA: usize = 12;
/// Every how many frames one is compared.
const STEP: usize = 2;
/// Speech spans shorter than this many frames hold no two readings.
const LEAST_SPAN: usize = 60;
/// Pauses of this many frames may lie between two readings, as many of them are tried, with their middle in this
/// part of the span and the parts no more unequal than this.
const LEAST_PAUSE: usize = 8;
const MOST_SPLITS: usize = 4;
const MIDDLE: (f64, f64) = (0.33, 0.67);
const UNEQUAL: (f64, f64) = (0.6, 1.67);
/// Levels are cut off this far above the floor of their band and this far under its top, dB.
const OVER_FLOOR_DB: f64 = 3.0;
const UNDER_TOP_DB: f64 = 40.0;
/// Most frames of a part; talk of more than this, 100 s, is compared up to here.
const MOST: usize = 5_000;
/// Columns that are worked on side by side.
const WIDTH: usize = 16;
/// Columns before the first.
const EDGE: usize = 2;
/// No path leads here.
const FAR: f32 = f32::INFINITY;

/// Cepstra of a part of a take.
type Cepstra = Vec<[f32; CEPSTRA]>;

impl FrameGrid {
    /// Returns how much more the later part is like the earlier one than it is backwards: about 1 for any talk, low
    /// for a text read twice; the least over the pauses near the middle. `None` where there are no two parts.
    ///
    /// The speech must have been marked, as [`super::super::Meter::finish_with_grid`] does.
    pub fn twice(&self) -> Option<f64> {
        let words = runs(self.speech(), true);
        let (start, end) = (words.first()?.0, words.last()?.1);
        let span = end - start;
        if span < LEAST_SPAN {
            return None;
        }
        let centre = |&(from, to): &(usize, usize)| {
            let middle = (from + to) as f64 / 2.0 - start as f64;
            MIDDLE.0 * (span as f64) < middle && middle < MIDDLE.1 * span as f64
        };
        let mut splits: Vec<(usize, usize)> = words
            .windows(2)
            .map(|pair| (pair[0].1, pair[1].0))
            .filter(|pause| pause.1 - pause.0 >= LEAST_PAUSE)
            .filter(centre)
            .collect();
        splits.sort_by_key(|pause| std::cmp::Reverse(pause.1 - pause.0));
        splits.truncate(MOST_SPLITS);
        if splits.is_empty() {
            splits.push((start + span / 2, start + span / 2));
        }
        splits.retain(|&(from, to)| {
            let ratio = (from - start) as f64 / (end - to) as f64;
            UNEQUAL.0 < ratio && ratio < UNEQUAL.1
        });
        if splits.is_empty() {
            return None;
        }
        let cepstra = cepstra(self);
        let part = |from: usize, to: usize| -> Cepstra {
            cepstra[from..to].iter().step_by(STEP).take(MOST).copied().collect()
        };
        let ratios = splits.iter().filter_map(|&(from, to)| {
            let (earlier, mut later) = (part(start, from), part(to, end));
            let forwards = warp(&earlier, &later)?;
            later.reverse();
            let backwards = warp(&earlier, &later)?;
            (backwards > 0.0).then(|| f64::from(forwards) / f64::from(backwards))
        });
        ratios.min_by(f64::total_cmp)
    }
}

/// Returns the cepstra of all frames, smoothed, less their mean over the speech and over their mean deviation.
fn cepstra(grid: &FrameGrid) -> Cepstra {
    let (bands, speech) = (grid.bands(), grid.speech());
    let count = speech.len();
    let lowest = (count * 15 / 100).max(3);
    let mut cepstra = vec![[0f64; CEPSTRA]; count];
    for band in 0..BANDS {
        let mut levels: Vec<f32> = (0..count).map(|frame| bands[frame * BANDS + band]).collect();
        let floor = mean_of_lowest(&levels, lowest) + OVER_FLOOR_DB;
        let least = floor.max(quantile(&levels, 0.95) - UNDER_TOP_DB) as f32;
        for level in &mut levels {
            *level = level.max(least);
        }
        let at = |frame: isize| f64::from(levels[frame.clamp(0, count as isize - 1) as usize]);
        for (frame, cepstra) in cepstra.iter_mut().enumerate() {
            let t = frame as isize;
            // A Hann window over five frames.
            let smooth = (0.25 * (at(t - 2) + at(t + 2)) + 0.75 * (at(t - 1) + at(t + 1)) + at(t)) / 3.0;
            for (sum, weight) in cepstra.iter_mut().zip(cosines()[band]) {
                *sum += smooth * weight;
            }
        }
    }
    let spoken = || cepstra.iter().zip(speech).filter(|(_, set)| **set).map(|(cepstra, _)| cepstra);
    let frames = spoken().count().max(1) as f64;
    let mean: [f64; CEPSTRA] =
        std::array::from_fn(|index| spoken().map(|cepstra| cepstra[index]).sum::<f64>() / frames);
    let deviation = |index: usize| {
        let off = |cepstra: &[f64; CEPSTRA]| cepstra[index] - mean[index];
        let squares: f64 = spoken().map(|cepstra| off(cepstra) * off(cepstra)).sum();
        libm::sqrt(squares / frames)
    };
    let scale = ((0..CEPSTRA).map(deviation).sum::<f64>() / CEPSTRA as f64).max(1e-9);
    cepstra
        .iter()
        .map(|cepstra| std::array::from_fn(|index| ((cepstra[index] - mean[index]) / scale) as f32))
        .collect()
}

/// The weights of a band in the cepstra.
fn cosines() -> &'static [[f64; CEPSTRA]; BANDS] {
    static COSINES: OnceLock<[[f64; CEPSTRA]; BANDS]> = OnceLock::new();
    COSINES.get_or_init(|| {
        std::array::from_fn(|band| {
            std::array::from_fn(|index| {
                let angle = std::f64::consts::PI * (index + 1) as f64 * (band as f64 + 0.5) / BANDS as f64;
                libm::cos(angle) * libm::sqrt(2.0 / BANDS as f64)
            })
        })
    })
}

/// Returns the mean cost of the best path through both, by steps of (1, 1), (1, 2) and (2, 1) that weigh 2, 3 and 3.
/// Both ends are open by a tenth, and a path is at least 0.7 of both lengths; `None` where none is.
fn warp(earlier: &[[f32; CEPSTRA]], later: &[[f32; CEPSTRA]]) -> Option<f32> {
    let (rows, columns) = (earlier.len(), later.len());
    let (open_rows, open_columns) = ((rows / 10).max(1), (columns / 10).max(1));
    let least_length = 0.7 * (rows + columns) as f32;
    let by_coefficient: [Vec<f32>; CEPSTRA] = std::array::from_fn(|index| {
        let mut values: Vec<f32> = later.iter().map(|cepstra| cepstra[index]).collect();
        values.resize(columns.next_multiple_of(WIDTH), 0.0);
        values
    });
    let mut table: [Line; 3] = std::array::from_fn(|_| Line::new(by_coefficient[0].len()));
    let mut best = FAR;
    for (row, cepstra) in earlier.iter().enumerate() {
        table.rotate_left(1);
        let [before2, before, now] = &mut table;
        dispatch!(simd::level(), simd => now.fill(simd, cepstra, &by_coefficient, before, before2));
        let open = if row < open_rows { columns } else { open_columns.min(columns) };
        for place in EDGE..EDGE + open {
            let fresh = 2.0 * now.distances[place];
            if fresh < now.costs[place] {
                (now.costs[place], now.lengths[place]) = (fresh, 2.0);
            }
        }
        let from = if row + 1 == rows { columns.saturating_sub(open_columns) } else { columns - 1 };
        if row + open_rows >= rows || row + 1 == rows {
            for place in EDGE + from..EDGE + columns {
                if now.lengths[place] > least_length {
                    best = best.min(now.costs[place] / now.lengths[place]);
                }
            }
        }
    }
    (best < FAR).then_some(best)
}

/// A row of the warp: distances, least costs, and lengths of the paths that have them.
struct Line {
    distances: Vec<f32>,
    costs: Vec<f32>,
    lengths: Vec<f32>,
}

impl Line {
    /// Creates a line that no path leads to.
    fn new(columns: usize) -> Self {
        let size = columns + EDGE;
        Self { distances: vec![FAR; size], costs: vec![FAR; size], lengths: vec![0.0; size] }
    }

    /// Fills the line of a frame from the two before.
    #[inline(always)]
    fn fill<S: Simd>(
        &mut self,
        simd: S,
        cepstra: &[f32; CEPSTRA],
        by_coefficient: &[Vec<f32>; CEPSTRA],
        before: &Self,
        before2: &Self,
    ) {
        let columns = by_coefficient[0].len();
        let part = |values: &[f32], from: usize| f32x16::from_slice(simd, &values[from..from + WIDTH]);
        for column in (0..columns).step_by(WIDTH) {
            let mut distance = f32x16::splat(simd, 0.0);
            for (value, others) in cepstra.iter().zip(by_coefficient) {
                let difference = f32x16::splat(simd, *value) - part(others, column);
                distance += difference * difference;
            }
            distance.sqrt().store_slice(&mut self.distances[column + EDGE..][..WIDTH]);
        }
        for column in (0..columns).step_by(WIDTH) {
            let at = column + EDGE;
            let here = part(&self.distances, at);
            let one = part(&before.costs, at - 1) + here * 2.0;
            let two = part(&before.costs, at - 2) + (here + part(&self.distances, at - 1)) * 1.5;
            let three = part(&before2.costs, at - 1) + (here + part(&before.distances, at)) * 1.5;
            let wider = two.simd_lt(one);
            let cost = wider.select(two, one);
            let length =
                wider.select(part(&before.lengths, at - 2) + 3.0, part(&before.lengths, at - 1) + 2.0);
            let taller = three.simd_lt(cost);
            let length = taller.select(part(&before2.lengths, at - 1) + 3.0, length);
            taller.select(three, cost).store_slice(&mut self.costs[at..][..WIDTH]);
            length.store_slice(&mut self.lengths[at..][..WIDTH]);
        }
    }
}
