//! Lhotse Shar: cuts as JSON Lines beside tar archives of their audio, shard by shard.
//!
//! Of each recording the data come first, then its manifest with an empty source of type `shar`, in the order of the cuts.
//! Nothing else may lie in the folder: the reader takes every file for a field. Form: `LazySharIterator` and `SharWriter` of
//! Lhotse 1.33; the manifests are not compressed, which both it and Lhotse 2 read, and Lhotse 2 can index.

use super::{Container, Files, Shard, ShardWriter, Unit, tar};
use crate::corpus::catalogue::Row;
use crate::corpus::format::{Format, Nothing, Writer, json_line};
use crate::error::Result;
use crate::sheet::Slot;
use serde::Serialize;

/// `shar/<locale>/<split>/cuts.<number>.jsonl` and `recording.<number>.tar`.
pub struct Shar;

impl Format for Shar {
    fn name(&self) -> &'static str {
        "shar"
    }

    fn how_to_load(&self) -> &'static str {
        "Lhotse reads `CutSet.from_shar(in_dir=\"shar/<locale>/<split>\")`.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Nothing)
    }

    fn container(&self) -> Option<&dyn Container> {
        Some(self)
    }
}

#[derive(Serialize)]
struct Source {
    #[serde(rename = "type")]
    kind: &'static str,
    channels: [u32; 1],
    source: &'static str,
}

#[derive(Serialize)]
struct Recording<'a> {
    id: &'a str,
    sources: [Source; 1],
    sampling_rate: u32,
    num_samples: u64,
    duration: f64,
    channel_ids: [u32; 1],
}

#[derive(Serialize)]
struct Custom<'a> {
    locale: &'a str,
    prompt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    intent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    annotated: Option<&'a str>,
    #[serde(skip_serializing_if = "<[Slot]>::is_empty")]
    slots: &'a [Slot],
}

#[derive(Serialize)]
struct Supervision<'a> {
    id: &'a str,
    recording_id: &'a str,
    start: f64,
    duration: f64,
    channel: u32,
    text: &'a str,
    language: &'a str,
    speaker: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'a str>,
    custom: Custom<'a>,
}

#[derive(Serialize)]
struct Cut<'a> {
    id: &'a str,
    start: f64,
    duration: f64,
    channel: u32,
    supervisions: [Supervision<'a>; 1],
    recording: Recording<'a>,
    #[serde(rename = "type")]
    kind: &'static str,
}

fn recording(row: &Row) -> Recording<'_> {
    Recording {
        id: row.id.as_str(),
        sources: [Source { kind: "shar", channels: [0], source: "" }],
        sampling_rate: row.rate.hz(),
        num_samples: row.frames,
        duration: row.duration,
        channel_ids: [0],
    }
}

fn cut(row: &Row) -> Cut<'_> {
    let id = row.id.as_str();
    let supervision = Supervision {
        id,
        recording_id: id,
        start: 0.0,
        duration: row.duration,
        channel: 0,
        text: &row.text,
        language: row.locale.language(),
        speaker: row.speaker.as_str(),
        gender: row.gender.as_deref(),
        custom: Custom {
            locale: row.locale.as_str(),
            prompt: row.prompt.as_str(),
            intent: row.intent.as_deref(),
            annotated: row.annotated.as_deref(),
            slots: &row.slots,
        },
    };
    Cut {
        id,
        start: 0.0,
        duration: row.duration,
        channel: 0,
        supervisions: [supervision],
        recording: recording(row),
        kind: "MonoCut",
    }
}

impl Container for Shar {
    fn files(&self, shard: &Shard) -> Vec<String> {
        let Shard { locale, split, number } = shard;
        let file = |name: &str| format!("shar/{locale}/{split}/{name}");
        vec![file(&format!("cuts.{number:06}.jsonl")), file(&format!("recording.{number:06}.tar"))]
    }

    fn open(&self, _shard: &Shard) -> Result<Box<dyn ShardWriter>> {
        Ok(Box::new(CutsAndAudio))
    }
}

struct CutsAndAudio;

impl ShardWriter for CutsAndAudio {
    fn push(&mut self, Unit { row, audio }: Unit<'_>, files: &mut dyn Files) -> Result<()> {
        let id = &row.id;
        files.append(0, json_line(&cut(row))?.as_bytes())?;
        tar::append(files, 1, &format!("{id}.wav"), audio)?;
        tar::append(files, 1, &format!("{id}.json"), json_line(&recording(row))?.as_bytes())
    }

    fn finish(&mut self, files: &mut dyn Files) -> Result<()> {
        files.append(1, &tar::end())
    }
}
