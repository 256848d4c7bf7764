//! Putting in order what a crash left: done at each start, the same when done again, safe to be killed.
//!
//! Each step leaves a state that the same steps lead on from: a partial file becomes a whole file, a
//! whole file without a `take` line gets one, and what holds no audio is removed. Nothing else is.

use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio::{self, PARTIAL, PartialFile};
use crate::quality::{Finding, Judgement, Measurements, Severity};
use crate::recordings::model::{CaptureFacts, Event, TakeStart};
use crate::recordings::pcm::{self, PcmForm};
use crate::recordings::store::{SessionWriter, names_in};
use crate::recordings::take::{self, AUDIO, FileFacts};
use crate::recordings::view::SessionView;
use crate::units::frames_in_ms;
use std::collections::BTreeSet;
use std::path::Path;

/// The least audio that is worth a take, in milliseconds.
pub const LEAST_MS: u64 = 100;

/// The id of the finding that a take cut short gets.
pub const INTERRUPTED: &str = "interrupted";

/// Measures and judges the file of a take that is recovered.
pub type Judge<'a> = dyn FnMut(&Path, &TakeStart) -> Result<(Measurements, Judgement)> + 'a;

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

/// Returns the names in the audio folder, sorted.
pub(crate) fn audio_files(dir: &Path) -> Result<Vec<String>> {
    let folder = dir.join(AUDIO);
    if folder.is_dir() { names_in(&folder) } else { Ok(Vec::new()) }
}

/// Recovers the session of `writer`, which `view` shows as it was before it was opened.
pub(crate) fn recover(
    writer: &mut SessionWriter,
    view: &SessionView,
    judge: &mut Judge<'_>,
) -> Result<Recovery> {
    let mut recovery = Recovery { torn_lines: view.journal().torn.clone(), ..Recovery::default() };
    for &line in &recovery.torn_lines {
        writer.append(Event::Recovered {
            what: format!("line {line} was torn and is ignored"),
            file: None,
            torn_line: Some(line),
        })?;
    }
    let noted: BTreeSet<&str> = view
        .entries()
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
        if target.symlink_metadata().is_ok() || !fsio::partial_path(&target).is_file() {
            continue;
        }
        let stopped = view.starts().get(&(start.prompt.clone(), start.take));
        let is_whole = stopped.is_some_and(|start| start.stopped.is_some());
        // The journal says the form: a header may be torn as well.
        let form = PcmForm::new(start.rate, start.bits)?;
        match form.frames_in(&fsio::partial_path(&target))? {
            Some(frames) if is_whole || frames >= frames_in_ms(LEAST_MS, form.rate()) => {
                let mut file = PartialFile::reopen(&target)?;
                take::complete(&mut file, form, frames)?;
                fsio::rename_new(&file.keep(), &target)?;
            }
            _ => {
                if !noted.contains(start.file.as_str()) {
                    let what = format!("it held less than {LEAST_MS} ms of audio and was removed");
                    note(writer, what, &start.file)?;
                }
                fsio::remove_leftover(&fsio::partial_path(&target))?;
                recovery.removed.push(start.file.clone());
            }
        }
    }
    let known: BTreeSet<&str> = view.takes().iter().map(|take| take.record.file.as_str()).collect();
    for name in audio_files(dir)? {
        let Some(start) = start_of(view, &name) else { continue };
        if known.contains(start.file.as_str()) || !dir.join(&start.file).is_file() {
            continue;
        }
        adopt(writer, view, start, &noted, judge)?;
        recovery.saved.push(start.file.clone());
    }
    Ok(recovery)
}

/// Returns the start, from the journal, of the take whose file has this name.
fn start_of<'a>(view: &'a SessionView, name: &str) -> Option<&'a TakeStart> {
    let key = take::parse_file_name(name)?;
    let start = &view.starts().get(&key)?.start;
    (start.file == take::file_name(&key.0, key.1)).then_some(start)
}

fn note(writer: &mut SessionWriter, what: String, file: &str) -> Result<()> {
    writer.append(Event::Recovered { what, file: Some(file.to_owned()), torn_line: None })?;
    Ok(())
}

/// Writes the `take` line of a whole file that has none.
fn adopt(
    writer: &mut SessionWriter,
    view: &SessionView,
    start: &TakeStart,
    noted: &BTreeSet<&str>,
    judge: &mut Judge<'_>,
) -> Result<()> {
    let path = view.dir().join(&start.file);
    let Some((form, frames)) = pcm::inspect(&path)? else { return Ok(()) };
    let (sha256, bytes) = Sha256::of_file(&path)?;
    let mut start = start.clone();
    start.rate = form.rate();
    let (mut measurements, mut judgement) = judge(&path, &start)?;
    let stopped = view.starts().get(&(start.prompt.clone(), start.take));
    let capture = match stopped.and_then(|start| start.stopped.clone()) {
        Some(capture) => capture,
        None => CaptureFacts { interrupted: true, ..CaptureFacts::default() },
    };
    measurements.xruns = Some(capture.faults());
    if capture.interrupted && !judgement.findings.iter().any(|finding| finding.id == INTERRUPTED) {
        let finding =
            Finding { id: INTERRUPTED.to_owned(), severity: Severity::Reject, value: None, limit: None };
        judgement.findings.insert(0, finding);
        judgement = Judgement::of(judgement.findings);
    }
    if !noted.contains(start.file.as_str()) {
        let what =
            if capture.interrupted { "a recording that was cut short was saved" } else { "a take was saved" };
        note(writer, what.to_owned(), &start.file)?;
    }
    let file = FileFacts { sha256, bytes, frames };
    let record = take::record(start, file, capture, measurements, judgement);
    writer.append(Event::Take(Box::new(record)))?;
    Ok(())
}
