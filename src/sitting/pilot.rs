//! The commands of a hands-free sitting: record, judge, keep or read again, go on.

use super::model::{Command, Phase, SkipReason, ViewState};
use crate::quality::Verdict;

/// What becomes of a reading whose last attempt is rejected.
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
}

impl Pilot {
    /// Makes a pilot that tries each reading `most_attempts` times (at least once) in a sitting.
    pub fn new(most_attempts: u16, on_reject: OnReject) -> Self {
        Self { most_attempts: most_attempts.max(1), on_reject, attempts: 0 }
    }

    /// Returns what to do now, if there is something.
    pub fn command(&mut self, view: &ViewState) -> Option<Command> {
        match view.phase {
            Phase::Showing if view.device_lost => None,
            Phase::Showing => {
                self.attempts += 1;
                if self.attempts > self.most_attempts {
                    self.attempts = 0;
                    return Some(Command::Skip { reason: SkipReason::NotRecorded });
                }
                Some(Command::Record)
            }
            Phase::Verdict => {
                let judgement = &view.take.as_ref()?.judgement;
                let is_last = self.attempts >= self.most_attempts;
                let command = match (judgement.verdict, self.on_reject) {
                    (Verdict::Reject, _) if !is_last => {
                        let reason = judgement.findings.first().map_or("self", |finding| finding.id.as_str());
                        return Some(Command::Redo { reason: reason.to_owned() });
                    }
                    (Verdict::Reject, OnReject::Skip) => Command::Skip { reason: SkipReason::Rejected },
                    _ => Command::Keep,
                };
                self.attempts = 0;
                Some(command)
            }
            _ => None,
        }
    }
}
