//! What scoring tells, as it is handed on and as `booth score --json` prints it.

use super::counts::{Counts, Measure};
use crate::corpus::catalogue::Row;
use crate::corpus::split::Split;
use crate::digest::Sha256;
use crate::ids::named;
use serde::Serialize;
use std::collections::BTreeMap;

named! {
    /// By what utterances are put together. Whatever a catalogue says of an utterance can be one: it is a variant here and a line in
    /// [`By::value`].
    By {
        /// All of them.
        All = "all",
        /// The split.
        Split = "split",
        /// The language that is spoken.
        Locale = "locale",
        /// The speaker.
        Speaker = "speaker",
        /// The speaker's gender, where it is published.
        Gender = "gender",
        /// The room, where somebody said it.
        Room = "room",
        /// How far the microphone was, where somebody said it.
        Distance = "distance",
        /// The microphone, where somebody said it.
        Device = "device",
        /// The prompt sheet with its version.
        Sheet = "sheet",
        /// The intent, where there is one.
        Intent = "intent",
    }
}

impl By {
    /// Returns the name of the group that an utterance is in; `None` when it is in none.
    pub fn value(self, row: &Row) -> Option<String> {
        match self {
            Self::All => Some(String::new()),
            Self::Split => Some(row.split.to_string()),
            Self::Locale => Some(row.locale.to_string()),
            Self::Speaker => Some(row.speaker.to_string()),
            Self::Gender => row.gender.clone(),
            Self::Room => row.room.as_ref().map(ToString::to_string),
            Self::Distance => row.distance_m.map(|distance| distance.to_string()),
            Self::Device => row.device.as_ref().map(ToString::to_string),
            Self::Sheet => Some(format!("{} {}", row.sheet, row.sheet_version)),
            Self::Intent => row.intent.clone(),
        }
    }
}

named! {
    /// What is drawn for ranges.
    Drawn {
        /// Speakers, each with all utterances of the group.
        Speakers = "speakers",
        /// Utterances, since there are fewer than five speakers.
        Utterances = "utterances",
    }
}

/// A measure, to four decimals, with its 95 % range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// The measure of what was scored.
    pub value: f64,
    /// The 2.5th percentile of the draws; `None` where nothing was drawn.
    pub low: Option<f64>,
    /// The 97.5th percentile.
    pub high: Option<f64>,
}

/// How well a group of utterances was recognised.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// By what it was put together.
    pub by: By,
    /// The name of the group; empty for all.
    pub value: String,
    /// Speakers in it.
    pub speakers: u64,
    /// What was drawn for the ranges.
    pub drawn: Drawn,
    /// What was counted.
    pub counts: Counts,
    /// The measures; those without a value are not there, and stand in `unmeasured`.
    pub measures: BTreeMap<Measure, Estimate>,
    /// Why others have no value.
    pub unmeasured: BTreeMap<Measure, &'static str>,
}

named! {
    /// What was taken for something else.
    Confused {
        /// A word, as it was compared.
        Word = "word",
        /// An intent.
        Intent = "intent",
    }
}

/// Something that was taken for something else, with how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confusion {
    /// What it is.
    pub kind: Confused,
    /// What was to be.
    pub wanted: String,
    /// What was given instead.
    pub given: String,
    /// How often.
    pub count: u64,
}

named! {
    /// What is wrong with a line of hypotheses.
    FindingId {
        /// It cannot be read, or says nothing.
        Line = "line",
        /// The corpus has no such utterance.
        Unknown = "unknown",
        /// An earlier line is of the same utterance; that one counts.
        Twice = "twice",
    }
}

/// A line of hypotheses that does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What is wrong.
    pub id: FindingId,
    /// The line, from 1.
    pub line: u64,
    /// What is wrong, in words.
    pub message: String,
}

/// What was scored, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// SHA-256 of the catalogue, from which the draws follow.
    pub catalogue_sha256: Sha256,
    /// The only split that was scored, or `None` for all.
    pub split: Option<Split>,
    /// Utterances that were scored.
    pub utterances: u64,
    /// Utterances without a line, which were scored as not heard.
    pub missing: u64,
    /// Utterances without a line, which were left out.
    pub left_out: u64,
    /// Lines with something on them, without a head.
    pub lines: u64,
    /// Lines that do not count.
    pub findings: u64,
    /// Lines of utterances in splits that were not scored.
    pub elsewhere: u64,
    /// Times that a sample was drawn for each range.
    pub draws: usize,
}

/// All that scoring tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The groups, in the order of [`By::ALL`] and of their names.
    pub scores: Vec<Score>,
    /// The most frequent confusions of each kind, most frequent first.
    pub confusions: Vec<Confusion>,
    /// The counts.
    pub summary: Summary,
}
