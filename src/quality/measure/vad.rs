//! Where speech is: seeds from the level, edges from the bands.
//!
//! The level alone finds words without false alarms but cuts their soft ends; the mean rise of the bands
//! over their own floors sees the ends but fires on babble. So runs of level are grown by bands.

use super::grid::{BANDS, FrameGrid};
use super::stats::{clean_mask, mean_of_lowest, quantile, runs};

/// A seed lies this far above the floor, dB.
const SEED_DB: f64 = 8.0;
/// A seed lies within this of the 95th percentile of the level, dB.
const SEED_DOWN_DB: f64 = 35.0;
/// A seed is never quieter, dBFS.
const LEAST_SEED_DBFS: f64 = -75.0;
/// Speech at an edge lies within this of the 95th percentile of the level, dB.
const GROW_DOWN_DB: f64 = 42.0;
/// Band floors are taken no lower, dB.
const LEAST_FLOOR_DB: f64 = -95.0;
/// The mean rise of the bands that is speech at an edge, dB.
const RISE_DB: f64 = 2.0;
/// How far a seed grows back and forward, frames.
const BACK: usize = 15;
const FORWARD: usize = 25;
/// Frames before and after a seed that do not count as noise.
const NEAR_BACK: usize = 20;
const NEAR_FORWARD: usize = 25;

/// Marks the speech frames of the grid.
pub fn mark(grid: &mut FrameGrid) {
    let count = grid.len();
    if count == 0 {
        return;
    }
    let lowest = ((0.15 * count as f64) as usize).max(3);
    let levels = grid.levels();
    let top = quantile(levels, 0.95);
    let floor = mean_of_lowest(levels, lowest);
    let seed_db = (floor + SEED_DB).max(top - SEED_DOWN_DB).max(LEAST_SEED_DBFS);
    let mut speech: Vec<bool> = levels.iter().map(|&level| f64::from(level) > seed_db).collect();
    clean_mask(&mut speech, 3, 4);
    let seeds = runs(&speech, true);

    let mut rise = rise_of_bands(grid.bands(), lowest);
    let mut far = vec![true; count];
    for &(start, end) in &seeds {
        far[start.saturating_sub(NEAR_BACK)..(end + NEAR_FORWARD).min(count)].fill(false);
    }
    let far_rise: Vec<f32> = rise.iter().zip(&far).filter(|(_, far)| **far).map(|(rise, _)| *rise).collect();
    let threshold = if far_rise.len() >= 10 { quantile(&far_rise, 0.90).max(RISE_DB) } else { RISE_DB };
    for (rise, &level) in rise.iter_mut().zip(levels) {
        if f64::from(level) <= top - GROW_DOWN_DB {
            *rise = 0.0;
        }
    }
    let grows = |frame: usize| f64::from(rise[frame]) > threshold;
    for &(start, end) in &seeds {
        let mut frame = start;
        while frame > 0 && start - frame < BACK && grows(frame - 1) {
            frame -= 1;
            speech[frame] = true;
        }
        let mut frame = end;
        while frame < count && frame - end < FORWARD && grows(frame) {
            speech[frame] = true;
            frame += 1;
        }
    }
    clean_mask(&mut speech, 15, 6);
    grid.speech = speech;
}

/// Returns per frame the mean over bands of the rise over the band's floor, each 0 to 15 dB, after 1.5 dB of
/// grace and smoothing over three frames.
fn rise_of_bands(bands: &[f32], lowest: usize) -> Vec<f32> {
    let count = bands.len() / BANDS;
    let mut sums = vec![0f64; count];
    let mut smooth = vec![0f32; count];
    for band in 0..BANDS {
        let at = |frame: usize| f64::from(bands[frame * BANDS + band]);
        for (frame, smooth) in smooth.iter_mut().enumerate() {
            let (before, after) = (frame.saturating_sub(1), (frame + 1).min(count - 1));
            *smooth = (0.25 * at(before) + 0.5 * at(frame) + 0.25 * at(after)) as f32;
        }
        let floor = mean_of_lowest(&smooth, lowest).max(LEAST_FLOOR_DB);
        for (sum, &level) in sums.iter_mut().zip(&smooth) {
            *sum += (f64::from(level) - floor - 1.5).clamp(0.0, 15.0);
        }
    }
    sums.iter().map(|sum| (sum / BANDS as f64) as f32).collect()
}
