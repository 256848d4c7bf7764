//! Which speaker belongs to which split: decided once, kept in `splits.lock`, never moved.
//!
//! The unit is the speaker, so no voice is ever in two splits. New speakers are taken in the order of
//! `SHA-256(salt|speaker)`, which no name, date or file order can influence, and each is given to the
//! split that is furthest behind its share, counted in milliseconds of audio over the speaker's
//! stratum (locale and gender), the locale and the whole. From three speakers up no split stays empty,
//! of the whole and of each locale, as far as the speakers who are already placed allow.

use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, SpeakerId};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fmt::Write as _;

/// The version of `splits.lock`.
pub const SCHEMA: u32 = 1;

/// The salt of a lock that is made without another one.
pub const DEFAULT_SALT: &str = "booth-splits-1";

/// A speaker-disjoint part of a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Split {
    /// What a model learns from.
    Train,
    /// What its settings are chosen on.
    Dev,
    /// What it is measured on at the end.
    Test,
}

impl Split {
    /// All splits, in the order in which they are printed.
    pub const ALL: [Self; 3] = [Self::Train, Self::Dev, Self::Test];

    /// Returns the name: `train`, `dev`, `test`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Train => "train",
            Self::Dev => "dev",
            Self::Test => "test",
        }
    }
}

impl fmt::Display for Split {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The share of audio that each split should hold, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Targets {
    /// Percent for training.
    pub train: u8,
    /// Percent for development.
    pub dev: u8,
    /// Percent for testing.
    pub test: u8,
}

impl Default for Targets {
    fn default() -> Self {
        Self { train: 80, dev: 10, test: 10 }
    }
}

impl Targets {
    /// Creates shares that add up to 100.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when they do not, or when one is zero.
    pub fn new(train: u8, dev: u8, test: u8) -> Result<Self> {
        let sum = u32::from(train) + u32::from(dev) + u32::from(test);
        if sum != 100 || train == 0 || dev == 0 || test == 0 {
            return Err(Error::new(
                ErrorKind::Usage,
                format!(
                    "the shares {train}/{dev}/{test} are not three percentages of at least 1 that add up to 100"
                ),
            ));
        }
        Ok(Self { train, dev, test })
    }

    /// Returns the percentage of a split.
    pub fn of(self, split: Split) -> u8 {
        match split {
            Split::Train => self.train,
            Split::Dev => self.dev,
            Split::Test => self.test,
        }
    }
}

/// Whether a speaker of the lock has utterances in the latest release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The speaker has utterances.
    Present,
    /// A tombstone: the speaker has none (withdrawn, or nothing usable); the split stays taken.
    Removed,
}

/// What the lock says of a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// The split, for ever.
    pub split: Split,
    /// Whether the speaker is in the latest release.
    pub state: State,
}

/// `splits.lock`: JSON Lines, a head and then one speaker a line in byte order.
///
/// Kept in version control beside the recordings, it is the memory that makes releases comparable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The salt of the order in which new speakers are placed.
    pub salt: String,
    /// The speakers, by id.
    pub speakers: BTreeMap<SpeakerId, Holding>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadLine {
    schema: u32,
    #[serde(rename = "type")]
    kind: String,
    salt: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpeakerLine {
    speaker: SpeakerId,
    split: Split,
    state: State,
}

impl Lock {
    /// The file's name, beside the recordings and inside a corpus.
    pub const NAME: &'static str = "splits.lock";

    /// Creates a lock without speakers.
    pub fn new(salt: impl Into<String>) -> Self {
        Self { salt: salt.into(), speakers: BTreeMap::new() }
    }

    /// Reads the text of a lock; only the canonical form is taken.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] with the line, for anything else: an unknown field, another schema, a
    /// speaker out of order or twice, a missing end of line.
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
        if head.schema != SCHEMA || head.kind != "splits" {
            return Err(bad(
                1,
                format!(
                    "schema {} of type `{}` is not schema {SCHEMA} of type `splits`",
                    head.schema,
                    head.kind.escape_debug()
                ),
            ));
        }
        let mut lock = Self::new(head.salt);
        for (text, line) in lines {
            let entry: SpeakerLine = serde_json::from_str(text)
                .map_err(|error| bad(line, format!("a speaker cannot be read: {error}")))?;
            if lock.speakers.last_key_value().is_some_and(|(last, _)| *last >= entry.speaker) {
                return Err(bad(line, format!("speaker `{}` is out of order or twice", entry.speaker)));
            }
            lock.speakers.insert(entry.speaker, Holding { split: entry.split, state: entry.state });
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
        let head = HeadLine { schema: SCHEMA, kind: "splits".to_owned(), salt: self.salt.clone() };
        // Neither a string write nor the writing of such a record can fail.
        let _ = writeln!(text, "{}", serde_json::to_string(&head).unwrap_or_default());
        for (speaker, entry) in &self.speakers {
            let line = SpeakerLine { speaker: speaker.clone(), split: entry.split, state: entry.state };
            let _ = writeln!(text, "{}", serde_json::to_string(&line).unwrap_or_default());
        }
        text
    }

    /// Returns the split of a speaker.
    pub fn split(&self, speaker: &SpeakerId) -> Option<Split> {
        self.speakers.get(speaker).map(|entry| entry.split)
    }
}

/// What the split rule knows of a speaker.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// Milliseconds of chosen audio per locale.
    pub audio_ms: BTreeMap<Locale, u64>,
    /// The gender in the speaker's own words; used to balance, never written to the lock.
    pub gender: Option<String>,
}

impl Profile {
    fn total_ms(&self) -> u64 {
        self.audio_ms.values().sum()
    }

    /// The locale with the most audio, ties to the first in byte order.
    fn main_locale(&self) -> Option<&Locale> {
        self.audio_ms.iter().max_by_key(|(locale, ms)| (**ms, Reverse(*locale))).map(|(locale, _)| locale)
    }
}

/// The outcome of [`assign`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The lock with the new speakers placed and the absent ones as tombstones.
    pub lock: Lock,
    /// Speakers placed just now.
    pub placed: Vec<SpeakerId>,
    /// What a manager should know: empty splits and why.
    pub notes: Vec<String>,
}

/// Returns the digest that orders new speakers and breaks ties: `SHA-256(salt|part|part)`.
pub(super) fn salted(salt: &str, parts: &[&str]) -> Sha256 {
    let mut hasher = Hasher::new();
    hasher.update(salt.as_bytes());
    for part in parts {
        hasher.update(b"|");
        hasher.update(part.as_bytes());
    }
    hasher.finish()
}

/// The groups in which shares are kept, from the smallest to the whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Stratum(Option<Locale>, String),
    Locale(Option<Locale>),
    Whole,
}

#[derive(Debug, Clone, Copy, Default)]
struct Held {
    ms: [u64; 3],
    speakers: [u32; 3],
}

impl Held {
    fn add(&mut self, split: Split, ms: u64) {
        self.ms[split as usize] += ms;
        self.speakers[split as usize] += 1;
    }

    /// How far `split` is behind its share once `ms` more are placed, in hundredths of a millisecond.
    fn deficit(&self, split: Split, ms: u64, targets: Targets) -> i128 {
        let all: i128 = self.ms.iter().map(|&held| i128::from(held)).sum::<i128>() + i128::from(ms);
        all * i128::from(targets.of(split)) - 100 * i128::from(self.ms[split as usize])
    }

    fn empty(&self) -> BTreeSet<Split> {
        Split::ALL.into_iter().filter(|split| self.speakers[*split as usize] == 0).collect()
    }
}

fn groups(profile: &Profile) -> [Group; 3] {
    let locale = profile.main_locale().cloned();
    let gender = profile.gender.clone().unwrap_or_default();
    [Group::Stratum(locale.clone(), gender), Group::Locale(locale), Group::Whole]
}

/// Places the speakers that `lock` does not know yet, and never moves one that it knows.
///
/// The outcome depends on the set of speakers, their audio and the lock alone.
pub fn assign(lock: &Lock, speakers: &BTreeMap<SpeakerId, Profile>, targets: Targets) -> Assignment {
    let mut next = lock.clone();
    let mut placing = Placing::new(lock, speakers, targets);
    let mut fresh: Vec<(Sha256, &SpeakerId, &Profile)> = speakers
        .iter()
        .filter(|(speaker, _)| lock.split(speaker).is_none())
        .map(|(speaker, profile)| (salted(&lock.salt, &[speaker.as_str()]), speaker, profile))
        .collect();
    fresh.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    for (at, (_, speaker, profile)) in fresh.iter().enumerate() {
        let split = placing.place(speaker, profile, fresh.len() - at);
        next.speakers.insert((*speaker).clone(), Holding { split, state: State::Present });
    }
    for (speaker, holding) in &mut next.speakers {
        holding.state = if speakers.contains_key(speaker) { State::Present } else { State::Removed };
    }
    let placed = fresh.into_iter().map(|(_, speaker, _)| speaker.clone()).collect();
    Assignment { lock: next, placed, notes: placing.notes() }
}

/// Speakers on their way into splits.
struct Placing<'a> {
    salt: &'a str,
    targets: Targets,
    speakers: &'a BTreeMap<SpeakerId, Profile>,
    held: BTreeMap<Group, Held>,
    /// Who is in a locale at all, for the rule that no split of it stays empty.
    in_locale: BTreeMap<Locale, Held>,
    /// How many of a locale are not placed yet.
    waiting: BTreeMap<Locale, u32>,
    /// How many speakers have utterances in a locale.
    sizes: BTreeMap<Locale, usize>,
}

impl<'a> Placing<'a> {
    /// Begins with those whom the lock knows.
    fn new(lock: &'a Lock, speakers: &'a BTreeMap<SpeakerId, Profile>, targets: Targets) -> Self {
        let (held, in_locale, waiting) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (salt, sizes) = (&lock.salt, BTreeMap::new());
        let mut placing = Self { salt, targets, speakers, held, in_locale, waiting, sizes };
        for (speaker, profile) in speakers {
            for locale in profile.audio_ms.keys() {
                *placing.sizes.entry(locale.clone()).or_default() += 1;
            }
            if let Some(split) = lock.split(speaker) {
                placing.add(profile, split);
                continue;
            }
            for locale in profile.audio_ms.keys() {
                *placing.waiting.entry(locale.clone()).or_default() += 1;
                placing.in_locale.entry(locale.clone()).or_default();
            }
        }
        placing
    }

    fn add(&mut self, profile: &Profile, split: Split) {
        for group in groups(profile) {
            self.held.entry(group).or_default().add(split, profile.total_ms());
        }
        for locale in profile.audio_ms.keys() {
            self.in_locale.entry(locale.clone()).or_default().add(split, 0);
        }
    }

    fn held(&self, group: &Group) -> Held {
        self.held.get(group).copied().unwrap_or_default()
    }

    /// Places a new speaker; `left` are not placed yet, this one among them.
    fn place(&mut self, speaker: &SpeakerId, profile: &Profile, left: usize) -> Split {
        let split =
            if self.speakers.len() < 3 { Split::Train } else { self.furthest_behind(speaker, profile, left) };
        self.add(profile, split);
        for locale in profile.audio_ms.keys() {
            if let Some(count) = self.waiting.get_mut(locale) {
                *count -= 1;
            }
        }
        split
    }

    fn furthest_behind(&self, speaker: &SpeakerId, profile: &Profile, left: usize) -> Split {
        let mut allowed: BTreeSet<Split> = Split::ALL.into();
        let whole = self.held(&Group::Whole).empty();
        if !whole.is_empty() && left <= whole.len() {
            allowed = whole;
        }
        for locale in profile.audio_ms.keys().filter(|locale| self.sizes[*locale] >= 3) {
            let empty = self.in_locale[locale].empty();
            let both: BTreeSet<Split> = allowed.intersection(&empty).copied().collect();
            if !both.is_empty() && self.waiting[locale] as usize <= empty.len() {
                allowed = both;
            }
        }
        let ms = profile.total_ms();
        let behind = |split: Split| -> i128 {
            groups(profile).iter().map(|group| self.held(group).deficit(split, ms, self.targets)).sum()
        };
        let tie = |split: Split| Reverse(salted(self.salt, &[speaker.as_str(), split.name()]));
        allowed.into_iter().max_by_key(|&split| (behind(split), tie(split))).unwrap_or(Split::Train)
    }

    /// Says which splits are empty, and why.
    fn notes(&self) -> Vec<String> {
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        match self.speakers.len() {
            0 => return Vec::new(),
            count @ 1..3 => {
                return vec![format!(
                    "{count} speaker{} cannot fill three splits: new speakers go to train; from three speakers up no \
                     split is empty",
                    plural(count)
                )];
            }
            _ => {}
        }
        let mut notes: Vec<String> = self
            .held(&Group::Whole)
            .empty()
            .into_iter()
            .map(|split| {
                format!(
                    "no speaker is in {split}: the speakers placed before never move; the next new one fills it"
                )
            })
            .collect();
        for (locale, held) in &self.in_locale {
            let empty: Vec<&str> = held.empty().into_iter().map(Split::name).collect();
            if !empty.is_empty() {
                let (count, empty) = (self.sizes[locale], empty.join(" and "));
                notes.push(format!("{locale} has {count} speaker{} and none in {empty}", plural(count)));
            }
        }
        notes
    }
}

#[cfg(test)]
mod tests;
