//! Files that are nobody else's: readable and writable by their owner alone.

use super::access::Access;
use super::{find_plain, open_to_write, sync_dir};
use crate::error::{Error, Result};
use std::fs::OpenOptions;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// Adds bytes to the end of a private file, made when missing, in one write, so that several processes may add to it; no
/// link is followed. They are durable after [`sync_private`].
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses.
pub fn append_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    Access::Private.limit(&mut options);
    let mut file = open_to_write(path, &mut options)?;
    file.write_all(bytes).map_err(|error| Error::io("append to", path, error))
}

/// Makes a private file and its name durable; a missing one is no error.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses.
pub fn sync_private(path: &Path) -> Result<()> {
    let Some(file) = find_plain(path, super::MOST_STREAMED)? else { return Ok(()) };
    file.sync_all().map_err(|error| Error::io("sync", path, error))?;
    sync_dir(path.parent().unwrap_or(Path::new(".")))
}

/// Puts `bytes` in place of a private file, whole.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses; the former file is then untouched.
pub fn replace_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Made for its owner alone, under a name of its own.
    let mut file = tempfile::NamedTempFile::new_in(parent)
        .map_err(|error| Error::io("create a file in", parent, error))?;
    file.write_all(bytes).map_err(|error| Error::io("write", path, error))?;
    file.as_file().sync_all().map_err(|error| Error::io("sync", path, error))?;
    file.persist(path).map_err(|error| Error::io("rename a finished file to", path, error.error))?;
    sync_dir(parent)
}

/// Opens a private file to read at most its last `most` bytes; `None` when there is none.
///
/// # Errors
/// As [`find_plain`].
pub fn open_tail(path: &Path, most: u64) -> Result<Option<impl io::Read + use<>>> {
    let failed = |error| Error::io("read", path, error);
    let Some(mut file) = find_plain(path, super::MOST_STREAMED)? else { return Ok(None) };
    let length = file.metadata().map_err(failed)?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(most))).map_err(failed)?;
    Ok(Some(file.take(most)))
}
