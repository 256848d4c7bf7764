//! The search that proves a withdrawal: every file of the recordings is looked into.

use crate::digest::{Hasher, Sha256};
use crate::error::{Error, Result};
use crate::fsio::{self, FolderLock};
use crate::recordings::releases::FILE as RELEASES;
use crate::recordings::session::{SessionView, find_sessions};
use crate::recordings::tombstones::{Extent, FILE, KEY_FILE, Tombstone, Tombstones};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Bytes that are read at a time.
const BLOCK: usize = 64 * 1024;
/// Files that say what is gone, and may.
const ACCOUNTS: [&str; 4] = [FILE, KEY_FILE, RELEASES, FolderLock::NAME];

/// What was searched, and what is left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Scan {
    /// Files that were looked into.
    pub places: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Files that still hold something of it.
    pub found: Vec<PathBuf>,
}

/// Searches all files of the recordings in `root` for what a tombstone covers: its sessions by their names, its takes by
/// theirs, its sounds by their digests.
pub(super) fn scan(root: &Path, tombstones: &Tombstones, tombstone: &Tombstone) -> Result<Scan> {
    let mut scan = Scan::default();
    let whole = tombstone.extent != Extent::Take;
    let ids: Vec<&[u8]> =
        if whole { tombstone.sessions.iter().map(|id| id.as_str().as_bytes()).collect() } else { Vec::new() };
    // What sessions have that stay was recorded as what it is: its digest need not be made again.
    let mut known: BTreeSet<PathBuf> = BTreeSet::new();
    for dir in find_sessions(root)?.sessions {
        // One that cannot be read is searched as any other folder.
        let Ok(view) = SessionView::open(&dir) else { continue };
        for take in view.takes() {
            let path = view.path_of(&take.record);
            let is_it = tombstone.is_of_take(&view.record().id, &take.record.prompt, take.record.take);
            if is_it || tombstones.covers_sound(&take.record.sha256) {
                scan.found.push(path.clone());
            }
            known.insert(path);
        }
    }
    for entry in fsio::Walk::by_name(root) {
        let entry = entry?;
        let path = entry.path();
        let is_account =
            path.parent() == Some(root) && ACCOUNTS.iter().any(|name| entry.file_name() == *name);
        if is_account {
            continue;
        }
        let is_named = whole
            && tombstone.sessions.iter().any(|id| entry.file_name().to_string_lossy().contains(id.as_str()));
        if is_named {
            scan.found.push(path.to_path_buf());
        }
        if !entry.file_type().is_file() {
            continue;
        }
        scan.places += 1;
        scan.bytes += fsio::look(path)?.map_or(0, |entry| entry.bytes);
        if known.contains(path) {
            continue;
        }
        let seen = look_into(path, &ids)?;
        if seen.has_any || tombstones.covers_sound(&seen.sha256) {
            scan.found.push(path.to_path_buf());
        }
    }
    scan.found.sort();
    scan.found.dedup();
    Ok(scan)
}

/// What a file is, and whether it holds something that is looked for.
pub(super) struct Seen {
    sha256: Sha256,
    /// Whether one of the texts stands in it.
    pub(super) has_any: bool,
}

/// Reads a file to its end, and looks for each of `texts`, none of which is longer than a block.
pub(super) fn look_into(path: &Path, texts: &[&[u8]]) -> Result<Seen> {
    let mut file = fsio::open_plain(path, fsio::MOST_STREAMED)?;
    let longest = texts.iter().map(|text| text.len()).max().unwrap_or(0);
    let (mut hasher, mut has_any) = (Hasher::new(), false);
    // The end of a block is looked at again with the next one.
    let (mut held, mut block) = (Vec::new(), vec![0; BLOCK]);
    loop {
        let count = match file.read(&mut block) {
            Ok(0) => return Ok(Seen { sha256: hasher.finish(), has_any }),
            Ok(count) => count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Error::io("read", path, error)),
        };
        hasher.update(&block[..count]);
        if has_any || texts.is_empty() {
            continue;
        }
        held.extend_from_slice(&block[..count]);
        has_any = texts.iter().any(|text| memchr::memmem::find(&held, text).is_some());
        held.drain(..held.len().saturating_sub(longest.saturating_sub(1)));
    }
}
