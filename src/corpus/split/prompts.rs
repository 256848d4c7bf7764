//! Which text belongs to which split, where one or two speakers read all of them.
//!
//! A text is what [`normalise`](crate::quality::words::normalise) makes of it, and all its readings go together: of both
//! speakers, in any session, locale and repetition. So no words are in two splits, and that is all that is promised: the
//! voices, rooms and sessions of test are those of train, and so may be the words around a slot.

use super::{Assignment, By, Holding, Lock, Placing, Profile, Purpose, Split, State, Targets};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{Sorted, Sorter};
use crate::ids::{Locale, SpeakerId};
use crate::numbers::plural;
use std::collections::BTreeSet;
use std::path::Path;

/// The most speakers of a release that is split by prompt: from three on, each split can have voices of its own.
pub const MOST_READERS: usize = 2;

/// In a record, the place of the only split that a text may be in: any.
const ANY: u8 = u8::MAX;

/// Takes the texts of utterances, in any order.
pub struct Texts<'a> {
    lock: &'a Lock,
    records: Sorter,
}

impl<'a> Texts<'a> {
    /// Begins without texts for a lock that splits by prompt; what does not fit the memory goes to the folder `scratch`.
    pub fn new(lock: &'a Lock, scratch: &Path) -> Self {
        Self { lock, records: Sorter::new(scratch) }
    }

    /// Takes the normalised text of an utterance of so many milliseconds; `only` is the one split that it may be in, if it is.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder has no room.
    pub fn push(&mut self, normalised: &str, locale: &Locale, ms: u64, only: Option<Split>) -> Result<()> {
        let mut record = self.lock.text_key(normalised).bytes().to_vec();
        let only = only.and_then(|only| Split::ALL.iter().position(|split| *split == only));
        record.push(only.map_or(ANY, |at| at as u8));
        record.extend_from_slice(&ms.to_be_bytes());
        record.extend_from_slice(locale.as_str().as_bytes());
        self.records.push(&record)
    }
}

/// Returns each text with its audio and the one split that it may be in, in the order of their digests.
fn units(sorted: &Sorted) -> impl Iterator<Item = Result<(Sha256, Profile, Option<Split>)>> {
    let parsed = |record: &[u8]| -> Option<(Sha256, Option<Split>, u64, Locale)> {
        let (key, rest) = record.split_first_chunk::<32>()?;
        let (only, rest) = rest.split_first()?;
        let (ms, locale) = rest.split_first_chunk()?;
        let locale = std::str::from_utf8(locale).ok()?.parse().ok()?;
        Some((
            Sha256::from(*key),
            Split::ALL.get(usize::from(*only)).copied(),
            u64::from_be_bytes(*ms),
            locale,
        ))
    };
    let mut records = sorted.records().map(move |record| {
        parsed(&record?)
            .ok_or_else(|| Error::new(ErrorKind::Io, "what was laid aside reads back differently"))
    });
    let mut next = records.next();
    std::iter::from_fn(move || {
        let (key, mut only, ms, locale) = match next.take()? {
            Ok(first) => first,
            Err(error) => return Some(Err(error)),
        };
        let mut profile = Profile::default();
        profile.audio_ms.insert(locale, ms);
        loop {
            next = records.next();
            match &next {
                Some(Ok((same, other, ms, locale))) if *same == key => {
                    only = only.max(*other);
                    *profile.audio_ms.entry(locale.clone()).or_default() += ms;
                }
                _ => return Some(Ok((key, profile, only))),
            }
        }
    })
}

/// Places the texts that their lock does not know yet, and never moves one that it knows. In a release for evaluation new
/// ones go to test.
///
/// Texts come in the order of their digests, and each goes where [`assign`](super::assign) would put a speaker: to the split
/// that is furthest behind its share of the audio, and none stays empty from three texts up.
///
/// # Errors
/// [`ErrorKind::Integrity`] when there are more than [`MOST_READERS`] speakers; [`ErrorKind::Io`].
pub fn assign_texts(
    texts: Texts<'_>,
    speakers: &BTreeSet<SpeakerId>,
    targets: Targets,
    purpose: Purpose,
) -> Result<Assignment> {
    let Texts { lock, records } = texts;
    debug_assert_eq!(lock.by, By::Prompt);
    if speakers.len() > MOST_READERS {
        return Err(Error::new(
            ErrorKind::Integrity,
            format!(
                "{} have takes to pack, and the release is split by prompt, which is for one or two: the voices of \
                 its test would be those that it trains on",
                plural(speakers.len() as u64, "speaker")
            ),
        )
        .with_hint(
            "split by speaker with a new lock (--splits FILE); its test is another one, on which nothing that was \
             trained before can be measured. Or pack the new speakers by themselves",
        ));
    }
    let sorted = records.finish();
    let mut next = lock.clone();
    for holding in next.texts.values_mut() {
        holding.state = State::Removed;
    }
    for state in next.readers.values_mut() {
        *state = State::Removed;
    }
    let mut placing = Placing::new(&lock.salt, targets);
    for unit in units(&sorted) {
        let (key, profile, only) = unit?;
        placing.learn(&profile, lock.texts.get(&key).map(|holding| holding.split).or(only));
    }
    for unit in units(&sorted) {
        let (key, profile, only) = unit?;
        if let Some(known) = next.texts.get_mut(&key) {
            known.state = State::Present;
        } else {
            let split = only.unwrap_or_else(|| placing.place(&key.to_string(), &profile));
            next.texts.insert(key, Holding::fresh(split, purpose));
        }
    }
    let placed = speakers.iter().filter(|speaker| !lock.readers.contains_key(*speaker)).cloned().collect();
    next.readers.extend(speakers.iter().map(|speaker| (speaker.clone(), State::Present)));
    let mut notes = Vec::new();
    if purpose == Purpose::Training && placing.count > 0 {
        notes.push(
            "split by prompt, which is not speaker-independent: the voices, rooms and sessions of test are those of \
             train, so results on it say little of other people"
                .to_owned(),
        );
        let empty: Vec<&str> =
            placing.held(&super::Group::Whole).empty().into_iter().map(Split::name).collect();
        if !empty.is_empty() {
            let count = plural(placing.count, "text");
            notes.push(format!("{count}, and none in {}: the next new ones fill it", empty.join(" and ")));
        }
    }
    Ok(Assignment { lock: next, placed, notes })
}
