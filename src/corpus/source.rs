//! Sessions on disk as the input of a plan, and a policy as its judge.

use crate::corpus::select::{Keep, Recordings};
use crate::error::{Error, Result};
use crate::fsio;
use crate::quality::{Judgement, Measurements, Policy, judge};
use crate::recordings::check::{Options, Remarks, Survey, SurveyCounts};
use crate::recordings::session::view::{StoredTakes, read_record};
use crate::recordings::session::{Found, Imprint, SessionView, find_sessions};
use crate::recordings::tombstones::FILE as TOMBSTONES;
use crate::recordings::transcribe::transcripts::{self, Counting, Transcripts};
use crate::recordings::{SessionRecord, Tombstones};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The sessions at and below some folders. A plan needs them as [`Sessions`], with a word on whose measurements count.
#[derive(Debug, Clone)]
pub struct Folders {
    found: Found,
    tombstones: Vec<Tombstones>,
}

impl Folders {
    /// Finds the sessions at and below each of `roots`.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when a folder cannot be read; those of [`Tombstones::read`].
    pub fn find(roots: &[PathBuf]) -> Result<Self> {
        let mut all = Found::default();
        for root in roots {
            let found = find_sessions(root)?;
            all.sessions.extend(found.sessions);
            all.unreadable.extend(found.unreadable);
        }
        let tombstones =
            places(roots)?.iter().map(|place| Tombstones::read(place)).collect::<Result<Vec<_>>>()?;
        all.sessions.sort();
        all.sessions.dedup();
        all.unreadable.sort();
        all.unreadable.dedup();
        Ok(Self { found: all, tombstones })
    }

    /// Believes no session: what the ledger of `options` does not know to be true of an accepted take is measured now, and
    /// verdicts are those of a check. `progress` is told how many takes are measured, and of how many.
    ///
    /// # Errors
    /// As [`Survey::of`].
    pub fn measured<'a>(self, options: &Options<'a>, progress: impl FnMut(u64, u64)) -> Result<Sessions<'a>> {
        let (survey, found) = Survey::of(self.found, options, progress)?;
        let Self { tombstones, .. } = self;
        Ok(Sessions { found, survey: Some(survey), counting: options.counting, tombstones })
    }

    /// Believes whatever the sessions say of their takes, and all their transcripts: whoever can write to a session then
    /// decides on its takes. Only for who made all of them.
    pub fn believed(self) -> Sessions<'static> {
        let Self { found, tombstones } = self;
        Sessions { found, survey: None, counting: Counting::Everybody, tombstones }
    }
}

/// Sessions whose measurements count.
#[derive(Debug)]
pub struct Sessions<'a> {
    found: Found,
    /// Without one, all is believed.
    survey: Option<Survey>,
    counting: Counting<'a>,
    tombstones: Vec<Tombstones>,
}

/// What of the sessions was not believed, as a part of the last line of `pack --json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Doubts {
    /// How many takes were measured, and how many of them differ from what their sessions say.
    #[serde(flatten)]
    pub counts: SurveyCounts,
    /// Transcripts that do not count, since nobody knows who wrote them.
    pub uncounted_transcripts: u64,
    /// The recognisers that they name, 16 at most.
    pub uncounted_recognisers: BTreeSet<String>,
}

/// The last line of a pack: its counts, and what was not believed.
#[derive(Debug, Serialize)]
pub struct PackSummary<'a, T> {
    /// The counts of the plan or the build.
    #[serde(flatten)]
    pub of: &'a T,
    /// What of the sessions was not believed.
    #[serde(flatten)]
    pub doubts: &'a Doubts,
}

impl Sessions<'_> {
    /// Returns what of the sessions was not believed.
    pub fn doubts(&self) -> Doubts {
        let Some(survey) = &self.survey else { return Doubts::default() };
        let uncounted = survey.remarks().uncounted.clone();
        Doubts {
            counts: survey.counts(),
            uncounted_transcripts: uncounted.lines,
            uncounted_recognisers: uncounted.names,
        }
    }

    /// Returns what a manager should know of the sessions; nothing where all is believed.
    pub fn remarks(&self) -> Remarks {
        self.survey.as_ref().map_or_else(Remarks::default, |survey| survey.remarks().clone())
    }
}

/// Returns where tombstones of the sessions at and below `roots` may lie: in them, and, where one session was named, around it.
fn places(roots: &[PathBuf]) -> Result<BTreeSet<PathBuf>> {
    let mut places = BTreeSet::new();
    for root in roots {
        let whole = root.canonicalize().map_err(|error| Error::io("find", root, error))?;
        if let Some(around) = whole.parent()
            && fsio::look(&around.join(TOMBSTONES))?.is_some()
        {
            places.insert(around.to_path_buf());
        }
        places.insert(whole);
    }
    Ok(places)
}

impl Recordings for Sessions<'_> {
    fn sessions(&self) -> Result<Found> {
        Ok(self.found.clone())
    }

    fn record(&self, dir: &Path) -> Result<SessionRecord> {
        read_record(dir)
    }

    fn takes(&self, dir: &Path, keep: Keep<'_>) -> Result<StoredTakes<u64>> {
        let transcripts = Transcripts::read(dir, self.counting)?;
        let mut surveyed = self.survey.as_ref().map(|survey| survey.session(dir));
        let before = surveyed.as_ref().and_then(|surveyed| surveyed.imprint().copied());
        let mut failure = None;
        let mut stored = SessionView::open_takes(dir, before.as_ref(), |session, mut take| {
            if failure.is_some() {
                return 0;
            }
            // Not asked for by anything that follows, and a third of what a take holds.
            take.origin = None;
            take.findings = Vec::new();
            let amended = surveyed.as_mut().map_or(Ok(()), |surveyed| surveyed.amend(&mut take));
            let heard = transcripts.of(&take.prompt, take.take);
            transcripts::apply(heard, &mut take.measurements, &take.text, &session.locale);
            amended.and_then(|()| keep(session, take)).unwrap_or_else(|error| {
                failure = Some(error);
                0
            })
        })?;
        if let Some(surveyed) = surveyed.filter(|_| !stored.goes_on) {
            return Err(surveyed.changed());
        }
        stored.imprint = stored.imprint.map(|imprint| imprint.with(transcripts.sha256()));
        failure.map_or(Ok(stored), Err)
    }

    fn tombstones(&self) -> &[Tombstones] {
        &self.tombstones
    }

    fn imprint(&self, dir: &Path) -> Result<Option<(SessionRecord, Imprint)>> {
        let (record, imprint) = SessionView::imprint(dir)?;
        Ok(Some((record, imprint.with(Transcripts::digest(dir)?))))
    }
}

/// Judges measurements under `policy` and the limits that the session's sheet changes.
///
/// # Errors
/// [`crate::ErrorKind::Usage`] for limits that are not known to this build; no session that was read has any.
pub fn judge_under(policy: &Policy, record: &SessionRecord, measured: &Measurements) -> Result<Judgement> {
    if record.sheet.policy.is_empty() {
        return Ok(judge(measured, policy));
    }
    Ok(judge(measured, &policy.over_sheet(&record.sheet.policy)?))
}

#[cfg(test)]
mod tests;
