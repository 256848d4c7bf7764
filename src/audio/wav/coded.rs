//! What is coded inside WAV: ADPCM of recorders and telephone exchanges, and MPEG audio.

use super::WavFault;
use super::format::tag_of;
use super::riff::{self, bad};
use crate::error::Result;
use crate::units::SampleRate;
use std::fmt;
use std::io::{Read, Seek};

/// A coding that is decoded elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::audio) enum Coding {
    /// Microsoft ADPCM.
    Microsoft,
    /// IMA (DVI) ADPCM.
    Ima,
    /// MPEG audio, layers I to III.
    Mpeg,
}

impl fmt::Display for Coding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Microsoft => "Microsoft ADPCM",
            Self::Ima => "IMA ADPCM",
            Self::Mpeg => "MP3",
        })
    }
}

/// A WAV file whose samples are coded.
#[derive(Debug)]
pub(in crate::audio) struct Coded {
    pub coding: Coding,
    pub rate: SampleRate,
    pub channels: u16,
    /// Bytes of a block.
    pub block_bytes: u16,
    /// Frames of a block.
    pub block_frames: u64,
    pub data_at: u64,
    pub data_bytes: u64,
    /// Frames by the `fact` chunk.
    pub fact: Option<u64>,
    pub faults: Vec<WavFault>,
}

/// Reads the header of a WAV file that is coded; `None` for any other, and for what is no WAV file.
///
/// # Errors
/// [`crate::ErrorKind::Audio`] when the header contradicts itself; [`crate::ErrorKind::Io`].
pub(in crate::audio) fn read<R: Read + Seek>(reader: &mut R) -> Result<Option<Coded>> {
    let Ok(riff) = riff::walk(reader) else { return Ok(None) };
    let coding = match tag_of(&riff.fmt) {
        Some(2) => Coding::Microsoft,
        Some(0x11) => Coding::Ima,
        Some(0x50 | 0x55) => Coding::Mpeg,
        _ => return Ok(None),
    };
    let word =
        |at: usize| riff.fmt.get(at..at + 2).map_or(0, |bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
    let (channels, block_bytes) = (word(2), word(12));
    let rate = SampleRate::new(u32::from(word(4)) | u32::from(word(6)) << 16)
        .map_err(|error| bad(error.message()))?;
    let mut faults = riff.faults;
    let mut block_frames = 1;
    if coding != Coding::Mpeg {
        if !(1..=2).contains(&channels) {
            return Err(bad(format!("the WAV file has {channels} channels of ADPCM; 1 and 2 are decoded")));
        }
        // The head of a block and its nibbles (Microsoft, "New Multimedia Data Types and Data Techniques").
        let (block, head) =
            (u64::from(block_bytes), u64::from(channels) * if coding == Coding::Ima { 4 } else { 7 });
        if block <= head {
            return Err(bad(format!(
                "the WAV header says blocks of {block} bytes of ADPCM, which cannot be"
            )));
        }
        block_frames = (block - head) * 2 / u64::from(channels) + if coding == Coding::Ima { 1 } else { 2 };
        let cut = riff.present % block;
        if cut != 0 {
            faults.push(WavFault::CutFrame { bytes: cut });
        }
    }
    Ok(Some(Coded {
        coding,
        rate,
        channels,
        block_bytes,
        block_frames,
        data_at: riff.data_at,
        data_bytes: riff.present,
        fact: riff.fact,
        faults,
    }))
}
