//! What the marked frames say: edges, pauses, noise, signal-to-noise ratio.

use super::grid::{FrameGrid, near_speech};
use super::levels::{floored_db, level_db};
use super::stats::{quantile, runs};
use super::vad;

const FRAME_MS: f64 = 10.0;
const FRAME_S: f64 = 0.01;
/// Frames of noise that are needed to measure it.
const LEAST_NOISE: usize = 15;
/// Pauses of this many frames and more are not reading time.
const REST: usize = 25;
/// Frames at either end whose level is the level of the edge.
const EDGE: usize = 3;
/// Ratios above this are not told apart, dB.
const GREATEST_SNR_DB: f64 = 99.0;
/// The level histogram's peak of speech lies this far above the active level over noise, dB (measured).
const HISTOGRAM_BIAS_DB: f64 = 4.5;

/// Time and level facts of a take; times in milliseconds and seconds, levels in dB.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Speech {
    /// Speech frames times 10 ms.
    pub spoken_s: f64,
    /// The facts that need speech.
    pub found: Option<Found>,
    /// Mean power of the frames outside speech, when there are enough.
    pub noise: Option<f64>,
}

/// Facts of a take with speech in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub lead_ms: f64,
    pub trail_ms: f64,
    pub lead_edge_db: f64,
    pub trail_edge_db: f64,
    /// Mean level of the speech frames, dBFS.
    pub speech_db: f64,
    /// Level that 5 % of the frames are under, against the speech.
    pub quiet_db: f64,
    pub span_s: f64,
    pub said_s: f64,
    pub longest_pause_ms: f64,
    pub snr_db: Option<f64>,
    pub snr_method: &'static str,
}

impl Speech {
    /// Marks the speech of the grid and measures it.
    pub fn find(grid: &mut FrameGrid) -> Self {
        vad::mark(grid);
        let (levels, speech) = (grid.levels(), grid.speech());
        let count = speech.iter().filter(|&&set| set).count();
        let words = runs(speech, true);
        let near = near_speech(speech);
        let noise = mean_power(levels, &near, false, LEAST_NOISE);
        let found = match (words.first(), words.last()) {
            (Some(&(first, _)), Some(&(_, last))) => Some(Self::found(grid, &words, first, last, noise)),
            _ => None,
        };
        Self { spoken_s: count as f64 * FRAME_S, found, noise }
    }

    fn found(
        grid: &FrameGrid,
        words: &[(usize, usize)],
        first: usize,
        last: usize,
        noise: Option<f64>,
    ) -> Found {
        let (levels, speech) = (grid.levels(), grid.speech());
        let speech_db = floored_db(mean_power(levels, speech, true, 1).unwrap_or(0.0));
        let loudest = |frames: &[f32]| f64::from(frames.iter().copied().fold(f32::MIN, f32::max));
        let edge = EDGE.min(levels.len());
        let pauses = pauses(words).map(|(from, to)| to - from);
        let rests: usize = pauses.clone().filter(|&pause| pause >= REST).sum();
        let (snr_db, snr_method) = match noise {
            Some(noise) => (ratio_db(grid, first, last, noise), "vad"),
            None => (Some(ratio_by_histogram_db(levels)), "histogram"),
        };
        Found {
            lead_ms: first as f64 * FRAME_MS,
            trail_ms: (levels.len() - last) as f64 * FRAME_MS,
            lead_edge_db: loudest(&levels[..edge]) - speech_db,
            trail_edge_db: loudest(&levels[levels.len() - edge..]) - speech_db,
            speech_db,
            quiet_db: quantile(levels, 0.05) - speech_db,
            span_s: (last - first) as f64 * FRAME_S,
            said_s: (last - first - rests) as f64 * FRAME_S,
            longest_pause_ms: pauses.max().unwrap_or(0) as f64 * FRAME_MS,
            snr_db: snr_db.map(|snr| snr.min(GREATEST_SNR_DB)),
            snr_method,
        }
    }
}

/// Returns the pauses between runs of speech, as first frame and one past the last.
pub fn pauses(words: &[(usize, usize)]) -> impl Iterator<Item = (usize, usize)> + Clone {
    words.windows(2).map(|pair| (pair[0].1, pair[1].0))
}

/// Returns the mean power of the frames where `mask` is `wanted`, or `None` when they are fewer than `least`.
fn mean_power(levels: &[f32], mask: &[bool], wanted: bool, least: usize) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0usize);
    for (&level, _) in levels.iter().zip(mask).filter(|(_, set)| **set == wanted) {
        sum += libm::pow(10.0, f64::from(level) / 10.0);
        count += 1;
    }
    (count >= least.max(1)).then(|| sum / count as f64)
}

/// Active speech level from the first to the last speech frame, less the noise in it, over the noise.
fn ratio_db(grid: &FrameGrid, first: usize, last: usize, noise: f64) -> Option<f64> {
    let active = libm::pow(10.0, grid.active_level(first, last + 1)? / 10.0);
    level_db((active - noise).max(1e-12) / noise.max(1e-12))
}

/// The ratio of a take without pauses, from the histogram of its levels: the first peak is the noise.
///
/// The histogram is smoothed in whole numbers, since equal neighbours are common and decide where a peak ends.
fn ratio_by_histogram_db(levels: &[f32]) -> f64 {
    const LOWEST_DB: f64 = -100.0;
    const BINS: usize = 201;
    let mut histogram = [0u64; BINS];
    for &level in levels {
        let bin = (f64::from(level) - LOWEST_DB) * 2.0;
        if (0.0..=BINS as f64).contains(&bin) {
            histogram[(bin as usize).min(BINS - 1)] += 1;
        }
    }
    let weights = smoothing_weights();
    let smooth: [u64; BINS] = std::array::from_fn(|bin| {
        let near = weights.iter().enumerate().filter_map(|(n, weight)| {
            let from = (bin + n).checked_sub(SMOOTH / 2)?;
            histogram.get(from).map(|count| weight * count)
        });
        near.sum()
    });
    let top = quantile(levels, 0.95);
    let limit = (((top - 3.0 - LOWEST_DB) * 2.0).max(0.0) as usize).clamp(2, BINS - 1);
    let highest = smooth.iter().copied().max().unwrap_or(0);
    let noise_db = (1..limit)
        .find(|&bin| {
            let here = smooth[bin];
            here >= smooth[bin - 1] && here > smooth[bin + 1] && 10 * here > highest
        })
        .map_or_else(|| quantile(levels, 0.05), |bin| LOWEST_DB + bin as f64 / 2.0);
    top - noise_db - HISTOGRAM_BIAS_DB
}

/// Bins of the smoothing of the level histogram.
const SMOOTH: usize = 17;

/// A Hann window in whole numbers, symmetric, with `w[n] + w[8 - n]` the same for all `n` as in the real one.
fn smoothing_weights() -> [u64; SMOOTH] {
    const ONE: u64 = 1 << 20;
    let rising = |n: usize| {
        let hann = 0.5 - 0.5 * libm::cos(std::f64::consts::TAU * n as f64 / (SMOOTH - 1) as f64);
        (hann * ONE as f64).round() as u64
    };
    std::array::from_fn(|n| {
        let n = n.min(SMOOTH - 1 - n);
        if n <= SMOOTH / 4 { rising(n) } else { ONE - rising(SMOOTH / 2 - n) }
    })
}
