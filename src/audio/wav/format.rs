//! The `fmt ` chunk: hound reads it where it can, the rest is read here.
//!
//! Sources: Microsoft `WAVEFORMATEX` and `WAVEFORMATEXTENSIBLE`; RFC 2361 for the format tags.

use super::riff::bad;
use super::{Encoding, WavFault};
use crate::error::Result;
use crate::units::SampleRate;
use std::io::Cursor;

const PCM: u16 = 1;
const IEEE_FLOAT: u16 = 3;
const A_LAW: u16 = 6;
const MU_LAW: u16 = 7;
const EXTENSIBLE: u16 = 0xfffe;
/// The last 14 bytes of every sub-format GUID that stands for a format tag.
const SUBFORMAT_TAIL: [u8; 14] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];

/// More channels than any recorder of speech has.
const MAX_CHANNELS: u16 = 256;

/// How samples lie in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub rate: SampleRate,
    pub channels: u16,
    pub encoding: Encoding,
    /// Bits that carry the sample.
    pub bits: u16,
    /// Bytes that a sample takes.
    pub container_bytes: u16,
    /// Whether the format came as `WAVE_FORMAT_EXTENSIBLE`.
    pub is_extensible: bool,
}

impl Layout {
    /// Bytes that a frame takes.
    pub fn frame_bytes(&self) -> usize {
        usize::from(self.channels) * usize::from(self.container_bytes)
    }
}

/// Reads the content of a `fmt ` chunk.
///
/// # Errors
/// [`crate::ErrorKind::Audio`], naming the field.
pub(super) fn parse(fmt: &[u8], faults: &mut Vec<WavFault>) -> Result<Layout> {
    if fmt.len() < 14 {
        return Err(bad(format!("the WAV format chunk has {} bytes; at least 14 are needed", fmt.len())));
    }
    let word = |at: usize| fmt.get(at..at + 2).map_or(0, |bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
    let long = |at: usize| u32::from(word(at)) | u32::from(word(at + 2)) << 16;
    let (tag, channels, rate_hz, byte_rate, block) = (word(0), word(2), long(4), long(8), word(12));
    if channels == 0 {
        return Err(bad("the WAV header says 0 channels"));
    }
    if channels > MAX_CHANNELS {
        return Err(bad(format!("the WAV header says {channels} channels; at most {MAX_CHANNELS} are read")));
    }
    let rate = SampleRate::new(rate_hz).map_err(|error| bad(error.message()))?;
    known(tag_of(fmt).unwrap_or(tag))?;
    let block = frame_bytes(fmt, channels, block, faults)?;
    let container_bytes = block / channels;
    let expected = u64::from(block) * u64::from(rate_hz);
    if u64::from(byte_rate) != expected {
        faults.push(WavFault::WrongByteRate { declared: byte_rate, expected });
    }
    let (encoding, bits) = match by_hound(fmt) {
        Some(known) => known,
        None => by_hand(fmt, tag, container_bytes)?,
    };
    let fits = match encoding {
        Encoding::Int => (1..=4).contains(&container_bytes) && bits >= 1 && bits <= container_bytes * 8,
        Encoding::Float => (container_bytes == 4 || container_bytes == 8) && bits == container_bytes * 8,
        Encoding::ALaw | Encoding::MuLaw => container_bytes == 1 && bits == 8,
    };
    if !fits {
        return Err(bad(format!(
            "the WAV header says {bits}-bit {encoding} samples in {container_bytes} bytes, which is not supported"
        )));
    }
    Ok(Layout { rate, channels, encoding, bits, container_bytes, is_extensible: tag == EXTENSIBLE })
}

/// Returns the format tag, that of the sub-format if there is one.
pub(super) fn tag_of(fmt: &[u8]) -> Option<u16> {
    let word = |at: usize| fmt.get(at..at + 2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
    match word(0)? {
        EXTENSIBLE if fmt.get(26..40) == Some(&SUBFORMAT_TAIL[..]) => word(24),
        tag => Some(tag),
    }
}

/// Sees that a format is read, before anything is said of its numbers.
fn known(tag: u16) -> Result<()> {
    if matches!(tag, PCM | IEEE_FLOAT | A_LAW | MU_LAW | EXTENSIBLE) {
        return Ok(());
    }
    let name = match tag {
        2 | 0x11 | 0x20 | 0x61 | 0x62 | 0x69 | 0x200 => "ADPCM",
        0x10 => "OKI ADPCM",
        0x22 => "TrueSpeech",
        0x31 => "GSM 6.10",
        0x40 | 0x45 | 0x64 | 0x85 | 0xa103 | 0xa104 => "G.72x",
        0x42 | 0x111 => "G.723.1",
        0x50 => "MPEG audio",
        0x55 => "MP3 inside WAV",
        0x83 | 0x84 | 0x133 => "G.729",
        0x28f => "G.722",
        0xff | 0x1600..=0x1610 | 0xa106..=0xa108 => "AAC",
        0x160..=0x163 => "Windows Media Audio",
        0x2000 => "Dolby Digital",
        0x2001 => "DTS",
        0x566f | 0x674f..=0x6771 => "Vorbis",
        0x704f => "Opus",
        0xa109 => "Speex",
        _ => "an unknown format",
    };
    Err(bad(format!("the WAV file is coded as {name} (tag {tag:#06x}), which is not decoded here"))
        .with_hint("convert it to plain PCM first: ffmpeg -i clip.wav -c:a pcm_s16le plain.wav"))
}

/// Returns the bytes of a frame. Where the header's number contradicts its bits, as in files of recorders that write 4 for all,
/// bits and channels decide, as in ffmpeg, sox and libsndfile; 24 bits in 4 bytes are no contradiction.
fn frame_bytes(fmt: &[u8], channels: u16, block: u16, faults: &mut Vec<WavFault>) -> Result<u16> {
    let bits = fmt.get(14..16).map_or(0, |bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
    let expected = channels.checked_mul(bits / 8);
    let is_plain = match tag_of(fmt) {
        Some(PCM) => matches!(bits, 8 | 16 | 24 | 32),
        Some(IEEE_FLOAT) => matches!(bits, 32 | 64),
        Some(A_LAW | MU_LAW) => bits == 8,
        _ => false,
    };
    let is_4_for_24 = bits == 24 && Some(block) == channels.checked_mul(4);
    if let Some(expected) = expected.filter(|&expected| is_plain && block != expected && !is_4_for_24) {
        faults.push(WavFault::WrongFrameSize { declared: block, expected });
        return Ok(expected);
    }
    if block == 0 || !block.is_multiple_of(channels) || block / channels > 8 {
        return Err(bad(format!(
            "the WAV header says frames of {block} bytes for {channels} channels, which cannot be"
        )));
    }
    Ok(block)
}

/// Lets hound interpret the format, in the smallest file that holds it.
fn by_hound(fmt: &[u8]) -> Option<(Encoding, u16)> {
    let fmt = &fmt[..fmt.len().min(40)];
    let mut file = Vec::with_capacity(12 + 8 + 40 + 8);
    file.extend_from_slice(b"RIFF\0\0\0\0WAVEfmt ");
    file.extend_from_slice(&(fmt.len() as u32).to_le_bytes());
    file.extend_from_slice(fmt);
    file.extend_from_slice(b"data\0\0\0\0");
    let spec = hound::WavReader::new(Cursor::new(file)).ok()?.spec();
    let encoding = match spec.sample_format {
        hound::SampleFormat::Int => Encoding::Int,
        hound::SampleFormat::Float => Encoding::Float,
    };
    Some((encoding, spec.bits_per_sample))
}

/// Interprets what hound refuses.
fn by_hand(fmt: &[u8], tag: u16, container_bytes: u16) -> Result<(Encoding, u16)> {
    let word = |at: usize| fmt.get(at..at + 2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]));
    let mut tag = tag;
    let mut bits = word(14).filter(|&bits| bits > 0).unwrap_or(container_bytes * 8);
    if tag == EXTENSIBLE {
        let (Some(valid), Some(subformat)) = (word(18), fmt.get(24..40)) else {
            return Err(bad("the WAV header has an extensible format that is cut short"));
        };
        if subformat[2..] != SUBFORMAT_TAIL {
            return Err(bad("the WAV header has an unknown extensible sub-format"));
        }
        tag = u16::from_le_bytes([subformat[0], subformat[1]]);
        if valid > 0 && valid <= bits {
            bits = valid;
        }
    }
    match tag {
        PCM => Ok((Encoding::Int, bits)),
        IEEE_FLOAT => Ok((Encoding::Float, bits)),
        A_LAW => Ok((Encoding::ALaw, bits)),
        MU_LAW => Ok((Encoding::MuLaw, bits)),
        _ => Err(bad("the WAV header has an unknown extensible sub-format")),
    }
}
