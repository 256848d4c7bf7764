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
    /// The takes that can be heard, the oldest first: all of the session at hand, and those accepted in others, of which the
    /// latest counts.
    pub takes: Vec<ShownTake>,
    /// How many of them were there when it was left out last: they are not offered any more.
    pub passed_over: usize,
    /// How often it was left out.
    pub skips: u32,
    /// Takes recorded.
    pub attempts: u32,
}

impl Past {
    /// Returns the accepted take.
    pub fn kept(&self) -> Option<&ShownTake> {
        self.takes.iter().find(|take| take.is_kept())
    }

    /// Returns the place of the take that is shown with the reading: the newest that waits for a decision, else the
    /// accepted one.
    pub fn offered(&self) -> Option<usize> {
        let waits = |take: &ShownTake| take.state == TakeState::Undecided && !take.interrupted;
        let newest = self.takes.iter().skip(self.passed_over).rposition(waits);
        newest.map(|at| at + self.passed_over).or_else(|| self.takes.iter().position(ShownTake::is_kept))
    }

    /// Takes note of an accepted take, which comes before those that were accepted before.
    fn keep(&mut self, take: ShownTake) {
        for other in &mut self.takes {
            if other.is_kept() {
                other.state = TakeState::Replaced;
            }
        }
        self.takes.push(take);
    }
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
pub(crate) fn shown(record: &SessionRecord, take: &TakeRecord, state: TakeState) -> ShownTake {
    ShownTake {
        session: record.id.clone(),
        take: take.take,
        length_ms: (seconds(take.frames, take.rate) * 1000.0).round() as u64,
        judgement: Judgement { verdict: take.verdict, findings: take.findings.clone() },
        state,
        interrupted: take.capture.interrupted,
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
            let shown = shown(session.record(), of, take.state);
            match take.state {
                TakeState::Kept => past.keep(shown),
                TakeState::Undecided | TakeState::Replaced if is_own => past.takes.push(shown),
                TakeState::Undecided | TakeState::Replaced | TakeState::Deleted => {}
            }
        }
        session.fold(&mut Decisions { history: self, is_own, repetitions, published: BTreeSet::new() });
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
    /// The takes that were there by the line at hand.
    published: BTreeSet<TakeKey>,
}

impl Fold for Decisions<'_> {
    fn line(&mut self, _: u64, line: &JournalLine) {
        let history = &mut *self.history;
        let decided = match &line.event {
            Event::Skipped { prompt, repetition, .. } => {
                let key = (prompt.clone(), *repetition);
                let past = history.readings.entry(key.clone()).or_default();
                past.skips += 1;
                let was_there =
                    |take: &ShownTake| !self.is_own || self.published.contains(&(prompt.clone(), take.take));
                past.passed_over = past.takes.iter().rposition(was_there).map_or(0, |at| at + 1);
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
                self.published.insert((take.prompt.clone(), take.take));
                let key = (take.prompt.clone(), take.repetition);
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
