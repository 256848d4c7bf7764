//! Deleting for good what was withdrawn: what is gone stays gone when the machine stops a moment later.

use super::{Walk, remove_leftover, remove_leftover_dir, sync_dir};
use crate::error::{Error, Result};
use std::fs;
use std::path::Path;

/// Deletes a file, durably; a missing one is no error.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses.
pub fn purge_file(path: &Path) -> Result<()> {
    remove_leftover(path)?;
    sync_dir(path.parent().unwrap_or(Path::new(".")))
}

/// Deletes a folder with all that is in it, durably: at once under its own name, then under the hidden name `aside` beside it,
/// which a later [`purge_aside`] clears when this is cut short. A missing one is no error.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses.
pub fn purge_dir(path: &Path, aside: &Path) -> Result<()> {
    remove_leftover_dir(aside)?;
    match fs::rename(path, aside) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        outcome => outcome.map_err(|error| Error::io("put aside", path, error))?,
    }
    let parent = path.parent().unwrap_or(Path::new("."));
    sync_dir(parent)?;
    remove_leftover_dir(aside)?;
    sync_dir(parent)
}

/// Deletes the hidden folders at and below `root` whose names end with `ending`, which [`purge_dir`] was deleting.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system refuses.
pub fn purge_aside(root: &Path, ending: &str) -> Result<()> {
    let mut left = Vec::new();
    let mut walk = Walk::by_name(root);
    while let Some(entry) = walk.next() {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy();
        if entry.depth() > 0 && entry.file_type().is_dir() && name.starts_with('.') && name.ends_with(ending)
        {
            left.push(entry.path().to_path_buf());
            walk.skip_folder();
        }
    }
    for path in left {
        remove_leftover_dir(&path)?;
        sync_dir(path.parent().unwrap_or(Path::new(".")))?;
    }
    Ok(())
}
