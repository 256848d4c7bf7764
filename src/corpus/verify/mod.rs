//! Proving a corpus from its files alone: every fault, not the first one.
//!
//! Each file is read and hashed once. `SHA256SUMS` is one witness for it; the catalogue (for audio), the
//! head (for the catalogue and the lock), and the text that is made again from the catalogue (for
//! manifests and card) are the other. Where two witnesses agree against the third, the third is named.

mod audio;
mod bag;
mod card;
mod described;
mod gaps;
mod heads;
mod joins;
mod limits;
mod listing;
mod placed;
mod promises;
mod shards;
mod texts;

use crate::archive::bag::{DATA, is_bag};
use crate::archive::checksums;
use crate::corpus::card::{Survey, Surveying};
use crate::corpus::catalogue::{self, Reader, Row};
use crate::corpus::describe::{self, Describing};
use crate::corpus::format::{self, Coding, LeftOut, Writers};
use crate::corpus::held_out::ListDigest;
use crate::corpus::out::HashingReader;
use crate::corpus::processing::row_faults;
use crate::corpus::release::{self, Release, Settings};
use crate::corpus::shards::{DEFAULT_BYTES, Indexing, containers};
use crate::corpus::split::{By, DEFAULT_SALT, Lock, Purpose};
use crate::corpus::totals::{Counter, Totals};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::parallel;
use crate::progress::Watch;
pub use gaps::gaps;
use heads::first_difference;
use joins::Joins;
use limits::Limits;
use listing::Listing;
use placed::Placed;
pub use promises::promises;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;
use texts::Compared;

/// The most bytes read of `corpus.json`, the card or a lock; far above any that Booth writes.
const MAX_TEXT: u64 = 256 << 20;
/// Audio files handed to the workers at a time.
const BATCH: usize = 512;

/// The ids of all faults, stable for ever.
pub const FAULTS: [&str; 43] = [
    "annotation",
    "bag",
    "card",
    "catalogue",
    "catalogue-id",
    "catalogue-path",
    "checksum",
    "checksum-list",
    "clip",
    "counts",
    "description",
    "duration",
    "encoding",
    "header",
    "held-out",
    "loudness",
    "manifest",
    "missing",
    "number",
    "part",
    "pool",
    "promise",
    "purpose",
    "rate",
    "receipt",
    "recording",
    "release",
    "selection",
    "session",
    "shard",
    "shared-recording",
    "since",
    "size",
    "slot",
    "speaker-split",
    "splits",
    "text",
    "text-hash",
    "text-split",
    "unlisted",
    "verdict",
    "withdrawn",
    "word",
];

/// Something wrong with a corpus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    /// The file, relative to the corpus, with `/`.
    pub path: String,
    /// The line inside it, from 1.
    pub line: Option<u64>,
    /// What kind of fault, stable for ever (`checksum`).
    pub id: &'static str,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What it should be.
    pub expected: Option<String>,
    /// What it is.
    pub found: Option<String>,
}

impl Fault {
    pub(super) fn new(id: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        debug_assert!(FAULTS.contains(&id), "`{id}` is not in the list of faults");
        Self { path: path.into(), line: None, id, message: message.into(), expected: None, found: None }
    }

    fn at(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }

    pub(super) fn differs(mut self, expected: impl Display, found: impl Display) -> Self {
        self.expected = Some(expected.to_string());
        self.found = Some(found.to_string());
        self
    }
}

/// The outcome of [`verify`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// Every fault, by path, line and id; empty when the corpus is whole.
    pub faults: Vec<Fault>,
    /// Utterances in the catalogue.
    pub utterances: u64,
    /// Files that were looked at.
    pub files: u64,
    /// Bytes of audio files, by the catalogue.
    pub audio_bytes: u64,
    /// What is in one split as a whole.
    pub split_by: By,
    /// What the corpus is for.
    pub purpose: Purpose,
    /// The lists of test sets that it was held against when it was made.
    pub held_out: Vec<ListDigest>,
}

/// The counts of a [`VerifyReport`], as the last line of `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifySummary {
    /// Faults.
    pub faults: u64,
    /// Utterances in the catalogue.
    pub utterances: u64,
    /// Files that were looked at.
    pub files: u64,
    /// Bytes of audio files, by the catalogue.
    pub audio_bytes: u64,
    /// What is in one split as a whole; by `prompt` results on test are not speaker-independent.
    pub split_by: By,
    /// What the corpus is for.
    pub purpose: Purpose,
    /// The lists of test sets that it was held against when it was made.
    pub held_out: Vec<ListDigest>,
}

impl VerifyReport {
    /// Returns the counts.
    pub fn summary(&self) -> VerifySummary {
        let Self { faults, utterances, files, audio_bytes, split_by, purpose, held_out } = self;
        let (utterances, files, audio_bytes) = (*utterances, *files, *audio_bytes);
        let (split_by, purpose, held_out) = (*split_by, *purpose, held_out.clone());
        VerifySummary {
            faults: faults.len() as u64,
            utterances,
            files,
            audio_bytes,
            split_by,
            purpose,
            held_out,
        }
    }
}

/// How deep to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Everything: every byte of every file.
    Whole,
    /// All but the samples of audio files; for a corpus that was written a moment ago.
    Structure,
}

/// Verifies the corpus in `dir`, and the bag around it where it is one; what is compared over all rows is laid aside in the folder `scratch`.
///
/// # Errors
/// [`ErrorKind::Corpus`] when `dir` is no corpus at all; [`ErrorKind::Io`] when the system fails; those
/// of `watch`. Whatever is wrong with a corpus is a fault, not an error.
pub fn verify(
    dir: &Path,
    depth: Depth,
    threads: usize,
    scratch: &Path,
    watch: &dyn Watch,
) -> Result<VerifyReport> {
    if is_bag(dir)? {
        let mut report = verify_corpus(&dir.join(DATA), depth, threads, scratch, watch)?;
        let is_whole = report.faults.is_empty();
        for fault in &mut report.faults {
            fault.path = format!("{DATA}/{}", fault.path);
        }
        report.files += bag::check(dir, !is_whole, &mut report.faults)?;
        report.faults.sort();
        return Ok(report);
    }
    verify_corpus(dir, depth, threads, scratch, watch)
}

fn verify_corpus(
    dir: &Path,
    depth: Depth,
    threads: usize,
    scratch: &Path,
    watch: &dyn Watch,
) -> Result<VerifyReport> {
    let known = [catalogue::NAME, release::NAME, checksums::NAME];
    let mut there = false;
    for name in known {
        there |= fsio::look(&dir.join(name))?.is_some();
    }
    if !there {
        return Err(Error::new(
            ErrorKind::Corpus,
            format!("this is no corpus: it has none of {}", known.join(", ")),
        )
        .with_path(dir)
        .with_hint("give the folder that `booth pack --out` made"));
    }
    let check = Check {
        dir,
        depth,
        threads,
        scratch,
        watch,
        faults: Vec::new(),
        listing: Listing::default(),
        release: None,
        lock: None,
        survey: None,
        hashes: BTreeMap::new(),
    };
    check.run()
}

struct Check<'a> {
    dir: &'a Path,
    depth: Depth,
    threads: usize,
    scratch: &'a Path,
    watch: &'a dyn Watch,
    faults: Vec<Fault>,
    listing: Listing,
    release: Option<Release>,
    lock: Option<Lock>,
    /// What the card says beyond the head, where every line of the catalogue was a row.
    survey: Option<Survey>,
    /// Digest of each text file that was read, and what the other witness says of it.
    hashes: BTreeMap<String, (Sha256, Witness)>,
}

/// What a file's second witness says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Witness {
    /// The file is what it should be.
    For,
    /// It is not.
    Against,
    /// There is none.
    None,
}

impl Check<'_> {
    fn run(mut self) -> Result<VerifyReport> {
        self.listing = Listing::read(self.dir, &mut self.faults)?;
        let release_text = self.text(release::NAME)?;
        if let Some(text) = &release_text {
            match Release::parse(text) {
                Ok(release) => self.release = Some(release),
                Err(error) => self.faults.push(Fault::new("release", release::NAME, error.message())),
            }
        }
        let lock_text = self.text(Lock::NAME)?;
        if let Some(text) = &lock_text {
            match Lock::parse(text) {
                Ok(lock) => self.lock = Some(lock),
                Err(error) => {
                    let mut fault = Fault::new("splits", Lock::NAME, error.message());
                    fault.line = error.line();
                    self.faults.push(fault);
                }
            }
        }
        self.list()?;
        let (totals, rows_ok) = self.catalogue()?;
        self.heads(&totals, rows_ok, lock_text.as_deref());
        self.card()?;
        self.sums();
        let known = listing::Known { rows: rows_ok, head: self.release.is_some() };
        let files = listing::walk(self.dir, &mut self.listing, &self.hashes, known, &mut self.faults)?;
        self.faults.sort();
        self.faults.dedup();
        Ok(VerifyReport {
            split_by: self.unit(),
            held_out: self
                .release
                .as_ref()
                .map(|head| head.settings.splitting.held_out.clone())
                .unwrap_or_default(),
            purpose: self.release.as_ref().map_or(Purpose::Training, |head| head.settings.splitting.goal()),
            faults: self.faults,
            utterances: totals.all.utterances,
            files,
            audio_bytes: totals.audio_bytes,
        })
    }

    /// Returns what is in one split as a whole: as the head says, else as the lock does.
    fn unit(&self) -> By {
        let of_head = self.release.as_ref().map(|release| release.settings.splitting.unit());
        of_head.or(self.lock.as_ref().map(|lock| lock.by)).unwrap_or(By::Speaker)
    }

    /// Reads a text file that every corpus has; `None`, with a fault, when it cannot be read as text.
    fn text(&mut self, name: &str) -> Result<Option<String>> {
        let path = self.dir.join(name);
        if !fsio::is_file(&path)? {
            self.faults.push(Fault::new("missing", name, "the file is missing, or is no plain file"));
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let file = fsio::open_plain(&path, fsio::MOST_STREAMED)?;
        file.take(MAX_TEXT).read_to_end(&mut bytes).map_err(|error| Error::io("read", &path, error))?;
        self.hashes.insert(name.to_owned(), (Sha256::of(&bytes), Witness::None));
        let text = String::from_utf8(bytes).ok();
        if text.is_none() {
            self.faults.push(Fault::new("encoding", name, "the file is not UTF-8"));
        }
        Ok(text)
    }

    fn witness(&mut self, name: &str, agrees: bool) {
        if let Some((_, witness)) = self.hashes.get_mut(name) {
            *witness = if agrees { Witness::For } else { Witness::Against };
        }
    }

    /// Returns the formats that the head names; without a head, those whose folders are there.
    fn manifests(&self) -> Result<Vec<String>> {
        if let Some(release) = &self.release {
            return Ok(release.settings.manifests.clone());
        }
        let mut there = Vec::new();
        for name in format::names() {
            if fsio::is_folder(&self.dir.join(name))? {
                there.push(name.to_owned());
            }
        }
        Ok(there)
    }

    /// Goes through the catalogue once: rows, audio, manifests, counts. Also returns whether every line
    /// was a row, since what is made again from a damaged catalogue says nothing of the rest.
    fn catalogue(&mut self) -> Result<(Totals, bool)> {
        let path = self.dir.join(catalogue::NAME);
        let mut counter = Counter::default();
        let mut surveying = Surveying::new(self.scratch);
        if !fsio::is_file(&path)? {
            let message = "the file is missing, or is no plain file";
            self.faults.push(Fault::new("missing", catalogue::NAME, message));
            return Ok((counter.finish(), false));
        }
        let file = fsio::open_plain(&path, fsio::MOST_STREAMED)?;
        let mut reader = Reader::new(BufReader::new(HashingReader::new(file)));
        let manifests = self.manifests()?;
        let mut formats = Writers::new(&manifests)?;
        let containers = containers(&manifests)?;
        let mut indexing = self.indexing();
        let release = self.release.clone();
        let description = release.as_ref().and_then(|release| release.settings.description.as_ref());
        let mut describing = Describing::new(description);
        let mut compared = Compared::new(self.dir);
        let mut placed = Placed::default();
        let mut joins = Joins::new(self.scratch, self.unit());
        let mut limits = self
            .release
            .as_ref()
            .map(|release| Limits::new(release.settings.select.clone(), release.settings.rate, self.scratch));
        let mut batch = Vec::new();
        let mut all_rows = true;
        let mut done = 0;
        while let Some(line) = reader.next_line()? {
            match line.row {
                Err(error) => {
                    all_rows = false;
                    self.faults
                        .push(Fault::new("catalogue", catalogue::NAME, error.message()).at(line.number));
                }
                Ok(row) => {
                    self.row(&row, line.number, &mut placed);
                    joins.push(&row, line.number)?;
                    if let Some(limits) = &mut limits {
                        limits.push(&row, line.number, &mut self.faults)?;
                    }
                    formats.push(&row, &mut compared)?;
                    describing.push(&row, line.bytes, &mut compared)?;
                    if !containers.is_empty() {
                        indexing.push(&row, line.bytes)?;
                    }
                    counter.push(&row);
                    surveying.push(&row)?;
                    // What comes after a row that cannot be read may be numbered otherwise.
                    let also = compared.also();
                    batch.push(audio::Job::new(&row, line.number, if all_rows { also } else { Vec::new() }));
                    if batch.len() == BATCH {
                        self.audio(&mut batch, &mut done)?;
                    }
                }
            }
        }
        self.audio(&mut batch, &mut done)?;
        joins.finish(&mut self.faults)?;
        if let Some(limits) = limits {
            limits.finish(&mut self.faults)?;
        }
        let left_out_of = formats.finish(&mut compared)?;
        // Where a line is no row, nobody knows what belongs to which shard.
        let settings = self.release.as_ref().map(|release| &release.settings);
        let limit = settings.map_or(DEFAULT_BYTES, Settings::shard_limit);
        let coding = settings.map_or(Coding::Wav, |settings| settings.embed);
        let index = if all_rows { Some(indexing.finish(limit, coding)?) } else { None };
        if let Some(index) = &index {
            index.notes(&containers, self.dir, &mut compared)?;
        }
        let archives = match &release {
            Some(release) => describing.finish(release, &mut compared)?,
            None => None,
        };
        let digest = reader.into_inner().into_inner().finish();
        self.hashes.insert(catalogue::NAME.to_owned(), (digest, Witness::None));
        self.compared(compared, all_rows)?;
        let survey = surveying.finish()?;
        if all_rows {
            self.survey = Some(survey);
            placed.finish(self.lock.as_ref(), self.release.as_ref(), &mut self.faults);
            self.left_out(&left_out_of);
        }
        if let Some(index) = &index {
            self.shards(index, &containers)?;
        }
        if let Some(archives) = archives.filter(|_| all_rows) {
            self.archives(&archives)?;
        }
        Ok((counter.finish(), all_rows))
    }

    /// Takes down what came of the texts that follow from the rows, if every line was one.
    fn compared(&mut self, compared: Compared<'_>, all_rows: bool) -> Result<()> {
        for (name, text) in compared.finish()? {
            if describe::is_of(&name) {
                self.described(name, text, all_rows);
            } else if all_rows {
                self.faults.extend(text.fault);
                if text.is_there {
                    let witness = if text.is_equal { Witness::For } else { Witness::Against };
                    self.hashes.insert(name, (text.sha256, witness));
                }
            } else if text.is_there {
                self.hashes.insert(name, (text.sha256, Witness::None));
            }
        }
        Ok(())
    }

    /// Begins the list of rows from which shards are cut, by the salt of the lock.
    fn indexing(&self) -> Indexing {
        let salt = self.lock.as_ref().map_or(DEFAULT_SALT, |lock| &lock.salt);
        Indexing::new(salt, self.scratch)
    }

    /// Checks what a row says by itself, against the head and against the lock.
    fn row(&mut self, row: &Row, line: u64, placed: &mut Placed) {
        let mut add = |id: &'static str, message: String, expected: String, found: String| {
            self.faults.push(Fault::new(id, catalogue::NAME, message).at(line).differs(expected, found));
        };
        for (id, expected, found) in row.faults() {
            add(id, format!("utterance {} disagrees with itself", row.id), expected, found);
        }
        if let Some(release) = &self.release
            && row.rate != release.settings.rate
        {
            add(
                "rate",
                format!("utterance {} has another rate than the corpus", row.id),
                release.settings.rate.to_string(),
                row.rate.to_string(),
            );
        }
        if let Some(release) = &self.release {
            for (id, expected, found) in row_faults(&release.settings.audio, row) {
                let message = format!("utterance {} is not as its release makes clips", row.id);
                add(id, message, expected, found);
            }
        }
        if let Some(release) = &self.release
            && row.verdict < release.settings.min_verdict
        {
            add(
                "verdict",
                format!("utterance {} has a verdict below the one that was asked for", row.id),
                release.settings.min_verdict.to_string(),
                row.verdict.to_string(),
            );
        }
        if let Some(release) = &self.release
            && release.settings.version.is_some() != row.since.is_some()
        {
            add(
                "since",
                format!("utterance {} says since when it is there, or does not, unlike its release", row.id),
                release.settings.version.as_ref().map_or("null".to_owned(), |_| "a version".to_owned()),
                row.since.clone().unwrap_or_else(|| "null".to_owned()),
            );
        }
        placed.row(self.lock.as_ref(), self.release.as_ref(), row, line, &mut self.faults);
    }

    /// Compares what manifests cannot take with what the head says of it.
    fn left_out(&mut self, found: &LeftOut) {
        if let Some(release) = &self.release
            && release.left_out_of != *found
        {
            let (said, counted) = first_difference(&release.left_out_of, found);
            let message = "the utterances that manifests cannot take are not those of the catalogue";
            self.faults.push(Fault::new("counts", release::NAME, message).differs(counted, said));
        }
    }

    /// Checks the audio files of a batch of rows, and empties it.
    fn audio(&mut self, batch: &mut Vec<audio::Job>, done: &mut u64) -> Result<()> {
        let settings = self.release.as_ref().map(|release| &release.settings);
        let format = settings.map(|settings| settings.format);
        let sets_levels = settings.is_some_and(|settings| settings.audio.sets_levels());
        // The head's word, only to tell how far the work is.
        let total = self.release.as_ref().map_or(0, |release| release.totals.all.utterances);
        let (dir, depth, watch) = (self.dir, self.depth, self.watch);
        let (listing, faults) = (&mut self.listing, &mut self.faults);
        let mut outcome = Ok(());
        parallel::ordered(
            batch.iter(),
            self.threads,
            Vec::new,
            |block, _, job| job.check(dir, depth, format, sets_levels, block),
            |index, checked: Result<audio::Checked>| {
                outcome = checked.and_then(|checked| {
                    batch[index].compare(&checked, listing, faults);
                    faults.extend(checked.faults);
                    *done += 1;
                    watch.at(*done, total)
                });
                if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        batch.clear();
        outcome
    }
}
