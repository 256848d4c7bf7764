//! A part of a recording that holds several: which frames are its own.

use crate::recordings::session::event::Part;
use crate::units::SampleRate;

/// Lets the frames of a part through, block by block.
#[derive(Debug)]
pub(super) struct Cut {
    /// Frames before it that are still to come.
    skip: u64,
    /// Frames of it that are still to come.
    left: u64,
    channels: usize,
}

/// Returns the frame at a time, half a frame rounded up, as the readers of such lists have it.
fn frame_at(us: u64, rate: SampleRate) -> u64 {
    let frames = (u128::from(us) * u128::from(rate.hz()) + 500_000) / 1_000_000;
    u64::try_from(frames).unwrap_or(u64::MAX)
}

impl Cut {
    /// Begins before the first block; without a part all goes through.
    pub fn of(part: Option<Part>, rate: SampleRate, channels: u16) -> Self {
        let skip = part.map_or(0, |part| frame_at(part.start_us, rate));
        let left = part.and_then(|part| part.length_us).map_or(u64::MAX, |us| frame_at(us, rate));
        Self { skip, left, channels: usize::from(channels) }
    }

    /// Returns what of a block belongs to it.
    pub fn of_block<'b, T>(&mut self, block: &'b [T]) -> &'b [T] {
        let frames = (block.len() / self.channels) as u64;
        let from = self.skip.min(frames);
        self.skip -= from;
        let count = (frames - from).min(self.left);
        if self.left != u64::MAX {
            self.left -= count;
        }
        &block[from as usize * self.channels..(from + count) as usize * self.channels]
    }

    /// Whether nothing more can come.
    pub fn is_done(&self) -> bool {
        self.left == 0
    }

    /// Whether the recording ended before the part did. Times are rounded where they are written down: 10 ms may be missing.
    pub fn is_short(&self, rate: SampleRate) -> bool {
        self.left != u64::MAX && self.left > u64::from(rate.hz()) / 100
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_part_is_the_same_in_blocks_of_any_size(
            start_us in 0u64..2_000, length_us in proptest::option::of(0u64..2_000), size in 1usize..40,
        ) {
            let rate = SampleRate::new(16_000).unwrap();
            let samples: Vec<f32> = (0..48).map(|at| at as f32).collect();
            let mut cut = Cut::of(Some(Part { start_us, length_us }), rate, 2);
            let mut got = Vec::new();
            for block in samples.chunks(2 * size) {
                got.extend_from_slice(cut.of_block(block));
            }
            let frame = |us: u64| ((us as f64 * 0.016 + 0.5).floor() as usize).min(24);
            let end = length_us.map_or(24, |us| (frame(start_us) + (us as f64 * 0.016 + 0.5).floor() as usize).min(24));
            prop_assert_eq!(&got, &samples[2 * frame(start_us)..2 * end]);
        }
    }
}
