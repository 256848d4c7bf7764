//! Files that are hashed while they pass: written, read whole, or read here and there.

use crate::corpus::checksums;
use crate::corpus::format::Sink;
use crate::digest::{Hasher, Sha256};
use crate::error::Result;
use crate::fsio::{self, Sorter, StagingDir};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// Bytes of a text file that are held before they are written.
const BUFFER: usize = 16 * 1024;
/// The least bytes read at a time of what was passed over.
const READ_BYTES: usize = 60 * 1024;

/// A file of the corpus that is hashed while it is written; it is open only while bytes go to it, so that the number of
/// files has no limit.
struct HashedFile {
    hasher: Hasher,
    buffer: Vec<u8>,
}

/// The text files of a corpus, made when they first get text.
pub struct Texts<'a> {
    staging: &'a StagingDir,
    files: BTreeMap<String, HashedFile>,
}

impl<'a> Texts<'a> {
    /// Begins without files.
    pub fn new(staging: &'a StagingDir) -> Self {
        Self { staging, files: BTreeMap::new() }
    }

    /// Writes a file whole, which is done with then; returns its digest.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn whole(&mut self, path: &str, text: &str) -> Result<Sha256> {
        self.append(path, text)?;
        Ok(Sha256::of(text))
    }

    /// Returns the digest of every file.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn finish(self) -> Result<BTreeMap<String, Sha256>> {
        let staging = self.staging;
        self.files.into_iter().map(|(path, file)| Ok((path.clone(), file.finish(staging, &path)?))).collect()
    }

    /// Ends one file and returns its digest; `None` when it never got text.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn end(&mut self, path: &str) -> Result<Option<Sha256>> {
        let staging = self.staging;
        self.files.remove(path).map(|file| file.finish(staging, path)).transpose()
    }
}

impl HashedFile {
    fn create(staging: &StagingDir, path: &str) -> Result<Self> {
        staging.create_file(path)?;
        Ok(Self { hasher: Hasher::new(), buffer: Vec::new() })
    }

    fn append(&mut self, staging: &StagingDir, path: &str, text: &[u8]) -> Result<()> {
        self.buffer.extend_from_slice(text);
        if self.buffer.len() >= BUFFER { self.flush(staging, path) } else { Ok(()) }
    }

    fn flush(&mut self, staging: &StagingDir, path: &str) -> Result<()> {
        self.hasher.update(&self.buffer);
        staging.append_to(path, &self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    fn finish(mut self, staging: &StagingDir, path: &str) -> Result<Sha256> {
        self.flush(staging, path)?;
        Ok(self.hasher.finish())
    }
}

impl Sink for Texts<'_> {
    fn append(&mut self, path: &str, text: &str) -> Result<()> {
        if let Some(file) = self.files.get_mut(path) {
            return file.append(self.staging, path, text.as_bytes());
        }
        let mut file = HashedFile::create(self.staging, path)?;
        file.append(self.staging, path, text.as_bytes())?;
        self.files.insert(path.to_owned(), file);
        Ok(())
    }
}

/// The digests of all files, which come in any order and are put in the order of their paths with little memory.
pub struct Sums {
    lines: Sorter,
}

impl Sums {
    /// Begins without files; what does not fit the memory goes to the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        Self { lines: Sorter::new(scratch) }
    }

    /// Takes a file's digest.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn push(&mut self, path: &str, digest: &Sha256) -> Result<()> {
        let mut record = path.as_bytes().to_vec();
        record.push(0);
        record.extend_from_slice(checksums::line(digest, path).as_bytes());
        self.lines.push(record)
    }

    /// Writes `SHA256SUMS`.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn write(self, staging: &StagingDir) -> Result<()> {
        let mut out = HashedFile::create(staging, checksums::NAME)?;
        for record in self.lines.finish().records() {
            let record = record?;
            let line = record.iter().position(|&byte| byte == 0).map_or(0, |at| at + 1);
            out.append(staging, checksums::NAME, &record[line..])?;
        }
        out.finish(staging, checksums::NAME).map(|_| ())
    }
}

/// A file that is hashed as it is read, in order and each byte once, whatever its reader skips.
pub struct HashingFile {
    file: File,
    position: u64,
    hashed: u64,
    hasher: Hasher,
}

impl HashingFile {
    /// Opens a plain file.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the system refuses.
    pub fn open(path: &Path) -> Result<Self> {
        let file = fsio::open_plain(path, fsio::MOST_STREAMED)?;
        Ok(Self { file, position: 0, hashed: 0, hasher: Hasher::new() })
    }

    /// Reads what was not hashed yet and returns the digest of all bytes and their count.
    ///
    /// # Errors
    /// [`io::Error`] of the reads.
    pub fn finish(mut self, block: &mut Vec<u8>) -> io::Result<(Sha256, u64)> {
        block.resize(READ_BYTES.max(block.len()), 0);
        self.seek(SeekFrom::Start(self.hashed))?;
        while self.read(block)? > 0 {}
        Ok((self.hasher.finish(), self.hashed))
    }
}

impl Read for HashingFile {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = loop {
            match self.file.read(out) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                outcome => break outcome?,
            }
        };
        let end = self.position + count as u64;
        // A read beyond the hashed part is not hashed now; `finish` comes back for it.
        if self.position <= self.hashed && end > self.hashed {
            let known = (self.hashed - self.position) as usize;
            self.hasher.update(&out[known..count]);
            self.hashed = end;
        }
        self.position = end;
        Ok(count)
    }
}

impl Seek for HashingFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.position = self.file.seek(to)?;
        Ok(self.position)
    }
}

/// A reader that hashes what is read through it.
pub struct HashingReader<R> {
    inner: R,
    hasher: Hasher,
}

impl<R> HashingReader<R> {
    /// Reads `inner` from where it is.
    pub fn new(inner: R) -> Self {
        Self { inner, hasher: Hasher::new() }
    }

    /// Returns the digest of what was read.
    pub fn finish(self) -> Sha256 {
        self.hasher.finish()
    }
}

impl<R: Read> Read for HashingReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(out)?;
        self.hasher.update(&out[..count]);
        Ok(count)
    }
}
