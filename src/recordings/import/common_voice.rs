//! The layout `common-voice`: a `.tsv` with columns by name, without quoting, beside `clips/`.

use super::folder::{Folder, last_part, require, stem};
use super::found::{Candidate, Found, ImportFinding, TextPlace};
use super::names::client_speaker;
use super::table::{Row, Table};
use super::text::{self, TextChanges};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, SpeakerId};
use crate::recordings::session::record::Speaker;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The table that holds what listeners confirmed.
const VALIDATED: &str = "validated.tsv";
/// Speaker fields: ours, and their column in newer and older tables.
const METADATA: [(&str, [&str; 2]); 3] =
    [("gender", ["gender", "gender"]), ("age", ["age", "age"]), ("accent", ["accents", "accent"])];
/// An answer that declines to answer.
const DECLINED: &str = "do_not_wish_to_say";

/// Reads the layout; `path` is the locale's folder or one of its tables.
pub(super) fn read(path: &Path, locale: &Locale) -> Result<Found> {
    require(path, "the folder with validated.tsv and clips")?;
    let table = Table::read(path, VALIDATED).map_err(|error| {
        error.with_hint("give the folder of one locale (it holds validated.tsv and clips), or a .tsv in it")
    })?;
    let root = table.path().parent().unwrap_or(Path::new("")).to_path_buf();
    let clips = root.join("clips");
    let mut rows = table.rows('\t');
    let columns = Columns::of(rows.next(), &table)?;
    let folder = Folder::scan(&clips)?;
    let mut found = Found::default();
    let mut speakers: BTreeMap<SpeakerId, BTreeMap<String, String>> = BTreeMap::new();
    let mut named = BTreeSet::new();
    for row in rows {
        let place = (table.path().to_path_buf(), Some(row.line));
        match columns.candidate(&row, place, &folder, locale) {
            Ok((candidate, metadata, changes)) => {
                named.insert(candidate.relative.clone());
                let known = speakers.entry(candidate.speaker.id.clone()).or_default();
                for (field, value) in metadata {
                    known.entry(field).or_insert(value);
                }
                found.changes += changes;
                found.candidates.push(candidate);
            }
            Err((id, message)) => {
                let finding = ImportFinding::left_out(id, table.path().to_path_buf(), message);
                found.findings.push(finding.on_line(row.line));
            }
        }
    }
    for candidate in &mut found.candidates {
        candidate.speaker.metadata = speakers.get(&candidate.speaker.id).cloned().unwrap_or_default();
    }
    found.findings.extend(folder.findings);
    found.ignored = folder.ignored;
    let files = folder.audio.values().flatten();
    found.unlisted = files.filter(|file| !named.contains(&format!("clips/{}", file.relative))).count() as u64;
    Ok(found)
}

/// Where the columns are.
struct Columns {
    count: usize,
    client_id: usize,
    path: usize,
    sentence: usize,
    locale: Option<usize>,
    metadata: Vec<(&'static str, usize)>,
}

type Parsed = (Candidate, Vec<(String, String)>, TextChanges);

impl Columns {
    fn of(header: Option<Row<'_>>, table: &Table) -> Result<Self> {
        let bad = |message: String| {
            Error::new(ErrorKind::Corpus, message)
                .with_path(table.path())
                .at_line(1)
                .with_hint("the first line names the columns, separated by tabs")
        };
        let names = match header.map(|row| row.cells) {
            Some(Ok(names)) => names,
            Some(Err(reason)) => return Err(bad(reason)),
            None => return Err(bad("the table is empty".to_owned())),
        };
        let at = |name: &str| names.iter().position(|column| column.trim() == name);
        let need = |name: &str| at(name).ok_or_else(|| bad(format!("the table has no column `{name}`")));
        let field =
            |(ours, theirs): (&'static str, [&str; 2])| Some((ours, theirs.into_iter().find_map(at)?));
        Ok(Self {
            count: names.len(),
            client_id: need("client_id")?,
            path: need("path")?,
            sentence: need("sentence")?,
            locale: at("locale"),
            metadata: METADATA.into_iter().filter_map(field).collect(),
        })
    }

    fn candidate(
        &self,
        row: &Row<'_>,
        place: TextPlace,
        folder: &Folder,
        locale: &Locale,
    ) -> Result<Parsed, (&'static str, String)> {
        let cells = row.cells.as_ref().map_err(|reason| ("row-broken", reason.clone()))?;
        if cells.len() != self.count {
            let message = format!("the line has {} columns; the header has {}", cells.len(), self.count);
            return Err(("row-broken", message));
        }
        if let Some(theirs) = self.locale.map(|at| cells[at].trim()).filter(|theirs| !theirs.is_empty()) {
            let language = theirs.split(['-', '_']).next().unwrap_or(theirs);
            let other = theirs.parse::<Locale>().is_ok_and(|theirs| locale.is_other_variant(&theirs));
            if other || !language.eq_ignore_ascii_case(locale.language()) {
                let message = format!("the line is in `{}`, not in {locale}", theirs.escape_debug());
                return Err(("other-locale", message));
            }
        }
        let client_id = cells[self.client_id].trim();
        if client_id.is_empty() {
            return Err(("row-broken", "the line has no client_id, so nobody knows who speaks".to_owned()));
        }
        let speaker =
            client_speaker(client_id).map_err(|error| ("row-broken", error.message().to_owned()))?;
        let file = folder.audio_named(cells[self.path].trim())?;
        let (text, mut changes) = text::clean(cells[self.sentence])
            .map_err(|reason| ("text-unusable", format!("the text cannot be used: {reason}")))?;
        changes += row.changes;
        let metadata = self.metadata.iter().filter_map(|&(field, at)| {
            let (value, _) = text::clean(cells[at]).ok()?;
            (value != DECLINED).then(|| (field.to_owned(), value))
        });
        let candidate = Candidate {
            speaker: Speaker { id: speaker, metadata: BTreeMap::new() },
            stem: last_part(&stem(&file.relative)).to_owned(),
            relative: format!("clips/{}", file.relative),
            path: file.path.clone(),
            text,
            place,
        };
        Ok((candidate, metadata.collect(), changes))
    }
}
