//! `SHA256SUMS` as an index, and the walk over what is really on the disk.

use super::{Fault, Witness};
use crate::archive::checksums;
use crate::corpus::{describe, format};
use crate::digest::Sha256;
use crate::error::{Error, Result};
use crate::fsio;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

/// The longest line that is read; paths are far shorter.
const MAX_LINE: u64 = 64 * 1024;

/// The most entries that room is made for before they are read.
const MOST_RESERVED: u64 = 1 << 20;

/// The entries of `SHA256SUMS`, kept as digests of their paths: 56 bytes each, however long the path.
#[derive(Default)]
pub struct Listing {
    entries: Vec<Entry>,
}

struct Entry {
    path: u64,
    line: u32,
    is_seen: bool,
    sha256: Sha256,
}

/// Returns the key of a path; two paths of one corpus do not share it in practice (2^-64 a pair).
fn key(path: &str) -> u64 {
    let digest = Sha256::of(path);
    u64::from_be_bytes(std::array::from_fn(|at| digest.bytes()[at]))
}

impl Listing {
    /// Reads the list; what is wrong with it becomes faults.
    pub fn read(dir: &Path, faults: &mut Vec<Fault>) -> Result<Self> {
        // No line is shorter than 100 bytes; a list that grows is in memory twice.
        let bytes = fsio::look(&dir.join(checksums::NAME))?.map_or(0, |entry| entry.bytes);
        let mut listing = Self { entries: Vec::with_capacity((bytes / 100).min(MOST_RESERVED) as usize) };
        let mut previous = String::new();
        Self::each_line(dir, |number, line| {
            let fault = |what: &str| Fault::new("checksum-list", checksums::NAME, what).at(number);
            let Some(line) = line.strip_suffix(b"\n") else {
                faults.push(fault("the line has no end"));
                return;
            };
            let Some((sha256, path)) = checksums::parse(line) else {
                faults.push(fault("the line is not a digest, two spaces and a path"));
                return;
            };
            if path <= previous.as_str() {
                faults.push(fault("the line is out of order or twice"));
            }
            path.clone_into(&mut previous);
            listing.entries.push(Entry { path: key(path), line: number as u32, is_seen: false, sha256 });
        })?
        .unwrap_or_else(|| {
            faults.push(Fault::new("missing", checksums::NAME, "the file is missing, or is no plain file"));
        });
        listing.entries.sort_unstable_by_key(|entry| (entry.path, entry.line));
        Ok(listing)
    }

    /// Calls `each` with every line, its end included; `None` when there is no such file.
    fn each_line(dir: &Path, mut each: impl FnMut(u64, &[u8])) -> Result<Option<()>> {
        let path = dir.join(checksums::NAME);
        if !fsio::is_file(&path)? {
            return Ok(None);
        }
        let file = fsio::open_plain(&path, fsio::MOST_STREAMED)?;
        let mut reader = BufReader::new(file);
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            let read = (&mut reader).take(MAX_LINE).read_until(b'\n', &mut line);
            if read.map_err(|error| Error::io("read", &path, error))? == 0 {
                break;
            }
            each(number, &line);
        }
        Ok(Some(()))
    }

    fn position(&self, path: &str) -> Option<usize> {
        let key = key(path);
        let at = self.entries.partition_point(|entry| entry.path < key);
        self.entries.get(at).filter(|entry| entry.path == key).map(|_| at)
    }

    /// Returns the digest that is listed for a path.
    pub fn digest(&self, path: &str) -> Option<Sha256> {
        self.position(path).map(|at| self.entries[at].sha256)
    }

    /// Marks a path as one that belongs to the corpus; returns its line and digest.
    pub fn see(&mut self, path: &str) -> Option<(u64, Sha256)> {
        let at = self.position(path)?;
        let entry = &mut self.entries[at];
        entry.is_seen = true;
        Some((u64::from(entry.line), entry.sha256))
    }
}

/// Says whether only the rows tell that a file belongs to a corpus.
fn is_from_rows(path: &str) -> bool {
    let folder = path.split_once('/').map_or("", |(folder, _)| folder);
    let is_shard = format::find(folder).is_ok_and(|format| format.container().is_some());
    is_shard || [".wav", ".lab"].iter().any(|ending| path.ends_with(ending))
}

/// What of a corpus could be read that says which files belong.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// Every row of the catalogue.
    pub rows: bool,
    /// The head.
    pub head: bool,
}

impl Known {
    /// Says whether it tells if a file belongs to the corpus.
    fn tells_of(self, path: &str) -> bool {
        (self.rows || !is_from_rows(path)) && (self.rows && self.head || !describe::is_of(path))
    }
}

/// Goes over the folder and the list: what is there and does not belong, what is listed and is not there.
/// Returns the number of files. `known` are the text files that were dealt with. Where `able`
/// says that the catalogue or the head is damaged, nobody can tell whether a listed file that follows from it belongs.
pub fn walk(
    dir: &Path,
    listing: &mut Listing,
    known: &BTreeMap<String, (Sha256, Witness)>,
    able: Known,
    faults: &mut Vec<Fault>,
) -> Result<u64> {
    let mut files = 0;
    let reported: BTreeSet<String> =
        faults.iter().filter(|fault| fault.id == "unlisted").map(|fault| fault.path.clone()).collect();
    // The folder that was met last, as long as nothing in it was: what is in it comes next.
    let mut folder: Option<(usize, String)> = None;
    let empty = |path: String| Fault::new("unlisted", path, "an empty folder has no place in a corpus");
    // The folder itself comes first.
    for entry in fsio::Walk::in_any_order(dir).skip(1) {
        let entry = entry?;
        if let Some((depth, path)) = folder.take()
            && entry.depth() <= depth
        {
            faults.push(empty(path));
        }
        let relative = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        let mut path = String::new();
        for part in relative.components() {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(&part.as_os_str().to_string_lossy());
        }
        let kind = entry.file_type();
        if kind.is_dir() {
            folder = Some((entry.depth(), path));
            continue;
        }
        files += 1;
        if !kind.is_file() {
            faults.push(Fault::new("unlisted", path, "a link or device has no place in a corpus"));
            continue;
        }
        let belongs = path == checksums::NAME || known.contains_key(&path);
        let belongs = belongs || reported.contains(&path);
        if !belongs && !listing.position(&path).is_some_and(|at| listing.entries[at].is_seen) {
            let is_listed = listing.see(&path).is_some();
            if is_listed && !able.tells_of(&path) {
                continue;
            }
            let message = if is_listed {
                format!("the file is in {} but does not belong to the corpus", checksums::NAME)
            } else {
                format!("the file is neither in the catalogue's corpus nor in {}", checksums::NAME)
            };
            faults.push(Fault::new("unlisted", path, message));
        }
    }
    faults.extend(folder.map(|(_, path)| empty(path)));
    let unseen: Vec<u32> = {
        let mut lines: Vec<u32> =
            listing.entries.iter().filter(|entry| !entry.is_seen).map(|entry| entry.line).collect();
        lines.sort_unstable();
        lines
    };
    if !unseen.is_empty() {
        Listing::each_line(dir, |number, line| {
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            if unseen.binary_search(&(number as u32)).is_ok()
                && let Some((_, path)) = checksums::parse(line)
            {
                let message = format!("it lists {path}, which is not there");
                faults.push(Fault::new("checksum-list", checksums::NAME, message).at(number));
            }
        })?;
    }
    Ok(files)
}
