//! A bundle from recordings: what is new since the last one, packed, proved and laid aside until it is written.

use super::about::{About, SCHEMA, SessionAbout, Withdrawn};
use super::handed_in::{Before, Carried, HandedIn};
use super::name::{Code, Coding, Member, file_name};
use super::sound;
use crate::archive::{bag, checksums};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, Spool, Spooled};
use crate::ids::{SessionId, SpeakerId};
use crate::parallel;
use crate::progress::Watch;
use crate::recordings::session::consent::{receipt_copy, shown_text};
use crate::recordings::session::layout::{CONSENT, JOURNAL, RECORD};
use crate::recordings::session::view::read_record;
use crate::recordings::session::{
    ConsentState, Event, FileState, Found, RootLock, SessionView, TakeKey, TakeRecord, TakeState, Unreadable,
    consent_state,
};
use crate::recordings::tombstones::{Extent, Tombstone, Tombstones};
use crate::units::Utc;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The largest file of a take that is read into memory, to be made FLAC of; a larger one goes as it is.
const MOST_IN_MEMORY: u64 = 32 << 20;

/// What a bundle is to be made of.
#[derive(Debug)]
pub struct Request<'a> {
    /// Whose recordings.
    pub speaker: &'a SpeakerId,
    /// What is left out, as it was handed in before.
    pub before: &'a Before,
    /// The program (`booth 0.1.0`).
    pub tool: &'a str,
    /// How to reach and to thank the person, sealed for the project.
    pub personal: Option<Vec<u8>>,
    /// The moment at which consent is judged.
    pub now: Utc,
    /// Threads to pack with.
    pub threads: usize,
    /// The folder for what is laid aside.
    pub scratch: &'a Path,
}

/// Where the bytes of a file of a bundle are.
#[derive(Debug)]
pub(super) enum Body {
    /// In memory.
    Bytes(Vec<u8>),
    /// At a place of the spool.
    Laid(u64),
    /// In the file of the take, which has to be what it was.
    File(PathBuf),
}

/// A file of a bundle.
#[derive(Debug)]
pub(super) struct Content {
    pub member: Member,
    pub bytes: u64,
    pub sha256: Sha256,
    pub body: Body,
}

/// A bundle, ready to be written.
#[derive(Debug)]
pub struct Bundle {
    /// Its code.
    pub code: Code,
    /// Its file name.
    pub name: String,
    /// What it says of itself.
    pub about: About,
    /// Bytes of the takes as they were recorded.
    pub wav_bytes: u64,
    /// Bytes of them in the bundle.
    pub packed_bytes: u64,
    /// Takes whose file is not there, or not what was recorded.
    pub lacking: Vec<PathBuf>,
    carried: Vec<Carried>,
    pub(super) contents: Vec<Content>,
    pub(super) spool: Spooled,
}

/// A session that goes.
struct Going {
    view: SessionView,
    journal: Vec<u8>,
    lines: u64,
    deleted: u64,
    before: u64,
    /// Takes whose audio goes or is missed, and what is at the place of their files.
    takes: Vec<(TakeRecord, FileState)>,
}

/// Makes the bundle of a speaker out of the sessions that were found in the locked recordings, and says which of them are left
/// out; `None` when there is nothing that was not handed in.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses; those of `watch`. A session that cannot be relied on, and a take that is not what
/// was recorded, is left out and told.
pub fn make(
    lock: &RootLock,
    found: &Found,
    request: &Request<'_>,
    watch: &dyn Watch,
) -> Result<(Option<Bundle>, Vec<Unreadable>)> {
    let mut left_out = found.unreadable.clone();
    let mut going: BTreeMap<SessionId, Going> = BTreeMap::new();
    for dir in &found.sessions {
        match session(dir, request) {
            Ok(Some(one)) => match going.entry(one.view.record().id.clone()) {
                std::collections::btree_map::Entry::Vacant(place) => {
                    place.insert(one);
                }
                std::collections::btree_map::Entry::Occupied(other) => {
                    let message = format!("it is a copy of {}", other.get().view.dir().display());
                    left_out.push(Unreadable { path: dir.clone(), message });
                }
            },
            Ok(None) => {}
            Err(error) => left_out.push(Unreadable::session(dir, error)?),
        }
    }
    let tombstones = Tombstones::read(lock.root())?;
    let is_new = |one: &&Tombstone| one.speaker == *request.speaker && !request.before.has_withdrawn(&one.id);
    let withdrawn: Vec<Withdrawn> = tombstones.all().iter().filter(is_new).map(told).collect();
    if going.is_empty() && withdrawn.is_empty() {
        return Ok((None, left_out));
    }
    let (taken, spool) = takes(&going, request, watch)?;
    let bundle = assemble(going, taken, withdrawn, spool, request)?;
    Ok((Some(bundle), left_out))
}

fn told(tombstone: &Tombstone) -> Withdrawn {
    let one = tombstone.takes.first().filter(|_| tombstone.extent == Extent::Take);
    Withdrawn {
        tombstone: tombstone.id.clone(),
        at: tombstone.at,
        by: tombstone.by,
        extent: tombstone.extent,
        scope: tombstone.scope.clone(),
        sessions: tombstone.sessions.clone(),
        take: one.map(|take| (take.prompt.clone(), take.take)),
    }
}

/// Reads a session, if it is the speaker's and has something that was not handed in.
fn session(dir: &Path, request: &Request<'_>) -> Result<Option<Going>> {
    if read_record(dir)?.speaker.id != *request.speaker {
        return Ok(None);
    }
    let view = SessionView::open(dir)?;
    if let Some(fault) = view.broken() {
        return Err(fault.to_error(dir));
    }
    if let ConsentState::Invalid(fault) = consent_state(dir, view.record(), request.now)? {
        return Err(Error::new(ErrorKind::Consent, format!("the consent is invalid: {fault}")).with_path(dir));
    }
    let path = dir.join(JOURNAL);
    let mut journal = fsio::read_found(&path, fsio::MOST_LIST)?.unwrap_or_default();
    // A line that a crash tore is none; the next recorder ends it, so that what comes after still goes on from here.
    let whole = journal.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    journal.truncate(whole);
    let lines = journal.split(|&byte| byte == b'\n').count() as u64 - 1;
    let id = &view.record().id;
    let is_gone = |event: &Event| matches!(event, Event::Gone { kind, .. } if kind == "take");
    let mut deleted = view.lines().iter().filter(|line| is_gone(&line.event)).count() as u64;
    let (mut takes, mut before) = (Vec::new(), 0);
    for take in view.takes() {
        let key: TakeKey = (take.record.prompt.clone(), take.record.take);
        if take.state == TakeState::Deleted {
            deleted += 1;
        } else if request.before.has(id, &key) {
            before += 1;
        } else {
            takes.push((take.record.clone(), take.file));
        }
    }
    let is_new = lines > request.before.lines(id) || !takes.is_empty();
    Ok(is_new.then_some(Going { view, journal, lines, deleted, before, takes }))
}

/// What became of the sound of a take.
enum Taken {
    Packed(Vec<u8>),
    Plain(Vec<u8>),
    Large,
    Lacking,
}

/// A take whose audio goes.
#[derive(Clone, Copy)]
struct Job<'a> {
    id: &'a SessionId,
    one: &'a Going,
    record: &'a TakeRecord,
    state: FileState,
}

fn take(Job { one, record, state, .. }: Job<'_>) -> Result<Taken> {
    let path = one.view.path_of(record);
    if state != FileState::Present {
        return Ok(Taken::Lacking);
    }
    if record.bytes > MOST_IN_MEMORY {
        let (sha256, _) = Sha256::of_file(&path)?;
        return Ok(if sha256 == record.sha256 { Taken::Large } else { Taken::Lacking });
    }
    let file = fsio::read_plain(&path, MOST_IN_MEMORY)?;
    if Sha256::of(&file) != record.sha256 {
        return Ok(Taken::Lacking);
    }
    Ok(sound::packed(&file, record).map_or_else(|| Taken::Plain(file), Taken::Packed))
}

/// The sounds of all sessions, in their order.
#[derive(Default)]
struct Sounds {
    contents: Vec<Content>,
    lacking: BTreeMap<SessionId, u64>,
    missed: Vec<PathBuf>,
    carried: BTreeMap<SessionId, Vec<TakeKey>>,
    wav_bytes: u64,
    packed_bytes: u64,
}

fn takes(
    going: &BTreeMap<SessionId, Going>,
    request: &Request<'_>,
    watch: &dyn Watch,
) -> Result<(Sounds, Spooled)> {
    let jobs: Vec<Job<'_>> = going
        .iter()
        .flat_map(|(id, one)| {
            let mut takes: Vec<_> = one.takes.iter().collect();
            takes.sort_by_key(|(take, _)| (&take.prompt, take.take));
            takes.into_iter().map(move |(record, state)| Job { id, one, record, state: *state })
        })
        .collect();
    let (mut sounds, mut spool) = (Sounds::default(), Spool::new(request.scratch));
    let (mut outcome, total) = (Ok(()), jobs.len() as u64);
    parallel::ordered(
        jobs.iter().copied(),
        request.threads,
        || (),
        |(), _, job| take(job),
        |at, taken| {
            outcome = taken.and_then(|taken| {
                sounds.add(jobs[at], taken, &mut spool)?;
                watch.at(at as u64 + 1, total)
            });
            if outcome.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    );
    outcome?;
    Ok((sounds, spool.finish()))
}

impl Sounds {
    fn add(&mut self, Job { id, one, record, .. }: Job<'_>, taken: Taken, spool: &mut Spool) -> Result<()> {
        let path = one.view.path_of(record);
        let (coding, bytes, sha256, body) = match taken {
            Taken::Lacking => {
                *self.lacking.entry(id.clone()).or_default() += 1;
                self.missed.push(path);
                return Ok(());
            }
            Taken::Packed(flac) => {
                (Coding::Flac, flac.len() as u64, Sha256::of(&flac), Body::Laid(spool.push(&flac)?))
            }
            Taken::Plain(file) => (Coding::Wav, record.bytes, record.sha256, Body::Laid(spool.push(&file)?)),
            Taken::Large => (Coding::Wav, record.bytes, record.sha256, Body::File(path)),
        };
        self.wav_bytes += record.bytes;
        self.packed_bytes += bytes;
        self.carried.entry(id.clone()).or_default().push((record.prompt.clone(), record.take));
        let member = Member::Take(id.clone(), record.prompt.clone(), record.take, coding);
        self.contents.push(Content { member, bytes, sha256, body });
        Ok(())
    }
}

/// Puts together all files of the bundle, in their order.
fn assemble(
    going: BTreeMap<SessionId, Going>,
    mut sounds: Sounds,
    withdrawn: Vec<Withdrawn>,
    spool: Spooled,
    request: &Request<'_>,
) -> Result<Bundle> {
    let last = going.values().filter_map(|one| Some(one.view.lines().last()?.at));
    let at = last.chain(withdrawn.iter().map(|one| one.at)).max().unwrap_or(request.now);
    let (mut about, mut carried) = (Vec::new(), Vec::new());
    let mut contents = Vec::new();
    let mut add = |member: Member, bytes: Vec<u8>| {
        let (sha256, length) = (Sha256::of(&bytes), bytes.len() as u64);
        contents.push(Content { member, bytes: length, sha256, body: Body::Bytes(bytes) });
    };
    for (id, one) in going {
        let takes = sounds.carried.remove(&id).unwrap_or_default();
        about.push(SessionAbout {
            session: id.clone(),
            lines: one.lines,
            takes: takes.len() as u64,
            before: one.before,
            deleted: one.deleted,
            lacking: sounds.lacking.get(&id).copied().unwrap_or(0),
        });
        carried.push(Carried { session: id.clone(), lines: one.lines, takes });
        let dir = one.view.dir();
        add(Member::Record(id.clone()), fsio::read_plain(&dir.join(RECORD), fsio::MOST_SMALL)?);
        if let Some(receipt) = &one.view.record().consent {
            let mut papers = [receipt_copy(dir, receipt), shown_text(dir, receipt)];
            papers.sort();
            for path in papers {
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or(CONSENT).to_owned();
                add(Member::Consent(id.clone(), name), fsio::read_plain(&path, fsio::MOST_SMALL)?);
            }
        }
        add(Member::Journal(id), one.journal);
    }
    let about = About {
        schema: SCHEMA,
        tool: request.tool.to_owned(),
        at,
        speaker: request.speaker.clone(),
        since: request.before.code,
        sessions: about,
        withdrawn,
    };
    add(Member::About, about.to_bytes()?);
    if let Some(sealed) = &request.personal {
        add(Member::Personal, sealed.clone());
    }
    contents.append(&mut sounds.contents);
    // What surrounds them follows from them.
    let mut listed: Vec<(String, &Content)> =
        contents.iter().map(|content| (content.member.to_string(), content)).collect();
    listed.sort_by(|(a, _), (b, _)| a.cmp(b));
    let manifest: String = listed.iter().map(|(name, it)| checksums::line(&it.sha256, name)).collect();
    let bytes = contents.iter().map(|content| content.bytes).sum();
    let date = about.at.date();
    let identifier = format!("{} {at}", request.speaker);
    let values = [
        ("External-Identifier", identifier.as_str()),
        ("Bagging-Date", date.as_str()),
        ("Bag-Software-Agent", request.tool),
    ];
    let info = bag::info(&values, bytes, contents.len() as u64);
    let tags = bag::tag_manifest(&Sha256::of(&manifest), &info);
    let code = Code::of(&Sha256::of(&tags));
    for (member, text) in [
        (Member::Declaration, bag::DECLARED.to_owned()),
        (Member::Info, info),
        (Member::Manifest, manifest),
        (Member::TagManifest, tags),
    ] {
        let (sha256, bytes) = (Sha256::of(&text), text.len() as u64);
        contents.push(Content { member, bytes, sha256, body: Body::Bytes(text.into_bytes()) });
    }
    contents.sort_by(|a, b| a.member.cmp(&b.member));
    Ok(Bundle {
        code,
        name: file_name(request.speaker, code),
        about,
        wav_bytes: sounds.wav_bytes,
        packed_bytes: sounds.packed_bytes,
        lacking: sounds.missed,
        carried,
        contents,
        spool,
    })
}

impl Bundle {
    /// Returns the line by which the next bundle leaves out what this one has, whose bytes have this digest.
    pub fn handed_in(&self, sha256: Sha256, bytes: u64, at: Utc) -> HandedIn {
        HandedIn {
            schema: SCHEMA,
            at,
            code: self.code,
            sha256,
            bytes,
            speaker: self.about.speaker.clone(),
            sessions: self.carried.clone(),
            withdrawn: self.about.withdrawn.iter().map(|one| one.tombstone.clone()).collect(),
        }
    }
}
