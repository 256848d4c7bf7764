//! What is owed to people and is nobody else's: the contributors' copies of receipts, and personal details. They lie in a
//! folder beside the recordings, since those are sent on.
//!
//! A copy has the code to withdraw, and a session without one could not be withdrawn. So a copy is written before its
//! session under a temporary name, and gets its own when the session is there; the next start settles what a crash left
//! between.

use super::consent::{Receipt, WithdrawalCode, copy_for_contributor};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, FolderLock, PARTIAL, PartialFile};
use crate::msg;
use crate::recordings::session::RootLock;
use crate::recordings::session::layout::names_in;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The folder's name.
pub const FOLDER: &str = "receipts";

/// The folder that goes with a folder of recordings.
#[derive(Debug, Clone)]
pub struct Receipts {
    folder: PathBuf,
    /// Tells copies that wait for a session of these recordings from those of others beside them.
    mark: String,
}

impl Receipts {
    /// Finds the folder of locked recordings: beside them, wherever they are and however they were named, and never inside
    /// a folder that was recorded into. It is made when it is needed.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when nothing is beside the recordings; [`ErrorKind::Io`] when the system refuses.
    pub fn of(lock: &RootLock) -> Result<Self> {
        let root = lock.root();
        let whole = root.canonicalize().map_err(|error| Error::io("find", root, error))?;
        let mut beside = whole.parent();
        while let Some(folder) = beside
            && fsio::look(&folder.join(FolderLock::NAME))?.is_some()
        {
            beside = folder.parent();
        }
        let Some(beside) = beside else {
            return Err(Error::of(ErrorKind::Usage, msg!("receipts-no-place")).with_path(root));
        };
        let within = whole.strip_prefix(beside).unwrap_or(&whole);
        let mark = Sha256::of(within.as_os_str().as_encoded_bytes()).to_string()[..8].to_owned();
        // As people know it, where that is the same.
        let near = root.parent().filter(|near| !near.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let is_near = near.canonicalize().is_ok_and(|near| near == beside);
        let shown = if is_near { root.parent().unwrap_or(Path::new("")) } else { beside };
        Ok(Self { folder: shown.join(FOLDER), mark })
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the folder, its owner's alone.
    pub(crate) fn make(&self) -> Result<()> {
        fsio::create_private_dir(&self.folder)
    }

    /// Puts in order what a killed start left: the copy of a receipt on which a session rests gets its name, and one that
    /// belongs to none is removed. `is_used` says which of the two it is, and `None` when it cannot be known: then it waits.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn settle(&self, is_used: impl Fn(&str) -> Option<bool>) -> Result<()> {
        if fsio::look(&self.folder)?.is_none() {
            return Ok(());
        }
        for name in names_in(&self.folder)? {
            let Some((stem, mark)) = name
                .strip_suffix(PARTIAL)
                .and_then(|rest| rest.strip_suffix('.'))
                .and_then(|rest| rest.rsplit_once('.'))
            else {
                continue;
            };
            // Copies of former versions waited under the name that they would get.
            if mark != self.mark && mark != "txt" {
                continue;
            }
            let Some((_, receipt)) = stem.split_once('-') else { continue };
            let waiting = self.folder.join(&name);
            match is_used(receipt) {
                Some(true) => fsio::rename_new(&waiting, &self.folder.join(format!("{stem}.txt")))?,
                Some(false) => fsio::remove_leftover(&waiting)?,
                None => {}
            }
        }
        Ok(())
    }

    /// Writes the contributor's copy, durably, under a temporary name: its session is about to be made.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn prepare(&self, receipt: &Receipt, code: &WithdrawalCode, text: &[u8]) -> Result<Prepared> {
        self.make()?;
        let stem = self.folder.join(format!("{}-{}", receipt.speaker, receipt.id));
        let named = |ending: &str| {
            let mut name = stem.as_os_str().to_owned();
            name.push(".");
            name.push(ending);
            PathBuf::from(name)
        };
        let copy = copy_for_contributor(receipt, code, &String::from_utf8_lossy(text));
        let mut file = PartialFile::create_private(&named(&self.mark))?;
        file.write_all(copy.as_bytes()).map_err(|error| Error::io("write", file.partial(), error))?;
        file.sync()?;
        fsio::sync_dir(&self.folder)?;
        Ok(Prepared { waiting: file.keep(), copy: named("txt"), stays: false })
    }
}

/// A contributor's copy that waits for its session; dropped before, it is removed.
#[derive(Debug)]
pub struct Prepared {
    waiting: PathBuf,
    copy: PathBuf,
    stays: bool,
}

impl Prepared {
    /// Leaves it to the next start, which knows whether the session is there.
    pub fn leave(&mut self) {
        self.stays = true;
    }

    /// Gives the copy its name, as the session is there, and returns where it is.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses; the next start then tries again.
    pub fn hand_over(mut self) -> Result<PathBuf> {
        self.leave();
        fsio::rename_new(&self.waiting, &self.copy)?;
        Ok(self.copy.clone())
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        if !self.stays {
            // Nothing can be done about a failure here; the next start removes it.
            let _ = fsio::remove_leftover(&self.waiting);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folder that goes with recordings that are named `into`, as it really is.
    fn folder(into: &Path) -> PathBuf {
        let lock = RootLock::acquire(into, "booth record").unwrap();
        let receipts = Receipts::of(&lock).unwrap();
        receipts.make().unwrap();
        receipts.folder().canonicalize().unwrap()
    }

    #[test]
    fn receipts_lie_beside_the_recordings_however_those_are_named() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path().canonicalize().unwrap();
        fsio::create_dir_all(&home.join("a/recordings/x")).unwrap();
        for into in ["a/recordings", "a/recordings/", "a/recordings/.", "a/recordings/x/..", "a/./recordings"]
        {
            assert_eq!(folder(&home.join(into)), home.join("a/receipts"), "{into}");
        }
        // Below what is recorded into, they lie beside the whole of it.
        assert_eq!(folder(&home.join("a/recordings/x")), home.join("a/receipts"));
        // As people know it.
        let lock = RootLock::acquire(&home.join("b/c/../recordings"), "booth record");
        assert_eq!(Receipts::of(&lock.unwrap()).unwrap().folder(), home.join("b/c/../receipts"));
        #[cfg(unix)]
        {
            for (link, inside) in [("link", "a/recordings"), ("a/recordings/latest", "a/recordings")] {
                std::os::unix::fs::symlink(home.join(inside), home.join(link)).unwrap();
                assert_eq!(folder(&home.join(link)), home.join("a/receipts"), "{link}");
            }
        }
    }
}
