//! Files that embed audio, made again from the catalogue and the audio files and compared byte by byte.

use super::texts::Outcome;
use super::{Check, Depth, Fault, Witness};
use crate::TOOL;
use crate::corpus::checksums;
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
struct Compared {
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
    fn open(dir: &Path, name: &str) -> Result<Self> {
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

impl Check<'_> {
    /// Checks the files of all shards.
    pub(super) fn shards(&mut self, index: &Index, containers: &[&'static dyn Container]) -> Result<()> {
        if self.depth == Depth::Structure {
            return self.shards_there(index, containers);
        }
        // Another version may write the same in other bytes; its checksums still hold.
        let is_ours = self.release.as_ref().is_none_or(|release| release.tool == TOOL);
        let Self { dir, threads, watch, hashes, faults, .. } = self;
        let dir: &Path = dir;
        let hash = |shard: &Shard| -> Result<Vec<(String, Outcome, Witness)>> {
            let names = containers.iter().flat_map(|container| container.files(shard));
            names.map(|name| hashed(dir, &name).map(|outcome| (name, outcome, Witness::None))).collect()
        };
        let compare = |shard: &Shard, poured: Poured<Compared>| {
            let Poured::Whole(files) = poured else { return hash(shard) };
            let each = files.into_iter().map(|(name, file)| {
                let outcome = file.finish(&name)?;
                let witness = if outcome.is_equal { Witness::For } else { Witness::Against };
                Ok((name, outcome, witness))
            });
            each.collect()
        };
        let mut keep = |files: Vec<(String, Outcome, Witness)>| {
            for (name, file, witness) in files {
                faults.extend(file.fault);
                if file.is_there {
                    hashes.insert(name, (file.sha256, witness));
                }
            }
            Ok(())
        };
        if is_ours {
            let pouring = Pouring { containers, dir, threads: *threads, watch: *watch };
            return pouring.all(index, |name| Compared::open(dir, name), compare, &mut keep);
        }
        parallel::tried(index.shards(), *threads, |shard| hash(&shard?.shard), &mut keep)
    }

    /// Checks that the files of all shards are there and listed.
    fn shards_there(&mut self, index: &Index, containers: &[&dyn Container]) -> Result<()> {
        for shard in index.shards() {
            let shard = shard?.shard;
            for name in containers.iter().flat_map(|container| container.files(&shard)) {
                if !fsio::is_file(&self.dir.join(&name))? {
                    self.faults.push(missing(&name));
                } else if self.listing.see(&name).is_none() {
                    let message = format!("the file is not listed in {}", checksums::NAME);
                    self.faults.push(Fault::new("unlisted", name, message));
                }
            }
        }
        Ok(())
    }
}
