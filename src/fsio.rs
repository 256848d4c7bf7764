//! The only module that writes files: born whole, once, and durably.
//!
//! A file is written under a temporary name, synced, and renamed into place; a rename never replaces
//! what is there unless the caller says so. Journals are appended to and synced line by line. A folder
//! is built as a hidden sibling and renamed when it is complete. What a program lays aside while it runs is in a
//! file without a name.
//!
//! And the only one that opens files: see [`look`] and [`open_plain`].

#![expect(clippy::disallowed_methods, reason = "this module is the one that opens and writes files")]

mod access;
mod folder;
mod lock;
mod open;
mod paths;
mod private;
mod purge;
mod seeking;
mod sorter;
mod spool;

pub use access::create_private_dir;
pub use folder::{StagedFile, StagingDir, refuse_taken};
pub use lock::{FolderLock, when_without_locks};
pub use open::{
    Entry, Kind, MOST_LIST, MOST_SMALL, MOST_STREAMED, Walk, any_name, find_plain, is_file, is_folder,
    is_named_file, is_named_folder, is_strange, look, look_below, look_named, open_below, open_named,
    open_named_seeking, open_plain, open_seeking, paths_in, read_found, read_named, read_plain,
};
pub use paths::{by_name, hidden_beside, resolved, way};
pub use private::{append_private, open_tail, replace_private, sync_private};
pub use purge::{purge_aside, purge_dir, purge_file};
pub use seeking::SeekingFile;
pub use sorter::{Merge, Sorted, Sorter};
pub use spool::{Records, Spool, Spooled};

use crate::error::{Error, ErrorKind, Result};
use access::Access;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The ending of a file that is still being written.
pub const PARTIAL: &str = "partial";

/// Creates a folder and its parents.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses, as when a file stands where a folder is needed.
pub fn create_dir_all(path: &Path) -> Result<()> {
    refuse_below_file(path)?;
    if is_named_folder(path)? {
        return Ok(());
    }
    fs::create_dir_all(path).map_err(|error| Error::io("create the folder", path, error))?;
    if let Some(parent) = path.parent() {
        sync_dir(parent)?;
    }
    Ok(())
}

/// Refuses a folder that a file stands in the way of. The system says of it that "it exists", or that it is no folder, and
/// never which part of the path it is.
///
/// # Errors
/// [`ErrorKind::Io`] with the file's path.
pub fn refuse_below_file(path: &Path) -> Result<()> {
    match path.ancestors().find(|part| part.symlink_metadata().is_ok()) {
        Some(file) if !file.is_dir() => {
            let cause = io::Error::new(io::ErrorKind::NotADirectory, "it is a file, not a folder");
            Err(Error::io("make a folder here or below", file, cause)
                .with_hint("give another folder, or move the file away"))
        }
        _ => Ok(()),
    }
}

/// Makes the entries of a folder durable.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn sync_dir(path: &Path) -> Result<()> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    if cfg!(unix) {
        let dir = File::open(path).map_err(|error| Error::io("open the folder", path, error))?;
        match dir.sync_all() {
            // Network shares and file systems of programs make names durable by themselves, or know of nothing better.
            Err(error) if is_not_offered(&error) => {}
            outcome => outcome.map_err(|error| Error::io("sync the folder", path, error))?,
        }
    }
    Ok(())
}

/// Says whether an error means that the file system does not know what was asked for, and not that it failed.
fn is_not_offered(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let none = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::ISDIR, Errno::NOTTY];
        none.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
    }
    #[cfg(not(unix))]
    {
        error.kind() == io::ErrorKind::Unsupported
    }
}

/// Makes everything written so far to the file system that holds `path` durable, in one call where the
/// system has one (Linux), else by syncing the folder alone.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn sync_file_system(path: &Path) -> Result<()> {
    #[cfg(target_os = "linux")]
    {
        let dir = File::open(path).map_err(|error| Error::io("open the folder", path, error))?;
        match rustix::fs::syncfs(&dir) {
            Err(error) if is_not_offered(&error.into()) => sync_each(path),
            outcome => outcome.map_err(|error| Error::io("sync", path, error.into())),
        }
    }
    #[cfg(not(target_os = "linux"))]
    {
        sync_each(path)
    }
}

/// Makes every file below a folder durable, and its names as far as the system does.
fn sync_each(path: &Path) -> Result<()> {
    for entry in walkdir::WalkDir::new(path).into_iter().flatten() {
        if entry.file_type().is_file() {
            let file = File::open(entry.path()).map_err(|error| Error::io("open", entry.path(), error))?;
            file.sync_all().map_err(|error| Error::io("sync", entry.path(), error))?;
        }
    }
    sync_dir(path)
}

/// Writes a new file whole and durably.
///
/// # Errors
/// [`ErrorKind::Exists`] when `path` is there already; [`ErrorKind::Io`] when the system refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = PartialFile::create(path)?;
    file.write_all(bytes).map_err(|error| Error::io("write", path, error))?;
    file.publish()
}

/// Writes a new file whole and durably, which its owner alone may read.
///
/// # Errors
/// As [`write_new`].
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = PartialFile::create_private(path)?;
    file.write_all(bytes).map_err(|error| Error::io("write", path, error))?;
    file.publish()
}

/// Writes a file whole and durably in place of the one that may be there.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses; the former file is then untouched.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = PartialFile::create(path)?;
    file.write_all(bytes).map_err(|error| Error::io("write", path, error))?;
    file.publish_over()
}

/// Renames `from` to `to`, refusing to replace anything, and makes the rename durable.
///
/// # Errors
/// [`ErrorKind::Exists`] when `to` is there; [`ErrorKind::Io`] when the system refuses.
pub fn rename_new(from: &Path, to: &Path) -> Result<()> {
    rename_noreplace(from, to).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            Error::new(ErrorKind::Exists, "it is there already and is never overwritten").with_path(to)
        } else {
            Error::io("rename a finished file to", to, error)
        }
    })?;
    sync_dir(to.parent().unwrap_or(Path::new(".")))
}

/// Renames each `from` to its `to`, refusing to replace anything, then makes the renames durable together.
///
/// # Errors
/// As [`rename_new`]; those before the one that failed are done.
pub fn rename_all_new(files: &[(PathBuf, PathBuf)]) -> Result<()> {
    let mut parents = std::collections::BTreeSet::new();
    for (from, to) in files {
        rename_noreplace(from, to).map_err(|error| Error::io("rename a finished file to", to, error))?;
        parents.insert(to.parent().unwrap_or(Path::new(".")));
    }
    parents.into_iter().try_for_each(sync_dir)
}

fn rename_noreplace(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Ok(()) => return Ok(()),
            // A file system without the flag: the check below is the next best.
            Err(error) if is_not_offered(&error.into()) => {}
            Err(error) => return Err(error.into()),
        }
    }
    match to.symlink_metadata() {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::rename(from, to),
        Err(error) => Err(error),
    }
}

/// A file that is being written beside its final name; dropped unpublished, it is removed.
#[derive(Debug)]
pub struct PartialFile {
    file: File,
    partial: PathBuf,
    target: PathBuf,
    done: bool,
}

impl PartialFile {
    /// Starts `<target>.partial`, replacing a left-over one.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn create(target: &Path) -> Result<Self> {
        Self::create_for(target, Access::Masked)
    }

    /// Does as [`PartialFile::create`] for a file that its owner alone may read.
    ///
    /// # Errors
    /// As [`PartialFile::create`].
    pub fn create_private(target: &Path) -> Result<Self> {
        Self::create_for(target, Access::Private)
    }

    fn create_for(target: &Path, access: Access) -> Result<Self> {
        let partial = partial_path(target);
        // What is there is a left-over or was put there: it is taken away, never written through.
        remove_leftover(&partial)?;
        let mut options = OpenOptions::new();
        access.limit(options.read(true).write(true).create_new(true));
        let file = options.open(&partial).map_err(|error| Error::io("create", &partial, error))?;
        #[cfg(test)]
        let file = if full_disk::is_at(&partial) { full_disk::device() } else { file };
        Ok(Self { file, partial, target: target.to_path_buf(), done: false })
    }

    /// Opens the left-over `<target>.partial` as it is; dropped unpublished, it stays.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when it is not there or the system refuses.
    pub fn reopen(target: &Path) -> Result<Self> {
        let partial = partial_path(target);
        let file = open_to_write(&partial, OpenOptions::new().read(true).write(true))?;
        Ok(Self { file, partial, target: target.to_path_buf(), done: true })
    }

    /// Cuts the file to `bytes`, or lengthens it with zeros.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn set_len(&mut self, bytes: u64) -> Result<()> {
        self.file.set_len(bytes).map_err(|error| Error::io("cut", &self.partial, error))
    }

    /// Returns the temporary path.
    pub fn partial(&self) -> &Path {
        &self.partial
    }

    /// Syncs the file and renames it to its final name, which must be free. When that fails the temporary
    /// file is removed; who holds bytes that exist nowhere else calls [`PartialFile::keep`] first.
    ///
    /// # Errors
    /// [`ErrorKind::Exists`] when the final name is taken; [`ErrorKind::Io`] when the system refuses.
    pub fn publish(mut self) -> Result<()> {
        self.sync()?;
        rename_new(&self.partial, &self.target)?;
        self.done = true;
        Ok(())
    }

    /// Syncs the file and renames it over its final name.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn publish_over(mut self) -> Result<()> {
        self.sync()?;
        fs::rename(&self.partial, &self.target)
            .map_err(|error| Error::io("rename a finished file to", &self.target, error))?;
        self.done = true;
        sync_dir(self.target.parent().unwrap_or(Path::new(".")))
    }

    /// Renames without syncing: for files of a folder that is synced as a whole before it is published.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn publish_unsynced(mut self) -> Result<()> {
        rename_noreplace(&self.partial, &self.target)
            .map_err(|error| Error::io("rename a finished file to", &self.target, error))?;
        self.done = true;
        Ok(())
    }

    /// Makes the bytes written so far durable, still under the temporary name.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn sync(&mut self) -> Result<()> {
        self.file.sync_all().map_err(|error| Error::io("sync", &self.partial, error))
    }

    /// Lets go of the file without removing it, so that a later recovery finds it.
    pub fn keep(mut self) -> PathBuf {
        self.done = true;
        self.partial.clone()
    }
}

impl Write for PartialFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for PartialFile {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.file.seek(position)
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if !self.done {
            // Nothing can be done about a failure here; the next start removes left-overs.
            let _ = fs::remove_file(&self.partial);
        }
    }
}

/// Returns the temporary name of `target`: the same with `.partial` added.
pub fn partial_path(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".");
    name.push(PARTIAL);
    PathBuf::from(name)
}

/// A file that only grows, line by line, each line durable before the call returns.
#[derive(Debug)]
pub struct AppendFile {
    file: File,
    path: PathBuf,
    length: u64,
}

impl AppendFile {
    /// Opens `path` for appending, creating it when it is not there.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn open(path: &Path) -> Result<Self> {
        Self::open_for(path, Access::Masked)
    }

    /// Does as [`AppendFile::open`] for a file that its owner alone may read; one that others could read is closed to them.
    ///
    /// # Errors
    /// As [`AppendFile::open`].
    pub fn open_private(path: &Path) -> Result<Self> {
        Self::open_for(path, Access::Private)
    }

    fn open_for(path: &Path, access: Access) -> Result<Self> {
        let is_new = look(path)?.is_none();
        let mut options = OpenOptions::new();
        access.limit(options.append(true).create(true));
        let file = open_to_write(path, &mut options)?;
        access.narrow(&file, path)?;
        if is_new {
            sync_dir(path.parent().unwrap_or(Path::new(".")))?;
        }
        let length = file.metadata().map_err(|error| Error::io("read", path, error))?.len();
        Ok(Self { file, path: path.to_path_buf(), length })
    }

    /// Opens a device on which every write fails, for tests.
    #[cfg(test)]
    pub fn full() -> Self {
        Self { file: full_disk::device(), path: PathBuf::from("/dev/full"), length: 0 }
    }

    /// Appends `line` and a newline in one write, and syncs.
    ///
    /// A write that failed half-way is cut off again, so that the next line starts clean; when even
    /// that fails, the reader's rule for a torn line holds.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses; the line then does not count as written.
    pub fn append_line(&mut self, line: &str) -> Result<()> {
        self.append_lines(&[line])
    }

    /// Does as [`AppendFile::append_line`] for several lines in one write.
    ///
    /// # Errors
    /// As [`AppendFile::append_line`]; none of the lines then counts as written.
    pub fn append_lines(&mut self, lines: &[impl AsRef<str>]) -> Result<()> {
        let mut bytes = Vec::new();
        for line in lines {
            bytes.extend_from_slice(line.as_ref().as_bytes());
            bytes.push(b'\n');
        }
        let outcome = self.file.write_all(&bytes).and_then(|()| self.file.sync_data());
        match outcome {
            Ok(()) => {
                self.length += bytes.len() as u64;
                Ok(())
            }
            Err(error) => {
                let _ = self.file.set_len(self.length);
                Err(Error::io("append to", &self.path, error))
            }
        }
    }
}

/// Says whether a file ends inside a line, which a crash tore; one that is missing or empty does not.
///
/// # Errors
/// [`ErrorKind::Io`] when it cannot be read.
pub fn ends_inside_a_line(path: &Path) -> Result<bool> {
    let Some(file) = find_plain(path, MOST_STREAMED)? else { return Ok(false) };
    let last = tail(file, 1).map_err(|error| Error::io("read", path, error))?;
    Ok(last.first().is_some_and(|&last| last != b'\n'))
}

/// Removes a file that is known to be a left-over of Booth's own; a missing one is no error.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn remove_leftover(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::io("remove the left-over", path, error))
        }
        _ => Ok(()),
    }
}

/// Removes a folder that is known to be a left-over of Booth's own; a missing one is no error.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn remove_leftover_dir(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::io("remove the left-over folder", path, error))
        }
        _ => Ok(()),
    }
}

/// Reads the last `most` bytes of a file, or all of it when it is shorter.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn read_tail(path: &Path, most: u64) -> Result<Vec<u8>> {
    tail(open_plain(path, MOST_STREAMED)?, most).map_err(|error| Error::io("read", path, error))
}

fn tail(mut file: File, most: u64) -> io::Result<Vec<u8>> {
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(most)))?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a file that is Booth's own to be written to, unless what is there is no plain file: a link that came with a folder
/// would lead the writing elsewhere.
fn open_to_write(path: &Path, options: &mut OpenOptions) -> Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    let refused = |kind: Kind| {
        Error::new(
            ErrorKind::Io,
            format!("cannot write to it: it is {}, and a plain file is needed", kind.words()),
        )
        .with_path(path)
        .with_hint("it was not put there by Booth; look at it, then move it away")
    };
    let found = look(path)?.map(|entry| entry.kind);
    if let Some(kind) = found.filter(|kind| *kind != Kind::File) {
        return Err(refused(kind));
    }
    let file = options.open(path).map_err(|error| Error::io("open", path, error))?;
    let data = file.metadata().map_err(|error| Error::io("read", path, error))?;
    // It may have been exchanged meanwhile.
    if data.is_file() { Ok(file) } else { Err(refused(Kind::of(data.file_type()))) }
}

/// A disk that is full where a test says so.
#[cfg(test)]
pub mod full_disk {
    use super::{File, OpenOptions, Path, PathBuf};
    use std::cell::RefCell;

    thread_local! {
        static AT: RefCell<Option<PathBuf>> = const { RefCell::new(None) };
    }

    /// Has every write to the temporary file `partial` fail that this thread creates.
    pub fn begins_at(partial: PathBuf) {
        AT.set(Some(partial));
    }

    pub(super) fn is_at(partial: &Path) -> bool {
        AT.with_borrow(|at| at.as_deref() == Some(partial))
    }

    pub(super) fn device() -> File {
        OpenOptions::new().append(true).open("/dev/full").unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_file_is_whole_and_is_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        write_new(&path, b"first").unwrap();
        assert_eq!(write_new(&path, b"second").unwrap_err().kind(), ErrorKind::Exists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        replace(&path, b"third").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"third");
    }

    #[test]
    fn an_abandoned_partial_is_removed_and_a_kept_one_stays() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.wav");
        drop(PartialFile::create(&path).unwrap());
        assert!(!partial_path(&path).exists());
        PartialFile::create(&path).unwrap().keep();
        assert!(partial_path(&path).exists() && !path.exists());
    }

    #[test]
    fn appended_lines_are_kept_in_order() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("takes.jsonl");
        AppendFile::open(&path).unwrap().append_line("one").unwrap();
        AppendFile::open(&path).unwrap().append_line("two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\ntwo\n");
        assert!(!ends_inside_a_line(&path).unwrap());
        assert!(!ends_inside_a_line(&dir.path().join("none")).unwrap());
        for (text, torn) in [("", false), ("\n", false), ("a", true), ("a\nb", true), ("a\n", false)] {
            fs::write(&path, text).unwrap();
            assert_eq!(ends_inside_a_line(&path).unwrap(), torn, "{text:?}");
        }
    }
}
