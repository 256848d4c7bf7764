//! Sentences chosen from a pile of text: as many as are asked for, of all lengths alike, with as many different letters and pairs of letters
//! as can be.

use super::coverage::Coverage;
use super::lints::Findings;
use super::model::SheetDefaults;
use super::pool::Pool;
use super::script::Writing;
use super::tsv::Cell;
use super::typography::plain_spaces;
use super::wording::Wording;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, PromptId};
use crate::text;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::path::Path;

/// The most bytes of a pile that are read.
pub const MAX_PILE_BYTES: usize = 256 * 1024 * 1024;
/// What a unit that nobody has is worth; the second is worth half of it, the third a third.
const ONE: u64 = 1 << 24;
/// A letter is worth so many pairs of letters.
const LETTER: u64 = 4;

/// What was chosen from a pile.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The sentences, with the ids that they get, in the order in which they were chosen.
    pub sentences: Vec<(PromptId, String)>,
    /// What these cover.
    pub coverage: Coverage,
    /// Lines of the pile that are not blank.
    pub lines: u64,
    /// Of these, the lines that say the same as one before.
    pub repeated: u64,
    /// Of these, the lines that `prompts check` finds something in, by the first lint that does.
    pub refused: BTreeMap<&'static str, u64>,
    /// What the whole of the lines without a finding covers.
    pub pile: Coverage,
}

/// A line that can be chosen.
struct Candidate {
    text: String,
    units: Vec<u32>,
    /// Decides between equals: it follows from the seed.
    chance: u64,
}

/// Chooses `count` lines of a pile in which `prompts check` finds nothing, the same for one seed always.
///
/// The length that has been chosen least comes next, and of it the line that is worth most: the sum over its different letters and pairs of
/// letters of one over how many chosen lines have it, with this one. A greedy choice under such a measure is at least 63 % of the best
/// (Nemhauser, Wolsey and Fisher, "An analysis of approximations for maximizing submodular set functions", 1978).
///
/// # Errors
/// [`ErrorKind::Sheet`] for a pile that is too large, is no UTF-8, or has no line that can be read.
pub fn choose(
    pile: &[u8],
    locale: &Locale,
    defaults: &SheetDefaults,
    count: usize,
    seed: u64,
) -> Result<Choice> {
    if pile.len() > MAX_PILE_BYTES {
        let message = format!("the text has more than {MAX_PILE_BYTES} bytes");
        return Err(Error::new(ErrorKind::Sheet, message).with_hint("give a part of it"));
    }
    let pile = super::tsv::utf8(pile).map_err(|line| {
        Error::new(ErrorKind::Sheet, "the text is not UTF-8").at(line, 1).with_hint("convert it with iconv")
    })?;
    let writing = Writing::of(locale);
    let mut choice = Choice {
        sentences: Vec::new(),
        coverage: Coverage::new(locale),
        lines: 0,
        repeated: 0,
        refused: BTreeMap::new(),
        pile: Coverage::new(locale),
    };
    let mut units: BTreeMap<(char, Option<char>), u32> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut by_length: BTreeMap<usize, Vec<Candidate>> = BTreeMap::new();
    for line in pile.lines() {
        let line = plain_spaces(line.trim(), locale).into_owned();
        if line.is_empty() {
            continue;
        }
        choice.lines += 1;
        if let Some(lint) = first_finding(&line, locale, defaults) {
            *choice.refused.entry(lint).or_default() += 1;
            continue;
        }
        let folded = text::fold(&line);
        let digest = Sha256::of(format!("{seed}\n{folded}"));
        if !seen.insert(digest.bytes().first_chunk::<16>().copied().unwrap_or_default()) {
            choice.repeated += 1;
            continue;
        }
        choice.pile.push(&line, None, Pool::Shared);
        let chance = digest.bytes().first_chunk().copied().map(u64::from_be_bytes).unwrap_or_default();
        let of_line = units_of(&folded, &mut units);
        by_length.entry(writing.length(&line)).or_default().push(Candidate {
            text: line,
            units: of_line,
            chance,
        });
    }
    choice.pile.end();
    if by_length.is_empty() {
        return Err(Error::new(ErrorKind::Sheet, "no line of the text can be a prompt")
            .with_hint("one sentence a line; `booth prompts check -` says what is wrong with lines"));
    }
    let worth: Vec<u64> = weights(&units);
    let mut chosen = Choosing::new(&by_length, &worth);
    while choice.sentences.len() < count
        && let Some(candidate) = chosen.next()
    {
        choice.coverage.push(&candidate.text, None, Pool::Shared);
        choice.sentences.push((id_of(&candidate.text)?, candidate.text.clone()));
    }
    choice.coverage.end();
    Ok(choice)
}

/// Returns the id of a chosen sentence: the same words have the same.
fn id_of(text: &str) -> Result<PromptId> {
    format!("line-{}", &Sha256::of(text).to_string()[..12]).parse()
}

/// Returns the first lint that finds something in a line, as if it were a prompt.
fn first_finding(line: &str, locale: &Locale, defaults: &SheetDefaults) -> Option<&'static str> {
    if line.contains('\t') {
        return Some(super::lints::CONTROL_CHARACTER.id);
    }
    let mut findings = Findings::new(Path::new("-"));
    let cell = Cell { text: line.to_owned(), column: 1 };
    Wording::new(&mut findings, locale, defaults).text(1, &cell, line, None);
    findings.list.first().map(|finding| finding.id)
}

/// Returns the numbers of the letters and pairs of letters of a folded text, each once.
fn units_of(folded: &str, units: &mut BTreeMap<(char, Option<char>), u32>) -> Vec<u32> {
    let letters: Vec<char> = folded.chars().filter(|c| c.is_alphabetic()).collect();
    let single = letters.iter().map(|&letter| (letter, None));
    let pairs = letters.windows(2).map(|pair| (pair[0], Some(pair[1])));
    let mut number = |unit| {
        let next = units.len() as u32;
        *units.entry(unit).or_insert(next)
    };
    let mut of_line: Vec<u32> = single.chain(pairs).map(&mut number).collect();
    of_line.sort_unstable();
    of_line.dedup();
    of_line
}

/// Returns what each unit is worth the first time.
fn weights(units: &BTreeMap<(char, Option<char>), u32>) -> Vec<u64> {
    let mut weights = vec![ONE; units.len()];
    for ((_, second), &at) in units {
        if second.is_none() {
            weights[at as usize] = LETTER * ONE;
        }
    }
    weights
}

/// What a candidate was worth when it was looked at last, its chance and its place.
type Entry = (u64, u64, usize);

/// The choice as it goes on. What a line is worth never grows, so that the first of those looked at last that is still worth as much as it
/// was is the best (Minoux, "Accelerated greedy algorithms", 1978).
struct Choosing<'a> {
    candidates: &'a BTreeMap<usize, Vec<Candidate>>,
    worth: &'a [u64],
    /// By unit, how many chosen lines have it.
    counts: Vec<u64>,
    /// By length, how many were chosen, and the others, the best first.
    lengths: BTreeMap<usize, (u64, BinaryHeap<Entry>)>,
}

impl<'a> Choosing<'a> {
    fn new(candidates: &'a BTreeMap<usize, Vec<Candidate>>, worth: &'a [u64]) -> Self {
        let counts = vec![0; worth.len()];
        let lengths = candidates
            .iter()
            .map(|(length, list)| {
                let entry = |(at, one): (usize, &Candidate)| (value(one, worth, &counts), one.chance, at);
                (*length, (0, list.iter().enumerate().map(entry).collect()))
            })
            .collect();
        Self { candidates, worth, counts, lengths }
    }

    fn next(&mut self) -> Option<&'a Candidate> {
        let open = self.lengths.iter().filter(|(_, (_, heap))| !heap.is_empty());
        let length =
            open.min_by_key(|(length, (chosen, _))| (*chosen, **length)).map(|(length, _)| *length)?;
        let list = self.candidates.get(&length)?;
        let (chosen, heap) = self.lengths.get_mut(&length)?;
        while let Some((before, chance, at)) = heap.pop() {
            let now = value(&list[at], self.worth, &self.counts);
            if now < before && heap.peek().is_some_and(|next| *next > (now, chance, at)) {
                heap.push((now, chance, at));
                continue;
            }
            *chosen += 1;
            for &unit in &list[at].units {
                self.counts[unit as usize] += 1;
            }
            return Some(&list[at]);
        }
        None
    }
}

fn value(candidate: &Candidate, worth: &[u64], counts: &[u64]) -> u64 {
    candidate.units.iter().map(|&unit| worth[unit as usize] / (1 + counts[unit as usize])).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chosen(pile: &str, count: usize, seed: u64) -> Choice {
        let locale = "en-US".parse().unwrap();
        choose(pile.as_bytes(), &locale, &SheetDefaults::default(), count, seed).unwrap()
    }

    #[test]
    fn what_has_other_letters_is_chosen_first_and_what_has_a_finding_never() {
        let pile = "the cat sat\nthe cat sat.\nthe hat sat\nwhy jump quickly\nat 7 pm\n\nthe rat sat\n";
        let choice = chosen(pile, 2, 1);
        assert_eq!(choice.sentences[0].1, "why jump quickly");
        assert_eq!((choice.lines, choice.repeated), (6, 1));
        assert_eq!(choice.refused, BTreeMap::from([("digit", 1)]));
        assert_eq!(choice.pile.sentences, 4);
        assert!(choice.coverage.missing.contains(&'z') && !choice.coverage.missing.contains(&'j'));
    }

    #[test]
    fn lengths_are_chosen_alike() {
        let long: String =
            ('a'..='z').flat_map(|last| ["one two three ".to_owned(), format!("{last}\n")]).collect();
        let choice = chosen(&format!("{long}go on\nstop it\n"), 4, 1);
        assert_eq!(choice.coverage.lengths, BTreeMap::from([(2, 2), (4, 2)]));
    }

    #[test]
    fn a_pile_without_a_sentence_is_refused_with_its_place() {
        let locale = "en-US".parse().unwrap();
        let refused = |pile: &[u8]| choose(pile, &locale, &SheetDefaults::default(), 2, 1).unwrap_err();
        assert_eq!(refused(b"good\nb\xffd\n").line(), Some(2));
        assert!(refused(b"\n12\n").to_string().contains("no line of the text"));
    }

    proptest! {
        /// Oracle: every line looked at again for each choice.
        #[test]
        fn looking_only_where_it_matters_chooses_as_looking_everywhere(
            lines in prop::collection::btree_set("[a-e]{1,4} [a-e]{1,4}", 1..20), count in 1usize..12,
        ) {
            let pile = lines.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
            let choice = chosen(&pile, count, 7);
            let mut units = BTreeMap::new();
            let mut left: Vec<(Vec<u32>, u64, String)> = lines
                .iter()
                .map(|line| {
                    let digest = Sha256::of(format!("7\n{}", text::fold(line)));
                    let chance = u64::from_be_bytes(*digest.bytes().first_chunk().unwrap());
                    (units_of(&text::fold(line), &mut units), chance, line.clone())
                })
                .collect();
            let worth = weights(&units);
            let mut counts = vec![0u64; worth.len()];
            for (_, text) in &choice.sentences {
                let value = |units: &[u32]| -> u64 {
                    units.iter().map(|&unit| worth[unit as usize] / (1 + counts[unit as usize])).sum()
                };
                let best = left.iter().max_by_key(|(units, chance, _)| (value(units), *chance)).unwrap().clone();
                prop_assert_eq!(text, &best.2);
                left.retain(|(_, _, text)| *text != best.2);
                best.0.iter().for_each(|&unit| counts[unit as usize] += 1);
            }
            prop_assert_eq!(choice.sentences.len(), count.min(lines.len()));
        }
    }
}
