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

/// One speaker's line in the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
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
    pub speakers: BTreeMap<SpeakerId, Entry>,
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
            lock.speakers.insert(entry.speaker, Entry { split: entry.split, state: entry.state });
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
fn salted(salt: &str, parts: &[&str]) -> Sha256 {
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
    let mut notes = Vec::new();
    let mut held: BTreeMap<Group, Held> = BTreeMap::new();
    // Who is in a locale at all, for the rule that no split of it stays empty.
    let mut in_locale: BTreeMap<Locale, Held> = BTreeMap::new();
    let mut waiting: BTreeMap<Locale, u32> = BTreeMap::new();
    let mut fresh: Vec<(Sha256, &SpeakerId, &Profile)> = Vec::new();
    for (speaker, profile) in speakers {
        if let Some(split) = lock.split(speaker) {
            for group in groups(profile) {
                held.entry(group).or_default().add(split, profile.total_ms());
            }
            for locale in profile.audio_ms.keys() {
                in_locale.entry(locale.clone()).or_default().add(split, 0);
            }
        } else {
            fresh.push((salted(&lock.salt, &[speaker.as_str()]), speaker, profile));
            for locale in profile.audio_ms.keys() {
                *waiting.entry(locale.clone()).or_default() += 1;
                in_locale.entry(locale.clone()).or_default();
            }
        }
    }
    fresh.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let size =
        |locale: &Locale| speakers.values().filter(|profile| profile.audio_ms.contains_key(locale)).count();
    let large: BTreeSet<Locale> = in_locale.keys().filter(|locale| size(locale) >= 3).cloned().collect();
    let mut left = fresh.len();
    for (_, speaker, profile) in &fresh {
        let split = if speakers.len() < 3 {
            Split::Train
        } else {
            let mut allowed: BTreeSet<Split> = Split::ALL.into();
            let whole = held.get(&Group::Whole).copied().unwrap_or_default().empty();
            if !whole.is_empty() && left <= whole.len() {
                allowed = whole;
            }
            for locale in profile.audio_ms.keys().filter(|locale| large.contains(*locale)) {
                let empty = in_locale[locale].empty();
                let both: BTreeSet<Split> = allowed.intersection(&empty).copied().collect();
                if !both.is_empty() && waiting[locale] as usize <= empty.len() {
                    allowed = both;
                }
            }
            let ms = profile.total_ms();
            let behind = |split: Split| -> i128 {
                groups(profile)
                    .iter()
                    .map(|group| held.get(group).copied().unwrap_or_default().deficit(split, ms, targets))
                    .sum()
            };
            allowed
                .into_iter()
                .max_by_key(|&split| {
                    (behind(split), Reverse(salted(&lock.salt, &[speaker.as_str(), split.name()])))
                })
                .unwrap_or(Split::Train)
        };
        for group in groups(profile) {
            held.entry(group).or_default().add(split, profile.total_ms());
        }
        for locale in profile.audio_ms.keys() {
            in_locale.entry(locale.clone()).or_default().add(split, 0);
            if let Some(count) = waiting.get_mut(locale) {
                *count -= 1;
            }
        }
        left -= 1;
        next.speakers.insert((*speaker).clone(), Entry { split, state: State::Present });
    }
    for (speaker, entry) in &mut next.speakers {
        entry.state = if speakers.contains_key(speaker) { State::Present } else { State::Removed };
    }
    if !speakers.is_empty() {
        if speakers.len() < 3 {
            notes.push(format!(
                "{} speaker{} cannot fill three splits: new speakers go to train; from three speakers up no split is empty",
                speakers.len(),
                if speakers.len() == 1 { "" } else { "s" }
            ));
        } else {
            let whole = held.get(&Group::Whole).copied().unwrap_or_default();
            for split in whole.empty() {
                notes.push(format!("no speaker is in {split}: the speakers placed before never move; the next new one fills it"));
            }
        }
        for (locale, held) in &in_locale {
            let empty: Vec<&str> = held.empty().into_iter().map(Split::name).collect();
            if !empty.is_empty() && speakers.len() >= 3 {
                let count = size(locale);
                notes.push(format!(
                    "{locale} has {count} speaker{} and none in {}",
                    if count == 1 { "" } else { "s" },
                    empty.join(" and ")
                ));
            }
        }
    }
    let placed = fresh.into_iter().map(|(_, speaker, _)| speaker.clone()).collect();
    Assignment { lock: next, placed, notes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn speaker(id: &str) -> SpeakerId {
        id.parse().unwrap()
    }

    fn profile(locale: &str, gender: Option<&str>, ms: u64) -> Profile {
        Profile { audio_ms: [(locale.parse().unwrap(), ms)].into(), gender: gender.map(str::to_owned) }
    }

    fn counts(lock: &Lock) -> [usize; 3] {
        Split::ALL.map(|split| {
            lock.speakers
                .values()
                .filter(|entry| entry.split == split && entry.state == State::Present)
                .count()
        })
    }

    #[test]
    fn the_text_is_canonical_and_every_other_form_is_refused_with_its_line() {
        let mut lock = Lock::new("salt \"1\"");
        lock.speakers.insert(speaker("a1"), Entry { split: Split::Train, state: State::Present });
        lock.speakers.insert(speaker("b2"), Entry { split: Split::Test, state: State::Removed });
        let text = lock.to_text();
        assert_eq!(
            text,
            "{\"schema\":1,\"type\":\"splits\",\"salt\":\"salt \\\"1\\\"\"}\n\
             {\"speaker\":\"a1\",\"split\":\"train\",\"state\":\"present\"}\n\
             {\"speaker\":\"b2\",\"split\":\"test\",\"state\":\"removed\"}\n"
        );
        assert_eq!(Lock::parse(&text).unwrap(), lock);
        for (bad, line) in [
            (text.replace("\"a1\"", "\"c3\""), 3),
            (text.replace("b2", "a1"), 3),
            (text.replace("test", "tests"), 3),
            (text.replace(":\"train\"", ": \"train\""), 2),
            (text.replace("\"schema\":1", "\"schema\":2"), 1),
            (text.trim_end().to_owned(), 3),
            (format!("{text}\n"), 4),
            (text.replace("\"state\":\"removed\"", "\"state\":\"removed\",\"x\":1"), 3),
            (String::new(), 1),
        ] {
            assert_eq!(Lock::parse(&bad).unwrap_err().line(), Some(line), "{bad}");
        }
    }

    #[test]
    fn below_three_speakers_all_is_training_and_the_next_ones_fill_the_rest() {
        let mut speakers: BTreeMap<SpeakerId, Profile> = BTreeMap::new();
        speakers.insert(speaker("a"), profile("fr-FR", None, 1000));
        speakers.insert(speaker("b"), profile("fr-FR", None, 1000));
        let first = assign(&Lock::new(DEFAULT_SALT), &speakers, Targets::default());
        assert_eq!(counts(&first.lock), [2, 0, 0]);
        assert!(first.notes[0].contains("three"), "{:?}", first.notes);
        speakers.insert(speaker("c"), profile("fr-FR", None, 1000));
        let second = assign(&first.lock, &speakers, Targets::default());
        assert_eq!(counts(&second.lock)[0], 2);
        assert!(!second.notes.is_empty());
        speakers.insert(speaker("d"), profile("fr-FR", None, 1000));
        let third = assign(&second.lock, &speakers, Targets::default());
        assert_eq!(counts(&third.lock), [2, 1, 1]);
        assert_eq!(third.notes, Vec::<String>::new());
    }

    #[test]
    fn a_speaker_who_leaves_is_a_tombstone_and_comes_back_to_the_same_split() {
        let all: BTreeMap<SpeakerId, Profile> =
            ["a", "b", "c", "d"].into_iter().map(|id| (speaker(id), profile("fr-FR", None, 500))).collect();
        let first = assign(&Lock::new(DEFAULT_SALT), &all, Targets::default()).lock;
        let mut fewer = all.clone();
        fewer.remove(&speaker("b"));
        let second = assign(&first, &fewer, Targets::default()).lock;
        assert_eq!(second.speakers[&speaker("b")].state, State::Removed);
        assert_eq!(assign(&second, &all, Targets::default()).lock, first);
    }

    #[test]
    fn large_groups_come_close_to_their_shares() {
        // 240 speakers, 3 locales, 2 genders, 1 to 60 minutes each: the bound is the largest speaker.
        let mut speakers = BTreeMap::new();
        for n in 0..240u64 {
            let locale = ["fr-FR", "de-DE", "bn-BD"][(n % 3) as usize];
            let gender = ["female", "male"][(n / 3 % 2) as usize];
            let ms = 60_000 * (1 + n * 7919 % 60);
            speakers.insert(speaker(&format!("s{n:03}")), profile(locale, Some(gender), ms));
        }
        let lock = assign(&Lock::new(DEFAULT_SALT), &speakers, Targets::default()).lock;
        for locale in [None, Some("fr-FR"), Some("de-DE"), Some("bn-BD")] {
            let mut ms = [0u64; 3];
            for (id, profile) in &speakers {
                if locale.is_none_or(|wanted| profile.main_locale().unwrap().as_str() == wanted) {
                    ms[lock.split(id).unwrap() as usize] += profile.total_ms();
                }
            }
            let all: u64 = ms.iter().sum();
            for split in Split::ALL {
                let off =
                    ms[split as usize] as i64 - (all * u64::from(Targets::default().of(split)) / 100) as i64;
                assert!(off.unsigned_abs() <= 2 * 3_600_000, "{locale:?} {split} {ms:?}");
            }
        }
    }

    type Drawn = Vec<(u16, u8, u8, u64)>;

    fn drawn(rows: &Drawn) -> BTreeMap<SpeakerId, Profile> {
        rows.iter()
            .map(|&(id, locale, gender, ms)| {
                let locale = ["fr-FR", "de-DE", "bn-BD"][usize::from(locale)];
                (speaker(&format!("s{id}")), profile(locale, [None, Some("f")][usize::from(gender)], ms))
            })
            .collect()
    }

    fn rows() -> impl Strategy<Value = Drawn> {
        proptest::collection::vec((0u16..60, 0u8..3, 0u8..2, 0u64..100_000), 0..40)
    }

    proptest! {
        #[test]
        fn speakers_never_move_and_are_disjoint(first in rows(), more in rows()) {
            let before = drawn(&first);
            let old = assign(&Lock::new("x"), &before, Targets::default()).lock;
            let after = drawn(&more);
            let new = assign(&old, &after, Targets::default());
            for (id, entry) in &old.speakers {
                prop_assert_eq!(new.lock.split(id), Some(entry.split));
            }
            for id in after.keys() {
                prop_assert_eq!(new.lock.speakers[id].state, State::Present);
            }
            prop_assert_eq!(Lock::parse(&new.lock.to_text()).unwrap(), new.lock.clone());
            // Nothing is placed twice, and a second run changes nothing.
            prop_assert_eq!(assign(&new.lock, &after, Targets::default()).lock, new.lock);
        }

        #[test]
        fn no_split_is_empty_from_three_speakers_up(drawn_rows in rows()) {
            let speakers = drawn(&drawn_rows);
            let lock = assign(&Lock::new("y"), &speakers, Targets::default()).lock;
            if speakers.len() >= 3 {
                prop_assert!(counts(&lock).iter().all(|&count| count > 0), "{:?}", counts(&lock));
            } else {
                prop_assert_eq!(counts(&lock), [speakers.len(), 0, 0]);
            }
            for locale in ["fr-FR", "de-DE", "bn-BD"] {
                let mut here = [0u32; 3];
                for (id, profile) in &speakers {
                    if profile.main_locale().unwrap().as_str() == locale {
                        here[lock.split(id).unwrap() as usize] += 1;
                    }
                }
                prop_assert!(here.iter().sum::<u32>() < 3 || here.iter().all(|&count| count > 0), "{here:?}");
            }
        }
    }
}
