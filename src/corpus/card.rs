//! `README.md`: the dataset card. Every number is counted from the catalogue; what only a person can
//! know stands as a heading that is marked as open, never as invented text.

use crate::audio::quantise::OutputFormat;
use crate::corpus::choice::chosen;
use crate::corpus::format::{self, Format, Unfit};
use crate::corpus::release::Release;
use crate::corpus::split::Split;
use crate::corpus::totals::Amount;
use crate::digest::Sha256;
use crate::error::Result;
use crate::ids::Locale;
use crate::numbers::plural;
use crate::project::Processing;
use crate::project::{Access, Licence};
use crate::quality::limit_words;
use crate::units::SampleRate;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The file's name inside a corpus.
pub const NAME: &str = "README.md";

/// Sessions that are named beside their limits; all of them are in `corpus.json`.
const NAMED: usize = 10;

const BY_HAND: &str = "_To be written by the publisher._";

/// Returns hours with three decimals, from whole frames, rounded half up in whole numbers.
fn hours(frames: u64, rate: SampleRate) -> String {
    let per_hour = u128::from(rate.hz()) * 3600;
    let thousandths = (u128::from(frames) * 2000 + per_hour) / (2 * per_hour);
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// Escapes what Markdown or YAML would read as markup inside a table cell or a quoted scalar.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '|' | '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '#' | '"' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn words(format: OutputFormat) -> &'static str {
    match format {
        OutputFormat::Int16 => "16-bit PCM with TPDF dither",
        OutputFormat::Int24 => "24-bit PCM",
        OutputFormat::Int32 => "32-bit PCM",
        OutputFormat::Float32 => "32-bit float",
    }
}

fn size_category(utterances: u64) -> &'static str {
    match utterances {
        0..1_000 => "n<1K",
        1_000..10_000 => "1K<n<10K",
        10_000..100_000 => "10K<n<100K",
        100_000..1_000_000 => "100K<n<1M",
        1_000_000..10_000_000 => "1M<n<10M",
        _ => "n>10M",
    }
}

/// Returns the licence of the recordings: that of the release, else the one that every speaker granted, else `None`.
fn licence(release: &Release) -> Option<&str> {
    if let Some(licence) = &release.settings.licence {
        return Some(&licence.id);
    }
    let mut names = release.totals.licences.keys();
    match (names.next(), names.next()) {
        (Some(name), None) if !name.is_empty() => Some(name),
        _ => None,
    }
}

fn table<K: std::fmt::Display>(
    out: &mut String,
    head: &str,
    rows: impl Iterator<Item = (K, Amount)>,
    rate: SampleRate,
) {
    let _ = writeln!(out, "| {head} | utterances | speakers | hours |\n|---|---:|---:|---:|");
    for (name, amount) in rows {
        let _ = writeln!(
            out,
            "| {name} | {} | {} | {} |",
            amount.utterances,
            amount.speakers,
            hours(amount.frames, rate)
        );
    }
    out.push('\n');
}

fn counts<'a>(out: &mut String, head: &str, none: &str, rows: impl Iterator<Item = (Cow<'a, str>, u64)>) {
    let _ = writeln!(out, "| {head} | utterances |\n|---|---:|");
    for (name, count) in rows {
        let name = if name.is_empty() { none.to_owned() } else { plain(&name) };
        let _ = writeln!(out, "| {name} | {count} |");
    }
    out.push('\n');
}

fn front_matter(out: &mut String, release: &Release, formats: &[&dyn Format]) {
    let totals = &release.totals;
    let _ = writeln!(out, "---\npretty_name: \"{}\"", plain(&release.settings.title));
    let languages: BTreeSet<&str> = totals.locales.keys().map(Locale::language).collect();
    out.push_str("language:\n");
    for language in &languages {
        // Quoted, since YAML reads the language `no` as a falsehood.
        let _ = writeln!(out, "- \"{language}\"");
    }
    match licence(release) {
        // One that is on no list has its name apart.
        Some(own) if Licence::is_own(own) => {
            let _ =
                writeln!(out, "license: \"other\"\nlicense_name: \"{}\"", plain(&own.to_ascii_lowercase()));
        }
        Some(name) => {
            let _ = writeln!(out, "license: \"{}\"", plain(&name.to_ascii_lowercase()));
        }
        None => out.push_str("license: \"other\"\n"),
    }
    let many = if languages.len() > 1 { "multilingual" } else { "monolingual" };
    let _ = writeln!(out, "multilinguality:\n- {many}");
    let _ = writeln!(out, "size_categories:\n- \"{}\"", size_category(totals.all.utterances));
    out.push_str("task_categories:\n- automatic-speech-recognition\n");
    let mut configs = String::new();
    configurations(&mut configs, release, formats);
    if !configs.is_empty() {
        let _ = write!(out, "configs:\n{configs}");
    }
    out.push_str("---\n\n");
}

/// Writes what Hugging Face loads by which name: where a format has them, a configuration of all and one a locale, else the
/// first that there is.
fn configurations(out: &mut String, release: &Release, formats: &[&dyn Format]) {
    type Files = Vec<(Split, String)>;
    let totals = &release.totals;
    let mut write = |name: &str, files: Files| {
        let _ = writeln!(out, "- config_name: {name}\n  data_files:");
        for (split, path) in files {
            // The name of the split that Hugging Face uses for dev.
            let name = if split == Split::Dev { "validation" } else { split.name() };
            let _ = writeln!(out, "  - split: {name}\n    path: {path}");
        }
    };
    let sharded = |format: &&&dyn Format| format.hugging_face_of(None, Split::Train).is_some();
    if let Some(format) = formats.iter().find(sharded) {
        let of = |locale: Option<&Locale>, splits: &mut dyn Iterator<Item = Split>| -> Files {
            splits.filter_map(|split| Some((split, format.hugging_face_of(locale, split)?))).collect()
        };
        write("all\n  default: true", of(None, &mut totals.splits.keys().copied()));
        for (locale, splits) in &totals.locale_splits {
            write(locale.as_str(), of(Some(locale), &mut splits.keys().copied()));
        }
        return;
    }
    let files = |format: &&dyn Format| -> Option<Files> {
        totals.splits.keys().map(|split| Some((*split, format.hugging_face(*split)?))).collect()
    };
    // What is left out of a manifest may be the whole of a split, and a split without a file is an error to the loader.
    let mut whole = formats.iter().filter(|format| !release.left_out_of.contains_key(format.name()));
    if let Some(files) = whole.find_map(files) {
        write("default", files);
    }
}

/// Returns the card.
///
/// # Errors
/// Those of [`Release::to_text`]; [`ErrorKind::Usage`](crate::ErrorKind::Usage) when a manifest's name is no format's.
pub fn render(release: &Release) -> Result<String> {
    let named = release.settings.manifests.iter().map(|name| format::find(name));
    let formats: Vec<&dyn Format> = named.collect::<Result<_>>()?;
    let mut out = String::new();
    front_matter(&mut out, release, &formats);
    introduction(&mut out, release);
    contents(&mut out, release);
    audio(&mut out, release);
    selection(&mut out, release);
    quality(&mut out, release);
    splits(&mut out, release);
    consent(&mut out, release);
    loading(&mut out, release, &formats)?;
    by_hand(&mut out);
    Ok(out)
}

/// Gives names and counts as [`counts`] takes them.
fn borrowed<'a>((name, count): (&'a String, &u64)) -> (Cow<'a, str>, u64) {
    (Cow::Borrowed(name), *count)
}

fn introduction(out: &mut String, release: &Release) {
    let (totals, settings) = (&release.totals, &release.settings);
    let _ = writeln!(out, "# {}\n", plain(&settings.title));
    let date = settings.date.as_ref().map(|date| format!(" of {}", plain(date)));
    let released = match (&settings.version, date) {
        (Some(version), date) => format!(" for version {}{}", plain(version), date.unwrap_or_default()),
        (None, Some(date)) => format!(" for the release{date}"),
        (None, None) => String::new(),
    };
    let _ = writeln!(
        out,
        "Read speech: {} utterances of {} speakers in {} locales, {} hours. Every number here was counted from \
         `catalogue.jsonl` by {}{}.\n",
        totals.all.utterances,
        totals.all.speakers,
        totals.locales.len(),
        hours(totals.all.frames, settings.rate),
        release.tool,
        released,
    );
}

fn contents(out: &mut String, release: &Release) {
    let (totals, rate) = (&release.totals, release.settings.rate);
    out.push_str("## Contents\n\n");
    table(out, "split", totals.splits.iter().map(|(split, amount)| (*split, *amount)), rate);
    table(out, "locale", totals.locales.iter().map(|(locale, amount)| (locale.clone(), *amount)), rate);
    let cells = totals.locale_splits.iter().flat_map(|(locale, splits)| {
        splits.iter().map(move |(split, amount)| (format!("{locale}, {split}"), *amount))
    });
    table(out, "locale and split", cells, rate);
    table(out, "gender", totals.genders.iter().map(|(name, amount)| (plain(name), *amount)), rate);
    counts(out, "intent", "(none)", totals.intents.iter().map(borrowed));
    counts(out, "prompt sheet", "(none)", totals.sheets.iter().map(borrowed));
}

fn audio(out: &mut String, release: &Release) {
    let (totals, settings) = (&release.totals, &release.settings);
    out.push_str("## Audio\n\n");
    let _ = writeln!(
        out,
        "WAV, one channel, {}, {}; {} bytes. Recordings were made at the rates below and resampled in double \
         precision; where the resampled wave would have passed {} its level was lowered, as it was \
         for {} of them (`gain_db` in the catalogue).\n",
        settings.rate,
        words(settings.format),
        totals.audio_bytes,
        if settings.audio.sets_levels() { "full scale, or the levels below," } else { "full scale" },
        totals.attenuated
    );
    let processed = processed(&settings.audio);
    if !processed.is_empty() {
        let _ = writeln!(out, "{processed}\n");
    }
    let rates = totals.source_rates.iter().map(|(hz, count)| (format!("{hz} Hz").into(), *count));
    counts(out, "recorded at", "(none)", rates);
}

/// Says what was done to clips beyond rate and format; empty where nothing was.
fn processed(audio: &Processing) -> String {
    let mut said = Vec::new();
    if let Some(ms) = audio.trim_ms {
        said.push(format!(
            "Clips were cut to speech with {ms} ms before and after it, where there was more; `clip` in the catalogue has the \
             frames that were left away."
        ));
    }
    if let Some(lufs) = audio.loudness_lufs {
        said.push(format!("One gain for each clip brings it to {lufs} LUFS (ITU-R BS.1770)."));
    }
    if let Some(dbtp) = audio.true_peak_dbtp {
        said.push(format!(
            "The gain is lower where the true peak would pass {dbtp} dBTP; nothing was compressed. `clip` has what was reached."
        ));
    }
    said.join(" ")
}

/// Says what the release takes in of all that there is, where it leaves something out.
fn selection(out: &mut String, release: &Release) {
    let chosen = chosen(&release.settings.select);
    if chosen.is_empty() {
        return;
    }
    out.push_str("## Selection\n\nBy choice this release takes in no more than:\n\n");
    for (what, which) in chosen {
        let _ = writeln!(out, "- {what}: {}", plain(&which));
    }
    out.push('\n');
}

fn quality(out: &mut String, release: &Release) {
    let (totals, settings) = (&release.totals, &release.settings);
    out.push_str("## Quality\n\n");
    let _ = writeln!(
        out,
        "Each utterance is the best accepted take of its prompt: verdict, then fewest findings, then signal-to-noise \
         ratio. The least verdict asked for was `{}`; the policy has the SHA-256 `{}`.\n",
        settings.min_verdict, settings.policy_sha256
    );
    if !release.own_limits.is_empty() {
        out.push_str("Some sessions were judged by limits of their own, which that hash covers:\n\n");
        for own in &release.own_limits {
            let named: Vec<String> = own.sessions.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
            let more = own.sessions.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let _ = writeln!(out, "- {}{more}: {}", named.join(", "), plain(&limit_words(&own.limits)));
        }
        out.push('\n');
    }
    counts(out, "verdict", "(none)", totals.verdicts.iter().map(borrowed));
    if !totals.findings.is_empty() {
        counts(out, "finding", "(none)", totals.findings.iter().map(borrowed));
    }
    out.push_str("Takes that were left out:\n\n| reason | takes | meaning |\n|---|---:|---|\n");
    if release.refused.is_empty() {
        out.push_str("| (none) | 0 | |\n");
    }
    for (reason, count) in &release.refused {
        let _ = writeln!(out, "| {reason} | {count} | {} |", reason.words());
    }
    if let Some(count) = release.unreadable {
        let sessions = plural(count.get(), "session");
        let _ =
            writeln!(out, "\nBesides, {sessions} could not be read, and nothing of what they hold is here.");
    }
}

fn splits(out: &mut String, release: &Release) {
    let targets = release.settings.targets;
    out.push_str("\n## Splits\n\n");
    let _ = writeln!(
        out,
        "No speaker is in two splits. Speakers are placed in the order of a salted SHA-256, each in the split that is \
         furthest behind its share ({}/{}/{} percent of the audio of train/dev/test) over locale and gender, locale, \
         and the whole. `splits.lock` keeps every placing: speakers never move between releases, and whoever leaves \
         stays in it as a tombstone.\n",
        targets.train, targets.dev, targets.test
    );
}

fn consent(out: &mut String, release: &Release) {
    let totals = &release.totals;
    out.push_str("## Consent and licence\n\n");
    let _ = writeln!(
        out,
        "Every speaker gave a consent that grants `{}` and was valid when the corpus was packed; the catalogue names \
         the receipt. Speakers are known by pseudonyms. Age, gender, accent and language stand in the catalogue only \
         where the speaker granted that.\n",
        plain(&release.settings.scope)
    );
    released(out, release);
    counts(out, "licence of the recordings", "(none granted)", totals.licences.iter().map(borrowed));
    counts(out, "licence of the texts", "(none)", totals.text_licences.iter().map(borrowed));
}

/// Says under which licence the release is and who gets it, with the text of a licence that is on no list.
fn released(out: &mut String, release: &Release) {
    let settings = &release.settings;
    let (Some(licence), Some(access)) = (&settings.licence, settings.access) else { return };
    let _ = writeln!(
        out,
        "This corpus is released under `{}`. {}\n",
        plain(&licence.id),
        match access {
            Access::Open =>
                "Access is open: every speaker granted that anybody may have it under this licence.",
            Access::Gated =>
                "Access is gated: it goes to those who ask for it and agree to its terms, and is not to be published \
                 openly. Every speaker granted that.",
        }
    );
    if let (Some(text), Some(sha256)) = (&licence.text, licence.text_sha256) {
        let _ = writeln!(out, "Its text, with the SHA-256 `{sha256}`:\n");
        for line in text.trim_end_matches('\n').split('\n') {
            // Four spaces make it a block in which nothing is markup.
            let _ = writeln!(out, "{}", format!("    {line}").trim_end());
        }
        out.push('\n');
    }
}

fn loading(out: &mut String, release: &Release, formats: &[&dyn Format]) -> Result<()> {
    out.push_str("## How to check and load it\n\n```\nsha256sum -c SHA256SUMS\nbooth verify .\n```\n\n");
    out.push_str(
        "`catalogue.jsonl` has one JSON object per utterance, sorted by id; the audio lies in \
         `audio/<locale>/<speaker>/<utterance>.wav`.\n",
    );
    for format in formats {
        out.push_str(format.how_to_load());
        if let Some(reasons) = release.left_out_of.get(format.name()) {
            left_out(out, reasons, release.totals.all.utterances);
        }
    }
    let _ = writeln!(out, "\nThe SHA-256 of `corpus.json` is `{}`.\n", Sha256::of(release.to_text()?));
    Ok(())
}

/// Says what is not in a manifest, and why.
fn left_out(out: &mut String, reasons: &BTreeMap<Unfit, u64>, all: u64) {
    let count = reasons.values().fold(0, |sum: u64, count| sum.saturating_add(*count));
    let none = if count == all { ", so there is no such manifest" } else { "" };
    let _ = writeln!(out, "Not in it: {count} of {}{none}.\n", plural(all, "utterance"));
    for (why, count) in reasons {
        let _ = writeln!(out, "- {count}: {}", why.words());
    }
    out.push('\n');
}

fn by_hand(out: &mut String) {
    out.push_str("## For the publisher\n");
    for heading in [
        "Motivation",
        "Who was asked and how they were paid",
        "Recording conditions",
        "Intended uses",
        "Uses to keep away from",
        "Known biases and limits",
        "Maintenance and contact",
        "How speakers withdraw",
    ] {
        let _ = write!(out, "\n### {heading}\n\n{BY_HAND}\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::catalogue::tests::row;
    use crate::corpus::refusal::Reason;
    use crate::corpus::release::Settings;
    use crate::corpus::split::Targets;
    use crate::corpus::totals::Counter;
    use crate::quality::Verdict;

    #[test]
    fn hours_are_counted_in_whole_numbers() {
        let rate = SampleRate::new(16_000).unwrap();
        assert_eq!(hours(0, rate), "0.000");
        assert_eq!(hours(16_000 * 3600, rate), "1.000");
        assert_eq!(hours(16_000 * 3600 / 2000, rate), "0.001");
        assert_eq!(hours(u64::MAX, rate), "320255973501.902");
    }

    /// The card of four utterances; the expected text was read and counted by hand.
    #[test]
    fn a_small_corpus_has_this_card() {
        let mut rows = vec![
            row("a1", "fr-FR", "p1", "un", Split::Train),
            row("a1", "fr-FR", "p2", "deux", Split::Train),
            row("b2", "ja-JP", "p1", "明日", Split::Dev),
            row("c3", "fr-FR", "p1", "un", Split::Test),
        ];
        rows[0].gender = Some("a | b".to_owned());
        rows[1].intent = None;
        rows[1].verdict = Verdict::Warn;
        rows[1].findings = vec!["too-quiet".to_owned()];
        rows[2].gain_db = -0.5;
        rows[3].licence = Some("CC-BY-4.0".to_owned());
        let mut counter = Counter::default();
        for row in &mut rows {
            row.frames = 16_000 * 90;
            counter.push(row);
        }
        let release = Release {
            schema: 1,
            tool: "booth 0.1.0".to_owned(),
            own_limits: Vec::new(),
            settings: Settings {
                title: "Small \"corpus\"".to_owned(),
                rate: SampleRate::new(16_000).unwrap(),
                format: OutputFormat::Int16,
                min_verdict: Verdict::Warn,
                scope: "asr".to_owned(),
                targets: Targets::default(),
                select: crate::project::Choice::default(),
                audio: crate::project::Processing::default(),
                version: Some("1.2.0".to_owned()),
                previous: None,
                manifests: vec!["kaldi".to_owned(), "nemo".to_owned()],
                shard_bytes: None,
                policy_sha256: Sha256::of("policy"),
                date: Some("2026-11-24".to_owned()),
                licence: None,
                access: None,
                project_sha256: None,
                without_shared: false,
            },
            totals: counter.finish(),
            refused: [(Reason::Verdict, 2), (Reason::ConsentExpired, 1)].into(),
            unreadable: None,
            left_out_of: BTreeMap::new(),
            catalogue_sha256: Sha256::of("catalogue"),
            splits_sha256: Sha256::of("splits"),
        };
        let text = release.to_text().unwrap();
        assert_eq!(Release::parse(&text).unwrap(), release);
        let card = render(&release).unwrap();
        let expected = include_str!("../../tests/fixtures/card-of-four-utterances.md");
        assert_eq!(card, expected, "the card is now:\n{card}");
    }

    #[test]
    fn markup_in_a_title_is_only_text() {
        assert_eq!(plain("a|b\n\"c\" <x>"), "a&#124;b &#34;c&#34; &#60;x&#62;");
    }
}
