//! Rows of a layout become recordings with a clean text and a known speaker; what is odd about them is told.

use super::folder::{last_part, stem};
use super::found::{Candidate, ImportFinding, Row, TextPlace, Who};
use super::names::{client_speaker, named_speaker};
use super::request::{ImportRequest, Layout, usage};
use super::text::{self, TextChanges};
use crate::error::Result;
use crate::ids::{Locale, SpeakerId};
use crate::recordings::session::record::Speaker;
use crate::severity::Severity;
use std::collections::{BTreeMap, BTreeSet};

/// An answer that declines to answer.
const DECLINED: &str = "do_not_wish_to_say";
/// Fewer texts than these do not show that they are all the same.
const FEW: usize = 3;

/// Recordings that can be looked at, and what was done to their texts.
#[derive(Debug, Default)]
pub(super) struct Assembled {
    pub candidates: Vec<Candidate>,
    pub findings: Vec<ImportFinding>,
    pub changes: TextChanges,
}

/// Cleans texts and names speakers.
///
/// # Errors
/// [`crate::ErrorKind::Usage`] when nobody says who speaks, or both the request and the layout do.
pub(super) fn assemble(rows: Vec<Row>, layout: Layout, request: &ImportRequest) -> Result<Assembled> {
    check_speaker(&rows, layout, request)?;
    let mut assembled = Assembled::default();
    let mut known: BTreeMap<SpeakerId, BTreeMap<String, String>> = BTreeMap::new();
    let mut ours = Vec::with_capacity(rows.len());
    for row in rows {
        match other_locale(&row, &request.locale) {
            Some(message) => {
                assembled.findings.push(ImportFinding::at(
                    "other-locale",
                    Severity::Reject,
                    &row.place,
                    message,
                ));
            }
            None => ours.push(row),
        }
    }
    for row in without_conflicts(ours, &mut assembled.findings) {
        let id = speaker(row.who.as_ref(), request)?;
        let about = known.entry(id.clone()).or_default();
        for (field, value) in &row.about {
            if let Ok((value, _)) = text::clean(value)
                && value != DECLINED
            {
                about.entry((*field).to_owned()).or_insert(value);
            }
        }
        match candidate(&row, id) {
            Ok((candidate, changes)) => {
                assembled.changes += changes;
                assembled.candidates.push(candidate);
            }
            Err(reason) => {
                let message = format!("the text cannot be used: {reason}");
                assembled.findings.push(ImportFinding::at(
                    "text-unusable",
                    Severity::Reject,
                    &row.place,
                    message,
                ));
            }
        }
    }
    for candidate in &mut assembled.candidates {
        candidate.speaker.metadata = known.get(&candidate.speaker.id).cloned().unwrap_or_default();
    }
    assembled.findings.extend(alike(&assembled.candidates));
    Ok(assembled)
}

/// Refuses a speaker that is named twice, or not at all.
fn check_speaker(rows: &[Row], layout: Layout, request: &ImportRequest) -> Result<()> {
    let names: BTreeSet<&Who> = rows.iter().filter_map(|row| row.who.as_ref()).collect();
    let unnamed = rows.iter().any(|row| row.who.is_none());
    match &request.speaker {
        Some(id) if names.len() > 1 => Err(usage(format!(
            "the layout {layout} names {} speakers here, so they cannot all be the speaker {id}",
            names.len()
        ))
        .with_path(&request.path)
        .with_hint(
            "leave out --speaker, and each gets a pseudonym; or, where it is one person, pass over the column with --columns, \
             such as --columns audio,-,text",
        )),
        None if unnamed => Err(usage(format!("the layout {layout} does not say who speaks here"))
            .with_path(&request.path)
            .with_hint("give --speaker ID, a pseudonym of a-z and 0-9")),
        _ => Ok(()),
    }
}

fn speaker(who: Option<&Who>, request: &ImportRequest) -> Result<SpeakerId> {
    if let Some(id) = &request.speaker {
        return Ok(id.clone());
    }
    match who {
        Some(Who::Client(id)) => client_speaker(id),
        Some(Who::Name(name)) => named_speaker(name, &request.sheet, request.ids),
        None => {
            Err(usage("nobody says who speaks").with_hint("give --speaker ID, a pseudonym of a-z and 0-9"))
        }
    }
}

/// Says that a row is in another language. What is no code of a language is not compared.
fn other_locale(row: &Row, locale: &Locale) -> Option<String> {
    let theirs = row.locale.as_deref()?;
    let language = theirs.split(['-', '_']).next().unwrap_or(theirs);
    let is_code =
        (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_variant = theirs.parse::<Locale>().is_ok_and(|theirs| locale.is_other_variant(&theirs));
    let other = is_variant || is_code && !language.eq_ignore_ascii_case(locale.language());
    other.then(|| format!("the line is in `{}`, not in {locale}", theirs.escape_debug()))
}

fn candidate(row: &Row, id: SpeakerId) -> Result<(Candidate, TextChanges), String> {
    let read = row.read.as_deref().filter(|read| !read.trim().is_empty());
    let (text, mut changes) = text::clean(read.unwrap_or(&row.text))?;
    let printed = read.and_then(|_| text::clean(&row.text).ok()).map(|(printed, _)| printed);
    changes += row.changes;
    let candidate = Candidate {
        speaker: Speaker { id, metadata: BTreeMap::new() },
        stem: last_part(&stem(&row.relative)).to_owned(),
        relative: row.relative.clone(),
        sound: row.audio.clone(),
        part: row.part,
        printed: printed.filter(|printed| *printed != text),
        text,
        place: row.place.clone(),
    };
    Ok((candidate, changes))
}

/// Leaves out recordings that are given two texts: at most one of them is true, and nobody here knows which.
fn without_conflicts(rows: Vec<Row>, findings: &mut Vec<ImportFinding>) -> Vec<Row> {
    let words = |row: &Row| {
        let read = row.read.as_deref().filter(|read| !read.trim().is_empty());
        text::clean(read.unwrap_or(&row.text)).ok().map(|(text, _)| text)
    };
    let mut first: BTreeMap<_, (Option<String>, TextPlace)> = BTreeMap::new();
    let mut torn: BTreeMap<_, (TextPlace, TextPlace)> = BTreeMap::new();
    for row in &rows {
        let key = (row.relative.clone(), row.part);
        let known = first.entry(key.clone()).or_insert_with(|| (words(row), row.place.clone()));
        if words(row).is_some() && known.0.is_some() && known.0 != words(row) {
            torn.entry(key).or_insert_with(|| (known.1.clone(), row.place.clone()));
        }
    }
    let (kept, left): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| !torn.contains_key(&(row.relative.clone(), row.part)));
    for row in left {
        let Some((one, two)) = torn.get(&(row.relative.clone(), row.part)) else { continue };
        let other = if *one == row.place { two } else { one };
        let place = match other.1 {
            Some(line) if other.0 == row.place.0 => format!("line {line}"),
            Some(line) => format!("{}:{line}", other.0.display()),
            None => other.0.display().to_string(),
        };
        let message =
            format!("{} has another text in {place}; keep the one that is true", row.relative.escape_debug());
        findings.push(ImportFinding::at("text-conflict", Severity::Reject, &row.place, message));
    }
    kept
}

/// Tells of texts that look like none: the same for nearly all, or a few words that come again and again.
fn alike(candidates: &[Candidate]) -> Option<ImportFinding> {
    let total = candidates.len();
    let place = (candidates.first()?.place.0.clone(), None);
    let place = if candidates.iter().all(|one| one.place.0 == place.0) {
        place
    } else {
        (place.0.parent().map(std::path::Path::to_path_buf).unwrap_or_default(), None)
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for candidate in candidates {
        *counts.entry(&candidate.text).or_insert(0) += 1;
    }
    let (most, times) = counts.iter().max_by_key(|(_, times)| **times)?;
    if total >= FEW && 10 * times >= 9 * total {
        let message = format!(
            "{times} of {total} recordings have the same text, `{}`: is it that of another column?",
            most.escape_debug()
        );
        return Some(ImportFinding::at("same-text", Severity::Warn, &place, message));
    }
    let single = candidates.iter().filter(|one| !one.text.contains(' ') && one.text.is_ascii()).count();
    if total >= FEW && 10 * single >= 9 * total && 3 * counts.len() <= 2 * total {
        let some: Vec<String> =
            counts.keys().take(3).map(|text| format!("`{}`", text.escape_debug())).collect();
        let message = format!(
            "{total} recordings have {} texts of one word ({}…): are these words, or names of speakers?",
            counts.len(),
            some.join(", ")
        );
        return Some(ImportFinding::at("text-like-names", Severity::Warn, &place, message));
    }
    None
}
