//! NVIDIA `NeMo`, tarred: archives numbered from 0 with a manifest each, and one manifest of them all.
//!
//! Members lie flat and their names are the manifests' `audio_filepath`. Form: `LazyNeMoTarredIterator` and
//! `convert_to_tarred_audio_dataset.py` of `NeMo`.

use super::{Container, Files, Shard, ShardWriter, Unit, append};
use crate::archive::tar;
use crate::corpus::catalogue::Row;
use crate::corpus::format::nemo::line;
use crate::corpus::format::{Format, Nothing, Sink, Writer};
use crate::error::Result;

/// `nemo-tarred/<locale>/<split>/audio_<number>.tar` and its manifests.
pub struct NemoTarred;

impl Format for NemoTarred {
    fn name(&self) -> &'static str {
        "nemo-tarred"
    }

    fn purpose(&self) -> &'static str {
        "NeMo, streamed from a disk or a network"
    }

    fn proof(&self) -> &'static str {
        "NeMo 3.0.0, LazyNeMoTarredIterator, every clip decoded"
    }

    fn limits(&self) -> &'static [&'static str] {
        &["Shards differ in size: give NeMo no more workers than shards."]
    }

    fn how_to_load(&self) -> &'static str {
        "NeMo reads `nemo-tarred/<locale>/<split>/audio__OP_0..N_CL_.tar` with \
         `sharded_manifests/manifest__OP_0..N_CL_.json`, N being the last number.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Nothing)
    }

    fn container(&self) -> Option<&dyn Container> {
        Some(self)
    }
}

fn folder(shard: &Shard) -> String {
    format!("nemo-tarred/{}/{}", shard.locale, shard.split)
}

impl Container for NemoTarred {
    fn files(&self, shard: &Shard) -> Vec<String> {
        let (folder, number) = (folder(shard), shard.number);
        vec![
            format!("{folder}/audio_{number}.tar"),
            format!("{folder}/sharded_manifests/manifest_{number}.json"),
        ]
    }

    fn open(&self, shard: &Shard) -> Result<Box<dyn ShardWriter>> {
        Ok(Box::new(Archive(shard.clone())))
    }

    fn note(&self, shard: &Shard, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let path = format!("{}/tarred_audio_manifest.json", folder(shard));
        out.append(&path, &line(row, &shard.audio(row), Some(shard.number))?)
    }

    fn has_notes(&self) -> bool {
        true
    }
}

struct Archive(Shard);

impl ShardWriter for Archive {
    fn push(&mut self, Unit { row, audio }: Unit<'_>, files: &mut dyn Files) -> Result<()> {
        let name = self.0.audio(row);
        append(files, 0, &name, audio)?;
        files.append(1, line(row, &name, Some(self.0.number))?.as_bytes())
    }

    fn finish(&mut self, files: &mut dyn Files) -> Result<()> {
        files.append(0, &tar::end())
    }
}
