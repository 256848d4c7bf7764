//! The agenda of a sitting: all readings, what is known of each, which one is at hand and which come next.

use super::history::{History, Past, ReadingKey};
use super::model::{Counts, PromptView, ReadingState, ReadingView};
use super::order::{self, Reading};
use crate::ids::PromptId;
use crate::recordings::feedback::AskedPrompt;
use crate::recordings::session::SessionView;
use crate::recordings::session::record::SessionRecord;
use crate::sheet::{Prompt, Sheet};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How often a reading that was left out is asked again in one sitting; the next start asks it again in any case.
const ASKED_AGAIN: u32 = 1;

/// What a sitting is to ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// How many readings at most; all open ones without it.
    pub limit: Option<usize>,
    /// These prompts and no others, though they were read before.
    pub again: Vec<PromptId>,
    /// These prompts before all others, though they were read before: who collects asks for them once more.
    pub asked: Vec<AskedPrompt>,
}

/// The readings of one sitting.
#[derive(Debug)]
pub(super) struct Agenda {
    prompts: Vec<Prompt>,
    readings: Vec<Reading>,
    past: Vec<Past>,
    /// How often each reading was left out in this sitting.
    left_out_now: Vec<u32>,
    /// Readings to come, without the one at hand.
    queue: VecDeque<usize>,
    /// Readings decided on, the latest last, each once; `cursor` is the place of the one at hand.
    trail: Vec<usize>,
    cursor: usize,
    current: Option<usize>,
    /// Readings that were accepted before and are asked for again.
    again: BTreeSet<usize>,
    /// Why readings are asked for that who collects wants once more, and by which feedback; the prompt is that of the reading.
    asked: BTreeMap<usize, AskedPrompt>,
    /// Whether more is left to read than this sitting asks.
    limited: bool,
}

impl Agenda {
    /// Makes the agenda of a sitting in the session `record`, which reads `sheet`; `sessions` are all that may hold takes of
    /// the same speaker, this one included.
    pub(super) fn new(
        record: &SessionRecord,
        sheet: &Sheet,
        wanted: &Wanted,
        sessions: &[SessionView],
    ) -> Self {
        let readings = order::readings(&sheet.prompts, record.order);
        let texts = sheet.prompts.iter().map(|prompt| (prompt.id.clone(), prompt.text_sha256())).collect();
        let mut history = History::read(record, &texts, sessions);
        let key = |reading: &Reading| (sheet.prompts[reading.prompt].id.clone(), reading.repetition);
        let index: BTreeMap<ReadingKey, usize> =
            readings.iter().enumerate().map(|(at, reading)| (key(reading), at)).collect();
        let past: Vec<Past> = readings
            .iter()
            .map(|reading| history.readings.remove(&key(reading)).unwrap_or_default())
            .collect();
        let place = |key: &ReadingKey| index.get(key).copied();
        let trail: Vec<usize> = history.trail.iter().filter_map(place).collect();
        let mut again: BTreeSet<usize> =
            (0..readings.len()).filter(|&at| wanted.again.contains(&key(&readings[at]).0)).collect();
        let mut first = Vec::new();
        let mut asked = BTreeMap::new();
        for one in wanted.asked.iter().filter(|_| wanted.again.is_empty()) {
            let Some(at) =
                (0..readings.len()).find(|&at| key(&readings[at]) == (one.prompt.clone(), one.repetition))
            else {
                continue;
            };
            first.push(at);
            asked.insert(at, one.clone());
        }
        let mut queue: VecDeque<usize> = if wanted.again.is_empty() {
            let open = |was_left_out: bool| {
                let past = &past;
                (0..past.len())
                    .filter(move |&at| past[at].kept().is_none() && (past[at].skips > 0) == was_left_out)
            };
            let others = [false, true].into_iter().flat_map(open).filter(|at| !first.contains(at));
            first.iter().copied().chain(others).collect()
        } else {
            again.iter().copied().collect()
        };
        again.extend(&first);
        // Where it stopped, even when that is not the next one in the order; what is asked for comes before it.
        if let Some(at) =
            history.at.as_ref().and_then(place).filter(|at| first.is_empty() && queue.contains(at))
        {
            queue.retain(|&other| other != at);
            queue.push_front(at);
        }
        let limited = wanted.limit.is_some_and(|limit| queue.len() > limit);
        queue.truncate(wanted.limit.unwrap_or(usize::MAX));
        Self {
            prompts: sheet.prompts.clone(),
            readings,
            left_out_now: vec![0; past.len()],
            past,
            queue,
            cursor: trail.len(),
            trail,
            current: None,
            again,
            asked,
            limited,
        }
    }

    /// Returns the reading at hand.
    pub(super) fn current(&self) -> Option<usize> {
        self.current
    }

    /// Returns what is known of the reading at hand.
    pub(super) fn past(&self) -> Option<&Past> {
        self.current.map(|at| &self.past[at])
    }

    pub(super) fn past_mut(&mut self) -> Option<&mut Past> {
        self.current.map(|at| &mut self.past[at])
    }

    /// Returns the prompt at hand.
    pub(super) fn prompt(&self) -> Option<&Prompt> {
        self.current.map(|at| &self.prompts[self.readings[at].prompt])
    }

    /// Returns a reading by name.
    pub(super) fn key(&self, at: usize) -> ReadingKey {
        let reading = self.readings[at];
        (self.prompts[reading.prompt].id.clone(), reading.repetition)
    }

    /// Says whether more is left to read than this sitting asks.
    pub(super) fn is_limited(&self) -> bool {
        self.limited
    }

    /// Says whether the reading at hand was accepted before and is to be read again, which was not done yet.
    pub(super) fn is_again(&self) -> bool {
        self.current.is_some_and(|at| self.again.contains(&at))
    }

    /// Returns why the reading at hand is asked for, while who collects wants it once more.
    pub(super) fn asked(&self) -> Option<&AskedPrompt> {
        self.current.filter(|at| self.again.contains(at)).and_then(|at| self.asked.get(&at))
    }

    /// Returns all that a face needs of the prompt at hand.
    pub(super) fn prompt_view(&self) -> Option<PromptView> {
        let at = self.current?;
        let reading = self.readings[at];
        let prompt = &self.prompts[reading.prompt];
        Some(PromptView {
            id: prompt.id.clone(),
            text: prompt.text.clone(),
            text_sha256: prompt.text_sha256(),
            hint: prompt.hint.clone(),
            media: prompt.media.clone(),
            repetition: reading.repetition,
            repeat: prompt.repeat.max(1),
            number: at + 1,
            attempts: self.past[at].attempts,
            asked: self.asked().map(|asked| asked.reasons.clone()),
        })
    }

    /// Returns all readings in their order.
    pub(super) fn list(&self) -> Vec<ReadingView> {
        let view = |(at, past): (usize, &Past)| {
            let prompt = &self.prompts[self.readings[at].prompt];
            let state = match (past.kept(), past.skips) {
                (Some(_), _) => ReadingState::Kept,
                (None, 1..) => ReadingState::LeftOut,
                (None, 0) => ReadingState::Open,
            };
            ReadingView { number: at + 1, prompt: prompt.id.clone(), text: prompt.text.clone(), state }
        };
        self.past.iter().enumerate().map(view).collect()
    }

    /// Returns how far the reader has come, who has had so many readings accepted in this sitting.
    pub(super) fn counts(&self, kept_now: usize) -> Counts {
        let kept = self.past.iter().filter_map(Past::kept);
        let is_asked = |at: &usize| self.past[*at].kept().is_none() || self.again.contains(at);
        let open_now = self.current.filter(is_asked);
        Counts {
            readings: self.readings.len(),
            kept: kept.clone().count(),
            skipped: self.past.iter().filter(|past| past.kept().is_none() && past.skips > 0).count(),
            kept_now,
            left_now: self.queue.len() + usize::from(open_now.is_some()),
            kept_ms: kept.map(|take| take.length_ms).sum(),
        }
    }

    /// Takes note that a take of the reading at hand was accepted.
    pub(super) fn kept(&mut self) {
        if let Some(at) = self.current {
            self.again.remove(&at);
        }
    }

    /// Takes note that the reading at hand is to be read again, whatever is accepted.
    pub(super) fn wanted_again(&mut self) {
        self.again.extend(self.current);
    }

    /// Takes note that the reading at hand is left out: it comes again once, at the end.
    pub(super) fn left_out(&mut self) {
        let Some(at) = self.current else { return };
        self.past[at].skips += 1;
        self.left_out_now[at] += 1;
        self.again.remove(&at);
        if self.left_out_now[at] <= ASKED_AGAIN {
            self.queue.push_back(at);
        }
    }

    /// Takes back that the reading at hand was left out.
    pub(super) fn taken_in(&mut self) {
        let Some(at) = self.current else { return };
        self.past[at].skips = self.past[at].skips.saturating_sub(1);
        self.left_out_now[at] = self.left_out_now[at].saturating_sub(1);
    }

    /// Goes on from a reading that was decided on; says whether there is a next one.
    pub(super) fn advance(&mut self) -> bool {
        if let Some(at) = self.current.take() {
            if self.trail.get(self.cursor) != Some(&at) {
                self.trail.push(at);
            }
            self.cursor = self.trail.len();
        }
        let next = self.queue.pop_front();
        if let Some(next) = next {
            self.visit(next);
        }
        next.is_some()
    }

    /// Returns the words of the reading decided on before the one at hand, and of the one that comes next.
    pub(super) fn neighbours(&self) -> (Option<String>, Option<String>) {
        let words = |at: usize| self.prompts[self.readings[at].prompt].text.clone();
        (self.before().map(words), self.queue.front().copied().map(words))
    }

    /// Returns the reading decided on before the one at hand.
    pub(super) fn before(&self) -> Option<usize> {
        self.trail.get(self.cursor.checked_sub(1)?).copied()
    }

    /// Returns the reading of a prompt to go to: its first open one, else its last.
    pub(super) fn of_prompt(&self, prompt: &PromptId) -> Option<usize> {
        let of_prompt = |at: &usize| self.prompts[self.readings[*at].prompt].id == *prompt;
        let open = (0..self.readings.len()).filter(of_prompt).find(|&at| self.past[at].kept().is_none());
        open.or_else(|| (0..self.readings.len()).rev().find(of_prompt))
    }

    /// Leaves the reading at hand undecided, and comes to another one.
    pub(super) fn turn_to(&mut self, at: usize) {
        self.leave();
        self.queue.retain(|&other| other != at);
        self.visit(at);
    }

    fn visit(&mut self, at: usize) {
        self.current = Some(at);
        self.cursor = self.trail.iter().position(|&other| other == at).unwrap_or(self.trail.len());
    }

    /// Leaves the reading at hand undecided: it comes again, at once, or at the end if it was left out.
    fn leave(&mut self) {
        let Some(at) = self.current.take() else { return };
        let is_done = self.past[at].kept().is_some() && !self.again.contains(&at);
        if is_done || self.queue.contains(&at) {
            return;
        }
        match self.left_out_now[at] {
            0 => self.queue.push_front(at),
            times if times <= ASKED_AGAIN => self.queue.push_back(at),
            _ => {}
        }
    }

    /// Says that nothing is at hand any more.
    pub(super) fn close(&mut self) {
        self.current = None;
    }
}
