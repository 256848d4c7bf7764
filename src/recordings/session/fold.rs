//! Folding a journal: whoever wants to know something of a session takes in its lines, one after the other.

use super::event::{CaptureFacts, Event, JournalLine, TakeRecord, TakeStart};
use super::fault::{Fault, FaultKind};
use super::{layout, numbers};
use crate::digest::Sha256;
use crate::ids::PromptId;
use crate::severity::Severity;
use crate::sheet::{Slot, annotation};
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
    /// Another take was accepted in its place.
    Replaced,
    /// Nobody decided.
    Undecided,
    /// The speaker had it deleted; its file is gone, or goes with the next recovery.
    Deleted,
}

impl TakeState {
    /// Says whether a take in this state is looked at: a replaced one only when `all_takes` are, a deleted one never.
    pub fn is_looked_at(self, all_takes: bool) -> bool {
        match self {
            Self::Kept | Self::Undecided => true,
            Self::Replaced => all_takes,
            Self::Deleted => false,
        }
    }
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
            // What has an impossible form was not recorded by Booth; the fault is told with those of the takes.
            Event::Started(start) if numbers::of_start(start).is_none() => {
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
            | Event::Undone { prompt, take }
            | Event::Deleted { prompt, take }
            | Event::Gone { prompt, take, .. }
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
                let faults = take_faults(record);
                let unusable = faults.iter().any(|fault| fault.kind == FaultKind::ForeignPath);
                self.faults.extend(faults.into_iter().map(|fault| fault.on_line(line)));
                if unusable {
                    return None;
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
            Event::Started(start) => {
                if let Some(what) = numbers::of_start(start) {
                    let message = format!("the start of take {} of `{}`: {what}", start.take, start.prompt);
                    self.faults.push(Fault::new(FaultKind::Numbers, Severity::Reject, message).on_line(line));
                }
            }
            Event::Kept { prompt, take }
            | Event::Redone { prompt, take, .. }
            | Event::Undone { prompt, take }
            | Event::Deleted { prompt, take } => {
                let key = (prompt.clone(), *take);
                let Some(&at) = self.index.get(&key) else {
                    if self.unknown.insert(key) {
                        let message = format!("take {take} of `{prompt}` is decided on but is not there");
                        let fault = Fault::new(FaultKind::UnknownTake, Severity::Warn, message);
                        self.faults.push(fault.on_line(line));
                    }
                    return None;
                };
                // What is deleted stays so, whatever is said of it later.
                if self.found[at].state == TakeState::Deleted {
                    return None;
                }
                let reading = (prompt.clone(), self.found[at].repetition);
                let state = match entry.event {
                    Event::Kept { .. } => TakeState::Kept,
                    Event::Redone { .. } => TakeState::Replaced,
                    Event::Undone { .. } => TakeState::Undecided,
                    _ => TakeState::Deleted,
                };
                if state == TakeState::Kept {
                    if let Some(former) = self.kept.insert(reading, at) {
                        self.found[former].state = TakeState::Replaced;
                    }
                } else if self.kept.get(&reading) == Some(&at) {
                    self.kept.remove(&reading);
                }
                self.found[at].state = state;
            }
            _ => {}
        }
        None
    }
}

fn take_faults(record: &TakeRecord) -> Vec<Fault> {
    let (prompt, take) = (&record.prompt, record.take);
    if take == 0 || record.file != layout::file_name(prompt, take) {
        let message = format!(
            "take {take} of `{prompt}` names the file `{}`; its own would be `{}`",
            record.file.escape_debug(),
            layout::file_name(prompt, take)
        );
        return vec![Fault::new(FaultKind::ForeignPath, Severity::Reject, message)];
    }
    let text = text_fault(record).map(|what| (FaultKind::TextHash, what));
    let numbers = numbers::of_take(record).map(|what| (FaultKind::Numbers, what));
    let told = |(kind, what)| {
        let message = format!("take {take} of `{prompt}`: {what}");
        Fault::new(kind, Severity::Reject, message).in_file(record.file.clone())
    };
    [text, numbers].into_iter().flatten().map(told).collect()
}

/// Says what does not fit the text of a take: its hash, or the annotation, which has to give text and slots.
pub(crate) fn text_fault(take: &TakeRecord) -> Option<String> {
    if Sha256::of(&take.text) != take.text_sha256 {
        return Some("the text is not the one of its hash".to_owned());
    }
    let slot_fault = |slot: &&Slot| slot.words_in(&take.text) != slot.value;
    if let Some(slot) = take.slots.iter().find(slot_fault) {
        return Some(format!("slot `{}` is not where it says", slot.name.escape_debug()));
    }
    let fits = match &take.annotated {
        None => take.slots.is_empty(),
        Some(annotated) => {
            annotation::parse(annotated).is_ok_and(|(text, slots)| text == take.text && slots == take.slots)
        }
    };
    (!fits).then(|| "the annotation does not give the text and its slots".to_owned())
}
