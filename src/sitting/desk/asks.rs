//! What comes back from who collects: a feedback for the speaker, and what it asks for.

use super::Desk;
use crate::error::Result;
use crate::fsio;
use crate::ids::SpeakerId;
use crate::recordings::feedback::{Ask, AskedPrompt, Received, file_name};
use crate::recordings::session::Unreadable;
use std::path::Path;

impl Desk {
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
                self.unreadable.push(Unreadable { path, message: error.message().to_owned() });
                Ok(None)
            }
        }
    }

    /// Asks for what a feedback still asks for, and returns what it says.
    pub(super) fn asks(&mut self) -> Option<(u64, Vec<Ask>)> {
        let Received { feedback, id } = self.received.as_ref()?;
        let (sheet, locale) = (&self.sheet.head.id, &self.sheet.locale);
        let open = self.received.as_ref()?.open(sheet, locale, &self.mine);
        let asked = |ask: &Ask| AskedPrompt {
            prompt: ask.prompt.clone(),
            feedback: id.clone(),
            reasons: ask.reasons.clone(),
        };
        self.request.wanted.asked = open.iter().map(asked).collect();
        Some((feedback.taken, open))
    }
}
