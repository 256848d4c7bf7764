//! What a column can be: the words for it, the names that tools give to it, and what the user says.

use crate::error::{Error, ErrorKind, Result};
use std::borrow::Cow;
use std::str::FromStr;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// The name of the recording.
    Audio,
    /// The words; as they are printed, where there is a column of the words as they are read.
    Text,
    /// The words as they are read, numbers and abbreviations written out.
    Normalised,
    /// Who speaks.
    Speaker,
    /// The language.
    Locale,
    Gender,
    Age,
    Accent,
    /// Nothing that is taken.
    Ignored,
}

impl Role {
    const ALL: [(Self, &str); 9] = [
        (Self::Audio, "audio"),
        (Self::Text, "text"),
        (Self::Normalised, "normalised"),
        (Self::Speaker, "speaker"),
        (Self::Locale, "locale"),
        (Self::Gender, "gender"),
        (Self::Age, "age"),
        (Self::Accent, "accent"),
        (Self::Ignored, "-"),
    ];

    /// Returns the word for it.
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find(|(role, _)| *role == self).map_or("-", |(_, word)| word)
    }
}

/// Names that tools give to columns, the surest first.
const NAMES: [(Role, &[&str]); 8] = [
    (
        Role::Audio,
        &[
            "audio_filepath",
            "audio_file",
            "audio_path",
            "file_name",
            "filename",
            "file_path",
            "filepath",
            "path",
            "wav_path",
            "wav_file",
            "wav_filename",
            "wav",
            "audio",
            "file",
            "fname",
            "clip_path",
            "clip",
            "recording",
            "sound",
            "mp3",
            "flac",
            "id",
            "utt_id",
            "utterance_id",
            "uttid",
            "utt",
            "key",
            "name",
        ],
    ),
    (
        Role::Text,
        &[
            "transcription",
            "transcript",
            "sentence",
            "text",
            "utterance",
            "words",
            "wrd",
            "transcribed_text",
            "content",
            "orthography",
            "raw_transcription",
            "raw_text",
            "text_raw",
            "original_text",
            "raw",
            "original",
        ],
    ),
    (
        Role::Normalised,
        &[
            "normalized_text",
            "normalised_text",
            "normalized",
            "normalised",
            "normalized_transcription",
            "normalised_transcription",
            "text_normalized",
            "text_normalised",
            "norm_text",
            "text_norm",
            "normalized_sentence",
            "spoken_text",
            "spoken",
        ],
    ),
    (
        Role::Speaker,
        &[
            "client_id",
            "speaker_id",
            "speaker",
            "speaker_name",
            "speakerid",
            "spk_id",
            "spkid",
            "spk",
            "user_id",
            "user",
            "reader_id",
            "reader",
            "worker_id",
            "participant_id",
            "participant",
            "contributor",
            "voice",
        ],
    ),
    (Role::Locale, &["locale", "lang", "language", "lang_id", "language_code"]),
    (Role::Gender, &["gender", "sex"]),
    (Role::Age, &["age", "age_group"]),
    (Role::Accent, &["accents", "accent"]),
];

/// Names of columns with the words as printed, where another column has them as they are read.
pub(super) const PRINTED: [&str; 6] =
    ["raw_transcription", "raw_text", "text_raw", "original_text", "raw", "original"];

/// What the user says that the columns are, by position or by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(Vec<(Option<String>, Role)>);

impl FromStr for Columns {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let words: Vec<&str> = Role::ALL.into_iter().map(|(_, word)| word).collect();
        let bad = |message: String| {
            Error::new(ErrorKind::Usage, message).with_hint(format!(
                "write a word for each column ({}), such as audio,speaker,text; or NAME=WORD for columns with names, such \
                 as file=audio,words=text",
                words.join(", ")
            ))
        };
        let mut columns = Vec::new();
        for part in text.split(',') {
            let (name, word) = match part.rsplit_once('=') {
                Some((name, word)) => (Some(name.trim().to_owned()), word.trim()),
                None => (None, part.trim()),
            };
            let word = if word == "normalized" { "normalised" } else { word };
            let role = Role::ALL.into_iter().find(|(_, known)| *known == word).map(|(role, _)| role);
            let Some(role) = role else {
                return Err(bad(format!("`{}` is nothing that a column can be", word.escape_debug())));
            };
            if role != Role::Ignored && columns.iter().any(|(_, known)| *known == role) {
                return Err(bad(format!("two columns cannot both be `{word}`")));
            }
            columns.push((name, role));
        }
        let named = columns.iter().filter(|(name, _)| name.is_some()).count();
        if named != 0 && named != columns.len() {
            return Err(bad("some columns have a name and some have none".to_owned()));
        }
        let has = |role| columns.iter().any(|(_, known)| *known == role);
        if !has(Role::Audio) || !(has(Role::Text) || has(Role::Normalised)) {
            return Err(bad("a column for audio and one for text are needed".to_owned()));
        }
        Ok(Self(columns))
    }
}

impl Columns {
    /// Returns what each column of a table is.
    pub(super) fn resolve(&self, header: Option<&[Cow<'_, str>]>, width: usize) -> Result<Vec<Role>, String> {
        if self.0.iter().all(|(name, _)| name.is_none()) {
            let roles: Vec<Role> = self.0.iter().map(|(_, role)| *role).collect();
            if roles.len() > width {
                return Err(format!("--columns names {} columns, and the table has {width}", roles.len()));
            }
            return Ok(roles.into_iter().chain(std::iter::repeat(Role::Ignored)).take(width).collect());
        }
        let mut roles = vec![Role::Ignored; width];
        for (name, role) in &self.0 {
            let name = name.as_deref().unwrap_or_default();
            let at = header.and_then(|header| header.iter().position(|cell| cell.trim() == name));
            let Some(at) = at.filter(|&at| at < width) else {
                let there: Vec<&str> = header.unwrap_or_default().iter().map(|cell| cell.trim()).collect();
                return Err(format!("there is no column `{name}`; the first line has {}", there.join(", ")));
            };
            roles[at] = *role;
        }
        Ok(roles)
    }

    /// Whether it goes by the names in the first line.
    pub(super) fn by_name(&self) -> bool {
        self.0.iter().any(|(name, _)| name.is_some())
    }
}

/// A name of a column as tools write it: lower case, words joined by underscores.
pub(super) fn plain_name(cell: &str) -> String {
    let name = cell.trim().trim_start_matches('#').trim().to_lowercase();
    name.replace([' ', '-', '.'], "_")
}

/// Returns what a column of this name is, and how sure that is: 0 is the surest.
pub(super) fn by_name(cell: &str) -> Option<(Role, usize)> {
    let name = plain_name(cell);
    NAMES.iter().find_map(|(role, names)| Some((*role, names.iter().position(|known| *known == name)?)))
}
