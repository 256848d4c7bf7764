//! `splits.lock` on disk: held from plan to publish, and never at odds with the corpora that were published.
//!
//! A release places speakers, and two files say so: the corpus and the lock. Both cannot get their names in one step, so
//! what is about to be published is promised first, durably, in `.splits.lock.next`. Whoever takes the lock next settles
//! a promise that a crash left, from what is there. docs/decisions/009-the-lock-is-locked.md gives the reasons.

use crate::archive::bag;
use crate::corpus::split::Lock;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, FolderLock, StagingDir, hidden_beside, resolved, way};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The version of a promise.
const SCHEMA: u32 = 1;
const KIND: &str = "splits-next";
/// The ending of the file that holds a promise.
const NEXT: &str = "next";

/// The lock file of a release, which nobody else packs with while this value lives.
#[derive(Debug)]
pub struct LockFile {
    path: PathBuf,
    standing: Standing,
    _held: FolderLock,
}

/// What a lock file says, after whatever an interrupted run left was settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The lock; `None` when there is none yet.
    pub lock: Option<Lock>,
    /// What a manager should know of an interrupted run.
    pub notes: Vec<String>,
}

/// The first line of a promise; the text of the lock that is to come follows it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    schema: u32,
    #[serde(rename = "type")]
    kind: String,
    /// The corpus, relative to the lock's folder.
    corpus: String,
    /// SHA-256 of the lock that is there, `null` when there is none.
    before: Option<Sha256>,
}

/// What becomes of a promise that a run left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The lock that was promised holds.
    Kept,
    /// The corpus never appeared.
    Void,
}

/// A promise that a run left behind.
struct Left {
    path: PathBuf,
    lock: Lock,
    fate: Fate,
}

impl LockFile {
    /// Takes the lock file at `path`, which may not be there yet, and settles what an interrupted run left.
    ///
    /// # Errors
    /// [`ErrorKind::Locked`] when another process packs with it; [`ErrorKind::Corpus`] when it cannot be read as a lock;
    /// [`ErrorKind::Integrity`] when it is neither what an interrupted run began with nor what it promised;
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn hold(path: &Path) -> Result<Self> {
        needs_folder(path)?;
        let held = FolderLock::acquire_beside(path, "booth pack").map_err(|error| match error.kind() {
            ErrorKind::Locked => error.with_hint(
                "wait until it has ended: a release is planned from the lock that the one before it leaves",
            ),
            _ => error,
        })?;
        let (standing, left) = look(path)?;
        if let Some(left) = left {
            if left.fate == Fate::Kept {
                fsio::replace(path, left.lock.to_text().as_bytes())?;
            }
            fsio::remove_leftover(&left.path)?;
        }
        Ok(Self { path: path.to_path_buf(), standing, _held: held })
    }

    /// Returns what [`LockFile::hold`] would find, changing nothing.
    ///
    /// # Errors
    /// As [`LockFile::hold`], but it does not matter who holds it.
    pub fn look(path: &Path) -> Result<Standing> {
        needs_folder(path)?;
        Ok(look(path)?.0)
    }

    /// Returns what the file says.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Gives the corpus of `staging`, which is to be `out`, its name, and brings the file to `lock`: both or, after an
    /// error, neither, but for an error that says that the corpus is complete.
    ///
    /// # Errors
    /// [`ErrorKind::Integrity`] when somebody else has changed the file since it was taken; [`ErrorKind::Exists`] when
    /// `out` was taken meanwhile; [`ErrorKind::Io`].
    pub fn publish(&self, staging: StagingDir, out: &Path, lock: &Lock) -> Result<()> {
        if read_lock(&self.path)? != self.standing.lock {
            return Err(Error::new(ErrorKind::Integrity, "the lock has changed since the plan was made")
                .with_path(&self.path)
                .with_hint("run the command again"));
        }
        if self.standing.lock.as_ref() == Some(lock) {
            return staging.publish();
        }
        // Before the promise, so that a promise without a whole folder is one whose folder got its name, or was moved.
        staging.sync()?;
        let next = hidden_beside(&self.path, NEXT)?;
        let promised = promise(&self.path, self.standing.lock.as_ref(), out, lock)?;
        let outcome = fsio::replace(&next, promised.as_bytes()).and_then(|()| staging.publish_synced());
        if outcome.is_err() {
            match has_lock(out, lock) {
                Ok(true) => {}
                // A promise that stays is found void or harmless by whoever comes next, so the first error is the one to tell.
                Ok(false) => {
                    let _ = fsio::remove_leftover(&next);
                    return outcome;
                }
                // Nobody knows whether the corpus is there: the promise stays, and whoever comes next settles it.
                Err(_) => return outcome,
            }
        }
        fsio::replace(&self.path, lock.to_text().as_bytes()).map_err(|error| {
            error.with_hint(
                "the corpus is complete; the next `booth pack` with this lock brings the lock up to date first",
            )
        })?;
        // One that stays is found kept.
        let _ = fsio::remove_leftover(&next);
        outcome
    }
}

/// Returns the text of the promise that `out` will be published with `lock`.
fn promise(path: &Path, before: Option<&Lock>, out: &Path, lock: &Lock) -> Result<String> {
    let here = |path: &Path| resolved(path).map_err(|error| Error::io("find the way to", path, error));
    let corpus = way(&here(&folder(path))?, &here(out)?);
    let head = Head {
        schema: SCHEMA,
        kind: KIND.to_owned(),
        corpus: corpus.to_string_lossy().into_owned(),
        before: before.map(|lock| Sha256::of(lock.to_text())),
    };
    let head = serde_json::to_string(&head).map_err(|error| {
        Error::new(ErrorKind::Corpus, format!("the release cannot be announced: {error}")).with_path(path)
    })?;
    Ok(format!("{head}\n{}", lock.to_text()))
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// Reads the lock file and what an interrupted run left.
fn look(path: &Path) -> Result<(Standing, Option<Left>)> {
    let now = read_lock(path)?;
    let next = hidden_beside(path, NEXT)?;
    let Some(text) = read(&next)? else {
        return Ok((Standing { lock: now, notes: Vec::new() }, None));
    };
    let bad = |what: String| {
        Error::new(ErrorKind::Corpus, what).with_path(&next).with_hint(
            "an interrupted `booth pack` left this file; remove it once the lock has the speakers of every corpus",
        )
    };
    let (head, rest) =
        text.split_once('\n').ok_or_else(|| bad("the release that it announces is cut off".to_owned()))?;
    let head: Head = serde_json::from_str(head)
        .map_err(|error| bad(format!("the release that it announces cannot be read: {error}")))?;
    if (head.schema, head.kind.as_str()) != (SCHEMA, KIND) {
        return Err(bad(format!(
            "schema {} of type `{}` is not known",
            head.schema,
            head.kind.escape_debug()
        )));
    }
    let lock = Lock::parse(rest).map_err(|error| bad(error.message().to_owned()))?;
    let corpus = folder(path).join(&head.corpus);
    let shown = corpus.display();
    let mut notes = Vec::new();
    let fate = if now.as_ref() == Some(&lock) || has_lock(&corpus, &lock)? {
        notes
            .push(format!("a run was interrupted when {shown} was published: the lock has its speakers now"));
        Fate::Kept
    } else if has_lock(&StagingDir::place_of(&corpus)?, &lock)? {
        Fate::Void
    } else {
        // It may have been moved since: who is placed for nothing harms nobody, who moves does.
        notes.push(format!(
            "a run was interrupted when {shown} was to be published, and it is not there now: in case that it was, \
             its speakers keep their splits"
        ));
        Fate::Kept
    };
    let is_before = now.as_ref().map(|lock| Sha256::of(lock.to_text())) == head.before;
    if fate == Fate::Kept && !is_before && now.as_ref() != Some(&lock) {
        return Err(Error::new(
            ErrorKind::Integrity,
            format!(
                "the lock is neither what an interrupted run began with nor what it announced in {}",
                next.display()
            ),
        )
        .with_path(path)
        .with_hint("put the lines of both together, each speaker once, then remove the other file"));
    }
    // The file may have come with the recordings; a lock never moves anybody, whoever wrote it.
    if fate == Fate::Kept && now.as_ref().is_some_and(|now| !now.is_kept_by(&lock)) {
        return Err(bad("the lock that it announces moves speakers".to_owned()));
    }
    let standing = Standing { lock: if fate == Fate::Kept { Some(lock.clone()) } else { now }, notes };
    Ok((standing, Some(Left { path: next, lock, fate })))
}

/// Refuses a lock file in a folder that is not there: a name that was mistyped would begin anew, and move speakers.
fn needs_folder(path: &Path) -> Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if fsio::is_named_folder(parent)? {
        return Ok(());
    }
    let cause = std::io::Error::from(std::io::ErrorKind::NotFound);
    Err(Error::io("find the folder for the splits", parent, cause)
        .with_hint("make the folder, or name the lock where it lies"))
}

/// Says whether the corpus in `dir` is there and was made with `lock`.
fn has_lock(dir: &Path, lock: &Lock) -> Result<bool> {
    Ok(read(&bag::home(dir)?.join(Lock::NAME))?.is_some_and(|text| text == lock.to_text()))
}

/// Reads a lock file; `None` when there is none.
///
/// # Errors
/// Those of [`Lock::parse`]; [`ErrorKind::Io`].
pub fn read_lock(path: &Path) -> Result<Option<Lock>> {
    let text = read(path)?;
    text.map(|text| Lock::parse(&text).map_err(|error| error.with_path(path))).transpose()
}

fn read(path: &Path) -> Result<Option<String>> {
    let Some(bytes) = fsio::read_found(path, fsio::MOST_LIST)? else { return Ok(None) };
    String::from_utf8(bytes).map(Some).map_err(|error| {
        Error::new(ErrorKind::Integrity, "the file is not UTF-8").with_path(path).with_source(error)
    })
}

#[cfg(test)]
mod tests;
