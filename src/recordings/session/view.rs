//! Reading sessions without touching them.

use super::chain::{self, Anchor};
use super::event::{Event, JournalLine, TakeRecord};
use super::fault::{Fault, FaultKind};
use super::fold::{Fold, StartView, Starts, TakeKey, TakeState, Takes};
use super::imprint::{Imprint, Imprinting};
use super::journal::{self, Journal};
use super::layout::{AUDIO, CONSENT, JOURNAL, RECORD};
use super::numbers;
use super::record::{FIRST_SCHEMA, SCHEMA, SessionRecord};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::quality::known_limits;
use crate::severity::Severity;
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::{Path, PathBuf};

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

/// One session, read.
///
/// ```
/// use booth::recordings::{SessionView, find_sessions};
///
/// # let work = tempfile::tempdir().unwrap();
/// # let dir = work.path().join("20261124-054614-k3v9");
/// # let record = serde_json::json!({
/// #     "schema": 1, "id": "20261124-054614-k3v9", "created": "2026-11-24T05:46:14.000Z", "tool": "booth 0.1.0",
/// #     "speaker": { "id": "k3v9" }, "locale": "en-US",
/// #     "sheet": { "id": "demo", "version": "1.0.0", "sha256": "0".repeat(64), "licence": "CC0-1.0" },
/// #     "order": { "kind": "sheet" }, "source": { "kind": "import", "layout": "pairs" },
/// #     "room_noise": null, "consent": null,
/// # });
/// # let line = r#"{"v":1,"seq":1,"at":"2026-11-24T05:46:14.000Z","mono_ms":0,"event":"opened","tool":"booth 0.1.0"}"#;
/// # std::fs::create_dir(&dir).unwrap();
/// # std::fs::write(dir.join("session.json"), record.to_string()).unwrap();
/// # std::fs::write(dir.join("takes.jsonl"), format!("{line}\n{{\"v\":1,\"seq\":2,")).unwrap();
/// # let mut faults = 0;
/// for dir in find_sessions(work.path())?.sessions {
///     let session = SessionView::open(&dir)?;
///     for take in session.kept() {
///         println!("{} reads {:?}: {}", session.record().speaker.id, take.text, session.path_of(take).display());
///     }
///     for fault in session.faults() {
///         println!("{}: {}", fault.severity, fault.message);
///         # faults += 1;
///     }
///     # assert_eq!((session.record().speaker.id.as_str(), session.lines().len()), ("k3v9", 1));
/// }
/// # assert_eq!(faults, 1, "the line that was cut off");
/// # Ok::<(), booth::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct SessionView {
    dir: PathBuf,
    record: SessionRecord,
    journal: Journal,
    takes: Vec<TakeView>,
    starts: BTreeMap<TakeKey, StartView>,
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
    /// What was read; `None` when it is on no disk.
    pub imprint: Option<Imprint>,
    /// Whether it begins with what was read of the session before, if that was asked.
    pub goes_on: bool,
}

/// Reads the record of the session in `dir` alone.
///
/// # Errors
/// As [`SessionView::open`].
pub fn read_record(dir: &Path) -> Result<SessionRecord> {
    read_anchored(dir).map(|(record, _)| record)
}

/// Returns what the journal of the session in `dir` begins with.
///
/// # Errors
/// As [`SessionView::open`].
pub fn read_anchor(dir: &Path) -> Result<Anchor> {
    read_anchored(dir).map(|(_, anchor)| anchor)
}

/// Reads the record of the session in `dir`, and what its journal begins with.
fn read_anchored(dir: &Path) -> Result<(SessionRecord, Anchor)> {
    #[derive(Deserialize)]
    struct Version {
        schema: u64,
    }
    for folder in [AUDIO, CONSENT] {
        let path = dir.join(folder);
        if fsio::look(&path)?.is_some_and(|entry| entry.kind == fsio::Kind::Link) {
            let message = "a session keeps its files in itself, and this is a link to elsewhere";
            return Err(Error::new(ErrorKind::Session, message).with_path(path));
        }
    }
    let path = dir.join(RECORD);
    let bytes = fsio::read_found(&path, fsio::MOST_SMALL)?.ok_or_else(|| {
        Error::io("read the session", &path, std::io::ErrorKind::NotFound.into())
            .with_hint("give a folder that `booth record` or `booth import` made")
    })?;
    let restore = "the record is never changed after it was made; restore it from a copy";
    let schema = serde_json::from_slice::<Version>(&bytes).map(|Version { schema }| schema);
    let (json, anchor) = match schema {
        Ok(schema) if schema == u64::from(SCHEMA) => {
            let (json, sum) = chain::open_record(&bytes).ok_or_else(|| {
                let what =
                    "the session record is not what was written: its checksum is not that of its bytes";
                Error::new(ErrorKind::Session, what).with_path(&path).with_hint(restore)
            })?;
            (json, Anchor::sealed(sum))
        }
        Ok(schema) if schema != u64::from(FIRST_SCHEMA) => {
            let what = format!(
                "the session has schema {schema}; this version reads schema {FIRST_SCHEMA} to {SCHEMA}"
            );
            return Err(Error::new(ErrorKind::Unsupported, what)
                .with_path(path)
                .with_hint("use the version of Booth that made it, or a newer one"));
        }
        _ => {
            let anchor = Anchor::unsealed(&bytes);
            (bytes, anchor)
        }
    };
    let record: SessionRecord = serde_json::from_slice(&json).map_err(|error| {
        Error::new(ErrorKind::Session, format!("the session record cannot be read: {error}"))
            .with_path(&path)
            .at(error.line() as u64, error.column() as u64)
            .with_hint(restore)
            .with_source(error)
    })?;
    // Whoever judges its takes would have to pass over what the session asks for.
    if let Err(error) = known_limits(&record.sheet.policy) {
        let what =
            format!("this version does not know the limits of the session's sheet: {}", error.message());
        return Err(Error::new(ErrorKind::Unsupported, what)
            .with_path(path)
            .with_hint("use the version of Booth that made it, or a newer one"));
    }
    Ok((record, anchor))
}

impl<T> StoredTakes<T> {
    /// Returns the fault for which nothing of the session can be relied on, if there is one.
    pub fn broken(&self) -> Option<&Fault> {
        Fault::breaking(&self.faults)
    }
}

impl SessionView {
    /// Reads the session in `dir`; faults of the journal are values.
    ///
    /// # Errors
    /// [`ErrorKind::Session`] when `session.json` is not one; [`ErrorKind::Unsupported`] when another
    /// version made it; [`ErrorKind::Io`] when a file cannot be read.
    pub fn open(dir: &Path) -> Result<Self> {
        let (record, anchor) = read_anchored(dir)?;
        let (mut fold, mut views, mut starts) = (Takes::default(), Vec::new(), Starts::default());
        let (mut entries, mut lines) = (Vec::new(), Vec::new());
        let mut failure = None;
        let (journal, mut faults) = read_journal(dir, &record, anchor, None, |line, entry| {
            starts.line(line, &entry);
            if let Some(record) = fold.add(line, &entry) {
                let file = file_state(dir, &record.file, record.bytes).unwrap_or_else(|error| {
                    failure.get_or_insert(error);
                    FileState::Altered
                });
                views.push(TakeView {
                    file,
                    record: record.clone(),
                    state: TakeState::Undecided,
                    at: entry.at,
                    seq: entry.seq,
                });
            }
            lines.push(line);
            entries.push(entry);
        })?;
        if let Some(error) = failure {
            return Err(error);
        }
        let (states, take_faults) = fold.finish();
        for (view, state) in views.iter_mut().zip(states) {
            view.state = state;
        }
        faults.extend(take_faults);
        let journal = Journal { entries, lines, ..journal };
        Ok(Self { dir: dir.to_path_buf(), record, journal, takes: views, starts: starts.0, faults })
    }

    /// Reads the session in `dir` for its record, its takes and what is wrong with them alone; of each take only what
    /// `keep` makes of it is held in memory. `before` is what was read of it before, if that matters.
    ///
    /// # Errors
    /// As [`SessionView::open`].
    pub fn open_takes<T>(
        dir: &Path,
        before: Option<&Imprint>,
        mut keep: impl FnMut(&SessionRecord, TakeRecord) -> T,
    ) -> Result<StoredTakes<T>> {
        let (record, anchor) = read_anchored(dir)?;
        let (mut fold, mut takes) = (Takes::default(), Vec::new());
        let mut imprinting = Imprinting::new(anchor, before);
        let (_, mut faults) = read_journal(dir, &record, anchor, Some(&mut imprinting), |line, entry| {
            if fold.add(line, &entry).is_some()
                && let Event::Take(take) = entry.event
            {
                takes.push(keep(&record, *take));
            }
        })?;
        let (states, take_faults) = fold.finish();
        faults.extend(take_faults);
        let takes = takes.into_iter().zip(states).collect();
        let (imprint, goes_on) = imprinting.finish();
        Ok(StoredTakes { record, takes, faults, imprint: Some(imprint), goes_on })
    }

    /// Reads of the session in `dir` the record, and what the journal is without asking what it means.
    ///
    /// # Errors
    /// As [`SessionView::open`].
    pub fn imprint(dir: &Path) -> Result<(SessionRecord, Imprint)> {
        let (record, anchor) = read_anchored(dir)?;
        let path = dir.join(JOURNAL);
        // No journal has no take, as an empty one.
        let read = match fsio::look(&path)? {
            Some(_) => Sha256::of_file(path)?,
            None => (Sha256::of(b""), 0),
        };
        Ok((record, Imprint::of(anchor, read)))
    }

    /// Returns the folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns the session record.
    pub fn record(&self) -> &SessionRecord {
        &self.record
    }

    /// Returns the lines of the journal that are entries, in order.
    pub fn lines(&self) -> &[JournalLine] {
        &self.journal.entries
    }

    /// Returns the journal as read.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Has `fold` take in the journal.
    pub fn fold(&self, fold: &mut impl Fold) {
        for (number, line) in self.journal.lines.iter().zip(&self.journal.entries) {
            fold.line(*number, line);
        }
    }

    /// Returns what is wrong with the session, without looking into its audio.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Returns the fault for which nothing of the session can be relied on, if there is one.
    pub fn broken(&self) -> Option<&Fault> {
        Fault::breaking(&self.faults)
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
    pub fn starts(&self) -> &BTreeMap<TakeKey, StartView> {
        &self.starts
    }

    /// Returns where the file of one of this session's takes lies.
    pub fn path_of(&self, take: &TakeRecord) -> PathBuf {
        self.dir.join(&take.file)
    }
}

/// Reads the journal of the session in `dir`, and what is wrong with it and with the folder's name; entries go to `each`,
/// and what was read to `imprinting`.
fn read_journal(
    dir: &Path,
    record: &SessionRecord,
    anchor: Anchor,
    imprinting: Option<&mut Imprinting>,
    each: impl FnMut(u64, JournalLine),
) -> Result<(Journal, Vec<Fault>)> {
    let path = dir.join(JOURNAL);
    let mut faults = Vec::new();
    let journal = if let Some(file) = fsio::find_plain(&path, fsio::MOST_STREAMED)? {
        let journal = match imprinting {
            Some(imprinting) => {
                let file = imprinting.reading(file);
                journal::read(&mut BufReader::new(file), anchor, journal::MOST_LINE, each)
            }
            None => journal::read(&mut BufReader::new(file), anchor, journal::MOST_LINE, each),
        };
        journal.map_err(|error| Error::io("read the journal", path, error))?
    } else {
        let fault = Fault::new(FaultKind::JournalMissing, Severity::Reject, "the journal is missing");
        faults.push(fault.in_file(JOURNAL));
        journal::parse(b"", anchor)
    };
    let name = std::path::absolute(dir).ok().and_then(|dir| Some(dir.file_name()?.to_owned()));
    if name.is_some_and(|name| name != record.id.as_str() && name != "." && name != "..") {
        let message = format!("the folder's name is not the session's id `{}`", record.id);
        faults.push(Fault::new(FaultKind::Renamed, Severity::Info, message).in_file(RECORD));
    }
    if let Some(what) = numbers::of_record(record) {
        faults.push(Fault::new(FaultKind::Numbers, Severity::Reject, what).in_file(RECORD));
    }
    faults.extend(journal.faults.iter().cloned());
    Ok((journal, faults))
}

fn file_state(dir: &Path, file: &str, bytes: u64) -> Result<FileState> {
    Ok(match fsio::look_below(dir, file)? {
        Some(found) if found.kind == fsio::Kind::File && found.bytes == bytes => FileState::Present,
        Some(_) => FileState::Altered,
        None => FileState::Missing,
    })
}
