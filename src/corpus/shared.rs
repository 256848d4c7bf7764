//! What several speakers have in common and must not: a recording byte for byte, a consent receipt.
//!
//! One voice under two names is in two splits sooner or later, and one receipt is one person's. Which of the names is
//! wrong nobody can tell from the files, so a release stops, or leaves all of it out.

use crate::corpus::refusal::Reason;
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio::Sorter;
use crate::ids::SpeakerId;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What speakers can share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Recording,
    Receipt,
}

impl Kind {
    fn key(self, digest: &Sha256) -> [u8; KEY] {
        let mut key = [self as u8; KEY];
        key[1..].copy_from_slice(digest.bytes());
        key
    }
}

/// What is left out because several speakers have it; 33 bytes for each, and there should be none.
#[derive(Debug, Clone, Default)]
pub struct Shared(BTreeSet<[u8; KEY]>);

/// Takes what each speaker has, one speaker after the other.
pub struct Sharing {
    records: Sorter,
    last_receipt: Option<(u32, Sha256)>,
}

/// Bytes of the kind and the digest in a record.
const KEY: usize = 33;

impl Shared {
    /// Says why a take with this recording and receipt is left out, if it is.
    pub fn refuses(&self, recording: &Sha256, receipt: &str) -> Option<Reason> {
        if self.0.is_empty() {
            None
        } else if self.0.contains(&Kind::Recording.key(recording)) {
            Some(Reason::SharedRecording)
        } else {
            self.0.contains(&Kind::Receipt.key(&Sha256::of(receipt))).then_some(Reason::SharedReceipt)
        }
    }

    /// Says whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes over what `other` has.
    pub fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

impl Sharing {
    /// Begins without takes; what does not fit the memory goes to the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        Self { records: Sorter::new(scratch), last_receipt: None }
    }

    /// Takes a take of the speaker with that number.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder has no room.
    pub fn push(&mut self, speaker: u32, recording: &Sha256, receipt: &str) -> Result<()> {
        self.push_one(Kind::Recording, recording, speaker)?;
        let receipt = Sha256::of(receipt);
        if self.last_receipt.replace((speaker, receipt)) == Some((speaker, receipt)) {
            return Ok(());
        }
        self.push_one(Kind::Receipt, &receipt, speaker)
    }

    fn push_one(&mut self, kind: Kind, digest: &Sha256, speaker: u32) -> Result<()> {
        let mut record = kind.key(digest).to_vec();
        record.extend_from_slice(&speaker.to_be_bytes());
        self.records.push(&record)
    }

    /// Returns what several speakers have, and a sentence for each two of them; `name` is a speaker by number.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn finish<'a>(self, name: impl Fn(u32) -> &'a SpeakerId) -> Result<(Shared, Vec<String>)> {
        let mut shared = Shared::default();
        let mut pairs: BTreeMap<(Kind, u32, u32), u64> = BTreeMap::new();
        let mut last: Vec<u8> = Vec::new();
        for record in self.records.finish().records() {
            let record = record?;
            let speaker = |record: &[u8]| {
                record[KEY..].iter().fold(0u32, |number, &byte| number << 8 | u32::from(byte))
            };
            if last.get(..KEY) == Some(&record[..KEY]) && last != record {
                let kind = if record[0] == Kind::Recording as u8 { Kind::Recording } else { Kind::Receipt };
                shared.0.insert(std::array::from_fn(|at| record[at]));
                *pairs.entry((kind, speaker(&last), speaker(&record))).or_default() += 1;
            }
            last = record;
        }
        let words = pairs.into_iter().map(|((kind, a, b), count)| {
            let (a, b) = (name(a), name(b));
            match kind {
                Kind::Recording => format!(
                    "speakers {a} and {b} have {} with the same bytes: they may be one voice",
                    crate::numbers::plural(count, "recording")
                ),
                Kind::Receipt => format!("speakers {a} and {b} have one consent receipt"),
            }
        });
        let words = words.collect();
        Ok((shared, words))
    }
}
