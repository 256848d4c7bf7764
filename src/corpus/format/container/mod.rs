//! Formats that embed the audio: their files are shards, each made whole from the rows and the clips that belong to it.
//!
//! A shard is a function of its rows and their audio files alone, so `build` makes each on a thread of its own and `verify`
//! makes it again to compare. A container sees rows and bytes, never a file: where its bytes go is not its business. What it
//! writes may depend on nothing else, nor on how much is pushed at a time.

mod nemo_tarred;
mod parquet;
mod shar;
mod webdataset;

pub use nemo_tarred::NemoTarred;
pub use parquet::Parquet;
pub use shar::Shar;
pub use webdataset::WebDataset;

use super::Sink;
use crate::archive::tar;
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use crate::ids::Locale;
use bytes::Bytes;
use serde::{Deserialize, Serialize};

/// How audio is stored in formats that embed it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Coding {
    /// The WAV files of `audio/`, byte for byte.
    #[default]
    Wav,
    /// FLAC of the same samples.
    Flac,
}

impl Coding {
    /// Returns how names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Wav => "wav",
            Self::Flac => "flac",
        }
    }

    /// Says whether it is WAV.
    pub fn is_wav(&self) -> bool {
        *self == Self::Wav
    }
}

/// A part of the utterances of one locale in one split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shard {
    /// The locale.
    pub locale: Locale,
    /// The split.
    pub split: Split,
    /// Which of the shards of that locale and split, from 0.
    pub number: u64,
    /// How its audio is stored.
    pub coding: Coding,
}

impl Shard {
    /// Returns the name of an utterance's audio in such a shard.
    fn audio(&self, row: &Row) -> String {
        format!("{}.{}", row.id, self.coding.ending())
    }
}

/// An utterance with its audio.
#[derive(Clone, Copy)]
pub struct Unit<'a> {
    /// The row.
    pub row: &'a Row,
    /// The whole audio file, in the shard's coding.
    pub audio: &'a Bytes,
}

/// Takes the bytes of the files of a shard.
pub trait Files {
    /// Appends bytes to a file, given by its place in [`Container::files`].
    ///
    /// # Errors
    /// Whatever the receiver meets.
    fn append(&mut self, file: usize, bytes: &[u8]) -> Result<()>;
}

/// What a format that embeds audio makes of shards.
pub trait Container: Sync {
    /// Returns the paths of the files of a shard, relative to the corpus, with `/`.
    fn files(&self, shard: &Shard) -> Vec<String>;

    /// Begins the files of a shard.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Corpus`] when it cannot be begun.
    fn open(&self, shard: &Shard) -> Result<Box<dyn ShardWriter>>;

    /// Writes what files that all shards share say of a row; rows come shard by shard, in the order of the shards.
    ///
    /// # Errors
    /// Those of the sink.
    fn note(&self, _shard: &Shard, _row: &Row, _out: &mut dyn Sink) -> Result<()> {
        Ok(())
    }

    /// Whether [`Container::note`] writes anything.
    fn has_notes(&self) -> bool {
        false
    }
}

/// Writes the files of one shard.
pub trait ShardWriter: Send {
    /// Takes the next utterance.
    ///
    /// # Errors
    /// Those of the receiver; [`crate::ErrorKind::Corpus`] when the form has no room for it.
    fn push(&mut self, unit: Unit<'_>, files: &mut dyn Files) -> Result<()>;

    /// Writes what comes at the end.
    ///
    /// # Errors
    /// As [`ShardWriter::push`].
    fn finish(&mut self, files: &mut dyn Files) -> Result<()>;
}

/// Appends a member to an archive, the file `file` of a shard; returns the bytes that it takes there.
fn append(files: &mut dyn Files, file: usize, name: &str, bytes: &[u8]) -> Result<u64> {
    let size = bytes.len() as u64;
    let (before, after) = (tar::before(name, size)?, tar::after(size));
    files.append(file, &before)?;
    files.append(file, bytes)?;
    files.append(file, after)?;
    Ok(size + (before.len() + after.len()) as u64)
}

#[cfg(test)]
mod tests;
