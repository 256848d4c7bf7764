//! What MPEG-4 and `QuickTime` say of the part of a track that is played: symphonia reads edit lists and does not use them.
//!
//! Source: ISO/IEC 14496-12 (8.6.6, edit list).

use super::source::Source;
use crate::error::Result;

/// More boxes than any recording of speech has before the end of its header.
const MAX_BOXES: u32 = 100_000;

/// Of each track of sound, in order, where in it what is played begins, in units of its own clock.
///
/// # Errors
/// [`crate::ErrorKind::Io`].
pub(super) fn starts(source: &mut Source) -> Result<Vec<(u32, u64, u32)>> {
    let mut tracks = Vec::new();
    let (mut id, mut start, mut clock) = (0, 0, 0);
    let mut open: Vec<u64> = vec![source.length()];
    let mut position = 0;
    for _ in 0..MAX_BOXES {
        while open.last().is_some_and(|&end| position >= end) {
            open.pop();
        }
        let Some(&end) = open.last() else { break };
        let head = source.read_at(position, 16)?;
        let Some((size, kind, length)) = header(&head, end - position) else { break };
        let (body, body_end) = (position + length, position.saturating_add(size).min(end));
        match &kind {
            b"moov" | b"mdia" | b"edts" => {
                open.push(body_end);
                position = body;
                continue;
            }
            b"trak" => {
                (id, start, clock) = (0, 0, 0);
                open.push(body_end);
                position = body;
                continue;
            }
            b"tkhd" => {
                let bytes = source.read_at(body, 24)?;
                let at = if bytes.first() == Some(&1) { 20 } else { 12 };
                id = be32(&bytes, at);
            }
            b"mdhd" => {
                let bytes = source.read_at(body, 24)?;
                clock = be32(&bytes, if bytes.first() == Some(&1) { 20 } else { 12 });
            }
            b"elst" => {
                let bytes = source.read_at(body, 8 + 20 * 16)?;
                start = first_edit(&bytes);
            }
            b"hdlr" if id != 0 && clock != 0 => tracks.push((id, start, clock)),
            _ => {}
        }
        position = body_end;
    }
    Ok(tracks)
}

fn be32(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).map_or(0, |bytes| u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}

/// Returns the length, kind and header length of a box, if it is one.
fn header(head: &[u8], left: u64) -> Option<(u64, [u8; 4], u64)> {
    let kind = head.get(4..8)?.try_into().ok()?;
    match be32(head, 0) {
        0 => Some((left, kind, 8)),
        1 => {
            let size = u64::from(be32(head, 8)) << 32 | u64::from(be32(head, 12));
            (head.len() >= 16 && size >= 16).then_some((size, kind, 16))
        }
        size if size >= 8 => Some((u64::from(size), kind, 8)),
        _ => None,
    }
}

/// Returns where the first edit that is no pause begins.
fn first_edit(bytes: &[u8]) -> u64 {
    let is_wide = bytes.first() == Some(&1);
    let size = if is_wide { 20 } else { 12 };
    let count = be32(bytes, 4).min(16) as usize;
    let times = (0..count).map(|edit| {
        let at = 8 + edit * size;
        if is_wide {
            (u64::from(be32(bytes, at + 8)) << 32 | u64::from(be32(bytes, at + 12))) as i64
        } else {
            i64::from(be32(bytes, at + 4) as i32)
        }
    });
    times.filter(|&time| time >= 0).map(|time| time as u64).next().unwrap_or(0)
}
