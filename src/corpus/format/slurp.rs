//! SLURP: one line a recording with scenario, action, words and the words of each entity, and who recorded it.
//!
//! Source of the form: `dataset/slurp` and `scripts/evaluation` of the SLURP repository. A line of SLURP is a prompt with all its
//! recordings, in the split of the prompt; here the split is the speaker's, so a line has one recording, which the scorer,
//! that goes by recordings, takes as well. `span` lists all words of an entity.

use super::about::gender_letter;
use super::intent::{scenario_and_action, unfit, words};
use super::{Format, Objects, Sink, Unfit, Writer, json_line};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use crate::ids::SpeakerId;
use crate::sheet::Massive;
use serde::Serialize;
use std::collections::BTreeMap;

/// `slurp/<locale>/…`.
pub struct Slurp;

impl Format for Slurp {
    fn name(&self) -> &'static str {
        "slurp"
    }

    fn purpose(&self) -> &'static str {
        "spoken language understanding with SLURP's recipes and scorer"
    }

    fn proof(&self) -> &'static str {
        "the rules of SLURP's scripts/evaluation"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Only rows that have an intent; a locale is a data set of its own.",
            "No punctuation; words have no lemma and no part of speech; an entity is widened to whole words.",
            "usrid says E where the speaker gave English as the first language, O for all others.",
            "Nobody transcribed: wer and ent_wer are 0, status is correct.",
            "A row with square brackets in its text, or with a slot that has no word of its own, is left out.",
            "Recipes that find entities by splitting at `:` cut a filler such as 5:30 in two.",
            "Audio is WAV: ESPnet's recipe cuts names by the length of `.flac`.",
            "Programs that copy hard links as files store the audio twice.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "SLURP's form is in `slurp/<locale>`: `{train,devel,test}.jsonl`, `metadata.json` and `slurp_real/`.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        unfit(row)
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Lines::default())
    }
}

/// The ids are numbers in SLURP, so rows and speakers are counted.
#[derive(Default)]
struct Lines {
    rows: u64,
    speaker: Option<SpeakerId>,
    speakers: u64,
    metadata: Objects,
}

#[derive(Serialize)]
struct Token<'a> {
    surface: &'a str,
    id: usize,
}

#[derive(Serialize)]
struct Entity<'a> {
    span: Vec<usize>,
    r#type: &'a str,
}

#[derive(Serialize)]
struct Recording<'a> {
    file: &'a str,
    wer: f64,
    ent_wer: Option<f64>,
    status: &'static str,
}

#[derive(Serialize)]
struct Line<'a> {
    slurp_id: u64,
    sentence: &'a str,
    sentence_annotation: &'a str,
    intent: &'a str,
    action: &'a str,
    tokens: Vec<Token<'a>>,
    scenario: &'a str,
    recordings: [Recording<'a>; 1],
    entities: Vec<Entity<'a>>,
}

#[derive(Serialize)]
struct Recorded {
    ansid: u64,
    recid: u64,
    status: &'static str,
    usrid: String,
}

#[derive(Serialize)]
struct Metadata<'a> {
    nlub_id: u64,
    recordings: BTreeMap<&'a str, Recorded>,
    sentence_normalised: &'a str,
    sentence_original: &'a str,
    status: &'static str,
    userid_amt: &'static str,
}

/// Returns SLURP's name of a speaker: gender, E for English as the first language, O for another or one that is not known, and a
/// number.
fn usrid(row: &Row, number: u64) -> String {
    let gender = match gender_letter(row.gender.as_deref()) {
        Some('f') => "F",
        Some('m') => "M",
        _ => "UNK",
    };
    let language = row.native_language.as_deref().unwrap_or("").to_ascii_lowercase();
    let first = if language == "english" || language.split('-').next() == Some("en") { 'E' } else { 'O' };
    format!("{gender}{first}-{number:03}")
}

impl Writer for Lines {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        if self.speaker.as_ref() != Some(&row.speaker) {
            self.speaker = Some(row.speaker.clone());
            self.speakers += 1;
        }
        self.rows += 1;
        let words = words(row);
        let sentence = words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
        let annotation = Massive::annotated(&words, &row.slots);
        let file = format!("audio-{}.wav", row.id);
        let (scenario, action) = scenario_and_action(row).unwrap_or_default();
        let span = |slot| (0..words.len()).filter(|at| words[*at].1 == Some(slot)).collect();
        let entities =
            row.slots.iter().enumerate().map(|(at, slot)| Entity { span: span(at), r#type: &slot.name });
        let line = Line {
            slurp_id: self.rows,
            sentence: &sentence,
            sentence_annotation: &annotation,
            intent: row.intent.as_deref().unwrap_or(""),
            action,
            tokens: words.iter().enumerate().map(|(id, (surface, _))| Token { surface, id }).collect(),
            scenario,
            recordings: [Recording {
                file: &file,
                wer: 0.0,
                ent_wer: (!row.slots.is_empty()).then_some(0.0),
                status: "correct",
            }],
            entities: entities.collect(),
        };
        let folder = format!("slurp/{}", row.locale);
        let split = match row.split {
            Split::Train => "train",
            Split::Dev => "devel",
            Split::Test => "test",
        };
        out.append(&format!("{folder}/{split}.jsonl"), &json_line(&line)?)?;
        let usrid = usrid(row, self.speakers);
        let recorded = Recorded { ansid: self.rows, recid: self.rows, status: "correct", usrid };
        let metadata = Metadata {
            nlub_id: self.rows,
            recordings: [(file.as_str(), recorded)].into(),
            sentence_normalised: &sentence,
            sentence_original: &row.text,
            status: "correct",
            userid_amt: "0",
        };
        self.metadata.member(&format!("{folder}/metadata.json"), &self.rows.to_string(), &metadata, out)?;
        out.link(&format!("{folder}/slurp_real/{file}"), row)
    }

    fn finish(&mut self, out: &mut dyn Sink) -> Result<()> {
        self.metadata.finish(out)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_files() {
        let mut rows = rows();
        rows[3].native_language = Some("English".to_owned());
        assert_eq!(
            made("slurp", &rows[1..]),
            r#"slurp/fr-FR/metadata.json
{
"2": {"nlub_id":2,"recordings":{"audio-c3-fr-fr-demo-p1-1.wav":{"ansid":2,"recid":2,"status":"correct","usrid":"ME-002"}},"sentence_normalised":"réveille-moi à neuf heures","sentence_original":"réveille-moi à neuf heures","status":"correct","userid_amt":"0"}
}
slurp/fr-FR/slurp_real/audio-c3-fr-fr-demo-p1-1.wav = c3-fr-fr-demo-p1-1
slurp/fr-FR/test.jsonl
{"slurp_id":2,"sentence":"réveille-moi à neuf heures","sentence_annotation":"réveille-moi à [time : neuf heures]","intent":"alarm_set","action":"set","tokens":[{"surface":"réveille-moi","id":0},{"surface":"à","id":1},{"surface":"neuf","id":2},{"surface":"heures","id":3}],"scenario":"alarm","recordings":[{"file":"audio-c3-fr-fr-demo-p1-1.wav","wer":0.0,"ent_wer":0.0,"status":"correct"}],"entities":[{"span":[2,3],"type":"time"}]}
slurp/ja-JP/metadata.json
{
"1": {"nlub_id":1,"recordings":{"audio-b2-ja-jp-demo-p1-1.wav":{"ansid":1,"recid":1,"status":"correct","usrid":"UNKO-001"}},"sentence_normalised":"明日 七時 | 起こして","sentence_original":"明日　七時 | 起こして","status":"correct","userid_amt":"0"}
}
slurp/ja-JP/slurp_real/audio-b2-ja-jp-demo-p1-1.wav = b2-ja-jp-demo-p1-1
slurp/ja-JP/train.jsonl
{"slurp_id":1,"sentence":"明日 七時 | 起こして","sentence_annotation":"明日 [time : 七時] | 起こして","intent":"alarm_set","action":"set","tokens":[{"surface":"明日","id":0},{"surface":"七時","id":1},{"surface":"|","id":2},{"surface":"起こして","id":3}],"scenario":"alarm","recordings":[{"file":"audio-b2-ja-jp-demo-p1-1.wav","wer":0.0,"ent_wer":0.0,"status":"correct"}],"entities":[{"span":[1],"type":"time"}]}
left out: no-intent 1
"#
        );
    }
}
