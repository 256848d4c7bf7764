//! The first step: what would be imported, and what is left out and why.

use super::assemble::{Assembled, assemble};
use super::found::{Candidate, ImportFinding, Reading, TextPlace};
use super::ground::Ground;
use super::layout;
use super::lint::lint;
use super::names::{PromptIds, Recording};
use super::report::RowReport;
use super::request::{ImportRequest, Layout};
use super::seen::Seen;
use super::sound::{Shelf, Sound};
use super::text::TextChanges;
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{PromptId, SessionId, SpeakerId};
use crate::parallel;
use crate::progress::Watch;
use crate::recordings::session::event::Part;
use crate::recordings::session::record::Speaker;
use crate::severity::Severity;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::ControlFlow;

/// What a recording is known again by: the SHA-256 of its audio file, the part of it, and the SHA-256 of its text.
pub(super) type Key = (Sha256, Option<Part>, Sha256);

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
    /// The part of the file that it is, where it is not all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// The text, cleaned.
    pub text: String,
    /// The text as it is printed, where that differs from what is read aloud.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// SHA-256 of the text.
    pub text_sha256: Sha256,
    #[serde(skip)]
    pub(super) sound: Sound,
    #[serde(skip)]
    pub(super) stem: String,
    #[serde(skip)]
    pub(super) place: TextPlace,
    #[serde(skip)]
    pub(super) modified: Option<jiff::Timestamp>,
}

impl PlannedItem {
    /// Returns what a recording is known again by.
    pub(super) fn key(&self) -> Key {
        (self.sha256, self.part, self.text_sha256)
    }

    /// Makes a finding about this recording.
    pub(super) fn finding(&self, id: &'static str, severity: Severity, message: String) -> ImportFinding {
        ImportFinding { id, severity, path: self.sound.path.clone(), line: self.sound.line(), message }
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
    /// What was seen, and why it is taken so.
    pub seen: Seen,
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

    /// Returns the first recordings as they would be taken, in the order of their texts' places.
    pub fn first(&self, count: usize) -> Vec<RowReport<'_>> {
        let sessions = self.sessions.iter();
        let mut all: Vec<_> =
            sessions.flat_map(|session| session.items.iter().map(move |item| (session, item))).collect();
        all.sort_by(|(_, a), (_, b)| a.place.cmp(&b.place));
        all.into_iter()
            .take(count)
            .map(|(session, item)| RowReport {
                path: &item.path,
                speaker: &session.speaker.id,
                text: &item.text,
                printed: item.printed.as_deref(),
                part: item.part,
            })
            .collect()
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
    let ground = Ground::look(request)?;
    let (layout, reading) = layout::find(&ground)?;
    let Reading { rows, mut findings, because, tables, unlisted } = reading;
    if request.columns.is_some() && tables.is_empty() {
        let message = format!("--columns is for tables, and the layout {layout} has none");
        return Err(Error::new(ErrorKind::Usage, message)
            .with_path(&request.path)
            .with_hint("leave out --columns"));
    }
    let (clips, audio_files) = (rows.len() as u64, ground.folder.audio_files().count() as u64);
    let seen = Seen { layout, asked: ground.asked(), because, tables, clips, audio_files };
    let assembled = assemble(rows, layout, request)?;
    let Assembled { candidates, findings: odd, changes } = assembled;
    findings.extend(odd);
    findings.extend(ground.folder.findings);
    findings.extend(lint(&candidates, &request.locale));
    let ignored = ground.folder.ignored;
    let total = candidates.len() as u64;
    let mut told = Ok(());
    let mut hashed = Vec::with_capacity(candidates.len());
    parallel::ordered(
        &candidates,
        threads,
        Shelf::default,
        |shelf, _, candidate| (!watch.stopped()).then(|| hash(&candidate.sound, shelf)),
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
                let place = (candidate.sound.path.clone(), candidate.sound.line());
                findings.push(ImportFinding::at("audio-unreadable", Severity::Reject, &place, message));
            }
        }
    }
    let mut sessions = Vec::with_capacity(speakers.len());
    for (speaker, items) in speakers.into_values() {
        let mut items = without_duplicates(items, &mut findings);
        give_prompts(&mut items, PromptIds::new(request.ids))?;
        let id = session_id(layout, request, &speaker.id, &items)?;
        sessions.push(PlannedSession { id, speaker, items });
    }
    tell_same_audio(&sessions, &mut findings);
    findings.sort_by(|a, b| (&a.path, a.line, a.id).cmp(&(&b.path, b.line, b.id)));
    Ok(ImportPlan { request: request.clone(), layout, seen, sessions, findings, changes, ignored, unlisted })
}

/// Tells of recordings that are the same sound with other words: rows and files that are out of step.
fn tell_same_audio(sessions: &[PlannedSession], findings: &mut Vec<ImportFinding>) {
    let mut first: BTreeMap<(Sha256, Option<Part>), &PlannedItem> = BTreeMap::new();
    for item in sessions.iter().flat_map(|session| &session.items) {
        match first.entry((item.sha256, item.part)) {
            Entry::Vacant(entry) => {
                entry.insert(item);
            }
            Entry::Occupied(entry) if entry.get().text_sha256 != item.text_sha256 => {
                let message =
                    format!("it is the same sound as {}, with another text", entry.get().path.escape_debug());
                findings.push(ImportFinding::at("same-audio", Severity::Warn, &item.place, message));
            }
            Entry::Occupied(_) => {}
        }
    }
}

type Facts = (Sha256, u64, Option<jiff::Timestamp>);

fn hash(sound: &Sound, shelf: &mut Shelf) -> Result<Facts, String> {
    let modified = sound.modified();
    let (sha256, bytes) = sound.digest(shelf).map_err(|error| error.message().to_owned())?;
    if bytes == 0 {
        return Err("the file is empty".to_owned());
    }
    Ok((sha256, bytes, modified))
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
        part: candidate.part,
        printed: candidate.printed.clone(),
        sound: candidate.sound.clone(),
        stem: candidate.stem.clone(),
        place: candidate.place.clone(),
        modified,
    })
}

/// Sorts the recordings of a speaker and leaves out those that are there twice.
fn without_duplicates(mut items: Vec<PlannedItem>, findings: &mut Vec<ImportFinding>) -> Vec<PlannedItem> {
    items.sort_by(|a, b| (&a.path, &a.text).cmp(&(&b.path, &b.text)));
    let mut first: BTreeMap<Key, String> = BTreeMap::new();
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
    layout: Layout,
    request: &ImportRequest,
    speaker: &SpeakerId,
    items: &[PlannedItem],
) -> Result<SessionId> {
    let mut hasher = Hasher::new();
    let head = format!("{layout}\n{}\n{speaker}\n{}\n", request.locale, request.sheet);
    hasher.update(head.as_bytes());
    for item in items {
        let path = request.names(&item.path).unwrap_or_default();
        let part = item.part.map_or(String::new(), |part| format!("\0{part}"));
        hasher.update(format!("{path}\0{}\0{}{part}\n", item.sha256, item.text_sha256).as_bytes());
    }
    format!("imported-{}", &hasher.finish().to_string()[..16]).parse()
}
