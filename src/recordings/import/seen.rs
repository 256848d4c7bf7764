//! What an import saw and why it takes it so, before it believes anything.

use super::request::Layout;
use serde::Serialize;

/// What lies in the folder that is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The layout that the import goes by.
    pub layout: Layout,
    /// Whether it was asked for; else it was found out.
    pub asked: bool,
    /// What was seen, in sentences without a full stop.
    pub because: Vec<String>,
    /// The tables that were read.
    pub tables: Vec<SeenTable>,
    /// Recordings that have a text.
    pub clips: u64,
    /// Audio files that are there.
    pub audio_files: u64,
}

/// How a table is written, and what its columns are taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeenTable {
    /// The path below the imported folder, with `/`.
    pub path: String,
    /// The encoding; `Parquet` where it is no text.
    pub encoding: String,
    /// What stands between two cells.
    pub separator: String,
    /// Whether quotation marks of a CSV writer are taken off.
    pub quoted: bool,
    /// Whether the first line names the columns.
    pub header: bool,
    /// What each column is: `audio`, `text`, `normalised`, `speaker`, `locale`, `gender`, `age`, `accent`, or `-` for
    /// one that is not taken.
    pub columns: Vec<&'static str>,
    /// Lines with cells, without the header.
    pub rows: u64,
    /// Lines whose recording is there.
    pub found: u64,
    /// Folders in which the recordings lie, below the imported one; empty for that one itself.
    pub folders: Vec<String>,
}

/// What a table is said to be written in that is no text.
pub(super) const PARQUET: &str = "Parquet";

impl SeenTable {
    /// Says it in a sentence.
    pub(super) fn sentence(&self) -> String {
        let taken = self.columns.iter().enumerate().filter(|(_, role)| **role != "-");
        let mut columns: Vec<String> = taken.map(|(at, role)| format!("{} is {role}", at + 1)).collect();
        if columns.len() < self.columns.len() {
            columns.push("the others are left alone".to_owned());
        }
        let header = if self.header { ", with a header line" } else { "" };
        let quoted = if self.quoted { ", cells in quotation marks" } else { "" };
        let encoding =
            if self.encoding == "UTF-8" { String::new() } else { format!(" in {}", self.encoding) };
        let place = match self.folders.as_slice() {
            [] => String::new(),
            [folder] if folder.is_empty() => " beside it".to_owned(),
            folders => format!(
                " in {}",
                folders.iter().map(|folder| format!("{folder}/")).collect::<Vec<_>>().join(", ")
            ),
        };
        if self.encoding == PARQUET {
            let count = self.columns.len();
            let (path, columns, rows) = (&self.path, columns.join(", "), self.rows);
            let found = self.found;
            return format!(
                "Parquet {path}, {rows} rows, {count} columns: {columns}; {found} of {rows} recordings found{place}"
            );
        }
        format!(
            "table {}{encoding}: separated by {}{header}{quoted}, {} columns: {}; {} of {} recordings found{place}",
            self.path,
            self.separator,
            self.columns.len(),
            columns.join(", "),
            self.found,
            self.rows
        )
    }
}
