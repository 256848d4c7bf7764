//! One locale's prompts: from the rows of a `.tsv` to sound prompts, and what is wrong with the others.

use super::annotation::{self, AnnotationFaultKind, Scan};
use super::lints::{self, Findings, Lint, piece};
use super::media::Media;
use super::model::{Prompt, SheetDefaults, Slot};
use super::script::{ScriptFault, Writing};
use super::targets::{Place, Seen, Target};
use super::tsv::{self, Cell, Column, Row};
use super::typography::{doubled_quote, lone_quote, plain_spaces, unquoted};
use crate::ids::{Locale, PromptId, id_fault};
use crate::severity::Severity;
use crate::text::{self, CharFault, CharFinding, char_faults};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;
use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

/// The greatest number of readings of one prompt.
const MAX_REPEAT: u16 = 1000;
/// The most readings of a locale: each is held in memory, in its order, while a speaker reads.
const MAX_READINGS: u64 = 200_000;

/// What was read of one locale.
pub(super) struct LocalePrompts {
    /// The prompts that nothing is wrong with but warnings.
    pub prompts: Vec<Prompt>,
    /// Every row with a good id, for the comparison of locales; `None` when the rows could not be read.
    pub entries: Option<Vec<Entry>>,
}

/// What locales must agree about, each `None` when it could not be read.
pub(super) struct Entry {
    pub id: PromptId,
    pub line: u64,
    pub intent: Option<(Option<String>, Option<String>)>,
    pub intent_column: u64,
    pub slots: Option<BTreeSet<String>>,
    pub text_column: u64,
    pub repeat: Option<u16>,
    pub repeat_column: u64,
}

/// Reads a locale's file; adds a finding for everything that is wrong, and goes on.
pub(super) fn read(
    bytes: &[u8],
    locale: &Locale,
    defaults: &SheetDefaults,
    targets: &[&'static Target],
    findings: &mut Findings<'_>,
) -> LocalePrompts {
    let Some(rows) = tsv::read(bytes, findings) else {
        return LocalePrompts { prompts: Vec::new(), entries: None };
    };
    let mut checker = Checker {
        findings,
        locale,
        writing: Writing::of(locale),
        defaults,
        targets,
        ids: BTreeMap::new(),
        texts: BTreeMap::new(),
        folded: BTreeMap::new(),
    };
    let (mut prompts, mut entries) = (Vec::new(), Vec::new());
    let mut readings = 0u64;
    for row in &rows {
        let before = checker.findings.list.len();
        let (prompt, entry) = checker.row(row);
        let before_it = readings;
        readings += entry.as_ref().and_then(|entry| entry.repeat).map_or(0, u64::from);
        if (before_it..readings).contains(&MAX_READINGS) {
            let column = entry.as_ref().map_or(1, |entry| entry.repeat_column);
            let message = format!("up to here {readings} readings are asked for; allowed are {MAX_READINGS}");
            checker.findings.add(&lints::TOO_MANY_READINGS, row.line, column, message);
        }
        let refused =
            checker.findings.list[before..].iter().any(|finding| finding.severity == Severity::Reject);
        entries.extend(entry);
        if row.whole && !refused {
            prompts.extend(prompt);
        }
    }
    LocalePrompts { prompts, entries: Some(entries) }
}

struct Checker<'f, 'p, 'd> {
    findings: &'f mut Findings<'p>,
    locale: &'d Locale,
    writing: Writing,
    defaults: &'d SheetDefaults,
    targets: &'d [&'static Target],
    ids: BTreeMap<String, u64>,
    texts: BTreeMap<String, u64>,
    folded: BTreeMap<String, u64>,
}

impl Checker<'_, '_, '_> {
    fn row(&mut self, row: &Row) -> (Option<Prompt>, Option<Entry>) {
        let id = self.id(row);
        if !row.whole {
            let entry = id.map(|id| Entry {
                id,
                line: row.line,
                intent: None,
                intent_column: 1,
                slots: None,
                text_column: 1,
                repeat: None,
                repeat_column: 1,
            });
            return (None, entry);
        }
        // What typography asks for is read as plain spaces are, and is in no corpus.
        let cell = row.cell(Column::Text).map(|cell| Cell {
            text: plain_spaces(&cell.text, self.locale).into_owned(),
            column: cell.column,
        });
        let text = cell.as_ref().map(|cell| self.text(row.line, cell));
        let intent = self.name(row, Column::Intent, &lints::BAD_INTENT);
        let domain = self.name(row, Column::Domain, &lints::BAD_DOMAIN);
        let repeat = self.repeat(row);
        let media = self.media(row);
        let hint = row.cell(Column::Hint).filter(|cell| !cell.text.is_empty());
        if let Some(cell) = hint {
            let faults = char_faults(&plain_spaces(&cell.text, self.locale));
            self.quotes(row.line, cell);
            self.characters(row.line, faults, "the hint", |at| cell.column + at as u64);
        }
        let at = |column| row.cell(column).map_or(1, |cell| cell.column);
        if let Some((scan, cell)) =
            text.as_ref().zip(cell.as_ref()).filter(|(scan, _)| scan.faults.is_empty())
        {
            let seen = Seen {
                id: id.as_ref().map(PromptId::as_str),
                text: &scan.plain,
                slots: &scan.slots,
                intent: intent.as_ref().zip(domain.as_ref()).map(|(a, b)| (a.as_deref(), b.as_deref())),
                spaced: self.writing.spaced,
            };
            let column = |place| match place {
                Place::Text(at) => {
                    cell.column + scan.columns.get(at).map_or(0, |&column| u64::from(column) - 1)
                }
                Place::Id => at(Column::Id),
                Place::Intent => row.cell(Column::Intent).map_or(cell.column, |cell| cell.column),
            };
            self.targets(row.line, seen, column);
        }
        let entry = id.clone().map(|id| Entry {
            id,
            line: row.line,
            intent: intent.clone().zip(domain.clone()),
            intent_column: at(Column::Intent),
            slots: text.as_ref().filter(|scan| scan.faults.is_empty()).map(|scan| slot_names(&scan.slots)),
            text_column: at(Column::Text),
            repeat,
            repeat_column: at(Column::Repeat),
        });
        let prompt = (|| {
            let scan = text?;
            Some(Prompt {
                id: id?,
                text: scan.plain,
                annotated: cell?.text,
                slots: scan.slots,
                intent: intent?,
                domain: domain?,
                repeat: repeat?,
                hint: hint.map(|cell| cell.text.clone()),
                media: media?,
                line: row.line,
            })
        })();
        (prompt, entry)
    }

    fn id(&mut self, row: &Row) -> Option<PromptId> {
        let cell = row.cell(Column::Id)?;
        if !row.whole {
            return cell.text.parse().ok();
        }
        if cell.text.trim().is_empty() {
            self.findings.add(&lints::MISSING_ID, row.line, cell.column, "the prompt has no id");
            return None;
        }
        if let Some(fault) = id_fault(&cell.text, PromptId::MAX, true) {
            let message = format!("`{}` cannot be an id: {fault}", piece(&cell.text));
            self.findings.add(&lints::UNSAFE_ID, row.line, cell.column, message);
            return None;
        }
        if let Some(first) = self.ids.get(&cell.text) {
            let message = format!("the id `{}` is already on line {first}", cell.text);
            self.findings.add(&lints::DUPLICATE_ID, row.line, cell.column, message);
            return None;
        }
        self.ids.insert(cell.text.clone(), row.line);
        cell.text.parse().ok()
    }

    /// Reads an intent or a domain: `None` when it is refused, `Some(None)` when it is empty.
    #[expect(clippy::option_option, reason = "refused and empty are two things")]
    fn name(&mut self, row: &Row, column: Column, lint: &'static Lint) -> Option<Option<String>> {
        match row.cell(column) {
            None => Some(None),
            Some(cell) if cell.text.is_empty() => Some(None),
            Some(cell) if annotation::is_name(&cell.text) => Some(Some(cell.text.clone())),
            Some(cell) => {
                let message = format!("`{}` is not a name in a-z, digits and underscores", piece(&cell.text));
                self.findings.add(lint, row.line, cell.column, message);
                None
            }
        }
    }

    /// Reads the name of a sound or picture: `None` when it is refused, `Some(None)` when there is none.
    #[expect(clippy::option_option, reason = "refused and empty are two things")]
    fn media(&mut self, row: &Row) -> Option<Option<Media>> {
        let Some(cell) = row.cell(Column::Media).filter(|cell| !cell.text.is_empty()) else {
            return Some(None);
        };
        match Media::named(&cell.text) {
            Ok(media) => Some(Some(media)),
            Err(fault) => {
                let message =
                    format!("`{}` cannot be the name of a sound or picture: {fault}", piece(&cell.text));
                self.findings.add(&lints::BAD_MEDIA, row.line, cell.column, message);
                None
            }
        }
    }

    fn repeat(&mut self, row: &Row) -> Option<u16> {
        let Some(cell) = row.cell(Column::Repeat).filter(|cell| !cell.text.is_empty()) else {
            return Some(1);
        };
        let plain = !cell.text.starts_with('0') && cell.text.bytes().all(|byte| byte.is_ascii_digit());
        let number = cell.text.parse().ok().filter(|number| plain && (1..=MAX_REPEAT).contains(number));
        if number.is_none() {
            let message = format!("`{}` is not a whole number from 1 to {MAX_REPEAT}", piece(&cell.text));
            self.findings.add(&lints::BAD_REPEAT, row.line, cell.column, message);
        }
        number
    }

    /// Adds what is wrong with single characters; `column` gives the column of a character by its index.
    fn characters(&mut self, line: u64, faults: Vec<CharFinding>, what: &str, column: impl Fn(usize) -> u64) {
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

    fn text(&mut self, line: u64, cell: &Cell) -> Scan {
        let scan = annotation::scan(&cell.text);
        self.annotations(line, cell, &scan);
        self.quotes(line, cell);
        let column =
            |at: usize| cell.column + scan.columns.get(at).map_or(0, |&column| u64::from(column) - 1);
        let mut faults = char_faults(&scan.plain);
        // How a malformed slot joins its neighbours is a guess.
        faults.retain(|found| found.fault != CharFault::ExtraSpace || scan.faults.is_empty());
        self.characters(line, faults, "the text", column);
        if !scan.plain.chars().any(char::is_alphanumeric) {
            self.findings.add(&lints::EMPTY_TEXT, line, cell.column, "there is nothing to read");
            return scan;
        }
        self.scripts(line, &scan.plain, column);
        if let Some((at, shape)) = text::printed_shape(&scan.plain) {
            let letters: String = shape.nfkc().collect();
            let message = format!("`{shape}` (U+{:04X}) is a printed shape of `{letters}`", shape as u32);
            self.findings.add(&lints::PRINTED_SHAPE, line, column(at), message);
        }
        self.spoken(line, &scan.plain, column);
        if scan.faults.is_empty() {
            self.length(line, &scan.plain, cell.column);
            self.duplicates(line, &scan.plain, cell.column);
        }
        scan
    }

    fn annotations(&mut self, line: u64, cell: &Cell, scan: &Scan) {
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
                let column = cell.column + u64::from(fault.column) - 1;
                self.findings.add(lint, line, column, fault.kind.to_string());
            }
        }
        for slot in &scan.slots {
            if let Some(at) = slot.value.chars().position(|c| c == ':') {
                let column = scan.columns.get(slot.start as usize + at).copied().unwrap_or(1);
                let message = format!("the slot `{}` holds a colon", slot.name);
                self.findings.add(&lints::COLON_IN_SLOT, line, cell.column + u64::from(column) - 1, message);
                break;
            }
        }
    }

    /// Checks for what a spreadsheet leaves in a cell.
    fn quotes(&mut self, line: u64, cell: &Cell) {
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

    /// Checks for what the wanted targets break on.
    fn targets(&mut self, line: u64, seen: Seen<'_>, column: impl Fn(Place) -> u64) {
        for fault in self.targets.iter().flat_map(|target| target.faults(seen)) {
            let breaks = fault.severity == Severity::Reject;
            let lint = if breaks { &lints::TARGET_BREAKS } else { &lints::TARGET_ALTERS };
            self.findings.add_with_hint(lint, line, column(fault.place), fault.message, fault.hint);
        }
    }

    fn length(&mut self, line: u64, plain: &str, column: u64) {
        let (count, unit, min, max) = if self.writing.spaced {
            let words = plain.split(' ').filter(|word| word.chars().any(char::is_alphanumeric)).count();
            (words, "words", self.defaults.min_words, self.defaults.max_words)
        } else {
            let seen: String = plain.chars().filter(|&c| c != text::WORD_BREAK).collect();
            let characters = seen.graphemes(true).count();
            (characters, "characters", self.defaults.min_characters, self.defaults.max_characters)
        };
        if count < min as usize || count > max as usize {
            let message = format!("the text has {count} {unit}; the sheet wants {min} to {max}");
            self.findings.add(&lints::LENGTH, line, column, message);
        }
    }

    fn duplicates(&mut self, line: u64, plain: &str, column: u64) {
        if let Some(first) = self.texts.get(plain) {
            let message = format!("the same text is on line {first}");
            self.findings.add(&lints::DUPLICATE_TEXT, line, column, message);
            return;
        }
        self.texts.insert(plain.to_owned(), line);
        let folded = text::fold(plain);
        if let Some(first) = self.folded.get(&folded) {
            let message = format!("nearly the same text is on line {first}");
            self.findings.add(&lints::SIMILAR_TEXT, line, column, message);
            return;
        }
        self.folded.insert(folded, line);
    }
}

fn slot_names(slots: &[Slot]) -> BTreeSet<String> {
    slots.iter().map(|slot| slot.name.clone()).collect()
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
