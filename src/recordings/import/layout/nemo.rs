//! The layout `nemo`: manifests of NeMo, one JSON object a line with `audio_filepath` and `text`, paths from the manifest.

use super::super::folder::{Problem, has_ending, parent};
use super::super::found::{Reading, Row, TextPlace, Who};
use super::super::ground::Ground;
use super::super::{objects, paths};
use super::kaldi::part;
use crate::error::Result;
use serde_json::{Map, Value};

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Result<Option<Reading>> {
    let manifests = ground.tables(|name| has_ending(name, "json") || has_ending(name, "jsonl"));
    let mut reading = Reading::default();
    for file in manifests {
        if !objects::begins_with(ground, file, "audio_filepath") {
            continue;
        }
        let (before, mut lines, mut both) = (reading.rows.len(), 0u64, 0u64);
        for object in objects::read(ground, file)? {
            let place = (file.path.clone(), Some(object.number));
            let fields = match object.fields {
                Ok(fields) if fields.get("_skipme") == Some(&Value::Bool(true)) => continue,
                Ok(fields) => fields,
                Err(reason) => {
                    reading.leave_out(&place, ("row-broken", reason));
                    continue;
                }
            };
            lines += 1;
            match row(ground, parent(&file.relative), &fields, place.clone()) {
                Ok(row) => {
                    both += u64::from(row.read.is_some());
                    reading.rows.push(row);
                }
                Err(problem) => reading.leave_out(&place, problem),
            }
        }
        let found = reading.rows.len() - before;
        reading.because.push(format!("manifest {}: {found} of {lines} recordings found", file.relative));
        if both > 0 {
            reading.because.push(format!(
                "{both} lines have a normalized_text, which is taken for what is read aloud; text is kept as printed"
            ));
        }
    }
    let is_empty = reading.rows.is_empty() && reading.findings.is_empty();
    Ok((!is_empty).then_some(reading))
}

fn row(
    ground: &Ground<'_>,
    dir: &str,
    fields: &Map<String, Value>,
    place: TextPlace,
) -> Result<Row, Problem> {
    let field = |name: &str| objects::text(fields.get(name));
    let path = field("audio_filepath")
        .ok_or_else(|| ("row-broken", "the line has no `audio_filepath` that names one file".to_owned()))?;
    let file = paths::audio(ground, dir, &path)?;
    let seconds = |name: &str| fields.get(name).filter(|value| !value.is_null()).map(Value::as_f64);
    let piece = match (seconds("offset"), seconds("duration")) {
        (Some(Some(start)), None) => part(start, None),
        (Some(Some(start)), Some(Some(length))) => part(start, Some(length)),
        _ => None,
    };
    if piece.is_none() && seconds("offset").is_some() {
        return Err(("row-broken", "`offset` and `duration` are no seconds of a recording".to_owned()));
    }
    let read = field("normalized_text").filter(|read| !read.trim().is_empty());
    Ok(Row {
        part: piece,
        read,
        who: field("speaker").filter(|speaker| !speaker.trim().is_empty()).map(Who::Name),
        locale: field("lang"),
        ..Row::of(place, file, field("text").unwrap_or_default())
    })
}
