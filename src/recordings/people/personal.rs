//! Personal details, apart from everything else: one file among the receipts, which stay where people are.

use super::receipts::Receipts;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, AppendFile};
use crate::ids::SpeakerId;
use crate::recordings::session::RootLock;
use crate::recordings::session::layout::names_in;
use crate::recordings::tombstones::Tombstone;
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The name of the file among the receipts; it was inside the folder of all sessions in former versions.
pub const FILE: &str = "personal.jsonl";

/// What a person chose to say: how to be reached, and by which name to be thanked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Personal {
    /// The line's format version, 1.
    pub schema: u32,
    /// When it was said.
    pub at: Utc,
    /// The pseudonym.
    pub speaker: SpeakerId,
    /// How to reach the person.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contact: Option<String>,
    /// The name to be thanked by.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub credit: Option<String>,
}

impl Personal {
    /// Appends the line, durably; when the person said nothing, no file is made.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn append(&self, receipts: &Receipts) -> Result<()> {
        if self.contact.is_none() && self.credit.is_none() {
            return Ok(());
        }
        let line = serde_json::to_string(self).map_err(|error| {
            Error::new(ErrorKind::Session, "the details cannot be written as JSON").with_source(error)
        })?;
        append(receipts, vec![line])
    }
}

/// Returns what a speaker said, in the order in which it was said. A line that a crash tore counts for nothing.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn said_by(receipts: &Receipts, speaker: &SpeakerId) -> Result<Vec<Personal>> {
    let lines = lines(&place(receipts))?;
    let said = lines.iter().filter_map(|line| serde_json::from_str::<Personal>(line).ok());
    Ok(said.filter(|said| said.speaker == *speaker).collect())
}

/// The ending of what is sealed with age.
const SEALED: &str = ".age";

/// What begins the name of a file with what a speaker said, sealed for the project.
fn sealed_start(speaker: &SpeakerId) -> String {
    format!("sealed-{speaker}-")
}

/// Returns the name, among the receipts, of what a speaker said, sealed; `digest` is of what is in it and for whom.
pub fn sealed_name(speaker: &SpeakerId, digest: &Sha256) -> String {
    format!("{}{}{SEALED}", sealed_start(speaker), &digest.to_string()[..16])
}

/// Keeps what came sealed with a bundle, as it came; `code` is that of the bundle, as file names have it.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn keep_sealed(receipts: &Receipts, speaker: &SpeakerId, code: &str, sealed: &[u8]) -> Result<()> {
    receipts.make()?;
    let path = receipts.folder().join(format!("{}{code}{SEALED}", sealed_start(speaker)));
    if fsio::look(&path)?.is_some() { Ok(()) } else { fsio::write_private(&path, sealed) }
}

/// Forgets what a speaker said before a withdrawal of all that they gave, or of one of the uses that need it.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn forget(receipts: &Receipts, tombstone: &Tombstone) -> Result<()> {
    let path = place(receipts);
    let credit = match tombstone.scope.as_deref() {
        None => true,
        Some("contact-again") => false,
        Some(_) => return Ok(()),
    };
    let is_folder = fsio::is_folder(receipts.folder())?;
    for name in if is_folder { names_in(receipts.folder())? } else { Vec::new() } {
        if name.strip_suffix(SEALED).is_some_and(|name| name.starts_with(&sealed_start(&tombstone.speaker))) {
            fsio::purge_file(&receipts.folder().join(name))?;
        }
    }
    let known = lines(&path)?;
    let mut kept = Vec::with_capacity(known.len());
    for line in &known {
        let said = serde_json::from_str::<Personal>(line);
        let Ok(mut said) = said.map_err(|_| ()) else {
            // A torn line may be anybody's; it counts for nothing.
            continue;
        };
        if said.speaker != tombstone.speaker || said.at >= tombstone.at {
            kept.push(line.clone());
            continue;
        }
        said.contact = None;
        if said.credit.is_some() && !credit {
            kept.extend(serde_json::to_string(&said));
        }
    }
    if kept == known {
        return Ok(());
    }
    kept.push(String::new());
    fsio::replace_private(&path, kept.join("\n").as_bytes())
}

/// Appends lines, durably.
fn append(receipts: &Receipts, mut lines: Vec<String>) -> Result<()> {
    receipts.make()?;
    let path = place(receipts);
    if fsio::ends_inside_a_line(&path)? {
        lines.insert(0, String::new());
    }
    AppendFile::open_private(&path)?.append_lines(&lines)
}

fn place(receipts: &Receipts) -> PathBuf {
    receipts.folder().join(FILE)
}

/// Moves what a former version wrote into the recordings, which are sent on, out of them. Nothing is lost when it is
/// interrupted, and nothing is there twice when it is done again.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn move_out(lock: &RootLock, receipts: &Receipts) -> Result<()> {
    let old = lock.root().join(FILE);
    // A link is nothing that Booth wrote.
    if !fsio::is_file(&old)? {
        return Ok(());
    }
    let known = lines(&place(receipts))?;
    let new: Vec<String> = lines(&old)?.into_iter().filter(|line| !known.contains(line)).collect();
    if !new.is_empty() {
        append(receipts, new)?;
    }
    fsio::remove_leftover(&old)
}

/// Returns the lines of a file, torn ones too; none when it is not there.
fn lines(path: &Path) -> Result<Vec<String>> {
    let bytes = fsio::read_found(path, fsio::MOST_LIST)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(credit: Option<&str>) -> Personal {
        Personal {
            schema: 1,
            at: Utc::from_millis(0),
            speaker: "k3v9".parse().unwrap(),
            contact: None,
            credit: credit.map(str::to_owned),
        }
    }

    const ADA: &str =
        "{\"schema\":1,\"at\":\"1970-01-01T00:00:00.000Z\",\"speaker\":\"k3v9\",\"credit\":\"Ada\"}\n";

    #[test]
    fn details_are_kept_apart_and_only_when_given() {
        let home = tempfile::tempdir().unwrap();
        let lock = RootLock::acquire(&home.path().join("recordings"), "booth record").unwrap();
        let receipts = Receipts::of(&lock).unwrap();
        let path = home.path().join("receipts").join(FILE);
        details(None).append(&receipts).unwrap();
        assert!(!path.exists());
        fsio::create_dir_all(path.parent().unwrap()).unwrap();
        fsio::write_new(&path, b"{\"schema\":1,\"a").unwrap();
        details(Some("Ada")).append(&receipts).unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap(), format!("{{\"schema\":1,\"a\n{ADA}"));
    }

    #[test]
    fn what_lay_among_the_recordings_is_moved_out_once_and_whole() {
        let home = tempfile::tempdir().unwrap();
        let lock = RootLock::acquire(&home.path().join("recordings"), "booth record").unwrap();
        let receipts = Receipts::of(&lock).unwrap();
        let (old, new) = (lock.root().join(FILE), home.path().join("receipts").join(FILE));
        move_out(&lock, &receipts).unwrap();
        assert!(!new.exists());
        details(Some("Ada")).append(&receipts).unwrap();
        // As after a crash between the two steps: one line is there already, one was torn.
        fsio::write_new(&old, format!("{ADA}{}{{\"torn", ADA.replace("Ada", "Bob")).as_bytes()).unwrap();
        move_out(&lock, &receipts).unwrap();
        let moved = format!("{ADA}{}{{\"torn\n", ADA.replace("Ada", "Bob"));
        assert_eq!((std::fs::read_to_string(&new).unwrap(), old.exists()), (moved, false));
    }
}
