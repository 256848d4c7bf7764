//! What an import did.

use super::found::ImportFinding;
use super::text::TextChanges;
use crate::ids::{SessionId, SpeakerId};
use crate::quality::Verdict;
use crate::recordings::session::event::Part;
use serde::Serialize;
use std::collections::BTreeMap;

/// What was done about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was made.
    Imported,
    /// It had been interrupted and was gone on with.
    Resumed,
    /// All of it was there; nothing was written.
    AlreadyImported,
    /// None of its recordings can be used, so it was not made.
    Empty,
}

/// What became of one planned session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionReport {
    /// The session.
    pub id: SessionId,
    /// Who speaks.
    pub speaker: SpeakerId,
    /// What was done.
    pub outcome: Outcome,
    /// Recordings imported in this run.
    pub imported: u64,
    /// Recordings imported or left out in an earlier run.
    pub known: u64,
}

/// A recording as it would be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowReport<'a> {
    /// The path of the audio below the imported folder, with `/`.
    pub path: &'a str,
    /// Who speaks.
    pub speaker: &'a SpeakerId,
    /// The text that is read aloud.
    pub text: &'a str,
    /// The text as printed, where it differs.
    pub printed: Option<&'a str>,
    /// The part of the file, where it is not all.
    pub part: Option<Part>,
}

/// What an import did.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportReport {
    /// The sessions, in the order of the plan; those that a stop kept from being begun are missing.
    pub sessions: Vec<SessionReport>,
    /// What was left out or is worth a look: the plan's findings, then those of this run.
    pub findings: Vec<ImportFinding>,
    /// Recordings imported in this run.
    pub imported: u64,
    /// Recordings imported or left out in an earlier run.
    pub known: u64,
    /// Recordings and lines left out though they were meant to be imported.
    pub failed: u64,
    /// Seconds of audio imported in this run.
    pub duration_s: f64,
    /// Takes of this run by verdict.
    pub verdicts: BTreeMap<Verdict, u64>,
    /// How many texts were changed, and how.
    pub changes: TextChanges,
    /// Whether it was stopped before its end.
    pub stopped: bool,
}

/// The counts of an [`ImportReport`], as the last line of `--json`.
#[derive(Debug, Clone, Serialize)]
pub struct ImportSummary<'a> {
    /// Whether nothing was written.
    pub dry_run: bool,
    /// The sessions.
    pub sessions: &'a [SessionReport],
    /// Recordings imported in this run.
    pub imported: u64,
    /// Recordings imported or left out in an earlier run.
    pub known: u64,
    /// Recordings and lines left out though they were meant to be imported.
    pub failed: u64,
    /// Seconds of audio imported in this run.
    pub seconds: f64,
    /// Takes of this run by verdict.
    pub verdicts: &'a BTreeMap<Verdict, u64>,
    /// How many texts were changed, and how.
    pub changes: TextChanges,
}

impl ImportReport {
    /// Returns the counts; `dry_run` for those of a [`preview`](super::preview).
    pub fn summary(&self, dry_run: bool) -> ImportSummary<'_> {
        ImportSummary {
            dry_run,
            sessions: &self.sessions,
            imported: self.imported,
            known: self.known,
            failed: self.failed,
            seconds: self.duration_s,
            verdicts: &self.verdicts,
            changes: self.changes,
        }
    }
}
