//! The layout `ljspeech`: a table of recordings and texts, as LJSpeech, Piper, Coqui and others write it, beside its audio.

use super::super::folder::{last_part, parent};
use super::super::found::{File, Reading};
use super::super::ground::Ground;
use super::super::tabular::{self, Kind, Plan};
use crate::error::{Error, ErrorKind, Result};

/// The table of LJSpeech.
const TABLE: &str = "metadata.csv";
/// Endings of tables.
const ENDINGS: [&str; 7] = ["csv", "tsv", "psv", "txt", "list", "lst", "tab"];
/// Names in the first line of tables that other layouts read.
const OTHERS: [&str; 3] = ["client_id", "file_name", "audio_filepath"];
/// The most tables that are looked into.
const MOST: usize = 50;

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Result<Option<Reading>> {
    let kind = Kind::ANY;
    let tables = ground.tables(|name| is_table(name));
    let tables = tables.into_iter().filter(|file| ground.named.is_some() || is_alone(ground, file));
    let mut tables: Vec<&File> = tables.collect();
    // The folder's own tables are meant before those further down.
    if let Some(depth) = tables.iter().map(|file| file.relative.matches('/').count()).min() {
        tables.retain(|file| file.relative.matches('/').count() == depth);
    }
    if let Some(&table) = tables.iter().find(|file| last_part(&file.relative) == TABLE)
        && tables.iter().filter(|file| last_part(&file.relative) == TABLE).count() == 1
    {
        tables = vec![table];
    }
    let mut fits: Vec<Plan<'_>> = Vec::new();
    let mut fault: Option<Error> = None;
    for file in tables.iter().take(MOST) {
        match tabular::look(ground, file, &kind) {
            Ok(plan) if !ground.asked() && is_of_others(&plan) => {}
            Ok(plan) => fits.push(plan),
            Err(error) if tables.len() == 1 || last_part(&file.relative) == TABLE => {
                fault = fault.or(Some(error))
            }
            // A table of something else, such as a list of speakers.
            Err(_) => {}
        }
    }
    if fits.len() > 1 {
        fits.retain(|plan| plan.share() >= 0.5);
    }
    match fits.as_slice() {
        [plan] => Ok(Some(plan.read(&kind))),
        [] => fault.map_or(Ok(None), Err),
        several => {
            let names: Vec<&str> = several.iter().map(|plan| plan.file.relative.as_str()).collect();
            let names = names.join(", ");
            Err(Error::new(ErrorKind::Corpus, format!("several tables name recordings here: {names}"))
                .with_path(&ground.root)
                .with_hint("import one of them: give its path in place of the folder's"))
        }
    }
}

fn is_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) && !name.ends_with(".trans.txt")
}

/// Whether a file is no text of one recording beside it.
fn is_alone(ground: &Ground<'_>, file: &File) -> bool {
    let stem = super::super::folder::stem(&file.relative);
    !ground.folder.audio.contains_key(&stem) && !is_among_texts(ground, file)
}

/// Whether a folder holds so many `.txt` files that each is the text of one recording, as in VCTK.
fn is_among_texts(ground: &Ground<'_>, file: &File) -> bool {
    let folder = parent(&file.relative);
    let texts = ground.folder.texts.values().flatten().filter(|text| parent(&text.relative) == folder);
    file.relative.ends_with(".txt") && texts.take(MOST).count() == MOST
}

/// Whether a table has a layout of its own.
fn is_of_others(plan: &Plan<'_>) -> bool {
    let first = plan.first();
    plan.roles.header && first.iter().any(|cell| OTHERS.contains(&cell.as_str()))
        || plan.file.relative.ends_with("-metadata.txt")
}
