//! The file of a take while it grows: mono PCM of 16 or 24 bits behind a header of 44 bytes.
//!
//! Header and rounding are apart from [`crate::audio::wav::WavWriter`] because a recording has to
//! outlive its writer: the samples as stored go to the meter, and the file stays when writing fails.

use crate::audio::quantise::OutputFormat;
use crate::audio::wav::{self, MAX_DATA_BYTES};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::units::SampleRate;
use std::path::Path;

/// Bytes of the header.
pub const HEADER_BYTES: u64 = 44;

/// The form of a take's file: one channel, 16 or 24 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PcmForm {
    rate: SampleRate,
    bits: u16,
}

impl PcmForm {
    /// Makes a form.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for other than 16 or 24 bits.
    pub fn new(rate: SampleRate, bits: u16) -> Result<Self> {
        if matches!(bits, 16 | 24) {
            return Ok(Self { rate, bits });
        }
        Err(Error::new(ErrorKind::Unsupported, format!("{bits} bits per sample; takes have 16 or 24")))
    }

    /// Returns the sample rate.
    pub fn rate(self) -> SampleRate {
        self.rate
    }

    /// Returns the bits per sample.
    pub fn bits(self) -> u16 {
        self.bits
    }

    /// Returns the bytes of one frame.
    pub fn frame_bytes(self) -> u64 {
        u64::from(self.bits / 8)
    }

    /// Returns the most frames that a WAV file can hold.
    pub fn max_frames(self) -> u64 {
        MAX_DATA_BYTES / self.frame_bytes()
    }

    /// Returns the header of a file of `frames`.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for more than [`PcmForm::max_frames`].
    pub fn header(self, frames: u64) -> Result<Vec<u8>> {
        let format = if self.bits == 16 { OutputFormat::Int16 } else { OutputFormat::Int24 };
        wav::header(self.rate, 1, format, frames)
    }

    /// Returns the whole frames of this form that a file has room for behind a header; `None` when the
    /// header is not even whole.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the file's length cannot be read; a file that is not there has none.
    pub fn frames_in(self, path: &Path) -> Result<Option<u64>> {
        let bytes = fsio::look(path)?.map_or(0, |entry| entry.bytes);
        let frames = |data: u64| (data / self.frame_bytes()).min(self.max_frames());
        Ok(bytes.checked_sub(HEADER_BYTES).map(frames))
    }

    /// Rounds `samples` (full scale 1, clamped to it; not finite becomes 0) to the steps of this form,
    /// in place, and puts their bytes into `bytes`, which is cleared first.
    pub fn quantise(self, samples: &mut [f32], bytes: &mut Vec<u8>) {
        bytes.clear();
        let full = if self.bits == 16 { 32_768.0_f32 } else { 8_388_608.0 };
        for sample in samples {
            let scaled = if sample.is_finite() { (*sample * full).round() } else { 0.0 };
            let step = scaled.clamp(-full, full - 1.0);
            *sample = step / full;
            let step = (step as i32).to_le_bytes();
            bytes.extend_from_slice(&step[..usize::from(self.bits / 8)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn what_is_measured_is_what_hound_reads_from_the_file() {
        for bits in [16, 24] {
            let form = PcmForm::new(SampleRate::new(48_000).unwrap(), bits).unwrap();
            let full = f32::from(2u16).powi(i32::from(bits) - 1);
            let steps = [-full, -1.0, 0.0, 1.0, full - 1.0];
            let mut samples: Vec<f32> = steps.iter().map(|step| (step + 0.3) / full).collect();
            let mut bytes = Vec::new();
            form.quantise(&mut samples, &mut bytes);
            let file = [form.header(steps.len() as u64).unwrap(), bytes, vec![0; usize::from(bits / 8 % 2)]];
            let mut reader = hound::WavReader::new(Cursor::new(file.concat())).unwrap();
            let read: Vec<f32> =
                reader.samples::<i32>().map(|sample| sample.unwrap() as f32 / full).collect();
            assert_eq!(read, samples);
            assert_eq!(read, steps.map(|step| step / full));
        }
    }

    #[test]
    fn what_does_not_fit_is_clamped_and_what_is_no_number_is_silence() {
        let form = PcmForm::new(SampleRate::new(16_000).unwrap(), 16).unwrap();
        let mut samples = [2.0, -2.0, f32::NAN, f32::INFINITY, 1.0 / 65_536.0 + 1e-6];
        form.quantise(&mut samples, &mut Vec::new());
        assert_eq!(samples, [32_767.0 / 32_768.0, -1.0, 0.0, 0.0, 1.0 / 32_768.0]);
    }
}
