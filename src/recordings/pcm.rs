//! The file of a take while it grows: mono PCM behind the canonical 44-byte header.
//!
//! The header has one length and one place for every take, so that a killed recording is put in order
//! by writing two numbers into it. (hound writes a longer header above 16 bits, and does not let the
//! file be synced while it writes; it is the oracle of the tests here.)

use crate::error::{Error, ErrorKind, Result};
use crate::units::SampleRate;
use std::fs::File;
use std::io::{ErrorKind as IoKind, Read as _};
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
        (u64::from(u32::MAX) - HEADER_BYTES) / self.frame_bytes()
    }

    /// Returns the header of a file of `frames`, which are at most [`PcmForm::max_frames`], and an odd
    /// number of bytes is not padded.
    pub fn header(self, frames: u64) -> [u8; HEADER_BYTES as usize] {
        let data = (frames.min(self.max_frames()) * self.frame_bytes()) as u32;
        let block = self.bits / 8;
        let mut header = [0u8; HEADER_BYTES as usize];
        header[0..4].copy_from_slice(b"RIFF");
        header[4..8].copy_from_slice(&(data + 36).to_le_bytes());
        header[8..16].copy_from_slice(b"WAVEfmt ");
        header[16..20].copy_from_slice(&16u32.to_le_bytes());
        header[20..22].copy_from_slice(&1u16.to_le_bytes());
        header[22..24].copy_from_slice(&1u16.to_le_bytes());
        header[24..28].copy_from_slice(&self.rate.hz().to_le_bytes());
        header[28..32].copy_from_slice(&(self.rate.hz() * u32::from(block)).to_le_bytes());
        header[32..34].copy_from_slice(&block.to_le_bytes());
        header[34..36].copy_from_slice(&self.bits.to_le_bytes());
        header[36..40].copy_from_slice(b"data");
        header[40..44].copy_from_slice(&data.to_le_bytes());
        header
    }

    /// Reads a form out of a header of this module, whatever lengths it states.
    pub fn of_header(header: &[u8; HEADER_BYTES as usize]) -> Option<Self> {
        let rate = u32::from_le_bytes([header[24], header[25], header[26], header[27]]);
        let bits = u16::from_le_bytes([header[34], header[35]]);
        let form = Self::new(SampleRate::new(rate).ok()?, bits).ok()?;
        let mut expected = form.header(0);
        expected[4..8].copy_from_slice(&header[4..8]);
        expected[40..44].copy_from_slice(&header[40..44]);
        (expected == *header).then_some(form)
    }

    /// Returns the whole frames of this form that a file has room for behind a header; `None` when the
    /// header is not even whole.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the file's length cannot be read.
    pub fn frames_in(self, path: &Path) -> Result<Option<u64>> {
        let bytes = path.metadata().map_err(|error| Error::io("read", path, error))?.len();
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

/// Looks at a file of this module: its form and the whole frames that are really there; `None` when
/// it has no such header.
///
/// # Errors
/// [`ErrorKind::Io`] when the file cannot be read.
pub fn inspect(path: &Path) -> Result<Option<(PcmForm, u64)>> {
    let mut file = File::open(path).map_err(|error| Error::io("open", path, error))?;
    let mut header = [0u8; HEADER_BYTES as usize];
    match file.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == IoKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(Error::io("read", path, error)),
    }
    let Some(form) = PcmForm::of_header(&header) else { return Ok(None) };
    Ok(form.frames_in(path)?.map(|frames| (form, frames)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn file(form: PcmForm, samples: &[f32]) -> Vec<u8> {
        let mut bytes = Vec::new();
        form.quantise(&mut samples.to_vec(), &mut bytes);
        [form.header(samples.len() as u64).to_vec(), bytes].concat()
    }

    #[test]
    fn sixteen_bits_are_the_bytes_that_hound_writes() {
        let rate = SampleRate::new(44_100).unwrap();
        let samples: Vec<f32> = (-5i16..5).map(|step| f32::from(step * 3_000) / 32_768.0).collect();
        let mut by_hound = Cursor::new(Vec::new());
        let spec = hound::WavSpec {
            channels: 1,
            sample_rate: 44_100,
            bits_per_sample: 16,
            sample_format: hound::SampleFormat::Int,
        };
        let mut writer = hound::WavWriter::new(&mut by_hound, spec).unwrap();
        (-5i16..5).for_each(|step| writer.write_sample(step * 3_000).unwrap());
        writer.finalize().unwrap();
        assert_eq!(file(PcmForm::new(rate, 16).unwrap(), &samples), by_hound.into_inner());
    }

    #[test]
    fn twenty_four_bits_are_read_back_by_hound_to_the_last_step() {
        let form = PcmForm::new(SampleRate::new(48_000).unwrap(), 24).unwrap();
        let steps = [-8_388_608, -1, 0, 1, 8_388_607, 5];
        let samples: Vec<f32> = steps.iter().map(|&step| step as f32 / 8_388_608.0).collect();
        let mut reader = hound::WavReader::new(Cursor::new(file(form, &samples))).unwrap();
        let read: Vec<i32> = reader.samples::<i32>().map(|sample| sample.unwrap()).collect();
        assert_eq!(read, steps);
    }

    #[test]
    fn what_does_not_fit_is_clamped_and_what_is_no_number_is_silence() {
        let form = PcmForm::new(SampleRate::new(16_000).unwrap(), 16).unwrap();
        let mut samples = [2.0, -2.0, f32::NAN, f32::INFINITY, 1.0 / 65_536.0 + 1e-6];
        form.quantise(&mut samples, &mut Vec::new());
        assert_eq!(samples, [32_767.0 / 32_768.0, -1.0, 0.0, 0.0, 1.0 / 32_768.0]);
    }

    #[test]
    fn a_header_is_known_again_whatever_lengths_it_states() {
        let form = PcmForm::new(SampleRate::new(96_000).unwrap(), 24).unwrap();
        assert_eq!(PcmForm::of_header(&form.header(77)), Some(form));
        let mut other = form.header(77);
        other[22] = 2;
        assert_eq!(PcmForm::of_header(&other), None);
    }
}
