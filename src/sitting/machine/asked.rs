//! Noting that a prompt is shown since who collects asks for it once more.

use super::Booth;
use crate::ids::{PromptId, SessionId};
use crate::recordings::feedback::AskedPrompt;
use crate::recordings::session::SessionView;
use crate::recordings::session::event::Event;
use crate::sitting::agenda::Wanted;
use crate::sitting::model::Effect;
use std::collections::BTreeSet;

/// Returns the prompts of which journals say already that the feedbacks at hand ask for them, with the sessions that say so.
pub(super) fn before(wanted: &Wanted, sessions: &[SessionView]) -> BTreeSet<(SessionId, PromptId)> {
    let mut before = BTreeSet::new();
    for view in sessions.iter().filter(|_| !wanted.asked.is_empty()) {
        for line in view.lines() {
            if let Event::Asked { prompt, feedback, .. } = &line.event
                && wanted.asked.iter().any(|asked| asked.prompt == *prompt && asked.feedback == *feedback)
            {
                before.insert((view.record().id.clone(), prompt.clone()));
            }
        }
    }
    before
}

impl Booth {
    /// Notes once in a session that the reading at hand is asked for.
    pub(super) fn note_asked(&mut self, effects: &mut Vec<Effect>) {
        let Some(AskedPrompt { prompt, feedback, reasons }) = self.agenda.asked().cloned() else { return };
        if self.asked.insert((self.record.id.clone(), prompt.clone())) {
            effects.push(self.journal(Event::Asked { prompt, feedback, reasons }));
        }
    }
}
