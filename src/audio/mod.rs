//! Samples in and out: WAV and other files, resampling, capture and playback.
//!
//! Full scale is 1.0 everywhere: an integer sample of `n` bits is its value divided by `2^(n-1)`, so the
//! lowest code is -1.0 and the highest just under 1.0.

pub mod capture;
pub mod decode;
#[cfg(feature = "device")]
mod device;
pub(crate) mod flac;
pub mod kinds;
pub(crate) mod open;
pub(crate) mod pcm_hash;
pub(crate) mod playback;
pub(crate) mod quantise;
pub(crate) mod resample;
pub(crate) mod rows;
pub mod wav;

#[doc(inline)]
pub use capture::{
    DeviceInfo, DeviceList, DeviceSetting, DeviceSpec, FileOptions, Level, Source, SourceKind, Tape,
    TapeOptions,
};
#[doc(inline)]
pub use kinds::{FileKind, is_audio_name};
pub use open::{OpenOptions, devices, open};
pub use pcm_hash::PcmHasher;
pub use playback::{Playing, play_wav};
pub use quantise::{Levels, OutputFormat, Quantiser};
pub use resample::Resampler;
pub use rows::{DeviceRow, DevicesSummary};
#[doc(inline)]
pub use wav::{WavInfo, WavReader, WavWriter};

/// Returns the step of 16 bits nearest to a sample, ties to even; beyond 122 times full scale, the step there.
#[inline(always)]
pub(crate) fn nearest_step(sample: f32) -> i32 {
    /// 1.5 * 2^23: adding it leaves the nearest integer in the low bits of the sum. Unlike a call, it vectorises.
    const ROUND: f32 = 12_582_912.0;
    let scaled = (sample * 32_768.0).clamp(-4_000_000.0, 4_000_000.0);
    (scaled + ROUND).to_bits() as i32 - ROUND.to_bits() as i32
}

/// Says whether a sample can be a sound: 180 dB above full scale is a broken file.
pub(crate) fn is_sound(sample: f32) -> bool {
    sample.abs() <= 1e9
}
