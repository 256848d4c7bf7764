//! Takes of which this machine does not know that their sessions tell the truth, measured as a check measures them: what a
//! plan of a corpus judges by.
//!
//! What samples and text alone tell of a take is taken over from its session when the ledger has it, and measured when not.
//! What the takes before tell, a speaker's rate and a session's levels, is found anew in all cases, by the rules of a check.
//! So the outcome is the same with any ledger, and with none.

use super::judge::{Checked, Judge};
use super::measured::{FILE_ALTERED, Measured};
use super::work::{Claim, Part, Remarks, from_record, job_of, to_record, with_state};
use super::{Job, Options};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, Records, Spool, Spooled};
use crate::ids::SessionId;
use crate::parallel;
use crate::quality::Measurements;
use crate::quality::metrics::known_under;
use crate::recordings::assess::assessor::reject;
use crate::recordings::assess::opinion::Models;
use crate::recordings::assess::sound::alone;
use crate::recordings::session::fault::Fault;
use crate::recordings::session::numbers;
use crate::recordings::session::view::read_record;
use crate::recordings::session::{Found as FoundSessions, Imprint, TakeRecord, TakeState, Unreadable};
use crate::recordings::transcribe::transcripts;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What is measured here, and how it compares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct SurveyCounts {
    /// Takes that were measured, since this machine had not done so before.
    pub measured: u64,
    /// Those of them whose sessions lack what is measured now: an older version recorded them.
    pub older: u64,
    /// The others with other numbers than their sessions say.
    pub differing: u64,
}

/// What counts of the takes of some sessions, whatever the sessions say.
#[derive(Debug)]
pub struct Survey {
    entries: Spooled,
    sessions: BTreeMap<PathBuf, Read>,
    counts: SurveyCounts,
    remarks: Remarks,
}

/// A session that was read.
#[derive(Debug)]
struct Read {
    imprint: Option<Imprint>,
    /// Its first entry, if it has takes.
    place: Option<u64>,
    /// Its entries, after which those of another session come.
    takes: usize,
}

/// A take on its way through a survey, and what its session says of it.
struct Asked {
    job: Job,
    stored: Measurements,
}

/// What was found of a take, in the order of its session's journal.
#[derive(Serialize, Deserialize)]
enum Found {
    /// Just what the session says.
    AsStored,
    /// Other numbers.
    Other(Box<Measurements>),
    /// Other samples than were published.
    Altered(Box<Measurements>),
    /// The speaker did not accept it, so nobody looked.
    NotAccepted,
}

impl Survey {
    /// Surveys the accepted takes of the sessions that were found, in the order of their ids; `progress` is told how many
    /// takes are measured, and of how many. Gives back the sessions with those as unreadable that turn out to be.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when a session's own limits are not known to this build;
    /// [`ErrorKind::Io`] of the first file that the system does not let us read, and when the scratch folder has no room;
    /// [`ErrorKind::Interrupted`] when `options.stop` is set.
    pub fn of(
        found: FoundSessions,
        options: &Options,
        progress: impl FnMut(u64, u64),
    ) -> Result<(Self, FoundSessions)> {
        let mut unreadable = found.unreadable;
        let mut ordered: BTreeSet<(SessionId, PathBuf)> = BTreeSet::new();
        for dir in found.sessions {
            match read_record(&dir) {
                Ok(record) => drop(ordered.insert((record.id, dir))),
                Err(error) => unreadable.push(Unreadable::session(&dir, error)?),
            }
        }
        let dirs: Vec<PathBuf> = ordered.into_iter().map(|(_, dir)| dir).collect();
        let mut remarks = Remarks::default();
        let mut sessions = BTreeMap::new();
        let (asked, of) = ask(&dirs, options, &mut sessions, &mut remarks, &mut unreadable)?;
        let mut survey = Answering {
            judge: Judge::new(options.policy),
            entries: Spool::new(options.scratch),
            sessions,
            counts: SurveyCounts::default(),
            progress,
            of,
        };
        let mut outcome = Ok(());
        parallel::ordered(
            asked.records(0),
            options.threads,
            || (),
            |(), _, record| {
                let (_, record) = record?;
                let (job, stored) = job_of(&record)?;
                let asked = Asked { job, stored: from_record(stored)? };
                let measured = measure(&asked, &dirs, options)?;
                Ok((asked, measured))
            },
            |_, answer: Result<_>| {
                outcome = answer.and_then(|(asked, measured)| survey.add(&dirs, &asked, measured));
                options.go_on(&outcome)
            },
        );
        outcome?;
        if options.stopped() {
            return Err(Error::new(ErrorKind::Interrupted, "stopped while takes were being measured"));
        }
        let Answering { entries, sessions, counts, .. } = survey;
        let found = FoundSessions { sessions: sessions.keys().cloned().collect(), unreadable };
        Ok((Self { entries: entries.finish(), sessions, counts, remarks }, found))
    }

    /// Returns how many takes were measured.
    pub fn counts(&self) -> SurveyCounts {
        self.counts
    }

    /// Returns what a manager should know of the sessions.
    pub fn remarks(&self) -> &Remarks {
        &self.remarks
    }

    /// Returns what was found of the takes of the session in `dir`, to be asked in the order of its journal.
    pub fn session(&self, dir: &Path) -> Surveyed<'_> {
        let read = self.sessions.get(dir);
        Surveyed {
            entries: read.and_then(|read| read.place).map(|place| self.entries.records(place)),
            left: read.map_or(0, |read| read.takes),
            imprint: read.and_then(|read| read.imprint),
            dir: dir.to_owned(),
        }
    }
}

/// The takes of one session as they were found.
#[derive(Debug)]
pub struct Surveyed<'a> {
    entries: Option<Records<'a>>,
    left: usize,
    imprint: Option<Imprint>,
    dir: PathBuf,
}

impl Surveyed<'_> {
    /// Returns what was read of the session: what it says now counts when it begins with that, to the last byte.
    pub fn imprint(&self) -> Option<&Imprint> {
        self.imprint.as_ref()
    }

    /// Returns the error of a session that says something else now than when it was surveyed.
    pub fn changed(&self) -> Error {
        // Without a path, since it is no fault of the session.
        let message =
            format!("the session in {} has changed since its takes were measured", self.dir.display());
        Error::new(ErrorKind::Session, message).with_hint("run the command again when nobody records")
    }

    /// Puts in place of what the session says of its next take what was found; the take's findings are then none, or that
    /// its samples are not those that were published.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when it had no such take when it was surveyed.
    pub fn amend(&mut self, take: &mut TakeRecord) -> Result<()> {
        take.findings = Vec::new();
        self.left = self.left.checked_sub(1).ok_or_else(|| self.changed())?;
        let record = self.entries.as_mut().map_or(Ok(None), Records::next_record)?;
        let Some((_, record)) = record else { return Err(self.changed()) };
        let found: Found = from_record(record)?;
        // Numbers that cannot be stay as they are, so that they are told: such a take is refused for them.
        if numbers::of_take(take).is_some() {
            return Ok(());
        }
        match found {
            Found::AsStored => {}
            Found::Other(found) => take.measurements = *found,
            Found::Altered(found) => {
                take.measurements = *found;
                take.findings = vec![reject(FILE_ALTERED)];
            }
            Found::NotAccepted => take.measurements = Measurements::unreadable("it was not accepted"),
        }
        Ok(())
    }
}

/// Reads the sessions and lays their takes aside; returns how many have to be measured, too.
fn ask(
    dirs: &[PathBuf],
    options: &Options,
    sessions: &mut BTreeMap<PathBuf, Read>,
    remarks: &mut Remarks,
    unreadable: &mut Vec<Unreadable>,
) -> Result<(Spooled, u64)> {
    let mut asked = Spool::new(options.scratch);
    let (mut unknown, mut outcome) = (0, Ok(()));
    parallel::ordered(
        dirs,
        options.threads,
        || (),
        |(), number, dir| read(dir, number, options),
        |number, part| {
            let (part, known) = match part {
                Ok(read) => read,
                Err(error) => {
                    let broken = Unreadable::session(&dirs[number], error);
                    outcome = broken.map(|broken| unreadable.push(broken));
                    return options.go_on(&outcome);
                }
            };
            let read = Read { imprint: part.imprint, place: None, takes: known.len() };
            sessions.insert(dirs[number].clone(), read);
            let mut known = known.into_iter();
            outcome = part.takes(|state, record| {
                let is_known = known.next().unwrap_or_default();
                unknown += u64::from(state == TakeState::Kept && !is_known);
                asked.push(&with_state(Some(state), record)).map(drop)
            });
            remarks.merge(part.remarks);
            options.go_on(&outcome)
        },
    );
    outcome.map(|()| (asked.finish(), unknown))
}

/// Reads a session; what it says of its takes is laid aside with each, and whether each is known is returned.
fn read(dir: &Path, number: usize, options: &Options) -> Result<(Part, Vec<bool>)> {
    let mut known = Vec::new();
    let part = Part::read(dir, number, options, |session, take| {
        let claim = Claim::of(take, session, options)?;
        known.push(claim.known);
        Ok((Some(claim), to_record(&take.measurements)?))
    })?;
    // Nothing of it is packed, so that nothing of it is measured.
    match Fault::breaking(&part.faults) {
        Some(fault) => Err(fault.to_error(dir)),
        None => Ok((part, known)),
    }
}

/// Measures a take that is accepted and not known; `None` for one that is not accepted.
fn measure(asked: &Asked, dirs: &[PathBuf], options: &Options) -> Result<Option<Measured>> {
    let Some(take) = asked.job.take.as_ref().filter(|take| take.state == TakeState::Kept) else {
        return Ok(None);
    };
    if take.claim.is_some_and(|claim| claim.known) {
        return Ok(Some(Measured::known(known_under(asked.job.longest(options), alone(&asked.stored)))));
    }
    // A plan takes no bytes that lie elsewhere: what a link leads to is not measured.
    let dir = &dirs[take.session.number];
    let file = asked.job.path.strip_prefix(dir).ok().and_then(Path::to_str).unwrap_or_default();
    let entry = fsio::look_below(dir, file)?;
    if entry.is_none_or(|entry| entry.kind != fsio::Kind::File) {
        return Ok(Some(Measured::missing("there is no plain file")));
    }
    Measured::of(&asked.job, &Models::default(), options).map(|(measured, _)| Some(measured))
}

/// What is known so far.
struct Answering<'a, P> {
    judge: Judge<'a>,
    entries: Spool,
    sessions: BTreeMap<PathBuf, Read>,
    counts: SurveyCounts,
    progress: P,
    of: u64,
}

impl<P: FnMut(u64, u64)> Answering<'_, P> {
    fn add(&mut self, dirs: &[PathBuf], asked: &Asked, measured: Option<Measured>) -> Result<()> {
        let Some((take, claim)) = asked.job.take.as_ref().and_then(|take| Some((take, take.claim?))) else {
            return Ok(());
        };
        let found = match measured {
            None => Found::NotAccepted,
            Some(measured) => {
                if !claim.known {
                    self.counts.measured += 1;
                    self.counts.older += u64::from(claim.is_older);
                    self.counts.differing += u64::from(!claim.is_older && measured.agrees != Some(true));
                    (self.progress)(self.counts.measured, self.of);
                }
                let checked = self.judge.judge(&asked.job, measured, None)?;
                found(asked, checked)
            }
        };
        let place = self.entries.push(&to_record(&found)?)?;
        if let Some(read) = dirs.get(take.session.number).and_then(|dir| self.sessions.get_mut(dir)) {
            read.place.get_or_insert(place);
        }
        Ok(())
    }
}

/// Compares what was found with what the session says, error rates aside: those follow from transcripts, whenever they are
/// asked for.
fn found(asked: &Asked, checked: Checked) -> Found {
    let Checked { measurements: mut found, judgement, .. } = checked;
    let mut stored = asked.stored.clone();
    for measured in [&mut found, &mut stored] {
        transcripts::apply(&[], measured, "", &asked.job.locale);
    }
    if judgement.findings.iter().any(|finding| finding.id == FILE_ALTERED) {
        return Found::Altered(Box::new(found));
    }
    let is_readable = |measured: &Measurements| !measured.unmeasured.contains_key(Measurements::UNREADABLE);
    // Other reasons why something is missing are not judged.
    let same = is_readable(&found) == is_readable(&stored)
        && found.is_cut_off() == stored.is_cut_off()
        && Measurements { unmeasured: found.unmeasured.clone(), ..stored } == found;
    if same { Found::AsStored } else { Found::Other(Box::new(found)) }
}
