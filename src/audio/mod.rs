//! Samples in and out: WAV and other files, resampling, capture and playback.
//!
//! Full scale is 1.0 everywhere: an integer sample of `n` bits is its value divided by `2^(n-1)`, so the
//! lowest code is -1.0 and the highest just under 1.0.

pub mod capture;
pub mod decode;
#[cfg(feature = "device")]
mod device;
pub mod pcm_hash;
pub mod playback;
pub mod quantise;
pub mod resample;
pub mod wav;

/// Says whether a sample can be a sound: 180 dB above full scale is a broken file.
pub(crate) fn is_sound(sample: f32) -> bool {
    sample.abs() <= 1e9
}
