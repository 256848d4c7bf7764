//! What is counted of an utterance: whole numbers, of which every measure is a ratio.

use super::line::{Said, SaidSlot};
use crate::corpus::catalogue::Row;
use crate::corpus::format::is_wake;
use crate::ids::{Locale, named};
use crate::quality::words::{compare, holds, is_nothing, normalise};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// Defines the counts and their sums.
macro_rules! counts {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What is counted; sums of these are all that measures are made of.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
        pub struct Counts {
            $($(#[$doc])* pub $name: u64,)+
        }

        impl AddAssign for Counts {
            fn add_assign(&mut self, other: Self) {
                $(self.$name += other.$name;)+
            }
        }
    };
}

counts! {
    /// Utterances that were scored.
    utterances,
    /// Those of them that no line names: nothing was heard in them.
    missing,
    /// Utterances whose words were compared.
    word_utterances,
    /// Words that were to be said.
    words,
    /// Words that were heard as others.
    word_substitutions,
    /// Words that were heard and not said.
    word_insertions,
    /// Words that were said and not heard.
    word_deletions,
    /// Characters that were to be said, without spaces.
    characters,
    /// Characters that were heard as others.
    character_substitutions,
    /// Characters that were heard and not said.
    character_insertions,
    /// Characters that were said and not heard.
    character_deletions,
    /// Utterances whose text was compared.
    sentences,
    /// Those of them with an edit.
    sentences_wrong,
    /// Utterances that have an intent.
    intents,
    /// Those of them for which an intent was given.
    intents_given,
    /// Those of them for which the right one was given.
    intents_right,
    /// Slots of the utterances.
    slots,
    /// Slots that were given.
    slots_given,
    /// Slots that were given and are there.
    slots_right,
    /// Wake phrases.
    wakes,
    /// Those of them that were not detected.
    wakes_rejected,
    /// Utterances that only sound like a wake phrase.
    near_misses,
    /// Those of them that were detected as one.
    near_misses_accepted,
}

named! {
    /// A measure of a recogniser.
    Measure {
        /// Word error rate: substitutions, insertions and deletions of words over the words that were to be said, summed over
        /// utterances before the division (NIST `sclite`; Morris, Maier and Green, Interspeech 2004).
        Wer = "wer",
        /// Character error rate: the same of characters, without spaces.
        Cer = "cer",
        /// Sentence error rate: utterances with an edit of words, or where words are not compared of characters, over utterances.
        Ser = "ser",
        /// Utterances with the right intent over utterances with an intent.
        IntentAccuracy = "intent_accuracy",
        /// F1 of intents, all together: twice the right over the given and the wanted. It is the accuracy when every utterance was
        /// given one.
        IntentF1Micro = "intent_f1_micro",
        /// The mean of the F1 of each intent that an utterance of the group has.
        IntentF1Macro = "intent_f1_macro",
        /// F1 of one intent, over all utterances: van Rijsbergen, Information Retrieval, 1979.
        IntentF1 = "intent_f1",
        /// F1 of slots, all together. One is right when name and normalised words agree, each once: the exact match of entities of
        /// SLURP (Bastianelli et al., EMNLP 2020).
        SlotF1 = "slot_f1",
        /// Wake phrases that were not detected over wake phrases.
        FalseRejectRate = "false_reject_rate",
        /// Near misses that were detected over near misses.
        FalseAcceptRate = "false_accept_rate",
    }
}

impl Measure {
    /// Returns the two sums whose ratio it is; 0 and 0 for those that need the counts of each intent.
    pub(super) fn ratio(self, of: &Counts) -> (u64, u64) {
        match self {
            Self::Wer => (of.word_substitutions + of.word_insertions + of.word_deletions, of.words),
            Self::Cer => {
                (of.character_substitutions + of.character_insertions + of.character_deletions, of.characters)
            }
            Self::Ser => (of.sentences_wrong, of.sentences),
            Self::IntentAccuracy => (of.intents_right, of.intents),
            Self::IntentF1Micro => (2 * of.intents_right, of.intents_given + of.intents),
            Self::IntentF1Macro | Self::IntentF1 => (0, 0),
            Self::SlotF1 => (2 * of.slots_right, of.slots_given + of.slots),
            Self::FalseRejectRate => (of.wakes_rejected, of.wakes),
            Self::FalseAcceptRate => (of.near_misses_accepted, of.near_misses),
        }
    }

    /// Says whether more of it is better.
    pub fn is_good(self) -> bool {
        matches!(
            self,
            Self::IntentAccuracy | Self::IntentF1Micro | Self::IntentF1Macro | Self::IntentF1 | Self::SlotF1
        )
    }
}

/// What the lines of a file say at all: what none has cannot be measured.
#[expect(clippy::struct_excessive_bools, reason = "each is something that lines say")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// A line has a text.
    pub text: bool,
    /// A line has an intent.
    pub intent: bool,
    /// A line has slots.
    pub slots: bool,
    /// A line says whether a detector fired.
    pub detected: bool,
}

impl Told {
    /// Adds a line.
    pub fn add(&mut self, said: &Said) {
        self.text |= said.text.is_some();
        self.intent |= said.intent.as_ref().is_some_and(|intent| !intent.is_empty());
        self.slots |= said.slots.is_some();
        self.detected |= said.detected.is_some();
    }
}

/// The wake phrases of a corpus, by locale.
pub(super) type Phrases = BTreeMap<Locale, BTreeSet<String>>;

/// Counts an utterance; one that no line names has heard nothing.
pub(super) fn count(row: &Row, said: Option<&Said>, told: Told, phrases: &Phrases) -> Counts {
    let mut counts = Counts { utterances: 1, missing: u64::from(said.is_none()), ..Counts::default() };
    let nothing = Said::default();
    let said = said.unwrap_or(&nothing);
    // A detector has no words, and has not failed at them.
    if told.text && !(said.detected.is_some() && said.text.is_none()) {
        count_text(&mut counts, row, said.text.as_deref().unwrap_or(""));
    }
    if let Some(is_wake) = is_wake(row) {
        if told.text || told.detected {
            count_wake(&mut counts, row, is_wake, said, phrases);
        }
        return counts;
    }
    if told.intent
        && let Some(wanted) = &row.intent
    {
        let given = given_intent(said);
        counts.intents = 1;
        counts.intents_given = u64::from(given.is_some());
        counts.intents_right = u64::from(given == Some(wanted));
    }
    if told.slots {
        count_slots(&mut counts, row, said.slots.as_deref().unwrap_or(&[]));
    }
    counts
}

/// Returns the intent that was given; an empty one is none.
pub(super) fn given_intent(said: &Said) -> Option<&String> {
    said.intent.as_ref().filter(|intent| !intent.is_empty())
}

fn count_text(counts: &mut Counts, row: &Row, heard: &str) {
    let mut compared = compare(&row.text, heard, &row.locale);
    if is_nothing(heard, &row.locale) {
        // Nothing is no other way of writing digits: all of the text is lost.
        compared = compare(&row.text, &row.text, &row.locale);
        compared.characters.deletions = compared.characters.length;
        if let Some(words) = &mut compared.words {
            words.deletions = words.length;
        }
    }
    let characters = compared.characters;
    counts.characters = characters.length as u64;
    counts.character_substitutions = characters.substitutions as u64;
    counts.character_insertions = characters.insertions as u64;
    counts.character_deletions = characters.deletions as u64;
    if let Some(words) = compared.words {
        counts.word_utterances = 1;
        counts.words = words.length as u64;
        counts.word_substitutions = words.substitutions as u64;
        counts.word_insertions = words.insertions as u64;
        counts.word_deletions = words.deletions as u64;
    }
    counts.sentences = 1;
    counts.sentences_wrong = u64::from(compared.words.unwrap_or(characters).distance() > 0);
}

fn count_wake(counts: &mut Counts, row: &Row, is_wake: bool, said: &Said, phrases: &Phrases) {
    let heard = said.text.as_deref().unwrap_or("");
    let held = |phrase: &String| holds(heard, phrase, &row.locale);
    let detected = said.detected.unwrap_or_else(|| {
        if is_wake { held(&row.text) } else { phrases.get(&row.locale).is_some_and(|of| of.iter().any(held)) }
    });
    if is_wake {
        (counts.wakes, counts.wakes_rejected) = (1, u64::from(!detected));
    } else {
        (counts.near_misses, counts.near_misses_accepted) = (1, u64::from(detected));
    }
}

fn count_slots(counts: &mut Counts, row: &Row, given: &[SaidSlot]) {
    let key = |name: &str, value: &str| (name.to_owned(), normalise(value, &row.locale));
    let mut left: BTreeMap<(String, String), u64> = BTreeMap::new();
    for slot in &row.slots {
        *left.entry(key(&slot.name, &slot.value)).or_default() += 1;
    }
    counts.slots = row.slots.len() as u64;
    counts.slots_given = given.len() as u64;
    for slot in given {
        if let Some(count) = left.get_mut(&key(&slot.name, &slot.value)).filter(|count| **count > 0) {
            *count -= 1;
            counts.slots_right += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::catalogue::tests::row;
    use crate::corpus::split::Split;
    use crate::sheet::annotation::parse;

    const ALL: Told = Told { text: true, intent: true, slots: true, detected: false };

    fn of(annotated: &str, intent: &str, said: Option<&Said>, told: Told) -> Counts {
        let (text, slots) = parse(annotated).unwrap();
        let mut row = row("a1", "en-US", "p1", &text, Split::Test);
        (row.slots, row.intent) = (slots, (!intent.is_empty()).then(|| intent.to_owned()));
        let phrases = Phrases::from([(row.locale.clone(), ["Hey Booth".to_owned()].into())]);
        count(&row, said, told, &phrases)
    }

    fn said(text: &str, intent: &str, slots: &[(&str, &str)]) -> Said {
        let slot =
            |&(name, value): &(&str, &str)| SaidSlot { name: name.to_owned(), value: value.to_owned() };
        Said {
            text: Some(text.to_owned()),
            intent: Some(intent.to_owned()),
            slots: Some(slots.iter().map(slot).collect()),
            detected: None,
        }
    }

    /// By hand: before five words is one more, one is another and one is lost.
    #[test]
    fn words_characters_and_sentences_are_counted() {
        let counts = of("turn on the big light", "", Some(&said("please turn off the light", "", &[])), ALL);
        let words = (counts.words, counts.word_substitutions, counts.word_deletions, counts.word_insertions);
        assert_eq!(words, (5, 1, 1, 1));
        assert_eq!((counts.characters, counts.sentences, counts.sentences_wrong), (17, 1, 1));
        assert_eq!(Measure::Wer.ratio(&counts), (3, 5));
        let right = of("Turn on, the big light!", "", Some(&said("turn on the big light", "", &[])), ALL);
        assert_eq!((Measure::Wer.ratio(&right), Measure::Ser.ratio(&right)), ((0, 5), (0, 1)));
    }

    #[test]
    fn of_what_was_not_heard_all_is_lost() {
        let empty = said("", "", &[]);
        for said in [None, Some(&empty)] {
            let counts = of("wake me at 7", "alarm_set", said, ALL);
            assert_eq!((Measure::Wer.ratio(&counts), Measure::Cer.ratio(&counts)), ((4, 4), (9, 9)));
            assert_eq!(
                (counts.intents, counts.intents_given, counts.missing),
                (1, 0, u64::from(said.is_none()))
            );
        }
        let detector = Said { detected: Some(true), ..Said::default() };
        assert_eq!(of("Hey Booth", "wake_word", Some(&detector), ALL).words, 0);
    }

    /// By hand: of `time` twice and `day`, one `time` and a `day` with other words were given, and a `room`.
    #[test]
    fn slots_are_right_by_name_and_words_each_once() {
        let given = [("time", "Seven!"), ("time", "seven"), ("day", "today"), ("room", "hall")];
        let counts = of(
            "at [time : seven] or [time : eight] on [day : Monday]",
            "alarm_set",
            Some(&said("x", "alarm_set", &given)),
            ALL,
        );
        assert_eq!((counts.slots, counts.slots_given, counts.slots_right), (3, 4, 1));
        assert_eq!(Measure::SlotF1.ratio(&counts), (2, 7));
        assert_eq!((counts.intents, counts.intents_given, counts.intents_right), (1, 1, 1));
    }

    #[test]
    fn a_wake_phrase_is_detected_by_the_detector_or_else_by_its_words() {
        let of = |intent: &str, text: Option<&str>, detected: Option<bool>| {
            let said = Said { text: text.map(str::to_owned), detected, ..Said::default() };
            let counts = of("hey booth", intent, Some(&said), Told { detected: true, ..ALL });
            assert_eq!((counts.intents, counts.slots_given), (0, 0), "no meaning of an assistant");
            (counts.wakes, counts.wakes_rejected, counts.near_misses, counts.near_misses_accepted)
        };
        assert_eq!(of("wake_word", Some("hey booth"), None), (1, 0, 0, 0));
        assert_eq!(of("wake_word", Some("hey boot"), None), (1, 1, 0, 0));
        assert_eq!(of("wake_word", Some("hey booth"), Some(false)), (1, 1, 0, 0));
        assert_eq!(of("wake_negative", Some("Hey Booth!"), None), (0, 0, 1, 1));
        assert_eq!(of("wake_negative", Some("hey ruth"), None), (0, 0, 1, 0));
        assert_eq!(of("wake_negative", None, Some(true)), (0, 0, 1, 1));
    }
}
