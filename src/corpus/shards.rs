//! Shards: which utterances share a file in the formats that embed audio, and the making of these files.
//!
//! A shard holds utterances of one locale and one split. Speakers stand in the order of `SHA-256(salt|shard|speaker)`, and a
//! shard is a leaf of the binary tree over that order: all speakers whose digests begin with the same bits, as few bits as it
//! takes to stay below the limit. So a speaker who comes or goes changes one leaf, at most splits it or joins it with its
//! neighbour, and every other file keeps its bytes; nothing has to be remembered for it. Sizes are those of the WAV files in a
//! tar archive, from the catalogue alone, for every format. A single speaker above the limit is cut by ids, in order.

use crate::audio::flac;
use crate::corpus::catalogue::{self, Row};
use crate::corpus::format::container::{Coding, Container, Files, Shard, ShardWriter, Unit};
use crate::corpus::format::{self, Sink};
use crate::corpus::split::{Split, salted};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, SeekingFile, Sorted, Sorter};
use crate::ids::Locale;
use crate::parallel;
use crate::progress::Watch;
use bytes::Bytes;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// The greatest predicted size of a shard, in bytes, where nothing else is asked for.
pub const DEFAULT_BYTES: u64 = 256 << 20;

/// The least limit of a shard.
pub const LEAST_BYTES: u64 = 64 << 10;

/// Bytes that a tar archive spends on a clip besides its padded content: its header, and that of a text beside it.
const OVERHEAD: u64 = 1024;

/// Bytes of audio that are read before the formats get them.
const BATCH_BYTES: u64 = 4 << 20;

/// Returns the size that a clip is counted with.
fn predicted(bytes: u64) -> u64 {
    OVERHEAD + bytes.next_multiple_of(512)
}

/// Where a row stands in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    offset: u64,
    bytes: u32,
}

/// What is noted of a row: the bytes of a record, which sort as the rows of shards do.
struct Entry {
    split: Split,
    locale: Locale,
    /// The first bits of the speaker's digest.
    speaker: u64,
    place: Place,
    /// The predicted size.
    size: u64,
}

impl Entry {
    fn record(row: &Row, salt: &str, place: Place) -> Vec<u8> {
        let digest = salted(salt, &["shard", row.speaker.as_str()]);
        let mut record = vec![row.split as u8];
        record.extend_from_slice(row.locale.as_str().as_bytes());
        record.push(0);
        record.extend_from_slice(&digest.bytes()[..8]);
        record.extend_from_slice(row.id.as_str().as_bytes());
        record.push(0);
        record.extend_from_slice(&place.offset.to_be_bytes());
        record.extend_from_slice(&place.bytes.to_be_bytes());
        record.extend_from_slice(&predicted(row.bytes).to_be_bytes());
        record
    }

    fn of(record: &[u8]) -> Option<Self> {
        let (&split, rest) = record.split_first()?;
        let split = Split::ALL.into_iter().find(|one| *one as u8 == split)?;
        let end = rest.iter().position(|&byte| byte == 0)?;
        let locale = std::str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
        let speaker = u64::from_be_bytes(*rest[end + 1..].first_chunk()?);
        let (rest, size) = rest.split_last_chunk()?;
        let (rest, bytes) = rest.split_last_chunk()?;
        let (_, offset) = rest.split_last_chunk()?;
        let place = Place { offset: u64::from_be_bytes(*offset), bytes: u32::from_be_bytes(*bytes) };
        Some(Self { split, locale, speaker, place, size: u64::from_be_bytes(*size) })
    }
}

/// The rows of a catalogue on their way into shards.
pub struct Indexing {
    salt: String,
    records: Sorter,
    offset: u64,
}

impl Indexing {
    /// Begins without rows; what does not fit the memory goes to the folder `scratch`.
    pub fn new(salt: &str, scratch: &Path) -> Self {
        Self { salt: salt.to_owned(), records: Sorter::new(scratch), offset: 0 }
    }

    /// Takes the next row of the catalogue, whose line has so many bytes with its end.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder refuses.
    pub fn push(&mut self, row: &Row, line_bytes: usize) -> Result<()> {
        let place = Place { offset: self.offset, bytes: line_bytes as u32 };
        self.offset += line_bytes as u64;
        self.records.push(&Entry::record(row, &self.salt, place))
    }

    /// Cuts the rows into shards of at most `limit` predicted bytes each, whose audio is stored as `coding`.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the scratch folder refuses.
    pub fn finish(self, limit: u64, coding: Coding) -> Result<Index> {
        let records = self.records.finish();
        let mut leaves = Vec::new();
        let mut group: Option<((Split, Locale), Vec<Speaker>)> = None;
        for entry in entries(&records) {
            let entry = entry?;
            let key = (entry.split, entry.locale);
            if group.as_ref().is_some_and(|(of, _)| *of != key) {
                leaves.extend(group.take().iter().flat_map(|(_, speakers)| cut(speakers, limit)));
            }
            let (_, speakers) = group.get_or_insert_with(|| (key, Vec::new()));
            match speakers.last_mut() {
                Some(last) if last.digest == entry.speaker => {
                    last.rows += 1;
                    last.size += entry.size;
                }
                _ => speakers.push(Speaker { digest: entry.speaker, rows: 1, size: entry.size }),
            }
        }
        leaves.extend(group.iter().flat_map(|(_, speakers)| cut(speakers, limit)));
        Ok(Index { records, leaves, limit, coding })
    }
}

/// The rows of a speaker in one locale and split.
#[derive(Debug, Clone, Copy)]
struct Speaker {
    digest: u64,
    rows: u64,
    size: u64,
}

/// Returns the numbers of rows of the leaves of the tree over some speakers.
fn cut(speakers: &[Speaker], limit: u64) -> Vec<u64> {
    fn leaf(speakers: &[Speaker], bit: u32, limit: u64, out: &mut Vec<u64>) {
        let size: u64 = speakers.iter().map(|speaker| speaker.size).sum();
        if size <= limit || speakers.len() < 2 || bit == u64::BITS {
            let rows = speakers.iter().map(|speaker| speaker.rows).sum();
            if rows > 0 {
                out.push(rows);
            }
            return;
        }
        let mask = 1u64 << (u64::BITS - 1 - bit);
        let (zeros, ones) = speakers.split_at(speakers.partition_point(|speaker| speaker.digest & mask == 0));
        leaf(zeros, bit + 1, limit, out);
        leaf(ones, bit + 1, limit, out);
    }
    let mut out = Vec::new();
    leaf(speakers, 0, limit, &mut out);
    out
}

/// Returns what the records of a catalogue say.
fn entries(records: &Sorted) -> impl Iterator<Item = Result<Entry>> + Send {
    records.records().map(|record| {
        Entry::of(&record?)
            .ok_or_else(|| Error::new(ErrorKind::Io, "what was laid aside reads back differently"))
    })
}

/// The rows of a catalogue in the order of shards, and where each shard begins.
pub struct Index {
    records: Sorted,
    /// How many rows each leaf has.
    leaves: Vec<u64>,
    limit: u64,
    coding: Coding,
}

/// A shard and its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShardRows {
    /// Which one it is.
    pub shard: Shard,
    /// Its rows.
    pub rows: Vec<Place>,
}

impl Index {
    /// Returns the shards, in order; after an error there are no more.
    pub fn shards(&self) -> impl Iterator<Item = Result<ShardRows>> + Send {
        let mut entries = entries(&self.records).peekable();
        let mut leaves = self.leaves.iter().copied();
        let (mut left, limit, coding) = (0, self.limit, self.coding);
        let mut last: Option<Shard> = None;
        std::iter::from_fn(move || {
            if left == 0 {
                left = leaves.next()?;
            }
            let (mut rows, mut size, mut of) = (Vec::new(), 0, None);
            while left > 0 {
                // A speaker above the limit.
                let next = match entries.peek()? {
                    Ok(next) => next.size,
                    Err(_) => 0,
                };
                if !rows.is_empty() && size + next > limit {
                    break;
                }
                let entry = match entries.next()? {
                    Ok(entry) => entry,
                    Err(error) => return Some(Err(error)),
                };
                size += entry.size;
                rows.push(entry.place);
                of.get_or_insert((entry.split, entry.locale));
                left -= 1;
            }
            let (split, locale) = of?;
            let number = match &last {
                Some(last) if (last.split, &last.locale) == (split, &locale) => last.number + 1,
                _ => 0,
            };
            let shard = Shard { locale, split, number, coding };
            last = Some(shard.clone());
            Some(Ok(ShardRows { shard, rows }))
        })
    }

    /// Writes what files that all shards share say of the rows.
    ///
    /// # Errors
    /// [`ErrorKind::Io`]; [`ErrorKind::Corpus`] when the catalogue has changed; those of `out`.
    pub fn notes(&self, containers: &[&dyn Container], dir: &Path, out: &mut dyn Sink) -> Result<()> {
        let noting: Vec<_> = containers.iter().filter(|container| container.has_notes()).collect();
        if noting.is_empty() {
            return Ok(());
        }
        let mut rows = Rows::open(dir)?;
        for shard in self.shards() {
            let ShardRows { shard, rows: places } = shard?;
            for place in places {
                let row = rows.read(place)?;
                for container in &noting {
                    container.note(&shard, &row, out)?;
                }
            }
        }
        Ok(())
    }
}

/// The rows of a catalogue, read here and there.
struct Rows {
    file: SeekingFile,
    line: Vec<u8>,
}

impl Rows {
    fn open(dir: &Path) -> Result<Self> {
        let file = fsio::open_seeking(&dir.join(catalogue::NAME), fsio::MOST_STREAMED)?;
        Ok(Self { file, line: Vec::new() })
    }

    fn read(&mut self, place: Place) -> Result<Row> {
        self.line.resize(place.bytes as usize, 0);
        let read =
            self.file.seek(SeekFrom::Start(place.offset)).and_then(|_| self.file.read_exact(&mut self.line));
        read.map_err(|error| Error::io("read", catalogue::NAME, error))?;
        let line = std::str::from_utf8(&self.line).ok().and_then(|line| line.strip_suffix('\n'));
        let changed = || {
            Error::new(ErrorKind::Corpus, "the catalogue was changed meanwhile").with_path(catalogue::NAME)
        };
        serde_json::from_str(line.ok_or_else(changed)?).map_err(|_| changed())
    }
}

/// Takes the bytes of one file.
pub trait Out {
    /// Takes the next bytes.
    ///
    /// # Errors
    /// Whatever it meets.
    fn write(&mut self, bytes: &[u8]) -> Result<()>;
}

/// A format with its files of a shard.
struct Lane<O> {
    writer: Box<dyn ShardWriter>,
    files: Vec<(String, O)>,
}

/// The files of a lane, by their places.
struct Slice<'a, O>(&'a mut [(String, O)]);

impl<O: Out> Files for Slice<'_, O> {
    fn append(&mut self, file: usize, bytes: &[u8]) -> Result<()> {
        let (_, out) = &mut self.0[file];
        out.write(bytes)
    }
}

impl<O: Out> Lane<O> {
    fn push(&mut self, clips: &[(Row, Bytes)]) -> Result<()> {
        let Self { writer, files } = self;
        clips.iter().try_for_each(|(row, audio)| writer.push(Unit { row, audio }, &mut Slice(files)))
    }

    fn finish(&mut self) -> Result<()> {
        let Self { writer, files } = self;
        writer.finish(&mut Slice(files))
    }
}

/// What came of a shard.
pub enum Poured<O> {
    /// Its files, in the order of formats.
    Whole(Vec<(String, O)>),
    /// This audio file is not what its row says, so that nothing can be made of it.
    Unsound(PathBuf),
}

/// Returns the containers among the named formats, in their order.
///
/// # Errors
/// [`ErrorKind::Usage`] when one of the names is no format's.
pub fn containers(names: &[String]) -> Result<Vec<&'static dyn Container>> {
    let found = names.iter().map(|name| format::find(name));
    Ok(found.collect::<Result<Vec<_>>>()?.into_iter().filter_map(format::Format::container).collect())
}

/// Makes the files of shards from a corpus. Every clip is read and hashed once, whatever the number of formats.
#[derive(Clone, Copy)]
pub struct Pouring<'a> {
    /// The formats.
    pub containers: &'a [&'static dyn Container],
    /// The corpus.
    pub dir: &'a Path,
    /// Worker threads, at least 1.
    pub threads: usize,
    /// Asked whether to stop.
    pub watch: &'a dyn Watch,
}

impl Pouring<'_> {
    /// Makes the files of all shards and hands what `end` makes of them to `sink`, shard by shard, until an error; each file
    /// goes to what `open` makes of its path.
    ///
    /// # Errors
    /// [`ErrorKind::Io`]; [`ErrorKind::Corpus`] when a format cannot hold a row; [`ErrorKind::Interrupted`]; those of `open`
    /// and its outcome, of `end` and of `sink`.
    pub fn all<O: Out + Send, T: Send>(
        self,
        index: &Index,
        open: impl Fn(&str) -> Result<O> + Sync,
        end: impl Fn(&Shard, Poured<O>) -> Result<T> + Sync,
        sink: impl FnMut(T) -> Result<()>,
    ) -> Result<()> {
        // The formats of one shard share its clips, so threads go to these first: shards differ much in size.
        let within = self.threads.min(self.containers.len()).max(1);
        parallel::tried(
            index.shards(),
            self.threads / within,
            |shard| shard.and_then(|shard| end(&shard.shard, self.one(&shard, within, &open)?)),
            sink,
        )
    }

    fn one<O: Out + Send>(
        self,
        shard: &ShardRows,
        threads: usize,
        open: impl Fn(&str) -> Result<O>,
    ) -> Result<Poured<O>> {
        let lane = |container: &&dyn Container| {
            let files = container.files(&shard.shard).into_iter();
            let files = files.map(|path| open(&path).map(|out| (path, out))).collect::<Result<Vec<_>>>()?;
            Ok(Lane { writer: container.open(&shard.shard)?, files })
        };
        let mut lanes = self.containers.iter().map(lane).collect::<Result<Vec<_>>>()?;
        let mut rows = Rows::open(self.dir)?;
        let mut places = shard.rows.iter().copied().peekable();
        while places.peek().is_some() {
            if self.watch.stopped() {
                return Err(Error::new(ErrorKind::Interrupted, "stopped while shards were made"));
            }
            let mut batch = Vec::new();
            let mut bytes = 0;
            while bytes < BATCH_BYTES
                && let Some(place) = places.next()
            {
                let row = rows.read(place)?;
                bytes += row.bytes;
                batch.push(row);
            }
            let mut clips = Vec::with_capacity(batch.len());
            let mut unsound = None;
            let read = |row: Row| {
                let audio = audio_of(self.dir, &row)?.map(|audio| coded(audio, shard.shard.coding));
                Ok((audio.transpose().map_err(|error| error.with_path(&row.audio))?, row))
            };
            parallel::tried(batch, threads, read, |(audio, row)| {
                match audio {
                    Some(audio) => clips.push((row, audio)),
                    None => unsound = unsound.take().or_else(|| Some(self.dir.join(&row.audio))),
                }
                Ok(())
            })?;
            if let Some(path) = unsound {
                return Ok(Poured::Unsound(path));
            }
            parallel::tried(lanes.iter_mut(), threads, |lane| lane.push(&clips), Ok)?;
        }
        parallel::tried(lanes.iter_mut(), threads, Lane::finish, Ok)?;
        Ok(Poured::Whole(lanes.into_iter().flat_map(|lane| lane.files).collect()))
    }
}

/// Returns the audio file of a row; `None` when it is not what the row says.
///
/// # Errors
/// [`ErrorKind::Io`].
pub fn audio_of(dir: &Path, row: &Row) -> Result<Option<Vec<u8>>> {
    let path = dir.join(&row.audio);
    let is_there =
        fsio::look(&path)?.is_some_and(|entry| entry.kind == fsio::Kind::File && entry.bytes == row.bytes);
    let audio = if is_there { fsio::read_plain(&path, row.bytes)? } else { return Ok(None) };
    Ok((Sha256::of(&audio) == row.sha256).then_some(audio))
}

/// Returns an audio file in a coding.
fn coded(audio: Vec<u8>, coding: Coding) -> Result<Bytes> {
    Ok(match coding {
        Coding::Wav => audio.into(),
        Coding::Flac => flac::encode(&audio)?.into(),
    })
}

#[cfg(test)]
mod tests;
