//! What is wrong with the words in a cell, whatever they are: characters, scripts, what is said in several ways, annotation, length.

use super::annotation::{self, AnnotationFaultKind, Scan};
use super::lints::{self, Findings, piece};
use super::model::SheetDefaults;
use super::script::{ScriptFault, Writing};
use super::tsv::Cell;
use super::typography::{doubled_quote, lone_quote, unquoted};
use crate::ids::Locale;
use crate::text::{self, CharFault, CharFinding, char_faults};
use unicode_normalization::UnicodeNormalization as _;
use unicode_script::{Script, UnicodeScript as _};

/// Looks at the words of one locale in one file.
pub(super) struct Wording<'f, 'p, 'd> {
    pub findings: &'f mut Findings<'p>,
    pub writing: Writing,
    locale: &'d Locale,
    defaults: &'d SheetDefaults,
}

impl<'f, 'p, 'd> Wording<'f, 'p, 'd> {
    pub fn new(findings: &'f mut Findings<'p>, locale: &'d Locale, defaults: &'d SheetDefaults) -> Self {
        Self { findings, writing: Writing::of(locale), locale, defaults }
    }
}

impl Wording<'_, '_, '_> {
    /// Adds what is wrong with single characters; `column` gives the column of a character by its index.
    pub fn characters(
        &mut self,
        line: u64,
        faults: Vec<CharFinding>,
        what: &str,
        column: impl Fn(usize) -> u64,
    ) {
        for found in faults {
            if found.fault == CharFault::Control && found.character == '\r' {
                // Said once for the file.
                continue;
            }
            let lint = match found.fault {
                CharFault::Control => &lints::CONTROL_CHARACTER,
                CharFault::Bidi => &lints::BIDI_CONTROL,
                CharFault::Invisible => &lints::INVISIBLE_CHARACTER,
                CharFault::Unreadable => &lints::UNREADABLE_CHARACTER,
                CharFault::OddSpace => &lints::ODD_SPACE,
                CharFault::ExtraSpace => &lints::EXTRA_SPACE,
                CharFault::NotNfc => &lints::NOT_NFC,
            };
            let times = if found.count > 1 { format!(", {} times", found.count) } else { String::new() };
            let code = match found.fault {
                CharFault::ExtraSpace | CharFault::NotNfc => String::new(),
                _ => format!(" (U+{:04X})", found.character as u32),
            };
            let message = format!("{what} has {}{code}{times}", describe(found.fault));
            self.findings.add(lint, line, column(found.at), message);
        }
    }

    /// Checks the words of a prompt, or of a template as it is first filled: `origin` says for each of its characters where that stands in
    /// the cell.
    pub fn text(&mut self, line: u64, cell: &Cell, annotated: &str, origin: Option<&[usize]>) -> Scan {
        let scan = annotation::scan(annotated);
        let place = |column: u32| {
            let at = column as usize - 1;
            cell.column + origin.map_or(at, |origin| origin.get(at).copied().unwrap_or_default()) as u64
        };
        self.annotations(line, &scan, place);
        self.quotes(line, cell);
        let column = |at: usize| scan.columns.get(at).map_or(cell.column, |&column| place(column));
        let mut faults = char_faults(&scan.plain);
        // How a malformed slot joins its neighbours is a guess.
        faults.retain(|found| found.fault != CharFault::ExtraSpace || scan.faults.is_empty());
        self.characters(line, faults, "the text", column);
        if !scan.plain.chars().any(char::is_alphanumeric) {
            self.findings.add(&lints::EMPTY_TEXT, line, cell.column, "there is nothing to read");
            return scan;
        }
        self.read_aloud(line, &scan.plain, column);
        if scan.faults.is_empty() {
            self.length(line, &scan.plain, cell.column);
        }
        scan
    }

    /// Checks the words of a value, which are a piece of a sentence.
    pub fn piece(&mut self, line: u64, cell: &Cell) {
        self.quotes(line, cell);
        let faults = char_faults(&cell.text);
        let column = |at: usize| cell.column + at as u64;
        // What stands beside the slot may end in a space, but not what stands beside the gap.
        self.characters(line, faults, "the value", column);
        self.read_aloud(line, &cell.text, column);
    }

    /// Checks how words are read: their script and letters, and what is read in several ways.
    fn read_aloud(&mut self, line: u64, plain: &str, column: impl Fn(usize) -> u64 + Copy) {
        self.scripts(line, plain, column);
        if let Some((at, shape)) = text::printed_shape(plain) {
            let letters: String = shape.nfkc().collect();
            let message = format!("`{shape}` (U+{:04X}) is a printed shape of `{letters}`", shape as u32);
            self.findings.add(&lints::PRINTED_SHAPE, line, column(at), message);
        }
        self.spoken(line, plain, column);
    }

    fn annotations(&mut self, line: u64, scan: &Scan, place: impl Fn(u32) -> u64) {
        let mut said: Vec<&'static str> = Vec::new();
        for fault in &scan.faults {
            let lint = match fault.kind {
                AnnotationFaultKind::Unopened | AnnotationFaultKind::Unclosed => {
                    &lints::UNBALANCED_ANNOTATION
                }
                AnnotationFaultKind::Nested => &lints::NESTED_ANNOTATION,
                AnnotationFaultKind::LiteralBrackets => &lints::LITERAL_BRACKET,
                AnnotationFaultKind::Name
                | AnnotationFaultKind::EmptyValue
                | AnnotationFaultKind::Spacing => &lints::MALFORMED_ANNOTATION,
            };
            if !said.contains(&lint.id) {
                said.push(lint.id);
                self.findings.add(lint, line, place(fault.column), fault.kind.to_string());
            }
        }
        for slot in &scan.slots {
            if let Some(at) = slot.value.chars().position(|c| c == ':') {
                let column = scan.columns.get(slot.start as usize + at).copied().unwrap_or(1);
                let message = format!("the slot `{}` holds a colon", slot.name);
                self.findings.add(&lints::COLON_IN_SLOT, line, place(column), message);
                break;
            }
        }
    }

    /// Checks for what a spreadsheet leaves in a cell.
    pub fn quotes(&mut self, line: u64, cell: &Cell) {
        let whole =
            unquoted(&cell.text).map(|_| (0, "the text stands in the quotation marks of a spreadsheet"));
        let doubled =
            || doubled_quote(&cell.text).map(|at| (at, "a quotation mark is doubled, as spreadsheets do"));
        if let Some((at, message)) = whole.or_else(doubled) {
            self.findings.add(&lints::SPREADSHEET_QUOTES, line, cell.column + at as u64, message);
        } else if let Some(at) = lone_quote(&cell.text) {
            let message = "a quotation mark has no partner";
            self.findings.add(&lints::LONE_QUOTE, line, cell.column + at as u64, message);
        }
    }

    fn scripts(&mut self, line: u64, plain: &str, column: impl Fn(usize) -> u64) {
        for fault in self.writing.faults(plain) {
            let (lint, at, message) = match fault {
                ScriptFault::Wrong { at, script } => {
                    let own = self.writing.name();
                    let message = format!("the text is in {}; this locale uses {own}", script.full_name());
                    (&lints::WRONG_SCRIPT, at, message)
                }
                ScriptFault::Mixed { at, script, character, own } => {
                    let (script, own) = (script.full_name(), own.full_name());
                    let code = character as u32;
                    let message = format!("`{character}` (U+{code:04X}) is {script} inside a word in {own}");
                    (&lints::MIXED_SCRIPT_WORD, at, message)
                }
                ScriptFault::Foreign { at, script, character } => {
                    let code = character as u32;
                    let message =
                        format!("a word with `{character}` (U+{code:04X}) is in {}", script.full_name());
                    (&lints::MIXED_SCRIPT, at, message)
                }
            };
            self.findings.add(lint, line, column(at), message);
        }
    }

    /// Checks for what is written in one way and said in several.
    fn spoken(&mut self, line: u64, plain: &str, column: impl Fn(usize) -> u64) {
        let chars: Vec<char> = plain.chars().collect();
        // U+3007 is the zero of numbers in words, as in 二〇二六年.
        let digit = |c: &char| c.is_numeric() && *c != '〇';
        if let Some(at) = chars.iter().position(digit) {
            self.findings.add(
                &lints::DIGIT,
                line,
                column(at),
                format!("the text has the digit `{}`", chars[at]),
            );
        }
        if let Some(at) = chars.iter().position(|&c| text::is_symbol(c)) {
            self.findings.add(
                &lints::SYMBOL,
                line,
                column(at),
                format!("the text has the symbol `{}`", chars[at]),
            );
        }
        if let Some((start, end)) = abbreviation(&chars, self.locale.language()) {
            let word: String = chars[start..end].iter().collect();
            let message = format!("`{}` looks like an abbreviation", piece(&word));
            self.findings.add(&lints::ABBREVIATION, line, column(start), message);
        }
    }

    pub fn length(&mut self, line: u64, plain: &str, column: u64) {
        let count = self.writing.length(plain);
        let (unit, min, max) = if self.writing.spaced {
            ("words", self.defaults.min_words, self.defaults.max_words)
        } else {
            ("characters", self.defaults.min_characters, self.defaults.max_characters)
        };
        if count < min as usize || count > max as usize {
            let message = format!("the text has {count} {unit}; the sheet wants {min} to {max}");
            self.findings.add(&lints::LENGTH, line, column, message);
        }
    }
}

/// Says in words what is wrong with a character.
pub(super) fn describe(fault: CharFault) -> &'static str {
    match fault {
        CharFault::Control => "a control character",
        CharFault::Bidi => "a bidirectional control",
        CharFault::Invisible => "a character that shows nothing",
        CharFault::Unreadable => "a character that cannot be read",
        CharFault::OddSpace => "a space that is not U+0020",
        CharFault::ExtraSpace => "a space too many",
        CharFault::NotNfc => "letters that are not in Unicode form NFC",
    }
}

/// Finds the first word with two capitals in a row (`TV`, `PCs`) or with single letters and dots (`a.m.`).
fn abbreviation(chars: &[char], language: &str) -> Option<(usize, usize)> {
    let mut start = 0;
    while start < chars.len() {
        if !text::is_word(chars[start]) {
            start += 1;
            continue;
        }
        let end =
            start + chars[start..].iter().position(|&c| !text::is_word(c)).unwrap_or(chars.len() - start);
        let word = &chars[start..end];
        // Dutch writes the letter ij as two: IJsland.
        let word = if language == "nl" && word.starts_with(&['I', 'J']) { &word[1..] } else { word };
        // Cherokee is written in what Unicode has as capitals.
        let is_capital = |c: &char| c.is_uppercase() && c.script() != Script::Cherokee;
        if word.windows(2).any(|pair| pair.iter().all(is_capital)) {
            return Some((start, end));
        }
        let single = |at: usize| {
            chars
                .get(at)
                .is_some_and(|c| c.is_alphabetic() && !text::is_word(*chars.get(at + 1).unwrap_or(&' ')))
        };
        let dot = |at: usize| chars.get(at) == Some(&'.');
        if end == start + 1 && single(start) && dot(end) && single(end + 1) && dot(end + 2) {
            return Some((start, end + 3));
        }
        start = end;
    }
    None
}
