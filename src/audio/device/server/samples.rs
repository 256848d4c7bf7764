//! Sample formats of the sound server: bytes to `f32`, full scale 1. Integers up to 24 bits pass without loss.

use crate::audio::capture::Feed;
use pulseaudio::protocol::SampleFormat;

/// Returns the format to ask for where a source has `native`: its own, so that the server converts nothing.
pub fn wanted(native: SampleFormat) -> SampleFormat {
    match native {
        // Telephone codes hold no more than 14 bits.
        SampleFormat::Alaw | SampleFormat::Ulaw => SampleFormat::S16Le,
        SampleFormat::Invalid => SampleFormat::Float32Le,
        format => format,
    }
}

/// Returns the word for a format, as in `session.json`.
pub fn word(format: SampleFormat) -> &'static str {
    match format {
        SampleFormat::U8 => "u8",
        SampleFormat::Alaw => "alaw",
        SampleFormat::Ulaw => "ulaw",
        SampleFormat::S16Le | SampleFormat::S16Be => "i16",
        SampleFormat::S24Le | SampleFormat::S24Be | SampleFormat::S24In32Le | SampleFormat::S24In32Be => {
            "i24"
        }
        SampleFormat::S32Le | SampleFormat::S32Be => "i32",
        SampleFormat::Float32Le | SampleFormat::Float32Be | SampleFormat::Invalid => "f32",
    }
}

/// Returns the bits that a file needs for it; microphones have at most 24.
pub fn bits(format: SampleFormat) -> u16 {
    match format {
        SampleFormat::U8
        | SampleFormat::Alaw
        | SampleFormat::Ulaw
        | SampleFormat::S16Le
        | SampleFormat::S16Be => 16,
        _ => 24,
    }
}

/// Feeds a block of the server into the ring; `lag_ns` is how long ago its first frame was captured.
pub fn feed(format: SampleFormat, bytes: &[u8], lag_ns: u64, feed: &mut Feed) {
    macro_rules! each {
        ($width:literal, $sample:expr) => {
            feed.accept(lag_ns, bytes.as_chunks::<$width>().0.iter().map($sample))
        };
    }
    let scaled_24 = |value: i32| ((value << 8) >> 8) as f32 / 8_388_608.0;
    let scaled_32 = |value: i32| (f64::from(value) / 2_147_483_648.0) as f32;
    match format {
        SampleFormat::U8 => each!(1, |&[byte]| (f32::from(byte) - 128.0) / 128.0),
        SampleFormat::S16Le => each!(2, |&b| f32::from(i16::from_le_bytes(b)) / 32_768.0),
        SampleFormat::S16Be => each!(2, |&b| f32::from(i16::from_be_bytes(b)) / 32_768.0),
        SampleFormat::S24Le => each!(3, |&[a, b, c]| scaled_24(i32::from_le_bytes([a, b, c, 0]))),
        SampleFormat::S24Be => each!(3, |&[a, b, c]| scaled_24(i32::from_le_bytes([c, b, a, 0]))),
        SampleFormat::S24In32Le => each!(4, |&b| scaled_24(i32::from_le_bytes(b))),
        SampleFormat::S24In32Be => each!(4, |&b| scaled_24(i32::from_be_bytes(b))),
        SampleFormat::S32Le => each!(4, |&b| scaled_32(i32::from_le_bytes(b))),
        SampleFormat::S32Be => each!(4, |&b| scaled_32(i32::from_be_bytes(b))),
        SampleFormat::Float32Le => each!(4, |&b| f32::from_le_bytes(b)),
        SampleFormat::Float32Be => each!(4, |&b| f32::from_be_bytes(b)),
        // Never asked for.
        SampleFormat::Alaw | SampleFormat::Ulaw | SampleFormat::Invalid => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::capture::ring;
    use crate::units::SampleRate;

    /// Oracle: the value that each pattern of bits stands for, by the definition of the format.
    #[test]
    fn every_format_gives_the_value_of_its_bits() {
        let cases: [(SampleFormat, &[u8], f32); 11] = [
            (SampleFormat::U8, &[0x40], -0.5),
            (SampleFormat::S16Le, &[0x01, 0x80], -32_767.0 / 32_768.0),
            (SampleFormat::S16Be, &[0x80, 0x01], -32_767.0 / 32_768.0),
            (SampleFormat::S24Le, &[0x01, 0x00, 0x80], -8_388_607.0 / 8_388_608.0),
            (SampleFormat::S24Be, &[0x80, 0x00, 0x01], -8_388_607.0 / 8_388_608.0),
            // What stands in the fourth byte is not part of it.
            (SampleFormat::S24In32Le, &[0x00, 0x00, 0x40, 0x7f], 0.5),
            (SampleFormat::S24In32Be, &[0x7f, 0x40, 0x00, 0x00], 0.5),
            (SampleFormat::S32Le, &[0x00, 0x00, 0x00, 0xc0], -0.5),
            (SampleFormat::S32Be, &[0xc0, 0x00, 0x00, 0x00], -0.5),
            (SampleFormat::Float32Le, &0.3f32.to_le_bytes(), 0.3),
            (SampleFormat::Float32Be, &0.3f32.to_be_bytes(), 0.3),
        ];
        for (format, bytes, value) in cases {
            let (mut into, mut out) = ring(SampleRate::new(8000).unwrap(), 1);
            feed(format, bytes, 0, &mut into);
            let mut samples = Vec::new();
            out.next(&mut samples).unwrap();
            assert_eq!(samples, [value], "{format:?}");
        }
    }
}
