//! The portable copy: all that is held of a person, in one folder that is theirs.

use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, StagingDir};
use crate::ids::SpeakerId;
use crate::messages::{Language, Message, say};
use crate::msg;
use crate::progress::Watch;
use crate::recordings::people::receipts::FOLDER;
use crate::recordings::releases::{FILE as RELEASES, ReleaseLine, Releases};
use crate::recordings::session::layout::names_in;
use crate::recordings::session::view::read_record;
use crate::recordings::session::{SessionRecord, Unreadable, find_sessions};
use crate::recordings::tombstones::{FILE as TOMBSTONES, Tombstones};
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Bytes that are copied at a time.
const BLOCK: usize = 64 * 1024;

/// What a copy has, as a line of `--json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Mine {
    /// Sessions.
    pub sessions: u64,
    /// Files of them.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Receipts and letters.
    pub receipts: u64,
    /// Releases that hold something of the person.
    pub releases: Vec<String>,
    /// Withdrawals of theirs.
    pub withdrawals: u64,
    /// Sessions that cannot be read, of which nobody knows whose they are.
    pub unreadable: Vec<Unreadable>,
}

/// Copies all that the recordings in `roots`, and the receipts beside them, hold of `speaker` into the new folder `to`.
///
/// # Errors
/// [`ErrorKind::Usage`] when nothing is held of them; [`ErrorKind::Exists`] when `to` is there; [`ErrorKind::Io`]; those of
/// `watch`. After an error nothing is left behind.
pub fn mine(roots: &[PathBuf], speaker: &SpeakerId, to: &Path, now: Utc, watch: &dyn Watch) -> Result<Mine> {
    let mut mine = Mine::default();
    let mut sessions: Vec<(PathBuf, SessionRecord)> = Vec::new();
    for root in roots {
        let found = find_sessions(root)?;
        mine.unreadable.extend(found.unreadable);
        for dir in found.sessions {
            match read_record(&dir) {
                Ok(record) if record.speaker.id == *speaker => sessions.push((dir, record)),
                Ok(_) => {}
                Err(error) => mine.unreadable.push(Unreadable::session(&dir, error)?),
            }
        }
    }
    let language = sessions.iter().filter_map(|(_, record)| record.consent.as_ref()).next_back();
    let mut language = language.map(|receipt| Language::for_tag(receipt.text_locale.as_str()));
    let staging = StagingDir::create(to, "booth mine")?;
    let total = sessions.len() as u64;
    for (dir, record) in &sessions {
        copy_tree(dir, &format!("sessions/{}", record.id), &staging, &mut mine)?;
        mine.sessions += 1;
        watch.at(mine.sessions, total)?;
    }
    for root in roots {
        receipts(root, speaker, &staging, &mut mine)?;
        let ledger = Releases::read(&root.join(RELEASES))?;
        let holding =
            ledger.all().iter().filter(|release| release.holds.iter().any(|held| held.speaker == *speaker));
        mine.releases.extend(holding.map(ReleaseLine::title));
        let tombstones = Tombstones::read(root)?;
        let mut text = String::new();
        for tombstone in tombstones.all().iter().filter(|tombstone| tombstone.speaker == *speaker) {
            let json = serde_json::to_string(tombstone).map_err(|error| {
                Error::new(ErrorKind::Session, "a tombstone cannot be written as JSON").with_source(error)
            })?;
            let _ = writeln!(text, "{json}");
            mine.withdrawals += 1;
            language =
                language.or(tombstone.locale.as_ref().map(|locale| Language::for_tag(locale.as_str())));
        }
        if !text.is_empty() {
            staging
                .create_file(TOMBSTONES)
                .or_else(|_| staging.create_file(&format!("{}-{TOMBSTONES}", mine.withdrawals)))?
                .write(text.as_bytes())?;
        }
    }
    if mine.sessions + mine.receipts + mine.withdrawals == 0 {
        return Err(Error::new(ErrorKind::Usage, format!("nothing is held of a speaker `{speaker}`"))
            .with_hint("`booth status` lists the speakers; name the folders of recordings that are meant"));
    }
    let readme = readme(&mine, speaker, language.unwrap_or(Language::ENGLISH), now);
    staging.create_file("README.txt")?.write(readme.as_bytes())?;
    staging.publish()?;
    Ok(mine)
}

/// Copies the person's receipts and what they said of themselves, which lie beside the recordings.
fn receipts(root: &Path, speaker: &SpeakerId, staging: &StagingDir, mine: &mut Mine) -> Result<()> {
    #[derive(Deserialize)]
    struct Said {
        speaker: String,
    }
    let whole = root.canonicalize().map_err(|error| Error::io("find", root, error))?;
    let Some(folder) = whole.parent().map(|beside| beside.join(FOLDER)) else { return Ok(()) };
    if !fsio::is_folder(&folder)? {
        return Ok(());
    }
    for name in names_in(&folder)? {
        let is_theirs = [format!("{speaker}-"), format!("withdrawn-{speaker}-")]
            .iter()
            .any(|start| name.starts_with(start));
        let to = format!("receipts/{name}");
        if is_theirs
            && name.strip_suffix(".txt").is_some()
            && fsio::look(&staging.path().join(&to))?.is_none()
        {
            copy(&folder.join(&name), &to, staging)?;
            mine.receipts += 1;
        }
    }
    let personal = folder.join(crate::recordings::people::personal::FILE);
    let bytes = fsio::read_found(&personal, fsio::MOST_LIST)?.unwrap_or_default();
    let is_theirs = |line: &&[u8]| {
        serde_json::from_slice::<Said>(line).is_ok_and(|said| said.speaker == speaker.as_str())
    };
    let lines: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').filter(is_theirs).collect();
    let to = format!("receipts/{}", crate::recordings::people::personal::FILE);
    if !lines.is_empty() && fsio::look(&staging.path().join(&to))?.is_none() {
        staging.create_file(&to)?.write(&lines.concat())?;
        mine.receipts += 1;
    }
    Ok(())
}

fn copy_tree(dir: &Path, to: &str, staging: &StagingDir, mine: &mut Mine) -> Result<()> {
    for entry in fsio::Walk::by_name(dir) {
        let entry = entry?;
        // A link is nothing that was recorded.
        if !entry.file_type().is_file() {
            continue;
        }
        let relative = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        mine.bytes += copy(entry.path(), &format!("{to}/{}", parts.join("/")), staging)?;
        mine.files += 1;
    }
    Ok(())
}

fn copy(from: &Path, to: &str, staging: &StagingDir) -> Result<u64> {
    let mut input = fsio::open_plain(from, fsio::MOST_STREAMED)?;
    let mut file = staging.create_file(to)?;
    let (mut block, mut bytes) = (vec![0; BLOCK], 0);
    loop {
        match input.read(&mut block) {
            Ok(0) => return Ok(bytes),
            Ok(count) => {
                file.write(&block[..count])?;
                bytes += count as u64;
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::io("read", from, error)),
        }
    }
}

/// Says in the person's language what the folder has.
fn readme(mine: &Mine, speaker: &SpeakerId, language: Language, now: Utc) -> String {
    let mut text = String::new();
    let mut line = |message: Message| {
        let _ = writeln!(text, "{}", say(language, &message));
    };
    line(msg!("mine-head", date = now.date()));
    line(msg!("copy-speaker-said", speaker = speaker.as_str()));
    line(msg!("mine-sessions", count = mine.sessions));
    line(msg!("mine-files"));
    line(msg!("mine-receipts"));
    if mine.releases.is_empty() {
        line(msg!("gone-no-release"));
    } else {
        line(msg!("gone-releases", releases = mine.releases.join(", ")));
    }
    line(msg!("mine-rights"));
    text
}
