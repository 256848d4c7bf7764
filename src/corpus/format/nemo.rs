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

    fn purpose(&self) -> &'static str {
        "NeMo, and Hugging Face's JSON loader"
    }

    fn proof(&self) -> &'static str {
        "NeMo 3.0.0, LazyNeMoIterator"
    }

    fn limits(&self) -> &'static [&'static str] {
        &["No slots: `nemo-slu` has them."]
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
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_manifests() {
        assert_eq!(
            made("nemo", &rows()[1..]),
            r#"nemo/test_manifest.json
{"audio_filepath":"../audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav","duration":0.5000625,"text":"réveille-moi à neuf heures","lang":"fr","locale":"fr-FR","speaker":"c3","gender":"male","intent":"alarm_set","sampling_rate":16000,"prompt_id":"p1","utterance_id":"c3-fr-fr-demo-p1-1"}
nemo/train_manifest.json
{"audio_filepath":"../audio/fr-FR/a1/a1-fr-fr-demo-p2-1.wav","duration":0.5000625,"text":"\"dis\" {bonjour} $5 !","lang":"fr","locale":"fr-FR","speaker":"a1","gender":"female","sampling_rate":16000,"prompt_id":"p2","utterance_id":"a1-fr-fr-demo-p2-1"}
{"audio_filepath":"../audio/ja-JP/b2/b2-ja-jp-demo-p1-1.wav","duration":0.5000625,"text":"明日　七時 | 起こして","lang":"ja","locale":"ja-JP","speaker":"b2","intent":"alarm_set","sampling_rate":16000,"prompt_id":"p1","utterance_id":"b2-ja-jp-demo-p1-1"}
"#
        );
    }
}
