//! The values that fill the gaps of templates: `values/<locale>.tsv`, lists of words, each in the forms that sentences need.

use super::annotation;
use super::lints::{self, Findings, piece};
use super::model::SheetDefaults;
use super::pool::Pool;
use super::tsv::{self, Cell};
use super::typography::plain_spaces;
use super::wording::Wording;
use crate::ids::Locale;
use std::collections::{BTreeMap, BTreeSet};

/// The form that a gap asks for when it asks for none.
pub(super) const PLAIN: &str = "value";
/// The column with the name of the list.
const LIST: &str = "list";
/// The column with remarks for who writes the sheet.
const NOTE: &str = "note";
const POOL: &str = "pool";
/// What a cell has where a value is to have no such form.
const NONE: &str = "-";

/// The lists of one locale, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    pub(super) lists: BTreeMap<String, Vec<Value>>,
}

/// Something that a gap can be filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// Its forms by name, [`PLAIN`] among them.
    pub forms: BTreeMap<String, Form>,
    /// The forms that it is said not to have.
    pub without: BTreeSet<String>,
    pub pool: Pool,
    /// The line of the file, from 1.
    pub line: u64,
}

/// How a value stands in a sentence: the words of the slot, and what stands beside them in the same gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub before: String,
    pub words: String,
    pub after: String,
}

impl Form {
    /// Reads a cell: all of it is the slot's, or what stands in its one pair of brackets.
    fn read(text: &str) -> Option<Self> {
        let form = |before: &str, words: &str, after: &str| {
            (!words.is_empty()).then(|| Self {
                before: before.into(),
                words: words.into(),
                after: after.into(),
            })
        };
        let Some((before, rest)) = text.split_once('[') else {
            return if text.contains(']') { None } else { form("", text, "") };
        };
        let (words, after) = rest.split_once(']')?;
        let is_bare = |part: &str| !part.contains(['[', ']']);
        let is_trimmed = words.trim_matches(' ') == words;
        if is_bare(words) && is_bare(after) && is_trimmed { form(before, words, after) } else { None }
    }

    /// Returns it as it stands in a sentence, with its slot marked.
    pub fn annotated(&self, slot: &str) -> String {
        format!("{}[{slot} : {}]{}", self.before, self.words, self.after)
    }

    /// Returns the words as they are read.
    pub fn plain(&self) -> String {
        format!("{}{}{}", self.before, self.words, self.after)
    }
}

impl Values {
    /// Returns how many lists and values there are.
    pub fn count(&self) -> (usize, usize) {
        (self.lists.len(), self.lists.values().map(Vec::len).sum())
    }

    /// Returns the values of `list` that have `form`, each with its place in the list.
    pub(super) fn with_form<'a>(
        &'a self,
        list: &str,
        form: &'a str,
    ) -> impl Iterator<Item = (usize, &'a Value, &'a Form)> {
        let values = self.lists.get(list).map(Vec::as_slice).unwrap_or_default();
        values
            .iter()
            .enumerate()
            .filter_map(move |(at, value)| value.forms.get(form).map(|form| (at, value, form)))
    }
}

/// Returns the slot that a list fills: `place` of `place-country`. `None` where the name is none: `a-z`, digits and underscores, and, each
/// behind a hyphen, more of it.
pub(super) fn slot_of(list: &str) -> Option<&str> {
    let mut parts = list.split('-');
    let slot = parts.next().filter(|slot| annotation::is_name(slot))?;
    let is_part = |part: &str| !part.is_empty() && annotation::is_name(&format!("a{part}"));
    (list.len() <= 64 && parts.all(is_part)).then_some(slot)
}

/// Reads a locale's values; adds a finding for everything that is wrong, and goes on.
pub(super) fn read(
    bytes: &[u8],
    locale: &Locale,
    defaults: &SheetDefaults,
    findings: &mut Findings<'_>,
) -> Values {
    let mut values = Values::default();
    let Some(lines) = tsv::lines(bytes, findings) else { return values };
    let mut lines = lines.into_iter();
    let Some(columns) = lines.next().and_then(|line| header(&line, findings)) else { return values };
    let mut wording = Wording::new(findings, locale, defaults);
    let mut seen: BTreeMap<(String, String), u64> = BTreeMap::new();
    for line in lines {
        let cells: Vec<Cell> = tsv::cells(&line.text)
            .map(|(column, text)| Cell { text: plain_spaces(text, locale).into_owned(), column })
            .collect();
        if cells.len() != columns.len() && line.whole {
            let extra = cells.get(columns.len()).map(|cell| cell.column);
            tsv::uneven(&line, cells.len(), columns.len(), extra, wording.findings);
        }
        if !line.whole || cells.len() != columns.len() {
            continue;
        }
        let cell = |name: &str| columns.iter().position(|column| column == name).map(|at| &cells[at]);
        let (Some(list), Some(plain)) = (cell(LIST), cell(PLAIN)) else { continue };
        if slot_of(&list.text).is_none() {
            let message = format!("`{}` cannot be the name of a list", piece(&list.text));
            wording.findings.add(&lints::BAD_LIST, line.number, list.column, message);
            continue;
        }
        if plain.text.is_empty() {
            let message = format!("the value of `{}` has no words", list.text);
            wording.findings.add(&lints::EMPTY_TEXT, line.number, plain.column, message);
            continue;
        }
        let pool = pool(line.number, cell(POOL), wording.findings);
        let key = (list.text.clone(), plain.text.clone());
        if let Some(first) = seen.get(&key) {
            let message = format!("`{}` is already in `{}` on line {first}", piece(&plain.text), list.text);
            wording.findings.add(&lints::DUPLICATE_VALUE, line.number, plain.column, message);
            continue;
        }
        seen.insert(key, line.number);
        let mut forms = BTreeMap::new();
        let mut without = BTreeSet::new();
        for (name, cell) in columns
            .iter()
            .zip(&cells)
            .filter(|(name, cell)| ![LIST, NOTE, POOL].contains(&name.as_str()) && !cell.text.is_empty())
        {
            if cell.text == NONE && name != PLAIN {
                without.insert(name.clone());
            } else if let Some(form) = Form::read(&cell.text) {
                wording.piece(line.number, cell);
                forms.insert(name.clone(), form);
            } else {
                let message =
                    format!("`{}` is not words with at most one pair of brackets", piece(&cell.text));
                wording.findings.add(&lints::BAD_VALUE, line.number, cell.column, message);
            }
        }
        let Some(pool) = pool else { continue };
        values.lists.entry(list.text.clone()).or_default().push(Value {
            forms,
            without,
            pool,
            line: line.number,
        });
    }
    values
}

/// Reads the names of the columns: `list` and `value`, and the forms.
fn header(line: &tsv::Line<'_>, findings: &mut Findings<'_>) -> Option<Vec<String>> {
    let mut columns: Vec<String> = Vec::new();
    for (at, name) in tsv::cells(&line.text) {
        if !annotation::is_name(name) {
            let message = format!("`{}` cannot be the name of a form", piece(name));
            findings.add(&lints::UNKNOWN_COLUMN, line.number, at, message);
        } else if columns.iter().any(|known| known == name) {
            let message = format!("the column `{name}` stands twice");
            findings.add(&lints::DUPLICATE_COLUMN, line.number, at, message);
        }
        columns.push(name.to_owned());
    }
    for name in [LIST, PLAIN] {
        if !columns.iter().any(|column| column == name) {
            findings.add(&lints::BAD_HEADER, line.number, 1, format!("there is no column `{name}`"));
            return None;
        }
    }
    line.whole.then_some(columns)
}

/// Reads a pool: `None` when it is refused, [`Pool::Shared`] when the cell is empty.
pub(super) fn pool(line: u64, cell: Option<&Cell>, findings: &mut Findings<'_>) -> Option<Pool> {
    let Some(cell) = cell.filter(|cell| !cell.text.is_empty()) else { return Some(Pool::default()) };
    let pool = Pool::ALL.iter().copied().find(|pool| pool.id() == cell.text);
    if pool.is_none() {
        let all: Vec<&str> = Pool::ALL.iter().map(|pool| pool.id()).collect();
        let message = format!("`{}` is no pool; there are {}", piece(&cell.text), all.join(", "));
        findings.add(&lints::BAD_POOL, line, cell.column, message);
    }
    pool
}

/// Adds what does not fit between lists and the gaps of templates: `asked` has the lists, with the forms that are asked of each.
pub(super) fn compare(
    values: &Values,
    asked: &BTreeMap<String, BTreeSet<String>>,
    findings: &mut Findings<'_>,
) {
    for (list, entries) in &values.lists {
        let Some(forms) = asked.get(list) else {
            let message = format!("no template asks for the list `{list}`");
            findings.add(&lints::UNUSED_LIST, entries.first().map_or(1, |value| value.line), 1, message);
            continue;
        };
        for value in entries {
            let lacking: Vec<&str> = forms
                .iter()
                .filter(|form| !value.forms.contains_key(*form) && !value.without.contains(*form))
                .map(String::as_str)
                .collect();
            if !lacking.is_empty() {
                let words = value.forms.get(PLAIN).map(Form::plain).unwrap_or_default();
                let message = format!(
                    "`{}` has no form {}, which templates ask of `{list}`",
                    piece(&words),
                    lacking.join(", ")
                );
                findings.add(&lints::VALUE_LACKS_FORM, value.line, 1, message);
            }
        }
    }
}
