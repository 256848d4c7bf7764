//! The walk over RIFF chunks: where the format and the samples are, and whether the sizes are true.

use super::WavFault;
use crate::error::{Error, ErrorKind, Result};
use std::io::{self, Read, Seek, SeekFrom};

/// More chunks than this before the samples are an attack, not a file.
const MAX_CHUNKS: u32 = 10_000;
/// The longest known format chunk is 40 bytes; more is skipped.
const MAX_FMT_BYTES: usize = 64;

/// Writers that cannot seek back leave 2^31 or 2^32, less what a header or a block of theirs has (ffmpeg, sox, arecord).
const STREAM_SLACK: u64 = 0x1_0000;

/// What the walk found.
#[derive(Debug)]
pub(super) struct Riff {
    /// The bytes of the `fmt ` chunk, at most [`MAX_FMT_BYTES`].
    pub fmt: Vec<u8>,
    /// Where the samples start.
    pub data_at: u64,
    /// Chunks of samples that follow the first one: where they start, and their bytes.
    pub more: Vec<(u64, u64)>,
    /// Frames by the `fact` chunk.
    pub fact: Option<u64>,
    /// Bytes of samples that the header promises; `None` when it does not know.
    pub declared: Option<u64>,
    /// Bytes of samples that are there and promised.
    pub present: u64,
    /// Length of the file.
    pub file_bytes: u64,
    /// What is wrong with the sizes.
    pub faults: Vec<WavFault>,
}

pub(super) fn bad(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Audio, message)
}

pub(super) fn failed(error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        return bad("the WAV header is cut short");
    }
    Error::new(ErrorKind::Io, format!("cannot read: {error}")).with_source(error)
}

fn le32(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).rev().fold(0, |sum, &byte| sum << 8 | u32::from(byte))
}

fn le64(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

fn is_id(bytes: &[u8]) -> bool {
    bytes.len() >= 4 && bytes[..4].iter().all(|byte| (0x20..0x7f).contains(byte))
}

/// Fills as much of `buffer` as the file has, and returns how much that was.
fn read_up_to<R: Read>(reader: &mut R, buffer: &mut [u8]) -> Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match reader.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error)),
        }
    }
    Ok(filled)
}

fn read_at<R: Read + Seek>(reader: &mut R, position: u64, buffer: &mut [u8]) -> Result<usize> {
    reader.seek(SeekFrom::Start(position)).map_err(failed)?;
    read_up_to(reader, buffer)
}

/// Names the format that `head` (the first bytes of a file) belongs to, when it is not WAV.
fn not_a_wav(head: &[u8]) -> Error {
    let what = match head {
        [] => return bad("the file is empty"),
        [b'f', b'L', b'a', b'C', ..] => "a FLAC file",
        [b'O', b'g', b'g', b'S', ..] => "an Ogg file",
        [b'I', b'D', b'3', ..] | [0xff, 0xe0..=0xff, ..] => "an MP3 file",
        [b'F', b'O', b'R', b'M', ..] => "an AIFF file",
        [b'R', b'I', b'F', b'X', ..] => "a big-endian (RIFX) file",
        [b'r', b'i', b'f', b'f', ..] => "a Wave64 file",
        [b'c', b'a', b'f', b'f', ..] => "a CAF file",
        _ if head.iter().all(|&byte| byte == 0) => "a file of zeros",
        _ => "no RIFF file",
    };
    bad(format!("this is {what}, not WAV"))
}

/// Returns where the chunk after the one that ends at `end` starts, given that one's size, and whether its pad byte is missing.
///
/// Chunks of odd size are followed by a pad byte, which some writers forget.
fn next_chunk<R: Read + Seek>(reader: &mut R, end: u64, size: u64, file_bytes: u64) -> Result<(u64, bool)> {
    if size.is_multiple_of(2) {
        return Ok((end, false));
    }
    let mut peek = [0u8; 9];
    let count = read_at(reader, end, &mut peek)?;
    let fits = |at: usize| {
        let chunk = peek.get(at..at + 8).filter(|_| count >= at + 8);
        chunk.is_some_and(|chunk| is_id(chunk) && u64::from(le32(&chunk[4..])) <= file_bytes)
    };
    // No name of a chunk begins with the zero that pads.
    let is_missing = peek[0] != 0 && fits(0) && (!fits(1) || is_known(&peek[..4]));
    Ok((if is_missing { end } else { end + 1 }, is_missing))
}

fn is_known(id: &[u8]) -> bool {
    matches!(
        id,
        b"data"
            | b"fmt "
            | b"fact"
            | b"LIST"
            | b"id3 "
            | b"ID3 "
            | b"bext"
            | b"cue "
            | b"JUNK"
            | b"PEAK"
            | b"iXML"
            | b"smpl"
    )
}

/// Says whether a size was never filled in.
fn is_streamed(declared: u64) -> bool {
    declared.abs_diff(1 << 31) <= STREAM_SLACK || ((1 << 32) - STREAM_SLACK..1 << 32).contains(&declared)
}

/// Walks the chunks of a WAV file.
///
/// # Errors
/// [`ErrorKind::Audio`] when it is no WAV file or has no format or samples; [`ErrorKind::Io`].
pub(super) fn walk<R: Read + Seek>(reader: &mut R) -> Result<Riff> {
    let file_bytes = reader.seek(SeekFrom::End(0)).map_err(failed)?;
    let mut head = [0u8; 12];
    let count = read_at(reader, 0, &mut head)?;
    let is_rf64 = matches!(&head[..4], b"RF64" | b"BW64");
    if count < 4 || !(is_rf64 || &head[..4] == b"RIFF") {
        return Err(not_a_wav(&head[..count]));
    }
    if count < 12 {
        return Err(bad("the WAV header is cut short"));
    }
    if &head[8..12] != b"WAVE" {
        let form = String::from_utf8_lossy(&head[8..12]).escape_debug().to_string();
        return Err(bad(format!("this is a RIFF file of the form `{form}`, not WAV")));
    }
    let mut riff_size = u64::from(le32(&head[4..8]));
    let mut long_data_size = None;
    let mut fmt = None;
    let mut fact = None;
    let mut unpadded = false;
    let mut position = 12;
    for _ in 0..MAX_CHUNKS {
        let mut chunk = [0u8; 8];
        if read_at(reader, position, &mut chunk)? < 8 {
            let missing = if fmt.is_some() { "samples (`data` chunk)" } else { "format (`fmt ` chunk)" };
            return Err(bad(format!("the WAV file ends before its {missing}")));
        }
        let (id, size, body) = (&chunk[..4], u64::from(le32(&chunk[4..])), position + 8);
        match id {
            b"fmt " if fmt.is_none() => {
                let mut bytes = vec![0u8; MAX_FMT_BYTES.min(size as usize)];
                if read_up_to(reader, &mut bytes)? < bytes.len() {
                    return Err(bad("the WAV file ends inside its format (`fmt ` chunk)"));
                }
                fmt = Some(bytes);
            }
            b"ds64" if is_rf64 => {
                let mut sizes = [0u8; 16];
                if size >= 16 && read_up_to(reader, &mut sizes)? == 16 {
                    riff_size = le64(&sizes);
                    long_data_size = Some(le64(&sizes[8..]));
                }
            }
            b"fact" if fact.is_none() && size >= 4 => {
                let mut bytes = [0u8; 4];
                if read_up_to(reader, &mut bytes)? == 4 {
                    fact = Some(u64::from(le32(&bytes)));
                }
            }
            b"data" => {
                let Some(fmt) = fmt else {
                    return Err(bad("the WAV file has its samples before its format"));
                };
                let size = if size == 0xffff_ffff { long_data_size.unwrap_or(size) } else { size };
                let mut riff = Riff {
                    fmt,
                    data_at: body,
                    more: Vec::new(),
                    fact,
                    declared: Some(size),
                    present: 0,
                    file_bytes,
                    faults: unpadded.then_some(WavFault::MissingPad).into_iter().collect(),
                };
                measure_data(reader, &mut riff, size, riff_size)?;
                return Ok(riff);
            }
            _ => {}
        }
        let (next, is_missing) = next_chunk(reader, body + size, size, file_bytes)?;
        position = next;
        unpadded |= is_missing;
    }
    Err(bad(format!("the WAV file has more than {MAX_CHUNKS} chunks before its samples")))
}

/// Compares the declared size of the samples with what is there, and with the chunks that follow.
fn measure_data<R: Read + Seek>(
    reader: &mut R,
    riff: &mut Riff,
    declared: u64,
    riff_size: u64,
) -> Result<()> {
    let there = riff.file_bytes.saturating_sub(riff.data_at);
    // A size of zero is a writer that never came back, unless other chunks follow.
    let unfinished = declared == 0
        && there > 0
        && follow(reader, riff, riff.data_at)? == riff.data_at
        && riff.more.is_empty();
    if unfinished || (declared > there && is_streamed(declared)) {
        riff.declared = None;
        riff.present = there;
        riff.faults.push(WavFault::StreamedSize);
        return Ok(());
    }
    if declared > there {
        riff.present = there;
        riff.faults.push(if counts_header(riff, declared - there, riff_size) {
            riff.declared = Some(there);
            WavFault::HeaderCounted { declared, present: there }
        } else {
            WavFault::Truncated { declared, present: there }
        });
        return Ok(());
    }
    riff.present = declared;
    let data_end = riff.data_at + declared;
    let (after, is_missing) = next_chunk(reader, data_end, declared, riff.file_bytes)?;
    if is_missing {
        riff.faults.push(WavFault::MissingPad);
    }
    let end = follow(reader, riff, after.min(riff.file_bytes))?;
    if !riff.more.is_empty() {
        let bytes = riff.more.iter().map(|(_, bytes)| bytes).sum();
        riff.declared = Some(declared + bytes);
        riff.faults.push(WavFault::MoreSamples { chunks: riff.more.len() as u64, bytes });
    }
    if end < riff.file_bytes {
        riff.faults.push(WavFault::TrailingBytes { bytes: riff.file_bytes - end });
    }
    // A missing or uncounted pad byte is no fault.
    let riff_end = riff_size.saturating_add(8);
    if riff_end.abs_diff(end) > 1 && riff_end.abs_diff(riff.file_bytes) > 1 {
        let present = riff.file_bytes - 8;
        riff.faults.push(WavFault::WrongRiffSize { declared: riff_size, present });
    }
    Ok(())
}

/// Bytes by which tools miscount that cut to a time: a frame.
const MISCOUNTED: u64 = 8;
/// A file that lacks one frame in as many was not cut there.
const OF_WHOLE: u64 = 1000;

/// Says whether the bytes that are too many in the size of the samples are those of the header: the size of the file, or what
/// follows its first eight bytes, was written there. Or they are of a single frame, which no cut leaves out.
fn counts_header(riff: &Riff, surplus: u64, riff_size: u64) -> bool {
    let is_header = [riff.data_at, riff.data_at - 8, 44, 36].contains(&surplus);
    let fits = riff_size.saturating_add(8).abs_diff(riff.file_bytes) <= 1;
    let there = riff.file_bytes.saturating_sub(riff.data_at);
    let is_frame = surplus <= MISCOUNTED && surplus * OF_WHOLE <= there;
    is_header || is_frame || fits && surplus <= riff.data_at
}

/// Follows whole chunks from `position`, notes those of samples, and returns where the last one ends.
fn follow<R: Read + Seek>(reader: &mut R, riff: &mut Riff, mut position: u64) -> Result<u64> {
    for _ in 0..MAX_CHUNKS {
        let mut chunk = [0u8; 8];
        if read_at(reader, position, &mut chunk)? < 8 || !is_id(&chunk) {
            break;
        }
        let size = u64::from(le32(&chunk[4..]));
        let end = position + 8 + size;
        if end > riff.file_bytes {
            break;
        }
        if chunk.starts_with(b"data") && size > 0 {
            riff.more.push((position + 8, size));
        }
        position = next_chunk(reader, end, size, riff.file_bytes)?.0.min(riff.file_bytes);
    }
    Ok(position)
}
