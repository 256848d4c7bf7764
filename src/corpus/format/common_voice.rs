//! Mozilla Common Voice, Scripted Speech: tables of clips of a locale, parted by tabs and without any quoting.
//!
//! Source of the form: the `CHANGELOG` and the READMEs of Common Voice's data sets (v25), and `CorporaCreator` 1.5, whose tables
//! have these thirteen columns in this order. `client_id` and `sentence_id` are hashes, as theirs are.

use super::about::{common_voice_age, common_voice_gender};
use super::{Format, Sink, Writer};
use crate::corpus::catalogue::Row;
use crate::digest::Sha256;
use crate::error::Result;
use crate::ids::Locale;
use crate::units::milliseconds;
use std::collections::BTreeSet;

/// `common-voice/<locale>/…`.
pub struct CommonVoice;

const HEAD: &str = "client_id\tpath\tsentence_id\tsentence\tsentence_domain\tup_votes\tdown_votes\tage\tgender\taccents\tvariant\tlocale\tsegment\n";

/// The tables; a corpus of Common Voice has all of them, and its readers open all.
const TABLES: [&str; 4] = ["train", "dev", "test", "validated"];

impl Format for CommonVoice {
    fn name(&self) -> &'static str {
        "common-voice"
    }

    fn purpose(&self) -> &'static str {
        "whatever reads a release of Common Voice"
    }

    fn proof(&self) -> &'static str {
        "lhotse 1.33.0, prepare_commonvoice; the rules of torchaudio 2.11's COMMONVOICE, but for the ending"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Clips are WAV: torchaudio's COMMONVOICE wants the ending `.mp3` and finds none.",
            "Nobody voted: votes are 0, and all rows are in `validated.tsv`.",
            "Locales are BCP 47 tags (`fr-FR`); Common Voice has `fr` for most.",
            "Ages and genders that Common Voice has no word for are empty.",
            "No intent and no slots; sentence_domain, variant and segment are empty.",
            "Readers that take `\"` for quoting misread texts that begin with it.",
            "Programs that copy hard links as files store the audio twice.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "Common Voice's form is in `common-voice/<locale>`: \
         `prepare_commonvoice(\"common-voice\", OUT, languages=[\"<locale>\"])` of lhotse reads it.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Tables::default())
    }
}

#[derive(Default)]
struct Tables {
    begun: BTreeSet<Locale>,
}

impl Writer for Tables {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let folder = format!("common-voice/{}", row.locale);
        let table = |name: &str| format!("{folder}/{name}.tsv");
        if !self.begun.contains(&row.locale) {
            self.begun.insert(row.locale.clone());
            for name in TABLES {
                out.append(&table(name), HEAD)?;
            }
            out.append(&table("clip_durations"), "clip\tduration[ms]\n")?;
        }
        let clip = format!("{}.wav", row.id);
        let line = [
            &Sha256::of(row.speaker.as_str()).to_string(),
            &clip,
            &row.text_sha256.to_string(),
            &row.text,
            "",
            "0",
            "0",
            common_voice_age(row.age.as_deref()),
            common_voice_gender(row.gender.as_deref()),
            row.accent.as_deref().unwrap_or(""),
            "",
            row.locale.as_str(),
            "",
        ];
        let line = line.join("\t") + "\n";
        out.append(&table(row.split.name()), &line)?;
        out.append(&table("validated"), &line)?;
        out.append(&table("clip_durations"), &format!("{clip}\t{}\n", milliseconds(row.frames, row.rate)))?;
        out.link(&format!("{folder}/clips/{clip}"), row)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};
    use super::*;

    #[test]
    fn a_small_corpus_has_these_tables() {
        let mut rows = rows();
        (rows[1].age, rows[1].accent) = (Some("34".to_owned()), Some("de Lyon".to_owned()));
        let of = |row: &Row| (Sha256::of(row.speaker.as_str()).to_string(), row.text_sha256.to_string());
        let (client, sentence) = of(&rows[1]);
        let line = format!(
            "{client}\ta1-fr-fr-demo-p2-1.wav\t{sentence}\t\"dis\" {{bonjour}} $5 !\t\t0\t0\tthirties\tfemale_feminine\tde Lyon\t\tfr-FR\t\n"
        );
        let expected = format!(
            "common-voice/fr-FR/clip_durations.tsv\n\
             clip\tduration[ms]\n\
             a1-fr-fr-demo-p2-1.wav\t500\n\
             common-voice/fr-FR/clips/a1-fr-fr-demo-p2-1.wav = a1-fr-fr-demo-p2-1\n\
             common-voice/fr-FR/dev.tsv\n{HEAD}\
             common-voice/fr-FR/test.tsv\n{HEAD}\
             common-voice/fr-FR/train.tsv\n{HEAD}{line}\
             common-voice/fr-FR/validated.tsv\n{HEAD}{line}"
        );
        assert_eq!(made("common-voice", &rows[1..2]), expected);
    }
}
