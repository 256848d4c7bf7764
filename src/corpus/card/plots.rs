//! The drawings of a card. Each number that one shows stands in a table of the card as well.

use super::survey::Survey;
use super::words::hours;
use crate::chart::{Bar, Counts, bars, histogram};
use crate::corpus::release::Release;
use crate::corpus::split::Split;
use crate::numbers::{count, percent, plural};
use crate::project::CARD_FOLDER;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The most bars below each other; the tables have all.
const MOST: usize = 40;

/// The drawings, by name.
pub struct Plots(BTreeMap<&'static str, (String, String)>);

/// Keeps the largest, the largest first, and says so in the title.
fn largest(mut rows: Vec<(u64, Bar)>, title: &str) -> (String, Vec<Bar>) {
    rows.sort_by(|a, b| (Reverse(a.0), &a.1.label).cmp(&(Reverse(b.0), &b.1.label)));
    let title = match rows.len() {
        all if all > MOST => format!("{title} ({MOST} of {all})"),
        _ => title.to_owned(),
    };
    rows.truncate(MOST);
    (title, rows.into_iter().map(|(_, bar)| bar).collect())
}

impl Plots {
    /// Draws all of which there is something.
    pub fn of(release: &Release, survey: &Survey) -> Self {
        let mut plots = Self(BTreeMap::new());
        plots.hours(release);
        plots.speakers(release, survey);
        plots.spread("durations", "Lengths of clips", "seconds", &survey.lengths);
        plots.spread("snr", "Voice over background noise", "dB (signal-to-noise ratio)", &survey.snr);
        plots.spread("level", "How loud the voice is", "dBov (active speech level)", &survey.levels);
        let findings = release.totals.findings.iter().map(|(id, count)| (id.clone(), *count));
        plots.counted("findings", "Findings of packed takes", "utterance", findings.collect());
        let refused = release.refused.iter().map(|(reason, count)| (reason.to_string(), *count));
        plots.counted("left-out", "Takes that were left out", "take", refused.collect());
        plots
    }

    fn add(&mut self, name: &'static str, title: String, svg: String) {
        self.0.insert(name, (title, svg));
    }

    fn hours(&mut self, release: &Release) {
        let (totals, rate) = (&release.totals, release.settings.rate);
        let bar =
            |(locale, splits): (&crate::ids::Locale, &BTreeMap<Split, crate::corpus::totals::Amount>)| {
                let frames = |split: Split| splits.get(&split).map_or(0, |amount| amount.frames);
                let parts: Vec<u64> = Split::ALL.into_iter().map(frames).collect();
                let sum = parts.iter().fold(0u64, |sum, part| sum.saturating_add(*part));
                (sum, Bar { label: locale.to_string(), parts, value: format!("{} h", hours(sum, rate)) })
            };
        let (title, rows) =
            largest(totals.locale_splits.iter().map(bar).collect(), "Hours by language and split");
        let description = format!(
            "{} of speech in {}, parted into train, dev and test.",
            plural_hours(&hours(totals.all.frames, rate)),
            plural(totals.locales.len() as u64, "language")
        );
        let legend = Split::ALL.map(Split::name);
        let svg = bars(&title, &description, &legend, &rows);
        self.add("hours", title, svg);
    }

    fn speakers(&mut self, release: &Release, survey: &Survey) {
        let all = release.totals.all;
        let rows: Vec<Bar> = survey
            .speakers
            .iter()
            .map(|(speaker, frames)| Bar {
                label: speaker.to_string(),
                parts: vec![*frames],
                value: percent(*frames, all.frames),
            })
            .collect();
        let title = "Speakers with the most audio".to_owned();
        let description = format!(
            "Shares of all audio, of the first {} of {}.",
            rows.len(),
            plural(all.speakers, "speaker")
        );
        let svg = bars(&title, &description, &[], &rows);
        self.add("speakers", title, svg);
    }

    fn spread(&mut self, name: &'static str, title: &str, unit: &str, counts: &Counts<1>) {
        if counts.counted() == 0 {
            return;
        }
        let description = format!("Histogram. {}", middle(counts, unit.split(' ').next().unwrap_or(unit)));
        self.add(name, title.to_owned(), histogram(title, &description, unit, "utterances", counts));
    }

    fn counted(&mut self, name: &'static str, title: &str, noun: &str, rows: Vec<(String, u64)>) {
        if rows.is_empty() {
            return;
        }
        let sum = rows.iter().fold(0u64, |sum, row| sum.saturating_add(row.1));
        let description = format!("{} in all, by {}.", count(sum), plural(rows.len() as u64, "reason"));
        let bar = |(label, count_of): (String, u64)| {
            (count_of, Bar { label, parts: vec![count_of], value: plural(count_of, noun) })
        };
        let (title, rows) = largest(rows.into_iter().map(bar).collect(), title);
        let svg = bars(&title, &description, &[], &rows);
        self.add(name, title, svg);
    }

    /// Shows a drawing in the card, where there is one.
    pub fn show(&self, out: &mut String, name: &str) {
        if let Some((title, _)) = self.0.get(name) {
            let _ = writeln!(out, "![{title}; the numbers are in the table below]({})\n", path(name));
        }
    }

    /// Returns the drawings: path inside the corpus, and SVG.
    pub fn files(self) -> Vec<(String, String)> {
        self.0.into_iter().map(|(name, (_, svg))| (path(name), svg)).collect()
    }
}

fn path(name: &str) -> String {
    format!("{CARD_FOLDER}/{name}.svg")
}

fn plural_hours(hours: &str) -> String {
    format!("{hours} hour{}", if hours == "1.000" { "" } else { "s" })
}

/// Says where most of what was counted lies.
pub(super) fn middle(counts: &Counts<1>, unit: &str) -> String {
    let (low, half, high) = (counts.shown(0.05), counts.shown(0.5), counts.shown(0.95));
    if low == high {
        format!("Nine in ten are at {low} {unit}, to a quarter of a bar of the drawing.")
    } else {
        format!(
            "The middle is {half}, and nine in ten lie between {low} and {high} {unit}, to a quarter of a bar of the drawing."
        )
    }
}
