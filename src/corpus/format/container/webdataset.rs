//! `WebDataset`: tar archives in which the members of one key stand together (`<id>.json`, `<id>.txt` and the audio).
//!
//! The key is a name up to its first dot, and ids have none. Every key has the same endings, from which loaders infer the
//! columns. Form: <https://github.com/webdataset/webdataset>, "The `WebDataset` Format".

use super::{Container, Files, Shard, ShardWriter, Unit, append};
use crate::archive::tar;
use crate::corpus::catalogue::Row;
use crate::corpus::format::{Format, Nothing, Writer, json_line};
use crate::error::Result;
use crate::sheet::Slot;
use serde::Serialize;

/// `webdataset/<locale>/<split>-<number>.tar`.
pub struct WebDataset;

impl Format for WebDataset {
    fn name(&self) -> &'static str {
        "webdataset"
    }

    fn purpose(&self) -> &'static str {
        "WebDataset and what reads its archives, streamed"
    }

    fn proof(&self) -> &'static str {
        "webdataset 1.0.2, every key, text and clip"
    }

    fn limits(&self) -> &'static [&'static str] {
        &["Shuffle over shards and within them: a shard holds few speakers."]
    }

    fn how_to_load(&self) -> &'static str {
        "WebDataset reads `webdataset/<locale>/<split>-000000.tar` and on; shuffle over shards and within them.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Nothing)
    }

    fn container(&self) -> Option<&dyn Container> {
        Some(self)
    }
}

/// What stands beside the audio.
#[derive(Serialize)]
struct About<'a> {
    id: &'a str,
    text: &'a str,
    annotated: Option<&'a str>,
    intent: Option<&'a str>,
    domain: Option<&'a str>,
    slots: &'a [Slot],
    locale: &'a str,
    speaker: &'a str,
    gender: Option<&'a str>,
    age: Option<&'a str>,
    accent: Option<&'a str>,
    native_language: Option<&'a str>,
    prompt: &'a str,
    duration: f64,
    sampling_rate: u32,
    licence: Option<&'a str>,
}

fn about(row: &Row) -> Result<String> {
    let about = About {
        id: row.id.as_str(),
        text: &row.text,
        annotated: row.annotated.as_deref(),
        intent: row.intent.as_deref(),
        domain: row.domain.as_deref(),
        slots: &row.slots,
        locale: row.locale.as_str(),
        speaker: row.speaker.as_str(),
        gender: row.gender.as_deref(),
        age: row.age.as_deref(),
        accent: row.accent.as_deref(),
        native_language: row.native_language.as_deref(),
        prompt: row.prompt.as_str(),
        duration: row.duration,
        sampling_rate: row.rate.hz(),
        licence: row.licence.as_deref(),
    };
    json_line(&about)
}

impl Container for WebDataset {
    fn files(&self, shard: &Shard) -> Vec<String> {
        vec![format!("webdataset/{}/{}-{:06}.tar", shard.locale, shard.split, shard.number)]
    }

    fn open(&self, shard: &Shard) -> Result<Box<dyn ShardWriter>> {
        Ok(Box::new(Archive(shard.clone())))
    }
}

struct Archive(Shard);

impl ShardWriter for Archive {
    fn push(&mut self, Unit { row, audio }: Unit<'_>, files: &mut dyn Files) -> Result<()> {
        let id = &row.id;
        append(files, 0, &format!("{id}.json"), about(row)?.as_bytes())?;
        append(files, 0, &format!("{id}.txt"), row.text.as_bytes())?;
        append(files, 0, &self.0.audio(row), audio).map(|_| ())
    }

    fn finish(&mut self, files: &mut dyn Files) -> Result<()> {
        files.append(0, &tar::end())
    }
}
