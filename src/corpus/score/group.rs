//! Utterances put together, and what is told of each group.

use super::bootstrap::{LEAST_SPEAKERS, Parts};
use super::counts::{Counts, Measure, Told};
use super::rows::{By, Drawn, Estimate, Score};
use crate::corpus::catalogue::Row;
use crate::digest::Sha256;
use crate::ids::SpeakerId;
use crate::units::rounded;
use std::collections::BTreeMap;

/// How often an intent was wanted, given, and both.
#[derive(Debug, Clone, Copy, Default)]
struct IntentCounts {
    wanted: u64,
    given: u64,
    right: u64,
}

impl IntentCounts {
    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.wanted + self.given) as f64
    }
}

/// A group while it is counted. Rows come by speaker, so that none is remembered.
#[derive(Debug, Default)]
struct Group {
    total: Counts,
    speakers: u64,
    last: Option<SpeakerId>,
    by_speaker: Parts,
    /// Until there are enough speakers.
    by_utterance: Option<Parts>,
    intents: BTreeMap<String, IntentCounts>,
}

impl Group {
    fn add(&mut self, row: &Row, counts: Counts, given: Option<&String>) {
        self.total += counts;
        if self.last.as_ref() != Some(&row.speaker) {
            self.last = Some(row.speaker.clone());
            self.speakers += 1;
            self.by_speaker.begin();
        }
        self.by_speaker.add(counts);
        if self.speakers >= LEAST_SPEAKERS {
            self.by_utterance = None;
        } else {
            let utterances = self.by_utterance.get_or_insert_default();
            utterances.begin();
            utterances.add(counts);
        }
        if counts.intents > 0
            && let Some(wanted) = &row.intent
        {
            let of = self.intents.entry(wanted.clone()).or_default();
            of.wanted += 1;
            of.right += counts.intents_right;
            if let Some(given) = given {
                self.intents.entry(given.clone()).or_default().given += 1;
            }
        }
    }

    /// Tells the group. `seed` begins all draws of a corpus, and each group has its own.
    fn score(self, by: By, value: String, told: Told, seed: &Sha256) -> Score {
        let own = Sha256::of(format!("{seed}\n{by}\n{value}"));
        let own = own.bytes().iter().take(8).fold(0, |sum, &byte| (sum << 8) | u64::from(byte));
        let (drawn, parts) = match &self.by_utterance {
            Some(parts) => (Drawn::Utterances, parts),
            None => (Drawn::Speakers, &self.by_speaker),
        };
        let ranges = parts.ranges(own);
        let mut measures = BTreeMap::new();
        let mut unmeasured = BTreeMap::new();
        for (&measure, range) in Measure::ALL.iter().zip(ranges) {
            let (part, of) = measure.ratio(&self.total);
            if of > 0 {
                let (low, high) = range.unzip();
                let value = rounded(part as f64 / of as f64, 4);
                let [low, high] = [low, high].map(|end| end.map(|end| rounded(end, 4)));
                measures.insert(measure, Estimate { value, low, high });
            } else if measure == Measure::IntentF1Macro
                && by != By::Intent
                && let Some(value) = self.macro_f1()
            {
                measures.insert(measure, Estimate { value: rounded(value, 4), low: None, high: None });
            } else {
                unmeasured.insert(measure, reason(measure, by, told, &self.total));
            }
        }
        Score { by, value, speakers: self.speakers, drawn, counts: self.total, measures, unmeasured }
    }

    fn macro_f1(&self) -> Option<f64> {
        let f1: Vec<f64> = self.intents.values().filter(|of| of.wanted > 0).map(|of| of.f1()).collect();
        (!f1.is_empty()).then(|| f1.iter().sum::<f64>() / f1.len() as f64)
    }
}

/// Says why a measure of a group has no value.
fn reason(measure: Measure, by: By, told: Told, counts: &Counts) -> &'static str {
    let no_text = "no line has a text";
    match measure {
        Measure::Wer | Measure::Cer | Measure::Ser if !told.text => no_text,
        Measure::Wer | Measure::Cer | Measure::Ser if counts.sentences == 0 => {
            "no line of the group has a text"
        }
        Measure::Wer => "words are not compared: a script without spaces, or digits against words",
        Measure::Cer | Measure::Ser => "the texts have no letters to compare",
        Measure::IntentAccuracy | Measure::IntentF1Micro | Measure::IntentF1Macro | Measure::IntentF1
            if !told.intent =>
        {
            "no line has an intent"
        }
        Measure::IntentF1 if by != By::Intent => "it is told of each intent alone",
        Measure::IntentF1Macro if by == By::Intent => "it is a mean over intents",
        Measure::IntentAccuracy | Measure::IntentF1Micro | Measure::IntentF1Macro | Measure::IntentF1 => {
            "no utterance has an intent of an assistant"
        }
        Measure::SlotF1 if !told.slots => "no line has slots",
        Measure::SlotF1 => "no utterance has a slot, and none was given",
        Measure::FalseRejectRate | Measure::FalseAcceptRate if !told.text && !told.detected => {
            "no line says whether something was detected, or has a text"
        }
        Measure::FalseRejectRate => "no utterance is a wake phrase",
        Measure::FalseAcceptRate => "no utterance is a near miss of a wake phrase",
    }
}

/// All groups of a corpus.
pub(super) struct Groups<'a> {
    told: Told,
    seed: &'a Sha256,
    speaker: Option<SpeakerId>,
    open: BTreeMap<(By, String), Group>,
    told_speakers: Vec<Score>,
}

impl<'a> Groups<'a> {
    pub fn new(told: Told, seed: &'a Sha256) -> Self {
        Self { told, seed, speaker: None, open: BTreeMap::new(), told_speakers: Vec::new() }
    }

    /// Takes the next utterance, in the order of the catalogue, with the intent that was given.
    pub fn add(&mut self, row: &Row, counts: Counts, given: Option<&String>) {
        if self.speaker.as_ref() != Some(&row.speaker) {
            self.end_speaker();
            self.speaker = Some(row.speaker.clone());
        }
        for &by in By::ALL {
            if let Some(value) = by.value(row) {
                self.open.entry((by, value)).or_default().add(row, counts, given);
            }
        }
    }

    /// Tells the group of the last speaker: of many speakers the parts would be all utterances of the corpus.
    fn end_speaker(&mut self) {
        let Some(speaker) = self.speaker.take() else { return };
        let key = (By::Speaker, speaker.to_string());
        if let Some(group) = self.open.remove(&key) {
            self.told_speakers.push(group.score(key.0, key.1, self.told, self.seed));
        }
    }

    /// Tells all groups, in the order of [`By::ALL`] and of their names.
    pub fn finish(mut self) -> Vec<Score> {
        self.end_speaker();
        let all = self.open.get(&(By::All, String::new()));
        let intents = all.map_or_else(BTreeMap::new, |group| group.intents.clone());
        let mut scores = self.told_speakers;
        for ((by, value), group) in self.open {
            let mut score = group.score(by, value, self.told, self.seed);
            if by == By::Intent
                && let Some(of) = intents.get(&score.value)
            {
                let value = rounded(of.f1(), 4);
                score.unmeasured.remove(&Measure::IntentF1);
                score.measures.insert(Measure::IntentF1, Estimate { value, low: None, high: None });
            }
            scores.push(score);
        }
        scores.sort_by(|one, other| (one.by, &one.value).cmp(&(other.by, &other.value)));
        scores
    }
}
