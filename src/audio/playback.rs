//! Playback: listen to a take through a loudspeaker.

use super::capture::DeviceSpec;
use super::wav::read_wav;
use crate::error::Result;
use crate::units::SampleRate;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Plays one channel of `samples`, full scale 1, to its end or until `stop` is set; returns when the last
/// sample has sounded.
///
/// # Errors
/// [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported) in a build without devices or for a rate
/// that the device does not have, the device kinds when it cannot be opened or stops.
pub fn play(samples: Arc<[f32]>, rate: SampleRate, device: &DeviceSpec, stop: &AtomicBool) -> Result<()> {
    #[cfg(feature = "device")]
    {
        super::device::play(samples, rate, device, stop)
    }
    #[cfg(not(feature = "device"))]
    {
        let _ = (samples, rate, device, stop);
        Err(super::open::no_devices())
    }
}

/// Plays `channel` (from 0) of a WAV file.
///
/// # Errors
/// Those of [`play`], and [`ErrorKind::Io`](crate::ErrorKind::Io) and
/// [`ErrorKind::Audio`](crate::ErrorKind::Audio) for the file.
pub fn play_wav(path: &Path, channel: u16, device: &DeviceSpec, stop: &AtomicBool) -> Result<()> {
    let wav = read_wav(path)?;
    let channels = usize::from(wav.channels);
    let channel = usize::from(channel).min(channels - 1);
    let samples = wav.samples.iter().skip(channel).step_by(channels).copied().collect();
    play(samples, wav.rate, device, stop)
}
