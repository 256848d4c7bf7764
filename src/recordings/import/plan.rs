//! The first step: what would be imported, and what is left out and why.

use super::found::{Candidate, Found, ImportFinding, TextPlace};
use super::names::{PromptIds, Recording};
use super::request::{ImportRequest, Layout};
use super::text::TextChanges;
use super::{common_voice, ljspeech, pairs};
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{PromptId, SessionId, SpeakerId};
use crate::parallel;
use crate::progress::Watch;
use crate::recordings::session::record::Speaker;
use crate::severity::Severity;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// One recording to import.
#[derive(Debug, Clone, Serialize)]
pub struct PlannedItem {
    /// The prompt that the text becomes.
    pub prompt: PromptId,
    /// The path of the audio below the imported folder, with `/`.
    pub path: String,
    /// SHA-256 of the bytes of the audio file.
    pub sha256: Sha256,
    /// Bytes of the audio file.
    pub bytes: u64,
    /// The text, cleaned.
    pub text: String,
    /// SHA-256 of the text.
    pub text_sha256: Sha256,
    #[serde(skip)]
    pub(super) file: PathBuf,
    #[serde(skip)]
    pub(super) stem: String,
    #[serde(skip)]
    pub(super) place: TextPlace,
    #[serde(skip)]
    pub(super) modified: Option<jiff::Timestamp>,
}

impl PlannedItem {
    /// Returns what a recording is known again by.
    pub(super) fn key(&self) -> (Sha256, Sha256) {
        (self.sha256, self.text_sha256)
    }

    /// Makes a finding about this recording.
    pub(super) fn finding(&self, id: &'static str, severity: Severity, message: String) -> ImportFinding {
        ImportFinding { id, severity, path: self.file.clone(), line: None, message }
    }
}

/// The recordings of one speaker.
#[derive(Debug, Clone, Serialize)]
pub struct PlannedSession {
    /// The id that the session has when nothing of it was imported before.
    pub id: SessionId,
    /// Who speaks.
    pub speaker: Speaker,
    /// The recordings, sorted by path.
    pub items: Vec<PlannedItem>,
}

/// What an import would do: a value, to be shown or applied.
#[derive(Debug, Clone, Serialize)]
pub struct ImportPlan {
    #[serde(skip)]
    pub(super) request: ImportRequest,
    /// The layout.
    pub layout: Layout,
    /// One session a speaker, sorted by speaker.
    pub sessions: Vec<PlannedSession>,
    /// What is left out or worth a look, sorted by path and line.
    pub findings: Vec<ImportFinding>,
    /// How many of the texts to import were changed, and how.
    pub changes: TextChanges,
    /// Files of other kinds that were passed over: ending to count.
    pub ignored: BTreeMap<String, u64>,
    /// Clips that the table of a Common Voice folder does not list.
    pub unlisted: u64,
}

impl ImportPlan {
    /// Returns the number of recordings to import.
    pub fn items(&self) -> usize {
        self.sessions.iter().map(|session| session.items.len()).sum()
    }

    /// Returns how many recordings or lines are left out though they were meant to be imported.
    pub fn failed(&self) -> u64 {
        failed(&self.findings)
    }
}

pub(super) fn failed(findings: &[ImportFinding]) -> u64 {
    findings.iter().filter(|finding| finding.severity == Severity::Reject).count() as u64
}

/// Reads the layout and hashes the audio: says what an import would do, and writes nothing.
///
/// `watch` is told how many of how many files have been hashed.
///
/// # Errors
/// [`ErrorKind::Usage`] for a request that cannot be; [`ErrorKind::Io`] and [`ErrorKind::Corpus`] when
/// the folder or its table cannot be read or holds no recording at all; [`ErrorKind::Interrupted`] when
/// it was stopped; those of `watch`. What is wrong with single recordings is a finding.
pub fn plan(request: &ImportRequest, threads: usize, watch: &dyn Watch) -> Result<ImportPlan> {
    request.check()?;
    let speaker = request.speaker.clone().map(|id| Speaker { id, metadata: BTreeMap::new() });
    let found = match (request.layout, &speaker) {
        (Layout::Pairs, Some(speaker)) => pairs::read(&request.path, speaker)?,
        (Layout::LjSpeech, Some(speaker)) => ljspeech::read(&request.path, speaker)?,
        _ => common_voice::read(&request.path, &request.locale)?,
    };
    let Found { candidates, mut findings, ignored, unlisted, changes } = found;
    if candidates.is_empty() && findings.is_empty() {
        return Err(nothing(request, &ignored));
    }
    let total = candidates.len() as u64;
    let mut told = Ok(());
    let mut hashed = Vec::with_capacity(candidates.len());
    parallel::ordered(
        &candidates,
        threads,
        || (),
        |(), _, candidate| (!watch.stopped()).then(|| hash(&candidate.path)),
        |index, outcome| {
            let Some(outcome) = outcome else { return ControlFlow::Break(()) };
            hashed.push(outcome);
            told = watch.at(index as u64 + 1, total);
            if told.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    );
    let interrupted = match told {
        Err(error) if error.kind() != ErrorKind::Interrupted => return Err(error),
        told => told.is_err() || watch.stopped(),
    };
    if hashed.len() < candidates.len() || interrupted {
        return Err(Error::new(ErrorKind::Interrupted, "stopped; nothing was written"));
    }
    let mut speakers: BTreeMap<SpeakerId, (Speaker, Vec<PlannedItem>)> = BTreeMap::new();
    for (candidate, outcome) in candidates.into_iter().zip(hashed) {
        match outcome.and_then(|facts| item(&candidate, facts)) {
            Ok(item) => {
                let known = speakers.entry(candidate.speaker.id.clone());
                known.or_insert_with(|| (candidate.speaker, Vec::new())).1.push(item);
            }
            Err(message) => {
                findings.push(ImportFinding::left_out("audio-unreadable", candidate.path, message));
            }
        }
    }
    let mut sessions = Vec::with_capacity(speakers.len());
    for (speaker, items) in speakers.into_values() {
        let mut items = without_duplicates(items, &mut findings);
        give_prompts(&mut items, PromptIds::new(request.ids))?;
        let id = session_id(request, &speaker.id, &items)?;
        sessions.push(PlannedSession { id, speaker, items });
    }
    findings.sort_by(|a, b| (&a.path, a.line, a.id).cmp(&(&b.path, b.line, b.id)));
    let layout = request.layout;
    Ok(ImportPlan { request: request.clone(), layout, sessions, findings, changes, ignored, unlisted })
}

fn nothing(request: &ImportRequest, ignored: &BTreeMap<String, u64>) -> Error {
    let mut message = format!("there is no recording in the layout {}", request.layout);
    let others: Vec<String> = ignored
        .iter()
        .filter(|(ending, _)| !ending.is_empty())
        .map(|(ending, count)| format!("{count} .{}", ending.escape_debug()))
        .collect();
    if !others.is_empty() {
        message = format!("{message}; files of other kinds: {}", others.join(", "));
    }
    Error::new(ErrorKind::Corpus, message)
        .with_path(&request.path)
        .with_hint("wav, flac, mp3 and ogg are read; see --layout for where the texts must stand")
}

type Facts = (Sha256, u64, Option<jiff::Timestamp>);

fn hash(path: &Path) -> Result<Facts, String> {
    let modified = modified(path);
    let (sha256, bytes) = Sha256::of_file(path).map_err(|error| error.message().to_owned())?;
    if bytes == 0 {
        return Err("the file is empty".to_owned());
    }
    Ok((sha256, bytes, modified))
}

/// Returns when a file was last changed, where the system says so.
pub(super) fn modified(path: &Path) -> Option<jiff::Timestamp> {
    fsio::look(path).ok()??.modified()
}

fn item(candidate: &Candidate, (sha256, bytes, modified): Facts) -> Result<PlannedItem, String> {
    Ok(PlannedItem {
        // Given once all recordings of the speaker are known.
        prompt: "clip".parse().map_err(|error: Error| error.message().to_owned())?,
        path: candidate.relative.clone(),
        sha256,
        bytes,
        text_sha256: Sha256::of(&candidate.text),
        text: candidate.text.clone(),
        file: candidate.path.clone(),
        stem: candidate.stem.clone(),
        place: candidate.place.clone(),
        modified,
    })
}

/// Sorts the recordings of a speaker and leaves out those that are there twice.
fn without_duplicates(mut items: Vec<PlannedItem>, findings: &mut Vec<ImportFinding>) -> Vec<PlannedItem> {
    items.sort_by(|a, b| (&a.path, &a.text).cmp(&(&b.path, &b.text)));
    let mut first: BTreeMap<(Sha256, Sha256), String> = BTreeMap::new();
    items.retain(|item| match first.entry(item.key()) {
        Entry::Vacant(entry) => {
            entry.insert(item.path.clone());
            true
        }
        Entry::Occupied(entry) => {
            let (path, line) = item.place.clone();
            let message = format!("{} has the same audio and the same text as {}", item.path, entry.get());
            findings.push(ImportFinding { id: "duplicate", severity: Severity::Info, path, line, message });
            false
        }
    });
    items
}

/// Gives each recording its prompt id.
pub(super) fn give_prompts(items: &mut [PlannedItem], mut ids: PromptIds) -> Result<()> {
    for item in items {
        let (sha256, text_sha256) = (item.sha256, item.text_sha256);
        item.prompt = ids.give(Recording {
            stem: &item.stem,
            path: &item.path,
            sha256,
            text: &item.text,
            text_sha256,
        })?;
    }
    Ok(())
}

/// Names the session of these recordings: the same for the same recordings, whenever they are imported.
pub(super) fn session_id(
    request: &ImportRequest,
    speaker: &SpeakerId,
    items: &[PlannedItem],
) -> Result<SessionId> {
    let mut hasher = Hasher::new();
    let head = format!("{}\n{}\n{speaker}\n{}\n", request.layout, request.locale, request.sheet);
    hasher.update(head.as_bytes());
    for item in items {
        let path = request.names(&item.path).unwrap_or_default();
        hasher.update(format!("{path}\0{}\0{}\n", item.sha256, item.text_sha256).as_bytes());
    }
    format!("imported-{}", &hasher.finish().to_string()[..16]).parse()
}
