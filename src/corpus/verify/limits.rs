//! The choice of a release, held against every row: what it leaves out is not there, and nothing is there too often.

use super::Fault;
use crate::corpus::catalogue::{self, Row};
use crate::corpus::choice::row_refusal;
use crate::corpus::limits::{frames_of, prompt_key};
use crate::error::Result;
use crate::fsio::Sorter;
use crate::ids::SpeakerId;
use crate::project::Choice;
use crate::units::SampleRate;
use std::num::NonZeroU64;
use std::path::Path;

/// Bytes of the digest of a text in a record; the line follows.
const DIGEST: usize = 32;

/// Takes the rows, in their order.
pub struct Limits {
    choice: Choice,
    rate: SampleRate,
    /// The speaker of the row before, whose utterances stand together, with how many they are, and their frames.
    speaker: Option<(SpeakerId, u64, u64)>,
    prompts: Sorter,
}

fn fault(line: u64, message: String) -> Fault {
    Fault::new("selection", catalogue::NAME, message).at(line)
}

impl Limits {
    /// Begins without rows; what does not fit the memory goes to the folder `scratch`.
    pub fn new(choice: Choice, rate: SampleRate, scratch: &Path) -> Self {
        Self { choice, rate, speaker: None, prompts: Sorter::new(scratch) }
    }

    /// Takes a row of the catalogue, and adds a fault where the release may not have it.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder has no room.
    pub fn push(&mut self, row: &Row, line: u64, faults: &mut Vec<Fault>) -> Result<()> {
        if let Some((reason, found)) = row_refusal(&self.choice, row) {
            let message = format!("utterance {} is not chosen: {}", row.id, reason.words());
            faults.push(fault(line, message).differs("what `select` of corpus.json chooses", found));
        }
        if !self.choice.has_limits() {
            return Ok(());
        }
        let (utterances, frames) = match self.speaker.take() {
            Some((speaker, utterances, frames)) if speaker == row.speaker => (utterances, frames),
            _ => (0, 0),
        };
        let (utterances, frames) = (utterances + 1, frames.saturating_add(row.frames));
        let Choice { most_per_speaker, most_minutes_per_speaker, most_per_prompt, .. } = &self.choice;
        if let Some(most) = most_per_speaker.filter(|most| utterances > most.get()) {
            let message = format!("speaker {} has more utterances than the release takes in", row.speaker);
            faults.push(fault(line, message).differs(most, utterances));
        }
        if let Some(most) = most_minutes_per_speaker.filter(|most| frames > frames_of(*most, self.rate)) {
            let message = format!("speaker {} has more minutes than the release takes in", row.speaker);
            let minute = frames_of(NonZeroU64::MIN, self.rate);
            faults.push(fault(line, message).differs(most, frames.div_ceil(minute)));
        }
        self.speaker = Some((row.speaker.clone(), utterances, frames));
        if most_per_prompt.is_none() {
            return Ok(());
        }
        let mut record = prompt_key(&row.locale, &row.text_sha256).bytes().to_vec();
        record.extend_from_slice(&line.to_be_bytes());
        self.prompts.push(&record)
    }

    /// Adds a fault for each row whose text the rows before have too often.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder cannot be read.
    pub fn finish(self, faults: &mut Vec<Fault>) -> Result<()> {
        let Some(most) = self.choice.most_per_prompt else { return Ok(()) };
        let (mut prompt, mut count) = (Vec::new(), 0u64);
        for record in self.prompts.finish().records() {
            let record = record?;
            if record[..DIGEST] != prompt {
                prompt = record[..DIGEST].to_vec();
                count = 0;
            }
            count += 1;
            if count > most.get() {
                let line = record[DIGEST..].iter().fold(0, |number, &byte| number << 8 | u64::from(byte));
                let message = "the text is there more often in its locale than the release takes in";
                faults.push(fault(line, message.to_owned()).differs(most, count));
            }
        }
        Ok(())
    }
}
