//! The commands of a hands-free sitting: record, judge, keep or read again, go on.

use super::model::{Command, OWN_WISH, Phase, SkipReason, ViewState};
use crate::quality::Verdict;

/// At so many takes in a row in which nobody is heard it is asked whether anybody is there.
const MOST_SILENT: u16 = 2;

/// What becomes of a reading whose last attempt is rejected; one in which nobody is heard is left out in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnReject {
    /// It is kept all the same.
    Keep,
    /// It is left out.
    Skip,
}

/// Gives the commands that a speaker with their hands full would give.
#[derive(Debug, Clone)]
pub struct Pilot {
    most_attempts: u16,
    on_reject: OnReject,
    attempts: u16,
    /// The number of the reading that they are of.
    reading: Option<usize>,
    /// Takes in a row in which nobody is heard; `None` where nobody can be asked.
    silent: Option<u16>,
    /// Whether it was asked at the take that is shown.
    asked: bool,
}

impl Pilot {
    /// Makes a pilot that tries each reading `most_attempts` times (at least once) in a sitting.
    pub fn new(most_attempts: u16, on_reject: OnReject) -> Self {
        Self {
            most_attempts: most_attempts.max(1),
            on_reject,
            attempts: 0,
            reading: None,
            silent: Some(0),
            asked: false,
        }
    }

    /// Makes it go on when nobody is heard: nobody stands behind files that are played.
    #[must_use]
    pub(super) fn without_questions(self) -> Self {
        Self { silent: None, ..self }
    }

    /// Returns what to do now, if there is something.
    pub fn command(&mut self, view: &ViewState) -> Option<Command> {
        match view.phase {
            Phase::Showing if view.device_lost => None,
            Phase::Showing => {
                let number = view.prompt.as_ref().map(|prompt| prompt.number);
                if std::mem::replace(&mut self.reading, number) != number {
                    self.attempts = 0;
                }
                self.attempts += 1;
                if self.attempts > self.most_attempts {
                    self.attempts = 0;
                    return Some(Command::Skip { reason: SkipReason::NotRecorded });
                }
                Some(Command::Record)
            }
            Phase::Verdict => {
                let take = view.take.as_ref()?;
                // Gone back to, or left from before: nobody is there to say that it is good, so it is read again.
                if !view.is_new && !self.asked {
                    self.attempts = 0;
                    return Some(Command::Redo { reason: OWN_WISH.to_owned() });
                }
                let is_silent = take.is_silent();
                let has_answered = std::mem::take(&mut self.asked);
                if let Some(silent) = self.silent.as_mut().filter(|_| !has_answered) {
                    *silent = if is_silent { *silent + 1 } else { 0 };
                    if *silent == MOST_SILENT {
                        // Whoever answers comes back to this take, and has all attempts before them.
                        (*silent, self.asked, self.attempts) = (0, true, 0);
                        return Some(Command::AskWhoIsThere);
                    }
                }
                let judgement = &take.judgement;
                let is_last = self.attempts >= self.most_attempts;
                let command = match (judgement.verdict, self.on_reject) {
                    (Verdict::Reject, _) if !is_last => {
                        let reason = judgement.findings.first().map_or("self", |finding| finding.id.as_str());
                        return Some(Command::Redo { reason: reason.to_owned() });
                    }
                    _ if is_silent => Command::Skip { reason: SkipReason::Rejected },
                    (Verdict::Reject, OnReject::Skip) => Command::Skip { reason: SkipReason::Rejected },
                    _ => Command::Keep,
                };
                self.attempts = 0;
                Some(command)
            }
            // Whoever comes back has all attempts before them.
            Phase::Paused => {
                self.attempts = 0;
                None
            }
            // Nobody has a hand free to take anything back.
            Phase::Done => Some(Command::Quit),
            _ => None,
        }
    }
}
