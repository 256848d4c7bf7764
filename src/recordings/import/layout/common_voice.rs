//! The layout `common-voice`: a `.tsv` with columns by name beside `clips/` or, of spontaneous speech, `audios/`.

use super::super::columns::Roles;
use super::super::folder::{has_ending, last_part};
use super::super::found::{File, Reading, Who};
use super::super::ground::Ground;
use super::super::role::Role;
use super::super::tabular::{self, Kind};
use crate::error::{Error, ErrorKind, Result};
use std::borrow::Cow;

/// The table that holds what listeners confirmed.
const VALIDATED: &str = "validated.tsv";
/// How the tables of spontaneous speech begin.
const SPONTANEOUS: &str = "ss-corpus";
/// What a column is, and its names in tables of different years; the first three are needed.
const COLUMNS: [(Role, &[&str]); 7] = [
    (Role::Speaker, &["client_id"]),
    (Role::Audio, &["path", "audio_file"]),
    (Role::Text, &["sentence", "transcription"]),
    (Role::Locale, &["locale", "language"]),
    (Role::Gender, &["gender"]),
    (Role::Age, &["age"]),
    (Role::Accent, &["accents", "accent"]),
];

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Result<Option<Reading>> {
    let Some(table) = table(ground)? else { return Ok(None) };
    let spontaneous = is_spontaneous(ground, table)?;
    let kind = Kind {
        separator: Some('\t'),
        folders: if spontaneous { &["audios", "clips"] } else { &["clips", "audios"] },
        roles: Some(&roles),
        who: Who::Client,
        tells_unlisted: false,
        // Recordings wait there for somebody who writes down what they say.
        may_be_empty: spontaneous,
    };
    let plan = tabular::look(ground, table, &kind).map_err(|error| {
        error.with_hint(
            "the first line names the columns, separated by tabs: client_id, path and sentence, or client_id, audio_file and \
             transcription in tables of spontaneous speech",
        )
    })?;
    let mut reading = plan.read(&kind);
    if spontaneous {
        reading.because.push(
            "it is Common Voice's spontaneous speech: the transcription is the text, not the prompt"
                .to_owned(),
        );
    }
    Ok(Some(reading))
}

/// Finds the table: the one that was named, the confirmed clips, or the one of spontaneous speech.
fn table<'a>(ground: &'a Ground<'_>) -> Result<Option<&'a File>> {
    if let Some(named) = &ground.named {
        let is_theirs =
            ground.asked() || has_ending(last_part(&named.relative), "tsv") && has_clients(ground, named);
        return Ok(is_theirs.then_some(named));
    }
    let is_theirs =
        |name: &str| name == VALIDATED || name.starts_with(SPONTANEOUS) && has_ending(name, "tsv");
    let all = ground.folder.named(is_theirs);
    let tables: Vec<&File> = all.iter().copied().filter(|file| has_clients(ground, file)).collect();
    // A broken one is told of, where nothing else can be meant.
    let tables = if tables.is_empty() && ground.asked() { all } else { tables };
    let own: Vec<&File> = tables.iter().copied().filter(|file| !file.relative.contains('/')).collect();
    match if own.is_empty() { tables } else { own }.as_slice() {
        [] => Ok(None),
        [table] => Ok(Some(table)),
        several => {
            let names: Vec<&str> = several.iter().map(|file| file.relative.as_str()).collect();
            Err(Error::new(
                ErrorKind::Corpus,
                format!("there are several tables of Common Voice: {}", names.join(", ")),
            )
            .with_path(&ground.root)
            .with_hint("import one of them: give its path in place of the folder's"))
        }
    }
}

fn first_line(ground: &Ground<'_>, file: &File) -> Result<Vec<String>> {
    let table = ground.table(file)?;
    let line = table.lines(table.separated_by('\t')).next().and_then(|line| line.cells.ok());
    Ok(line.unwrap_or_default().into_iter().map(|cell| cell.trim().to_owned()).collect())
}

fn has_clients(ground: &Ground<'_>, file: &File) -> bool {
    // What cannot be read is told by whoever reads it.
    first_line(ground, file).map_or(true, |cells| cells.iter().any(|cell| cell == "client_id"))
}

fn is_spontaneous(ground: &Ground<'_>, file: &File) -> Result<bool> {
    let cells = first_line(ground, file)?;
    Ok(cells.iter().any(|cell| cell == "transcription") && !cells.iter().any(|cell| cell == "sentence"))
}

fn roles(names: &[Cow<'_, str>]) -> Result<Roles, String> {
    let mut at = vec![Role::Ignored; names.len()];
    for (index, (role, known)) in COLUMNS.into_iter().enumerate() {
        let column = known.iter().find_map(|known| names.iter().position(|name| name.trim() == *known));
        match column {
            Some(column) => at[column] = role,
            None if index < 3 => {
                let there: Vec<&str> = names.iter().map(|name| name.trim()).collect();
                return Err(format!(
                    "there is no column {}; the first line has {}",
                    known.join(" or "),
                    there.join(", ")
                ));
            }
            None => {}
        }
    }
    Ok(Roles { at, header: true })
}
