//! Every row is where the lock has its speaker or its text, and what the corpus is for is what is in it.

use super::Fault;
use crate::corpus::catalogue::{self, Row};
use crate::corpus::pools::split_of;
use crate::corpus::release::{self, Release};
use crate::corpus::split::{By, Holding, Lock, MOST_READERS, Purpose, Split, State};
use crate::digest::Sha256;
use crate::ids::SpeakerId;
use std::collections::{BTreeMap, BTreeSet};

/// Where the rows so far have put speakers and texts.
#[derive(Default)]
pub struct Placed {
    /// The speakers, each with the split of its first row.
    speakers: BTreeMap<SpeakerId, Split>,
    /// The texts, as a lock that splits by prompt knows them; empty where it does not.
    texts: BTreeSet<Sha256>,
}

impl Placed {
    /// Takes a row of the catalogue, and adds what is wrong with its place.
    pub fn row(
        &mut self,
        lock: Option<&Lock>,
        head: Option<&Release>,
        row: &Row,
        line: u64,
        faults: &mut Vec<Fault>,
    ) {
        let mut add = |id: &'static str, message: String, expected: String, found: String| {
            faults.push(Fault::new(id, catalogue::NAME, message).at(line).differs(expected, found));
        };
        let goal = head.map_or(Purpose::Training, |head| head.settings.splitting.goal());
        if goal == Purpose::Evaluation && row.split != Split::Test {
            let message = format!("the corpus is for evaluation, and utterance {} is not in test", row.id);
            add("purpose", message, Split::Test.to_string(), row.split.to_string());
        }
        if let Some(only) = row.pool.and_then(split_of).filter(|only| *only != row.split) {
            let pool = row.pool.unwrap_or_default();
            let message = format!("utterance {} is {pool}, and not in {only}", row.id);
            add("pool", message, only.to_string(), row.split.to_string());
        }
        let first = self.speakers.get(&row.speaker).copied();
        self.speakers.entry(row.speaker.clone()).or_insert(row.split);
        let unit = head.map(|head| head.settings.splitting.unit()).or(lock.map(|lock| lock.by));
        let is_new = if unit == Some(By::Prompt) {
            lock.is_some_and(|lock| self.texts.insert(lock.text_key(&row.normalised)))
        } else {
            if let Some(first) = first.filter(|first| *first != row.split) {
                let message = format!("speaker {} is in two splits", row.speaker);
                add("speaker-split", message, first.to_string(), row.split.to_string());
            }
            first.is_none()
        };
        let Some(lock) = lock.filter(|_| is_new) else { return };
        let what = match lock.by {
            By::Speaker => format!("speaker {}", row.speaker),
            By::Prompt => format!("the text of utterance {}", row.id),
        };
        let holding = lock.holding(&row.speaker, &row.normalised);
        if holding.map(|holding| holding.split) != Some(row.split) {
            let locked = holding.map_or("no split".to_owned(), |holding| holding.split.to_string());
            let message = format!("{what} is not placed as in {}", Lock::NAME);
            add("splits", message, locked, row.split.to_string());
        }
        let is_for_evaluation = |holding: Holding| holding.purpose == Purpose::Evaluation;
        if goal == Purpose::Training && holding.is_some_and(is_for_evaluation) {
            let message = format!("{what} is kept for evaluation, and the corpus is to train");
            add("purpose", message, Purpose::Evaluation.to_string(), goal.to_string());
        }
    }

    /// Adds a fault where the lock does not say of a speaker or text whether there are utterances, or splits by something else
    /// than the head says.
    pub fn finish(&self, lock: Option<&Lock>, head: Option<&Release>, faults: &mut Vec<Fault>) {
        let Some(lock) = lock else { return };
        if let Some(unit) = head.map(|head| head.settings.splitting.unit()).filter(|unit| *unit != lock.by) {
            let message = format!("{} splits by something else than {} says", Lock::NAME, release::NAME);
            faults.push(Fault::new("splits", Lock::NAME, message).at(1).differs(unit, lock.by));
        }
        if lock.by == By::Prompt && self.speakers.len() > MOST_READERS {
            let message =
                format!("the corpus is split by prompt, which is for {MOST_READERS} speakers at most");
            let fault = Fault::new("splits", Lock::NAME, message).at(1);
            faults.push(fault.differs(MOST_READERS, self.speakers.len()));
        }
        let speakers = lock.states().map(|(speaker, state)| {
            (format!("speaker {speaker}"), self.speakers.contains_key(speaker), state)
        });
        let texts = lock
            .texts
            .iter()
            .map(|(key, holding)| ("a text".to_owned(), self.texts.contains(key), holding.state));
        for (line, (what, is_there, state)) in (2u64..).zip(speakers.chain(texts)) {
            if is_there != (state == State::Present) {
                let words = if is_there { "has utterances" } else { "has no utterance" };
                let message = format!("{what} {words} in {}", catalogue::NAME);
                faults.push(Fault::new("splits", Lock::NAME, message).at(line));
            }
        }
        // Of a lock that splits by speaker the row has told it.
        let readers = self.speakers.keys().filter(|_| lock.by == By::Prompt);
        for speaker in readers.filter(|speaker| lock.state(speaker).is_none()) {
            let message = format!("speaker {speaker} has utterances and is not in it");
            faults.push(Fault::new("splits", Lock::NAME, message));
        }
    }
}
