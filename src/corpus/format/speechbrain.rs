//! `SpeechBrain`: one JSON object a split, from utterance id to its items.
//!
//! Source of the form: `speechbrain.dataio.dataio.load_data_json` of `SpeechBrain` 1.1, which runs `str.format_map` over every
//! text of the file. So the place of the corpus is `{data_root}`, and each brace of a text is doubled.

use super::{Format, Objects, Sink, Writer};
use crate::corpus::catalogue::Row;
use crate::error::Result;
use serde::Serialize;

/// `speechbrain/<split>.json`.
pub struct SpeechBrain;

impl Format for SpeechBrain {
    fn name(&self) -> &'static str {
        "speechbrain"
    }

    fn purpose(&self) -> &'static str {
        "SpeechBrain's DynamicItemDataset"
    }

    fn proof(&self) -> &'static str {
        "SpeechBrain 1.1.2, DynamicItemDataset.from_json"
    }

    fn limits(&self) -> &'static [&'static str] {
        &["No slots.", "A split is one JSON object, which SpeechBrain holds in memory whole."]
    }

    fn how_to_load(&self) -> &'static str {
        "SpeechBrain: `DynamicItemDataset.from_json(\"speechbrain/train.json\", replacements={\"data_root\": FOLDER})`.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Splits::default())
    }
}

#[derive(Default)]
struct Splits(Objects);

#[derive(Serialize)]
struct Items<'a> {
    wav: String,
    duration: f64,
    spk_id: &'a str,
    words: String,
    language: &'a str,
    intent: &'a str,
}

impl Writer for Splits {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let items = Items {
            wav: format!("{{data_root}}/{}", row.audio),
            duration: row.duration,
            spk_id: row.speaker.as_str(),
            words: row.text.replace('{', "{{").replace('}', "}}"),
            language: row.locale.as_str(),
            // Ids and intents have no braces.
            intent: row.intent.as_deref().unwrap_or(""),
        };
        self.0.member(&format!("speechbrain/{}.json", row.split), row.id.as_str(), &items, out)
    }

    fn finish(&mut self, out: &mut dyn Sink) -> Result<()> {
        self.0.finish(out)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_objects() {
        assert_eq!(
            made("speechbrain", &rows()),
            r#"speechbrain/test.json
{
"c3-fr-fr-demo-p1-1": {"wav":"{data_root}/audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav","duration":0.5000625,"spk_id":"c3","words":"réveille-moi à neuf heures","language":"fr-FR","intent":"alarm_set"}
}
speechbrain/train.json
{
"a1-fr-fr-demo-p1-1": {"wav":"{data_root}/audio/fr-FR/a1/a1-fr-fr-demo-p1-1.wav","duration":0.5000625,"spk_id":"a1","words":"réveille-moi à neuf heures","language":"fr-FR","intent":"alarm_set"},
"a1-fr-fr-demo-p2-1": {"wav":"{data_root}/audio/fr-FR/a1/a1-fr-fr-demo-p2-1.wav","duration":0.5000625,"spk_id":"a1","words":"\"dis\" {{bonjour}} $5 !","language":"fr-FR","intent":""},
"b2-ja-jp-demo-p1-1": {"wav":"{data_root}/audio/ja-JP/b2/b2-ja-jp-demo-p1-1.wav","duration":0.5000625,"spk_id":"b2","words":"明日　七時 | 起こして","language":"ja-JP","intent":"alarm_set"}
}
"#
        );
    }
}
