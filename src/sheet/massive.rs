//! A prompt as the MASSIVE data set writes one: words without punctuation, and slots that begin and end with words.
//!
//! A sheet marks exact spans (`[place : ঢাকা]য়`, `[time : nine].`). MASSIVE's own reader (`create_hf_dataset.py`) splits at
//! spaces, opens a slot only at a word that begins with a bracket, and closes it only at one that ends with a bracket. In
//! Japanese and Chinese it splits what is not ASCII into characters instead.

use super::model::Slot;
use super::script::Writing;
use crate::ids::Locale;
use crate::text::{WORD_BREAK, is_punctuation};
use serde::Serialize;

/// Locales that MASSIVE's reader splits by character.
const BY_CHARACTER: [&str; 3] = ["ja-JP", "zh-CN", "zh-TW"];

/// The two texts of a line of MASSIVE.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Massive {
    /// The words, without punctuation.
    pub utt: String,
    /// The words with slots in brackets.
    pub annot_utt: String,
}

/// A piece of the text and the slot that it is in, as an index.
type Piece = (String, Option<usize>);

impl Massive {
    /// Writes the plain `text` and its slots so that MASSIVE's reader takes them in. A slot is widened to whole words where words
    /// are parted by spaces; a word that two slots share belongs to the first.
    pub fn of(text: &str, slots: &[Slot], locale: &Locale) -> Self {
        Self::written(&Self::tokens(text, slots, locale), slots, BY_CHARACTER.contains(&locale.as_str()))
    }

    /// Returns the words of a text without punctuation, each with the slot that it is in, as an index. In scripts without spaces
    /// they are what stands between spaces, punctuation and the ends of slots.
    pub fn tokens(text: &str, slots: &[Slot], locale: &Locale) -> Vec<(String, Option<usize>)> {
        if Writing::of(locale).spaced { words(text, slots) } else { stretches(text, slots) }
    }

    /// Says whether MASSIVE's reader would label what follows a slot as the slot: in Japanese and Chinese it does not see the
    /// bracket that ends a stretch of ASCII, unless a slot or the end comes next.
    pub fn is_run_on(&self, locale: &Locale) -> bool {
        let chunks: Vec<&str> = self.annot_utt.split_whitespace().collect();
        let is_missed = |(at, chunk): (usize, &&str)| {
            let goes_on = |end: usize| {
                end + 1 < chunk.len() || chunks.get(at + 1).is_some_and(|next| !next.starts_with('['))
            };
            chunk.is_ascii() && chunk.find(']').is_some_and(goes_on)
        };
        BY_CHARACTER.contains(&locale.as_str()) && chunks.iter().enumerate().any(is_missed)
    }

    /// Returns the words of [`Massive::tokens`] with slots in brackets and a space between any two.
    pub fn annotated(tokens: &[(String, Option<usize>)], slots: &[Slot]) -> String {
        Self::written(tokens, slots, false).annot_utt
    }

    fn written(pieces: &[Piece], slots: &[Slot], by_character: bool) -> Self {
        let (mut utt, mut annot_utt) = (String::new(), String::new());
        let mut open: Option<usize> = None;
        for (at, (piece, slot)) in pieces.iter().enumerate() {
            // A character after a bracket is told apart from it; a word is not.
            let glued = by_character && at > 0;
            if at > 0 && !glued {
                utt.push(' ');
            }
            if *slot != open && open.is_some() {
                annot_utt.push(']');
            }
            match slot.filter(|_| *slot != open).and_then(|slot| slots.get(slot)) {
                Some(Slot { name, .. }) => {
                    let space = if annot_utt.is_empty() { "" } else { " " };
                    annot_utt.push_str(&format!("{space}[{name} : "));
                }
                None if at > 0 && !glued => annot_utt.push(' '),
                None => {}
            }
            open = *slot;
            utt.push_str(piece);
            annot_utt.push_str(piece);
        }
        if open.is_some() {
            annot_utt.push(']');
        }
        Self { utt, annot_utt }
    }
}

/// For each character of a text, the slot that it is in.
fn slot_of_each(text: &str, slots: &[Slot]) -> Vec<(char, Option<usize>)> {
    let inside =
        |at: usize| slots.iter().position(|slot| (slot.start as usize..slot.end as usize).contains(&at));
    text.chars().enumerate().map(|(at, c)| (c, inside(at))).collect()
}

/// Splits at spaces; a word is in the first slot that it touches. Punctuation at the ends of a word goes, what is inside it
/// stays (`l'eau`, `half-past`), and so does what ends an abbreviation of one letter.
fn words(text: &str, slots: &[Slot]) -> Vec<Piece> {
    slot_of_each(text, slots)
        .split(|(c, _)| *c == ' ')
        .filter_map(|word| {
            let kept = |(c, _): &(char, Option<usize>)| !is_punctuation(*c);
            let first = word.iter().position(kept)?;
            let last = word.iter().rposition(kept)?;
            let word = &word[first..=last];
            Some((word.iter().map(|(c, _)| c).collect(), word.iter().find_map(|(_, slot)| *slot)))
        })
        .collect()
}

/// Splits where a slot begins or ends, and at spaces outside and inside of it; punctuation goes.
fn stretches(text: &str, slots: &[Slot]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_new = true;
    for (c, slot) in slot_of_each(text, slots) {
        if c == ' ' || c == WORD_BREAK {
            is_new = true;
        } else if !is_punctuation(c) {
            match pieces.last_mut() {
                Some((piece, of)) if *of == slot && !is_new => piece.push(c),
                _ => pieces.push((c.to_string(), slot)),
            }
            is_new = false;
        }
    }
    pieces
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sheet::annotation::parse;
    use crate::sheet::{Crowd, find, forecast, load, locales};
    use std::path::Path;

    /// What MASSIVE's reader makes of a line: words and the label of each. Oracle: the rules of `create_hf_dataset.py` of the
    /// data set's repository, written anew from what it does with spaces, brackets and characters.
    pub(crate) fn reader(line: &Massive, locale: &str) -> Result<Vec<(String, String)>, String> {
        let mut label = "Other".to_owned();
        let mut labelled = Vec::new();
        let mut chunks = line.annot_utt.split_whitespace();
        if !BY_CHARACTER.contains(&locale) {
            let mut labels = Vec::new();
            while let Some(chunk) = chunks.next() {
                if chunk.starts_with('[') {
                    chunk.trim_start_matches('[').clone_into(&mut label);
                    chunks.next();
                    continue;
                }
                labels.push(label.clone());
                if chunk.ends_with(']') {
                    "Other".clone_into(&mut label);
                }
            }
            let words: Vec<String> = line.utt.split_whitespace().map(str::to_owned).collect();
            if words.len() != labels.len() {
                return Err(format!("{} words and {} labels", words.len(), labels.len()));
            }
            return Ok(words.into_iter().zip(labels).collect());
        }
        let mut skip_colon = false;
        for chunk in chunks {
            if chunk.starts_with('[') {
                chunk.trim_start_matches('[').clone_into(&mut label);
                skip_colon = true;
            } else if chunk == ":" && skip_colon {
                skip_colon = false;
            } else if chunk.is_ascii() {
                labelled.push((chunk.trim_end_matches(']').to_owned(), label.clone()));
            } else {
                for c in chunk.chars() {
                    if c == ']' {
                        "Other".clone_into(&mut label);
                    } else {
                        labelled.push((c.to_string(), label.clone()));
                    }
                }
            }
        }
        Ok(labelled)
    }

    fn of(annotated: &str, tag: &str) -> (String, String) {
        let (text, slots) = parse(annotated).unwrap();
        let Massive { utt, annot_utt } = Massive::of(&text, &slots, &tag.parse().unwrap());
        (utt, annot_utt)
    }

    #[test]
    fn lines_are_written_as_massive_writes_them() {
        for (tag, annotated, utt, annot_utt) in [
            (
                "en-US",
                "When I get to the [place : office], remind [person : me].",
                "When I get to the office remind me",
                "When I get to the [place : office] remind [person : me]",
            ),
            ("bn-BD", "[place : ঢাকা]য় যাব।", "ঢাকায় যাব", "[place : ঢাকায়] যাব"),
            ("ar-EG", "قول ل[person : منى] تيجي", "قول لمنى تيجي", "قول [person : لمنى] تيجي"),
            ("it-IT", "Dell'[place : Australia]?", "Dell'Australia", "[place : Dell'Australia]"),
            (
                "ja-JP",
                "あと[duration : 十分間]だけ、寝かせて。",
                "あと十分間だけ寝かせて",
                "あと [duration : 十分間]だけ寝かせて",
            ),
            ("th-TH", "เปิด[device : ไฟ]ใน\u{200b}ครัว", "เปิด ไฟ ใน ครัว", "เปิด [device : ไฟ] ใน ครัว"),
            ("de-DE", "[a : x]-[b : y] z", "x-y z", "[a : x-y] z"),
        ] {
            assert_eq!(of(annotated, tag), (utt.to_owned(), annot_utt.to_owned()), "{tag}: {annotated}");
        }
    }

    #[test]
    fn massives_reader_finds_every_slot_of_the_shipped_sheets() {
        let mut slots_seen = 0;
        for dir in find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts")).unwrap() {
            for locale in locales(&dir).unwrap() {
                let sheet = load(&dir, &locale).unwrap();
                let mut prompts = sheet.undealt().prompts;
                let crowd = Crowd { speakers: 4, each: 200, stopping: 0, seed: 0 };
                forecast(&sheet, &crowd, &mut |_, prompt| {
                    prompts.push(prompt.clone());
                    Ok(())
                })
                .unwrap();
                for prompt in prompts {
                    let line = Massive::of(&prompt.text, &prompt.slots, &locale);
                    let read = reader(&line, locale.as_str())
                        .unwrap_or_else(|error| panic!("{locale} {}: {error}", prompt.id));
                    let plain = |text: &str| {
                        text.chars().filter(|c| *c != ' ' && !is_punctuation(*c)).collect::<String>()
                    };
                    // Runs of one label are the slots, in their order, and hold their words.
                    let runs = read.chunk_by(|one, other| one.1 == other.1).filter(|run| run[0].1 != "Other");
                    let runs: Vec<(String, String)> = runs
                        .map(|run| (run[0].1.clone(), run.iter().map(|(word, _)| plain(word)).collect()))
                        .collect();
                    // Two slots of one name side by side are one to the reader, which knows no beginnings.
                    let mut names: Vec<&str> = runs.iter().map(|(name, _)| name.as_str()).collect();
                    let mut wanted: Vec<&str> = prompt.slots.iter().map(|slot| slot.name.as_str()).collect();
                    names.dedup();
                    wanted.dedup();
                    assert_eq!(names, wanted, "{locale} {}: {line:?}", prompt.id);
                    let mut rest = runs.iter().peekable();
                    for slot in &prompt.slots {
                        let holds = |(name, words): &&(String, String)| {
                            *name == slot.name && words.contains(&plain(&slot.value))
                        };
                        while rest.next_if(|run| !holds(run)).is_some() {}
                        assert!(rest.peek().is_some(), "{locale} {}: {slot:?} in {line:?}", prompt.id);
                        slots_seen += 1;
                    }
                    // And nothing is lost but punctuation.
                    let all: String = read.iter().map(|(word, _)| plain(word)).collect();
                    assert_eq!(all, plain(&prompt.text), "{locale} {}", prompt.id);
                }
            }
        }
        assert!(slots_seen > 15 * 800, "{slots_seen}");
    }
}
