//! The one assessment of a take: live, recovered after a crash, imported, checked or packed, it is judged here.

use crate::error::Result;
use crate::ids::Locale;
use crate::quality::reading::{self, SpeakerRate};
use crate::quality::session::SessionLevels;
use crate::quality::{
    Finding, FrameGrid, Judgement, Longest, Measurements, Policy, Severity, Verdict, judge,
};
use crate::recordings::assess::measure::measure_file;
use crate::recordings::session::event::{CaptureFacts, TakeRecord};
use crate::recordings::session::numbers;
use crate::recordings::session::record::SessionRecord;
use crate::recordings::session::{SessionView, TakeState};
use crate::recordings::transcribe::transcripts::{self, Heard};
use std::path::Path;

/// The id of the finding that a take cut short gets.
pub const INTERRUPTED: &str = "interrupted";

/// What is known of a take besides its samples.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The words that were to be read.
    pub text: &'a str,
    /// Faults that the recorder counted inside it ([`CaptureFacts::faults`]).
    pub faults: u64,
    /// Whether the microphone went away inside it.
    pub device_lost: bool,
    /// Milliseconds that the computer slept inside it, if audio is missing for it.
    pub slept_ms: Option<u64>,
    /// Whether a crash, a signal or a full disk cut it short.
    pub interrupted: bool,
    /// What recognisers heard in it.
    pub heard: &'a [Heard],
}

impl<'a> Told<'a> {
    /// Returns what the recorder tells of a take of `text`.
    pub fn of(text: &'a str, capture: &CaptureFacts) -> Self {
        Self {
            text,
            faults: capture.faults(),
            device_lost: capture.device_lost,
            slept_ms: capture.slept_ms,
            interrupted: capture.interrupted,
            heard: &[],
        }
    }
}

/// Assesses the takes of one session, one after the other, and learns from those that are accepted.
#[derive(Debug, Clone)]
pub struct Assessor {
    policy: Policy,
    locale: Locale,
    rate: SpeakerRate,
    levels: SessionLevels,
}

impl Assessor {
    /// Makes an assessor of takes in `locale` that knows nothing of the speaker; `policy` are the limits with those of
    /// the session's sheet ([`Policy::over_sheet`]).
    pub fn new(policy: Policy, locale: Locale) -> Self {
        Self { policy, locale, rate: SpeakerRate::new(), levels: SessionLevels::new() }
    }

    /// Makes the assessor of the session `record`, which knows what the accepted takes of `sessions` tell: those of the
    /// same speaker and locale how fast they read, those of the session itself how loud it is. `own` are the limits
    /// that were set on purpose; the session's own sheet comes below them.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) when the sheet's limits are not known to this build.
    pub fn of_session(own: &Policy, record: &SessionRecord, sessions: &[SessionView]) -> Result<Self> {
        let mut assessor = Self::new(own.over_sheet(&record.sheet.policy)?, record.locale.clone());
        for session in sessions {
            let other = session.record();
            if other.speaker.id != record.speaker.id || other.locale != record.locale {
                continue;
            }
            let is_own = other.id == record.id;
            for take in session.takes() {
                let take = (take.state == TakeState::Kept).then_some(&take.record);
                let teaches =
                    |take: &&TakeRecord| take.verdict != Verdict::Reject && numbers::of_take(take).is_none();
                let Some(take) = take.filter(teaches) else { continue };
                assessor.rate.observe(&take.measurements, &take.text);
                if is_own {
                    assessor.levels.observe(&take.measurements);
                }
            }
        }
        Ok(assessor)
    }

    /// Takes over what is known of the speaker's reading rate in this locale.
    #[must_use]
    pub fn knowing(mut self, rate: SpeakerRate) -> Self {
        self.rate = rate;
        self
    }

    /// Makes the assessor of the speaker's next session, with another microphone: their rate is known, its levels not.
    #[must_use]
    pub fn next_session(&self) -> Self {
        Self { levels: SessionLevels::new(), ..self.clone() }
    }

    /// Gives back what is known of the speaker's reading rate.
    pub fn into_rate(self) -> SpeakerRate {
        self.rate
    }

    /// Returns the limits.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Returns how long a take may be, which is also how far one is measured.
    pub fn longest(&self) -> Longest {
        self.policy.longest()
    }

    /// Says whether the text was read twice, which only the sound tells; part of what is measured of a file.
    pub fn hear(measured: &mut Measurements, grid: &FrameGrid, text: &str, locale: &Locale) {
        reading::hear_twice(measured, grid, text, locale);
    }

    /// Fills in what the text, the recorder, recognisers and the takes before tell of a take, and judges it.
    pub fn assess(&self, measured: &mut Measurements, told: Told<'_>) -> Judgement {
        measured.xruns = Some(told.faults);
        measured.device_lost = told.device_lost.then_some(1);
        measured.slept_ms = told.slept_ms;
        reading::apply(measured, told.text, &self.locale, &self.rate);
        transcripts::apply(told.heard, measured, told.text, &self.locale);
        self.levels.apply(measured);
        judge_stored(&self.policy, measured, told.interrupted)
    }

    /// Measures and assesses the file of a take.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system refuses; a file that is no audio is a finding.
    pub fn assess_file(&self, path: &Path, told: Told<'_>) -> Result<(Measurements, Judgement)> {
        let (mut measured, grid) = measure_file(path, Some(0), self.longest())?;
        if let Some(grid) = grid {
            Self::hear(&mut measured, &grid, told.text, &self.locale);
        }
        let judgement = self.assess(&mut measured, told);
        Ok((measured, judgement))
    }

    /// Learns from an accepted take; one that is rejected teaches nothing.
    pub fn learn(&mut self, measured: &Measurements, verdict: Verdict, text: &str) {
        if verdict != Verdict::Reject {
            self.rate.observe(measured, text);
            self.levels.observe(measured);
        }
    }
}

/// Judges what was measured and assessed before, under `policy`, which has the limits of the session's sheet.
pub fn judge_stored(policy: &Policy, measured: &Measurements, interrupted: bool) -> Judgement {
    cut_short(judge(measured, policy), interrupted)
}

/// Adds the finding of a take that was cut short: what is missing nobody knows, so it is not usable.
pub fn cut_short(mut judgement: Judgement, interrupted: bool) -> Judgement {
    if !interrupted {
        return judgement;
    }
    judgement.findings.insert(0, reject(INTERRUPTED));
    Judgement::of(judgement.findings)
}

/// Returns a rejection that comes from no check.
pub fn reject(id: &str) -> Finding {
    Finding { id: id.to_owned(), severity: Severity::Reject, value: None, limit: None }
}
