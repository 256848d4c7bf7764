//! A short file read whole, to be played.

use super::{Encoding, WavReader};
use crate::error::{Error, ErrorKind, Result};
use crate::units::SampleRate;
use std::path::Path;

/// The longest file that is played, in seconds: a take of ten minutes, with what its rolls add.
pub(in crate::audio) const MAX_SECONDS: u64 = 720;

/// A short file, whole.
pub(in crate::audio) struct Wav {
    pub rate: SampleRate,
    pub channels: u16,
    /// Bits that a file needs to hold the samples: 16, 24, or 32 for floating point.
    pub bits: u16,
    /// The sample format (`i16`, `f32`).
    pub format: String,
    /// Interleaved, full scale 1.
    pub samples: Vec<f32>,
}

/// Reads a whole file of at most 720 s.
///
/// # Errors
/// [`ErrorKind::Io`], and [`ErrorKind::Audio`] for a file that is longer, empty, damaged or not WAV.
pub(in crate::audio) fn read_wav(path: &Path) -> Result<Wav> {
    let bad = |message: String| Error::new(ErrorKind::Audio, message).with_path(path);
    let mut reader = WavReader::open_named(path)?;
    let info = reader.info().clone();
    if let Some(fault) = info.faults.iter().find(|fault| fault.loses_samples()) {
        return Err(bad(fault.to_string()));
    }
    if info.frames == 0 {
        return Err(bad("this file holds no audio".to_owned()));
    }
    if info.frames > MAX_SECONDS * u64::from(info.rate.hz()) {
        return Err(bad(format!("a file that is played may last {MAX_SECONDS} s at most")));
    }
    let channels = usize::from(info.channels);
    let mut samples = vec![0.0; info.frames as usize * channels];
    let mut filled = 0;
    while filled < samples.len() {
        match reader.read_interleaved(&mut samples[filled..])? {
            0 => break,
            frames => filled += frames * channels,
        }
    }
    samples.truncate(filled);
    if reader.not_finite() > 0 {
        return Err(bad("this file has samples that are not numbers (NaN or infinity)".to_owned()));
    }
    let (format, bits) = match (info.encoding, info.bits) {
        (Encoding::Float, bits) => (format!("f{bits}"), 32),
        (Encoding::ALaw, _) => ("a-law".to_owned(), 16),
        (Encoding::MuLaw, _) => ("mu-law".to_owned(), 16),
        (Encoding::Int, bits @ 0..=16) => (format!("i{bits}"), 16),
        (Encoding::Int, bits) => (format!("i{bits}"), 24),
    };
    Ok(Wav { rate: info.rate, channels: info.channels, bits, format, samples })
}
