//! Lines of JSON, one object a recording.

use super::found::File;
use super::ground::Ground;
use super::table::{Dialect, Quoting};
use crate::error::Result;
use serde_json::{Map, Value};

/// One line.
pub(super) struct Object {
    /// The line, from 1.
    pub number: u64,
    /// The fields, or why there are none.
    pub fields: Result<Map<String, Value>, String>,
}

/// A separator that stands in no line.
const WHOLE: Dialect = Dialect { separator: '\n', quoting: Quoting::None };

/// Reads the objects of a file.
pub(super) fn read(ground: &Ground<'_>, file: &File) -> Result<Vec<Object>> {
    let table = ground.table(file)?;
    let object = |cells: Vec<std::borrow::Cow<'_, str>>| {
        let line = cells.first().map(AsRef::as_ref).unwrap_or_default();
        serde_json::from_str(line).map_err(|error| format!("the line is no JSON object: {error}"))
    };
    Ok(table
        .lines(WHOLE)
        .map(|line| Object { number: line.number, fields: line.cells.and_then(object) })
        .collect())
}

/// Whether the first line of a file is an object with a field of this name.
pub(super) fn begins_with(ground: &Ground<'_>, file: &File, field: &str) -> bool {
    let Ok(table) = ground.table(file) else { return false };
    let first = table.lines(WHOLE).next().and_then(|line| line.cells.ok());
    let first = first.and_then(|cells| serde_json::from_str::<Map<String, Value>>(&cells[0]).ok());
    first.is_some_and(|fields| fields.contains_key(field))
}

/// Returns a field as text: a string or a number.
pub(super) fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
