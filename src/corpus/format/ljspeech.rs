//! `LJSpeech`: `metadata.csv` with `id|text|normalised text` beside `wavs/`, a folder a locale and split.
//!
//! Source of the form: the README of LJSpeech-1.1, and torchaudio's `LJSPEECH`, which reads with `csv.QUOTE_NONE`: there is no
//! way to write a bar. The form knows no splits, so each is a data set of its own.

use super::{Format, Sink, Unfit, Writer};
use crate::corpus::catalogue::Row;
use crate::error::Result;

/// `ljspeech/<locale>/<split>/…`.
pub struct LjSpeech;

impl Format for LjSpeech {
    fn name(&self) -> &'static str {
        "ljspeech"
    }

    fn purpose(&self) -> &'static str {
        "trainers of voices that know LJSpeech: Coqui, torchaudio, ESPnet"
    }

    fn proof(&self) -> &'static str {
        "lhotse 1.33.0, prepare_ljspeech; torchaudio 2.11.0, LJSPEECH without its decoder"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "No speaker: the form is of one voice. The id begins with the pseudonym.",
            "Nothing normalises: both texts are the words read.",
            "A text with `|` is left out.",
            "Programs that copy hard links as files store the audio twice.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "LJSpeech's form is in `ljspeech/<locale>/<split>`: `metadata.csv` and `wavs/`.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        row.text.contains('|').then_some(Unfit::Bar)
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Folders)
    }
}

struct Folders;

impl Writer for Folders {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let folder = format!("ljspeech/{}/{}", row.locale, row.split);
        let (id, text) = (&row.id, &row.text);
        out.append(&format!("{folder}/metadata.csv"), &format!("{id}|{text}|{text}\n"))?;
        out.link(&format!("{folder}/wavs/{id}.wav"), row)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_folders() {
        assert_eq!(
            made("ljspeech", &rows()),
            "ljspeech/fr-FR/test/metadata.csv\n\
             c3-fr-fr-demo-p1-1|réveille-moi à neuf heures|réveille-moi à neuf heures\n\
             ljspeech/fr-FR/test/wavs/c3-fr-fr-demo-p1-1.wav = c3-fr-fr-demo-p1-1\n\
             ljspeech/fr-FR/train/metadata.csv\n\
             a1-fr-fr-demo-p1-1|réveille-moi à neuf heures|réveille-moi à neuf heures\n\
             a1-fr-fr-demo-p2-1|\"dis\" {bonjour} $5 !|\"dis\" {bonjour} $5 !\n\
             ljspeech/fr-FR/train/wavs/a1-fr-fr-demo-p1-1.wav = a1-fr-fr-demo-p1-1\n\
             ljspeech/fr-FR/train/wavs/a1-fr-fr-demo-p2-1.wav = a1-fr-fr-demo-p2-1\n\
             left out: bar 1\n"
        );
    }
}
