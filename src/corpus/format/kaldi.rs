//! Kaldi: one data folder per split (`wav.scp`, `text`, `utt2spk`, `spk2utt`, `utt2dur`, `utt2lang`,
//! and `spk2gender` where every speaker of the split is known as female or male).
//!
//! Paths in `wav.scp` are relative to the corpus folder, because Kaldi resolves them against the
//! current directory: run its scripts there. White space in `text` is folded to single spaces, since
//! Kaldi splits lines at it.

use super::about::gender_letter;
use super::{Format, Sink, Writer, one_line};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use std::fmt::Write as _;

/// `kaldi/<split>/…`.
pub struct Kaldi;

impl Format for Kaldi {
    fn name(&self) -> &'static str {
        "kaldi"
    }

    fn purpose(&self) -> &'static str {
        "Kaldi, ESPnet, and Lhotse"
    }

    fn proof(&self) -> &'static str {
        "lhotse 1.33.0, load_kaldi_data_dir"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Paths hold in the corpus folder alone.",
            "No intent, no slots; white space is folded to single spaces.",
            "Genders stand there where every speaker of the split is known as female or male.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "Kaldi, ESPnet and Lhotse read `kaldi/<split>`, whose paths are relative to this folder: run them here. \
         For texts beyond ASCII give `--non-print` to Kaldi's `validate_data_dir.sh`.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Folders::default())
    }
}

#[derive(Default)]
struct Folders {
    /// The speaker whose line is open, per split: one may have utterances in several.
    speakers: [Option<Speaker>; 3],
    /// Per split, `spk2gender` as long as it can be complete.
    genders: [Option<String>; 3],
    seen: [bool; 3],
}

struct Speaker {
    id: String,
    gender: Option<char>,
}

fn path(split: Split, file: &str) -> String {
    format!("kaldi/{split}/{file}")
}

impl Folders {
    fn close_speaker(&mut self, split: Split, out: &mut dyn Sink) -> Result<()> {
        let slot = split as usize;
        let Some(speaker) = self.speakers[slot].take() else { return Ok(()) };
        out.append(&path(split, "spk2utt"), "\n")?;
        if !self.seen[slot] {
            self.seen[slot] = true;
            self.genders[slot] = Some(String::new());
        }
        match (speaker.gender, &mut self.genders[slot]) {
            (Some(letter), Some(text)) => {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{} {letter}", speaker.id);
            }
            (None, list) => *list = None,
            (Some(_), None) => {}
        }
        Ok(())
    }
}

impl Writer for Folders {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let id = row.id.as_str();
        let same = |speaker: &Speaker| speaker.id == row.speaker.as_str();
        if !self.speakers[row.split as usize].as_ref().is_some_and(same) {
            self.close_speaker(row.split, out)?;
            self.speakers[row.split as usize] =
                Some(Speaker { id: row.speaker.to_string(), gender: gender_letter(row.gender.as_deref()) });
            out.append(&path(row.split, "spk2utt"), row.speaker.as_str())?;
        }
        // Piece by piece: a speaker may have any number of utterances.
        out.append(&path(row.split, "spk2utt"), &format!(" {id}"))?;
        let text = one_line(&row.text);
        let split = row.split;
        out.append(&path(split, "text"), &format!("{id}{}{text}\n", if text.is_empty() { "" } else { " " }))?;
        out.append(&path(split, "utt2dur"), &format!("{id} {}\n", row.duration))?;
        out.append(&path(split, "utt2lang"), &format!("{id} {}\n", row.locale))?;
        out.append(&path(split, "utt2spk"), &format!("{id} {}\n", row.speaker))?;
        out.append(&path(split, "wav.scp"), &format!("{id} {}\n", row.audio))
    }

    fn finish(&mut self, out: &mut dyn Sink) -> Result<()> {
        for split in Split::ALL {
            self.close_speaker(split, out)?;
            if let Some(text) = self.genders[split as usize].take() {
                out.append(&path(split, "spk2gender"), &text)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_folders() {
        assert_eq!(
            made("kaldi", &rows()),
            r#"kaldi/test/spk2gender
c3 m
kaldi/test/spk2utt
c3 c3-fr-fr-demo-p1-1
kaldi/test/text
c3-fr-fr-demo-p1-1 réveille-moi à neuf heures
kaldi/test/utt2dur
c3-fr-fr-demo-p1-1 0.5000625
kaldi/test/utt2lang
c3-fr-fr-demo-p1-1 fr-FR
kaldi/test/utt2spk
c3-fr-fr-demo-p1-1 c3
kaldi/test/wav.scp
c3-fr-fr-demo-p1-1 audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav
kaldi/train/spk2utt
a1 a1-fr-fr-demo-p1-1 a1-fr-fr-demo-p2-1
b2 b2-ja-jp-demo-p1-1
kaldi/train/text
a1-fr-fr-demo-p1-1 réveille-moi à neuf heures
a1-fr-fr-demo-p2-1 "dis" {bonjour} $5 !
b2-ja-jp-demo-p1-1 明日 七時 | 起こして
kaldi/train/utt2dur
a1-fr-fr-demo-p1-1 0.5000625
a1-fr-fr-demo-p2-1 0.5000625
b2-ja-jp-demo-p1-1 0.5000625
kaldi/train/utt2lang
a1-fr-fr-demo-p1-1 fr-FR
a1-fr-fr-demo-p2-1 fr-FR
b2-ja-jp-demo-p1-1 ja-JP
kaldi/train/utt2spk
a1-fr-fr-demo-p1-1 a1
a1-fr-fr-demo-p2-1 a1
b2-ja-jp-demo-p1-1 b2
kaldi/train/wav.scp
a1-fr-fr-demo-p1-1 audio/fr-FR/a1/a1-fr-fr-demo-p1-1.wav
a1-fr-fr-demo-p2-1 audio/fr-FR/a1/a1-fr-fr-demo-p2-1.wav
b2-ja-jp-demo-p1-1 audio/ja-JP/b2/b2-ja-jp-demo-p1-1.wav
"#
        );
    }
}
