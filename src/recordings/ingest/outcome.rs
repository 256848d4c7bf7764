//! What became of a file that was given: counts that add up, and why something was refused.

use crate::error::Error;
use crate::ids::{SessionId, SpeakerId, named};
use crate::recordings::bundle::Code;
use crate::units::Utc;
use serde::Serialize;
use std::path::PathBuf;

named! {
    /// Why a bundle, or a session of one, is not taken in.
    Reason {
        /// The file is no bundle and no part of one.
        NotABundle = "not-a-bundle",
        /// It is cut off, or no archive that Booth writes: links, devices, owners, times and other spellings are none.
        Archive = "archive",
        /// A file in it has a name that no file of a bundle has, or stands twice or out of order, or is missing.
        Member = "member",
        /// It has more files or bytes than a bundle may have, or than it says.
        TooLarge = "too-large",
        /// A file has another digest than the list says, or is not on it, or the list names one that is not there.
        Digest = "digest",
        /// What the bundle says of itself is not so.
        About = "about",
        /// A newer Booth made it.
        Schema = "schema",
        /// The record of a session cannot be read, or is another session's.
        Session = "session",
        /// A session is of another speaker than the bundle.
        Speaker = "speaker",
        /// A journal is not what was written.
        Journal = "journal",
        /// The consent is not what the record says.
        Consent = "consent",
        /// A sound is not what its take says, or no take names it.
        Audio = "audio",
        /// A part is not what its first line says, or the parts do not make the bundle.
        Part = "part",
        /// The collection has a session of that name with another past.
        Conflict = "conflict",
        /// Audio is missing that an earlier bundle has.
        LacksAudio = "lacks-audio",
        /// Something was taken back at home that the collection still has.
        WithdrawnAtHome = "withdrawn-at-home",
    }
}

/// Why something is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The session; `None` for all of the bundle.
    pub session: Option<SessionId>,
    /// Why.
    pub reason: Reason,
    /// Why, in one sentence without a full stop.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Refusal {
    pub(super) fn new(reason: Reason, message: impl Into<String>) -> Self {
        Self { session: None, reason, message: message.into(), hint: None }
    }

    pub(super) fn of(mut self, session: &SessionId) -> Self {
        self.session = Some(session.clone());
        self
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// What ends the reading of a bundle.
#[derive(Debug)]
pub(super) enum Stop {
    /// It is not what a bundle has to be.
    Refused(Refusal),
    /// The system failed, or somebody wants it to end.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

pub(super) type Outcome<T> = std::result::Result<T, Stop>;

/// Ends the reading of a bundle for what is in it.
pub(super) fn refuse<T>(reason: Reason, message: impl Into<String>) -> Outcome<T> {
    Err(Refusal::new(reason, message).into())
}

/// Counts of sessions or of takes: `sent` is the sum of all others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// In the bundle; of takes those whose audio is.
    pub sent: u64,
    /// Not in the collection before; of sessions also those that have grown.
    pub new: u64,
    /// In the collection already, or of takes that were deleted since.
    pub known: u64,
    /// Withdrawn, and so not taken in.
    pub withdrawn: u64,
    /// Refused.
    pub refused: u64,
}

impl Counts {
    /// Adds others.
    pub fn add(&mut self, other: &Self) {
        self.sent += other.sent;
        self.new += other.new;
        self.known += other.known;
        self.withdrawn += other.withdrawn;
        self.refused += other.refused;
    }
}

/// What became of a bundle, as a line of `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BundleRow {
    /// The file as it was named, the last part of a bundle in parts.
    pub file: PathBuf,
    /// The code; `None` where the bundle was refused before it was known.
    pub code: Option<Code>,
    /// Whose it is.
    pub speaker: Option<SpeakerId>,
    /// Its sessions.
    pub sessions: Counts,
    /// Its takes.
    pub takes: Counts,
    /// Takes that the person has deleted since and that are deleted here now.
    pub deleted: u64,
    /// What was refused, and why.
    pub refused: Vec<Refusal>,
    /// Command lines that take back here what the person took back at home.
    pub withdraw: Vec<String>,
    /// Where the refused bundle is kept.
    pub quarantine: Option<PathBuf>,
}

impl BundleRow {
    pub(super) fn new(file: PathBuf) -> Self {
        Self {
            file,
            code: None,
            speaker: None,
            sessions: Counts::default(),
            takes: Counts::default(),
            deleted: 0,
            refused: Vec::new(),
            withdraw: Vec::new(),
            quarantine: None,
        }
    }

    /// Says whether all of it is in the collection, or is to be nowhere.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.withdraw.is_empty()
    }
}

/// What became of a part, unless it was the last one, as a line of `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartRow {
    /// The file as it was named.
    pub file: PathBuf,
    /// The bundle's code.
    pub code: Code,
    /// The number of the part, from 1.
    pub part: u32,
    /// How many parts there are.
    pub parts: u32,
    /// The numbers of those that are missing; none when the bundle was put together before.
    pub missing: Vec<u32>,
}

/// A file that could not be read, as a line of `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnreadableRow {
    /// The file as it was named.
    pub file: PathBuf,
    /// Why.
    pub message: String,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileOutcome {
    /// It was a bundle, or the last part of one.
    Bundle(BundleRow),
    /// It is a part, and others are missing, or all were there.
    Part(PartRow),
    /// It could not be read.
    Unreadable(UnreadableRow),
}

/// What lies beside a refused bundle.
#[derive(Debug, Serialize)]
pub(super) struct QuarantineNote<'a> {
    pub schema: u32,
    pub at: Utc,
    /// The name of the file as it was given, without its folders.
    pub file: String,
    pub refused: &'a [Refusal],
}
