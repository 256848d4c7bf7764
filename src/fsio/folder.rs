//! Folders: locked against a second process, and built whole beside their final place.

use super::{
    FolderLock, PARTIAL, create_dir_all, hidden_beside, look, refuse_below_file, remove_leftover_dir,
    rename_noreplace, sync_dir, sync_file_system,
};
use crate::ending::AtEnd;
use crate::error::{Error, ErrorKind, Result};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// How often a folder in which others are writing is emptied again.
const TRIES: usize = 100;

/// Refuses to build what is there already, or would be below a file.
///
/// # Errors
/// [`ErrorKind::Exists`] when `target` is there; [`ErrorKind::Io`] when a file is in the way, or the system refuses.
pub fn refuse_taken(target: &Path) -> Result<()> {
    refuse_below_file(target)?;
    if look(target)?.is_none() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Exists, "it is there already and is never overwritten")
        .with_path(target)
        .with_hint("give another folder, or move the old one away"))
}

/// A folder that is built as a hidden sibling of its final place and renamed when complete.
#[derive(Debug)]
pub struct StagingDir {
    staging: PathBuf,
    /// The folder that files are made in: `staging`, or one inside it.
    inner: PathBuf,
    target: PathBuf,
    published: bool,
    _at_end: AtEnd,
    _lock: FolderLock,
}

impl StagingDir {
    /// Starts `.<name>.partial` beside `target`, removing what a killed run left there.
    ///
    /// # Errors
    /// [`ErrorKind::Exists`] when `target` is there; [`ErrorKind::Locked`] when another process builds
    /// it now; [`ErrorKind::Io`] when the system refuses.
    pub fn create(target: &Path, what: &str) -> Result<Self> {
        Self::create_around(target, "", what)
    }

    /// Starts a folder in which all but what [`StagingDir::create_outer`] makes lies in the folder `inner` of it.
    ///
    /// # Errors
    /// Those of [`StagingDir::create`].
    pub fn create_around(target: &Path, inner: &str, what: &str) -> Result<Self> {
        let staging = Self::place_of(target)?;
        refuse_taken(target).inspect_err(|_| FolderLock::clear_beside(target))?;
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        create_dir_all(parent.unwrap_or(Path::new(".")))?;
        let lock = FolderLock::acquire_beside(target, what)?;
        let going = staging.clone();
        let at_end = AtEnd::doing(move || remove_all_of(&going));
        let (target, published) = (target.to_path_buf(), false);
        let inner = if inner.is_empty() { staging.clone() } else { staging.join(inner) };
        let dir = Self { staging, inner, target, published, _at_end: at_end, _lock: lock };
        remove_leftover_dir(&dir.staging)?;
        fs::create_dir(&dir.staging).map_err(|error| Error::io("create the folder", &dir.staging, error))?;
        create_dir_all(&dir.inner)?;
        Ok(dir)
    }

    /// Returns where `target` is built.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when `target` has no name.
    pub fn place_of(target: &Path) -> Result<PathBuf> {
        hidden_beside(target, PARTIAL)
    }

    /// Returns the folder to build in.
    pub fn path(&self) -> &Path {
        &self.inner
    }

    /// Returns the whole folder, which gets its name when it is published.
    pub fn outer(&self) -> &Path {
        &self.staging
    }

    /// Starts a new file beside the folder to build in, in the one around it.
    ///
    /// # Errors
    /// Those of [`StagingDir::create_file`].
    pub fn create_outer(&self, name: &str) -> Result<StagedFile> {
        Self::create_in(&self.staging, name)
    }

    /// Starts a new file inside the folder, `relative` with `/`, making the folders on the way.
    ///
    /// It is written under its final name and not synced: the folder as a whole is, when published.
    ///
    /// # Errors
    /// [`ErrorKind::Exists`] when the file is there; [`ErrorKind::Io`] when the system refuses.
    pub fn create_file(&self, relative: &str) -> Result<StagedFile> {
        Self::create_in(&self.inner, relative)
    }

    fn create_in(folder: &Path, relative: &str) -> Result<StagedFile> {
        let path = folder.join(relative);
        let open = || OpenOptions::new().write(true).create_new(true).open(&path);
        let file = match open() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let parent = path.parent().unwrap_or(folder);
                fs::create_dir_all(parent).map_err(|error| Error::io("create the folder", parent, error))?;
                open()
            }
            outcome => outcome,
        };
        let file = file.map_err(|error| Error::io("create", &path, error))?;
        Ok(StagedFile { file, path })
    }

    /// Adds bytes to the end of a file that [`StagingDir::create_file`] made; it is open only meanwhile.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn append_to(&self, relative: &str, bytes: &[u8]) -> Result<()> {
        let path = self.inner.join(relative);
        let file = OpenOptions::new().append(true).open(&path);
        file.and_then(|mut file| file.write_all(bytes)).map_err(|error| Error::io("write", &path, error))
    }

    /// Has the bytes of the file `from`, which is finished, also stand at `to`, both relative with `/`, making the folders
    /// on the way: under a second name where the file system has hard links, else as a copy.
    ///
    /// # Errors
    /// [`ErrorKind::Exists`] when `to` is there; [`ErrorKind::Io`] when the system refuses.
    pub fn link_file(&self, from: &str, to: &str) -> Result<()> {
        let (source, path) = (self.inner.join(from), self.inner.join(to));
        let link = || fs::hard_link(&source, &path);
        let outcome = match link() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let parent = path.parent().unwrap_or(&self.inner);
                fs::create_dir_all(parent).map_err(|error| Error::io("create the folder", parent, error))?;
                link()
            }
            outcome => outcome,
        };
        match outcome {
            Ok(()) => Ok(()),
            Err(error) if [io::ErrorKind::AlreadyExists, io::ErrorKind::NotFound].contains(&error.kind()) => {
                Err(Error::io("link", &path, error))
            }
            // FAT has no second names, and others allow a file only so many of them.
            Err(_) => self.copy_file(&source, to),
        }
    }

    fn copy_file(&self, source: &Path, to: &str) -> Result<()> {
        let mut from = File::open(source).map_err(|error| Error::io("open", source, error))?;
        let StagedFile { mut file, path } = self.create_file(to)?;
        io::copy(&mut from, &mut file).map(|_| ()).map_err(|error| Error::io("write", path, error))
    }

    /// Makes everything durable and renames the folder to its final place.
    ///
    /// # Errors
    /// [`ErrorKind::Exists`] when the final place was taken meanwhile; [`ErrorKind::Io`] when the
    /// system refuses. In both cases the staging folder is removed.
    pub fn publish(self) -> Result<()> {
        self.sync()?;
        self.publish_synced()
    }

    /// Makes everything durable, still under the hidden name.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn sync(&self) -> Result<()> {
        sync_file_system(&self.staging)
    }

    /// Renames the folder, which [`StagingDir::sync`] made durable, to its final place.
    ///
    /// # Errors
    /// As [`StagingDir::publish`]. Where the rename was done and cannot be made durable, it is taken back.
    pub fn publish_synced(mut self) -> Result<()> {
        rename_noreplace(&self.staging, &self.target)
            .map_err(|error| Error::io("rename the finished folder to", &self.target, error))?;
        self.published = true;
        sync_dir(self.target.parent().unwrap_or(Path::new("."))).inspect_err(|_| {
            self.published = rename_noreplace(&self.target, &self.staging).is_err();
        })
    }
}

impl Drop for StagingDir {
    fn drop(&mut self) {
        if !self.published {
            let _ = fs::remove_dir_all(&self.staging);
        }
    }
}

/// Removes a folder in which others may still be writing.
fn remove_all_of(folder: &Path) {
    for _ in 0..TRIES {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {}
            _ => return,
        }
    }
}

/// A file inside a [`StagingDir`].
#[derive(Debug)]
pub struct StagedFile {
    file: File,
    path: PathBuf,
}

impl StagedFile {
    /// Returns where the file lies now.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes all bytes.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(|error| Error::io("write", &self.path, error))
    }

    /// Empties the file to start again.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn restart(&mut self) -> Result<()> {
        let outcome = self.file.set_len(0).and_then(|()| self.file.seek(SeekFrom::Start(0)));
        outcome.map(|_| ()).map_err(|error| Error::io("empty", &self.path, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_the_way_of_a_folder_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("f");
        fs::write(&file, "x").unwrap();
        for target in ["f/c", "f/deep/c"] {
            let error = StagingDir::create(&dir.path().join(target), "a test").unwrap_err();
            assert_eq!((error.kind(), error.path()), (ErrorKind::Io, Some(file.as_path())), "{target}");
            assert!(error.message().contains("it is a file, not a folder"), "{error}");
        }
    }

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("corpus");
        let staging = StagingDir::create(&target, "booth pack").unwrap();
        fs::write(staging.path().join("x"), "x").unwrap();
        assert_eq!(StagingDir::create(&target, "booth pack").unwrap_err().kind(), ErrorKind::Locked);
        drop(staging);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
        let staging = StagingDir::create(&target, "booth pack").unwrap();
        let mut file = staging.create_file("a/b/x").unwrap();
        file.write(b"first").unwrap();
        file.restart().unwrap();
        file.write(b"x").unwrap();
        assert_eq!(staging.create_file("a/b/x").unwrap_err().kind(), ErrorKind::Exists);
        drop(file);
        staging.append_to("a/b/x", b"yz").unwrap();
        assert_eq!(staging.append_to("a/b/none", b"yz").unwrap_err().kind(), ErrorKind::Io);
        // A second name, and what is done where there is none to be had.
        staging.link_file("a/b/x", "c/d/x").unwrap();
        assert_eq!(staging.link_file("a/b/x", "c/d/x").unwrap_err().kind(), ErrorKind::Exists);
        assert_eq!(staging.link_file("a/b/none", "c/d/y").unwrap_err().kind(), ErrorKind::Io);
        staging.copy_file(&staging.path().join("a/b/x"), "c/e/x").unwrap();
        let look = |name: &str| crate::fsio::look(&staging.path().join(name)).unwrap().unwrap();
        assert!(look("c/d/x").is_same_file(&look("a/b/x")) || cfg!(not(unix)));
        assert!(!look("c/e/x").is_same_file(&look("a/b/x")));
        staging.publish().unwrap();
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        assert_eq!(fs::read(target.join("c/d/x")).unwrap(), b"xyz");
        assert_eq!(fs::read(target.join("c/e/x")).unwrap(), b"xyz");
        assert_eq!(fs::read(target.join("a/b/x")).unwrap(), b"xyz");
        fs::write(dir.path().join(".corpus.lock"), "booth pack (process 1)\n").unwrap();
        assert_eq!(StagingDir::create(&target, "booth pack").unwrap_err().kind(), ErrorKind::Exists);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "a lock that nobody holds");
    }
}
