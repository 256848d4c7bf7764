//! The fields of the lines that a sitting writes for programs ([`Line`](crate::rows::Line)).

use super::model::{CloseReason, Counts};
use crate::ids::{PromptId, SessionId, SpeakerId};
use crate::quality::{Finding, Measurements, Verdict};
use crate::recordings::{CaptureFacts, TakeRecord};
use serde::Serialize;
use std::path::Path;

/// A take that was published and judged.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TakeRow<'a> {
    /// The prompt.
    pub prompt: &'a PromptId,
    /// The attempt.
    pub take: u16,
    /// The file.
    pub path: String,
    /// The words that were to be read.
    pub text: &'a str,
    /// The verdict.
    pub verdict: Verdict,
    /// What was measured.
    pub measurements: &'a Measurements,
    /// What was found.
    pub findings: &'a [Finding],
    /// What the recorder noticed.
    pub capture: &'a CaptureFacts,
}

impl<'a> TakeRow<'a> {
    /// Returns the line of a take of the session in `dir`.
    pub fn of(dir: &Path, take: &'a TakeRecord) -> Self {
        Self {
            prompt: &take.prompt,
            take: take.take,
            path: dir.join(&take.file).display().to_string(),
            text: &take.text,
            verdict: take.verdict,
            measurements: &take.measurements,
            findings: &take.findings,
            capture: &take.capture,
        }
    }
}

/// What a sitting came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SummaryRow<'a> {
    /// The session that was recorded into last.
    pub session: &'a SessionId,
    /// The speaker.
    pub speaker: &'a SpeakerId,
    /// Why it ended.
    pub reason: CloseReason,
    /// How far the speaker has come.
    pub counts: Counts,
}
