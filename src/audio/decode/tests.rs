//! Decoding of small files that other programs wrote, whole and broken (tests/fixtures/audio/recreate.py).

use super::*;
use proptest::prelude::*;
use std::f64::consts::TAU;
use std::io::Cursor;

const FLAC_16: &[u8] = include_bytes!("../../../tests/fixtures/audio/flac-16bit-16kHz-mono.flac");
const FLAC_24: &[u8] = include_bytes!("../../../tests/fixtures/audio/flac-24bit-48kHz-stereo.flac");
const VORBIS: &[u8] = include_bytes!("../../../tests/fixtures/audio/vorbis-16kHz-mono.ogg");
const MP3: &[u8] = include_bytes!("../../../tests/fixtures/audio/mp3-lame-24kHz-mono.mp3");

const OPUS: &[u8] = include_bytes!("../../../tests/fixtures/audio/opus-48kHz-mono.opus");
const WEBM: &[u8] = include_bytes!("../../../tests/fixtures/audio/opus-48kHz-mono.webm");
const AAC: &[u8] = include_bytes!("../../../tests/fixtures/audio/aac-16kHz-mono.m4a");
const ALAC: &[u8] = include_bytes!("../../../tests/fixtures/audio/alac-16kHz-mono.m4a");
const ADPCM_MS: &[u8] = include_bytes!("../../../tests/fixtures/audio/adpcm-ms-16kHz-mono.wav");
const ADPCM_IMA: &[u8] = include_bytes!("../../../tests/fixtures/audio/adpcm-ima-16kHz-mono.wav");

fn all(bytes: &[u8]) -> Result<(Vec<f64>, Decoded)> {
    let mut decoded = from_input(Cursor::new(bytes.to_vec()))?;
    let (mut samples, mut block) = (Vec::new(), vec![9.0]);
    while decoded.next_block(&mut block)? {
        samples.extend_from_slice(&block);
    }
    assert!(block.is_empty());
    Ok((samples, decoded))
}

/// The signal of the FLAC files, in 16-bit codes.
fn steps(n: i64, channel: i64) -> i64 {
    ((n * (37 + 14 * channel)) % 2000 - 1000) * 8 + (n * 7919) % 101 - 50
}

#[test]
fn flac_is_exact() {
    let (samples, decoded) = all(FLAC_16).unwrap();
    assert_eq!(
        (decoded.kind(), decoded.channels(), decoded.format()),
        (FileKind::Flac, 1, OutputFormat::Int16)
    );
    assert_eq!((decoded.rate().hz(), decoded.frames(), samples.len()), (16_000, Some(3001), 3001));
    for (n, &value) in samples.iter().enumerate() {
        assert_eq!(value * 32_768.0, steps(n as i64, 0) as f64, "frame {n}");
    }
    let (samples, decoded) = all(FLAC_24).unwrap();
    assert_eq!((decoded.rate().hz(), decoded.channels(), decoded.format()), (48_000, 2, OutputFormat::Int24));
    assert_eq!((decoded.frames(), decoded.done_frames(), samples.len()), (Some(2500), 2500, 5000));
    for (n, pair) in samples.chunks_exact(2).enumerate() {
        for (channel, &value) in pair.iter().enumerate() {
            let wide = steps(n as i64, channel as i64) * 256;
            let expected = wide + wide.rem_euclid(7);
            assert_eq!(value * 8_388_608.0, expected as f64, "frame {n}, channel {channel}");
        }
    }
}

/// The encoders' input is known: a tone of 440 Hz, amplitude 0.5, phase 0 at the first frame. A delay left in by one frame
/// would show as a phase error of one frame; Opus's own encoder shifts a tone by up to three at 48 kHz. Lengths are those that went in, but for the last packet of AAC, which ffmpeg keeps
/// whole as well.
#[test]
fn lossy_files_have_their_length_and_place() {
    for (bytes, kind, format, rate, frames, most) in [
        (MP3, FileKind::Mp3, OutputFormat::Float32, 24_000.0, 6001, 0.05),
        (VORBIS, FileKind::Ogg, OutputFormat::Float32, 16_000.0, 6001, 0.05),
        (OPUS, FileKind::Ogg, OutputFormat::Float32, 48_000.0, 9001, 3.0),
        (WEBM, FileKind::Matroska, OutputFormat::Float32, 48_000.0, 9001, 3.0),
        (AAC, FileKind::Mp4, OutputFormat::Float32, 16_000.0, 6144, 0.05),
        (ADPCM_MS, FileKind::Wav, OutputFormat::Int16, 16_000.0, 6108, 0.05),
        (ADPCM_IMA, FileKind::Wav, OutputFormat::Int16, 16_000.0, 6123, 0.05),
    ] {
        let (samples, decoded) = all(bytes).unwrap();
        assert_eq!((decoded.kind(), decoded.format()), (kind, format));
        assert_eq!(samples.len(), frames, "{kind} {rate}");
        assert_eq!(decoded.faults().len(), usize::from(kind == FileKind::Wav), "{kind}");
        let (mut sine, mut cosine) = (0.0, 0.0);
        // 2,400 frames are whole periods at all rates.
        for (n, &value) in samples.iter().enumerate().skip(1200).take(2400) {
            let angle = TAU * 440.0 * n as f64 / rate;
            sine += value * angle.sin() / 1200.0;
            cosine += value * angle.cos() / 1200.0;
        }
        let shift = cosine.atan2(sine) / TAU / 440.0 * rate;
        assert!(shift.abs() < most, "{kind} is {shift} frames off");
        assert!((sine.hypot(cosine) - 0.5).abs() < 0.01, "{kind}: amplitude {}", sine.hypot(cosine));
    }
}

#[test]
fn alac_is_exact() {
    let (samples, decoded) = all(ALAC).unwrap();
    assert_eq!((decoded.format(), decoded.frames(), samples.len()), (OutputFormat::Int16, Some(6001), 6001));
    for (n, &value) in samples.iter().enumerate() {
        let tone = (16_384.0 * (TAU * 440.0 * n as f64 / 16_000.0).sin()).round();
        assert_eq!(value * 32_768.0, tone, "frame {n}");
    }
}

/// Decoders in the field find the first frame by its sync word (mpg123, ffmpeg, libsndfile).
#[test]
fn mp3_is_found_behind_junk() {
    let whole = all(MP3).unwrap().0;
    let torn = &MP3[MP3.len() - 20..];
    for junk in [&[0u8; 64][..], torn, &[0xff; 333], b"ICY 200 OK\r\n\r\n"] {
        let (samples, decoded) = all(&[junk, MP3].concat()).unwrap();
        assert_eq!(decoded.kind(), FileKind::Mp3);
        assert_eq!(samples, whole);
        assert!(decoded.faults()[0].contains("stand before the first frame"), "{:?}", decoded.faults());
    }
}

#[test]
fn wav_of_every_width_says_what_holds_it() {
    for (format, name) in [
        (OutputFormat::Int16, "16"),
        (OutputFormat::Int24, "24"),
        (OutputFormat::Int32, "32"),
        (OutputFormat::Float32, "float"),
    ] {
        let rate = SampleRate::new(8_000).unwrap();
        let mut writer =
            crate::audio::wav::WavWriter::new(Cursor::new(Vec::new()), rate, 2, format, None).unwrap();
        let input: Vec<f64> = (0..10_000).map(|n| f64::from(n % 100) / 128.0).collect();
        writer.write_f64(&input).unwrap();
        let bytes = writer.finish().unwrap().0.into_inner();
        let (samples, decoded) = all(&bytes).unwrap();
        assert_eq!((decoded.format(), decoded.frames()), (format, Some(5_000)), "{name}");
        assert_eq!(samples, input, "{name}");
    }
}

#[test]
fn an_id3_tag_in_front_is_skipped() {
    let mut bytes = b"ID3\x04\0\0\0\0\x01\x05".to_vec();
    bytes.extend([0; 133]);
    bytes.extend(MP3);
    assert_eq!(all(&bytes).unwrap().0, all(MP3).unwrap().0);
}

#[test]
fn other_kinds_are_named() {
    let mut speex = vec![0; 64];
    speex[..4].copy_from_slice(b"OggS");
    speex[26] = 1;
    speex[28..36].copy_from_slice(b"Speex   ");
    for (bytes, word) in [
        (&b""[..], "empty"),
        (b"\xff\xfeh\0i\0", "not an audio file"),
        (b"%PDF-1.4", "PDF"),
        (&speex, "Speex"),
        (b"NIST_1A\n   1024\n", "NIST SPHERE"),
        (b"#!AMR\n<<<<", "AMR"),
        (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        (b"<html><body>404</body></html>", "page of the web"),
        (&[0; 100], "zeros"),
    ] {
        let error = all(bytes).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Audio);
        assert!(error.message().contains(word), "{error}");
    }
}

/// Every proper prefix is an error, or (Ogg, whose header has no length) a fault.
#[test]
fn a_file_cut_short_is_found_out() {
    for bytes in [FLAC_16, FLAC_24, MP3, VORBIS, OPUS, WEBM, AAC, ALAC, ADPCM_MS, ADPCM_IMA] {
        for cut in (1..bytes.len() - 1).step_by(53) {
            match all(&bytes[..cut]) {
                Err(error) => assert_eq!(error.kind(), ErrorKind::Audio, "cut at {cut}: {error}"),
                Ok((_, decoded)) => {
                    assert_eq!(decoded.kind(), FileKind::Ogg, "cut at {cut} of {}", bytes.len());
                    assert_eq!(decoded.faults().len(), 1);
                }
            }
        }
    }
}

/// FLAC carries checksums: no damage to the samples goes unseen.
#[test]
fn a_damaged_flac_never_gives_other_samples() {
    let whole = all(FLAC_16).unwrap().0;
    for position in (42..FLAC_16.len()).step_by(7) {
        let mut bytes = FLAC_16.to_vec();
        bytes[position] ^= 0x10;
        if let Ok((samples, _)) = all(&bytes) {
            assert_eq!(samples, whole, "byte {position}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// No panic and no endless loop, whatever the bytes.
    #[test]
    fn broken_files_are_errors_or_finite(
        file in 0usize..10,
        changes in prop::collection::vec((any::<u32>(), any::<u8>()), 1..12),
        near_start in any::<bool>(),
    ) {
        let files = [FLAC_16, FLAC_24, VORBIS, MP3, OPUS, WEBM, AAC, ALAC, ADPCM_MS, ADPCM_IMA];
        let mut bytes = files[file].to_vec();
        let span = if near_start { 200 } else { bytes.len() };
        for (position, value) in changes {
            bytes[position as usize % span] = value;
        }
        if let Ok((samples, _)) = all(&bytes) {
            prop_assert!(samples.iter().all(|value| value.is_finite()));
        }
    }
}
