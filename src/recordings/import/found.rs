//! What the readers of layouts find: recordings with their texts, and what is to be known about the rest.

use super::text::TextChanges;
use crate::recordings::session::record::Speaker;
use crate::severity::Severity;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
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

impl ImportFinding {
    /// Makes the finding of something left out.
    pub(super) fn left_out(id: &'static str, path: PathBuf, message: impl Into<String>) -> Self {
        Self { id, severity: Severity::Reject, path, line: None, message: message.into() }
    }

    /// Adds the line.
    pub(super) fn on_line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }
}

/// Where the text of a recording stands: the file, and the line of a table.
pub(super) type TextPlace = (PathBuf, Option<u64>);

/// A recording with a usable text, before its audio was looked at.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub speaker: Speaker,
    /// The file's name without ending.
    pub stem: String,
    /// The path below the imported folder, with `/`.
    pub relative: String,
    pub path: PathBuf,
    pub text: String,
    pub place: TextPlace,
}

/// What a layout holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub candidates: Vec<Candidate>,
    pub findings: Vec<ImportFinding>,
    pub ignored: BTreeMap<String, u64>,
    pub unlisted: u64,
    pub changes: TextChanges,
}
