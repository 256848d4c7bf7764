//! From numbers to the bytes of a file: rounding, dither, and the count of what does not fit.
//!
//! 16-bit output gets triangular (TPDF) dither of +-1 step (Lipshitz, Wannamaker & Vanderkooy, J. AES 40,
//! 1992), so that the rounding error does not depend on the signal. 24-bit output gets none: its steps
//! are 40 dB below the noise of any microphone. The dither of sample `i` is a hash of the seed and `i`, not
//! the next value of a generator, so that bytes do not depend on how the samples were cut into blocks.

use crate::simd;
use fearless_simd::{Simd, dispatch};
use serde::{Deserialize, Serialize};

/// How a file stores its samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OutputFormat {
    /// 16-bit integers.
    Int16,
    /// 24-bit integers, 3 bytes each.
    Int24,
    /// 32-bit integers; what is imported may have them, a corpus never does.
    Int32,
    /// 32-bit IEEE floats.
    Float32,
}

impl OutputFormat {
    /// Returns the bits of a sample.
    pub fn bits(self) -> u16 {
        self.bytes() as u16 * 8
    }

    /// Returns the bytes of a sample.
    pub fn bytes(self) -> usize {
        match self {
            Self::Int16 => 2,
            Self::Int24 => 3,
            Self::Int32 | Self::Float32 => 4,
        }
    }

    /// Returns the greatest magnitude that a signal may have so that not even dither reaches past the
    /// highest code.
    pub fn ceiling(self) -> f64 {
        match self {
            Self::Int16 => 32_766.0 / 32_768.0,
            Self::Int24 => 8_388_607.0 / 8_388_608.0,
            Self::Int32 => 2_147_483_647.0 / 2_147_483_648.0,
            Self::Float32 => 1.0,
        }
    }
}

impl OutputFormat {
    /// Puts the samples of `bytes` into `samples`, full scale 1; to 24 bits that is exact.
    pub fn read_back(self, bytes: &[u8], samples: &mut Vec<f32>) {
        samples.clear();
        match self {
            Self::Int16 => {
                let one = |raw: &[u8; 2]| f32::from(i16::from_le_bytes(*raw)) / 32_768.0;
                samples.extend(bytes.as_chunks::<2>().0.iter().map(one));
            }
            Self::Int24 => {
                let one = |raw: &[u8; 3]| {
                    (i32::from_le_bytes([0, raw[0], raw[1], raw[2]]) >> 8) as f32 / 8_388_608.0
                };
                samples.extend(bytes.as_chunks::<3>().0.iter().map(one));
            }
            Self::Int32 => {
                let one = |raw: &[u8; 4]| i32::from_le_bytes(*raw) as f32 / 2_147_483_648.0;
                samples.extend(bytes.as_chunks::<4>().0.iter().map(one));
            }
            Self::Float32 => {
                samples.extend(bytes.as_chunks::<4>().0.iter().map(|raw| f32::from_le_bytes(*raw)));
            }
        }
    }
}

/// What went through a [`Quantiser`].
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Levels {
    /// Samples taken in.
    pub samples: u64,
    /// Samples whose magnitude, after the gain, is above full scale; in integer formats they were cut to it.
    pub over: u64,
    /// The greatest magnitude before the gain; full scale is 1.0.
    pub peak: f64,
}

/// Turns numbers into little-endian sample bytes.
///
/// A clip whose [`Levels::over`] is not 0 would be clipped: the caller starts again with a gain that makes
/// [`Levels::peak`] fit under [`OutputFormat::ceiling`].
#[derive(Debug, Clone)]
pub struct Quantiser {
    format: OutputFormat,
    dither: Option<u64>,
    gain: f64,
    levels: Levels,
}

/// 1.5 * 2^52: adding it leaves the nearest integer (ties to even) in the low bits of the sum.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// The unit of the dither's noise, in steps of the output.
const TRIANGLE_STEP: f64 = 1.0 / 65_536.0;
/// Samples that are dithered at a time.
const DITHER_BLOCK: usize = 256;
/// Samples that are scanned side by side.
const LANES: usize = 8;

/// Returns the nearest integer of a number well below 2^31; a conversion that compilers vectorise.
fn nearest(value: f64) -> i32 {
    (value + ROUND).to_bits() as i32
}

/// Cuts to the range; what is not a number becomes 0.
fn limited(value: f64, low: f64, high: f64) -> f64 {
    let value = if value > high { high } else { value };
    let value = if value < low { low } else { value };
    if value.is_nan() { 0.0 } else { value }
}

/// Returns TPDF noise, between -1 and 1 in units of [`TRIANGLE_STEP`], for a counter (C. Wellons' lowbias32,
/// keyed half-way).
fn triangle(counter: u32, keys: (u32, u32)) -> i32 {
    let mut x = counter.wrapping_mul(0x9e37_79b9).wrapping_add(keys.0);
    x ^= x >> 16;
    x = x.wrapping_mul(0x21f0_aaad);
    x ^= keys.1 ^ (x >> 15);
    x = x.wrapping_mul(0x735a_2d97);
    x ^= x >> 15;
    (x & 0xffff) as i32 + (x >> 16) as i32 - 65_535
}

/// Spreads seed and block over two keys (`SplitMix64`'s finaliser).
fn keys(seed: u64, high: u64) -> (u32, u32) {
    let mut x = seed ^ high.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^= x >> 31;
    (x as u32, (x >> 32) as u32)
}

/// Writes 16-bit codes with dither; `first` counts the samples before.
#[inline(always)]
fn dithered<S: Simd>(_: S, input: &[f64], bytes: &mut [u8], first: u32, keys: (u32, u32), scale: f64) {
    // Three simple loops over a small block, each of which compilers vectorise; one loop is half as fast.
    let (mut noise, mut codes) = ([0i32; DITHER_BLOCK], [0i32; DITHER_BLOCK]);
    let mut first = first;
    for (values, bytes) in input.chunks(DITHER_BLOCK).zip(bytes.chunks_mut(DITHER_BLOCK * 2)) {
        for (index, noise) in noise.iter_mut().enumerate() {
            *noise = triangle(first.wrapping_add(index as u32), keys);
        }
        for ((code, &value), &noise) in codes.iter_mut().zip(values).zip(&noise) {
            let value = value * scale + f64::from(noise) * TRIANGLE_STEP;
            *code = nearest(limited(value, -32_768.0, 32_767.0));
        }
        for (slot, &code) in bytes.as_chunks_mut::<2>().0.iter_mut().zip(&codes) {
            *slot = (code as i16).to_le_bytes();
        }
        first = first.wrapping_add(DITHER_BLOCK as u32);
    }
}

impl Quantiser {
    /// Creates a quantiser; the dither of 16-bit output depends on `seed` and a sample's place alone.
    pub fn new(format: OutputFormat, seed: u64) -> Self {
        let dither = (format == OutputFormat::Int16).then_some(seed);
        Self { format, dither, gain: 1.0, levels: Levels::default() }
    }

    /// Creates a quantiser without dither, for samples that have this format already and shall stay exact.
    pub fn exact(format: OutputFormat) -> Self {
        Self { format, dither: None, gain: 1.0, levels: Levels::default() }
    }

    /// Counts samples from `first` on, so that a part has the dither that it has in the whole.
    #[must_use]
    pub fn from(mut self, first: u64) -> Self {
        self.levels.samples = first;
        self
    }

    /// Sets the factor that samples are multiplied by.
    #[must_use]
    pub fn with_gain(mut self, gain: f64) -> Self {
        self.gain = gain;
        self
    }

    /// Returns the format.
    pub fn format(&self) -> OutputFormat {
        self.format
    }

    /// Returns what went through so far.
    pub fn levels(&self) -> Levels {
        self.levels
    }

    /// Appends the bytes of `input` to `out`; channels, if several, are interleaved.
    pub fn push(&mut self, input: &[f64], out: &mut Vec<u8>) {
        let start = out.len();
        out.resize(start + input.len() * self.format.bytes(), 0);
        let mut bytes = &mut out[start..];
        let mut input = input;
        while !input.is_empty() {
            // The counter of the dither has 32 bits; above them the keys change.
            let (low, high) = (self.levels.samples as u32, self.levels.samples >> 32);
            let count = input.len().min((u32::MAX - low) as usize + 1);
            let (now, later) = input.split_at(count);
            let (now_bytes, later_bytes) = bytes.split_at_mut(count * self.format.bytes());
            self.scan(now);
            self.encode(now, low, high, now_bytes);
            self.levels.samples += count as u64;
            (input, bytes) = (later, later_bytes);
        }
    }

    fn scan(&mut self, input: &[f64]) {
        // Lanes, since compilers do not reorder a maximum by themselves; its order changes nothing.
        let (mut peaks, mut over) = ([0f64; LANES], [0u64; LANES]);
        let (groups, rest) = input.as_chunks::<LANES>();
        let mut look = |lane: usize, value: f64| {
            let magnitude = value.abs();
            peaks[lane] = if magnitude > peaks[lane] { magnitude } else { peaks[lane] };
            over[lane] += u64::from(magnitude * self.gain > 1.0);
        };
        for group in groups {
            group.iter().enumerate().for_each(|(lane, &value)| look(lane, value));
        }
        rest.iter().enumerate().for_each(|(lane, &value)| look(lane, value));
        self.levels.peak = peaks.into_iter().fold(self.levels.peak, f64::max);
        self.levels.over += over.iter().sum::<u64>();
    }

    fn encode(&self, input: &[f64], low: u32, high: u64, bytes: &mut [u8]) {
        match (self.format, self.dither) {
            (OutputFormat::Int16, Some(seed)) => {
                dispatch!(simd::level(), simd => dithered(simd, input, bytes, low, keys(seed, high), self.gain * 32_768.0));
            }
            (OutputFormat::Int16, None) => {
                let scale = self.gain * 32_768.0;
                for (&value, slot) in input.iter().zip(bytes.as_chunks_mut::<2>().0) {
                    *slot = (nearest(limited(value * scale, -32_768.0, 32_767.0)) as i16).to_le_bytes();
                }
            }
            (OutputFormat::Int24, _) => {
                let scale = self.gain * 8_388_608.0;
                for (&value, slot) in input.iter().zip(bytes.as_chunks_mut::<3>().0) {
                    let [a, b, c, _] =
                        nearest(limited(value * scale, -8_388_608.0, 8_388_607.0)).to_le_bytes();
                    *slot = [a, b, c];
                }
            }
            (OutputFormat::Int32, _) => {
                let scale = self.gain * 2_147_483_648.0;
                for (&value, slot) in input.iter().zip(bytes.as_chunks_mut::<4>().0) {
                    let limited = limited(value * scale, -2_147_483_648.0, 2_147_483_647.0);
                    *slot = (limited.round_ties_even() as i32).to_le_bytes();
                }
            }
            (OutputFormat::Float32, _) => {
                for (&value, slot) in input.iter().zip(bytes.as_chunks_mut::<4>().0) {
                    let value = (value * self.gain) as f32;
                    *slot = (if value.is_finite() { value } else { 0.0 }).to_le_bytes();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(quantiser: &mut Quantiser, input: &[f64]) -> Vec<i16> {
        let mut bytes = Vec::new();
        quantiser.push(input, &mut bytes);
        bytes.as_chunks::<2>().0.iter().map(|&raw| i16::from_le_bytes(raw)).collect()
    }

    #[test]
    fn rounding_is_to_the_nearest_and_edges_hold() {
        let step = 1.0 / 32_768.0;
        let input =
            [0.0, 0.49 * step, 0.51 * step, -0.51 * step, 1.0, -1.0, 1.5, -1.5, f64::NAN, 0.99 * step];
        let mut quantiser = Quantiser::exact(OutputFormat::Int16);
        assert_eq!(codes(&mut quantiser, &input), [0, 0, 1, -1, 32_767, -32_768, 32_767, -32_768, 0, 1]);
        assert_eq!(quantiser.levels(), Levels { samples: 10, over: 2, peak: 1.5 });
        let mut bytes = Vec::new();
        Quantiser::new(OutputFormat::Int24, 1).push(&[-1.0, 0.5, 2.0], &mut bytes);
        assert_eq!(bytes, [0, 0, 0x80, 0, 0, 0x40, 0xff, 0xff, 0x7f]);
        bytes.clear();
        Quantiser::new(OutputFormat::Float32, 1).push(&[-1.25, f64::INFINITY], &mut bytes);
        assert_eq!(bytes, [0, 0, 0xa0, 0xbf, 0, 0, 0, 0]);
    }

    /// Golden: the bytes of every release depend on these values.
    #[test]
    fn dither_is_the_same_for_ever() {
        let got = codes(&mut Quantiser::new(OutputFormat::Int16, 0x00b0_0e7a), &[0.3 / 32_768.0; 16]);
        assert_eq!(got, [0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, -1, 0, 0]);
    }

    /// TPDF theory (Lipshitz et al. 1992): the mean error is 0 whatever the signal, and the total error has
    /// a variance of 1/4 step^2 (1/12 of rounding, 2/12 of dither).
    #[test]
    fn dither_makes_the_error_independent_of_the_signal() {
        for part in [0.0, 0.1, 0.25, 0.5, 0.9] {
            let input = vec![part / 32_768.0; 200_000];
            let errors: Vec<f64> = codes(&mut Quantiser::new(OutputFormat::Int16, 7), &input)
                .iter()
                .map(|&code| f64::from(code) - part)
                .collect();
            let mean = errors.iter().sum::<f64>() / errors.len() as f64;
            let variance = errors.iter().map(|error| error * error).sum::<f64>() / errors.len() as f64;
            let lag1 = errors.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / errors.len() as f64;
            assert!(mean.abs() < 0.005, "{part}: mean {mean}");
            assert!((variance - 0.25).abs() < 0.004, "{part}: variance {variance}");
            assert!(lag1.abs() < 0.004, "{part}: neighbours {lag1}");
        }
    }

    #[test]
    fn seeds_give_unrelated_dither() {
        let noise = |seed| -> Vec<f64> {
            (0..50_000).map(|counter| f64::from(triangle(counter, keys(seed, 0))) * TRIANGLE_STEP).collect()
        };
        let (one, other) = (noise(1), noise(2));
        for shift in [0, 1, 7, 100] {
            let sum: f64 = one.iter().zip(&other[shift..]).map(|(a, b)| a * b).sum();
            // The standard deviation of the mean is (1/6) / sqrt(n) = 0.00075.
            assert!((sum / one.len() as f64).abs() < 0.004, "shift {shift}");
        }
    }

    #[test]
    fn a_gain_makes_a_hot_clip_fit() {
        let input: Vec<f64> = (0..1_000).map(|n| 1.3 * (f64::from(n) * 0.1).sin()).collect();
        let mut first = Quantiser::new(OutputFormat::Int16, 3);
        codes(&mut first, &input);
        assert!(first.levels().over > 0);
        let gain = OutputFormat::Int16.ceiling() / first.levels().peak;
        let mut second = Quantiser::new(OutputFormat::Int16, 3).with_gain(gain);
        let codes = codes(&mut second, &input);
        assert_eq!(second.levels().over, 0);
        assert!(codes.iter().all(|code| (-32_767..=32_767).contains(code)));
    }

    proptest! {
        #[test]
        fn blocks_do_not_change_the_bytes(
            input in prop::collection::vec(-1.2f64..1.2, 0..300),
            piece in 1usize..64,
            start in prop::sample::select(vec![0u64, u64::from(u32::MAX) - 20, 1 << 40]),
        ) {
            let mut whole = Quantiser::new(OutputFormat::Int16, 99);
            whole.levels.samples = start;
            let mut parts = whole.clone();
            let (mut bytes, mut in_parts) = (Vec::new(), Vec::new());
            whole.push(&input, &mut bytes);
            input.chunks(piece).for_each(|block| parts.push(block, &mut in_parts));
            prop_assert_eq!(bytes, in_parts);
            prop_assert_eq!(whole.levels(), parts.levels());
        }

        #[test]
        fn sixteen_bit_codes_survive(codes_in in prop::collection::vec(any::<i16>(), 0..100)) {
            let input: Vec<f64> = codes_in.iter().map(|&code| f64::from(code) / 32_768.0).collect();
            prop_assert_eq!(codes(&mut Quantiser::exact(OutputFormat::Int16), &input), codes_in);
        }
    }
}
