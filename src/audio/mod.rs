//! Samples in and out: WAV and other files, resampling, capture and playback.
//!
//! Full scale is 1.0 everywhere: an integer sample of `n` bits is its value divided by `2^(n-1)`, so the
//! lowest code is -1.0 and the highest just under 1.0.

pub mod capture;
pub mod decode;
#[cfg(feature = "device")]
mod device;
pub mod playback;
pub mod quantise;
pub mod resample;
pub mod wav;
