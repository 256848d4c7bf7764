//! The counted numbers of a corpus: whole numbers only, so that every order of counting agrees.

use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::ids::{Locale, SpeakerId};
use crate::quality::Verdict;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much there is of something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Utterances.
    pub utterances: u64,
    /// Frames at the corpus rate.
    pub frames: u64,
    /// Speakers.
    pub speakers: u64,
}

/// Everything that is counted over a catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// The whole.
    pub all: Amount,
    /// Bytes of audio files.
    pub audio_bytes: u64,
    /// Utterances whose gain was lowered so that they do not clip.
    pub attenuated: u64,
    /// By split.
    pub splits: BTreeMap<Split, Amount>,
    /// By locale.
    pub locales: BTreeMap<Locale, Amount>,
    /// By locale and split.
    pub locale_splits: BTreeMap<Locale, BTreeMap<Split, Amount>>,
    /// By gender in the speakers' own words; `undisclosed` where it was not granted.
    pub genders: BTreeMap<String, Amount>,
    /// By intent; the empty name stands for none.
    pub intents: BTreeMap<String, u64>,
    /// By verdict.
    pub verdicts: BTreeMap<String, u64>,
    /// Utterances by check that found something.
    pub findings: BTreeMap<String, u64>,
    /// By sheet and version (`assistant 1.0.0`).
    pub sheets: BTreeMap<String, u64>,
    /// By licence of the texts.
    pub text_licences: BTreeMap<String, u64>,
    /// By licence of the recordings; the empty name stands for none granted.
    pub licences: BTreeMap<String, u64>,
    /// By rate of the recordings, in hertz.
    pub source_rates: BTreeMap<u32, u64>,
}

/// Counts rows, which come in byte order of their ids, so that one speaker's rows stand together.
#[derive(Default)]
pub struct Counter {
    totals: Totals,
    speaker: Option<SpeakerId>,
    /// What the current speaker was counted in already.
    in_locale: BTreeMap<Locale, Vec<Split>>,
    in_gender: Vec<String>,
    in_split: Vec<Split>,
}

fn once<T: PartialEq>(seen: &mut Vec<T>, value: T) -> u64 {
    if seen.contains(&value) {
        0
    } else {
        seen.push(value);
        1
    }
}

impl Counter {
    /// Takes the next row.
    pub fn push(&mut self, row: &Row) {
        let is_new = self.speaker.as_ref() != Some(&row.speaker);
        if is_new {
            self.speaker = Some(row.speaker.clone());
            self.in_locale.clear();
            self.in_gender.clear();
            self.in_split.clear();
        }
        let add = |amount: &mut Amount, speakers: u64| {
            amount.utterances += 1;
            amount.frames += row.frames;
            amount.speakers += speakers;
        };
        let totals = &mut self.totals;
        add(&mut totals.all, u64::from(is_new));
        totals.audio_bytes += row.bytes;
        totals.attenuated += u64::from(row.gain_db != 0.0);
        add(totals.splits.entry(row.split).or_default(), once(&mut self.in_split, row.split));
        let new_in_locale = u64::from(!self.in_locale.contains_key(&row.locale));
        add(totals.locales.entry(row.locale.clone()).or_default(), new_in_locale);
        let seen = self.in_locale.entry(row.locale.clone()).or_default();
        let cell = totals.locale_splits.entry(row.locale.clone()).or_default();
        add(cell.entry(row.split).or_default(), once(seen, row.split));
        let gender = row.gender.clone().unwrap_or_else(|| "undisclosed".to_owned());
        add(totals.genders.entry(gender.clone()).or_default(), once(&mut self.in_gender, gender));
        *totals.intents.entry(row.intent.clone().unwrap_or_default()).or_default() += 1;
        for verdict in [Verdict::Pass, Verdict::Warn, Verdict::Reject] {
            *totals.verdicts.entry(verdict.to_string()).or_default() += u64::from(row.verdict == verdict);
        }
        for finding in &row.findings {
            *totals.findings.entry(finding.clone()).or_default() += 1;
        }
        *totals.sheets.entry(format!("{} {}", row.sheet, row.sheet_version)).or_default() += 1;
        *totals.text_licences.entry(row.sheet_licence.clone()).or_default() += 1;
        *totals.licences.entry(row.licence.clone().unwrap_or_default()).or_default() += 1;
        *totals.source_rates.entry(row.source.rate.hz()).or_default() += 1;
    }

    /// Returns the totals.
    pub fn finish(self) -> Totals {
        self.totals
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::catalogue::tests::row;

    #[test]
    fn speakers_count_once_per_group() {
        let mut counter = Counter::default();
        for row in [
            row("a1", "de-DE", "p1", "x", Split::Train),
            row("a1", "fr-FR", "p1", "x", Split::Train),
            row("a1", "fr-FR", "p2", "x", Split::Train),
            row("b2", "fr-FR", "p1", "x", Split::Test),
        ] {
            counter.push(&row);
        }
        let totals = counter.finish();
        let amount =
            |utterances: u64, speakers: u64| Amount { utterances, frames: utterances * 8001, speakers };
        assert_eq!(totals.all, amount(4, 2));
        assert_eq!(totals.splits, [(Split::Train, amount(3, 1)), (Split::Test, amount(1, 1))].into());
        assert_eq!(totals.locales[&"fr-FR".parse().unwrap()], amount(3, 2));
        assert_eq!(totals.genders["undisclosed"], amount(4, 2));
        assert_eq!(
            totals.verdicts,
            [("pass", 4), ("reject", 0), ("warn", 0)].map(|(a, b)| (a.to_owned(), b)).into()
        );
    }
}
