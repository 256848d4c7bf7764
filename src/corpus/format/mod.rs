//! Manifest formats: each is one file that sees catalogue rows, in order, and writes text.
//!
//! A format never sees audio or the disk, so `build` makes its files and `verify` makes them again to compare; where its
//! loader wants audio at a place of its own it names the row whose audio is to stand there as well. A split without
//! utterances gets no files unless the format says otherwise. A row that a format cannot hold is refused with a reason,
//! which follows from the row alone, and counted. A new format is one new file and its row in [`FORMATS`].

mod about;
mod audiofolder;
mod common_voice;
pub mod container;
mod fluent;
mod intent;
mod kaldi;
mod lhotse;
mod ljspeech;
mod massive;
mod mfa;
mod nemo;
mod nemo_slu;
mod openwakeword;
mod piper;
mod slurp;
mod speech_commands;
mod speechbrain;
mod unfit;
mod wake;

pub use audiofolder::AudioFolder;
pub use common_voice::CommonVoice;
pub use container::Coding;
pub use fluent::Fluent;
pub use kaldi::Kaldi;
pub use lhotse::Lhotse;
pub use ljspeech::LjSpeech;
pub use massive::MassiveLines;
pub use mfa::Mfa;
pub use nemo::Nemo;
pub use nemo_slu::NemoSlu;
pub use openwakeword::OpenWakeWord;
pub use piper::Piper;
pub use slurp::Slurp;
pub use speech_commands::SpeechCommands;
pub use speechbrain::SpeechBrain;
pub use unfit::Unfit;
pub(super) use wake::{NEAR_MISS, is_wake};

use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Locale;
use container::{Container, NemoTarred, Parquet, Shar, WebDataset};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// All formats, in the order in which they are written: by name.
pub static FORMATS: [&dyn Format; 19] = [
    &AudioFolder,
    &CommonVoice,
    &Fluent,
    &Kaldi,
    &Lhotse,
    &LjSpeech,
    &MassiveLines,
    &Mfa,
    &Nemo,
    &NemoSlu,
    &NemoTarred,
    &OpenWakeWord,
    &Parquet,
    &Piper,
    &Shar,
    &Slurp,
    &SpeechCommands,
    &SpeechBrain,
    &WebDataset,
];

/// The formats of a corpus of which nobody said otherwise.
pub const DEFAULT: [&str; 2] = ["kaldi", "nemo"];

/// Utterances that formats could not take, by format and reason.
pub type LeftOut = BTreeMap<String, BTreeMap<Unfit, u64>>;

/// Takes what formats write; paths are relative to the corpus, with `/`.
///
/// A format makes paths of ids and of words that it has made safe, never of any other field of a row.
pub trait Sink {
    /// Appends `text` to the file `path`, piece by piece in the order in which it stands there; an empty text makes the file.
    ///
    /// # Errors
    /// Whatever the receiver meets.
    fn append(&mut self, path: &str, text: &str) -> Result<()>;

    /// Makes the file `path`, of which this is all: for files that are as many as utterances. Only while a row is taken.
    ///
    /// # Errors
    /// Whatever the receiver meets.
    fn file(&mut self, path: &str, text: &str) -> Result<()>;

    /// Has the audio of `row`, which is the one that is taken, also stand at `path`.
    ///
    /// # Errors
    /// Whatever the receiver meets.
    fn link(&mut self, path: &str, row: &Row) -> Result<()>;
}

/// A manifest format: its name, how it writes, and all that is said of it.
pub trait Format: Sync {
    /// Returns the format's name, which is also its folder.
    fn name(&self) -> &'static str;

    /// Returns what it is for, in a few words.
    fn purpose(&self) -> &'static str;

    /// Returns what loads it in the tests of this repository, with the version, or whose rules it was held to.
    fn proof(&self) -> &'static str;

    /// Returns what of a corpus it cannot carry, a sentence each.
    fn limits(&self) -> &'static [&'static str];

    /// Returns what the card says about loading it: whole lines of Markdown.
    fn how_to_load(&self) -> &'static str;

    /// Says why a row cannot be in it. It follows from the row alone.
    fn unfit(&self, _row: &Row) -> Option<Unfit> {
        None
    }

    /// Returns the files by which Hugging Face's loaders read a split, if there are any; of the formats of a corpus
    /// the first that has them is the card's default configuration.
    fn hugging_face(&self, _split: Split) -> Option<String> {
        None
    }

    /// Returns the files, as a pattern, by which Hugging Face reads a split of one locale or of all; a corpus with such a format
    /// has a configuration a locale besides one of all.
    fn hugging_face_of(&self, _locale: Option<&Locale>, _split: Split) -> Option<String> {
        None
    }

    /// Returns what the format makes of shards, when it embeds audio.
    fn container(&self) -> Option<&dyn Container> {
        None
    }

    /// Returns a fresh writer.
    fn writer(&self) -> Box<dyn Writer + Send>;
}

/// A format as `booth formats --json` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormatRow {
    /// Its name.
    pub name: &'static str,
    /// Whether it is written when nobody says otherwise.
    pub default: bool,
    /// What it is for.
    pub purpose: &'static str,
    /// What it was held to.
    pub proof: &'static str,
    /// What it cannot carry.
    pub limits: &'static [&'static str],
}

impl FormatRow {
    /// Describes a format.
    pub fn of(format: &dyn Format) -> Self {
        Self {
            name: format.name(),
            default: DEFAULT.contains(&format.name()),
            purpose: format.purpose(),
            proof: format.proof(),
            limits: format.limits(),
        }
    }
}

/// The counts of `booth formats`, as the last line of `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormatsSummary {
    /// Formats.
    pub formats: u64,
    /// Descriptions for catalogues and archives.
    pub descriptions: u64,
}

/// Writes the files of a format.
pub trait Writer {
    /// Takes the next row; rows come in byte order of their ids, so those of a speaker stand together.
    ///
    /// # Errors
    /// Those of the sink.
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()>;

    /// Writes what could only be written once all rows were seen; not called when there was none.
    ///
    /// # Errors
    /// Those of the sink.
    fn finish(&mut self, _out: &mut dyn Sink) -> Result<()> {
        Ok(())
    }
}

/// The formats of a corpus at work.
pub struct Writers {
    active: Vec<Active>,
}

struct Active {
    format: &'static dyn Format,
    writer: Box<dyn Writer + Send>,
    left_out: BTreeMap<Unfit, u64>,
    holds: bool,
}

impl Writers {
    /// Returns fresh writers of the named formats, in the order of [`FORMATS`].
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when one of the names is no format's.
    pub fn new(wanted: &[String]) -> Result<Self> {
        let active = chosen(wanted)?.into_iter().map(|format| Active {
            format,
            writer: format.writer(),
            left_out: BTreeMap::new(),
            holds: false,
        });
        Ok(Self { active: active.collect() })
    }

    /// Gives the next row to each format that can hold it, and counts it for the others.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        for one in &mut self.active {
            if let Some(why) = one.format.unfit(row) {
                *one.left_out.entry(why).or_default() += 1;
            } else {
                one.holds = true;
                one.writer.push(row, out)?;
            }
        }
        Ok(())
    }

    /// Ends all files and returns what was left out; a format that holds nothing has made none.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn finish(self, out: &mut dyn Sink) -> Result<LeftOut> {
        let mut left_out_of = LeftOut::new();
        for mut one in self.active {
            if one.holds {
                one.writer.finish(out)?;
            }
            if !one.left_out.is_empty() {
                left_out_of.insert(one.format.name().to_owned(), one.left_out);
            }
        }
        Ok(left_out_of)
    }
}

/// The writer of a format that has no text of its own.
struct Nothing;

impl Writer for Nothing {
    fn push(&mut self, _row: &Row, _out: &mut dyn Sink) -> Result<()> {
        Ok(())
    }
}

/// Returns the names of all formats, in their order.
pub fn names() -> [&'static str; FORMATS.len()] {
    FORMATS.map(Format::name)
}

/// Returns the format of that name.
///
/// # Errors
/// [`ErrorKind::Usage`] when there is none.
pub fn find(name: &str) -> Result<&'static dyn Format> {
    FORMATS.into_iter().find(|format| format.name() == name).ok_or_else(|| {
        Error::new(
            ErrorKind::Usage,
            format!("`{}` is not a manifest format; there are: {}", name.escape_debug(), names().join(", ")),
        )
        .with_hint("`booth formats` says what each is for")
    })
}

/// Returns the named formats, each once, in the order of [`FORMATS`].
///
/// # Errors
/// [`ErrorKind::Usage`] when one of the names is no format's.
pub fn chosen(wanted: &[String]) -> Result<Vec<&'static dyn Format>> {
    for name in wanted {
        find(name)?;
    }
    let named = |format: &&dyn Format| wanted.iter().any(|name| name == format.name());
    Ok(FORMATS.into_iter().filter(named).collect())
}

/// Returns the text as one line with single spaces, for formats that split at white space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Returns a value as JSON, on one line without its end.
fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|error| Error::new(ErrorKind::Corpus, format!("a row cannot be written: {error}")))
}

/// Returns a value as a line of JSON Lines.
fn json_line(value: &impl Serialize) -> Result<String> {
    Ok(json(value)? + "\n")
}

/// Files that are one JSON object each, written member by member, a line each.
#[derive(Default)]
struct Objects {
    begun: BTreeSet<String>,
}

impl Objects {
    /// Adds a member to the object that is the file `path`.
    fn member(&mut self, path: &str, key: &str, value: &impl Serialize, out: &mut dyn Sink) -> Result<()> {
        let before = if self.begun.contains(path) { ",\n" } else { "{\n" };
        if before == "{\n" {
            self.begun.insert(path.to_owned());
        }
        out.append(path, &format!("{before}{}: {}", json(&key)?, json(value)?))
    }

    /// Ends all objects.
    fn finish(&self, out: &mut dyn Sink) -> Result<()> {
        self.begun.iter().try_for_each(|path| out.append(path, "\n}\n"))
    }
}

#[cfg(test)]
pub(crate) mod tests;
