//! Measuring takes and files again, in parallel, and judging them in order.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, PromptId, SessionId, SpeakerId};
use crate::parallel;
use crate::quality::fingerprint::Fingerprint;
use crate::quality::reading::{self, SpeakerRate};
use crate::quality::session::SessionLevels;
use crate::quality::{Finding, Judgement, Measurements, Overrides, Policy, Severity, Verdict, judge};
use crate::recordings::copies::Copies;
use crate::recordings::fault::Fault;
use crate::recordings::interruption::with_interruption;
use crate::recordings::measure::measure_file;
use crate::recordings::model::SessionRecord;
use crate::recordings::opinion::Models;
use crate::recordings::transcripts::Transcripts;
use crate::recordings::view::{SessionView, TakeState, TakeView, find_sessions};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use crate::recordings::copies::{CopyKind, CopyOf};

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

impl SessionFacts {
    pub(super) fn of(dir: &Path, record: &SessionRecord) -> Result<Self> {
        Ok(Self {
            id: record.id.clone(),
            speaker: record.speaker.id.clone(),
            device: record.source.to_string(),
            policy: record.sheet.policy.clone(),
            transcripts: Transcripts::read(dir)?,
        })
    }
}

impl Job {
    pub(super) fn of_take(dir: &Path, session: &Arc<SessionFacts>, locale: &Locale, take: &TakeView) -> Self {
        let record = &take.record;
        Self {
            path: dir.join(&record.file),
            text: Some(record.text.clone()),
            locale: locale.clone(),
            take: Some(TakeFacts {
                session: Arc::clone(session),
                prompt: record.prompt.clone(),
                take: record.take,
                state: take.state,
                channel: record.channel,
                faults: record.capture.faults(),
                interrupted: record.capture.interrupted,
                pcm_sha256: record.measurements.pcm_sha256,
            }),
        }
    }
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
    let session = Arc::new(SessionFacts::of(dir, record)?);
    work.sessions += 1;
    work.faults.extend(view.faults().iter().map(|fault| (dir.to_path_buf(), fault.clone())));
    for take in view.takes() {
        if take.state == TakeState::Replaced && !all_takes {
            continue;
        }
        work.jobs.push(Job::of_take(dir, &session, &record.locale, take));
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
    /// The earlier recording that it is a copy of.
    pub copy_of: Option<CopyOf>,
}

/// Measures `jobs` on `threads` threads, has `models` hear them if there are any, and hands each result to `sink` in the order of `jobs`.
///
/// The judging is done in that order too, since what is known of speakers, sessions and earlier recordings grows
/// from take to take; so the outcome does not depend on the number of threads. Stops early, without an error,
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
    let mut judge = Judge::new(policy);
    let mut failed = None;
    parallel::ordered(
        jobs,
        threads,
        || (),
        |(), _, job| Heard::of(job, models),
        |index, heard| {
            if stop.load(Ordering::Relaxed) {
                return ControlFlow::Break(());
            }
            let job = &jobs[index];
            match heard.and_then(|heard| judge.judge(job, heard)) {
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

/// What is known of one take by itself.
pub(super) struct Heard {
    measured: Measurements,
    fingerprint: Option<Fingerprint>,
    /// What is wrong with its file: [`FILE_MISSING`] or [`FILE_ALTERED`].
    fault: Option<&'static str>,
}

impl Heard {
    /// Takes what was measured before.
    pub(super) fn stored(measured: Measurements) -> Self {
        Self { measured, fingerprint: None, fault: None }
    }

    /// Measures a take or file.
    fn of(job: &Job, models: &Models) -> Result<Self> {
        let hear = |channel| {
            let (mut measured, grid) = measure_file(&job.path, channel)?;
            let mut fingerprint = None;
            if let Some(grid) = grid {
                fingerprint = Fingerprint::of(&grid);
                if let Some(text) = &job.text {
                    reading::hear_twice(&mut measured, &grid, text, &job.locale);
                }
            }
            models.apply(&mut measured, &job.path)?;
            Ok((measured, fingerprint))
        };
        let Some(take) = &job.take else {
            let (measured, fingerprint) = hear(None)?;
            return Ok(Self { measured, fingerprint, fault: None });
        };
        match hear(Some(take.channel)) {
            // A take without its file is a fault of the data, which the other takes must not suffer from.
            Err(error) if !job.path.exists() => Ok(Self {
                measured: Measurements::unreadable(error.message()),
                fingerprint: None,
                fault: Some(FILE_MISSING),
            }),
            Err(error) => Err(error),
            Ok((measured, fingerprint)) => {
                let altered = take.pcm_sha256.is_some() && take.pcm_sha256 != measured.pcm_sha256;
                Ok(Self { measured, fingerprint, fault: altered.then_some(FILE_ALTERED) })
            }
        }
    }
}

/// Judges takes one after the other, and learns from each.
pub(super) struct Judge<'a> {
    policy: &'a Policy,
    rates: BTreeMap<(SpeakerId, Locale), SpeakerRate>,
    own: Option<Own>,
    copies: Copies,
}

/// The session at hand.
struct Own {
    session: Arc<SessionFacts>,
    policy: Policy,
    levels: SessionLevels,
}

impl<'a> Judge<'a> {
    pub(super) fn new(policy: &'a Policy) -> Self {
        Self { policy, rates: BTreeMap::new(), own: None, copies: Copies::default() }
    }

    /// Judges the next take or file.
    pub(super) fn judge(&mut self, job: &Job, heard: Heard) -> Result<Checked> {
        let Heard { mut measured, fingerprint, fault } = heard;
        let earlier = self.copies.apply(job, &mut measured, fingerprint);
        let judgement = if let Some(take) = &job.take {
            self.judge_take(job, take, &mut measured, fault)?
        } else {
            if let Some(text) = &job.text {
                reading::apply(&mut measured, text, &job.locale, &SpeakerRate::new());
            }
            judge(&measured, self.policy)
        };
        let copy_of = earlier.and_then(|earlier| self.copies.tell(earlier, job, &judgement));
        Ok(Checked { measurements: measured, judgement, copy_of })
    }

    fn judge_take(
        &mut self,
        job: &Job,
        take: &TakeFacts,
        measured: &mut Measurements,
        fault: Option<&str>,
    ) -> Result<Judgement> {
        let text = job.text.as_deref().unwrap_or("");
        let rate = self.rates.entry((take.session.speaker.clone(), job.locale.clone())).or_default();
        let own = match &mut self.own {
            Some(own) if Arc::ptr_eq(&own.session, &take.session) => own,
            own => own.insert(Own {
                session: Arc::clone(&take.session),
                policy: self.policy.over_sheet(&take.session.policy)?,
                levels: SessionLevels::new(),
            }),
        };
        measured.xruns = Some(take.faults);
        reading::apply(measured, text, &job.locale, rate);
        take.session.transcripts.apply(measured, &take.prompt, take.take, text, &job.locale);
        own.levels.apply(measured);
        let mut judgement = with_interruption(judge(measured, &own.policy), take.interrupted);
        let extra =
            |id: &str| Finding { id: id.to_owned(), severity: Severity::Reject, value: None, limit: None };
        match fault {
            Some(FILE_MISSING) => judgement = Judgement::of(vec![extra(FILE_MISSING)]),
            Some(fault) => {
                judgement.findings.insert(0, extra(fault));
                judgement = Judgement::of(judgement.findings);
            }
            None => {}
        }
        if take.state == TakeState::Kept && judgement.verdict != Verdict::Reject {
            rate.observe(measured, text);
            own.levels.observe(measured);
        }
        Ok(judgement)
    }
}
