//! How well a recogniser, an assistant's understanding or a wake-word detector does on a corpus.
//!
//! The lines of a file of hypotheses are laid aside in the order of the catalogue and joined with it in one pass. Every
//! measure is a ratio of whole numbers that are summed over utterances ([`Measure`]), so that the order of lines changes
//! nothing; its range is drawn from a seed that follows from the catalogue.

mod bootstrap;
mod counts;
mod group;
mod line;
mod rows;

pub use bootstrap::{DRAWS, LEAST_SPEAKERS};
pub use counts::{Counts, Measure};
pub use rows::{By, Confused, Confusion, Drawn, Estimate, Finding, FindingId, Report, Score, Summary};

use crate::corpus::catalogue::Row;
use crate::corpus::format::{NEAR_MISS, is_wake};
use crate::corpus::hypotheses::lines::Lines;
use crate::corpus::read::Corpus;
use crate::corpus::split::Split;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{Merge, Sorted, Sorter};
use crate::progress::Watch;
use crate::quality::words::substituted;
use counts::{Phrases, Told, count, given_intent};
use group::Groups;
use line::{Form, Said, unknown};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::iter::Peekable;
use std::path::Path;

/// Confusions that are told of each kind.
const MOST_CONFUSIONS: usize = 10;

/// What is scored, and how.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Only the utterances of this split.
    pub split: Option<Split>,
    /// Leave out utterances without a line, in place of counting them as not heard.
    pub partial: bool,
    /// A folder for what is laid aside.
    pub scratch: &'a Path,
    /// Is told how many utterances are done.
    pub watch: &'a dyn Watch,
}

/// Scores the hypotheses of a file against a corpus. Each line that does not count goes to `each`: those that cannot be read first, by
/// line, then the others by utterance. Memory grows with the number of groups, not with that of utterances.
///
/// # Errors
/// [`ErrorKind::Corpus`] when the file is of no form of hypotheses, names no utterance that is scored, or the catalogue is damaged;
/// [`ErrorKind::Io`]; those of `each` and of the watch.
pub fn score(
    corpus: &Corpus,
    hypotheses: &Path,
    options: Options<'_>,
    each: &mut dyn FnMut(&Finding) -> Result<()>,
) -> Result<Report> {
    let mut summary = Summary {
        catalogue_sha256: corpus.release().catalogue_sha256,
        split: options.split,
        utterances: 0,
        missing: 0,
        left_out: 0,
        lines: 0,
        findings: 0,
        elsewhere: 0,
        draws: DRAWS,
    };
    let mut find = |summary: &mut Summary, id, line, message| {
        summary.findings += 1;
        each(&Finding { id, line, message })
    };
    let (sorted, told) = read(hypotheses, options.scratch, &mut summary, &mut find)?;
    let phrases = phrases(corpus, told)?;
    let mut heard = Heard(sorted.records().peekable());
    let mut confused = Sorter::new(options.scratch);
    let mut groups = Groups::new(told, &corpus.release().catalogue_sha256);
    for (done, utterance) in (0..).zip(corpus.utterances()?) {
        let utterance = utterance?;
        options.watch.at(done, corpus.len())?;
        let row = utterance.row();
        let said = heard.of(row, &mut |id, line, message| find(&mut summary, id, line, message))?;
        if options.split.is_some_and(|split| split != row.split) {
            summary.elsewhere += u64::from(said.is_some());
            continue;
        }
        if said.is_none() && options.partial {
            summary.left_out += 1;
            continue;
        }
        summary.utterances += 1;
        summary.missing += u64::from(said.is_none());
        let counts = count(row, said.as_ref(), told, &phrases);
        groups.add(row, counts, said.as_ref().and_then(given_intent));
        if let Some(said) = said {
            confusions_of(row, &said, &counts, &mut confused)?;
        }
    }
    heard.rest(&mut |id, line, message| find(&mut summary, id, line, message))?;
    if summary.utterances == summary.missing {
        return Err(Error::new(ErrorKind::Corpus, "no line names an utterance that is scored")
            .with_path(hypotheses)
            .with_hint(match options.split {
                Some(split) => format!("give the hypotheses of the split {split} of this corpus"),
                None => "give hypotheses by the ids of the catalogue, or by the names of the audio files"
                    .to_owned(),
            }));
    }
    Ok(Report { scores: groups.finish(), confusions: most_frequent(&confused.finish())?, summary })
}

/// Is told of a line that does not count.
type Find<'a> = dyn FnMut(&mut Summary, FindingId, u64, String) -> Result<()> + 'a;

/// Lays the lines of a file aside, by utterance, and says what they say at all.
fn read(path: &Path, scratch: &Path, summary: &mut Summary, find: &mut Find<'_>) -> Result<(Sorted, Told)> {
    let mut lines = Lines::open(path)?;
    let mut sorter = Sorter::new(scratch);
    let mut told = Told::default();
    let mut form = None;
    while let Some(line) = lines.next_line()? {
        let read = line.bytes.and_then(|bytes| {
            if form.is_none() {
                let (known, is_head) = Form::tell(&bytes)?;
                form = Some(known);
                if is_head {
                    return Ok(None);
                }
            }
            form.as_ref().map(|form| form.read(&bytes)).transpose()
        });
        match read {
            Ok(None) => continue,
            Ok(Some((id, said))) => {
                told.add(&said);
                let mut record = format!("{id}\0").into_bytes();
                record.extend(line.number.to_be_bytes());
                record.extend(serde_json::to_vec(&said).map_err(no_record)?);
                sorter.push(&record)?;
            }
            Err(message) if form.is_none() => {
                return Err(Error::new(ErrorKind::Corpus, format!("these are no hypotheses: {message}"))
                    .with_path(path)
                    .at_line(line.number)
                    .with_hint(
                        "give JSON Lines with id and text, a manifest of NeMo with pred_text, or lines of an id, a tab and a text",
                    ));
            }
            Err(message) => find(summary, FindingId::Line, line.number, message)?,
        }
        summary.lines += 1;
    }
    Ok((sorter.finish(), told))
}

fn no_record(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::Io, "a line cannot be laid aside").with_source(error)
}

/// Returns the wake phrases of a corpus, where near misses have to be held against them.
fn phrases(corpus: &Corpus, told: Told) -> Result<Phrases> {
    let mut phrases = Phrases::new();
    if !told.text || !corpus.release().totals.intents.contains_key(NEAR_MISS) {
        return Ok(phrases);
    }
    for utterance in corpus.utterances()? {
        let utterance = utterance?;
        let row = utterance.row();
        if is_wake(row) == Some(true) {
            phrases.entry(row.locale.clone()).or_default().insert(row.text.clone());
        }
    }
    Ok(phrases)
}

/// The lines by utterance, gone through beside the catalogue.
struct Heard<'a>(Peekable<Merge<'a>>);

impl Heard<'_> {
    /// Returns what the first line of an utterance says, and names those before it and the others.
    fn of(
        &mut self,
        row: &Row,
        find: &mut dyn FnMut(FindingId, u64, String) -> Result<()>,
    ) -> Result<Option<Said>> {
        let id = row.id.as_str();
        let mut found: Option<(u64, Said)> = None;
        while let Some(record) = self.0.next_if(|record| match record {
            Ok(record) => parts(record).0 <= id.as_bytes(),
            Err(_) => true,
        }) {
            let record = record?;
            let (of, line, said) = parts(&record);
            match &found {
                _ if of != id.as_bytes() => find(FindingId::Unknown, line, unknown_in(of))?,
                Some((first, _)) => {
                    let message = format!("utterance `{id}` is on line {first} already, which counts");
                    find(FindingId::Twice, line, message)?;
                }
                None => found = Some((line, serde_json::from_slice(said).map_err(no_record)?)),
            }
        }
        Ok(found.map(|(_, said)| said))
    }

    /// Names the lines behind the last utterance.
    fn rest(&mut self, find: &mut dyn FnMut(FindingId, u64, String) -> Result<()>) -> Result<()> {
        self.0.by_ref().try_for_each(|record| {
            let record = record?;
            let (of, line, _) = parts(&record);
            find(FindingId::Unknown, line, unknown_in(of))
        })
    }
}

fn unknown_in(id: &[u8]) -> String {
    unknown(&String::from_utf8_lossy(id))
}

/// Parts a record that was laid aside: the utterance, the line, what it says.
fn parts(record: &[u8]) -> (&[u8], u64, &[u8]) {
    let end = record.iter().position(|&byte| byte == 0).unwrap_or(record.len());
    let (id, rest) = record.split_at(end);
    match rest.get(1..).and_then(|rest| rest.split_first_chunk::<8>()) {
        Some((line, said)) => (id, u64::from_be_bytes(*line), said),
        None => (id, 0, &[]),
    }
}

/// Lays aside what was taken for something else in an utterance.
fn confusions_of(row: &Row, said: &Said, counts: &Counts, confused: &mut Sorter) -> Result<()> {
    let mut push = |kind: Confused, wanted: &str, given: &str| {
        confused.push(&serde_json::to_vec(&(kind, wanted, given)).map_err(no_record)?)
    };
    if counts.word_substitutions > 0
        && let Some(heard) = &said.text
    {
        for (wanted, given) in substituted(&row.text, heard, &row.locale) {
            push(Confused::Word, &wanted, &given)?;
        }
    }
    if counts.intents_given > counts.intents_right
        && let (Some(wanted), Some(given)) = (&row.intent, given_intent(said))
    {
        push(Confused::Intent, wanted, given)?;
    }
    Ok(())
}

/// Counts equal records, and returns the most frequent of each kind.
fn most_frequent(confused: &Sorted) -> Result<Vec<Confusion>> {
    let mut most: Vec<BTreeSet<(Reverse<u64>, String, String)>> = vec![BTreeSet::new(); Confused::ALL.len()];
    let mut records = confused.records().peekable();
    while let Some(record) = records.next() {
        let record = record?;
        let mut count = 1;
        while records.next_if(|next| next.as_ref().is_ok_and(|next| *next == record)).is_some() {
            count += 1;
        }
        let (kind, wanted, given): (Confused, String, String) =
            serde_json::from_slice(&record).map_err(no_record)?;
        for (of, most) in Confused::ALL.iter().zip(&mut most) {
            if *of == kind {
                most.insert((Reverse(count), wanted.clone(), given.clone()));
                if most.len() > MOST_CONFUSIONS {
                    most.pop_last();
                }
            }
        }
    }
    let all = Confused::ALL.iter().zip(most);
    let told = all.flat_map(|(&kind, most)| {
        most.into_iter().map(move |(Reverse(count), wanted, given)| Confusion { kind, wanted, given, count })
    });
    Ok(told.collect())
}

#[cfg(test)]
mod tests;
