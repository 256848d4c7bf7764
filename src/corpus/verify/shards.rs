//! Files that embed audio, made again from the catalogue and the audio files and compared byte by byte.

use super::texts::Outcome;
use super::{Check, Depth, Fault, Witness};
use crate::TOOL;
use crate::archive::checksums;
use crate::corpus::format::container::{Container, Shard};
use crate::corpus::shards::{Index, Out, Poured, Pouring};
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, Result};
use crate::fsio;
use crate::parallel;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// Bytes that are read at a time.
const BLOCK: usize = 64 * 1024;

/// A file that is compared with what it should be.
pub(super) struct Compared {
    path: PathBuf,
    input: Option<BufReader<File>>,
    hasher: Hasher,
    block: Vec<u8>,
    /// How many bytes it should have so far.
    at: u64,
    /// The first byte that differs, from 0.
    differs: Option<u64>,
}

impl Compared {
    pub(super) fn open(dir: &Path, name: &str) -> Result<Self> {
        let path = dir.join(name);
        let input = if fsio::is_file(&path)? {
            Some(BufReader::with_capacity(BLOCK, fsio::open_plain(&path, fsio::MOST_STREAMED)?))
        } else {
            None
        };
        Ok(Self { path, input, hasher: Hasher::new(), block: Vec::new(), at: 0, differs: None })
    }

    /// Reads up to `wanted` bytes into the block, hashing them; fewer only at the end of the file.
    fn read(&mut self, wanted: usize) -> Result<()> {
        self.block.clear();
        if let Some(input) = &mut self.input {
            let read = input.take(wanted as u64).read_to_end(&mut self.block);
            read.map_err(|error| Error::io("read", &self.path, error))?;
        }
        self.hasher.update(&self.block);
        Ok(())
    }

    fn finish(mut self, name: &str) -> Result<Outcome> {
        loop {
            self.read(BLOCK)?;
            if self.block.is_empty() {
                break;
            }
            self.differs.get_or_insert(self.at);
        }
        let is_there = self.input.is_some();
        let fault = match self.differs {
            _ if !is_there => Some(missing(name)),
            Some(byte) => {
                let message =
                    format!("it is not what follows from the catalogue and the audio, from byte {byte} on");
                Some(Fault::new("shard", name, message))
            }
            None => None,
        };
        Ok(Outcome { sha256: self.hasher.finish(), is_there, is_equal: is_there && fault.is_none(), fault })
    }
}

impl Out for Compared {
    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.read(bytes.len())?;
        if self.differs.is_none() && self.block != bytes {
            let same = self.block.iter().zip(bytes).take_while(|(a, b)| a == b).count();
            self.differs = Some(self.at + same as u64);
        }
        self.at += bytes.len() as u64;
        Ok(())
    }
}

fn missing(name: &str) -> Fault {
    Fault::new("missing", name, "the shard is missing, or is no plain file")
}

/// Hashes a file that nothing can be compared with.
fn hashed(dir: &Path, name: &str) -> Result<Outcome> {
    let path = dir.join(name);
    let is_there = fsio::is_file(&path)?;
    let sha256 = if is_there { Sha256::of_file(&path)?.0 } else { Sha256::of("") };
    let fault = (!is_there).then(|| missing(name));
    Ok(Outcome { sha256, is_there, is_equal: false, fault })
}

/// A file that holds audio, and what came of it.
pub(super) type Checked = (String, Outcome, Witness);

/// Returns what came of files that were made again.
pub(super) fn made(files: Vec<(String, Compared)>) -> Result<Vec<Checked>> {
    let each = files.into_iter().map(|(name, file)| {
        let outcome = file.finish(&name)?;
        let witness = if outcome.is_equal { Witness::For } else { Witness::Against };
        Ok((name, outcome, witness))
    });
    each.collect()
}

/// Returns what is to be known of files that cannot be made again.
pub(super) fn unmade(dir: &Path, names: impl Iterator<Item = String>) -> Result<Vec<Checked>> {
    names.map(|name| hashed(dir, &name).map(|outcome| (name, outcome, Witness::None))).collect()
}

impl Check<'_> {
    /// Whether this version made the corpus. Another may write the same in other bytes; its checksums still hold.
    pub(super) fn is_ours(&self) -> bool {
        self.release.as_ref().is_none_or(|release| release.tool == TOOL)
    }

    /// Checks the files of all shards.
    pub(super) fn shards(&mut self, index: &Index, containers: &[&'static dyn Container]) -> Result<()> {
        let names = |shard: &Shard| {
            containers.iter().flat_map(|container| container.files(shard)).collect::<Vec<_>>()
        };
        if self.depth == Depth::Structure {
            for shard in index.shards() {
                self.are_there(names(&shard?.shard).into_iter())?;
            }
            return Ok(());
        }
        let (dir, threads, watch) = (self.dir, self.threads, self.watch);
        if !self.is_ours() {
            return self.each(index.shards(), |shard| unmade(dir, names(&shard?.shard).into_iter()));
        }
        let pouring = Pouring { containers, dir, threads, watch };
        let compare = |shard: &Shard, poured| match poured {
            Poured::Whole(files) => made(files),
            Poured::Unsound(_) => unmade(dir, names(shard).into_iter()),
        };
        pouring.all(
            index,
            |name| Compared::open(dir, name),
            compare,
            |files| {
                self.keep(files);
                Ok(())
            },
        )
    }

    /// Checks files that hold audio, on several threads, and takes down what came of each in order.
    pub(super) fn each<T: Send>(
        &mut self,
        work: impl Iterator<Item = T> + Send,
        check: impl Fn(T) -> Result<Vec<Checked>> + Sync,
    ) -> Result<()> {
        parallel::tried(work, self.threads, check, |files| {
            self.keep(files);
            Ok(())
        })
    }

    /// Takes down what came of files.
    fn keep(&mut self, files: Vec<Checked>) {
        for (name, file, witness) in files {
            self.faults.extend(file.fault);
            if file.is_there {
                self.hashes.insert(name, (file.sha256, witness));
            }
        }
    }

    /// Checks that files are there and listed.
    pub(super) fn are_there(&mut self, names: impl Iterator<Item = String>) -> Result<()> {
        for name in names {
            if !fsio::is_file(&self.dir.join(&name))? {
                self.faults.push(missing(&name));
            } else if self.listing.see(&name).is_none() {
                let message = format!("the file is not listed in {}", checksums::NAME);
                self.faults.push(Fault::new("unlisted", name, message));
            }
        }
        Ok(())
    }
}
