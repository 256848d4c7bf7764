//! What goes into the booth and what comes out: values that serialise, for any face.

use crate::digest::Sha256;
use crate::ids::{PromptId, SessionId, named};
use crate::messages::Message;
use crate::quality::Judgement;
use crate::recordings::session::TakeState;
use crate::recordings::session::event::{Event, TakeRecord};
pub use crate::recordings::session::reason::{CloseReason, ReportReason, SkipReason, StopReason};
use crate::sheet::Media;
use serde::{Deserialize, Serialize};

/// The findings of takes in which nobody is heard.
const SILENT: [&str; 3] = ["empty-file", "digital-silence", "no-speech"];

/// After so long without a break one is offered, in milliseconds.
pub const BREAK_MS: u64 = 30 * 60_000;

/// Why another take is wanted when no check asked for it.
pub const OWN_WISH: &str = "self";

/// What the speaker wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case")]
pub enum Command {
    /// Start to record the prompt shown.
    Record,
    /// Stop recording.
    Stop,
    /// Accept the take shown.
    Keep,
    /// Read the prompt again; the takes that are there stay until another one is accepted. While recording, stop and go on
    /// with the prompt.
    Redo {
        /// `self`, or the id of the check that asked for it.
        reason: String,
    },
    /// Leave the prompt for later; it comes back once, at the end.
    Skip {
        /// Why.
        reason: SkipReason,
    },
    /// Say that something is wrong with the prompt. It stays as it is, and nothing else changes; a take that runs hands-free
    /// goes on.
    Report {
        /// What is wrong.
        reason: ReportReason,
        /// What the speaker wrote of it, as [`report_words`](super::report_words) gives it.
        words: Option<String>,
    },
    /// Go back to the reading before, as often as there is one.
    Back,
    /// Go to a prompt: to its first open reading, else to its last.
    Goto {
        /// The prompt.
        prompt: PromptId,
    },
    /// Hear the take shown.
    Play,
    /// Hear the sound of the prompt.
    Hear,
    /// Look at another take of the reading.
    Choose {
        /// Its place among those that are there, from 1, as in [`ViewState::attempt`].
        attempt: usize,
    },
    /// Take back the last decision of this sitting (keep, skip), as often as there is one.
    Undo,
    /// Ask whether the take shown is to be deleted for good; given again, delete it.
    Delete,
    /// Delete nothing after all.
    Cancel,
    /// Take a break.
    Pause,
    /// Take a break until somebody says that they are there: nobody was heard.
    AskWhoIsThere,
    /// End the break.
    Resume,
    /// End the sitting.
    Quit,
    /// End the sitting at once (Ctrl-C, a closed window).
    Interrupt,
}

/// What has happened, told by the driver. A fact that comes late is passed over.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// The source has no more audio for this take, or the speech has ended.
    AudioEnded,
    /// The take is longer than takes may be.
    TooLong,
    /// The take of the last [`Effect::EndTake`] is published, measured and judged.
    TakeJudged(Box<TakeRecord>),
    /// There will be no take: it could not be started or published, or held nothing.
    TakeFailed,
    /// The computer slept, or the program was stopped, for a second or more.
    Slept,
    /// The microphone went away.
    DeviceLost,
    /// The microphone is there again.
    DeviceBack,
    /// The microphone does not come back: it has been waited for long enough.
    DeviceGone,
    /// Nothing more can be written; the driver has the error.
    StorageFailed,
    /// Time has passed.
    Tick,
}

/// What the driver has to do, in order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "effect", rename_all = "kebab-case")]
pub enum Effect {
    /// Begin a take, or tell [`Fact::TakeFailed`].
    BeginTake {
        /// The prompt.
        prompt: PromptId,
        /// Which of the wanted readings, from 1.
        repetition: u16,
    },
    /// End the take, publish it, and tell [`Fact::TakeJudged`] or [`Fact::TakeFailed`].
    EndTake {
        /// Why.
        reason: StopReason,
    },
    /// Play a take.
    PlayTake {
        /// The session that holds it.
        session: SessionId,
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
    },
    /// Play the sound of the prompt at hand.
    PlayMedia,
    /// Delete a take for good, its tombstone first.
    DeleteTake {
        /// The session that holds it.
        session: SessionId,
        /// The prompt.
        prompt: PromptId,
        /// The take.
        take: u16,
    },
    /// Append an event to the journal of a session of this sitting.
    Journal {
        /// The session.
        session: SessionId,
        /// The event.
        event: Event,
    },
    /// Thank the speaker for a report: it is in the journal.
    Thank,
    /// Let go of the device and the session; the last effect there is.
    Close {
        /// Why.
        reason: CloseReason,
    },
    /// The command cannot be followed now; tell the speaker.
    Refuse {
        /// Why.
        why: Refusal,
    },
}

named! {
    /// Why a command cannot be followed now.
    Refusal {
        /// A recording runs; stop it first.
        Recording = "recording",
        /// No recording runs.
        NotRecording = "not-recording",
        /// The take is being judged; wait.
        Judging = "judging",
        /// Keep or redo the take first.
        Undecided = "undecided",
        /// There is no take yet.
        NoTake = "no-take",
        /// The prompt has no sound.
        NoSound = "no-sound",
        /// Nobody is heard in the take.
        Silent = "silent",
        /// The take was cut short by a crash or a signal.
        CutShort = "cut-short",
        /// The reading has no such take.
        NoSuchTake = "no-such-take",
        /// The take is of an earlier session, which is closed.
        Elsewhere = "elsewhere",
        /// Nothing was asked that could be taken back.
        NotAsked = "not-asked",
        /// Nothing was decided in this sitting that could be taken back.
        NothingToUndo = "nothing-to-undo",
        /// It was given before its giver can have seen what it answers.
        Unseen = "unseen",
        /// All is read; nothing is shown.
        Done = "done",
        /// This reading is accepted already.
        Kept = "kept",
        /// There is no reading before this one.
        NothingBefore = "nothing-before",
        /// The sheet has no such prompt.
        UnknownPrompt = "unknown-prompt",
        /// A break is taken; end it first.
        Paused = "paused",
        /// No break is taken.
        NotPaused = "not-paused",
        /// The microphone is away.
        DeviceLost = "device-lost",
        /// The sitting has not begun, or is over.
        NotOpen = "not-open",
    }
}

named! {
    /// What the booth is doing; exactly one at a time.
    Phase {
        /// The sitting has not begun.
        Idle = "idle",
        /// A prompt is shown and waits to be recorded.
        Showing = "showing",
        /// A take is being recorded.
        Recording = "recording",
        /// A take is being published and judged.
        Judging = "judging",
        /// A take is shown with its verdict and waits for a decision.
        Verdict = "verdict",
        /// A break is taken.
        Paused = "paused",
        /// All that was asked is read; it can be gone back to until the sitting is ended.
        Done = "done",
        /// The sitting is over.
        Finished = "finished",
    }
}

named! {
    /// Who says when a reading begins and ends, and what becomes of it.
    Mode {
        /// The speaker, by hand.
        Manual = "manual",
        /// The speaker begins; the recording stops when the speech has ended.
        AutoStop = "auto-stop",
        /// What is heard: each prompt is recorded at once, and what is not rejected is kept.
        HandsFree = "hands-free",
    }
}

named! {
    /// What a view asks beside what it shows.
    Asked {
        /// Whether the take that is shown is to be deleted for good ([`Command::Delete`], [`Command::Cancel`]).
        Delete = "delete",
        /// Whether anybody is there ([`Command::Resume`], [`Command::Quit`]): nobody was heard.
        WhoIsThere = "who-is-there",
    }
}

impl Refusal {
    /// Returns what the speaker is told.
    pub fn message(self) -> Message {
        Message::of("refusal", self)
    }
}

impl Mode {
    /// Returns what the speaker is told.
    pub fn message(self) -> Message {
        Message::of("mode", self)
    }
}

impl Phase {
    /// Returns why [`Command::Report`] cannot be followed now, if it cannot. Hands-free nearly always a take runs, and goes on.
    pub fn refuses_report(self, mode: Mode) -> Option<Refusal> {
        match self {
            Self::Showing | Self::Verdict => None,
            Self::Recording if mode == Mode::HandsFree => None,
            Self::Recording => Some(Refusal::Recording),
            Self::Judging => Some(Refusal::Judging),
            Self::Paused => Some(Refusal::Paused),
            Self::Done => Some(Refusal::Done),
            Self::Idle | Self::Finished => Some(Refusal::NotOpen),
        }
    }

    /// Returns what the speaker is told.
    pub fn message(self) -> Message {
        Message::of("phase", self)
    }
}

/// The prompt on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromptView {
    /// The prompt.
    pub id: PromptId,
    /// The words to read.
    pub text: String,
    /// Its SHA-256.
    pub text_sha256: Sha256,
    /// An instruction that is not read.
    pub hint: Option<String>,
    /// A sound that is heard or a picture that is seen before it is spoken.
    pub media: Option<Media>,
    /// Which of the wanted readings this is, from 1.
    pub repetition: u16,
    /// How many are wanted.
    pub repeat: u16,
    /// The reading's place in the order of the whole sheet, from 1.
    pub number: usize,
    /// Takes recorded of this reading so far, in all sittings.
    pub attempts: u32,
    /// Why who collects asks for it once more, where they do: ids of checks, or `heard`.
    pub asked: Option<Vec<String>>,
}

/// A reading in the list of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingView {
    /// Its place in the order of the whole sheet, from 1.
    pub number: usize,
    /// The prompt.
    pub prompt: PromptId,
    /// The words to read.
    pub text: String,
    /// What became of it.
    pub state: ReadingState,
}

named! {
    /// What became of a reading so far.
    ReadingState {
        /// A take of it is accepted.
        Kept = "kept",
        /// It was left out.
        LeftOut = "left-out",
        /// It is still to be read.
        Open = "open",
    }
}

impl ReadingState {
    /// Returns what the speaker is told.
    pub fn message(self) -> Message {
        Message::of("reading", self)
    }
}

/// The take on the screen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownTake {
    /// The session that holds it.
    pub session: SessionId,
    /// The take.
    pub take: u16,
    /// Its length in milliseconds.
    pub length_ms: u64,
    /// The machine's word on it.
    pub judgement: Judgement,
    /// What became of it so far.
    pub state: TakeState,
    /// Whether a crash or a signal cut it short; such a take can be heard, and never accepted.
    pub interrupted: bool,
}

impl ShownTake {
    /// Says whether it is accepted.
    pub fn is_kept(&self) -> bool {
        self.state == TakeState::Kept
    }

    /// Says whether nobody is heard in it. Such a take is no reading, whoever wants it to be.
    pub fn is_silent(&self) -> bool {
        is_silent(&self.judgement)
    }
}

/// Says whether nobody is heard in what was judged so.
pub(super) fn is_silent(judgement: &Judgement) -> bool {
    judgement.findings.iter().any(|finding| SILENT.contains(&finding.id.as_str()))
}

/// How far the reader has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Readings wanted in all.
    pub readings: usize,
    /// Readings accepted, in all sittings.
    pub kept: usize,
    /// Readings that were left out and are not accepted.
    pub skipped: usize,
    /// Readings accepted in this sitting.
    pub kept_now: usize,
    /// Readings still to come in this sitting, the one shown included.
    pub left_now: usize,
    /// Length of all accepted takes in milliseconds.
    pub kept_ms: u64,
}

/// All that a face needs to draw the booth.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that holds or does not")]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ViewState {
    /// Which state this is: another number means that something else is to be seen, and is to be drawn.
    pub state: u64,
    /// What the booth is doing.
    pub phase: Phase,
    /// Who says when a reading begins and ends.
    pub mode: Mode,
    /// The prompt; `None` before and after the readings.
    pub prompt: Option<PromptView>,
    /// The words of the reading before, if there is one.
    pub before: Option<String>,
    /// The words of the reading that comes next, if one does.
    pub after: Option<String>,
    /// The take, in the phase [`Phase::Verdict`] and in breaks taken there.
    pub take: Option<ShownTake>,
    /// Whether the take was recorded just now, so that its reader knows what it is of.
    pub is_new: bool,
    /// The place of the take among those of its reading that can be looked at, from 1.
    pub attempt: Option<usize>,
    /// How many takes of the reading can be looked at ([`Command::Choose`]).
    pub attempts: usize,
    /// What is asked, and waits for a yes or a no.
    pub asks: Option<Asked>,
    /// How far the reader has come.
    pub counts: Counts,
    /// Whether the microphone is away.
    pub device_lost: bool,
    /// Whether a take is being played.
    pub playing: bool,
    /// How long the running recording is, in milliseconds.
    pub recording_ms: Option<u64>,
    /// How long the sitting is, in milliseconds.
    pub sitting_ms: u64,
    /// How much of that were breaks, in milliseconds.
    pub break_ms: u64,
    /// Whether a break is offered: it is long since the last one ([`BREAK_MS`]).
    pub offers_break: bool,
    /// Why the sitting ended, when it has.
    pub closed: Option<CloseReason>,
}
