//! As many real frames as there are lanes, transformed side by side: every lane is a frame, so no butterfly shuffles.
//!
//! The order of operations is fixed and twiddles come from `libm`, so the result is the same on every CPU.

use super::lanes::{LANES, transposed};
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8};

/// One number of each frame.
pub type Lanes = [f32; LANES];

const NONE: Bin = Bin { re: [0.0; LANES], im: [0.0; LANES] };

/// One pass of the transform: butterflies of `radix` points.
struct Stage {
    radix: usize,
    /// Butterflies with different twiddles.
    count: usize,
    /// Butterflies with the same twiddles.
    stride: usize,
    /// `exp(-2 pi i p k / (count radix))` for k from 1, by p.
    twiddles: Vec<(f32, f32)>,
    /// `exp(-2 pi i k / radix)`.
    roots: Vec<(f32, f32)>,
}

/// A plan for frames of one even length without prime factors above 7.
pub struct BatchFft {
    half: usize,
    stages: Vec<Stage>,
    /// `exp(-2 pi i k / length)`.
    split: Vec<(f32, f32)>,
}

/// A bin of each frame.
#[derive(Debug, Clone, Copy)]
pub struct Bin {
    /// Real parts.
    pub re: Lanes,
    /// Imaginary parts.
    pub im: Lanes,
}

/// The frames, and then their spectra.
#[derive(Default)]
pub struct Batch {
    values: Vec<Bin>,
    spare: Vec<Bin>,
    power: Vec<Lanes>,
}

fn turn(k: usize, of: usize) -> (f32, f32) {
    let angle = -std::f64::consts::TAU * k as f64 / of as f64;
    (libm::cos(angle) as f32, libm::sin(angle) as f32)
}

/// Returns the passes that make up half of a length, by their points.
fn radices(length: usize) -> Option<Vec<usize>> {
    let (mut rest, mut radices) = (length / 2, Vec::new());
    if length < 4 || !length.is_multiple_of(2) {
        return None;
    }
    for radix in [4, 2, 3, 5, 7] {
        while rest.is_multiple_of(radix) {
            rest /= radix;
            radices.push(radix);
        }
    }
    (rest == 1).then_some(radices)
}

impl BatchFft {
    /// Says whether there is a plan for a length: not if it is odd or has a prime factor above 7.
    pub fn can(length: usize) -> bool {
        radices(length).is_some()
    }

    /// Creates a plan, or `None` where there is none.
    pub fn new(length: usize) -> Option<Self> {
        let half = length / 2;
        let (mut rest, mut stride, mut stages) = (half, 1, Vec::new());
        for radix in radices(length)? {
            let count = rest / radix;
            let twiddles = (0..count).flat_map(|p| (1..radix).map(move |k| turn(p * k, rest))).collect();
            let roots = (0..radix).map(|k| turn(k, radix)).collect();
            stages.push(Stage { radix, count, stride, twiddles, roots });
            (rest, stride) = (count, stride * radix);
        }
        Some(Self { half, stages, split: (0..=half).map(|k| turn(k, length)).collect() })
    }

    /// Transforms windowed frames, at most as many as there are lanes: one begins at every multiple of `hop` in `samples`.
    /// Returns the bins from 0 to half the length, both included, and their powers; 0 where there is no frame.
    pub fn run<'a>(
        &self,
        samples: &[f32],
        hop: usize,
        count: usize,
        window: &[f32],
        batch: &'a mut Batch,
    ) -> (&'a [Bin], &'a [Lanes]) {
        let Batch { values, spare, power } = batch;
        power.resize(self.half + 1, NONE.re);
        for buffer in [&mut *values, &mut *spare] {
            buffer.resize(self.half + 1, NONE);
        }
        let frames: [&[f32]; LANES] =
            std::array::from_fn(
                |lane| {
                    if lane < count { &samples[lane * hop..][..2 * self.half] } else { &[] }
                },
            );
        dispatch!(simd::level(), simd => load(simd, &frames, window, &mut values[..self.half]));
        for stage in &self.stages {
            stage.run(&values[..self.half], &mut spare[..self.half]);
            std::mem::swap(values, spare);
        }
        dispatch!(simd::level(), simd => split(simd, &self.split, &values[..self.half], spare, power));
        (spare, power)
    }
}

/// A bin of each frame, in registers.
#[derive(Clone, Copy)]
struct Value<S: Simd> {
    re: f32x8<S>,
    im: f32x8<S>,
}

impl<S: Simd> Value<S> {
    #[inline(always)]
    fn load(simd: S, bin: &Bin) -> Self {
        Self { re: f32x8::simd_from(simd, bin.re), im: f32x8::simd_from(simd, bin.im) }
    }

    #[inline(always)]
    fn store(self, bin: &mut Bin) {
        bin.re = self.re.into();
        bin.im = self.im.into();
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self { re: self.re + other.re, im: self.im + other.im }
    }

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self { re: self.re - other.re, im: self.im - other.im }
    }

    /// Times a complex number.
    #[inline(always)]
    fn turned(self, (cos, sin): (f32, f32)) -> Self {
        Self { re: self.re * cos - self.im * sin, im: self.re * sin + self.im * cos }
    }

    #[inline(always)]
    fn power(self) -> Lanes {
        (self.re * self.re + self.im * self.im).into()
    }

    /// Times -i.
    #[inline(always)]
    fn down(self) -> Self {
        Self { re: self.im, im: -self.re }
    }
}

/// Writes the windowed frames side by side, even samples as real and odd ones as imaginary parts.
#[inline(always)]
fn load<S: Simd>(simd: S, frames: &[&[f32]; LANES], window: &[f32], to: &mut [Bin]) {
    const BINS: usize = LANES / 2;
    let (weights, last_weights) = window.as_chunks::<LANES>();
    let (bins, last_bins) = to.as_chunks_mut::<BINS>();
    let none = f32x8::splat(simd, 0.0);
    for (part, (weights, bins)) in weights.iter().zip(bins).enumerate() {
        let weights = f32x8::simd_from(simd, *weights);
        let rows = std::array::from_fn(|lane| {
            let samples = frames[lane].get(part * LANES..(part + 1) * LANES);
            samples.map_or(none, |samples| f32x8::from_slice(simd, samples) * weights)
        });
        for (bin, pair) in bins.iter_mut().zip(transposed(rows).as_chunks::<2>().0) {
            bin.re = pair[0].into();
            bin.im = pair[1].into();
        }
    }
    let from = weights.len() * LANES;
    for (n, (bin, weights)) in last_bins.iter_mut().zip(last_weights.as_chunks::<2>().0).enumerate() {
        for (lane, frame) in frames.iter().enumerate() {
            let sample = |at: usize| frame.get(from + 2 * n + at).map_or(0.0, |sample| sample * weights[at]);
            (bin.re[lane], bin.im[lane]) = (sample(0), sample(1));
        }
    }
}

impl Stage {
    fn run(&self, from: &[Bin], to: &mut [Bin]) {
        let level = simd::level();
        match self.radix {
            2 => dispatch!(level, simd => self.pass(simd, from, to, radix2)),
            3 => dispatch!(level, simd => self.pass::<3, _>(simd, from, to, radix_odd)),
            4 => dispatch!(level, simd => self.pass(simd, from, to, radix4)),
            5 => dispatch!(level, simd => self.pass::<5, _>(simd, from, to, radix_odd)),
            _ => dispatch!(level, simd => self.pass::<7, _>(simd, from, to, radix_odd)),
        }
    }

    /// Applies butterflies of `R` points, each with its twiddles. They are functions, not closures, which would not be
    /// compiled for the vectors.
    #[inline(always)]
    fn pass<const R: usize, S: Simd>(
        &self,
        simd: S,
        from: &[Bin],
        to: &mut [Bin],
        butterfly: impl Fn([Value<S>; R], &[(f32, f32)], &[(f32, f32)]) -> [Value<S>; R],
    ) {
        let (stride, span) = (self.stride, self.count * self.stride);
        let twiddles = self.twiddles.chunks_exact(R - 1);
        for ((p, to), w) in to.chunks_exact_mut(R * stride).enumerate().zip(twiddles) {
            let from: [&[Bin]; R] = std::array::from_fn(|j| &from[stride * p + j * span..][..stride]);
            for q in 0..stride {
                let x = std::array::from_fn(|j| Value::load(simd, &from[j][q]));
                let out = butterfly(x, w, &self.roots);
                // By reference: an iterator over the values would move them through memory.
                for (k, value) in out.iter().enumerate() {
                    value.store(&mut to[q + k * stride]);
                }
            }
        }
    }
}

#[inline(always)]
fn radix2<S: Simd>([a, b]: [Value<S>; 2], w: &[(f32, f32)], _: &[(f32, f32)]) -> [Value<S>; 2] {
    [a.add(b), a.sub(b).turned(w[0])]
}

#[inline(always)]
fn radix4<S: Simd>([a, b, c, d]: [Value<S>; 4], w: &[(f32, f32)], _: &[(f32, f32)]) -> [Value<S>; 4] {
    let (sum, difference) = (a.add(c), a.sub(c));
    let (other_sum, down) = (b.add(d), b.sub(d).down());
    [
        sum.add(other_sum),
        difference.add(down).turned(w[0]),
        sum.sub(other_sum).turned(w[1]),
        difference.sub(down).turned(w[2]),
    ]
}

#[inline(always)]
fn radix_odd<const R: usize, S: Simd>(
    x: [Value<S>; R],
    w: &[(f32, f32)],
    roots: &[(f32, f32)],
) -> [Value<S>; R] {
    let roots: [(f32, f32); R] = std::array::from_fn(|k| roots[k]);
    // Pairs j and R - j share a cosine, and a sine up to its sign.
    let mut out = x;
    for j in 1..=R / 2 {
        out[0] = out[0].add(x[j].add(x[R - j]));
    }
    for k in 1..=R / 2 {
        let none = f32x8::splat(x[0].re.simd, 0.0);
        let (mut even, mut odd) = (x[0], Value { re: none, im: none });
        for j in 1..=R / 2 {
            let (cos, sin) = roots[j * k % R];
            let (sum, difference) = (x[j].add(x[R - j]), x[j].sub(x[R - j]));
            even = even.add(Value { re: sum.re * cos, im: sum.im * cos });
            // i sin (a + i b) = -b sin + i a sin.
            odd = odd.add(Value { re: difference.im * -sin, im: difference.re * sin });
        }
        out[k] = even.add(odd).turned(w[k - 1]);
        out[R - k] = even.sub(odd).turned(w[R - k - 1]);
    }
    out
}

/// From the transform of half the length to the bins of the real frames and their powers.
#[inline(always)]
fn split<S: Simd>(simd: S, twiddles: &[(f32, f32)], from: &[Bin], to: &mut [Bin], power: &mut [Lanes]) {
    let half = from.len();
    // Bins k and half - k are made of the same two values.
    for k in 0..=half / 2 {
        let (a, b) = (Value::load(simd, &from[k]), Value::load(simd, &from[(half - k) % half]));
        let (even_re, even_im) = ((a.re + b.re) * 0.5, (a.im - b.im) * 0.5);
        let odd = Value { re: (a.im + b.im) * 0.5, im: (b.re - a.re) * 0.5 }.turned(twiddles[k]);
        let low = Value { re: even_re + odd.re, im: even_im + odd.im };
        let high = Value { re: even_re - odd.re, im: odd.im - even_im };
        low.store(&mut to[k]);
        high.store(&mut to[half - k]);
        power[k] = low.power();
        power[half - k] = high.power();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The oracle is the defining sum.
    #[test]
    fn agrees_with_the_defining_sum() {
        for length in [8usize, 12, 70, 320, 640, 882, 1764, 1920] {
            let plan = BatchFft::new(length).unwrap();
            let window = vec![1.0; length];
            // Frames that overlap by half; the last lane is left empty.
            let samples: Vec<f32> = (0..(LANES + 1) * length / 2)
                .map(|n| libm::sin(0.3 * n as f64) + 0.5 * libm::cos(0.000_1 * (n * n) as f64))
                .map(|sample| sample as f32)
                .collect();
            let (mut batch, hop) = (Batch::default(), length / 2);
            let (bins, power) = plan.run(&samples, hop, LANES - 1, &window, &mut batch);
            let frames = (0..LANES - 1).map(|lane| &samples[lane * hop..][..length]);
            assert!(bins.iter().all(|bin| bin.re[LANES - 1] == 0.0 && bin.im[LANES - 1] == 0.0));
            assert_eq!(bins.len(), length / 2 + 1);
            for (lane, frame) in frames.enumerate() {
                for k in (0..=length / 2).step_by(1 + length / 97) {
                    let (mut x, mut y) = (0.0, 0.0);
                    for (n, &sample) in frame.iter().enumerate() {
                        let angle = -std::f64::consts::TAU * ((k * n) % length) as f64 / length as f64;
                        x += f64::from(sample) * libm::cos(angle);
                        y += f64::from(sample) * libm::sin(angle);
                    }
                    let error = (f64::from(bins[k].re[lane]) - x).hypot(f64::from(bins[k].im[lane]) - y);
                    assert!(error < 3e-6 * length as f64, "{length} bin {k}: {error}");
                    let expected = bins[k].re[lane].powi(2) + bins[k].im[lane].powi(2);
                    assert!((power[k][lane] - expected).abs() <= 1e-6 * expected);
                }
            }
        }
    }

    #[test]
    fn other_lengths_have_no_plan() {
        assert!(BatchFft::new(441).is_none() && BatchFft::new(22).is_none() && BatchFft::new(2).is_none());
    }
}
