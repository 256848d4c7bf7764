//! Repairs what is mechanical in a locale's `.tsv`: bytes in, bytes out, and what was changed.
//!
//! Nothing is changed that could be meant: a space between two letters that shows nothing, a quotation mark without a
//! partner, an id. What is left is said by [`super::lint`].

use super::annotation;
use super::folder;
use super::source::SheetSource;
use super::tsv::{COLUMNS, Column, MAX_FILE_BYTES, MAX_LINE_CHARS};
use super::typography::{plain_spaces, unquoted};
use crate::error::Result;
use crate::ids::{Locale, named};
use crate::text::{CharFault, WORD_BREAK, fault_at, is_printed_shape};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization as _;

named! {
    /// A kind of repair.
    Repair {
        /// The file is UTF-8, where it was UTF-16.
        Encoding = "encoding",
        /// A byte order mark is gone.
        ByteOrderMark = "byte-order-mark",
        /// Lines end in a line feed, the last one too.
        LineEnds = "line-ends",
        /// A blank line is gone.
        BlankLines = "blank-lines",
        /// The quotation marks of a spreadsheet around a cell are gone.
        Quotes = "quotes",
        /// Spaces are plain ones, single, and none stands at an end or beside the brackets and the colon of a slot.
        Spaces = "spaces",
        /// Characters that show nothing and part nothing are gone.
        Invisible = "invisible",
        /// Letters stand where one of their printed shapes did.
        Shapes = "shapes",
        /// The text is in Unicode form NFC.
        Nfc = "nfc",
    }
}

/// A line that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The line in the file as it was, from 1.
    pub line: u64,
    /// What was done to it.
    pub repairs: BTreeSet<Repair>,
    /// The line before, without its end.
    pub before: String,
    /// The line after; `None` when it is gone.
    pub after: Option<String>,
}

/// A repaired file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was done to the file as a whole.
    pub whole: BTreeSet<Repair>,
    /// The lines that say something else now.
    pub changes: Vec<Change>,
}

impl Fixed {
    /// Says whether nothing was to be repaired.
    pub fn is_as_it_was(&self) -> bool {
        self.whole.is_empty() && self.changes.is_empty()
    }

    /// Counts repairs: 1 for the whole file, 1 for each line.
    pub fn counts(&self) -> BTreeMap<Repair, u64> {
        let mut counts = BTreeMap::new();
        let each = self.changes.iter().flat_map(|change| &change.repairs);
        self.whole.iter().chain(each).for_each(|repair| *counts.entry(*repair).or_default() += 1);
        counts
    }
}

/// Repairs each `.tsv` of a sheet in memory, in the order of locales; those that are fine are left out.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the folder or a file cannot be read.
pub fn fix_sheet(source: &SheetSource) -> Result<Vec<(PathBuf, Fixed)>> {
    let mut all = Vec::new();
    for (locale, path) in folder::named_files(source)? {
        // Values have columns of their own: in these, what is wrong with the file as a whole is repaired.
        for path in [Some(path), source.values(&locale)?].into_iter().flatten() {
            let bytes = source.read(&path, MAX_FILE_BYTES)?;
            let fixed = fix(&bytes, &locale);
            if !fixed.is_as_it_was() {
                all.push((path, fixed));
            }
        }
    }
    Ok(all)
}

/// Repairs the bytes of a locale's `.tsv`. Repairing twice changes nothing more.
pub fn fix(bytes: &[u8], locale: &Locale) -> Fixed {
    let mut whole = BTreeSet::new();
    let unchanged =
        |bytes: &[u8]| Fixed { bytes: bytes.to_vec(), whole: BTreeSet::new(), changes: Vec::new() };
    // What lint does not read is not written either.
    if bytes.len() > MAX_FILE_BYTES {
        return unchanged(bytes);
    }
    let mut body = match utf16(bytes) {
        Some(text) => {
            whole.insert(Repair::Encoding);
            Cow::Owned(text.into_bytes())
        }
        None => Cow::Borrowed(bytes),
    };
    while body.starts_with(b"\xef\xbb\xbf") {
        whole.insert(Repair::ByteOrderMark);
        body = Cow::Owned(body[3..].to_vec());
    }
    if body.is_empty() || body.starts_with(&[0xff, 0xfe]) || body.starts_with(&[0xfe, 0xff]) {
        return unchanged(bytes);
    }
    // The line ends of a former system; in a file with line feeds, a return inside a line is something else.
    if !body.contains(&b'\n') && body.contains(&b'\r') {
        whole.insert(Repair::LineEnds);
        body = Cow::Owned(body.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect());
    }
    if !body.ends_with(b"\n") {
        whole.insert(Repair::LineEnds);
    }
    let (mut out, mut changes) = (Vec::with_capacity(body.len()), Vec::new());
    let mut columns: Option<Vec<Option<Column>>> = None;
    for (index, raw) in body.strip_suffix(b"\n").unwrap_or(&body).split(|&byte| byte == b'\n').enumerate() {
        let mut plain = raw;
        while let Some(rest) = plain.strip_suffix(b"\r") {
            whole.insert(Repair::LineEnds);
            plain = rest;
        }
        let mut repairs = BTreeSet::new();
        let line = match std::str::from_utf8(plain) {
            Ok(line) if line.chars().count() <= MAX_LINE_CHARS => line,
            _ => {
                // Nobody knows what it should say.
                columns.get_or_insert_default();
                out.extend_from_slice(plain);
                out.push(b'\n');
                continue;
            }
        };
        let fixed = fix_line(line, columns.as_deref(), locale, &mut repairs);
        if columns.is_none() {
            columns = Some(fixed.split('\t').map(column).collect());
        }
        let is_blank = index > 0 && fixed.bytes().all(|byte| byte == b' ');
        if is_blank {
            repairs.insert(Repair::BlankLines);
        } else {
            out.extend_from_slice(fixed.as_bytes());
            out.push(b'\n');
        }
        if !repairs.is_empty() {
            let after = (!is_blank).then_some(fixed);
            changes.push(Change { line: index as u64 + 1, repairs, before: line.to_owned(), after });
        }
    }
    Fixed { bytes: out, whole, changes }
}

/// Decodes a file that a spreadsheet saved as "Unicode text"; `None` when it is not that.
fn utf16(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, []) = bytes[2..].as_chunks::<2>() else { return None };
    let units: Vec<u16> = pairs.iter().map(|pair| read(*pair)).collect();
    String::from_utf16(&units).ok().filter(|text| !text.contains('\0'))
}

fn column(name: &str) -> Option<Column> {
    COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
}

/// Repairs a line, the header when no columns are known so far. A line with another number of cells than the header is left
/// as it is, since it is not known where a text begins.
fn fix_line(
    line: &str,
    columns: Option<&[Option<Column>]>,
    locale: &Locale,
    repairs: &mut BTreeSet<Repair>,
) -> String {
    let cells: Vec<&str> = line.split('\t').collect();
    if columns.is_some_and(|columns| columns.len() != cells.len()) {
        return line.to_owned();
    }
    let fixed = cells.iter().enumerate().map(|(at, cell)| {
        let mut text = (*cell).to_owned();
        while let Some(inside) = unquoted(&text) {
            repairs.insert(Repair::Quotes);
            text = inside;
        }
        match columns.and_then(|columns| columns[at]) {
            Some(Column::Text | Column::Hint) => fix_text(&text, locale, repairs),
            _ => text,
        }
    });
    let fixed: Vec<String> = fixed.collect();
    fixed.join("\t")
}

/// Repairs a text until nothing is left to do: a repair can make room for the next one.
fn fix_text(text: &str, locale: &Locale, repairs: &mut BTreeSet<Repair>) -> String {
    type Step = fn(&str, &Locale) -> String;
    let steps: [(Repair, Step); 5] = [
        (Repair::Invisible, |text, _| without_invisible(text)),
        (Repair::Shapes, |text, _| without_shapes(text)),
        (Repair::Nfc, |text, _| text.nfc().collect()),
        (Repair::Spaces, with_plain_spaces),
        (Repair::Quotes, |text, _| unquoted(text).unwrap_or_else(|| text.to_owned())),
    ];
    let mut now = text.to_owned();
    loop {
        let before = now.clone();
        for (repair, step) in steps {
            let next = step(&now, locale);
            if next != now {
                repairs.insert(repair);
                now = next;
            }
        }
        if now == before {
            return now;
        }
    }
}

/// Drops characters that show nothing and part nothing: those of lines (soft hyphen, joiners of words, a byte order mark),
/// and a word break where no letter stands on one of its sides.
fn without_invisible(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric());
    let goes = |at: usize| {
        fault_at(&chars, at) == Some(CharFault::Invisible)
            && match chars[at] {
                '\u{ad}' | '\u{2060}' | '\u{feff}' => true,
                WORD_BREAK => !(is_letter(at.checked_sub(1)) && is_letter(Some(at + 1))),
                _ => false,
            }
    };
    (0..chars.len()).filter(|&at| !goes(at)).map(|at| chars[at]).collect()
}

fn without_shapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_printed_shape(c) { out.extend(c.nfkc()) } else { out.push(c) }
    }
    out
}

/// Makes single plain spaces of all others, but for those that the language's typography asks for, and writes slots with
/// the spaces that they have.
fn with_plain_spaces(text: &str, locale: &Locale) -> String {
    let usual = plain_spaces(text, locale);
    let mut out = String::with_capacity(text.len());
    // The space that stands before the next character: one of typography wins over a plain one, that over a word break.
    let mut space: Option<char> = None;
    let chars: Vec<char> = text.chars().collect();
    for (at, read) in usual.chars().enumerate() {
        let c = chars[at];
        let is_break = c == WORD_BREAK && fault_at(&chars, at).is_none();
        let is_odd = fault_at(&chars, at) == Some(CharFault::OddSpace);
        if read == ' ' && c != ' ' {
            space = Some(c);
        } else if c == ' ' || is_odd {
            space = Some(space.filter(|&before| before != WORD_BREAK).unwrap_or(' '));
        } else if is_break {
            space = space.or(Some(WORD_BREAK));
        } else {
            // A word break parts words, and no word from the brackets of its slot.
            let at_bracket = c == ']' || out.ends_with([':', '[']);
            out.extend(space.take().filter(|&space| !(out.is_empty() || space == WORD_BREAK && at_bracket)));
            out.push(c);
        }
    }
    // What is usual in the middle of a text may not be where its neighbour went.
    annotation::respaced(&out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::severity::Severity;
    use crate::sheet::{SheetDefaults, lint_tsv};
    use proptest::prelude::*;

    fn of(text: &str, tag: &str) -> (String, Vec<&'static str>) {
        let fixed = fix(text.as_bytes(), &tag.parse().unwrap());
        (
            String::from_utf8(fixed.bytes.clone()).unwrap(),
            fixed.counts().into_keys().map(Repair::id).collect(),
        )
    }

    #[test]
    fn what_is_mechanical_is_repaired_and_named() {
        for (tag, before, after, repairs) in [
            ("en-US", "id\ttext\r\na\tWake me\r\n", "id\ttext\na\tWake me\n", vec!["line-ends"]),
            (
                "en-US",
                "\u{feff}id\ttext\n\n \na\tWake me",
                "id\ttext\na\tWake me\n",
                vec!["byte-order-mark", "line-ends", "blank-lines"],
            ),
            ("en-US", "id\ttext\ra\tWake me\r", "id\ttext\na\tWake me\n", vec!["line-ends"]),
            (
                "en-US",
                "\"id\"\t\"text\"\n\"a\"\t\"Say \"\"on\"\", please\"\n",
                "id\ttext\na\tSay \"on\", please\n",
                vec!["quotes"],
            ),
            ("en-US", "id\ttext\na\t  Wake\u{a0}\u{2009}me  \n", "id\ttext\na\tWake me\n", vec!["spaces"]),
            (
                "en-US",
                "id\ttext\na\tat [time: nine ] [ date :  now]\n",
                "id\ttext\na\tat [time : nine] [date : now]\n",
                vec!["spaces"],
            ),
            (
                "km-KH",
                "id\ttext\na\t[x : ក\u{200b}] [x :\u{200b}ក]\n",
                "id\ttext\na\t[x : ក] [x : ក]\n",
                vec!["spaces"],
            ),
            (
                "fr-FR",
                "id\ttext\na\tQui\u{a0}est là\u{a0}?\n",
                "id\ttext\na\tQui est là\u{a0}?\n",
                vec!["spaces"],
            ),
            (
                "fr-FR",
                "id\ttext\na\te\u{301}te\u{301} \u{ad}froid\n",
                "id\ttext\na\tété froid\n",
                vec!["invisible", "nfc"],
            ),
            (
                "km-KH",
                "id\ttext\na\t\u{200b}បើក\u{200b}\u{200b}ភ្លើង\u{200b}\n",
                "id\ttext\na\tបើក\u{200b}ភ្លើង\n",
                vec!["spaces"],
            ),
            ("en-US", "id\ttext\na\tturn \u{200b}on\u{200b}\n", "id\ttext\na\tturn on\n", vec!["invisible"]),
            ("en-US", "id\ttext\na\tthe o\u{fb03}ce\n", "id\ttext\na\tthe office\n", vec!["shapes"]),
        ] {
            assert_eq!(of(before, tag), (after.to_owned(), repairs), "{before:?}");
        }
        let utf16: Vec<u8> = [0xfeffu16]
            .into_iter()
            .chain("id\ttext\na\tété\n".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        let fixed = fix(&utf16, &"fr-FR".parse().unwrap());
        assert_eq!(
            (fixed.bytes.as_slice(), fixed.whole),
            ("id\ttext\na\tété\n".as_bytes(), [Repair::Encoding].into())
        );
    }

    #[test]
    fn what_could_be_meant_is_left() {
        for text in [
            "id\ttext\na b\tturn\u{200b}on\n",
            "id\ttext\na\t\"Turn on\n",
            "id\ttext\na\t\"Yes,\" she said, \"no\"\n",
            "id\ttext\na\tone\ttwo  three\n",
            "id\ttext\tnote\na\tone\ttwo  three\n",
            "# no header\n",
        ] {
            assert_eq!(of(text, "en-US"), (text.to_owned(), vec![]));
        }
        let broken = b"id\ttext\na\tb\xff  c\n";
        assert!(fix(broken, &"en-US".parse().unwrap()).is_as_it_was());
    }

    fn sheet() -> impl Strategy<Value = String> {
        let cell = "(\\PC|[a-zéк]|[ក-ឳ]| |\u{a0}|\u{200b}|\u{3000}|\u{ad}|e\u{301}|\u{fb01}|\"|\\[x : |\\[x:|\\]|\u{feff}|\u{958}|\\?){0,12}";
        prop::collection::vec((cell, "(\n|\r\n|\n\n|\r)"), 0..5).prop_map(|lines| {
            let mut text = "id\ttext\n".to_owned();
            for (at, (cell, end)) in lines.into_iter().enumerate() {
                text.push_str(&format!("a{at}\t{cell}{end}"));
            }
            text
        })
    }

    proptest! {
        #[test]
        fn twice_is_once_and_nothing_mechanical_is_left(
            text in sheet(),
            tag in "(en-US|fr-FR|km-KH|ja-JP|ar-EG|cs-CZ)",
        ) {
            let locale = tag.parse().unwrap();
            let once = fix(text.as_bytes(), &locale);
            let again = fix(&once.bytes, &locale);
            prop_assert_eq!(String::from_utf8_lossy(&again.bytes), String::from_utf8_lossy(&once.bytes));
            prop_assert!(again.is_as_it_was());
            let report = lint_tsv(&once.bytes, &locale, &SheetDefaults::default());
            let mechanical = ["byte-order-mark", "no-final-newline", "blank-line", "not-nfc", "printed-shape", "odd-space"];
            for finding in report.findings {
                let is_left = mechanical.contains(&finding.id)
                    || finding.id == "extra-space" && finding.severity == Severity::Reject;
                prop_assert!(!is_left, "{:?} in {:?}", finding, String::from_utf8_lossy(&once.bytes));
            }
        }

        #[test]
        fn any_bytes_are_repaired_once(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let locale = "en-US".parse().unwrap();
            let once = fix(&bytes, &locale);
            let again = fix(&once.bytes, &locale);
            prop_assert_eq!(&again.bytes, &once.bytes);
        }
    }
}
