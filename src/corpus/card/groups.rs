//! What rows have in common over the whole catalogue: texts, and what two splits share.
//!
//! What is compared is laid aside and put in order, so memory does not grow with the corpus.

use super::writing::Told;
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio::Sorter;
use crate::quality::words::normalise;
use std::path::Path;

/// Bytes of a digest by which things are told apart; two do not share them in practice (2^-64 among 4 billion).
const DIGEST: usize = 16;
/// The same where few are compared: the forms of one text.
const SHORT: usize = 8;
/// Where in a record the digest ends: behind the kind.
const KEY: usize = 1 + DIGEST;

/// What two splits may share, in the order of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// A speaker.
    Speakers,
    /// A session.
    Sessions,
    /// A consent receipt.
    Receipts,
    /// A recording, byte for byte, before resampling.
    Recordings,
    /// An audio file, byte for byte.
    Audio,
    /// A text, as recognisers are compared by it.
    Texts,
}

impl Shared {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Speakers, Self::Sessions, Self::Receipts, Self::Recordings, Self::Audio, Self::Texts];

    /// Returns the word for more than one.
    pub fn words(self) -> &'static str {
        match self {
            Self::Speakers => "speakers",
            Self::Sessions => "sessions",
            Self::Receipts => "consent receipts",
            Self::Recordings => "recordings",
            Self::Audio => "audio files",
            Self::Texts => "texts",
        }
    }
}

/// The kind of a record of templates, behind those of [`Shared`].
const TEMPLATE: u8 = Shared::ALL.len() as u8;

/// The pairs of splits, in the order of the card.
pub const PAIRS: [(Split, Split); 3] =
    [(Split::Train, Split::Dev), (Split::Train, Split::Test), (Split::Dev, Split::Test)];

/// What was found over all rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// By what is shared and pair of splits: how many both have.
    pub shared: [[u64; PAIRS.len()]; Shared::ALL.len()],
    /// Different texts, by split.
    pub texts: [u64; Split::ALL.len()],
    /// Different texts in all.
    pub all_texts: u64,
    /// Utterances of a split whose text train has too.
    pub seen: [u64; Split::ALL.len()],
    /// Utterances whose text another one has too.
    pub repeated: Told,
    /// Their different texts.
    pub repeated_texts: u64,
    /// The most utterances of one text.
    pub most_of_a_text: u64,
    /// Utterances that differ from another one by their slots or numbers alone.
    pub templated: Told,
    /// The templates of these.
    pub templates: u64,
    /// Utterances whose text is written otherwise by another one of the language.
    pub spelled: Told,
    /// Their different texts.
    pub spelled_texts: u64,
}

/// Takes the rows, in their order.
pub struct Grouping {
    records: Sorter,
    /// Speaker, session and receipt of the row before, with its split: most rows add nothing new.
    last: [Option<(String, Split)>; 3],
}

fn digest<const N: usize>(text: &str) -> [u8; N] {
    first(&Sha256::of(text))
}

fn first<const N: usize>(sha256: &Sha256) -> [u8; N] {
    std::array::from_fn(|at| sha256.bytes()[at])
}

/// Returns the text with a word in place of each slot and of each number; `None` when it has none.
fn template(row: &Row) -> Option<String> {
    let mut out = String::new();
    let mut has = false;
    let mut in_number = false;
    // Where two slots of a stranger's corpus lie over each other, the first counts.
    let mut slots = row.slots.iter().peekable();
    let mut behind = 0u32;
    for (c, at) in row.text.chars().zip(0u32..) {
        while slots.next_if(|slot| slot.start < at.max(behind)).is_some() {}
        if let Some(slot) = slots.next_if(|slot| slot.start == at && at >= behind) {
            out.push_str(" slot ");
            out.push_str(&slot.name);
            out.push(' ');
            behind = slot.end;
            has = true;
        }
        if at < behind {
            continue;
        }
        let is_number = c.is_numeric();
        match (is_number, in_number) {
            (true, false) => {
                out.push('0');
                has = true;
            }
            (true, true) => {}
            (false, _) => out.push(c),
        }
        in_number = is_number;
    }
    has.then(|| normalise(&out, &row.locale))
}

impl Grouping {
    /// Begins without rows; what does not fit the memory goes to the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        Self { records: Sorter::new(scratch), last: [None, None, None] }
    }

    /// Takes a row.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder has no room.
    pub fn push(&mut self, row: &Row) -> Result<()> {
        let mut push = |kind: u8, key: [u8; DIGEST], rest: &[&[u8]]| {
            let mut record = vec![kind];
            record.extend_from_slice(&key);
            for part in rest {
                record.extend_from_slice(part);
            }
            self.records.push(&record)
        };
        let split = [row.split as u8];
        let names = [row.speaker.as_str(), row.session.as_str(), &row.consent];
        for ((kind, name), last) in (0u8..).zip(names).zip(&mut self.last) {
            let this = (name.to_owned(), row.split);
            if last.as_ref() != Some(&this) {
                push(kind, digest(name), &[&split])?;
                *last = Some(this);
            }
        }
        push(Shared::Recordings as u8, first(&row.source.sha256), &[&split])?;
        push(Shared::Audio as u8, first(&row.sha256), &[&split])?;
        let text: [u8; DIGEST] = digest(&row.normalised);
        let id = row.id.as_str().as_bytes();
        let (locale, form) = (digest::<SHORT>(row.locale.as_str()), digest::<SHORT>(&row.text));
        push(Shared::Texts as u8, text, &[&locale, &form, &split, id])?;
        if let Some(template) = template(row) {
            push(TEMPLATE, digest(&template), &[&text, id])?;
        }
        Ok(())
    }

    /// Returns what was found.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn finish(self) -> Result<Groups> {
        let mut groups = Groups::default();
        let mut open = Group::default();
        for record in self.records.finish().records() {
            let record = record?;
            if open.key.get(..KEY) != Some(&record[..KEY]) {
                open.close(&mut groups);
                open = Group { key: record[..KEY].to_vec(), ..Group::default() };
            }
            open.add(&record, &mut groups);
        }
        open.close(&mut groups);
        Ok(groups)
    }
}

/// The records of one key, as they come.
#[derive(Default)]
struct Group {
    key: Vec<u8>,
    /// By split.
    utterances: [u64; Split::ALL.len()],
    /// The text of a template, or the locale and form of a text, that came last; how many there are.
    last: Vec<u8>,
    forms: u64,
    /// The first utterance of all.
    first: String,
    /// The first one of the locale, and the first that is written otherwise.
    one: String,
    other: Option<String>,
    /// Utterances of the locale, of a text.
    of_locale: u64,
    /// Whether the text is written in two ways in some locale.
    is_spelled: bool,
    /// Utterances of a template.
    all: u64,
}

impl Group {
    fn add(&mut self, record: &[u8], groups: &mut Groups) {
        let rest = &record[KEY..];
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match record[0] {
            TEMPLATE => {
                let (of, id) = rest.split_at(DIGEST);
                self.all += 1;
                if self.last != of {
                    self.forms += 1;
                    of.clone_into(&mut self.last);
                }
                if self.first.is_empty() || text(id) < self.first {
                    self.first = text(id);
                }
            }
            kind if kind == Shared::Texts as u8 => {
                let (form, rest) = rest.split_at(2 * SHORT);
                let id = text(&rest[1..]);
                if self.last.get(..SHORT) != Some(&form[..SHORT]) {
                    self.close_locale(groups);
                    self.forms = 1;
                } else if self.last != form {
                    self.forms += 1;
                    self.other.get_or_insert_with(|| id.clone());
                }
                if self.of_locale == 0 {
                    self.one.clone_from(&id);
                }
                form.clone_into(&mut self.last);
                self.of_locale += 1;
                self.utterances[usize::from(rest[0])] += 1;
                // The first is one of several only when there is a second.
                match self.utterances.iter().sum::<u64>() {
                    1 => self.first = id,
                    2 => {
                        groups.repeated.add(0, &self.first);
                        groups.repeated.add(0, &id);
                    }
                    _ => groups.repeated.add(0, &id),
                }
            }
            _ => self.utterances[usize::from(rest[0])] += 1,
        }
    }

    /// Ends the locale of a text.
    fn close_locale(&mut self, groups: &mut Groups) {
        if self.forms > 1
            && let Some(other) = &self.other
        {
            let (one, other) = if self.one < *other { (&self.one, other) } else { (other, &self.one) };
            groups.spelled.add(self.of_locale, &format!("{one} and {other}"));
            self.is_spelled = true;
        }
        (self.of_locale, self.other) = (0, None);
    }

    fn close(&mut self, groups: &mut Groups) {
        let Some(&kind) = self.key.first() else { return };
        if kind == TEMPLATE {
            if self.forms > 1 {
                groups.templated.add(self.all, &self.first);
                groups.templates += 1;
            }
            return;
        }
        let has = |split: Split| self.utterances[split as usize] > 0;
        for (count, (a, b)) in groups.shared[usize::from(kind)].iter_mut().zip(PAIRS) {
            *count += u64::from(has(a) && has(b));
        }
        if kind != Shared::Texts as u8 {
            return;
        }
        for split in Split::ALL {
            groups.texts[split as usize] += u64::from(has(split));
            if has(Split::Train) {
                groups.seen[split as usize] += self.utterances[split as usize];
            }
        }
        let total: u64 = self.utterances.iter().sum();
        groups.all_texts += 1;
        groups.most_of_a_text = groups.most_of_a_text.max(total);
        if total > 1 {
            groups.repeated.utterances += total;
            groups.repeated_texts += 1;
        }
        self.close_locale(groups);
        groups.spelled_texts += u64::from(self.is_spelled);
    }
}
