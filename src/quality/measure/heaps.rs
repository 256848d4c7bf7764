//! Samples counted by their magnitude, each polarity for itself, below a rail that may still rise.
//!
//! Magnitudes are counted in bins of 1/16384 of an octave, enough to tell all values of 16-bit audio apart: counts at
//! any threshold are exact there, and for finer formats a sample within 6e-5 of a threshold may fall on its other side.

use super::lanes::LANES;
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8, u32x8};
use std::collections::BTreeMap;
use std::ops::Range;

/// Samples that are counted together.
pub const PART: usize = 32;
/// Bits of an `f32` that a bin spans; 14 bits of the fraction stay.
const BIN_BITS: u32 = 9;
/// Bins that are kept below the rail, each polarity in a ring of its own: four octaves.
const RING: usize = 4 << 14;

/// A polarity.
#[derive(Clone, Copy)]
pub enum Sign {
    Plus,
    Minus,
}

impl Sign {
    /// Returns the height of a sample on this side.
    #[inline(always)]
    pub fn height(self, sample: f32) -> f32 {
        match self {
            Self::Plus => sample,
            Self::Minus => -sample,
        }
    }

    /// Returns the ring of this polarity.
    fn ring(self) -> usize {
        self as usize * RING
    }
}

/// The counts of both polarities.
pub struct Heaps {
    counts: Box<[u16; 2 * RING]>,
    /// What no longer fits in them: times 65,536, by place.
    carries: BTreeMap<usize, u64>,
}

impl Heaps {
    /// Creates empty counts.
    pub fn new() -> Self {
        // Never on the stack.
        let counts = vec![0; 2 * RING].try_into().expect("the length is that of the type");
        Self { counts, carries: BTreeMap::new() }
    }

    /// Counts a sample of this height, which is less than four octaves below the rail and not above it.
    pub fn add(&mut self, sign: Sign, height: f32) {
        self.add_at(sign.ring() + (bin(height) as usize & (RING - 1)));
    }

    #[inline(always)]
    fn add_at(&mut self, place: usize) {
        let count = &mut self.counts[place];
        *count = count.wrapping_add(1);
        if *count == 0 {
            *self.carries.entry(place).or_default() += 1;
        }
    }

    /// Counts the samples of a part that are as high as the threshold of their polarity, as [`Self::add`] does.
    #[inline(always)]
    pub fn add_part<S: Simd>(&mut self, simd: S, part: &[f32; PART], [plus, minus]: [f32; 2]) {
        let (mut places, mut counted) = ([0u32; PART], 0u32);
        let (parts, places_of_parts) = (part.as_chunks::<LANES>().0, places.as_chunks_mut::<LANES>().0);
        for (number, (samples, places)) in parts.iter().zip(places_of_parts).enumerate() {
            let samples = f32x8::simd_from(simd, *samples);
            let are_counted = samples.simd_ge(plus) | samples.simd_le(-minus);
            counted |= (are_counted.to_bitmask() as u32) << (LANES * number);
            let bits: u32x8<S> = samples.bitcast();
            // The sign becomes the number of the ring.
            let ring = (bits >> (u32::BITS - 1 - RING.ilog2())) & RING as u32;
            *places = (((bits >> BIN_BITS) & (RING - 1) as u32) | ring).into();
        }
        while counted != 0 {
            self.add_at(places[counted.trailing_zeros() as usize % PART] as usize % (2 * RING));
            counted &= counted - 1;
        }
    }

    /// Moves the rail up: the bins above the old one are those of heights that no longer count.
    pub fn raise(&mut self, sign: Sign, old: f32, new: f32) {
        // Below the first rail nothing was counted.
        if old > 0.0 {
            for range in places(sign, bin(old) + 1, bin(new) + 1) {
                self.counts[range.clone()].fill(0);
                self.carries.retain(|place, _| !range.contains(place));
            }
        }
    }

    /// Counts the samples from a bin up to the rail, less than four octaves.
    pub fn count(&self, sign: Sign, from: u32, rail: f32) -> u64 {
        let count = |range: Range<usize>| {
            let counts = &self.counts[range.clone()];
            let carried: u64 = self.carries.range(range).map(|(_, times)| times << 16).sum();
            dispatch!(simd::level(), simd => sum(simd, counts)) + carried
        };
        places(sign, from, bin(rail) + 1).into_iter().map(count).sum()
    }
}

/// Returns the places of the bins from `from` to before `end`: of a ring, two ranges.
fn places(sign: Sign, from: u32, end: u32) -> [Range<usize>; 2] {
    let count = (end.saturating_sub(from) as usize).min(RING);
    let first = (end as usize - count) & (RING - 1);
    let ring = sign.ring();
    [ring + first..ring + (first + count).min(RING), ring..ring + (first + count).saturating_sub(RING)]
}

#[inline(always)]
fn sum<S: Simd>(_: S, counts: &[u16]) -> u64 {
    counts.iter().copied().map(u64::from).sum()
}

/// Returns the bin of a magnitude; bins grow with the magnitude.
pub fn bin(magnitude: f32) -> u32 {
    magnitude.to_bits() >> BIN_BITS
}

/// Returns the first bin that holds nothing below the threshold.
pub fn bin_from(threshold: f64) -> u32 {
    let near = threshold as f32;
    let at_least = if f64::from(near) < threshold { near.next_up() } else { near };
    (at_least.to_bits() + (1 << BIN_BITS) - 1) >> BIN_BITS
}

/// Returns the first bin that holds only values above the threshold.
pub fn bin_above(threshold: f64) -> u32 {
    let near = threshold as f32;
    let above = if f64::from(near) <= threshold { near.next_up() } else { near };
    (above.to_bits() + (1 << BIN_BITS) - 1) >> BIN_BITS
}
