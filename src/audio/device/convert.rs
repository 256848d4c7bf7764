//! Sample formats: what a device delivers to `f32`, and back for playback.

use crate::audio::capture::Feed;
use cpal::{Data, FromSample, I24, Sample as _, SampleFormat, U24};

/// Feeds a device's block into the ring, full scale 1. Integers up to 24 bits pass without loss.
pub fn feed(data: &Data, lag_ns: u64, feed: &mut Feed) {
    macro_rules! plain {
        ($type:ty) => {
            feed.accept(lag_ns, data.as_slice::<$type>().unwrap_or(&[]).iter().map(|v| v.to_sample::<f32>()))
        };
    }
    match data.sample_format() {
        SampleFormat::F32 => plain!(f32),
        SampleFormat::F64 => plain!(f64),
        SampleFormat::I8 => plain!(i8),
        SampleFormat::I16 => plain!(i16),
        SampleFormat::I32 => plain!(i32),
        SampleFormat::I64 => plain!(i64),
        SampleFormat::U8 => plain!(u8),
        SampleFormat::U16 => plain!(u16),
        SampleFormat::U32 => plain!(u32),
        SampleFormat::U64 => plain!(u64),
        // The fourth byte may hold anything, so it is shifted out and the sign brought down.
        SampleFormat::I24 => feed.accept(lag_ns, words(data).map(|word| signed_24(word as i32))),
        SampleFormat::U24 => {
            feed.accept(lag_ns, words(data).map(|word| signed_24((word ^ 0x80_0000) as i32)));
        }
        // Other formats are refused when the device is opened.
        _ => {}
    }
}

fn words(data: &Data) -> impl ExactSizeIterator<Item = u32> + '_ {
    data.bytes().as_chunks::<4>().0.iter().map(|bytes| u32::from_ne_bytes(*bytes))
}

fn signed_24(word: i32) -> f32 {
    ((word << 8) >> 8) as f32 / 8_388_608.0
}

/// Returns the bits that a file needs for what a device delivers; microphones have at most 24.
pub fn bits(format: SampleFormat) -> u16 {
    match format {
        SampleFormat::I8 | SampleFormat::U8 | SampleFormat::I16 | SampleFormat::U16 => 16,
        _ => 24,
    }
}

/// Fills a device's block: each frame of `samples` goes to every channel; the rest stays silent.
pub fn fill(data: &mut Data, channels: usize, samples: &[f32]) {
    macro_rules! plain {
        ($type:ty) => {
            if let Some(out) = data.as_slice_mut::<$type>() {
                for (frame, &sample) in out.chunks_exact_mut(channels).zip(samples) {
                    frame.fill(<$type>::from_sample_(sample));
                }
            }
        };
    }
    match data.sample_format() {
        SampleFormat::F32 => plain!(f32),
        SampleFormat::F64 => plain!(f64),
        SampleFormat::I8 => plain!(i8),
        SampleFormat::I16 => plain!(i16),
        SampleFormat::I24 => plain!(I24),
        SampleFormat::I32 => plain!(i32),
        SampleFormat::I64 => plain!(i64),
        SampleFormat::U8 => plain!(u8),
        SampleFormat::U16 => plain!(u16),
        SampleFormat::U24 => plain!(U24),
        SampleFormat::U32 => plain!(u32),
        SampleFormat::U64 => plain!(u64),
        _ => {}
    }
}
