//! Deltas: what is needed to make a new release of a corpus out of an old one, and no more.
//!
//! A delta is a tar archive of plain files: `delta.json`, the `SHA256SUMS` of the new release, then, in the order of that list,
//! every file whose bytes the old release has nowhere, under `files/`. All else is taken from the old release by digest, so a
//! file that only got another name costs nothing. What is made is proved by the new list, byte for byte.

use crate::archive::bag;
use crate::archive::checksums;
use crate::archive::tar::{self, Member, Reader};
use crate::corpus::out::StagedHash;
use crate::corpus::shards::Out as _;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, PartialFile, SeekingFile, StagingDir};
use crate::progress::Watch;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Component, Path};

/// The version of deltas.
pub const SCHEMA: u32 = 1;

/// The name of the head.
const HEAD: &str = "delta.json";
/// The folder of the files.
const FILES: &str = "files/";
/// The longest line of a list.
const MAX_LINE: u64 = 64 * 1024;
/// Bytes that are copied at a time.
const BLOCK: usize = 64 * 1024;

/// The head of a delta, and what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The version of the form.
    pub schema: u32,
    /// Always `delta`.
    #[serde(rename = "type")]
    pub kind: String,
    /// SHA-256 of the `SHA256SUMS` of the old release.
    pub from: Sha256,
    /// SHA-256 of the `SHA256SUMS` of the new release.
    pub to: Sha256,
    /// Files of the new release, its list not counted.
    pub files: u64,
    /// How many of them the delta brings.
    pub brought: u64,
    /// Bytes that it brings.
    pub bytes: u64,
}

/// What the head of a delta says, as a line of `--json` has it besides its own version and type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DeltaRow {
    /// SHA-256 of the `SHA256SUMS` of the old release.
    pub from: Sha256,
    /// SHA-256 of the `SHA256SUMS` of the new release.
    pub to: Sha256,
    /// Files of the new release, its list not counted.
    pub files: u64,
    /// How many of them the delta brings.
    pub brought: u64,
    /// Bytes that it brings.
    pub bytes: u64,
}

impl From<&Head> for DeltaRow {
    fn from(head: &Head) -> Self {
        let Head { from, to, files, brought, bytes, .. } = *head;
        Self { from, to, files, brought, bytes }
    }
}

/// The digests of a release, and where the line of each begins in its list.
struct Known {
    entries: Vec<(Sha256, u64)>,
    list: SeekingFile,
}

impl Known {
    fn of(corpus: &Path) -> Result<Self> {
        let mut entries = Vec::new();
        let mut offset = 0;
        let mut lines = Lines::open(corpus)?;
        while let Some((digest, _, bytes)) = lines.next()? {
            entries.push((digest, offset));
            offset += bytes;
        }
        entries.sort_unstable();
        let list = fsio::open_seeking(&corpus.join(checksums::NAME), fsio::MOST_LIST)?;
        Ok(Self { entries, list })
    }

    fn has(&self, digest: &Sha256) -> bool {
        self.entries.binary_search_by_key(digest, |(known, _)| *known).is_ok()
    }

    /// Says whether several files have these bytes.
    fn is_twice(&self, digest: &Sha256) -> bool {
        let at = self.entries.partition_point(|(known, _)| known < digest);
        self.entries.get(at + 1).is_some_and(|(known, _)| known == digest)
    }

    /// Returns the path of a file with these bytes.
    fn path(&mut self, digest: &Sha256) -> Result<Option<String>> {
        let Ok(at) = self.entries.binary_search_by_key(digest, |(known, _)| *known) else { return Ok(None) };
        let read = |error| Error::io("read", checksums::NAME, error);
        self.list.seek(SeekFrom::Start(self.entries[at].1)).map_err(read)?;
        let mut line = Vec::new();
        BufReader::new((&mut self.list).take(MAX_LINE)).read_until(b'\n', &mut line).map_err(read)?;
        let parsed = checksums::parse(line.strip_suffix(b"\n").unwrap_or(&line));
        Ok(parsed.filter(|(found, _)| found == digest).map(|(_, path)| path.to_owned()))
    }
}

fn no_list(folder: &Path) -> Error {
    Error::new(ErrorKind::Corpus, format!("this is no corpus: it has no {}", checksums::NAME))
        .with_path(folder)
        .with_hint("give a folder that `booth pack --out` made")
}

/// The lines of a list of checksums.
struct Lines<R> {
    input: R,
    number: u64,
    last: String,
}

impl Lines<BufReader<std::fs::File>> {
    fn open(corpus: &Path) -> Result<Self> {
        let path = corpus.join(checksums::NAME);
        let file = fsio::find_plain(&path, fsio::MOST_LIST)?.ok_or_else(|| no_list(corpus))?;
        Ok(Self::new(BufReader::new(file)))
    }
}

impl<R: BufRead> Lines<R> {
    fn new(input: R) -> Self {
        Self { input, number: 0, last: String::new() }
    }

    /// Returns the next digest, its path and the bytes of the line.
    fn next(&mut self) -> Result<Option<(Sha256, String, u64)>> {
        let mut line = Vec::new();
        let read = (&mut self.input).take(MAX_LINE).read_until(b'\n', &mut line);
        let bytes = read.map_err(|error| Error::io("read", checksums::NAME, error))?;
        if bytes == 0 {
            return Ok(None);
        }
        self.number += 1;
        let bad = |what: &str| {
            Error::new(ErrorKind::Corpus, what.to_owned()).with_path(checksums::NAME).at_line(self.number)
        };
        let parsed = line.strip_suffix(b"\n").and_then(checksums::parse);
        let (digest, path) = parsed.ok_or_else(|| bad("the line is not a digest, two spaces and a path"))?;
        let is_plain = |part| matches!(part, Component::Normal(_));
        if !Path::new(path).components().all(is_plain) || path == checksums::NAME {
            return Err(bad("the path does not stay in the corpus"));
        }
        if path <= self.last.as_str() {
            return Err(bad("the line is out of order or twice"));
        }
        path.clone_into(&mut self.last);
        Ok(Some((digest, path.to_owned(), bytes as u64)))
    }
}

/// Copies what `input` has to `write`, and returns its digest and length.
fn copy(
    input: &mut dyn Read,
    write: &mut dyn FnMut(&[u8]) -> Result<()>,
    failed: &dyn Fn(std::io::Error) -> Error,
) -> Result<(Sha256, u64)> {
    let mut hasher = crate::digest::Hasher::new();
    let (mut block, mut bytes) = (vec![0; BLOCK], 0);
    loop {
        match input.read(&mut block) {
            Ok(0) => return Ok((hasher.finish(), bytes)),
            Ok(count) => {
                hasher.update(&block[..count]);
                bytes += count as u64;
                write(&block[..count])?;
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error)),
        }
    }
}

/// Writes the delta from the release `old` to the release `new` into the new file `out`.
///
/// # Errors
/// [`ErrorKind::Corpus`] when one of them is no corpus; [`ErrorKind::Integrity`] when a file is not what the list of its
/// release says; [`ErrorKind::Exists`] when `out` is there; [`ErrorKind::Io`]; those of `watch`.
pub fn make(old: &Path, new: &Path, out: &Path, watch: &dyn Watch) -> Result<Head> {
    let (old, new) = (&*bag::home(old)?, &*bag::home(new)?);
    if fsio::look(out)?.is_some() {
        return Err(Error::new(ErrorKind::Exists, "it is there already and is never overwritten")
            .with_path(out)
            .with_hint("give another file, or move the old one away"));
    }
    let known = Known::of(old)?;
    let list = fsio::read_found(&new.join(checksums::NAME), fsio::MOST_LIST)?.ok_or_else(|| no_list(new))?;
    let from = Sha256::of_file(old.join(checksums::NAME))?.0;
    let mut head = Head {
        schema: SCHEMA,
        kind: "delta".to_owned(),
        from,
        to: Sha256::of(&list),
        files: 0,
        brought: 0,
        bytes: 0,
    };
    let mut wanted: BTreeSet<Sha256> = BTreeSet::new();
    let mut lines = Lines::new(&list[..]);
    while let Some((digest, path, _)) =
        lines.next().map_err(|error| error.with_path(new.join(checksums::NAME)))?
    {
        head.files += 1;
        if !known.has(&digest) && wanted.insert(digest) {
            head.brought += 1;
            let entry = fsio::look(&new.join(&path))?;
            head.bytes += entry.map_or(0, |entry| entry.bytes);
        }
    }
    let failed = |error| Error::io("write", out, error);
    let mut archive = BufWriter::new(PartialFile::create(out)?);
    let mut text = serde_json::to_string_pretty(&head)
        .map_err(|error| Error::new(ErrorKind::Corpus, format!("the delta cannot be written: {error}")))?;
    text.push('\n');
    for (name, bytes) in [(HEAD, text.as_bytes()), (checksums::NAME, &list[..])] {
        let size = bytes.len() as u64;
        for part in [&tar::before(name, size)?[..], bytes, tar::after(size)] {
            archive.write_all(part).map_err(failed)?;
        }
    }
    let mut lines = Lines::new(&list[..]);
    let mut done = 0;
    while let Some((digest, path, _)) = lines.next()? {
        if !wanted.remove(&digest) {
            continue;
        }
        let place = new.join(&path);
        let size = fsio::look(&place)?.map_or(0, |entry| entry.bytes);
        archive.write_all(&tar::before(&format!("{FILES}{path}"), size)?).map_err(failed)?;
        let mut file = fsio::open_plain(&place, fsio::MOST_STREAMED)?;
        let mut write = |bytes: &[u8]| archive.write_all(bytes).map_err(failed);
        let found = copy(&mut file, &mut write, &|error| Error::io("read", &place, error))?;
        if found != (digest, size) {
            return Err(Error::new(
                ErrorKind::Integrity,
                "the file is not what the list of its release says",
            )
            .with_path(&place)
            .with_hint("`booth verify` says what is wrong with the release"));
        }
        archive.write_all(tar::after(size)).map_err(failed)?;
        done += 1;
        watch.at(done, head.brought)?;
    }
    archive.write_all(&tar::end()).map_err(failed)?;
    let file = archive.into_inner().map_err(|error| Error::io("write", out, error.into_error()))?;
    file.publish()?;
    Ok(head)
}

/// Makes the new release in the new folder `out` from the release `old` and a delta.
///
/// # Errors
/// [`ErrorKind::Corpus`] when `old` is no corpus, or `delta` is no delta, is damaged, or is for another release;
/// [`ErrorKind::Integrity`] when a file of `old` is not what its list says; [`ErrorKind::Exists`] when `out` is there;
/// [`ErrorKind::Io`]; those of `watch`. After an error nothing is left behind.
pub fn apply(old: &Path, delta: &Path, out: &Path, watch: &dyn Watch) -> Result<Head> {
    let old = &*bag::home(old)?;
    let bad = |what: &str| Error::new(ErrorKind::Corpus, what.to_owned()).with_path(delta);
    let here = |error: Error| if error.path().is_some() { error } else { error.with_path(delta) };
    let unread = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => bad("the delta is cut off"),
        _ => Error::io("read", delta, error),
    };
    let file = fsio::open_named(delta, fsio::MOST_STREAMED)?;
    let mut archive = Reader::new(BufReader::with_capacity(BLOCK, file));
    let whole = |archive: &mut Reader<_>, name: &str, most: u64| -> Result<Vec<u8>> {
        let member = archive.next_member().map_err(here)?;
        if !member.is_some_and(|member| member.name == name && member.size <= most) {
            return Err(bad("this is no delta").with_hint("give a file that `booth diff --delta` made"));
        }
        let mut bytes = Vec::new();
        archive.read_to_end(&mut bytes).map_err(unread)?;
        Ok(bytes)
    };
    let head = whole(&mut archive, HEAD, fsio::MOST_SMALL)?;
    let head: Head = serde_json::from_slice(&head)
        .map_err(|error| bad(&format!("the head of the delta cannot be read: {error}")))?;
    if head.schema != SCHEMA || head.kind != "delta" {
        return Err(bad(&format!("a delta of schema {} is not read, only {SCHEMA}", head.schema))
            .with_hint("use the version of Booth that made it"));
    }
    let mut known = Known::of(old)?;
    let found = Sha256::of_file(old.join(checksums::NAME))?.0;
    if found != head.from {
        return Err(bad("the delta goes from another release").with_hint(format!(
            "it goes from the one whose {} has the SHA-256 {}; that of {} has {found}",
            checksums::NAME,
            head.from,
            old.display()
        )));
    }
    let list = whole(&mut archive, checksums::NAME, fsio::MOST_LIST)?;
    if Sha256::of(&list) != head.to {
        return Err(bad("the delta is damaged: its list of files is not the one that its head names"));
    }
    let staging = StagingDir::create(out, "booth patch")?;
    // Where bytes are by now that the delta brought, or that several files have: they stand there under further names.
    let mut placed: BTreeMap<Sha256, String> = BTreeMap::new();
    let mut lines = Lines::new(&list[..]);
    let mut done = 0;
    while let Some((digest, path, _)) = lines.next().map_err(|error| error.with_path(delta))? {
        if let Some(from) = placed.get(&digest) {
            staging.link_file(from, &path)?;
        } else if let Some(from) = known.path(&digest)? {
            let place = old.join(&from);
            let mut input = fsio::open_plain(&place, fsio::MOST_STREAMED)?;
            let mut file = StagedHash::create(&staging, &path)?;
            copy(&mut input, &mut |bytes| file.write(bytes), &|error| Error::io("read", &place, error))?;
            if file.finish()? != digest {
                return Err(Error::new(
                    ErrorKind::Integrity,
                    "the file is not what the list of its release says",
                )
                .with_path(&place)
                .with_hint(
                    "take the old release from a copy; `booth verify` says all that is wrong with it",
                ));
            }
            if known.is_twice(&digest) {
                placed.insert(digest, path);
            }
        } else {
            let Some(Member { name, .. }) = archive.next_member().map_err(here)? else {
                return Err(bad(&format!("the delta lacks {path}")));
            };
            if name.strip_prefix(FILES) != Some(&path) {
                return Err(bad(&format!("the delta has {} where {path} comes", name.escape_debug())));
            }
            let mut file = StagedHash::create(&staging, &path)?;
            copy(&mut archive, &mut |bytes| file.write(bytes), &unread)?;
            if file.finish()? != digest {
                return Err(bad(&format!("the delta is damaged: {path} is not what its list says")));
            }
            placed.insert(digest, path);
        }
        done += 1;
        watch.at(done, head.files)?;
    }
    if archive.next_member().map_err(here)?.is_some() {
        return Err(bad("the delta goes on after the last file of its list"));
    }
    let mut file = staging.create_file(checksums::NAME)?;
    file.write(&list)?;
    staging.publish()?;
    Ok(head)
}

#[cfg(test)]
mod tests;
