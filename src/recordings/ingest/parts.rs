//! Parts of bundles: proved one by one, kept until all are there.

use super::outcome::{Outcome, Reason, refuse};
use super::source::{Head, Source, each_block};
use crate::digest::Hasher;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, PartialFile};
use crate::recordings::bundle::Slice;
use crate::recordings::session::layout::{PARTS, names_in};
use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The most bundles whose parts are waited for at once.
const MOST_WAITING: usize = 1_000;

/// Reads the first bytes of a file that was named, of a part all of its first line.
pub(super) fn start(path: &Path) -> Result<Vec<u8>> {
    let file = fsio::open_named(path, u64::MAX)?;
    let mut start = Vec::new();
    let read = file.take(Slice::MOST_LINE as u64 + 1).read_to_end(&mut start);
    read.map_err(|error| Error::io("read", path, error))?;
    Ok(start)
}

/// Says whether a file that begins so is a part, or means to be one.
pub(super) fn is_part(start: &[u8]) -> bool {
    start.starts_with(Slice::START)
}

/// Proves a part whose first bytes are `start`.
pub(super) fn prove(path: &Path, start: &[u8]) -> Outcome<Head> {
    let Some(end) = start.iter().position(|&byte| byte == b'\n').filter(|end| *end < Slice::MOST_LINE) else {
        return refuse(Reason::Part, "the first line of the part is cut off or too long");
    };
    let slice = match Slice::parse(&start[..end]) {
        Ok(slice) => slice,
        Err(error) if error.kind() == ErrorKind::Unsupported => {
            return refuse(Reason::Schema, error.message());
        }
        Err(error) => return refuse(Reason::Part, error.message()),
    };
    let head = Head { slice, line: end as u64 + 1 };
    // One spelling, so that a part that comes again is the same file.
    if head.slice.to_line()?.as_bytes() != &start[..=end] {
        return refuse(Reason::Part, "the first line of the part is not written as Booth writes it");
    }
    let mut file = fsio::open_named(path, u64::MAX)?;
    let bytes = file.metadata().map_err(|error| Error::io("read", path, error))?.len();
    let expected = head.line + head.slice.length;
    if bytes != expected {
        return refuse(Reason::Part, format!("the part has {bytes} bytes, and {expected} by its first line"));
    }
    let mut hasher = Hasher::new();
    let mut line = head.line as usize;
    each_block(&mut file, path, |block| {
        let skipped = line.min(block.len());
        line -= skipped;
        hasher.update(&block[skipped..]);
        Ok(())
    })?;
    if hasher.finish() != head.slice.part_sha256 {
        return refuse(Reason::Part, "the bytes of the part are not those of its digest");
    }
    Ok(head)
}

/// The parts of one bundle that are there.
pub(super) struct Gathered {
    folder: PathBuf,
    parts: Vec<Option<PathBuf>>,
}

impl Gathered {
    /// Finds what is there of the bundle of a part, that part among it; with `keep` it is put there.
    pub(super) fn with(root: &Path, path: &Path, head: &Head, keep: bool) -> Outcome<Self> {
        let (all, slice) = (root.join(PARTS), &head.slice);
        let folder = all.join(slice.sha256.to_string());
        let names: BTreeSet<String> = if fsio::is_folder(&folder)? {
            names_in(&folder)?.into_iter().collect()
        } else {
            BTreeSet::new()
        };
        if names.is_empty() && fsio::is_folder(&all)? && names_in(&all)?.len() >= MOST_WAITING {
            let what = format!("parts of {MOST_WAITING} bundles are waited for, and this is of another");
            return refuse(Reason::TooLarge, what);
        }
        // Cut into other parts, it is gathered apart.
        let place = |number: u32| format!("{number}-of-{}", slice.parts);
        let find =
            |number| Some(place(number)).filter(|name| names.contains(name)).map(|name| folder.join(name));
        let mut parts: Vec<Option<PathBuf>> = (1..=slice.parts).map(find).collect();
        let own = &mut parts[slice.part as usize - 1];
        if let Some(there) = own {
            if read_head(there)?.is_none_or(|other| other.slice != *slice) {
                let what = "another part of that number is there already, and both cannot be of one bundle";
                return refuse(Reason::Part, what);
            }
        } else if keep {
            fsio::create_dir_all(&folder)?;
            let target = folder.join(place(slice.part));
            let mut copy = PartialFile::create(&target)?;
            let mut file = fsio::open_named(path, u64::MAX)?;
            each_block(&mut file, path, |block| {
                copy.write_all(block).map_err(|error| Error::io("write", &target, error))
            })?;
            copy.publish()?;
            *own = Some(target);
        } else {
            *own = Some(path.to_path_buf());
        }
        Ok(Self { folder, parts })
    }

    /// Returns the numbers of the parts that are missing.
    pub(super) fn missing(&self) -> Vec<u32> {
        (1..).zip(&self.parts).filter(|(_, part)| part.is_none()).map(|(number, _)| number).collect()
    }

    /// Returns the folder of the parts, and the bundle that they make.
    pub(super) fn source(self) -> Outcome<(PathBuf, Source)> {
        let mut parts = Vec::new();
        for path in self.parts.into_iter().flatten() {
            match read_head(&path)? {
                Some(head) => parts.push((path, head)),
                None => return refuse(Reason::Part, "a part that was kept is no part any longer"),
            }
        }
        Ok((self.folder, Source::Parts(parts)))
    }
}

/// Reads the first line of a part that was proved before.
fn read_head(path: &Path) -> Result<Option<Head>> {
    let start = start(path)?;
    let Some(end) = start.iter().position(|&byte| byte == b'\n') else { return Ok(None) };
    Ok(Slice::parse(&start[..end]).ok().map(|slice| Head { slice, line: end as u64 + 1 }))
}
