//! Google Speech Commands: a folder a phrase, with lists of what is for validation and for testing.
//!
//! Source of the form: the README of `speech_commands_v0.02` and torchaudio's `SPEECHCOMMANDS`. A file is
//! `<speaker>_nohash_<number>.wav`; Google's speakers are eight hexadecimal digits, and no reader asks for that, so here they
//! are the pseudonyms of the corpus, which cannot fall together. The lists are those of our splits, and both are always there,
//! since readers open both.

use super::wake::{is_too_long, label, unfit};
use super::{Format, Sink, Unfit, Writer};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use crate::ids::SpeakerId;
use std::collections::BTreeMap;

/// `speech-commands/<phrase>/…`.
pub struct SpeechCommands;

impl Format for SpeechCommands {
    fn name(&self) -> &'static str {
        "speech-commands"
    }

    fn purpose(&self) -> &'static str {
        "keyword spotting with what knows Speech Commands"
    }

    fn proof(&self) -> &'static str {
        "torchaudio 2.11.0, SPEECHCOMMANDS without its decoder"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Only rows with the intent `wake_word` or `wake_negative`, at 16 kHz; a phrase is a class.",
            "Locales are not told apart: the folder is the phrase.",
            "Clips have the length they have; Google's are one second.",
            "No `_background_noise_`: a corpus has no recordings of rooms.",
            "Readers that split by a hash of the name, and not by the lists, split otherwise.",
            "Programs that copy hard links as files store the audio twice.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "Speech Commands' form: `torchaudio.datasets.SPEECHCOMMANDS(FOLDER, \"speech-commands\", \"\", subset=\"training\")`, with \
         the path of this folder.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        let label = label(&row.text);
        let unfit = unfit(row);
        if unfit.is_some() {
            unfit
        } else if label.is_empty() {
            Some(Unfit::NoWords)
        } else {
            is_too_long(&label).then_some(Unfit::LongName)
        }
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Tree::default())
    }
}

#[derive(Default)]
struct Tree {
    speaker: Option<SpeakerId>,
    /// How often the speaker has said each phrase.
    said: BTreeMap<String, u32>,
}

const VALIDATION: &str = "speech-commands/validation_list.txt";
const TESTING: &str = "speech-commands/testing_list.txt";

impl Writer for Tree {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        if self.speaker.as_ref() != Some(&row.speaker) {
            self.speaker = Some(row.speaker.clone());
            self.said.clear();
        }
        let label = label(&row.text);
        let count = self.said.entry(label.clone()).or_default();
        let file = format!("{label}/{}_nohash_{count}.wav", row.speaker);
        *count += 1;
        match row.split {
            Split::Train => {}
            Split::Dev => out.append(VALIDATION, &format!("{file}\n"))?,
            Split::Test => out.append(TESTING, &format!("{file}\n"))?,
        }
        out.link(&format!("speech-commands/{file}"), row)
    }

    fn finish(&mut self, out: &mut dyn Sink) -> Result<()> {
        out.append(VALIDATION, "")?;
        out.append(TESTING, "")
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, wake_rows};

    #[test]
    fn a_small_corpus_has_this_tree() {
        assert_eq!(
            made("speech-commands", &wake_rows()),
            "speech-commands/hey_booth/a1_nohash_0.wav = a1-en-us-demo-p1-1\n\
             speech-commands/hey_booth/a1_nohash_1.wav = a1-en-us-demo-p2-1\n\
             speech-commands/hey_booth/b2_nohash_0.wav = b2-en-us-demo-p1-1\n\
             speech-commands/hey_ruth/a1_nohash_0.wav = a1-en-us-demo-p3-1\n\
             speech-commands/hey_ruth/c3_nohash_0.wav = c3-en-us-demo-p3-1\n\
             speech-commands/testing_list.txt\n\
             hey_ruth/c3_nohash_0.wav\n\
             speech-commands/validation_list.txt\n\
             hey_booth/b2_nohash_0.wav\n\
             left out: not-wake 1\n"
        );
    }
}
