//! Folding a journal: whoever wants to know something of a session takes in its lines, one after the other.

use super::event::{CaptureFacts, Event, JournalLine, TakeRecord, TakeStart};
use super::fault::{Fault, FaultKind};
use super::layout;
use crate::digest::Sha256;
use crate::ids::PromptId;
use crate::severity::Severity;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Takes in the lines of a journal one after the other, in their order.
pub trait Fold {
    /// Takes in a line; `number` is its place in the file, from 1.
    fn line(&mut self, number: u64, line: &JournalLine);
}

/// A take by its prompt and its number.
pub type TakeKey = (PromptId, u16);

/// What became of a take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TakeState {
    /// The speaker accepted it.
    Kept,
    /// Another take was wanted, or was accepted in its place.
    Replaced,
    /// Nobody decided.
    Undecided,
}

/// How a recording that was started came to its end, as far as the journal knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartView {
    /// The start.
    pub start: TakeStart,
    /// The stop; `None` when the program died while it recorded.
    pub stopped: Option<CaptureFacts>,
}

/// The recordings that were started, and which of them were stopped.
#[derive(Debug, Clone, Default)]
pub struct Starts(pub BTreeMap<TakeKey, StartView>);

impl Fold for Starts {
    fn line(&mut self, _: u64, line: &JournalLine) {
        match &line.event {
            Event::Started(start) => {
                let view = StartView { start: (**start).clone(), stopped: None };
                self.0.entry((start.prompt.clone(), start.take)).or_insert(view);
            }
            Event::Stopped { prompt, take, capture, .. } => {
                if let Some(start) = self.0.get_mut(&(prompt.clone(), *take)) {
                    start.stopped = Some(capture.clone());
                }
            }
            _ => {}
        }
    }
}

/// The highest number of a take that was used, by prompt.
#[derive(Debug, Clone, Default)]
pub struct TakeNumbers(BTreeMap<PromptId, u16>);

impl TakeNumbers {
    /// Notes that a number is used.
    pub fn note(&mut self, prompt: &PromptId, take: u16) {
        match self.0.get_mut(prompt) {
            Some(known) => *known = take.max(*known),
            None => {
                self.0.insert(prompt.clone(), take);
            }
        }
    }

    /// Returns the number that the next take of `prompt` gets; `None` when all are used up.
    pub fn next(&self, prompt: &PromptId) -> Option<u16> {
        self.0.get(prompt).copied().unwrap_or(0).checked_add(1)
    }
}

impl Fold for TakeNumbers {
    fn line(&mut self, _: u64, line: &JournalLine) {
        match &line.event {
            Event::Started(start) => self.note(&start.prompt, start.take),
            Event::Take(take) => self.note(&take.prompt, take.take),
            Event::Stopped { prompt, take, .. }
            | Event::VerdictShown { prompt, take }
            | Event::Kept { prompt, take }
            | Event::Redone { prompt, take, .. }
            | Event::Played { prompt, take } => self.note(prompt, *take),
            _ => {}
        }
    }
}

/// What became of the takes of a journal, entry by entry.
#[derive(Debug, Default)]
pub(super) struct Takes {
    found: Vec<Folded>,
    faults: Vec<Fault>,
    /// Where the takes are.
    index: BTreeMap<TakeKey, usize>,
    /// The accepted take of each reading.
    kept: BTreeMap<TakeKey, usize>,
    /// Takes that are decided on and not there.
    unknown: BTreeSet<TakeKey>,
}

#[derive(Debug)]
struct Folded {
    repetition: u16,
    state: TakeState,
}

impl Takes {
    /// Returns what became of the takes, in the order of the journal, and what is wrong with them.
    pub(super) fn finish(self) -> (Vec<TakeState>, Vec<Fault>) {
        (self.found.into_iter().map(|take| take.state).collect(), self.faults)
    }

    /// Takes in a line, and returns the take that it adds.
    pub(super) fn add<'a>(&mut self, line: u64, entry: &'a JournalLine) -> Option<&'a TakeRecord> {
        match &entry.event {
            Event::Take(record) => {
                let key = (record.prompt.clone(), record.take);
                if let Some(fault) = take_fault(record) {
                    let unusable = fault.kind == FaultKind::ForeignPath;
                    self.faults.push(fault.on_line(line));
                    if unusable {
                        return None;
                    }
                }
                if self.index.contains_key(&key) {
                    let message = format!("take {} of `{}` stands here again", key.1, key.0);
                    let fault = Fault::new(FaultKind::DuplicateTake, Severity::Warn, message);
                    self.faults.push(fault.on_line(line).in_file(record.file.clone()));
                    return None;
                }
                self.index.insert(key, self.found.len());
                self.found.push(Folded { repetition: record.repetition, state: TakeState::Undecided });
                return Some(record);
            }
            Event::Kept { prompt, take } | Event::Redone { prompt, take, .. } => {
                let key = (prompt.clone(), *take);
                let Some(&at) = self.index.get(&key) else {
                    if self.unknown.insert(key) {
                        let message = format!("take {take} of `{prompt}` is decided on but is not there");
                        let fault = Fault::new(FaultKind::UnknownTake, Severity::Warn, message);
                        self.faults.push(fault.on_line(line));
                    }
                    return None;
                };
                let reading = (prompt.clone(), self.found[at].repetition);
                if matches!(entry.event, Event::Redone { .. }) {
                    self.found[at].state = TakeState::Replaced;
                    if self.kept.get(&reading) == Some(&at) {
                        self.kept.remove(&reading);
                    }
                    return None;
                }
                if let Some(former) = self.kept.insert(reading, at) {
                    self.found[former].state = TakeState::Replaced;
                }
                self.found[at].state = TakeState::Kept;
            }
            _ => {}
        }
        None
    }
}

fn take_fault(record: &TakeRecord) -> Option<Fault> {
    if record.take == 0 || record.file != layout::file_name(&record.prompt, record.take) {
        let message = format!(
            "take {} of `{}` names the file `{}`; its own would be `{}`",
            record.take,
            record.prompt,
            record.file.escape_debug(),
            layout::file_name(&record.prompt, record.take)
        );
        return Some(Fault::new(FaultKind::ForeignPath, Severity::Reject, message));
    }
    (Sha256::of(&record.text) != record.text_sha256).then(|| {
        let message =
            format!("the text of take {} of `{}` is not the one of its hash", record.take, record.prompt);
        Fault::new(FaultKind::TextHash, Severity::Reject, message).in_file(record.file.clone())
    })
}
