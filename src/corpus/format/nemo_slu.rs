//! NVIDIA `NeMo`, spoken language understanding: a manifest a split whose text is the meaning, as a Python literal.
//!
//! Source of the form: NeMo's `scripts/dataset_processing/process_slurp_data.py` and its `slu_models` evaluator, which reads the
//! text with `ast.literal_eval`. Fillers are in lower case there; the words as they were read stand in `transcript`.

use super::intent::scenario_and_action;
use super::{Format, Sink, Unfit, Writer, json_line};
use crate::corpus::catalogue::Row;
use crate::error::Result;
use crate::text::is_silent;
use serde::Serialize;
use std::fmt::Write as _;

/// `nemo-slu/<split>_manifest.json`.
pub struct NemoSlu;

impl Format for NemoSlu {
    fn name(&self) -> &'static str {
        "nemo-slu"
    }

    fn purpose(&self) -> &'static str {
        "NeMo's models of speech to intent and slots"
    }

    fn proof(&self) -> &'static str {
        "NeMo 3.0.0, LazyNeMoIterator; Python's ast.literal_eval"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "Only rows that have an intent.",
            "Fillers are in lower case.",
            "Nothing of the speaker but pseudonym and gender.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "NeMo's SLU recipe reads `nemo-slu/<split>_manifest.json`, whose paths are relative to that folder.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        row.intent.is_none().then_some(Unfit::NoIntent)
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Manifests)
    }
}

struct Manifests;

#[derive(Serialize)]
struct Line<'a> {
    audio_filepath: String,
    duration: f64,
    text: String,
    transcript: &'a str,
    lang: &'a str,
    locale: &'a str,
    speaker: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'a str>,
    sampling_rate: u32,
    prompt_id: &'a str,
    utterance_id: &'a str,
}

/// Returns a text as Python's `repr` writes it: in single quotes, or in double ones where it has single ones alone; what
/// cannot be printed is escaped.
fn literal(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        let code = u32::from(c);
        let is_unseen = c != ' ' && (c.is_whitespace() || c.is_control() || is_silent(c));
        match c {
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            // Writing to a string cannot fail.
            _ if is_unseen && code < 0x100 => drop(write!(out, "\\x{code:02x}")),
            _ if is_unseen && code < 0x1_0000 => drop(write!(out, "\\u{code:04x}")),
            _ if is_unseen => drop(write!(out, "\\U{code:08x}")),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// Returns the meaning of a row as a Python literal.
fn meaning(row: &Row) -> String {
    let (scenario, action) = scenario_and_action(row).unwrap_or_default();
    let entity = |slot: &crate::sheet::Slot| {
        let filler = slot.value.to_lowercase();
        format!("{{'type': {}, 'filler': {}}}", literal(&slot.name), literal(&filler))
    };
    let entities: Vec<String> = row.slots.iter().map(entity).collect();
    format!(
        "{{'scenario': {}, 'action': {}, 'entities': [{}]}}",
        literal(scenario),
        literal(action),
        entities.join(", ")
    )
}

impl Writer for Manifests {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let line = Line {
            audio_filepath: format!("../{}", row.audio),
            duration: row.duration,
            text: meaning(row),
            transcript: &row.text,
            lang: row.locale.language(),
            locale: row.locale.as_str(),
            speaker: row.speaker.as_str(),
            gender: row.gender.as_deref(),
            sampling_rate: row.rate.hz(),
            prompt_id: row.prompt.as_str(),
            utterance_id: row.id.as_str(),
        };
        out.append(&format!("nemo-slu/{}_manifest.json", row.split), &json_line(&line)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};
    use super::*;

    #[test]
    fn a_small_corpus_has_these_manifests() {
        assert_eq!(
            made("nemo-slu", &rows()[1..]),
            r#"nemo-slu/test_manifest.json
{"audio_filepath":"../audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav","duration":0.5000625,"text":"{'scenario': 'alarm', 'action': 'set', 'entities': [{'type': 'time', 'filler': 'neuf heures'}]}","transcript":"réveille-moi à neuf heures","lang":"fr","locale":"fr-FR","speaker":"c3","gender":"male","sampling_rate":16000,"prompt_id":"p1","utterance_id":"c3-fr-fr-demo-p1-1"}
nemo-slu/train_manifest.json
{"audio_filepath":"../audio/ja-JP/b2/b2-ja-jp-demo-p1-1.wav","duration":0.5000625,"text":"{'scenario': 'alarm', 'action': 'set', 'entities': [{'type': 'time', 'filler': '七時'}]}","transcript":"明日　七時 | 起こして","lang":"ja","locale":"ja-JP","speaker":"b2","sampling_rate":16000,"prompt_id":"p1","utterance_id":"b2-ja-jp-demo-p1-1"}
left out: no-intent 1
"#
        );
    }

    /// Oracle: `repr` of Python 3.11.
    #[test]
    fn literals_are_those_of_python() {
        for (text, expected) in [
            ("five am", "'five am'"),
            ("l'eau", "\"l'eau\""),
            ("say \"hi\"", "'say \"hi\"'"),
            ("l'eau \"x\"", "'l\\'eau \"x\"'"),
            ("a\\b{c}", "'a\\\\b{c}'"),
            ("a\u{a0}b", "'a\\xa0b'"),
            ("می\u{200c}شود", "'می\\u200cشود'"),
            ("七時", "'七時'"),
        ] {
            assert_eq!(literal(text), expected);
        }
    }
}
