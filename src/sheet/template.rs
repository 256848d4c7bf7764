//! Templates: sentences with gaps, `Wake me at {time} {date.on}.`, that values fill.

use super::annotation;
use super::media::Media;
use super::model::Prompt;
use super::pool::Pool;
use super::values::{Form, PLAIN, Value, Values, slot_of};
use crate::digest::Sha256;
use crate::ids::{Locale, PromptId};
use std::collections::BTreeMap;

/// How many digits of a hash a dealt prompt has in its id, behind that of its template.
const DIGITS: usize = 10;
/// The longest id of a template: what is dealt has a hyphen and [`DIGITS`] more.
pub(super) const MAX_ID: usize = PromptId::MAX - DIGITS - 1;

/// A sentence with gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its id; what is dealt of it has an id that begins with it.
    pub id: PromptId,
    /// The sentence as it stands in the sheet.
    pub source: String,
    /// What it asks for.
    pub intent: Option<String>,
    /// The scenario.
    pub domain: Option<String>,
    /// How many accepted takes are wanted of each reading.
    pub repeat: u16,
    /// A short instruction for the reader.
    pub hint: Option<String>,
    /// A sound or picture.
    pub media: Option<Media>,
    /// Whose recordings it is for; values may narrow it.
    pub pool: Pool,
    /// The line of the `.tsv`, from 1.
    pub line: u64,
    pub(super) pieces: Vec<Piece>,
}

/// A part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words, annotation included.
    Words(String),
    Gap(Gap),
}

/// What a value goes into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gap {
    pub list: String,
    pub form: String,
    /// Where it stands in the cell, in characters from 0, and how long it is there, with its braces.
    pub at: usize,
    pub length: usize,
}

/// Splits a text at its gaps; the place of the first brace that begins or ends none.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, usize> {
    let place = |byte: usize| text[..byte].chars().count();
    let (mut pieces, mut at) = (Vec::new(), 0);
    while let Some(open) = text[at..].find(['{', '}']).map(|found| at + found) {
        let inside = text[open..].strip_prefix('{').and_then(|rest| rest.split_once('}'));
        let gap = inside.and_then(|(inside, _)| {
            let (list, form) = inside.split_once('.').unwrap_or((inside, PLAIN));
            (slot_of(list).is_some() && annotation::is_name(form)).then(|| Gap {
                list: list.into(),
                form: form.into(),
                at: place(open),
                length: inside.len() + 2,
            })
        });
        let (Some(gap), Some((inside, _))) = (gap, inside) else { return Err(place(open)) };
        if open > at {
            pieces.push(Piece::Words(text[at..open].to_owned()));
        }
        pieces.push(Piece::Gap(gap));
        at = open + inside.len() + 2;
    }
    if at < text.len() {
        pieces.push(Piece::Words(text[at..].to_owned()));
    }
    Ok(pieces)
}

/// A template with its gaps filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filled {
    /// With annotation.
    pub annotated: String,
    pub pool: Pool,
    /// For each character of `annotated`, where it comes from in the cell, in characters from 0.
    pub origin: Vec<usize>,
}

impl Template {
    /// Returns its gaps, in order.
    pub(super) fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Gap(gap) => Some(gap),
            Piece::Words(_) => None,
        })
    }

    /// Fills its gaps, as [`fill`] does.
    pub(super) fn fill(&self, values: &Values, chosen: &[usize], locale: &Locale) -> Option<Filled> {
        fill(&self.pieces, values, chosen, self.pool, locale)
    }

    /// Says whether its gaps can be filled so that it is `annotated`.
    pub(super) fn makes(&self, annotated: &str, values: &Values, locale: &Locale) -> bool {
        let signs: Vec<char> = annotated.chars().collect();
        let mut chosen = Vec::new();
        self.matches(0, &signs, values, &mut chosen, &mut |chosen| {
            self.fill(values, chosen, locale).is_some_and(|filled| filled.annotated == annotated)
        })
    }

    /// Tries the values that may stand in the gaps from the piece `at` on, and asks `holds` of each choice that is whole.
    fn matches(
        &self,
        at: usize,
        signs: &[char],
        values: &Values,
        chosen: &mut Vec<usize>,
        holds: &mut dyn FnMut(&[usize]) -> bool,
    ) -> bool {
        // Of the first letter only the capital may be another, which `fill` says.
        let begins = |text: &str| {
            let length = text.chars().count();
            let same = |(a, b): (&char, char)| *a == b || at == 0 && a.is_uppercase() && b.is_lowercase();
            (signs.len() >= length && signs.iter().zip(text.chars()).all(same)).then_some(length)
        };
        match self.pieces.get(at) {
            None => signs.is_empty() && holds(chosen),
            Some(Piece::Words(words)) => begins(words)
                .is_some_and(|length| self.matches(at + 1, &signs[length..], values, chosen, holds)),
            Some(Piece::Gap(gap)) => values.with_form(&gap.list, &gap.form).any(|(place, _, form)| {
                let text = slot_of(&gap.list).map(|slot| form.annotated(slot));
                let Some(length) = text.and_then(|text| begins(&text)) else { return false };
                chosen.push(place);
                let found = self.matches(at + 1, &signs[length..], values, chosen, holds);
                chosen.pop();
                found
            }),
        }
    }

    /// Says whether a prompt has the id of one that was made of the template `id`.
    pub(super) fn may_have_made(id: &PromptId, prompt: &PromptId) -> bool {
        let digits = prompt.as_str().strip_prefix(id.as_str()).and_then(|rest| rest.strip_prefix('-'));
        digits.is_some_and(|digits| {
            digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    }

    /// Makes the prompt of what was filled in; `None` where it is not annotated as a prompt is.
    pub(super) fn prompt(&self, annotated: &str, pool: Pool) -> Option<Prompt> {
        let (text, slots) = annotation::parse(annotated).ok()?;
        Some(Prompt {
            id: dealt_id(&self.id, annotated)?,
            text,
            annotated: annotated.to_owned(),
            slots,
            intent: self.intent.clone(),
            domain: self.domain.clone(),
            repeat: self.repeat,
            hint: self.hint.clone(),
            media: self.media.clone(),
            pool,
            line: self.line,
        })
    }

    /// Counts the sentences that it can become, by the values that have the forms; more than fit in 64 bits are as many as fit.
    pub fn readings(&self, values: &Values) -> u64 {
        let mut of_list: BTreeMap<&str, u64> = BTreeMap::new();
        let mut count = 1u64;
        for gap in self.gaps() {
            let used = of_list.entry(&gap.list).or_default();
            let all = values.with_form(&gap.list, &gap.form).count() as u64;
            count = count.saturating_mul(all.saturating_sub(*used));
            *used += 1;
        }
        count
    }
}

impl Filled {
    fn push(&mut self, c: char, at: usize) {
        self.annotated.push(c);
        self.origin.push(at);
    }

    /// Gives the first letter that is read a capital, as the beginning of a sentence has: what a value begins with is written as in the
    /// middle of one.
    fn capitalise(&mut self, locale: &Locale) {
        let chars: Vec<char> = self.annotated.chars().collect();
        // The name of a slot is not read.
        let start = match chars.iter().position(|&c| c == '[') {
            Some(open) if !chars[..open].iter().any(|c| c.is_alphabetic()) => {
                chars.iter().position(|&c| c == ':').map_or(0, |colon| colon + 1)
            }
            _ => 0,
        };
        let Some(at) = (start..chars.len()).find(|&at| chars[at].is_alphabetic()) else { return };
        let capital: Vec<char> = match (chars[at], locale.language()) {
            ('i', "tr" | "az") => vec!['İ'],
            (c, _) => c.to_uppercase().collect(),
        };
        // Letters such as ß have no capital of their own and begin no word.
        let [capital] = capital[..] else { return };
        self.annotated = chars[..at].iter().chain([&capital]).chain(&chars[at + 1..]).collect();
    }
}

/// Fills gaps three times: with the first values that go together, with the shortest and with the longest. `None` where none go together.
pub(super) fn samples(pieces: &[Piece], values: &Values, pool: Pool, locale: &Locale) -> Option<[Filled; 3]> {
    let length = |form: &Form| form.plain().chars().count();
    let by = |key: &dyn Fn(usize, &Form) -> usize| {
        let (mut chosen, mut pool) = (Vec::new(), pool);
        let mut used: Vec<(&str, usize)> = Vec::new();
        for piece in pieces {
            let Piece::Gap(gap) = piece else { continue };
            let (at, value, _) = values
                .with_form(&gap.list, &gap.form)
                .filter(|(at, value, _)| {
                    pool.and(value.pool).is_some() && !used.contains(&(gap.list.as_str(), *at))
                })
                .min_by_key(|(at, _, form)| key(*at, form))?;
            pool = pool.and(value.pool)?;
            used.push((&gap.list, at));
            chosen.push(at);
        }
        fill(pieces, values, &chosen, pool, locale)
    };
    Some([by(&|at, _| at)?, by(&|_, form| length(form))?, by(&|_, form| usize::MAX - length(form))?])
}

/// Fills gaps with values by their places in the lists, one a gap. `None` when one has not the form, or when they are of pools that nobody
/// is in together.
pub(super) fn fill(
    pieces: &[Piece],
    values: &Values,
    chosen: &[usize],
    pool: Pool,
    locale: &Locale,
) -> Option<Filled> {
    let mut filled = Filled { annotated: String::new(), pool, origin: Vec::new() };
    let mut chosen = chosen.iter();
    let mut column = 0;
    for piece in pieces {
        match piece {
            Piece::Words(words) => {
                for c in words.chars() {
                    filled.push(c, column);
                    column += 1;
                }
            }
            Piece::Gap(gap) => {
                let value: &Value = values.lists.get(&gap.list)?.get(*chosen.next()?)?;
                let form = value.forms.get(&gap.form)?;
                filled.pool = filled.pool.and(value.pool)?;
                let slot = slot_of(&gap.list)?;
                for c in form.annotated(slot).chars() {
                    filled.push(c, gap.at);
                }
                column = gap.at + gap.length;
            }
        }
    }
    if matches!(pieces.first(), Some(Piece::Gap(_))) {
        filled.capitalise(locale);
    }
    Some(filled)
}

/// Returns the id of what is dealt of a template: its id, and digits of the hash of the sentence, so that the same words have the same id.
fn dealt_id(template: &PromptId, annotated: &str) -> Option<PromptId> {
    let digest = Sha256::of(annotated).to_string();
    format!("{template}-{}", &digest[..DIGITS]).parse().ok()
}
