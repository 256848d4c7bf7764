//! A sheet of one's own: a folder with a head and the prompts of a locale, out of a table, a choice from a pile of text, or a domain of
//! the sheet that is in the program.

use super::fix::fix;
use super::folder::lint_head;
use super::inside::shipped_named;
use super::source::{HEAD, SheetSource, VALUES};
use super::template::Piece;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::StagingDir;
use crate::ids::{Locale, SheetId};
use crate::severity::Severity;
use crate::text;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The sheet of the program that a domain is taken from.
const EXAMPLE: &str = "assistant";
/// The columns that a table can have.
const COLUMNS: [&str; 7] = ["id", "text", "intent", "domain", "repeat", "hint", "pool"];
/// What people call the column with the sentences.
const TEXTS: [&str; 4] = ["text", "sentence", "prompt", "phrase"];

/// What a new sheet says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// The language.
    pub locale: Locale,
    /// A title for people.
    pub title: String,
    /// The licence of the texts.
    pub licence: String,
    /// Where they come from.
    pub source: String,
    /// Who asks for recordings, and how to reach them; without them it is a sample.
    pub controller: Option<(String, String)>,
    /// One sentence that the reader sees before the first prompt.
    pub instructions: Option<String>,
}

/// The prompts of a new sheet: rows of cells by column, and the lines of its values, if it has such.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    cells: Vec<BTreeMap<&'static str, String>>,
    values: Option<String>,
    repeated: u64,
}

impl Rows {
    /// Makes rows of sentences with ids, all of one domain.
    pub fn of_sentences(sentences: impl IntoIterator<Item = (String, String)>, domain: Option<&str>) -> Self {
        let row = |(id, text)| {
            let mut row = BTreeMap::from([("id", id), ("text", text)]);
            row.extend(domain.map(|domain| ("domain", domain.to_owned())));
            row
        };
        Self { cells: sentences.into_iter().map(row).collect(), ..Self::default() }
    }

    /// Reads a table as spreadsheets save it: CSV with commas, semicolons or tabs, and a first line that names the columns. A row without an
    /// id gets one of its words; one that says the same as a row before is left out then.
    ///
    /// # Errors
    /// [`ErrorKind::Sheet`] with the line and what to do.
    pub fn of_table(bytes: &[u8], domain: Option<&str>) -> Result<Self> {
        let refused = |line: u64, what: String, hint: &str| {
            Error::new(ErrorKind::Sheet, what).at_line(line).with_hint(hint.to_owned())
        };
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(refused(
                1,
                "this is a workbook, and no table".to_owned(),
                "save the table as CSV, in UTF-8",
            ));
        }
        let text = super::tsv::utf8(bytes)
            .map_err(|line| refused(line, "the table is not UTF-8".to_owned(), "save it as CSV in UTF-8"))?;
        // A reader of CSV counts lines by line feeds that it has passed.
        let text = &text.replace("\r\n", "\n");
        let first = text.lines().next().unwrap_or_default();
        let delimiter = [b'\t', b';', b',']
            .into_iter()
            .max_by_key(|one| first.bytes().filter(|byte| byte == one).count());
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter.unwrap_or(b','))
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut columns: Option<Vec<Option<&'static str>>> = None;
        let (mut rows, mut seen, mut repeated) = (Vec::new(), BTreeSet::new(), 0);
        for record in reader.records() {
            let record = record.map_err(|error| {
                let line = error.position().map_or(1, csv::Position::line);
                refused(line, "the line cannot be read as CSV".to_owned(), "save the table as CSV, in UTF-8")
            })?;
            let line = record.position().map_or(1, csv::Position::line);
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let Some(columns) = &columns else {
                let named = header(&record);
                if named.contains(&Some("text")) {
                    if let Some(at) = named.iter().position(Option::is_none) {
                        let name = record.get(at).unwrap_or_default();
                        let what = format!("there is no column `{}`", super::lints::piece(name));
                        return Err(refused(line, what, &format!("there can be: {}", COLUMNS.join(", "))));
                    }
                    columns = Some(named);
                    continue;
                }
                let what = "the first line names no column `text`".to_owned();
                return Err(refused(
                    line,
                    what,
                    &format!("name the columns; there can be: {}", COLUMNS.join(", ")),
                ));
            };
            if record.len() > columns.len() {
                let what =
                    format!("the line has {} cells, and the first one {}", record.len(), columns.len());
                return Err(refused(line, what, "put a cell that holds the separator in quotation marks"));
            }
            let row = row_of(&record, columns, domain);
            let is_new = seen.insert(row.get("id").cloned());
            // Who gave the ids is told of one that stands twice.
            if is_new || columns.contains(&Some("id")) { rows.push(row) } else { repeated += 1 }
        }
        Ok(Self { cells: rows, values: None, repeated })
    }

    /// Takes what the sheet of the program has of a domain in a locale: its prompts, its templates, and the values that these ask for.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] where there is no such domain or locale.
    pub fn of_domain(domain: &str, locale: &Locale) -> Result<Self> {
        let shipped = shipped_named(EXAMPLE)
            .ok_or_else(|| Error::new(ErrorKind::Usage, "there is no sheet in the program"))?;
        let sheet = super::load(&SheetSource::Inside(shipped), locale)?;
        let domains: BTreeSet<&str> =
            sheet.prompts.iter().filter_map(|prompt| prompt.domain.as_deref()).collect();
        if !domains.contains(domain) {
            let what = format!("the sheet in the program has no domain `{}`", super::lints::piece(domain));
            let there = domains.into_iter().collect::<Vec<_>>().join(", ");
            return Err(Error::new(ErrorKind::Usage, what).with_hint(format!("it has: {there}")));
        }
        let cells =
            |id: &str, text: &str, intent: &Option<String>, hint: &Option<String>, pool: super::Pool| {
                let mut row = BTreeMap::from([("id", id.to_owned()), ("text", text.to_owned())]);
                row.extend(intent.clone().map(|intent| ("intent", intent)));
                row.insert("domain", domain.to_owned());
                row.extend(hint.clone().map(|hint| ("hint", hint)));
                row.extend((!pool.is_shared()).then(|| ("pool", pool.to_string())));
                row
            };
        let is_of = |of: &Option<String>| of.as_deref() == Some(domain);
        let prompts = sheet.prompts.iter().filter(|prompt| is_of(&prompt.domain));
        let templates: Vec<_> = sheet.templates.iter().filter(|template| is_of(&template.domain)).collect();
        let mut rows: Vec<_> = prompts
            .map(|one| cells(one.id.as_str(), &one.annotated, &one.intent, &one.hint, one.pool))
            .collect();
        rows.extend(
            templates.iter().map(|one| cells(one.id.as_str(), &one.source, &one.intent, &one.hint, one.pool)),
        );
        let asked: BTreeSet<&str> = templates
            .iter()
            .flat_map(|template| &template.pieces)
            .filter_map(|piece| if let Piece::Gap(gap) = piece { Some(gap.list.as_str()) } else { None })
            .collect();
        let file = shipped.file(&format!("{VALUES}/{locale}.tsv")).unwrap_or_default();
        let kept = file.lines().enumerate().filter(|(at, line)| {
            *at == 0 || line.split('\t').next().is_some_and(|list| asked.contains(list))
        });
        let values: String = kept.flat_map(|(_, line)| [line, "\n"]).collect();
        Ok(Self { cells: rows, values: (!asked.is_empty()).then_some(values), repeated: 0 })
    }

    /// Returns how many lines were left out, since they say the same as one before.
    pub fn repeated(&self) -> u64 {
        self.repeated
    }

    /// Returns how many there are.
    pub fn count(&self) -> usize {
        self.cells.len()
    }

    /// Writes them as the `.tsv` of a locale, with what is mechanical repaired.
    fn tsv(&self, locale: &Locale) -> Vec<u8> {
        let used: Vec<&str> = COLUMNS
            .into_iter()
            .filter(|column| {
                ["id", "text"].contains(column) || self.cells.iter().any(|row| row.contains_key(column))
            })
            .collect();
        let mut out = used.join("\t") + "\n";
        for row in &self.cells {
            let cell = |column: &&str| row.get(*column).map(String::as_str).unwrap_or_default();
            out.push_str(&used.iter().map(cell).collect::<Vec<_>>().join("\t"));
            out.push('\n');
        }
        fix(out.as_bytes(), locale).bytes
    }
}

/// Returns what the cells of a first line name.
fn header(record: &csv::StringRecord) -> Vec<Option<&'static str>> {
    record
        .iter()
        .map(|cell| {
            let name = cell.trim().to_lowercase();
            if TEXTS.contains(&name.as_str()) {
                return Some("text");
            }
            COLUMNS.into_iter().find(|column| *column == name)
        })
        .collect()
}

/// Makes a row of a line, with an id of its words where it has none. Line breaks and tabs in a cell become spaces.
fn row_of(
    record: &csv::StringRecord,
    columns: &[Option<&'static str>],
    domain: Option<&str>,
) -> BTreeMap<&'static str, String> {
    let mut row: BTreeMap<&'static str, String> = BTreeMap::new();
    for (column, cell) in columns.iter().zip(record.iter()) {
        let plain: Vec<&str> =
            cell.split(['\t', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect();
        if let Some(column) = column.filter(|_| !plain.is_empty()) {
            row.insert(column, plain.join(" "));
        }
    }
    let text = row.get("text").cloned().unwrap_or_default();
    row.entry("id").or_insert_with(|| format!("line-{}", &Sha256::of(text::fold(&text)).to_string()[..12]));
    if let Some(domain) = domain {
        row.entry("domain").or_insert_with(|| domain.to_owned());
    }
    row
}

/// Writes a new sheet into the folder `dir`, whose name is its id; it appears whole or not at all.
///
/// # Errors
/// [`ErrorKind::Usage`] for a name that cannot be an id, or something that a head cannot say; [`ErrorKind::Exists`] when something is there; [`ErrorKind::Io`].
pub fn begin(dir: &Path, beginning: &Beginning, rows: &Rows) -> Result<SheetSource> {
    let name = dir.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let id: SheetId = name.parse().map_err(|error: Error| {
        Error::new(
            ErrorKind::Usage,
            format!("the folder of a sheet is called as its id: {}", error.message()),
        )
        .with_hint("such as prompts/kitchen")
    })?;
    let head = head(&id, beginning);
    let findings = lint_head(head.as_bytes());
    if let Some(bad) = findings.iter().find(|finding| finding.severity == Severity::Reject) {
        return Err(Error::new(ErrorKind::Usage, bad.message.clone()).with_hint(bad.hint.clone()));
    }
    let folder = StagingDir::create(dir, "booth prompts new")?;
    folder.create_file(HEAD)?.write(head.as_bytes())?;
    let locale = &beginning.locale;
    folder.create_file(&format!("{locale}.tsv"))?.write(&rows.tsv(locale))?;
    if let Some(values) = &rows.values {
        folder.create_file(&format!("{VALUES}/{locale}.tsv"))?.write(values.as_bytes())?;
    }
    folder.publish()?;
    Ok(SheetSource::from(dir))
}

fn head(id: &SheetId, beginning: &Beginning) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let mut head = format!(
        "id = \"{id}\"\nversion = \"1.0.0\"\ntitle = {}\nlicence = {}\nsource = {}\n",
        quoted(&beginning.title),
        quoted(&beginning.licence),
        quoted(&beginning.source)
    );
    match &beginning.controller {
        Some((name, contact)) => head.push_str(&format!(
            "\n[controller]\nname = {}\ncontact = {}\n",
            quoted(name),
            quoted(contact)
        )),
        None => head.push_str("sample = true\n"),
    }
    if let Some(words) = &beginning.instructions {
        head.push_str(&format!("\n[instructions]\n{} = {}\n", beginning.locale, quoted(words)));
    }
    head
}
