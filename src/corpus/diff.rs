//! What changed between two releases of a corpus: utterances added, removed and changed, and whether a speaker moved.

mod omitted;

use crate::corpus::catalogue::{self, Reader, Row};
use crate::corpus::lock_file::read_lock;
use crate::corpus::read::Corpus;
use crate::corpus::release::Settings;
use crate::corpus::split::{Holding, Lock, Split, State};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, SpeakerId, UtteranceId, named};
use omitted::Omitted;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

named! {
    /// What became of an utterance.
    What {
        /// The new release has it, the old one has not.
        Added = "added",
        /// The old release has it, the new one has not.
        Removed = "removed",
        /// Both have it, and something about it is different.
        Changed = "changed",
    }
}

named! {
    /// Why an utterance is another one.
    Why {
        /// The old release has nothing of the speaker, and never had.
        NewSpeaker = "new-speaker",
        /// The speaker had left the corpus before the old release.
        SpeakerIsBack = "speaker-is-back",
        /// The old release has other utterances of the speaker.
        MoreOfSpeaker = "more-of-speaker",
        /// The new release has nothing of the speaker any more.
        SpeakerLeft = "speaker-left",
        /// The new release has other utterances of the speaker.
        LessOfSpeaker = "less-of-speaker",
        /// The other release chooses what it takes in, and not this.
        NotSelected = "not-selected",
        /// The other release has as much of the speaker, or of the text, as it takes in.
        OverLimit = "over-limit",
        /// It was made from another recording.
        OtherRecording = "other-recording",
        /// It was made from the same recording in another way.
        CutAnew = "cut-anew",
        /// The text, its annotation or its slots are others.
        OtherWords = "other-words",
        /// It is in another split, which must never be.
        Moved = "moved",
        /// Something else of the catalogue is different.
        OtherFacts = "other-facts",
    }
}

/// An utterance that is not the same in both releases.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// What became of it.
    pub what: What,
    /// The utterance.
    pub id: UtteranceId,
    /// Its speaker.
    pub speaker: SpeakerId,
    /// Its locale.
    pub locale: Locale,
    /// Its split, in the new release if it is there.
    pub split: Split,
    /// Its length in seconds, in the new release if it is there.
    pub duration: f64,
    /// Why it is another one.
    pub why: Vec<Why>,
    /// The keys of its row whose values are others, in their order.
    pub keys: Vec<String>,
}

/// How much changed of some kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Utterances.
    pub utterances: u64,
    /// Frames at the rate of the release that has them.
    pub frames: u64,
}

/// What changed, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Utterances that only the new release has.
    pub added: Count,
    /// Utterances that only the old release has.
    pub removed: Count,
    /// Utterances that both have, with a difference.
    pub changed: Count,
    /// Utterances that are the same in both.
    pub same: Count,
    /// Utterances by why they are others.
    pub reasons: BTreeMap<Why, u64>,
    /// Speakers with utterances in the new release alone.
    pub speakers_added: u64,
    /// Speakers with utterances in the old release alone.
    pub speakers_left: u64,
    /// Speakers who are in another split, which must never be, by id.
    pub moved: Vec<SpeakerId>,
    /// Texts that are in another split, in releases that are split by prompt, which must never be either.
    pub moved_texts: u64,
    /// Settings that are others: name, in the old release, in the new one.
    pub settings: Vec<(String, String, String)>,
}

/// A catalogue, row by row.
struct Rows(Reader<BufReader<File>>);

impl Rows {
    fn open(corpus: &Corpus) -> Result<Self> {
        let path = corpus.dir().join(catalogue::NAME);
        Ok(Self(Reader::new(BufReader::new(fsio::open_plain(&path, fsio::MOST_STREAMED)?))))
    }

    fn next(&mut self, corpus: &Corpus) -> Result<Option<Row>> {
        let line = self.0.next_line()?;
        let row = line.map(|line| line.row).transpose();
        row.map_err(|error| error.with_path(corpus.dir().join(catalogue::NAME)))
    }
}

fn lock_of(corpus: &Corpus) -> Result<Lock> {
    let path = corpus.dir().join(Lock::NAME);
    read_lock(&path)?.ok_or_else(|| {
        Error::new(ErrorKind::Corpus, format!("the corpus has no {}", Lock::NAME)).with_path(corpus.dir())
    })
}

/// Compares two releases; each utterance that is not the same goes to `each`, in byte order of the ids. Memory does not grow
/// with the number of utterances; where a release limits how often it has a text, with the number of texts.
///
/// # Errors
/// [`ErrorKind::Corpus`] when one of them is no corpus, or its catalogue is damaged; [`ErrorKind::Io`]; those of `each`.
pub fn diff(old: &Path, new: &Path, each: &mut dyn FnMut(Change) -> Result<()>) -> Result<Summary> {
    let (old, new) = (Corpus::open(old)?, Corpus::open(new)?);
    let locks = (lock_of(&old)?, lock_of(&new)?);
    let omitted = (Omitted::of(&old)?, Omitted::of(&new)?);
    let mut summary = Summary {
        settings: settings(&old.release().settings, &new.release().settings),
        ..Summary::default()
    };
    speakers(&locks, &mut summary);
    let (mut olds, mut news) = (Rows::open(&old)?, Rows::open(&new)?);
    let (mut a, mut b) = (olds.next(&old)?, news.next(&new)?);
    loop {
        let order = match (&a, &b) {
            (None, None) => return Ok(summary),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(a), Some(b)) => a.id.cmp(&b.id),
        };
        let first = if order.is_le() { std::mem::replace(&mut a, olds.next(&old)?) } else { None };
        let second = if order.is_ge() { std::mem::replace(&mut b, news.next(&new)?) } else { None };
        if let Some(change) = compare(first.as_ref(), second.as_ref(), &locks, &omitted, &mut summary)? {
            for why in &change.why {
                *summary.reasons.entry(*why).or_default() += 1;
            }
            each(change)?;
        }
    }
}

/// Counts the speakers who came, left and moved.
fn speakers((old, new): &(Lock, Lock), summary: &mut Summary) {
    let here = |lock: &Lock, speaker: &SpeakerId| lock.state(speaker) == Some(State::Present);
    let count = |of: &Lock, other: &Lock| {
        of.states().filter(|(speaker, _)| here(of, speaker) && !here(other, speaker)).count() as u64
    };
    (summary.speakers_added, summary.speakers_left) = (count(new, old), count(old, new));
    for (speaker, holding) in &new.speakers {
        if old.split(speaker).is_some_and(|before| before != holding.split) {
            summary.moved.push(speaker.clone());
        }
    }
    let moved = |(key, now): &(&Sha256, &Holding)| {
        old.texts.get(*key).is_some_and(|before| before.split != now.split)
    };
    summary.moved_texts = new.texts.iter().filter(moved).count() as u64;
}

/// Returns the settings that differ, as JSON has them.
fn settings(old: &Settings, new: &Settings) -> Vec<(String, String, String)> {
    let (old, new) = (fields(old), fields(new));
    let keys = old.iter().chain(&new).map(|(key, _)| key.clone());
    let mut keys: Vec<String> = keys.collect();
    keys.sort();
    keys.dedup();
    // They differ by what they are.
    keys.retain(|key| !["previous", "version"].contains(&key.as_str()));
    let value = |fields: &[(String, Value)], key: &str| {
        fields
            .iter()
            .find(|(name, _)| name == key)
            .map_or("(none)".to_owned(), |(_, value)| value.to_string())
    };
    keys.into_iter()
        .map(|key| (value(&old, &key), value(&new, &key), key))
        .filter(|(old, new, _)| old != new)
        .map(|(old, new, key)| (key, old, new))
        .collect()
}

fn fields(value: &impl Serialize) -> Vec<(String, Value)> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields.into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Compares an utterance of the old release with that of the new one, of which one at least is there.
fn compare(
    old: Option<&Row>,
    new: Option<&Row>,
    (old_lock, new_lock): &(Lock, Lock),
    (old_omitted, new_omitted): &(Omitted, Omitted),
    summary: &mut Summary,
) -> Result<Option<Change>> {
    let state = |lock: &Lock, row: &Row| lock.state(&row.speaker);
    let add = |count: &mut Count, row: &Row| {
        count.utterances += 1;
        count.frames += row.frames;
    };
    let (what, row, why, keys) = match (old, new) {
        (None, Some(row)) => {
            add(&mut summary.added, row);
            let why = match state(old_lock, row) {
                None => Why::NewSpeaker,
                Some(State::Removed) => Why::SpeakerIsBack,
                Some(State::Present) => Why::MoreOfSpeaker,
            };
            (What::Added, row, with_choice(why, old_omitted.why(row)), Vec::new())
        }
        (Some(row), None) => {
            add(&mut summary.removed, row);
            let is_there = state(new_lock, row) == Some(State::Present);
            let why = if is_there { Why::LessOfSpeaker } else { Why::SpeakerLeft };
            (What::Removed, row, with_choice(why, new_omitted.why(row)), Vec::new())
        }
        (Some(old), Some(row)) if old == row => {
            add(&mut summary.same, row);
            return Ok(None);
        }
        (Some(old), Some(row)) => {
            add(&mut summary.changed, row);
            let keys = differing(old, row)?;
            (What::Changed, row, reasons(old, row, &keys), keys)
        }
        (None, None) => return Ok(None),
    };
    let Row { id, speaker, locale, split, duration, .. } = row.clone();
    Ok(Some(Change { what, id, speaker, locale, split, duration, why, keys }))
}

/// Returns why one release alone has an utterance: what became of its speaker, unless that is what would be anyhow, and the
/// choice of the other release where that is the reason.
fn with_choice(speaker: Why, choice: Option<Why>) -> Vec<Why> {
    match (speaker, choice) {
        (Why::MoreOfSpeaker | Why::LessOfSpeaker, Some(choice)) => vec![choice],
        // Of who is gone, nobody can tell whether a text would have had room.
        (speaker, Some(Why::OverLimit) | None) => vec![speaker],
        (speaker, Some(choice)) => vec![speaker, choice],
    }
}

/// Returns the keys of two rows whose values differ, in the order of rows.
fn differing(old: &Row, new: &Row) -> Result<Vec<String>> {
    // The order of keys is that of the written line.
    let (old, new) = (old.to_line()?, new.to_line()?);
    let parsed =
        |line: &str| serde_json::from_str::<serde_json::Map<String, Value>>(line).unwrap_or_default();
    let (old, new) = (parsed(&old), parsed(&new));
    Ok(new.into_iter().filter(|(key, value)| old.get(key) != Some(value)).map(|(key, _)| key).collect())
}

/// Says why an utterance that both releases have is another one.
fn reasons(old: &Row, new: &Row, keys: &[String]) -> Vec<Why> {
    let mut why = Vec::new();
    if old.source.sha256 != new.source.sha256 {
        why.push(Why::OtherRecording);
    } else if old.sha256 != new.sha256 {
        why.push(Why::CutAnew);
    }
    if (&old.text, &old.annotated, &old.slots) != (&new.text, &new.annotated, &new.slots) {
        why.push(Why::OtherWords);
    }
    if old.split != new.split {
        why.push(Why::Moved);
    }
    let told = [
        "sha256",
        "bytes",
        "frames",
        "rate",
        "duration",
        "split",
        "session",
        "take",
        "text",
        "text_sha256",
        "printed",
        "normalised",
        "annotated",
        "slots",
        "source",
        "gain_db",
        "clip",
        "since",
    ];
    if why.is_empty() || keys.iter().any(|key| !told.contains(&key.as_str())) {
        why.push(Why::OtherFacts);
    }
    why
}

#[cfg(test)]
mod tests;
