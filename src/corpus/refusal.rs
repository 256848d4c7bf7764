//! Takes that are left out: why, and all of them in order, however many.

use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{Sorted, Sorter};
use crate::ids::{PromptId, SessionId};
use serde::de::DeserializeOwned;
use serde::ser::{Error as _, SerializeSeq as _};
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// Why a take is not in the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The speaker accepted another take in its place.
    Replaced,
    /// The speaker never accepted it.
    Undecided,
    /// The speaker had it deleted.
    Deleted,
    /// The release is not of its locale.
    OtherLocale,
    /// The release is not of its speaker.
    OtherSpeaker,
    /// The release is not of its sheet.
    OtherSheet,
    /// The release is not of its microphone.
    OtherDevice,
    /// The release is not of its intent.
    OtherIntent,
    /// The release is not of its domain.
    OtherDomain,
    /// It was withdrawn, from all uses or from one that the release needs.
    Withdrawn,
    /// The session has no consent receipt.
    ConsentMissing,
    /// The receipt is another speaker's.
    ConsentForeign,
    /// The receipt, its copy or its text is not what it has to be.
    ConsentInvalid,
    /// The receipt has expired.
    ConsentExpired,
    /// The receipt does not grant the use.
    ConsentScope,
    /// The receipt grants another licence than the release has, or nothing that lets it be handed on so.
    ConsentLicence,
    /// The text is not the one that the take is bound to.
    TextAltered,
    /// The text, or another word that a corpus takes over, is empty or has characters that hide or break what it says.
    TextUnsafe,
    /// The recording is not there.
    FileMissing,
    /// The recording has another size than when it was published.
    FileAltered,
    /// The recording has no frames.
    Empty,
    /// Numbers of the take cannot be, or contradict each other or the header of the file.
    Numbers,
    /// The parts make no safe utterance id, or one that another prompt already has.
    UnsafeId,
    /// The verdict is below the one asked for.
    Verdict,
    /// Another speaker has the same recording, byte for byte.
    SharedRecording,
    /// Another speaker has the same consent receipt.
    SharedReceipt,
    /// The lock keeps the speaker or the text for evaluation, and the release is for training.
    ForEvaluation,
    /// The lock has the speaker or the text in train or dev, and the release is for evaluation.
    TrainedOn,
    /// Its text, samples or sound are on a list of a published test set.
    HeldOut,
    /// The sentence, or its words, are for evaluation only, and it would be in train or dev.
    EvalOnly,
    /// The sentence is for training only, and it would be in dev or test.
    TrainOnly,
    /// An accepted take of the same prompt in another session is better.
    Outranked,
    /// The release has as much of the speaker as it may have.
    OverSpeakerLimit,
    /// The release has as many utterances of the text in the locale as it may have.
    OverPromptLimit,
}

impl Reason {
    /// Returns the reason's stable name (`consent-expired`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Undecided => "undecided",
            Self::Deleted => "deleted",
            Self::OtherLocale => "other-locale",
            Self::OtherSpeaker => "other-speaker",
            Self::OtherSheet => "other-sheet",
            Self::OtherDevice => "other-device",
            Self::OtherIntent => "other-intent",
            Self::OtherDomain => "other-domain",
            Self::Withdrawn => "withdrawn",
            Self::ConsentMissing => "consent-missing",
            Self::ConsentForeign => "consent-foreign",
            Self::ConsentInvalid => "consent-invalid",
            Self::ConsentExpired => "consent-expired",
            Self::ConsentScope => "consent-scope",
            Self::ConsentLicence => "consent-licence",
            Self::TextAltered => "text-altered",
            Self::TextUnsafe => "text-unsafe",
            Self::FileMissing => "file-missing",
            Self::FileAltered => "file-altered",
            Self::Empty => "empty",
            Self::Numbers => "numbers",
            Self::UnsafeId => "unsafe-id",
            Self::Verdict => "verdict",
            Self::SharedRecording => "shared-recording",
            Self::SharedReceipt => "shared-receipt",
            Self::ForEvaluation => "for-evaluation",
            Self::TrainedOn => "trained-on",
            Self::HeldOut => "held-out",
            Self::EvalOnly => "eval-only",
            Self::TrainOnly => "train-only",
            Self::Outranked => "outranked",
            Self::OverSpeakerLimit => "over-speaker-limit",
            Self::OverPromptLimit => "over-prompt-limit",
        }
    }

    /// Returns the reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Replaced => "the speaker asked for another take, or accepted one in its place",
            Self::Undecided => "the speaker never accepted the take",
            Self::Deleted => "the speaker had the take deleted",
            Self::OtherLocale => "its locale is not chosen",
            Self::OtherSpeaker => "its speaker is not chosen, or is left out by choice",
            Self::OtherSheet => "its prompt sheet is not chosen",
            Self::OtherDevice => "its microphone is not chosen",
            Self::OtherIntent => "its intent is not chosen",
            Self::OtherDomain => "its domain is not chosen",
            Self::Withdrawn => "the person took it back",
            Self::ConsentMissing => "the session has no consent receipt",
            Self::ConsentForeign => "the consent receipt is another speaker's",
            Self::ConsentInvalid => "the consent is invalid",
            Self::ConsentExpired => "the consent has expired",
            Self::ConsentScope => "the consent does not grant this use",
            Self::ConsentLicence => "the consent does not grant the licence and the access of the release",
            Self::TextAltered => "the text is not the one that the take is bound to",
            Self::TextUnsafe => "a text is empty or has characters that hide or break what it says",
            Self::FileMissing => "the recording is missing",
            Self::FileAltered => "the recording has another size than when it was published",
            Self::Empty => "the recording has no frames",
            Self::Numbers => "numbers of the take cannot be, or contradict each other or the file",
            Self::UnsafeId => "speaker, locale, sheet and prompt make no utterance id of their own",
            Self::Verdict => "the verdict is below the one asked for",
            Self::SharedRecording => "another speaker has the same recording",
            Self::SharedReceipt => "another speaker has the same consent receipt",
            Self::ForEvaluation => "it is kept for evaluation, and never trained on",
            Self::TrainedOn => "the speaker or the text is in train or dev of releases for training",
            Self::HeldOut => "its text, samples or sound are of a published test set",
            Self::EvalOnly => "it is for evaluation only, and its speaker is not in test",
            Self::TrainOnly => "it is for training only, and its speaker is not in train",
            Self::Outranked => "an accepted take of the same prompt in another session is better",
            Self::OverSpeakerLimit => "there is as much of the speaker as there may be",
            Self::OverPromptLimit => "there are as many readings of the text as there may be",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A take that is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Refusal {
    /// The session.
    pub session: SessionId,
    /// The prompt.
    pub prompt: PromptId,
    /// The take.
    pub take: u16,
    /// Why.
    pub reason: Reason,
    /// What exactly: the findings, the scope, the sizes.
    pub detail: String,
}

/// Takes a refusal.
pub type Refuse<'a> = &'a mut dyn FnMut(Refusal) -> Result<()>;

pub(super) fn to_json<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    serde_json::to_vec(value)
        .map_err(|error| Error::new(ErrorKind::Corpus, format!("a take cannot be laid aside: {error}")))
}

pub(super) fn from_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let failed = |error: &dyn std::fmt::Display| {
        Error::new(ErrorKind::Corpus, format!("what was laid aside cannot be read: {error}"))
    };
    // Looked at once as a whole, its strings need not be looked at one by one.
    let text = std::str::from_utf8(bytes).map_err(|error| failed(&error))?;
    serde_json::from_str(text).map_err(|error| failed(&error))
}

/// Returns a record that sorts by `key`, whose parts are in byte order since no part holds a zero.
pub(super) fn keyed<T: Serialize>(key: String, value: &T) -> Result<Vec<u8>> {
    let mut record = key.into_bytes();
    record.push(0);
    record.extend_from_slice(&to_json(value)?);
    Ok(record)
}

/// Splits a record of [`keyed`]: JSON has no zero.
pub(super) fn unkeyed(record: &[u8]) -> (&[u8], &[u8]) {
    record.split_at(record.iter().rposition(|&byte| byte == 0).map_or(0, |at| at + 1))
}

/// Takes refusals in any order.
pub struct Refusing(Sorter);

/// The takes that are left out, in order of session, prompt and take. They may be many, so they are no list: they are read
/// from where they were laid aside.
#[derive(Debug, Clone)]
pub struct Refusals {
    sorted: Arc<Sorted>,
    by_reason: BTreeMap<Reason, u64>,
}

impl Refusing {
    /// Begins without refusals; what does not fit the memory goes to the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        Self(Sorter::new(scratch))
    }

    /// Takes a refusal.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder has no room.
    pub fn push(&mut self, refusal: &Refusal) -> Result<()> {
        let key = format!("{}\0{}\0{:05}", refusal.session, refusal.prompt, refusal.take);
        self.0.push(&keyed(key, refusal)?)
    }

    /// Puts them in order and counts them.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn finish(self) -> Result<Refusals> {
        let mut refusals = Refusals { sorted: Arc::new(self.0.finish()), by_reason: BTreeMap::new() };
        let mut by_reason = BTreeMap::new();
        for refusal in refusals.iter() {
            *by_reason.entry(refusal?.reason).or_default() += 1;
        }
        refusals.by_reason = by_reason;
        Ok(refusals)
    }
}

impl Refusals {
    /// Returns the bytes that are held in memory.
    #[cfg(test)]
    pub fn held_bytes(&self) -> usize {
        self.sorted.held_bytes()
    }

    /// Returns how many there are by reason.
    pub fn by_reason(&self) -> &BTreeMap<Reason, u64> {
        &self.by_reason
    }

    /// Returns how many there are.
    pub fn count(&self) -> u64 {
        self.by_reason.values().sum()
    }

    /// Returns them one by one, read anew.
    pub fn iter(&self) -> impl Iterator<Item = Result<Refusal>> + '_ {
        let mut last = Vec::new();
        self.sorted.records().filter_map(move |record| {
            let record = match record {
                Ok(record) => record,
                Err(error) => return Some(Err(error)),
            };
            // A take that was given twice is left out once.
            if record == last {
                return None;
            }
            let refusal = from_json(unkeyed(&record).1);
            last = record;
            Some(refusal)
        })
    }
}

impl Serialize for Refusals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_seq(None)?;
        for refusal in self.iter() {
            all.serialize_element(&refusal.map_err(S::Error::custom)?)?;
        }
        all.end()
    }
}
