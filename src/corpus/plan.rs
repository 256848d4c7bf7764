//! The plan of a release: a value that says what would be packed, split and refused, and why.
//!
//! It is a function of the recordings, the lock, the settings and one moment, and it is small: per
//! speaker a few numbers, not the takes; what is chosen and what is left out is laid aside on disk. `build` makes what was
//! chosen, or selects again where a speaker's recordings may have changed since, and stops when they have.

use crate::audio::resample::Resampler;
use crate::corpus::choice::Choosing;
use crate::corpus::handed::{Handed, Handing};
use crate::corpus::limits::{Candidate, Limited, Limiting};
use crate::corpus::pools::{Pooling, Pools, split_of};
use crate::corpus::previous::Previous;
use crate::corpus::processing::released_frames;
use crate::corpus::refusal::{Reason, Refusal, Refusals, Refuse, Refusing};
use crate::corpus::release::{SessionLimits, Settings, file_bytes};
use crate::corpus::select::{Chosen, Judge, Recordings, Rules, Selecting, Selection, Session};
use crate::corpus::shared::{Shared, Sharing};
use crate::corpus::split::{Assignment, By, DEFAULT_SALT, Lock, Profile, Split, Texts, assign, assign_texts};
use crate::corpus::splitting::Without;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{SessionId, SpeakerId};
use crate::quality::words::normalise;
use crate::quality::{Overrides, judging_sha256, limit_words, limits_sha256};
use crate::recordings::SessionRecord;
use crate::recordings::session::{Found, Imprint, Unreadable, consent_state, numbers};
use crate::units::{Utc, milliseconds};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a plan and its build are made from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The recordings.
    pub recordings: &'a dyn Recordings,
    /// The judge; its policy is the one that [`Settings::policy_sha256`] names.
    pub judge: Judge<'a>,
    /// The moment at which consent is judged.
    pub now: Utc,
    /// The folder for what is laid aside; it needs room for 2 kB a take.
    pub scratch: &'a Path,
    /// The folder of the release before, where the settings name one: what greatest numbers leave room for is what it has,
    /// and audio that would be the same is taken from it.
    pub previous: Option<&'a Path>,
}

/// What is planned for one speaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpeakerPlan {
    /// The speaker.
    pub speaker: SpeakerId,
    /// The split; `None` where the release is split by prompt.
    pub split: Option<Split>,
    /// Utterances.
    pub utterances: u64,
    /// Frames that they will have at the release's rate.
    pub frames: u64,
    /// The speaker's sessions.
    #[serde(skip)]
    pub(crate) sessions: Vec<PlannedSession>,
    /// Where the first of the chosen takes is.
    #[serde(skip)]
    pub(crate) place: u64,
}

/// A session that was selected from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlannedSession {
    /// Its folder.
    pub dir: PathBuf,
    /// What was read of it.
    pub imprint: Option<Imprint>,
    /// Whether something of it was chosen.
    pub is_used: bool,
}

/// The plan of a release.
#[derive(Debug, Clone, Serialize)]
pub struct Plan {
    /// What was asked for; its policy's digest covers `own_limits`.
    pub settings: Settings,
    /// Limits that sessions with utterances have of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own_limits: Vec<SessionLimits>,
    /// Utterances in all.
    pub utterances: u64,
    /// Bytes that the audio will have, headers included.
    pub audio_bytes: u64,
    /// The speakers with utterances, by id.
    pub speakers: Vec<SpeakerPlan>,
    /// How many takes are left out, by reason.
    pub refused_by_reason: BTreeMap<Reason, u64>,
    /// The takes that are left out, by session, prompt and take.
    pub refused: Refusals,
    /// Sessions that cannot be read, of which nothing is packed, by path.
    pub unreadable: Vec<Unreadable>,
    /// Speakers that this release places for good.
    pub placed: Vec<SpeakerId>,
    /// What a manager should know.
    pub notes: Vec<String>,
    /// What stops the release: speakers who share recordings or a receipt.
    pub shared: Vec<String>,
    /// The lock after this release.
    #[serde(skip)]
    pub lock: Lock,
    /// The lock before it.
    #[serde(skip)]
    pub lock_before: Option<Lock>,
    /// The moment at which consent was judged.
    pub consent_judged_at: Utc,
    /// What is left out because several speakers have it.
    #[serde(skip)]
    pub(crate) without: Shared,
    /// What is left out because there is too much.
    #[serde(skip)]
    pub(crate) limited: Limited,
    /// The pools, where there are such, and who is in which split.
    #[serde(skip)]
    pub(crate) pools: Option<Arc<Pools>>,
    /// What is chosen.
    #[serde(skip)]
    pub(crate) handed: Handed,
}

/// The counts of a plan, as the last line of `--dry-run --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanSummary {
    /// Always: nothing was built.
    pub dry_run: bool,
    /// Utterances in all.
    pub utterances: u64,
    /// Takes that are left out.
    pub refused: u64,
    /// Sessions that cannot be read.
    pub unreadable: u64,
    /// Bytes that the audio will have, headers included.
    pub audio_bytes: u64,
}

impl Plan {
    /// Returns the counts.
    pub fn summary(&self) -> PlanSummary {
        let (utterances, audio_bytes) = (self.utterances, self.audio_bytes);
        let (refused, unreadable) = (self.refused.count(), self.unreadable.len() as u64);
        PlanSummary { dry_run: true, utterances, refused, unreadable, audio_bytes }
    }
}

/// Returns the size of a plain file in a session; what a link leads to is none, since a corpus takes no bytes from
/// elsewhere.
fn plain_file_size(session: &Path, file: &str) -> Result<Option<u64>> {
    let found = fsio::look_below(session, file)?;
    Ok(found.filter(|entry| entry.kind == fsio::Kind::File).map(|entry| entry.bytes))
}

/// Selects the takes of one speaker's sessions.
pub(crate) fn select_speaker(
    input: Input<'_>,
    settings: &Settings,
    sessions: &[PathBuf],
    without: Without<'_>,
    choosing: &Choosing<'_>,
    refuse: Refuse<'_>,
) -> Result<Selection> {
    let rules = Rules {
        choosing,
        min_verdict: settings.min_verdict,
        scope: &settings.scope,
        licence: settings.licence.as_ref().zip(settings.access),
        consent: &|dir, record| consent_state(dir, record, input.now),
        judge: input.judge,
        without,
        size: &plain_file_size,
        header: &numbers::of_file,
    };
    let Input { recordings, scratch, .. } = input;
    Selection::of(sessions, Selecting { recordings, rules, scratch }, refuse)
}

/// Plans a release. `lock` is the content of `splits.lock`; without one, `salt` starts a new lock.
///
/// # Errors
/// [`ErrorKind::Session`] when two folders hold the same session;
/// [`ErrorKind::Usage`] when a setting is not allowed or `salt` is not the lock's; [`ErrorKind::Io`].
pub fn plan(input: Input<'_>, settings: &Settings, lock: Option<&Lock>, salt: Option<&str>) -> Result<Plan> {
    settings.check()?;
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
    let old = settings.splitting.lock(lock, salt.unwrap_or(DEFAULT_SALT))?;
    let settings = &Settings { splitting: settings.splitting.settled(&old), ..settings.clone() };
    let (by_speaker, mut unreadable) = sessions_by_speaker(input.recordings)?;
    let mut without = Shared::default();
    let choosing = Choosing::new(&settings.select);
    let going = Going { input, settings, lock: &old, choosing: &choosing };
    let everything = Limited::none();
    let mut pass = Pass::over(&by_speaker, going, &without, &everything, None)?;
    // What takes the place of a take that is left out may be shared as well, so as long as there is something.
    let mut left_out = Vec::new();
    while settings.without_shared && !pass.shared.is_empty() {
        left_out.append(&mut pass.words);
        without.add(pass.shared);
        pass = Pass::over(&by_speaker, going, &without, &everything, None)?;
    }
    // Who is in which split is decided by all that a speaker has; what pools leave out of it moves nobody.
    let mut assigned = None;
    let mut pools = None;
    if pass.pooling.is_any() {
        let assignment = pass.assign(going)?;
        pools = std::mem::take(&mut pass.pooling).over(&assignment.lock).map(Arc::new);
        assigned = Some(assignment);
        pass = Pass::over(&by_speaker, going, &without, &everything, pools.as_deref())?;
    }
    // Of what is too many is known when all is.
    let limited = match pass.limiting.take() {
        Some(limiting) => limiting.finish()?,
        None => everything,
    };
    if !limited.is_empty() {
        pass = Pass::over(&by_speaker, going, &without, &limited, pools.as_deref())?;
    }
    let assignment = match assigned {
        Some(assignment) => assignment,
        None => pass.assign(going)?,
    };
    let Pass { mut speakers, refusing, unreadable: broken, doubts, audio_bytes, words, own, handing, .. } =
        pass;
    unreadable.extend(broken);
    for speaker in &mut speakers {
        speaker.split = assignment.lock.split(&speaker.speaker);
    }
    let mut notes = assignment.notes;
    notes.extend(left_out.into_iter().map(|words| format!("{words}; none of it is packed")));
    notes.extend(choosing.notes());
    notes.extend(doubts);
    notes.extend(own.notes());
    let policy_sha256 = judging_sha256(settings.policy_sha256, own.0.keys().copied());
    let refused = refusing.finish()?;
    unreadable.sort();
    Ok(Plan {
        settings: Settings { policy_sha256, ..settings.clone() },
        own_limits: own.finish(),
        utterances: speakers.iter().map(|speaker| speaker.utterances).sum(),
        audio_bytes,
        speakers,
        refused_by_reason: refused.by_reason().clone(),
        refused,
        unreadable,
        placed: assignment.placed,
        notes,
        shared: words,
        lock: assignment.lock,
        lock_before: lock.cloned(),
        consent_judged_at: input.now,
        without,
        limited,
        pools,
        handed: handing.finish(),
    })
}

/// What one pass over all takes gives.
struct Pass<'a> {
    speakers: Vec<SpeakerPlan>,
    profiles: BTreeMap<SpeakerId, Profile>,
    refusing: Refusing,
    /// Sessions whose takes cannot be read.
    unreadable: Vec<Unreadable>,
    /// What is doubtful about sessions that were read.
    doubts: Vec<String>,
    audio_bytes: u64,
    /// Limits that sessions with chosen takes have of their own.
    own: OwnLimits,
    /// What several of the speakers have.
    shared: Shared,
    /// That in words.
    words: Vec<String>,
    /// The chosen takes.
    handing: Handing,
    /// What may be too many, where there are greatest numbers and nothing is left out by them yet.
    limiting: Option<Limiting>,
    /// Their texts, where these are what is split.
    texts: Option<Texts<'a>>,
    /// What of pools is among them.
    pooling: Pooling,
}

/// What every pass goes by.
#[derive(Clone, Copy)]
struct Going<'a> {
    input: Input<'a>,
    settings: &'a Settings,
    lock: &'a Lock,
    choosing: &'a Choosing<'a>,
}

impl Going<'_> {
    /// Begins to count, where there are greatest numbers and nothing is left out by them yet.
    fn tally(self, limited: &Limited) -> Result<Option<Tally>> {
        let (choice, rate) = (&self.settings.select, self.settings.rate);
        if !choice.has_limits() || !limited.is_empty() {
            return Ok(None);
        }
        let limiting = Limiting::new(choice, rate, &self.lock.salt, self.input.scratch);
        Ok(Some(Tally { limiting, previous: self.previous()? }))
    }

    /// Opens the release before, where greatest numbers keep to it.
    fn previous(self) -> Result<Option<Previous>> {
        if self.settings.previous.is_none() || !self.settings.select.has_limits() {
            return Ok(None);
        }
        let dir = self.input.previous.ok_or_else(|| {
            Error::new(ErrorKind::Usage, "greatest numbers keep to the release before, which is not given")
        })?;
        Previous::open(dir, self.settings).map(Some)
    }
}

impl<'a> Pass<'a> {
    /// Selects and counts the takes of every speaker, without those that `without`, `limited` and `pools` leave out.
    fn over(
        by_speaker: &BySpeaker,
        going: Going<'a>,
        without: &Shared,
        limited: &Limited,
        pools: Option<&Pools>,
    ) -> Result<Self> {
        let Going { input, settings, lock, choosing } = going;
        let mut tally = going.tally(limited)?;
        let mut leaving = limited.leaving();
        let mut texts = (lock.by == By::Prompt).then(|| Texts::new(lock, input.scratch));
        let without = Without { shared: without, splitting: &settings.splitting, lock: Some(lock), pools };
        let mut pooling = Pooling::default();
        let mut profiles = BTreeMap::new();
        let mut speakers: Vec<SpeakerPlan> = Vec::new();
        let refusing = RefCell::new(Refusing::new(input.scratch));
        let mut sharing = Sharing::new(input.scratch);
        let mut handing = Handing::new(input.scratch);
        let mut own = OwnLimits::default();
        let mut audio_bytes = 0u64;
        let (mut unreadable, mut doubts) = (Vec::new(), Vec::new());
        for (speaker, sessions) in by_speaker {
            let mut refuse = |refusal: Refusal| refusing.borrow_mut().push(&refusal);
            let selection = select_speaker(input, settings, sessions, without, choosing, &mut refuse)?;
            doubts.extend_from_slice(selection.doubts());
            unreadable.extend_from_slice(selection.unreadable());
            let planned = |(session, imprint): (&Session, _)| PlannedSession {
                dir: session.dir.clone(),
                imprint,
                is_used: false,
            };
            let mut sessions: Vec<PlannedSession> = selection.sessions().map(planned).collect();
            let (mut counted, mut place) = (Counted::default(), None);
            let mut count = |chosen: Chosen| {
                if let Some(reason) = leaving.why(&chosen.id)? {
                    return refusing.borrow_mut().push(&too_many(&chosen, &selection, reason)?);
                }
                let whole = Resampler::output_frames(chosen.rate, settings.rate, chosen.frames);
                // The record is read for those alone who need it.
                let taken = if tally.is_some() || settings.audio.trim_ms.is_some() {
                    Some(selection.take(&chosen)?)
                } else {
                    None
                };
                let frames = taken.as_ref().map_or(whole, |taken| {
                    released_frames(&settings.audio, &taken.source, taken.frames, settings.rate)
                });
                if let (Some(tally), Some(taken)) = (&mut tally, &taken) {
                    tally.push(&chosen, &taken.text_sha256, speakers.len() as u32, frames)?;
                }
                counted.add(&chosen, frames, settings);
                own.add(&chosen.session.record);
                let receipt = chosen.session.record.consent.as_ref().map_or("", |receipt| &receipt.id);
                sharing.push(speakers.len() as u32, &chosen.sha256, receipt)?;
                sessions[chosen.number].is_used = true;
                let locale = &chosen.session.record.locale;
                pooling.note(chosen.pool, locale, || selection.take(&chosen).map(|taken| taken.text))?;
                if let Some(texts) = &mut texts {
                    let text = normalise(&selection.take(&chosen)?.text, locale);
                    texts.push(
                        &text,
                        locale,
                        milliseconds(chosen.frames, chosen.rate),
                        split_of(chosen.pool),
                    )?;
                }
                let pushed = handing.push(chosen, &selection)?;
                place.get_or_insert(pushed);
                Ok(())
            };
            selection.chosen(&mut refuse, &mut count)?;
            if counted.utterances == 0 {
                continue;
            }
            let Counted { mut profile, gender, utterances, frames, bytes } = counted;
            profile.gender = gender.map(|(_, word)| word);
            profiles.insert(speaker.clone(), profile);
            audio_bytes += bytes;
            let speaker = speaker.clone();
            let place = place.unwrap_or_default();
            speakers.push(SpeakerPlan { speaker, split: None, utterances, frames, sessions, place });
        }
        let (shared, words) = sharing.finish(|number| &speakers[number as usize].speaker)?;
        Ok(Self {
            speakers,
            profiles,
            refusing: refusing.into_inner(),
            unreadable,
            doubts,
            audio_bytes,
            own,
            shared,
            words,
            handing,
            limiting: tally.map(|tally| tally.limiting),
            texts,
            pooling,
        })
    }

    /// Decides who, or which text, is in which split.
    fn assign(&mut self, going: Going<'_>) -> Result<Assignment> {
        let (targets, purpose) = (going.settings.targets, going.settings.splitting.goal());
        let profiles = std::mem::take(&mut self.profiles);
        match self.texts.take() {
            None => Ok(assign(going.lock, &profiles, targets, purpose)),
            Some(texts) => assign_texts(texts, &profiles.into_keys().collect(), targets, purpose),
        }
    }
}

/// What is counted where there are greatest numbers: all that may be too many, and what the release before has of it.
struct Tally {
    limiting: Limiting,
    previous: Option<Previous>,
}

impl Tally {
    fn push(&mut self, chosen: &Chosen, text_sha256: &Sha256, speaker: u32, frames: u64) -> Result<()> {
        let was_there = match &mut self.previous {
            Some(previous) => previous.of(&chosen.id)?.is_some(),
            None => false,
        };
        let locale = &chosen.session.record.locale;
        self.limiting.push(&Candidate { id: &chosen.id, speaker, locale, text_sha256, frames, was_there })
    }
}

/// Returns the refusal of a take that is left out because there is too much.
fn too_many(chosen: &Chosen, selection: &Selection, reason: Reason) -> Result<Refusal> {
    let (session, prompt) = (chosen.session.record.id.clone(), selection.take(chosen)?.prompt);
    Ok(Refusal { session, prompt, take: chosen.take, reason, detail: chosen.id.to_string() })
}

/// The folders of every speaker's sessions.
type BySpeaker = BTreeMap<SpeakerId, Vec<PathBuf>>;

/// Returns the folders of every speaker's sessions, by the sessions' ids, so that a plan does not depend on where folders
/// lie, and what cannot be read.
fn sessions_by_speaker(recordings: &dyn Recordings) -> Result<(BySpeaker, Vec<Unreadable>)> {
    let mut by_speaker: BTreeMap<SpeakerId, BTreeMap<SessionId, PathBuf>> = BTreeMap::new();
    let mut folders: BTreeMap<SessionId, PathBuf> = BTreeMap::new();
    let Found { sessions: mut dirs, mut unreadable } = recordings.sessions()?;
    dirs.sort();
    dirs.dedup();
    for dir in dirs {
        let record = match recordings.record(&dir) {
            Ok(record) => record,
            Err(error) => {
                unreadable.push(Unreadable::session(&dir, error)?);
                continue;
            }
        };
        if let Some(first) = folders.insert(record.id.clone(), dir.clone()) {
            return Err(Error::new(
                ErrorKind::Session,
                format!("session `{}` is there twice; the first is {}", record.id, first.display()),
            )
            .with_path(dir)
            .with_hint("move one of the two copies out of the recordings"));
        }
        by_speaker.entry(record.speaker.id).or_default().insert(record.id, dir);
    }
    let by_speaker =
        by_speaker.into_iter().map(|(speaker, dirs)| (speaker, dirs.into_values().collect())).collect();
    Ok((by_speaker, unreadable))
}

/// The limits that sessions with chosen takes have of their own, by their digest, each with its sessions.
#[derive(Default)]
struct OwnLimits(BTreeMap<Sha256, (Overrides, BTreeSet<SessionId>)>);

impl OwnLimits {
    fn add(&mut self, record: &SessionRecord) {
        let limits = &record.sheet.policy;
        if !limits.is_empty() {
            let same =
                self.0.entry(limits_sha256(limits)).or_insert_with(|| (limits.clone(), BTreeSet::new()));
            same.1.insert(record.id.clone());
        }
    }

    /// Says which limits judged besides the policy's.
    fn notes(&self) -> Vec<String> {
        let note = |(limits, sessions): &(Overrides, BTreeSet<SessionId>)| {
            let first = sessions.first().map(SessionId::as_str).unwrap_or_default();
            let judged = match sessions.len() {
                1 => format!("session {first} was judged by limits of its own"),
                more => format!("session {first} and {} more were judged by limits of their own", more - 1),
            };
            format!("{judged}, which are part of the policy's hash: {}", limit_words(limits))
        };
        self.0.values().map(note).collect()
    }

    fn finish(self) -> Vec<SessionLimits> {
        let of = |(limits, sessions): (Overrides, BTreeSet<SessionId>)| SessionLimits {
            limits,
            sessions: sessions.into_iter().collect(),
        };
        self.0.into_values().map(of).collect()
    }
}

/// What is counted over the chosen takes of a speaker.
#[derive(Default)]
struct Counted {
    profile: Profile,
    /// The last word on the speaker's gender, and from when it is.
    gender: Option<((Utc, SessionId), String)>,
    utterances: u64,
    frames: u64,
    bytes: u64,
}

impl Counted {
    /// Adds a take that has `out` frames in the release.
    fn add(&mut self, chosen: &Chosen, out: u64, settings: &Settings) {
        let record = &chosen.session.record;
        *self.profile.audio_ms.entry(record.locale.clone()).or_default() +=
            milliseconds(chosen.frames, chosen.rate);
        self.utterances += 1;
        self.frames += out;
        self.bytes += file_bytes(settings.format, out);
        let said = record.speaker.metadata.get("gender").map(|word| word.trim().to_lowercase());
        let place = (record.created, record.id.clone());
        if let Some(word) = said
            && self.gender.as_ref().is_none_or(|(at, _)| *at < place)
        {
            self.gender = Some((place, word));
        }
    }
}
