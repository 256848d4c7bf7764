//! A short file read whole, of any kind that is decoded: to be played, or drawn.

use super::{bad, open, open_named};
use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{MAX_SECONDS, Wav, read_wav};
use crate::error::Result;
use crate::units::SampleRate;
use std::path::Path;

/// One channel of a file.
pub(crate) struct Heard {
    pub rate: SampleRate,
    pub channels: u16,
    pub format: OutputFormat,
    /// Frames of the whole file.
    pub frames: u64,
    /// The samples from its beginning, as many as were asked for.
    pub samples: Vec<f32>,
}

/// Reads one channel of a file that was found in a folder, the last when there are fewer; of its samples no more than those of
/// the first `most_s` seconds are kept.
///
/// # Errors
/// As [`open()`].
pub(crate) fn read_channel(path: &Path, channel: u16, most_s: u64) -> Result<Heard> {
    let mut source = open(path)?;
    let channels = usize::from(source.channels());
    let channel = usize::from(channel).min(channels - 1);
    let most = (most_s * u64::from(source.rate().hz())) as usize;
    let (mut block, mut samples) = (Vec::new(), Vec::new());
    while source.next_block(&mut block)? {
        let one = block.iter().skip(channel).step_by(channels).map(|&sample| sample as f32);
        let room = most - samples.len();
        samples.extend(one.take(room));
    }
    Ok(Heard {
        rate: source.rate(),
        channels: source.channels(),
        format: source.format(),
        frames: source.done_frames(),
        samples,
    })
}

/// Reads a whole file of at most 720 s that the user named.
///
/// # Errors
/// [`crate::ErrorKind::Io`], and [`crate::ErrorKind::Audio`] for a file that is longer, empty, damaged or no audio.
pub(in crate::audio) fn read_short(path: &Path) -> Result<Wav> {
    let here = |message: String| bad(message).with_path(path);
    let mut source = open_named(path)?;
    if source.is_plain() {
        return read_wav(path);
    }
    let (rate, channels, kind) = (source.rate(), source.channels(), source.kind());
    let most = MAX_SECONDS * u64::from(rate.hz()) * u64::from(channels);
    let (mut block, mut samples) = (Vec::new(), Vec::new());
    while source.next_block(&mut block)? {
        samples.extend(block.iter().map(|&sample| sample as f32));
        if samples.len() as u64 > most {
            return Err(here(format!("a file that is played may last {MAX_SECONDS} s at most")));
        }
    }
    if samples.is_empty() {
        return Err(here("this file holds no audio".to_owned()));
    }
    if source.not_finite() > 0 {
        return Err(here("this file has samples that are not numbers (NaN or infinity)".to_owned()));
    }
    let format = kind.to_string().to_ascii_lowercase();
    let bits = match source.format() {
        OutputFormat::Int16 => 16,
        OutputFormat::Int24 | OutputFormat::Int32 => 24,
        OutputFormat::Float32 => 32,
    };
    Ok(Wav { rate, channels, bits, format, samples })
}
