//! The ledger of releases: which release holds whom, and where it went. A file that only grows, beside the lock of the splits.
//!
//! `pack` writes a line before a release gets its name, so that none is out that nobody knows of; who got it is added by hand.
//! docs/FORMAT.md is the normative text.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, AppendFile};
use crate::ids::{Locale, PromptId, SessionId, SheetId, SpeakerId, UtteranceId};
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The name of the file.
pub const FILE: &str = "releases.jsonl";
/// The version of a line.
pub const SCHEMA: u32 = 1;

/// A take as a release has it: its prompt, its number, and which reading of the prompt it is.
pub type HeldTake = (PromptId, u16, u16);

/// What a release has of a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// The speaker.
    pub speaker: SpeakerId,
    /// The session.
    pub session: SessionId,
    /// The language.
    pub locale: Locale,
    /// The sheet.
    pub sheet: SheetId,
    /// The takes, in order.
    pub takes: Vec<HeldTake>,
}

impl Held {
    /// Returns the utterance that a take is in the release.
    pub fn utterance(&self, (prompt, _, repetition): &HeldTake) -> Option<UtteranceId> {
        UtteranceId::new(&self.speaker, &self.locale, &self.sheet, prompt, *repetition).ok()
    }
}

/// A release that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseLine {
    /// [`SCHEMA`].
    pub schema: u32,
    /// When.
    pub at: Utc,
    /// Its title.
    pub name: String,
    /// The use that it is made for.
    pub scope: String,
    /// Its version, where it has one.
    pub version: Option<String>,
    /// SHA-256 of its `SHA256SUMS`, by which it is known.
    pub sums: Sha256,
    /// What it has, by speaker and session.
    pub holds: Vec<Held>,
}

impl ReleaseLine {
    /// Returns what people call it: title and version, or the first digits of what it is known by.
    pub fn title(&self) -> String {
        match &self.version {
            Some(version) => format!("{} {version}", self.name),
            None => format!("{} ({})", self.name, &self.sums.to_string()[..12]),
        }
    }

    /// Says whether this take is in it.
    pub fn has(&self, session: &SessionId, prompt: &PromptId, take: u16) -> bool {
        let is_it = |it: &HeldTake| it.0 == *prompt && it.1 == take;
        self.holds.iter().any(|held| held.session == *session && held.takes.iter().any(is_it))
    }

    /// Returns how many takes it has.
    pub fn utterances(&self) -> usize {
        self.holds.iter().map(|held| held.takes.len()).sum()
    }
}

/// Somebody who got a release.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// [`SCHEMA`].
    pub schema: u32,
    /// When it was written down.
    pub at: Utc,
    /// The release, as [`ReleaseLine::sums`] has it.
    pub sums: Sha256,
    /// Who.
    pub holder: String,
    /// How to reach them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contact: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
enum Line {
    Release(ReleaseLine),
    Holder(Holder),
}

/// The ledger.
#[derive(Debug, Clone, Default)]
pub struct Releases {
    path: PathBuf,
    made: Vec<ReleaseLine>,
    holders: BTreeMap<Sha256, Vec<Holder>>,
}

impl Releases {
    /// Reads the ledger at `path`, which need not be there. A last line that a crash has torn does not count.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when a line is none of it; [`ErrorKind::Unsupported`] when a newer Booth wrote it;
    /// [`ErrorKind::Io`] when it cannot be read.
    pub fn read(path: &Path) -> Result<Self> {
        let mut ledger = Self { path: path.to_path_buf(), ..Self::default() };
        let Some(bytes) = fsio::read_found(path, fsio::MOST_LIST)? else { return Ok(ledger) };
        for (number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
            if line.is_empty() {
                continue;
            }
            match read_line(line).map_err(|error| error.with_path(path).at_line(number))? {
                Some(Line::Release(release)) => ledger.add(release),
                Some(Line::Holder(holder)) => ledger.holders.entry(holder.sums).or_default().push(holder),
                None => {}
            }
        }
        Ok(ledger)
    }

    /// A release that is made again under its name and version takes the place of the one before.
    fn add(&mut self, release: ReleaseLine) {
        let is_same = |it: &ReleaseLine| {
            it.sums == release.sums
                || it.version.is_some()
                    && (&it.name, &it.scope, &it.version) == (&release.name, &release.scope, &release.version)
                    && !self.holders.contains_key(&it.sums)
        };
        self.made.retain(|it| !is_same(it));
        self.made.push(release);
    }

    /// Returns the releases, in the order in which they were made.
    pub fn all(&self) -> &[ReleaseLine] {
        &self.made
    }

    /// Returns who got a release.
    pub fn holders(&self, release: &ReleaseLine) -> &[Holder] {
        self.holders.get(&release.sums).map_or(&[], Vec::as_slice)
    }

    /// Finds the one release of this version, or whose checksum begins so.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when there is none, or more than one.
    pub fn find(&self, wanted: &str) -> Result<&ReleaseLine> {
        let is_it = |it: &&ReleaseLine| {
            it.version.as_deref() == Some(wanted)
                || wanted.len() >= 6 && it.sums.to_string().starts_with(wanted)
        };
        let found: Vec<&ReleaseLine> = self.made.iter().filter(is_it).collect();
        match found[..] {
            [one] => Ok(one),
            [] => {
                Err(Error::new(ErrorKind::Usage, format!("there is no release `{}`", wanted.escape_debug()))
                    .with_path(&self.path)
                    .with_hint(
                        "`booth releases` lists them; give a version, or at least 6 digits of the checksum",
                    ))
            }
            _ => Err(Error::new(
                ErrorKind::Usage,
                format!("`{}` is more than one release", wanted.escape_debug()),
            )
            .with_path(&self.path)
            .with_hint("give the first digits of its checksum, as `booth releases` lists it")),
        }
    }

    /// Writes down a release, durably; one that is the last already is not written again.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn note(&mut self, release: ReleaseLine) -> Result<()> {
        if self.made.last().is_some_and(|last| last.sums == release.sums) {
            return Ok(());
        }
        self.append(&Line::Release(release.clone()))?;
        self.add(release);
        Ok(())
    }

    /// Writes down who got a release, durably.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when the name or the contact is empty or has control characters; [`ErrorKind::Io`].
    pub fn add_holder(&mut self, holder: Holder) -> Result<()> {
        for text in [Some(&holder.holder), holder.contact.as_ref()].into_iter().flatten() {
            if text.trim().is_empty() || text.chars().any(char::is_control) {
                let what = format!(
                    "`{}` cannot be a holder or a contact: words on one line are needed",
                    text.escape_debug()
                );
                return Err(Error::new(ErrorKind::Usage, what));
            }
        }
        self.append(&Line::Holder(holder.clone()))?;
        self.holders.entry(holder.sums).or_default().push(holder);
        Ok(())
    }

    fn append(&self, line: &Line) -> Result<()> {
        let text = serde_json::to_string(line).map_err(|error| {
            Error::new(ErrorKind::Session, "a line of the ledger cannot be written as JSON")
                .with_source(error)
        })?;
        let mut lines = vec![text];
        if fsio::ends_inside_a_line(&self.path)? {
            lines.insert(0, String::new());
        }
        AppendFile::open(&self.path)?.append_lines(&lines)
    }

    /// Returns what is to be told as withdrawn by the release of this name, use and version that comes now: each utterance that a
    /// release had with a take for which `is_withdrawn` holds, and the version of the first release after it without.
    pub fn withdrawn(
        &self,
        name: &str,
        scope: &str,
        version: Option<&str>,
        is_withdrawn: impl Fn(&SessionId, &PromptId, u16) -> bool,
    ) -> BTreeSet<(UtteranceId, String)> {
        let of_name = |it: &&ReleaseLine| {
            (it.name.as_str(), it.scope.as_str()) == (name, scope)
                && (version.is_none() || it.version.as_deref() != version)
        };
        let before: Vec<&ReleaseLine> = self.made.iter().filter(of_name).collect();
        let mut told = BTreeSet::new();
        for (at, release) in before.iter().enumerate() {
            for held in &release.holds {
                for take in
                    held.takes.iter().filter(|(prompt, take, _)| is_withdrawn(&held.session, prompt, *take))
                {
                    let Some(id) = held.utterance(take) else { continue };
                    let without =
                        before[at + 1..].iter().find(|later| !later.has(&held.session, &take.0, take.1));
                    let first = without.map_or(version, |later| later.version.as_deref());
                    told.insert((id, first.unwrap_or("-").to_owned()));
                }
            }
        }
        told
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
            let what = format!("the line has schema {schema}; this version reads schema {SCHEMA}");
            Err(Error::new(ErrorKind::Unsupported, what)
                .with_hint("use the version of Booth that wrote it, or a newer one"))
        }
        Err(error) if error.is_eof() || line.contains(&0) => Ok(None),
        _ => serde_json::from_slice(line).map(Some).map_err(|error| {
            Error::new(ErrorKind::Session, format!("the line is none of a ledger of releases: {error}"))
                .with_hint("restore the file from a copy; who holds whom cannot be told without it")
                .with_source(error)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(version: &str, sums: &str, takes: &[(&str, u16)]) -> ReleaseLine {
        let takes = takes.iter().map(|(prompt, take)| (prompt.parse().unwrap(), *take, 1)).collect();
        let held = Held {
            speaker: "anna".parse().unwrap(),
            session: "s1".parse().unwrap(),
            locale: "en-US".parse().unwrap(),
            sheet: "tiny".parse().unwrap(),
            takes,
        };
        ReleaseLine {
            schema: SCHEMA,
            at: Utc::from_millis(0),
            name: "Tiny".to_owned(),
            scope: "asr".to_owned(),
            version: Some(version.to_owned()),
            sums: Sha256::of(sums),
            holds: vec![held],
        }
    }

    #[test]
    fn the_first_release_without_a_take_is_told_and_stays_the_same() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(FILE);
        let mut ledger = Releases::read(&path).unwrap();
        ledger.note(release("1.0.0", "a", &[("one", 1), ("two", 1)])).unwrap();
        let is_one = |_: &SessionId, prompt: &PromptId, _: u16| prompt.as_str() == "one";
        let told = |ledger: &Releases, version| {
            let told = ledger.withdrawn("Tiny", "asr", Some(version), is_one).into_iter();
            told.map(|(id, first)| format!("{id} {first}")).collect::<Vec<_>>()
        };
        let expected = ["anna-en-us-tiny-one-1 1.1.0"];
        assert_eq!(told(&ledger, "1.1.0"), expected);
        // Of another corpus, and of the release that is made again, nothing is told.
        assert!(ledger.withdrawn("Other", "asr", Some("1.1.0"), is_one).is_empty());
        assert!(told(&ledger, "1.0.0").is_empty());
        ledger.note(release("1.1.0", "b", &[("two", 1)])).unwrap();
        ledger.note(release("1.1.0", "b", &[("two", 1)])).unwrap();
        assert_eq!(told(&ledger, "1.2.0"), expected);
        let read = Releases::read(&path).unwrap();
        assert_eq!((read.all().len(), told(&read, "1.2.0")), (2, told(&ledger, "1.2.0")));
        // The same reading by another take is another matter.
        ledger.note(release("1.2.0", "c", &[("one", 2), ("two", 1)])).unwrap();
        let is_first = |_: &SessionId, prompt: &PromptId, take: u16| prompt.as_str() == "one" && take == 1;
        assert_eq!(ledger.withdrawn("Tiny", "asr", Some("1.3.0"), is_first).len(), 1);
    }

    #[test]
    fn holders_are_of_one_release_that_is_known() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(FILE);
        let mut ledger = Releases::read(&path).unwrap();
        ledger.note(release("1.0.0", "a", &[("one", 1)])).unwrap();
        let sums = ledger.find("1.0.0").unwrap().sums;
        assert_eq!(ledger.find(&sums.to_string()[..6]).unwrap().sums, sums);
        assert_eq!(ledger.find("1.0.1").unwrap_err().kind(), ErrorKind::Usage);
        let holder = |name: &str| Holder {
            schema: 1,
            at: Utc::from_millis(0),
            sums,
            holder: name.to_owned(),
            contact: None,
        };
        ledger.add_holder(holder("A University")).unwrap();
        assert_eq!(ledger.add_holder(holder(" \n")).unwrap_err().kind(), ErrorKind::Usage);
        fsio::replace(&path, &[&std::fs::read(&path).unwrap()[..], b"{\"torn"].concat()).unwrap();
        let read = Releases::read(&path).unwrap();
        assert_eq!(read.holders(&read.all()[0]).len(), 1);
        fsio::replace(&path, b"[]\n").unwrap();
        assert_eq!(Releases::read(&path).unwrap_err().kind(), ErrorKind::Session);
    }
}
