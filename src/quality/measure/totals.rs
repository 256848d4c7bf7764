//! Plain sums over all samples: peak, power, mean, used bits.

use super::lanes::LANES;
use crate::simd;
use fearless_simd::{Simd, dispatch};

/// Running totals of one channel.
pub struct Totals {
    scale: Option<f32>,
    frames: u64,
    peak: f32,
    sum: f64,
    squares: f64,
    bits: u32,
}

impl Totals {
    /// Creates totals; `bits` per sample for integer formats of at most 32 bits, else `None`.
    pub fn new(bits: Option<u16>) -> Self {
        let scale = bits.filter(|bits| (2..=32).contains(bits)).map(|bits| (1u64 << (bits - 1)) as f32);
        Self { scale, frames: 0, peak: 0.0, sum: 0.0, squares: 0.0, bits: 0 }
    }

    /// Takes in a block and returns its greatest magnitude; every sum runs over eight fixed lanes, so that it is the same on every CPU.
    pub fn push(&mut self, block: &[f32]) -> f32 {
        let (peak, sum, squares) = dispatch!(simd::level(), simd => block_totals(simd, block));
        self.frames += block.len() as u64;
        self.peak = self.peak.max(peak);
        self.sum += sum;
        self.squares += squares;
        // Once the lowest bit was seen there is no more to know.
        if let Some(scale) = self.scale.filter(|_| self.bits & 1 == 0) {
            self.bits |= block.iter().fold(0, |bits, &sample| bits | (sample * scale) as i32 as u32);
        }
        peak
    }

    /// Returns the number of samples.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Returns the greatest magnitude.
    pub fn peak(&self) -> f32 {
        self.peak
    }

    /// Returns the mean of the squares; 0 of nothing.
    pub fn power(&self) -> f64 {
        if self.frames == 0 { 0.0 } else { self.squares / self.frames as f64 }
    }

    /// Returns the mean; 0 of nothing.
    pub fn mean(&self) -> f64 {
        if self.frames == 0 { 0.0 } else { self.sum / self.frames as f64 }
    }

    /// Returns how many of the `bits` of an integer format are used: those above the zeros that all samples end in.
    pub fn used_bits(&self, bits: u16) -> Option<u16> {
        (self.scale.is_some() && self.bits != 0).then(|| bits - (self.bits.trailing_zeros() as u16).min(bits))
    }
}

/// Returns the greatest magnitude of a block, the sum of its samples and that of their squares.
#[inline(always)]
fn block_totals<S: Simd>(_: S, block: &[f32]) -> (f32, f64, f64) {
    let (mut peak, mut sum, mut squares) = ([0f32; LANES], [0f64; LANES], [0f64; LANES]);
    let (groups, rest) = block.as_chunks::<LANES>();
    for group in groups {
        for lane in 0..LANES {
            let sample = f64::from(group[lane]);
            peak[lane] = peak[lane].max(group[lane].abs());
            sum[lane] += sample;
            squares[lane] += sample * sample;
        }
    }
    for (lane, &sample) in rest.iter().enumerate() {
        peak[lane] = peak[lane].max(sample.abs());
        sum[lane] += f64::from(sample);
        squares[lane] += f64::from(sample) * f64::from(sample);
    }
    (peak.iter().copied().fold(0.0, f32::max), sum.iter().sum(), squares.iter().sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_of_known_samples() {
        let mut totals = Totals::new(Some(16));
        let block: Vec<f32> = (-5..=4).map(|step: i16| f32::from(step * 256) / 32_768.0).collect();
        totals.push(&block);
        assert_eq!(totals.peak(), 1280.0 / 32_768.0);
        assert_eq!(totals.mean(), -0.5 * 256.0 / 32_768.0);
        assert_eq!(totals.power(), 8.5 * (256.0f64 / 32_768.0).powi(2));
        assert_eq!(totals.used_bits(16), Some(8));
        assert_eq!(Totals::new(None).used_bits(32), None);
    }
}
