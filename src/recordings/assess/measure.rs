//! From a file to its measurements.

use crate::audio::decode::{self, Decoded};
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{Encoding, WavReader};
use crate::digest::{HashingFile, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::quality::{ChannelMeter, FrameGrid, Longest, Measurements, Meter, MeterSpec};
use std::io::{Read, Seek};
use std::path::Path;

/// Frames that are read at a time.
const BLOCK: usize = 16 * 1024;
/// When one channel is this much louder than all others, the others carry nothing (a dead channel).
const DEAD_CHANNEL_DB: f64 = 30.0;

/// Measures the WAV file at `path`: `channel` of it, or the first, unless another one is more than 30 dB louder.
///
/// A file that is no audio, or ends before its header says, is a measurement too: one that says so, without a grid
/// for the first. So is one that is longer than `longest`, of which no more is measured than what [`Meter`] says.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses; the checks cannot tell what is wrong with such a file.
pub fn measure_file(
    path: &Path,
    channel: Option<u16>,
    longest: Longest,
) -> Result<(Measurements, Option<FrameGrid>)> {
    or_unreadable(WavReader::open(path).and_then(|reader| measure_audio(reader, channel, longest)))
}

/// Measures the WAV file at `path` as [`measure_file`] does, and gives the digest of its bytes from the same reading.
///
/// # Errors
/// As [`measure_file`].
pub fn measure_and_hash(
    path: &Path,
    channel: Option<u16>,
    longest: Longest,
) -> Result<((Measurements, Option<FrameGrid>), Sha256)> {
    let here = |error: Error| if error.path().is_some() { error } else { error.with_path(path) };
    let mut file = HashingFile::open(path)?;
    let measured =
        WavReader::new(&mut file).and_then(|reader| measure_audio(reader, channel, longest)).map_err(here);
    let measured = or_unreadable(measured)?;
    let (sha256, _) = file.finish(&mut Vec::new()).map_err(|error| Error::io("read", path, error))?;
    Ok((measured, sha256))
}

/// Measures an audio file of any kind at `path`, as [`measure_file`] does without a channel. One of a kind that is not decoded
/// is unreadable, with its name and the command that converts it.
///
/// # Errors
/// As [`measure_file`].
pub fn measure_any(path: &Path, longest: Longest) -> Result<(Measurements, Option<FrameGrid>)> {
    match decode::open(path) {
        // The reader of WAV files is faster, and tells more of what is wrong with one.
        Ok(source) if source.is_plain() => measure_file(path, None, longest),
        source => or_unreadable(source.and_then(|source| measure_decoded(source, path, longest))),
    }
}

/// Measures a file that is decoded; one with several channels is decoded twice, since nothing is kept of the first time.
fn measure_decoded(
    mut source: Decoded,
    path: &Path,
    longest: Longest,
) -> Result<(Measurements, Option<FrameGrid>)> {
    let channels = usize::from(source.channels());
    let (mut wide, mut block) = (Vec::new(), Vec::new());
    let (mut channel, mut pair) = (0, ChannelMeter::new(source.rate()));
    if channels > 1 {
        let mut power = vec![0f64; channels];
        while source.next_block(&mut wide)? {
            narrow(&wide, &mut block);
            pair.push(&block, channels);
            add_power(&block, &mut power);
        }
        channel = picked(&power);
        source = decode::open(path)?;
    }
    let spec = MeterSpec {
        rate: source.rate(),
        bits: source.format().bits(),
        channels: source.channels(),
        channel,
        integer: source.format() != OutputFormat::Float32,
    };
    let mut meter = Meter::new(spec).up_to(longest);
    while source.next_block(&mut wide)? {
        block.clear();
        block.extend(wide.iter().skip(usize::from(channel)).step_by(channels).map(|&sample| sample as f32));
        meter.push(&block);
    }
    let (mut measured, grid) = meter.finish_with_grid();
    pair.fill(&mut measured);
    measured.not_finite = measured.not_finite.max(source.not_finite());
    let grid = (!measured.is_cut_off()).then_some(grid);
    Ok((measured, grid))
}

fn narrow(wide: &[f64], block: &mut Vec<f32>) {
    block.clear();
    block.extend(wide.iter().map(|&sample| sample as f32));
}

/// Adds the power of each channel of interleaved samples.
fn add_power(interleaved: &[f32], power: &mut [f64]) {
    for frame in interleaved.chunks_exact(power.len()) {
        for (sum, &sample) in power.iter_mut().zip(frame) {
            *sum += f64::from(sample) * f64::from(sample);
        }
    }
}

/// Returns the channel with the speech: the first, unless another one is more than 30 dB louder.
fn picked(power: &[f64]) -> u16 {
    let loudest =
        power.iter().enumerate().fold(0, |best, (at, sum)| if *sum > power[best] { at } else { best });
    let ratio = libm::pow(10.0, DEAD_CHANNEL_DB / 10.0);
    if power[loudest] > power[0] * ratio { loudest as u16 } else { 0 }
}

/// Makes a measurement of a file that is no audio.
fn or_unreadable(
    outcome: Result<(Measurements, Option<FrameGrid>)>,
) -> Result<(Measurements, Option<FrameGrid>)> {
    match outcome {
        Err(error) if matches!(error.kind(), ErrorKind::Audio | ErrorKind::Unsupported) => {
            Ok((Measurements::unreadable(error.in_one_line()), None))
        }
        other => other,
    }
}

/// Measures an opened WAV file as [`measure_file`] does.
///
/// # Errors
/// Those of reading.
pub fn measure_wav<R: Read + Seek>(
    reader: WavReader<R>,
    channel: Option<u16>,
    longest: Longest,
) -> Result<Measurements> {
    measure_audio(reader, channel, longest).map(|(measured, _)| measured)
}

fn measure_audio<R: Read + Seek>(
    mut reader: WavReader<R>,
    channel: Option<u16>,
    longest: Longest,
) -> Result<(Measurements, Option<FrameGrid>)> {
    let info = reader.info().clone();
    if let Some(channel) = channel.filter(|&channel| channel >= info.channels) {
        let reason = format!("the take is on channel {channel}, and the file has {}", info.channels);
        return Ok((Measurements::unreadable(reason), None));
    }
    let (picked, pair) = look_over(&mut reader)?;
    let channel = channel.unwrap_or(picked);
    let spec = MeterSpec {
        rate: info.rate,
        bits: info.bits,
        channels: info.channels,
        channel,
        integer: info.encoding == Encoding::Int,
    };
    let mut meter = Meter::new(spec).up_to(longest);
    meter.reserve(info.frames);
    let mut block = vec![0f32; BLOCK];
    loop {
        let count = reader.read(channel, &mut block)?;
        if count == 0 {
            break;
        }
        meter.push(&block[..count]);
    }
    let (mut measured, grid) = meter.finish_with_grid();
    pair.fill(&mut measured);
    measured.not_finite = measured.not_finite.max(reader.not_finite());
    if let Some(fault) = info.faults.iter().find(|fault| fault.loses_samples()) {
        measured.mark_unreadable(fault.to_string());
    }
    let grid = (!measured.is_cut_off()).then_some(grid);
    Ok((measured, grid))
}

/// Reads all channels, if there is more than one, and goes back: the channel with the speech (the first, unless another
/// one is more than 30 dB louder), and how the first two are to each other.
fn look_over<R: Read + Seek>(reader: &mut WavReader<R>) -> Result<(u16, ChannelMeter)> {
    let channels = usize::from(reader.info().channels);
    let mut pair = ChannelMeter::new(reader.info().rate);
    if channels == 1 {
        return Ok((0, pair));
    }
    let mut power = vec![0f64; channels];
    let mut block = vec![0f32; BLOCK / channels * channels];
    loop {
        let frames = reader.read_interleaved(&mut block)?;
        if frames == 0 {
            break;
        }
        pair.push(&block[..frames * channels], channels);
        add_power(&block[..frames * channels], &mut power);
    }
    reader.rewind()?;
    Ok((picked(&power), pair))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::{Policy, judge};
    use crate::testing::Noise;
    use proptest::prelude::*;
    use std::io::Cursor;

    /// Sounds that reach every measurement: words (a buzz in noise), noise, gaps, rails, repeats.
    fn samples(rate: u32, parts: &[(u8, u16, f32)]) -> Vec<f32> {
        let mut out: Vec<f32> = Vec::new();
        let mut source = Noise::new(1);
        for &(kind, ms, level) in parts {
            for i in 0..u64::from(ms) * u64::from(rate) / 1000 {
                let noise = source.sample();
                let phase = (i * 137 % u64::from(rate)) as f32 / rate as f32;
                out.push(match kind % 5 {
                    0 => 0.0,
                    1 => level * noise * 0.01,
                    2 => level * (1.0 - 2.0 * phase + 0.01 * noise),
                    3 => (4.0 * level * (phase - 0.5)).clamp(-level, level),
                    _ => out.len().checked_sub(200).map_or(level, |at| out[at]),
                });
            }
        }
        out
    }

    /// A WAV file by its definition; 32 bits are floats.
    fn wav(rate: u32, channels: u16, bits: u16, samples: &[f32]) -> Vec<u8> {
        let bytes = u32::from(bits / 8);
        let length = samples.len() as u32 * u32::from(channels) * bytes;
        let mut file = b"RIFF".to_vec();
        file.extend((36 + length).to_le_bytes());
        file.extend(b"WAVEfmt ");
        file.extend(16u32.to_le_bytes());
        file.extend(if bits == 32 { 3u16 } else { 1 }.to_le_bytes());
        file.extend(channels.to_le_bytes());
        file.extend(rate.to_le_bytes());
        file.extend((rate * u32::from(channels) * bytes).to_le_bytes());
        file.extend((channels * (bits / 8)).to_le_bytes());
        file.extend(bits.to_le_bytes());
        file.extend(b"data");
        file.extend(length.to_le_bytes());
        for &sample in samples {
            for channel in 0..channels {
                let sample = if channel == 0 { sample } else { -0.5 * sample };
                match bits {
                    8 => file.push((sample * 127.0 + 128.0) as u8),
                    16 => file.extend(((sample * 32_767.0) as i16).to_le_bytes()),
                    24 => file.extend(&((sample * 8_388_607.0) as i32).to_le_bytes()[..3]),
                    _ => file.extend(sample.to_le_bytes()),
                }
            }
        }
        file
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn any_wav_gives_finite_numbers_and_a_verdict_or_an_error(
            rate in prop::sample::select(vec![1_000u32, 8_000, 11_025, 16_000, 44_100, 48_000]),
            channels in 1u16..4,
            bits in prop::sample::select(vec![8u16, 16, 24, 32]),
            parts in prop::collection::vec((any::<u8>(), 1u16..400, 0f32..1.0), 0..8),
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..5),
            cut in any::<prop::sample::Index>(),
            keep_whole in any::<bool>(),
        ) {
            let mut file = wav(rate, channels, bits, &samples(rate, &parts));
            for (at, byte) in damage {
                let at = at.index(file.len());
                file[at] = byte;
            }
            if !keep_whole {
                file.truncate(cut.index(file.len()));
            }
            let Ok(reader) = WavReader::new(Cursor::new(&file)) else { return Ok(()) };
            let Ok(measured) = measure_wav(reader, None, Longest::MOST) else { return Ok(()) };
            // serde_json writes a number that is not finite as null, which is another value when it is read back.
            let text = serde_json::to_string(&measured).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Measurements>(&text).unwrap(), &measured);
            let findings = judge(&measured, &Policy::default()).findings;
            let mut numbers = findings.iter().flat_map(|finding| [finding.value, finding.limit]).flatten();
            prop_assert!(numbers.all(f64::is_finite), "{:?}", findings);
        }
    }
}

#[cfg(test)]
mod hash_tests {
    use super::*;

    #[test]
    fn one_reading_gives_the_measurements_and_the_digest_of_all_bytes() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.wav");
        for channels in [1u16, 2] {
            let spec = hound::WavSpec {
                channels,
                sample_rate: 16_000,
                bits_per_sample: 16,
                sample_format: hound::SampleFormat::Int,
            };
            let mut file = std::io::Cursor::new(Vec::new());
            let mut writer = hound::WavWriter::new(&mut file, spec).unwrap();
            for n in 0..40_000i32 {
                writer.write_sample((n * 7919 % 4001 - 2000) as i16).unwrap();
            }
            writer.finalize().unwrap();
            // With a chunk after the samples, which no measurement reads; cut; and no audio at all.
            let whole = [&file.get_ref()[..], b"LIST\x04\0\0\0abcd"].concat();
            for bytes in [&whole[..], &whole[..50_001], b"no audio", b""] {
                crate::fsio::replace(&path, bytes).unwrap();
                for channel in [None, Some(0), Some(7)] {
                    let ((measured, grid), sha256) = measure_and_hash(&path, channel, Longest::MOST).unwrap();
                    let (expected, expected_grid) = measure_file(&path, channel, Longest::MOST).unwrap();
                    assert_eq!((measured, grid.is_some()), (expected, expected_grid.is_some()));
                    assert_eq!(sha256, Sha256::of(bytes));
                }
            }
        }
        let missing = dir.path().join("none.wav");
        assert_eq!(measure_and_hash(&missing, None, Longest::MOST).unwrap_err().kind(), ErrorKind::Io);
    }
}

#[cfg(test)]
mod pair_tests {
    use super::*;
    use crate::quality::{Policy, judge};
    use crate::testing::Noise;

    /// A file of 16 bits and two channels, with what the second has of the first.
    fn measure_pair(second: impl Fn(i16) -> i16) -> Measurements {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pair.wav");
        let spec = hound::WavSpec {
            channels: 2,
            sample_rate: 16_000,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut writer = hound::WavWriter::create(&path, spec).unwrap();
        let mut noise = Noise::new(3);
        for _ in 0..16_000 {
            let sample = noise.bits(13) as i16 - 4096;
            writer.write_sample(sample).unwrap();
            writer.write_sample(second(sample)).unwrap();
        }
        writer.finalize().unwrap();
        measure_file(&path, None, Longest::MOST).unwrap().0
    }

    #[test]
    fn both_channels_are_compared_and_the_one_with_the_sound_is_measured() {
        let ids = |measured: &Measurements| -> Vec<String> {
            let found = judge(measured, &Policy::default()).findings.into_iter().map(|finding| finding.id);
            found.filter(|id| id.starts_with("channel")).collect()
        };
        let same = measure_pair(|sample| sample);
        assert_eq!((same.channel, ids(&same)), (0, vec!["channels-identical".to_owned()]));
        let inverted = measure_pair(|sample| -sample);
        assert_eq!((inverted.channel, ids(&inverted)), (0, vec!["channels-inverted".to_owned()]));
        let dead = measure_pair(|sample| sample / 100);
        assert_eq!((dead.channel, ids(&dead)), (0, vec!["channel-dead".to_owned()]));
        assert!(dead.rms_dbfs.unwrap() > -30.0, "{dead:?}");
        let apart = measure_pair(|sample| sample.wrapping_mul(77) / 8);
        assert_eq!(ids(&apart), Vec::<String>::new(), "{apart:?}");
    }
}

#[cfg(test)]
mod length_tests {
    use super::*;
    use crate::testing::Noise;

    #[test]
    fn a_file_that_is_too_long_is_read_for_its_hash_and_measured_like_the_samples_themselves() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("long.wav");
        let spec = hound::WavSpec {
            channels: 2,
            sample_rate: 16_000,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut writer = hound::WavWriter::create(&path, spec).unwrap();
        let (mut noise, mut samples) = (Noise::new(3), Vec::new());
        for _ in 0..48_000 {
            let sample = noise.bits(13) as i16 - 4096;
            samples.push(f32::from(sample) / 32_768.0);
            writer.write_sample(0i16).unwrap();
            writer.write_sample(sample).unwrap();
        }
        writer.finalize().unwrap();
        let longest = Longest::new(2.9);
        // The channel with the sound is found in a long file, too.
        let ((measured, grid), sha256) = measure_and_hash(&path, None, longest).unwrap();
        assert!(measured.is_cut_off() && grid.is_none());
        assert_eq!(sha256, Sha256::of_file(&path).unwrap().0);
        assert_eq!(measure_file(&path, Some(1), longest).unwrap().0, measured);
        let spec = MeterSpec { channels: 2, channel: 1, ..MeterSpec::new(measured_rate(), 16) };
        let mut meter = Meter::new(spec).up_to(longest);
        meter.push(&samples);
        let live = meter.finish();
        let mut of_one = Measurements { channel_balance_db: None, channel_difference_lsb: None, ..measured };
        of_one.unmeasured.retain(|name, _| !name.starts_with("channel_"));
        assert_eq!(of_one, live);
        let (whole, grid) = measure_file(&path, None, Longest::new(3.0)).unwrap();
        assert!(!whole.is_cut_off() && grid.is_some_and(|grid| grid.len() == 299));
    }

    fn measured_rate() -> crate::units::SampleRate {
        crate::units::SampleRate::new(16_000).unwrap()
    }
}
