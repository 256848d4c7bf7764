//! Tombstones: what was withdrawn from a folder of recordings, so that it stays away.
//!
//! They lie in one file beside the sessions, which only grows: a line says what is to go and is durable before anything is
//! deleted, a later one that it is gone. A tombstone tells no name, no reason, no text and no plain digest of a sound, by
//! which whoever has the sound could tell whose it is; the sounds are known again by a keyed digest, whose key stays here.
//! docs/FORMAT.md is the normative text.

use crate::digest::{Sha256, hmac};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, AppendFile};
use crate::ids::{Locale, PromptId, SessionId, SpeakerId, UtteranceId, named};
use crate::recordings::session::{SessionRecord, TakeKey, TakeState};
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

/// The name of the file beside the sessions.
pub const FILE: &str = "withdrawn.jsonl";
/// The name of the file with the key of the digests, which its owner alone may read.
pub const KEY_FILE: &str = ".withdrawn.key";
/// The version of a line.
pub const SCHEMA: u32 = 1;
/// Random bytes of a tombstone's id.
pub const ID_BYTES: usize = 8;
/// Random bytes of the key.
pub const KEY_BYTES: usize = 32;

/// The id of a tombstone: `w-` and 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TombstoneId(String);

impl TombstoneId {
    /// Makes an id of random bytes.
    pub fn new(random: [u8; ID_BYTES]) -> Self {
        Self(format!("w-{:016x}", u64::from_be_bytes(random)))
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TombstoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for TombstoneId {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let digits = text.strip_prefix("w-").unwrap_or_default();
        if digits.len() == 2 * ID_BYTES && digits.bytes().all(is_digit) {
            return Ok(Self(text));
        }
        Err(format!("`{}` is no id of a tombstone: w- and 16 digits of 0-9 and a-f", text.escape_debug()))
    }
}

impl From<TombstoneId> for String {
    fn from(id: TombstoneId) -> Self {
        id.0
    }
}

named! {
    /// How much a withdrawal takes back.
    Extent {
        /// All that a speaker had given by then.
        Speaker = "speaker",
        /// One session.
        Session = "session",
        /// One take.
        Take = "take",
    }
}

named! {
    /// What a withdrawal rests on.
    By {
        /// The code on the contributor's copy of a receipt was given.
        Code = "code",
        /// The manager withdrew, or somebody at the same machine, without the code.
        Manager = "manager",
    }
}

/// A take that is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Buried {
    /// Its session.
    pub session: SessionId,
    /// Its prompt.
    pub prompt: PromptId,
    /// Its number.
    pub take: u16,
    /// The utterance that a corpus would have made of it; `None` where its id would be too long.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub utterance: Option<UtteranceId>,
    /// How long it was, in milliseconds.
    pub ms: u64,
    /// What had become of it.
    pub kind: TakeState,
    /// The HMAC-SHA256 of the 32 bytes of its file's SHA-256, under the key of these recordings.
    pub hmac: Sha256,
}

/// What was withdrawn at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tombstone {
    /// [`SCHEMA`].
    pub schema: u32,
    /// Its id.
    pub id: TombstoneId,
    /// When it was withdrawn: what was consented to later is not meant.
    pub at: Utc,
    /// What it rests on.
    pub by: By,
    /// How much.
    pub extent: Extent,
    /// Whose.
    pub speaker: SpeakerId,
    /// The use that is taken back; `None` for all of them, and then everything is deleted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub scope: Option<String>,
    /// The sessions that were there and are meant, whole or, of a take, in part.
    pub sessions: Vec<SessionId>,
    /// The takes that were there and are meant.
    pub takes: Vec<Buried>,
    /// The releases that hold one of them.
    pub releases: Vec<String>,
    /// The language in which the person was asked for consent, in which they are told that it is gone.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub locale: Option<Locale>,
}

impl Tombstone {
    /// Says whether all of a session is meant: it is named, or the speaker is and consented to it before.
    pub fn is_of(&self, record: &SessionRecord) -> bool {
        let given = record.consent.as_ref().map_or(record.created, |receipt| receipt.asked);
        if self.speaker != record.speaker.id {
            return false;
        }
        match self.extent {
            Extent::Speaker => self.sessions.contains(&record.id) || given < self.at,
            Extent::Session => self.sessions.contains(&record.id),
            Extent::Take => false,
        }
    }

    /// Says whether it names a take.
    pub fn is_of_take(&self, session: &SessionId, prompt: &PromptId, take: u16) -> bool {
        let is_it = |it: &Buried| it.session == *session && it.prompt == *prompt && it.take == take;
        self.takes.iter().any(is_it)
    }
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
enum Line {
    /// What is to go.
    Planned(Tombstone),
    /// It is gone, and a search has found nothing of it.
    Done(Done),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Done {
    schema: u32,
    id: TombstoneId,
    at: Utc,
}

/// The tombstones of a folder of recordings.
#[derive(Debug, Clone, Default)]
pub struct Tombstones {
    root: PathBuf,
    all: Vec<Tombstone>,
    done: BTreeSet<TombstoneId>,
    /// The takes that are withdrawn from all uses, by session, and the tombstones that say so.
    takes: BTreeMap<SessionId, BTreeMap<TakeKey, TombstoneId>>,
    hmacs: BTreeMap<Sha256, TombstoneId>,
    key: Option<[u8; KEY_BYTES]>,
}

impl Tombstones {
    /// Reads the tombstones of the recordings in `root`; there are none where no file is. A last line that a crash has torn
    /// does not count: nothing was deleted for it yet.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when a line is no tombstone or the key is none; [`ErrorKind::Unsupported`] when a newer Booth
    /// wrote one; [`ErrorKind::Io`] when the file cannot be read.
    pub fn read(root: &Path) -> Result<Self> {
        let mut tombstones = Self { root: root.to_path_buf(), ..Self::default() };
        let path = root.join(FILE);
        let Some(bytes) = fsio::read_found(&path, fsio::MOST_LIST)? else { return Ok(tombstones) };
        for (number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
            if line.is_empty() {
                continue;
            }
            match read_line(line).map_err(|error| error.with_path(&path).at_line(number))? {
                Some(Line::Planned(tombstone)) => tombstones.add(tombstone),
                Some(Line::Done(done)) => drop(tombstones.done.insert(done.id)),
                None => {}
            }
        }
        tombstones.key = read_key(&root.join(KEY_FILE))?;
        Ok(tombstones)
    }

    fn add(&mut self, tombstone: Tombstone) {
        if tombstone.scope.is_none() {
            for it in &tombstone.takes {
                let takes = self.takes.entry(it.session.clone()).or_default();
                takes.insert((it.prompt.clone(), it.take), tombstone.id.clone());
                self.hmacs.insert(it.hmac, tombstone.id.clone());
            }
        }
        self.all.push(tombstone);
    }

    /// Returns all of them, in the order in which they were written.
    pub fn all(&self) -> &[Tombstone] {
        &self.all
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns those that nobody has brought to their end: whoever opens the recordings next does.
    pub fn unfinished(&self) -> impl Iterator<Item = &Tombstone> {
        self.all.iter().filter(|tombstone| !self.done.contains(&tombstone.id))
    }

    /// Says whether all of a session is withdrawn, from all uses: it is named, or its speaker is and had consented to it before.
    pub fn covers(&self, record: &SessionRecord) -> bool {
        self.all.iter().any(|tombstone| tombstone.scope.is_none() && tombstone.is_of(record))
    }

    /// Says whether a take is withdrawn, from all uses.
    pub fn covers_take(&self, session: &SessionId, prompt: &PromptId, take: u16) -> bool {
        self.takes.get(session).is_some_and(|takes| takes.contains_key(&(prompt.clone(), take)))
    }

    /// Returns the takes of a session that are withdrawn from all uses, each with the tombstone that says so first.
    pub fn takes_of(&self, session: &SessionId) -> Option<&BTreeMap<TakeKey, TombstoneId>> {
        self.takes.get(session)
    }

    /// Says whether a sound is one that was withdrawn from all uses, whatever it is called now; `sha256` is that of the file as
    /// it was recorded. Never where the key is lost.
    pub fn covers_sound(&self, sha256: &Sha256) -> bool {
        self.of_sound(sha256).is_some()
    }

    /// Returns the tombstone that withdraws a sound from all uses; else as [`Tombstones::covers_sound`].
    pub fn of_sound(&self, sha256: &Sha256) -> Option<&TombstoneId> {
        self.key.as_ref().and_then(|key| self.hmacs.get(&hmac(key, sha256.bytes())))
    }

    /// Returns the uses that were taken back for all of a session, where not all were.
    pub fn lost(&self, record: &SessionRecord) -> BTreeSet<&str> {
        let of = self.all.iter().filter(|tombstone| tombstone.is_of(record));
        of.filter_map(|tombstone| tombstone.scope.as_deref()).collect()
    }

    /// Says whether a use was taken back for one take alone.
    pub fn lost_by_take(&self, session: &SessionId, prompt: &PromptId, take: u16, scope: &str) -> bool {
        self.all.iter().any(|tombstone| {
            tombstone.extent == Extent::Take
                && tombstone.scope.as_deref() == Some(scope)
                && tombstone.is_of_take(session, prompt, take)
        })
    }

    /// Returns the key of the digests; the first time it is made of `random` and written, durably.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn key(&mut self, random: [u8; KEY_BYTES]) -> Result<[u8; KEY_BYTES]> {
        if self.key.is_none() {
            self.key = read_key(&self.root.join(KEY_FILE))?;
        }
        if let Some(key) = self.key {
            return Ok(key);
        }
        let text = format!("{}\n", Sha256::from(random));
        fsio::write_private(&self.root.join(KEY_FILE), text.as_bytes())?;
        self.key = Some(random);
        Ok(random)
    }

    /// Writes a tombstone, durably: from then on nothing of what it covers may come back, and it may be deleted.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn plan(&mut self, tombstone: Tombstone) -> Result<()> {
        self.append(&Line::Planned(tombstone.clone()))?;
        self.add(tombstone);
        Ok(())
    }

    /// Notes that nothing is left of what a tombstone covers, durably.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn finish(&mut self, id: &TombstoneId, at: Utc) -> Result<()> {
        self.append(&Line::Done(Done { schema: SCHEMA, id: id.clone(), at }))?;
        self.done.insert(id.clone());
        Ok(())
    }

    fn append(&self, line: &Line) -> Result<()> {
        let path = self.root.join(FILE);
        let text = serde_json::to_string(line).map_err(|error| {
            Error::new(ErrorKind::Session, "a tombstone cannot be written as JSON").with_source(error)
        })?;
        let mut lines = vec![text];
        if fsio::ends_inside_a_line(&path)? {
            lines.insert(0, String::new());
        }
        AppendFile::open(&path)?.append_lines(&lines)
    }
}

/// Reads a line; `None` for one that a crash has torn.
fn read_line(line: &[u8]) -> Result<Option<Line>> {
    #[derive(Deserialize)]
    struct Version {
        schema: u64,
    }
    match serde_json::from_slice::<Version>(line) {
        Ok(Version { schema }) if schema != u64::from(SCHEMA) => {
            let what = format!("the tombstone has schema {schema}; this version reads schema {SCHEMA}");
            Err(Error::new(ErrorKind::Unsupported, what)
                .with_hint("use the version of Booth that wrote it, or a newer one"))
        }
        Err(error) if error.is_eof() || line.contains(&0) => Ok(None),
        _ => serde_json::from_slice(line).map(Some).map_err(|error| {
            Error::new(ErrorKind::Session, format!("the line is no tombstone: {error}"))
                .with_hint("what was withdrawn cannot be told without it; restore the file from a copy")
                .with_source(error)
        }),
    }
}

fn read_key(path: &Path) -> Result<Option<[u8; KEY_BYTES]>> {
    let Some(bytes) = fsio::read_found(path, fsio::MOST_SMALL)? else { return Ok(None) };
    let text = String::from_utf8_lossy(&bytes);
    let key: Sha256 = text.trim_end().parse().map_err(|_| {
        Error::new(ErrorKind::Session, "it is no key of tombstones: 64 digits of 0-9 and a-f are needed")
            .with_path(path)
            .with_hint("restore it from a copy; withdrawn sounds are known again by it")
    })?;
    Ok(Some(*key.bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::testing::session;

    fn tombstone(n: u8, extent: Extent, scope: Option<&str>) -> Tombstone {
        Tombstone {
            schema: SCHEMA,
            id: TombstoneId::new([n; ID_BYTES]),
            at: Utc::from_millis(1_795_499_180_000),
            by: By::Code,
            extent,
            speaker: "k3v9".parse().unwrap(),
            scope: scope.map(str::to_owned),
            sessions: vec!["s1".parse().unwrap()],
            takes: vec![Buried {
                session: "s1".parse().unwrap(),
                prompt: "a".parse().unwrap(),
                take: 2,
                utterance: Some("k3v9-en-us-assistant-a-1".parse().unwrap()),
                ms: 1_500,
                kind: TakeState::Kept,
                hmac: hmac(&[7; KEY_BYTES], Sha256::of("sound").bytes()),
            }],
            releases: vec![],
            locale: None,
        }
    }

    const PLANNED: &str = concat!(
        r#"{"state":"planned","schema":1,"id":"w-0101010101010101","at":"2026-11-24T05:46:20.000Z","by":"code","extent":"take","#,
        r#""speaker":"k3v9","sessions":["s1"],"takes":[{"session":"s1","prompt":"a","take":2,"#,
        r#""utterance":"k3v9-en-us-assistant-a-1","ms":1500,"kind":"kept","#,
        r#""hmac":"HMAC"}],"releases":[]}"#,
    );

    #[test]
    fn a_tombstone_is_written_as_it_is_told_and_read_again() {
        let root = tempfile::tempdir().unwrap();
        let mut tombstones = Tombstones::read(root.path()).unwrap();
        assert!(tombstones.is_empty());
        assert_eq!(tombstones.key([7; KEY_BYTES]).unwrap(), [7; KEY_BYTES]);
        assert_eq!(tombstones.key([8; KEY_BYTES]).unwrap(), [7; KEY_BYTES], "a key is made once");
        let take = tombstone(1, Extent::Take, None);
        tombstones.plan(take.clone()).unwrap();
        let planned = PLANNED.replace("HMAC", &take.takes[0].hmac.to_string());
        let path = root.path().join(FILE);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{planned}\n"));
        let read = Tombstones::read(root.path()).unwrap();
        assert_eq!(read.all(), std::slice::from_ref(&take));
        assert_eq!(read.unfinished().count(), 1);
        tombstones.finish(&take.id, take.at).unwrap();
        let done = r#"{"state":"done","schema":1,"id":"w-0101010101010101","at":"2026-11-24T05:46:20.000Z"}"#;
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{planned}\n{done}\n"));
        let read = Tombstones::read(root.path()).unwrap();
        assert_eq!((read.all().len(), read.unfinished().count()), (1, 0));
        assert!(read.covers_sound(&Sha256::of("sound")) && !read.covers_sound(&Sha256::of("other")));
    }

    #[test]
    fn what_is_covered_follows_from_extent_scope_and_moment() {
        let root = tempfile::tempdir().unwrap();
        let mut tombstones = Tombstones::read(root.path()).unwrap();
        let [first, mut later] = [session("s1"), session("s9")];
        let (prompt, other) = ("a".parse().unwrap(), "b".parse().unwrap());
        tombstones.plan(tombstone(1, Extent::Take, None)).unwrap();
        assert!(!tombstones.covers(&first) && tombstones.covers_take(&first.id, &prompt, 2));
        assert!(!tombstones.covers_take(&first.id, &prompt, 1));
        assert!(!tombstones.covers_take(&first.id, &other, 2));
        tombstones.plan(tombstone(2, Extent::Take, Some("tts"))).unwrap();
        assert!(tombstones.lost_by_take(&first.id, &prompt, 2, "tts"));
        assert!(!tombstones.lost_by_take(&first.id, &prompt, 2, "asr"));
        assert!(tombstones.lost(&first).is_empty());
        tombstones.plan(tombstone(3, Extent::Session, Some("evaluation"))).unwrap();
        assert_eq!(tombstones.lost(&first), BTreeSet::from(["evaluation"]));
        assert!(!tombstones.covers(&first) && tombstones.lost(&later).is_empty());
        // All of a speaker, but what was consented to afterwards.
        tombstones.plan(tombstone(4, Extent::Speaker, None)).unwrap();
        assert!(tombstones.covers(&first) && tombstones.covers(&later));
        later.consent.as_mut().unwrap().asked = Utc::from_millis(1_795_499_180_000);
        assert!(!tombstones.covers(&later));
        later.speaker.id = "ben".parse().unwrap();
        later.consent = None;
        assert!(!tombstones.covers(&later));
        let read = Tombstones::read(root.path()).unwrap();
        assert_eq!(read.takes_of(&first.id).unwrap().len(), 1);
    }

    #[test]
    fn a_torn_line_does_not_count_and_any_other_is_an_error() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join(FILE);
        fsio::write_new(&path, br#"{"state":"planned","schema":1,"id":"w-01"#).unwrap();
        let mut tombstones = Tombstones::read(root.path()).unwrap();
        assert!(tombstones.is_empty());
        tombstones.plan(tombstone(1, Extent::Session, None)).unwrap();
        assert_eq!(Tombstones::read(root.path()).unwrap().all().len(), 1);
        let whole = std::fs::read_to_string(&path).unwrap();
        for (bad, kind) in [
            ("[]\n", ErrorKind::Session),
            (r#"{"state":"planned","schema":1,"id":"w-01"}"#, ErrorKind::Session),
            (r#"{"state":"planned","schema":2}"#, ErrorKind::Unsupported),
        ] {
            fsio::replace(&path, format!("{whole}{bad}").as_bytes()).unwrap();
            let error = Tombstones::read(root.path()).unwrap_err();
            assert_eq!((error.kind(), error.line(), error.path()), (kind, Some(3), Some(path.as_path())));
        }
        fsio::replace(&path, whole.as_bytes()).unwrap();
        fsio::write_new(&root.path().join(KEY_FILE), b"a key").unwrap();
        assert_eq!(Tombstones::read(root.path()).unwrap_err().kind(), ErrorKind::Session);
    }
}
