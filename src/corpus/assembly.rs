//! A corpus put together out of its rows: the catalogue and all that follows from it.

use crate::TOOL;
use crate::corpus::card::{self, Surveying};
use crate::corpus::catalogue::{self, Row};
use crate::corpus::describe::{Archives, Describing, archive};
use crate::corpus::format::Writers;
use crate::corpus::format::container::Container;
use crate::corpus::out::{Manifests, StagedHash, Sums, Texts};
use crate::corpus::refusal::Reason;
use crate::corpus::release::{self, Release, SessionLimits, Settings};
use crate::corpus::shards::{Indexing, Poured, Pouring, containers};
use crate::corpus::split::Lock;
use crate::corpus::totals::Counter;
use crate::corpus::withdrawn::{self, WithdrawnList};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::StagingDir;
use crate::ids::{SessionId, SpeakerId, UtteranceId};
use crate::parallel;
use crate::progress::Watch;
use crate::project::Part;
use crate::recordings::releases::Held;
use std::collections::BTreeMap;
use std::num::NonZeroU64;
use std::path::Path;

/// What becomes of the rows: the catalogue and all that follows from it.
pub struct Assembly<'a> {
    texts: Texts<'a>,
    sums: Sums,
    formats: Writers,
    indexing: Indexing,
    containers: Vec<&'static dyn Container>,
    describing: Describing,
    counter: Counter,
    surveying: Surveying,
    frames: u64,
    holds: BTreeMap<(SpeakerId, SessionId), Held>,
}

/// What the head of a corpus says besides what follows from the rows.
pub struct Head<'a> {
    /// What was asked for.
    pub settings: &'a Settings,
    /// Limits that sessions have of their own.
    pub own_limits: &'a [SessionLimits],
    /// Takes that were left out, by reason.
    pub refused: &'a BTreeMap<Reason, u64>,
    /// Sessions that could not be read.
    pub unreadable: Option<NonZeroU64>,
    /// The splits.
    pub lock: &'a Lock,
    /// Utterances that were taken out of it after it was made.
    pub withdrawn: &'a [UtteranceId],
    /// What is told to be withdrawn from earlier releases.
    pub list: Option<&'a WithdrawnList>,
    /// The parts of the card that were written by hand.
    pub parts: &'a [Part],
    /// Worker threads.
    pub threads: usize,
    /// Who watches.
    pub watch: &'a dyn Watch,
}

impl<'a> Assembly<'a> {
    /// Begins a corpus in `staging` that is asked to be as `settings` say; `salt` is the lock's, `scratch` the folder for what is
    /// laid aside.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for a format that is not known.
    pub fn new(settings: &Settings, salt: &str, staging: &'a StagingDir, scratch: &Path) -> Result<Self> {
        Ok(Self {
            texts: Texts::new(staging),
            sums: Sums::new(scratch),
            formats: Writers::new(&settings.manifests)?,
            indexing: Indexing::new(salt, scratch),
            containers: containers(&settings.manifests)?,
            describing: Describing::new(settings.description.as_ref()),
            counter: Counter::default(),
            surveying: Surveying::new(scratch),
            frames: 0,
            holds: BTreeMap::new(),
        })
    }

    /// Takes a row, whose audio is in its place.
    ///
    /// # Errors
    /// [`ErrorKind::Io`].
    pub fn push(&mut self, row: &Row) -> Result<()> {
        let mut line = row.to_line()?;
        line.push('\n');
        self.texts.append(catalogue::NAME, &line)?;
        let mut out = Manifests { texts: &mut self.texts, sums: &mut self.sums };
        self.formats.push(row, &mut out)?;
        self.describing.push(row, line.len(), &mut out)?;
        if !self.containers.is_empty() {
            self.indexing.push(row, line.len())?;
        }
        self.counter.push(row);
        self.surveying.push(row)?;
        self.frames += row.frames;
        let held = self.holds.entry((row.speaker.clone(), row.session.clone())).or_insert_with(|| Held {
            speaker: row.speaker.clone(),
            session: row.session.clone(),
            locale: row.locale.clone(),
            sheet: row.sheet.clone(),
            takes: Vec::new(),
        });
        held.takes.push((row.prompt.clone(), row.take, row.repetition));
        self.sums.push(&row.audio, &row.sha256)
    }

    /// Returns the frames of all rows so far.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Returns what there is of each session.
    pub fn holds(&mut self) -> Vec<Held> {
        std::mem::take(&mut self.holds).into_values().collect()
    }

    /// Writes what is known at the end only: the head, the card, the lock, the checksums.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when there is no row; [`ErrorKind::Io`]; those of who watches.
    pub fn finish(mut self, head: &Head<'_>, staging: &StagingDir) -> Result<Release> {
        let left_out_of =
            self.formats.finish(&mut Manifests { texts: &mut self.texts, sums: &mut self.sums })?;
        let totals = self.counter.finish();
        let catalogue_sha256 = self
            .texts
            .end(catalogue::NAME)?
            .ok_or_else(|| Error::new(ErrorKind::Corpus, "the catalogue is empty"))?;
        self.sums.push(catalogue::NAME, &catalogue_sha256)?;
        let index = self.indexing.finish(head.settings.shard_limit(), head.settings.embed)?;
        let mut notes = Manifests { texts: &mut self.texts, sums: &mut self.sums };
        index.notes(&self.containers, staging.path(), &mut notes)?;
        let Head { threads, watch, .. } = *head;
        let pouring = Pouring { containers: &self.containers, dir: staging.path(), threads, watch };
        let sums = &mut self.sums;
        pouring.all(
            &index,
            |path| StagedHash::create(staging, path),
            |_, files| end_files(files),
            |files| take(sums, &files),
        )?;
        let release = Release {
            schema: release::SCHEMA,
            tool: TOOL.to_owned(),
            settings: head.settings.clone(),
            own_limits: head.own_limits.to_vec(),
            totals,
            refused: head.refused.clone(),
            unreadable: head.unreadable,
            left_out_of,
            withdrawn: head.withdrawn.to_vec(),
            catalogue_sha256,
            splits_sha256: self.texts.whole(Lock::NAME, &head.lock.to_text())?,
        };
        self.texts.whole(release::NAME, &release.to_text()?)?;
        let card = card::make(&release, &self.surveying.finish()?, head.parts)?;
        self.texts.whole(card::NAME, &card.text)?;
        for (path, svg) in &card.plots {
            self.texts.whole(path, svg)?;
        }
        if let Some(list) = head.list.filter(|list| !list.is_empty()) {
            self.texts.whole(withdrawn::NAME, &list.to_text())?;
        }
        for part in head.parts {
            self.texts.whole(&part.kind().path(), part.text())?;
        }
        let mut out = Manifests { texts: &mut self.texts, sums: &mut self.sums };
        if let Some(archives) = self.describing.finish(&release, &mut out)? {
            for part in archives.parts() {
                if let Some(digest) = self.texts.end(&part)? {
                    self.sums.push(&part, &digest)?;
                }
            }
            make_archives(&archives, staging, head, &mut self.sums)?;
        }
        for (path, digest) in self.texts.finish()? {
            self.sums.push(&path, &digest)?;
        }
        self.sums.write(staging)?;
        Ok(release)
    }
}

/// Makes the archives of descriptions, out of all that is there by now.
fn make_archives(archives: &Archives, staging: &StagingDir, head: &Head<'_>, sums: &mut Sums) -> Result<()> {
    let make = |submission| {
        end_files(archive(submission, staging.path(), head.watch, |path| StagedHash::create(staging, path))?)
    };
    parallel::tried(archives.submissions.iter(), head.threads, make, |files| take(sums, &files))
}

/// Takes the digests of files.
fn take(sums: &mut Sums, files: &[(String, Sha256)]) -> Result<()> {
    files.iter().try_for_each(|(path, digest)| sums.push(path, digest))
}

/// Ends files that hold audio and returns the digest of each.
fn end_files(files: Poured<StagedHash>) -> Result<Vec<(String, Sha256)>> {
    match files {
        Poured::Whole(files) => files.into_iter().map(|(path, file)| Ok((path, file.finish()?))).collect(),
        Poured::Unsound(path) => {
            Err(Error::new(ErrorKind::Integrity, "an audio file is not what was written a moment ago")
                .with_path(path)
                .with_hint("check the disk, then run the same command again"))
        }
    }
}
