//! What is asked for: the layout, the place, and what is known of speaker and consent.

use super::encoding::TextEncoding;
use super::role::Columns;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, SheetId, SpeakerId};
use crate::project::{Licence, Terms};
use crate::recordings::people::consent::{DEMOGRAPHICS, SCOPES};
use serde::Serialize;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// How existing recordings are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Audio files with a `.txt` of the same name beside each.
    Pairs,
    /// A table of recordings and texts, such as `metadata.csv`, and its audio in `wavs/`, `wav/` or beside it.
    #[serde(rename = "ljspeech")]
    LjSpeech,
    /// A Common Voice locale folder, or one of its `.tsv` files, with `clips/` or `audios/`.
    CommonVoice,
    /// `.trans.txt` beside the audio of each chapter, or `transcripts.txt` above `audio/`.
    #[serde(rename = "librispeech")]
    LibriSpeech,
    /// Texts below `txt/`, audio at the same paths below a folder beside it.
    Vctk,
    /// Data directories of Kaldi and ESPnet: `wav.scp`, `text`, `utt2spk`, `segments`.
    Kaldi,
    /// Manifests with `audio_filepath`, one JSON object a line.
    Nemo,
    /// `metadata.csv` or `metadata.jsonl` with the column `file_name`.
    #[serde(rename = "huggingface")]
    HuggingFace,
    /// `SPEAKER-metadata.txt` of Mimic Recording Studio.
    Mimic,
    /// Folders that are called as what is said in them.
    Folders,
}

impl Layout {
    /// All layouts.
    pub const ALL: [Self; 10] = [
        Self::Pairs,
        Self::LjSpeech,
        Self::CommonVoice,
        Self::LibriSpeech,
        Self::Vctk,
        Self::Kaldi,
        Self::Nemo,
        Self::HuggingFace,
        Self::Mimic,
        Self::Folders,
    ];

    /// Returns the layout's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pairs => "pairs",
            Self::LjSpeech => "ljspeech",
            Self::CommonVoice => "common-voice",
            Self::LibriSpeech => "librispeech",
            Self::Vctk => "vctk",
            Self::Kaldi => "kaldi",
            Self::Nemo => "nemo",
            Self::HuggingFace => "huggingface",
            Self::Mimic => "mimic",
            Self::Folders => "folders",
        }
    }

    /// Says what it is known by.
    pub(super) fn signs(self) -> &'static str {
        match self {
            Self::Pairs => "audio with a .txt of the same name beside it",
            Self::LjSpeech => "metadata.csv or another table (.csv, .tsv, .txt) that names audio files",
            Self::CommonVoice => "validated.tsv or ss-corpus….tsv with the column client_id",
            Self::LibriSpeech => ".trans.txt beside audio, or transcripts.txt above audio/",
            Self::Vctk => "txt/ and a folder of audio beside it",
            Self::Kaldi => "wav.scp and text",
            Self::Nemo => "a .json or .jsonl with audio_filepath",
            Self::HuggingFace => {
                "metadata.csv, .jsonl or .parquet with the column file_name, or .parquet with audio files inside"
            }
            Self::Mimic => "SPEAKER-metadata.txt beside its audio",
            Self::Folders => {
                "folders called as what is said in them, found out by the names of Speech Commands alone"
            }
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Layout {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|layout| layout.as_str() == text).ok_or_else(|| {
            let names = Self::ALL.map(Self::as_str).join(", ");
            usage(format!("`{}` is no layout; there are {names}", text.escape_debug()))
        })
    }
}

/// What the ids of imported recordings are made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ids {
    /// The digest of the text. Of names of files, which are often names of people, nothing is kept.
    #[default]
    Digest,
    /// The names of the files. They stand in the journals and in every corpus.
    Names,
}

/// What to import.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// How it is laid out; found out where nothing is said.
    pub layout: Option<Layout>,
    /// The folder, or the table file of the layouts that have one.
    pub path: PathBuf,
    /// What the columns of its table are; found out where nothing is said.
    pub columns: Option<Columns>,
    /// The encoding to convert its texts from; without one, only UTF-8 is read.
    pub encoding: Option<TextEncoding>,
    /// The language of the recordings.
    pub locale: Locale,
    /// Who speaks, where the layout does not say so.
    pub speaker: Option<SpeakerId>,
    /// What the prompt ids are made of.
    pub ids: Ids,
    /// The id that the imported texts get as a sheet.
    pub sheet: SheetId,
    /// The licence of the texts, an SPDX id; also that of the audio when `share-open` is granted and the terms name none.
    pub licence: String,
    /// Who collects, the licence of the audio, how long it is kept, and which project file says so.
    pub terms: Terms,
    /// The manager's statement that the speakers agreed, and where the proof lies.
    pub consent_statement: Option<String>,
    /// The uses that the statement covers; none named means `asr`.
    pub grant: Vec<String>,
}

/// The licence that says that none is known.
const UNKNOWN_LICENCE: &str = "LicenseRef-unknown";

impl ImportRequest {
    /// Makes a request that knows no speaker, no licence and no consent.
    pub fn new(
        layout: impl Into<Option<Layout>>,
        path: impl Into<PathBuf>,
        locale: Locale,
        sheet: SheetId,
    ) -> Self {
        Self {
            layout: layout.into(),
            path: path.into(),
            columns: None,
            encoding: None,
            locale,
            speaker: None,
            ids: Ids::default(),
            sheet,
            licence: UNKNOWN_LICENCE.to_owned(),
            terms: Terms::default(),
            consent_statement: None,
            grant: Vec::new(),
        }
    }

    /// Checks what needs no look at the disk.
    pub(super) fn check(&self) -> Result<()> {
        match (self.layout, &self.speaker) {
            (Some(Layout::CommonVoice), Some(_)) => {
                return Err(usage("Common Voice brings its own speakers, so a speaker cannot be given")
                    .with_hint("leave out --speaker"));
            }
            (Some(Layout::Pairs), None) => {
                return Err(usage("the layout pairs does not say who speaks")
                    .with_hint("give --speaker ID, a pseudonym of a-z and 0-9"));
            }
            _ => {}
        }
        if self.licence.trim().is_empty() || self.licence.chars().any(char::is_control) {
            return Err(usage("the licence is empty; an SPDX id is allowed")
                .with_hint(format!("give --licence, for example CC-BY-4.0 or {UNKNOWN_LICENCE}")));
        }
        self.check_consent()
    }

    fn check_consent(&self) -> Result<()> {
        let Some(statement) = &self.consent_statement else {
            if self.grant.is_empty() {
                return Ok(());
            }
            return Err(usage("uses are granted without a statement of consent")
                .with_hint("give --consent-statement TEXT, or leave out --grant"));
        };
        if statement.trim().is_empty() || statement.chars().any(|c| c.is_control() && c != '\n') {
            return Err(usage("the statement of consent is empty or has control characters")
                .with_hint("say who agreed to what, and where the proof lies"));
        }
        for scope in self.grant.iter().map(String::as_str) {
            let field = scope.strip_prefix(DEMOGRAPHICS).is_some_and(|field| !field.is_empty());
            if !field && !SCOPES.contains(&scope) {
                return Err(usage(format!(
                    "`{}` is no use that can be granted; there are {} and {DEMOGRAPHICS}FIELD",
                    scope.escape_debug(),
                    SCOPES.join(", ")
                )));
            }
        }
        let granted = self.granted();
        if !granted.contains(&"asr") {
            return Err(usage("the statement does not cover asr, which every session needs")
                .with_hint("add --grant asr"));
        }
        if granted.contains(&"share-open") && self.audio_licence().id == UNKNOWN_LICENCE {
            return Err(
                usage("share-open needs a licence").with_hint("give --licence, for example CC-BY-4.0")
            );
        }
        Ok(())
    }

    /// Returns the path of a recording below the imported folder where it is to be kept.
    pub(super) fn names<'a>(&self, path: &'a str) -> Option<&'a str> {
        (self.ids == Ids::Names).then_some(path)
    }

    /// Returns the licence of the audio, where it is shared.
    pub(super) fn audio_licence(&self) -> Licence {
        let of_texts = || Licence { id: self.licence.clone(), text: None, text_sha256: None };
        self.terms.licence.clone().unwrap_or_else(of_texts)
    }

    /// Returns the uses that the statement covers.
    pub(super) fn granted(&self) -> Vec<&str> {
        if self.grant.is_empty() { vec!["asr"] } else { self.grant.iter().map(String::as_str).collect() }
    }
}

pub(super) fn usage(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Usage, message)
}
