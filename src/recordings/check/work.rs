//! What there is to check: a list of takes and files, laid aside on disk.

use super::{Options, parts};
use crate::audio::kinds::is_audio_name;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, Spool, Spooled, Walk};
use crate::ids::{Locale, PromptId, SessionId, SheetId, SpeakerId};
use crate::parallel;
use crate::quality::metrics::lacks_metrics;
use crate::quality::{Longest, Overrides};
use crate::recordings::assess::sound::Sounding;
use crate::recordings::ledger::Attestation;
use crate::recordings::session::consent::consent_state;
use crate::recordings::session::fault::Fault;
use crate::recordings::session::numbers::FileForm;
use crate::recordings::session::{
    Imprint, SessionRecord, SessionView, TakeRecord, TakeState, Unreadable, find_sessions,
};
use crate::recordings::transcribe::transcripts::{Heard, Transcripts, Uncounted};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Something to check: a take of a session, or a plain audio file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// The audio.
    #[serde(with = "any_path")]
    pub path: PathBuf,
    /// The words that were to be read, if they are known.
    pub text: Option<String>,
    /// The language.
    pub locale: Locale,
    /// What is known of a take; `None` for a plain file.
    pub take: Option<TakeFacts>,
}

/// What a session says of a take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeFacts {
    /// The session.
    pub session: SessionFacts,
    /// The prompt.
    pub prompt: PromptId,
    /// The attempt.
    pub take: u16,
    /// Whether the speaker kept it.
    pub state: TakeState,
    /// What recognisers heard in it.
    pub heard: Vec<Heard>,
    /// The channel with the speech.
    pub(super) channel: u16,
    /// Faults that the recorder counted.
    pub(super) faults: u64,
    /// Whether the microphone went away inside it.
    pub(super) device_lost: bool,
    /// Milliseconds that the computer slept inside it.
    pub(super) slept_ms: Option<u64>,
    /// Whether a crash or a signal cut it short.
    pub(super) interrupted: bool,
    /// The samples as published.
    pub(super) pcm_sha256: Option<Sha256>,
    /// The form of the file as published.
    pub(super) form: FileForm,
    /// What the session claims of it, where that is asked.
    pub(super) claim: Option<Claim>,
}

/// What a session claims to have been measured of a take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Claim {
    /// The attestation that just this was measured.
    pub(super) attestation: Attestation,
    /// Whether this machine has attested it.
    pub(super) known: bool,
    /// Whether it lacks what is measured now.
    pub(super) is_older: bool,
}

impl Claim {
    /// Returns what `session` claims of a take. One that was too long to be analysed when it was measured, and is not now, is
    /// not known, whatever was attested.
    pub(super) fn of(take: &TakeRecord, session: &SessionRecord, options: &Options) -> Result<Self> {
        let attestation = Sounding::of(take, &session.locale).attest(&take.measurements)?;
        let measured = &take.measurements;
        let is_too_long =
            || longest(options, &session.sheet.policy).is_exceeded_by(measured.frames, measured.sr);
        let known = options.ledger.is_some_and(|ledger| ledger.knows(&attestation))
            && (!measured.is_cut_off() || is_too_long());
        Ok(Self { attestation, known, is_older: lacks_metrics(measured) })
    }
}

/// Returns how long the takes of a session may be whose sheet changes these limits.
pub(super) fn longest(options: &Options, sheet: &Overrides) -> Longest {
    options.policy.longest_over(sheet)
}

/// A session whose sheet has limits of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnLimits {
    /// The session.
    pub session: SessionId,
    /// The limits.
    pub limits: Overrides,
}

/// What a manager should know of sessions before believing verdicts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Remarks {
    /// Sessions with limits of their own.
    pub own_limits: Vec<OwnLimits>,
    /// Transcripts that do not count.
    pub uncounted: Uncounted,
    /// How many sessions read which sheet in which language.
    pub read: BTreeMap<(SheetId, Locale), u64>,
}

impl Remarks {
    /// Takes in those of another session.
    pub(super) fn merge(&mut self, other: Self) {
        self.own_limits.extend(other.own_limits);
        self.uncounted.merge(&other.uncounted);
        for (what, sessions) in other.read {
            *self.read.entry(what).or_default() += sessions;
        }
    }
}

/// What all takes of a session share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SessionFacts {
    /// The session.
    pub id: SessionId,
    /// Who speaks.
    pub speaker: SpeakerId,
    /// The device, as text (`alsa:default`, `file`, `import pairs`).
    pub device: String,
    /// Which of the sessions of this check it is, from 0: one may be there twice.
    pub(super) number: usize,
    /// Limits that the sheet changes.
    pub(super) policy: Overrides,
}

impl Job {
    /// Returns how long it may be.
    pub(super) fn longest(&self, options: &Options) -> Longest {
        let none = Overrides::new();
        longest(options, self.take.as_ref().map_or(&none, |take| &take.session.policy))
    }
}

/// A path as text, or, when it is not UTF-8, as the system has it.
mod any_path {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum AnyPath {
        Text(String),
        Other(OsString),
    }

    pub(super) fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
        match path.to_str() {
            Some(text) => text.serialize(serializer),
            None => path.as_os_str().serialize(serializer),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
        Ok(match AnyPath::deserialize(deserializer)? {
            AnyPath::Text(text) => text.into(),
            AnyPath::Other(other) => other.into(),
        })
    }
}

/// Makes a record to lay aside.
pub(super) fn to_record(value: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(value)
        .map_err(|error| Error::new(ErrorKind::Io, format!("a take cannot be laid aside: {error}")))
}

/// Reads a record that was laid aside.
pub(super) fn from_record<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let failed = |error: &dyn std::fmt::Display| {
        Error::new(ErrorKind::Io, format!("what was laid aside cannot be read: {error}"))
    };
    // Looked at once as a whole, its strings need not be looked at one by one.
    let text = std::str::from_utf8(bytes).map_err(|error| failed(&error))?;
    serde_json::from_str(text).map_err(|error| failed(&error))
}

/// A session, read; its takes were laid aside as they came.
pub(super) struct Part {
    pub(super) faults: Vec<Fault>,
    pub(super) remarks: Remarks,
    pub(super) imprint: Option<Imprint>,
    takes: Spooled,
    /// What became of each, which is known at the end only.
    states: Vec<TakeState>,
}

impl Part {
    /// Reads the session in `dir`, the one with this number, judges its consent, and sees that its own limits are known.
    /// Of each take `keep` returns what is claimed of it, if that matters, and a record that is laid aside with its job.
    pub(super) fn read(
        dir: &Path,
        number: usize,
        options: &Options,
        mut keep: impl FnMut(&SessionRecord, &TakeRecord) -> Result<(Option<Claim>, Vec<u8>)>,
    ) -> Result<Self> {
        let transcripts = Transcripts::read(dir, options.counting)?;
        let mut takes = Spool::new(options.scratch);
        let mut facts: Option<SessionFacts> = None;
        let mut outcome = Ok(());
        let stored = SessionView::open_takes(dir, None, |session, take| {
            if outcome.is_err() {
                return;
            }
            let facts = facts.get_or_insert_with(|| SessionFacts {
                id: session.id.clone(),
                speaker: session.speaker.id.clone(),
                device: session.source.to_string(),
                number,
                policy: session.sheet.policy.clone(),
            });
            outcome = keep(session, &take).and_then(|(claim, beside)| {
                let take_facts = TakeFacts {
                    session: facts.clone(),
                    heard: transcripts.of(&take.prompt, take.take).to_vec(),
                    form: FileForm::of(&take),
                    prompt: take.prompt,
                    take: take.take,
                    state: TakeState::Undecided,
                    channel: take.channel,
                    faults: take.capture.faults(),
                    device_lost: take.capture.device_lost,
                    slept_ms: take.capture.slept_ms,
                    interrupted: take.capture.interrupted,
                    pcm_sha256: take.measurements.pcm_sha256,
                    claim,
                };
                let (path, text) = (dir.join(&take.file), Some(take.text));
                let job = Job { path, text, locale: session.locale.clone(), take: Some(take_facts) };
                takes.push(&[to_record(&job)?, beside].join(&b'\n')).map(drop)
            });
        })?;
        outcome?;
        let limits = stored.record.sheet.policy.clone();
        options.policy.over_sheet(&limits)?;
        let mut faults = stored.faults;
        if let Some(now) = options.now {
            faults.extend(consent_state(dir, &stored.record, now)?.fault());
        }
        let read = BTreeMap::from([((stored.record.sheet.id, stored.record.locale), 1)]);
        let own_limits = OwnLimits { session: stored.record.id, limits };
        let remarks = Remarks {
            own_limits: Some(own_limits).filter(|own| !own.limits.is_empty()).into_iter().collect(),
            uncounted: transcripts.uncounted().clone(),
            read,
        };
        let states = stored.takes.into_iter().map(|((), state)| state).collect();
        Ok(Self { faults, remarks, imprint: stored.imprint, takes: takes.finish(), states })
    }

    /// Hands each take to `each`, in the order of the journal: what became of it, and its records.
    pub(super) fn takes(&self, mut each: impl FnMut(TakeState, &[u8]) -> Result<()>) -> Result<()> {
        let mut records = self.takes.records(0);
        for &state in &self.states {
            let Some((_, record)) = records.next_record()? else { break };
            each(state, record)?;
        }
        Ok(())
    }
}

/// Puts before a record what became of its take; nothing of a plain file.
pub(super) fn with_state(state: Option<TakeState>, record: &[u8]) -> Vec<u8> {
    let mark = match state {
        Some(TakeState::Kept) => b'k',
        Some(TakeState::Replaced) => b'r',
        Some(TakeState::Deleted) => b'd',
        Some(TakeState::Undecided) | None => b'u',
    };
    [&[mark], record].concat()
}

/// Reads a job and what is beside it in a record of [`with_state`].
pub(super) fn job_of(record: &[u8]) -> Result<(Job, &[u8])> {
    let (mark, record) = record.split_first().unwrap_or((&b'u', record));
    let (job, beside) = parts(record);
    let mut job: Job = from_record(job)?;
    if let Some(take) = &mut job.take {
        take.state = match mark {
            b'k' => TakeState::Kept,
            b'r' => TakeState::Replaced,
            b'd' => TakeState::Deleted,
            _ => TakeState::Undecided,
        };
    }
    Ok((job, beside))
}

/// What there is to check.
#[derive(Debug)]
pub struct Work {
    /// How many takes and files.
    pub takes: u64,
    /// How many sessions they come from.
    pub sessions: usize,
    /// Faults of the sessions' records: folder and fault.
    pub faults: Vec<(PathBuf, Fault)>,
    /// What else a manager should know of the sessions.
    pub remarks: Remarks,
    /// The takes and files, a record of [`with_state`] each, in a fixed order.
    pub(super) jobs: Spooled,
}

/// Finds what there is to check at `paths`: sessions, folders of sessions, folders of audio files, files.
///
/// Replaced takes are left out unless `all_takes`; for plain files the text is read from the `.txt` of
/// the same name beside it, if there is one.
///
/// # Errors
/// [`ErrorKind::Io`] when a path is not there or the scratch folder has no room, [`ErrorKind::Session`] when a session
/// cannot be read, [`ErrorKind::Usage`] when a session's own limits are not known to this build, [`ErrorKind::Audio`]
/// when a path holds nothing to check.
pub fn find(paths: &[PathBuf], all_takes: bool, locale: &Locale, options: &Options) -> Result<Work> {
    parallel::apart(|| find_in_order(paths, all_takes, locale, options))
}

fn find_in_order(paths: &[PathBuf], all_takes: bool, locale: &Locale, options: &Options) -> Result<Work> {
    let jobs = Spool::new(options.scratch);
    let remarks = Remarks::default();
    let mut found = Found { options, jobs, takes: 0, sessions: 0, faults: Vec::new(), remarks };
    for path in paths {
        let before = found.takes;
        if fsio::is_named_file(path)? {
            found.push(None, &to_record(&file_job(path, locale)?)?)?;
            continue;
        }
        let all = find_sessions(path)?;
        for dir in &all.sessions {
            found.add_session(dir, all_takes)?;
        }
        for broken in &all.unreadable {
            found.faults.push((broken.path.clone(), Fault::unreadable(broken)));
        }
        if all.sessions.is_empty() && all.unreadable.is_empty() {
            found.add_files(path, locale)?;
            if found.takes == before {
                return Err(Error::new(
                    ErrorKind::Audio,
                    "there is nothing to check here: no session, no audio file",
                )
                .with_path(path)
                .with_hint("give a folder of sessions, one session, or audio files"));
            }
        }
    }
    let Found { jobs, takes, sessions, faults, remarks, .. } = found;
    Ok(Work { takes, sessions, faults, remarks, jobs: jobs.finish() })
}

/// What was found so far.
struct Found<'a> {
    options: &'a Options<'a>,
    jobs: Spool,
    takes: u64,
    sessions: usize,
    faults: Vec<(PathBuf, Fault)>,
    remarks: Remarks,
}

impl Found<'_> {
    fn push(&mut self, state: Option<TakeState>, record: &[u8]) -> Result<()> {
        self.jobs.push(&with_state(state, record))?;
        self.takes += 1;
        Ok(())
    }

    fn add_session(&mut self, dir: &Path, all_takes: bool) -> Result<()> {
        let options = self.options;
        let claim = |session: &SessionRecord, take: &TakeRecord| {
            let claim = options.ledger.map(|_| Claim::of(take, session, options)).transpose()?;
            Ok((claim, Vec::new()))
        };
        let mut part = match Part::read(dir, self.sessions, self.options, claim) {
            Ok(part) => part,
            Err(error) => {
                let broken = Unreadable::session(dir, error)?;
                self.faults.push((broken.path.clone(), Fault::unreadable(&broken)));
                return Ok(());
            }
        };
        self.sessions += 1;
        self.faults.extend(part.faults.iter().map(|fault| (dir.to_path_buf(), fault.clone())));
        self.remarks.merge(std::mem::take(&mut part.remarks));
        part.takes(
            |state, record| {
                if state.is_looked_at(all_takes) { self.push(Some(state), record) } else { Ok(()) }
            },
        )
    }

    fn add_files(&mut self, root: &Path, locale: &Locale) -> Result<()> {
        for entry in Walk::by_name(root) {
            let entry = entry?;
            if entry.file_type().is_file() && is_audio_name(entry.path()) {
                self.push(None, &to_record(&file_job(entry.path(), locale)?)?)?;
            }
        }
        Ok(())
    }
}

fn file_job(path: &Path, locale: &Locale) -> Result<Job> {
    let beside = path.with_extension("txt");
    let text =
        fsio::read_found(&beside, fsio::MOST_SMALL)?.map(String::from_utf8).transpose().map_err(|error| {
            Error::new(ErrorKind::Audio, "the text is not UTF-8").with_path(&beside).with_source(error)
        })?;
    let text = text.map(|text| text.trim_start_matches('\u{feff}').trim().to_owned());
    Ok(Job { path: path.to_path_buf(), text, locale: locale.clone(), take: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    #[test]
    fn a_job_is_laid_aside_and_read_again_whatever_its_path() {
        let mut paths = vec![OsString::from("clips/a b.wav"), OsString::from("\u{e9}\n\"\\{}")];
        #[cfg(unix)]
        paths.push(std::os::unix::ffi::OsStringExt::from_vec(b"clips/\xff\xe9\n.wav".to_vec()));
        for path in paths {
            let text = Some("Turn\non the lamp.".to_owned());
            let job = Job { path: path.into(), text, locale: "en-US".parse().unwrap(), take: None };
            let record = to_record(&job).unwrap();
            assert!(!record.contains(&b'\n'));
            assert_eq!(job_of(&with_state(None, &record)).unwrap(), (job, &b""[..]));
        }
    }
}
