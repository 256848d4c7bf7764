//! What a reader says is wrong with a prompt: a line of the journal, and nothing else.

use super::Booth;
use crate::recordings::session::event::{Event, Report};
use crate::sitting::model::{Effect, Mode, Refusal, ReportReason};

impl Booth {
    /// Writes down that something is wrong with the prompt at hand; the same is written once in a sitting.
    pub(super) fn report(
        &mut self,
        reason: ReportReason,
        words: Option<&String>,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Refusal> {
        // Whether a take that runs is in the way is the driver's to say, who knows the mode.
        if let Some(why) = self.phase.refuses_report(Mode::HandsFree) {
            return Err(why);
        }
        let prompt = self.prompt().ok_or(Refusal::NotOpen)?;
        let report = Report {
            prompt: prompt.id.clone(),
            text_sha256: prompt.text_sha256(),
            text: prompt.text.clone(),
            reason,
            words: words.cloned(),
        };
        if self.reported.insert(report.clone()) {
            effects.push(self.journal(Event::Reported(Box::new(report))));
        }
        effects.push(Effect::Thank);
        Ok(())
    }
}
