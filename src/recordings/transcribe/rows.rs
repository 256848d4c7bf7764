//! What `booth transcribe --json` says, line by line.

use super::Take;
use crate::ids::{PromptId, SessionId};
use crate::quality::words::{Comparison, Edits};
use crate::units::rounded;
use serde::Serialize;

/// A take with what was heard in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TranscriptRow<'a> {
    /// The session.
    pub session: &'a SessionId,
    /// The prompt.
    pub prompt: &'a PromptId,
    /// The attempt.
    pub take: u16,
    /// The text that was to be read.
    pub text: &'a str,
    /// The text that was heard.
    pub heard: &'a str,
    /// The error rate of characters, to four decimals.
    pub cer: Option<f64>,
    /// The error rate of words, to four decimals.
    pub wer: Option<f64>,
}

/// A take that could not be transcribed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FailedRow<'a> {
    /// The session.
    pub session: &'a SessionId,
    /// The prompt.
    pub prompt: &'a PromptId,
    /// The attempt.
    pub take: u16,
    /// Why.
    pub reason: &'a str,
}

/// The counts of a run, as its last line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TranscribeSummary<'a> {
    /// The recogniser's name.
    pub recogniser: &'a str,
    /// Takes in all.
    pub takes: u64,
    /// Takes that were given a text in this run.
    pub transcribed: u64,
    /// Takes that this recogniser had heard before.
    pub known: u64,
    /// Takes that could not be transcribed.
    pub failed: u64,
    /// Lines of a manifest that gave nothing.
    pub unmatched: u64,
    /// The error rate of characters over all takes of this run, to four decimals.
    pub cer: Option<f64>,
    /// The error rate of words over all takes of this run, to four decimals.
    pub wer: Option<f64>,
}

/// Returns an error rate as it is told: to four decimals; `None` when there is nothing to count.
pub fn rate_of(edits: &Edits) -> Option<f64> {
    edits.rate().map(|rate| rounded(rate, 4))
}

impl<'a> TranscriptRow<'a> {
    /// Makes the row of a take.
    pub fn new(take: &'a Take, heard: &'a str, compared: &Comparison) -> Self {
        Self {
            session: &take.place.id,
            prompt: &take.prompt,
            take: take.take,
            text: &take.text,
            heard,
            cer: rate_of(&compared.characters),
            wer: compared.words.as_ref().and_then(rate_of),
        }
    }
}

impl<'a> FailedRow<'a> {
    /// Makes the row of a take.
    pub fn new(take: &'a Take, reason: &'a str) -> Self {
        Self { session: &take.place.id, prompt: &take.prompt, take: take.take, reason }
    }
}
