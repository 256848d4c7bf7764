//! What the journals tell of the readings of one speaker, one sheet and one locale.

use crate::digest::Sha256;
use crate::ids::PromptId;
use crate::quality::Judgement;
use crate::recordings::session::event::{Event, JournalLine, TakeRecord};
use crate::recordings::session::fold::{Fold, TakeKey};
use crate::recordings::session::numbers;
use crate::recordings::session::record::{Order, SessionRecord};
use crate::recordings::session::{FileState, SessionView, TakeState};
use crate::sitting::model::ShownTake;
use crate::units::seconds;
use std::collections::{BTreeMap, BTreeSet};

/// A reading by name: the prompt, and which of its wanted readings.
pub type ReadingKey = (PromptId, u16);

/// What is known of one reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Past {
    /// The accepted take.
    pub kept: Option<ShownTake>,
    /// The newest take of the session at hand that nobody decided on.
    pub undecided: Option<ShownTake>,
    /// How often it was left out.
    pub skips: u32,
    /// Takes recorded.
    pub attempts: u32,
}

/// What is known of all readings.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// By reading.
    pub readings: BTreeMap<ReadingKey, Past>,
    /// The readings decided on, the latest last, each once.
    pub trail: Vec<ReadingKey>,
    /// The reading at which the session at hand stopped.
    pub at: Option<ReadingKey>,
}

fn same_task(a: &SessionRecord, b: &SessionRecord) -> bool {
    a.speaker.id == b.speaker.id && a.sheet.id == b.sheet.id && a.locale == b.locale
}

/// Returns the order of the latest session of the same speaker, sheet and locale as `record`.
pub fn last_order(record: &SessionRecord, sessions: &[SessionView]) -> Option<Order> {
    let same = sessions.iter().filter(|session| same_task(session.record(), record));
    same.max_by_key(|session| session.record().created).map(|session| session.record().order)
}

/// Shows a take of the session `record`.
pub(crate) fn shown(record: &SessionRecord, take: &TakeRecord, kept: bool) -> ShownTake {
    ShownTake {
        session: record.id.clone(),
        take: take.take,
        length_ms: (seconds(take.frames, take.rate) * 1000.0).round() as u64,
        judgement: Judgement { verdict: take.verdict, findings: take.findings.clone() },
        kept,
    }
}

impl History {
    /// Reads the history out of the sessions of the same speaker, sheet and locale as `record`.
    /// A take counts only when its file is there and its text is the one of `texts`.
    pub fn read(
        record: &SessionRecord,
        texts: &BTreeMap<PromptId, Sha256>,
        sessions: &[SessionView],
    ) -> Self {
        let mut history = Self::default();
        let mut sessions: Vec<&SessionView> =
            sessions.iter().filter(|session| same_task(session.record(), record)).collect();
        sessions.sort_by_key(|session| (session.record().created, session.record().id.clone()));
        for session in sessions {
            history.read_session(record, texts, session);
        }
        history
    }

    fn read_session(
        &mut self,
        record: &SessionRecord,
        texts: &BTreeMap<PromptId, Sha256>,
        session: &SessionView,
    ) {
        let is_own = session.record().id == record.id;
        let mut repetitions = BTreeMap::new();
        let mut undecided: BTreeMap<TakeKey, ShownTake> = BTreeMap::new();
        for take in session.takes() {
            let of = &take.record;
            let past = self.readings.entry((of.prompt.clone(), of.repetition)).or_default();
            past.attempts += 1;
            repetitions.insert((of.prompt.clone(), of.take), of.repetition);
            if texts.get(&of.prompt) != Some(&of.text_sha256) || take.file == FileState::Missing {
                continue;
            }
            // A length that cannot be is none.
            if numbers::of_take(of).is_some() {
                continue;
            }
            match take.state {
                TakeState::Kept => past.kept = Some(shown(session.record(), of, true)),
                TakeState::Undecided if is_own && !of.capture.interrupted => {
                    undecided.insert((of.prompt.clone(), of.take), shown(session.record(), of, false));
                }
                TakeState::Undecided | TakeState::Replaced => {}
            }
        }
        session.fold(&mut Decisions { history: self, is_own, repetitions, undecided });
        // Each once, where it was decided last.
        let mut seen = BTreeSet::new();
        let mut trail: Vec<ReadingKey> = Vec::new();
        for key in self.trail.drain(..).rev() {
            if seen.insert(key.clone()) {
                trail.push(key);
            }
        }
        trail.reverse();
        self.trail = trail;
    }
}

/// What the lines of one session decide about its readings.
struct Decisions<'a> {
    history: &'a mut History,
    is_own: bool,
    /// The repetition of each take.
    repetitions: BTreeMap<TakeKey, u16>,
    /// Takes that nobody has decided on.
    undecided: BTreeMap<TakeKey, ShownTake>,
}

impl Fold for Decisions<'_> {
    fn line(&mut self, _: u64, line: &JournalLine) {
        let history = &mut *self.history;
        let decided = match &line.event {
            Event::Skipped { prompt, repetition, .. } => {
                let key = (prompt.clone(), *repetition);
                let past = history.readings.entry(key.clone()).or_default();
                past.skips += 1;
                past.undecided = None;
                Some(key)
            }
            Event::Kept { prompt, take } => {
                let repetition = self.repetitions.get(&(prompt.clone(), *take));
                repetition.map(|&repetition| (prompt.clone(), repetition))
            }
            Event::Shown { prompt, repetition } if self.is_own => {
                history.at = Some((prompt.clone(), *repetition));
                None
            }
            Event::Take(take) if self.is_own => {
                let key = (take.prompt.clone(), take.repetition);
                if let Some(take) = self.undecided.remove(&(take.prompt.clone(), take.take)) {
                    history.readings.entry(key.clone()).or_default().undecided = Some(take);
                }
                history.at = Some(key);
                None
            }
            _ => None,
        };
        if let Some(key) = decided {
            if history.at.as_ref() == Some(&key) {
                history.at = None;
            }
            history.trail.push(key);
        }
    }
}
