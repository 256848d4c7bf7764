//! Takes for the tests of the report.

use crate::quality::{Finding, Judgement, Measurements, Severity};
use crate::recordings::tally::across::{GroupRow, Outlier};
use crate::recordings::tally::row::{SessionTake, TakeRow};
use crate::recordings::transcribe::transcripts::Heard;
use std::path::PathBuf;

/// A take that owns what a row borrows.
pub struct TestTake {
    pub path: PathBuf,
    pub speaker: String,
    pub text: Option<String>,
    pub heard: Option<Heard>,
    pub measured: Measurements,
    pub judgement: Judgement,
}

impl TestTake {
    pub fn row(&self) -> TakeRow<'_> {
        TakeRow {
            path: &self.path,
            text: self.text.as_deref(),
            locale: "en-US",
            heard: self.heard.as_ref(),
            take: Some(SessionTake {
                session: "s1",
                speaker: &self.speaker,
                device: "file",
                prompt: "p1",
                take: 1,
            }),
            measured: &self.measured,
            judgement: &self.judgement,
            copy_of: None,
        }
    }
}

/// A take of one second with these findings.
pub fn take(path: &str, speaker: &str, findings: Vec<Finding>) -> TestTake {
    TestTake {
        path: PathBuf::from(path),
        speaker: speaker.to_owned(),
        text: None,
        heard: None,
        measured: Measurements { frames: 48_000, sr: 48_000, ..Measurements::default() },
        judgement: Judgement::of(findings),
    }
}

/// A finding without numbers.
pub fn finding(id: &str, severity: Severity) -> Finding {
    Finding { id: id.to_owned(), severity, value: None, limit: None }
}

/// A speaker in a loud room.
pub fn loud_background(name: &str) -> GroupRow {
    let outlier = Outlier {
        metric: "noise_floor_dbfs",
        unit: "dBFS",
        value: -35.0,
        median: -60.0,
        z: 9.0,
        words: "a louder background",
    };
    GroupRow {
        name: name.to_owned(),
        locale: Some("en-US".to_owned()),
        takes: 12,
        reject: 0,
        rejected_share: 0.0,
        snr_db: None,
        active_dbov: None,
        noise_floor_dbfs: Some(-35.0),
        letters_per_s: None,
        stands_out: vec![outlier],
    }
}
