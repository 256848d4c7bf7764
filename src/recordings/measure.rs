//! From a file to its measurements.

use crate::audio::wav::{Encoding, WavReader};
use crate::error::{ErrorKind, Result};
use crate::quality::fingerprint::Fingerprint;
use crate::quality::{FrameGrid, Measurements, Meter, MeterSpec};
use std::path::Path;

/// Frames that are read at a time.
const BLOCK: usize = 16 * 1024;
/// When one channel is this much louder than all others, the others carry nothing (a dead channel).
const DEAD_CHANNEL_DB: f64 = 30.0;

/// Measures the WAV file at `path`: `channel` of it, or the one that [`speech_channel`] picks.
///
/// A file that is no audio, or ends before its header says, is a measurement too: one that says so.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses; the checks cannot tell what is wrong with such a file.
pub fn measure_file(path: &Path, channel: Option<u16>) -> Result<Measurements> {
    measure(path, channel).map(|(measured, _)| measured)
}

/// Measures as [`measure_file`] and takes the fingerprint too; `None` for too little speech.
///
/// # Errors
/// As [`measure_file`].
pub fn fingerprint_file(path: &Path, channel: Option<u16>) -> Result<(Measurements, Option<Fingerprint>)> {
    let (measured, grid) = measure(path, channel)?;
    Ok((measured, grid.and_then(|grid| Fingerprint::of(&grid))))
}

fn measure(path: &Path, channel: Option<u16>) -> Result<(Measurements, Option<FrameGrid>)> {
    match measure_audio(path, channel) {
        Err(error) if matches!(error.kind(), ErrorKind::Audio | ErrorKind::Unsupported) => {
            Ok((Measurements::unreadable(error.message()), None))
        }
        other => other,
    }
}

fn measure_audio(path: &Path, channel: Option<u16>) -> Result<(Measurements, Option<FrameGrid>)> {
    let mut reader = WavReader::open(path)?;
    let info = reader.info().clone();
    let channel = match channel {
        Some(channel) if channel < info.channels => channel,
        Some(channel) => {
            let reason = format!("the take is on channel {channel}, and the file has {}", info.channels);
            return Ok((Measurements::unreadable(reason), None));
        }
        None => {
            let picked = speech_channel(&mut reader)?;
            reader.rewind()?;
            picked
        }
    };
    let mut meter = Meter::new(MeterSpec {
        rate: info.rate,
        bits: info.bits,
        channels: info.channels,
        channel,
        integer: info.encoding == Encoding::Int,
    });
    let mut block = vec![0f32; BLOCK];
    loop {
        let count = reader.read(channel, &mut block)?;
        if count == 0 {
            break;
        }
        meter.push(&block[..count]);
    }
    let (mut measured, grid) = meter.finish_with_grid();
    measured.not_finite = measured.not_finite.max(reader.not_finite());
    if let Some(fault) = info.faults.iter().find(|fault| fault.loses_samples()) {
        measured.mark_unreadable(fault.to_string());
    }
    Ok((measured, Some(grid)))
}

/// Picks the channel with the speech: the first, unless another one is more than 30 dB louder.
///
/// # Errors
/// Those of reading.
pub fn speech_channel<R: std::io::Read + std::io::Seek>(reader: &mut WavReader<R>) -> Result<u16> {
    let channels = usize::from(reader.info().channels);
    if channels == 1 {
        return Ok(0);
    }
    let mut power = vec![0f64; channels];
    let mut block = vec![0f32; BLOCK / channels * channels];
    loop {
        let frames = reader.read_interleaved(&mut block)?;
        if frames == 0 {
            break;
        }
        for frame in block[..frames * channels].chunks_exact(channels) {
            for (sum, &sample) in power.iter_mut().zip(frame) {
                *sum += f64::from(sample) * f64::from(sample);
            }
        }
    }
    let loudest =
        power.iter().enumerate().fold(0, |best, (at, sum)| if *sum > power[best] { at } else { best });
    let ratio = libm::pow(10.0, DEAD_CHANNEL_DB / 10.0);
    Ok(if power[loudest] > power[0] * ratio { loudest as u16 } else { 0 })
}
