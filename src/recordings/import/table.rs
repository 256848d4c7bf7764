//! Tables of other people: which separator and which quotation marks they have, lines and cells.

use super::encoding::{Plain, TextEncoding, plain};
use super::text::{MAX_TEXT_BYTES, TextChanges};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// What may stand between two cells; of those that fit equally the first is taken.
const SEPARATORS: [char; 6] = ['|', '\t', ';', ',', ':', ' '];
/// Lines that are looked at to tell the separator and the columns.
pub(super) const SAMPLE: usize = 500;
/// The most lines that one cell in quotation marks goes over.
const MOST_LINES: usize = 100;

/// How the cells of a table are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Between two cells; a space stands for the first blank of a line.
    pub separator: char,
    pub quoting: Quoting,
}

/// What quotation marks around a cell are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// Characters like any other.
    None,
    /// Put there by a CSV writer where they had to be: around a separator or a doubled mark.
    Needed,
    /// Put there by a CSV writer.
    Cells,
    /// The same, and line breaks stand inside.
    Records,
}

impl Dialect {
    /// Names the separator for people.
    pub fn separator_name(self) -> String {
        match self.separator {
            '\t' => "tabs".to_owned(),
            ' ' => "the first space".to_owned(),
            other => format!("`{other}`"),
        }
    }
}

/// A table in memory.
pub(super) struct Table {
    path: PathBuf,
    text: Plain,
}

/// One line of a table.
#[derive(Clone)]
pub(super) struct Line<'a> {
    /// The line, from 1.
    pub number: u64,
    /// The cells, or why there are none.
    pub cells: Result<Vec<Cow<'a, str>>, String>,
    /// What was dropped from the line.
    pub changes: TextChanges,
}

impl Table {
    /// Reads a table, through links where the user named it.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when it cannot be read or is no file; [`ErrorKind::Corpus`] when it is in an encoding that nobody
    /// asked to convert.
    pub fn read(path: &Path, is_named: bool, encoding: Option<TextEncoding>) -> Result<Self> {
        let read = if is_named { fsio::read_named } else { fsio::read_plain };
        let bytes = read(path, fsio::MOST_LIST)?;
        let text = plain(bytes, encoding).map_err(|foreign| {
            Error::new(ErrorKind::Corpus, format!("the table cannot be read: {}", foreign.message))
                .with_path(path)
                .at_line(foreign.line)
                .with_hint(foreign.hint)
        })?;
        Ok(Self { path: path.to_path_buf(), text })
    }

    /// Returns where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the name of its encoding.
    pub fn encoding(&self) -> &'static str {
        self.text.name
    }

    /// Returns the rows, empty lines left out.
    pub fn lines(&self, dialect: Dialect) -> impl Iterator<Item = Line<'_>> {
        let mark = u64::from(self.text.mark);
        lines(&self.text.bytes, dialect).map(move |mut line| {
            line.changes.byte_order_mark = if line.number == 1 { mark } else { 0 };
            line
        })
    }

    /// Finds out the separator and what quotation marks are; `is_clip` tells whether a cell names a recording. `None` when
    /// no line has anything that separates.
    pub fn dialect(&self, is_clip: &dyn Fn(&str) -> bool) -> Option<Dialect> {
        sniff(&self.text.bytes, is_clip)
    }

    /// Finds out what quotation marks are, where the separator is known.
    pub fn separated_by(&self, separator: char) -> Dialect {
        Dialect { separator, quoting: quoting(&self.text.bytes, separator) }
    }

    /// Returns the first lines as they stand, for a message.
    pub fn head(&self) -> String {
        let text = String::from_utf8_lossy(&self.text.bytes[..self.text.bytes.len().min(4096)]);
        let lines = text.lines().filter(|line| !line.trim().is_empty()).take(3);
        let shown = lines.map(|line| format!("`{}`", shortened(line)));
        shown.collect::<Vec<_>>().join(", ")
    }
}

/// Returns the beginning of a text for a message.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short.escape_debug().to_string().replace("\\\"", "\"").replace("\\'", "'")
}

fn lines(bytes: &[u8], dialect: Dialect) -> impl Iterator<Item = Line<'_>> {
    let mut rest = bytes;
    let mut next = 1u64;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let end = end_of_record(rest, dialect);
            let (record, after) = (&rest[..end], &rest[(end + 1).min(rest.len())..]);
            let number = next;
            next += 1 + record.split(|&byte| byte == b'\n').skip(1).count() as u64;
            rest = after;
            let (record, returned) = match record.strip_suffix(b"\r") {
                Some(record) => (record, 1),
                None => (record, 0),
            };
            if record.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let mut changes = TextChanges { carriage_return: returned, ..TextChanges::default() };
            let cells = if record.len() as u64 > MAX_TEXT_BYTES {
                Err(format!("the line has {} bytes; {MAX_TEXT_BYTES} are allowed", record.len()))
            } else {
                match std::str::from_utf8(record) {
                    Ok(line) => {
                        let (cells, unquoted) = split(line, dialect);
                        changes.quotes = u64::from(unquoted);
                        Ok(cells)
                    }
                    Err(error) => {
                        let at = error.valid_up_to();
                        Err(format!("the line cannot be read at byte {}: it is not UTF-8", at + 1))
                    }
                }
            };
            return Some(Line { number, cells, changes });
        }
        None
    })
}

/// Returns where the record ends at the start of `bytes`: at its line feed.
fn end_of_record(bytes: &[u8], dialect: Dialect) -> usize {
    let line_end = |from: usize| {
        bytes[from..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| from + at)
    };
    if dialect.quoting != Quoting::Records {
        return line_end(0);
    }
    let mut at = 0;
    loop {
        // At the start of a cell.
        if bytes.get(at) == Some(&b'"') {
            match closing(&bytes[at + 1..], dialect.separator) {
                Some(end) => at += 1 + end + 1,
                None => return line_end(at),
            }
        }
        match bytes[at..].iter().position(|&byte| byte == b'\n' || char::from(byte) == dialect.separator) {
            Some(found) if bytes[at + found] == b'\n' => return at + found,
            Some(found) => at += found + 1,
            None => return bytes.len(),
        }
    }
}

/// Returns where, behind an opening quotation mark, the one stands that closes it: before a separator or the end of the line.
fn closing(bytes: &[u8], separator: char) -> Option<usize> {
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == b'"')?;
        match bytes.get(at + 1) {
            Some(b'"') => at += 2,
            None | Some(b'\n') => return Some(at),
            Some(b'\r') if matches!(bytes.get(at + 2), None | Some(b'\n')) => return Some(at),
            Some(&byte) if char::from(byte) == separator => return Some(at),
            Some(_) => return None,
        }
    }
}

/// Splits a line into cells, and says whether quotation marks of a CSV writer were taken off.
fn split(line: &str, dialect: Dialect) -> (Vec<Cow<'_, str>>, bool) {
    let Dialect { separator, quoting } = dialect;
    if separator == ' ' {
        let line = line.trim();
        let (name, text) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        return (vec![Cow::Borrowed(name), Cow::Borrowed(text.trim_start())], false);
    }
    let mut cells = Vec::new();
    let mut unquoted = false;
    let mut rest = line;
    loop {
        if let Some(inside) = rest.strip_prefix('"').filter(|_| quoting != Quoting::None)
            && let Some(end) = closing(inside.as_bytes(), separator)
            && (quoting != Quoting::Needed || is_needed(&inside[..end], separator))
        {
            unquoted = true;
            cells.push(Cow::Owned(inside[..end].replace("\"\"", "\"")));
            match inside[end + 1..].strip_prefix(separator) {
                Some(after) => rest = after,
                None => return (cells, unquoted),
            }
            continue;
        }
        let Some((cell, after)) = rest.split_once(separator) else {
            cells.push(Cow::Borrowed(rest));
            return (cells, unquoted);
        };
        cells.push(Cow::Borrowed(cell));
        rest = after;
    }
}

/// Whether a CSV writer has to put quotation marks around a cell.
fn is_needed(inside: &str, separator: char) -> bool {
    inside.contains("\"\"") || inside.contains(separator) || inside.contains('\n')
}

/// What quotation marks tell in a table.
#[derive(Default)]
struct Marks {
    /// Cells in marks that a CSV writer had to put there.
    needed: u64,
    /// Cells that begin with a mark that closes nowhere.
    open: u64,
    /// For each column, cells in marks and cells that are not empty.
    columns: Vec<(u64, u64)>,
}

fn marks(bytes: &[u8], separator: char) -> Marks {
    let mut marks = Marks::default();
    // Cells as a CSV reader takes them, each with its marks.
    for line in bytes.split(|&byte| byte == b'\n') {
        let Ok(line) = std::str::from_utf8(line) else { continue };
        let line = line.strip_suffix('\r').unwrap_or(line);
        let (mut rest, mut column) = (line, 0);
        loop {
            let closed = rest.strip_prefix('"').and_then(|inside| {
                closing(inside.as_bytes(), separator).map(|end| (&inside[..end], &inside[end + 1..]))
            });
            if marks.columns.len() <= column {
                marks.columns.push((0, 0));
            }
            let after = if let Some((inside, after)) = closed {
                marks.needed += u64::from(is_needed(inside, separator));
                marks.columns[column].0 += 1;
                marks.columns[column].1 += 1;
                after.strip_prefix(separator)
            } else {
                marks.open += u64::from(rest.starts_with('"'));
                marks.columns[column].1 += u64::from(!rest.is_empty());
                rest.split_once(separator).map(|(_, after)| after)
            };
            match after {
                Some(after) => rest = after,
                None => break,
            }
            column += 1;
        }
    }
    marks
}

/// Tells what quotation marks are.
///
/// A CSV writer puts marks around a cell that holds a separator, a mark or a line break, or around all cells; a mark that
/// closes nowhere is none of a CSV writer. A cell in marks that need not be there is left as it is: somebody speaks.
fn quoting(bytes: &[u8], separator: char) -> Quoting {
    let marks = marks(bytes, separator);
    let rows = marks.columns.first().map_or(0, |&(_, filled)| filled);
    let whole = |&(marked, filled): &(u64, u64)| filled > 0 && marked == filled;
    let all = marks.columns.len() > 1 && marks.columns.iter().all(whole);
    let column = rows >= 3 && marks.columns.iter().any(|column| whole(column) && column.1 >= 3);
    if marks.open > 0 && separator != ' ' && spans_lines(bytes, separator) {
        return Quoting::Records;
    }
    match (marks.needed > 0 || all || column, marks.open > 0) {
        (false, _) => Quoting::None,
        (true, false) => Quoting::Cells,
        (true, true) => Quoting::Needed,
    }
}

/// Whether all marks close when cells may go over lines, and all records then have as many cells.
fn spans_lines(bytes: &[u8], separator: char) -> bool {
    let dialect = Dialect { separator, quoting: Quoting::Records };
    let mut count = None;
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = end_of_record(rest, dialect);
        let Ok(record) = std::str::from_utf8(&rest[..end]) else { return false };
        rest = &rest[(end + 1).min(rest.len())..];
        if record.trim().is_empty() {
            continue;
        }
        let (cells, _) = split(record.strip_suffix('\r').unwrap_or(record), dialect);
        let is_open = cells.iter().any(|cell| matches!(cell, Cow::Borrowed(cell) if cell.starts_with('"')));
        if is_open || record.lines().count() > MOST_LINES || *count.get_or_insert(cells.len()) != cells.len()
        {
            return false;
        }
    }
    count.is_some_and(|count| count > 1)
}

/// Finds the separator: the one that leaves names of recordings in a column, else the one of which all lines have as many.
fn sniff(bytes: &[u8], is_clip: &dyn Fn(&str) -> bool) -> Option<Dialect> {
    let mut best: Option<((f64, f64), Dialect)> = None;
    for separator in SEPARATORS {
        let dialect = Dialect { separator, quoting: quoting(bytes, separator) };
        let rows: Vec<Vec<Cow<'_, str>>> =
            lines(bytes, dialect).filter_map(|line| line.cells.ok()).take(SAMPLE).collect();
        let Some(width) = usual(rows.iter().map(Vec::len)).filter(|&width| width > 1) else { continue };
        let share = |count: usize| count as f64 / rows.len() as f64;
        let same = share(rows.iter().filter(|row| row.len() == width).count());
        let clips = |column: usize| {
            rows.iter().filter(|row| row.get(column).is_some_and(|cell| is_clip(cell))).count()
        };
        let clips = share((0..width.min(32)).map(clips).max().unwrap_or_default());
        // Colons and spaces stand in any text: they separate only what names recordings.
        if matches!(separator, ':' | ' ') && clips < 0.5 {
            continue;
        }
        let score = (clips, same);
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, dialect));
        }
    }
    best.map(|(_, dialect)| dialect)
}

/// Returns the most frequent number, of equals the greatest.
pub(super) fn usual(counts: impl Iterator<Item = usize>) -> Option<usize> {
    let mut seen: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for count in counts {
        *seen.entry(count).or_insert(0) += 1;
    }
    seen.into_iter().max_by_key(|&(count, times)| (times, count)).map(|(count, _)| count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether a cell is the name of a recording, in these tests.
    fn clip(cell: &str) -> bool {
        cell.strip_prefix('c').is_some_and(|rest| rest.parse::<u32>().is_ok())
    }

    fn read(text: &str) -> (Dialect, Vec<Vec<String>>) {
        let dialect = sniff(text.as_bytes(), &clip).unwrap_or_else(|| panic!("no separator in {text:?}"));
        let rows = lines(text.as_bytes(), dialect).map(|line| line.cells.unwrap());
        (dialect, rows.map(|row| row.into_iter().map(Cow::into_owned).collect()).collect())
    }

    #[test]
    fn separators_are_told_by_what_they_leave() {
        for (text, separator, last) in [
            ("c1|Yes, sir; now\nc2|No\n", '|', "No"),
            ("c1;Yes, sir\nc2;No, never\n", ';', "No, never"),
            ("c1\tYes|sir\nc2\tNo\n", '\t', "No"),
            ("c1,Yes\nc2,No\n", ',', "No"),
            ("c1 Yes, sir\nc2 Never, no\n", ' ', "Never, no"),
            ("c1: Yes, sir\nc2: No\n", ':', " No"),
            ("x1;Yes, sir\nx2;No\n", ';', "No"),
        ] {
            let (dialect, rows) = read(text);
            assert_eq!((dialect.separator, rows[1][1].as_str()), (separator, last), "{text:?}");
        }
        assert!(sniff(b"Yes\nNo\n", &clip).is_none());
    }

    #[test]
    fn quotation_marks_are_those_of_a_writer_only_where_a_writer_puts_them() {
        for (text, quoting, cell) in [
            ("c1|\"Please \"\"wake\"\" me\"\nc2|on\n", Quoting::Cells, "Please \"wake\" me"),
            ("c1,\"Stop, now\"\nc2,on\n", Quoting::Cells, "Stop, now"),
            ("\"c1\";\"Stop\"\n\"c2\";\"on\"\n", Quoting::Cells, "Stop"),
            ("c1|\"Stop\"\nc2|on\n", Quoting::None, "\"Stop\""),
            ("c1|\"Stop, he said\nc2|on\n", Quoting::None, "\"Stop, he said"),
            ("c1|\"a \"\"b\"\"\"\nc2|\"on\nc3|off\n", Quoting::Needed, "a \"b\""),
            ("c1,\"one\ntwo\"\nc2,on\n", Quoting::Records, "one\ntwo"),
        ] {
            let (dialect, rows) = read(text);
            assert_eq!((dialect.quoting, rows[0][1].as_str()), (quoting, cell), "{text:?}");
        }
        // A mark that closes nowhere swallows no line.
        assert_eq!(read("c1,\"one\nc2,two\nc3,three\n").1.len(), 3);
    }

    #[test]
    fn lines_keep_their_numbers_over_line_breaks_in_cells() {
        let dialect = Dialect { separator: ',', quoting: Quoting::Records };
        let numbers: Vec<u64> = lines(b"c1,\"a\nb\"\n\nc2,c\n", dialect).map(|line| line.number).collect();
        assert_eq!(numbers, [1, 4]);
    }

    /// As Python's `csv.writer` writes a row, with its minimal quoting.
    fn written(row: &[String], separator: char) -> String {
        let cell = |cell: &String| {
            let needed = cell.contains([separator, '"', '\n', '\r']);
            if needed { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        };
        row.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string()) + "\n"
    }

    proptest! {
        #[test]
        fn what_a_csv_writer_writes_is_read_back(
            texts in proptest::collection::vec("[a-z\"|,; ]{0,6}[a-z][a-z\"|,; \n]{0,6}[a-z]", 1..6),
            at in 0..4usize,
        ) {
            let separator = SEPARATORS[at];
            let rows: Vec<Vec<String>> =
                texts.iter().enumerate().map(|(i, text)| vec![format!("c{i}"), text.clone()]).collect();
            let table: String = rows.iter().map(|row| written(row, separator)).collect();
            let dialect = Dialect { separator, quoting: quoting(table.as_bytes(), separator) };
            let read: Vec<Vec<String>> = lines(table.as_bytes(), dialect)
                .map(|line| line.cells.unwrap().into_iter().map(Cow::into_owned).collect())
                .collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn any_table_is_read_and_loses_no_line(text in "(c1|[a-z]|\"|\n|\r|,|;|\\||\t| |é){0,60}") {
            let _ = sniff(text.as_bytes(), &clip);
            for separator in SEPARATORS {
                let dialect = Dialect { separator, quoting: quoting(text.as_bytes(), separator) };
                let numbers: Vec<u64> = lines(text.as_bytes(), dialect).map(|line| line.number).collect();
                prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
                let whole = text.lines().filter(|line| !line.trim_ascii().is_empty()).count();
                if dialect.quoting != Quoting::Records {
                    prop_assert_eq!(numbers.len(), whole);
                }
            }
        }
    }
}
