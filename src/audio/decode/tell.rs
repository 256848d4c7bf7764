//! What a file is, by its bytes: the kind and where it starts.

use super::source::Source;
use super::{FileKind, bad};
use crate::error::{Error, Result};

/// How far to look for the first frame of MPEG audio behind something else.
const SEARCH_BYTES: usize = 256 * 1024;
/// Frames that follow one another before bytes are believed to be MPEG audio.
const CHAIN: usize = 3;
/// The longest chain of ID3 tags.
const MAX_TAGS: usize = 16;

/// Boxes that an MPEG-4 or `QuickTime` file begins with.
const MP4_BOXES: [&[u8; 4]; 8] = [b"ftyp", b"moov", b"moof", b"mdat", b"wide", b"styp", b"free", b"skip"];

/// What was found out of a file.
#[derive(Debug, PartialEq)]
pub(super) struct Told {
    pub kind: FileKind,
    /// Where it starts.
    pub start: u64,
    /// Bytes in front that belong to nothing.
    pub junk: u64,
}

/// Tells the kind of a file by its bytes, and where it starts behind ID3 tags and what else stands in front; `named` is the
/// kind that its name says.
///
/// # Errors
/// [`crate::ErrorKind::Audio`] for a file that is no audio, or audio that is not decoded, by its name.
pub(super) fn tell(source: &mut Source, named: Option<FileKind>) -> Result<Told> {
    let mut start = 0;
    let mut head = source.read_at(0, 64)?;
    if head.is_empty() {
        return Err(bad("the file is empty"));
    }
    // ID3v2: the size is in 4 times 7 bits; tags can follow one another.
    for _ in 0..MAX_TAGS {
        let [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] = head[..] else { break };
        let size = [a, b, c, d].iter().fold(0u64, |sum, &byte| sum << 7 | u64::from(byte & 0x7f));
        start += 10 + size + if flags & 0x10 != 0 { 10 } else { 0 };
        head = source.read_at(start, 64)?;
    }
    if let Some(kind) = by_magic(&head) {
        if !kind.is_decoded() {
            return Err(not_decoded(kind));
        }
        if kind == FileKind::Ogg {
            of_ogg(&head)?;
        }
        return Ok(Told { kind, start, junk: 0 });
    }
    if let Some(error) = no_audio(&head) {
        return Err(error);
    }
    let bytes = source.read_at(start, SEARCH_BYTES)?;
    let is_whole = start + bytes.len() as u64 >= source.length();
    if let Some((at, kind)) = find_frames(&bytes, is_whole) {
        return Ok(Told { kind, start: start + at as u64, junk: at as u64 });
    }
    // A damaged or very short file that begins as one: what is wrong with it, the decoder says.
    if let Some(frame) = Frame::read(&head).filter(|frame| named == Some(frame.kind)) {
        return Ok(Told { kind: frame.kind, start, junk: 0 });
    }
    if start > 0 {
        return Ok(Told { kind: FileKind::Mp3, start, junk: 0 });
    }
    if bytes.iter().all(|&byte| byte == 0) {
        return Err(bad("this is a file of zeros").with_hint("copy it again: its content was lost"));
    }
    Err(unknown(&head, named))
}

/// Says that a kind is not decoded, by its name and with what converts it.
pub(super) fn not_decoded(kind: FileKind) -> Error {
    let article = if kind.to_string().starts_with(['A', 'R']) { "an" } else { "a" };
    bad(format!("this is {article} {kind} file, which is not decoded here")).with_hint(kind.remedy())
}

fn by_magic(head: &[u8]) -> Option<FileKind> {
    let at = |from: usize, what: &[u8]| head.get(from..from + what.len()) == Some(what);
    Some(match head {
        [b'R', b'I', b'F', b'F', ..] if at(8, b"AVI ") => FileKind::Avi,
        [b'R', b'I', b'F', b'F', ..] if at(8, b"QLCM") => FileKind::Qcp,
        [b'R', b'I', b'F', b'F', ..] if at(8, b"RMID") => FileKind::Midi,
        [b'R', b'I', b'F', b'F', ..] | [b'R', b'F', b'6', b'4', ..] | [b'B', b'W', b'6', b'4', ..] => {
            FileKind::Wav
        }
        [b'R', b'I', b'F', b'X', ..] => FileKind::Rifx,
        [b'r', b'i', b'f', b'f', ..] => FileKind::Wave64,
        [b'f', b'L', b'a', b'C', ..] => FileKind::Flac,
        [b'O', b'g', b'g', b'S', ..] => FileKind::Ogg,
        [0x1a, 0x45, 0xdf, 0xa3, ..] => FileKind::Matroska,
        [b'F', b'O', b'R', b'M', ..] if at(8, b"AIFF") || at(8, b"AIFC") => FileKind::Aiff,
        [b'c', b'a', b'f', b'f', ..] => FileKind::Caf,
        [b'#', b'!', b'A', b'M', b'R', ..] => FileKind::Amr,
        [b'N', b'I', b'S', b'T', b'_', b'1', b'A', ..] => FileKind::Sphere,
        [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, ..] => FileKind::Wma,
        [b'.', b's', b'n', b'd', ..] | [b'd', b'n', b's', b'.', ..] => FileKind::Au,
        [b'C', b'r', b'e', b'a', b't', b'i', b'v', b'e', b' ', b'V', ..] => FileKind::Voc,
        [b'w', b'v', b'p', b'k', ..] => FileKind::WavPack,
        [b'M', b'A', b'C', b' ', ..] => FileKind::Ape,
        [b'M', b'P', b'C', b'K', ..] | [b'M', b'P', b'+', ..] => FileKind::Musepack,
        [b'T', b'T', b'A', b'1' | b'2', ..] => FileKind::Tta,
        [b'a', b'j', b'k', b'g', ..] => FileKind::Shorten,
        [b'D', b'S', b'D', b' ', ..] | [b'F', b'R', b'M', b'8', ..] => FileKind::Dsd,
        [0x0b, 0x77, ..] => FileKind::Ac3,
        [0x7f, 0xfe, 0x80, 0x01, ..] => FileKind::Dts,
        [b'.', b'R', b'M', b'F', ..] | [b'.', b'r', b'a', 0xfd, ..] => FileKind::Real,
        [2, b'd', b's', b's', ..] | [3, b'd', b's', b'2', ..] => FileKind::Dss,
        [b'F', b'L', b'V', 1, ..] => FileKind::Flash,
        [b'M', b'T', b'h', b'd', ..] => FileKind::Midi,
        _ if MP4_BOXES.iter().any(|name| at(4, *name)) => FileKind::Mp4,
        _ => return None,
    })
}

/// Names what an Ogg stream holds when it is not decoded.
fn of_ogg(head: &[u8]) -> Result<()> {
    // The first page has one segment as a rule; its content begins after the table of them.
    let at = 27 + head.get(26).map_or(1, |&segments| usize::from(segments));
    let codec = head.get(at..).unwrap_or_default();
    if codec.starts_with(b"Speex") {
        return Err(not_decoded(FileKind::Speex));
    }
    let video = [&b"\x80theora"[..], b"fishead\0", b"BBCD\0"];
    if video.iter().any(|magic| codec.starts_with(magic)) {
        return Err(bad("this is an Ogg file of video, which is not decoded here")
            .with_hint("take its sound out first: ffmpeg -i clip.ogv -vn clip.wav"));
    }
    Ok(())
}

/// Names files that are taken for audio and are none.
fn no_audio(head: &[u8]) -> Option<Error> {
    let text = |what: &str| head.to_ascii_lowercase().windows(what.len()).any(|part| part == what.as_bytes());
    let (what, hint) = if head.starts_with(b"version https://git-lfs") {
        ("a pointer of Git LFS, not the file itself", "fetch the files: git lfs pull")
    } else if text("<!doctype html") || text("<html") {
        ("a page of the web, not audio", "download it again: the server answered with a page")
    } else if head.starts_with(b"<?xml") {
        ("an XML file, not audio", "download it again: the server may have answered with an error")
    } else if head.starts_with(b"%PDF") {
        ("a PDF document, not audio", "leave it out")
    } else if head.starts_with(b"PK\x03\x04") {
        ("a ZIP archive, not audio", "unpack it: unzip clip.zip")
    } else if head.starts_with(&[0x1f, 0x8b]) {
        ("a file compressed with gzip", "unpack it: gunzip clip.wav.gz")
    } else if head.starts_with(&[0x89, b'P', b'N', b'G']) || head.starts_with(&[0xff, 0xd8, 0xff]) {
        ("a picture, not audio", "leave it out")
    } else if head.starts_with(&[0, 5, 0x16, 7]) {
        ("what macOS keeps beside a file (AppleDouble), not audio", "leave it out")
    } else if head.starts_with(b"ADIF") {
        (
            "AAC with an ADIF header, which is not decoded here",
            "convert it first: ffmpeg -i clip.aac clip.wav",
        )
    } else {
        return None;
    };
    Some(bad(format!("this is {what}")).with_hint(hint))
}

fn unknown(head: &[u8], named: Option<FileKind>) -> Error {
    if let Some(named) = named.filter(|kind| !kind.is_decoded()) {
        return bad(format!("by its name this is {named}, which is not decoded here"))
            .with_hint(named.remedy());
    }
    let is_text =
        head.iter().all(|&byte| byte >= 0x20 && byte != 0x7f || matches!(byte, b'\n' | b'\r' | b'\t'));
    let what = if is_text { "a text, not an audio file" } else { "not an audio file of a known kind" };
    bad(format!("this is {what} ({})", FileKind::decoded_kinds()))
        .with_hint("if another program plays it, convert it first: ffmpeg -i clip clip.wav")
}

/// The header of a frame of MPEG audio or of AAC in ADTS.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    kind: FileKind,
    bytes: usize,
    /// What all frames of a stream share: version, layer, rate.
    stream: (u8, u8),
}

impl Frame {
    fn read(head: &[u8]) -> Option<Self> {
        let &[0xff, second, third, fourth, fifth, sixth, ..] = head else { return None };
        if second & 0xf6 == 0xf0 {
            let bytes = usize::from(fourth & 3) << 11 | usize::from(fifth) << 3 | usize::from(sixth) >> 5;
            let rate = third >> 2 & 15;
            return (bytes > 7 && rate < 13).then_some(Self {
                kind: FileKind::Aac,
                bytes,
                stream: (second & 0xfe, third & 0xfc),
            });
        }
        let (version, layer) = (second >> 3 & 3, second >> 1 & 3);
        let (rate_code, bits_code, pad) = (third >> 2 & 3, third >> 4, usize::from(third >> 1 & 1));
        if second & 0xe0 != 0xe0
            || version == 1
            || layer == 0
            || rate_code == 3
            || !(1..15).contains(&bits_code)
        {
            return None;
        }
        let (is_first, layer) = (version == 3, 4 - layer);
        let rate = [44_100, 48_000, 32_000][usize::from(rate_code)]
            >> match version {
                3 => 0,
                2 => 1,
                _ => 2,
            };
        let kbits = KBITS[match (is_first, layer) {
            (true, 1) => 0,
            (true, 2) => 1,
            (true, _) => 2,
            (false, 1) => 3,
            (false, _) => 4,
        }][usize::from(bits_code)];
        let bytes = match layer {
            1 => (12_000 * kbits / rate + pad) * 4,
            3 if !is_first => 72_000 * kbits / rate + pad,
            _ => 144_000 * kbits / rate + pad,
        };
        Some(Self { kind: FileKind::Mp3, bytes, stream: (second & 0xfe, third & 0x0c) })
    }
}

/// ISO/IEC 11172-3 and 13818-3: kilobits a second by their code, for layers I, II, III of version 1, and I, II and III of 2.
const KBITS: [[usize; 15]; 5] = [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/// Finds the first place from which frames follow one another; at the end of the whole file fewer will do.
fn find_frames(bytes: &[u8], is_whole: bool) -> Option<(usize, FileKind)> {
    (0..bytes.len().saturating_sub(5)).filter(|&at| bytes[at] == 0xff).find_map(|start| {
        let first = Frame::read(&bytes[start..])?;
        let mut at = start;
        for count in 1..=CHAIN {
            let frame = Frame::read(&bytes[at..]).filter(|frame| frame.stream == first.stream)?;
            at += frame.bytes;
            if count == CHAIN {
                break;
            }
            if at >= bytes.len().saturating_sub(5) {
                // One frame that fills the file from its first byte on, or two at its end.
                return (is_whole && at <= bytes.len() && (count > 1 || start == 0))
                    .then_some((start, first.kind));
            }
        }
        Some((start, first.kind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frame lengths from the standards' own examples: 128 kbit/s at 44.1 kHz has 417 or 418 bytes.
    #[test]
    fn frames_have_the_length_of_their_header() {
        let bytes =
            |head: [u8; 4]| Frame::read(&[head[0], head[1], head[2], head[3], 0, 0]).map(|frame| frame.bytes);
        assert_eq!(bytes([0xff, 0xfb, 0x90, 0]), Some(417));
        assert_eq!(bytes([0xff, 0xfb, 0x92, 0]), Some(418));
        assert_eq!(bytes([0xff, 0xf3, 0x44, 0]), Some(72_000 * 32 / 24_000));
        assert_eq!(bytes([0xff, 0xfd, 0x84, 0]), Some(144_000 * 128 / 48_000));
        assert_eq!(bytes([0xff, 0xff, 0x10, 0]), Some(12_000 * 32 / 44_100 * 4));
        assert_eq!(bytes([0xff, 0xfb, 0xf0, 0]), None);
        assert_eq!(bytes([0xff, 0xeb, 0x90, 0]), None);
        let adts = Frame::read(&[0xff, 0xf1, 0x50, 0x80, 0x2e, 0x7f, 0xfc]).unwrap();
        assert_eq!((adts.kind, adts.bytes), (FileKind::Aac, 371));
    }
}
