//! The name of a sound: a hash of its samples, whatever file holds them.

use super::nearest_step;
use crate::digest::{Hasher, Sha256};
use crate::simd;
use fearless_simd::dispatch;
use fearless_simd::prelude::*;

/// A running SHA-256 of the samples of one channel.
///
/// Of a sound of 16 bits it is that of its samples as little-endian 16-bit integers, which is half the work of 32 bits. From
/// the first sample on that is none of those, they are hashed as little-endian 32-bit floats; then follow the number of
/// samples before it, as a little-endian 64-bit integer, and a zero byte, so that no two sounds give the same bytes.
#[derive(Default)]
pub struct PcmHasher {
    hasher: Hasher,
    /// Samples that were hashed as integers.
    narrow: u64,
    is_wide: bool,
    bytes: Vec<u8>,
}

impl PcmHasher {
    /// Creates a hasher that has seen no samples.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in more finite samples, full scale 1. The digest does not depend on how they are cut into blocks.
    pub fn push(&mut self, samples: &[f32]) {
        let mut rest = samples;
        if !self.is_wide {
            self.bytes.resize(2 * samples.len(), 0);
            let bytes = self.bytes.as_chunks_mut().0;
            let are_narrow = dispatch!(simd::level(), simd => narrow(simd, samples, bytes));
            let count = if are_narrow {
                samples.len()
            } else {
                samples.iter().take_while(|&&sample| to_16_bits(sample).1).count()
            };
            self.hasher.update(&self.bytes[..2 * count]);
            self.narrow += count as u64;
            self.is_wide = !are_narrow;
            rest = &samples[count..];
        }
        self.bytes.resize(4 * rest.len(), 0);
        for (bytes, sample) in self.bytes.as_chunks_mut().0.iter_mut().zip(rest) {
            // Rounding to a file turns -0.0 into 0.0: the same sound has the same name.
            *bytes = (sample + 0.0).to_le_bytes();
        }
        self.hasher.update(&self.bytes);
    }

    /// Returns the digest of all samples taken in.
    pub fn finish(mut self) -> Sha256 {
        if self.is_wide {
            self.hasher.update(&self.narrow.to_le_bytes());
            self.hasher.update(&[0]);
        }
        self.hasher.finish()
    }
}

/// Returns a sample as a 16-bit integer, and whether it is one.
#[inline(always)]
fn to_16_bits(sample: f32) -> (i16, bool) {
    let value = nearest_step(sample) as i16;
    (value, f32::from(value) == sample * 32_768.0)
}

/// Writes the samples as 16-bit integers, and says whether they are such.
#[inline(always)]
fn narrow<S: Simd>(_: S, samples: &[f32], bytes: &mut [[u8; 2]]) -> bool {
    // Without leaving early, so that it vectorises.
    let mut wide = 0;
    for (bytes, &sample) in bytes.iter_mut().zip(samples) {
        let (value, is_exact) = to_16_bits(sample);
        *bytes = value.to_le_bytes();
        wide |= u32::from(!is_exact);
    }
    wide == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hash(samples: &[f32], block: usize) -> Sha256 {
        let mut hasher = PcmHasher::new();
        samples.chunks(block).for_each(|block| hasher.push(block));
        hasher.finish()
    }

    #[test]
    fn sixteen_bits_hash_as_the_data_of_their_file() {
        let values: Vec<i16> = (i16::MIN..=i16::MAX).collect();
        let samples: Vec<f32> = values.iter().map(|&value| f32::from(value) / 32_768.0).collect();
        let data: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        assert_eq!(hash(&samples, 1000), Sha256::of(&data));
        assert_eq!(hash(&[], 1), Sha256::of(""));
        assert_eq!(hash(&[-0.0], 1), Sha256::of([0, 0]));
    }

    #[test]
    fn finer_samples_hash_as_floats_from_the_first_on() {
        let samples = [0.5, -0.25, 0.1, 0.5, -0.0];
        let mut data = vec![0, 64, 0, 224];
        data.extend([0.1f32, 0.5, 0.0].into_iter().flat_map(f32::to_le_bytes));
        data.extend([2, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(hash(&samples, 5), Sha256::of(&data));
        // Full scale, and far above it, are no values of 16 bits.
        for wide in [1.0, -1.5, 65_536.0, 1e9, f32::MIN_POSITIVE] {
            let mut data = wide.to_le_bytes().to_vec();
            data.extend([0; 9]);
            assert_eq!(hash(&[wide], 1), Sha256::of(&data), "{wide}");
        }
    }

    proptest! {
        #[test]
        fn blocks_do_not_matter(
            values in prop::collection::vec(any::<i16>(), 1..200),
            finer in prop::option::of(0usize..200),
            block in 1usize..70,
        ) {
            let mut samples: Vec<f32> = values.iter().map(|&value| f32::from(value) / 32_768.0).collect();
            if let Some(sample) = finer.and_then(|place| samples.get_mut(place)) {
                *sample += 1.0 / 65_536.0;
            }
            prop_assert_eq!(hash(&samples, block), hash(&samples, 200));
        }
    }
}
