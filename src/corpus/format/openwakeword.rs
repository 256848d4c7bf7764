//! `openWakeWord`: folders of positive and negative clips, a model a locale.
//!
//! Source of the form: `openwakeword/train.py`, which reads `{positive,negative}_{train,test}/*.wav` of `output_dir/model_name`
//! and chooses its model by what it calls test. That is our dev; the speakers of test are kept out.

use super::wake::{is_wake, unfit};
use super::{Format, Sink, Unfit, Writer};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;

/// `openwakeword/<locale>/…`.
pub struct OpenWakeWord;

impl Format for OpenWakeWord {
    fn name(&self) -> &'static str {
        "openwakeword"
    }

    fn purpose(&self) -> &'static str {
        "openWakeWord's trainer, and microWakeWord's"
    }

    fn proof(&self) -> &'static str {
        "the rules of openWakeWord's train.py: folders of 16 kHz WAV that scipy reads"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Only rows with the intent `wake_word` (positive) or `wake_negative` (negative), at 16 kHz.",
            "What it calls test is dev, by which it chooses a model; test is left out.",
            "A locale is a model; all its wake phrases are one.",
            "Programs that copy hard links as files store the audio twice.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "openWakeWord: `output_dir: openwakeword` and `model_name: <locale>` in its training configuration.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        unfit(row).or_else(|| (row.split == Split::Test).then_some(Unfit::TestSplit))
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Folders)
    }
}

struct Folders;

impl Writer for Folders {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let kind = if is_wake(row) == Some(true) { "positive" } else { "negative" };
        let part = if row.split == Split::Train { "train" } else { "test" };
        out.link(&format!("openwakeword/{}/{kind}_{part}/{}.wav", row.locale, row.id), row)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, wake_rows};
    use crate::units::SampleRate;

    #[test]
    fn a_small_corpus_has_these_folders() {
        assert_eq!(
            made("openwakeword", &wake_rows()),
            "openwakeword/en-US/negative_train/a1-en-us-demo-p3-1.wav = a1-en-us-demo-p3-1\n\
             openwakeword/en-US/positive_test/b2-en-us-demo-p1-1.wav = b2-en-us-demo-p1-1\n\
             openwakeword/en-US/positive_train/a1-en-us-demo-p1-1.wav = a1-en-us-demo-p1-1\n\
             openwakeword/en-US/positive_train/a1-en-us-demo-p2-1.wav = a1-en-us-demo-p2-1\n\
             left out: not-wake 1, test-split 1\n"
        );
        let mut rows = wake_rows();
        for row in &mut rows {
            row.rate = SampleRate::new(48_000).unwrap();
        }
        assert_eq!(made("openwakeword", &rows), "left out: not-wake 1, rate 5\n");
        assert_eq!(made("speech-commands", &rows), "left out: not-wake 1, rate 5\n");
    }
}
