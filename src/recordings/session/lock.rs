//! The lock of a folder of sessions: one recorder at a time.

use super::layout::{AUDIO, CONSENT, JOURNAL, RECORD, names_in};
use crate::error::{ErrorKind, Result};
use crate::fsio::{self, FolderLock};
use crate::ids::SessionId;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of all sessions, locked: no other recorder writes there while this value, or a clone of it, lives.
#[derive(Debug, Clone)]
pub struct RootLock {
    root: PathBuf,
    _lock: Arc<FolderLock>,
}

impl RootLock {
    /// Makes the folder `root` if it is not there, locks it, and removes what a killed start left.
    ///
    /// # Errors
    /// [`ErrorKind::Locked`] when another process holds it; [`ErrorKind::Io`] when the system refuses.
    pub fn acquire(root: &Path, what: &str) -> Result<Self> {
        fsio::create_dir_all(root)?;
        let lock = FolderLock::acquire(root, what)?;
        remove_unborn_sessions(root)?;
        Ok(Self { root: root.to_path_buf(), _lock: Arc::new(lock) })
    }

    /// Returns the locked folder.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

/// Removes `.<session>.partial` and `.<session>.lock`: of a session that was being made when its maker was killed.
///
/// One that is still being made has its own lock held, and a folder with anything else in it is not ours.
fn remove_unborn_sessions(root: &Path) -> Result<()> {
    for name in names_in(root)? {
        let id = |ending| name.strip_prefix('.').and_then(|name| name.strip_suffix(ending));
        let Some(id) = id(".partial").or_else(|| id(".lock")).filter(|_| name != FolderLock::NAME) else {
            continue;
        };
        let (folder, lock_path) = (root.join(format!(".{id}.partial")), root.join(format!(".{id}.lock")));
        let is_there = fsio::is_folder(&folder)?;
        // The system may have made the lock durable, and nothing else of the folder.
        if id.parse::<SessionId>().is_err() || !is_there && !fsio::is_file(&lock_path)? {
            continue;
        }
        let ours = |name: &String| {
            [AUDIO, CONSENT, JOURNAL, RECORD].contains(&name.strip_suffix(".partial").unwrap_or(name))
        };
        match FolderLock::acquire_file(&lock_path, &folder, "booth record") {
            Ok(_lock) => {
                if is_there && names_in(&folder)?.iter().all(ours) {
                    fsio::remove_leftover_dir(&folder)?;
                }
                fsio::remove_leftover(&lock_path)?;
            }
            Err(error) if error.kind() == ErrorKind::Locked => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
