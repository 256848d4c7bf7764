//! Samples in and out: WAV and other files, resampling, capture and playback.

pub mod capture;
#[cfg(feature = "device")]
mod device;
