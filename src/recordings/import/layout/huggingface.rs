//! The layout `huggingface`: `metadata.csv` or `metadata.jsonl` with the column `file_name`, in the folder of its audio, one a
//! split.

use super::super::folder::{has_ending, last_part};
use super::super::found::{File, Reading};
use super::super::ground::Ground;
use super::super::tabular::{self, Kind};
use super::super::text::TextChanges;
use super::super::{objects, table};
use crate::error::{Error, ErrorKind, Result};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The column that names the audio.
const COLUMN: &str = "file_name";
/// Lines whose fields are looked at to learn all names.
const MOST: usize = table::SAMPLE;

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Result<Option<Reading>> {
    let named = ground.named.is_some();
    let tables = ground.tables(|name| named || matches!(name, "metadata.csv" | "metadata.jsonl"));
    let kind = Kind { separator: Some(','), folders: &[""], ..Kind::ANY };
    let mut reading = Reading::default();
    for file in tables {
        let is_lines = has_ending(last_part(&file.relative), "jsonl");
        let plan = if is_lines && objects::begins_with(ground, file, COLUMN) {
            tabular::look_at_lines(ground, file, lines(ground, file)?, &kind)?
        } else if !is_lines && is_theirs(ground, file) {
            tabular::look(ground, file, &kind)?
        } else {
            continue;
        };
        reading.append(plan.read(&kind));
    }
    if !reading.tables.is_empty() {
        return Ok(Some(reading));
    }
    match ground.tables(|name| has_ending(name, "parquet")).first() {
        Some(file) if ground.asked() || ground.folder.audio.is_empty() => {
            Err(Error::new(ErrorKind::Unsupported, "the recordings lie in Parquet files, which are not read")
                .with_path(&file.path)
                .with_hint("write each recording to a file of its own, with metadata.jsonl beside them: file_name and text a line"))
        }
        _ => Ok(None),
    }
}

/// Whether the first line of a table has the column.
fn is_theirs(ground: &Ground<'_>, file: &File) -> bool {
    let Ok(table) = ground.table(file) else { return false };
    let first = table.lines(table.separated_by(',')).next().and_then(|line| line.cells.ok());
    first.is_some_and(|cells| cells.iter().any(|cell| cell.trim() == COLUMN))
}

/// Makes a table of objects: the first line has the names of their fields.
fn lines(ground: &Ground<'_>, file: &File) -> Result<Vec<table::Line<'static>>> {
    let objects = objects::read(ground, file)?;
    let fields = objects.iter().take(MOST).filter_map(|object| object.fields.as_ref().ok());
    let names: BTreeSet<String> = fields.flat_map(Map::keys).cloned().collect();
    let header = table::Line {
        number: 0,
        cells: Ok(names.iter().cloned().map(Cow::Owned).collect()),
        changes: TextChanges::default(),
    };
    let cell = |fields: &Map<String, Value>, name: &String| {
        Cow::Owned(objects::text(fields.get(name)).unwrap_or_default())
    };
    let body = objects.into_iter().map(|object| table::Line {
        number: object.number,
        cells: object.fields.map(|fields| names.iter().map(|name| cell(&fields, name)).collect()),
        changes: TextChanges::default(),
    });
    Ok(std::iter::once(header).chain(body).collect())
}
