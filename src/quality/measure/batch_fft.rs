//! As many real frames as there are lanes, transformed side by side: every lane is a frame, so all loops vectorise and none shuffles.
//!
//! The order of operations is fixed and twiddles come from `libm`, so the result is the same on every CPU.

use super::lanes::LANES;
use multiversion::multiversion;

/// One number of each frame.
pub type Lanes = [f32; LANES];

type Complex = (Lanes, Lanes);

const ZERO: Lanes = [0.0; LANES];

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

/// The frames, and then their spectra.
#[derive(Default)]
pub struct Batch {
    re: Vec<Lanes>,
    im: Vec<Lanes>,
    re2: Vec<Lanes>,
    im2: Vec<Lanes>,
}

impl Batch {
    /// Writes a windowed frame into a lane.
    pub fn load(&mut self, lane: usize, frame: &[f32], window: &[f32]) {
        for buffer in [&mut self.re, &mut self.im] {
            buffer.resize(frame.len() / 2, ZERO);
        }
        let pairs = frame.chunks_exact(2).zip(window.chunks_exact(2));
        for (((re, im), pair), weights) in
            self.re.iter_mut().zip(&mut self.im).zip(pairs.clone().map(|p| p.0)).zip(pairs.map(|p| p.1))
        {
            re[lane] = pair[0] * weights[0];
            im[lane] = pair[1] * weights[1];
        }
    }

    /// Empties a lane.
    pub fn clear(&mut self, lane: usize) {
        for value in self.re.iter_mut().chain(&mut self.im) {
            value[lane] = 0.0;
        }
    }

    /// Returns real and imaginary parts of the bins from 0 to half the length, both included.
    pub fn spectra(&self) -> (&[Lanes], &[Lanes]) {
        (&self.re2, &self.im2)
    }
}

fn turn(k: usize, of: usize) -> (f32, f32) {
    let angle = -std::f64::consts::TAU * k as f64 / of as f64;
    (libm::cos(angle) as f32, libm::sin(angle) as f32)
}

impl BatchFft {
    /// Creates a plan, or `None` for a length that is odd or has a prime factor above 7.
    pub fn new(length: usize) -> Option<Self> {
        if length < 4 || !length.is_multiple_of(2) {
            return None;
        }
        let half = length / 2;
        let (mut rest, mut stride, mut stages) = (half, 1, Vec::new());
        for radix in [4, 2, 3, 5, 7] {
            while rest.is_multiple_of(radix) {
                let count = rest / radix;
                let twiddles = (0..count).flat_map(|p| (1..radix).map(move |k| turn(p * k, rest))).collect();
                let roots = (0..radix).map(|k| turn(k, radix)).collect();
                stages.push(Stage { radix, count, stride, twiddles, roots });
                (rest, stride) = (count, stride * radix);
            }
        }
        (rest == 1).then(|| Self { half, stages, split: (0..=half).map(|k| turn(k, length)).collect() })
    }

    /// Transforms the loaded frames.
    pub fn run(&self, batch: &mut Batch) {
        let Batch { re, im, re2, im2 } = batch;
        for buffer in [&mut *re2, &mut *im2] {
            buffer.resize(self.half + 1, ZERO);
        }
        for buffer in [&mut *re, &mut *im] {
            buffer.resize(self.half + 1, ZERO);
        }
        for stage in &self.stages {
            match stage.radix {
                2 => radix2(stage, (re, im), (re2, im2)),
                3 => radix_odd::<3>(stage, (re, im), (re2, im2)),
                4 => radix4(stage, (re, im), (re2, im2)),
                5 => radix_odd::<5>(stage, (re, im), (re2, im2)),
                _ => radix_odd::<7>(stage, (re, im), (re2, im2)),
            }
            std::mem::swap(re, re2);
            std::mem::swap(im, im2);
        }
        split(self.half, &self.split, (re, im), (re2, im2));
        re.truncate(self.half);
        im.truncate(self.half);
    }
}

#[inline]
fn add(a: Complex, b: Complex) -> Complex {
    (std::array::from_fn(|l| a.0[l] + b.0[l]), std::array::from_fn(|l| a.1[l] + b.1[l]))
}

#[inline]
fn sub(a: Complex, b: Complex) -> Complex {
    (std::array::from_fn(|l| a.0[l] - b.0[l]), std::array::from_fn(|l| a.1[l] - b.1[l]))
}

#[inline]
fn turned(a: Complex, w: (f32, f32)) -> Complex {
    (
        std::array::from_fn(|l| w.0 * a.0[l] - w.1 * a.1[l]),
        std::array::from_fn(|l| w.0 * a.1[l] + w.1 * a.0[l]),
    )
}

type From<'a> = (&'a [Lanes], &'a [Lanes]);
type To<'a> = (&'a mut [Lanes], &'a mut [Lanes]);

#[multiversion(targets("x86_64+avx2"))]
fn radix2(stage: &Stage, from: From<'_>, to: To<'_>) {
    let (stride, span) = (stage.stride, stage.count * stage.stride);
    for p in 0..stage.count {
        let w = stage.twiddles[p];
        for q in 0..stride {
            let (at, out) = (stride * p + q, stride * 2 * p + q);
            let a = (from.0[at], from.1[at]);
            let b = (from.0[at + span], from.1[at + span]);
            (to.0[out], to.1[out]) = add(a, b);
            (to.0[out + stride], to.1[out + stride]) = turned(sub(a, b), w);
        }
    }
}

#[multiversion(targets("x86_64+avx2"))]
fn radix4(stage: &Stage, from: From<'_>, to: To<'_>) {
    let (stride, span) = (stage.stride, stage.count * stage.stride);
    for p in 0..stage.count {
        let w = &stage.twiddles[3 * p..3 * p + 3];
        for q in 0..stride {
            let (at, out) = (stride * p + q, stride * 4 * p + q);
            let x: [Complex; 4] = std::array::from_fn(|j| (from.0[at + j * span], from.1[at + j * span]));
            let (sum02, dif02) = (add(x[0], x[2]), sub(x[0], x[2]));
            let (sum13, dif13) = (add(x[1], x[3]), sub(x[1], x[3]));
            // Times -i.
            let down = (dif13.1, std::array::from_fn(|l| -dif13.0[l]));
            let y = [
                add(sum02, sum13),
                turned(add(dif02, down), w[0]),
                turned(sub(sum02, sum13), w[1]),
                turned(sub(dif02, down), w[2]),
            ];
            for (k, y) in y.into_iter().enumerate() {
                (to.0[out + k * stride], to.1[out + k * stride]) = y;
            }
        }
    }
}

#[multiversion(targets("x86_64+avx2"))]
fn radix_odd<const R: usize>(stage: &Stage, from: From<'_>, to: To<'_>) {
    let (stride, span) = (stage.stride, stage.count * stage.stride);
    for p in 0..stage.count {
        let w = &stage.twiddles[(R - 1) * p..(R - 1) * (p + 1)];
        for q in 0..stride {
            let (at, out) = (stride * p + q, stride * R * p + q);
            let x: [Complex; R] = std::array::from_fn(|j| (from.0[at + j * span], from.1[at + j * span]));
            // Pairs j and R - j share a cosine, and a sine up to its sign.
            let mut total = x[0];
            for &value in &x[1..] {
                total = add(total, value);
            }
            (to.0[out], to.1[out]) = total;
            for k in 1..=R / 2 {
                let (mut even, mut odd) = (x[0], (ZERO, ZERO));
                for j in 1..=R / 2 {
                    let (cos, sin) = stage.roots[j * k % R];
                    let (sum, dif) = (add(x[j], x[R - j]), sub(x[j], x[R - j]));
                    for l in 0..LANES {
                        even.0[l] += cos * sum.0[l];
                        even.1[l] += cos * sum.1[l];
                        // i sin (a + i b) = -b sin + i a sin.
                        odd.0[l] -= sin * dif.1[l];
                        odd.1[l] += sin * dif.0[l];
                    }
                }
                (to.0[out + k * stride], to.1[out + k * stride]) = turned(add(even, odd), w[k - 1]);
                let other = R - k;
                (to.0[out + other * stride], to.1[out + other * stride]) =
                    turned(sub(even, odd), w[other - 1]);
            }
        }
    }
}

/// From the transform of half the length to the bins of the real frames.
#[multiversion(targets("x86_64+avx2"))]
fn split(half: usize, twiddles: &[(f32, f32)], from: From<'_>, to: To<'_>) {
    for (k, &(cos, sin)) in twiddles.iter().enumerate().take(half + 1) {
        let (a, b) = (k % half, (half - k) % half);
        for l in 0..LANES {
            let (even_re, even_im) = (from.0[a][l] + from.0[b][l], from.1[a][l] - from.1[b][l]);
            let (odd_re, odd_im) = (from.1[a][l] + from.1[b][l], from.0[b][l] - from.0[a][l]);
            to.0[k][l] = 0.5 * (even_re + cos * odd_re - sin * odd_im);
            to.1[k][l] = 0.5 * (even_im + cos * odd_im + sin * odd_re);
        }
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
            let mut batch = Batch::default();
            let frames: Vec<Vec<f32>> = (0..LANES)
                .map(|lane| {
                    let sample = |n: usize| {
                        libm::sin((0.3 + lane as f64) * n as f64) + 0.5 * libm::cos(0.01 * (n * n) as f64)
                    };
                    (0..length).map(|n| sample(n) as f32).collect()
                })
                .collect();
            for (lane, frame) in frames.iter().enumerate() {
                batch.load(lane, frame, &window);
            }
            plan.run(&mut batch);
            let (re, im) = batch.spectra();
            assert_eq!(re.len(), length / 2 + 1);
            for (lane, frame) in frames.iter().enumerate() {
                for k in (0..=length / 2).step_by(1 + length / 97) {
                    let (mut x, mut y) = (0.0, 0.0);
                    for (n, &sample) in frame.iter().enumerate() {
                        let angle = -std::f64::consts::TAU * ((k * n) % length) as f64 / length as f64;
                        x += f64::from(sample) * libm::cos(angle);
                        y += f64::from(sample) * libm::sin(angle);
                    }
                    let error = (f64::from(re[k][lane]) - x).hypot(f64::from(im[k][lane]) - y);
                    assert!(error < 3e-6 * length as f64, "{length} bin {k}: {error}");
                }
            }
        }
    }

    #[test]
    fn other_lengths_have_no_plan() {
        assert!(BatchFft::new(441).is_none() && BatchFft::new(22).is_none() && BatchFft::new(2).is_none());
    }
}
