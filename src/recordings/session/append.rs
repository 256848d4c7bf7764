//! Appending to the journal of a session: every line durable before it counts.

use super::event::{Event, JournalLine};
use super::layout::JOURNAL;
use super::record::SCHEMA;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::AppendFile;
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
    clock: Arc<dyn Clock>,
    failed: bool,
}

impl Append {
    /// Opens the journal of the session in `dir`, whose next line has the number `next_seq`.
    pub(super) fn open(dir: &Path, next_seq: u64, clock: Arc<dyn Clock>) -> Result<Self> {
        let file = AppendFile::open(&dir.join(JOURNAL))?;
        Ok(Self { dir: dir.to_path_buf(), file, next_seq, clock, failed: false })
    }

    /// Appends an event, durably.
    pub(super) fn event(&mut self, event: Event) -> Result<JournalLine> {
        let line = JournalLine { seq: self.next_seq, ..stamped(&*self.clock, event) };
        self.raw(&[to_text(&line)?])?;
        self.next_seq += 1;
        Ok(line)
    }

    /// Appends events, durable together.
    pub(super) fn events(&mut self, events: Vec<Event>) -> Result<()> {
        let lines = events.into_iter().map(|event| stamped(&*self.clock, event)).collect();
        self.lines(lines)
    }

    /// Appends lines that were stamped before, durable together.
    pub(super) fn lines(&mut self, lines: Vec<JournalLine>) -> Result<()> {
        let numbered = (self.next_seq..).zip(lines).map(|(seq, line)| to_text(&JournalLine { seq, ..line }));
        let texts = numbered.collect::<Result<Vec<String>>>()?;
        self.raw(&texts)?;
        self.next_seq += texts.len() as u64;
        Ok(())
    }

    /// Ends a line that a crash has torn.
    pub(super) fn end_torn_line(&mut self) -> Result<()> {
        self.raw(&[String::new()])
    }

    /// Puts another file in the place of the journal's.
    #[cfg(test)]
    pub(super) fn swap_file(&mut self, file: AppendFile) -> AppendFile {
        std::mem::replace(&mut self.file, file)
    }

    fn raw(&mut self, lines: &[String]) -> Result<()> {
        if self.failed {
            return Err(Error::new(ErrorKind::Io, "the journal could not be written before")
                .with_path(self.dir.join(JOURNAL))
                .with_hint("run the same command again; what was kept is safe"));
        }
        self.file.append_lines(lines).inspect_err(|_| self.failed = true)
    }
}

fn to_text(line: &JournalLine) -> Result<String> {
    serde_json::to_string(line).map_err(|error| {
        Error::new(ErrorKind::Session, "an event cannot be written as JSON").with_source(error)
    })
}
