//! What there is to check: a list of takes and files, laid aside on disk.

use super::Options;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, Spool, Spooled, Walk};
use crate::ids::{Locale, PromptId, SessionId, SpeakerId};
use crate::parallel;
use crate::quality::{Longest, Overrides};
use crate::recordings::assess::sound::Sounding;
use crate::recordings::ledger::Attestation;
use crate::recordings::session::consent::consent_state;
use crate::recordings::session::fault::Fault;
use crate::recordings::session::numbers::FileForm;
use crate::recordings::session::{
    SessionRecord, SessionView, TakeRecord, TakeState, Unreadable, find_sessions,
};
use crate::recordings::transcribe::transcripts::{Heard, Transcripts, Uncounted};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
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
}

impl Claim {
    /// Returns what `session` claims of a take. One that was too long to be analysed when it was measured, and is not now, is
    /// not known, whatever was attested.
    pub(super) fn of(take: &TakeRecord, session: &SessionRecord, options: &Options) -> Result<Self> {
        let attestation = Self::attestation_of(take, &session.locale)?;
        let measured = &take.measurements;
        let is_too_long =
            || longest(options, &session.sheet.policy).is_exceeded_by(measured.frames, measured.sr);
        let known = options.ledger.is_some_and(|ledger| ledger.knows(&attestation))
            && (!measured.is_cut_off() || is_too_long());
        Ok(Self { attestation, known })
    }

    /// Returns the attestation that what a session in `locale` says of a take was measured.
    pub(super) fn attestation_of(take: &TakeRecord, locale: &Locale) -> Result<Attestation> {
        Sounding::of(take, locale).attest(&take.measurements)
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
}

impl Remarks {
    /// Takes in those of another session.
    pub(super) fn merge(&mut self, other: Self) {
        self.own_limits.extend(other.own_limits);
        self.uncounted.merge(&other.uncounted);
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
    serde_json::from_slice(bytes)
        .map_err(|error| Error::new(ErrorKind::Io, format!("what was laid aside cannot be read: {error}")))
}

/// A session, read.
pub(super) struct Part<T> {
    pub(super) faults: Vec<Fault>,
    pub(super) remarks: Remarks,
    takes: Vec<((Job, T), TakeState)>,
}

impl<T> Part<T> {
    /// Reads the session in `dir`, the one with this number, judges its consent, and sees that its own limits are known; of
    /// what was measured of each take when it was made, that is held which `keep` returns.
    pub(super) fn read(
        dir: &Path,
        number: usize,
        options: &Options,
        mut keep: impl FnMut(&SessionRecord, &mut TakeRecord) -> T,
    ) -> Result<Self> {
        let transcripts = Transcripts::read(dir, options.counting)?;
        let stored = SessionView::open_takes(dir, |session, mut take| {
            let form = FileForm::of(&take);
            let pcm_sha256 = take.measurements.pcm_sha256;
            let kept = keep(session, &mut take);
            let facts = TakeFacts {
                session: SessionFacts {
                    id: session.id.clone(),
                    speaker: session.speaker.id.clone(),
                    device: session.source.to_string(),
                    number,
                    policy: session.sheet.policy.clone(),
                },
                heard: transcripts.of(&take.prompt, take.take).to_vec(),
                prompt: take.prompt,
                take: take.take,
                state: TakeState::Undecided,
                channel: take.channel,
                faults: take.capture.faults(),
                form,
                interrupted: take.capture.interrupted,
                pcm_sha256,
                claim: None,
            };
            let (path, text, locale) = (dir.join(&take.file), Some(take.text), session.locale.clone());
            (Job { path, text, locale, take: Some(facts) }, kept)
        })?;
        let limits = stored.record.sheet.policy.clone();
        options.policy.over_sheet(&limits)?;
        let mut faults = stored.faults;
        if let Some(now) = options.now {
            faults.extend(consent_state(dir, &stored.record, now)?.fault());
        }
        let own_limits = OwnLimits { session: stored.record.id, limits };
        let remarks = Remarks {
            own_limits: Some(own_limits).filter(|own| !own.limits.is_empty()).into_iter().collect(),
            uncounted: transcripts.uncounted().clone(),
        };
        Ok(Self { faults, remarks, takes: stored.takes })
    }

    /// Returns the takes, without the replaced ones unless `all_takes`.
    pub(super) fn into_takes(self, all_takes: bool) -> impl Iterator<Item = (Job, T)> {
        let takes = self.takes.into_iter();
        takes.filter(move |(_, state)| *state != TakeState::Replaced || all_takes).map(
            |((mut job, kept), state)| {
                if let Some(take) = &mut job.take {
                    take.state = state;
                }
                (job, kept)
            },
        )
    }
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
    /// The takes and files, a [`Job`] each, in a fixed order.
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
            found.push(&file_job(path, locale)?)?;
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
                    "there is nothing to check here: no session, no WAV file",
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
    fn push(&mut self, job: &Job) -> Result<()> {
        self.jobs.push(&to_record(job)?)?;
        self.takes += 1;
        Ok(())
    }

    fn add_session(&mut self, dir: &Path, all_takes: bool) -> Result<()> {
        let options = self.options;
        let claim = |session: &SessionRecord, take: &mut TakeRecord| {
            options.ledger.map(|_| Claim::of(take, session, options)).transpose()
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
        part.into_takes(all_takes).try_for_each(|(mut job, claim)| {
            if let Some(take) = &mut job.take {
                take.claim = claim?;
            }
            self.push(&job)
        })
    }

    fn add_files(&mut self, root: &Path, locale: &Locale) -> Result<()> {
        for entry in Walk::by_name(root) {
            let entry = entry?;
            let extension = entry.path().extension();
            let is_wav = extension.is_some_and(|extension| extension.eq_ignore_ascii_case("wav"));
            if entry.file_type().is_file() && is_wav {
                self.push(&file_job(entry.path(), locale)?)?;
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
            assert_eq!(from_record::<Job>(&record).unwrap(), job);
        }
    }
}
