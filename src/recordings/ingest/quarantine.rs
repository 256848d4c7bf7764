//! Refused bundles, kept as they came, with a note why beside them.

use super::outcome::{QuarantineNote, Refusal};
use super::source::{Source, each_block};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, PartialFile};
use crate::recordings::bundle::MOST_BYTES;
use crate::recordings::session::layout::{QUARANTINE, names_in};
use crate::units::Utc;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The version of a note.
const SCHEMA: u32 = 1;
/// Digits of a digest in a name.
const DIGITS: usize = 16;

/// Returns where a bundle with this digest is kept.
fn place(root: &Path, source: &Source, ending: &str) -> Result<PathBuf> {
    let digits = source.sha256()?.to_string();
    Ok(root.join(QUARANTINE).join(format!("{}.{ending}", &digits[..DIGITS])))
}

/// Keeps what was refused, and says where; `None` for what is larger than any bundle.
pub(super) fn keep(
    root: &Path,
    source: &Source,
    file: &Path,
    is_part: bool,
    refused: &[Refusal],
    at: Utc,
) -> Result<Option<PathBuf>> {
    let (mut input, bytes) = source.open()?;
    if bytes > MOST_BYTES {
        return Ok(None);
    }
    let path = place(root, source, if is_part { "part" } else { "tar" })?;
    fsio::create_dir_all(&root.join(QUARANTINE))?;
    let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let note = QuarantineNote { schema: SCHEMA, at, file, refused };
    let mut note = serde_json::to_vec_pretty(&note).map_err(|error| {
        Error::new(ErrorKind::Bundle, "the reason of a refusal cannot be written as JSON").with_source(error)
    })?;
    note.push(b'\n');
    fsio::replace(&path.with_extension("json"), &note)?;
    if !fsio::is_file(&path)? {
        let mut copy = PartialFile::create(&path)?;
        each_block(&mut input, source.path(), |block| {
            copy.write_all(block).map_err(|error| Error::io("write", &path, error))
        })?;
        copy.publish()?;
    }
    Ok(Some(path))
}

/// Removes the copy of a bundle that was refused before and is taken in now, if there is one.
pub(super) fn release(root: &Path, source: &Source) -> Result<()> {
    let folder = root.join(QUARANTINE);
    if !fsio::is_folder(&folder)? || names_in(&folder)?.is_empty() {
        return Ok(());
    }
    let path = place(root, source, "tar")?;
    if fsio::is_file(&path)? {
        fsio::remove_leftover(&path)?;
        fsio::remove_leftover(&path.with_extension("json"))?;
        fsio::sync_dir(&folder)?;
    }
    Ok(())
}
