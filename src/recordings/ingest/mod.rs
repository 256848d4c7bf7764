//! Taking in: bundles and parts of them, from many homes, become sessions of a collection.
//!
//! A bundle is proved whole before anything of the collection changes. What comes again changes nothing, in whichever order
//! it comes; what was withdrawn stays away; and what is refused is kept apart, with the reason. docs/FORMAT.md is the
//! normative text.

mod check;
mod collection;
mod home;
mod merge;
mod outcome;
mod parts;
mod quarantine;
mod read;
mod source;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use outcome::{BundleRow, Counts, FileOutcome, PartRow, Reason, Refusal, UnreadableRow};

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::progress::Watch;
use crate::recordings::bundle::Slice;
use crate::recordings::people::personal;
use crate::recordings::people::receipts::Receipts;
use crate::recordings::session::RootLock;
use crate::recordings::session::layout::INCOMING;
use crate::recordings::tombstones::Tombstones;
use crate::units::Utc;
use collection::Collection;
use outcome::{Outcome, Stop};
use parts::Gathered;
use read::{How, Known, Proved};
use serde::Serialize;
use source::Source;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where a tar says that it is one.
const MAGIC: std::ops::Range<usize> = 257..262;

/// What bundles are taken into, and how.
pub struct Request<'a> {
    /// The collection.
    pub lock: &'a RootLock,
    /// The moment at which consent is judged and with which refusals are dated.
    pub now: Utc,
    /// Whether everything is only proved and told.
    pub dry_run: bool,
    /// Who watches the files of a bundle go by.
    pub watch: &'a dyn Watch,
}

/// What became of all files, as a line of `--json`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Files that were given.
    pub files: u64,
    /// Bundles, of which some may have come in parts.
    pub bundles: u64,
    /// Bundles of which something was refused, or is to be withdrawn here first.
    pub refused: u64,
    /// Parts that wait for others.
    pub waiting: u64,
    /// Files that could not be read.
    pub unreadable: u64,
    /// Sessions of all bundles.
    pub sessions: Counts,
    /// Takes of all bundles.
    pub takes: Counts,
}

/// A bundle that is to be read, and where its parts lie, if it came in parts.
struct Job {
    file: PathBuf,
    source: Source,
    parts: Option<PathBuf>,
}

struct Run<'a> {
    request: &'a Request<'a>,
    collection: Collection,
    tombstones: Tombstones,
    summary: Summary,
    /// Bundles that came in parts in this run, and are read.
    done: BTreeSet<Sha256>,
    each: &'a mut dyn FnMut(&FileOutcome) -> Result<()>,
}

/// Takes files into the locked collection, one after the other, and tells what becomes of each. A bundle that lacks audio which
/// an earlier one has is looked at again after all others.
///
/// # Errors
/// [`ErrorKind::Io`] when the collection cannot be written to; those of the watch and of `each`. What is wrong with a file is
/// none: it is told, and the others are taken in.
pub fn ingest(
    files: &[PathBuf],
    request: &Request<'_>,
    each: &mut dyn FnMut(&FileOutcome) -> Result<()>,
) -> Result<Summary> {
    let root = request.lock.root();
    let stage = root.join(INCOMING);
    // What a killed start left.
    fsio::remove_leftover_dir(&stage)?;
    let (collection, tombstones) = (Collection::new(root), Tombstones::read(root)?);
    let (summary, done) = (Summary::default(), BTreeSet::new());
    let mut run = Run { request, collection, tombstones, summary, done, each };
    let outcome = run.all(files);
    fsio::remove_leftover_dir(&stage)?;
    outcome?;
    Ok(run.summary)
}

impl Run<'_> {
    fn all(&mut self, files: &[PathBuf]) -> Result<()> {
        let mut waiting = Vec::new();
        for file in files {
            self.summary.files += 1;
            match self.open(file) {
                Ok(Some(job)) => waiting.extend(self.bundle(job, false)?),
                Ok(None) => {}
                Err(error) => self.unreadable(file, error)?,
            }
        }
        // In whichever order they came: as long as one of them could be taken in, it may be what others waited for.
        while !waiting.is_empty() {
            let before = waiting.len();
            let mut still = Vec::new();
            for job in waiting {
                still.extend(self.bundle(job, false)?);
            }
            waiting = still;
            if waiting.len() == before {
                break;
            }
        }
        for job in waiting {
            self.bundle(job, true)?;
        }
        Ok(())
    }

    /// Tells of a file that could not be read; what is wrong elsewhere ends it all.
    fn unreadable(&mut self, file: &Path, error: Error) -> Result<()> {
        if error.path() != Some(file) {
            return Err(error);
        }
        self.summary.unreadable += 1;
        let row = UnreadableRow { file: file.to_path_buf(), message: error.message().to_owned() };
        (self.each)(&FileOutcome::Unreadable(row))
    }

    fn told(&mut self, row: BundleRow) -> Result<()> {
        self.summary.bundles += 1;
        self.summary.refused += u64::from(!row.is_whole());
        self.summary.sessions.add(&row.sessions);
        self.summary.takes.add(&row.takes);
        (self.each)(&FileOutcome::Bundle(row))
    }

    /// Refuses what came, and keeps it apart.
    fn refuse(&mut self, mut row: BundleRow, source: &Source, is_part: bool) -> Result<BundleRow> {
        if !self.request.dry_run {
            let root = self.collection.root();
            row.quarantine =
                quarantine::keep(root, source, &row.file, is_part, &row.refused, self.request.now)?;
        }
        Ok(row)
    }

    /// Says what a file is; a part is put to the others, and `None` says that it was told of.
    fn open(&mut self, file: &Path) -> Result<Option<Job>> {
        let start = parts::start(file)?;
        let source = Source::File(file.to_path_buf());
        let refusal = if parts::is_part(&start) {
            match self.part(file, &start) {
                Ok(job) => return Ok(job),
                Err(Stop::Refused(refusal)) => refusal,
                Err(Stop::Failed(error)) => return Err(error),
            }
        } else if start.get(MAGIC).is_some_and(|magic| magic == b"ustar") {
            return Ok(Some(Job { file: file.to_path_buf(), source, parts: None }));
        } else {
            Refusal::new(Reason::NotABundle, "the file is no bundle and no part of one")
                .hint("give a file that `booth bundle` made, as it was made")
        };
        let row = BundleRow { refused: vec![refusal], ..BundleRow::new(file.to_path_buf()) };
        let row = self.refuse(row, &source, parts::is_part(&start))?;
        self.told(row)?;
        Ok(None)
    }

    fn part(&mut self, file: &Path, start: &[u8]) -> Outcome<Option<Job>> {
        let head = parts::prove(file, start)?;
        if self.done.contains(&head.slice.sha256) {
            self.told_part(file, &head.slice, Vec::new())?;
            return Ok(None);
        }
        let gathered = Gathered::with(self.collection.root(), file, &head, !self.request.dry_run)?;
        let missing = gathered.missing();
        let (folder, source) = gathered.source()?;
        if missing.is_empty() {
            let whole = source.sha256()?;
            if whole == head.slice.sha256 {
                self.done.insert(whole);
                return Ok(Some(Job { file: file.to_path_buf(), source, parts: Some(folder) }));
            }
            // Nobody can tell which of them is wrong.
            if !self.request.dry_run {
                fsio::remove_leftover_dir(&folder)?;
            }
            let what = "the parts do not make the bundle that they name";
            return Err(Refusal::new(Reason::Part, what).hint("ask for all of them again").into());
        }
        self.summary.waiting += 1;
        self.told_part(file, &head.slice, missing)?;
        Ok(None)
    }

    fn told_part(&mut self, file: &Path, slice: &Slice, missing: Vec<u32>) -> Result<()> {
        let (code, part, parts) = (slice.code, slice.part, slice.parts);
        let row = PartRow { file: file.to_path_buf(), code, part, parts, missing };
        (self.each)(&FileOutcome::Part(row))
    }

    /// Takes in a bundle and tells of it; gives it back when it waits for another, unless it is the `last` time.
    fn bundle(&mut self, job: Job, last: bool) -> Result<Option<Job>> {
        let stage = self.collection.root().join(INCOMING);
        fsio::remove_leftover_dir(&stage)?;
        fsio::create_dir_all(&stage)?;
        let mut row = BundleRow::new(job.file.clone());
        match self.read_and_merge(&job.source, &stage, &mut row, last) {
            Ok(true) => {}
            Ok(false) => return Ok(Some(job)),
            Err(Stop::Refused(refusal)) => row.refused.push(refusal),
            Err(Stop::Failed(error)) if error.kind() != ErrorKind::Interrupted => {
                self.unreadable(&job.file, error)?;
                return Ok(None);
            }
            Err(Stop::Failed(error)) => return Err(error),
        }
        if !row.refused.is_empty() {
            row = self.refuse(row, &job.source, false)?;
        } else if !self.request.dry_run {
            quarantine::release(self.collection.root(), &job.source)?;
        }
        if let Some(folder) = job.parts.filter(|_| !self.request.dry_run) {
            fsio::remove_leftover_dir(&folder)?;
        }
        self.told(row)?;
        Ok(None)
    }

    /// Says whether the bundle was taken in, as far as it could be; `false` when it waits for another.
    fn read_and_merge(
        &mut self,
        source: &Source,
        stage: &Path,
        row: &mut BundleRow,
        last: bool,
    ) -> Outcome<bool> {
        let Request { now, watch, dry_run, .. } = *self.request;
        let (mut input, bytes) = source.open()?;
        let how = How { stage, tombstones: &self.tombstones, now, watch };
        let mut known = Known::default();
        let proved = read::read(&mut input, bytes, source.path(), &how, &mut known);
        row.code = known.code;
        if let Some(about) = &known.about {
            row.speaker = Some(about.speaker.clone());
            let sessions = about.sessions.len() as u64;
            let takes = about.sessions.iter().fold(0u64, |sum, one| sum.saturating_add(one.takes));
            // Until it is known that they are not.
            row.sessions = Counts { sent: sessions, refused: sessions, ..Counts::default() };
            row.takes = Counts { sent: takes, refused: takes, ..Counts::default() };
        }
        let proved = proved?;
        let taken_back = home::taken_back(&proved.about, &mut self.collection, &self.tombstones)?;
        let mut plans = Vec::new();
        for one in &proved.sessions {
            let back = taken_back.iter().find(|back| back.session == one.record.id);
            plans.push(self.plan(one, back, &proved)?);
        }
        let is_waiting = |plan: &Planned| matches!(plan, Planned::Refused(refusal, _) if refusal.reason == Reason::LacksAudio);
        if !last && plans.iter().any(is_waiting) {
            return Ok(false);
        }
        if !dry_run {
            fsio::sync_file_system(stage)?;
        }
        (row.sessions, row.takes) = (Counts::default(), Counts::default());
        for plan in plans {
            match plan {
                Planned::Refused(refusal, takes) => {
                    row.sessions.add(&Counts { sent: 1, refused: 1, ..Counts::default() });
                    row.takes.add(&Counts { sent: takes, refused: takes, ..Counts::default() });
                    row.refused.push(refusal);
                }
                Planned::Done(plan) => {
                    row.sessions.add(&plan.sessions);
                    row.takes.add(&plan.takes);
                    row.deleted += plan.deleted;
                    if !dry_run {
                        plan.commit()?;
                    }
                }
            }
        }
        if !dry_run {
            home::remember(&proved.about, &mut self.collection, &mut self.tombstones, now)?;
            self.keep_personal(&proved)?;
        }
        let still = home::taken_back(&proved.about, &mut self.collection, &self.tombstones)?;
        row.withdraw = still.into_iter().map(|back| back.command).collect();
        Ok(true)
    }

    fn plan(
        &mut self,
        one: &read::Incoming,
        back: Option<&home::TakenBack>,
        proved: &Proved,
    ) -> Result<Planned> {
        let takes = one.carried.len() as u64;
        if let Some(back) = back {
            let what = "the person has taken back at home what the collection has";
            let refusal = Refusal::new(Reason::WithdrawnAtHome, what)
                .of(&one.record.id)
                .hint(home::first(&back.command));
            return Ok(Planned::Refused(refusal, takes));
        }
        match merge::plan(&mut self.collection, &self.tombstones, one, proved.about.since) {
            Ok(plan) => Ok(Planned::Done(plan)),
            Err(Stop::Refused(refusal)) => Ok(Planned::Refused(refusal.of(&one.record.id), takes)),
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    /// Keeps how to reach and to thank the person among the receipts, never in the collection.
    fn keep_personal(&self, proved: &Proved) -> Result<()> {
        let is_withdrawn = proved.sessions.iter().all(|one| one.is_covered) && !proved.sessions.is_empty();
        let Some(sealed) = proved.personal.as_ref().filter(|_| !is_withdrawn) else { return Ok(()) };
        let code = proved.code.to_string().replace('-', "").to_ascii_lowercase();
        personal::keep_sealed(&Receipts::of(self.request.lock)?, &proved.about.speaker, &code, sealed)
    }
}

/// What is to become of a session, or why nothing is; then with the takes of it that came.
enum Planned {
    Done(merge::Plan),
    Refused(Refusal, u64),
}
