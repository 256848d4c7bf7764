//! Where the sound of a recording lies: in a file of its own, or in a cell of a Parquet file.

use super::shard::{Reader, Shard, Slice, Value};
use crate::audio::decode::{self, Decoded};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// The place of a sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sound {
    /// The file.
    pub path: PathBuf,
    /// The cell of it that holds the bytes of an audio file, where the file itself is none.
    pub inside: Option<Cell>,
}

/// A cell of a Parquet file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// The column, among all columns of values.
    pub column: usize,
    /// The row, from 0.
    pub row: u64,
}

/// The Parquet file that was read last: cells near to each other are read together.
#[derive(Default)]
pub(super) struct Shelf {
    reader: Option<Reader>,
}

impl Shelf {
    fn value(&mut self, path: &Path, cell: Cell) -> Result<Slice> {
        let mut reader = match self.reader.take() {
            Some(reader) if reader.path() == path => reader,
            _ => Reader::new(Shard::open(path)?),
        };
        let value = reader.value(cell.column, cell.row);
        self.reader = Some(reader);
        match value? {
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err(Error::new(ErrorKind::Corpus, "the row holds no bytes of audio").with_path(path)),
        }
    }
}

impl Sound {
    /// Returns the line to name in a finding: the row of a table, from 1.
    pub fn line(&self) -> Option<u64> {
        self.inside.map(|cell| cell.row + 1)
    }

    /// Returns the digest of the bytes of the audio file, and how many there are.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the file cannot be read; those of a Parquet file.
    pub fn digest(&self, shelf: &mut Shelf) -> Result<(Sha256, u64)> {
        match self.inside {
            None => Sha256::of_file(&self.path),
            Some(cell) => {
                let bytes = shelf.value(&self.path, cell)?;
                Ok((Sha256::of(&bytes), bytes.as_ref().len() as u64))
            }
        }
    }

    /// Begins to decode it. `name` is what it is called, whose ending tells what it should be.
    ///
    /// # Errors
    /// As [`decode::open`]; those of a Parquet file.
    pub fn decode(&self, name: &str, shelf: &mut Shelf) -> Result<Decoded> {
        match self.inside {
            None => decode::open(&self.path),
            Some(cell) => decode::from_named(Cursor::new(shelf.value(&self.path, cell)?), Path::new(name)),
        }
    }

    /// Returns when the file was last changed, where the system says so.
    pub fn modified(&self) -> Option<jiff::Timestamp> {
        fsio::look(&self.path).ok()??.modified()
    }
}
