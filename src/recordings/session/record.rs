//! What a session is on disk: `session.json` and the events of its journal `takes.jsonl`.
//!
//! docs/FORMAT.md is the normative text. Unknown fields are refused in `session.json`; the journal
//! takes them (fields only get added), so that an older Booth reads a newer journal.

use crate::digest::Sha256;
use crate::ids::{Locale, PromptId, SessionId, SheetId, SpeakerId};
use crate::quality::{Finding, Measurements, Overrides, Verdict};
use crate::recordings::people::consent::Receipt;
use crate::sheet::Slot;
use crate::units::{SampleRate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The version of `session.json` and of the journal that this build writes.
pub const SCHEMA: u32 = 1;

/// `session.json`: one speaker, one sitting, one device set-up. Written once, never changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionRecord {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The session's id, equal to the folder's name.
    pub id: SessionId,
    /// When it was made.
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
    /// The device, or the place that the audio was imported from.
    pub source: SourceRecord,
    /// The room-noise check before the first prompt; `None` for imports.
    pub room_noise: Option<RoomNoise>,
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
    /// A microphone through cpal.
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

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// [`SCHEMA`].
    pub v: u32,
    /// The line's number, from 1, without gaps.
    pub seq: u64,
    /// UTC, from the caller's clock.
    pub at: Utc,
    /// Milliseconds of a clock that never goes back, since the program was started.
    pub mono_ms: u64,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// What happened, in the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// A sitting began (also after a crash).
    Opened {
        /// The program.
        tool: String,
    },
    /// The program is alive and the booth is in use.
    Heartbeat,
    /// A prompt was shown.
    Shown {
        /// The prompt.
        prompt: PromptId,
        /// Which of the wanted readings this is, from 1.
        repetition: u16,
    },
    /// Recording started: all that is needed to make a take of the audio should the program die.
    Started(Box<TakeStart>),
    /// Recording stopped. A take follows unless the recording was discarded; its file is whole and
    /// durable by now, though still under its temporary name.
    Stopped {
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
        /// Why: `user`, `end`, `interrupted`, `device-lost`, `disk`, `discarded`.
        reason: String,
        /// What the recorder noticed.
        #[serde(default)]
        capture: CaptureFacts,
    },
    /// A take was published: its file is whole and in place.
    Take(Box<TakeRecord>),
    /// The verdict was shown to the speaker.
    VerdictShown {
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
    },
    /// The speaker accepted a take.
    Kept {
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
    },
    /// The speaker (or the booth) wants another take.
    Redone {
        /// The prompt.
        prompt: PromptId,
        /// The take that is replaced.
        take: u16,
        /// Why: `self` or a check id.
        reason: String,
    },
    /// A prompt was left out.
    Skipped {
        /// The prompt.
        prompt: PromptId,
        /// Which of the wanted readings this is, from 1.
        repetition: u16,
        /// The speaker's reason.
        reason: String,
    },
    /// A recording that was to be imported cannot be used.
    LeftOut {
        /// The recording.
        origin: Origin,
        /// SHA-256 of its text.
        text_sha256: Sha256,
        /// Why.
        reason: String,
    },
    /// The speaker went back to a prompt.
    Back {
        /// The prompt gone back to.
        prompt: PromptId,
    },
    /// A take was played back.
    Played {
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
    },
    /// A pause began.
    Paused,
    /// A pause ended.
    Resumed,
    /// What a crash left was put in order.
    Recovered {
        /// What was found and done, in words.
        what: String,
        /// The file that it is about, relative to the session.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        file: Option<String>,
        /// The torn line of this journal that is to be ignored, from 1.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        torn_line: Option<u64>,
    },
    /// The sitting ended: `finished`, `quit`, `interrupted`, `limit`, `error`.
    Closed {
        /// Why.
        reason: String,
    },
}

/// The start of a recording: what is read, and the form of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeStart {
    /// The prompt.
    pub prompt: PromptId,
    /// The attempt, from 1, counted per prompt within the session, never used twice.
    pub take: u16,
    /// Which of the wanted readings this is, from 1.
    pub repetition: u16,
    /// The file that the take will have, relative to the session, with `/`.
    pub file: String,
    /// Rate.
    pub rate: SampleRate,
    /// Bits per sample of the file, 16 or 24.
    pub bits: u16,
    /// The text as shown.
    pub text: String,
    /// SHA-256 of `text`.
    pub text_sha256: Sha256,
    /// The text with slot annotation, when it has slots.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub annotated: Option<String>,
    /// The slots.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub slots: Vec<Slot>,
    /// The intent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub intent: Option<String>,
    /// The domain.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub domain: Option<String>,
}

/// A published take: one attempt at one prompt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeRecord {
    /// The prompt.
    pub prompt: PromptId,
    /// The attempt, from 1, counted per prompt within the session.
    pub take: u16,
    /// Which of the wanted readings this is, from 1.
    pub repetition: u16,
    /// The file, relative to the session, with `/`.
    pub file: String,
    /// SHA-256 of the file's bytes.
    pub sha256: Sha256,
    /// Bytes of the file.
    pub bytes: u64,
    /// Frames.
    pub frames: u64,
    /// Rate.
    pub rate: SampleRate,
    /// Channels of the file.
    pub channels: u16,
    /// The channel that holds the speech, from 0.
    pub channel: u16,
    /// The text as shown.
    pub text: String,
    /// SHA-256 of `text`.
    pub text_sha256: Sha256,
    /// The text with slot annotation, when it has slots.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub annotated: Option<String>,
    /// The slots.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub slots: Vec<Slot>,
    /// The intent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub intent: Option<String>,
    /// The domain.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub domain: Option<String>,
    /// What the recorder noticed.
    pub capture: CaptureFacts,
    /// What was measured.
    pub measurements: Measurements,
    /// The verdict at the time.
    pub verdict: Verdict,
    /// The findings at the time.
    pub findings: Vec<Finding>,
    /// Where an imported take came from: a relative path or clip name, and the SHA-256 of its bytes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub origin: Option<Origin>,
}

/// Where an imported take came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The path relative to the imported folder, with `/`.
    pub path: String,
    /// SHA-256 of the bytes of that file.
    pub sha256: Sha256,
}

/// What the recorder noticed while a take ran. All zero and `None` when nothing was wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CaptureFacts {
    /// Overruns that the driver reported inside the take.
    pub xruns: u64,
    /// Frames that were lost and are zero in the file.
    pub lost_frames: u64,
    /// Times that no audio arrived for a second.
    pub stalls: u64,
    /// Frames that the wall clock says are missing (an estimate).
    pub clock_missing_frames: u64,
    /// The device went away inside the take.
    pub device_lost: bool,
    /// The take was cut short by a crash or a signal and put in order afterwards.
    pub interrupted: bool,
    /// The rate that the wall clock says, in hertz, when it disagrees with the stated one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock_rate_hz: Option<u32>,
    /// Only zeros arrived.
    pub all_zero: bool,
    /// Frames of pre-roll at the start of the file.
    pub pre_roll_frames: u64,
    /// Frames of post-roll at the end of the file.
    pub post_roll_frames: u64,
}

impl CaptureFacts {
    /// Returns how many faults damage the audio: overruns, gaps, stalls, a lost device.
    pub fn faults(&self) -> u64 {
        self.xruns
            + u64::from(self.lost_frames > 0)
            + self.stalls
            + u64::from(self.clock_missing_frames > 0)
            + u64::from(self.device_lost)
    }
}
