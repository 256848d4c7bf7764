//! What comes back from who collects: a feedback for the speaker, and what it asks for.

use super::Desk;
use crate::error::Result;
use crate::fsio;
use crate::ids::SpeakerId;
use crate::messages::Language;
use crate::recordings::feedback::{Ask, AskedPrompt, Received, file_name, lines};
use crate::recordings::session::Unreadable;
use std::path::Path;

/// What a feedback says, and what of it still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// Takes of before that are good.
    pub taken: u64,
    /// What this sitting asks for.
    pub asks: Vec<Ask>,
    /// What stands beside that: of other sheets or languages, or of words that are in the sheet no more.
    pub elsewhere: usize,
}

impl Returned {
    /// Says it to the person.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let asks: Vec<&Ask> = self.asks.iter().collect();
        lines(language, self.taken, &asks, self.elsewhere)
    }
}

impl Desk {
    /// Returns the feedback beside the recordings that cannot be read, once it is known who reads.
    pub fn unreadable_feedback(&self) -> Option<&Unreadable> {
        self.unreadable_feedback.as_ref()
    }

    /// Reads the feedback for the speaker. One that nobody named and that cannot be read is told, and is in nobody's way.
    pub(super) fn feedback(&mut self, speaker: &SpeakerId) -> Result<Option<Received>> {
        if let Some(path) = &self.request.feedback {
            return Received::read(path, speaker).map(Some);
        }
        let beside = self.receipts.folder().parent().unwrap_or(Path::new(""));
        let path = beside.join(file_name(speaker));
        if fsio::look(&path)?.is_none() {
            return Ok(None);
        }
        match Received::read(&path, speaker) {
            Ok(received) => Ok(Some(received)),
            Err(error) => {
                self.unreadable_feedback = Some(Unreadable { path, message: error.message().to_owned() });
                Ok(None)
            }
        }
    }

    /// Asks for what a feedback still asks for, and returns what it says.
    pub(super) fn asks(&mut self) -> Option<Returned> {
        // Who names prompts wants these alone.
        let Received { feedback, id } =
            self.received.as_ref().filter(|_| self.request.wanted.again.is_empty())?;
        let (sheet, locale) = (&self.sheet.head.id, &self.sheet.locale);
        let open = self.received.as_ref()?.open(sheet, locale, &self.mine);
        let asked = |ask: &Ask| AskedPrompt {
            prompt: ask.prompt.clone(),
            repetition: ask.repetition,
            feedback: id.clone(),
            reasons: ask.reasons.clone(),
        };
        self.request.wanted.asked = open.iter().map(asked).collect();
        let elsewhere = self.received.as_ref()?.open_count(&self.mine);
        Some(Returned { taken: feedback.taken, asks: open, elsewhere })
    }
}
