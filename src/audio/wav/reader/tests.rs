//! Headers and samples, byte by byte.

use super::*;
use crate::audio::wav::testfile::TestWav;
use proptest::prelude::*;
use std::io::Cursor;

fn open(bytes: &[u8]) -> Result<WavReader<Cursor<Vec<u8>>>> {
    WavReader::new(Cursor::new(bytes.to_vec()))
}

fn all(bytes: &[u8]) -> (WavInfo, Vec<f64>) {
    let mut reader = open(bytes).unwrap();
    let channels = reader.info().channels;
    let mut out = Vec::new();
    for channel in 0..channels {
        let mut one = vec![0.0; 4096];
        reader.rewind().unwrap();
        let frames = reader.read_f64(channel, &mut one).unwrap();
        out.resize(frames * usize::from(channels), 0.0);
        for (frame, &value) in one[..frames].iter().enumerate() {
            out[frame * usize::from(channels) + usize::from(channel)] = value;
        }
    }
    (reader.info().clone(), out)
}

/// Bytes and the values they stand for are from the formats' definitions.
#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn every_sample_format_gives_its_values() {
    let cases: Vec<(&str, TestWav, u16, Encoding, Vec<f64>)> = vec![
        ("8-bit", TestWav::new(1, 8, &[0, 128, 255]), 8, Encoding::Int, vec![-1.0, 0.0, 127.0 / 128.0]),
        (
            "16-bit",
            TestWav::int16(&[-32768, 1, 32767]),
            16,
            Encoding::Int,
            vec![-1.0, 1.0 / 32768.0, 32767.0 / 32768.0],
        ),
        (
            "24-bit",
            TestWav::new(1, 24, &[0, 0, 0x80, 1, 0, 0, 0xff, 0xff, 0xff]),
            24,
            Encoding::Int,
            vec![-1.0, 1.0 / 8_388_608.0, -1.0 / 8_388_608.0],
        ),
        (
            "32-bit",
            TestWav::new(1, 32, &[0, 0, 0, 0x80, 1, 0, 0, 0]),
            32,
            Encoding::Int,
            vec![-1.0, 1.0 / 2_147_483_648.0],
        ),
        (
            "12-in-16, high",
            TestWav::new(1, 12, &[0x00, 0x80, 0x10, 0x00]),
            12,
            Encoding::Int,
            vec![-1.0, 1.0 / 2048.0],
        ),
        (
            "12-in-16, low",
            TestWav::new(1, 12, &[0x00, 0xf8, 0x01, 0x00]),
            12,
            Encoding::Int,
            vec![-1.0, 1.0 / 2048.0],
        ),
        (
            "20-in-24, extensible",
            TestWav::new(1, 24, &[0x10, 0, 0]).extensible(1, 20),
            20,
            Encoding::Int,
            vec![1.0 / 524_288.0],
        ),
        (
            "24-in-32, high",
            TestWav::new(1, 32, &[0, 1, 0, 0, 0, 0, 0, 0x80]).extensible(1, 24),
            24,
            Encoding::Int,
            vec![1.0 / 8_388_608.0, -1.0],
        ),
        (
            "24-in-32, low",
            TestWav::new(1, 32, &[1, 0, 0, 0, 0, 0, 0x80, 0xff]).extensible(1, 24),
            24,
            Encoding::Int,
            vec![1.0 / 8_388_608.0, -1.0],
        ),
        (
            "24 said, 32 used",
            TestWav::new(1, 32, &[1, 0, 0, 0x80]).extensible(1, 24),
            32,
            Encoding::Int,
            vec![1.0 / 2_147_483_648.0 - 1.0],
        ),
        ("float", TestWav::new(3, 32, &(-2.5f32).to_le_bytes()), 32, Encoding::Float, vec![-2.5]),
        ("float 64", TestWav::new(3, 64, &1e-20f64.to_le_bytes()), 64, Encoding::Float, vec![1e-20]),
        // ITU-T G.711 tables 1a and 2a: the greatest and the smallest magnitude of both signs.
        (
            "A-law",
            TestWav::new(6, 8, &[0xaa, 0x2a, 0xd5, 0x55]),
            8,
            Encoding::ALaw,
            vec![32256.0 / 32768.0, -32256.0 / 32768.0, 8.0 / 32768.0, -8.0 / 32768.0],
        ),
        (
            "mu-law",
            TestWav::new(7, 8, &[0x80, 0x00, 0xff, 0xfe]),
            8,
            Encoding::MuLaw,
            vec![32124.0 / 32768.0, -32124.0 / 32768.0, 0.0, 8.0 / 32768.0],
        ),
        (
            "A-law, extensible",
            TestWav::new(6, 8, &[0xd5]).extensible(6, 8),
            8,
            Encoding::ALaw,
            vec![8.0 / 32768.0],
        ),
    ];
    for (name, file, bits, encoding, expected) in cases {
        let (info, samples) = all(&file.bytes());
        assert_eq!((info.bits, info.encoding), (bits, encoding), "{name}");
        assert_eq!(samples, expected, "{name}");
        assert_eq!(info.faults, [], "{name}");
        assert_eq!(info.frames, expected.len() as u64, "{name}");
    }
}

#[test]
fn channels_are_told_apart() {
    for channels in 1..=8u16 {
        let samples: Vec<i16> = (0..40 * channels as i16).collect();
        let bytes = TestWav::int16(&samples).channels(channels).bytes();
        for channel in 0..channels {
            let mut reader = open(&bytes).unwrap();
            let mut out = [0f32; 64];
            assert_eq!(reader.read(channel, &mut out).unwrap(), 40);
            for (frame, &value) in out[..40].iter().enumerate() {
                let expected = frame as i16 * channels as i16 + channel as i16;
                assert_eq!(value * 32768.0, f32::from(expected));
            }
            assert_eq!(reader.read(channel, &mut out).unwrap(), 0);
        }
        assert_eq!(
            open(&bytes).unwrap().read(channels, &mut [0f32; 1]).unwrap_err().kind(),
            crate::ErrorKind::Usage
        );
    }
}

#[test]
fn values_that_are_not_finite_become_zero_and_are_counted() {
    let values = [f32::NAN, f32::INFINITY, -f32::INFINITY, 0.5];
    let data: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    let mut reader = open(&TestWav::new(3, 32, &data).bytes()).unwrap();
    let mut out = [9f32; 4];
    assert_eq!(reader.read(0, &mut out).unwrap(), 4);
    assert_eq!((out, reader.not_finite()), ([0.0, 0.0, 0.0, 0.5], 3));
    reader.rewind().unwrap();
    assert_eq!(reader.not_finite(), 0);
}

#[test]
fn odd_chunks_before_the_samples_are_skipped_padded_or_not() {
    let padded = TestWav::int16(&[7]).before(b"LIST\x03\0\0\0abc\0junk\0\0\0\0").bytes();
    let unpadded = TestWav::int16(&[7]).before(b"LIST\x03\0\0\0abc").bytes();
    for (bytes, faults) in [(padded, vec![]), (unpadded, vec![WavFault::MissingPad])] {
        let (info, samples) = all(&bytes);
        assert_eq!((info.faults, samples), (faults, vec![7.0 / 32768.0]));
    }
    // Whatever the chunk is called.
    for name in [b"cue ", b"JUNK", b"PEAK", b"iXML", b"abcd"] {
        let chunk = [&name[..], b"\x03\0\0\0abc"].concat();
        let (info, samples) = all(&TestWav::int16(&[7]).before(&chunk).bytes());
        assert_eq!((info.faults, samples), (vec![WavFault::MissingPad], vec![7.0 / 32768.0]));
    }
}

#[test]
fn wrong_sizes_are_faults_and_what_is_there_is_read() {
    let good = TestWav::int16(&[1, 2, 3, 4]).bytes();
    let patched = |position: usize, size: u32| {
        let mut bytes = good.clone();
        bytes[position..position + 4].copy_from_slice(&size.to_le_bytes());
        bytes
    };
    let mut long = good.clone();
    long.extend([0xff; 5]);
    let mut with_list = patched(40, 0);
    with_list.truncate(44);
    with_list.extend(b"LIST\x04\0\0\0INFO");
    with_list[4] = 48;
    let cases: [(&str, Vec<u8>, u64, &[WavFault]); 9] = [
        ("good", good.clone(), 4, &[]),
        (
            "cut in a frame",
            good[..49].to_vec(),
            2,
            &[WavFault::Truncated { declared: 8, present: 5 }, WavFault::CutFrame { bytes: 1 }],
        ),
        ("no samples left", good[..44].to_vec(), 0, &[WavFault::Truncated { declared: 8, present: 0 }]),
        ("size 0", patched(40, 0), 4, &[WavFault::StreamedSize]),
        ("size unknown", patched(40, u32::MAX), 4, &[WavFault::StreamedSize]),
        ("wrong RIFF size", patched(4, 9), 4, &[WavFault::WrongRiffSize { declared: 9, present: 44 }]),
        ("trailing", long, 4, &[WavFault::TrailingBytes { bytes: 5 }]),
        ("wrong byte rate", patched(28, 7), 4, &[WavFault::WrongByteRate { declared: 7, expected: 32_000 }]),
        ("empty, then a chunk", with_list, 0, &[]),
    ];
    for (name, bytes, frames, faults) in cases {
        let (info, samples) = all(&bytes);
        assert_eq!((info.frames, info.faults.as_slice()), (frames, faults), "{name}");
        assert_eq!(samples.len() as u64, frames, "{name}");
    }
}

/// hound#40: ALSA's `S24_LE` leaves the fourth byte undefined, and many drivers write 0. Oracle: the samples that were put in.
#[test]
fn the_byte_above_24_bits_is_not_looked_at() {
    let values = [-8_388_608i32, -1, 1, 5_000_001, -4_999_999];
    let expected: Vec<f64> = values.iter().map(|&value| f64::from(value) / 8_388_608.0).collect();
    let with_top = |top: Option<u8>| -> Vec<u8> {
        let bytes = values.iter().flat_map(|value| {
            let [a, b, c, d] = value.to_le_bytes();
            [a, b, c, top.unwrap_or(d)]
        });
        bytes.collect()
    };
    for top in [None, Some(0)] {
        let mut plain = TestWav::new(1, 24, &with_top(top));
        plain.container_bytes = 4;
        let extensible = TestWav::new(1, 32, &with_top(top)).extensible(1, 24);
        for file in [plain, extensible] {
            let (info, samples) = all(&file.bytes());
            assert_eq!((info.bits, samples), (24, expected.clone()), "{top:?}");
        }
    }
}

/// ffmpeg, sox and libsndfile go by bits and channels.
#[test]
fn bits_decide_where_the_frame_size_contradicts() {
    for (bits, channels, wrong) in
        [(16u16, 1u16, 4u16), (16, 2, 2), (8, 1, 2), (32, 1, 2), (24, 2, 4), (16, 1, 0)]
    {
        let data: Vec<u8> = (0..48).collect();
        let file = TestWav::new(1, bits, &data).channels(channels);
        let (right, samples) = all(&file.bytes());
        let mut bytes = file.bytes();
        bytes[32..34].copy_from_slice(&wrong.to_le_bytes());
        let (info, read) = all(&bytes);
        let expected = channels * bits / 8;
        assert_eq!((info.bits, info.frames, read), (bits, right.frames, samples), "{bits} {channels}");
        assert_eq!(info.faults, [WavFault::WrongFrameSize { declared: wrong, expected }]);
    }
}

#[test]
fn a_size_that_counts_the_header_is_no_cut() {
    let good = TestWav::int16(&[1; 200]).before(b"LIST\x04\0\0\0abcd").bytes();
    for surplus in [56u32, 48, 44, 36] {
        let mut bytes = good.clone();
        bytes[52..56].copy_from_slice(&(400 + surplus).to_le_bytes());
        let (info, samples) = all(&bytes);
        let fault = WavFault::HeaderCounted { declared: 400 + u64::from(surplus), present: 400 };
        assert_eq!((info.faults.as_slice(), info.frames, samples.len()), (&[fault][..], 200, 200));
        assert!(!fault.loses_samples());
    }
    // A frame too many in 20,000, and five.
    let mut file = TestWav::int16(&vec![1; 20_000]).bytes();
    for (surplus, is_cut) in [(2u32, false), (8, false), (10, true)] {
        file[4..8].copy_from_slice(&(40_036 + surplus).to_le_bytes());
        file[40..44].copy_from_slice(&(40_000 + surplus).to_le_bytes());
        assert_eq!(all(&file).0.faults[0].loses_samples(), is_cut, "{surplus}");
    }
    for (size, fault) in [
        (0x7fff_ff00u32, WavFault::StreamedSize),
        (0x8000_0024, WavFault::StreamedSize),
        (0xffff_f000, WavFault::StreamedSize),
        (0x4000_0000, WavFault::Truncated { declared: 0x4000_0000, present: 400 }),
    ] {
        let mut bytes = good.clone();
        bytes[52..56].copy_from_slice(&size.to_le_bytes());
        assert_eq!(all(&bytes).0.faults, [fault], "{size:x}");
    }
}

/// As ffmpeg reads them.
#[test]
fn further_chunks_of_samples_are_joined() {
    let mut file = TestWav::int16(&[1, 2, 3]);
    file.after = b"LIST\x02\0\0\0abdata\x03\0\0\0\x04\0\x05\0data\x03\0\0\0\0\x06\0\0".to_vec();
    let bytes = file.bytes();
    let (info, samples) = all(&bytes);
    let steps: Vec<f64> = samples.iter().map(|sample| sample * 32_768.0).collect();
    assert_eq!(steps, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    assert_eq!(info.faults, [WavFault::MoreSamples { chunks: 2, bytes: 6 }]);
    let mut reader = open(&bytes).unwrap();
    reader.seek(4).unwrap();
    let mut out = [0f32; 8];
    assert_eq!((reader.read(0, &mut out).unwrap(), out[0] * 32_768.0), (2, 5.0));
}

#[test]
fn rf64_sizes_are_found() {
    let mut bytes = TestWav::int16(&[5, 6]).before(b"").bytes();
    bytes[..4].copy_from_slice(b"RF64");
    bytes[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    bytes[40..44].copy_from_slice(&u32::MAX.to_le_bytes());
    let mut ds64 = b"ds64\x1c\0\0\0".to_vec();
    ds64.extend(76u64.to_le_bytes());
    ds64.extend(4u64.to_le_bytes());
    ds64.extend([0; 12]);
    bytes.splice(12..12, ds64);
    let (info, samples) = all(&bytes);
    assert_eq!((info.frames, info.declared_frames, info.faults), (2, Some(2), vec![]));
    assert_eq!(samples, [5.0 / 32768.0, 6.0 / 32768.0]);
}

#[test]
fn what_cannot_be_read_is_said() {
    let with = |change: &dyn Fn(&mut TestWav)| {
        let mut file = TestWav::int16(&[1]);
        change(&mut file);
        file.bytes()
    };
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (vec![], "empty"),
        (b"fLaC\0\0".to_vec(), "FLAC"),
        (b"hello, world".to_vec(), "not WAV"),
        (b"RIFF\0\0\0\0AVI LIST".to_vec(), "`AVI `"),
        (TestWav::int16(&[1]).bytes()[..30].to_vec(), "inside its format"),
        (TestWav::int16(&[1]).bytes()[..40].to_vec(), "before its samples"),
        (b"RIFF\x04\0\0\0WAVEdata\0\0\0\0".to_vec(), "samples before its format"),
        (with(&|file| file.channels = 0), "0 channels"),
        (with(&|file| file.channels = 5000), "5000 channels"),
        (with(&|file| file.rate_hz = 0), "0 Hz"),
        (with(&|file| file.rate_hz = u32::MAX), "4294967295 Hz"),
        (with(&|file| (file.bits, file.container_bytes) = (12, 0)), "frames of 0 bytes"),
        (with(&|file| file.bits = 17), "17-bit"),
        (with(&|file| file.tag = 2), "ADPCM"),
        (with(&|file| file.tag = 0xfffe), "cut short"),
    ];
    for (bytes, word) in cases {
        let error = open(&bytes).unwrap_err();
        assert_eq!(error.kind(), crate::ErrorKind::Audio, "{error}");
        assert!(error.message().contains(word), "{word}: {error}");
    }
}

/// Found by fuzzing: every number of bits in every container, down to one bit in four bytes.
#[test]
fn any_number_of_bits_in_any_container_is_read() {
    for container_bytes in 1..=4u16 {
        for bits in 1..=container_bytes * 8 {
            for data in [[0u8; 12], [0xff; 12], [0x41; 12], [1, 0, 0, 0x80, 0, 0, 0, 0, 0xfa, 0xff, 0, 0x52]]
            {
                let mut file = TestWav::new(1, bits, &data);
                file.container_bytes = container_bytes;
                let (info, samples) = all(&file.bytes());
                // Bits that fill whole bytes decide, but for 24 in 4.
                let is_plain = bits % 8 == 0 && (bits, container_bytes) != (24, 4);
                let bytes = if is_plain { bits / 8 } else { container_bytes };
                assert_eq!(samples.len(), 12 / usize::from(bytes));
                assert!(info.bits >= bits && samples.iter().all(|value| (-1.0..1.0).contains(value)));
            }
        }
    }
}

/// The oracle is hound's own reader, on every format that it has.
#[test]
fn hound_reads_the_same_values() {
    let data: Vec<u8> = (0..90u32).flat_map(|i| (i.wrapping_mul(2_654_435_761) >> 8).to_le_bytes()).collect();
    for (bits, divisor) in [(8u16, 128.0), (16, 32_768.0), (24, 8_388_608.0), (32, 2_147_483_648.0)] {
        for channels in [1u16, 2, 3] {
            let file = TestWav::new(1, bits, &data).channels(channels).bytes();
            let mut hound = hound::WavReader::new(Cursor::new(file.clone())).unwrap();
            let expected: Vec<f64> =
                hound.samples::<i32>().map(|sample| f64::from(sample.unwrap()) / divisor).collect();
            assert_eq!(all(&file).1, expected, "{bits} bits, {channels} channels");
        }
    }
}

proptest! {
    /// No panic, no endless loop, and never more samples than bytes.
    #[test]
    fn broken_files_are_errors_or_faults(
        samples in prop::collection::vec(any::<i16>(), 0..64),
        channels in 0u16..10,
        changes in prop::collection::vec((0usize..120, any::<u8>()), 0..6),
        cut in 0usize..200,
    ) {
        let mut bytes = TestWav::int16(&samples).channels(channels).before(b"LIST\x02\0\0\0ab").bytes();
        for (position, value) in changes {
            if let Some(byte) = bytes.get_mut(position) {
                *byte = value;
            }
        }
        bytes.truncate(bytes.len().saturating_sub(cut / 4).max(cut % 64));
        if let Ok(mut reader) = open(&bytes) {
            let mut out = vec![0f32; 50];
            let mut total = 0u64;
            loop {
                let count = reader.read(0, &mut out).unwrap();
                if count == 0 {
                    break;
                }
                total += count as u64;
            }
            prop_assert_eq!(total, reader.info().frames);
            prop_assert!(total <= bytes.len() as u64);
        }
    }
}
