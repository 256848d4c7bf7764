//! The layout `ljspeech`: a table of recordings and texts, as LJSpeech, Piper, Coqui and others write it, beside its audio.

use super::super::folder::{has_ending, last_part, parent, stem};
use super::super::found::{File, Reading};
use super::super::ground::Ground;
use super::super::tabular::{self, Kind, Plan};
use super::librispeech::is_mls;
use crate::error::{Error, ErrorKind, Result};
use std::collections::{BTreeMap, BTreeSet};

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
    let tables = ground.tables(is_table).into_iter();
    let mut by_depth: BTreeMap<usize, Vec<&File>> = BTreeMap::new();
    let crowded = crowded(ground);
    for file in tables.filter(|file| ground.named.is_some() || is_alone(ground, file, &crowded)) {
        by_depth.entry(file.relative.matches('/').count()).or_default().push(file);
    }
    let mut looked = Looked::default();
    // The folder's own tables are meant before those further down.
    for tables in by_depth.values() {
        looked.at(ground, tables, &kind);
        if !looked.fits.is_empty() {
            break;
        }
    }
    let Looked { mut fits, mut idle, fault, unread } = looked;
    let is_coded = |error: &Error| error.hint().is_some_and(|hint| hint.contains("--encoding"));
    let fault = fault.or(unread.filter(is_coded));
    if fits.is_empty() && idle.len() == 1 && (ground.asked() || ground.named.is_some()) {
        fits.append(&mut idle);
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

/// The tables that were looked at.
#[derive(Default)]
struct Looked<'a> {
    /// Those that name recordings.
    fits: Vec<Plan<'a>>,
    /// Those that name nothing that is there, such as a list of speakers or a page about the recordings.
    idle: Vec<Plan<'a>>,
    /// Why the table that is surely one cannot be read.
    fault: Option<Error>,
    /// Why another one cannot, which is told where nothing else fits: its encoding may be all that is in the way.
    unread: Option<Error>,
}

impl<'a> Looked<'a> {
    /// Looks at the tables of one depth.
    fn at(&mut self, ground: &'a Ground<'_>, tables: &[&'a File], kind: &'a Kind<'_>) {
        let main: Vec<&File> =
            tables.iter().copied().filter(|file| last_part(&file.relative) == TABLE).collect();
        let tables = if main.len() == 1 { main } else { tables.to_vec() };
        for &file in tables.iter().take(MOST) {
            let is_sure =
                last_part(&file.relative) == TABLE || tables.len() == 1 && !has_ending(&file.relative, "txt");
            match tabular::look(ground, file, kind) {
                Ok(plan) if !ground.asked() && is_of_others(&plan) => {}
                Ok(plan) if plan.share() == 0.0 && !is_sure => self.idle.push(plan),
                Ok(plan) => self.fits.push(plan),
                Err(error) if is_sure || ground.named.is_some() => {
                    self.fault.get_or_insert(error);
                }
                Err(error) => {
                    self.unread.get_or_insert(error);
                }
            }
        }
        if self.fits.len() > 1 {
            self.fits.retain(|plan| plan.share() >= 0.5);
        }
    }
}

fn is_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) && !name.contains(".trans.")
}

/// Whether a file is no text of one recording beside it.
fn is_alone(ground: &Ground<'_>, file: &File, crowded: &BTreeSet<&str>) -> bool {
    let among_texts = has_ending(&file.relative, "txt") && crowded.contains(parent(&file.relative));
    !among_texts && !ground.folder.audio.contains_key(&stem(&file.relative)) && !is_mls(ground, file)
}

/// Returns the folders that hold so many `.txt` files that each is the text of one recording, as in VCTK.
fn crowded<'g>(ground: &'g Ground<'_>) -> BTreeSet<&'g str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for text in ground.folder.texts.values().flatten() {
        *counts.entry(parent(&text.relative)).or_insert(0) += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= MOST).map(|(folder, _)| folder).collect()
}

/// Whether a table has a layout of its own.
fn is_of_others(plan: &Plan<'_>) -> bool {
    let first = plan.first();
    plan.roles.header && first.iter().any(|cell| OTHERS.contains(&cell.as_str()))
        || plan.file.relative.ends_with("-metadata.txt")
}
