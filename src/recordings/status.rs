//! Counts of what is there, taken from the files and never from a memory of them.

use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio;
use crate::ids::{Locale, PromptId, SessionId, SheetId, SpeakerId};
use crate::quality::Verdict;
use crate::recordings::session::consent::{ConsentState, consent_state};
use crate::recordings::session::fault::{Fault, FaultKind};
use crate::recordings::session::layout::{AUDIO, find_sessions, parse_file_name};
use crate::recordings::session::numbers;
use crate::recordings::session::record::SessionRecord;
use crate::recordings::session::{FileState, SessionView, TakeState, TakeView, Unreadable};
use crate::severity::Severity;
use crate::sheet::Sheet;
use crate::units::{Utc, rounded, seconds};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What to look at besides the sessions.
#[derive(Debug, Clone, Copy)]
pub struct StatusOptions<'a> {
    /// The time, for consent that ends.
    pub now: Utc,
    /// Whether to read every file and compare its hash; without, its size must do.
    pub deep: bool,
    /// Sheets to compare texts with and to count what is left of; takes of other sheets are not stale.
    pub sheets: &'a [Sheet],
}

impl StatusOptions<'_> {
    /// Returns options that look at sizes only, and at no sheet.
    pub fn new(now: Utc) -> Self {
        Self { now, deep: false, sheets: &[] }
    }
}

/// Counts of takes and files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Takes published.
    pub takes: usize,
    /// Takes accepted by the speaker.
    pub kept: usize,
    /// Accepted takes that passed.
    pub pass: usize,
    /// Accepted takes with a warning.
    pub warn: usize,
    /// Accepted takes that are not usable.
    pub reject: usize,
    /// Takes that nobody decided on.
    pub undecided: usize,
    /// Takes that another one was accepted for.
    pub replaced: usize,
    /// Takes that the speaker had deleted.
    pub deleted: usize,
    /// Accepted takes whose file is gone.
    pub missing: usize,
    /// Accepted takes whose file has other bytes than it was published with.
    pub altered: usize,
    /// Accepted takes whose text is not, or no longer, in the sheet.
    pub stale: usize,
    /// Readings that the sheet wants and that have no accepted take of its text; 0 without the sheet.
    pub left: usize,
    /// Files that belong to no take.
    pub orphans: usize,
    /// Recordings cut short that the next start will put in order.
    pub unfinished: usize,
    /// Faults of warning and above.
    pub faults: usize,
    /// Lines of journals without a checksum: a change in them, or in their session's record, would not be seen.
    pub unproved: u64,
    /// Length of the accepted takes in milliseconds.
    pub kept_ms: u64,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        let Self { takes, kept, pass, warn, reject, undecided, replaced, deleted, missing, altered, .. } =
            other;
        self.takes += takes;
        self.kept += kept;
        self.pass += pass;
        self.warn += warn;
        self.reject += reject;
        self.undecided += undecided;
        self.replaced += replaced;
        self.deleted += deleted;
        self.missing += missing;
        self.altered += altered;
        self.stale += other.stale;
        self.left += other.left;
        self.orphans += other.orphans;
        self.unfinished += other.unfinished;
        self.faults += other.faults;
        self.unproved += other.unproved;
        self.kept_ms += other.kept_ms;
    }

    /// Returns the length of the accepted takes in minutes, to a tenth.
    pub fn kept_minutes(&self) -> f64 {
        rounded(self.kept_ms as f64 / 60_000.0, 1)
    }
}

/// One session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionStatus {
    /// The folder.
    pub path: PathBuf,
    /// The session.
    pub id: SessionId,
    /// Who speaks.
    pub speaker: SpeakerId,
    /// The language.
    pub locale: Locale,
    /// The sheet.
    pub sheet: SheetId,
    /// When it was made.
    pub created: Utc,
    /// Whether it may be used.
    pub consent: ConsentState,
    /// The counts; what is left is counted once for all sessions of a speaker, in [`Status::total`].
    pub counts: Counts,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// All sessions of a folder.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Status {
    /// The sessions, sorted by path.
    pub sessions: Vec<SessionStatus>,
    /// Sessions that cannot be read, sorted by path.
    pub unreadable: Vec<Unreadable>,
    /// The sums.
    pub total: Counts,
}

/// The sums of a [`Status`], as the last line of `--json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatusSummary {
    /// Sessions that could be read.
    pub sessions: u64,
    /// The sums.
    pub total: Counts,
}

impl Status {
    /// Returns the sums.
    pub fn summary(&self) -> StatusSummary {
        StatusSummary { sessions: self.sessions.len() as u64, total: self.total }
    }
}

/// Counts what is in the sessions at and below `root`.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the folder cannot be read. A session that cannot be read is told in the outcome.
pub fn status(root: &Path, options: StatusOptions<'_>) -> Result<Status> {
    let found = find_sessions(root)?;
    let mut status = Status { unreadable: found.unreadable, ..Status::default() };
    let mut tasks: BTreeMap<(SpeakerId, SheetId, Locale), Task> = BTreeMap::new();
    for path in found.sessions {
        let session = SessionView::open(&path).and_then(|view| {
            let record = view.record();
            let task = (record.speaker.id.clone(), record.sheet.id.clone(), record.locale.clone());
            session_status(&view, options, tasks.entry(task).or_default())
        });
        match session {
            Ok(session) => {
                status.total.add(&session.counts);
                status.sessions.push(session);
            }
            Err(error) => status.unreadable.push(Unreadable::session(&path, error)?),
        }
    }
    status.unreadable.sort();
    for task in tasks.values() {
        let wanted: usize = task.wanted.values().map(|(_, repeat)| usize::from(*repeat)).sum();
        let read = task.read.iter().filter(|(prompt, _)| task.wanted.contains_key(prompt)).count();
        status.total.left += wanted - read;
    }
    Ok(status)
}

/// What a speaker is to read of a sheet in a locale, and what of it is read.
#[derive(Default)]
struct Task {
    wanted: BTreeMap<PromptId, (Sha256, u16)>,
    read: BTreeSet<(PromptId, u16)>,
}

/// Returns the prompts that a session is to have, each with the hash of its text and how often it is wanted: those that it was dealt, or
/// all of the sheet. Nothing where the sheet has not what was dealt of it.
fn wanted(sheet: &Sheet, record: &SessionRecord) -> BTreeMap<PromptId, (Sha256, u16)> {
    let sheet = match &record.deal {
        Some(deal) => sheet.dealt(deal).ok(),
        None => Some(sheet.undealt()),
    };
    let prompts = sheet.into_iter().flat_map(|sheet| sheet.prompts);
    prompts.map(|prompt| (prompt.id.clone(), (prompt.text_sha256(), prompt.repeat.max(1)))).collect()
}

fn find_sheet<'a>(sheets: &'a [Sheet], id: &SheetId, locale: &Locale) -> Option<&'a Sheet> {
    sheets.iter().find(|sheet| sheet.head.id == *id && sheet.locale == *locale)
}

fn session_status(view: &SessionView, options: StatusOptions<'_>, task: &mut Task) -> Result<SessionStatus> {
    let record = view.record();
    let sheet = find_sheet(options.sheets, &record.sheet.id, &record.locale);
    // What a session of before was to have is not what is dealt today.
    let counts_for =
        |sheet: &Sheet| record.deal.is_some() || !sheet.is_dealt() || sheet.sha256 == record.sheet.sha256;
    let is_for_today = sheet.is_some_and(counts_for);
    let wanted = sheet.map(|sheet| wanted(sheet, record));
    if is_for_today {
        task.wanted.extend(wanted.clone().unwrap_or_default());
    }
    let unproved = view.journal().unproved;
    let mut counts = Counts { takes: view.takes().len(), unproved, ..Counts::default() };
    let mut faults = view.faults().to_vec();
    for take in view.takes() {
        if take.state == TakeState::Deleted {
            counts.deleted += 1;
            if take.file != FileState::Missing {
                counts.unfinished += 1;
                let what = "it was to be deleted; `booth record` deletes it when the session goes on";
                let fault = Fault::new(FaultKind::Unfinished, Severity::Warn, what);
                faults.push(fault.in_file(take.record.file.clone()));
            }
            continue;
        }
        let file = file_state(view, take, options.deep)?;
        if let Some(fault) = file_fault(take, file) {
            faults.push(fault);
        } else if options.deep
            && let Some(what) = numbers::of_file(&view.path_of(&take.record), &take.record)
        {
            let fault = Fault::new(FaultKind::Numbers, Severity::Reject, what);
            faults.push(fault.in_file(take.record.file.clone()));
        }
        match take.state {
            TakeState::Undecided => counts.undecided += 1,
            TakeState::Replaced => counts.replaced += 1,
            // Told above.
            TakeState::Deleted => {}
            TakeState::Kept => {
                counts.kept += 1;
                match take.record.verdict {
                    Verdict::Pass => counts.pass += 1,
                    Verdict::Warn => counts.warn += 1,
                    Verdict::Reject => counts.reject += 1,
                }
                match file {
                    FileState::Present => {}
                    FileState::Missing => counts.missing += 1,
                    FileState::Altered => counts.altered += 1,
                }
                // A length that cannot be is none.
                if numbers::of_take(&take.record).is_none() {
                    counts.kept_ms += (seconds(take.record.frames, take.record.rate) * 1000.0).round() as u64;
                }
                let Some(wanted) = &wanted else { continue };
                match wanted.get(&take.record.prompt) {
                    Some((text, repeat)) if *text == take.record.text_sha256 => {
                        if (1..=*repeat).contains(&take.record.repetition) && file != FileState::Missing {
                            task.read.insert((take.record.prompt.clone(), take.record.repetition));
                        }
                    }
                    _ => counts.stale += 1,
                }
            }
        }
    }
    for fault in stray_files(view)? {
        match fault.kind {
            FaultKind::Unfinished => counts.unfinished += 1,
            _ => counts.orphans += 1,
        }
        faults.push(fault);
    }
    let consent = consent_state(view.dir(), record, options.now)?;
    faults.extend(consent.fault());
    counts.faults = faults.iter().filter(|fault| fault.severity > Severity::Info).count();
    Ok(SessionStatus {
        path: view.dir().to_path_buf(),
        id: record.id.clone(),
        speaker: record.speaker.id.clone(),
        locale: record.locale.clone(),
        sheet: record.sheet.id.clone(),
        created: record.created,
        consent,
        counts,
        faults,
    })
}

fn file_state(view: &SessionView, take: &TakeView, deep: bool) -> Result<FileState> {
    if !deep || take.file != FileState::Present {
        return Ok(take.file);
    }
    let (sha256, _) = Sha256::of_file(view.path_of(&take.record))?;
    Ok(if sha256 == take.record.sha256 { FileState::Present } else { FileState::Altered })
}

fn file_fault(take: &TakeView, file: FileState) -> Option<Fault> {
    let (kind, what) = match file {
        FileState::Present => return None,
        FileState::Missing => (FaultKind::Missing, "the file is gone"),
        FileState::Altered => (FaultKind::Altered, "the file is not the one that was published"),
    };
    // Nothing is lost with a take that was replaced.
    let severity = if take.state == TakeState::Replaced { Severity::Warn } else { Severity::Reject };
    Some(Fault::new(kind, severity, what).in_file(take.record.file.clone()))
}

/// Finds what lies in the audio folder and is no published take, sorted by name.
fn stray_files(view: &SessionView) -> Result<Vec<Fault>> {
    let folder = view.dir().join(AUDIO);
    if !fsio::is_folder(&folder)? {
        return Ok(Vec::new());
    }
    let known: BTreeSet<&str> = view.takes().iter().map(|take| take.record.file.as_str()).collect();
    let mut faults = Vec::new();
    for path in fsio::paths_in(&folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = format!("{AUDIO}/{name}");
        if known.contains(file.as_str()) {
            continue;
        }
        let whole = name.strip_suffix(".partial").unwrap_or(&name);
        let is_started = parse_file_name(whole).is_some_and(|key| view.starts().contains_key(&key));
        let fault = if is_started && !known.contains(format!("{AUDIO}/{whole}").as_str()) {
            let what = "a recording was cut short; `booth record` puts it in order when the session goes on";
            Fault::new(FaultKind::Unfinished, Severity::Warn, what)
        } else {
            Fault::new(FaultKind::Orphan, Severity::Warn, "the file belongs to no take")
        };
        faults.push(fault.in_file(file));
    }
    faults.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fsio;
    use crate::recordings::session::event::Event;
    use crate::recordings::testing::*;

    fn at(root: &Path, deep: bool) -> Status {
        let now = Utc::from_millis(1_795_500_000_000);
        status(root, StatusOptions { deep, ..StatusOptions::new(now) }).unwrap()
    }

    #[test]
    fn counts_are_those_of_the_files() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let prompts: Vec<_> = ["a", "b", "c", "d"].into_iter().map(|id| prompt(id, 1)).collect();
        let takes: Vec<_> = prompts.iter().map(|prompt| record_take(&mut writer, prompt, 1, 1_500)).collect();
        for take in &takes[..3] {
            keep(&mut writer, take);
        }
        let (prompt, reason) = (prompts[2].id.clone(), "self".to_owned());
        writer.append(Event::Redone { prompt, take: 1, reason }).unwrap();
        drop(writer.begin_take(&prompts[0], 1, form()).unwrap());
        drop(writer);
        let audio = root.path().join("s1/audio");
        fsio::write_new(&audio.join("holiday.mp3"), b"x").unwrap();
        fsio::remove_leftover(&audio.join("a_1.wav")).unwrap();
        let mut bytes = std::fs::read(audio.join("b_1.wav")).unwrap();
        bytes[100] ^= 1;
        fsio::replace(&audio.join("b_1.wav"), &bytes).unwrap();

        let counts = Counts {
            takes: 4,
            kept: 2,
            pass: 2,
            undecided: 1,
            replaced: 1,
            missing: 1,
            orphans: 1,
            unfinished: 1,
            faults: 3,
            kept_ms: 3_000,
            ..Counts::default()
        };
        let shallow = at(root.path(), false);
        assert_eq!(shallow.total, counts);
        assert_eq!(shallow.sessions[0].consent, ConsentState::Valid);
        let deep = at(root.path(), true);
        assert_eq!(deep.total, Counts { altered: 1, faults: 4, ..counts });
        let kinds: Vec<_> = deep.sessions[0].faults.iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, [FaultKind::Missing, FaultKind::Altered, FaultKind::Unfinished, FaultKind::Orphan]);
        let json = serde_json::to_value(&deep).unwrap();
        assert_eq!(json["total"]["kept"], 2);
    }

    #[test]
    fn a_session_that_cannot_be_read_is_counted_apart() {
        let root = tempfile::tempdir().unwrap();
        drop(create(root.path(), "s1"));
        drop(create(root.path(), "s2"));
        fsio::replace(&root.path().join("s1/session.json"), b"{").unwrap();
        let status = at(root.path(), false);
        assert_eq!((status.sessions.len(), status.unreadable.len()), (1, 1));
        assert!(status.unreadable[0].path.ends_with("s1"));
    }
}
