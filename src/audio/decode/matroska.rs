//! What Matroska and `WebM` say of delay and padding, and whether the file is whole: symphonia does not tell.
//!
//! Source: RFC 8794 (EBML) and RFC 9559 (Matroska).

use super::bad;
use super::source::Source;
use crate::error::Result;
use std::collections::BTreeMap;

/// More elements than any recording of speech has.
const MAX_ELEMENTS: u32 = 4_000_000;
/// How deep to go.
const MAX_DEPTH: usize = 8;

const SEGMENT: u32 = 0x1853_8067;
const TRACKS: u32 = 0x1654_ae6b;
const TRACK_ENTRY: u32 = 0xae;
const TRACK_NUMBER: u32 = 0xd7;
const CODEC_DELAY: u32 = 0x56aa;
const CLUSTER: u32 = 0x1f43_b675;
const BLOCK_GROUP: u32 = 0xa0;
const BLOCK: u32 = 0xa1;
const DISCARD_PADDING: u32 = 0x75a2;

/// Delay of each track and what is to be dropped at its end, in nanoseconds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Trims {
    delays: BTreeMap<u64, u64>,
    /// The padding of the last block that has one, by track.
    paddings: BTreeMap<u64, u64>,
    /// Whether a part has no size, as browsers write it: the file ends where it ends.
    pub(super) is_stream: bool,
}

impl Trims {
    /// Returns the delay and the padding of a track in frames.
    pub(super) fn of(&self, track: u64, rate_hz: u32) -> (u64, u64) {
        // Nanoseconds are rounded by who writes them: the nearest frame is meant.
        let nearest = |times: &BTreeMap<u64, u64>| {
            let found = times.get(&track).copied().unwrap_or(0);
            ((u128::from(found.min(10_000_000_000)) * u128::from(rate_hz) + 500_000_000) / 1_000_000_000)
                as u64
        };
        (nearest(&self.delays), nearest(&self.paddings))
    }
}

/// Walks the elements of a file.
///
/// # Errors
/// [`crate::ErrorKind::Audio`] when an element with a size reaches beyond the file.
pub(super) fn read(source: &mut Source) -> Result<Trims> {
    let mut trims = Trims::default();
    let end = source.length();
    // (end, id) of the elements that the walk is in.
    let mut open: Vec<(u64, u32)> = Vec::new();
    let (mut position, mut track, mut block_track) = (0, 0, 0);
    for _ in 0..MAX_ELEMENTS {
        while open.last().is_some_and(|&(end, _)| position >= end) {
            open.pop();
        }
        if position >= end {
            return Ok(trims);
        }
        let head = source.read_at(position, 12)?;
        let Some((id, size, length)) = element(&head) else {
            return Ok(trims);
        };
        let body = position + length;
        let inside = open.last().map_or(0, |&(_, id)| id);
        let body_end = match size {
            Some(size) if body.saturating_add(size) > end => {
                return Err(bad("the Matroska file is cut short: a part of it reaches beyond its end"));
            }
            Some(size) => body + size,
            // A stream: it goes on to the end, or to the next of its kind.
            None => {
                trims.is_stream = true;
                end
            }
        };
        let is_parent = matches!(id, SEGMENT | TRACKS | TRACK_ENTRY | CLUSTER | BLOCK_GROUP);
        if is_parent && open.len() < MAX_DEPTH {
            if id == CLUSTER {
                // A cluster without a size ends where the next one begins.
                open.retain(|&(_, id)| id != CLUSTER && id != BLOCK_GROUP);
            }
            if id == TRACK_ENTRY {
                track = 0;
            }
            open.push((body_end, id));
            position = body;
            continue;
        }
        match (inside, id) {
            (TRACK_ENTRY, TRACK_NUMBER) => {
                track = number(&source.read_at(body, body_end.saturating_sub(body).min(8) as usize)?);
            }
            (TRACK_ENTRY, CODEC_DELAY) => {
                let delay = number(&source.read_at(body, body_end.saturating_sub(body).min(8) as usize)?);
                trims.delays.entry(track).or_insert(delay);
            }
            (BLOCK_GROUP, BLOCK) => {
                block_track = vint(&source.read_at(body, 8)?).map_or(0, |(value, _)| value.unwrap_or(0));
                trims.paddings.remove(&block_track);
            }
            (BLOCK_GROUP, DISCARD_PADDING) => {
                let bytes = source.read_at(body, body_end.saturating_sub(body).min(8) as usize)?;
                // Signed; a negative one means the start, which nobody writes.
                if bytes.first().is_some_and(|&byte| byte < 0x80) {
                    trims.paddings.entry(block_track).or_insert_with(|| number(&bytes));
                }
            }
            _ => {}
        }
        position = body_end;
    }
    Ok(trims)
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

/// Reads a number of variable length: its value (`None` when all bits are set: unknown) and its bytes.
fn vint(bytes: &[u8]) -> Option<(Option<u64>, u64)> {
    let &first = bytes.first()?;
    let length = first.leading_zeros() as usize + 1;
    let rest = bytes.get(1..length).filter(|_| length <= 8)?;
    let value =
        rest.iter().fold(u64::from(first) & (0xff_u64 >> length), |sum, &byte| sum << 8 | u64::from(byte));
    let unknown = (1u64 << (7 * length)) - 1;
    Some(((value != unknown).then_some(value), length as u64))
}

/// Reads the head of an element: its id, its size if it has one, and the bytes of both.
fn element(head: &[u8]) -> Option<(u32, Option<u64>, u64)> {
    let length = head.first()?.leading_zeros() as usize + 1;
    let id = head.get(..length).filter(|_| length <= 4)?;
    let id = id.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte));
    let (size, bytes) = vint(&head[length..])?;
    Some((id, size, length as u64 + bytes))
}
