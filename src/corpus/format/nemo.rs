//! NVIDIA `NeMo`: one JSON Lines manifest per split, named `.json` because the loader routes by the ending.
//!
//! `audio_filepath` is relative to the manifest's own folder. `lang` is the bare language; the locale
//! stands beside it.

use super::{Format, Sink, Writer, json_line};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use serde::Serialize;

/// `nemo/<split>_manifest.json`.
pub struct Nemo;

fn path(split: Split) -> String {
    format!("nemo/{split}_manifest.json")
}

impl Format for Nemo {
    fn name(&self) -> &'static str {
        "nemo"
    }

    fn how_to_load(&self) -> &'static str {
        "NeMo reads `nemo/<split>_manifest.json`, whose paths are relative to that folder.\n"
    }

    fn hugging_face(&self, split: Split) -> Option<String> {
        Some(path(split))
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Manifests)
    }
}

struct Manifests;

#[derive(Serialize)]
struct Line<'a> {
    audio_filepath: &'a str,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    shard_id: Option<u64>,
}

/// Returns the line of a row, whose audio is found by `audio`, in a shard if it is in one.
pub(super) fn line(row: &Row, audio: &str, shard: Option<u64>) -> Result<String> {
    json_line(&Line {
        audio_filepath: audio,
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
        shard_id: shard,
    })
}

impl Writer for Manifests {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        out.append(&path(row.split), &line(row, &format!("../{}", row.audio), None)?)
    }

    fn finish(&mut self, _out: &mut dyn Sink) -> Result<()> {
        Ok(())
    }
}
