//! Judging takes one after the other: what is known of speakers and sessions grows from take to take.

use super::copies::{CopyOf, Earlier};
use super::measured::{FILE_ALTERED, FILE_MISSING, FileFault, Measured};
use super::work::{Job, TakeFacts};
use crate::error::Result;
use crate::ids::{Locale, SpeakerId};
use crate::quality::reading::{self, SpeakerRate};
use crate::quality::session::SessionLevels;
use crate::quality::{Finding, Judgement, Measurements, Policy, Severity, Verdict, judge};
use crate::recordings::assess::interruption::with_interruption;
use crate::recordings::session::view::TakeState;
use crate::recordings::transcribe::transcripts;
use std::collections::BTreeMap;

/// A checked take or file.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What was measured.
    pub measurements: Measurements,
    /// What follows from it.
    pub judgement: Judgement,
    /// The earlier recording that it is a copy of.
    pub copy_of: Option<CopyOf>,
}

/// Judges takes in their order, and learns from each.
pub(super) struct Judge<'a> {
    policy: &'a Policy,
    rates: BTreeMap<(SpeakerId, Locale), SpeakerRate>,
    own: Option<Own>,
}

/// The session at hand.
struct Own {
    number: usize,
    policy: Policy,
    levels: SessionLevels,
}

impl<'a> Judge<'a> {
    pub(super) fn new(policy: &'a Policy) -> Self {
        Self { policy, rates: BTreeMap::new(), own: None }
    }

    /// Judges the next take or file, which may be a copy of an `earlier` one.
    pub(super) fn judge(&mut self, job: &Job, taken: Measured, earlier: Option<&Earlier>) -> Result<Checked> {
        let Measured { mut measured, fault } = taken;
        Earlier::apply(earlier, &mut measured);
        let judgement = if let Some(take) = &job.take {
            self.judge_take(job, take, &mut measured, fault)?
        } else {
            if let Some(text) = &job.text {
                reading::apply(&mut measured, text, &job.locale, &SpeakerRate::new());
            }
            judge(&measured, self.policy)
        };
        let copy_of = earlier.and_then(|earlier| earlier.tell(job, &judgement));
        Ok(Checked { measurements: measured, judgement, copy_of })
    }

    fn judge_take(
        &mut self,
        job: &Job,
        take: &TakeFacts,
        measured: &mut Measurements,
        fault: Option<FileFault>,
    ) -> Result<Judgement> {
        let text = job.text.as_deref().unwrap_or("");
        let rate = self.rates.entry((take.session.speaker.clone(), job.locale.clone())).or_default();
        let own = match &mut self.own {
            Some(own) if own.number == take.session.number => own,
            own => own.insert(Own {
                number: take.session.number,
                policy: self.policy.over_sheet(&take.session.policy)?,
                levels: SessionLevels::new(),
            }),
        };
        measured.xruns = Some(take.faults);
        reading::apply(measured, text, &job.locale, rate);
        transcripts::apply(&take.heard, measured, text, &job.locale);
        own.levels.apply(measured);
        let mut judgement = with_interruption(judge(measured, &own.policy), take.interrupted);
        let extra =
            |id: &str| Finding { id: id.to_owned(), severity: Severity::Reject, value: None, limit: None };
        match fault {
            Some(FileFault::Missing) => judgement = Judgement::of(vec![extra(FILE_MISSING)]),
            Some(FileFault::Altered) => {
                judgement.findings.insert(0, extra(FILE_ALTERED));
                judgement = Judgement::of(judgement.findings);
            }
            None => {}
        }
        if take.state == TakeState::Kept && judgement.verdict != Verdict::Reject {
            rate.observe(measured, text);
            own.levels.observe(measured);
        }
        Ok(judgement)
    }
}
