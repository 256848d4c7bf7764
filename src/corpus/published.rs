//! Published test sets: lists made of them, and recordings and corpora that are held against lists.

use crate::corpus::held_out::{Entry, Guard, ListWriter, Place, Samples, text_key};
use crate::corpus::read::Corpus;
use crate::corpus::select::Recordings;
use crate::corpus::verify::Fault;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::Locale;
use crate::parallel;
use crate::progress::Watch;
use crate::quality::words::normalise;
use crate::quality::{Fingerprint, Longest, Measurements};
use crate::recordings::TakeRecord;
use crate::recordings::assess::measure::{measure_and_hash, measure_file};
use crate::recordings::session::TakeState;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Utterances handed to the workers at a time.
const BATCH: usize = 256;

/// A list, and what of its source cannot be known again.
pub struct Listed {
    /// The list.
    pub list: ListWriter,
    /// How much it is.
    pub counts: Counts,
}

/// What was counted while a list was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Utterances that were looked at.
    pub utterances: u64,
    /// Utterances whose text is too short to be known by.
    pub short_texts: u64,
    /// Utterances with too little speech for a fingerprint.
    pub short_sounds: u64,
}

/// An utterance to look at.
struct Job {
    path: PathBuf,
    channel: u16,
    locale: Locale,
    normalised: String,
}

/// What a file sounds like; `None` for the samples of one that is silent or empty.
fn sound(measured: &Measurements) -> Option<Samples> {
    let sha256 = measured.pcm_sha256.filter(|_| measured.peak_dbfs.is_some())?;
    Some(Samples { sha256, rate: measured.sr })
}

/// Measures the files of jobs and hands what they sound like to `each`, in order.
fn hear(
    jobs: &[Job],
    threads: usize,
    mut each: impl FnMut(&Job, Measurements, Option<Fingerprint>) -> Result<()>,
) -> Result<()> {
    parallel::tried(
        jobs,
        threads,
        |job| -> Result<_> {
            let (measured, grid) = measure_file(&job.path, Some(job.channel), Longest::MOST)?;
            Ok((job, measured, grid.as_ref().and_then(Fingerprint::of)))
        },
        |(job, measured, fingerprint)| each(job, measured, fingerprint),
    )
}

impl Listed {
    fn new(name: &str) -> Result<Self> {
        Ok(Self { list: ListWriter::new(name)?, counts: Counts::default() })
    }

    fn take(&mut self, jobs: &mut Vec<Job>, threads: usize, watch: &dyn Watch) -> Result<()> {
        hear(jobs, threads, |job, measured, fingerprint| {
            if let Some(why) = measured.unmeasured.get(Measurements::UNREADABLE) {
                return Err(Error::new(ErrorKind::Audio, format!("the recording cannot be read: {why}"))
                    .with_path(&job.path)
                    .with_hint(
                        "a list without it would let it pass; restore it, or take it out of the set",
                    ));
            }
            self.counts.utterances += 1;
            match text_key(&job.normalised, &job.locale) {
                Some(key) => self.list.push(Entry::Text(key)),
                None => self.counts.short_texts += 1,
            }
            self.counts.short_sounds += u64::from(fingerprint.is_none());
            if let Some(samples) = sound(&measured) {
                self.list.push(Entry::Sound(samples, fingerprint));
            }
            watch.at(self.counts.utterances, 0)
        })?;
        jobs.clear();
        Ok(())
    }

    fn whole(self, from: &Path) -> Result<Self> {
        if self.counts.utterances == 0 {
            return Err(Error::new(ErrorKind::Session, "there is no recording here to make a list of")
                .with_path(from)
                .with_hint(
                    "give a corpus, or recordings; what is neither becomes recordings by `booth import DIR --into NEW`",
                ));
        }
        Ok(self)
    }
}

/// Makes a list of a corpus.
///
/// # Errors
/// [`ErrorKind::Corpus`] when `dir` is none; [`ErrorKind::Audio`] when a recording cannot be read; [`ErrorKind::Usage`] when
/// the name cannot stand on a card; those of `watch`.
pub fn list_of_corpus(dir: &Path, name: &str, threads: usize, watch: &dyn Watch) -> Result<Listed> {
    let mut listed = Listed::new(name)?;
    let corpus = Corpus::open(dir)?;
    let mut jobs = Vec::new();
    for utterance in corpus.utterances()? {
        let utterance = utterance?;
        let row = utterance.row();
        jobs.push(Job {
            path: utterance.path(),
            channel: 0,
            locale: row.locale.clone(),
            normalised: row.normalised.clone(),
        });
        if jobs.len() == BATCH {
            listed.take(&mut jobs, threads, watch)?;
        }
    }
    listed.take(&mut jobs, threads, watch)?;
    listed.whole(dir)
}

/// Makes a list of recordings in `from`: of every take that was not replaced or deleted.
///
/// # Errors
/// [`ErrorKind::Session`] when a session cannot be read, or there is none; else as [`list_of_corpus`].
pub fn list_of_recordings(
    recordings: &dyn Recordings,
    from: &Path,
    name: &str,
    threads: usize,
    watch: &dyn Watch,
) -> Result<Listed> {
    let mut listed = Listed::new(name)?;
    let found = recordings.sessions()?;
    if let Some(broken) = found.unreadable.first() {
        return Err(Error::new(ErrorKind::Session, broken.message.clone()).with_path(&broken.path));
    }
    for dir in found.sessions {
        let mut jobs = takes_of(recordings, &dir, true)?;
        listed.take(&mut jobs, threads, watch)?;
    }
    listed.whole(from)
}

/// Returns the takes of a session that were neither replaced nor deleted and whose file lies in it; others are an error where
/// each `is_needed`.
fn takes_of(recordings: &dyn Recordings, dir: &Path, is_needed: bool) -> Result<Vec<Job>> {
    let mut jobs = Vec::new();
    let stored = recordings.takes(dir, &mut |record, take| {
        let TakeRecord { file, channel, text, .. } = take;
        let (locale, normalised) = (record.locale.clone(), normalise(&text, &record.locale));
        jobs.push((file, Job { path: dir.to_path_buf(), channel, locale, normalised }));
        Ok(jobs.len() as u64 - 1)
    })?;
    let mut is_there = vec![false; jobs.len()];
    for (place, state) in stored.takes {
        is_there[place as usize] = matches!(state, TakeState::Kept | TakeState::Undecided);
    }
    let mut found = Vec::new();
    for ((file, job), _) in jobs.into_iter().zip(is_there).filter(|(_, is_there)| *is_there) {
        if fsio::look_below(dir, &file)?.is_some_and(|entry| entry.kind == fsio::Kind::File) {
            found.push(Job { path: dir.join(&file), ..job });
        } else if is_needed {
            let message = format!("the recording `{}` is missing, or is no plain file", file.escape_debug());
            return Err(Error::new(ErrorKind::Session, message)
                .with_path(dir)
                .with_hint("a list without it would let it pass; restore it from a copy"));
        }
    }
    Ok(found)
}

/// Listens to the takes of recordings and notes in `guard` which of them sound like something on its lists. What cannot be
/// read is told by the plan, and not packed.
///
/// # Errors
/// [`ErrorKind::Io`]; those of `watch`.
pub fn listen(
    guard: &mut Guard,
    recordings: &dyn Recordings,
    threads: usize,
    watch: &dyn Watch,
) -> Result<()> {
    if !guard.listens() {
        return Ok(());
    }
    let mut done = 0;
    for dir in recordings.sessions()?.sessions {
        let jobs = match takes_of(recordings, &dir, false) {
            Ok(jobs) => jobs,
            Err(error) if error.kind() == ErrorKind::Io => return Err(error),
            Err(_) => continue,
        };
        let mut found: Vec<(Sha256, Place)> = Vec::new();
        let like = |job: &Job| -> Result<Option<(Sha256, Place)>> {
            let ((_, grid), sha256) = measure_and_hash(&job.path, Some(job.channel), Longest::MOST)?;
            let fingerprint = grid.as_ref().and_then(Fingerprint::of);
            Ok(fingerprint.and_then(|own| guard.like(&own)).map(|place| (sha256, place)))
        };
        parallel::tried(&jobs, threads, like, |like| {
            found.extend(like);
            done += 1;
            watch.at(done, 0)
        })?;
        for (sha256, place) in found {
            guard.note(sha256, place);
        }
    }
    Ok(())
}

/// Holds the corpus in `dir` against lists: a fault for each utterance whose text, samples or sound are on one. Files that
/// cannot be read are what [`verify`](crate::corpus::verify()) tells.
///
/// # Errors
/// [`ErrorKind::Corpus`] when `dir` is no corpus, or its catalogue is damaged; [`ErrorKind::Io`]; those of `watch`.
pub fn held_out_faults(dir: &Path, guard: &Guard, threads: usize, watch: &dyn Watch) -> Result<Vec<Fault>> {
    let corpus = Corpus::open(dir)?;
    let mut faults = Vec::new();
    let mut done = 0;
    parallel::tried(
        corpus.utterances()?,
        threads,
        |utterance| -> Result<Option<Fault>> {
            let utterance = utterance?;
            let row = utterance.row();
            let text = || guard.text(&text_key(&row.normalised, &row.locale)?);
            let is_there = fsio::is_file(&utterance.path())?;
            let heard =
                if is_there { Some(measure_file(&utterance.path(), Some(0), Longest::MOST)?) } else { None };
            let samples = || {
                heard
                    .as_ref()
                    .and_then(|(measured, _)| guard.samples(&sound(measured)?))
                    .map(|place| ("samples are", place))
            };
            let like = || {
                let (_, grid) = heard.as_ref()?;
                Some(("sound is", guard.like(&Fingerprint::of(grid.as_ref()?)?)?))
            };
            let found = samples().or_else(like).or_else(|| Some(("text is", text()?)));
            Ok(found.map(|(what, place)| {
                let message = format!("its {what} held out, in {}", guard.words(place));
                Fault::new("held-out", row.audio.clone(), message)
            }))
        },
        |fault| {
            faults.extend(fault);
            done += 1;
            watch.at(done, corpus.len())
        },
    )?;
    Ok(faults)
}

#[cfg(test)]
mod tests;
