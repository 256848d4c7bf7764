//! What happened in a session: the events of its journal `takes.jsonl`.
//!
//! docs/FORMAT.md is the normative text. Readers pass over fields that they do not know (fields only get added), so that
//! an older Booth reads a newer journal.

use super::reason::{
    CloseReason, RecoveredKind, ReportReason, SetupStep, SkipReason, StopReason, WaitReason,
};
#[cfg(doc)]
use super::record::{FIRST_SCHEMA, SCHEMA};
use crate::digest::Sha256;
use crate::ids::PromptId;
use crate::quality::{Finding, Judgement, Measurements, Verdict};
use crate::sheet::{Pool, Slot};
use crate::units::{SampleRate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JournalLine {
    /// [`SCHEMA`], or [`FIRST_SCHEMA`] in a session of before.
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
    /// The session was opened: for a sitting, or to put in order what a crash had left.
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
        /// Why.
        reason: StopReason,
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
    /// Another take was accepted in place of this one.
    Redone {
        /// The prompt.
        prompt: PromptId,
        /// The take that is given up.
        take: u16,
        /// Why: `self` or a check id.
        reason: String,
    },
    /// The decision on a take was taken back: it waits for one again.
    Undone {
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
    },
    /// The speaker had a take deleted: its file goes after this line, for good.
    Deleted {
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
    },
    /// What stood here was of a take that was withdrawn: the one thing that is ever put in the place of a line.
    Gone {
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
        /// The tombstone that says so.
        tomb: String,
        /// The kind of the event that stood here.
        kind: String,
        /// How long the take was, in milliseconds, where the line of the take stood here.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        ms: Option<u64>,
    },
    /// A prompt was left out.
    Skipped {
        /// The prompt.
        prompt: PromptId,
        /// Which of the wanted readings this is, from 1.
        repetition: u16,
        /// Why.
        reason: SkipReason,
    },
    /// A reader said that a prompt is wrong. Nothing follows from it by itself.
    Reported(Box<Report>),
    /// A prompt is shown since who collects asks for it once more: a take of it that comes later in the session is an asked redo.
    Asked {
        /// The prompt.
        prompt: PromptId,
        /// Which of the wanted readings, from 1.
        repetition: u16,
        /// The feedback that asks: the first 16 digits of the SHA-256 of its bytes.
        feedback: String,
        /// Why: ids of checks, or `heard`.
        reasons: Vec<String>,
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
        /// What was found and done.
        what: RecoveredKind,
        /// The file that it is about, relative to the session.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        file: Option<String>,
        /// The torn line of this journal that is to be ignored, from 1.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        torn_line: Option<u64>,
    },
    /// A question about consent was answered; the time since the line before went into it.
    Consent {
        /// `adult`, or the scope that was asked for.
        question: String,
        /// The answer.
        granted: bool,
    },
    /// A step of the set-up was done.
    Setup {
        /// Which.
        step: SetupStep,
    },
    /// The sitting waited for something that is not the speaker's.
    Waiting {
        /// For what.
        reason: WaitReason,
        /// How long, in milliseconds.
        ms: u64,
    },
    /// The session was closed.
    Closed {
        /// Why.
        reason: CloseReason,
    },
}

/// The kinds of events that this build knows.
pub const KINDS: [&str; 25] = [
    "opened",
    "heartbeat",
    "shown",
    "started",
    "stopped",
    "take",
    "verdict-shown",
    "kept",
    "redone",
    "undone",
    "deleted",
    "gone",
    "skipped",
    "reported",
    "asked",
    "back",
    "played",
    "left-out",
    "paused",
    "resumed",
    "recovered",
    "consent",
    "setup",
    "waiting",
    "closed",
];

/// What a reader says is wrong with a prompt.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Report {
    /// The prompt.
    pub prompt: PromptId,
    /// SHA-256 of `text`.
    pub text_sha256: Sha256,
    /// The text as shown.
    pub text: String,
    /// What is wrong.
    pub reason: ReportReason,
    /// What the reader wrote of it: one line.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub words: Option<String>,
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
    /// Whose recordings of the prompt are packed.
    #[serde(skip_serializing_if = "Pool::is_shared", default)]
    pub pool: Pool,
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
    /// Whose recordings of the prompt are packed.
    #[serde(skip_serializing_if = "Pool::is_shared", default)]
    pub pool: Pool,
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
    /// The text as it is printed, where an import brought it and it differs from `text`, which is read aloud.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub printed: Option<String>,
}

impl TakeRecord {
    /// Makes the record of a published take of what was started; everything of the reading is taken over here.
    pub fn of(
        start: TakeStart,
        file: FileFacts,
        capture: CaptureFacts,
        assessed: (Measurements, Judgement),
    ) -> Self {
        let (measurements, judgement) = assessed;
        Self {
            prompt: start.prompt,
            take: start.take,
            repetition: start.repetition,
            file: start.file,
            sha256: file.sha256,
            bytes: file.bytes,
            frames: file.frames,
            rate: start.rate,
            channels: file.channels,
            channel: file.channel,
            text: start.text,
            text_sha256: start.text_sha256,
            annotated: start.annotated,
            slots: start.slots,
            intent: start.intent,
            domain: start.domain,
            pool: start.pool,
            capture,
            measurements,
            verdict: judgement.verdict,
            findings: judgement.findings,
            origin: None,
            printed: None,
        }
    }
}

/// What is known of the finished file of a take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileFacts {
    /// SHA-256 of its bytes.
    pub sha256: Sha256,
    /// Its bytes.
    pub bytes: u64,
    /// Its frames.
    pub frames: u64,
    /// Its channels.
    pub channels: u16,
    /// The channel that holds the speech, from 0.
    pub channel: u16,
}

/// Where an imported take came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The path relative to the imported folder, with `/`, where the import was to keep names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// SHA-256 of the bytes of that file.
    pub sha256: Sha256,
    /// The part of it, where it is not all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// A part of a recording that holds several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Part {
    /// Where it begins, in microseconds.
    pub start_us: u64,
    /// How long it is, in microseconds; to the end where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length_us: Option<u64>,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length_us {
            Some(length) => write!(f, "{}+{length}", self.start_us),
            None => write!(f, "{}+", self.start_us),
        }
    }
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
    /// Milliseconds that the computer slept, or the program was stopped, if audio of the take is missing for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slept_ms: Option<u64>,
    /// The device went away inside the take.
    pub device_lost: bool,
    /// Why it did, in a word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_loss: Option<String>,
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
    /// Returns how many faults of the recorder damage the audio: overruns, gaps, stalls. What a device that went away took
    /// with it is none of them.
    pub fn faults(&self) -> u64 {
        if self.device_lost { 0 } else { self.counted() }
    }

    /// Returns how many faults there are when a lost device is one, as was counted before that was a finding of its own.
    pub(crate) fn counted(&self) -> u64 {
        let flags = [self.lost_frames > 0, self.clock_missing_frames > 0, self.device_lost];
        // A journal may say anything: too many stay too many.
        let counted = self.xruns.saturating_add(self.stalls);
        counted.saturating_add(flags.into_iter().map(u64::from).sum())
    }
}
