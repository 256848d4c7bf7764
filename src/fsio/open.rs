//! The one door through which files are looked at and opened.
//!
//! What lies in a folder may have come from anybody: a link may lead to a private file, a pipe has no end, a device may
//! fill the memory. So a file that was *found* in a folder is opened only when it is a plain file, is never waited for, and
//! is not larger than files of its kind are. Of a path that the user *named*, links are followed: it is theirs.
//!
//! And nothing but the system's "no such file" is absence: whoever takes another error for it leaves things out in silence.

use super::seeking::SeekingFile;
use crate::error::{Error, ErrorKind, Result};
use std::ffi::OsStr;
use std::fs::{self, File, FileType, Metadata};
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

/// The most bytes of a file that is read whole: a record, a receipt, a head, a text to be shown.
pub const MOST_SMALL: u64 = 4 << 20;
/// The most bytes of a list that is read whole: the transcripts of a session, a lock file, a table.
pub const MOST_LIST: u64 = 1 << 30;
/// The most bytes of a file that is read piece by piece.
pub const MOST_STREAMED: u64 = 1 << 40;

/// What is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, wherever it leads.
    Link,
    /// A pipe, a device, a socket.
    Other,
}

impl Kind {
    /// Returns the kind of a type that the system gave.
    pub fn of(kind: FileType) -> Self {
        if kind.is_symlink() {
            Self::Link
        } else if kind.is_file() {
            Self::File
        } else if kind.is_dir() {
            Self::Folder
        } else {
            Self::Other
        }
    }

    /// Returns what it is in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::File => "a file",
            Self::Folder => "a folder",
            Self::Link => "a link",
            Self::Other => "a pipe or a device",
        }
    }
}

/// Something that is there.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Bytes, of a plain file.
    pub bytes: u64,
    data: Metadata,
}

impl Entry {
    /// Returns the number of the user whom it belongs to, where the system has such.
    pub fn owner(&self) -> Option<u32> {
        #[cfg(unix)]
        return Some(std::os::unix::fs::MetadataExt::uid(&self.data));
        #[cfg(not(unix))]
        None
    }

    /// Returns when it was written last, where the system knows.
    pub fn modified(&self) -> Option<jiff::Timestamp> {
        self.data.modified().ok()?.try_into().ok()
    }

    /// Says whether this and another are two names of one file, where the system tells.
    pub fn is_same_file(&self, other: &Self) -> bool {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            (self.data.dev(), self.data.ino()) == (other.data.dev(), other.data.ino())
        }
        #[cfg(not(unix))]
        {
            let _ = other;
            false
        }
    }
}

/// Says whether something belongs to another user than the one at work, the system and `other`.
pub fn is_strange(entry: &Entry, other: Option<u32>) -> bool {
    #[cfg(unix)]
    let known = [Some(rustix::process::geteuid().as_raw()), Some(0), other];
    #[cfg(not(unix))]
    let known = [other];
    entry.owner().is_some_and(|owner| !known.contains(&Some(owner)))
}

fn entry(outcome: io::Result<Metadata>, path: &Path) -> Result<Option<Entry>> {
    match outcome {
        Ok(data) => Ok(Some(Entry { kind: Kind::of(data.file_type()), bytes: data.len(), data })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("look at", path, error)),
    }
}

/// Says what is at a path that was found; `None` when nothing is. A link is not followed.
///
/// # Errors
/// [`ErrorKind::Io`] when the system does not tell.
pub fn look(path: &Path) -> Result<Option<Entry>> {
    entry(path.symlink_metadata(), path)
}

/// Says what is at a path that the user named, through links; `None` when nothing is.
///
/// # Errors
/// [`ErrorKind::Io`] when the system does not tell.
pub fn look_named(path: &Path) -> Result<Option<Entry>> {
    entry(path.metadata(), path)
}

/// Says what is at `relative` in the folder `root`; it is a [`Kind::Link`] when a link is on the way, and nothing is
/// there when it leads out of the folder.
///
/// # Errors
/// [`ErrorKind::Io`] when the system does not tell.
pub fn look_below(root: &Path, relative: &str) -> Result<Option<Entry>> {
    let mut path = root.to_path_buf();
    let mut parts = Path::new(relative).components().peekable();
    while let Some(part) = parts.next() {
        if !matches!(part, Component::Normal(_)) {
            return Ok(None);
        }
        path.push(part);
        let found = look(&path)?;
        let goes_on = found.as_ref().is_some_and(|entry| entry.kind == Kind::Folder);
        match found {
            Some(entry) if entry.kind == Kind::Link => return Ok(Some(entry)),
            found if parts.peek().is_none() => return Ok(found),
            _ if !goes_on => return Ok(None),
            _ => {}
        }
    }
    Ok(None)
}

/// Says whether a plain file was found at a path.
///
/// # Errors
/// [`ErrorKind::Io`] when the system does not tell.
pub fn is_file(path: &Path) -> Result<bool> {
    Ok(look(path)?.is_some_and(|entry| entry.kind == Kind::File))
}

/// Says whether a folder was found at a path.
///
/// # Errors
/// [`ErrorKind::Io`] when the system does not tell.
pub fn is_folder(path: &Path) -> Result<bool> {
    Ok(look(path)?.is_some_and(|entry| entry.kind == Kind::Folder))
}

/// Says whether a path that the user named leads to a folder.
///
/// # Errors
/// [`ErrorKind::Io`] when the system does not tell.
pub fn is_named_folder(path: &Path) -> Result<bool> {
    Ok(look_named(path)?.is_some_and(|entry| entry.kind == Kind::Folder))
}

/// Says whether a path that the user named leads to a plain file.
///
/// # Errors
/// [`ErrorKind::Io`] when the system does not tell.
pub fn is_named_file(path: &Path) -> Result<bool> {
    Ok(look_named(path)?.is_some_and(|entry| entry.kind == Kind::File))
}

/// Opens a plain file that was found in a folder, to be read; `None` when there is nothing.
///
/// # Errors
/// [`ErrorKind::Io`] when it is a link, a pipe, a device or a folder, when it has more than `most` bytes, or when the
/// system refuses.
pub fn find_plain(path: &Path, most: u64) -> Result<Option<File>> {
    Ok(door(path, most, false)?.map(|(file, _)| file))
}

/// Opens a plain file that was found in a folder, to be read.
///
/// # Errors
/// As [`find_plain`], and when there is nothing.
pub fn open_plain(path: &Path, most: u64) -> Result<File> {
    Ok(found(door(path, most, false)?, path)?.0)
}

/// Does as [`open_plain`], for who reads here and there.
///
/// # Errors
/// As [`open_plain`].
pub fn open_seeking(path: &Path, most: u64) -> Result<SeekingFile> {
    let (file, bytes) = found(door(path, most, false)?, path)?;
    Ok(SeekingFile::new(file, bytes))
}

/// Opens a plain file that the user named, to be read; links are followed.
///
/// # Errors
/// [`ErrorKind::Io`] when it is a pipe, a device, a folder or nothing, when it has more than `most` bytes, or when the
/// system refuses.
pub fn open_named(path: &Path, most: u64) -> Result<File> {
    Ok(found(door(path, most, true)?, path)?.0)
}

/// Does as [`open_named`], for who reads here and there.
///
/// # Errors
/// As [`open_named`].
pub fn open_named_seeking(path: &Path, most: u64) -> Result<SeekingFile> {
    let (file, bytes) = found(door(path, most, true)?, path)?;
    Ok(SeekingFile::new(file, bytes))
}

/// Opens the plain file `relative` in the folder `root`, to be read, unless a link is on the way.
///
/// # Errors
/// As [`open_plain`].
pub fn open_below(root: &Path, relative: &str, most: u64) -> Result<File> {
    let path = root.join(relative);
    match look_below(root, relative)? {
        Some(Entry { kind: Kind::Link, .. }) => Err(refused(&path, "it is reached through a link")),
        Some(_) => open_plain(&path, most),
        None => found(None, &path),
    }
}

/// Reads a plain file that was found in a folder; `None` when there is nothing.
///
/// # Errors
/// As [`find_plain`].
pub fn read_found(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    find_plain(path, most)?.map(|file| whole(file, path, most)).transpose()
}

/// Reads a plain file that was found in a folder.
///
/// # Errors
/// As [`open_plain`].
pub fn read_plain(path: &Path, most: u64) -> Result<Vec<u8>> {
    whole(open_plain(path, most)?, path, most)
}

/// Reads a plain file that the user named.
///
/// # Errors
/// As [`open_named`].
pub fn read_named(path: &Path, most: u64) -> Result<Vec<u8>> {
    whole(open_named(path, most)?, path, most)
}

/// Returns the paths in a folder, in the order of their names.
///
/// # Errors
/// [`ErrorKind::Io`] when it cannot be read.
pub fn paths_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error| Error::io("read the folder", folder, error);
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>().map_err(failed)?;
    paths.sort_unstable();
    Ok(paths)
}

/// Says whether a folder holds a name that `is_meant`; the first is enough, and none is kept.
///
/// # Errors
/// [`ErrorKind::Io`] when it cannot be read.
pub fn any_name(folder: &Path, is_meant: impl Fn(&OsStr) -> bool) -> Result<bool> {
    let failed = |error| Error::io("read the folder", folder, error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        if is_meant(&entry.map_err(failed)?.file_name()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A folder and what is below it, each folder before what it holds; links are told and not followed.
#[derive(Debug)]
pub struct Walk {
    inner: walkdir::IntoIter,
    /// The folders on the way, by depth, since the system names none when it fails to list one.
    folders: Vec<PathBuf>,
}

impl Walk {
    /// Begins at `root`, which is told first; of each folder, the names come in order.
    pub fn by_name(root: &Path) -> Self {
        Self::of(walkdir::WalkDir::new(root).sort_by_file_name(), root)
    }

    /// Begins at `root`, which is told first; names come as the system gives them, so that memory does not grow with
    /// their number.
    pub fn in_any_order(root: &Path) -> Self {
        Self::of(walkdir::WalkDir::new(root), root)
    }

    fn of(walk: walkdir::WalkDir, root: &Path) -> Self {
        Self { inner: walk.into_iter(), folders: vec![root.to_path_buf()] }
    }

    /// Passes over what is in the folder that was told last.
    pub fn skip_folder(&mut self) {
        self.inner.skip_current_dir();
    }
}

impl Iterator for Walk {
    type Item = Result<walkdir::DirEntry>;

    /// Returns what comes next, or the error of a folder, which it names.
    fn next(&mut self) -> Option<Self::Item> {
        match self.inner.next()? {
            Ok(entry) => {
                if entry.file_type().is_dir() {
                    self.folders.truncate(entry.depth());
                    self.folders.push(entry.path().to_path_buf());
                }
                Some(Ok(entry))
            }
            Err(error) => {
                let folder = error.depth().checked_sub(1).and_then(|depth| self.folders.get(depth));
                let path =
                    error.path().or(folder.map(PathBuf::as_path)).unwrap_or(&self.folders[0]).to_path_buf();
                let cause = error.into_io_error().unwrap_or_else(|| io::Error::other("it is a loop"));
                Some(Err(Error::io("read the folder", path, cause)))
            }
        }
    }
}

fn found<T>(file: Option<T>, path: &Path) -> Result<T> {
    file.ok_or_else(|| Error::io("open", path, io::ErrorKind::NotFound.into()))
}

fn whole(file: File, path: &Path, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // It may grow while it is read.
    let count = file.take(most + 1).read_to_end(&mut bytes);
    let count = count.map_err(|error| Error::io("read", path, error))?;
    if count as u64 > most { Err(too_large(path, count as u64, most)) } else { Ok(bytes) }
}

fn refused(path: &Path, why: &str) -> Error {
    Error::new(ErrorKind::Io, format!("cannot open: {why}")).with_path(path)
}

fn too_large(path: &Path, bytes: u64, most: u64) -> Error {
    refused(path, &format!("it has {bytes} bytes, and a file of its kind has at most {most}"))
}

/// Opens to read, and says how long it is; only a plain file comes through.
fn door(path: &Path, most: u64, through_links: bool) -> Result<Option<(File, u64)>> {
    let failed = |error| Error::io("open", path, error);
    let file = match open_at_once(path, through_links) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            // A link says "too many links", a socket "no such device": say what it is instead.
            return Err(match look(path)? {
                Some(entry) if entry.kind == Kind::Link && !through_links => no_file(path, Kind::Link),
                Some(entry) if entry.kind == Kind::Other => no_file(path, Kind::Other),
                _ => failed(error),
            });
        }
    };
    let data = file.metadata().map_err(failed)?;
    match Kind::of(data.file_type()) {
        Kind::File if data.len() > most => Err(too_large(path, data.len(), most)),
        Kind::File => Ok(Some((file, data.len()))),
        other => Err(no_file(path, other)),
    }
}

fn no_file(path: &Path, kind: Kind) -> Error {
    let error = refused(path, &format!("it is {}, and a plain file is needed", kind.words()));
    error.with_hint("put the file itself there, or name it where it lies")
}

/// Opens without ever waiting for another program, which a pipe would.
#[cfg(unix)]
fn open_at_once(path: &Path, through_links: bool) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let mut flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    if !through_links {
        flags |= OFlags::NOFOLLOW;
    }
    loop {
        match rustix::fs::open(path, flags, Mode::empty()) {
            Ok(file) => return Ok(File::from(file)),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(not(unix))]
fn open_at_once(path: &Path, through_links: bool) -> io::Result<File> {
    if !through_links && path.symlink_metadata()?.is_symlink() {
        return Err(io::Error::other("it is a link"));
    }
    File::open(path)
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::{AppendFile, FolderLock, PartialFile, StagingDir, replace};
    use super::*;
    use std::os::unix::fs::symlink;

    type Plant = fn(&Path, &Path);

    /// What may stand where a plain file is looked for: how it is put there, and how it is called.
    const PLANTED: [(Plant, &str); 4] = [
        (|at, victim| symlink(victim, at).unwrap(), "a link"),
        (|at, _| symlink("/dev/zero", at).unwrap(), "a link"),
        (|at, _| pipe(at), "a pipe or a device"),
        (|at, _| fs::create_dir(at).unwrap(), "a folder"),
    ];

    fn pipe(at: &Path) {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        mknodat(CWD, at, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    }

    #[test]
    fn nothing_but_a_plain_file_comes_through_the_door_and_nobody_is_waited_for() {
        for (plant, called) in PLANTED {
            let dir = tempfile::tempdir().unwrap();
            let (victim, at) = (dir.path().join("private"), dir.path().join("found"));
            fs::write(&victim, "private").unwrap();
            plant(&at, &victim);
            let refused = |outcome: Result<()>| {
                let error = outcome.unwrap_err();
                assert!(error.message().contains(called), "{error}");
            };
            refused(open_plain(&at, 100).map(drop));
            refused(find_plain(&at, 100).map(drop));
            refused(read_found(&at, 100).map(drop));
            refused(AppendFile::open(&at).map(drop));
            refused(FolderLock::acquire_file(&at, dir.path(), "a test").map(drop));
            assert!(!is_file(&at).unwrap());
        }
    }

    #[test]
    fn nothing_is_written_through_what_stands_at_a_temporary_name() {
        for (plant, called) in PLANTED {
            let dir = tempfile::tempdir().unwrap();
            let (victim, target) = (dir.path().join("private"), dir.path().join("lock"));
            fs::write(&victim, "private").unwrap();
            plant(&dir.path().join("lock.partial"), &victim);
            if called == "a folder" {
                // It is nobody's left-over, so it is not taken away.
                replace(&target, b"new").unwrap_err();
                continue;
            }
            replace(&target, b"new").unwrap();
            assert_eq!(look(&target).unwrap().unwrap().kind, Kind::File);
            assert_eq!(fs::read(&target).unwrap(), b"new");
            assert_eq!(fs::read(&victim).unwrap(), b"private");
            plant(&dir.path().join("again.partial"), &victim);
            let refused = PartialFile::reopen(&dir.path().join("again")).map(drop).unwrap_err();
            assert!(refused.message().contains(called), "{refused}");
            plant(&dir.path().join(".corpus.partial"), &victim);
            assert!(
                StagingDir::create(&dir.path().join("corpus"), "a test").map(drop).is_ok()
                    || called != "a link"
            );
            assert_eq!(fs::read(&victim).unwrap(), b"private");
        }
    }

    #[test]
    fn a_link_is_followed_where_the_user_named_it_and_no_pipe_is() {
        let dir = tempfile::tempdir().unwrap();
        let (own, named) = (dir.path().join("own"), dir.path().join("named"));
        fs::write(&own, "mine").unwrap();
        symlink(&own, &named).unwrap();
        assert_eq!(read_named(&named, 4).unwrap(), b"mine");
        assert!(is_named_file(&named).unwrap());
        let error = read_named(&named, 3).unwrap_err();
        assert!(error.message().contains("4 bytes") && error.message().contains("at most 3"), "{error}");
        pipe(&dir.path().join("pipe"));
        assert!(read_named(&dir.path().join("pipe"), 3).unwrap_err().message().contains("a pipe"));
        assert!(read_named(Path::new("/dev/zero"), 3).unwrap_err().message().contains("a device"));
        assert!(read_named(&dir.path().join("none"), 3).unwrap_err().message().contains("no such file"));
    }

    #[test]
    fn what_lies_below_is_reached_through_no_link_and_never_outside() {
        let dir = tempfile::tempdir().unwrap();
        let (root, elsewhere) = (dir.path().join("session"), dir.path().join("elsewhere"));
        fs::create_dir_all(root.join("audio")).unwrap();
        fs::create_dir(&elsewhere).unwrap();
        fs::write(root.join("audio/a.wav"), "sound").unwrap();
        fs::write(elsewhere.join("a.wav"), "private").unwrap();
        symlink(&elsewhere, root.join("linked")).unwrap();
        let kind = |relative: &str| look_below(&root, relative).unwrap().map(|entry| entry.kind);
        assert_eq!(kind("audio/a.wav"), Some(Kind::File));
        assert_eq!(kind("linked/a.wav"), Some(Kind::Link));
        for nothing in
            ["audio/b.wav", "none/a.wav", "audio/a.wav/x", "../elsewhere/a.wav", "/etc/hostname", ""]
        {
            assert_eq!(kind(nothing), None, "{nothing}");
            assert!(open_below(&root, nothing, 100).is_err(), "{nothing}");
        }
        assert!(open_below(&root, "linked/a.wav", 100).unwrap_err().message().contains("a link"));
        assert_eq!(whole(open_below(&root, "audio/a.wav", 100).unwrap(), &root, 100).unwrap(), b"sound");
    }

    #[test]
    fn only_what_is_not_there_is_absent() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(look(&dir.path().join("none")).unwrap().is_none());
        assert!(find_plain(&dir.path().join("none"), 1).unwrap().is_none());
        // A file has nothing below it, but that is no answer to what was asked.
        for path in [file.join("below"), dir.path().join("x".repeat(300))] {
            assert_eq!(look(&path).unwrap_err().kind(), ErrorKind::Io);
            assert_eq!(find_plain(&path, 1).unwrap_err().kind(), ErrorKind::Io);
            assert_eq!(is_file(&path).unwrap_err().kind(), ErrorKind::Io);
        }
    }
}
