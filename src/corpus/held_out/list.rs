//! The file of a list: JSON Lines, a head, then texts, then sounds, each kind in byte order and each once.

use super::Samples;
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::quality::Fingerprint;
use crate::text::unsafe_line;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, Read as _};

/// The version of a list.
pub const SCHEMA: u32 = 1;
/// The type in the head of a list.
pub const KIND: &str = "held-out";
/// The most bytes of a line: an hour of sound has 2 MB, twice as much in digits.
const MOST_LINE: u64 = 8 << 20;

/// The first line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// [`SCHEMA`].
    pub schema: u32,
    /// [`KIND`].
    #[serde(rename = "type")]
    pub kind: String,
    /// What is held out, one line.
    pub name: String,
    /// How many texts the list has.
    pub texts: u64,
    /// How many recordings.
    pub sounds: u64,
}

/// A further line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A text, by [`text_key`](super::text_key).
    Text(Sha256),
    /// A recording: its samples, and what it sounds like where it has enough speech.
    Sound(Samples, Option<Fingerprint>),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TextLine {
    text: Sha256,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SoundLine {
    sound: Sha256,
    rate: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
}

impl Entry {
    /// What entries are ordered by.
    fn key(&self) -> (bool, Sha256, u32) {
        match self {
            Self::Text(text) => (false, *text, 0),
            Self::Sound(samples, _) => (true, samples.sha256, samples.rate),
        }
    }

    fn to_line(&self) -> String {
        let written = match self {
            Self::Text(text) => serde_json::to_string(&TextLine { text: *text }),
            Self::Sound(samples, fingerprint) => serde_json::to_string(&SoundLine {
                sound: samples.sha256,
                rate: samples.rate,
                fingerprint: fingerprint.as_ref().map(|fingerprint| {
                    let mut bytes = Vec::new();
                    fingerprint.write(&mut bytes);
                    let mut digits = String::with_capacity(2 * bytes.len());
                    for byte in bytes {
                        // Writing to a string cannot fail.
                        let _ = write!(digits, "{byte:02x}");
                    }
                    digits
                }),
            }),
        };
        // The writing of such a record cannot fail.
        written.unwrap_or_default()
    }

    fn parse(line: &str) -> std::result::Result<Self, String> {
        let read = |error: serde_json::Error| format!("it is neither a text nor a sound: {error}");
        if line.starts_with("{\"text\"") {
            return serde_json::from_str::<TextLine>(line).map(|line| Self::Text(line.text)).map_err(read);
        }
        let SoundLine { sound, rate, fingerprint } = serde_json::from_str(line).map_err(read)?;
        let fingerprint = match fingerprint {
            None => None,
            Some(digits) => {
                let bytes =
                    bytes_of(&digits).ok_or("its fingerprint has other signs than 0-9a-f, in pairs")?;
                let found = Fingerprint::checked(&bytes).ok_or("its fingerprint is none that Booth takes")?;
                Some(found)
            }
        };
        if rate == 0 {
            return Err("its rate is 0".to_owned());
        }
        Ok(Self::Sound(Samples { sha256: sound, rate }, fingerprint))
    }
}

fn bytes_of(digits: &str) -> Option<Vec<u8>> {
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|[high, low]| Some(value(*high)? << 4 | value(*low)?)).collect()
}

/// Reads a list, and gives each entry with its line to `each`; returns the head and the digest of the whole. Nothing but a
/// line is held.
///
/// # Errors
/// [`ErrorKind::Integrity`] with the line, for anything but the canonical form; [`ErrorKind::Io`].
pub fn read(mut input: impl BufRead, each: &mut dyn FnMut(u64, Entry)) -> Result<(Head, Sha256)> {
    let bad = |line: u64, what: String| {
        Error::new(ErrorKind::Integrity, format!("this is no list of what is held out: {what}"))
            .at_line(line)
            .with_hint("`booth held-out` makes such lists; take the file again from where it came")
    };
    let mut hasher = Hasher::new();
    let (mut number, mut last, mut counts) = (0u64, None, (0u64, 0u64));
    let mut head: Option<Head> = None;
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let read = input.by_ref().take(MOST_LINE).read_until(b'\n', &mut bytes);
        read.map_err(|error| Error::io("read", "the list", error))?;
        if bytes.is_empty() {
            break;
        }
        number += 1;
        hasher.update(&bytes);
        let line = bytes.strip_suffix(b"\n").ok_or_else(|| bad(number, "the line has no end".to_owned()))?;
        let line = std::str::from_utf8(line).map_err(|_| bad(number, "it is not UTF-8".to_owned()))?;
        if head.is_none() {
            let first: Head = serde_json::from_str(line)
                .map_err(|error| bad(number, format!("the head cannot be read: {error}")))?;
            if (first.schema, first.kind.as_str()) != (SCHEMA, KIND) {
                let kind = first.kind.escape_debug();
                return Err(bad(number, format!("schema {} of type `{kind}` is not known", first.schema)));
            }
            if let Some(fault) = unsafe_line(&first.name) {
                return Err(bad(number, format!("its name cannot stand on a card: {fault}")));
            }
            if serde_json::to_string(&first).unwrap_or_default() != line {
                return Err(bad(number, "the head is not in its one written form".to_owned()));
            }
            head = Some(first);
            continue;
        }
        let entry = Entry::parse(line).map_err(|what| bad(number, what))?;
        if entry.to_line() != line {
            return Err(bad(number, "it is not in its one written form".to_owned()));
        }
        let key = entry.key();
        if last.is_some_and(|last| last >= key) {
            return Err(bad(number, "it is out of order or twice".to_owned()));
        }
        last = Some(key);
        match entry {
            Entry::Text(_) => counts.0 += 1,
            Entry::Sound(..) => counts.1 += 1,
        }
        each(number, entry);
    }
    let head = head.ok_or_else(|| bad(1, "it is empty".to_owned()))?;
    if (head.texts, head.sounds) != counts {
        let (texts, sounds) = counts;
        let what = format!(
            "the head tells {} texts and {} sounds, and there are {texts} and {sounds}",
            head.texts, head.sounds
        );
        return Err(bad(1, what));
    }
    Ok((head, hasher.finish()))
}

/// Puts the entries of a list in order and writes it.
pub struct ListWriter {
    name: String,
    entries: BTreeMap<(bool, Sha256, u32), Entry>,
}

impl ListWriter {
    /// Begins a list of that name without entries.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when the name cannot stand on a card.
    pub fn new(name: &str) -> Result<Self> {
        if let Some(fault) = unsafe_line(name) {
            return Err(Error::new(ErrorKind::Usage, format!("the name cannot stand on a card: {fault}")));
        }
        Ok(Self { name: name.to_owned(), entries: BTreeMap::new() })
    }

    /// Takes an entry; one that is there already counts once.
    pub fn push(&mut self, entry: Entry) {
        self.entries.entry(entry.key()).or_insert(entry);
    }

    /// Returns the head.
    pub fn head(&self) -> Head {
        let sounds = self.entries.keys().filter(|(is_sound, ..)| *is_sound).count() as u64;
        let texts = self.entries.len() as u64 - sounds;
        Head { schema: SCHEMA, kind: KIND.to_owned(), name: self.name.clone(), texts, sounds }
    }

    /// Returns the text, the same for the same entries.
    pub fn to_text(&self) -> String {
        let mut text = serde_json::to_string(&self.head()).unwrap_or_default();
        text.push('\n');
        for entry in self.entries.values() {
            text.push_str(&entry.to_line());
            text.push('\n');
        }
        text
    }
}
