//! The strict reader of a locale's `.tsv`: bytes in, rows of cells out, and everything that is wrong with
//! the lines.

use super::lints::{self, Findings, piece};
use std::borrow::Cow;

/// The greatest size of a file that is read, in bytes.
pub(super) const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;
/// The greatest number of lines that are read.
pub(super) const MAX_LINES: usize = 100_000;
/// The greatest length of a line, in characters.
pub(super) const MAX_LINE_CHARS: usize = 10_000;

/// A column of a prompt sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Text,
    Intent,
    Domain,
    Repeat,
    Hint,
    Media,
    Pool,
}

/// The columns by their names.
pub(super) const COLUMNS: [(&str, Column); 8] = [
    ("id", Column::Id),
    ("text", Column::Text),
    ("intent", Column::Intent),
    ("domain", Column::Domain),
    ("repeat", Column::Repeat),
    ("hint", Column::Hint),
    ("media", Column::Media),
    ("pool", Column::Pool),
];

/// A cell and the column of its first character, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub text: String,
    pub column: u64,
}

/// A line below the header.
#[derive(Debug)]
pub(super) struct Row {
    pub line: u64,
    /// Whether its cells can be trusted; if not, what is wrong with it has been said.
    pub whole: bool,
    cells: Vec<(Column, Cell)>,
}

impl Row {
    /// Returns the cell under `column`, if the file has that column.
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        self.cells.iter().find(|(name, _)| *name == column).map(|(_, cell)| cell)
    }
}

/// Reads the rows of a file; adds a finding for everything that is wrong, and goes on.
///
/// `None` when the rows cannot be told apart, so that nothing can be said about its prompts.
pub(super) fn read(bytes: &[u8], findings: &mut Findings<'_>) -> Option<Vec<Row>> {
    let mut lines = lines(bytes, findings)?.into_iter();
    let columns = header(&lines.next()?, findings)?;
    let rows: Vec<Row> = lines.map(|line| row(&line, &columns, findings)).collect();
    if rows.is_empty() {
        findings.add(&lints::NO_PROMPTS, 1, 1, "there is no prompt below the header");
    }
    Some(rows)
}

/// Reads the lines of a file, the header first, without those that are blank.
pub(super) fn lines<'a>(bytes: &'a [u8], findings: &mut Findings<'_>) -> Option<Vec<Line<'a>>> {
    if bytes.len() > MAX_FILE_BYTES {
        let message = format!("the file has more than {MAX_FILE_BYTES} bytes");
        findings.add(&lints::FILE_TOO_LARGE, 1, 1, message);
        return None;
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        findings.add(&lints::NOT_UTF8, 1, 1, "the file looks like UTF-16");
        return None;
    }
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => {
            findings.add(&lints::BYTE_ORDER_MARK, 1, 1, "the file begins with a byte order mark");
            rest
        }
        None => bytes,
    };
    if bytes.is_empty() {
        findings.add(&lints::BAD_HEADER, 1, 1, "the file is empty");
        return None;
    }
    Some(split_lines(bytes, findings))
}

/// Returns the text of a file without a byte order mark; where it is not UTF-8, the line, from 1.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, u64> {
    std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).map_err(|error| {
        bytes
            .split(|&byte| byte == b'\n')
            .scan(0, |end, line| {
                *end += line.len() + 1;
                Some(*end)
            })
            .take_while(|end| *end <= error.valid_up_to())
            .count() as u64
            + 1
    })
}

/// A line of a file.
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub number: u64,
    /// What is in it.
    pub text: Cow<'a, str>,
    /// Whether it can be trusted; if not, what is wrong with it has been said.
    pub whole: bool,
}

/// Splits a file at its line feeds and leaves out blank lines.
fn split_lines<'a>(bytes: &'a [u8], findings: &mut Findings<'_>) -> Vec<Line<'a>> {
    let body = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let mut lines = Vec::new();
    let mut first_return = None;
    let mut returns = 0u64;
    let mut blank: Option<(u64, u64)> = None;
    let mut end = (1, 1);
    for (index, raw) in body.split(|&byte| byte == b'\n').enumerate() {
        let number = index as u64 + 1;
        if index == MAX_LINES {
            let message = format!("the file has more than {MAX_LINES} lines; the rest was not read");
            findings.add(&lints::FILE_TOO_LARGE, number, 1, message);
            break;
        }
        let (text, mut whole) = match std::str::from_utf8(raw) {
            Ok(text) => (Cow::Borrowed(text), true),
            Err(error) => {
                let good = String::from_utf8_lossy(&raw[..error.valid_up_to()]);
                let byte = raw[error.valid_up_to()];
                let message = format!("the byte 0x{byte:02x} is not UTF-8 here");
                findings.add(&lints::NOT_UTF8, number, good.chars().count() as u64 + 1, message);
                (String::from_utf8_lossy(raw), false)
            }
        };
        let length = text.chars().count();
        end = (number, length as u64 + 1);
        if let Some(at) = text.find('\r') {
            returns += 1;
            first_return = first_return.or(Some((number, text[..at].chars().count() as u64 + 1)));
        }
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.strip_suffix('\r').unwrap_or(text)),
            owned @ Cow::Owned(_) => owned,
        };
        if length > MAX_LINE_CHARS {
            let message = format!("the line has {length} characters; at most {MAX_LINE_CHARS} are allowed");
            findings.add(&lints::LINE_TOO_LONG, number, MAX_LINE_CHARS as u64 + 1, message);
            whole = false;
        }
        if index > 0 && text.bytes().all(|byte| byte == b' ') {
            blank = Some(blank.map_or((number, 1), |(start, count)| (start, count + 1)));
            continue;
        }
        add_blank(&mut blank, findings);
        lines.push(Line { number, text, whole });
    }
    add_blank(&mut blank, findings);
    if let Some((line, column)) = first_return {
        let lines = if returns == 1 { "1 line holds".to_owned() } else { format!("{returns} lines hold") };
        findings.add(&lints::CARRIAGE_RETURN, line, column, format!("{lines} a carriage return"));
    }
    if !bytes.ends_with(b"\n") {
        findings.add(&lints::NO_FINAL_NEWLINE, end.0, end.1, "the last line does not end in a line feed");
    }
    lines
}

fn add_blank(blank: &mut Option<(u64, u64)>, findings: &mut Findings<'_>) {
    if let Some((line, count)) = blank.take() {
        let message =
            if count == 1 { "the line is blank".to_owned() } else { format!("{count} lines are blank") };
        findings.add(&lints::BLANK_LINE, line, 1, message);
    }
}

/// Splits a line at its tabs.
pub(super) fn cells(text: &str) -> impl Iterator<Item = (u64, &str)> {
    let mut column = 1u64;
    text.split('\t').map(move |cell| {
        let start = column;
        column += cell.chars().count() as u64 + 1;
        (start, cell)
    })
}

/// Reads the names of the columns; `None` when rows cannot be read by them.
fn header(line: &Line<'_>, findings: &mut Findings<'_>) -> Option<Vec<Option<Column>>> {
    if !line.whole {
        return None;
    }
    let known = |name: &str| COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, column)| *column);
    if cells(&line.text).all(|(_, name)| known(name).is_none()) {
        findings.add(&lints::BAD_HEADER, line.number, 1, "the first line names no column");
        return None;
    }
    let mut columns = Vec::new();
    for (at, name) in cells(&line.text) {
        let column = known(name);
        if column.is_none() {
            let near = known(&name.trim().to_lowercase()).is_some();
            let meant =
                if near { format!(" (meant is `{}`)", name.trim().to_lowercase()) } else { String::new() };
            let message = format!("there is no column `{}`{meant}", piece(name));
            findings.add(&lints::UNKNOWN_COLUMN, line.number, at, message);
        } else if columns.contains(&column) {
            let message = format!("the column `{name}` stands twice");
            findings.add(&lints::DUPLICATE_COLUMN, line.number, at, message);
            columns.push(None);
            continue;
        }
        columns.push(column);
    }
    for (name, column) in [("id", Column::Id), ("text", Column::Text)] {
        if !columns.contains(&Some(column)) {
            findings.add(&lints::BAD_HEADER, line.number, 1, format!("there is no column `{name}`"));
        }
    }
    Some(columns)
}

fn row(line: &Line<'_>, columns: &[Option<Column>], findings: &mut Findings<'_>) -> Row {
    let mut whole = line.whole;
    let (mut count, mut extra_at) = (0, None);
    let mut named = Vec::with_capacity(columns.len());
    for (at, text) in cells(&line.text) {
        match columns.get(count) {
            Some(Some(column)) => named.push((*column, Cell { text: text.to_owned(), column: at })),
            Some(None) => {}
            None => extra_at = extra_at.or(Some(at)),
        }
        count += 1;
    }
    if line.whole && count != columns.len() {
        uneven(line, count, columns.len(), extra_at, findings);
        whole = false;
    }
    Row { line: line.number, whole, cells: named }
}

/// Says that a line has not as many cells as the header.
pub(super) fn uneven(
    line: &Line<'_>,
    count: usize,
    columns: usize,
    extra_at: Option<u64>,
    findings: &mut Findings<'_>,
) {
    let at = extra_at.unwrap_or(line.text.chars().count() as u64 + 1);
    let message = format!("the line has {}; the header has {columns}", many(count));
    findings.add(&lints::CELL_COUNT, line.number, at, message);
}

fn many(cells: usize) -> String {
    if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") }
}
