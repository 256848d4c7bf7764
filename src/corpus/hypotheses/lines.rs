//! The lines of a file that says what was heard, with their numbers; one is in memory at a time.

use crate::error::{Error, Result};
use crate::fsio;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

/// The most bytes of a line.
const MOST_LINE: u64 = 1 << 20;
/// The most bytes of a text, as for a recogniser's.
const MOST_TEXT: usize = 64 * 1024;

/// Reads the lines that are not blank.
pub struct Lines {
    path: PathBuf,
    input: BufReader<File>,
    number: u64,
}

/// A line without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it is, from 1.
    pub number: u64,
    /// Its bytes, or why they were passed over.
    pub bytes: std::result::Result<Vec<u8>, String>,
}

impl Lines {
    /// Opens a file that the user named.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when it is no plain file or cannot be read.
    pub fn open(path: &Path) -> Result<Self> {
        let file = fsio::open_named(path, fsio::MOST_STREAMED)?;
        Ok(Self { path: path.to_path_buf(), input: BufReader::new(file), number: 0 })
    }

    /// Returns the next line with something on it, or `None` at the end. One that is too long is passed over to its end and
    /// given with the reason.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the file cannot be read.
    pub fn next_line(&mut self) -> Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            let read = |error| Error::io("read", &self.path, error);
            // One byte more than is allowed, or two with the end.
            let count = (&mut self.input).take(MOST_LINE + 2).read_until(b'\n', &mut bytes).map_err(read)?;
            if count == 0 {
                return Ok(None);
            }
            self.number += 1;
            let has_end = bytes.last() == Some(&b'\n');
            for end in [b'\n', b'\r'] {
                if bytes.last() == Some(&end) {
                    bytes.pop();
                }
            }
            if bytes.len() as u64 > MOST_LINE {
                if !has_end {
                    self.input.skip_until(b'\n').map_err(read)?;
                }
                let reason = format!("it has more than {MOST_LINE} bytes");
                return Ok(Some(Line { number: self.number, bytes: Err(reason) }));
            }
            if self.number == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
                bytes.drain(..3);
            }
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(Line { number: self.number, bytes: Ok(bytes) }));
            }
        }
    }
}

/// Returns a text on one line, with one space between words.
///
/// # Errors
/// The reason why it is none, when the text, called `name`, is too long.
pub fn on_one_line(name: &str, text: &str) -> std::result::Result<String, String> {
    if text.len() > MOST_TEXT {
        return Err(format!("its {name} has more than {MOST_TEXT} bytes"));
    }
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    Ok(words.collect::<Vec<_>>().join(" "))
}

/// Returns the name of a file without its ending: what stands behind the last `/` or `\` of a path and before its last point.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or("");
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers_and_a_long_one_costs_no_other() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lines");
        let most = MOST_LINE as usize;
        let long = |bytes: usize| "x".repeat(bytes);
        let text = format!(
            "\u{feff}a\r\n\n \t\nb\n{}\n{}\nc\n{}\n{}\nd",
            long(most),
            long(most + 1),
            long(most + 2),
            long(3 * most)
        );
        std::fs::write(&path, text).unwrap();
        let mut lines = Lines::open(&path).unwrap();
        let mut found = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            found.push((line.number, line.bytes.map_or(0, |bytes| bytes.len())));
        }
        assert_eq!(found, [(1, 1), (4, 1), (5, most), (6, 0), (7, 1), (8, 0), (9, 0), (10, 1)]);
    }

    #[test]
    fn a_path_of_any_system_has_a_stem() {
        for (path, expected) in
            [("a/b-1.wav", "b-1"), ("C:\\x\\b-1.flac", "b-1"), ("b-1", "b-1"), ("a/b-1/", "b-1"), ("", "")]
        {
            assert_eq!(stem(path), expected, "{path}");
        }
    }
}
