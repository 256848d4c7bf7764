//! `splits.lock` as a value and as a text: JSON Lines, a head and then what is placed, in byte order.

use super::{By, Purpose, Split, salted};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::SpeakerId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The version of a lock that places speakers for training alone; what it says has not changed since the first.
const SCHEMA: u32 = 1;
/// The version of any other: it places texts, or something that is for evaluation.
const SCHEMA_OF_MORE: u32 = 2;

/// Whether what the lock places has utterances in the latest release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It has utterances.
    Present,
    /// A tombstone: it has none (withdrawn, nothing usable, or a release for something else); the split stays taken.
    Removed,
}

impl State {
    pub(super) fn of(is_there: bool) -> Self {
        if is_there { Self::Present } else { Self::Removed }
    }
}

/// Where a speaker or a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// The split, for ever.
    pub split: Split,
    /// Whether it is in the latest release.
    pub state: State,
    /// What it is for, for ever: what is for evaluation is in test, and in no release for training.
    pub purpose: Purpose,
}

impl Holding {
    /// Places something for training.
    pub fn new(split: Split, state: State) -> Self {
        Self { split, state, purpose: Purpose::Training }
    }

    /// Places something new for a release with that purpose.
    pub(super) fn fresh(split: Split, purpose: Purpose) -> Self {
        let split = if purpose == Purpose::Evaluation { Split::Test } else { split };
        Self { split, state: State::Present, purpose }
    }
}

/// `splits.lock`: a head, and then one speaker a line in byte order; where it splits by prompt, one text a line after
/// them.
///
/// Kept in version control beside the recordings, it is the memory that makes releases comparable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The salt of the order in which what is new is placed.
    pub salt: String,
    /// What is in one split as a whole.
    pub by: By,
    /// Where each speaker is; empty where it splits by prompt.
    pub speakers: BTreeMap<SpeakerId, Holding>,
    /// The speakers of a lock that splits by prompt: each may be in every split.
    pub readers: BTreeMap<SpeakerId, State>,
    /// Where each text is, by its salted digest ([`Lock::text_key`]); empty where it splits by speaker.
    pub texts: BTreeMap<Sha256, Holding>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadLine {
    schema: u32,
    #[serde(rename = "type")]
    kind: String,
    salt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<By>,
}

/// A speaker, a reader (without a split) or a text.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Entry {
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<SpeakerId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Sha256>,
    #[serde(skip_serializing_if = "Option::is_none")]
    split: Option<Split>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State>,
    /// Only of what is for evaluation.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    purpose: Option<Purpose>,
}

impl Entry {
    fn of(holding: Holding) -> Self {
        let Holding { split, state, purpose } = holding;
        let purpose = Some(purpose).filter(|purpose| *purpose != Purpose::Training);
        Self { split: Some(split), state: Some(state), purpose, ..Self::default() }
    }

    /// Takes it into the lock; else says what is wrong with it.
    fn into(self, lock: &mut Lock) -> std::result::Result<(), String> {
        let Self { speaker, text, split, state, purpose } = self;
        let purpose = purpose.unwrap_or(Purpose::Training);
        let state = state.ok_or("an entry has no `state`")?;
        let holding = |split| Holding { split, state, purpose };
        if purpose == Purpose::Evaluation && split != Some(Split::Test) {
            return Err("what is for evaluation is not in test,".to_owned());
        }
        let is_new = match (lock.by, speaker, text, split) {
            (By::Speaker, Some(speaker), None, Some(split)) => {
                append(&mut lock.speakers, speaker, holding(split))
            }
            (By::Prompt, Some(speaker), None, None) => append(&mut lock.readers, speaker, state),
            (By::Prompt, None, Some(text), Some(split)) => append(&mut lock.texts, text, holding(split)),
            (by, ..) => return Err(format!("an entry has not the keys of a lock that splits by {by},")),
        };
        if is_new { Ok(()) } else { Err("an entry is out of order or twice".to_owned()) }
    }
}

/// Adds a value behind all others; says whether it belongs there.
fn append<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: V) -> bool {
    let is_new = map.last_key_value().is_none_or(|(last, _)| *last < key);
    map.insert(key, value);
    is_new
}

impl Lock {
    /// Says of all but these speakers, and by their keys these texts, that there are none of them; their places stay taken.
    pub fn keep(&mut self, speakers: &BTreeSet<SpeakerId>, texts: &BTreeSet<Sha256>) {
        for (_, holding) in self.speakers.iter_mut().filter(|(speaker, _)| !speakers.contains(speaker)) {
            holding.state = State::Removed;
        }
        for (_, state) in self.readers.iter_mut().filter(|(speaker, _)| !speakers.contains(speaker)) {
            *state = State::Removed;
        }
        for (_, holding) in self.texts.iter_mut().filter(|(key, _)| !texts.contains(key)) {
            holding.state = State::Removed;
        }
    }

    /// The file's name, beside the recordings and inside a corpus.
    pub const NAME: &'static str = "splits.lock";

    /// Creates a lock without speakers, which splits by speaker.
    pub fn new(salt: impl Into<String>) -> Self {
        Self {
            salt: salt.into(),
            by: By::Speaker,
            speakers: BTreeMap::new(),
            readers: BTreeMap::new(),
            texts: BTreeMap::new(),
        }
    }

    /// Reads the text of a lock; only the canonical form is taken.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] with the line, for anything else: an unknown field, another schema, a
    /// speaker or text out of order or twice, a missing end of line.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = |line: u64, what: String| {
            Error::new(ErrorKind::Corpus, format!("{what} in `{}`", Self::NAME))
                .at_line(line)
                .with_hint("take the file from version control again; a lost lock moves speakers")
        };
        if !text.ends_with('\n') {
            return Err(bad(text.lines().count().max(1) as u64, "the last line is cut off".to_owned()));
        }
        let mut lines = text[..text.len() - 1].split('\n').zip(1u64..);
        let (first, _) = lines.next().ok_or_else(|| bad(1, "there is no head".to_owned()))?;
        let head: HeadLine = serde_json::from_str(first)
            .map_err(|error| bad(1, format!("the head cannot be read: {error}")))?;
        if !(SCHEMA..=SCHEMA_OF_MORE).contains(&head.schema) || head.kind != "splits" {
            return Err(bad(
                1,
                format!(
                    "schema {} of type `{}` is not schema {SCHEMA} or {SCHEMA_OF_MORE} of type `splits`",
                    head.schema,
                    head.kind.escape_debug()
                ),
            ));
        }
        let mut lock = Self { by: head.by.unwrap_or(By::Speaker), ..Self::new(head.salt) };
        for (text, line) in lines {
            let entry: Entry = serde_json::from_str(text)
                .map_err(|error| bad(line, format!("an entry cannot be read: {error}")))?;
            entry.into(&mut lock).map_err(|what| bad(line, what))?;
        }
        if let Some((_, line)) = lock
            .to_text()
            .split('\n')
            .zip(text.split('\n'))
            .zip(1u64..)
            .find_map(|((a, b), n)| (a != b).then_some((a, n)))
        {
            return Err(bad(line, "the line is not in its one written form".to_owned()));
        }
        Ok(lock)
    }

    /// Returns the text, the same for the same content.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Neither a string write nor the writing of such a record can fail.
        let mut line = |value: String| {
            let _ = writeln!(text, "{value}");
        };
        let is_more = self.by == By::Prompt
            || self.speakers.values().any(|holding| holding.purpose != Purpose::Training);
        let (schema, by) = if is_more { (SCHEMA_OF_MORE, Some(self.by)) } else { (SCHEMA, None) };
        let head = HeadLine { schema, kind: "splits".to_owned(), salt: self.salt.clone(), by };
        line(serde_json::to_string(&head).unwrap_or_default());
        let entry = |entry: Entry| serde_json::to_string(&entry).unwrap_or_default();
        for (speaker, holding) in &self.speakers {
            line(entry(Entry { speaker: Some(speaker.clone()), ..Entry::of(*holding) }));
        }
        for (speaker, state) in &self.readers {
            line(entry(Entry { speaker: Some(speaker.clone()), state: Some(*state), ..Entry::default() }));
        }
        for (key, holding) in &self.texts {
            line(entry(Entry { text: Some(*key), ..Entry::of(*holding) }));
        }
        text
    }

    /// Says whether nothing is placed.
    pub fn is_empty(&self) -> bool {
        self.speakers.is_empty() && self.texts.is_empty()
    }

    /// Returns the digest by which a lock knows a text: `SHA-256(salt|text|normalised)`, so that what a speaker took back
    /// cannot be read in it.
    pub fn text_key(&self, normalised: &str) -> Sha256 {
        salted(&self.salt, &["text", normalised])
    }

    /// Returns where a speaker is in a lock that splits by speaker, or a normalised text in one that splits by prompt.
    pub fn holding(&self, speaker: &SpeakerId, normalised: &str) -> Option<Holding> {
        match self.by {
            By::Speaker => self.speakers.get(speaker).copied(),
            By::Prompt => self.texts.get(&self.text_key(normalised)).copied(),
        }
    }

    /// Returns the split of all utterances of a speaker; `None` where the speaker is not known, or may be in several.
    pub fn split(&self, speaker: &SpeakerId) -> Option<Split> {
        self.speakers.get(speaker).map(|entry| entry.split)
    }

    /// Returns the speakers with what became of each.
    pub fn states(&self) -> impl Iterator<Item = (&SpeakerId, State)> {
        let placed = self.speakers.iter().map(|(speaker, holding)| (speaker, holding.state));
        placed.chain(self.readers.iter().map(|(speaker, state)| (speaker, *state)))
    }

    /// Returns what became of a speaker, if the lock knows one.
    pub fn state(&self, speaker: &SpeakerId) -> Option<State> {
        let placed = self.speakers.get(speaker).map(|holding| holding.state);
        placed.or_else(|| self.readers.get(speaker).copied())
    }

    /// Says whether `later` has all that this lock has, in the same places and for the same purposes.
    pub fn is_kept_by(&self, later: &Self) -> bool {
        fn kept<K: Ord>(now: &BTreeMap<K, Holding>, later: &BTreeMap<K, Holding>) -> bool {
            now.iter().all(|(key, now)| {
                later.get(key).is_some_and(|later| (later.split, later.purpose) == (now.split, now.purpose))
            })
        }
        (&self.salt, self.by) == (&later.salt, later.by)
            && kept(&self.speakers, &later.speakers)
            && kept(&self.texts, &later.texts)
            && self.readers.keys().all(|reader| later.readers.contains_key(reader))
    }
}
