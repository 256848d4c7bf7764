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
    /// Where samples lie: one part, as a rule.
    parts: Vec<(u64, u64)>,
    /// The byte of all samples that is read next.
    position: u64,
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
        let mut parts = vec![(riff.data_at, riff.present)];
        parts.extend(riff.more);
        let present: u64 = parts.iter().map(|(_, bytes)| bytes).sum();
        let cut = present % frame_bytes;
        if cut != 0 {
            faults.push(WavFault::CutFrame { bytes: cut });
        }
        let frames = present / frame_bytes;
        let first = riff.present / frame_bytes * frame_bytes;
        let justify = find_placement(&mut reader, &mut layout, riff.data_at, first)?;
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
            parts,
            position: 0,
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

    /// Does as [`WavReader::read_interleaved`] in `f64`, in which all integers are exact.
    ///
    /// # Errors
    /// As [`WavReader::read`].
    pub fn read_interleaved_f64(&mut self, out: &mut [f64]) -> Result<usize> {
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
        self.position = frame * self.layout.frame_bytes() as u64;
        let (place, _) = self.place();
        self.reader.seek(SeekFrom::Start(place)).map_err(|error| self.placed(failed(error)))?;
        self.frames_left = self.info.frames - frame;
        self.not_finite = 0;
        Ok(())
    }

    /// Returns where the next byte of the samples lies, and how many follow it there.
    fn place(&self) -> (u64, u64) {
        let mut before = 0;
        for &(at, bytes) in &self.parts {
            if self.position < before + bytes {
                let inside = self.position - before;
                return (at + inside, bytes - inside);
            }
            before += bytes;
        }
        self.parts.last().map_or((0, 0), |&(at, bytes)| (at + bytes, 0))
    }

    /// Reads the next `count` bytes of the samples into the block.
    fn fill_block(&mut self, count: usize) -> io::Result<()> {
        let mut filled = 0;
        while filled < count {
            let (place, left) = self.place();
            if left == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let wanted = (count - filled).min(usize::try_from(left).unwrap_or(usize::MAX));
            if filled > 0 {
                self.reader.seek(SeekFrom::Start(place))?;
            }
            self.reader.read_exact(&mut self.block[filled..filled + wanted])?;
            filled += wanted;
            self.position += wanted as u64;
            if wanted as u64 == left && self.parts.len() > 1 {
                let (next, _) = self.place();
                self.reader.seek(SeekFrom::Start(next))?;
            }
        }
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
            self.fill_block(bytes).map_err(|error| {
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
mod tests;
