//! What a session of a bundle must be, before anything of it is compared or moved.

use super::outcome::{Outcome, Reason, Refusal, Stop, refuse};
use crate::error::{Error, ErrorKind};
use crate::fsio;
use crate::ids::{SessionId, SpeakerId};
use crate::recordings::bundle::{About, SessionAbout, Withdrawn};
use crate::recordings::session::consent::{receipt_copy, shown_text};
use crate::recordings::session::journal::MOST_LINE;
use crate::recordings::session::layout::{JOURNAL, QUARANTINE};
use crate::recordings::session::view::read_record;
use crate::recordings::session::{
    ConsentState, Event, Fault, FaultKind, SessionRecord, SessionView, TakeKey, TakeRecord, TakeState,
    consent_state,
};
use crate::recordings::tombstones::Extent;
use crate::units::Utc;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The longest scope.
const MOST_SCOPE: usize = 64;

/// Says of an error about the bytes of a bundle why it is refused; one of the system stays one.
fn of_bytes(error: Error, reason: Reason) -> Stop {
    match error.kind() {
        ErrorKind::Io | ErrorKind::Interrupted => Stop::Failed(error),
        ErrorKind::Unsupported => Refusal::new(Reason::Schema, error.message()).into(),
        _ => Refusal::new(reason, error.message()).into(),
    }
}

/// Reads what a bundle says of itself.
pub(super) fn about(bytes: &[u8]) -> Outcome<About> {
    let about = About::parse(bytes).map_err(|error| of_bytes(error, Reason::About))?;
    // What is written into command lines is what such a thing can be.
    let is_scope = |scope: &String| {
        scope.len() <= MOST_SCOPE
            && scope
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b":-".contains(&byte))
    };
    let fits = |one: &Withdrawn| {
        one.scope.as_ref().is_none_or(is_scope)
            && one.take.is_some() == (one.extent == Extent::Take)
            && (one.take.is_none() || one.sessions.len() == 1)
    };
    if about.sessions.iter().any(|one| one.session.as_str() == QUARANTINE) {
        return refuse(Reason::About, format!("`{QUARANTINE}` cannot be the name of a session"));
    }
    if about.withdrawn.iter().all(fits) {
        return Ok(about);
    }
    refuse(Reason::About, "what the bundle says of a withdrawal contradicts itself")
}

/// Reads the record of the session that lies apart in `dir`.
pub(super) fn record(dir: &Path, id: &SessionId, speaker: &SpeakerId) -> Outcome<SessionRecord> {
    let record = read_record(dir).map_err(|error| of_bytes(error, Reason::Session))?;
    if record.id != *id {
        return refuse(
            Reason::Session,
            format!("the record in the folder of `{id}` is that of `{}`", record.id),
        );
    }
    if record.speaker.id != *speaker {
        let what = format!("`{id}` is of speaker `{}`, and the bundle of `{speaker}`", record.speaker.id);
        return refuse(Reason::Speaker, what);
    }
    Ok(record)
}

/// Returns the names of the files that the consent of a session has.
pub(super) fn papers(record: &SessionRecord) -> BTreeSet<String> {
    let Some(receipt) = &record.consent else { return BTreeSet::new() };
    let paths = [receipt_copy(Path::new(""), receipt), shown_text(Path::new(""), receipt)];
    paths.iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect()
}

/// Says whether a journal with this fault is none that Booth wrote, or cannot say which sound is whose.
fn is_fatal(fault: &Fault) -> bool {
    let kinds = [FaultKind::ForeignPath, FaultKind::DuplicateTake, FaultKind::Numbers, FaultKind::Schema];
    fault.kind.breaks() || kinds.contains(&fault.kind)
}

/// Proves the session that lies apart in `dir`, its record and papers being there.
pub(super) fn journal(dir: &Path, record: &SessionRecord, said: &SessionAbout, now: Utc) -> Outcome<()> {
    let id = &record.id;
    let journal = fsio::read_plain(&dir.join(JOURNAL), fsio::MOST_LIST)?;
    if journal.split(|&byte| byte == b'\n').any(|line| line.len() as u64 >= MOST_LINE) {
        return refuse(
            Reason::Journal,
            format!("the journal of `{id}` has a line of {MOST_LINE} bytes and more"),
        );
    }
    let view = SessionView::open(dir).map_err(|error| of_bytes(error, Reason::Session))?;
    if let Some(fault) = view.faults().iter().find(|fault| is_fatal(fault)) {
        let line = fault.line.map_or(String::new(), |line| format!("line {line}: "));
        let reason = if fault.kind == FaultKind::Schema { Reason::Schema } else { Reason::Journal };
        return refuse(reason, format!("the journal of `{id}`: {line}{}", fault.message));
    }
    if let ConsentState::Invalid(why) = consent_state(dir, record, now)? {
        return refuse(Reason::Consent, format!("the consent of `{id}` is invalid: {why}"));
    }
    let lines = memchr::memchr_iter(b'\n', &journal).count() as u64;
    let is_gone = |event: &Event| matches!(event, Event::Gone { kind, .. } if kind == "take");
    let gone = view.lines().iter().filter(|line| is_gone(&line.event)).count() as u64;
    let deleted = view.takes().iter().filter(|take| take.state == TakeState::Deleted).count() as u64;
    let live = view.takes().len() as u64 - deleted;
    let said_live = said.takes.checked_add(said.before).and_then(|sum| sum.checked_add(said.lacking));
    if (lines, gone + deleted, Some(live)) != (said.lines, said.deleted, said_live) {
        let what = format!(
            "the journal of `{id}` has {lines} lines, {live} takes and {} that are gone; the bundle says otherwise",
            gone + deleted
        );
        return refuse(Reason::About, what);
    }
    Ok(())
}

/// Returns the takes of the session that lies apart in `dir` whose audio a bundle may have.
pub(super) fn takes(dir: &Path) -> Outcome<BTreeMap<TakeKey, TakeRecord>> {
    let stored = SessionView::open_takes(dir, None, |_, take| take)?;
    let live = stored.takes.into_iter().filter(|(_, state)| *state != TakeState::Deleted);
    Ok(live.map(|(take, _)| ((take.prompt.clone(), take.take), take)).collect())
}
