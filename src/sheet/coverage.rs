//! What sentences cover: letters, pairs of letters, lengths, intents; counted alike for sheets, deals and choices from a pile.

use super::alphabet;
use super::script::Writing;
use super::template::samples;
use super::{Pool, Sheet};
use crate::ids::Locale;
use crate::text;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a text counts as rare below: five places are the fewest that a recogniser can learn a sound from and be measured on it.
pub const FEW: u64 = 5;

/// Counts over sentences of one locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Sentences.
    pub sentences: u64,
    /// By letter, in lower case: in how many sentences it stands.
    pub letters: BTreeMap<char, u64>,
    /// By two letters, one behind the other: in how many sentences they stand.
    pub pairs: BTreeMap<String, u64>,
    /// By words (characters, in scripts without spaces): how many sentences are that long.
    pub lengths: BTreeMap<usize, u64>,
    /// By intent: how many sentences ask for it. A template is one.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub intents: BTreeMap<String, u64>,
    /// By pool: sentences.
    pub pools: BTreeMap<&'static str, u64>,
    /// Letters of the language that no sentence has.
    pub missing: Vec<char>,
    #[serde(skip)]
    alphabet: Vec<char>,
    #[serde(skip)]
    writing: Writing,
}

impl Coverage {
    /// Begins without sentences.
    pub fn new(locale: &Locale) -> Self {
        let alphabet = alphabet::letters(locale);
        Self {
            sentences: 0,
            letters: BTreeMap::new(),
            pairs: BTreeMap::new(),
            lengths: BTreeMap::new(),
            intents: BTreeMap::new(),
            pools: BTreeMap::new(),
            missing: alphabet.clone(),
            alphabet,
            writing: Writing::of(locale),
        }
    }

    /// Counts what a sheet can ask for: its prompts, each of its templates filled once, and each value of its lists.
    pub fn of_sheet(sheet: &Sheet) -> Self {
        let mut coverage = Self::new(&sheet.locale);
        for text in texts_of(sheet) {
            coverage.letters_of(&text);
        }
        for prompt in &sheet.undealt().prompts {
            coverage.sentence(&prompt.text, prompt.intent.as_deref(), prompt.pool);
        }
        coverage.end();
        coverage
    }

    /// Counts a sentence with its letters.
    pub fn push(&mut self, text: &str, intent: Option<&str>, pool: Pool) {
        self.letters_of(text);
        self.sentence(text, intent, pool);
    }

    /// Takes note of which letters are missing.
    pub fn end(&mut self) {
        self.missing = self.alphabet.iter().copied().filter(|letter| self.places(*letter) == 0).collect();
    }

    /// Returns the letters of the language that stand in fewer than [`FEW`] places, with their counts.
    pub fn rare(&self) -> Vec<(char, u64)> {
        self.alphabet
            .iter()
            .map(|letter| (*letter, self.places(*letter)))
            .filter(|(_, count)| *count < FEW)
            .collect()
    }

    /// Counts the places of a letter; a kana stands for the same sound in hiragana and in katakana.
    fn places(&self, letter: char) -> u64 {
        let katakana = matches!(letter, 'ぁ'..='ゖ').then(|| char::from_u32(letter as u32 + 0x60)).flatten();
        let count = |letter| self.letters.get(&letter).copied().unwrap_or_default();
        count(letter) + katakana.map(count).unwrap_or_default()
    }

    fn letters_of(&mut self, text: &str) {
        let folded = text::fold(text);
        let letters: Vec<char> = folded.chars().filter(|c| c.is_alphabetic()).collect();
        for letter in letters.iter().collect::<BTreeSet<_>>() {
            *self.letters.entry(*letter).or_default() += 1;
        }
        for pair in letters.windows(2).map(|pair| pair.iter().collect::<String>()).collect::<BTreeSet<_>>() {
            *self.pairs.entry(pair).or_default() += 1;
        }
    }

    fn sentence(&mut self, text: &str, intent: Option<&str>, pool: Pool) {
        self.sentences += 1;
        *self.lengths.entry(self.writing.length(text)).or_default() += 1;
        if let Some(intent) = intent {
            *self.intents.entry(intent.to_owned()).or_default() += 1;
        }
        *self.pools.entry(pool.id()).or_default() += 1;
    }
}

/// Returns the texts of a sheet in which letters have their places: its prompts, each template filled once, and each value.
pub fn texts_of(sheet: &Sheet) -> Vec<String> {
    let prompts = sheet.prompts.iter().map(|prompt| prompt.text.clone());
    let templates = sheet.templates.iter().filter_map(|template| {
        let [first, ..] = samples(&template.pieces, &sheet.values, template.pool, &sheet.locale)?;
        template.prompt(&first.annotated, first.pool).map(|prompt| prompt.text)
    });
    let values = sheet.values.lists.values().flatten();
    let values = values.filter_map(|value| value.forms.values().next()).map(super::values::Form::plain);
    prompts.chain(templates).chain(values).collect()
}
