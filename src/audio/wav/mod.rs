//! WAV files, read and written.
//!
//! Reading has three layers. Our own walk over the RIFF chunks (`riff`) finds the format and the samples
//! and notes what is wrong with the sizes, because hound stops at the first of those and does not know
//! RF64, streamed files or pad bytes. hound then interprets the format chunk (`format`), and what it
//! refuses but people have (12-bit, 64-bit float, A-law, mu-law) is interpreted here. The samples are read
//! in bulk blocks (`samples`): hound's own iterator is about thirty times slower.
//!
//! Writing (`writer`) takes the 16-bit header from hound and adds 24-bit and float headers in the plain
//! forms that every loader reads (hound writes both as `WAVE_FORMAT_EXTENSIBLE`); samples are written in
//! bulk.
//!
//! ```
//! use booth::audio::{OutputFormat, WavReader, WavWriter};
//! use booth::units::SampleRate;
//! use std::io::Cursor;
//!
//! let rate = SampleRate::new(48_000)?;
//! let mut writer = WavWriter::new(Cursor::new(Vec::new()), rate, 1, OutputFormat::Int24, None)?;
//! writer.write_f64(&[0.0, 0.5, -1.0])?;
//! let (file, frames) = writer.finish()?;
//! assert_eq!(frames, 3);
//!
//! let mut reader = WavReader::new(Cursor::new(file.into_inner()))?;
//! assert_eq!((reader.info().rate, reader.info().bits), (rate, 24));
//! let mut samples = [0.0; 8];
//! let count = reader.read(0, &mut samples)?;
//! assert_eq!(samples[..count], [0.0, 0.5, -1.0]);
//! # Ok::<(), booth::Error>(())
//! ```

pub(in crate::audio) mod coded;
mod format;
mod reader;
mod riff;
mod samples;
#[cfg(test)]
mod testfile;
mod whole;
mod writer;

pub use reader::{WavInfo, WavReader};
pub(in crate::audio) use whole::{MAX_SECONDS, Wav, read_wav};
pub use writer::{MAX_DATA_BYTES, WavWriter, header};

use std::fmt;

/// How samples are coded in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Linear integers: unsigned at 8 bits, signed above.
    Int,
    /// IEEE 754 floating point, 32 or 64 bits.
    Float,
    /// ITU-T G.711 A-law, 8 bits.
    ALaw,
    /// ITU-T G.711 mu-law, 8 bits.
    MuLaw,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Int => "integer",
            Self::Float => "float",
            Self::ALaw => "A-law",
            Self::MuLaw => "mu-law",
        })
    }
}

/// What is wrong with a WAV file that can be read all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WavFault {
    /// The header promises more sample bytes than the file has.
    Truncated {
        /// Bytes of samples that the header promises.
        declared: u64,
        /// Bytes of samples that are there.
        present: u64,
    },
    /// The header was written before the length was known and never completed; the rest of the file counts
    /// as samples.
    StreamedSize,
    /// The size in the RIFF header is not the size of the file.
    WrongRiffSize {
        /// Bytes after the first eight, by the header.
        declared: u64,
        /// Bytes after the first eight, in the file.
        present: u64,
    },
    /// Bytes follow the last chunk that belong to none.
    TrailingBytes {
        /// How many.
        bytes: u64,
    },
    /// The samples end inside a frame; the cut frame is left out.
    CutFrame {
        /// Bytes of the cut frame.
        bytes: u64,
    },
    /// The size of the samples counts the header too, or a frame that never was; nothing is missing.
    HeaderCounted {
        /// Bytes of samples, by the header.
        declared: u64,
        /// Bytes of samples that are there.
        present: u64,
    },
    /// A chunk of odd size has no pad byte after it.
    MissingPad,
    /// More chunks of samples follow the first one; they are joined.
    MoreSamples {
        /// How many.
        chunks: u64,
        /// Their bytes.
        bytes: u64,
    },
    /// The size of a frame in the header contradicts bits and channels, which count.
    WrongFrameSize {
        /// Bytes of a frame, by the header.
        declared: u16,
        /// Bytes of a frame that follow from bits and channels.
        expected: u16,
    },
    /// The bytes per second in the header disagree with rate, channels and sample size.
    WrongByteRate {
        /// Bytes per second, by the header.
        declared: u32,
        /// Bytes per second that follow from the other fields.
        expected: u64,
    },
}

impl WavFault {
    /// Returns a short stable name (`truncated`).
    pub fn id(&self) -> &'static str {
        match self {
            Self::Truncated { .. } => "truncated",
            Self::StreamedSize => "streamed-size",
            Self::WrongRiffSize { .. } => "wrong-riff-size",
            Self::TrailingBytes { .. } => "trailing-bytes",
            Self::CutFrame { .. } => "cut-frame",
            Self::HeaderCounted { .. } => "header-counted",
            Self::MissingPad => "missing-pad",
            Self::MoreSamples { .. } => "more-samples",
            Self::WrongFrameSize { .. } => "wrong-frame-size",
            Self::WrongByteRate { .. } => "wrong-byte-rate",
        }
    }

    /// Says whether samples that should be there are missing.
    pub fn loses_samples(&self) -> bool {
        matches!(self, Self::Truncated { .. } | Self::CutFrame { .. })
    }
}

impl fmt::Display for WavFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated { declared, present } => {
                write!(f, "the file is cut short: {present} of {declared} bytes of samples are there")
            }
            Self::StreamedSize => f.write_str(
                "the header has no length (a stream or an interrupted recording); all bytes to the end count",
            ),
            Self::WrongRiffSize { declared, present } => {
                write!(f, "the RIFF header says {declared} bytes, the file has {present}")
            }
            Self::TrailingBytes { bytes } => {
                write!(f, "{bytes} bytes after the last chunk belong to nothing")
            }
            Self::CutFrame { bytes } => write!(f, "the samples end inside a frame ({bytes} bytes left out)"),
            Self::HeaderCounted { declared, present } => write!(
                f,
                "the header says {declared} bytes of samples, a few too many; all {present} that there are were read"
            ),
            Self::MissingPad => f.write_str("a chunk of odd size has no pad byte after it"),
            Self::MoreSamples { chunks, bytes } => {
                write!(
                    f,
                    "{chunks} more chunks of samples ({bytes} bytes) follow the first one and are joined to it"
                )
            }
            Self::WrongFrameSize { declared, expected } => write!(
                f,
                "the header says frames of {declared} bytes, {expected} follow from its bits and channels and were read"
            ),
            Self::WrongByteRate { declared, expected } => {
                write!(
                    f,
                    "the header says {declared} bytes a second, {expected} follow from its other fields"
                )
            }
        }
    }
}
