//! A bundle on disk: one file, or parts of a chosen size. Done again, it makes the same bytes and goes on where it was.

use super::about::{SCHEMA, Slice};
use super::make::{Body, Bundle, Content};
use super::name::part_name;
use crate::archive::tar;
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, PartialFile};
use crate::numbers::plural;
use crate::progress::Watch;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The least bytes of a part.
pub const LEAST_PART: u64 = 64 << 10;
/// Bytes that are read at a time.
const BLOCK: usize = 64 << 10;

/// A bundle that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// SHA-256 of the whole bundle.
    pub sha256: Sha256,
    /// Its bytes.
    pub bytes: u64,
    /// The files: one, or the parts in their order.
    pub files: Vec<PathBuf>,
    /// How many of them were there already.
    pub known: u64,
}

impl Bundle {
    /// Returns the bytes of the whole file.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when a file in it is too large for a tar.
    pub fn bytes(&self) -> Result<u64> {
        let mut sum = tar::end().len() as u64;
        for content in &self.contents {
            let before = tar::before(&content.member.to_string(), content.bytes)?.len() as u64;
            sum += before + content.bytes + tar::after(content.bytes).len() as u64;
        }
        Ok(sum)
    }

    /// Gives the bytes of the file, block by block.
    fn stream(&self, each: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> {
        for content in &self.contents {
            each(&tar::before(&content.member.to_string(), content.bytes)?)?;
            match &content.body {
                Body::Bytes(bytes) => each(bytes)?,
                Body::Laid(place) => each(&self.spool.get(*place)?)?,
                Body::File(path) => file(path, content, each)?,
            }
            each(tar::after(content.bytes))?;
        }
        each(&tar::end())
    }

    /// Writes the bundle into the folder `into`, as one file, or in parts of at most `part` bytes where it is larger. A file that is there with the
    /// very bytes stays; whatever cuts it short, it is done by doing it again.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for parts of less than [`LEAST_PART`] bytes, or more of them than [`Slice::MOST_PARTS`];
    /// [`ErrorKind::Exists`] when another file has the name of one; [`ErrorKind::Integrity`] when a take has changed since;
    /// [`ErrorKind::Io`]; those of `watch`.
    pub fn write(&self, into: &Path, part: Option<u64>, watch: &dyn Watch) -> Result<Written> {
        let bytes = self.bytes()?;
        let slices = part.map(|most| slice_length(most, bytes)).transpose()?;
        // What fits goes in one piece.
        let part = part.filter(|&most| bytes > most);
        let length = part.and(slices).unwrap_or(bytes);
        let mut slices = Slices::new(length);
        self.stream(&mut |block| {
            slices.add(block);
            watch.at(0, 0)
        })?;
        let (sha256, digests) = slices.finish();
        let parts = digests.len() as u32;
        let mut files = Vec::with_capacity(digests.len());
        for (at, part_sha256) in digests.into_iter().enumerate() {
            let (number, from) = (at as u32 + 1, at as u64 * length);
            let length = length.min(bytes - from);
            let (name, head) = if part.is_none() {
                (self.name.clone(), String::new())
            } else {
                let slice = Slice {
                    booth_part: SCHEMA,
                    bundle: self.name.clone(),
                    code: self.code,
                    sha256,
                    bytes,
                    part: number,
                    parts,
                    from,
                    length,
                    part_sha256,
                };
                (part_name(&self.name, number, parts), slice.to_line()?)
            };
            files.push(Piece { path: into.join(name), head, length, sha256: part_sha256 });
        }
        fsio::create_dir_all(into)?;
        let mut known = 0;
        let mut is_known = Vec::with_capacity(files.len());
        for piece in &files {
            is_known.push(piece.is_there()?);
            known += u64::from(is_known[is_known.len() - 1]);
        }
        let mut writer = Writer { pieces: &files, is_known: &is_known, at: 0, left: 0, file: None };
        writer.begin()?;
        self.stream(&mut |block| {
            writer.add(block)?;
            watch.at(0, 0)
        })?;
        Ok(Written { sha256, bytes, files: files.into_iter().map(|piece| piece.path).collect(), known })
    }
}

/// Returns the bytes of the bundle in each part but the last.
fn slice_length(most: u64, bytes: u64) -> Result<u64> {
    let wrong = |what: String, hint: String| Err(Error::new(ErrorKind::Usage, what).with_hint(hint));
    if most < LEAST_PART {
        return wrong(
            format!("parts of {} are too small", plural(most, "byte")),
            format!("the least are {LEAST_PART} bytes"),
        );
    }
    let length = most - Slice::MOST_LINE as u64;
    let count = bytes.div_ceil(length);
    if count > u64::from(Slice::MOST_PARTS) {
        return wrong(
            format!("the bundle would have {count} parts; it may have {}", Slice::MOST_PARTS),
            "choose a greater size".to_owned(),
        );
    }
    Ok(length)
}

/// Gives the bytes of the file of a take, which has to be what was proved.
fn file(path: &Path, content: &Content, each: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> {
    let mut input = fsio::open_plain(path, content.bytes)?.take(content.bytes);
    let (mut hasher, mut block, mut count) = (Hasher::new(), vec![0; BLOCK], 0);
    loop {
        match input.read(&mut block) {
            Ok(0) => break,
            Ok(read) => {
                hasher.update(&block[..read]);
                count += read as u64;
                each(&block[..read])?;
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::io("read", path, error)),
        }
    }
    if count != content.bytes || hasher.finish() != content.sha256 {
        return Err(Error::new(ErrorKind::Integrity, "the take has changed while the bundle was made")
            .with_path(path)
            .with_hint("find out what writes there, and make the bundle again"));
    }
    Ok(())
}

/// The digests of a whole and of its slices.
struct Slices {
    length: u64,
    all: Hasher,
    one: Hasher,
    left: u64,
    digests: Vec<Sha256>,
}

impl Slices {
    fn new(length: u64) -> Self {
        Self { length, all: Hasher::new(), one: Hasher::new(), left: length, digests: Vec::new() }
    }

    fn add(&mut self, mut block: &[u8]) {
        self.all.update(block);
        while !block.is_empty() {
            let (now, later) =
                block.split_at(block.len().min(usize::try_from(self.left).unwrap_or(usize::MAX)));
            self.one.update(now);
            self.left -= now.len() as u64;
            if self.left == 0 {
                self.digests.push(std::mem::take(&mut self.one).finish());
                self.left = self.length;
            }
            block = later;
        }
    }

    fn finish(mut self) -> (Sha256, Vec<Sha256>) {
        if self.left < self.length {
            self.digests.push(self.one.finish());
        }
        (self.all.finish(), self.digests)
    }
}

/// A file that is written: the bundle, or a part of it behind its first line.
struct Piece {
    path: PathBuf,
    head: String,
    length: u64,
    /// Of what comes after the first line.
    sha256: Sha256,
}

impl Piece {
    /// Says whether the file is there already.
    fn is_there(&self) -> Result<bool> {
        if fsio::look(&self.path)?.is_none() {
            return Ok(false);
        }
        let taken = || {
            Err(Error::new(ErrorKind::Exists, "another file has the name of the bundle")
                .with_path(&self.path)
                .with_hint("move it away, or choose another folder with --out"))
        };
        let whole = self.head.len() as u64 + self.length;
        if fsio::look(&self.path)?.is_none_or(|entry| entry.bytes != whole) {
            return taken();
        }
        let failed = |error| Error::io("read", &self.path, error);
        let mut input = fsio::open_plain(&self.path, whole)?;
        let mut head = vec![0; self.head.len()];
        input.read_exact(&mut head).map_err(failed)?;
        let (mut hasher, mut block) = (Hasher::new(), vec![0; BLOCK]);
        loop {
            match input.read(&mut block) {
                Ok(0) => break,
                Ok(read) => hasher.update(&block[..read]),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(failed(error)),
            }
        }
        if head == self.head.as_bytes() && hasher.finish() == self.sha256 { Ok(true) } else { taken() }
    }
}

/// Writes the pieces one after the other, and passes over those that are there.
struct Writer<'a> {
    pieces: &'a [Piece],
    is_known: &'a [bool],
    at: usize,
    left: u64,
    file: Option<PartialFile>,
}

impl Writer<'_> {
    fn begin(&mut self) -> Result<()> {
        let Some(piece) = self.pieces.get(self.at) else { return Ok(()) };
        self.left = piece.length;
        if !self.is_known[self.at] {
            let mut file = PartialFile::create(&piece.path)?;
            let wrote = file.write_all(piece.head.as_bytes());
            wrote.map_err(|error| Error::io("write", file.partial(), error))?;
            self.file = Some(file);
        }
        Ok(())
    }

    fn add(&mut self, mut block: &[u8]) -> Result<()> {
        while !block.is_empty() {
            let (now, later) =
                block.split_at(block.len().min(usize::try_from(self.left).unwrap_or(usize::MAX)));
            if let Some(file) = &mut self.file {
                file.write_all(now).map_err(|error| Error::io("write", file.partial(), error))?;
            }
            self.left -= now.len() as u64;
            if self.left == 0 {
                if let Some(file) = self.file.take() {
                    file.publish()?;
                }
                self.at += 1;
                self.begin()?;
            }
            block = later;
        }
        Ok(())
    }
}
