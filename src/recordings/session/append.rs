//! Appending to the journal of a session: every line durable before it counts.

use super::chain::Sum;
use super::event::{Event, JournalLine};
use super::journal::Journal;
use super::layout::JOURNAL;
use super::record::SCHEMA;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::AppendFile;
use crate::msg;
use crate::units::Utc;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Two clocks, passed in so that the library reads none.
pub trait Clock: Send + Sync {
    /// Returns the time of day.
    fn utc(&self) -> Utc;
    /// Returns the milliseconds of a clock that never goes back, since the program was started.
    fn mono_ms(&self) -> u64;
}

/// Returns what happens now, as a line without its number.
pub(super) fn stamped(clock: &dyn Clock, event: Event) -> JournalLine {
    JournalLine { v: SCHEMA, seq: 0, at: clock.utc(), mono_ms: clock.mono_ms(), event }
}

/// The journal of a session, open to be appended to.
pub(super) struct Append {
    dir: PathBuf,
    file: AppendFile,
    next_seq: u64,
    /// The checksum of the last line.
    sum: Sum,
    /// Whether the file ends inside a line.
    torn: bool,
    clock: Arc<dyn Clock>,
    failed: bool,
}

impl Append {
    /// Opens the journal of the session in `dir`, which is read to its end.
    pub(super) fn open(dir: &Path, journal: &Journal, clock: Arc<dyn Clock>) -> Result<Self> {
        let file = AppendFile::open(&dir.join(JOURNAL))?;
        Ok(Self {
            dir: dir.to_path_buf(),
            file,
            next_seq: journal.next_seq,
            sum: journal.sum,
            torn: journal.unterminated,
            clock,
            failed: false,
        })
    }

    /// Appends an event, durably.
    pub(super) fn event(&mut self, event: Event) -> Result<JournalLine> {
        let line = JournalLine { seq: self.next_seq, ..stamped(&*self.clock, event) };
        self.write(std::slice::from_ref(&line))?;
        Ok(line)
    }

    /// Appends events, durable together.
    pub(super) fn events(&mut self, events: Vec<Event>) -> Result<()> {
        let lines = events.into_iter().map(|event| stamped(&*self.clock, event)).collect();
        self.lines(lines)
    }

    /// Appends lines that were stamped before, durable together.
    pub(super) fn lines(&mut self, lines: Vec<JournalLine>) -> Result<()> {
        let numbered = (self.next_seq..).zip(lines).map(|(seq, line)| JournalLine { seq, ..line });
        self.write(&numbered.collect::<Vec<_>>())
    }

    /// Puts another file in the place of the journal's.
    #[cfg(test)]
    pub(super) fn swap_file(&mut self, file: AppendFile) -> AppendFile {
        std::mem::replace(&mut self.file, file)
    }

    /// Appends lines that have their numbers; a line that a crash has torn is ended in the same write.
    fn write(&mut self, lines: &[JournalLine]) -> Result<()> {
        if self.failed {
            return Err(Error::of(ErrorKind::Io, msg!("storage-journal")).with_path(self.dir.join(JOURNAL)));
        }
        let Some(next_seq) = self.next_seq.checked_add(lines.len() as u64) else {
            return Err(Error::new(ErrorKind::Session, "all numbers for lines of the journal are used up")
                .with_path(self.dir.join(JOURNAL))
                .with_hint("a line has a number that Booth does not give; `booth status` names it"));
        };
        let mut sum = self.sum;
        let mut texts = Vec::with_capacity(lines.len() + 1);
        if self.torn {
            texts.push(String::new());
        }
        for line in lines {
            let (text, next) = sum.seal(&to_text(line)?);
            texts.push(text);
            sum = next;
        }
        self.file.append_lines(&texts).inspect_err(|_| self.failed = true)?;
        (self.next_seq, self.sum, self.torn) = (next_seq, sum, false);
        Ok(())
    }
}

fn to_text(line: &JournalLine) -> Result<String> {
    serde_json::to_string(line).map_err(|error| {
        Error::new(ErrorKind::Session, "an event cannot be written as JSON").with_source(error)
    })
}
