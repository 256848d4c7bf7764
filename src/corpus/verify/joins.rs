//! What no two speakers may have in common, and what all rows of one session must: joins over the whole catalogue.
//!
//! What is compared is laid aside and put in order, so memory does not grow with the corpus.

use super::Fault;
use crate::corpus::catalogue::{self, Row};
use crate::corpus::split::{By, Split};
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio::Sorter;
use crate::ids::Label;
use crate::sheet::Pool;
use std::path::Path;

/// Bytes of a digest by which things are told apart; two do not share them in practice (2^-64 among 4 billion).
const DIGEST: usize = 16;
/// Where in a record the line begins: behind the kind and the digest.
const LINE: usize = 1 + DIGEST;
/// Where the split stands: behind the line.
const SPLIT: usize = LINE + 8;
/// Where the rest begins: what a session's rows must agree in, for sessions, and the speaker.
const REST: usize = SPLIT + 1;

/// What is compared.
#[derive(Clone, Copy)]
enum Kind {
    /// The recording that an utterance was made from, which is one speaker's.
    Recording,
    /// The audio of an utterance, which is one speaker's.
    Audio,
    /// A consent receipt, which is one speaker's.
    Receipt,
    /// A session, which has one speaker, locale, sheet and receipt.
    Session,
    /// A normalised text, which is in one split where the corpus is split by prompt.
    Text,
    /// A normalised text that is not in test, or, on the line 0, one that is for evaluation only.
    Reserved,
}

/// Takes the rows, in their order.
pub struct Joins {
    records: Sorter,
    by: By,
    /// The receipt and the session of the row before: most rows add nothing new.
    last: Option<(String, [u8; DIGEST])>,
}

fn digest(bytes: &[u8]) -> [u8; DIGEST] {
    let digest = Sha256::of(bytes);
    std::array::from_fn(|at| digest.bytes()[at])
}

/// Returns the digest of all that the rows of one session have in common.
fn common(row: &Row) -> [u8; DIGEST] {
    let label = |label: &Option<Label>| label.as_ref().map_or(String::new(), Label::to_string);
    let parts = [
        row.speaker.as_str(),
        row.locale.as_str(),
        row.sheet.as_str(),
        &row.sheet_version,
        &row.sheet_sha256.to_string(),
        &row.sheet_licence,
        &row.consent,
        row.licence.as_deref().unwrap_or_default(),
        row.gender.as_deref().unwrap_or_default(),
        row.age.as_deref().unwrap_or_default(),
        row.accent.as_deref().unwrap_or_default(),
        row.native_language.as_deref().unwrap_or_default(),
        &label(&row.room),
        &row.distance_m.map_or(String::new(), |distance| distance.to_string()),
        &label(&row.device),
    ];
    digest(parts.join("\n").as_bytes())
}

impl Joins {
    /// Begins without rows; what does not fit the memory goes to the folder `scratch`.
    pub fn new(scratch: &Path, by: By) -> Self {
        Self { records: Sorter::new(scratch), by, last: None }
    }

    /// Takes a row of the catalogue.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder has no room.
    pub fn push(&mut self, row: &Row, line: u64) -> Result<()> {
        let mut push_at = |kind: Kind, key: [u8; DIGEST], line: u64, rest: &[u8]| {
            let mut record = vec![kind as u8];
            record.extend_from_slice(&key);
            record.extend_from_slice(&line.to_be_bytes());
            record.push(row.split as u8);
            record.extend_from_slice(rest);
            self.records.push(&record)
        };
        let text = digest(row.normalised.as_bytes());
        if row.split != Split::Test {
            push_at(Kind::Reserved, text, line, b"")?;
        } else if row.pool == Some(Pool::EvalOnly) {
            push_at(Kind::Reserved, text, 0, line.to_string().as_bytes())?;
        }
        let mut push = |kind: Kind, key: [u8; DIGEST], rest: &[u8]| push_at(kind, key, line, rest);
        let speaker = row.speaker.as_str().as_bytes();
        let first = |sha256: &Sha256| std::array::from_fn(|at| sha256.bytes()[at]);
        push(Kind::Recording, first(&row.source.sha256), speaker)?;
        push(Kind::Audio, first(&row.sha256), speaker)?;
        if self.by == By::Prompt {
            push(Kind::Text, text, row.split.name().as_bytes())?;
        }
        let common = common(row);
        let session = (row.session.to_string(), common);
        if self.last.as_ref() == Some(&session) {
            return Ok(());
        }
        push(Kind::Receipt, digest(row.consent.as_bytes()), speaker)?;
        push(Kind::Session, digest(row.session.as_str().as_bytes()), &common)?;
        self.last = Some(session);
        Ok(())
    }

    /// Adds a fault for each row that has what an earlier one has and must not.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn finish(self, faults: &mut Vec<Fault>) -> Result<()> {
        let mut first: Vec<u8> = Vec::new();
        for record in self.records.finish().records() {
            let record = record?;
            if first.get(..LINE) != Some(&record[..LINE]) {
                first = record;
                continue;
            }
            let line = |record: &[u8]| {
                record[LINE..SPLIT].iter().fold(0u64, |number, &byte| number << 8 | u64::from(byte))
            };
            let is_reserved = record[0] == Kind::Reserved as u8;
            // Where a text is for evaluation only, that line comes first.
            let is_sound = if is_reserved {
                line(&first) != 0 || line(&record) == 0
            } else {
                first[REST..] == record[REST..]
            };
            if is_sound {
                continue;
            }
            let (here, there) = (line(&record), line(&first));
            let fault = |id: &'static str, message: String| Fault::new(id, catalogue::NAME, message).at(here);
            // Of a text it is the split, or the line on which it is for evaluation only.
            let speaker = String::from_utf8_lossy(&first[REST..]).into_owned();
            faults.push(match record[0] {
                kind if kind == Kind::Recording as u8 || kind == Kind::Audio as u8 => {
                    let leaks = if first[SPLIT] == record[SPLIT] {
                        String::new()
                    } else {
                        format!(", in {}", Split::ALL[usize::from(first[SPLIT])])
                    };
                    let message =
                        format!("the recording is also speaker {speaker}'s, on line {there}{leaks}");
                    fault("shared-recording", message)
                }
                kind if kind == Kind::Receipt as u8 => {
                    let message = format!("the consent receipt is also speaker {speaker}'s, on line {there}");
                    fault("receipt", message)
                }
                _ if is_reserved => fault(
                    "pool",
                    format!("the text is for evaluation only, on line {speaker}, and here it is not in test"),
                ),
                kind if kind == Kind::Text as u8 => {
                    fault("text-split", format!("the text is also in {speaker}, on line {there}"))
                }
                _ => fault(
                    "session",
                    format!(
                        "the session has another speaker, locale, sheet, place or consent on line {there}"
                    ),
                ),
            });
        }
        Ok(())
    }
}
