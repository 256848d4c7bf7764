//! What of a feedback is still to be done, by the takes that came after.

use super::file::{Ask, Feedback, MOST_BYTES};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, PromptId, SheetId, SpeakerId};
use crate::msg;
use crate::recordings::session::{SessionView, TakeState};
use std::path::Path;

/// A feedback that was read, with the name that journals have for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The feedback.
    pub feedback: Feedback,
    /// [`Feedback::id`] of its file.
    pub id: String,
}

impl Received {
    /// Reads the feedback for a speaker in a file.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when it is for somebody else; those of [`Feedback::parse`], with the path; [`ErrorKind::Io`].
    pub fn read(path: &Path, speaker: &SpeakerId) -> Result<Self> {
        let bytes = fsio::read_named(path, MOST_BYTES)?;
        let feedback = Feedback::parse(&bytes).map_err(|error| error.with_path(path))?;
        if feedback.speaker != *speaker {
            let (given, wanted) = (feedback.speaker.to_string(), speaker.to_string());
            return Err(Error::of(
                ErrorKind::Usage,
                msg!("feedback-of-another", given = given, wanted = wanted),
            )
            .with_path(path));
        }
        Ok(Self { feedback, id: Feedback::id(&bytes) })
    }

    /// Returns how many of its asks are open, whatever they are of.
    pub fn open_count(&self, mine: &[SessionView]) -> usize {
        self.feedback.again.iter().filter(|ask| !self.is_answered(ask, mine)).count()
    }

    /// Returns what it asks that no take has answered yet, of a sheet in a language: a take of the prompt that was
    /// published after the one that it is about answers it, whatever its verdict; one that was deleted does not.
    pub fn open(&self, sheet: &SheetId, locale: &Locale, mine: &[SessionView]) -> Vec<Ask> {
        let of_task = |ask: &&Ask| ask.sheet == *sheet && ask.locale == *locale;
        self.feedback
            .again
            .iter()
            .filter(of_task)
            .filter(|ask| !self.is_answered(ask, mine))
            .cloned()
            .collect()
    }

    fn is_answered(&self, ask: &Ask, mine: &[SessionView]) -> bool {
        let same = mine
            .iter()
            .filter(|view| view.record().sheet.id == ask.sheet && view.record().locale == ask.locale);
        let takes = || {
            same.clone().flat_map(|view| {
                let of_prompt = |take: &&crate::recordings::session::TakeView| {
                    (&take.record.prompt, take.record.repetition) == (&ask.prompt, ask.repetition)
                };
                view.takes().iter().filter(of_prompt).map(|take| (&view.record().id, take))
            })
        };
        let asked = takes().find(|(session, take)| **session == ask.session && take.record.take == ask.take);
        // A take that is not here any more is older than what was said of it.
        let since = asked.map_or(self.feedback.made, |(_, take)| take.at);
        takes().any(|(_, take)| take.at > since && take.state != TakeState::Deleted)
    }
}

/// A prompt that is asked for, for the agenda of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPrompt {
    /// The prompt.
    pub prompt: PromptId,
    /// Which of the wanted readings, from 1.
    pub repetition: u16,
    /// What journals call the feedback.
    pub feedback: String,
    /// Why.
    pub reasons: Vec<String>,
}
