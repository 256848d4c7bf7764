//! The parts of the card that follow from the head and the rows.

use super::groups::{PAIRS, Shared};
use super::plots::{Plots, middle};
use super::survey::{SHOWN, Survey};
use super::words::{borrowed, counts, hours, pairs, plain, table};
use crate::audio::quantise::OutputFormat;
use crate::chart::Counts;
use crate::corpus::choice::chosen;
use crate::corpus::format::{Coding, Format, Unfit};
use crate::corpus::processing::processed;
use crate::corpus::release::{Release, Settings};
use crate::corpus::split::Split;
use crate::corpus::totals::Amount;
use crate::digest::Sha256;
use crate::error::Result;
use crate::numbers::{percent, plural};
use crate::project::Access;
use crate::quality::limit_words;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Sessions that are named beside their limits; all of them are in `corpus.json`.
const NAMED: usize = 10;

fn words(format: OutputFormat) -> &'static str {
    match format {
        OutputFormat::Int16 => "16-bit PCM with TPDF dither",
        OutputFormat::Int24 => "24-bit PCM",
        OutputFormat::Int32 => "32-bit PCM",
        OutputFormat::Float32 => "32-bit float",
    }
}

pub(super) fn introduction(out: &mut String, release: &Release) {
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
        "Read speech: {} of {} in {}, {} hours. Every number here was counted from \
         `catalogue.jsonl`, but for what was left out, by {}{}. What only a person can know stands [at the end](#from-the-publisher).\n",
        plural(totals.all.utterances, "utterance"),
        plural(totals.all.speakers, "speaker"),
        plural(totals.locales.len() as u64, "locale"),
        hours(totals.all.frames, settings.rate),
        release.tool,
        released,
    );
}

pub(super) fn contents(out: &mut String, release: &Release, plots: &Plots) {
    let (totals, rate) = (&release.totals, release.settings.rate);
    out.push_str("## Contents\n\n");
    plots.show(out, "hours");
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

/// Writes how much of the audio is whose.
pub(super) fn speakers(out: &mut String, release: &Release, survey: &Survey, plots: &Plots) {
    let (totals, rate) = (&release.totals, release.settings.rate);
    let all = totals.all;
    out.push_str("## Speakers\n\n");
    if all.speakers > SHOWN as u64 {
        let shown = survey.speakers.iter().fold(0u64, |sum, (_, frames)| sum.saturating_add(*frames));
        let _ = writeln!(
            out,
            "The {SHOWN} speakers with the most audio have {} of it; the other {} have the rest.\n",
            percent(shown, all.frames),
            all.speakers - SHOWN as u64
        );
    }
    plots.show(out, "speakers");
    out.push_str("| speaker | hours | share of all |\n|---|---:|---:|\n");
    for (speaker, frames) in &survey.speakers {
        let _ = writeln!(out, "| {speaker} | {} | {} |", hours(*frames, rate), percent(*frames, all.frames));
    }
    out.push_str(
        "\nSpeakers of each language, and the share that the one with the most audio has:\n\n\
         | locale | split | speakers | largest | share |\n|---|---|---:|---|---:|\n",
    );
    for (locale, amount) in &totals.locales {
        let mut line = |split: Option<Split>, amount: &Amount| {
            let name = split.map_or("all", Split::name);
            if let Some((frames, speaker)) = survey.largest.get(&(locale.clone(), split)) {
                let share = percent(*frames, amount.frames);
                let _ = writeln!(out, "| {locale} | {name} | {} | {speaker} | {share} |", amount.speakers);
            }
        };
        line(None, amount);
        for (split, amount) in totals.locale_splits.get(locale).into_iter().flatten() {
            line(Some(*split), amount);
        }
    }
    out.push('\n');
}

/// Writes where most of what was counted lies, and the numbers of its drawing.
fn spread(out: &mut String, counts: &Counts<1>, unit: &str, plots: &Plots, name: &str) {
    let missing = match counts.missing {
        0 => String::new(),
        count => format!(" Not measured in {}.", plural(count, "utterance")),
    };
    if counts.counted() == 0 {
        let _ = writeln!(out, "{}\n", missing.trim_start());
        return;
    }
    let _ = writeln!(out, "{}{missing}\n", middle(counts, unit));
    plots.show(out, name);
    let bars = counts.bars();
    let is_full = |[bar]: &[u64; 1]| *bar > 0;
    let first = bars.iter().position(is_full).unwrap_or(0);
    let last = bars.iter().rposition(is_full).unwrap_or(0);
    let scale = counts.scale();
    let rows = (first..=last).map(|at| {
        let from = scale.from + at as f64 * scale.step;
        let (from, to) = (scale.show(from), scale.show(from + scale.step));
        let name = if at == 0 && counts.below > 0 {
            format!("below {to}")
        } else if at + 1 == bars.len() && counts.above > 0 {
            format!("{from} and more")
        } else {
            format!("{from} to {to}")
        };
        (name, bars[at][0])
    });
    pairs(out, unit, "utterances", rows);
}

pub(super) fn audio(out: &mut String, release: &Release, survey: &Survey, plots: &Plots) {
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
    if settings.embed == Coding::Flac {
        out.push_str("Files that embed the audio hold it as FLAC of the same samples.\n\n");
    }
    let processed = processed(&settings.audio);
    if !processed.is_empty() {
        let _ = writeln!(out, "{processed}\n");
    }
    let rates = totals.source_rates.iter().map(|(hz, count)| (format!("{hz} Hz").into(), *count));
    counts(out, "recorded at", "(none)", rates);
    out.push_str("### Lengths\n\n");
    spread(out, &survey.lengths, "seconds", plots, "durations");
}

/// Says what the release takes in of all that there is, where it leaves something out.
pub(super) fn selection(out: &mut String, release: &Release) {
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

pub(super) fn quality(out: &mut String, release: &Release, survey: &Survey, plots: &Plots) {
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
        plots.show(out, "findings");
        counts(out, "finding", "(none)", totals.findings.iter().map(borrowed));
    }
    out.push_str(
        "Takes that were left out, as they were counted in the recordings when the corpus was packed:\n\n",
    );
    plots.show(out, "left-out");
    out.push_str("| reason | takes | meaning |\n|---|---:|---|\n");
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
    out.push_str("\n### Voice over noise\n\nOf the recordings, before resampling. ");
    spread(out, &survey.snr, "dB", plots, "snr");
    out.push_str("### Speech level\n\nOf the recordings, before resampling (ITU-T P.56). ");
    spread(out, &survey.levels, "dBov", plots, "level");
}

pub(super) fn splits(out: &mut String, release: &Release, survey: &Survey) {
    let Settings { targets, splitting, .. } = &release.settings;
    out.push_str("## Splits\n\n");
    if let Some(words) = splitting.guards_on_card(plain) {
        let _ = writeln!(out, "{words}\n");
    }
    let by_speaker = || {
        format!(
        "Speakers are placed in the order of a salted SHA-256, each in the split that is \
         furthest behind its share ({}/{}/{} percent of the audio of train/dev/test) over locale and gender, locale, \
         and the whole. `splits.lock` keeps every placing: speakers never move between releases, and whoever leaves \
         stays in it as a tombstone.",
        targets.train, targets.dev, targets.test
        ).into()
    };
    let _ = writeln!(out, "{}\n", splitting.on_card().unwrap_or_else(by_speaker));
    overlap(out, survey);
    seen(out, release, survey);
}

/// Writes what each two splits share.
fn overlap(out: &mut String, survey: &Survey) {
    let groups = &survey.groups;
    out.push_str("### What the splits share\n\n");
    let mut lacking = Vec::new();
    for (shared, counts) in Shared::ALL.into_iter().zip(&groups.shared) {
        if shared != Shared::Texts && counts.iter().any(|count| *count > 0) {
            lacking.push(shared.words());
        }
    }
    if lacking.is_empty() {
        out.push_str("No speaker, session, consent receipt, recording or audio file is in two splits. ");
    } else {
        let _ = write!(
            out,
            "**Two splits share {}, so what is measured on one is not new to the other.** ",
            lacking.join(", ")
        );
    }
    out.push_str(
        "Recordings and audio files are told apart by their SHA-256, texts by `normalised`. `booth verify` proves each number: it counts again \
         from the catalogue, and reads every audio file for its SHA-256.\n\n|",
    );
    for (a, b) in PAIRS {
        let _ = write!(out, " | {a} and {b}");
    }
    out.push_str(" |\n|---|---:|---:|---:|\n");
    for (shared, counts) in Shared::ALL.into_iter().zip(&groups.shared) {
        let [one, two, three] = counts;
        let _ = writeln!(out, "| {} | {one} | {two} | {three} |", shared.words());
    }
    out.push('\n');
}

/// Writes how much of dev and test is read in train too.
fn seen(out: &mut String, release: &Release, survey: &Survey) {
    let groups = &survey.groups;
    out.push_str(
        "Seen prompts are those whose text train has too, whoever reads it there. A model that writes out what it learned by heart does well on \
         them; the unseen ones tell how it does on other words.\n\n\
         | split | texts | utterances | seen | unseen | share seen |\n|---|---:|---:|---:|---:|---:|\n",
    );
    for (split, amount) in release.totals.splits.iter().filter(|(split, _)| **split != Split::Train) {
        let (texts, seen) = (groups.texts[*split as usize], groups.seen[*split as usize]);
        let all = amount.utterances;
        let _ = writeln!(
            out,
            "| {split} | {texts} | {all} | {seen} | {} | {} |",
            all.saturating_sub(seen),
            percent(seen, all)
        );
    }
    let _ = writeln!(
        out,
        "\nTrain has {}, all splits together {}.\n",
        plural(groups.texts[0], "text"),
        plural(groups.all_texts, "text")
    );
}

pub(super) fn consent(out: &mut String, release: &Release) {
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

pub(super) fn loading(out: &mut String, release: &Release, formats: &[&dyn Format]) -> Result<()> {
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
