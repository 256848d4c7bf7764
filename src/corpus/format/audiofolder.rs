//! Hugging Face `AudioFolder`: audio in a folder a split with a `metadata.jsonl` beside it, read by `load_dataset`.
//!
//! Source of the form: `datasets/packaged_modules/folder_based_builder` of Hugging Face datasets 5.2. `file_name` has
//! to name a file below the folder of the metadata, so the audio stands there as well. Every key has text in every split,
//! empty where nothing is known, because a column of nothing but nulls has no type and two splits then differ; no text reads
//! as a date, which the reader of JSON Lines would turn into a time.

use super::{Format, Sink, Unfit, Writer, json_line};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use serde::Serialize;

/// `audiofolder/data/<split>/…`.
pub struct AudioFolder;

/// Returns the folder of a split; dev has the name that Hugging Face looks for.
fn folder(split: Split) -> &'static str {
    match split {
        Split::Train => "audiofolder/data/train",
        Split::Dev => "audiofolder/data/validation",
        Split::Test => "audiofolder/data/test",
    }
}

/// Tells whether a text is what Arrow reads as a time: a date of ISO 8601, with or without a time of the day.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let date =
        |(at, byte): (usize, &u8)| if [4, 7].contains(&at) { *byte == b'-' } else { byte.is_ascii_digit() };
    bytes.len() >= 10
        && bytes[..10].iter().enumerate().all(date)
        && bytes.get(10).is_none_or(|byte| b" TZ".contains(byte))
        && bytes.get(11..).is_none_or(|rest| rest.iter().all(|byte| b"0123456789:.Z+-".contains(byte)))
}

impl Format for AudioFolder {
    fn name(&self) -> &'static str {
        "audiofolder"
    }

    fn purpose(&self) -> &'static str {
        "Hugging Face datasets, the Hub and its viewer"
    }

    fn proof(&self) -> &'static str {
        "datasets 5.2.0, load_dataset"
    }

    fn limits(&self) -> &'static [&'static str] {
        &[
            "What is not known is an empty text.",
            "Slots stand in `annotated` alone.",
            "A row with a text that is an ISO date is left out.",
            "Programs that copy hard links as files store the audio twice.",
        ]
    }

    fn how_to_load(&self) -> &'static str {
        "Hugging Face datasets: `load_dataset(\"audiofolder\", data_dir=\"audiofolder\")`, or `load_dataset` on this folder.\n"
    }

    fn unfit(&self, row: &Row) -> Option<Unfit> {
        let said = [&row.gender, &row.age, &row.accent, &row.native_language, &row.licence];
        let mut texts = said.into_iter().flatten().chain([&row.text]);
        texts.any(|text| is_date(text)).then_some(Unfit::Date)
    }

    fn hugging_face(&self, split: Split) -> Option<String> {
        Some(format!("{}/**", folder(split)))
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Folders)
    }
}

struct Folders;

#[derive(Serialize)]
struct Line<'a> {
    file_name: &'a str,
    id: &'a str,
    text: &'a str,
    annotated: &'a str,
    intent: &'a str,
    domain: &'a str,
    locale: &'a str,
    speaker: &'a str,
    gender: &'a str,
    age: &'a str,
    accent: &'a str,
    native_language: &'a str,
    prompt: &'a str,
    repetition: u16,
    duration: f64,
    licence: &'a str,
}

impl Writer for Folders {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        fn or_empty(word: Option<&String>) -> &str {
            word.map_or("", String::as_str)
        }
        let (folder, file) = (folder(row.split), format!("{}/{}/{}.wav", row.locale, row.speaker, row.id));
        let line = Line {
            file_name: &file,
            id: row.id.as_str(),
            text: &row.text,
            annotated: row.annotated.as_deref().unwrap_or(&row.text),
            intent: or_empty(row.intent.as_ref()),
            domain: or_empty(row.domain.as_ref()),
            locale: row.locale.as_str(),
            speaker: row.speaker.as_str(),
            gender: or_empty(row.gender.as_ref()),
            age: or_empty(row.age.as_ref()),
            accent: or_empty(row.accent.as_ref()),
            native_language: or_empty(row.native_language.as_ref()),
            prompt: row.prompt.as_str(),
            repetition: row.repetition,
            duration: row.duration,
            licence: or_empty(row.licence.as_ref()),
        };
        out.append(&format!("{folder}/metadata.jsonl"), &json_line(&line)?)?;
        out.link(&format!("{folder}/{file}"), row)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};
    use super::*;

    #[test]
    fn a_small_corpus_has_this_tree() {
        assert_eq!(
            made("audiofolder", &rows()),
            r#"audiofolder/data/test/fr-FR/c3/c3-fr-fr-demo-p1-1.wav = c3-fr-fr-demo-p1-1
audiofolder/data/test/metadata.jsonl
{"file_name":"fr-FR/c3/c3-fr-fr-demo-p1-1.wav","id":"c3-fr-fr-demo-p1-1","text":"réveille-moi à neuf heures","annotated":"réveille-moi à [time : neuf heures]","intent":"alarm_set","domain":"","locale":"fr-FR","speaker":"c3","gender":"male","age":"","accent":"","native_language":"","prompt":"p1","repetition":1,"duration":0.5000625,"licence":""}
audiofolder/data/train/fr-FR/a1/a1-fr-fr-demo-p1-1.wav = a1-fr-fr-demo-p1-1
audiofolder/data/train/fr-FR/a1/a1-fr-fr-demo-p2-1.wav = a1-fr-fr-demo-p2-1
audiofolder/data/train/ja-JP/b2/b2-ja-jp-demo-p1-1.wav = b2-ja-jp-demo-p1-1
audiofolder/data/train/metadata.jsonl
{"file_name":"fr-FR/a1/a1-fr-fr-demo-p1-1.wav","id":"a1-fr-fr-demo-p1-1","text":"réveille-moi à neuf heures","annotated":"réveille-moi à [time : neuf heures]","intent":"alarm_set","domain":"","locale":"fr-FR","speaker":"a1","gender":"female","age":"","accent":"","native_language":"","prompt":"p1","repetition":1,"duration":0.5000625,"licence":""}
{"file_name":"fr-FR/a1/a1-fr-fr-demo-p2-1.wav","id":"a1-fr-fr-demo-p2-1","text":"\"dis\" {bonjour} $5 !","annotated":"\"dis\" {bonjour} $5 !","intent":"","domain":"","locale":"fr-FR","speaker":"a1","gender":"female","age":"","accent":"","native_language":"","prompt":"p2","repetition":1,"duration":0.5000625,"licence":""}
{"file_name":"ja-JP/b2/b2-ja-jp-demo-p1-1.wav","id":"b2-ja-jp-demo-p1-1","text":"明日　七時 | 起こして","annotated":"明日　[time : 七時] | 起こして","intent":"alarm_set","domain":"","locale":"ja-JP","speaker":"b2","gender":"","age":"","accent":"","native_language":"","prompt":"p1","repetition":1,"duration":0.5000625,"licence":""}
"#
        );
    }

    /// Oracle: what pyarrow 26 makes of a column of these texts, run by hand.
    #[test]
    fn what_arrow_reads_as_a_time_is_refused() {
        for date in ["2024-05-01", "2024-05-01T10", "2024-05-01 10:30", "2024-05-01T10:30:00Z"] {
            assert!(is_date(date), "{date}");
        }
        for text in ["", "2024-05", "2024-05-01 is a day", "am 2024-05-01", "2024-05-012", "zwei Tage!!"] {
            assert!(!is_date(text), "{text}");
        }
    }
}
