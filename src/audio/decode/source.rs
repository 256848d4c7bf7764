//! What is decoded from: a seekable source of known length, or a part of one.

use super::failed;
use crate::error::Result;
use std::io::{self, Read, Seek, SeekFrom};
use symphonia::core::io::MediaSource;

/// What can be read, searched and handed to another thread.
pub(super) trait Input: Read + Seek + Send + Sync {}
impl<T: Read + Seek + Send + Sync> Input for T {}

/// A seekable source of known length, as symphonia wants it: the bytes `start..start + bytes` of the input.
pub(super) struct Source {
    input: Box<dyn Input>,
    start: u64,
    bytes: u64,
    position: u64,
}

impl Source {
    pub(super) fn new(mut input: Box<dyn Input>) -> Result<Self> {
        let bytes = input.seek(SeekFrom::End(0)).map_err(failed)?;
        let mut source = Self { input, start: 0, bytes, position: 0 };
        source.seek(SeekFrom::Start(0)).map_err(failed)?;
        Ok(source)
    }

    /// Returns the number of bytes.
    pub(super) fn length(&self) -> u64 {
        self.bytes
    }

    /// Makes this the source of a part of what it was, at its beginning.
    pub(super) fn part(mut self, start: u64, bytes: u64) -> Result<Self> {
        let start = start.min(self.bytes);
        self.bytes = bytes.min(self.bytes - start);
        self.start += start;
        self.seek(SeekFrom::Start(0)).map_err(failed)?;
        Ok(self)
    }

    /// Reads up to `count` bytes from `position` on.
    pub(super) fn read_at(&mut self, position: u64, count: usize) -> Result<Vec<u8>> {
        self.seek(SeekFrom::Start(position)).map_err(failed)?;
        let mut bytes = Vec::new();
        self.by_ref().take(count as u64).read_to_end(&mut bytes).map_err(failed)?;
        Ok(bytes)
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.bytes.saturating_sub(self.position).min(buffer.len() as u64) as usize;
        let count = self.input.read(&mut buffer[..left])?;
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for Source {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.bytes.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        let target = position.and_then(|position| self.start.checked_add(position));
        let (Some(position), Some(target)) = (position, target) else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        self.input.seek(SeekFrom::Start(target))?;
        self.position = position;
        Ok(position)
    }
}

impl MediaSource for Source {
    fn is_seekable(&self) -> bool {
        true
    }
    fn byte_len(&self) -> Option<u64> {
        Some(self.bytes)
    }
}
