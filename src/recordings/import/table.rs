//! Tables without quoting: lines and cells, nothing else.

use super::text::{MAX_TEXT_BYTES, TextChanges, decode};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use std::path::{Path, PathBuf};

/// A table in memory.
pub(super) struct Table {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// One line of a table.
pub(super) struct Row<'a> {
    /// The line, from 1.
    pub line: u64,
    /// The cells, or why there are none.
    pub cells: Result<Vec<&'a str>, String>,
    /// What was dropped from the line.
    pub changes: TextChanges,
}

impl Table {
    /// Reads the table at `path`, or the one that is called `name` when that is a folder.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when it cannot be read or is no file; [`ErrorKind::Corpus`] when it is UTF-16.
    pub fn read(path: &Path, name: &str) -> Result<Self> {
        let (path, bytes) = if fsio::is_named_folder(path)? {
            let table = path.join(name);
            let bytes = fsio::read_plain(&table, fsio::MOST_LIST)?;
            (table, bytes)
        } else {
            (path.to_path_buf(), fsio::read_named(path, fsio::MOST_LIST)?)
        };
        let head = &bytes[..bytes.len().min(2)];
        if head == [0xff, 0xfe] || head == [0xfe, 0xff] {
            return Err(Error::new(ErrorKind::Corpus, "the table is UTF-16; UTF-8 is read")
                .with_path(path)
                .at_line(1)
                .with_hint("save it as UTF-8"));
        }
        Ok(Self { path, bytes })
    }

    /// Returns where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the rows, empty lines left out. A quotation mark is a character like any other.
    pub fn rows(&self, separator: char) -> impl Iterator<Item = Row<'_>> {
        let lines = self.bytes.split(|&byte| byte == b'\n').enumerate();
        lines.filter_map(move |(index, mut line)| {
            let mut changes = TextChanges::default();
            if let Some(rest) = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| index == 0) {
                changes.byte_order_mark = 1;
                line = rest;
            }
            if let Some(rest) = line.strip_suffix(b"\r") {
                changes.carriage_return = 1;
                line = rest;
            }
            if line.iter().all(u8::is_ascii_whitespace) {
                return None;
            }
            let cells = if line.len() as u64 > MAX_TEXT_BYTES {
                Err(format!("the line has {} bytes; {MAX_TEXT_BYTES} are allowed", line.len()))
            } else {
                decode(line)
                    .map(|line| line.split(separator).collect())
                    .map_err(|(reason, at)| format!("the line cannot be read at byte {}: {reason}", at + 1))
            };
            Some(Row { line: index as u64 + 1, cells, changes })
        })
    }
}
