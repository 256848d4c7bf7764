//! Whether a release leaves an utterance out because of what it chooses, as far as its files tell.

use crate::audio::resample::Resampler;
use crate::corpus::catalogue::Row;
use crate::corpus::choice::row_refusal;
use crate::corpus::diff::{Rows, Why};
use crate::corpus::limits::{frames_of, prompt_key};
use crate::corpus::read::Corpus;
use crate::error::Result;
use crate::ids::SpeakerId;
use crate::project::Choice;
use crate::units::SampleRate;
use std::collections::BTreeMap;

/// What a release chooses, and how much it has of each speaker and text where it has greatest numbers.
pub(super) struct Omitted {
    choice: Choice,
    rate: SampleRate,
    /// Utterances and frames by speaker.
    speakers: BTreeMap<SpeakerId, (u64, u64)>,
    /// Utterances by text, known by the first bytes of a digest; 24 bytes each.
    prompts: BTreeMap<u64, u64>,
}

fn prompt(row: &Row) -> u64 {
    let digest = prompt_key(&row.locale, &row.text_sha256);
    u64::from_be_bytes(std::array::from_fn(|at| digest.bytes()[at]))
}

impl Omitted {
    /// Reads what a release chooses, and counts what it has where that matters.
    ///
    /// # Errors
    /// As [`Rows::next`].
    pub(super) fn of(corpus: &Corpus) -> Result<Self> {
        let settings = &corpus.release().settings;
        let choice = settings.select.clone();
        let (mut speakers, mut prompts) = (BTreeMap::new(), BTreeMap::new());
        if choice.has_limits() {
            let mut rows = Rows::open(corpus)?;
            while let Some(row) = rows.next(corpus)? {
                let (utterances, frames) = speakers.entry(row.speaker.clone()).or_insert((0, 0u64));
                *utterances += 1;
                *frames = frames.saturating_add(row.frames);
                if choice.most_per_prompt.is_some() {
                    *prompts.entry(prompt(&row)).or_default() += 1;
                }
            }
        }
        Ok(Self { choice, rate: settings.rate, speakers, prompts })
    }

    /// Says why the release does not have an utterance that another one has, where its choice is the reason.
    pub(super) fn why(&self, row: &Row) -> Option<Why> {
        if row_refusal(&self.choice, row).is_some() {
            return Some(Why::NotSelected);
        }
        let Choice { most_per_speaker, most_minutes_per_speaker, most_per_prompt, .. } = &self.choice;
        let (utterances, frames) = self.speakers.get(&row.speaker).copied().unwrap_or_default();
        let more = Resampler::output_frames(row.rate, self.rate, row.frames);
        let is_over = most_per_speaker.is_some_and(|most| utterances >= most.get())
            || most_minutes_per_speaker
                .is_some_and(|most| frames.saturating_add(more) > frames_of(most, self.rate))
            || most_per_prompt
                .is_some_and(|most| self.prompts.get(&prompt(row)).is_some_and(|count| *count >= most.get()));
        is_over.then_some(Why::OverLimit)
    }
}
