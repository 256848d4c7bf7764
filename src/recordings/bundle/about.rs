//! What a bundle says of itself, and a part of the bundle that it is of.

use super::name::Code;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{PromptId, SessionId, SpeakerId};
use crate::recordings::tombstones::{By, Extent, TombstoneId};
use crate::units::Utc;
use serde::{Deserialize, Serialize};

/// The version of a bundle.
pub const SCHEMA: u32 = 1;
/// The most sessions of a bundle.
pub const MOST_SESSIONS: usize = 10_000;

/// `data/bundle.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The program that made it (`booth 0.1.0`).
    pub tool: String,
    /// When the last thing happened that it tells of: the same recordings make the same bundle, whenever it is made.
    pub at: Utc,
    /// Whose recordings they are.
    pub speaker: SpeakerId,
    /// The bundle after which this one goes on; `None` where it carries all.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub since: Option<Code>,
    /// The sessions, by id; at most [`MOST_SESSIONS`].
    pub sessions: Vec<SessionAbout>,
    /// What the person has withdrawn at home of what may have been handed in before.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub withdrawn: Vec<Withdrawn>,
}

/// A session of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionAbout {
    /// Its id.
    pub session: SessionId,
    /// Lines of its journal.
    pub lines: u64,
    /// Takes in the journal whose audio the bundle carries.
    pub takes: u64,
    /// Takes whose audio a bundle before carried.
    pub before: u64,
    /// Takes that the person has deleted or withdrawn, of which no audio goes.
    pub deleted: u64,
    /// Takes whose audio was not there, or not what was recorded, when the bundle was made.
    pub lacking: u64,
}

/// What was withdrawn at home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// The tombstone at home.
    pub tombstone: TombstoneId,
    /// When.
    pub at: Utc,
    /// What it rests on.
    pub by: By,
    /// How much.
    pub extent: Extent,
    /// The use that is taken back; `None` for all of them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub scope: Option<String>,
    /// The sessions that are meant; of a take the one that has it.
    pub sessions: Vec<SessionId>,
    /// Of a take, its prompt and number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub take: Option<(PromptId, u16)>,
}

impl About {
    /// Reads it.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for another schema; [`ErrorKind::Bundle`] when it is none.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Version {
            schema: u64,
        }
        let other = |what: String| Error::new(ErrorKind::Bundle, what);
        if let Ok(Version { schema }) = serde_json::from_slice(bytes)
            && schema != u64::from(SCHEMA)
        {
            let what = format!("the bundle has schema {schema}; this version reads schema {SCHEMA}");
            return Err(Error::new(ErrorKind::Unsupported, what)
                .with_hint("use the version of Booth that made it, or a newer one"));
        }
        let about: Self = serde_json::from_slice(bytes)
            .map_err(|error| other(format!("what the bundle says of itself cannot be read: {error}")))?;
        if about.sessions.len() > MOST_SESSIONS || about.withdrawn.len() > MOST_SESSIONS {
            return Err(other(format!("the bundle names more than {MOST_SESSIONS} sessions or withdrawals")));
        }
        if !about.sessions.is_sorted_by(|a, b| a.session < b.session) {
            return Err(other("the bundle names its sessions twice or not in their order".to_owned()));
        }
        Ok(about)
    }

    /// Writes it, with a newline at the end.
    ///
    /// # Errors
    /// [`ErrorKind::Bundle`] when it cannot be JSON.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|error| {
            Error::new(ErrorKind::Bundle, "what the bundle says of itself cannot be JSON").with_source(error)
        })?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// The first line of a part: which bytes of which bundle follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slice {
    /// [`SCHEMA`].
    pub booth_part: u32,
    /// The file name of the bundle.
    pub bundle: String,
    /// Its code.
    pub code: Code,
    /// SHA-256 of the whole bundle.
    pub sha256: Sha256,
    /// Bytes of the whole bundle.
    pub bytes: u64,
    /// The number of the part, from 1.
    pub part: u32,
    /// How many parts there are.
    pub parts: u32,
    /// Where the bytes of the part begin in the bundle.
    pub from: u64,
    /// How many they are.
    pub length: u64,
    /// Their SHA-256.
    pub part_sha256: Sha256,
}

impl Slice {
    /// The longest first line.
    pub const MOST_LINE: usize = 1024;
    /// What it begins with: no tar does.
    pub const START: &[u8] = b"{\"booth_part\":";
    /// The most parts of a bundle.
    pub const MOST_PARTS: u32 = 9_999;

    /// Reads the first line, without its end.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] for another schema; [`ErrorKind::Bundle`] when it is none, or its numbers contradict each other.
    pub fn parse(line: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Version {
            booth_part: u64,
        }
        let other = |what: String| Error::new(ErrorKind::Bundle, what);
        if let Ok(Version { booth_part }) = serde_json::from_slice(line)
            && booth_part != u64::from(SCHEMA)
        {
            let what = format!("the part has schema {booth_part}; this version reads schema {SCHEMA}");
            return Err(Error::new(ErrorKind::Unsupported, what)
                .with_hint("use the version of Booth that made it, or a newer one"));
        }
        let slice: Self = serde_json::from_slice(line)
            .map_err(|error| other(format!("the first line of the part cannot be read: {error}")))?;
        let is_last = slice.part == slice.parts;
        let end = slice.from.checked_add(slice.length);
        let fits = slice.part >= 1
            && slice.part <= slice.parts
            && slice.parts <= Self::MOST_PARTS
            && slice.length >= 1
            && end.is_some_and(|end| if is_last { end == slice.bytes } else { end < slice.bytes })
            && (slice.part == 1) == (slice.from == 0)
            // All parts but the last are of one length.
            && (is_last || slice.from == u64::from(slice.part - 1) * slice.length)
            && slice.bytes <= super::MOST_BYTES;
        let is_named = slice.bundle.len() <= 200
            && slice.bundle.strip_prefix("booth-").is_some_and(|rest| rest.strip_suffix(".tar").is_some())
            && slice
                .bundle
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte));
        if fits && is_named {
            return Ok(slice);
        }
        Err(other("the first line of the part contradicts itself".to_owned()))
    }

    /// Writes the first line, with its end.
    ///
    /// # Errors
    /// [`ErrorKind::Bundle`] when it cannot be JSON.
    pub fn to_line(&self) -> Result<String> {
        let line = serde_json::to_string(self).map_err(|error| {
            Error::new(ErrorKind::Bundle, "the first line of a part cannot be JSON").with_source(error)
        })?;
        Ok(line + "\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_part_says_which_bytes_it_has_and_never_contradicts_itself() {
        let slice = Slice {
            booth_part: 1,
            bundle: "booth-k3v9-k7qf2m9x.tar".to_owned(),
            code: "K7QF-2M9X".parse().unwrap(),
            sha256: Sha256::of("all"),
            bytes: 2500,
            part: 2,
            parts: 3,
            from: 1000,
            length: 1000,
            part_sha256: Sha256::of("some"),
        };
        let line = slice.to_line().unwrap();
        assert!(line.as_bytes().starts_with(Slice::START) && line.len() <= Slice::MOST_LINE);
        assert_eq!(Slice::parse(line.trim_end().as_bytes()).unwrap(), slice);
        let value: Value = serde_json::from_str(&line).unwrap();
        for (field, bad) in [
            ("part", json!(0)),
            ("part", json!(3)),
            ("part", json!(4)),
            ("parts", json!(100_000)),
            ("from", json!(999)),
            ("from", json!(0)),
            ("length", json!(0)),
            ("length", json!(u64::MAX)),
            ("bytes", json!(2000)),
            ("bytes", json!(1u64 << 50)),
            ("bundle", json!("../x.tar")),
            ("bundle", json!("booth-/../x.tar")),
            ("code", json!("k7qf2m9x")),
            ("more", json!(1)),
        ] {
            let mut other = value.clone();
            other[field] = bad.clone();
            let error = Slice::parse(other.to_string().as_bytes()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Bundle, "{field} {bad}");
        }
        let mut other = value;
        other["booth_part"] = json!(2);
        assert_eq!(Slice::parse(other.to_string().as_bytes()).unwrap_err().kind(), ErrorKind::Unsupported);
    }
}
