//! The plan of a release: a value that says what would be packed, split and refused, and why.
//!
//! It is a function of the recordings, the lock, the settings and one moment, and it is small: per
//! speaker a few numbers, not the takes. `build` selects again, speaker by speaker, and stops when the
//! recordings have changed since.

use crate::audio::resample::Resampler;
use crate::corpus::format;
use crate::corpus::release::{Settings, file_bytes};
use crate::corpus::select::{Candidate, Chosen, Judge, Reason, Refusal, Rules, select};
use crate::corpus::split::{Lock, Profile, Split, assign};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{SessionId, SpeakerId};
use crate::recordings::SessionRecord;
use crate::units::{SampleRate, Utc};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where sessions are read from.
pub trait Recordings: Sync {
    /// Returns the folders of all sessions.
    ///
    /// # Errors
    /// Those of the file system.
    fn sessions(&self) -> Result<Vec<PathBuf>>;

    /// Returns the record of a session without its takes.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when it cannot be read as one.
    fn record(&self, dir: &Path) -> Result<SessionRecord>;

    /// Returns all takes of a session.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when the session cannot be read.
    fn candidates(&self, dir: &Path) -> Result<Vec<Candidate>>;
}

/// What a plan and its build are made from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The recordings.
    pub recordings: &'a dyn Recordings,
    /// The judge; its policy is the one that [`Settings::policy_sha256`] names.
    pub judge: Judge<'a>,
    /// The moment at which consent is judged.
    pub now: Utc,
}

/// What is planned for one speaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpeakerPlan {
    /// The speaker.
    pub speaker: SpeakerId,
    /// The split.
    pub split: Split,
    /// Utterances.
    pub utterances: u64,
    /// Frames that they will have at the release's rate.
    pub frames: u64,
    /// Folders of the speaker's sessions.
    #[serde(skip)]
    pub(crate) sessions: Vec<PathBuf>,
}

/// The plan of a release.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// What was asked for.
    pub settings: Settings,
    /// Utterances in all.
    pub utterances: u64,
    /// Bytes that the audio will have, headers included.
    pub audio_bytes: u64,
    /// The speakers with utterances, by id.
    pub speakers: Vec<SpeakerPlan>,
    /// How many takes are left out, by reason.
    pub refused_by_reason: BTreeMap<Reason, u64>,
    /// The takes that are left out, by session, prompt and take.
    pub refused: Vec<Refusal>,
    /// Speakers that this release places for good.
    pub placed: Vec<SpeakerId>,
    /// What a manager should know.
    pub notes: Vec<String>,
    /// The lock after this release.
    #[serde(skip)]
    pub lock: Lock,
    /// The lock before it.
    #[serde(skip)]
    pub lock_before: Option<Lock>,
    #[serde(skip)]
    pub(crate) now: Utc,
}

/// Returns the milliseconds of `frames`, rounded half up.
fn milliseconds(frames: u64, rate: SampleRate) -> u64 {
    let rate = u128::from(rate.hz());
    u64::try_from((u128::from(frames) * 2000 + rate) / (2 * rate)).unwrap_or(u64::MAX)
}

/// Returns the size of a plain file; a link is none, since a corpus takes no bytes from elsewhere.
fn plain_file_size(path: &Path) -> Option<u64> {
    let metadata = std::fs::symlink_metadata(path).ok()?;
    metadata.is_file().then_some(metadata.len())
}

/// Selects the takes of one speaker's sessions.
pub(crate) fn select_speaker(
    input: Input<'_>,
    settings: &Settings,
    sessions: &[PathBuf],
) -> Result<(Vec<Chosen>, Vec<Refusal>)> {
    let mut candidates = Vec::new();
    for dir in sessions {
        candidates.extend(input.recordings.candidates(dir)?);
    }
    let rules = Rules {
        min_verdict: settings.min_verdict,
        scope: &settings.scope,
        now: input.now,
        judge: input.judge,
        size: &plain_file_size,
    };
    select(candidates, rules)
}

/// Plans a release. `lock` is the content of `splits.lock`; without one, `salt` starts a new lock.
///
/// # Errors
/// [`ErrorKind::Session`] when a session cannot be read or two folders hold the same one;
/// [`ErrorKind::Usage`] when a setting is not allowed or `salt` is not the lock's; [`ErrorKind::Io`].
pub fn plan(input: Input<'_>, settings: &Settings, lock: Option<&Lock>, salt: Option<&str>) -> Result<Plan> {
    check_settings(settings)?;
    if let (Some(lock), Some(salt)) = (lock, salt)
        && lock.salt != salt
    {
        return Err(Error::new(
            ErrorKind::Usage,
            format!(
                "the salt `{}` is not the lock's, which is `{}`",
                salt.escape_debug(),
                lock.salt.escape_debug()
            ),
        )
        .with_hint("leave the salt out: the lock keeps it, so that speakers never move"));
    }
    let mut by_speaker: BTreeMap<SpeakerId, Vec<(SessionId, PathBuf)>> = BTreeMap::new();
    let mut folders: BTreeMap<SessionId, PathBuf> = BTreeMap::new();
    let mut dirs = input.recordings.sessions()?;
    dirs.sort();
    dirs.dedup();
    for dir in dirs {
        let record = input.recordings.record(&dir)?;
        if let Some(first) = folders.insert(record.id.clone(), dir.clone()) {
            return Err(Error::new(
                ErrorKind::Session,
                format!("session `{}` is there twice; the first is {}", record.id, first.display()),
            )
            .with_path(dir)
            .with_hint("move one of the two copies out of the recordings"));
        }
        by_speaker.entry(record.speaker.id).or_default().push((record.id, dir));
    }
    let mut profiles = BTreeMap::new();
    let mut speakers = Vec::new();
    let mut refused = Vec::new();
    let mut sources: Vec<(u64, u32)> = Vec::new();
    let mut audio_bytes = 0u64;
    for (speaker, mut sessions) in by_speaker {
        // By id, so that the plan does not depend on where folders lie.
        sessions.sort();
        let sessions: Vec<PathBuf> = sessions.into_iter().map(|(_, dir)| dir).collect();
        let (chosen, not) = select_speaker(input, settings, &sessions)?;
        refused.extend(not);
        if chosen.is_empty() {
            continue;
        }
        let mut profile = Profile::default();
        let mut frames = 0u64;
        let mut gender = None;
        for Chosen { candidate, .. } in &chosen {
            let (record, take) = (&candidate.session.record, &candidate.take);
            *profile.audio_ms.entry(record.locale.clone()).or_default() +=
                milliseconds(take.frames, take.rate);
            let out = Resampler::output_frames(take.rate, settings.rate, take.frames);
            frames += out;
            audio_bytes += file_bytes(settings.format, out);
            let said = record.speaker.metadata.get("gender").map(|word| word.trim().to_lowercase());
            let place = (record.created, record.id.clone());
            if let Some(word) = said
                && gender.as_ref().is_none_or(|(at, _)| *at < place)
            {
                gender = Some((place, word));
            }
            let digest = take.sha256.bytes();
            sources.push((u64::from_be_bytes(std::array::from_fn(|n| digest[n])), speakers.len() as u32));
        }
        profile.gender = gender.map(|(_, word)| word);
        profiles.insert(speaker.clone(), profile);
        let utterances = chosen.len() as u64;
        speakers.push(SpeakerPlan { speaker, split: Split::Train, utterances, frames, sessions });
    }
    let before = lock.cloned();
    let old = before.clone().unwrap_or_else(|| Lock::new(salt.unwrap_or(crate::corpus::split::DEFAULT_SALT)));
    let assignment = assign(&old, &profiles, settings.targets);
    for speaker in &mut speakers {
        speaker.split = assignment.lock.split(&speaker.speaker).unwrap_or(Split::Train);
    }
    let mut notes = assignment.notes;
    notes.extend(shared_recordings(&mut sources, &speakers));
    refused.sort();
    let mut refused_by_reason = BTreeMap::new();
    for refusal in &refused {
        *refused_by_reason.entry(refusal.reason).or_default() += 1;
    }
    Ok(Plan {
        settings: settings.clone(),
        utterances: speakers.iter().map(|speaker| speaker.utterances).sum(),
        audio_bytes,
        speakers,
        refused_by_reason,
        refused,
        placed: assignment.placed,
        notes,
        lock: assignment.lock,
        lock_before: before,
        now: input.now,
    })
}

/// Says which speakers share recordings byte for byte: one of the two names is wrong.
fn shared_recordings(sources: &mut [(u64, u32)], speakers: &[SpeakerPlan]) -> Vec<String> {
    sources.sort_unstable();
    let mut pairs: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    for pair in sources.windows(2) {
        if pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1 {
            *pairs.entry((pair[0].1, pair[1].1)).or_default() += 1;
        }
    }
    pairs
        .into_iter()
        .map(|((a, b), count)| {
            let (a, b) = (&speakers[a as usize].speaker, &speakers[b as usize].speaker);
            format!("speakers {a} and {b} have {count} recordings with the same bytes: they may be one voice")
        })
        .collect()
}

fn check_settings(settings: &Settings) -> Result<()> {
    let usage = |what: String| Err(Error::new(ErrorKind::Usage, what));
    if settings.title.trim().is_empty() || settings.title.chars().any(char::is_control) {
        return usage("the title is empty or not one line".to_owned());
    }
    for name in &settings.manifests {
        format::find(name)?;
    }
    if !crate::recordings::people::consent::SCOPES.contains(&settings.scope.as_str()) {
        return usage(format!(
            "`{}` is not a scope of consent; there are: {}",
            settings.scope.escape_debug(),
            crate::recordings::people::consent::SCOPES.join(", ")
        ));
    }
    crate::corpus::split::Targets::new(settings.targets.train, settings.targets.dev, settings.targets.test)?;
    Ok(())
}
