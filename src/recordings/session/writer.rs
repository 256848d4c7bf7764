//! Writing sessions: one recorder at a time, every line durable before it counts.

use super::append::{Append, Clock, stamped};
use super::chain::{self, Anchor};
use super::consent::{receipt_copy, shown_text};
use super::event::{Event, JournalLine, TakeRecord, TakeStart};
use super::fold::{Fold as _, TakeNumbers};
use super::journal::{self, Journal};
use super::layout::{AUDIO, CONSENT, JOURNAL, RECORD, audio_files, file_name, parse_file_name};
use super::lock::RootLock;
use super::pcm::PcmForm;
use super::receipt::Receipt;
use super::record::{SessionRecord, SourceRecord};
use super::take::{FinishedTake, TakeEnd, TakeWriter};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, StagingDir};
use crate::ids::PromptId;
use crate::msg;
use crate::quality::{Judgement, Measurements};
use crate::sheet::Prompt;
use crate::units::Utc;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What happens before a session is on disk, each thing stamped when it happens; the session's journal begins with it.
pub struct Setup {
    clock: Arc<dyn Clock>,
    began: Option<(Utc, u64)>,
    lines: Vec<JournalLine>,
}

impl Setup {
    /// Begins: the session counts as opened at the first thing that is noted.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, began: None, lines: Vec::new() }
    }

    /// Says that the session begins now, if nothing was noted before.
    pub fn begin(&mut self) {
        if self.began.is_none() {
            self.began = Some((self.clock.utc(), self.clock.mono_ms()));
        }
    }

    /// Notes an event.
    pub fn note(&mut self, event: Event) {
        self.begin();
        self.lines.push(stamped(&*self.clock, event));
    }

    /// Returns when the session began; now, when nothing was noted.
    pub fn began(&mut self) -> Utc {
        self.begin();
        self.began.map_or_else(|| self.clock.utc(), |(at, _)| at)
    }
}

/// A session that is being recorded into.
pub struct SessionWriter {
    dir: PathBuf,
    record: SessionRecord,
    journal: Append,
    /// The numbers used: in the journal and among the files.
    numbers: TakeNumbers,
    lock: RootLock,
}

impl fmt::Debug for SessionWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionWriter").field("dir", &self.dir).finish_non_exhaustive()
    }
}

impl SessionWriter {
    /// Makes the session of `record` in a locked folder. It appears whole, with its record, its receipt
    /// and an empty journal, or not at all; `consent_text` are the very bytes that were shown. What `setup` has noted
    /// is the beginning of its journal.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] without a valid receipt of that text (imports may have none);
    /// [`ErrorKind::Exists`] when the session is there already; [`ErrorKind::Io`] when the system
    /// refuses.
    pub fn create_in(
        lock: RootLock,
        record: SessionRecord,
        consent_text: &[u8],
        setup: Setup,
    ) -> Result<Self> {
        match &record.consent {
            Some(receipt) => {
                receipt.check(&record.speaker.id, setup.clock.utc(), Sha256::of(consent_text))?;
            }
            None if matches!(record.source, SourceRecord::Import { .. }) => {}
            None => {
                return Err(Error::of(ErrorKind::Consent, msg!("consent-missing")));
            }
        }
        let dir = lock.root().join(record.id.as_str());
        let staging = StagingDir::create(&dir, "booth record")?;
        let anchor = write_session(staging.path(), &record, consent_text)?;
        staging.publish()?;
        let tool = record.tool.clone();
        let mut writer = Self::attach(lock, dir, record, &journal::parse(b"", anchor), &setup)?;
        writer.open(&tool, setup)?;
        Ok(writer)
    }

    /// Opens the journal of the session in `dir` after what `journal` holds.
    pub(super) fn attach(
        lock: RootLock,
        dir: PathBuf,
        record: SessionRecord,
        journal: &Journal,
        setup: &Setup,
    ) -> Result<Self> {
        let numbers = numbers_used(&dir, journal)?;
        let journal = Append::open(&dir, journal, Arc::clone(&setup.clock))?;
        Ok(Self { dir, record, journal, numbers, lock })
    }

    /// Opens the session for a sitting that began with `setup`.
    pub(super) fn open(&mut self, tool: &str, setup: Setup) -> Result<()> {
        let Setup { clock, began, mut lines } = setup;
        let mut opened = stamped(&*clock, Event::Opened { tool: tool.to_owned() });
        if let Some((at, mono_ms)) = began {
            (opened.at, opened.mono_ms) = (at, mono_ms);
        }
        lines.insert(0, opened);
        self.journal.lines(lines)
    }

    /// Returns the session's folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns the session record.
    pub fn record(&self) -> &SessionRecord {
        &self.record
    }

    /// Returns the lock of the folder.
    pub fn lock(&self) -> &RootLock {
        &self.lock
    }

    /// Appends an event to the journal, durably.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses. Nothing is appended after that: the next start
    /// reads what is really there.
    pub fn append(&mut self, event: Event) -> Result<JournalLine> {
        self.journal.event(event)
    }

    /// Appends events to the journal, durable together.
    ///
    /// # Errors
    /// As [`SessionWriter::append`].
    pub fn append_all(&mut self, events: Vec<Event>) -> Result<()> {
        self.journal.events(events)
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
            file: file_name(&prompt.id, take),
            rate: form.rate(),
            bits: form.bits(),
            text: prompt.text.clone(),
            text_sha256: prompt.text_sha256(),
            annotated: (!prompt.slots.is_empty()).then(|| prompt.annotated.clone()),
            slots: prompt.slots.clone(),
            intent: prompt.intent.clone(),
            domain: prompt.domain.clone(),
            pool: prompt.pool,
        };
        // Used up even when what follows fails.
        self.numbers.note(&prompt.id, take);
        self.append(Event::Started(Box::new(start.clone())))?;
        TakeWriter::create(&self.dir, start)
    }

    /// Ends a recording: gives the file its right header, makes it durable and journals the stop.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses; the next start then makes a take of what is there.
    pub fn finish_take(&mut self, take: TakeWriter, end: TakeEnd) -> Result<FinishedTake> {
        take.finish(&mut self.journal, end)
    }

    /// Gives the file of a finished take its final name, which must be free, and journals the take with what was
    /// measured and judged.
    ///
    /// # Errors
    /// [`ErrorKind::Exists`] when the name is taken; [`ErrorKind::Io`] when the system refuses. The
    /// next start then puts in order what is there.
    pub fn publish_take(
        &mut self,
        take: FinishedTake,
        assessed: (Measurements, Judgement),
    ) -> Result<TakeRecord> {
        take.publish(&mut self.journal, assessed)
    }

    /// Deletes a take for good: its tombstone in the journal is durable before its file goes.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses; once the tombstone is written the next recovery ends the work.
    pub fn delete_take(&mut self, prompt: &PromptId, take: u16) -> Result<()> {
        self.append(Event::Deleted { prompt: prompt.clone(), take })?;
        self.remove_file_of(&file_name(prompt, take))
    }

    /// Removes the file of a take that has its tombstone.
    pub(super) fn remove_file_of(&self, file: &str) -> Result<()> {
        fsio::remove_leftover(&self.dir.join(file))?;
        fsio::sync_dir(&self.dir.join(AUDIO))
    }

    /// Returns the number that the next take of `prompt` gets; `None` when all are used up.
    pub fn next_take(&self, prompt: &PromptId) -> Option<u16> {
        self.numbers.next(prompt)
    }
}

/// Writes the files of a session, and returns what its journal begins with.
fn write_session(dir: &Path, record: &SessionRecord, consent_text: &[u8]) -> Result<Anchor> {
    fsio::create_dir_all(&dir.join(AUDIO))?;
    fsio::create_dir_all(&dir.join(CONSENT))?;
    if let Some(receipt) = &record.consent {
        write_consent(dir, receipt, consent_text)?;
    }
    fsio::write_new(&dir.join(JOURNAL), b"")?;
    let (bytes, sum) = chain::seal_record(&pretty(record)?);
    fsio::write_new(&dir.join(RECORD), &bytes)?;
    Ok(Anchor::sealed(sum))
}

/// Writes what a session has of its consent beside its record: the text that was shown, and the copy of the receipt.
pub(crate) fn write_consent(dir: &Path, receipt: &Receipt, text: &[u8]) -> Result<()> {
    fsio::write_new(&shown_text(dir, receipt), text)?;
    fsio::write_new(&receipt_copy(dir, receipt), &pretty(receipt)?)
}

/// Writes a record as JSON for people: indented, with a last newline.
pub(crate) fn pretty(value: &impl serde::Serialize) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|error| {
        Error::new(ErrorKind::Session, "a record cannot be written as JSON").with_source(error)
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Notes the numbers of takes used: in the journal, and as files of any state in the audio folder.
fn numbers_used(dir: &Path, journal: &Journal) -> Result<TakeNumbers> {
    let mut numbers = TakeNumbers::default();
    for (number, line) in journal.lines.iter().zip(&journal.entries) {
        numbers.line(*number, line);
    }
    for name in audio_files(dir)? {
        let whole = name.strip_suffix(".partial").unwrap_or(&name);
        if let Some((prompt, take)) = parse_file_name(whole) {
            numbers.note(&prompt, take);
        }
    }
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use crate::fsio::{AppendFile, FolderLock};
    use crate::recordings::session::layout::{find_sessions, names_in};
    use crate::recordings::session::{SessionView, TakeState};
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
        assert_eq!(find_sessions(root.path()).unwrap().sessions, [dir.as_path()]);
        assert_eq!(find_sessions(&dir).unwrap().sessions, [dir]);
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
        let journal = writer.journal.swap_file(AppendFile::full());
        let error = writer.append(Event::Heartbeat).unwrap_err();
        assert_eq!(error.message(), "cannot append to: the disk is full");
        writer.journal.swap_file(journal);
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
        let second = RootLock::acquire(root.path(), "booth record");
        assert_eq!(second.unwrap_err().kind(), ErrorKind::Locked);
        let again = resume_with(writer.dir(), &mut assess_well);
        assert_eq!(again.unwrap_err().kind(), ErrorKind::Locked);
    }

    #[test]
    fn nothing_is_recorded_without_consent_or_over_a_session() {
        let root = tempfile::tempdir().unwrap();
        let mut without = session("s1");
        without.consent = None;
        let told = |record, text: &[u8]| {
            let lock = RootLock::acquire(root.path(), "booth record").unwrap();
            SessionWriter::create_in(lock, record, text, Setup::new(clock())).map(drop).unwrap_err().kind()
        };
        assert_eq!(told(without, CONSENT_TEXT), ErrorKind::Consent);
        assert_eq!(told(session("s1"), b"other words"), ErrorKind::Consent);
        assert!(find_sessions(root.path()).unwrap().sessions.is_empty());
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
        for lock in [".s5.lock", ".notes.txt.lock"] {
            fsio::write_new(&root.path().join(lock), b"").unwrap();
        }
        let busy = root.path().join(".s3.lock");
        let _held = FolderLock::acquire_file(&busy, &root.path().join("s3"), "booth record").unwrap();
        drop(RootLock::acquire(root.path(), "booth record").unwrap());
        let left = names_in(root.path()).unwrap();
        assert_eq!(left, [".booth.lock", ".notes.txt.lock", ".s2.partial", ".s3.lock", ".s3.partial", "s4"]);
    }

    #[test]
    fn take_numbers_are_never_used_twice() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let one = prompt("one", 1);
        record_take(&mut writer, &one, 1, 200);
        drop(writer.begin_take(&one, 1, form()).unwrap());
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
        let good = std::fs::read(dir.join(RECORD)).unwrap();
        let json = String::from_utf8(chain::open_record(&good).unwrap().0).unwrap();
        let told = |bytes: &[u8]| {
            fsio::replace(&dir.join(RECORD), bytes).unwrap();
            SessionView::open(&dir).unwrap_err()
        };
        let sealed = |json: String| told(&chain::seal_record(json.as_bytes()).0);
        let newer = sealed(json.replacen("\"schema\": 2", "\"schema\": 3", 1));
        assert_eq!(newer.kind(), ErrorKind::Unsupported);
        let unknown = sealed(json.replacen("{\n", "{\n  \"mood\": 1,\n", 1));
        assert_eq!((unknown.kind(), unknown.line()), (ErrorKind::Session, Some(2)));
        assert_eq!(told(&good[..40]).kind(), ErrorKind::Session);
        // Without the checksum that its schema has, or with another's.
        for bytes in [
            json.clone(),
            json.replacen("anna", "berta", 1),
            json.replacen("\"schema\": 2", "\"schema\": 1", 1),
        ] {
            let told = told(bytes.replace("\n}\n", ",\n  \"sum\": \"0\"\n}\n").as_bytes());
            assert_eq!(told.kind(), ErrorKind::Session, "{told}");
        }
        let told = told(json.as_bytes());
        assert!(told.message().contains("not what was written"), "{told}");
    }
}
