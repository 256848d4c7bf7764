//! Measuring takes and files again, in parallel, and judging them in order.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, PromptId, SessionId, SpeakerId};
use crate::parallel;
use crate::quality::reading::{self, SpeakerRate};
use crate::quality::{Finding, Judgement, Measurements, Overrides, Policy, Severity, judge};
use crate::recordings::fault::Fault;
use crate::recordings::interruption::with_interruption;
use crate::recordings::measure::measure_file;
use crate::recordings::opinion::Models;
use crate::recordings::transcripts::Transcripts;
use crate::recordings::view::{SessionView, TakeState, find_sessions};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The finding of a take whose samples are not those that were published.
pub const FILE_ALTERED: &str = "file-altered";
/// The finding of a take whose file is gone.
pub const FILE_MISSING: &str = "file-missing";

/// Something to check: a take of a session, or a plain audio file.
#[derive(Debug, Clone)]
pub struct Job {
    /// The audio.
    pub path: PathBuf,
    /// The words that were to be read, if they are known.
    pub text: Option<String>,
    /// The language.
    pub locale: Locale,
    /// What is known of a take; `None` for a plain file.
    pub take: Option<TakeFacts>,
}

/// What a session says of a take.
#[derive(Debug, Clone)]
pub struct TakeFacts {
    /// The session.
    pub session: Arc<SessionFacts>,
    /// The prompt.
    pub prompt: PromptId,
    /// The attempt.
    pub take: u16,
    /// Whether the speaker kept it.
    pub state: TakeState,
    /// The channel with the speech.
    channel: u16,
    /// Faults that the recorder counted.
    faults: u64,
    /// Whether a crash or a signal cut it short.
    interrupted: bool,
    /// The samples as published.
    pcm_sha256: Option<Sha256>,
}

/// What all takes of a session share.
#[derive(Debug)]
pub struct SessionFacts {
    /// The session.
    pub id: SessionId,
    /// Who speaks.
    pub speaker: SpeakerId,
    /// The device, as text (`alsa:default`, `file`, `import pairs`).
    pub device: String,
    /// Limits that the sheet changes.
    policy: Overrides,
    /// What recognisers heard.
    transcripts: Transcripts,
}

/// What there is to check.
#[derive(Debug, Default)]
pub struct Work {
    /// The takes and files, in a fixed order.
    pub jobs: Vec<Job>,
    /// How many sessions they come from.
    pub sessions: usize,
    /// Faults of the sessions' records: folder and fault.
    pub faults: Vec<(PathBuf, Fault)>,
}

/// Finds what there is to check at `paths`: sessions, folders of sessions, folders of audio files, files.
///
/// Replaced takes are left out unless `all_takes`; for plain files the text is read from the `.txt` of
/// the same name beside it, if there is one.
///
/// # Errors
/// [`ErrorKind::Io`] when a path is not there, [`ErrorKind::Session`] when a session cannot be read,
/// [`ErrorKind::Audio`] when a path holds nothing to check.
pub fn find(paths: &[PathBuf], all_takes: bool, locale: &Locale) -> Result<Work> {
    let mut work = Work::default();
    for path in paths {
        let before = work.jobs.len();
        let data = std::fs::metadata(path).map_err(|error| Error::io("read", path, error))?;
        if data.is_file() {
            work.jobs.push(file_job(path, locale)?);
            continue;
        }
        let sessions = find_sessions(path)?;
        for dir in &sessions {
            add_session(&mut work, dir, all_takes)?;
        }
        if sessions.is_empty() {
            add_files(&mut work, path, locale)?;
            if work.jobs.len() == before {
                return Err(Error::new(
                    ErrorKind::Audio,
                    "there is nothing to check here: no session, no WAV file",
                )
                .with_path(path)
                .with_hint("give a folder of sessions, one session, or audio files"));
            }
        }
    }
    Ok(work)
}

fn add_session(work: &mut Work, dir: &Path, all_takes: bool) -> Result<()> {
    let view = SessionView::open(dir)?;
    let record = view.record();
    let session = Arc::new(SessionFacts {
        id: record.id.clone(),
        speaker: record.speaker.id.clone(),
        device: record.source.to_string(),
        policy: record.sheet.policy.clone(),
        transcripts: Transcripts::read(dir)?,
    });
    work.sessions += 1;
    work.faults.extend(view.faults().iter().map(|fault| (dir.to_path_buf(), fault.clone())));
    for take in view.takes() {
        if take.state == TakeState::Replaced && !all_takes {
            continue;
        }
        work.jobs.push(Job {
            path: view.path_of(&take.record),
            text: Some(take.record.text.clone()),
            locale: record.locale.clone(),
            take: Some(TakeFacts {
                session: Arc::clone(&session),
                prompt: take.record.prompt.clone(),
                take: take.record.take,
                state: take.state,
                channel: take.record.channel,
                faults: take.record.capture.faults(),
                interrupted: take.record.capture.interrupted,
                pcm_sha256: take.record.measurements.pcm_sha256,
            }),
        });
    }
    Ok(())
}

fn add_files(work: &mut Work, root: &Path, locale: &Locale) -> Result<()> {
    for entry in walkdir::WalkDir::new(root).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(root).to_path_buf();
            Error::io("read", path, error.into())
        })?;
        let is_wav = entry.path().extension().is_some_and(|extension| extension.eq_ignore_ascii_case("wav"));
        if entry.file_type().is_file() && is_wav {
            work.jobs.push(file_job(entry.path(), locale)?);
        }
    }
    Ok(())
}

fn file_job(path: &Path, locale: &Locale) -> Result<Job> {
    let beside = path.with_extension("txt");
    let text = match std::fs::read(&beside) {
        Ok(bytes) => Some(String::from_utf8(bytes).map_err(|error| {
            Error::new(ErrorKind::Audio, "the text is not UTF-8").with_path(&beside).with_source(error)
        })?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(Error::io("read", &beside, error)),
    };
    let text = text.map(|text| text.trim_start_matches('\u{feff}').trim().to_owned());
    Ok(Job { path: path.to_path_buf(), text, locale: locale.clone(), take: None })
}

/// A checked take or file.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What was measured.
    pub measurements: Measurements,
    /// What follows from it.
    pub judgement: Judgement,
}

/// Measures `jobs` on `threads` threads, has `models` hear them if there are any, and hands each result to `sink` in the order of `jobs`.
///
/// The judging is done in that order too, since what is known of a speaker's reading rate grows from
/// take to take; so the outcome does not depend on the number of threads. Stops early, without an error,
/// when `stop` is set or `sink` breaks.
///
/// # Errors
/// [`ErrorKind::Io`] of the first file that the system does not let us read; [`ErrorKind::Usage`] when a
/// session's own limits are not known to this build.
pub fn run(
    jobs: &[Job],
    policy: &Policy,
    models: &Models,
    threads: usize,
    stop: &AtomicBool,
    mut sink: impl FnMut(&Job, Checked) -> ControlFlow<()>,
) -> Result<()> {
    let mut rates: BTreeMap<(SpeakerId, Locale), SpeakerRate> = BTreeMap::new();
    let mut own: Option<(SessionId, Policy)> = None;
    let mut failed = None;
    parallel::ordered(
        jobs,
        threads,
        || (),
        |(), _, job| measure_job(job, models),
        |index, measured| {
            if stop.load(Ordering::Relaxed) {
                return ControlFlow::Break(());
            }
            let job = &jobs[index];
            let outcome =
                measured.and_then(|measured| judge_job(job, measured, policy, &mut own, &mut rates));
            match outcome {
                Ok(checked) => sink(job, checked),
                Err(error) => {
                    failed = Some(error);
                    ControlFlow::Break(())
                }
            }
        },
    );
    failed.map_or(Ok(()), Err)
}

fn measure_job(job: &Job, models: &Models) -> Result<Measurements> {
    let outcome = measure_file(&job.path, job.take.as_ref().map(|take| take.channel));
    let outcome = outcome.and_then(|mut measured| {
        models.apply(&mut measured, &job.path)?;
        Ok(measured)
    });
    match outcome {
        Err(error) if job.take.is_some() && !job.path.exists() => {
            // A take without its file is a fault of the data, which the other takes must not suffer from.
            Ok(Measurements::unreadable(error.message()))
        }
        other => other,
    }
}

fn judge_job(
    job: &Job,
    mut measured: Measurements,
    policy: &Policy,
    own: &mut Option<(SessionId, Policy)>,
    rates: &mut BTreeMap<(SpeakerId, Locale), SpeakerRate>,
) -> Result<Checked> {
    let Some(take) = &job.take else {
        if let Some(text) = &job.text {
            reading::apply(&mut measured, text, &job.locale, &SpeakerRate::new());
        }
        let judgement = judge(&measured, policy);
        return Ok(Checked { measurements: measured, judgement });
    };
    measured.xruns = Some(take.faults);
    let rate = rates.entry((take.session.speaker.clone(), job.locale.clone())).or_default();
    let text = job.text.as_deref().unwrap_or("");
    reading::apply(&mut measured, text, &job.locale, rate);
    take.session.transcripts.apply(&mut measured, &take.prompt, take.take, text, &job.locale);
    if own.as_ref().is_none_or(|(session, _)| *session != take.session.id) {
        let policy = policy.over_sheet(&take.session.policy)?;
        *own = Some((take.session.id.clone(), policy));
    }
    let policy = own.as_ref().map_or(policy, |(_, policy)| policy);
    let mut judgement = with_interruption(judge(&measured, policy), take.interrupted);
    let extra =
        |id: &str| Finding { id: id.to_owned(), severity: Severity::Reject, value: None, limit: None };
    if !job.path.exists() {
        judgement = Judgement::of(vec![extra(FILE_MISSING)]);
    } else if take.pcm_sha256.is_some() && take.pcm_sha256 != measured.pcm_sha256 {
        judgement.findings.insert(0, extra(FILE_ALTERED));
        judgement = Judgement::of(judgement.findings);
    }
    if take.state == TakeState::Kept && judgement.verdict != crate::quality::Verdict::Reject {
        rate.observe(&measured, text);
    }
    Ok(Checked { measurements: measured, judgement })
}
