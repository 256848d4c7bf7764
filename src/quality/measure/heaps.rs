//! Samples counted by their magnitude, each polarity for itself, below a rail that may still rise.
//!
//! Magnitudes are counted in bins of 1/16384 of an octave, enough to tell all values of 16-bit audio apart: counts at
//! any threshold are exact there, and for finer formats a sample within 6e-5 of a threshold may fall on its other side.

use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8, u32x8};
use std::collections::BTreeMap;
use std::ops::Range;

/// Samples that are counted together.
pub const PART: usize = 32;
/// Bits of an `f32` that a bin spans; 14 bits of the fraction stay.
const BIN_BITS: u32 = 9;
/// Bins of an octave.
const OCTAVE: usize = 1 << 14;
/// Octaves that are kept below the rail, each polarity in a ring of its own.
const OCTAVES: usize = 8;
const RING: usize = OCTAVES * OCTAVE;
const LANES: usize = 8;

/// A polarity.
#[derive(Clone, Copy)]
pub enum Sign {
    Plus,
    Minus,
}

impl Sign {
    /// Returns the ring of this polarity.
    fn ring(self) -> usize {
        self as usize * RING
    }
}

/// The counts of both polarities.
pub struct Heaps {
    counts: Box<[u16; 2 * RING]>,
    used: [bool; 2 * OCTAVES],
    /// What no longer fits in them: times 65,536, by place.
    carries: BTreeMap<usize, u64>,
}

impl Heaps {
    /// Creates empty counts.
    pub fn new() -> Self {
        // Never on the stack.
        let counts = vec![0; 2 * RING].try_into().expect("the length is that of the type");
        Self { counts, used: [false; 2 * OCTAVES], carries: BTreeMap::new() }
    }

    /// Counts a sample of this height over zero.
    pub fn add(&mut self, sign: Sign, height: f32) {
        let place = sign.ring() + (bin(height) as usize & (RING - 1));
        self.used[place / OCTAVE] = true;
        self.add_at(place);
    }

    #[inline(always)]
    fn add_at(&mut self, place: usize) {
        let count = &mut self.counts[place];
        *count = count.wrapping_add(1);
        if *count == 0 {
            *self.carries.entry(place).or_default() += 1;
        }
    }

    /// Says that samples of these heights may be counted by [`Self::add_part`].
    pub fn expect(&mut self, sign: Sign, least: f32, most: f32) {
        for octave in bin(least) as usize / OCTAVE..=bin(most) as usize / OCTAVE {
            self.used[sign.ring() / OCTAVE + octave % OCTAVES] = true;
        }
    }

    /// Counts the samples of a part that are as high as the threshold of their polarity, all of them expected ones.
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

    /// Empties the bins that the octaves above the old rail take over.
    pub fn raise(&mut self, sign: Sign, old: f32, new: f32) {
        let (old, new) = (bin(old) as usize / OCTAVE, bin(new) as usize / OCTAVE);
        for octave in (old + 1..=new).rev().take(OCTAVES) {
            let slot = sign.ring() / OCTAVE + octave % OCTAVES;
            if std::mem::take(&mut self.used[slot]) {
                let places = slot * OCTAVE..(slot + 1) * OCTAVE;
                self.counts[places.clone()].fill(0);
                self.carries.retain(|place, _| !places.contains(place));
            }
        }
    }

    /// Counts the samples from a bin up to the rail.
    pub fn count(&self, sign: Sign, from: u32, rail: f32) -> u64 {
        let (from, end) = (from as usize, bin(rail) as usize + 1);
        // The ring in two parts.
        let turn = (from | (RING - 1)) + 1;
        let start = sign.ring() + (from.min(end) & (RING - 1));
        let first = start..start + end.min(turn).saturating_sub(from);
        let second = sign.ring()..sign.ring() + end.saturating_sub(turn);
        let (one, other) = (&self.counts[first.clone()], &self.counts[second.clone()]);
        let carried = |places| {
            self.carries.range::<usize, Range<usize>>(places).map(|(_, times)| times << 16).sum::<u64>()
        };
        dispatch!(simd::level(), simd => sum(simd, one) + sum(simd, other)) + carried(first) + carried(second)
    }
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
