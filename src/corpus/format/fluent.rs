//! Fluent Speech Commands: a table a split whose classes are an action, an object and a location.
//!
//! Source of the form: the data set's own tables and torchaudio's `FluentSpeechCommands`, which wants these columns, the first
//! without a name, and takes the speaker and the name of a clip from its path. A locale is a data set of its own.

use super::{Format, Sink, Unfit, Writer};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use crate::sheet::triple;
use std::collections::BTreeMap;

/// The rate that readers of the data set take for granted, in hertz.
const RATE: u32 = 16_000;

/// `fluent/<locale>/fluent_speech_commands_dataset/…`.
pub struct Fluent;

impl Format for Fluent {
    fn name(&self) -> &'static str {
        "fluent"
    }

    fn purpose(&self) -> &'static str {
        "recipes for Fluent Speech Commands: speech to action, object and location"
    }

    fn proof(&self) -> &'static str {
        "torchaudio 2.11.0, FluentSpeechCommands without its decoder"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Only rows whose intent is a triple, `action__object__location`, at 16 kHz.",
            "No slots, and nothing of the speaker but the pseudonym.",
            "Programs that copy hard links as files store the audio twice.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "Fluent Speech Commands' form: `torchaudio.datasets.FluentSpeechCommands(\"fluent/<locale>\", \"train\")`.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        match row.intent.as_deref() {
            None => Some(Unfit::NoIntent),
            Some(intent) if triple(intent).is_none() => Some(Unfit::NoTriple),
            Some(_) => (row.rate.hz() != RATE).then_some(Unfit::Rate),
        }
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Tables::default())
    }
}

/// How many lines each table has, besides its head.
#[derive(Default)]
struct Tables(BTreeMap<String, u64>);

/// Returns a cell: in quotation marks where Python's `csv` asks for them.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

impl Writer for Tables {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let Some(classes) = row.intent.as_deref().and_then(triple) else { return Ok(()) };
        let root = format!("fluent/{}/fluent_speech_commands_dataset", row.locale);
        let split = if row.split == Split::Dev { "valid" } else { row.split.name() };
        let table = format!("{root}/data/{split}_data.csv");
        let lines = self.0.entry(table.clone()).or_default();
        if *lines == 0 {
            out.append(&table, ",path,speakerId,transcription,action,object,location\n")?;
        }
        let path = format!("wavs/speakers/{}/{}.wav", row.speaker, row.id);
        let [action, object, location] = classes.map(|class| class.replace('_', " "));
        let text = cell(&row.text);
        out.append(&table, &format!("{lines},{path},{},{text},{action},{object},{location}\n", row.speaker))?;
        *lines += 1;
        out.link(&format!("{root}/{path}"), row)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_tables() {
        let mut rows = rows();
        for (at, intent) in
            [(0, "set__alarm__none"), (2, "activate__lights__living_room"), (3, "set__alarm__none")]
        {
            rows[at].intent = Some(intent.to_owned());
        }
        rows[3].text = "« x », \"y\"".to_owned();
        assert_eq!(
            made("fluent", &rows),
            r#"fluent/fr-FR/fluent_speech_commands_dataset/data/test_data.csv
,path,speakerId,transcription,action,object,location
0,wavs/speakers/c3/c3-fr-fr-demo-p1-1.wav,c3,"« x », ""y""",set,alarm,none
fluent/fr-FR/fluent_speech_commands_dataset/data/train_data.csv
,path,speakerId,transcription,action,object,location
0,wavs/speakers/a1/a1-fr-fr-demo-p1-1.wav,a1,réveille-moi à neuf heures,set,alarm,none
fluent/fr-FR/fluent_speech_commands_dataset/wavs/speakers/a1/a1-fr-fr-demo-p1-1.wav = a1-fr-fr-demo-p1-1
fluent/fr-FR/fluent_speech_commands_dataset/wavs/speakers/c3/c3-fr-fr-demo-p1-1.wav = c3-fr-fr-demo-p1-1
fluent/ja-JP/fluent_speech_commands_dataset/data/train_data.csv
,path,speakerId,transcription,action,object,location
0,wavs/speakers/b2/b2-ja-jp-demo-p1-1.wav,b2,明日　七時 | 起こして,activate,lights,living room
fluent/ja-JP/fluent_speech_commands_dataset/wavs/speakers/b2/b2-ja-jp-demo-p1-1.wav = b2-ja-jp-demo-p1-1
left out: no-intent 1
"#
        );
    }
}
