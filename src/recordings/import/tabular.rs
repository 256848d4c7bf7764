//! A table of recordings becomes rows: separator, columns and folders found out, then line by line.

use super::clips::Clips;
use super::columns::{self, Roles, is_alike};
use super::folder::{Problem, parent};
use super::found::{File, ImportFinding, Reading, Row, TextPlace, Who};
use super::ground::Ground;
use super::role::Role;
use super::seen::SeenTable;
use super::table::{Dialect, Line, Quoting, SAMPLE, Table, shortened, usual};
use crate::error::{Error, ErrorKind, Result};
use crate::severity::Severity;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Tells what columns are by their names; the error says what is missing.
type ByNames<'k> = &'k dyn Fn(&[Cow<'_, str>]) -> Result<Roles, String>;

/// What a layout knows of its tables.
pub(super) struct Kind<'k> {
    /// The separator, where it is fixed.
    pub separator: Option<char>,
    /// Folders that come before others that hold the same names.
    pub folders: &'k [&'k str],
    /// What the columns are, where the layout says so by their names; the error says what is missing.
    pub roles: Option<ByNames<'k>>,
    /// Makes a speaker of a cell.
    pub who: fn(String) -> Who,
    /// Whether each audio file without a line is told, or only counted.
    pub tells_unlisted: bool,
    /// Whether an empty text is nothing unusual.
    pub may_be_empty: bool,
}

impl Kind<'_> {
    /// Nothing is known.
    pub const ANY: Self = Self {
        separator: None,
        folders: &[],
        roles: None,
        who: Who::Name,
        tells_unlisted: true,
        may_be_empty: false,
    };
}

/// Where the lines of a table come from.
enum Source {
    Text(Table, Dialect),
    /// Made of fields with names.
    Made(Made),
}

/// Lines that were made of fields with names.
pub(super) struct Made {
    /// The first line has the names.
    pub lines: Vec<Line<'static>>,
    /// What they were read from: an encoding, or a kind of file.
    pub form: &'static str,
    /// Where the recording of each line lies, where that is known.
    pub files: Option<Vec<Result<File, Problem>>>,
}

/// How a table is read.
pub(super) struct Plan<'a> {
    source: Source,
    pub roles: Roles,
    clips: Clips<'a>,
    pub file: &'a File,
    /// How many cells a line has.
    width: usize,
}

fn empty(file: &File) -> Error {
    Error::new(ErrorKind::Corpus, "the table is empty").with_path(&file.path)
}

fn bad(file: &File, message: String) -> Error {
    Error::new(ErrorKind::Corpus, message).with_path(&file.path).at_line(1).with_hint(
        "give --columns, a word for each column (audio, text, normalised, speaker, locale, gender, age, accent, -), such as \
         --columns audio,speaker,text",
    )
}

/// Finds out how a table is written and what its columns are; reads no more than its beginning.
///
/// # Errors
/// [`ErrorKind::Corpus`] when that is unclear, with the first lines and the flag to give; [`ErrorKind::Io`].
pub(super) fn look<'a>(ground: &'a Ground<'_>, file: &'a File, kind: &'a Kind<'_>) -> Result<Plan<'a>> {
    let table = ground.table(file)?;
    let clips = Clips::below(&ground.folder, parent(&file.relative), kind.folders);
    let dialect = match kind.separator {
        Some(separator) => table.separated_by(separator),
        None => table.dialect(&|cell| clips.is_clip(cell)).ok_or_else(|| {
            if table.lines(Dialect { separator: '|', quoting: Quoting::None }).next().is_none() {
                return empty(file);
            }
            let head = table.head();
            let message = format!(
                "the lines of the table have nothing that separates cells: `|`, tab, `;` and `,` are looked for; it begins \
                 with {head}"
            );
            bad(file, message)
        })?,
    };
    settle(ground, file, Source::Text(table, dialect), clips, kind)
}

/// Finds out the columns of lines that were made of fields.
///
/// # Errors
/// As [`look`].
pub(super) fn look_at_lines<'a>(
    ground: &'a Ground<'_>,
    file: &'a File,
    made: Made,
    kind: &'a Kind<'_>,
) -> Result<Plan<'a>> {
    let clips = Clips::below(&ground.folder, parent(&file.relative), kind.folders);
    settle(ground, file, Source::Made(made), clips, kind)
}

/// Finds out the columns, and from which folders the names of recordings go.
fn settle<'a>(
    ground: &'a Ground<'_>,
    file: &'a File,
    source: Source,
    mut clips: Clips<'a>,
    kind: &Kind<'_>,
) -> Result<Plan<'a>> {
    let is_clip = |cell: &str| source.holds(file, cell) || clips.is_clip(cell);
    let sample: Vec<Vec<Cow<'_, str>>> =
        source.lines().filter_map(|line| line.cells.ok()).take(SAMPLE).collect();
    let Some(width) = usual(sample.iter().map(Vec::len)) else {
        return Err(empty(file));
    };
    let roles = match (kind.roles, &ground.request.columns) {
        (Some(roles), None) => roles(&sample[0]),
        _ => columns::find(&sample, width, ground.request.columns.as_ref(), source.has_names(), &is_clip),
    };
    let roles = roles.map_err(|reason| {
        let first = sample.iter().take(3);
        let first = first.map(|row| row.iter().map(|cell| shortened(cell)).collect::<Vec<_>>().join(" | "));
        let first = first.collect::<Vec<_>>().join(" / ");
        bad(file, format!("{reason}; separated by {}, the table begins with: {first}", source.separator()))
    })?;
    let width = if roles.header { sample[0].len() } else { width };
    if let Some(audio) = roles.of(Role::Audio) {
        let body = sample.iter().skip(usize::from(roles.header));
        let names: Vec<&str> = body.filter_map(|row| row.get(audio)).map(AsRef::as_ref).collect();
        clips.settle(names.into_iter());
    }
    drop(sample);
    Ok(Plan { source, roles, clips, file, width })
}

impl Source {
    fn lines(&self) -> Box<dyn Iterator<Item = Line<'_>> + '_> {
        match self {
            Self::Text(table, dialect) => Box::new(table.lines(*dialect)),
            Self::Made(made) => Box::new(made.lines.iter().cloned()),
        }
    }

    fn quoting(&self) -> Quoting {
        match self {
            Self::Text(_, dialect) => dialect.quoting,
            Self::Made(_) => Quoting::None,
        }
    }

    fn separator(&self) -> String {
        match self {
            Self::Text(_, dialect) => dialect.separator_name(),
            Self::Made(_) => "fields".to_owned(),
        }
    }

    fn encoding(&self) -> &str {
        match self {
            Self::Text(table, _) => table.encoding(),
            Self::Made(made) => made.form,
        }
    }

    /// Whether the first line is known to name the columns.
    fn has_names(&self) -> bool {
        matches!(self, Self::Made(_))
    }

    /// Returns where the recordings of its lines lie, where that is known.
    fn files(&self) -> Option<&[Result<File, Problem>]> {
        match self {
            Self::Text(..) => None,
            Self::Made(made) => made.files.as_deref(),
        }
    }

    /// Whether a cell names a recording inside the file itself.
    fn holds(&self, file: &File, cell: &str) -> bool {
        let inside = cell.strip_prefix(&file.relative).is_some_and(|rest| rest.starts_with('/'));
        inside && self.files().is_some()
    }
}

impl Plan<'_> {
    /// Returns the cells of the first line.
    pub fn first(&self) -> Vec<String> {
        let first = self.source.lines().next().and_then(|line| line.cells.ok()).unwrap_or_default();
        first.into_iter().map(|cell| cell.trim().to_owned()).collect()
    }

    /// Returns the share of the first lines whose recordings are there.
    pub fn share(&self) -> f64 {
        let Some(audio) = self.roles.of(Role::Audio) else { return 0.0 };
        let (mut rows, mut found) = (0u32, 0u32);
        for line in self.source.lines().skip(usize::from(self.roles.header)).take(SAMPLE) {
            rows += 1;
            let cells = line.cells.unwrap_or_default();
            found += u32::from(cells.get(audio).is_some_and(|cell| self.clips.is_clip(cell)));
        }
        if rows == 0 { 0.0 } else { f64::from(found) / f64::from(rows) }
    }

    /// Reads all lines.
    pub fn read(&self, kind: &Kind<'_>) -> Reading {
        let mut reading = Reading::default();
        let mut listed = BTreeSet::new();
        let mut folders = BTreeSet::new();
        let (mut rows, mut read_aloud, mut moved) = (0u64, 0u64, 0u64);
        for line in self.source.lines().skip(usize::from(self.roles.header)) {
            rows += 1;
            let place = (self.file.path.clone(), Some(line.number));
            if self.source.quoting() == Quoting::Needed && has_open_mark(&line) {
                let message =
                    "a cell begins with a quotation mark that nothing closes; it is kept as it stands";
                reading.findings.push(ImportFinding::at("quotes", Severity::Warn, &place, message));
            }
            if line.changes.quotes > 0 && line.cells.iter().flatten().any(|cell| cell.contains('"')) {
                let message = "the quotation marks of a CSV writer around a cell were taken off, and those doubled inside made one";
                reading.findings.push(ImportFinding::at("quotes", Severity::Info, &place, message));
            }
            match self.row(&line, &place, kind) {
                Ok((row, is_whole)) => {
                    moved += u64::from(!is_whole);
                    folders.insert(parent(&row.relative).to_owned());
                    listed.insert(row.relative.clone());
                    read_aloud +=
                        u64::from(row.read.as_deref().is_some_and(|read| read.trim() != row.text.trim()));
                    if kind.may_be_empty && row.text.trim().is_empty() && row.read.is_none() {
                        let message = "the line has no text yet";
                        reading.findings.push(ImportFinding::at(
                            "text-missing",
                            Severity::Info,
                            &place,
                            message,
                        ));
                    } else {
                        reading.rows.push(row);
                    }
                }
                Err((id, message)) => {
                    reading.findings.push(ImportFinding::at(id, Severity::Reject, &place, message));
                }
            }
        }
        let all_listed = self.source.files().is_some();
        for file in (!all_listed).then(|| self.clips.unlisted(&listed)).into_iter().flatten() {
            reading.unlisted += 1;
            if kind.tells_unlisted {
                let place = (file.path.clone(), None);
                let message = "the table has no line for it";
                reading.findings.push(ImportFinding::at("text-missing", Severity::Warn, &place, message));
            }
        }
        let seen = SeenTable {
            path: self.file.relative.clone(),
            encoding: self.source.encoding().to_owned(),
            separator: self.source.separator(),
            quoted: self.source.quoting() != Quoting::None,
            header: self.roles.header,
            columns: self.roles.at.iter().map(|role| role.as_str()).collect(),
            rows,
            found: listed.len() as u64,
            folders: few(folders),
        };
        reading.because.push(seen.sentence());
        if self.roles.of(Role::Normalised).is_some() || read_aloud > 0 {
            reading.because.push(format!(
                "two columns hold the words: the normalised one is taken for what is read aloud where it is not empty \
                 (it differs in {read_aloud} of {rows} lines), the other one is kept as printed; --columns overrules"
            ));
        }
        if moved > 0 {
            reading.because.push(format!(
                "{moved} names begin with folders that are not here; the file that the rest of the name leads to is taken"
            ));
        }
        if (listed.len() as u64) < rows && !all_listed {
            reading.because.push(format!("there lie: {}", self.clips.contents()));
        }
        reading.tables.push(seen);
        reading
    }

    fn row(&self, line: &Line<'_>, place: &TextPlace, kind: &Kind<'_>) -> Result<(Row, bool), Problem> {
        let cells = line.cells.as_ref().map_err(|reason| ("row-broken", reason.clone()))?;
        self.check_width(cells)?;
        let cell = |role| self.roles.of(role).and_then(|at| cells.get(at)).map(|cell| cell.trim());
        let speaker = match cell(Role::Speaker) {
            Some("") => return Err(("row-broken", "the line does not say who speaks".to_owned())),
            other => other,
        };
        let name = cell(Role::Audio).unwrap_or_default();
        let (file, is_whole) = if let Some(files) = self.source.files() {
            // Row by row: the first line has the names of the columns.
            let at = usize::try_from(line.number).ok().and_then(|number| number.checked_sub(1));
            let file = at.and_then(|at| files.get(at)).map(Result::as_ref);
            let missing = || ("audio-missing", "the row has no recording".to_owned());
            (file.ok_or_else(missing)?.map_err(Clone::clone)?, true)
        } else {
            let file = self.clips.find(name)?;
            (file, Clips::is_whole(name, file))
        };
        let text =
            self.roles.of(Role::Text).and_then(|at| cells.get(at)).map(AsRef::as_ref).unwrap_or_default();
        let normalised = self.roles.of(Role::Normalised).and_then(|at| cells.get(at));
        // A third column beside those of a table with two is what LJSpeech has there.
        let third = (!self.roles.header && self.width == 2).then(|| cells.get(2)).flatten();
        let read = normalised.or(third).map(AsRef::as_ref).filter(|read: &&str| !read.trim().is_empty());
        let about = [(Role::Gender, "gender"), (Role::Age, "age"), (Role::Accent, "accent")];
        let about = about.into_iter().filter_map(|(role, field)| Some((field, cell(role)?.to_owned())));
        let row = Row {
            read: read.map(str::to_owned),
            who: speaker.map(|name| (kind.who)(name.to_owned())),
            locale: cell(Role::Locale).filter(|locale| !locale.is_empty()).map(str::to_owned),
            about: about.filter(|(_, value)| !value.is_empty()).collect(),
            changes: line.changes,
            ..Row::of(place.clone(), file, text.to_owned())
        };
        Ok((row, is_whole))
    }

    /// Refuses a line with another number of cells, but for what may be left out at its end.
    fn check_width(&self, cells: &[Cow<'_, str>]) -> Result<(), Problem> {
        let needed = self.roles.at.iter().rposition(|role| !matches!(role, Role::Normalised | Role::Ignored));
        let short =
            cells.len() < self.width && needed.is_some_and(|at| at < cells.len()) && !self.roles.header;
        let words = self.roles.of(Role::Text).and_then(|at| cells.get(at));
        let third = !self.roles.header
            && self.width == 2
            && cells.len() == 3
            && words.is_some_and(|words| is_alike(words, &cells[2]));
        if cells.len() == self.width || short || third {
            return Ok(());
        }
        let (have, want) = (cells.len(), self.width);
        let others = if self.roles.header { "the header" } else { "the others" };
        let separator = self.source.separator();
        let tail = if have > want { "; does the text hold one more separator?" } else { "" };
        Err((
            "row-broken",
            format!("the line has {have} columns, separated by {separator}; {others} {want}{tail}"),
        ))
    }
}

fn has_open_mark(line: &Line<'_>) -> bool {
    let cells = line.cells.as_deref().unwrap_or_default();
    let is_open = |cell: &str| cell.starts_with('"') && cell.matches('"').count() % 2 == 1;
    cells.iter().any(|cell| matches!(cell, Cow::Borrowed(cell) if is_open(cell)))
}

/// Names a few folders, or the one that is above all of them.
fn few(folders: BTreeSet<String>) -> Vec<String> {
    if folders.len() <= 3 {
        return folders.into_iter().collect();
    }
    let first = folders.first().cloned().unwrap_or_default();
    let mut common = first.as_str();
    while !common.is_empty()
        && !folders.iter().all(|folder| {
            folder.strip_prefix(common).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    {
        common = parent(common);
    }
    vec![common.to_owned()]
}
