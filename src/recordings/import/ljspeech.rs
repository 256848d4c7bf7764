//! The layout `ljspeech`: `metadata.csv`, `id|text|normalised text` without quoting, beside `wavs/`.

use super::folder::{Folder, last_part, note, require, stem};
use super::found::{Candidate, Found, ImportFinding, TextPlace};
use super::table::{Row, Table};
use super::text::{self, TextChanges};
use crate::error::Result;
use crate::recordings::session::record::Speaker;
use std::collections::BTreeSet;
use std::path::Path;

/// Reads the layout; `path` is the folder or its table.
pub(super) fn read(path: &Path, speaker: &Speaker) -> Result<Found> {
    require(path, "the folder with metadata.csv")?;
    let table = Table::read(path, "metadata.csv")?;
    let root = table.path().parent().unwrap_or(Path::new("")).to_path_buf();
    let wavs = root.join("wavs");
    let folder = Folder::scan(&wavs)?;
    let mut found = Found::default();
    let mut named = BTreeSet::new();
    for row in table.rows('|') {
        let place = (table.path().to_path_buf(), Some(row.line));
        match candidate(&row, place, speaker, &folder) {
            Ok((candidate, changes)) => {
                named.insert(candidate.relative.clone());
                found.changes += changes;
                found.candidates.push(candidate);
            }
            Err((id, message)) => {
                let finding = ImportFinding::left_out(id, table.path().to_path_buf(), message);
                found.findings.push(finding.on_line(row.line));
            }
        }
    }
    let files = folder.audio.values().flatten();
    for file in files.filter(|file| !named.contains(&format!("wavs/{}", file.relative))) {
        found.findings.push(note("text-missing", file.path.clone(), "the table has no line for it"));
    }
    found.findings.extend(folder.findings);
    found.ignored = folder.ignored;
    Ok(found)
}

fn candidate(
    row: &Row<'_>,
    place: TextPlace,
    speaker: &Speaker,
    folder: &Folder,
) -> Result<(Candidate, TextChanges), (&'static str, String)> {
    let cells = row.cells.as_ref().map_err(|reason| ("row-broken", reason.clone()))?;
    let (id, raw) = match cells.as_slice() {
        [id, text] | [id, text, _] => (id.trim(), text),
        other => {
            let columns = other.len();
            let message = format!("the line has {columns} columns; 2 or 3 are allowed (id|text|normalised)");
            return Err(("row-broken", message));
        }
    };
    let file = folder.audio_named(id)?;
    let (text, mut changes) =
        text::clean(raw).map_err(|reason| ("text-unusable", format!("the text cannot be used: {reason}")))?;
    changes += row.changes;
    let candidate = Candidate {
        speaker: speaker.clone(),
        stem: last_part(&stem(&file.relative)).to_owned(),
        relative: format!("wavs/{}", file.relative),
        path: file.path.clone(),
        text,
        place,
    };
    Ok((candidate, changes))
}
