//! What the readers of layouts find: recordings with their texts, and what is to be known about the rest.

use super::seen::SeenTable;
use super::sound::{Cell, Sound};
use super::text::TextChanges;
use crate::recordings::session::event::Part;
use crate::recordings::session::record::Speaker;
use crate::severity::Severity;
use serde::{Serialize, Serializer};
use std::path::{Path, PathBuf};

/// Something to know about one file or line of what is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportFinding {
    /// What it is about, stable for ever (`audio-missing`).
    pub id: &'static str,
    /// `Reject`: left out though it was meant to be imported. `Warn`: worth a look. `Info`: left out on purpose.
    pub severity: Severity,
    /// The file or table.
    #[serde(serialize_with = "shown")]
    pub path: PathBuf,
    /// The line of the table, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// What is wrong, without a full stop.
    pub message: String,
}

fn shown<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&path.to_string_lossy())
}

impl Reading {
    /// Takes in what another table of the same layout holds.
    pub fn append(&mut self, mut other: Self) {
        self.rows.append(&mut other.rows);
        self.findings.append(&mut other.findings);
        self.because.append(&mut other.because);
        self.tables.append(&mut other.tables);
        self.unlisted += other.unlisted;
    }

    /// Notes something left out.
    pub fn leave_out(&mut self, place: &TextPlace, (id, message): (&'static str, String)) {
        self.findings.push(ImportFinding::at(id, Severity::Reject, place, message));
    }
}

impl ImportFinding {
    /// Makes the finding of something left out.
    pub(super) fn left_out(id: &'static str, path: PathBuf, message: impl Into<String>) -> Self {
        Self { id, severity: Severity::Reject, path, line: None, message: message.into() }
    }

    /// Makes a finding about the text at a place.
    pub(super) fn at(
        id: &'static str,
        severity: Severity,
        place: &TextPlace,
        message: impl Into<String>,
    ) -> Self {
        Self { id, severity, path: place.0.clone(), line: place.1, message: message.into() }
    }
}

/// A file below a folder.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// The path below the folder, with `/`.
    pub relative: String,
    /// The path to open.
    pub path: PathBuf,
    /// The cell of a Parquet file that it is, where it is no file of its own.
    pub inside: Option<Cell>,
}

impl File {
    /// Makes the entry of a file that lies there.
    pub fn at(relative: String, path: PathBuf) -> Self {
        Self { relative, path, inside: None }
    }

    /// Returns where its sound lies.
    pub fn sound(&self) -> Sound {
        Sound { path: self.path.clone(), inside: self.inside }
    }
}

/// Where the text of a recording stands: the file, and the line of a table.
pub(super) type TextPlace = (PathBuf, Option<u64>);

/// Who speaks, as the files of a layout name them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    /// The id that Common Voice gives to a contributor.
    Client(String),
    /// A name or number, known only within what is imported.
    Name(String),
}

/// A recording and its text, as a layout has them.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub place: TextPlace,
    /// The path of the audio below the imported folder, with `/`.
    pub relative: String,
    pub audio: Sound,
    /// The part of the audio, where it is not all.
    pub part: Option<Part>,
    /// The words; as they are printed, where `read` has them as they are read.
    pub text: String,
    /// The words as they are read aloud, where they stand apart.
    pub read: Option<String>,
    pub who: Option<Who>,
    pub locale: Option<String>,
    /// What is known of the speaker: field to value.
    pub about: Vec<(&'static str, String)>,
    /// What was dropped from the line.
    pub changes: TextChanges,
}

impl Row {
    /// Makes the row of a whole file with its text; nothing else is known.
    pub fn of(place: TextPlace, file: &File, text: String) -> Self {
        Self {
            place,
            relative: file.relative.clone(),
            audio: file.sound(),
            part: None,
            text,
            read: None,
            who: None,
            locale: None,
            about: Vec::new(),
            changes: TextChanges::default(),
        }
    }
}

/// What a layout holds.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub rows: Vec<Row>,
    pub findings: Vec<ImportFinding>,
    /// What was seen, in sentences.
    pub because: Vec<String>,
    pub tables: Vec<SeenTable>,
    /// Audio files that are no part of it.
    pub unlisted: u64,
}

/// A recording with a usable text and a known speaker, before its audio was looked at.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub speaker: Speaker,
    /// The file's name without ending.
    pub stem: String,
    /// The path below the imported folder, with `/`.
    pub relative: String,
    pub sound: Sound,
    pub part: Option<Part>,
    pub text: String,
    /// The text as printed, where it differs.
    pub printed: Option<String>,
    pub place: TextPlace,
}
