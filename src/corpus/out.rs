//! Files that are hashed while they pass: written, read whole, or read here and there.

use crate::archive::checksums;
use crate::corpus::catalogue::Row;
use crate::corpus::format::Sink;
use crate::corpus::shards::Out;
use crate::digest::{Hasher, Sha256};
use crate::error::Result;
use crate::fsio::{Sorter, StagedFile, StagingDir};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

/// Bytes of a text file that are held before they are written.
const BUFFER: usize = 16 * 1024;

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

    /// Appends to a file, which is made when it first gets text.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn append(&mut self, path: &str, text: &str) -> Result<()> {
        if let Some(file) = self.files.get_mut(path) {
            return file.append(self.staging, path, text.as_bytes());
        }
        let mut file = HashedFile::create(self.staging, path)?;
        file.append(self.staging, path, text.as_bytes())?;
        self.files.insert(path.to_owned(), file);
        Ok(())
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

/// Where manifest formats write: texts that grow, small files, and further names of audio files.
pub struct Manifests<'a, 'b> {
    /// The files that grow.
    pub texts: &'a mut Texts<'b>,
    /// Takes the digests of all other files.
    pub sums: &'a mut Sums,
}

impl Sink for Manifests<'_, '_> {
    fn append(&mut self, path: &str, text: &str) -> Result<()> {
        self.texts.append(path, text)
    }

    fn file(&mut self, path: &str, text: &str) -> Result<()> {
        self.texts.staging.create_file(path)?.write(text.as_bytes())?;
        self.sums.push(path, &Sha256::of(text))
    }

    fn link(&mut self, path: &str, row: &Row) -> Result<()> {
        self.texts.staging.link_file(&row.audio, path)?;
        self.sums.push(path, &row.sha256)
    }
}

/// A file of the corpus that is hashed while it is written, and open until it is whole.
pub struct StagedHash {
    file: StagedFile,
    hasher: Hasher,
    buffer: Vec<u8>,
}

impl StagedHash {
    /// Begins a file, `path` with `/`.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Exists`] when it is there; [`crate::ErrorKind::Io`].
    pub fn create(staging: &StagingDir, path: &str) -> Result<Self> {
        let file = staging.create_file(path)?;
        Ok(Self { file, hasher: Hasher::new(), buffer: Vec::with_capacity(BUFFER) })
    }

    fn flush(&mut self) -> Result<()> {
        self.file.write(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    /// Ends the file and returns its digest.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn finish(mut self) -> Result<Sha256> {
        self.flush()?;
        Ok(self.hasher.finish())
    }
}

impl Out for StagedHash {
    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.hasher.update(bytes);
        if self.buffer.len() + bytes.len() > BUFFER {
            self.flush()?;
        }
        if bytes.len() >= BUFFER {
            return self.file.write(bytes);
        }
        self.buffer.extend_from_slice(bytes);
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
        record.extend_from_slice(digest.bytes());
        self.lines.push(&record)
    }

    /// Writes `SHA256SUMS`.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`].
    pub fn write(self, staging: &StagingDir) -> Result<()> {
        let mut out = HashedFile::create(staging, checksums::NAME)?;
        for record in self.lines.finish().records() {
            let record = record?;
            let (path, digest) = record.split_last_chunk().unwrap_or((&record, &[0; 32]));
            let path = String::from_utf8_lossy(path.strip_suffix(b"\0").unwrap_or(path));
            let line = checksums::line(&Sha256::from(*digest), &path);
            out.append(staging, checksums::NAME, line.as_bytes())?;
        }
        out.finish(staging, checksums::NAME).map(|_| ())
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
