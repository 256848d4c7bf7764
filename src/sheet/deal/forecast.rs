//! What deals to come would bring: speakers who do not exist are dealt a sheet, one after the other.

use super::{Deal, Gathered, Wish, deal};
use crate::error::Result;
use crate::ids::SpeakerId;
use crate::random::SplitMix64;
use crate::sheet::{Coverage, Pool, Prompt, Sheet};
use crate::text;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How many speakers, and how much they read.
#[derive(Debug, Clone, Copy)]
pub struct Crowd {
    /// Speakers.
    pub speakers: u32,
    /// What each is dealt.
    pub each: u32,
    /// How many of them stop somewhere in what they are dealt, chosen by chance with the place.
    pub stopping: u32,
    /// Decides that chance.
    pub seed: u64,
}

/// What a crowd would bring.
#[derive(Debug, Clone, Serialize)]
pub struct Forecast {
    /// Speakers.
    pub speakers: u32,
    /// What all of them read.
    pub readings: u64,
    /// Different sentences among these.
    pub texts: u64,
    /// What two speakers have in common, of what the one who reads less reads: on average over all pairs, and at most, from 0 to 1.
    pub common_mean: f64,
    /// See [`Forecast::common_mean`].
    pub common_most: f64,
    /// Readings of the intent that is read least and of the one that is read most.
    pub intent_least: u64,
    /// See [`Forecast::intent_least`].
    pub intent_most: u64,
    /// Readings that are for evaluation only.
    pub eval_only: u64,
    /// Were every fifth speaker in test: of their readings, the share whose sentence is read by nobody in train, from 0 to 1;
    /// `None` where these read nothing.
    pub unseen: Option<f64>,
    /// The same of those that are for evaluation only, which are packed of test alone.
    pub unseen_eval: Option<f64>,
    /// What the readings cover.
    pub coverage: Coverage,
}

/// Deals a sheet to a crowd; `each_reading` is given each reading in its order.
///
/// # Errors
/// Those of `each_reading`.
pub fn forecast(
    sheet: &Sheet,
    crowd: &Crowd,
    each_reading: &mut dyn FnMut(&SpeakerId, &Prompt) -> Result<()>,
) -> Result<Forecast> {
    let terms = sheet.head.deal.unwrap_or_default();
    let mut random = SplitMix64::new(crowd.seed);
    let mut gathered = Gathered::default();
    let mut coverage = Coverage::new(&sheet.locale);
    let mut intents: BTreeMap<Option<String>, u64> = BTreeMap::new();
    let mut read: Vec<Vec<(String, Pool)>> = Vec::new();
    let mut left_to_stop = u64::from(crowd.stopping);
    for at in 0..crowd.speakers {
        let speaker: SpeakerId = format!("s{}", at + 1).parse()?;
        let wish = Wish {
            speaker: &speaker,
            round: 0,
            readings: crowd.each as usize,
            eval_percent: terms.eval_percent,
            is_evaluation: false,
        };
        let dealt: Deal = deal(sheet, &wish, &gathered, &[]);
        let mut prompts = sheet.dealt(&dealt)?.prompts;
        // Each that is left is as likely as any other to be one of those who stop.
        let left = (crowd.speakers - at) as usize;
        if (random.below(left) as u64) < left_to_stop {
            left_to_stop -= 1;
            prompts.truncate(random.below(prompts.len().max(1)));
        }
        for prompt in &prompts {
            each_reading(&speaker, prompt)?;
            gathered.add_prompt(sheet, prompt);
            coverage.push(&prompt.text, prompt.intent.as_deref(), prompt.pool);
            *intents.entry(prompt.intent.clone()).or_default() += 1;
        }
        read.push(prompts.iter().map(|prompt| (text::fold(&prompt.text), prompt.pool)).collect());
    }
    coverage.end();
    let (common_mean, common_most) = common(&read);
    let (unseen, unseen_eval) = unseen(&read);
    let wanted = sheet.prompts.iter().map(|prompt| &prompt.intent);
    let wanted: BTreeSet<_> = wanted.chain(sheet.templates.iter().map(|template| &template.intent)).collect();
    let counts = wanted.iter().map(|intent| intents.get(intent).copied().unwrap_or_default());
    let (least, most) = (counts.clone().min(), counts.max());
    let texts: BTreeSet<&str> = read.iter().flatten().map(|(text, _)| text.as_str()).collect();
    Ok(Forecast {
        speakers: crowd.speakers,
        readings: coverage.sentences,
        texts: texts.len() as u64,
        common_mean,
        common_most,
        intent_least: least.unwrap_or_default(),
        intent_most: most.unwrap_or_default(),
        eval_only: read.iter().flatten().filter(|(_, pool)| *pool == Pool::EvalOnly).count() as u64,
        unseen,
        unseen_eval,
        coverage,
    })
}

/// Returns the share of what two speakers have in common, on average and at most.
fn common(read: &[Vec<(String, Pool)>]) -> (f64, f64) {
    let sets: Vec<BTreeSet<&str>> =
        read.iter().map(|texts| texts.iter().map(|(text, _)| text.as_str()).collect()).collect();
    let (mut sum, mut most, mut pairs) = (0.0, 0.0f64, 0u64);
    for (at, one) in sets.iter().enumerate() {
        for other in &sets[at + 1..] {
            let fewer = one.len().min(other.len());
            if fewer == 0 {
                continue;
            }
            let share = one.intersection(other).count() as f64 / fewer as f64;
            (sum, most, pairs) = (sum + share, most.max(share), pairs + 1);
        }
    }
    (if pairs == 0 { 0.0 } else { sum / pairs as f64 }, most)
}

/// Returns the share of readings of every fifth speaker whose text the others do not read where it may be trained on: of all, and of those
/// for evaluation only.
fn unseen(read: &[Vec<(String, Pool)>]) -> (Option<f64>, Option<f64>) {
    let is_test = |at: usize| at % 5 == 4;
    let part = |test: bool| {
        read.iter().enumerate().filter(move |(at, _)| is_test(*at) == test).flat_map(|(_, one)| one)
    };
    let trained: BTreeSet<&str> =
        part(false).filter(|(_, pool)| *pool != Pool::EvalOnly).map(|(text, _)| text.as_str()).collect();
    let share = |is_wanted: &dyn Fn(Pool) -> bool| {
        let of: Vec<bool> = part(true)
            .filter(|(_, pool)| *pool != Pool::TrainOnly && is_wanted(*pool))
            .map(|(text, _)| !trained.contains(text.as_str()))
            .collect();
        let unseen = of.iter().filter(|unseen| **unseen).count();
        (!of.is_empty()).then(|| unseen as f64 / of.len() as f64)
    };
    (share(&|_| true), share(&|pool| pool == Pool::EvalOnly))
}
