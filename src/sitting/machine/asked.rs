//! Noting that a prompt is shown since who collects asks for it once more.

use super::Booth;
use crate::ids::SessionId;
use crate::recordings::feedback::AskedPrompt;
use crate::recordings::session::SessionView;
use crate::recordings::session::event::Event;
use crate::sitting::agenda::Wanted;
use crate::sitting::history::ReadingKey;
use crate::sitting::model::Effect;
use std::collections::BTreeSet;

/// Returns the prompts of which journals say already that the feedbacks at hand ask for them, with the sessions that say so.
pub(super) fn before(wanted: &Wanted, sessions: &[SessionView]) -> BTreeSet<(SessionId, ReadingKey)> {
    let mut before = BTreeSet::new();
    for view in sessions.iter().filter(|_| !wanted.asked.is_empty()) {
        for line in view.lines() {
            if let Event::Asked { prompt, repetition, feedback, .. } = &line.event
                && wanted.asked.iter().any(|asked| asked.prompt == *prompt && asked.feedback == *feedback)
            {
                before.insert((view.record().id.clone(), (prompt.clone(), *repetition)));
            }
        }
    }
    before
}

impl Booth {
    /// Notes once in a session that the reading at hand is asked for.
    pub(super) fn note_asked(&mut self, effects: &mut Vec<Effect>) {
        if let Some(event) = self.asked_event() {
            effects.push(self.journal(event));
        }
    }

    /// Returns what the journal of the session at hand does not say yet: that the reading at hand is asked for.
    pub(super) fn asked_event(&mut self) -> Option<Event> {
        let AskedPrompt { prompt, repetition, feedback, reasons } = self.agenda.asked().cloned()?;
        let is_new = self.asked.insert((self.record.id.clone(), (prompt.clone(), repetition)));
        is_new.then_some(Event::Asked { prompt, repetition, feedback, reasons })
    }
}
