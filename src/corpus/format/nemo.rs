//! NVIDIA `NeMo`: one JSON Lines manifest per split, named `.json` because the loader routes by the ending.
//!
//! `audio_filepath` is relative to the manifest's own folder. `lang` is the bare language; the locale
//! stands beside it.

use super::{Format, Sink};
use crate::corpus::catalogue::Row;
use crate::error::{Error, ErrorKind, Result};
use serde::Serialize;

/// Writes `nemo/<split>_manifest.json`.
pub struct Nemo;

#[derive(Serialize)]
struct Line<'a> {
    audio_filepath: String,
    duration: f64,
    text: &'a str,
    lang: &'a str,
    locale: &'a str,
    speaker: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    intent: Option<&'a str>,
    sampling_rate: u32,
    prompt_id: &'a str,
    utterance_id: &'a str,
}

impl Format for Nemo {
    fn name(&self) -> &'static str {
        "nemo"
    }

    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let line = Line {
            audio_filepath: format!("../{}", row.audio),
            duration: row.duration,
            text: &row.text,
            lang: row.locale.language(),
            locale: row.locale.as_str(),
            speaker: row.speaker.as_str(),
            gender: row.gender.as_deref(),
            intent: row.intent.as_deref(),
            sampling_rate: row.rate.hz(),
            prompt_id: row.prompt.as_str(),
            utterance_id: row.id.as_str(),
        };
        let mut text = serde_json::to_string(&line)
            .map_err(|error| Error::new(ErrorKind::Corpus, format!("a row cannot be written: {error}")))?;
        text.push('\n');
        out.append(&format!("nemo/{}_manifest.json", row.split), &text)
    }

    fn finish(&mut self, _out: &mut dyn Sink) -> Result<()> {
        Ok(())
    }
}
