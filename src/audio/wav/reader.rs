//! Reading WAV files in bulk blocks.

use super::format::{self, Layout};
use super::riff::{self, bad, failed};
use super::samples::{self, Justify, Placement, Target};
use super::{Encoding, WavFault};
use crate::error::{Error, Result};
use crate::fsio::{self, SeekingFile};
use crate::units::SampleRate;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Bytes read at a time, whatever the header claims.
const BLOCK_BYTES: usize = 60 * 1024;
/// How far into the file to look for a sample that tells how samples lie in their container.
const PLACEMENT_BYTES: u64 = 1 << 20;

/// What a WAV file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WavInfo {
    /// The sample rate.
    pub rate: SampleRate,
    /// Channels, 1 to 256.
    pub channels: u16,
    /// Bits that carry a sample: 1 to 32 (integers), 32 or 64 (float), 8 (A-law, mu-law).
    pub bits: u16,
    /// How samples are coded.
    pub encoding: Encoding,
    /// Frames that can be read.
    pub frames: u64,
    /// Frames that the header promises; `None` when it was written without knowing.
    pub declared_frames: Option<u64>,
    /// What is wrong with the file that does not keep it from being read.
    pub faults: Vec<WavFault>,
}

/// Reads the samples of a WAV file as numbers, full scale 1.0.
///
/// Memory does not depend on the file. Samples of up to 24 bits are exact in `f32`, all integers in
/// `f64`. Values that are not finite become 0 and are counted.
#[derive(Debug)]
pub struct WavReader<R> {
    reader: R,
    path: Option<PathBuf>,
    info: WavInfo,
    layout: Layout,
    justify: Justify,
    data_at: u64,
    frames_left: u64,
    not_finite: u64,
    block: Vec<u8>,
}

impl WavReader<SeekingFile> {
    /// Opens a WAV file that was found in a folder: a plain file, not a link to one.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Audio`] when it is not a WAV file that can be read, with the path and the cause;
    /// [`crate::ErrorKind::Io`] when it is no plain file or the system refuses.
    pub fn open(path: &Path) -> Result<Self> {
        Self::of_file(fsio::open_seeking(path, fsio::MOST_STREAMED)?, path)
    }

    /// Opens a WAV file that the user named; links are followed.
    ///
    /// # Errors
    /// As [`WavReader::open`].
    pub fn open_named(path: &Path) -> Result<Self> {
        Self::of_file(fsio::open_named_seeking(path, fsio::MOST_STREAMED)?, path)
    }

    fn of_file(file: SeekingFile, path: &Path) -> Result<Self> {
        let mut reader = Self::new(file).map_err(|error| error.with_path(path))?;
        reader.path = Some(path.to_path_buf());
        Ok(reader)
    }
}

impl<R: Read + Seek> WavReader<R> {
    /// Reads the header of a WAV file.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Audio`] when it is not a WAV file that can be read; [`crate::ErrorKind::Io`].
    pub fn new(mut reader: R) -> Result<Self> {
        let riff = riff::walk(&mut reader)?;
        let mut faults = riff.faults;
        let mut layout = format::parse(&riff.fmt, &mut faults)?;
        let frame_bytes = layout.frame_bytes() as u64;
        let cut = riff.present % frame_bytes;
        if cut != 0 {
            faults.push(WavFault::CutFrame { bytes: cut });
        }
        let frames = riff.present / frame_bytes;
        let justify = find_placement(&mut reader, &mut layout, riff.data_at, frames * frame_bytes)?;
        reader.seek(SeekFrom::Start(riff.data_at)).map_err(failed)?;
        let info = WavInfo {
            rate: layout.rate,
            channels: layout.channels,
            bits: layout.bits,
            encoding: layout.encoding,
            frames,
            declared_frames: riff.declared.map(|bytes| bytes / frame_bytes),
            faults,
        };
        Ok(Self {
            reader,
            path: None,
            info,
            layout,
            justify,
            data_at: riff.data_at,
            frames_left: frames,
            not_finite: 0,
            block: Vec::new(),
        })
    }

    /// Returns what the file holds.
    pub fn info(&self) -> &WavInfo {
        &self.info
    }

    /// Returns how many values read so far were not finite and became 0.
    pub fn not_finite(&self) -> u64 {
        self.not_finite
    }

    /// Reads the next samples of one channel (from 0) into `out` and returns how many; 0 at the end.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Usage`] when there is no such channel; [`crate::ErrorKind::Audio`] when the file
    /// became shorter meanwhile; [`crate::ErrorKind::Io`].
    pub fn read(&mut self, channel: u16, out: &mut [f32]) -> Result<usize> {
        self.read_channel(channel, out)
    }

    /// Does as [`WavReader::read`] in `f64`.
    ///
    /// # Errors
    /// As [`WavReader::read`].
    pub fn read_f64(&mut self, channel: u16, out: &mut [f64]) -> Result<usize> {
        self.read_channel(channel, out)
    }

    /// Reads the next frames, channels interleaved, into `out` (whole frames only) and returns how many
    /// frames; 0 at the end.
    ///
    /// # Errors
    /// As [`WavReader::read`].
    pub fn read_interleaved(&mut self, out: &mut [f32]) -> Result<usize> {
        let stride = usize::from(self.layout.container_bytes);
        self.read_blocks(stride, 0, usize::from(self.info.channels), out)
    }

    /// Goes back to the first frame; counts start anew.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn rewind(&mut self) -> Result<()> {
        self.seek(0)
    }

    /// Goes to a frame (from 0), or to the end when there are fewer; counts start anew.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn seek(&mut self, frame: u64) -> Result<()> {
        let frame = frame.min(self.info.frames);
        let position = self.data_at + frame * self.layout.frame_bytes() as u64;
        self.reader.seek(SeekFrom::Start(position)).map_err(|error| self.placed(failed(error)))?;
        self.frames_left = self.info.frames - frame;
        self.not_finite = 0;
        Ok(())
    }

    fn placed(&self, error: Error) -> Error {
        match &self.path {
            Some(path) => error.with_path(path),
            None => error,
        }
    }

    fn read_channel<T: Target>(&mut self, channel: u16, out: &mut [T]) -> Result<usize> {
        if channel >= self.info.channels {
            return Err(self.placed(Error::new(
                crate::ErrorKind::Usage,
                format!("there is no channel {channel}; the file has {} from 0", self.info.channels),
            )));
        }
        let stride = self.layout.frame_bytes();
        let offset = usize::from(channel) * usize::from(self.layout.container_bytes);
        self.read_blocks(stride, offset, 1, out)
    }

    /// Reads whole frames, `values` numbers of each, until `out` is full or the file ends.
    fn read_blocks<T: Target>(
        &mut self,
        stride: usize,
        offset: usize,
        values: usize,
        out: &mut [T],
    ) -> Result<usize> {
        let frame_bytes = self.layout.frame_bytes();
        let block_frames = (BLOCK_BYTES / frame_bytes).max(1);
        let mut done = 0;
        for piece in out.chunks_mut(block_frames * values) {
            let frames = ((piece.len() / values) as u64).min(self.frames_left) as usize;
            if frames == 0 {
                break;
            }
            let bytes = frames * frame_bytes;
            if self.block.len() < bytes {
                self.block.resize(bytes, 0);
            }
            self.reader.read_exact(&mut self.block[..bytes]).map_err(|error| {
                self.placed(if error.kind() == io::ErrorKind::UnexpectedEof {
                    bad("the file became shorter while it was read")
                } else {
                    failed(error)
                })
            })?;
            let piece = &mut piece[..frames * values];
            let block = &self.block[..bytes];
            self.not_finite += samples::convert(&self.layout, self.justify, block, stride, offset, piece);
            self.frames_left -= frames as u64;
            done += frames;
        }
        Ok(done)
    }
}

/// Finds out how samples lie in a container that is wider than they are, and corrects the bits when they
/// fill all of it.
fn find_placement<R: Read + Seek>(
    reader: &mut R,
    layout: &mut Layout,
    data_at: u64,
    data_bytes: u64,
) -> Result<Justify> {
    if layout.encoding != Encoding::Int || layout.container_bytes == 1 {
        if layout.encoding == Encoding::Int {
            layout.bits = 8;
        }
        return Ok(Justify::High);
    }
    if layout.bits == layout.container_bytes * 8 {
        return Ok(Justify::High);
    }
    reader.seek(SeekFrom::Start(data_at)).map_err(failed)?;
    let container = usize::from(layout.container_bytes);
    let mut block = vec![0u8; BLOCK_BYTES / container * container];
    let mut left = data_bytes.min(PLACEMENT_BYTES);
    while left >= container as u64 {
        let wanted = (block.len() as u64).min(left) as usize / container * container;
        reader.read_exact(&mut block[..wanted]).map_err(failed)?;
        match samples::placement(layout, &block[..wanted]) {
            Placement::Unknown => left -= wanted as u64,
            Placement::At(justify) => return Ok(justify),
            Placement::Whole => {
                layout.bits = layout.container_bytes * 8;
                return Ok(Justify::High);
            }
        }
    }
    // Nothing but zeros so far: ALSA and hound put plain 24-in-4 low, Microsoft's rule puts all else high.
    let alsa = layout.bits == 24 && !layout.is_extensible;
    Ok(if alsa { Justify::Low } else { Justify::High })
}

#[cfg(test)]
mod tests {
    use super::super::testfile::TestWav;
    use super::*;
    use proptest::prelude::*;
    use std::io::Cursor;

    fn open(bytes: &[u8]) -> Result<WavReader<Cursor<Vec<u8>>>> {
        WavReader::new(Cursor::new(bytes.to_vec()))
    }

    fn all(bytes: &[u8]) -> (WavInfo, Vec<f64>) {
        let mut reader = open(bytes).unwrap();
        let channels = reader.info().channels;
        let mut out = Vec::new();
        for channel in 0..channels {
            let mut one = vec![0.0; 4096];
            reader.rewind().unwrap();
            let frames = reader.read_f64(channel, &mut one).unwrap();
            out.resize(frames * usize::from(channels), 0.0);
            for (frame, &value) in one[..frames].iter().enumerate() {
                out[frame * usize::from(channels) + usize::from(channel)] = value;
            }
        }
        (reader.info().clone(), out)
    }

    /// Bytes and the values they stand for are from the formats' definitions.
    #[test]
    #[expect(clippy::too_many_lines, reason = "it is a table")]
    fn every_sample_format_gives_its_values() {
        let cases: Vec<(&str, TestWav, u16, Encoding, Vec<f64>)> = vec![
            ("8-bit", TestWav::new(1, 8, &[0, 128, 255]), 8, Encoding::Int, vec![-1.0, 0.0, 127.0 / 128.0]),
            (
                "16-bit",
                TestWav::int16(&[-32768, 1, 32767]),
                16,
                Encoding::Int,
                vec![-1.0, 1.0 / 32768.0, 32767.0 / 32768.0],
            ),
            (
                "24-bit",
                TestWav::new(1, 24, &[0, 0, 0x80, 1, 0, 0, 0xff, 0xff, 0xff]),
                24,
                Encoding::Int,
                vec![-1.0, 1.0 / 8_388_608.0, -1.0 / 8_388_608.0],
            ),
            (
                "32-bit",
                TestWav::new(1, 32, &[0, 0, 0, 0x80, 1, 0, 0, 0]),
                32,
                Encoding::Int,
                vec![-1.0, 1.0 / 2_147_483_648.0],
            ),
            (
                "12-in-16, high",
                TestWav::new(1, 12, &[0x00, 0x80, 0x10, 0x00]),
                12,
                Encoding::Int,
                vec![-1.0, 1.0 / 2048.0],
            ),
            (
                "12-in-16, low",
                TestWav::new(1, 12, &[0x00, 0xf8, 0x01, 0x00]),
                12,
                Encoding::Int,
                vec![-1.0, 1.0 / 2048.0],
            ),
            (
                "20-in-24, extensible",
                TestWav::new(1, 24, &[0x10, 0, 0]).extensible(1, 20),
                20,
                Encoding::Int,
                vec![1.0 / 524_288.0],
            ),
            (
                "24-in-32, high",
                TestWav::new(1, 32, &[0, 1, 0, 0, 0, 0, 0, 0x80]).extensible(1, 24),
                24,
                Encoding::Int,
                vec![1.0 / 8_388_608.0, -1.0],
            ),
            (
                "24-in-32, low",
                TestWav::new(1, 32, &[1, 0, 0, 0, 0, 0, 0x80, 0xff]).extensible(1, 24),
                24,
                Encoding::Int,
                vec![1.0 / 8_388_608.0, -1.0],
            ),
            (
                "24 said, 32 used",
                TestWav::new(1, 32, &[1, 0, 0, 0x80]).extensible(1, 24),
                32,
                Encoding::Int,
                vec![1.0 / 2_147_483_648.0 - 1.0],
            ),
            ("float", TestWav::new(3, 32, &(-2.5f32).to_le_bytes()), 32, Encoding::Float, vec![-2.5]),
            ("float 64", TestWav::new(3, 64, &1e-20f64.to_le_bytes()), 64, Encoding::Float, vec![1e-20]),
            // ITU-T G.711 tables 1a and 2a: the greatest and the smallest magnitude of both signs.
            (
                "A-law",
                TestWav::new(6, 8, &[0xaa, 0x2a, 0xd5, 0x55]),
                8,
                Encoding::ALaw,
                vec![32256.0 / 32768.0, -32256.0 / 32768.0, 8.0 / 32768.0, -8.0 / 32768.0],
            ),
            (
                "mu-law",
                TestWav::new(7, 8, &[0x80, 0x00, 0xff, 0xfe]),
                8,
                Encoding::MuLaw,
                vec![32124.0 / 32768.0, -32124.0 / 32768.0, 0.0, 8.0 / 32768.0],
            ),
            (
                "A-law, extensible",
                TestWav::new(6, 8, &[0xd5]).extensible(6, 8),
                8,
                Encoding::ALaw,
                vec![8.0 / 32768.0],
            ),
        ];
        for (name, file, bits, encoding, expected) in cases {
            let (info, samples) = all(&file.bytes());
            assert_eq!((info.bits, info.encoding), (bits, encoding), "{name}");
            assert_eq!(samples, expected, "{name}");
            assert_eq!(info.faults, [], "{name}");
            assert_eq!(info.frames, expected.len() as u64, "{name}");
        }
    }

    #[test]
    fn channels_are_told_apart() {
        for channels in 1..=8u16 {
            let samples: Vec<i16> = (0..40 * channels as i16).collect();
            let bytes = TestWav::int16(&samples).channels(channels).bytes();
            for channel in 0..channels {
                let mut reader = open(&bytes).unwrap();
                let mut out = [0f32; 64];
                assert_eq!(reader.read(channel, &mut out).unwrap(), 40);
                for (frame, &value) in out[..40].iter().enumerate() {
                    let expected = frame as i16 * channels as i16 + channel as i16;
                    assert_eq!(value * 32768.0, f32::from(expected));
                }
                assert_eq!(reader.read(channel, &mut out).unwrap(), 0);
            }
            assert_eq!(
                open(&bytes).unwrap().read(channels, &mut [0f32; 1]).unwrap_err().kind(),
                crate::ErrorKind::Usage
            );
        }
    }

    #[test]
    fn values_that_are_not_finite_become_zero_and_are_counted() {
        let values = [f32::NAN, f32::INFINITY, -f32::INFINITY, 0.5];
        let data: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        let mut reader = open(&TestWav::new(3, 32, &data).bytes()).unwrap();
        let mut out = [9f32; 4];
        assert_eq!(reader.read(0, &mut out).unwrap(), 4);
        assert_eq!((out, reader.not_finite()), ([0.0, 0.0, 0.0, 0.5], 3));
        reader.rewind().unwrap();
        assert_eq!(reader.not_finite(), 0);
    }

    #[test]
    fn odd_chunks_before_the_samples_are_skipped_padded_or_not() {
        let padded = TestWav::int16(&[7]).before(b"LIST\x03\0\0\0abc\0junk\0\0\0\0").bytes();
        let unpadded = TestWav::int16(&[7]).before(b"LIST\x03\0\0\0abc").bytes();
        for bytes in [padded, unpadded] {
            let (info, samples) = all(&bytes);
            assert_eq!((info.faults, samples), (vec![], vec![7.0 / 32768.0]));
        }
    }

    #[test]
    fn wrong_sizes_are_faults_and_what_is_there_is_read() {
        let good = TestWav::int16(&[1, 2, 3, 4]).bytes();
        let patched = |position: usize, size: u32| {
            let mut bytes = good.clone();
            bytes[position..position + 4].copy_from_slice(&size.to_le_bytes());
            bytes
        };
        let mut long = good.clone();
        long.extend([0xff; 5]);
        let mut with_list = patched(40, 0);
        with_list.truncate(44);
        with_list.extend(b"LIST\x04\0\0\0INFO");
        with_list[4] = 48;
        let cases: [(&str, Vec<u8>, u64, &[WavFault]); 9] = [
            ("good", good.clone(), 4, &[]),
            (
                "cut in a frame",
                good[..49].to_vec(),
                2,
                &[WavFault::Truncated { declared: 8, present: 5 }, WavFault::CutFrame { bytes: 1 }],
            ),
            ("no samples left", good[..44].to_vec(), 0, &[WavFault::Truncated { declared: 8, present: 0 }]),
            ("size 0", patched(40, 0), 4, &[WavFault::StreamedSize]),
            ("size unknown", patched(40, u32::MAX), 4, &[WavFault::StreamedSize]),
            ("wrong RIFF size", patched(4, 9), 4, &[WavFault::WrongRiffSize { declared: 9, present: 44 }]),
            ("trailing", long, 4, &[WavFault::TrailingBytes { bytes: 5 }]),
            (
                "wrong byte rate",
                patched(28, 7),
                4,
                &[WavFault::WrongByteRate { declared: 7, expected: 32_000 }],
            ),
            ("empty, then a chunk", with_list, 0, &[]),
        ];
        for (name, bytes, frames, faults) in cases {
            let (info, samples) = all(&bytes);
            assert_eq!((info.frames, info.faults.as_slice()), (frames, faults), "{name}");
            assert_eq!(samples.len() as u64, frames, "{name}");
        }
    }

    #[test]
    fn rf64_sizes_are_found() {
        let mut bytes = TestWav::int16(&[5, 6]).before(b"").bytes();
        bytes[..4].copy_from_slice(b"RF64");
        bytes[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        bytes[40..44].copy_from_slice(&u32::MAX.to_le_bytes());
        let mut ds64 = b"ds64\x1c\0\0\0".to_vec();
        ds64.extend(76u64.to_le_bytes());
        ds64.extend(4u64.to_le_bytes());
        ds64.extend([0; 12]);
        bytes.splice(12..12, ds64);
        let (info, samples) = all(&bytes);
        assert_eq!((info.frames, info.declared_frames, info.faults), (2, Some(2), vec![]));
        assert_eq!(samples, [5.0 / 32768.0, 6.0 / 32768.0]);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let with = |change: &dyn Fn(&mut TestWav)| {
            let mut file = TestWav::int16(&[1]);
            change(&mut file);
            file.bytes()
        };
        let cases: Vec<(Vec<u8>, &str)> = vec![
            (vec![], "empty"),
            (b"fLaC\0\0".to_vec(), "FLAC"),
            (b"hello, world".to_vec(), "not WAV"),
            (b"RIFF\0\0\0\0AVI LIST".to_vec(), "`AVI `"),
            (TestWav::int16(&[1]).bytes()[..30].to_vec(), "inside its format"),
            (TestWav::int16(&[1]).bytes()[..40].to_vec(), "before its samples"),
            (b"RIFF\x04\0\0\0WAVEdata\0\0\0\0".to_vec(), "samples before its format"),
            (with(&|file| file.channels = 0), "0 channels"),
            (with(&|file| file.channels = 5000), "5000 channels"),
            (with(&|file| file.rate_hz = 0), "0 Hz"),
            (with(&|file| file.rate_hz = u32::MAX), "4294967295 Hz"),
            (with(&|file| file.container_bytes = 0), "frames of 0 bytes"),
            (with(&|file| file.bits = 17), "17-bit"),
            (with(&|file| file.tag = 2), "ADPCM"),
            (with(&|file| file.tag = 0xfffe), "cut short"),
        ];
        for (bytes, word) in cases {
            let error = open(&bytes).unwrap_err();
            assert_eq!(error.kind(), crate::ErrorKind::Audio, "{error}");
            assert!(error.message().contains(word), "{word}: {error}");
        }
    }

    /// Found by fuzzing: every number of bits in every container, down to one bit in four bytes.
    #[test]
    fn any_number_of_bits_in_any_container_is_read() {
        for container_bytes in 1..=4u16 {
            for bits in 1..=container_bytes * 8 {
                for data in
                    [[0u8; 12], [0xff; 12], [0x41; 12], [1, 0, 0, 0x80, 0, 0, 0, 0, 0xfa, 0xff, 0, 0x52]]
                {
                    let mut file = TestWav::new(1, bits, &data);
                    file.container_bytes = container_bytes;
                    let (info, samples) = all(&file.bytes());
                    assert_eq!(samples.len(), 12 / usize::from(container_bytes));
                    assert!(info.bits >= bits && samples.iter().all(|value| (-1.0..1.0).contains(value)));
                }
            }
        }
    }

    /// The oracle is hound's own reader, on every format that it has.
    #[test]
    fn hound_reads_the_same_values() {
        let data: Vec<u8> =
            (0..90u32).flat_map(|i| (i.wrapping_mul(2_654_435_761) >> 8).to_le_bytes()).collect();
        for (bits, divisor) in [(8u16, 128.0), (16, 32_768.0), (24, 8_388_608.0), (32, 2_147_483_648.0)] {
            for channels in [1u16, 2, 3] {
                let file = TestWav::new(1, bits, &data).channels(channels).bytes();
                let mut hound = hound::WavReader::new(Cursor::new(file.clone())).unwrap();
                let expected: Vec<f64> =
                    hound.samples::<i32>().map(|sample| f64::from(sample.unwrap()) / divisor).collect();
                assert_eq!(all(&file).1, expected, "{bits} bits, {channels} channels");
            }
        }
    }

    proptest! {
        /// No panic, no endless loop, and never more samples than bytes.
        #[test]
        fn broken_files_are_errors_or_faults(
            samples in prop::collection::vec(any::<i16>(), 0..64),
            channels in 0u16..10,
            changes in prop::collection::vec((0usize..120, any::<u8>()), 0..6),
            cut in 0usize..200,
        ) {
            let mut bytes = TestWav::int16(&samples).channels(channels).before(b"LIST\x02\0\0\0ab").bytes();
            for (position, value) in changes {
                if let Some(byte) = bytes.get_mut(position) {
                    *byte = value;
                }
            }
            bytes.truncate(bytes.len().saturating_sub(cut / 4).max(cut % 64));
            if let Ok(mut reader) = open(&bytes) {
                let mut out = vec![0f32; 50];
                let mut total = 0u64;
                loop {
                    let count = reader.read(0, &mut out).unwrap();
                    if count == 0 {
                        break;
                    }
                    total += count as u64;
                }
                prop_assert_eq!(total, reader.info().frames);
                prop_assert!(total <= bytes.len() as u64);
            }
        }
    }
}
