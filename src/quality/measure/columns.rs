//! Order statistics of many columns at once: what each bin of a spectrum was over the frames of a take.
//!
//! Values are powers in 16 bits whose order is that of the powers. A value of a given rank is found bit by bit, by
//! counting what lies below, which goes for 32 columns side by side.

use super::lanes::{LANES, transposed};
use crate::simd;
use fearless_simd::prelude::*;
use fearless_simd::{dispatch, f32x8, i16x32};

/// Columns that are looked at together.
const WIDTH: usize = 32;
/// Bits of an `f32` that a code has not: its steps are 1/1024 of an octave, 0.003 dB of power.
const SHIFT: u32 = 13;
/// Codes reach from 2^-32 to 2^32 around this one, that of 1.
const ONE: i32 = (1.0f32.to_bits() >> SHIFT) as i32;

/// Powers of as many frames as there are lanes, in the order in which they are looked at: of the first columns one row
/// a frame, then of the next.
pub struct Rows {
    codes: Vec<[Columns; LANES]>,
    frames: usize,
}

impl Rows {
    /// Stores the powers of the first `frames` lanes, each bin with half of its neighbours.
    pub fn smoothed(power: &[[f32; LANES]], frames: usize) -> Self {
        let mut codes = vec![[[0; WIDTH]; LANES]; power.len().div_ceil(WIDTH)];
        let mut rows = vec![[[0.0; WIDTH]; LANES]; codes.len()];
        dispatch!(simd::level(), simd => {
            smooth(simd, power, &mut rows);
            encode(simd, rows.as_flattened().as_flattened(), codes.as_flattened_mut().as_flattened_mut());
        });
        Self { codes, frames }
    }

    /// Returns the number of frames.
    pub fn frames(&self) -> usize {
        self.frames
    }
}

/// Returns two quantiles of each of `columns`, interpolated linearly; there is at least one frame.
pub fn quantiles(groups: &[Rows], columns: usize, shares: [f64; 2]) -> Vec<[f64; 2]> {
    let frames: usize = groups.iter().map(Rows::frames).sum();
    let places = shares.map(|share| share * (frames - 1) as f64);
    let ranks = places.map(|place| place.floor() as usize);
    let mut block = Vec::with_capacity(groups.len());
    let mut found = Vec::with_capacity(columns);
    for (at, from) in (0..columns).step_by(WIDTH).enumerate() {
        block.clear();
        block.extend(groups.iter().map(|group| &group.codes[at][..group.frames]));
        let [(low, low_next), (high, high_next)] =
            dispatch!(simd::level(), simd => select(simd, &block, ranks));
        for column in 0..WIDTH.min(columns - from) {
            let quantile = |place: f64, below: i16, next: i16| {
                let (below, next) = (decode(below), decode(next));
                below + (next - below) * place.fract()
            };
            found.push([
                quantile(places[0], low[column], low_next[column]),
                quantile(places[1], high[column], high_next[column]),
            ]);
        }
    }
    found
}

/// Writes a row for each lane, in which each bin has half of its neighbours: the resolution of a frame half as long. What
/// the last columns lack is the last bin again.
#[inline(always)]
fn smooth<S: Simd>(simd: S, power: &[[f32; LANES]], rows: &mut [[[f32; WIDTH]; LANES]]) {
    let last = power.len() - 1;
    let at = |bin: usize| f32x8::simd_from(simd, power[bin.min(last)]);
    for from in (0..power.len()).step_by(LANES) {
        let mut columns = [f32x8::splat(simd, 0.0); LANES];
        for (column, bin) in columns.iter_mut().zip(from..) {
            *column = at(bin.saturating_sub(1)) * 0.25 + at(bin) * 0.5 + at(bin + 1) * 0.25;
        }
        for (to, row) in rows[from / WIDTH].iter_mut().zip(transposed(columns)) {
            row.store_slice(&mut to[from % WIDTH..][..LANES]);
        }
    }
}

#[inline(always)]
fn encode<S: Simd>(_: S, powers: &[f32], codes: &mut [i16]) {
    for (code, power) in codes.iter_mut().zip(powers) {
        let steps = ((power.to_bits() + (1 << (SHIFT - 1))) >> SHIFT) as i32 - ONE;
        *code = steps.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
    }
}

fn decode(code: i16) -> f64 {
    if code == i16::MIN {
        return 0.0;
    }
    f64::from(f32::from_bits(((i32::from(code) + ONE) as u32) << SHIFT))
}

type Columns = [i16; WIDTH];

/// Returns the values of two ranks in each column, and the values that come after them.
#[inline(always)]
fn select<S: Simd>(simd: S, block: &[&[Columns]], ranks: [usize; 2]) -> [(Columns, Columns); 2] {
    let splat = |value: i16| i16x32::splat(simd, value);
    let (none, one) = (splat(0), splat(1));
    // Counts stay below 2^15: a take keeps a few hundred frames.
    let ranks = [splat(ranks[0] as i16), splat(ranks[1] as i16)];
    let mut values = [splat(i16::MIN); 2];
    for bit in (0..16).rev() {
        let step = splat((1u16 << bit) as i16);
        let trial = [values[0] + step, values[1] + step];
        let mut below = [none; 2];
        for row in block.iter().copied().flatten() {
            let row = i16x32::simd_from(simd, *row);
            for (below, trial) in below.iter_mut().zip(trial) {
                *below += row.simd_lt(trial).select(one, none);
            }
        }
        for index in 0..2 {
            values[index] = below[index].simd_gt(ranks[index]).select(values[index], trial[index]);
        }
    }
    let (mut up_to, mut next) = ([none; 2], [splat(i16::MAX); 2]);
    for row in block.iter().copied().flatten() {
        let row = i16x32::simd_from(simd, *row);
        for index in 0..2 {
            let above = row.simd_gt(values[index]);
            up_to[index] += above.select(none, one);
            next[index] = above.select(row.min(next[index]), next[index]);
        }
    }
    let mut found = [([0; WIDTH], [0; WIDTH]); 2];
    for index in 0..2 {
        let is_same = up_to[index].simd_gt(ranks[index] + one);
        found[index] = (values[index].into(), is_same.select(values[index], next[index]).into());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Noise;

    /// The oracle is sorting. Powers are exact in 16 bits here, many are equal, and the last frames are few.
    #[test]
    fn quantiles_are_those_of_sorted_columns() {
        let (columns, mut noise) = (71, Noise::new(1));
        for frames in [1, 2, 3, 8, 21, 256] {
            let mut sorted = vec![Vec::new(); columns];
            let mut groups = Vec::new();
            for first in (0..frames).step_by(LANES) {
                let lanes = LANES.min(frames - first);
                let power: Vec<[f32; LANES]> = sorted
                    .iter_mut()
                    .map(|column: &mut Vec<f64>| {
                        std::array::from_fn(|lane| {
                            let power = f32::from_bits(0x3000_0000 + (noise.bits(8) << 20));
                            if lane < lanes {
                                column.push(f64::from(power));
                            }
                            power
                        })
                    })
                    .collect();
                let mut codes = vec![[[0; WIDTH]; LANES]; columns.div_ceil(WIDTH)];
                for (column, power) in power.iter().enumerate() {
                    let mut lanes = [0; LANES];
                    dispatch!(simd::level(), simd => encode(simd, power, &mut lanes));
                    for (rows, code) in codes[column / WIDTH].iter_mut().zip(lanes) {
                        rows[column % WIDTH] = code;
                    }
                }
                groups.push(Rows { codes, frames: lanes });
            }
            let found = quantiles(&groups, columns, [0.9, 0.95]);
            for (column, found) in sorted.iter_mut().zip(found) {
                column.sort_by(f64::total_cmp);
                for (share, found) in [0.9, 0.95].into_iter().zip(found) {
                    let place = share * (frames - 1) as f64;
                    let (below, next) =
                        (column[place as usize], column[(place as usize + 1).min(frames - 1)]);
                    let expected = below + (next - below) * place.fract();
                    assert!((found - expected).abs() <= 1e-12 * expected, "{frames}: {found} {expected}");
                }
            }
        }
    }

    /// Arithmetic: each bin is half itself and a quarter of each neighbour, to 1/2048 of an octave.
    #[test]
    fn rows_hold_the_smoothed_powers_of_their_lanes() {
        for columns in [1, 7, 16, 41] {
            let power = |bin: usize, lane: usize| (1 + bin * bin + 7 * lane) as f32 * 1e-6;
            let powers: Vec<[f32; LANES]> =
                (0..columns).map(|bin| std::array::from_fn(|lane| power(bin, lane))).collect();
            let rows = Rows::smoothed(&powers, 5);
            assert_eq!((rows.frames, rows.codes.len()), (5, columns.div_ceil(WIDTH)));
            for lane in 0..LANES {
                for bin in 0..columns {
                    let code = rows.codes[bin / WIDTH][lane][bin % WIDTH];
                    let near = [bin.saturating_sub(1), bin, bin, (bin + 1).min(columns - 1)];
                    let expected = near.map(|bin| f64::from(power(bin, lane))).iter().sum::<f64>() / 4.0;
                    assert!((decode(code) / expected - 1.0).abs() < 0.000_6, "{columns}: {bin} {lane}");
                }
            }
        }
        assert_eq!(decode(Rows::smoothed(&[[0.0; LANES]], 1).codes[0][0][0]), 0.0);
    }
}
