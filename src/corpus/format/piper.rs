//! Piper: `metadata.csv` of a locale, `audio|speaker|text`.
//!
//! Source of the form: `piper/train/vits/dataset.py` of piper1-gpl: `csv.reader(delimiter="|")`, with quoting. A field that
//! begins with a quotation mark is read as quoted, so such a text, and one with a bar, is wrapped and its marks are doubled.
//! Audio is found from the folder of the table. The trainer splits what it gets at random, so it gets speakers of train alone.

use super::{Format, Sink, Unfit, Writer};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use std::borrow::Cow;

/// `piper/<locale>/metadata.csv`.
pub struct Piper;

impl Format for Piper {
    fn name(&self) -> &'static str {
        "piper"
    }

    fn purpose(&self) -> &'static str {
        "Piper's trainer of voices"
    }

    fn proof(&self) -> &'static str {
        "the rules of piper1-gpl's dataset.py, with Python's csv"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Only speakers of train, since the trainer splits by chance.",
            "A locale is a voice: one table each.",
            "No intent, no slots, nothing of the speaker but the pseudonym.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "Piper: `--data.csv_path piper/<locale>/metadata.csv`, and `--model.num_speakers` as in the table.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        (row.split != Split::Train).then_some(Unfit::NotTrain)
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Tables)
    }
}

struct Tables;

/// Returns a field as Python's `csv` reads it back.
fn quoted(text: &str) -> Cow<'_, str> {
    if text.starts_with('"') || text.contains('|') {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(text)
    }
}

impl Writer for Tables {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let line = format!("../../{}|{}|{}\n", row.audio, row.speaker, quoted(&row.text));
        out.append(&format!("piper/{}/metadata.csv", row.locale), &line)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_tables() {
        assert_eq!(
            made("piper", &rows()),
            r#"piper/fr-FR/metadata.csv
../../audio/fr-FR/a1/a1-fr-fr-demo-p1-1.wav|a1|réveille-moi à neuf heures
../../audio/fr-FR/a1/a1-fr-fr-demo-p2-1.wav|a1|"""dis"" {bonjour} $5 !"
piper/ja-JP/metadata.csv
../../audio/ja-JP/b2/b2-ja-jp-demo-p1-1.wav|b2|"明日　七時 | 起こして"
left out: not-train 1
"#
        );
    }
}
