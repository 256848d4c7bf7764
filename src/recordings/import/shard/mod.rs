//! Parquet files of other people: what columns they have, and the values of one.
//!
//! `footer` has what stands at the end of a file, `pages` the pages of a column, `values` what is in them, `thrift` the protocol
//! in which heads are written. Nothing is believed: room is made for what is there, not for what is claimed, and rows are no
//! more than the file has bytes. A value is read when it is wanted, with no more in memory than its page and its dictionary.

mod footer;
mod pages;
#[cfg(test)]
pub(super) mod testfile;
#[cfg(test)]
mod tests;
mod thrift;
mod values;

pub(super) use footer::{Column, Holds};
pub(super) use values::{Slice, Value};

use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, SeekingFile};
use footer::Footer;
use pages::{Broken, Pages, Run};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use thrift::Fault;

/// What a file begins and ends with.
const MAGIC: [u8; 4] = *b"PAR1";
/// The same, where its end is encrypted.
const ENCRYPTED: [u8; 4] = *b"PARE";
/// The most bytes in a footer.
const MOST_FOOTER: u64 = 16 << 20;
/// What to do with a file that is written in a way that is not read.
const AGAIN: &str = "write the file again with the compression snappy or zstd and without other encodings, such as with \
                     pyarrow: pq.write_table(pq.read_table(FILE), FILE2)";

/// An open Parquet file.
#[derive(Clone)]
pub(super) struct Shard {
    path: PathBuf,
    footer: Footer,
}

/// A column in one group of rows, being read.
struct Reading {
    column: usize,
    group: usize,
    pages: Pages,
    run: Run,
}

/// A file whose values are read one by one: those that lie near to each other together.
pub(super) struct Reader {
    shard: Shard,
    reading: Option<Reading>,
}

fn open(path: &Path) -> Result<(SeekingFile, u64)> {
    let mut file = fsio::open_seeking(path, fsio::MOST_STREAMED)?;
    let bytes = file.seek(SeekFrom::End(0)).map_err(|error| Error::io("read", path, error))?;
    Ok((file, bytes))
}

impl Shard {
    /// Opens a plain file and reads what it says of itself.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when it is no Parquet file or is damaged; [`ErrorKind::Unsupported`]; [`ErrorKind::Io`].
    pub fn open(path: &Path) -> Result<Self> {
        let (mut file, bytes) = open(path)?;
        let failed = |error| Error::io("read", path, error);
        let bad = |message: &str| Error::new(ErrorKind::Corpus, message).with_path(path);
        let least = 2 * MAGIC.len() as u64 + 4;
        let mut read = |at: u64, bytes: &mut [u8]| {
            file.seek(SeekFrom::Start(at)).and_then(|_| file.read_exact(bytes)).map_err(failed)
        };
        let (mut first, mut last) = ([0; 4], [0; 8]);
        if bytes >= least {
            read(0, &mut first)?;
            read(bytes - 8, &mut last)?;
        }
        let (length, magic) = last.split_at(4);
        if first == ENCRYPTED || magic == ENCRYPTED {
            return Err(Error::new(ErrorKind::Unsupported, "the Parquet file is encrypted")
                .with_path(path)
                .with_hint(AGAIN));
        }
        if first != MAGIC || magic != MAGIC {
            return Err(bad(
                "it is no Parquet file, or its beginning or end is missing: it has to begin and end with PAR1",
            ));
        }
        let length = u64::from(u32::from_le_bytes([length[0], length[1], length[2], length[3]]));
        let end = bytes - 8;
        if length > end - 4 {
            return Err(bad("the Parquet file is cut short: it is shorter than what it says of itself"));
        }
        if length > MOST_FOOTER {
            let message = format!("the Parquet file says {length} bytes of itself; {MOST_FOOTER} are read");
            return Err(Error::new(ErrorKind::Unsupported, message).with_path(path).with_hint(AGAIN));
        }
        let mut footer = vec![0; length as usize];
        read(end - length, &mut footer)?;
        let damaged =
            |fault: Fault| bad(&format!("what the Parquet file says of itself is damaged: {fault}"));
        let footer = Footer::read(&footer, end - length).map_err(damaged)?;
        // Texts and names take a byte a row at least, and room for rows is made before they are read.
        let rows = footer.groups.iter().try_fold(0u64, |rows, group| rows.checked_add(group.rows));
        if rows.is_none_or(|rows| rows > bytes) {
            return Err(bad("the Parquet file counts more rows than it has bytes"));
        }
        Ok(Self { path: path.to_path_buf(), footer })
    }

    /// Returns the columns of values, in their order.
    pub fn columns(&self) -> &[Column] {
        &self.footer.columns
    }

    /// Returns how many rows there are.
    pub fn rows(&self) -> u64 {
        self.footer.groups.iter().map(|group| group.rows).sum()
    }

    /// Returns what `datasets` says of the columns, as JSON.
    pub fn features(&self) -> Option<&[u8]> {
        self.footer.features.as_deref()
    }

    /// Whether it is said of a column that all of its values are there.
    pub fn is_full(&self, column: usize) -> bool {
        let is_required = self.footer.columns.get(column).is_some_and(|column| column.levels == 0);
        is_required || self.footer.groups.iter().all(|group| group.chunks[column].nulls == Some(0))
    }

    /// Hands out all values of a column without repetition, in the order of rows, until `take` has had enough.
    ///
    /// # Errors
    /// As [`Shard::open`], with the name of the column; those of `take`.
    pub fn read(&self, column: usize, mut take: impl FnMut(Value) -> Result<bool>) -> Result<()> {
        for group in 0..self.footer.groups.len() {
            let mut pages = self.pages(column, group)?;
            loop {
                let next = pages.holding(pages.row()).map_err(|broken| self.broken(column, broken))?;
                let Some(run) = next else { break };
                for value in run.values {
                    if !take(value)? {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    fn pages(&self, column: usize, group: usize) -> Result<Pages> {
        let (file, _) = open(&self.path)?;
        Ok(Pages::new(file, &self.footer.groups[group].chunks[column], &self.footer.columns[column]))
    }

    fn broken(&self, column: usize, broken: Broken) -> Error {
        let column = &self.footer.columns[column];
        let name = if column.depth > 1 && column.root != column.name {
            format!("{}.{}", column.root, column.name)
        } else {
            column.name.clone()
        };
        let name = name.escape_debug();
        match broken {
            Broken::Io(error) => Error::io("read", &self.path, error),
            Broken::Bad(what) => {
                Error::new(ErrorKind::Corpus, format!("the column `{name}` is damaged: {what}"))
                    .with_path(&self.path)
            }
            Broken::Unread(what) => {
                Error::new(ErrorKind::Unsupported, format!("the column `{name}` cannot be read: {what}"))
                    .with_path(&self.path)
                    .with_hint(AGAIN)
            }
        }
    }
}

impl Reader {
    /// Begins to read a file.
    pub fn new(shard: Shard) -> Self {
        Self { shard, reading: None }
    }

    /// Returns which file it reads.
    pub fn path(&self) -> &Path {
        &self.shard.path
    }

    /// Reads the value of a row, from 0.
    ///
    /// # Errors
    /// As [`Shard::read`]; [`ErrorKind::Corpus`] when there is no such row.
    pub fn value(&mut self, column: usize, row: u64) -> Result<Value> {
        let gone = || Error::new(ErrorKind::Corpus, "the row is no longer there").with_path(&self.shard.path);
        let mut inside = row;
        let group = self.shard.footer.groups.iter().position(|group| {
            let is_here = inside < group.rows;
            inside -= if is_here { 0 } else { group.rows };
            is_here
        });
        let group = group.filter(|_| column < self.shard.footer.columns.len()).ok_or_else(gone)?;
        let fits = |held: &Reading| held.column == column && held.group == group;
        if !self.reading.as_ref().is_some_and(fits) {
            // What it held is let go of first.
            self.reading = None;
            let pages = self.shard.pages(column, group)?;
            self.reading = Some(Reading { column, group, pages, run: Run::default() });
        }
        let Some(reading) = &mut self.reading else { return Err(gone()) };
        if !reading.run.rows().contains(&inside) {
            reading.run = Run::default();
            match reading.pages.holding(inside) {
                Ok(run) => reading.run = run.unwrap_or_default(),
                Err(broken) => {
                    self.reading = None;
                    return Err(self.shard.broken(column, broken));
                }
            }
        }
        let at = inside.checked_sub(reading.run.first).and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| reading.run.values.get(at)).cloned().ok_or_else(gone)
    }
}
