//! Loops over eight fixed lanes: they vectorise, and their result is the same on every CPU.

use fearless_simd::prelude::*;
use fearless_simd::{Level, f32x8};
use std::sync::OnceLock;

/// Numbers that are worked on side by side.
pub const LANES: usize = 8;

/// Returns what vectors the CPU has.
pub fn simd_level() -> Level {
    static LEVEL: OnceLock<Level> = OnceLock::new();
    *LEVEL.get_or_init(Level::new)
}

/// Turns rows into columns.
#[inline(always)]
pub fn transposed<S: Simd>(mut rows: [f32x8<S>; LANES]) -> [f32x8<S>; LANES] {
    // A perfect shuffle for each time that the lanes can be halved.
    for _ in 0..LANES.ilog2() {
        rows = std::array::from_fn(|n| {
            let (low, high) = (rows[n / 2], rows[n / 2 + LANES / 2]);
            if n % 2 == 0 { low.zip_low(high) } else { low.zip_high(high) }
        });
    }
    rows
}

/// Returns the sum of the products of both slices, whose length is a multiple of [`LANES`].
#[inline]
pub fn dot(inputs: &[f32], weights: &[f32]) -> f32 {
    let mut lanes = [0f32; LANES];
    for (inputs, weights) in inputs.as_chunks::<LANES>().0.iter().zip(weights.as_chunks::<LANES>().0) {
        for lane in 0..LANES {
            lanes[lane] += inputs[lane] * weights[lane];
        }
    }
    ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
}

/// Returns the least and the greatest of finite samples and 0.
#[inline]
pub fn extremes(samples: &[f32]) -> (f32, f32) {
    // Not `f32::min` and `f32::max`, which mind numbers that are none and so take longer.
    let lower = |a: f32, b: f32| if b < a { b } else { a };
    let higher = |a: f32, b: f32| if b > a { b } else { a };
    let (mut least, mut most) = ([0f32; LANES], [0f32; LANES]);
    let (groups, rest) = samples.as_chunks::<LANES>();
    for group in groups {
        for lane in 0..LANES {
            least[lane] = lower(least[lane], group[lane]);
            most[lane] = higher(most[lane], group[lane]);
        }
    }
    for &sample in rest {
        least[0] = lower(least[0], sample);
        most[0] = higher(most[0], sample);
    }
    for half in [4, 2, 1] {
        for lane in 0..half {
            least[lane] = lower(least[lane], least[lane + half]);
            most[lane] = higher(most[lane], most[lane + half]);
        }
    }
    (least[0], most[0])
}
