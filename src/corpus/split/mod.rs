//! Which speaker, or which text, belongs to which split: decided once, kept in `splits.lock`, never moved.
//!
//! The unit is the speaker, so no voice is ever in two splits; where there are one or two and a manager asks for it, it is
//! the text (`prompts.rs`). New speakers are taken in the order of
//! `SHA-256(salt|speaker)`, which no name, date or file order can influence, and each is given to the
//! split that is furthest behind its share, counted in milliseconds of audio over the speaker's
//! stratum (locale and gender), the locale and the whole. From three speakers up no split stays empty,
//! of the whole and of each locale, as far as the speakers who are already placed allow.

mod lock;
mod prompts;

pub use lock::{Holding, Lock, State};
pub use prompts::{MOST_READERS, Texts, assign_texts};

use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, SpeakerId, named};
use crate::numbers::plural;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The salt of a lock that is made without another one.
pub const DEFAULT_SALT: &str = "booth-splits-1";

named! {
    /// What is in one split as a whole.
    By {
        /// The speaker: no voice is in two splits.
        Speaker = "speaker",
        /// The text: no words are in two splits, and every voice may be in all.
        Prompt = "prompt",
    }
}

named! {
    /// What a release is for.
    Purpose {
        /// To train and to measure what was trained.
        Training = "training",
        /// To measure alone: all of it is test, and none of it is ever trained on.
        Evaluation = "evaluation",
    }
}

/// A part of a corpus that shares no speaker, or no text, with the others.
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

/// The outcome of [`assign`] and of [`assign_texts`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The lock with what is new placed and what is absent as tombstones.
    pub lock: Lock,
    /// Speakers who are new in it.
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

/// Places the speakers that `lock`, which splits by speaker, does not know yet, and never moves one that it knows. In a release
/// for evaluation new ones go to test.
///
/// The outcome depends on the set of speakers, their audio and the lock alone.
pub fn assign(
    lock: &Lock,
    speakers: &BTreeMap<SpeakerId, Profile>,
    targets: Targets,
    purpose: Purpose,
) -> Assignment {
    let mut next = lock.clone();
    let mut placing = Placing::new(&lock.salt, targets);
    let mut fresh: Vec<(Sha256, &SpeakerId, &Profile)> = Vec::new();
    for (speaker, profile) in speakers {
        let split = lock.split(speaker);
        placing.learn(profile, split);
        if split.is_none() {
            fresh.push((salted(&lock.salt, &[speaker.as_str()]), speaker, profile));
        }
    }
    fresh.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    for (_, speaker, profile) in &fresh {
        let split = placing.place(speaker.as_str(), profile);
        next.speakers.insert((*speaker).clone(), Holding::fresh(split, purpose));
    }
    for (speaker, holding) in &mut next.speakers {
        holding.state = State::of(speakers.contains_key(speaker));
    }
    let placed = fresh.into_iter().map(|(_, speaker, _)| speaker.clone()).collect();
    let notes = if purpose == Purpose::Evaluation { Vec::new() } else { placing.notes() };
    Assignment { lock: next, placed, notes }
}

/// Speakers or texts on their way into splits.
struct Placing<'a> {
    salt: &'a str,
    targets: Targets,
    held: BTreeMap<Group, Held>,
    /// What is in a locale at all, for the rule that no split of it stays empty.
    in_locale: BTreeMap<Locale, Held>,
    /// How many of a locale are not placed yet.
    waiting: BTreeMap<Locale, u64>,
    /// How many have utterances in a locale.
    sizes: BTreeMap<Locale, u64>,
    /// How many there are, and how many of them are not placed yet.
    count: u64,
    left: u64,
}

impl<'a> Placing<'a> {
    fn new(salt: &'a str, targets: Targets) -> Self {
        Self {
            salt,
            targets,
            held: BTreeMap::new(),
            in_locale: BTreeMap::new(),
            waiting: BTreeMap::new(),
            sizes: BTreeMap::new(),
            count: 0,
            left: 0,
        }
    }

    /// Takes note of one before anything is placed: in the split that the lock has it in, or to be placed.
    fn learn(&mut self, profile: &Profile, split: Option<Split>) {
        self.count += 1;
        for locale in profile.audio_ms.keys() {
            *self.sizes.entry(locale.clone()).or_default() += 1;
        }
        if let Some(split) = split {
            self.add(profile, split);
            return;
        }
        self.left += 1;
        for locale in profile.audio_ms.keys() {
            *self.waiting.entry(locale.clone()).or_default() += 1;
            self.in_locale.entry(locale.clone()).or_default();
        }
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

    /// Places a new one by its name.
    fn place(&mut self, name: &str, profile: &Profile) -> Split {
        let split = if self.count < 3 { Split::Train } else { self.furthest_behind(name, profile) };
        self.add(profile, split);
        self.left -= 1;
        for locale in profile.audio_ms.keys() {
            if let Some(count) = self.waiting.get_mut(locale) {
                *count -= 1;
            }
        }
        split
    }

    fn furthest_behind(&self, name: &str, profile: &Profile) -> Split {
        let mut allowed: BTreeSet<Split> = Split::ALL.into();
        let whole = self.held(&Group::Whole).empty();
        if !whole.is_empty() && self.left <= whole.len() as u64 {
            allowed = whole;
        }
        for locale in profile.audio_ms.keys().filter(|locale| self.sizes[*locale] >= 3) {
            let empty = self.in_locale[locale].empty();
            let both: BTreeSet<Split> = allowed.intersection(&empty).copied().collect();
            if !both.is_empty() && self.waiting[locale] <= empty.len() as u64 {
                allowed = both;
            }
        }
        let ms = profile.total_ms();
        let behind = |split: Split| -> i128 {
            groups(profile).iter().map(|group| self.held(group).deficit(split, ms, self.targets)).sum()
        };
        let tie = |split: Split| Reverse(salted(self.salt, &[name, split.name()]));
        allowed.into_iter().max_by_key(|&split| (behind(split), tie(split))).unwrap_or(Split::Train)
    }

    /// Says which splits are empty, and why.
    fn notes(&self) -> Vec<String> {
        match self.count {
            0 => return Vec::new(),
            count @ 1..3 => {
                return vec![format!(
                    "{} cannot fill three splits: new speakers go to train; from three speakers up no split is empty. A \
                     corpus that is to stay with so few can be split by text: --split prompt, before its first release",
                    plural(count, "speaker")
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
                let (count, empty) = (plural(self.sizes[locale], "speaker"), empty.join(" and "));
                notes.push(format!("{locale} has {count} and none in {empty}"));
            }
        }
        notes
    }
}

#[cfg(test)]
mod tests;
