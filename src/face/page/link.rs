//! The link of the page: in a file that is its owner's alone, for the browser to open, since a command line can be read by
//! everybody on the machine.

use booth::Result;
use booth::fsio::{self, FolderLock};
use std::path::{Path, PathBuf};

/// The file with the link, held by the program that serves the page.
pub(super) struct LinkFile {
    path: PathBuf,
    _lock: FolderLock,
}

impl LinkFile {
    /// Takes the file of one folder of recordings; the folder that it lies in is closed to others.
    ///
    /// # Errors
    /// [`ErrorKind::Locked`](booth::ErrorKind::Locked) when a program that runs has it; [`ErrorKind::Io`](booth::ErrorKind::Io)
    /// when the system refuses.
    pub(super) fn take(path: &Path) -> Result<Self> {
        fsio::create_private_dir(path.parent().unwrap_or(Path::new(".")))?;
        let lock = FolderLock::acquire_beside(path, HOLDER)?;
        Ok(Self { path: path.to_path_buf(), _lock: lock })
    }

    /// Returns where the file lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts a link into the file at `path`, in place of the one before.
    pub(super) fn write(path: &Path, link: &str) -> Result<()> {
        let page = include_str!("assets/link.html").replace("{{link}}", link);
        fsio::replace_private(path, page.as_bytes())
    }
}

impl Drop for LinkFile {
    /// What leads nowhere any more is taken away; what is left is of no use to anybody.
    fn drop(&mut self) {
        let _ = fsio::remove_leftover(&self.path);
    }
}

/// What holds the file, for whoever comes second.
const HOLDER: &str = "booth studio";
