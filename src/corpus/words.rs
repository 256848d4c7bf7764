//! Words that somebody wrote and a corpus takes over: what they must not be.
//!
//! `pack` refuses a take by them and `verify` gives a fault, so both ask here.

use crate::sheet::annotation::{self, is_name};
use crate::sheet::{Slot, version_fault};
use crate::text::unsafe_line;

/// The words of one utterance.
pub struct Words<'a> {
    /// The words read.
    pub text: &'a str,
    /// The text with slot annotation.
    pub annotated: Option<&'a str>,
    /// The slots.
    pub slots: &'a [Slot],
    /// The intent.
    pub intent: Option<&'a str>,
    /// The domain.
    pub domain: Option<&'a str>,
    /// The version of the sheet.
    pub sheet_version: &'a str,
    /// All others, each with its name: what speakers said of themselves, licences.
    pub others: Vec<(&'a str, &'a str)>,
}

/// What is wrong with the words of an utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordFault {
    /// `text`, `slot`, `annotation` or `word`.
    pub id: &'static str,
    /// What should be there.
    pub expected: String,
    /// What is there instead.
    pub found: String,
}

impl Words<'_> {
    /// Returns all that is wrong.
    pub fn faults(&self) -> Vec<WordFault> {
        let mut faults = Vec::new();
        let mut add = |id, expected: &str, found: String| {
            faults.push(WordFault { id, expected: expected.to_owned(), found });
        };
        if let Some(fault) = unsafe_line(self.text) {
            add("text", "a text that can be read", fault);
        }
        for slot in self.slots {
            let words = slot.words_in(self.text);
            if words != slot.value {
                add("slot", &slot.value, words);
            }
        }
        if let Some(fault) = annotation::disagreement(self.text, self.annotated, self.slots) {
            add("annotation", "the text and the slots that it is annotated with", fault);
        }
        for (name, word) in [("intent", self.intent), ("domain", self.domain)] {
            if let Some(word) = word.filter(|word| !is_name(word)) {
                add(
                    "word",
                    "a-z, digits and underscores, a letter first",
                    format!("{name} `{}`", word.escape_debug()),
                );
            }
        }
        if version_fault(self.sheet_version).is_some() {
            let found = format!("sheet_version `{}`", self.sheet_version.escape_debug());
            add("word", "MAJOR.MINOR.PATCH", found);
        }
        for (name, word) in &self.others {
            if let Some(fault) = unsafe_line(word) {
                add("word", "a word that can be read", format!("{name}: {fault}"));
            }
        }
        faults
    }
}
