//! Writing sessions: one recorder at a time, every line durable before it counts.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, AppendFile, FolderLock, StagingDir};
use crate::ids::{PromptId, SessionId};
use crate::recordings::session::journal::{self, Journal};
use crate::recordings::session::pcm::PcmForm;
use crate::recordings::session::record::{Entry, Event, SCHEMA, SessionRecord, SourceRecord, TakeStart};
use crate::recordings::session::recover::{self, Judge, Recovery};
use crate::recordings::session::take::{self, AUDIO};
use crate::recordings::session::view::{RECORD, read_record};
use crate::sheet::Prompt;
use crate::units::Utc;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use crate::recordings::session::take::{FinishedTake, TakeEnd, TakeWriter};
pub use crate::recordings::session::view::{
    FileState, SessionView, StartView, TakeState, TakeView, find_sessions,
};

/// The folder of the consent receipt and its text inside a session.
pub const CONSENT: &str = "consent";

/// Two clocks, passed in so that the library reads none.
pub trait Clock: Send + Sync {
    /// Returns the time of day.
    fn utc(&self) -> Utc;
    /// Returns the milliseconds of a clock that never goes back, since the program was started.
    fn mono_ms(&self) -> u64;
}

/// The folder of all sessions, locked: no other recorder writes there while this value lives.
#[derive(Debug)]
pub struct RootLock {
    root: PathBuf,
    _lock: FolderLock,
}

impl RootLock {
    /// Makes the folder `root` if it is not there, locks it, and removes what a killed start left.
    ///
    /// # Errors
    /// [`ErrorKind::Locked`] when another process holds it; [`ErrorKind::Io`] when the system refuses.
    pub fn acquire(root: &Path, what: &str) -> Result<Self> {
        fsio::create_dir_all(root)?;
        let lock = FolderLock::acquire(root, what)?;
        remove_unborn_sessions(root)?;
        Ok(Self { root: root.to_path_buf(), _lock: lock })
    }

    /// Returns the locked folder.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

/// Removes `.<session>.partial` and its lock: a session that was being made when its maker was killed.
///
/// One that is still being made has its own lock held, and a folder with anything else in it is not ours.
fn remove_unborn_sessions(root: &Path) -> Result<()> {
    for name in names_in(root)? {
        let Some(id) = name.strip_prefix('.').and_then(|name| name.strip_suffix(".partial")) else {
            continue;
        };
        let folder = root.join(&name);
        if id.parse::<SessionId>().is_err() || !folder.is_dir() {
            continue;
        }
        let ours = |name: &String| {
            [AUDIO, CONSENT, journal::FILE, RECORD].contains(&name.strip_suffix(".partial").unwrap_or(name))
        };
        let lock_path = root.join(format!(".{id}.lock"));
        match FolderLock::acquire_file(&lock_path, &folder, "booth record") {
            Ok(_lock) => {
                if names_in(&folder)?.iter().all(ours) {
                    fsio::remove_leftover_dir(&folder)?;
                }
                fsio::remove_leftover(&lock_path)?;
            }
            Err(error) if error.kind() == ErrorKind::Locked => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Returns the names in a folder, sorted; names that are not UTF-8 are not Booth's and left out.
pub(crate) fn names_in(folder: &Path) -> Result<Vec<String>> {
    let failed = |error| Error::io("read the folder", folder, error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        names.extend(entry.map_err(failed)?.file_name().into_string());
    }
    names.sort_unstable();
    Ok(names)
}

/// A session that is being recorded into.
pub struct SessionWriter {
    dir: PathBuf,
    record: SessionRecord,
    journal: AppendFile,
    next_seq: u64,
    /// The highest number used, by prompt: in the journal and among the files.
    highest_take: BTreeMap<PromptId, u16>,
    clock: Arc<dyn Clock>,
    failed: bool,
    lock: RootLock,
}

impl fmt::Debug for SessionWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionWriter").field("dir", &self.dir).finish_non_exhaustive()
    }
}

impl SessionWriter {
    /// Makes the session of `record` in the folder `root`, which is locked from now on; `consent_text`
    /// are the very bytes that were shown.
    ///
    /// # Errors
    /// As [`SessionWriter::create_in`] and [`RootLock::acquire`].
    pub fn create(
        root: &Path,
        record: SessionRecord,
        consent_text: &[u8],
        clock: Arc<dyn Clock>,
    ) -> Result<Self> {
        Self::create_in(RootLock::acquire(root, "booth record")?, record, consent_text, clock)
    }

    /// Makes the session of `record` in a locked folder. It appears whole, with its record, its receipt
    /// and an empty journal, or not at all.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] without a valid receipt of that text (imports may have none);
    /// [`ErrorKind::Exists`] when the session is there already; [`ErrorKind::Io`] when the system
    /// refuses.
    pub fn create_in(
        lock: RootLock,
        record: SessionRecord,
        consent_text: &[u8],
        clock: Arc<dyn Clock>,
    ) -> Result<Self> {
        match &record.consent {
            Some(receipt) => receipt.check(&record.speaker.id, record.created, Sha256::of(consent_text))?,
            None if matches!(record.source, SourceRecord::Import { .. }) => {}
            None => {
                return Err(Error::new(ErrorKind::Consent, "nothing is recorded without a consent receipt")
                    .with_hint("answer the questions on consent, or give a receipt with --consent FILE"));
            }
        }
        let dir = lock.root.join(record.id.as_str());
        let staging = StagingDir::create(&dir, "booth record")?;
        write_session(staging.path(), &record, consent_text)?;
        staging.publish()?;
        let tool = record.tool.clone();
        let mut writer = Self::attach(lock, dir, record, clock, &journal::parse(b""))?;
        writer.append(Event::Opened { tool })?;
        Ok(writer)
    }

    /// Goes on with the session in `dir`, whose folder of sessions is locked from now on; first puts in
    /// order what a crash left. `judge` measures and judges what is recovered.
    ///
    /// # Errors
    /// As [`SessionWriter::resume_in`] and [`RootLock::acquire`].
    pub fn resume(
        dir: &Path,
        tool: &str,
        clock: Arc<dyn Clock>,
        judge: &mut Judge<'_>,
    ) -> Result<(Self, Recovery)> {
        let dir = dir.canonicalize().map_err(|error| Error::io("open the session", dir, error))?;
        let root = dir.parent().unwrap_or(&dir);
        let lock = RootLock::acquire(root, "booth record")?;
        Self::resume_in(lock, &dir, tool, clock, judge)
    }

    /// Goes on with the session in `dir`, which lies in the locked folder.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] or [`ErrorKind::Unsupported`] when it is no session of this version;
    /// [`ErrorKind::Io`] when the system refuses; what `judge` gives.
    pub fn resume_in(
        lock: RootLock,
        dir: &Path,
        tool: &str,
        clock: Arc<dyn Clock>,
        judge: &mut Judge<'_>,
    ) -> Result<(Self, Recovery)> {
        let view = SessionView::open(dir)?;
        let record = view.record().clone();
        fsio::create_dir_all(&dir.join(AUDIO))?;
        let mut writer = Self::attach(lock, dir.to_path_buf(), record, clock, view.journal())?;
        if view.journal().unterminated {
            writer.end_torn_line()?;
        }
        writer.append(Event::Opened { tool: tool.to_owned() })?;
        let recovery = recover::recover(&mut writer, &view, judge)?;
        Ok((writer, recovery))
    }

    fn attach(
        lock: RootLock,
        dir: PathBuf,
        record: SessionRecord,
        clock: Arc<dyn Clock>,
        journal: &Journal,
    ) -> Result<Self> {
        let highest_take = highest_takes(&dir, journal)?;
        Ok(Self {
            journal: AppendFile::open(&dir.join(journal::FILE))?,
            next_seq: journal.next_seq,
            highest_take,
            failed: false,
            dir,
            record,
            clock,
            lock,
        })
    }

    /// Returns the session's folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns the session record.
    pub fn record(&self) -> &SessionRecord {
        &self.record
    }

    /// Lets go of the session but not of the folder.
    pub fn into_lock(self) -> RootLock {
        self.lock
    }

    /// Appends an event to the journal, durably.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses. Nothing is appended after that: the next start
    /// reads what is really there.
    pub fn append(&mut self, event: Event) -> Result<Entry> {
        let entry = self.entry(event, 0);
        self.append_raw(&[to_line(&entry)?])?;
        self.next_seq += 1;
        Ok(entry)
    }

    /// Appends events to the journal, durable together.
    ///
    /// # Errors
    /// As [`SessionWriter::append`].
    pub fn append_all(&mut self, events: Vec<Event>) -> Result<()> {
        let entries = (0..).zip(events).map(|(index, event)| to_line(&self.entry(event, index)));
        let lines = entries.collect::<Result<Vec<String>>>()?;
        self.append_raw(&lines)?;
        self.next_seq += lines.len() as u64;
        Ok(())
    }

    fn entry(&self, event: Event, index: u64) -> Entry {
        let (at, mono_ms) = (self.clock.utc(), self.clock.mono_ms());
        Entry { v: SCHEMA, seq: self.next_seq + index, at, mono_ms, event }
    }

    fn end_torn_line(&mut self) -> Result<()> {
        self.append_raw(&[String::new()])
    }

    fn append_raw(&mut self, lines: &[String]) -> Result<()> {
        if self.failed {
            return Err(Error::new(ErrorKind::Io, "the journal could not be written before")
                .with_path(self.dir.join(journal::FILE))
                .with_hint("run the same command again; what was kept is safe"));
        }
        self.journal.append_lines(lines).inspect_err(|_| self.failed = true)
    }

    /// Starts a take of `prompt`: journals the start, then opens the file. `repetition` counts the
    /// wanted readings of the prompt from 1.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when the numbers of takes are used up; [`ErrorKind::Io`] when the system
    /// refuses.
    pub fn begin_take(&mut self, prompt: &Prompt, repetition: u16, form: PcmForm) -> Result<TakeWriter> {
        let take = self.next_take(&prompt.id).ok_or_else(|| {
            Error::new(ErrorKind::Session, format!("all numbers for takes of `{}` are used up", prompt.id))
                .with_path(&self.dir)
                .with_hint("begin a new session")
        })?;
        let start = TakeStart {
            prompt: prompt.id.clone(),
            take,
            repetition,
            file: take::file_name(&prompt.id, take),
            rate: form.rate(),
            bits: form.bits(),
            text: prompt.text.clone(),
            text_sha256: prompt.text_sha256(),
            annotated: (!prompt.slots.is_empty()).then(|| prompt.annotated.clone()),
            slots: prompt.slots.clone(),
            intent: prompt.intent.clone(),
            domain: prompt.domain.clone(),
        };
        // Used up even when what follows fails.
        self.highest_take.insert(prompt.id.clone(), take);
        self.append(Event::Started(Box::new(start.clone())))?;
        TakeWriter::create(&self.dir, start)
    }

    /// Returns the number that the next take of `prompt` gets; `None` when all are used up.
    pub fn next_take(&self, prompt: &PromptId) -> Option<u16> {
        self.highest_take.get(prompt).copied().unwrap_or(0).checked_add(1)
    }
}

fn to_line(entry: &Entry) -> Result<String> {
    serde_json::to_string(entry).map_err(|error| {
        Error::new(ErrorKind::Session, "an event cannot be written as JSON").with_source(error)
    })
}

fn write_session(dir: &Path, record: &SessionRecord, consent_text: &[u8]) -> Result<()> {
    fsio::create_dir_all(&dir.join(AUDIO))?;
    fsio::create_dir_all(&dir.join(CONSENT))?;
    if let Some(receipt) = &record.consent {
        let text = format!("{}.{}.txt", receipt.text_sha256, receipt.text_locale);
        fsio::write_new(&dir.join(CONSENT).join(text), consent_text)?;
        let file = format!("{}.json", receipt.id);
        fsio::write_new(&dir.join(CONSENT).join(file), &pretty(receipt)?)?;
    }
    fsio::write_new(&dir.join(journal::FILE), b"")?;
    fsio::write_new(&dir.join(RECORD), &pretty(record)?)
}

/// Writes a record as JSON for people: indented, with a last newline.
pub(crate) fn pretty(value: &impl serde::Serialize) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|error| {
        Error::new(ErrorKind::Session, "a record cannot be written as JSON").with_source(error)
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Counts the takes used: in the journal, and as files of any state in the audio folder.
fn highest_takes(dir: &Path, journal: &Journal) -> Result<BTreeMap<PromptId, u16>> {
    let mut highest: BTreeMap<PromptId, u16> = BTreeMap::new();
    let mut used = |prompt: &PromptId, take: u16| {
        let known = highest.entry(prompt.clone()).or_insert(0);
        *known = take.max(*known);
    };
    for entry in &journal.entries {
        match &entry.event {
            Event::Started(start) => used(&start.prompt, start.take),
            Event::Take(take) => used(&take.prompt, take.take),
            Event::Stopped { prompt, take, .. }
            | Event::VerdictShown { prompt, take }
            | Event::Kept { prompt, take }
            | Event::Redone { prompt, take, .. }
            | Event::Played { prompt, take } => used(prompt, *take),
            _ => {}
        }
    }
    for name in recover::audio_files(dir)? {
        let whole = name.strip_suffix(".partial").unwrap_or(&name);
        if let Some((prompt, take)) = take::parse_file_name(whole) {
            used(&prompt, take);
        }
    }
    Ok(highest)
}

/// Reads the record of the session in `dir` alone.
///
/// # Errors
/// As [`SessionView::open`].
pub fn open_record(dir: &Path) -> Result<SessionRecord> {
    read_record(dir)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::testing::*;

    #[test]
    fn a_take_is_found_again_as_it_was_published() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let (one, two) = (prompt("one", 1), prompt("two", 1));
        let first = record_take(&mut writer, &one, 1, 2_500);
        keep(&mut writer, &first);
        let second = record_take(&mut writer, &two, 1, 300);
        let dir = writer.dir().to_path_buf();
        drop(writer);
        let view = SessionView::open(&dir).unwrap();
        assert_eq!(view.faults(), []);
        assert_eq!(view.kept(), [&first]);
        assert_eq!(view.takes()[1].record, second);
        assert_eq!(view.takes()[1].state, TakeState::Undecided);
        assert_eq!(Sha256::of_file(dir.join("audio/one_1.wav")).unwrap(), (first.sha256, first.bytes));
        assert_eq!(first.bytes, 44 + 2 * 2_500);
        assert_eq!(find_sessions(root.path()).unwrap(), [dir.as_path()]);
        assert_eq!(find_sessions(&dir).unwrap(), [dir]);
    }

    #[test]
    fn a_kept_take_stays_kept_until_it_is_redone_or_another_is_kept() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let one = prompt("one", 2);
        let takes: Vec<_> =
            [1, 1, 2].into_iter().map(|reading| record_take(&mut writer, &one, reading, 200)).collect();
        let states = |writer: &SessionWriter| -> Vec<TakeState> {
            SessionView::open(writer.dir()).unwrap().takes().iter().map(|take| take.state).collect()
        };
        keep(&mut writer, &takes[0]);
        keep(&mut writer, &takes[2]);
        assert_eq!(states(&writer), [TakeState::Kept, TakeState::Undecided, TakeState::Kept]);
        keep(&mut writer, &takes[1]);
        assert_eq!(states(&writer), [TakeState::Replaced, TakeState::Kept, TakeState::Kept]);
        let reason = "self".to_owned();
        writer.append(Event::Redone { prompt: one.id.clone(), take: 2, reason }).unwrap();
        assert_eq!(states(&writer), [TakeState::Replaced, TakeState::Replaced, TakeState::Kept]);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_journal_that_cannot_be_written_takes_nothing_more_until_the_next_start() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let take = record_take(&mut writer, &prompt("one", 1), 1, 200);
        keep(&mut writer, &take);
        // A device that is always full.
        let journal =
            std::mem::replace(&mut writer.journal, AppendFile::open(Path::new("/dev/full")).unwrap());
        let error = writer.append(Event::Heartbeat).unwrap_err();
        assert_eq!(error.message(), "cannot append to: the disk is full");
        writer.journal = journal;
        let error = writer.begin_take(&prompt("one", 1), 1, form()).unwrap_err();
        assert!(error.hint().is_some_and(|hint| hint.contains("what was kept is safe")));
        let dir = writer.dir().to_path_buf();
        drop(writer);
        drop(resume(&dir));
        let view = SessionView::open(&dir).unwrap();
        assert_eq!((view.kept(), view.faults()), (vec![&take], &[][..]));
    }

    #[test]
    fn two_recorders_in_one_folder_are_told_apart() {
        let root = tempfile::tempdir().unwrap();
        let writer = create(root.path(), "s1");
        let second = SessionWriter::create(root.path(), session("s2"), CONSENT_TEXT, clock());
        assert_eq!(second.unwrap_err().kind(), ErrorKind::Locked);
        let again = SessionWriter::resume(writer.dir(), TOOL, clock(), &mut judge_well);
        assert_eq!(again.unwrap_err().kind(), ErrorKind::Locked);
    }

    #[test]
    fn nothing_is_recorded_without_consent_or_over_a_session() {
        let root = tempfile::tempdir().unwrap();
        let mut without = session("s1");
        without.consent = None;
        let told = |record, text: &[u8]| {
            SessionWriter::create(root.path(), record, text, clock()).map(drop).unwrap_err().kind()
        };
        assert_eq!(told(without, CONSENT_TEXT), ErrorKind::Consent);
        assert_eq!(told(session("s1"), b"other words"), ErrorKind::Consent);
        assert!(find_sessions(root.path()).unwrap().is_empty());
        drop(create(root.path(), "s1"));
        assert_eq!(told(session("s1"), CONSENT_TEXT), ErrorKind::Exists);
        assert_eq!(names_in(root.path()).unwrap(), [".booth.lock", "s1"]);
    }

    #[test]
    fn a_session_that_was_being_made_is_removed_and_nothing_else() {
        let root = tempfile::tempdir().unwrap();
        for folder in [".s1.partial/audio", ".s2.partial/holiday", ".s3.partial/audio", "s4"] {
            fsio::create_dir_all(&root.path().join(folder)).unwrap();
        }
        let busy = root.path().join(".s3.lock");
        let _held = FolderLock::acquire_file(&busy, &root.path().join("s3"), "booth record").unwrap();
        drop(RootLock::acquire(root.path(), "booth record").unwrap());
        let left = names_in(root.path()).unwrap();
        assert_eq!(left, [".booth.lock", ".s2.partial", ".s3.lock", ".s3.partial", "s4"]);
    }

    #[test]
    fn take_numbers_are_never_used_twice() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let one = prompt("one", 1);
        record_take(&mut writer, &one, 1, 200);
        writer.begin_take(&one, 1, form()).unwrap().discard(&mut writer).unwrap();
        let dir = writer.dir().to_path_buf();
        drop(writer);
        let writer = resume(&dir);
        assert_eq!(writer.next_take(&one.id), Some(3));
        drop(writer);
        fsio::write_new(&dir.join("audio/one_7.wav"), b"found elsewhere").unwrap();
        fsio::write_new(&dir.join("audio/two_65535.wav.partial"), b"").unwrap();
        let mut writer = resume(&dir);
        assert_eq!(writer.next_take(&one.id), Some(8));
        let error = writer.begin_take(&prompt("two", 1), 1, form()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Session);
    }

    #[test]
    fn records_of_other_versions_and_broken_ones_are_refused_with_their_place() {
        let root = tempfile::tempdir().unwrap();
        let dir = create(root.path(), "s1").dir().to_path_buf();
        let good = std::fs::read_to_string(dir.join(RECORD)).unwrap();
        let told = |text: String| {
            fsio::replace(&dir.join(RECORD), text.as_bytes()).unwrap();
            SessionView::open(&dir).unwrap_err()
        };
        let newer = told(good.replacen("\"schema\": 1", "\"schema\": 2", 1));
        assert_eq!(newer.kind(), ErrorKind::Unsupported);
        let unknown = told(good.replacen("{\n", "{\n  \"mood\": 1,\n", 1));
        assert_eq!((unknown.kind(), unknown.line()), (ErrorKind::Session, Some(2)));
        assert_eq!(told(good[..40].to_owned()).kind(), ErrorKind::Session);
    }
}
