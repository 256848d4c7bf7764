//! Montreal Forced Aligner: a folder a locale and speaker, with a `.lab` of the words beside each audio file.
//!
//! Source of the form: MFA's "Corpus formats and structure", and `corpus/helper.py` of its repository: a `.lab` is read whole
//! and trimmed, and the folder that a file lies in is its speaker. A dictionary is of one language, so is a corpus.

use super::{Format, Sink, Writer};
use crate::corpus::catalogue::Row;
use crate::error::Result;

/// `mfa/<locale>/<speaker>/…`.
pub struct Mfa;

impl Format for Mfa {
    fn name(&self) -> &'static str {
        "mfa"
    }

    fn purpose(&self) -> &'static str {
        "the Montreal Forced Aligner, and what reads `.lab` files"
    }

    fn proof(&self) -> &'static str {
        "the rules of MFA's corpus/helper.py"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "No splits; a speaker's folder is in one.",
            "No intent, no slots, nothing of the speaker but the pseudonym.",
            "Programs that copy hard links as files store the audio twice.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "The Montreal Forced Aligner takes `mfa/<locale>` as its corpus: `mfa validate mfa/<locale> DICTIONARY`.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Folders)
    }
}

struct Folders;

impl Writer for Folders {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let stem = format!("mfa/{}/{}/{}", row.locale, row.speaker, row.id);
        out.file(&format!("{stem}.lab"), &format!("{}\n", row.text))?;
        out.link(&format!("{stem}.wav"), row)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_files() {
        assert_eq!(
            made("mfa", &rows()[1..3]),
            "mfa/fr-FR/a1/a1-fr-fr-demo-p2-1.lab\n\
             \"dis\" {bonjour} $5 !\n\
             mfa/fr-FR/a1/a1-fr-fr-demo-p2-1.wav = a1-fr-fr-demo-p2-1\n\
             mfa/ja-JP/b2/b2-ja-jp-demo-p1-1.lab\n\
             明日　七時 | 起こして\n\
             mfa/ja-JP/b2/b2-ja-jp-demo-p1-1.wav = b2-ja-jp-demo-p1-1\n"
        );
    }
}
