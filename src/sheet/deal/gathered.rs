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
    /// By two letters that stand one behind the other.
    pub(super) pairs: BTreeMap<(char, char), u64>,
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
        for pair in pairs(&folded) {
            *self.pairs.entry(pair).or_default() += 1;
        }
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

/// Returns the pairs of letters of a folded text, each once.
pub(super) fn pairs(folded: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = folded.chars().filter(|c| c.is_alphabetic()).collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}
