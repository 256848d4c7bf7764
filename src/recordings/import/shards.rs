//! A Parquet file as a table: its columns become cells, and a column of audio files becomes recordings inside the file.

use super::folder::{Problem, last_part, parent, safe_name};
use super::found::File;
use super::ground::Ground;
use super::paths;
use super::role::Role;
use super::seen::PARQUET;
use super::shard::{Column, Holds, Shard, Value};
use super::sound::Cell;
use super::table::Line;
use super::tabular::Made;
use super::text::{MAX_TEXT_BYTES, TextChanges};
use crate::audio::decode;
use crate::audio::kinds::is_audio_name;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::MOST_LIST;
use serde_json::Value as Json;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

/// Values that are looked at to tell whether a column of bytes holds audio.
const LOOKED_AT: usize = 3;
/// Bytes that a row and a cell of it take in memory at least.
const ROW_BYTES: u64 = 96;
const CELL_BYTES: u64 = 24;
/// The most bytes in the name of a recording that is taken over.
const MOST_NAME: usize = 200;

/// A Parquet file and how it is read.
pub(super) struct Shards<'a> {
    file: &'a File,
    shard: Shard,
    features: Json,
    /// The columns that become cells.
    fields: Vec<Field>,
    /// Which of them holds the recordings.
    audio: Option<usize>,
    /// Names of columns that are passed over.
    passed: Vec<String>,
}

/// A column of the table.
struct Field {
    name: String,
    /// The values of its cells, or the paths of recordings.
    cells: Option<usize>,
    /// The bytes of recordings.
    bytes: Option<usize>,
}

impl<'a> Shards<'a> {
    /// Opens a file and finds out what its columns are.
    ///
    /// # Errors
    /// Those of a Parquet file that cannot be read; [`ErrorKind::Unsupported`] when its recordings are not files but samples.
    pub fn open(ground: &Ground<'_>, file: &'a File) -> Result<Self> {
        let shard = Shard::open(&file.path)?;
        let features = shard.features().and_then(|json| serde_json::from_slice::<Json>(json).ok());
        let features = features.map_or(Json::Null, |json| json["info"]["features"].clone());
        let (fields, passed) = fields(shard.columns());
        let mut shards = Self { file, shard, features, fields, audio: None, passed };
        shards.audio = shards.find_audio(ground)?;
        if shards.audio.is_none() {
            shards.refuse_samples()?;
        }
        // Bytes that are no recordings are no cells.
        let audio = shards.audio;
        let mut at = 0;
        let passed = &mut shards.passed;
        shards.fields.retain(|field| {
            let stays = field.bytes.is_none() || audio == Some(at);
            if !stays {
                passed.push(field.name.clone());
            }
            at += 1;
            stays
        });
        shards.audio = shards.fields.iter().position(|field| field.bytes.is_some());
        Ok(shards)
    }

    /// Whether recordings lie in it.
    pub fn has_audio(&self) -> bool {
        self.audio.is_some()
    }

    /// Whether it has a column of this name.
    pub fn has_column(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// Returns how many rows there are.
    pub fn rows(&self) -> u64 {
        self.shard.rows()
    }

    /// Returns which columns are passed over, as a sentence.
    pub fn passed(&self) -> Option<String> {
        let names: Vec<String> =
            self.passed.iter().map(|name| format!("`{}`", name.escape_debug())).collect();
        (!names.is_empty()).then(|| {
            format!(
                "of {} these columns are passed over, since they hold no texts, numbers or audio files: {}",
                self.file.relative,
                names.join(", ")
            )
        })
    }

    /// Finds the column that holds audio files: the one that is asked for, else the one that says so, else one that does.
    fn find_audio(&self, ground: &Ground<'_>) -> Result<Option<usize>> {
        let could = |at: &usize| self.fields[*at].bytes.is_some();
        let all: Vec<usize> = (0..self.fields.len()).filter(could).collect();
        if let Some(asked) = &ground.request.columns {
            let names: Vec<Cow<'_, str>> =
                self.fields.iter().map(|field| field.name.as_str().into()).collect();
            let roles = asked.resolve(Some(&names), names.len()).unwrap_or_default();
            if let Some(at) = roles.iter().position(|role| *role == Role::Audio) {
                return Ok(Some(at).filter(could));
            }
        }
        let kind = |at: &usize| self.features[&self.fields[*at].name]["_type"].as_str();
        let says = all.iter().find(|at| kind(at) == Some("Audio"));
        let says = says.or_else(|| all.iter().find(|at| self.fields[**at].name == "audio"));
        if let Some(at) = says {
            return Ok(Some(*at));
        }
        for at in all {
            if matches!(kind(&at), None | Some("Value")) && self.is_audio(at)? {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    /// Whether a column of bytes holds audio, by its first values and their names.
    fn is_audio(&self, at: usize) -> Result<bool> {
        let (mut looked, mut is) = (0, false);
        if let Some(names) = self.fields[at].cells {
            self.shard.read(names, |value| {
                is |= text(&value).is_some_and(|name| is_audio_name(Path::new(name)));
                looked += 1;
                Ok(!is && looked < LOOKED_AT)
            })?;
        }
        looked = 0;
        if let Some(bytes) = self.fields[at].bytes.filter(|_| !is) {
            self.shard.read(bytes, |value| {
                if let Value::Bytes(bytes) = value {
                    is |= decode::from_input(Cursor::new(bytes)).is_ok();
                    looked += 1;
                }
                Ok(!is && looked < LOOKED_AT)
            })?;
        }
        Ok(is)
    }

    /// Refuses recordings that are lists of samples: nothing says any more how they were coded.
    fn refuse_samples(&self) -> Result<()> {
        let lists = self.shard.columns().iter().filter(|column| column.repeated && column.depth > 1);
        let is_audio = |column: &&Column| {
            column.root == "audio" || self.features[&column.root]["_type"].as_str() == Some("Audio")
        };
        let Some(column) = lists.into_iter().find(is_audio) else { return Ok(()) };
        let message = format!(
            "the column `{}` holds recordings as lists of samples, and not as audio files",
            column.root.escape_debug()
        );
        Err(Error::new(ErrorKind::Unsupported, message).with_path(&self.file.path).with_hint(
            "write it again with audio files in it, as `datasets` does for a column of the type Audio: \
             dataset.cast_column(\"audio\", Audio()).to_parquet(FILE)",
        ))
    }

    /// Reads all cells, and where the recording of each row lies.
    ///
    /// # Errors
    /// Those of a Parquet file; [`ErrorKind::Unsupported`] when it is too large for a table.
    pub fn made(&self, ground: &Ground<'_>) -> Result<Made> {
        let mut table = Cells::new(self.rows(), self.fields.len(), &self.file.path)?;
        let mut files = None;
        for (at, field) in self.fields.iter().enumerate() {
            if let Some(bytes) = field.bytes {
                let found = self.recordings(ground, bytes, field.cells)?;
                for (row, file) in found.iter().enumerate() {
                    let name = file.as_ref().map_or("", |file| file.relative.as_str());
                    table.put(row, &field.name, name)?;
                }
                files = Some(found);
            } else if let Some(cells) = field.cells {
                let names = labels(&self.features[&field.name]);
                let mut row = 0;
                self.shard.read(cells, |value| {
                    match shown(&value, &names) {
                        Some(cell) => table.put(row, &field.name, &cell)?,
                        None => {
                            table
                                .spoil(row, format!("the cell `{}` is not UTF-8", field.name.escape_debug()));
                        }
                    }
                    row += 1;
                    Ok(true)
                })?;
            }
            table.fill(at + 1);
        }
        let header = self.fields.iter().map(|field| Cow::Owned(field.name.clone())).collect();
        let lines = std::iter::once(line(0, Ok(header)));
        let body = table.rows.into_iter().zip(1..).map(|(cells, number)| line(number, cells));
        Ok(Made { lines: lines.chain(body).collect(), form: PARQUET, files })
    }

    /// Says where the recording of each row lies: in its cell, or, where that is empty, in the file that the row names.
    fn recordings(
        &self,
        ground: &Ground<'_>,
        bytes: usize,
        paths: Option<usize>,
    ) -> Result<Vec<Result<File, Problem>>> {
        let rows = usize::try_from(self.rows()).unwrap_or(usize::MAX);
        let mut names: Vec<String> = Vec::new();
        let mut held = 0;
        if let Some(paths) = paths {
            self.shard.read(paths, |value| {
                let name = text(&value).unwrap_or_default().to_owned();
                held += name.len() as u64;
                if held > MOST_LIST {
                    return Err(too_large(&self.file.path));
                }
                names.push(name);
                Ok(true)
            })?;
        }
        names.resize(rows, String::new());
        let mut is_there = Vec::new();
        if !self.shard.is_full(bytes) {
            self.shard.read(bytes, |value| {
                is_there.push(matches!(value, Value::Bytes(_)));
                Ok(true)
            })?;
        }
        is_there.resize(rows, true);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in &names {
            *counts.entry(short(name)).or_insert(0) += 1;
        }
        let file = |(row, (path, is_there)): (usize, (&String, bool))| {
            if !is_there {
                if path.is_empty() {
                    return Err((
                        "audio-missing",
                        "the row holds neither the bytes of a recording nor a path".to_owned(),
                    ));
                }
                return paths::audio(ground, parent(&self.file.relative), path).cloned();
            }
            let name = short(path);
            let name = if is_usable(name) && counts.get(name) == Some(&1) {
                Cow::Borrowed(name)
            } else {
                Cow::Owned(format!("row-{}", row + 1))
            };
            let cell = Cell { column: bytes, row: row as u64 };
            let relative = format!("{}/{name}", self.file.relative);
            Ok(File { relative, path: self.file.path.clone(), inside: Some(cell) })
        };
        Ok(names.iter().zip(is_there).enumerate().map(file).collect())
    }
}

/// Returns the columns that can be cells, in their order, and the names of those that cannot.
fn fields(columns: &[Column]) -> (Vec<Field>, Vec<String>) {
    let mut fields: Vec<Field> = Vec::new();
    let mut passed: Vec<String> = Vec::new();
    let in_root = |root: &str, name: &str, holds: &[Holds]| {
        columns.iter().position(|column| {
            column.root == root
                && column.depth == 2
                && column.name == name
                && !column.repeated
                && holds.contains(&column.holds)
        })
    };
    for (at, column) in columns.iter().enumerate() {
        let is_cell = !column.repeated && column.depth <= 2 && column.holds != Holds::Other;
        let in_struct =
            (column.depth == 2).then(|| in_root(&column.root, "bytes", &[Holds::Binary])).flatten();
        if let Some(bytes) = in_struct.filter(|&bytes| at == bytes) {
            let paths = in_root(&column.root, "path", &[Holds::Text]);
            fields.push(Field { name: column.root.clone(), cells: paths, bytes: Some(bytes) });
        } else if in_struct.is_some() && column.name == "path" && column.holds == Holds::Text {
            // A part of the recording.
        } else if is_cell && column.holds == Holds::Binary && column.depth == 1 {
            fields.push(Field { name: column.name.clone(), cells: None, bytes: Some(at) });
        } else if is_cell && column.holds != Holds::Binary {
            let name = if column.depth == 2 {
                format!("{}.{}", column.root, column.name)
            } else {
                column.name.clone()
            };
            fields.push(Field { name, cells: Some(at), bytes: None });
        } else if passed.last() != Some(&column.root) {
            passed.push(column.root.clone());
        }
    }
    (fields, passed)
}

/// The cells of a table, filled column by column.
struct Cells<'a> {
    path: &'a Path,
    rows: Vec<Result<Vec<Cow<'static, str>>, String>>,
    bytes: u64,
}

fn too_large(path: &Path) -> Error {
    let message = format!("the texts of the Parquet file need more than {MOST_LIST} bytes");
    Error::new(ErrorKind::Unsupported, message)
        .with_path(path)
        .with_hint("write it again as several files, or without the columns that are not needed")
}

impl<'a> Cells<'a> {
    fn new(rows: u64, width: usize, path: &'a Path) -> Result<Self> {
        let bytes = rows.saturating_mul(ROW_BYTES + CELL_BYTES * width as u64);
        if bytes > MOST_LIST {
            return Err(too_large(path));
        }
        let row = || Ok(Vec::with_capacity(width));
        Ok(Self { path, rows: (0..rows).map(|_| row()).collect(), bytes })
    }

    /// Adds a cell to a row.
    fn put(&mut self, row: usize, column: &str, cell: &str) -> Result<()> {
        if cell.len() as u64 > MAX_TEXT_BYTES {
            let column = column.escape_debug();
            let reason =
                format!("the cell `{column}` has {} bytes; {MAX_TEXT_BYTES} are allowed", cell.len());
            self.spoil(row, reason);
            return Ok(());
        }
        self.bytes += cell.len() as u64;
        if self.bytes > MOST_LIST {
            return Err(too_large(self.path));
        }
        if let Some(Ok(cells)) = self.rows.get_mut(row) {
            cells.push(Cow::Owned(cell.to_owned()));
        }
        Ok(())
    }

    /// Gives up a row.
    fn spoil(&mut self, row: usize, reason: String) {
        if let Some(cells) = self.rows.get_mut(row)
            && cells.is_ok()
        {
            *cells = Err(reason);
        }
    }

    /// Makes all rows `width` cells wide, as they are but for a damaged column.
    fn fill(&mut self, width: usize) {
        for cells in self.rows.iter_mut().flatten() {
            cells.resize(width, Cow::Borrowed(""));
        }
    }
}

fn line(number: u64, cells: Result<Vec<Cow<'static, str>>, String>) -> Line<'static> {
    Line { number, cells, changes: TextChanges::default() }
}

/// Returns a value that is text.
fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Bytes(bytes) => std::str::from_utf8(bytes.as_ref()).ok(),
        _ => None,
    }
}

/// Returns a value as a cell, numbers in the shortest form that is read back the same; `None` when it is no text.
fn shown<'v>(value: &'v Value, names: &'v [String]) -> Option<Cow<'v, str>> {
    Some(match value {
        Value::Null => Cow::Borrowed(""),
        Value::Bool(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
        Value::Int(number) => {
            let name = usize::try_from(*number).ok().and_then(|number| names.get(number));
            match name {
                Some(name) => Cow::Borrowed(name.as_str()),
                // What `datasets` has where no class is known.
                None if *number == -1 && !names.is_empty() => Cow::Borrowed(""),
                None => Cow::Owned(number.to_string()),
            }
        }
        Value::Unsigned(number) => Cow::Owned(number.to_string()),
        Value::Float(number) => Cow::Owned(number.to_string()),
        Value::Double(number) => Cow::Owned(number.to_string()),
        Value::Bytes(_) => Cow::Borrowed(text(value)?),
    })
}

/// Returns the names of classes that a column has numbers for.
fn labels(feature: &Json) -> Vec<String> {
    let names = feature["names"].as_array().filter(|_| feature["_type"] == "ClassLabel");
    names.into_iter().flatten().map(|name| name.as_str().unwrap_or_default().to_owned()).collect()
}

/// Returns the last part of a path of any system.
fn short(path: &str) -> &str {
    last_part(path.rsplit('\\').next().unwrap_or(path))
}

/// Whether a recording can go by this name: it is safe, and not one that we give ourselves.
fn is_usable(name: &str) -> bool {
    let is_ours =
        name.strip_prefix("row-").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    !is_ours
        && name.len() <= MOST_NAME
        && !name.starts_with('.')
        && !name.chars().any(char::is_control)
        && safe_name(name).is_ok()
}
