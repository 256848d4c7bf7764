//! A plain FFT whose result is the same on every CPU: fixed order of operations, twiddles from `libm`.

/// A plan for power spectra of real frames of one length, a power of two of at least 8.
pub struct PowerSpectrum {
    half: usize,
    /// Twiddles of the complex transform of half length: cosines and sines of `-2 pi k / half`.
    twiddles: Vec<(f64, f64)>,
    /// Twiddles of the split: cosines and sines of `-2 pi k / length`.
    split: Vec<(f64, f64)>,
}

/// Work space of a [`PowerSpectrum`].
#[derive(Default)]
pub struct Scratch {
    re: Vec<f64>,
    im: Vec<f64>,
    re2: Vec<f64>,
    im2: Vec<f64>,
}

impl PowerSpectrum {
    /// Creates a plan for frames of `length` samples.
    pub fn new(length: usize) -> Self {
        debug_assert!(length >= 8 && length.is_power_of_two());
        let half = length / 2;
        let turn = |k: usize, of: usize| {
            let angle = -std::f64::consts::TAU * k as f64 / of as f64;
            (libm::cos(angle), libm::sin(angle))
        };
        Self {
            half,
            twiddles: (0..half).map(|k| turn(k, half)).collect(),
            split: (0..half).map(|k| turn(k, length)).collect(),
        }
    }

    /// Writes `|X[k]|^2`, not normalised, of the bins `first..first + power.len()`, all below half the length.
    pub fn run(&self, frame: &[f64], first: usize, power: &mut [f64], scratch: &mut Scratch) {
        let half = self.half;
        let Scratch { re, im, re2, im2 } = scratch;
        for buffer in [&mut *re, &mut *im, &mut *re2, &mut *im2] {
            buffer.resize(half, 0.0);
        }
        for (index, pair) in frame.chunks_exact(2).enumerate() {
            re[index] = pair[0];
            im[index] = pair[1];
        }
        let (mut length, mut stride) = (half, 1);
        while length >= 4 {
            self.radix4(length, stride, re, im, re2, im2);
            std::mem::swap(re, re2);
            std::mem::swap(im, im2);
            length /= 4;
            stride *= 4;
        }
        if length == 2 {
            for q in 0..stride {
                let (a, b) = ((re[q], im[q]), (re[q + stride], im[q + stride]));
                (re2[q], im2[q]) = (a.0 + b.0, a.1 + b.1);
                (re2[q + stride], im2[q + stride]) = (a.0 - b.0, a.1 - b.1);
            }
            std::mem::swap(re, re2);
            std::mem::swap(im, im2);
        }
        for (offset, power) in power.iter_mut().enumerate() {
            let k = first + offset;
            let mirror = (half - k) % half;
            let (even_re, even_im) = (re[k] + re[mirror], im[k] - im[mirror]);
            let (odd_re, odd_im) = (im[k] + im[mirror], re[mirror] - re[k]);
            let (cos, sin) = self.split[k];
            let x_re = even_re + cos * odd_re - sin * odd_im;
            let x_im = even_im + cos * odd_im + sin * odd_re;
            *power = 0.25 * (x_re * x_re + x_im * x_im);
        }
    }

    /// One Stockham step of radix 4: transforms of `length` at `stride`, from the first pair of buffers to the second.
    fn radix4(
        &self,
        length: usize,
        stride: usize,
        re: &[f64],
        im: &[f64],
        to_re: &mut [f64],
        to_im: &mut [f64],
    ) {
        let quarter = length / 4;
        let span = quarter * stride;
        for p in 0..quarter {
            let step = p * (self.half / length);
            let (w1, w2, w3) = (self.twiddles[step], self.twiddles[2 * step], self.twiddles[3 * step]);
            let from = stride * p;
            let (x0, i0) = (&re[from..from + stride], &im[from..from + stride]);
            let (x1, i1) = (&re[from + span..][..stride], &im[from + span..][..stride]);
            let (x2, i2) = (&re[from + 2 * span..][..stride], &im[from + 2 * span..][..stride]);
            let (x3, i3) = (&re[from + 3 * span..][..stride], &im[from + 3 * span..][..stride]);
            let to = 4 * stride * p;
            let (y0, rest) = to_re[to..to + 4 * stride].split_at_mut(stride);
            let (y1, rest) = rest.split_at_mut(stride);
            let (y2, y3) = rest.split_at_mut(stride);
            let (j0, rest) = to_im[to..to + 4 * stride].split_at_mut(stride);
            let (j1, rest) = rest.split_at_mut(stride);
            let (j2, j3) = rest.split_at_mut(stride);
            for q in 0..stride {
                let (sum02, imag02) = (x0[q] + x2[q], i0[q] + i2[q]);
                let (dif02, jmag02) = (x0[q] - x2[q], i0[q] - i2[q]);
                let (sum13, imag13) = (x1[q] + x3[q], i1[q] + i3[q]);
                let (dif13, jmag13) = (x1[q] - x3[q], i1[q] - i3[q]);
                (y0[q], j0[q]) = (sum02 + sum13, imag02 + imag13);
                let (a, b) = (dif02 + jmag13, jmag02 - dif13);
                (y1[q], j1[q]) = (w1.0 * a - w1.1 * b, w1.0 * b + w1.1 * a);
                let (a, b) = (sum02 - sum13, imag02 - imag13);
                (y2[q], j2[q]) = (w2.0 * a - w2.1 * b, w2.0 * b + w2.1 * a);
                let (a, b) = (dif02 - jmag13, jmag02 + dif13);
                (y3[q], j3[q]) = (w3.0 * a - w3.1 * b, w3.0 * b + w3.1 * a);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_defining_sum() {
        for length in [8usize, 16, 32, 512, 1024] {
            let frame: Vec<f64> = (0..length)
                .map(|n| libm::sin(0.7 * n as f64) + 0.3 * libm::cos(2.1 * (n * n) as f64))
                .collect();
            let mut power = vec![0.0; length / 2];
            PowerSpectrum::new(length).run(&frame, 0, &mut power, &mut Scratch::default());
            for (k, power) in power.iter().enumerate() {
                let (mut re, mut im) = (0.0, 0.0);
                for (n, x) in frame.iter().enumerate() {
                    let angle = -std::f64::consts::TAU * ((k * n) % length) as f64 / length as f64;
                    re += x * libm::cos(angle);
                    im += x * libm::sin(angle);
                }
                let direct = re * re + im * im;
                assert!((power - direct).abs() <= 1e-9 * (1.0 + direct), "{length} {k}: {power} {direct}");
            }
        }
    }
}
