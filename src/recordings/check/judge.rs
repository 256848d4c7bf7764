//! Judging takes one after the other: what is known of speakers and sessions grows from take to take.

use super::copies::{CopyOf, Earlier};
use super::measured::{FILE_ALTERED, FILE_MISSING, FileFault, Measured};
use super::work::{Job, TakeFacts};
use crate::error::Result;
use crate::ids::{Locale, SpeakerId};
use crate::quality::reading::{self, SpeakerRate};
use crate::quality::{Judgement, Measurements, Policy, judge};
use crate::recordings::assess::assessor::{Assessor, Told, reject};
use crate::recordings::session::TakeState;
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
    speaker: (SpeakerId, Locale),
    assessor: Assessor,
}

impl<'a> Judge<'a> {
    pub(super) fn new(policy: &'a Policy) -> Self {
        Self { policy, rates: BTreeMap::new(), own: None }
    }

    /// Judges the next take or file, which may be a copy of an `earlier` one.
    pub(super) fn judge(&mut self, job: &Job, taken: Measured, earlier: Option<&Earlier>) -> Result<Checked> {
        let Measured { numbers: mut measured, fault, .. } = taken;
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

    /// Turns to the session of a take, and hands on what is known of its speaker.
    fn assessor(&mut self, job: &Job, take: &TakeFacts) -> Result<&mut Assessor> {
        let own = match self.own.take() {
            Some(own) if own.number == take.session.number => own,
            former => {
                if let Some(former) = former {
                    self.rates.insert(former.speaker, former.assessor.into_rate());
                }
                let policy = self.policy.over_sheet(&take.session.policy)?;
                let speaker = (take.session.speaker.clone(), job.locale.clone());
                let rate = self.rates.remove(&speaker).unwrap_or_default();
                let assessor = Assessor::new(policy, job.locale.clone()).knowing(rate);
                Own { number: take.session.number, speaker, assessor }
            }
        };
        Ok(&mut self.own.insert(own).assessor)
    }

    fn judge_take(
        &mut self,
        job: &Job,
        take: &TakeFacts,
        measured: &mut Measurements,
        fault: Option<FileFault>,
    ) -> Result<Judgement> {
        let text = job.text.as_deref().unwrap_or("");
        let assessor = self.assessor(job, take)?;
        let told = Told {
            text,
            faults: take.faults,
            device_lost: take.device_lost,
            slept_ms: take.slept_ms,
            interrupted: take.interrupted,
            heard: &take.heard,
        };
        let mut judgement = assessor.assess(measured, told);
        match fault {
            Some(FileFault::Missing) => judgement = Judgement::of(vec![reject(FILE_MISSING)]),
            Some(FileFault::Altered) => {
                judgement.findings.insert(0, reject(FILE_ALTERED));
                judgement = Judgement::of(judgement.findings);
            }
            None => {}
        }
        if take.state == TakeState::Kept {
            assessor.learn(measured, judgement.verdict, text);
        }
        Ok(judgement)
    }
}
