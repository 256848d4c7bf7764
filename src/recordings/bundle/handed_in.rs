//! What was handed in: a line for each bundle, among the receipts, which stay where people are.

use super::about::SCHEMA;
use super::name::Code;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, AppendFile};
use crate::ids::{PromptId, SessionId, SpeakerId};
use crate::recordings::people::receipts::Receipts;
use crate::recordings::session::TakeKey;
use crate::recordings::tombstones::TombstoneId;
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// The name of the file among the receipts.
pub const FILE: &str = "handed-in.jsonl";

/// A bundle that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedIn {
    /// The line's format version, [`SCHEMA`].
    pub schema: u32,
    /// When the bundle was made.
    pub at: Utc,
    /// Its code.
    pub code: Code,
    /// SHA-256 of it.
    pub sha256: Sha256,
    /// Its bytes.
    pub bytes: u64,
    /// Whose recordings it carries.
    pub speaker: SpeakerId,
    /// The sessions that it tells of.
    pub sessions: Vec<Carried>,
    /// The withdrawals that it tells of.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub withdrawn: Vec<TombstoneId>,
}

/// What a bundle carried of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The session.
    pub session: SessionId,
    /// Lines that its journal had.
    pub lines: u64,
    /// The takes whose audio it carried.
    pub takes: Vec<(PromptId, u16)>,
}

/// After which bundle the next one goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// After the last: what was in none.
    Last,
    /// After none: everything.
    All,
    /// After this one: what was in it, and in those before it, is left out.
    Bundle(Code),
}

impl FromStr for Since {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "last" => Ok(Self::Last),
            "all" => Ok(Self::All),
            code => code.parse().map(Self::Bundle).map_err(|error: Error| {
                error.with_hint("allowed are `last`, `all`, and the code of a bundle, such as K7QF-2M9X")
            }),
        }
    }
}

/// What bundles before carried of a speaker.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Before {
    /// The last of them.
    pub code: Option<Code>,
    /// The takes, and the lines of the journal that were told, by session.
    sessions: BTreeMap<SessionId, (u64, BTreeSet<TakeKey>)>,
    withdrawn: BTreeSet<TombstoneId>,
}

impl Before {
    /// Says whether the audio of a take was carried.
    pub fn has(&self, session: &SessionId, take: &TakeKey) -> bool {
        self.sessions.get(session).is_some_and(|(_, takes)| takes.contains(take))
    }

    /// Returns how many lines of the journal of a session were told.
    pub fn lines(&self, session: &SessionId) -> u64 {
        self.sessions.get(session).map_or(0, |(lines, _)| *lines)
    }

    /// Says whether a withdrawal was told.
    pub fn has_withdrawn(&self, tombstone: &TombstoneId) -> bool {
        self.withdrawn.contains(tombstone)
    }
}

/// Says that there is no such bundle, and which there are.
fn unknown(speaker: &SpeakerId, code: Code, theirs: &[&HandedIn]) -> Error {
    let codes: Vec<String> = theirs.iter().map(|line| line.code.to_string()).collect();
    let known = if codes.is_empty() {
        "none was made here so far".to_owned()
    } else {
        format!("those of {speaker} are {}", codes.join(", "))
    };
    let what = format!("no bundle of {speaker} with the code {code} was made here");
    Error::new(ErrorKind::Usage, what).with_hint(known)
}

/// All bundles that were made at a home.
#[derive(Debug, Clone, Default)]
pub struct Memory(Vec<HandedIn>);

impl Memory {
    /// Reads it. A line that a crash tore counts for nothing: what it would have said is handed in once more.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] when a newer version wrote it; [`ErrorKind::Io`].
    pub fn read(receipts: &Receipts) -> Result<Self> {
        #[derive(Deserialize)]
        struct Version {
            schema: u64,
        }
        let path = receipts.folder().join(FILE);
        let bytes = fsio::read_found(&path, fsio::MOST_LIST)?.unwrap_or_default();
        let mut all = Vec::new();
        for (at, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
            if let Ok(line) = serde_json::from_slice(line) {
                all.push(line);
            } else if let Ok(Version { schema }) = serde_json::from_slice(line)
                && schema != u64::from(SCHEMA)
            {
                let what = format!("the line has schema {schema}; this version reads schema {SCHEMA}");
                return Err(Error::new(ErrorKind::Unsupported, what)
                    .with_path(&path)
                    .at_line(at as u64 + 1)
                    .with_hint("use the version of Booth that wrote it, or a newer one"));
            }
        }
        Ok(Self(all))
    }

    /// Returns what the next bundle of a speaker leaves out.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when there is no such bundle of theirs.
    pub fn before(&self, speaker: &SpeakerId, since: Since) -> Result<Before> {
        let mut before = Before::default();
        let theirs: Vec<&HandedIn> = self.0.iter().filter(|line| line.speaker == *speaker).collect();
        let count = match since {
            Since::All => 0,
            Since::Last => theirs.len(),
            Since::Bundle(code) => {
                let at = theirs.iter().rposition(|line| line.code == code);
                at.ok_or_else(|| unknown(speaker, code, &theirs))? + 1
            }
        };
        for line in &theirs[..count] {
            before.code = Some(line.code);
            for carried in &line.sessions {
                let (lines, takes) = before.sessions.entry(carried.session.clone()).or_default();
                *lines = (*lines).max(carried.lines);
                takes.extend(carried.takes.iter().cloned());
            }
            before.withdrawn.extend(line.withdrawn.iter().cloned());
        }
        Ok(before)
    }

    /// Says whether a bundle with these bytes is known.
    pub fn knows(&self, sha256: &Sha256) -> bool {
        self.0.iter().any(|line| line.sha256 == *sha256)
    }
}

impl HandedIn {
    /// Appends the line, durably.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn append(&self, receipts: &Receipts) -> Result<()> {
        let line = serde_json::to_string(self).map_err(|error| {
            Error::new(ErrorKind::Bundle, "what was handed in cannot be written as JSON").with_source(error)
        })?;
        receipts.make()?;
        let path = receipts.folder().join(FILE);
        let mut lines = vec![line];
        if fsio::ends_inside_a_line(&path)? {
            lines.insert(0, String::new());
        }
        AppendFile::open_private(&path)?.append_lines(&lines)
    }
}
