//! What can be wrong with a session on disk, as values.

use super::layout::{JOURNAL, Unreadable};
use crate::error::{Error, ErrorKind};
use crate::severity::Severity;
use serde::Serialize;
use std::path::Path;

/// What kind of fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FaultKind {
    /// The program died while it wrote this line of the journal.
    Torn,
    /// A line of the journal that Booth did not write, or that was changed.
    Foreign,
    /// A line of the journal is not what was written, or does not follow from the line before: checksums tell.
    LineAltered,
    /// A line of the journal has another schema number.
    Schema,
    /// A line of the journal tells of something that only a newer Booth knows.
    UnknownEvent,
    /// Lines of the journal are missing.
    SeqGap,
    /// A line number of the journal comes again.
    SeqRepeat,
    /// The monotonic clock went back inside one sitting.
    MonotonicBack,
    /// The two clocks disagree: the system's time was set, or the machine slept.
    ClockJump,
    /// The same take stands in the journal twice.
    DuplicateTake,
    /// The journal decides on a take that it does not have.
    UnknownTake,
    /// A take names a file that cannot be its own.
    ForeignPath,
    /// The text of a take is not the one of its hash, or of its annotation.
    TextHash,
    /// Numbers of a take, a start or the record cannot be, or contradict each other.
    Numbers,
    /// The folder's name is not the session's id.
    Renamed,
    /// There is no journal.
    JournalMissing,
    /// The file of a take is gone.
    Missing,
    /// The file of a take has other bytes than it was published with.
    Altered,
    /// A file in the audio folder belongs to no take.
    Orphan,
    /// A recording that was cut short and waits for the next start of the recorder.
    Unfinished,
    /// The session cannot be read at all.
    Unreadable,
}

impl FaultKind {
    /// Says whether nothing that the session tells can be relied on.
    pub fn breaks(self) -> bool {
        matches!(self, Self::LineAltered | Self::JournalMissing)
    }
}

/// One fault of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// What kind.
    pub kind: FaultKind,
    /// How bad: `Reject` when a take cannot be used, `Warn` when something is not as it should be.
    pub severity: Severity,
    /// The line of the journal, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The file, relative to the session, with `/`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
}

impl Fault {
    /// Makes the fault of a session that cannot be read.
    pub fn unreadable(session: &Unreadable) -> Self {
        let message = format!("the session cannot be read: {}", session.message);
        Self::new(FaultKind::Unreadable, Severity::Reject, message)
    }

    /// Makes a fault of the session as a whole.
    pub fn new(kind: FaultKind, severity: Severity, message: impl Into<String>) -> Self {
        Self { kind, severity, line: None, file: None, message: message.into() }
    }

    /// Returns the first of `faults` for which nothing that the session tells can be relied on.
    pub fn breaking(faults: &[Self]) -> Option<&Self> {
        faults.iter().find(|fault| fault.kind.breaks())
    }

    /// Makes the error of whoever relies on the session in `dir` and finds this fault.
    pub(crate) fn to_error(&self, dir: &Path) -> Error {
        let place = self.line.map_or(String::new(), |line| format!("line {line}: "));
        Error::new(ErrorKind::Session, format!("{place}{}", self.message))
            .with_path(dir.join(JOURNAL))
            .with_hint("the journal is never changed, it only grows; restore the session from a copy")
    }

    /// Adds the line of the journal, from 1.
    #[must_use]
    pub fn on_line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }

    /// Adds the file, relative to the session.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }
}
