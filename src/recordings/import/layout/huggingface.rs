//! The layout `huggingface`: `metadata.csv`, `metadata.jsonl` or `metadata.parquet` with the column `file_name`, in the folder of
//! its audio, one a split; or Parquet files with the recordings inside, as `datasets` and the Hub write them.

use super::super::folder::{has_ending, last_part};
use super::super::found::{File, ImportFinding, Reading};
use super::super::ground::Ground;
use super::super::shards::Shards;
use super::super::tabular::{self, Kind, Made};
use super::super::text::TextChanges;
use super::super::{objects, table};
use crate::error::{Error, ErrorKind, Result};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The column that names the audio.
const COLUMN: &str = "file_name";
/// The Parquet file of a table; others hold the recordings themselves.
const METADATA: &str = "metadata.parquet";
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
    let others = parquet(ground, &kind, &mut reading)?;
    if !reading.tables.is_empty() || !reading.because.is_empty() {
        return Ok(Some(reading));
    }
    match others.first() {
        Some(file) if ground.asked() || named || ground.folder.audio.is_empty() => {
            let message =
                "the Parquet file holds no audio files, and has no column file_name that names some";
            Err(Error::new(ErrorKind::Corpus, message).with_path(&file.path).with_hint(
                "a column with the bytes of audio files is looked for, of the type Audio of `datasets`, and metadata.parquet with \
                 file_name beside the audio",
            ))
        }
        _ => Ok(None),
    }
}

/// Reads the Parquet files, and returns those that are something else. One that is damaged is told where others are not, else an
/// error.
fn parquet<'g>(ground: &'g Ground<'_>, kind: &Kind<'_>, reading: &mut Reading) -> Result<Vec<&'g File>> {
    let mut others = Vec::new();
    let mut faults = Vec::new();
    for file in ground.parquet_files() {
        let is_table = ground.named.is_some() || last_part(&file.relative) == METADATA;
        let outcome = Shards::open(ground, file).and_then(|shards| {
            if !(shards.has_audio() || is_table && shards.has_column(COLUMN)) {
                return Ok(None);
            }
            if shards.rows() == 0 {
                let because = vec![format!("Parquet {}: it has no rows", file.relative)];
                return Ok(Some(Reading { because, ..Reading::default() }));
            }
            let mut found = tabular::look_at_lines(ground, file, shards.made(ground)?, kind)?.read(kind);
            found.because.extend(shards.passed());
            Ok(Some(found))
        });
        match outcome {
            Ok(Some(found)) => reading.append(found),
            Ok(None) => others.push(file),
            Err(error) => faults.push((file, error)),
        }
    }
    if reading.tables.is_empty()
        && let Some((_, error)) = faults.first()
    {
        return Err(error.clone());
    }
    for (file, error) in faults {
        let message = error.in_one_line();
        reading.findings.push(ImportFinding::left_out("table-unreadable", file.path.clone(), message));
    }
    Ok(others)
}

/// Whether the first line of a table has the column.
fn is_theirs(ground: &Ground<'_>, file: &File) -> bool {
    let Ok(table) = ground.table(file) else { return false };
    let first = table.lines(table.separated_by(',')).next().and_then(|line| line.cells.ok());
    first.is_some_and(|cells| cells.iter().any(|cell| cell.trim() == COLUMN))
}

/// Makes a table of objects: the first line has the names of their fields.
fn lines(ground: &Ground<'_>, file: &File) -> Result<Made> {
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
    let lines = std::iter::once(header).chain(body).collect();
    Ok(Made { lines, form: "UTF-8", files: None })
}
