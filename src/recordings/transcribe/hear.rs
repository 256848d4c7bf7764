//! The audio that a recogniser gets: the take's own file or a converted copy, and the hash of its samples.

use crate::audio::is_sound;
use crate::audio::pcm_hash::PcmHasher;
use crate::audio::quantise::{OutputFormat, Quantiser};
use crate::audio::resample::Resampler;
use crate::audio::wav::{WavReader, header};
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio::StagedFile;
use crate::units::SampleRate;
use std::path::Path;

/// Frames that are read at a time.
const BLOCK: usize = 16 * 1024;

/// Returns the hash of the samples of one channel, as the measurements have it (`pcm_sha256`), and writes a copy of that
/// channel into `copy`, if there is one: 16-bit at the rate that goes with it.
///
/// # Errors
/// [`crate::ErrorKind::Audio`] when the file is no WAV file or lacks the channel; [`crate::ErrorKind::Unsupported`] when
/// its rate cannot be converted; [`crate::ErrorKind::Io`].
pub(super) fn read(path: &Path, channel: u16, copy: Option<(SampleRate, &mut StagedFile)>) -> Result<Sha256> {
    let mut reader = WavReader::open(path)?;
    let (rate, frames) = (reader.info().rate, reader.info().frames);
    let mut copy = match copy {
        Some((to, file)) => {
            file.write(&header(to, 1, OutputFormat::Int16, Resampler::output_frames(rate, to, frames))?)?;
            Some((Resampler::new(rate, to)?, Quantiser::new(OutputFormat::Int16, 0), file))
        }
        None => None,
    };
    let mut hasher = PcmHasher::new();
    let (mut block, mut bytes) = (vec![0f32; BLOCK], Vec::new());
    let (mut wide, mut resampled) = (Vec::new(), Vec::new());
    loop {
        let count = reader.read(channel, &mut block)?;
        let samples = &mut block[..count];
        // As the meter takes them: values that are no sound are 0.
        samples.iter_mut().filter(|sample| !is_sound(**sample)).for_each(|sample| *sample = 0.0);
        hasher.push(samples);
        if let Some((resampler, quantiser, file)) = &mut copy {
            resampled.clear();
            if count == 0 {
                resampler.finish(&mut resampled)?;
            } else {
                wide.clear();
                wide.extend(samples.iter().map(|&sample| f64::from(sample)));
                resampler.push(&wide, &mut resampled)?;
            }
            bytes.clear();
            quantiser.push(&resampled, &mut bytes);
            file.write(&bytes)?;
        }
        if count == 0 {
            return Ok(hasher.finish());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fsio::StagingDir;
    use crate::quality::Longest;
    use crate::recordings::assess::measure::measure_file;

    #[test]
    fn the_hash_is_the_one_of_the_measurements_and_the_copy_has_the_asked_form() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.wav");
        let spec = hound::WavSpec {
            channels: 2,
            sample_rate: 48_000,
            bits_per_sample: 32,
            sample_format: hound::SampleFormat::Float,
        };
        let mut writer = hound::WavWriter::create(&path, spec).unwrap();
        for n in 0..40_001u32 {
            let value = (n as f32 / 48_000.0 * 440.0 * std::f32::consts::TAU).sin() * 0.5;
            let odd = if n == 7 { f32::NAN } else { -0.0 };
            writer.write_sample(if n % 5 == 0 { odd } else { value }).unwrap();
            writer.write_sample(value).unwrap();
        }
        writer.finalize().unwrap();
        let staging = StagingDir::create(&dir.path().join("x"), "a test").unwrap();
        for channel in [0, 1] {
            let mut copy = staging.create_file(&format!("{channel}.wav")).unwrap();
            let rate = SampleRate::new(16_000).unwrap();
            let hash = read(&path, channel, Some((rate, &mut copy))).unwrap();
            assert_eq!(Some(hash), measure_file(&path, Some(channel), Longest::MOST).unwrap().0.pcm_sha256);
            assert_eq!(hash, read(&path, channel, None).unwrap());
            let mut copied = hound::WavReader::open(copy.path()).unwrap();
            let form = (copied.spec().channels, copied.spec().sample_rate, copied.spec().bits_per_sample);
            assert_eq!((form, copied.duration()), ((1, 16_000, 16), 13_334));
            let peak = copied.samples::<i16>().map(|sample| sample.unwrap().unsigned_abs()).max().unwrap();
            assert!(channel == 0 || (16_300..16_450).contains(&peak), "{peak}");
        }
        assert_eq!(read(&path, 2, None).unwrap_err().kind(), crate::ErrorKind::Usage);
    }
}
