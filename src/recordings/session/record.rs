//! What a session is: the record `session.json`, written once.
//!
//! docs/FORMAT.md is the normative text. Unknown fields are refused.

use super::receipt::Receipt;
use crate::digest::Sha256;
use crate::ids::{Locale, SessionId, SheetId, SpeakerId, Surroundings};
use crate::quality::Overrides;
use crate::sheet::Deal;
use crate::units::{SampleRate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The version of `session.json` and of the journal that this build writes.
pub const SCHEMA: u32 = 2;

/// The first version, without checksums, which this build reads.
pub const FIRST_SCHEMA: u32 = 1;

/// `session.json`: one speaker, one device set-up, one consent, one sheet in one locale. Written once, never changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionRecord {
    /// [`SCHEMA`], or [`FIRST_SCHEMA`] in a session of before.
    pub schema: u32,
    /// The session's id, equal to the folder's name.
    pub id: SessionId,
    /// When it began: at the first answer about consent, or when it was known who speaks.
    pub created: Utc,
    /// The program that made it (`booth 0.1.0`).
    pub tool: String,
    /// Who speaks.
    pub speaker: Speaker,
    /// The language that is read.
    pub locale: Locale,
    /// The sheet that is read.
    pub sheet: SheetRef,
    /// The order of the prompts.
    pub order: Order,
    /// What the speaker was dealt of a sheet of which each reader gets other sentences, in the order in which it is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deal: Option<Deal>,
    /// The device, or the place that the audio was imported from.
    pub source: SourceRecord,
    /// The room-noise check before the first prompt; `None` where the room was not listened to.
    pub room_noise: Option<RoomNoise>,
    /// What was said of the room and the microphone.
    #[serde(default, skip_serializing_if = "Surroundings::is_unsaid")]
    pub surroundings: Surroundings,
    /// The consent receipt; `None` when an import came without consent.
    pub consent: Option<Receipt>,
}

/// A speaker: a pseudonym and what the person chose to say of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// The pseudonym.
    pub id: SpeakerId,
    /// Self-described fields (`gender`, `age`, `accent`, `native-language`) to answer; a declined or
    /// unasked field is absent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub metadata: BTreeMap<String, String>,
}

/// Which sheet, exactly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetRef {
    /// The sheet's id.
    pub id: SheetId,
    /// The sheet's version.
    pub version: String,
    /// SHA-256 of the locale's `.tsv`; for imports, of the list of imported texts.
    pub sha256: Sha256,
    /// The licence of the texts.
    pub licence: String,
    /// Limits of the quality policy that the sheet changes: check id to limit name to value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub policy: Overrides,
}

/// The order in which prompts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum Order {
    /// The order of the sheet.
    Sheet,
    /// Shuffled by a seed.
    Shuffled {
        /// The seed.
        seed: u64,
    },
}

/// Where the audio comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum SourceRecord {
    /// A microphone.
    Device {
        /// The stable id (`alsa:default`).
        device: String,
        /// The name that the system shows.
        name: String,
        /// The audio host (`alsa`).
        host: String,
        /// The rate granted, kept in the files.
        rate: SampleRate,
        /// Channels delivered.
        channels: u16,
        /// The channel that is kept, from 0.
        channel: u16,
        /// The sample format delivered (`i16`).
        format: String,
        /// The rate at which the microphone works, where it is another one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        native_rate: Option<SampleRate>,
    },
    /// Files played as the microphone.
    File {
        /// The rate of the files.
        rate: SampleRate,
        /// Channels of the files.
        channels: u16,
        /// The channel that is kept, from 0.
        channel: u16,
    },
    /// Recordings of somebody else's tool.
    Import {
        /// The layout (`pairs`, `ljspeech`, `common-voice`).
        layout: String,
    },
}

impl fmt::Display for SourceRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Device { device, .. } => f.write_str(device),
            Self::File { .. } => f.write_str("file"),
            Self::Import { layout } => write!(f, "import {layout}"),
        }
    }
}

/// What the room sounded like before the first prompt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomNoise {
    /// How long was listened, in seconds.
    pub duration_s: f64,
    /// RMS level after the 80 Hz high-pass; `None` for digital silence.
    pub noise_floor_dbfs: Option<f64>,
    /// Sample peak; `None` for digital silence.
    pub peak_dbfs: Option<f64>,
}
