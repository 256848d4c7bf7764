//! One locale's prompts: from the rows of a `.tsv` to sound prompts, and what is wrong with the others.

use super::annotation::{self, Scan};
use super::lints::{self, Findings, Lint, piece};
use super::media::Media;
use super::model::{Prompt, SheetDefaults, Slot};
use super::pool::Pool;
use super::targets::{Place, Seen, Target};
use super::template::{self, Filled, MAX_ID, Piece, Template};
use super::tsv::{self, Cell, Column, Row};
use super::typography::plain_spaces;
use super::values::{self, Values};
use super::wording::Wording;
use crate::ids::{Locale, PromptId, id_fault};
use crate::severity::Severity;
use crate::text::{self, char_faults};
use std::collections::{BTreeMap, BTreeSet};

/// The greatest number of readings of one prompt.
const MAX_REPEAT: u16 = 1000;
/// The most readings of a locale: each is held in memory, in its order, while a speaker reads.
const MAX_READINGS: u64 = 200_000;

/// What was read of one locale.
pub(super) struct LocalePrompts {
    /// The prompts that nothing is wrong with but warnings.
    pub prompts: Vec<Prompt>,
    /// The templates that nothing is wrong with but warnings.
    pub templates: Vec<Template>,
    /// The lists that templates ask for, each with the forms that are asked of it.
    pub asked: BTreeMap<String, BTreeSet<String>>,
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

/// Reads a locale's file; adds a finding for everything that is wrong, and goes on. With `values` braces are gaps.
pub(super) fn read(
    bytes: &[u8],
    locale: &Locale,
    defaults: &SheetDefaults,
    values: Option<&Values>,
    targets: &[&'static Target],
    findings: &mut Findings<'_>,
) -> LocalePrompts {
    let mut read =
        LocalePrompts { prompts: Vec::new(), templates: Vec::new(), asked: BTreeMap::new(), entries: None };
    let Some(rows) = tsv::read(bytes, findings) else { return read };
    let mut checker = Checker {
        wording: Wording::new(findings, locale, defaults),
        locale,
        values,
        targets,
        ids: BTreeMap::new(),
        texts: BTreeMap::new(),
        folded: BTreeMap::new(),
    };
    let mut entries = Vec::new();
    let mut readings = 0u64;
    for row in &rows {
        let before = checker.wording.findings.list.len();
        let (item, entry) = checker.row(row, &mut read.asked);
        let before_it = readings;
        readings += entry.as_ref().and_then(|entry| entry.repeat).map_or(0, u64::from);
        if (before_it..readings).contains(&MAX_READINGS) {
            let column = entry.as_ref().map_or(1, |entry| entry.repeat_column);
            let message = format!("up to here {readings} readings are asked for; allowed are {MAX_READINGS}");
            checker.wording.findings.add(&lints::TOO_MANY_READINGS, row.line, column, message);
        }
        let refused = checker.wording.findings.list[before..]
            .iter()
            .any(|finding| finding.severity == Severity::Reject);
        entries.extend(entry);
        match item.filter(|_| row.whole && !refused) {
            Some(Item::Prompt(prompt)) => read.prompts.push(prompt),
            Some(Item::Template(template)) => read.templates.push(template),
            None => {}
        }
    }
    read.entries = Some(entries);
    read
}

/// What a row is.
enum Item {
    Prompt(Prompt),
    Template(Template),
}

/// The words of a row: those of a prompt, or those of a template with its gaps filled.
struct Words {
    cell: Cell,
    scan: Scan,
    /// With annotation.
    annotated: String,
    /// Where each character of `annotated` stands in the cell; `None` where it stands as in the cell.
    origin: Option<Vec<usize>>,
    pieces: Option<Vec<Piece>>,
}

struct Checker<'f, 'p, 'd> {
    wording: Wording<'f, 'p, 'd>,
    locale: &'d Locale,
    values: Option<&'d Values>,
    targets: &'d [&'static Target],
    ids: BTreeMap<String, u64>,
    texts: BTreeMap<String, u64>,
    folded: BTreeMap<String, u64>,
}

impl Checker<'_, '_, '_> {
    fn row(
        &mut self,
        row: &Row,
        asked: &mut BTreeMap<String, BTreeSet<String>>,
    ) -> (Option<Item>, Option<Entry>) {
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
        let pool = values::pool(row.line, row.cell(Column::Pool), self.wording.findings);
        let words = cell.and_then(|cell| self.words(row.line, cell, pool.unwrap_or_default(), asked));
        let intent = self.name(row, Column::Intent, &lints::BAD_INTENT);
        let domain = self.name(row, Column::Domain, &lints::BAD_DOMAIN);
        let repeat = self.repeat(row);
        let media = self.media(row);
        let hint = row.cell(Column::Hint).filter(|cell| !cell.text.is_empty());
        if let Some(cell) = hint {
            let faults = char_faults(&plain_spaces(&cell.text, self.locale));
            self.wording.quotes(row.line, cell);
            self.wording.characters(row.line, faults, "the hint", |at| cell.column + at as u64);
        }
        let sound = words.as_ref().filter(|words| words.scan.faults.is_empty());
        if let Some(words) = sound {
            self.row_targets(row, words, id.as_ref(), intent.as_ref().zip(domain.as_ref()));
        }
        let at = |column| row.cell(column).map_or(1, |cell: &Cell| cell.column);
        let entry = id.clone().map(|id| Entry {
            id,
            line: row.line,
            intent: intent.clone().zip(domain.clone()),
            intent_column: at(Column::Intent),
            slots: sound.map(|words| slot_names(&words.scan.slots)),
            text_column: at(Column::Text),
            repeat,
            repeat_column: at(Column::Repeat),
        });
        if let Some(id) = id.as_ref().filter(|id| is_template(words.as_ref()) && id.as_str().len() > MAX_ID) {
            let message =
                format!("`{id}` has {} characters; a template's id has at most {MAX_ID}", id.as_str().len());
            self.wording.findings.add(&lints::LONG_TEMPLATE_ID, row.line, at(Column::Id), message);
        }
        let item = (|| {
            let (id, words, pool) = (id?, words?, pool?);
            let (intent, domain, repeat) = (intent?, domain?, repeat?);
            let (hint, media) = (hint.map(|cell| cell.text.clone()), media?);
            Some(match words.pieces {
                Some(pieces) => Item::Template(Template {
                    id,
                    source: words.cell.text,
                    intent,
                    domain,
                    repeat,
                    hint,
                    media,
                    pool,
                    line: row.line,
                    pieces,
                }),
                None => Item::Prompt(Prompt {
                    id,
                    text: words.scan.plain,
                    annotated: words.annotated,
                    slots: words.scan.slots,
                    intent,
                    domain,
                    repeat,
                    hint,
                    media,
                    pool,
                    line: row.line,
                }),
            })
        })();
        (item, entry)
    }

    /// Reads a text; where it has gaps, as it is first filled, after a look at how long it can become.
    fn words(
        &mut self,
        line: u64,
        cell: Cell,
        pool: Pool,
        asked: &mut BTreeMap<String, BTreeSet<String>>,
    ) -> Option<Words> {
        let pieces = match self.values.map(|_| template::pieces(&cell.text)) {
            None => None,
            Some(Ok(pieces)) => pieces.iter().any(|piece| matches!(piece, Piece::Gap(_))).then_some(pieces),
            Some(Err(at)) => {
                let message = "a brace begins or ends no gap, `{list}` or `{list.form}`";
                self.wording.findings.add(&lints::MALFORMED_GAP, line, cell.column + at as u64, message);
                return None;
            }
        };
        let Some((pieces, values)) = pieces.zip(self.values) else {
            let scan = self.wording.text(line, &cell, &cell.text, None);
            if scan.faults.is_empty() {
                self.duplicates(line, &scan.plain, cell.column);
            }
            return Some(Words { annotated: cell.text.clone(), cell, scan, origin: None, pieces: None });
        };
        let mut is_whole = true;
        for piece in &pieces {
            let Piece::Gap(gap) = piece else { continue };
            asked.entry(gap.list.clone()).or_default().insert(gap.form.clone());
            let (lint, message) = if !values.lists.contains_key(&gap.list) {
                (&lints::UNKNOWN_LIST, format!("there is no list `{}`", gap.list))
            } else if values.with_form(&gap.list, &gap.form).next().is_none() {
                (&lints::UNKNOWN_LIST, format!("no value of `{}` has the form `{}`", gap.list, gap.form))
            } else {
                continue;
            };
            self.wording.findings.add(lint, line, cell.column + gap.at as u64, message);
            is_whole = false;
        }
        if !is_whole {
            return None;
        }
        let Some([first, shortest, longest]) = template::samples(&pieces, values, pool, self.locale) else {
            let message =
                "no choice of values fills it: there are too few, or their pools exclude each other";
            self.wording.findings.add(&lints::NEVER_FILLED, line, cell.column, message);
            return None;
        };
        let Filled { annotated, origin, .. } = first;
        let scan = self.wording.text(line, &cell, &annotated, Some(&origin));
        if scan.faults.is_empty() {
            self.duplicates(line, &scan.plain, cell.column);
            for other in [shortest, longest].iter().filter(|other| other.annotated != annotated) {
                if let Ok((plain, _)) = annotation::parse(&other.annotated) {
                    self.wording.length(line, &plain, cell.column);
                }
            }
        }
        Some(Words { cell, scan, annotated, origin: Some(origin), pieces: Some(pieces) })
    }

    /// Checks a row for what the wanted targets break on.
    fn row_targets(
        &mut self,
        row: &Row,
        words: &Words,
        id: Option<&PromptId>,
        names: Option<(&Option<String>, &Option<String>)>,
    ) {
        let seen = Seen {
            id: id.map(PromptId::as_str),
            text: &words.scan.plain,
            slots: &words.scan.slots,
            intent: names.map(|(intent, domain)| (intent.as_deref(), domain.as_deref())),
            spaced: self.wording.writing.spaced,
        };
        let column = |place| match place {
            Place::Text(at) => {
                let at = words.scan.columns.get(at).map_or(0, |&column| column as usize - 1);
                let origin = words.origin.as_ref();
                words.cell.column
                    + origin.map_or(at, |origin| origin.get(at).copied().unwrap_or_default()) as u64
            }
            Place::Id => row.cell(Column::Id).map_or(1, |cell| cell.column),
            Place::Intent => row.cell(Column::Intent).map_or(words.cell.column, |cell| cell.column),
        };
        self.targets(row.line, seen, column);
    }

    fn id(&mut self, row: &Row) -> Option<PromptId> {
        let cell = row.cell(Column::Id)?;
        if !row.whole {
            return cell.text.parse().ok();
        }
        if cell.text.trim().is_empty() {
            self.wording.findings.add(&lints::MISSING_ID, row.line, cell.column, "the prompt has no id");
            return None;
        }
        if let Some(fault) = id_fault(&cell.text, PromptId::MAX, true) {
            let message = format!("`{}` cannot be an id: {fault}", piece(&cell.text));
            self.wording.findings.add(&lints::UNSAFE_ID, row.line, cell.column, message);
            return None;
        }
        if let Some(first) = self.ids.get(&cell.text) {
            let message = format!("the id `{}` is already on line {first}", cell.text);
            self.wording.findings.add(&lints::DUPLICATE_ID, row.line, cell.column, message);
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
                self.wording.findings.add(lint, row.line, cell.column, message);
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
                self.wording.findings.add(&lints::BAD_MEDIA, row.line, cell.column, message);
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
            self.wording.findings.add(&lints::BAD_REPEAT, row.line, cell.column, message);
        }
        number
    }

    /// Checks for what the wanted targets break on.
    fn targets(&mut self, line: u64, seen: Seen<'_>, column: impl Fn(Place) -> u64) {
        for fault in self.targets.iter().flat_map(|target| target.faults(seen)) {
            let breaks = fault.severity == Severity::Reject;
            let lint = if breaks { &lints::TARGET_BREAKS } else { &lints::TARGET_ALTERS };
            self.wording.findings.add_with_hint(lint, line, column(fault.place), fault.message, fault.hint);
        }
    }

    fn duplicates(&mut self, line: u64, plain: &str, column: u64) {
        if let Some(first) = self.texts.get(plain) {
            let message = format!("the same text is on line {first}");
            self.wording.findings.add(&lints::DUPLICATE_TEXT, line, column, message);
            return;
        }
        self.texts.insert(plain.to_owned(), line);
        let folded = text::fold(plain);
        if let Some(first) = self.folded.get(&folded) {
            let message = format!("nearly the same text is on line {first}");
            self.wording.findings.add(&lints::SIMILAR_TEXT, line, column, message);
            return;
        }
        self.folded.insert(folded, line);
    }
}

fn is_template(words: Option<&Words>) -> bool {
    words.is_some_and(|words| words.pieces.is_some())
}

fn slot_names(slots: &[Slot]) -> BTreeSet<String> {
    slots.iter().map(|slot| slot.name.clone()).collect()
}
