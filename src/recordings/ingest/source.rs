//! Where the bytes of a bundle come from: a file that was named, or the parts that were gathered.

use crate::digest::{Hasher, Sha256};
use crate::error::{Error, Result};
use crate::fsio;
use crate::recordings::bundle::Slice;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// Bytes that are read at a time.
pub(super) const BLOCK: usize = 64 * 1024;

/// The first line of a part, and how long it is with its end.
pub(super) struct Head {
    pub(super) slice: Slice,
    pub(super) line: u64,
}

/// A bundle, wherever its bytes are.
pub(super) enum Source {
    /// A file that was named.
    File(PathBuf),
    /// Parts, in their order, each with the length of its first line.
    Parts(Vec<(PathBuf, Head)>),
}

impl Source {
    /// Opens it, and says how many bytes it has.
    pub(super) fn open(&self) -> Result<(Box<dyn Read>, u64)> {
        match self {
            Self::File(path) => {
                let file = fsio::open_named(path, u64::MAX)?;
                let bytes = file.metadata().map_err(|error| Error::io("read", path, error))?.len();
                Ok((Box::new(BufReader::with_capacity(BLOCK, file)), bytes))
            }
            Self::Parts(parts) => {
                let bytes = parts.iter().map(|(_, head)| head.slice.length).sum();
                let paths = parts.iter().map(|(path, head)| (path.clone(), head.line)).collect();
                let joined = Joined { paths, next: 0, now: None };
                Ok((Box::new(BufReader::with_capacity(BLOCK, joined)), bytes))
            }
        }
    }

    /// Returns the digest of all bytes.
    pub(super) fn sha256(&self) -> Result<Sha256> {
        let (mut input, _) = self.open()?;
        let mut hasher = Hasher::new();
        each_block(&mut input, self.path(), |block| {
            hasher.update(block);
            Ok(())
        })?;
        Ok(hasher.finish())
    }

    /// Returns the file to name when something is wrong with it.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Parts(parts) => parts.first().map_or(Path::new(""), |(path, _)| path),
        }
    }
}

/// Hands all that is left of `input` to `each`, a block at a time.
pub(super) fn each_block(
    input: &mut dyn Read,
    path: &Path,
    mut each: impl FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    let mut block = vec![0; BLOCK];
    loop {
        match input.read(&mut block) {
            Ok(0) => return Ok(()),
            Ok(count) => each(&block[..count])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::io("read", path, error)),
        }
    }
}

/// The slices of parts, one after the other.
struct Joined {
    paths: Vec<(PathBuf, u64)>,
    next: usize,
    now: Option<File>,
}

impl Read for Joined {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(file) = &mut self.now {
                let count = file.read(out)?;
                if count > 0 || out.is_empty() {
                    return Ok(count);
                }
                self.now = None;
            }
            let Some((path, line)) = self.paths.get(self.next) else { return Ok(0) };
            self.next += 1;
            let mut file = fsio::open_plain(path, fsio::MOST_STREAMED).map_err(io::Error::other)?;
            io::copy(&mut (&mut file).take(*line), &mut io::sink())?;
            self.now = Some(file);
        }
    }
}
