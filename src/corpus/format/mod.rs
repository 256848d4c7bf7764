//! Manifest formats: each is one file that sees catalogue rows, in order, and writes text.
//!
//! A format never sees audio or the disk, so `build` makes its files and `verify` makes them again to
//! compare. A split without utterances gets no files. A new format is one new file and its row in [`FORMATS`].

pub mod container;
mod kaldi;
mod nemo;

pub use kaldi::Kaldi;
pub use nemo::Nemo;

use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Locale;
use container::{Container, NemoTarred, Parquet, Shar, WebDataset};
use serde::Serialize;

/// All formats, in the order in which they are written: by name.
pub static FORMATS: [&dyn Format; 6] = [&Kaldi, &Nemo, &NemoTarred, &Parquet, &Shar, &WebDataset];

/// The names of the formats of a corpus for which none are named.
pub const DEFAULT: [&str; 2] = ["kaldi", "nemo"];

/// Takes the text of files, piece by piece, in the order in which it stands in each file.
pub trait Sink {
    /// Appends `text` to the file `path`, relative to the corpus, with `/`.
    ///
    /// # Errors
    /// Whatever the receiver meets.
    fn append(&mut self, path: &str, text: &str) -> Result<()>;
}

/// A manifest format: its name, how it writes, and all that the card says of it.
pub trait Format: Sync {
    /// Returns the format's name, which is also its folder.
    fn name(&self) -> &'static str;

    /// Returns what the card says about loading it: whole lines of Markdown.
    fn how_to_load(&self) -> &'static str;

    /// Returns the file by which Hugging Face's JSON loader reads a split, if there is one; of the formats of a corpus
    /// the first that has one is the card's default configuration.
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

/// Writes the files of a format.
pub trait Writer {
    /// Takes the next row; rows come in byte order of their ids.
    ///
    /// # Errors
    /// Those of the sink.
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()>;

    /// Writes what could only be written once all rows were seen.
    ///
    /// # Errors
    /// Those of the sink.
    fn finish(&mut self, out: &mut dyn Sink) -> Result<()>;
}

/// The writer of a format that has no text of its own.
struct Nothing;

impl Writer for Nothing {
    fn push(&mut self, _row: &Row, _out: &mut dyn Sink) -> Result<()> {
        Ok(())
    }

    fn finish(&mut self, _out: &mut dyn Sink) -> Result<()> {
        Ok(())
    }
}

/// Returns a value as a line of JSON.
fn json_line(value: &impl Serialize) -> Result<String> {
    let mut text = serde_json::to_string(value)
        .map_err(|error| Error::new(ErrorKind::Corpus, format!("a row cannot be written: {error}")))?;
    text.push('\n');
    Ok(text)
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
    })
}

/// Returns a fresh writer of each of the named formats, in the order of [`FORMATS`].
///
/// # Errors
/// [`ErrorKind::Usage`] when one of the names is no format's.
pub fn writers(wanted: &[String]) -> Result<Vec<Box<dyn Writer + Send>>> {
    for name in wanted {
        find(name)?;
    }
    let named = |format: &&dyn Format| wanted.iter().any(|name| name == format.name());
    Ok(FORMATS.into_iter().filter(named).map(Format::writer).collect())
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::corpus::Split;
    use crate::corpus::catalogue::tests::row;
    use std::collections::BTreeMap;

    /// Keeps the files in memory.
    #[derive(Default)]
    pub(crate) struct Memory(pub BTreeMap<String, String>);

    impl Sink for Memory {
        fn append(&mut self, path: &str, text: &str) -> Result<()> {
            self.0.entry(path.to_owned()).or_default().push_str(text);
            Ok(())
        }
    }

    #[test]
    fn a_small_corpus_has_these_manifests() {
        let mut rows = vec![
            row("a1", "fr-FR", "p1", "réveille-moi à neuf heures", Split::Train),
            row("a1", "fr-FR", "p2", "dis \"bonjour\"\u{a0}!", Split::Train),
            row("b2", "ja-JP", "p1", "明日　七時", Split::Train),
            row("c3", "fr-FR", "p1", "réveille-moi à neuf heures", Split::Test),
        ];
        rows[0].gender = Some("female".to_owned());
        rows[1].gender = Some("female".to_owned());
        rows[3].gender = Some("male".to_owned());
        let mut out = Memory::default();
        let names: Vec<String> = names().map(str::to_owned).into();
        for mut writer in writers(&names).unwrap() {
            for row in &rows {
                writer.push(row, &mut out).unwrap();
            }
            writer.finish(&mut out).unwrap();
        }
        let files: Vec<(&str, &str)> = out.0.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let expected = [
            ("kaldi/test/spk2gender", "c3 m\n"),
            ("kaldi/test/spk2utt", "c3 c3-fr-fr-demo-p1-1\n"),
            ("kaldi/test/text", "c3-fr-fr-demo-p1-1 réveille-moi à neuf heures\n"),
            ("kaldi/test/utt2dur", "c3-fr-fr-demo-p1-1 0.5000625\n"),
            ("kaldi/test/utt2lang", "c3-fr-fr-demo-p1-1 fr-FR\n"),
            ("kaldi/test/utt2spk", "c3-fr-fr-demo-p1-1 c3\n"),
            ("kaldi/test/wav.scp", "c3-fr-fr-demo-p1-1 audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav\n"),
            ("kaldi/train/spk2utt", "a1 a1-fr-fr-demo-p1-1 a1-fr-fr-demo-p2-1\nb2 b2-ja-jp-demo-p1-1\n"),
            (
                "kaldi/train/text",
                "a1-fr-fr-demo-p1-1 réveille-moi à neuf heures\na1-fr-fr-demo-p2-1 dis \"bonjour\" !\nb2-ja-jp-demo-p1-1 明日 七時\n",
            ),
            (
                "kaldi/train/utt2dur",
                "a1-fr-fr-demo-p1-1 0.5000625\na1-fr-fr-demo-p2-1 0.5000625\nb2-ja-jp-demo-p1-1 0.5000625\n",
            ),
            (
                "kaldi/train/utt2lang",
                "a1-fr-fr-demo-p1-1 fr-FR\na1-fr-fr-demo-p2-1 fr-FR\nb2-ja-jp-demo-p1-1 ja-JP\n",
            ),
            ("kaldi/train/utt2spk", "a1-fr-fr-demo-p1-1 a1\na1-fr-fr-demo-p2-1 a1\nb2-ja-jp-demo-p1-1 b2\n"),
            (
                "kaldi/train/wav.scp",
                "a1-fr-fr-demo-p1-1 audio/fr-FR/a1/a1-fr-fr-demo-p1-1.wav\n\
                 a1-fr-fr-demo-p2-1 audio/fr-FR/a1/a1-fr-fr-demo-p2-1.wav\n\
                 b2-ja-jp-demo-p1-1 audio/ja-JP/b2/b2-ja-jp-demo-p1-1.wav\n",
            ),
            (
                "nemo/test_manifest.json",
                "{\"audio_filepath\":\"../audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav\",\"duration\":0.5000625,\
                 \"text\":\"réveille-moi à neuf heures\",\"lang\":\"fr\",\"locale\":\"fr-FR\",\"speaker\":\"c3\",\
                 \"gender\":\"male\",\"intent\":\"alarm_set\",\"sampling_rate\":16000,\"prompt_id\":\"p1\",\
                 \"utterance_id\":\"c3-fr-fr-demo-p1-1\"}\n",
            ),
            (
                "nemo/train_manifest.json",
                "{\"audio_filepath\":\"../audio/fr-FR/a1/a1-fr-fr-demo-p1-1.wav\",\"duration\":0.5000625,\
                 \"text\":\"réveille-moi à neuf heures\",\"lang\":\"fr\",\"locale\":\"fr-FR\",\"speaker\":\"a1\",\
                 \"gender\":\"female\",\"intent\":\"alarm_set\",\"sampling_rate\":16000,\"prompt_id\":\"p1\",\
                 \"utterance_id\":\"a1-fr-fr-demo-p1-1\"}\n\
                 {\"audio_filepath\":\"../audio/fr-FR/a1/a1-fr-fr-demo-p2-1.wav\",\"duration\":0.5000625,\
                 \"text\":\"dis \\\"bonjour\\\"\u{a0}!\",\"lang\":\"fr\",\"locale\":\"fr-FR\",\"speaker\":\"a1\",\
                 \"gender\":\"female\",\"intent\":\"alarm_set\",\"sampling_rate\":16000,\"prompt_id\":\"p2\",\
                 \"utterance_id\":\"a1-fr-fr-demo-p2-1\"}\n\
                 {\"audio_filepath\":\"../audio/ja-JP/b2/b2-ja-jp-demo-p1-1.wav\",\"duration\":0.5000625,\
                 \"text\":\"明日　七時\",\"lang\":\"ja\",\"locale\":\"ja-JP\",\"speaker\":\"b2\",\
                 \"intent\":\"alarm_set\",\"sampling_rate\":16000,\"prompt_id\":\"p1\",\
                 \"utterance_id\":\"b2-ja-jp-demo-p1-1\"}\n",
            ),
        ];
        for (file, expected) in files.iter().zip(&expected) {
            assert_eq!(file, expected);
        }
        assert_eq!(files.len(), expected.len());
    }

    #[test]
    fn every_name_gives_its_own_format_and_any_other_is_refused() {
        assert!(names().is_sorted(), "{:?}", names());
        for name in names() {
            assert_eq!(find(name).unwrap().name(), name);
            let mut out = Memory::default();
            let mut writer = writers(&[name.to_owned()]).unwrap().remove(0);
            writer.push(&row("a1", "fr-FR", "p1", "un", Split::Dev), &mut out).unwrap();
            writer.finish(&mut out).unwrap();
            assert!(out.0.keys().all(|path| path.starts_with(&format!("{name}/"))), "{:?}", out.0);
            let file = find(name).unwrap().hugging_face(Split::Dev);
            assert!(file.iter().all(|file| out.0.contains_key(file)), "{file:?}");
        }
        for unknown in ["hugging", "", "Nemo", "nemo "] {
            let error = writers(&["kaldi".to_owned(), unknown.to_owned()]).err().unwrap();
            assert_eq!(error.kind(), ErrorKind::Usage);
            assert_eq!(
                error.message(),
                format!("`{unknown}` is not a manifest format; there are: {}", names().join(", "))
            );
        }
    }
}
