//! Putting in order what a crash left: done at each start, the same when done again, safe to be killed.
//!
//! Each step leaves a state that the same steps lead on from: a partial file becomes a whole file, a
//! whole file without a `take` line gets one, and what holds no audio is removed. Nothing else is.

use super::event::{CaptureFacts, Event, FileFacts, JournalLine, TakeRecord, TakeStart};
use super::fold::TakeState;
use super::layout::{AUDIO, JOURNAL, audio_files, file_name, parse_file_name};
use super::lock::RootLock;
use super::pcm::PcmForm;
use super::reason::RecoveredKind;
use super::take;
use super::view::{FileState, SessionView, TakeView};
use super::writer::{SessionWriter, Setup};
use crate::audio::wav::WavReader;
use crate::digest::Sha256;
use crate::error::{ErrorKind, Result};
use crate::fsio::{self, PARTIAL, PartialFile};
use crate::quality::{Judgement, Measurements};
use crate::units::frames_in_ms;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

/// The least audio that is worth a take, in milliseconds.
pub const LEAST_MS: u64 = 100;

/// Measures and assesses the file of a take that is recovered; what the recorder noticed is part of it.
pub type Assess<'a> = dyn FnMut(&Path, &TakeStart, &CaptureFacts) -> Result<(Measurements, Judgement)> + 'a;

/// What a recovery did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recovery {
    /// Files of takes that were saved, relative to the session.
    pub saved: Vec<String>,
    /// Files with too little audio that were removed.
    pub removed: Vec<String>,
    /// Torn lines of the journal, from 1.
    pub torn_lines: Vec<u64>,
}

impl Recovery {
    /// Says whether there was nothing to do.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How much of the end of a journal is looked at to see whether its last line closed the session, in bytes.
const TAIL: u64 = 512;

/// Says whether a crash may have left something in the session in `dir`, without reading all of its journal: a
/// session that was closed in order, with no recording under a temporary name, has nothing left.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn may_be_needed(dir: &Path) -> Result<bool> {
    let path = dir.join(JOURNAL);
    // Whatever is wrong with it is told when it is read as a whole.
    let Ok(tail) = fsio::read_tail(&path, TAIL) else { return Ok(true) };
    let last = tail.strip_suffix(b"\n").and_then(|lines| lines.rsplit(|&byte| byte == b'\n').next());
    let line = last.and_then(|line| serde_json::from_slice::<JournalLine>(line).ok());
    if !line.is_some_and(|line| matches!(line.event, Event::Closed { .. })) {
        return Ok(true);
    }
    let audio = dir.join(AUDIO);
    let is_partial = |name: &OsStr| Path::new(name).extension().is_some_and(|ending| ending == PARTIAL);
    Ok(fsio::is_folder(&audio)? && fsio::any_name(&audio, is_partial)?)
}

/// Says whether a crash left something in the session that the next recovery puts in order.
///
/// # Errors
/// [`ErrorKind::Io`] when the system refuses.
pub fn is_needed(view: &SessionView) -> Result<bool> {
    let known: BTreeSet<&str> = view.takes().iter().map(|take| take.record.file.as_str()).collect();
    let left = |name: &String| {
        let whole = name.strip_suffix(PARTIAL).and_then(|name| name.strip_suffix('.')).unwrap_or(name);
        start_of(view, whole).is_some_and(|start| !known.contains(start.file.as_str()))
    };
    let journal = view.journal();
    let is_due = journal.unterminated || !journal.torn.is_empty() || left_of_deleted(view).next().is_some();
    Ok(is_due || audio_files(view.dir())?.iter().any(left))
}

/// Returns the takes that were to be deleted and whose files are still there.
fn left_of_deleted(view: &SessionView) -> impl Iterator<Item = &TakeView> {
    let is_left = |take: &&TakeView| take.state == TakeState::Deleted && take.file != FileState::Missing;
    view.takes().iter().filter(is_left)
}

/// Goes on with the session of `view`, which lies in the locked folder, and first puts in order what a crash left;
/// `assess` measures and judges what is recovered.
///
/// # Errors
/// [`ErrorKind::Session`] or [`ErrorKind::Unsupported`] when it is no session of this version;
/// [`ErrorKind::Io`] when the system refuses; what `assess` gives.
pub fn resume(
    lock: RootLock,
    view: &SessionView,
    tool: &str,
    setup: Setup,
    assess: &mut Assess<'_>,
) -> Result<(SessionWriter, Recovery)> {
    let dir = view.dir();
    if let Some(fault) = view.broken() {
        return Err(fault.to_error(dir));
    }
    fsio::create_dir_all(&dir.join(AUDIO))?;
    let mut writer =
        SessionWriter::attach(lock, dir.to_path_buf(), view.record().clone(), view.journal(), &setup)?;
    writer.open(tool, setup)?;
    let recovery = recover(&mut writer, view, assess)?;
    Ok((writer, recovery))
}

/// Recovers the session of `writer`, which `view` shows as it was before it was opened.
fn recover(writer: &mut SessionWriter, view: &SessionView, assess: &mut Assess<'_>) -> Result<Recovery> {
    let mut recovery = Recovery { torn_lines: view.journal().torn.clone(), ..Recovery::default() };
    for &line in &recovery.torn_lines {
        writer.append(Event::Recovered {
            what: RecoveredKind::TornLine,
            file: None,
            torn_line: Some(line),
        })?;
    }
    for take in left_of_deleted(view) {
        writer.remove_file_of(&take.record.file)?;
    }
    let noted: BTreeSet<&str> = view
        .lines()
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Recovered { file, .. } => file.as_deref(),
            _ => None,
        })
        .collect();
    let dir = view.dir();
    for name in audio_files(dir)? {
        let Some(whole) = name.strip_suffix(PARTIAL).and_then(|name| name.strip_suffix('.')) else {
            continue;
        };
        let Some(start) = start_of(view, whole) else { continue };
        let target = dir.join(&start.file);
        if fsio::look(&target)?.is_some() || !fsio::is_file(&fsio::partial_path(&target))? {
            continue;
        }
        let stopped = view.starts().get(&(start.prompt.clone(), start.take));
        let is_whole = stopped.is_some_and(|start| start.stopped.is_some());
        // The journal says the form: a header may be torn as well.
        let form =
            PcmForm::new(start.rate, start.bits).map_err(|error| error.with_path(dir.join(JOURNAL)))?;
        match form.frames_in(&fsio::partial_path(&target))? {
            Some(frames) if is_whole || frames >= frames_in_ms(LEAST_MS, form.rate()) => {
                let mut file = PartialFile::reopen(&target)?;
                take::complete(&mut file, form, frames)?;
                fsio::rename_new(&file.keep(), &target)?;
            }
            _ => {
                if !noted.contains(start.file.as_str()) {
                    note(writer, RecoveredKind::TooShort, &start.file)?;
                }
                fsio::remove_leftover(&fsio::partial_path(&target))?;
                recovery.removed.push(start.file.clone());
            }
        }
    }
    let known: BTreeSet<&str> = view.takes().iter().map(|take| take.record.file.as_str()).collect();
    for name in audio_files(dir)? {
        let Some(start) = start_of(view, &name) else { continue };
        if known.contains(start.file.as_str()) || !fsio::is_file(&dir.join(&start.file))? {
            continue;
        }
        if let Some(frames) = whole_frames(&dir.join(&start.file), start)? {
            adopt(writer, view, start, frames, &noted, assess)?;
            recovery.saved.push(start.file.clone());
        }
    }
    Ok(recovery)
}

/// Returns the start, from the journal, of the take whose file has this name.
fn start_of<'a>(view: &'a SessionView, name: &str) -> Option<&'a TakeStart> {
    let key = parse_file_name(name)?;
    let start = &view.starts().get(&key)?.start;
    (start.file == file_name(&key.0, key.1)).then_some(start)
}

fn note(writer: &mut SessionWriter, what: RecoveredKind, file: &str) -> Result<()> {
    writer.append(Event::Recovered { what, file: Some(file.to_owned()), torn_line: None })?;
    Ok(())
}

/// Returns the frames of a whole file of the form that `start` says; `None` for any other file, which
/// somebody put there.
fn whole_frames(path: &Path, start: &TakeStart) -> Result<Option<u64>> {
    let reader = match WavReader::open(path) {
        Ok(reader) => reader,
        Err(error) if matches!(error.kind(), ErrorKind::Audio | ErrorKind::Unsupported) => return Ok(None),
        Err(error) => return Err(error),
    };
    let info = reader.info();
    let same = (info.rate, info.channels, info.bits) == (start.rate, 1, start.bits);
    Ok((same && info.faults.is_empty()).then_some(info.frames))
}

/// Writes the `take` line of a whole file that has none.
fn adopt(
    writer: &mut SessionWriter,
    view: &SessionView,
    start: &TakeStart,
    frames: u64,
    noted: &BTreeSet<&str>,
    assess: &mut Assess<'_>,
) -> Result<()> {
    let path = view.dir().join(&start.file);
    let (sha256, bytes) = Sha256::of_file(&path)?;
    let stopped = view.starts().get(&(start.prompt.clone(), start.take));
    let capture = match stopped.and_then(|start| start.stopped.clone()) {
        Some(capture) => capture,
        None => CaptureFacts { interrupted: true, ..CaptureFacts::default() },
    };
    let assessed = assess(&path, start, &capture)?;
    if !noted.contains(start.file.as_str()) {
        let what = if capture.interrupted { RecoveredKind::CutShort } else { RecoveredKind::Saved };
        note(writer, what, &start.file)?;
    }
    let file = FileFacts { sha256, bytes, frames, channels: 1, channel: 0 };
    let record = TakeRecord::of(start.clone(), file, capture, assessed);
    writer.append(Event::Take(Box::new(record)))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::quality::Verdict;
    use crate::recordings::assess::assessor::INTERRUPTED;
    use crate::recordings::session::fault::FaultKind;
    use crate::recordings::session::reason::StopReason;
    use crate::recordings::session::{TakeEnd, TakeState, TakeView};
    use crate::recordings::testing::{self, create, form, keep, prompt, record_take, resume_with};
    use std::fs;

    /// The takes and what became of them, by the files alone.
    fn takes(dir: &Path) -> Vec<(String, TakeState, bool, u64)> {
        let view = SessionView::open(dir).unwrap();
        let of = |take: &TakeView| {
            let record = &take.record;
            assert_eq!(Sha256::of_file(dir.join(&record.file)).unwrap(), (record.sha256, record.bytes));
            (record.file.clone(), take.state, record.capture.interrupted, record.frames)
        };
        view.takes().iter().map(of).collect()
    }

    #[expect(clippy::disallowed_methods, reason = "a test copies hundreds of files, which need not last")]
    fn copy_session(from: &Path, to: &Path) {
        for entry in walkdir::WalkDir::new(from) {
            let entry = entry.unwrap();
            let target = to.join(entry.path().strip_prefix(from).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(&target).unwrap();
            } else {
                fs::copy(entry.path(), &target).unwrap();
            }
        }
    }

    /// Where a journal is cut: around each end of a line, and here and there inside. (Each cut costs some
    /// syncs; that every single byte is fine was tried when this was written.)
    fn cuts(journal: &[u8], from: usize) -> Vec<usize> {
        let ends = |at: usize| journal[at.saturating_sub(1)..journal.len().min(at + 2)].contains(&b'\n');
        (from..journal.len()).filter(|&at| ends(at) || at % 97 == 0).collect()
    }

    /// Makes a session with one accepted take of `a` and a recording of `b` that a kill has cut.
    fn killed(root: &Path, frames: usize) -> std::path::PathBuf {
        let mut writer = create(root, "s1");
        let kept = record_take(&mut writer, &prompt("a", 1), 1, 300);
        keep(&mut writer, &kept);
        let mut take = writer.begin_take(&prompt("b", 1), 1, form()).unwrap();
        take.write(&vec![0.5; frames]).unwrap();
        drop(take);
        writer.dir().to_path_buf()
    }

    const KEPT: (&str, TakeState, bool, u64) = ("audio/a_1.wav", TakeState::Kept, false, 300);

    fn own(take: (&str, TakeState, bool, u64)) -> (String, TakeState, bool, u64) {
        (take.0.to_owned(), take.1, take.2, take.3)
    }

    #[test]
    fn a_recording_cut_at_any_byte_gives_back_what_is_whole_of_it() {
        let root = tempfile::tempdir().unwrap();
        let dir = killed(root.path(), 110);
        let whole = fs::read(dir.join("audio/b_1.wav.partial")).unwrap();
        assert_eq!(whole.len(), 44 + 220);
        for cut in [0, 1, 43, 44, 45].into_iter().chain((242..=247).chain([whole.len()])) {
            let root = tempfile::tempdir().unwrap();
            let copy = root.path().join("s1");
            copy_session(&dir, &copy);
            fsio::replace(&copy.join("audio/b_1.wav.partial"), &whole[..cut]).unwrap();
            drop(testing::resume(&copy));
            let frames = (cut.saturating_sub(44) / 2) as u64;
            let mut expected = vec![own(KEPT)];
            if frames >= 100 {
                expected.push(own(("audio/b_1.wav", TakeState::Undecided, true, frames)));
                let view = SessionView::open(&copy).unwrap();
                assert_eq!(view.takes()[1].record.findings[0].id, INTERRUPTED);
                let info = WavReader::open(&copy.join("audio/b_1.wav")).unwrap().info().clone();
                assert_eq!((info.frames, info.faults), (frames, vec![]));
            }
            assert_eq!(takes(&copy), expected, "{cut}");
            assert!(!copy.join("audio/b_1.wav.partial").exists());
            // Done again, nothing is left to do.
            let lines = SessionView::open(&copy).unwrap().lines().len();
            drop(testing::resume(&copy));
            assert_eq!(SessionView::open(&copy).unwrap().lines().len(), lines + 1);
            assert_eq!(takes(&copy), expected, "{cut}");
        }
    }

    #[test]
    fn a_recording_of_any_length_is_saved_whole_and_measured_no_further_than_a_take_may_be_long() {
        let root = tempfile::tempdir().unwrap();
        // At 1 kHz, of takes that may last 600 s.
        let dir = killed(root.path(), 1_900_000);
        let left = fs::read(dir.join("audio/b_1.wav.partial")).unwrap();
        drop(testing::resume(&dir));
        let saved = fs::read(dir.join("audio/b_1.wav")).unwrap();
        assert!(saved.len() == 44 + 3_800_000 && saved[44..] == left[44..]);
        let view = SessionView::open(&dir).unwrap();
        let record = &view.takes()[1].record;
        assert_eq!((record.frames, record.measurements.frames), (1_900_000, 1_900_000));
        assert!(record.measurements.is_cut_off() && record.measurements.pcm_sha256.is_some());
        let ids: Vec<&str> = record.findings.iter().map(|finding| finding.id.as_str()).collect();
        assert_eq!(
            (ids[0], ids.contains(&"take-long"), ids.contains(&"no-speech")),
            (INTERRUPTED, true, false)
        );
        assert_eq!(view.faults(), []);
    }

    #[test]
    fn a_journal_cut_at_any_byte_loses_nothing_that_was_accepted() {
        let root = tempfile::tempdir().unwrap();
        let dir = killed(root.path(), 150);
        drop(testing::resume(&dir));
        let journal = fs::read(dir.join("takes.jsonl")).unwrap();
        let kept_line = b"\"event\":\"kept\"";
        let kept_at = journal.windows(kept_line.len()).position(|part| part == kept_line).unwrap();
        let kept_end = kept_at + journal[kept_at..].iter().position(|&byte| byte == b'\n').unwrap();
        for cut in cuts(&journal, 0) {
            let root = tempfile::tempdir().unwrap();
            let copy = root.path().join("s1");
            copy_session(&dir, &copy);
            fsio::replace(&copy.join("takes.jsonl"), &journal[..cut]).unwrap();
            drop(testing::resume(&copy));
            let after = fs::read(copy.join("takes.jsonl")).unwrap();
            assert!(after.starts_with(&journal[..cut]), "a byte was removed");
            let kept: Vec<_> = takes(&copy).into_iter().filter(|take| take.1 == TakeState::Kept).collect();
            assert_eq!(kept, if cut >= kept_end { vec![own(KEPT)] } else { vec![] }, "{cut}");
            assert!(copy.join("audio/a_1.wav").exists() && copy.join("audio/b_1.wav").exists());
            let view = SessionView::open(&copy).unwrap();
            assert!(view.journal().torn.is_empty(), "{cut}: {:?}", view.faults());
            let known = view.starts().len();
            assert_eq!(view.takes().len(), known, "{cut}: every start has its take again");
            drop(testing::resume(&copy));
            assert_eq!(SessionView::open(&copy).unwrap().lines().len(), view.lines().len() + 1);
        }
    }

    #[test]
    fn a_recovery_that_is_killed_is_taken_up_by_the_next() {
        let root = tempfile::tempdir().unwrap();
        let dir = killed(root.path(), 150);
        let journal = fs::read(dir.join("takes.jsonl")).unwrap();
        fsio::replace(&dir.join("takes.jsonl"), &[&journal[..], b"{\"v\":1,\"seq"].concat()).unwrap();
        let torn = fs::read(dir.join("takes.jsonl")).unwrap();
        let before = tempfile::tempdir().unwrap();
        copy_session(&dir, &before.path().join("s1"));
        // Killed while it judged: the file is whole, the line is missing.
        let mut fails =
            |_: &Path, _: &TakeStart, _: &CaptureFacts| Err(Error::new(ErrorKind::Interrupted, "killed"));
        let killed = resume_with(&dir, &mut fails).unwrap_err();
        assert_eq!(killed.kind(), ErrorKind::Interrupted);
        let middle = fs::read(dir.join("takes.jsonl")).unwrap();
        drop(testing::resume(&dir));
        let saved = own(("audio/b_1.wav", TakeState::Undecided, true, 150));
        assert_eq!(takes(&dir), [own(KEPT), saved.clone()]);
        let done = fs::read(dir.join("takes.jsonl")).unwrap();
        assert!(done.starts_with(&middle) && middle.starts_with(&torn));
        // Killed at any byte that it wrote, with the file still partial and with it whole.
        for cut in cuts(&done, torn.len()) {
            for from in [before.path().join("s1"), dir.clone()] {
                let root = tempfile::tempdir().unwrap();
                let copy = root.path().join("s1");
                copy_session(&from, &copy);
                fsio::replace(&copy.join("takes.jsonl"), &done[..cut]).unwrap();
                if from != dir && done[..cut].windows(14).any(|part| part == b"\"event\":\"take\"") {
                    // The line of the second take is there only after its file is.
                    if SessionView::open(&copy).unwrap().takes().len() > 1 {
                        continue;
                    }
                }
                drop(testing::resume(&copy));
                assert_eq!(takes(&copy), [own(KEPT), saved.clone()], "{cut}");
                let view = SessionView::open(&copy).unwrap();
                assert!(
                    view.faults()
                        .iter()
                        .all(|fault| fault.kind == FaultKind::Torn || fault.kind == FaultKind::ClockJump),
                    "{cut}: {:?}",
                    view.faults()
                );
            }
        }
    }

    #[test]
    fn a_take_killed_between_its_steps_is_whole_and_not_called_interrupted() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let capture = CaptureFacts { xruns: 2, pre_roll_frames: 50, ..CaptureFacts::default() };
        let end = || TakeEnd { reason: StopReason::User, capture: capture.clone() };
        for name in ["a", "b"] {
            let mut take = writer.begin_take(&prompt(name, 1), 1, form()).unwrap();
            take.write(&[0.5; 20]).unwrap();
            writer.finish_take(take, end()).unwrap();
        }
        let dir = writer.dir().to_path_buf();
        drop(writer);
        // The kill came after the rename of `b`.
        let target = dir.join("audio/b_1.wav");
        fsio::rename_new(&fsio::partial_path(&target), &target).unwrap();
        let (writer, recovery) = resume_with(&dir, &mut testing::assess).unwrap();
        drop(writer);
        assert_eq!(recovery.saved, ["audio/a_1.wav", "audio/b_1.wav"]);
        let view = SessionView::open(&dir).unwrap();
        for take in view.takes() {
            assert_eq!((&take.record.capture, take.record.frames), (&capture, 20));
            assert_eq!(take.record.measurements.xruns, Some(2));
            // Judged with its overruns, as it would have been had the program lived.
            let ids: Vec<_> = take.record.findings.iter().map(|finding| finding.id.as_str()).collect();
            assert!(ids.contains(&"capture-xrun") && !ids.contains(&INTERRUPTED), "{ids:?}");
            assert_eq!(take.record.verdict, Verdict::Reject);
        }
    }

    #[test]
    fn a_session_of_schema_1_goes_on_with_checksums_over_all_that_it_had() {
        let recordings =
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-1/recordings"));
        for from in crate::recordings::session::find_sessions(recordings).unwrap().sessions {
            let root = tempfile::tempdir().unwrap();
            let dir = root.path().join(from.file_name().unwrap());
            copy_session(&from, &dir);
            let before = SessionView::open(&dir).unwrap();
            assert!(before.journal().unproved >= 4);
            let mut writer = testing::resume(&dir);
            let take = record_take(&mut writer, &prompt("a", 1), 1, 300);
            keep(&mut writer, &take);
            drop(writer);
            let after = SessionView::open(&dir).unwrap();
            assert_eq!((after.faults(), after.journal().unproved), (before.faults(), 0));
            assert!(after.lines().starts_with(before.lines()) && after.record() == before.record());
            assert_eq!(after.takes().last().unwrap().record, take);
            // A change in what has no checksum of its own is told from now on.
            for (name, at) in [("session.json", 200), ("takes.jsonl", 60)] {
                let bytes = fs::read(dir.join(name)).unwrap();
                let mut changed = bytes.clone();
                let digit = (at..bytes.len()).find(|&at| bytes[at].is_ascii_digit()).unwrap();
                changed[digit] ^= 1;
                fsio::replace(&dir.join(name), &changed).unwrap();
                let view = SessionView::open(&dir);
                assert!(view.is_ok_and(|view| view.broken().is_some()), "{name}");
                fsio::replace(&dir.join(name), &bytes).unwrap();
            }
        }
    }

    #[test]
    fn a_session_whose_journal_was_changed_is_left_as_it_is() {
        let root = tempfile::tempdir().unwrap();
        let dir = killed(root.path(), 150);
        let journal = fs::read_to_string(dir.join(JOURNAL)).unwrap();
        let changed = journal.replacen("\"kept\"", "\"kgpt\"", 1);
        fsio::replace(&dir.join(JOURNAL), changed.as_bytes()).unwrap();
        let error = resume_with(&dir, &mut testing::assess).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Session);
        assert!(error.message().starts_with("line 5: the line, or what is before it, is not"), "{error}");
        assert_eq!(fs::read_to_string(dir.join(JOURNAL)).unwrap(), changed);
        assert!(dir.join("audio/b_1.wav.partial").exists());
        fsio::remove_leftover(&dir.join(JOURNAL)).unwrap();
        assert_eq!(resume_with(&dir, &mut testing::assess).unwrap_err().kind(), ErrorKind::Session);
        assert!(!dir.join(JOURNAL).exists());
    }

    #[test]
    fn what_is_not_ours_is_left_alone() {
        let root = tempfile::tempdir().unwrap();
        let dir = killed(root.path(), 150);
        for name in ["c_1.wav", "c_2.wav.partial", "b_1.wav", "notes.partial"] {
            fsio::write_new(&dir.join(AUDIO).join(name), b"mine").unwrap();
        }
        let before = audio_files(&dir).unwrap();
        drop(testing::resume(&dir));
        assert_eq!(audio_files(&dir).unwrap(), before);
        assert_eq!(takes(&dir), [own(KEPT)]);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_is_told_and_nothing_accepted_is_lost() {
        let root = tempfile::tempdir().unwrap();
        let dir = killed(root.path(), 150);
        let mut writer = testing::resume(&dir);
        fsio::full_disk::begins_at(dir.join("audio/c_1.wav.partial"));
        let error = writer.begin_take(&prompt("c", 1), 1, form()).unwrap_err();
        assert_eq!(error.message(), "cannot write: the disk is full");
        drop(writer);
        assert_eq!(takes(&dir).len(), 2);
    }

    #[test]
    fn a_taken_name_is_never_overwritten() {
        let root = tempfile::tempdir().unwrap();
        let mut writer = create(root.path(), "s1");
        let mut take = writer.begin_take(&prompt("a", 1), 1, form()).unwrap();
        take.write(&[0.5; 200]).unwrap();
        let taken = writer.dir().join("audio/a_1.wav");
        fsio::create_dir_all(&taken).unwrap();
        let end = TakeEnd { reason: StopReason::User, capture: CaptureFacts::default() };
        let finished = writer.finish_take(take, end).unwrap();
        let error = writer.publish_take(finished, testing::assessed_well()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Exists, "{error}");
        assert!(taken.is_dir());
        assert!(fsio::partial_path(&taken).exists(), "the voice is still there");
    }
}
