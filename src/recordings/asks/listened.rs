//! What who listened asks for again: a table of takes with reasons.

use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{PromptId, SessionId, UtteranceId};
use crate::messages::{Language, words};
use crate::recordings::feedback::HEARD;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// A line of the table: takes that are asked for again. What a line leaves out may be anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The line, from 1.
    pub line: u64,
    /// The utterance, as a corpus names it.
    pub utterance: Option<UtteranceId>,
    /// The prompt.
    pub prompt: Option<PromptId>,
    /// The session.
    pub session: Option<SessionId>,
    /// The take.
    pub take: Option<u16>,
    /// Why: the id of a check, or [`HEARD`].
    pub reason: String,
}

/// A table of what is asked for again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listened {
    /// The file.
    pub path: PathBuf,
    /// Its lines.
    pub marks: Vec<Mark>,
}

/// The columns; a table has `prompt` or `utterance`.
const COLUMNS: [&str; 5] = ["utterance", "prompt", "session", "take", "reason"];

impl Listened {
    /// Reads a table: tabs between columns, the names of the columns in its first line.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] with line and column; [`ErrorKind::Io`].
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fsio::read_named(path, fsio::MOST_LIST)?;
        Self::parse(path, &bytes)
    }

    /// Reads the bytes of a table.
    ///
    /// # Errors
    /// As [`Listened::read`].
    pub fn parse(path: &Path, bytes: &[u8]) -> Result<Self> {
        let mut table = Self { path: path.to_path_buf(), marks: Vec::new() };
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes[..error.valid_up_to()].split(|&byte| byte == b'\n').count();
            table.bad(line as u64, "the table is not UTF-8".to_owned())
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = (1u64..).zip(text.lines());
        let head = lines.next().map_or("", |(_, head)| head);
        let columns: Vec<&str> = head.split('\t').collect();
        let is_known = |name: &&str| COLUMNS.contains(name);
        let is_once = |name: &&str| columns.iter().filter(|other| *other == name).count() == 1;
        let names_takes = columns.iter().any(|name| ["prompt", "utterance"].contains(name));
        if !names_takes || !columns.iter().all(is_known) || !columns.iter().all(is_once) {
            return Err(
                table.bad(1, format!("the first line does not name columns: `{}`", head.escape_debug()))
            );
        }
        for (line, row) in lines.filter(|(_, row)| !row.trim().is_empty()) {
            let cells: Vec<&str> = row.split('\t').collect();
            if cells.len() != columns.len() {
                let what = format!("the line has {} columns; the first has {}", cells.len(), columns.len());
                return Err(table.bad(line, what));
            }
            let cell = |name: &str| {
                let at = columns.iter().position(|column| *column == name)?;
                Some((at, cells[at].trim())).filter(|(_, cell)| !cell.is_empty())
            };
            let mark = Mark {
                line,
                utterance: table.value(line, cell("utterance"))?,
                prompt: table.value(line, cell("prompt"))?,
                session: table.value(line, cell("session"))?,
                take: cell("take").map(|(at, cell)| table.number(line, at, cell)).transpose()?,
                reason: match cell("reason") {
                    None => HEARD.to_owned(),
                    Some((at, id)) => table.reason(line, at, id)?,
                },
            };
            if mark.prompt.is_none() && mark.utterance.is_none() {
                return Err(table.bad(line, "the line names no prompt and no utterance".to_owned()));
            }
            table.marks.push(mark);
        }
        Ok(table)
    }

    fn value<T: FromStr<Err = Error>>(&self, line: u64, cell: Option<(usize, &str)>) -> Result<Option<T>> {
        let Some((at, text)) = cell else { return Ok(None) };
        text.parse().map(Some).map_err(|error: Error| self.bad_at(line, at, error.message().to_owned()))
    }

    fn number(&self, line: u64, at: usize, cell: &str) -> Result<u16> {
        let number = cell.parse().ok().filter(|&number| number > 0);
        number
            .ok_or_else(|| self.bad_at(line, at, format!("`{}` is no number of a take", cell.escape_debug())))
    }

    fn reason(&self, line: u64, at: usize, id: &str) -> Result<String> {
        if id == HEARD || words(Language::ENGLISH, id).is_some() {
            return Ok(id.to_owned());
        }
        let what = format!("`{}` is no reason", id.escape_debug());
        Err(self
            .bad_at(line, at, what)
            .with_hint(format!("allowed are `{HEARD}` and the ids of checks; `booth checks` lists them")))
    }

    /// Says what is wrong with a line.
    pub fn bad(&self, line: u64, what: String) -> Error {
        Error::new(ErrorKind::Session, what).with_path(&self.path).at_line(line).with_hint(format!(
            "columns are {}, with tabs between them, and prompt or utterance among them",
            COLUMNS.join(", ")
        ))
    }

    fn bad_at(&self, line: u64, column: usize, what: String) -> Error {
        self.bad(line, what).at(line, column as u64 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Listened> {
        Listened::parse(Path::new("again.tsv"), text.as_bytes())
    }

    #[test]
    fn a_table_names_takes_and_reasons() {
        let table = parse("prompt\ttake\treason\r\nnap\t2\tclipped\n\nsun\t\t\n").unwrap();
        let [nap, sun] = &table.marks[..] else { panic!("{table:?}") };
        assert_eq!((nap.line, nap.take, nap.reason.as_str()), (2, Some(2), "clipped"));
        assert_eq!((sun.line, sun.take, sun.reason.as_str()), (4, None, HEARD));
        assert!(parse("\u{feff}utterance\nk3v9-en-us-demo-nap-1\n").unwrap().marks[0].utterance.is_some());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, place) in [
            ("", "again.tsv:1"),
            ("reason\nclipped\n", "again.tsv:1"),
            ("prompt\tprompt\n", "again.tsv:1"),
            ("prompt\tword\n", "again.tsv:1"),
            ("prompt\nnap\t1\n", "again.tsv:2"),
            ("prompt\treason\n\tclipped\n", "again.tsv:2"),
            ("prompt\treason\nnap\tugly\n", "again.tsv:2:2"),
            ("prompt\ttake\nnap\t0\n", "again.tsv:2:2"),
            ("prompt\nNap!\n", "again.tsv:2:1"),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.contains(place), "{text:?}: {error}");
        }
        assert!(Listened::parse(Path::new("x"), b"prompt\n\xff\n").unwrap_err().to_string().contains("x:2"));
    }
}
