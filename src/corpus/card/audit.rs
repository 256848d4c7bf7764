//! The audit: what a trainer should know of a corpus before training on it, though nothing of it is a fault of a clip.
//!
//! The subjects are those that Lau et al. (ACL 2025, arXiv 2506.17525) found in published corpora: clips that are too short or hold
//! little speech, repeated and templated texts, few or dominating speakers, mixed orthography.

use super::survey::{LONG_S, SHORT_S, SPEECH_PERCENT, Survey};
use super::writing::{CHOICES, Told, Writing};
use crate::corpus::release::Release;
use crate::corpus::split::Split;
use crate::ids::Locale;
use crate::numbers::{percent, plural};
use std::fmt::Write as _;

/// A speaker with more of a language's audio, in percent, is a large part of it.
const LARGE_PERCENT: u128 = 10;
/// Fewer speakers in dev or test of a language are few.
const FEW: u64 = 5;
/// Languages that are named for one subject.
const NAMED: usize = 10;

/// Writes one subject: what, above or below which limit, how many of how many, which for example, and what follows.
fn subject(out: &mut String, what: &str, told: &Told, of: u64, more: &str, meaning: &str) {
    let _ = writeln!(
        out,
        "- **{what}**: {} of {} ({}){}{more}. {meaning}",
        told.utterances,
        plural(of, "utterance"),
        percent(told.utterances, of),
        examples(told)
    );
}

fn examples(told: &Told) -> String {
    let ids: Vec<String> =
        told.examples().map(|ids| format!("`{}`", ids.replace(" and ", "` and `"))).collect();
    if ids.is_empty() { String::new() } else { format!(", such as {}", ids.join(", ")) }
}

/// Writes the audit.
pub(super) fn audit(out: &mut String, release: &Release, survey: &Survey) {
    let (all, groups) = (release.totals.all.utterances, &survey.groups);
    out.push_str(
        "## Audit\n\nWhat is no fault of a clip and yet changes what is learned. Nothing was left out for it; the examples are the \
         first by id.\n\n",
    );
    subject(
        out,
        &format!("Short clips, below {SHORT_S} s"),
        &survey.short,
        all,
        "",
        "Models of sentences learn little from them and aligners fail on them; single words and wake words are as short as this.",
    );
    subject(
        out,
        &format!("Long clips, above {LONG_S} s"),
        &survey.long,
        all,
        "",
        "Models with a window of 30 s cut them off, the words at the end with them.",
    );
    let unknown = match survey.speech_unknown {
        0 => String::new(),
        count => format!("; of {count} more it is not known"),
    };
    subject(
        out,
        &format!(
            "Little speech, below {SPEECH_PERCENT} % of the clip between its first and last sound of voice"
        ),
        &survey.little_speech,
        all,
        &unknown,
        "Much silence teaches a model to say nothing, or to invent words where there are none.",
    );
    subject(
        out,
        "Repeated texts, read more than once",
        &groups.repeated,
        all,
        &format!(
            "; {}, each read at most {}",
            plural(groups.repeated_texts, "text"),
            plural(groups.most_of_a_text, "time")
        ),
        "A model learns them by heart; how it does on other words is seen on unseen texts alone (see Splits).",
    );
    subject(
        out,
        "Templated texts, that differ from another by a slot or a number alone",
        &groups.templated,
        all,
        &format!("; {}", plural(groups.templates, "template")),
        "They are fewer sentences than they look, and a split by texts does not part them. Numbers in words and what no slot \
         marks are not seen here.",
    );
    large(out, release, survey);
    few(out, release);
    orthography(out, survey, all);
}

/// Tells which languages are largely one speaker's.
fn large(out: &mut String, release: &Release, survey: &Survey) {
    let totals = &release.totals;
    let is_large = |frames: u64, of: u64| u128::from(frames) * 100 > u128::from(of) * LARGE_PERCENT;
    let mut found = Vec::new();
    for (locale, amount) in &totals.locales {
        let Some((frames, speaker)) = survey.largest.get(&(locale.clone(), None)) else { continue };
        if is_large(*frames, amount.frames) {
            found.push(format!("{locale} {} (`{speaker}`)", percent(*frames, amount.frames)));
        }
    }
    let of = plural(totals.locales.len() as u64, "language");
    let _ = writeln!(
        out,
        "- **One speaker with above {LARGE_PERCENT} % of a language's audio**: {} of {of}{}. A model comes to know that voice and its \
         microphone; weigh speakers against each other in training.",
        found.len(),
        listed(&found)
    );
}

/// Tells where dev or test have few speakers.
fn few(out: &mut String, release: &Release) {
    let mut found = Vec::new();
    let mut places = 0;
    for (locale, splits) in &release.totals.locale_splits {
        for (split, amount) in splits.iter().filter(|(split, _)| **split != Split::Train) {
            places += 1;
            if amount.speakers < FEW {
                found.push(format!("{locale} {split} {}", amount.speakers));
            }
        }
    }
    let _ = writeln!(
        out,
        "- **Fewer than {FEW} speakers in dev or test of a language**: {} of {places}{}. An error rate there tells of these voices, \
         not of the language.",
        found.len(),
        listed(&found)
    );
}

fn listed(found: &[String]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let more = found.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let named: Vec<&str> = found.iter().take(NAMED).map(String::as_str).collect();
    format!(": {}{more}", named.join(", "))
}

/// Tells what is written in more than one way.
fn orthography(out: &mut String, survey: &Survey, all: u64) {
    let sum = |of: fn(&Writing) -> &Told| {
        let mut sum = Told::default();
        for told in survey.writing.values().map(of) {
            sum.join(told);
        }
        sum
    };
    let groups = &survey.groups;
    subject(
        out,
        "One text written in several ways",
        &groups.spelled,
        all,
        &format!("; {}", plural(groups.spelled_texts, "text")),
        "Capitals, marks or spellings differ where the words do not: train on `normalised`, or choose one way.",
    );
    subject(
        out,
        "Letters of two scripts in one text",
        &sum(|writing| &writing.scripts),
        all,
        "",
        "Letters that look alike are other letters to a model; borrowed words are all right.",
    );
    subject(
        out,
        "Texts not in Unicode form NFC",
        &sum(|writing| &writing.forms),
        all,
        "",
        "The same letters in other code points are other letters to a model.",
    );
    let mut mixed = String::new();
    for (locale, writing) in &survey.writing {
        for (choice, told) in CHOICES.iter().zip(&writing.choices) {
            mixed.push_str(&two_ways(locale, choice.name, choice.ways, told));
        }
    }
    out.push('\n');
    if mixed.is_empty() {
        out.push_str("Apostrophes, quotation marks, digits, marks at the end and first letters are written in one way in each language.\n\n");
        return;
    }
    let _ = writeln!(
        out,
        "Written in two ways within a language, with examples of the rarer. A model whose letters are those of `text` learns both, and \
         error rates by characters count one as wrong; `normalised` in the catalogue has one way.\n\n{mixed}"
    );
}

fn two_ways(locale: &Locale, name: &str, ways: [&str; 2], told: &[Told; 2]) -> String {
    if told.iter().any(|told| told.utterances == 0) {
        return String::new();
    }
    let rarer = &told[usize::from(told[1].utterances < told[0].utterances)];
    format!(
        "- {locale}, {name}: {} {}, {} {}{}\n",
        told[0].utterances,
        ways[0],
        told[1].utterances,
        ways[1],
        examples(rarer)
    )
}
