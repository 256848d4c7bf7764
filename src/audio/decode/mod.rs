//! Any audio file that people bring: WAV by our own reader, all else that is decoded by symphonia and ropus.
//!
//! A file is told by its bytes, never by its name (`tell.rs`). Compressed files are read strictly: a damaged or missing
//! part is an error and not a gap, since a gap would train somebody's model. What a container says of the encoder's delay and
//! padding is taken away, so that a clip is as long as what went in. Lossy kinds are decoded to `f32` and keep what their
//! encoders overshot; lossless ones keep every bit.

mod matroska;
mod mp4;
mod opus;
mod packets;
mod source;
mod tell;
mod whole;

pub use super::kinds::FileKind;
use super::quantise::OutputFormat;
use super::wav::{Encoding, WavFault, WavReader, coded};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::units::SampleRate;
use packets::{Layout, Packets};
use source::Source;
use std::fmt;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
pub(crate) use whole::read_channel;
pub(in crate::audio) use whole::read_short;

/// Frames of a WAV file handed out at a time.
const WAV_BLOCK_FRAMES: usize = 4096;

/// An audio file being decoded, block by block; memory does not depend on its length.
pub struct Decoded {
    path: Option<PathBuf>,
    kind: FileKind,
    layout: Layout,
    frames: Option<u64>,
    done_frames: u64,
    not_finite: u64,
    faults: Vec<String>,
    engine: Engine,
}

enum Engine {
    Wav(Box<WavReader<Source>>),
    Packets(Box<Packets>),
}

fn bad(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Audio, message)
}

fn failed(error: io::Error) -> Error {
    Error::new(ErrorKind::Io, format!("cannot read: {error}")).with_source(error)
}

/// Opens an audio file of any kind that is decoded, found in a folder.
///
/// # Errors
/// [`ErrorKind::Audio`] when it is none, or is damaged, with the path and the cause; one of a kind that is not decoded is
/// named, with the command that converts it. [`ErrorKind::Io`].
pub fn open(path: &Path) -> Result<Decoded> {
    from_named(fsio::open_seeking(path, fsio::MOST_STREAMED)?, path)
}

/// Opens an audio file that the user named; links are followed.
///
/// # Errors
/// As [`open()`].
pub fn open_named(path: &Path) -> Result<Decoded> {
    from_named(fsio::open_named_seeking(path, fsio::MOST_STREAMED)?, path)
}

/// Decodes from anything that can be read and searched, from its start; `path` is what it is called, whose ending tells what it
/// should be.
///
/// # Errors
/// As [`open()`].
pub fn from_named(input: impl Read + Seek + Send + Sync + 'static, path: &Path) -> Result<Decoded> {
    let named = FileKind::of_name(path);
    let mut decoded = begin(input, named).map_err(|error| error.with_path(path))?;
    decoded.path = Some(path.to_path_buf());
    if let Some(named) = named.filter(|&named| named != decoded.kind) {
        decoded.faults.push(format!("by its name this is {named}, in fact it is {}", decoded.kind));
    }
    Ok(decoded)
}

/// Decodes from anything that can be read and searched, from its start.
///
/// # Errors
/// As [`open()`], without a path.
pub fn from_input(input: impl Read + Seek + Send + Sync + 'static) -> Result<Decoded> {
    begin(input, None)
}

fn begin(input: impl Read + Seek + Send + Sync + 'static, named: Option<FileKind>) -> Result<Decoded> {
    let mut source = Source::new(Box::new(input))?;
    let told = tell::tell(&mut source, named)?;
    let bytes = source.length();
    let mut source = source.part(told.start, bytes)?;
    let mut faults = Vec::new();
    if told.junk > 0 {
        faults.push(format!("{} bytes stand before the first frame of {}", told.junk, told.kind));
    }
    if told.kind == FileKind::Wav && coded::read(&mut source)?.is_none() {
        return from_wav(source);
    }
    let (packets, layout, frames) = Packets::open(source, told.kind, &mut faults)?;
    Ok(Decoded {
        path: None,
        kind: told.kind,
        layout,
        frames,
        done_frames: 0,
        not_finite: 0,
        faults,
        engine: Engine::Packets(Box::new(packets)),
    })
}

fn from_wav(source: Source) -> Result<Decoded> {
    let reader = WavReader::new(source)?;
    let info = reader.info();
    let format = match (info.encoding, info.bits) {
        (Encoding::ALaw | Encoding::MuLaw, _) | (Encoding::Int, ..=16) => OutputFormat::Int16,
        (Encoding::Int, ..=24) => OutputFormat::Int24,
        (Encoding::Int, _) => OutputFormat::Int32,
        (Encoding::Float, _) => OutputFormat::Float32,
    };
    let mut faults: Vec<String> = info.faults.iter().map(ToString::to_string).collect();
    if info.encoding == Encoding::Float && info.bits == 64 {
        faults.push("its floats of 64 bits are kept to the nearest of 32 bits".to_owned());
    }
    Ok(Decoded {
        path: None,
        kind: FileKind::Wav,
        layout: Layout { rate: info.rate, channels: info.channels, format },
        frames: Some(info.frames),
        done_frames: 0,
        not_finite: 0,
        faults,
        engine: Engine::Wav(Box::new(reader)),
    })
}

impl fmt::Debug for Decoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoded")
            .field("kind", &self.kind)
            .field("layout", &self.layout)
            .field("frames", &self.frames)
            .finish_non_exhaustive()
    }
}

impl Decoded {
    /// Returns the kind of file.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// Says whether nothing in it is coded: a WAV file that our own reader reads.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.engine, Engine::Wav(_))
    }

    /// Returns what is wrong with a plain file that lacks samples which should be there.
    pub(crate) fn loss(&self) -> Option<&WavFault> {
        match &self.engine {
            Engine::Wav(reader) => reader.info().faults.iter().find(|fault| fault.loses_samples()),
            Engine::Packets(_) => None,
        }
    }

    /// Returns the sample rate.
    pub fn rate(&self) -> SampleRate {
        self.layout.rate
    }

    /// Returns the number of channels, 1 to 256.
    pub fn channels(&self) -> u16 {
        self.layout.channels
    }

    /// Returns the smallest format that holds the samples as they are handed out, without loss.
    pub fn format(&self) -> OutputFormat {
        self.layout.format
    }

    /// Returns the number of frames that the header says, if it does.
    pub fn frames(&self) -> Option<u64> {
        self.frames
    }

    /// Returns the number of frames handed out so far.
    pub fn done_frames(&self) -> u64 {
        self.done_frames
    }

    /// Returns how many values so far were not finite and became 0.
    pub fn not_finite(&self) -> u64 {
        self.not_finite
    }

    /// Returns what is wrong with the file without keeping it from being read; complete at the end.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Puts the next frames, channels interleaved and full scale 1.0, into `block`, replacing what was there;
    /// returns `false` at the end, with an empty block.
    ///
    /// # Errors
    /// [`ErrorKind::Audio`] when the file is damaged or ends before its header says; [`ErrorKind::Io`].
    pub fn next_block(&mut self, block: &mut Vec<f64>) -> Result<bool> {
        let outcome = self.fill(block);
        if let Err(error) = outcome {
            block.clear();
            return Err(match &self.path {
                Some(path) => error.with_path(path),
                None => error,
            });
        }
        for value in block.iter_mut() {
            if !value.is_finite() {
                *value = 0.0;
                self.not_finite += 1;
            }
        }
        self.done_frames += (block.len() / usize::from(self.layout.channels)) as u64;
        Ok(!block.is_empty())
    }

    fn fill(&mut self, block: &mut Vec<f64>) -> Result<()> {
        match &mut self.engine {
            Engine::Wav(reader) => {
                block.resize(WAV_BLOCK_FRAMES * usize::from(self.layout.channels), 0.0);
                let before = reader.not_finite();
                let frames = reader.read_interleaved_f64(block)?;
                self.not_finite += reader.not_finite() - before;
                block.truncate(frames * usize::from(self.layout.channels));
            }
            Engine::Packets(packets) => {
                packets.next_block(block, self.layout, self.frames, &mut self.faults)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
