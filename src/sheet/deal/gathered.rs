//! What a collection has of a sheet, counted: what a deal looks at to deal what is lacking.

use crate::ids::PromptId;
use crate::sheet::{Prompt, Sheet, Slot};
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// Counts of what was recorded, or is to be, of one sheet in one locale.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    /// By intent; prompts without one are one more.
    pub(super) intents: BTreeMap<Option<String>, u64>,
    /// By sentence of the sheet: a prompt, or a template.
    pub(super) items: BTreeMap<PromptId, u64>,
    /// By the words of a slot.
    pub(super) values: BTreeMap<(String, String), u64>,
    pub(super) spelled: Spelled,
    /// The sentences, folded.
    pub(super) texts: BTreeSet<String>,
}

impl Gathered {
    /// Counts a reading of a prompt; `sheet` tells of which sentence of it the prompt was made.
    pub fn add(
        &mut self,
        sheet: &Sheet,
        prompt: &PromptId,
        text: &str,
        intent: Option<&str>,
        slots: &[Slot],
    ) {
        *self.intents.entry(intent.map(str::to_owned)).or_default() += 1;
        *self.items.entry(sheet.item_of(prompt)).or_default() += 1;
        for slot in slots {
            *self.values.entry((slot.name.clone(), slot.value.clone())).or_default() += 1;
        }
        let folded = text::fold(text);
        self.spelled.add(&folded);
        self.texts.insert(folded);
    }

    /// Counts a prompt.
    pub fn add_prompt(&mut self, sheet: &Sheet, prompt: &Prompt) {
        self.add(sheet, &prompt.id, &prompt.text, prompt.intent.as_deref(), &prompt.slots);
    }
}

impl Sheet {
    /// Returns the sentence of the sheet that a prompt was made of: its template, else itself.
    pub fn item_of(&self, prompt: &PromptId) -> PromptId {
        let of_template = prompt.as_str().rsplit_once('-').and_then(|(template, _)| {
            self.templates.iter().find(|known| known.id.as_str() == template).map(|known| known.id.clone())
        });
        let stands_there = || self.prompts.iter().any(|known| known.id == *prompt);
        of_template.filter(|_| !stands_there()).unwrap_or_else(|| prompt.clone())
    }
}

/// In how many sentences letters stand, and two letters one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Spelled {
    letters: BTreeMap<char, u64>,
    pairs: BTreeMap<(char, char), u64>,
}

impl Spelled {
    /// What one is worth in the measure of what is rare.
    const ONE: u64 = 1 << 32;

    pub fn add(&mut self, folded: &str) {
        let (letters, pairs) = spelling(folded);
        for letter in letters {
            *self.letters.entry(letter).or_default() += 1;
        }
        for pair in pairs {
            *self.pairs.entry(pair).or_default() += 1;
        }
    }

    /// How rare the spelling of a text is, both counts taken together: how rare its pairs are on average, and its rarest letter.
    pub fn rarity(&self, other: &Self, folded: &str) -> u64 {
        fn rare<T: Ord>(found: &T, counts: [&BTreeMap<T, u64>; 2]) -> u64 {
            let count: u64 = counts.iter().filter_map(|counts| counts.get(found)).sum();
            Spelled::ONE / (1 + count)
        }
        let (letters, pairs) = spelling(folded);
        let rarest = letters.iter().map(|letter| rare(letter, [&self.letters, &other.letters])).max();
        let sum: u64 = pairs.iter().map(|pair| rare(pair, [&self.pairs, &other.pairs])).sum();
        sum / (pairs.len() as u64).max(1) + rarest.unwrap_or_default()
    }
}

/// Returns the letters of a folded text and their pairs, each once.
fn spelling(folded: &str) -> (BTreeSet<char>, BTreeSet<(char, char)>) {
    let letters: Vec<char> = folded.chars().filter(|c| c.is_alphabetic()).collect();
    let pairs = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
    (letters.into_iter().collect(), pairs)
}
