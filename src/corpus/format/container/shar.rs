//! Lhotse Shar: cuts as JSON Lines beside tar archives of their audio, shard by shard.
//!
//! Of each recording the data come first, then its manifest with an empty source of type `shar`, in the order of the cuts.
//! Nothing else may lie in the folder: the reader takes every file for a field. Form: `LazySharIterator` and `SharWriter` of
//! Lhotse 1.33. The manifests are not compressed, so that Lhotse 2 reads them at any place; it finds the places in an index of
//! each file, which lies in a folder of its own: of every cut, and of the end of the last, the first byte as a little-endian
//! 64-bit number (`lhotse.indexing`).

use super::{Container, Files, Shard, ShardWriter, Unit, append};
use crate::archive::tar;
use crate::corpus::format::lhotse::lines;
use crate::corpus::format::{Format, Nothing, Writer};
use crate::error::Result;

/// `shar/<locale>/<split>/cuts.<number>.jsonl` and `recording.<number>.tar`, and of both `shar/index/…/<name>.idx`.
pub struct Shar;

impl Format for Shar {
    fn name(&self) -> &'static str {
        "shar"
    }

    fn purpose(&self) -> &'static str {
        "Lhotse, streamed from a disk or a network"
    }

    fn proof(&self) -> &'static str {
        "lhotse 1.33.0 and 2.0.0a7, CutSet.from_shar, every cut decoded"
    }

    fn limits(&self) -> &'static [&'static str] {
        &["No other file may lie in a folder of shards, so the index of Lhotse 2 lies in `shar/index`."]
    }

    fn how_to_load(&self) -> &'static str {
        "Lhotse reads `CutSet.from_shar(in_dir=\"shar/<locale>/<split>\")`; Lhotse 2 also, at any place, with `indexed=True, \
         index_path=\"shar/index/<locale>/<split>\"`.\n"
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
        let Shard { locale, split, number, .. } = shard;
        let names = [format!("cuts.{number:06}.jsonl"), format!("recording.{number:06}.tar")];
        let data = names.iter().map(|name| format!("shar/{locale}/{split}/{name}"));
        let indexes = names.iter().map(|name| format!("shar/index/{locale}/{split}/{name}.idx"));
        data.chain(indexes).collect()
    }

    fn open(&self, shard: &Shard) -> Result<Box<dyn ShardWriter>> {
        Ok(Box::new(CutsAndAudio { shard: shard.clone(), written: [0; 2] }))
    }
}

/// The files by their places: the cuts and the audio, then the index of each.
const CUTS: usize = 0;
const AUDIO: usize = 1;

struct CutsAndAudio {
    shard: Shard,
    /// Bytes of cuts and audio so far.
    written: [u64; 2],
}

impl CutsAndAudio {
    /// Writes into the indexes where both files are.
    fn index(&self, files: &mut dyn Files) -> Result<()> {
        let mut each = self.written.iter().zip([CUTS, AUDIO]);
        each.try_for_each(|(at, file)| files.append(file + 2, &at.to_le_bytes()))
    }
}

impl ShardWriter for CutsAndAudio {
    fn push(&mut self, Unit { row, audio }: Unit<'_>, files: &mut dyn Files) -> Result<()> {
        self.index(files)?;
        let lines = lines(row, "shar", "")?;
        files.append(CUTS, lines.cut.as_bytes())?;
        self.written[CUTS] += lines.cut.len() as u64;
        self.written[AUDIO] += append(files, AUDIO, &self.shard.audio(row), audio)?;
        self.written[AUDIO] += append(files, AUDIO, &format!("{}.json", row.id), lines.recording.as_bytes())?;
        Ok(())
    }

    fn finish(&mut self, files: &mut dyn Files) -> Result<()> {
        files.append(AUDIO, &tar::end())?;
        self.written[AUDIO] += tar::end().len() as u64;
        self.index(files)
    }
}
