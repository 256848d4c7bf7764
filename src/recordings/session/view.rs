//! Reading sessions without touching them.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::PromptId;
use crate::recordings::session::fault::{Fault, FaultKind};
use crate::recordings::session::journal::{self, Journal};
use crate::recordings::session::record::{
    CaptureFacts, Entry, Event, SCHEMA, SessionRecord, TakeRecord, TakeStart,
};
use crate::recordings::session::take;
use crate::severity::Severity;
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};

/// The name of the session record inside a session.
pub const RECORD: &str = "session.json";

/// What became of a take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TakeState {
    /// The speaker accepted it.
    Kept,
    /// Another take was wanted, or was accepted in its place.
    Replaced,
    /// Nobody decided.
    Undecided,
}

/// What is at the place of a take's file, by name and size alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileState {
    /// A file of the size that was published.
    Present,
    /// No file.
    Missing,
    /// Something of another size or kind.
    Altered,
}

/// A take and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeView {
    /// The take.
    pub record: TakeRecord,
    /// What became of it.
    pub state: TakeState,
    /// What is at the place of its file.
    pub file: FileState,
    /// When it was published.
    pub at: Utc,
    /// The number of its line.
    pub seq: u64,
}

/// How a recording that was started came to its end, as far as the journal knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartView {
    /// The start.
    pub start: TakeStart,
    /// The stop; `None` when the program died while it recorded.
    pub stopped: Option<CaptureFacts>,
}

/// One session, read.
#[derive(Debug, Clone)]
pub struct SessionView {
    dir: PathBuf,
    record: SessionRecord,
    journal: Journal,
    takes: Vec<TakeView>,
    starts: BTreeMap<(PromptId, u16), StartView>,
    faults: Vec<Fault>,
}

/// One session, read for its takes alone.
#[derive(Debug, Clone)]
pub struct StoredTakes<T> {
    /// The session record.
    pub record: SessionRecord,
    /// What was kept of each take, and what became of it, in the order of the journal.
    pub takes: Vec<(T, TakeState)>,
    /// What is wrong with the session, without looking at its files.
    pub faults: Vec<Fault>,
}

/// Finds the sessions at and below `root`: folders with a `session.json`, sorted by path.
///
/// Hidden folders are passed over (they are being built), and so are symbolic links below `root`.
///
/// # Errors
/// [`ErrorKind::Io`] when `root` or a folder below it cannot be read.
pub fn find_sessions(root: &Path) -> Result<Vec<PathBuf>> {
    let mut sessions = Vec::new();
    let mut walk = walkdir::WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b"."));
    while let Some(entry) = walk.next() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(root).to_path_buf();
            let cause = error.into_io_error().unwrap_or_else(|| std::io::Error::other("it is a loop"));
            Error::io("read the folder", path, cause)
        })?;
        if entry.file_type().is_dir() && entry.path().join(RECORD).is_file() {
            sessions.push(entry.path().to_path_buf());
            walk.skip_current_dir();
        }
    }
    Ok(sessions)
}

/// Opens a file that must be one: a device or a pipe might never end.
fn open_file(path: &Path) -> std::io::Result<File> {
    if path.metadata()?.is_file() { File::open(path) } else { Err(std::io::Error::other("it is no file")) }
}

fn read_file(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_file(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads `session.json` of the session in `dir`.
pub(crate) fn read_record(dir: &Path) -> Result<SessionRecord> {
    #[derive(Deserialize)]
    struct Version {
        schema: u64,
    }
    let path = dir.join(RECORD);
    let bytes = read_file(&path).map_err(|error| {
        let missing = error.kind() == std::io::ErrorKind::NotFound;
        let error = Error::io("read the session", &path, error);
        if missing {
            error.with_hint("give a folder that `booth record` or `booth import` made")
        } else {
            error
        }
    })?;
    if let Ok(Version { schema }) = serde_json::from_slice::<Version>(&bytes)
        && schema != u64::from(SCHEMA)
    {
        return Err(Error::new(
            ErrorKind::Unsupported,
            format!("the session has schema {schema}; this version reads schema {SCHEMA}"),
        )
        .with_path(path)
        .with_hint("use the version of Booth that made it, or a newer one"));
    }
    serde_json::from_slice(&bytes).map_err(|error| {
        Error::new(ErrorKind::Session, format!("the session record cannot be read: {error}"))
            .with_path(&path)
            .at(error.line() as u64, error.column() as u64)
            .with_hint("the record is never changed after it was made; restore it from a copy")
            .with_source(error)
    })
}

impl SessionView {
    /// Reads the session in `dir`; faults of the journal are values.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when `session.json` is not one; [`ErrorKind::Unsupported`] when another
    /// version made it; [`ErrorKind::Io`] when a file cannot be read.
    pub fn open(dir: &Path) -> Result<Self> {
        let record = read_record(dir)?;
        let (mut fold, mut views, mut starts) = (Fold::default(), Vec::new(), BTreeMap::new());
        let (mut entries, mut lines) = (Vec::new(), Vec::new());
        let (journal, mut faults) = read_journal(dir, &record, |line, entry| {
            note_start(&mut starts, &entry.event);
            if let Some(record) = fold.add(line, &entry) {
                views.push(TakeView {
                    file: file_state(&dir.join(&record.file), record.bytes),
                    record: record.clone(),
                    state: TakeState::Undecided,
                    at: entry.at,
                    seq: entry.seq,
                });
            }
            lines.push(line);
            entries.push(entry);
        })?;
        for (view, take) in views.iter_mut().zip(&fold.takes) {
            view.state = take.state;
        }
        faults.extend(fold.faults);
        let journal = Journal { entries, lines, ..journal };
        Ok(Self { dir: dir.to_path_buf(), record, journal, takes: views, starts, faults })
    }

    /// Reads the session in `dir` for its record, its takes and what is wrong with them alone; of each take only what
    /// `keep` makes of it is held in memory.
    ///
    /// # Errors
    /// As [`SessionView::open`].
    pub fn open_takes<T>(
        dir: &Path,
        mut keep: impl FnMut(&SessionRecord, TakeRecord) -> T,
    ) -> Result<StoredTakes<T>> {
        let record = read_record(dir)?;
        let (mut fold, mut takes) = (Fold::default(), Vec::new());
        let (_, mut faults) = read_journal(dir, &record, |line, entry| {
            if fold.add(line, &entry).is_some()
                && let Event::Take(take) = entry.event
            {
                takes.push(keep(&record, *take));
            }
        })?;
        faults.extend(fold.faults);
        let takes = takes.into_iter().zip(fold.takes.iter().map(|take| take.state)).collect();
        Ok(StoredTakes { record, takes, faults })
    }

    /// Returns the folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns the session record.
    pub fn record(&self) -> &SessionRecord {
        &self.record
    }

    /// Returns the entries of the journal, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.journal.entries
    }

    /// Returns the journal as read.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Returns what is wrong with the session, without looking into its audio.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Returns all takes in the order of the journal.
    pub fn takes(&self) -> &[TakeView] {
        &self.takes
    }

    /// Returns the accepted takes in the order of the journal: at most one for each reading of a prompt.
    pub fn kept(&self) -> Vec<&TakeRecord> {
        let kept = self.takes.iter().filter(|take| take.state == TakeState::Kept);
        kept.map(|take| &take.record).collect()
    }

    /// Returns the recordings that were started, by prompt and take.
    pub fn starts(&self) -> &BTreeMap<(PromptId, u16), StartView> {
        &self.starts
    }

    /// Returns where the file of one of this session's takes lies.
    pub fn path_of(&self, take: &TakeRecord) -> PathBuf {
        self.dir.join(&take.file)
    }
}

/// Reads the journal of the session in `dir`, and what is wrong with it and with the folder's name; entries go to `each`.
fn read_journal(
    dir: &Path,
    record: &SessionRecord,
    each: impl FnMut(u64, Entry),
) -> Result<(Journal, Vec<Fault>)> {
    let path = dir.join(journal::FILE);
    let mut faults = Vec::new();
    let journal = match open_file(&path) {
        Ok(file) => journal::read(&mut BufReader::new(file), each),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let fault = Fault::new(FaultKind::JournalMissing, Severity::Reject, "the journal is missing");
            faults.push(fault.in_file(journal::FILE));
            Ok(journal::parse(b""))
        }
        Err(error) => Err(error),
    };
    let journal = journal.map_err(|error| Error::io("read the journal", path, error))?;
    let name = std::path::absolute(dir).ok().and_then(|dir| Some(dir.file_name()?.to_owned()));
    if name.is_some_and(|name| name != record.id.as_str() && name != "." && name != "..") {
        let message = format!("the folder's name is not the session's id `{}`", record.id);
        faults.push(Fault::new(FaultKind::Renamed, Severity::Info, message).in_file(RECORD));
    }
    faults.extend(journal.faults.iter().cloned());
    Ok((journal, faults))
}

/// Notes a recording that was started, or stopped.
fn note_start(starts: &mut BTreeMap<(PromptId, u16), StartView>, event: &Event) {
    match event {
        Event::Started(start) => {
            let view = StartView { start: (**start).clone(), stopped: None };
            starts.entry((start.prompt.clone(), start.take)).or_insert(view);
        }
        Event::Stopped { prompt, take, capture, .. } => {
            if let Some(start) = starts.get_mut(&(prompt.clone(), *take)) {
                start.stopped = Some(capture.clone());
            }
        }
        _ => {}
    }
}

/// What became of the takes of a journal, entry by entry.
#[derive(Default)]
struct Fold {
    takes: Vec<Folded>,
    faults: Vec<Fault>,
    /// Where the takes are.
    index: BTreeMap<(PromptId, u16), usize>,
    /// The accepted take of each reading.
    kept: BTreeMap<(PromptId, u16), usize>,
    /// Takes that are decided on and not there.
    unknown: BTreeSet<(PromptId, u16)>,
}

struct Folded {
    repetition: u16,
    state: TakeState,
}

impl Fold {
    /// Takes in an entry, and returns the take that it adds.
    fn add<'a>(&mut self, line: u64, entry: &'a Entry) -> Option<&'a TakeRecord> {
        match &entry.event {
            Event::Take(record) => {
                let key = (record.prompt.clone(), record.take);
                if let Some(fault) = take_fault(record) {
                    let unusable = fault.kind == FaultKind::ForeignPath;
                    self.faults.push(fault.on_line(line));
                    if unusable {
                        return None;
                    }
                }
                if self.index.contains_key(&key) {
                    let message = format!("take {} of `{}` stands here again", key.1, key.0);
                    let fault = Fault::new(FaultKind::DuplicateTake, Severity::Warn, message);
                    self.faults.push(fault.on_line(line).in_file(record.file.clone()));
                    return None;
                }
                self.index.insert(key, self.takes.len());
                self.takes.push(Folded { repetition: record.repetition, state: TakeState::Undecided });
                return Some(record);
            }
            Event::Kept { prompt, take } | Event::Redone { prompt, take, .. } => {
                let key = (prompt.clone(), *take);
                let Some(&at) = self.index.get(&key) else {
                    if self.unknown.insert(key) {
                        let message = format!("take {take} of `{prompt}` is decided on but is not there");
                        let fault = Fault::new(FaultKind::UnknownTake, Severity::Warn, message);
                        self.faults.push(fault.on_line(line));
                    }
                    return None;
                };
                let reading = (prompt.clone(), self.takes[at].repetition);
                if matches!(entry.event, Event::Redone { .. }) {
                    self.takes[at].state = TakeState::Replaced;
                    if self.kept.get(&reading) == Some(&at) {
                        self.kept.remove(&reading);
                    }
                    return None;
                }
                if let Some(former) = self.kept.insert(reading, at) {
                    self.takes[former].state = TakeState::Replaced;
                }
                self.takes[at].state = TakeState::Kept;
            }
            _ => {}
        }
        None
    }
}

fn take_fault(record: &TakeRecord) -> Option<Fault> {
    if record.take == 0 || record.file != take::file_name(&record.prompt, record.take) {
        let message = format!(
            "take {} of `{}` names the file `{}`; its own would be `{}`",
            record.take,
            record.prompt,
            record.file.escape_debug(),
            take::file_name(&record.prompt, record.take)
        );
        return Some(Fault::new(FaultKind::ForeignPath, Severity::Reject, message));
    }
    (Sha256::of(&record.text) != record.text_sha256).then(|| {
        let message =
            format!("the text of take {} of `{}` is not the one of its hash", record.take, record.prompt);
        Fault::new(FaultKind::TextHash, Severity::Reject, message).in_file(record.file.clone())
    })
}

fn file_state(path: &Path, bytes: u64) -> FileState {
    match path.symlink_metadata() {
        Ok(found) if found.is_file() && found.len() == bytes => FileState::Present,
        Ok(_) => FileState::Altered,
        Err(_) => FileState::Missing,
    }
}
