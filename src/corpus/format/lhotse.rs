//! Lhotse: recordings, supervisions and cuts of each split, as JSON Lines.
//!
//! Source of the form: `Recording.to_dict`, `SupervisionSegment.to_dict` and `MonoCut.to_dict` of lhotse 1.33. Paths are
//! relative to the corpus folder, since lhotse resolves them against the current directory. What lhotse has no field for
//! stands in `custom` of the supervision, which it keeps.

use super::{Format, Sink, Writer, json_line};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::error::Result;
use crate::sheet::Slot;
use serde::Serialize;

/// `lhotse/<kind>_<split>.jsonl`.
pub struct Lhotse;

impl Format for Lhotse {
    fn name(&self) -> &'static str {
        "lhotse"
    }

    fn purpose(&self) -> &'static str {
        "Lhotse, and icefall, NeMo and others through it"
    }

    fn proof(&self) -> &'static str {
        "lhotse 1.33.0, load_manifest, validate with read_data"
    }

    fn limits(&self) -> &'static [&'static str] {
        &["Paths hold in the corpus folder alone; elsewhere give `with_recording_path_prefix`."]
    }

    fn how_to_load(&self) -> &'static str {
        "Lhotse reads `lhotse/{recordings,supervisions,cuts}_<split>.jsonl`, whose paths are relative to this folder: \
         `load_manifest(\"lhotse/cuts_train.jsonl\")` here, or `.with_recording_path_prefix(FOLDER)` elsewhere.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Manifests)
    }
}

struct Manifests;

#[derive(Serialize)]
struct AudioSource<'a> {
    r#type: &'static str,
    channels: [u8; 1],
    source: &'a str,
}

#[derive(Serialize)]
struct Recording<'a> {
    id: &'a str,
    sources: [AudioSource<'a>; 1],
    sampling_rate: u32,
    num_samples: u64,
    duration: f64,
    channel_ids: [u8; 1],
}

#[derive(Serialize)]
struct Custom<'a> {
    prompt_id: &'a str,
    repetition: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    intent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    #[serde(skip_serializing_if = "<[Slot]>::is_empty")]
    slots: &'a [Slot],
}

#[derive(Serialize)]
struct Supervision<'a> {
    id: &'a str,
    recording_id: &'a str,
    start: f64,
    duration: f64,
    channel: u8,
    text: &'a str,
    language: &'a str,
    speaker: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'a str>,
    custom: Custom<'a>,
}

#[derive(Serialize)]
struct Cut<'a> {
    id: &'a str,
    start: f64,
    duration: f64,
    channel: u8,
    supervisions: [&'a Supervision<'a>; 1],
    recording: &'a Recording<'a>,
    r#type: &'static str,
}

fn path(kind: &str, split: Split) -> String {
    format!("lhotse/{kind}_{split}.jsonl")
}

/// Returns the manifest of a row's recording, whose audio is in a `source` of this type.
fn recording<'a>(row: &'a Row, r#type: &'static str, source: &'a str) -> Recording<'a> {
    Recording {
        id: row.id.as_str(),
        sources: [AudioSource { r#type, channels: [0], source }],
        sampling_rate: row.rate.hz(),
        num_samples: row.frames,
        duration: row.duration,
        channel_ids: [0],
    }
}

fn supervision(row: &Row) -> Supervision<'_> {
    Supervision {
        id: row.id.as_str(),
        recording_id: row.id.as_str(),
        start: 0.0,
        duration: row.duration,
        channel: 0,
        text: &row.text,
        language: row.locale.as_str(),
        speaker: row.speaker.as_str(),
        gender: row.gender.as_deref(),
        custom: Custom {
            prompt_id: row.prompt.as_str(),
            repetition: row.repetition,
            intent: row.intent.as_deref(),
            domain: row.domain.as_deref(),
            slots: &row.slots,
        },
    }
}

/// The lines of a row.
pub(super) struct Lines {
    pub recording: String,
    pub supervision: String,
    pub cut: String,
}

/// Returns the lines of a row, whose audio is in a `source` of this type.
pub(super) fn lines(row: &Row, r#type: &'static str, source: &str) -> Result<Lines> {
    let (recording, supervision) = (recording(row, r#type, source), supervision(row));
    let cut = Cut {
        id: row.id.as_str(),
        start: 0.0,
        duration: row.duration,
        channel: 0,
        supervisions: [&supervision],
        recording: &recording,
        r#type: "MonoCut",
    };
    Ok(Lines {
        recording: json_line(&recording)?,
        supervision: json_line(&supervision)?,
        cut: json_line(&cut)?,
    })
}

impl Writer for Manifests {
    fn push(&mut self, row: &Row, out: &mut dyn Sink) -> Result<()> {
        let lines = lines(row, "file", &row.audio)?;
        out.append(&path("recordings", row.split), &lines.recording)?;
        out.append(&path("supervisions", row.split), &lines.supervision)?;
        out.append(&path("cuts", row.split), &lines.cut)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{made, rows};

    #[test]
    fn a_small_corpus_has_these_manifests() {
        assert_eq!(
            made("lhotse", &rows()[3..]),
            r#"lhotse/cuts_test.jsonl
{"id":"c3-fr-fr-demo-p1-1","start":0.0,"duration":0.5000625,"channel":0,"supervisions":[{"id":"c3-fr-fr-demo-p1-1","recording_id":"c3-fr-fr-demo-p1-1","start":0.0,"duration":0.5000625,"channel":0,"text":"réveille-moi à neuf heures","language":"fr-FR","speaker":"c3","gender":"male","custom":{"prompt_id":"p1","repetition":1,"intent":"alarm_set","slots":[{"name":"time","value":"neuf heures","start":15,"end":26}]}}],"recording":{"id":"c3-fr-fr-demo-p1-1","sources":[{"type":"file","channels":[0],"source":"audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav"}],"sampling_rate":16000,"num_samples":8001,"duration":0.5000625,"channel_ids":[0]},"type":"MonoCut"}
lhotse/recordings_test.jsonl
{"id":"c3-fr-fr-demo-p1-1","sources":[{"type":"file","channels":[0],"source":"audio/fr-FR/c3/c3-fr-fr-demo-p1-1.wav"}],"sampling_rate":16000,"num_samples":8001,"duration":0.5000625,"channel_ids":[0]}
lhotse/supervisions_test.jsonl
{"id":"c3-fr-fr-demo-p1-1","recording_id":"c3-fr-fr-demo-p1-1","start":0.0,"duration":0.5000625,"channel":0,"text":"réveille-moi à neuf heures","language":"fr-FR","speaker":"c3","gender":"male","custom":{"prompt_id":"p1","repetition":1,"intent":"alarm_set","slots":[{"name":"time","value":"neuf heures","start":15,"end":26}]}}
"#
        );
    }
}
