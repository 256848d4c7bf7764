//! Loops over eight fixed lanes: they vectorise, and their result is the same on every CPU.

/// Numbers that are worked on side by side.
pub const LANES: usize = 8;

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
