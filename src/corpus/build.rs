//! Carrying out a plan: a corpus folder that appears whole, or not at all.
//!
//! Clips are converted on several threads and their rows written in order as they come, so memory does
//! not grow with the corpus but for the takes of the speakers at hand. What is written is verified
//! before the folder gets its name.

use crate::TOOL;
use crate::corpus::card;
use crate::corpus::catalogue::{self, Row, Source};
use crate::corpus::checksums;
use crate::corpus::clip::{Converter, Made};
use crate::corpus::format::{Sink, writers};
use crate::corpus::plan::{Input, Plan, select_speaker};
use crate::corpus::release::{self, Release};
use crate::corpus::select::Chosen;
use crate::corpus::split::{Lock, Split};
use crate::corpus::totals::Counter;
use crate::corpus::verify::{Depth, verify};
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, StagedFile, StagingDir};
use crate::parallel;
use crate::recordings::people::consent::DEMOGRAPHICS;
use crate::units::seconds;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::Path;

/// What is told while a corpus is built or verified: utterances done, and of how many.
///
/// An error stops the work, which then leaves nothing behind and returns that error.
pub type Progress<'a> = &'a (dyn Fn(u64, u64) -> Result<()> + Sync);

/// How a plan is carried out; nothing here changes a byte of the outcome.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Worker threads, at least 1.
    pub threads: usize,
    /// The lock file to bring up to date just before the corpus appears.
    pub lock_file: Option<&'a Path>,
    /// Called as utterances are finished.
    pub progress: Progress<'a>,
}

/// What was built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuildReport {
    /// Utterances.
    pub utterances: u64,
    /// Frames at the release's rate.
    pub frames: u64,
    /// Bytes of audio files.
    pub audio_bytes: u64,
    /// Utterances whose gain was lowered.
    pub attenuated: u64,
    /// Utterances per split.
    pub splits: BTreeMap<Split, u64>,
    /// SHA-256 of `catalogue.jsonl`.
    pub catalogue_sha256: Sha256,
}

/// The least number of utterances that are handed to the workers at a time, unless there are fewer: enough that
/// starting threads and resampling plans for each batch costs nothing.
const BATCH: usize = 256;

/// A file of the corpus that is hashed while it is written.
struct HashedFile {
    file: StagedFile,
    hasher: Hasher,
    buffer: Vec<u8>,
}

impl HashedFile {
    const BUFFER: usize = 16 * 1024;

    fn create(staging: &StagingDir, path: &str) -> Result<Self> {
        Ok(Self { file: staging.create_file(path)?, hasher: Hasher::new(), buffer: Vec::new() })
    }

    fn append(&mut self, text: &[u8]) -> Result<()> {
        self.buffer.extend_from_slice(text);
        if self.buffer.len() >= Self::BUFFER { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<()> {
        self.hasher.update(&self.buffer);
        let outcome = self.file.write(&self.buffer);
        self.buffer.clear();
        outcome
    }

    fn finish(mut self) -> Result<Sha256> {
        self.flush()?;
        Ok(self.hasher.finish())
    }
}

/// The text files of the corpus, opened when they first get text.
struct Texts<'a> {
    staging: &'a StagingDir,
    open: BTreeMap<String, HashedFile>,
}

impl Texts<'_> {
    fn whole(&mut self, path: &str, text: &str) -> Result<Sha256> {
        self.append(path, text)?;
        Ok(Sha256::of(text))
    }

    fn finish(self) -> Result<BTreeMap<String, Sha256>> {
        self.open.into_iter().map(|(path, file)| Ok((path, file.finish()?))).collect()
    }
}

impl Sink for Texts<'_> {
    fn append(&mut self, path: &str, text: &str) -> Result<()> {
        if let Some(file) = self.open.get_mut(path) {
            return file.append(text.as_bytes());
        }
        let mut file = HashedFile::create(self.staging, path)?;
        file.append(text.as_bytes())?;
        self.open.insert(path.to_owned(), file);
        Ok(())
    }
}

/// The checksums of audio files, kept on disk per locale, since paths sort by locale first and rows come
/// by speaker first.
struct AudioSums<'a> {
    staging: &'a StagingDir,
    parts: BTreeMap<String, HashedFile>,
    speaker: Vec<(String, Sha256)>,
}

impl AudioSums<'_> {
    fn close_speaker(&mut self) -> Result<()> {
        self.speaker.sort();
        for (path, digest) in self.speaker.drain(..) {
            let locale = path.split('/').nth(1).unwrap_or_default();
            // With its slash, so that the order of the parts is the order of the paths.
            let key = format!("{locale}/");
            if !self.parts.contains_key(&key) {
                let part = HashedFile::create(self.staging, &format!(".sums-{locale}"))?;
                self.parts.insert(key.clone(), part);
            }
            if let Some(part) = self.parts.get_mut(&key) {
                part.append(checksums::line(&digest, &path).as_bytes())?;
            }
        }
        Ok(())
    }

    /// Writes `SHA256SUMS`, the audio files between the other ones.
    fn finish(mut self, others: &BTreeMap<String, Sha256>) -> Result<()> {
        self.close_speaker()?;
        let mut out = HashedFile::create(self.staging, checksums::NAME)?;
        let (before, after): (Vec<_>, Vec<_>) = others.iter().partition(|(path, _)| path.as_str() < "audio/");
        for (path, digest) in before {
            out.append(checksums::line(digest, path).as_bytes())?;
        }
        for (_, mut part) in self.parts {
            part.flush()?;
            let path = part.file.path().to_path_buf();
            let mut file = std::fs::File::open(&path).map_err(|error| Error::io("open", &path, error))?;
            let mut block = vec![0u8; 16 * 1024];
            loop {
                let count = file.read(&mut block).map_err(|error| Error::io("read", &path, error))?;
                if count == 0 {
                    break;
                }
                out.append(&block[..count])?;
            }
            drop(part);
            fsio::remove_leftover(&path)?;
        }
        for (path, digest) in after {
            out.append(checksums::line(digest, path).as_bytes())?;
        }
        out.finish().map(|_| ())
    }
}

/// An utterance to make, and its speaker's number in the plan.
struct Job {
    speaker: usize,
    chosen: Chosen,
}

/// Selects the takes of the next speakers again, from the number `next` on: at least [`BATCH`] of them, or the rest.
///
/// The caller's thread does it, not the workers: each thread that did would keep the memory for itself.
fn next_batch(plan: &Plan, input: Input<'_>, next: &mut usize) -> Result<Vec<Job>> {
    let mut jobs = Vec::new();
    while jobs.len() < BATCH
        && let Some(planned) = plan.speakers.get(*next)
    {
        let (chosen, _) = select_speaker(input, &plan.settings, &planned.sessions)?;
        if chosen.len() as u64 != planned.utterances {
            return Err(Error::new(
                ErrorKind::Session,
                format!("the recordings of speaker {} have changed since the plan was made", planned.speaker),
            )
            .with_hint("run the command again when nobody records"));
        }
        jobs.extend(chosen.into_iter().map(|chosen| Job { speaker: *next, chosen }));
        *next += 1;
    }
    Ok(jobs)
}

/// Builds the corpus `out` as planned.
///
/// # Errors
/// [`ErrorKind::Exists`] when `out` is there; [`ErrorKind::Locked`] when it is being built;
/// [`ErrorKind::Integrity`] when a recording or the lock file is not what the plan was made from;
/// [`ErrorKind::Audio`] when a recording cannot be read; [`ErrorKind::Corpus`] when nothing is chosen;
/// [`ErrorKind::Io`]; those of `options.progress`. After an error nothing is left behind.
pub fn build(plan: &Plan, input: Input<'_>, out: &Path, options: Options<'_>) -> Result<BuildReport> {
    if plan.utterances == 0 {
        return Err(Error::new(ErrorKind::Corpus, "no take can be packed, so there would be no corpus")
            .with_path(out)
            .with_hint("`booth pack --dry-run` lists every take that is refused and why"));
    }
    // A plan is carried out at the moment that it was made for, whenever that is.
    let input = Input { now: plan.now, ..input };
    let settings = &plan.settings;
    let staging = StagingDir::create(out, "booth pack")?;
    let mut texts = Texts { staging: &staging, open: BTreeMap::new() };
    let mut sums = AudioSums { staging: &staging, parts: BTreeMap::new(), speaker: Vec::new() };
    let mut formats = writers(&settings.manifests)?;
    let mut counter = Counter::default();
    let mut frames = 0u64;
    let (mut done, mut next, mut last_speaker) = (0u64, 0, None);
    loop {
        let jobs = next_batch(plan, input, &mut next)?;
        if jobs.is_empty() {
            break;
        }
        let mut outcome = Ok(());
        parallel::ordered(
            &jobs,
            options.threads,
            || Converter::new(settings.rate, settings.format),
            |converter, _, job| make_row(&job.chosen, plan.speakers[job.speaker].split, converter, &staging),
            |index, row: Result<Row>| {
                outcome = row.and_then(|row| {
                    if last_speaker.replace(jobs[index].speaker) != Some(jobs[index].speaker) {
                        sums.close_speaker()?;
                    }
                    let mut line = row.to_line()?;
                    line.push('\n');
                    texts.append(catalogue::NAME, &line)?;
                    for format in &mut formats {
                        format.push(&row, &mut texts)?;
                    }
                    counter.push(&row);
                    frames += row.frames;
                    sums.speaker.push((row.audio, row.sha256));
                    done += 1;
                    (options.progress)(done, plan.utterances)
                });
                if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        outcome?;
    }
    for format in &mut formats {
        format.finish(&mut texts)?;
    }
    let totals = counter.finish();
    let planned: u64 = plan.speakers.iter().map(|speaker| speaker.frames).sum();
    if (totals.all.utterances, frames) != (plan.utterances, planned) {
        return Err(Error::new(ErrorKind::Session, "the recordings have changed since the plan was made")
            .with_hint("run the command again when nobody records"));
    }
    let catalogue_sha256 = match texts.open.remove(catalogue::NAME) {
        Some(file) => file.finish()?,
        None => return Err(Error::new(ErrorKind::Corpus, "the catalogue is empty")),
    };
    let splits_sha256 = texts.whole(Lock::NAME, &plan.lock.to_text())?;
    let release = Release {
        schema: release::SCHEMA,
        tool: TOOL.to_owned(),
        settings: settings.clone(),
        totals,
        refused: plan.refused_by_reason.clone(),
        catalogue_sha256,
        splits_sha256,
    };
    texts.whole(release::NAME, &release.to_text()?)?;
    texts.whole(card::NAME, &card::render(&release)?)?;
    let mut others = texts.finish()?;
    others.insert(catalogue::NAME.to_owned(), catalogue_sha256);
    sums.finish(&others)?;
    let report = verify(staging.path(), Depth::Structure, options.threads, &|_, _| Ok(()))?;
    if let Some(fault) = report.faults.first() {
        return Err(Error::new(
            ErrorKind::Integrity,
            format!("the corpus that was built does not verify: {}: {}", fault.path, fault.message),
        )
        .with_path(out)
        .with_hint("this is a fault of the disk or of Booth; nothing was published"));
    }
    if let Some(path) = options.lock_file {
        save_lock(path, plan)?;
    }
    staging.publish()?;
    let totals = &release.totals;
    Ok(BuildReport {
        utterances: totals.all.utterances,
        frames,
        audio_bytes: totals.audio_bytes,
        attenuated: totals.attenuated,
        splits: totals.splits.iter().map(|(split, amount)| (*split, amount.utterances)).collect(),
        catalogue_sha256,
    })
}

/// Brings the lock file up to date, unless somebody else has changed it since the plan was made.
fn save_lock(path: &Path, plan: &Plan) -> Result<()> {
    let now = read_lock(path)?;
    if now != plan.lock_before {
        return Err(Error::new(ErrorKind::Integrity, "the lock has changed since the plan was made")
            .with_path(path)
            .with_hint("run the command again"));
    }
    if now.as_ref() == Some(&plan.lock) {
        Ok(())
    } else {
        fsio::replace(path, plan.lock.to_text().as_bytes())
    }
}

/// Reads a lock file; `None` when there is none.
///
/// # Errors
/// Those of [`Lock::parse`]; [`ErrorKind::Io`].
pub fn read_lock(path: &Path) -> Result<Option<Lock>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Lock::parse(&text).map(Some).map_err(|error| error.with_path(path)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read", path, error)),
    }
}

/// Makes the audio of an utterance and returns its row.
fn make_row(chosen: &Chosen, split: Split, converter: &mut Converter, staging: &StagingDir) -> Result<Row> {
    let (session, take) = (&chosen.candidate.session.record, &chosen.candidate.take);
    let audio = Row::audio_path(&session.locale, &session.speaker.id, &chosen.id);
    let mut file = staging.create_file(&audio)?;
    let made = converter.convert(&chosen.candidate.path(), take, &mut file)?;
    Ok(row(chosen, split, audio, &made, converter.rate()))
}

fn row(chosen: &Chosen, split: Split, audio: String, made: &Made, rate: crate::units::SampleRate) -> Row {
    let (session, take) = (&chosen.candidate.session.record, &chosen.candidate.take);
    let consent = session.consent.as_ref();
    // What a speaker said of themselves is published field by field, and only as granted.
    let said = |field: &str| {
        let granted = consent.is_some_and(|receipt| receipt.grants(&format!("{DEMOGRAPHICS}{field}")));
        session.speaker.metadata.get(field).filter(|_| granted).cloned()
    };
    let open = consent.is_some_and(|receipt| receipt.grants("share-open"));
    let measured = &take.measurements;
    Row {
        schema: catalogue::SCHEMA,
        id: chosen.id.clone(),
        audio,
        sha256: made.sha256,
        bytes: made.bytes,
        frames: made.frames,
        rate,
        duration: seconds(made.frames, rate),
        split,
        locale: session.locale.clone(),
        speaker: session.speaker.id.clone(),
        gender: said("gender"),
        age: said("age"),
        accent: said("accent"),
        native_language: said("native-language"),
        sheet: session.sheet.id.clone(),
        sheet_version: session.sheet.version.clone(),
        sheet_sha256: session.sheet.sha256,
        sheet_licence: session.sheet.licence.clone(),
        prompt: take.prompt.clone(),
        repetition: take.repetition,
        session: session.id.clone(),
        take: take.take,
        text: take.text.clone(),
        text_sha256: take.text_sha256,
        annotated: take.annotated.clone(),
        slots: take.slots.clone(),
        intent: take.intent.clone(),
        domain: take.domain.clone(),
        verdict: chosen.judgement.verdict,
        findings: chosen.judgement.findings.iter().map(|finding| finding.id.clone()).collect(),
        source: Source {
            sha256: take.sha256,
            rate: take.rate,
            snr_db: measured.snr_db,
            active_dbov: measured.active_dbov,
            peak_dbfs: measured.peak_dbfs,
            noise_floor_dbfs: measured.noise_floor_dbfs,
            lead_ms: measured.lead_ms,
            trail_ms: measured.trail_ms,
        },
        gain_db: made.gain_db,
        consent: consent.map(|receipt| receipt.id.clone()).unwrap_or_default(),
        licence: consent.and_then(|receipt| receipt.licence.clone()).filter(|_| open),
    }
}
