//! Lhotse Shar: cuts as JSON Lines beside tar archives of their audio, shard by shard.
//!
//! Of each recording the data come first, then its manifest with an empty source of type `shar`, in the order of the cuts.
//! Nothing else may lie in the folder: the reader takes every file for a field. Form: `LazySharIterator` and `SharWriter` of
//! Lhotse 1.33; the manifests are not compressed, which both it and Lhotse 2 read, and Lhotse 2 can index.

use super::{Container, Files, Shard, ShardWriter, Unit, append};
use crate::corpus::format::lhotse::lines;
use crate::corpus::format::{Format, Nothing, Writer};
use crate::corpus::tar;
use crate::error::Result;

/// `shar/<locale>/<split>/cuts.<number>.jsonl` and `recording.<number>.tar`.
pub struct Shar;

impl Format for Shar {
    fn name(&self) -> &'static str {
        "shar"
    }

    fn purpose(&self) -> &'static str {
        "Lhotse, streamed from a disk or a network"
    }

    fn proof(&self) -> &'static str {
        "lhotse 1.33.0, CutSet.from_shar, every cut decoded"
    }

    fn limits(&self) -> &'static [&'static str] {
        &["No other file may lie in a folder of shards, so an index of Lhotse 2 has to lie elsewhere."]
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
        let lines = lines(row, "shar", "")?;
        files.append(0, lines.cut.as_bytes())?;
        append(files, 1, &format!("{id}.wav"), audio)?;
        append(files, 1, &format!("{id}.json"), lines.recording.as_bytes())
    }

    fn finish(&mut self, files: &mut dyn Files) -> Result<()> {
        files.append(1, &tar::end())
    }
}
