//! How texts are written: scripts, forms, digits and marks, of which a language should have one kind each.

use crate::text::is_nfc;
use std::collections::BTreeSet;
use unicode_script::{Script, UnicodeScript as _};

/// The most examples of anything.
const EXAMPLES: usize = 3;

/// A number of utterances, and the first few of them by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// How many.
    pub utterances: u64,
    examples: BTreeSet<String>,
}

impl Told {
    /// Counts one utterance, or two that belong together, by what is to be shown.
    pub fn add(&mut self, utterances: u64, example: &str) {
        self.utterances += utterances;
        if self.examples.len() == EXAMPLES && self.examples.last().is_some_and(|last| last.as_str() < example)
        {
            return;
        }
        self.examples.insert(example.to_owned());
        if self.examples.len() > EXAMPLES {
            self.examples.pop_last();
        }
    }

    /// Adds what another one counted.
    pub fn join(&mut self, other: &Self) {
        self.utterances += other.utterances;
        other.examples.iter().for_each(|example| self.add(0, example));
    }

    /// Returns the examples, in their order.
    pub fn examples(&self) -> impl Iterator<Item = &str> {
        self.examples.iter().map(String::as_str)
    }
}

/// Two ways to write the same, of which a language has one.
pub struct Choice {
    /// What is written, for a heading.
    pub name: &'static str,
    /// The two ways.
    pub ways: [&'static str; 2],
    /// Which of them a text has.
    has: fn(&str) -> [bool; 2],
}

/// All choices that are counted.
pub const CHOICES: [Choice; 5] = [
    Choice {
        name: "apostrophes",
        ways: ["straight (')", "typographic (\u{2019})"],
        has: |text| [text.contains('\''), text.contains('\u{2019}')],
    },
    Choice {
        name: "quotation marks",
        ways: ["straight (\")", "typographic"],
        has: |text| {
            let is_typographic = |c| matches!(c, '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' | '\u{2039}' | '\u{203a}' | '\u{300c}'..='\u{300f}');
            [text.contains('"'), text.contains(is_typographic)]
        },
    },
    Choice {
        name: "digits",
        ways: ["0 to 9", "of another script"],
        has: |text| {
            let other = |c: char| c.is_numeric() && !c.is_ascii() && c.script() != Script::Han;
            [text.contains(|c: char| c.is_ascii_digit()), text.contains(other)]
        },
    },
    Choice {
        name: "marks at the end",
        ways: ["with", "without"],
        has: |text| {
            let is_mark = text.chars().next_back().is_some_and(|c| !c.is_alphanumeric());
            [is_mark, !is_mark]
        },
    },
    Choice {
        name: "first letters",
        ways: ["capital", "small"],
        has: |text| {
            let first = text.chars().find(|c| c.is_alphabetic());
            [first.is_some_and(char::is_uppercase), first.is_some_and(char::is_lowercase)]
        },
    },
];

/// The writing of one locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Writing {
    /// Texts with letters of two scripts that are not written together.
    pub scripts: Told,
    /// Texts that are not in Unicode form NFC.
    pub forms: Told,
    /// By choice, texts that have the one way and the other.
    pub choices: [[Told; 2]; CHOICES.len()],
}

impl Writing {
    /// Counts a text.
    pub fn push(&mut self, text: &str, id: &str) {
        let mut seen: Option<Script> = None;
        let is_mixed = text.chars().any(|c| {
            let Some(script) = system(c) else { return false };
            *seen.get_or_insert(script) != script
        });
        if is_mixed {
            self.scripts.add(1, id);
        }
        if !is_nfc(text) {
            self.forms.add(1, id);
        }
        for (choice, told) in CHOICES.iter().zip(&mut self.choices) {
            for (told, _) in told.iter_mut().zip((choice.has)(text)).filter(|(_, has)| *has) {
                told.add(1, id);
            }
        }
    }
}

/// Returns the script of a letter; those that Japanese, Korean and Chinese write together are one.
fn system(c: char) -> Option<Script> {
    if !c.is_alphabetic() {
        return None;
    }
    match c.script() {
        Script::Common | Script::Inherited | Script::Unknown => None,
        Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => Some(Script::Han),
        script => Some(script),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_examples_are_kept_whatever_the_order() {
        let mut told = Told::default();
        for id in ["d", "b", "e", "a", "c"] {
            told.add(2, id);
        }
        assert_eq!((told.utterances, told.examples().collect::<Vec<_>>()), (10, vec!["a", "b", "c"]));
    }

    #[test]
    fn each_way_of_writing_is_counted_where_it_stands() {
        let mut writing = Writing::default();
        for (id, text) in [
            ("a", "Don't go."),
            ("b", "don\u{2019}t \"go\""),
            ("c", "\u{ab}Go\u{bb} at 5"),
            ("d", "Go at \u{665}"),
            ("e", "Пойдём на show!"),
            ("f", "日本ごカナ"),
            ("g", "e\u{301}t"),
        ] {
            writing.push(text, id);
        }
        let of = |told: &Told| told.examples().map(str::to_owned).collect::<String>();
        assert_eq!((of(&writing.scripts), of(&writing.forms)), ("e".to_owned(), "g".to_owned()));
        let choices: Vec<[String; 2]> =
            writing.choices.iter().map(|ways| [of(&ways[0]), of(&ways[1])]).collect();
        assert_eq!(
            choices,
            [["a", "b"], ["b", "c"], ["c", "d"], ["abe", "cdf"], ["acd", "bg"]]
                .map(|ways| ways.map(str::to_owned))
        );
    }
}
