//! The greatest numbers of a choice: which utterances stay when a speaker has too many, or a text is read too often.
//!
//! Whoever stays is told by a seeded digest, never by order, time or place. First each speaker is brought under the limits
//! by the speaker's own utterances alone, then each text by those that are left of it. So nothing that others do changes
//! which of a speaker's utterances get as far as the texts, and what comes or goes moves one other of its speaker and one
//! of its text. The two digests differ: with one, the utterances of who was brought under the limit, which are those with
//! the lowest digests, would win against those of who has few.
//!
//! What the release before has goes first: by digests alone a speaker who doubles what there is would have half of the
//! speaker's utterances replaced by new ones in the next release, and whoever compares models over releases would compare
//! other data.
//!
//! All is put in order on disk, so memory grows neither with the utterances nor with the texts.

use crate::corpus::refusal::Reason;
use crate::corpus::split::salted;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{Merge, Sorted, Sorter};
use crate::ids::{Locale, UtteranceId};
use crate::project::Choice;
use crate::units::SampleRate;
use std::num::NonZeroU64;
use std::path::Path;
use std::sync::Arc;

/// Bytes of a digest in a record.
const DIGEST: usize = 32;
/// Bytes of a number in a record.
const NUMBER: usize = 8;

/// An utterance that may be too many.
pub struct Candidate<'a> {
    /// The utterance.
    pub id: &'a UtteranceId,
    /// The number of its speaker.
    pub speaker: u32,
    /// Its locale.
    pub locale: &'a Locale,
    /// SHA-256 of its text.
    pub text_sha256: &'a Sha256,
    /// Frames that it has in the release.
    pub frames: u64,
    /// Whether the release before has it.
    pub was_there: bool,
}

/// Returns what tells a text in a locale from others.
pub fn prompt_key(locale: &Locale, text_sha256: &Sha256) -> Sha256 {
    salted(locale.as_str(), &[&text_sha256.to_string()])
}

/// Returns how many frames of the release a number of minutes has.
pub fn frames_of(minutes: NonZeroU64, rate: SampleRate) -> u64 {
    minutes.get().saturating_mul(60 * u64::from(rate.hz()))
}

/// Takes in all utterances of a release, and says which are too many.
pub struct Limiting {
    choice: Choice,
    /// The rate of the release.
    rate: SampleRate,
    salt: String,
    /// By speaker, then as they stay.
    records: Sorter,
    /// By prompt, then as they stay.
    by_prompt: Sorter,
    /// By id.
    left: Sorter,
}

/// The utterances that are too many, in byte order of their ids.
#[derive(Debug, Clone)]
pub struct Limited(Option<Arc<Sorted>>);

/// Goes through them, asked for ids in byte order.
pub struct Leaving<'a> {
    records: Option<Merge<'a>>,
    next: Option<(Vec<u8>, Reason)>,
}

fn number(record: &[u8], at: usize) -> u64 {
    record.iter().skip(at).take(NUMBER).fold(0, |number, &byte| number << 8 | u64::from(byte))
}

impl Limiting {
    /// Begins; what does not fit the memory goes to the folder `scratch`.
    pub fn new(choice: &Choice, rate: SampleRate, salt: &str, scratch: &Path) -> Self {
        Self {
            choice: choice.clone(),
            rate,
            salt: salt.to_owned(),
            records: Sorter::new(scratch),
            by_prompt: Sorter::new(scratch),
            left: Sorter::new(scratch),
        }
    }

    /// Takes in an utterance.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder has no room.
    pub fn push(&mut self, of: &Candidate<'_>) -> Result<()> {
        let mut record = of.speaker.to_be_bytes().to_vec();
        record.push(u8::from(!of.was_there));
        record.extend_from_slice(salted(&self.salt, &["speaker-limit", of.id.as_str()]).bytes());
        record.extend_from_slice(&of.frames.to_be_bytes());
        record.extend_from_slice(prompt_key(of.locale, of.text_sha256).bytes());
        record.extend_from_slice(of.id.as_str().as_bytes());
        self.records.push(&record)
    }

    /// Leaves an utterance out.
    fn leave(left: &mut Sorter, id: &[u8], reason: Reason) -> Result<()> {
        let code = u8::from(reason == Reason::OverPromptLimit);
        // No id has a zero, so records are in the order of ids.
        left.push(&[id, &[0, code]].concat())
    }

    /// Returns those that are too many.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder cannot be read or has no room.
    pub fn finish(mut self) -> Result<Limited> {
        const SPEAKER: usize = 4;
        const FRAMES: usize = SPEAKER + 1 + DIGEST;
        const PROMPT: usize = FRAMES + NUMBER;
        const ID: usize = PROMPT + DIGEST;
        let most = self.choice.most_per_speaker.map_or(u64::MAX, NonZeroU64::get);
        let most_frames =
            self.choice.most_minutes_per_speaker.map_or(u64::MAX, |minutes| frames_of(minutes, self.rate));
        let (mut speaker, mut count, mut frames) = (Vec::new(), 0, 0u64);
        for record in self.records.finish().records() {
            let record = record?;
            if record[..SPEAKER] != speaker {
                speaker = record[..SPEAKER].to_vec();
                (count, frames) = (0, 0);
            }
            let (id, more) = (&record[ID..], number(&record, FRAMES));
            // What is too long for the rest is left out, and a shorter one may still come in.
            if count == most || frames.saturating_add(more) > most_frames {
                Self::leave(&mut self.left, id, Reason::OverSpeakerLimit)?;
                continue;
            }
            (count, frames) = (count + 1, frames + more);
            let text = String::from_utf8_lossy(id);
            let digest = salted(&self.salt, &["prompt-limit", &text]);
            let mut next = record[PROMPT..ID].to_vec();
            next.push(record[SPEAKER]);
            next.extend_from_slice(digest.bytes());
            next.extend_from_slice(id);
            self.by_prompt.push(&next)?;
        }
        let most = self.choice.most_per_prompt.map_or(u64::MAX, NonZeroU64::get);
        let (mut prompt, mut count) = (Vec::new(), 0);
        for record in self.by_prompt.finish().records() {
            let record = record?;
            if record[..DIGEST] != prompt {
                prompt = record[..DIGEST].to_vec();
                count = 0;
            }
            count += 1;
            if count > most {
                Self::leave(&mut self.left, &record[DIGEST + 1 + DIGEST..], Reason::OverPromptLimit)?;
            }
        }
        let left = self.left.finish();
        Ok(Limited((!left.is_empty()).then(|| Arc::new(left))))
    }
}

impl Limited {
    /// Returns none.
    pub fn none() -> Self {
        Self(None)
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Goes through them.
    pub fn leaving(&self) -> Leaving<'_> {
        Leaving { records: self.0.as_ref().map(|left| left.records()), next: None }
    }
}

impl Leaving<'_> {
    /// Says why an utterance is too many, if it is; ids come in byte order.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn why(&mut self, id: &UtteranceId) -> Result<Option<Reason>> {
        let id = id.as_str().as_bytes();
        loop {
            if let Some((next, reason)) = &self.next
                && next.as_slice() >= id
            {
                return Ok((next == id).then_some(*reason));
            }
            let Some(record) = self.records.as_mut().and_then(Iterator::next) else { return Ok(None) };
            let mut record = record?;
            let code = record.pop();
            if record.pop() != Some(0) {
                return Err(Error::new(ErrorKind::Corpus, "what was laid aside cannot be read"));
            }
            let reason = if code == Some(0) { Reason::OverSpeakerLimit } else { Reason::OverPromptLimit };
            self.next = Some((record, reason));
        }
    }
}

#[cfg(test)]
mod tests;
