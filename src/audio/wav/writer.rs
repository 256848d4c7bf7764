//! Writing WAV files.

use super::riff::bad;
use crate::audio::quantise::{OutputFormat, Quantiser};
use crate::error::{Error, ErrorKind, Result};
use crate::units::SampleRate;
use std::io::{self, Seek, SeekFrom, Write};

/// The most bytes of samples that a WAV file can hold: its sizes have 32 bits.
pub const MAX_DATA_BYTES: u64 = 0xffff_ffff - 64;

/// Values converted at a time.
const BLOCK_VALUES: usize = 8 * 1024;

/// Returns the header of a WAV file of `frames` frames: 44 bytes for integers (`WAVE_FORMAT_PCM`, also at 24
/// bits, so that every loader reads it), 58 for floats (`WAVE_FORMAT_IEEE_FLOAT` with a `fact` chunk).
///
/// When the samples have an odd number of bytes, one zero byte must follow them.
///
/// # Errors
/// [`ErrorKind::Usage`] for 0 or more than 256 channels; [`ErrorKind::Unsupported`] when the samples are
/// more than a WAV file can hold.
pub fn header(rate: SampleRate, channels: u16, format: OutputFormat, frames: u64) -> Result<Vec<u8>> {
    if !(1..=256).contains(&channels) {
        return Err(Error::new(
            ErrorKind::Usage,
            format!("{channels} channels cannot be written; allowed are 1 to 256"),
        ));
    }
    let block = channels * format.bytes() as u16;
    let data_bytes = frames
        .checked_mul(u64::from(block))
        .filter(|&bytes| bytes <= MAX_DATA_BYTES)
        .ok_or_else(|| too_long(frames))? as u32;
    let mut header = match format {
        OutputFormat::Int16 if channels <= 2 => {
            let spec = hound::WavSpec {
                channels,
                sample_rate: rate.hz(),
                bits_per_sample: 16,
                sample_format: hound::SampleFormat::Int,
            };
            spec.into_header_for_infinite_file()
        }
        _ => plain_header(rate, channels, format, frames as u32),
    };
    let riff_size = header.len() as u32 - 8 + data_bytes + data_bytes % 2;
    header[4..8].copy_from_slice(&riff_size.to_le_bytes());
    let size_at = header.len() - 4;
    header[size_at..].copy_from_slice(&data_bytes.to_le_bytes());
    Ok(header)
}

/// Makes the headers that hound would write as `WAVE_FORMAT_EXTENSIBLE`; the sizes are filled in later.
fn plain_header(rate: SampleRate, channels: u16, format: OutputFormat, frames: u32) -> Vec<u8> {
    let is_float = format == OutputFormat::Float32;
    let block = channels * format.bytes() as u16;
    let mut header = Vec::with_capacity(58);
    header.extend_from_slice(b"RIFF\0\0\0\0WAVEfmt ");
    header.extend_from_slice(&(if is_float { 18u32 } else { 16 }).to_le_bytes());
    header.extend_from_slice(&(if is_float { 3u16 } else { 1 }).to_le_bytes());
    header.extend_from_slice(&channels.to_le_bytes());
    header.extend_from_slice(&rate.hz().to_le_bytes());
    header.extend_from_slice(&(rate.hz() * u32::from(block)).to_le_bytes());
    header.extend_from_slice(&block.to_le_bytes());
    header.extend_from_slice(&format.bits().to_le_bytes());
    if is_float {
        header.extend_from_slice(&[0, 0]);
        header.extend_from_slice(b"fact\x04\0\0\0");
        header.extend_from_slice(&frames.to_le_bytes());
    }
    header.extend_from_slice(b"data\0\0\0\0");
    header
}

fn too_long(frames: u64) -> Error {
    Error::new(
        ErrorKind::Unsupported,
        format!("{frames} frames are more than a WAV file can hold ({MAX_DATA_BYTES} bytes)"),
    )
}

fn failed(error: io::Error) -> Error {
    let message = match error.kind() {
        io::ErrorKind::StorageFull => "cannot write: the disk is full".to_owned(),
        _ => format!("cannot write: {error}"),
    };
    Error::new(ErrorKind::Io, message).with_source(error)
}

/// Writes a WAV file, frame after frame.
///
/// The header comes first and is right from the start when the length is given; else it says zero until
/// [`WavWriter::flush`] or [`WavWriter::finish`] completes it.
#[derive(Debug)]
pub struct WavWriter<W> {
    writer: W,
    rate: SampleRate,
    channels: u16,
    format: OutputFormat,
    declared_frames: Option<u64>,
    data_bytes: u64,
    quantiser: Quantiser,
    wide: Vec<f64>,
    bytes: Vec<u8>,
}

impl<W: Write + Seek> WavWriter<W> {
    /// Starts a file at the writer's beginning; give `declared_frames` when the length is known.
    ///
    /// # Errors
    /// As [`header`]; [`ErrorKind::Io`].
    pub fn new(
        mut writer: W,
        rate: SampleRate,
        channels: u16,
        format: OutputFormat,
        declared_frames: Option<u64>,
    ) -> Result<Self> {
        let head = header(rate, channels, format, declared_frames.unwrap_or(0))?;
        writer.write_all(&head).map_err(failed)?;
        Ok(Self {
            writer,
            rate,
            channels,
            format,
            declared_frames,
            data_bytes: 0,
            quantiser: Quantiser::exact(format),
            wide: Vec::new(),
            bytes: Vec::new(),
        })
    }

    /// Returns the whole frames written so far.
    pub fn frames(&self) -> u64 {
        self.data_bytes / self.frame_bytes()
    }

    /// Returns how many samples were above full scale and were cut to it (integer formats).
    pub fn over(&self) -> u64 {
        self.quantiser.levels().over
    }

    /// Writes samples, channels interleaved, rounded to the nearest code and without dither.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] when the file would be too long for WAV; [`ErrorKind::Io`].
    pub fn write_f64(&mut self, samples: &[f64]) -> Result<()> {
        for block in samples.chunks(BLOCK_VALUES) {
            let mut bytes = std::mem::take(&mut self.bytes);
            bytes.clear();
            self.quantiser.push(block, &mut bytes);
            let outcome = self.write_bytes(&bytes);
            self.bytes = bytes;
            outcome?;
        }
        Ok(())
    }

    /// Does as [`WavWriter::write_f64`]; what came from a file of this format is written back exactly.
    ///
    /// # Errors
    /// As [`WavWriter::write_f64`].
    pub fn write_f32(&mut self, samples: &[f32]) -> Result<()> {
        for block in samples.chunks(BLOCK_VALUES) {
            let mut wide = std::mem::take(&mut self.wide);
            wide.clear();
            wide.extend(block.iter().map(|&value| f64::from(value)));
            let outcome = self.write_f64(&wide);
            self.wide = wide;
            outcome?;
        }
        Ok(())
    }

    fn write_bytes(&mut self, bytes: &[u8]) -> Result<()> {
        let total = self.data_bytes + bytes.len() as u64;
        if total > MAX_DATA_BYTES {
            return Err(too_long(total / self.frame_bytes()));
        }
        self.writer.write_all(bytes).map_err(failed)?;
        self.data_bytes = total;
        Ok(())
    }

    /// Brings the header up to date with the whole frames written so far.
    ///
    /// # Errors
    /// [`ErrorKind::Io`].
    pub fn flush(&mut self) -> Result<()> {
        if self.declared_frames.is_none() {
            let head = header(self.rate, self.channels, self.format, self.frames())?;
            self.writer.seek(SeekFrom::Start(0)).map_err(failed)?;
            self.writer.write_all(&head).map_err(failed)?;
            self.writer.seek(SeekFrom::Start(head.len() as u64 + self.data_bytes)).map_err(failed)?;
        }
        self.writer.flush().map_err(failed)
    }

    /// Completes the file and returns the writer below and the number of frames.
    ///
    /// # Errors
    /// [`ErrorKind::Audio`] when the samples end inside a frame or are not as many as declared;
    /// [`ErrorKind::Io`].
    pub fn finish(mut self) -> Result<(W, u64)> {
        let frames = self.frames();
        if !self.data_bytes.is_multiple_of(self.frame_bytes()) {
            return Err(bad(format!("{} channels were begun, but the last frame is cut", self.channels)));
        }
        if let Some(declared) = self.declared_frames.filter(|&declared| declared != frames) {
            return Err(bad(format!("{declared} frames were declared, but {frames} were written")));
        }
        if !self.data_bytes.is_multiple_of(2) {
            self.writer.write_all(&[0]).map_err(failed)?;
        }
        self.flush()?;
        Ok((self.writer, frames))
    }

    fn frame_bytes(&self) -> u64 {
        u64::from(self.channels) * self.format.bytes() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::super::WavReader;
    use super::*;
    use std::io::Cursor;

    fn rate() -> SampleRate {
        SampleRate::new(16_000).unwrap()
    }

    fn write(format: OutputFormat, channels: u16, samples: &[f64], known: bool) -> Vec<u8> {
        let frames = samples.len() as u64 / u64::from(channels);
        let declared = known.then_some(frames);
        let mut writer = WavWriter::new(Cursor::new(Vec::new()), rate(), channels, format, declared).unwrap();
        writer.write_f64(samples).unwrap();
        let (cursor, written) = writer.finish().unwrap();
        assert_eq!(written, frames);
        cursor.into_inner()
    }

    #[test]
    fn golden_bytes() {
        let int16 =
            b"RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x80\x3e\0\0\0\x7d\0\0\x02\0\x10\0data\x04\0\0\0\
            \x00\x80\x00\x40";
        let int24 =
            b"RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x80\x3e\0\0\x80\xbb\0\0\x03\0\x18\0data\x03\0\0\0\
            \x00\x00\xc0\x00";
        let float = b"RIFF\x36\0\0\0WAVEfmt \x12\0\0\0\x03\0\x01\0\x80\x3e\0\0\x00\xfa\0\0\x04\0\x20\0\0\0\
            fact\x04\0\0\0\x01\0\0\0data\x04\0\0\0\x00\x00\x00\xbf";
        for known in [true, false] {
            assert_eq!(write(OutputFormat::Int16, 1, &[-1.0, 0.5], known), int16);
            assert_eq!(write(OutputFormat::Int24, 1, &[-0.5], known), int24);
            assert_eq!(write(OutputFormat::Float32, 1, &[-0.5], known), float);
        }
    }

    /// The oracles are hound and our reader; the values are exact in every format.
    #[test]
    fn what_is_written_is_read_back_exactly() {
        let samples: Vec<f64> =
            (0..240i32).map(|i| f64::from(i.wrapping_mul(40_503) as i16) / 32_768.0).collect();
        for format in [OutputFormat::Int16, OutputFormat::Int24, OutputFormat::Float32] {
            for channels in [1u16, 2, 3, 8] {
                let file = write(format, channels, &samples, true);
                let mut reader = WavReader::new(Cursor::new(file.clone())).unwrap();
                let mut back = vec![0.0f32; samples.len()];
                reader.read_interleaved(&mut back).unwrap();
                let back: Vec<f64> = back.into_iter().map(f64::from).collect();
                assert_eq!(back, samples, "{format:?}, {channels} channels");
                assert_eq!(reader.info().faults, []);
                let mut hound = hound::WavReader::new(Cursor::new(file)).unwrap();
                assert_eq!(hound.spec().bits_per_sample, format.bits());
                let hound: Vec<f64> = if format == OutputFormat::Float32 {
                    hound.samples::<f32>().map(|sample| f64::from(sample.unwrap())).collect()
                } else {
                    let scale = f64::from(1u32 << (format.bits() - 1));
                    hound.samples::<i32>().map(|sample| f64::from(sample.unwrap()) / scale).collect()
                };
                assert_eq!(hound, samples, "hound, {format:?}, {channels} channels");
            }
        }
    }

    #[test]
    fn a_flushed_file_is_whole_at_every_flush() {
        let mut writer =
            WavWriter::new(Cursor::new(Vec::new()), rate(), 1, OutputFormat::Int16, None).unwrap();
        for round in 1..=3u64 {
            writer.write_f64(&[1.0 / 32_768.0, -1.0 / 32_768.0]).unwrap();
            writer.flush().unwrap();
            let mut reader = WavReader::new(Cursor::new(writer.writer.get_ref().clone())).unwrap();
            assert_eq!((reader.info().frames, reader.info().faults.len()), (round * 2, 0));
            let mut back = [0.0; 8];
            assert_eq!(reader.read(0, &mut back).unwrap() as u64, round * 2);
        }
    }

    #[test]
    fn a_wrong_length_and_a_file_too_long_are_refused() {
        let mut writer =
            WavWriter::new(Cursor::new(Vec::new()), rate(), 2, OutputFormat::Int16, Some(2)).unwrap();
        writer.write_f64(&[0.25, 0.5]).unwrap();
        let message = writer.finish().unwrap_err().message().to_owned();
        assert_eq!(message, "2 frames were declared, but 1 were written");
        let error = header(rate(), 2, OutputFormat::Int16, 1 << 31).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert_eq!(header(rate(), 0, OutputFormat::Int16, 1).unwrap_err().kind(), ErrorKind::Usage);
    }
}
