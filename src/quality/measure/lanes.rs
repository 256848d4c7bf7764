//! Loops over eight fixed lanes: they vectorise, and their result is the same on every CPU.

use fearless_simd::f32x8;
use fearless_simd::prelude::*;

/// Numbers that are worked on side by side.
pub const LANES: usize = 8;

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

/// Returns the sum of each lane.
#[inline(always)]
pub fn sums<S: Simd>(simd: S, values: &[[f32; LANES]]) -> [f32; LANES] {
    values.iter().fold(f32x8::splat(simd, 0.0), |sums, values| sums + f32x8::simd_from(simd, *values)).into()
}

/// Joins eight vectors to one.
#[inline(always)]
pub fn folded<S: Simd>(
    [a, b, c, d, e, f, g, h]: [f32x8<S>; LANES],
    join: impl Fn(f32x8<S>, f32x8<S>) -> f32x8<S>,
) -> f32x8<S> {
    join(join(join(a, e), join(c, g)), join(join(b, f), join(d, h)))
}

/// Returns the sum of the products of both slices, whose length is a multiple of [`LANES`].
#[inline(always)]
pub fn dot<S: Simd>(simd: S, inputs: &[f32], weights: &[f32]) -> f32 {
    let mut sums = f32x8::splat(simd, 0.0);
    for (inputs, weights) in inputs.as_chunks::<LANES>().0.iter().zip(weights.as_chunks::<LANES>().0) {
        sums += f32x8::simd_from(simd, *inputs) * f32x8::simd_from(simd, *weights);
    }
    let lanes: [f32; LANES] = sums.into();
    ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
}

/// As many groups of lanes as there are in a filter.
pub type Groups<const G: usize> = [[f32; LANES]; G];

/// Returns the first groups of some samples, if there are as many.
#[inline(always)]
pub fn groups<const G: usize>(samples: &[f32]) -> Option<&Groups<G>> {
    samples.as_chunks().0.first_chunk()
}

/// Returns the [`dot`] of each of the inputs with its weights: the same sums, faster.
#[inline(always)]
pub fn dots<const G: usize, S: Simd>(
    simd: S,
    inputs: [&Groups<G>; LANES],
    weights: [&Groups<G>; LANES],
) -> f32x8<S> {
    let mut sums = [f32x8::splat(simd, 0.0); LANES];
    for group in 0..G {
        for (lane, sum) in sums.iter_mut().enumerate() {
            *sum +=
                f32x8::simd_from(simd, inputs[lane][group]) * f32x8::simd_from(simd, weights[lane][group]);
        }
    }
    folded(transposed(sums), |a, b| a + b)
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
