//! Sessions on disk as the input of a plan, and a policy as its judge.

use crate::corpus::select::{Keep, Recordings};
use crate::error::Result;
use crate::quality::{Judgement, Measurements, Policy, judge};
use crate::recordings::SessionRecord;
use crate::recordings::session::view::{StoredTakes, read_record};
use crate::recordings::session::{Found, SessionView, find_sessions};
use crate::recordings::transcribe::transcripts::{self, Transcripts};
use std::path::{Path, PathBuf};

/// The sessions at and below some folders.
#[derive(Debug, Clone)]
pub struct Folders {
    found: Found,
}

impl Folders {
    /// Finds the sessions at and below each of `roots`.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when a folder cannot be read.
    pub fn find(roots: &[PathBuf]) -> Result<Self> {
        let mut all = Found::default();
        for root in roots {
            let found = find_sessions(root)?;
            all.sessions.extend(found.sessions);
            all.unreadable.extend(found.unreadable);
        }
        Ok(Self { found: all })
    }
}

impl Recordings for Folders {
    fn sessions(&self) -> Result<Found> {
        Ok(self.found.clone())
    }

    fn record(&self, dir: &Path) -> Result<SessionRecord> {
        read_record(dir)
    }

    fn takes(&self, dir: &Path, keep: Keep<'_>) -> Result<StoredTakes<u64>> {
        let transcripts = Transcripts::read(dir)?;
        let mut failure = None;
        let stored = SessionView::open_takes(dir, |session, mut take| {
            if failure.is_some() {
                return 0;
            }
            // Not asked for by anything that follows, and a third of what a take holds.
            take.findings = Vec::new();
            take.origin = None;
            let heard = transcripts.of(&take.prompt, take.take);
            transcripts::apply(heard, &mut take.measurements, &take.text, &session.locale);
            keep(session, take).unwrap_or_else(|error| {
                failure = Some(error);
                0
            })
        })?;
        failure.map_or(Ok(stored), Err)
    }
}

/// Judges stored measurements under `policy` and the limits that the session's sheet changes.
///
/// # Errors
/// [`crate::ErrorKind::Usage`] when a session's own limits are not known to this build.
pub fn judge_under(policy: &Policy, record: &SessionRecord, measured: &Measurements) -> Result<Judgement> {
    if record.sheet.policy.is_empty() {
        return Ok(judge(measured, policy));
    }
    Ok(judge(measured, &policy.over_sheet(&record.sheet.policy)?))
}
