//! What of a plan is new: compared with the sessions that are there, by bytes of audio and text.

use super::found::ImportFinding;
use super::names::PromptIds;
use super::plan::{ImportPlan, Key, PlannedItem, PlannedSession, give_prompts, session_id};
use super::request::Ids;
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio;
use crate::ids::{PromptId, SessionId, SpeakerId};
use crate::recordings::session::SessionView;
use crate::recordings::session::event::{Event, JournalLine};
use crate::recordings::session::fold::Fold;
use crate::recordings::session::layout::find_sessions;
use crate::recordings::session::reason::CloseReason;
use crate::recordings::session::record::SourceRecord;
use crate::recordings::session::view::read_record;
use crate::severity::Severity;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What is to be done for one planned session.
#[derive(Debug)]
pub(super) struct Target {
    /// Which planned session it is.
    pub planned: usize,
    pub id: SessionId,
    pub state: State,
    /// The recordings still to be made, with the prompts that they get.
    pub items: Vec<PlannedItem>,
    /// All texts of the session, for its record.
    pub texts_sha256: Sha256,
    /// Recordings that were imported before.
    pub known: u64,
}

/// What is there of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing yet.
    New,
    /// A session that was interrupted.
    Begun,
    /// Everything.
    Complete,
}

/// A session that is there for the same speaker, sheet and locale.
struct Existing {
    id: SessionId,
    dir: PathBuf,
    imported: bool,
    finished: bool,
    consented: bool,
    /// Recordings that it holds or left out; the latter with the reason.
    known: BTreeMap<Key, Option<String>>,
    prompts: BTreeMap<PromptId, Sha256>,
}

/// Compares the plan with the sessions below `into`.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the folder cannot be read.
pub(super) fn resolve(
    plan: &ImportPlan,
    into: &Path,
    findings: &mut Vec<ImportFinding>,
) -> Result<Vec<Target>> {
    let there = existing(plan, into, findings)?;
    let empty = Vec::new();
    let mut targets = Vec::with_capacity(plan.sessions.len());
    for (planned, session) in plan.sessions.iter().enumerate() {
        let there = there.get(&session.speaker.id).unwrap_or(&empty);
        targets.push(target(plan, planned, session, there, findings)?);
    }
    Ok(targets)
}

fn target(
    plan: &ImportPlan,
    planned: usize,
    session: &PlannedSession,
    there: &[Existing],
    findings: &mut Vec<ImportFinding>,
) -> Result<Target> {
    note_differences(plan, session, there, findings);
    // A session that was interrupted is the one whose id follows from what no other session holds.
    for (at, begun) in there.iter().enumerate().filter(|(_, begun)| begun.imported && !begun.finished) {
        let others: Vec<&Existing> =
            there.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, session)| session).collect();
        let candidates = news(plan.request.ids, session, &others)?;
        if session_id(plan.layout, &plan.request, &session.speaker.id, &candidates)? == begun.id {
            let texts_sha256 = texts_sha256(&candidates);
            let mut items = candidates;
            items.retain(|item| !begun.known.contains_key(&item.key()));
            let known = (session.items.len() - items.len()) as u64;
            return Ok(Target {
                planned,
                id: begun.id.clone(),
                state: State::Begun,
                items,
                texts_sha256,
                known,
            });
        }
    }
    let items = news(plan.request.ids, session, &there.iter().collect::<Vec<_>>())?;
    let known = (session.items.len() - items.len()) as u64;
    let texts_sha256 = texts_sha256(&items);
    if items.is_empty() {
        let id = there.iter().find(|existing| existing.id == session.id).or_else(|| {
            let holds = |existing: &&Existing| {
                session.items.iter().any(|item| existing.known.contains_key(&item.key()))
            };
            there.iter().find(holds)
        });
        let id = id.map_or_else(|| session.id.clone(), |existing| existing.id.clone());
        return Ok(Target { planned, id, state: State::Complete, items, texts_sha256, known });
    }
    let id = session_id(plan.layout, &plan.request, &session.speaker.id, &items)?;
    Ok(Target { planned, id, state: State::New, items, texts_sha256, known })
}

/// Returns the recordings that none of these sessions knows, with prompts that fit beside theirs.
fn news(ids: Ids, session: &PlannedSession, others: &[&Existing]) -> Result<Vec<PlannedItem>> {
    let is_known = |item: &PlannedItem| others.iter().any(|other| other.known.contains_key(&item.key()));
    let mut items: Vec<PlannedItem> = session.items.iter().filter(|item| !is_known(item)).cloned().collect();
    let mut ids = PromptIds::new(ids);
    for (id, text) in others.iter().flat_map(|other| &other.prompts) {
        ids.reserve(id.clone(), *text);
    }
    give_prompts(&mut items, ids)?;
    Ok(items)
}

/// Says what a second import does not change: a missing consent, and a text that was another one before.
fn note_differences(
    plan: &ImportPlan,
    session: &PlannedSession,
    there: &[Existing],
    findings: &mut Vec<ImportFinding>,
) {
    let holds =
        |existing: &&Existing| session.items.iter().any(|item| existing.known.contains_key(&item.key()));
    if plan.request.consent_statement.is_some() {
        for existing in there.iter().filter(|existing| !existing.consented).filter(holds) {
            findings.push(ImportFinding {
                id: "consent-missing",
                severity: Severity::Warn,
                path: existing.dir.clone(),
                line: None,
                message: "this session was imported without a statement of consent and stays without; \
                          to add one, move it away and import again"
                    .to_owned(),
            });
        }
    }
    let mut texts: BTreeMap<_, (&Existing, BTreeSet<Sha256>)> = BTreeMap::new();
    for existing in there {
        for (sha256, part, text) in existing.known.keys() {
            texts.entry((*sha256, *part)).or_insert_with(|| (existing, BTreeSet::new())).1.insert(*text);
        }
    }
    for item in &session.items {
        if let Some((existing, _)) =
            texts.get(&(item.sha256, item.part)).filter(|(_, known)| !known.contains(&item.text_sha256))
        {
            let message = format!("session {} holds the same audio with another text", existing.id);
            findings.push(item.finding("text-changed", Severity::Warn, message));
        }
    }
    for (item, existing) in session.items.iter().flat_map(|item| there.iter().map(move |there| (item, there)))
    {
        if let Some(Some(reason)) = existing.known.get(&item.key()) {
            findings.push(item.finding("audio-unreadable", Severity::Reject, reason.clone()));
        }
    }
}

fn texts_sha256(items: &[PlannedItem]) -> Sha256 {
    let mut hasher = crate::digest::Hasher::new();
    for item in items {
        hasher.update(format!("{}\t{}\n", item.prompt, item.text).as_bytes());
    }
    hasher.finish()
}

/// Reads the sessions of the plan's speakers for its sheet and locale.
fn existing(
    plan: &ImportPlan,
    into: &Path,
    findings: &mut Vec<ImportFinding>,
) -> Result<BTreeMap<SpeakerId, Vec<Existing>>> {
    let mut there: BTreeMap<SpeakerId, Vec<Existing>> = BTreeMap::new();
    if fsio::look_named(into)?.is_none() {
        return Ok(there);
    }
    let speakers: BTreeSet<&SpeakerId> = plan.sessions.iter().map(|session| &session.speaker.id).collect();
    let all = find_sessions(into)?;
    let ignored = |path, why: &str| ImportFinding {
        id: "session-unreadable",
        severity: Severity::Warn,
        path,
        line: None,
        message: format!("what it holds is not taken into account: {why}"),
    };
    findings.extend(all.unreadable.into_iter().map(|broken| ignored(broken.path, &broken.message)));
    for dir in all.sessions {
        let view = read_record(&dir).and_then(|record| {
            let ours = speakers.contains(&record.speaker.id)
                && record.sheet.id == plan.request.sheet
                && record.locale == plan.request.locale;
            if ours { SessionView::open(&dir).map(Some) } else { Ok(None) }
        });
        match view {
            Ok(Some(view)) => {
                if let Some(fault) = view.broken() {
                    findings.push(ignored(dir, &fault.message));
                    continue;
                }
                let existing = Existing::of(&view);
                there.entry(view.record().speaker.id.clone()).or_default().push(existing);
            }
            Ok(None) => {}
            Err(error) => findings.push(ignored(dir, error.message())),
        }
    }
    Ok(there)
}

impl Existing {
    fn of(view: &SessionView) -> Self {
        let record = view.record();
        let mut existing = Self {
            id: record.id.clone(),
            dir: view.dir().to_path_buf(),
            imported: matches!(record.source, SourceRecord::Import { .. }),
            finished: false,
            consented: record.consent.is_some(),
            known: BTreeMap::new(),
            prompts: BTreeMap::new(),
        };
        for take in view.takes() {
            existing.prompts.insert(take.record.prompt.clone(), take.record.text_sha256);
            if let Some(origin) = &take.record.origin {
                existing.known.insert((origin.sha256, origin.part, take.record.text_sha256), None);
            }
        }
        view.fold(&mut existing);
        existing
    }
}

impl Fold for Existing {
    fn line(&mut self, _: u64, line: &JournalLine) {
        match &line.event {
            Event::LeftOut { origin, text_sha256, reason } => {
                self.known.entry((origin.sha256, origin.part, *text_sha256)).or_insert(Some(reason.clone()));
            }
            Event::Closed { reason } => self.finished = *reason == CloseReason::Finished,
            Event::Opened { .. } => self.finished = false,
            _ => {}
        }
    }
}
