//! Withdrawal: what a person gave is taken back, and nothing of it is left.
//!
//! What is to go is planned and written down as a tombstone, durably, before anything is deleted; then it is deleted, then
//! searched for, and only when nothing is found it counts as gone. Whoever opens the recordings next goes on with what a
//! crash has cut short. docs/FORMAT.md is the normative text.

mod letter;
mod purge;
mod scan;

pub use letter::letter;
pub use purge::{Gone, complete, resume_all};
pub use scan::Scan;

use crate::digest::hmac;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, PromptId, SessionId, SpeakerId, UtteranceId};
use crate::recordings::people::consent::{SCOPES, WithdrawalCode};
use crate::recordings::releases::{FILE as RELEASES, ReleaseLine, Releases};
use crate::recordings::session::layout::parse_file_name;
use crate::recordings::session::receipt::DEMOGRAPHICS;
use crate::recordings::session::{SessionRecord, SessionView, TakeView, Unreadable, find_sessions};
use crate::recordings::tombstones::{
    Buried, By, Extent, ID_BYTES, KEY_BYTES, SCHEMA, Tombstone, TombstoneId, Tombstones,
};
use crate::units::{Utc, milliseconds};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Random bytes of a withdrawal.
pub const RANDOM_BYTES: usize = ID_BYTES + KEY_BYTES;

/// What is named to be withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A speaker or a session: which, the recordings tell.
    Id(String),
    /// One take.
    Take(SessionId, PromptId, u16),
}

impl FromStr for Named {
    type Err = Error;

    /// Reads `SPEAKER`, `SESSION` or `SESSION/PROMPT_TAKE`.
    fn from_str(text: &str) -> Result<Self> {
        let bad = || {
            let what = format!("`{}` names nothing that can be withdrawn", text.escape_debug());
            Error::new(ErrorKind::Usage, what).with_hint("give a SPEAKER, a SESSION, or a take as SESSION/PROMPT_TAKE, such as 20261124-054614-k3v9abcd/alarm-1_2")
        };
        let Some((session, take)) = text.split_once('/') else {
            // A speaker's id is a session's as well, as far as its letters go.
            return text.parse::<SessionId>().map(|id| Self::Id(id.into())).map_err(|_| bad());
        };
        let (prompt, take) = parse_file_name(&format!("{take}.wav")).ok_or_else(bad)?;
        Ok(Self::Take(session.parse().map_err(|_| bad())?, prompt, take))
    }
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The folder of recordings.
    pub root: &'a Path,
    /// What is to go.
    pub named: &'a Named,
    /// The use that is taken back; `None` for all.
    pub scope: Option<&'a str>,
    /// The code on the contributor's copy of a receipt.
    pub code: Option<&'a WithdrawalCode>,
    /// When.
    pub at: Utc,
}

/// A session of which something is to go.
#[derive(Debug, Clone)]
struct Meant {
    view: SessionView,
    takes: Vec<TakeView>,
}

/// What a withdrawal would do.
#[derive(Debug, Clone)]
pub struct Plan {
    root: PathBuf,
    extent: Extent,
    speaker: SpeakerId,
    scope: Option<String>,
    by: By,
    at: Utc,
    locale: Option<Locale>,
    meant: Vec<Meant>,
    releases: Vec<String>,
    /// Sessions that cannot be read, of which nobody knows whose they are.
    pub unreadable: Vec<Unreadable>,
}

/// The counts of a plan, as a line of `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanRow {
    /// How much.
    pub extent: Extent,
    /// Whose.
    pub speaker: SpeakerId,
    /// The use that is taken back; `null` for all.
    pub scope: Option<String>,
    /// What it rests on.
    pub by: By,
    /// Sessions.
    pub sessions: usize,
    /// Takes, those that were replaced or deleted among them.
    pub takes: usize,
    /// How long they are, in milliseconds.
    pub ms: u64,
    /// Bytes of their audio.
    pub bytes: u64,
    /// The releases that hold one of them.
    pub releases: Vec<String>,
    /// Sessions that cannot be read.
    pub unreadable: usize,
}

/// Plans a withdrawal, changing nothing. Sessions that are withdrawn from all uses already are none of it.
///
/// # Errors
/// [`ErrorKind::Usage`] when nothing of that name is there, or a scope is none; [`ErrorKind::Consent`] when the code is that of
/// no receipt; [`ErrorKind::Session`] when a take is to go out of a session whose journal cannot be relied on;
/// [`ErrorKind::Io`].
pub fn plan(request: &Request<'_>) -> Result<Plan> {
    let Request { root, named, scope, code, at } = *request;
    let is_scope = |scope: &str| {
        SCOPES.contains(&scope) || scope.strip_prefix(DEMOGRAPHICS).is_some_and(|field| !field.is_empty())
    };
    if let Some(scope) = scope.filter(|scope| !is_scope(scope)) {
        let what = format!(
            "`{}` is no scope; allowed are {} and {DEMOGRAPHICS}FIELD",
            scope.escape_debug(),
            SCOPES.join(", ")
        );
        return Err(Error::new(ErrorKind::Usage, what));
    }
    let tombstones = Tombstones::read(root)?;
    let found = find_sessions(root)?;
    let mut unreadable = Vec::new();
    for broken in found.unreadable {
        // A report of a check has lines of takes and is no session.
        if !purge::is_report(&broken.path)? {
            unreadable.push(broken);
        }
    }
    let (mut of_speaker, mut of_session) = (Vec::new(), Vec::new());
    for dir in found.sessions {
        let view = match SessionView::open(&dir) {
            Ok(view) => view,
            Err(error) => {
                unreadable.push(Unreadable::session(&dir, error)?);
                continue;
            }
        };
        match named {
            Named::Id(id) if view.record().speaker.id.as_str() == id => of_speaker.push(view),
            Named::Id(id) if view.record().id.as_str() == id => of_session.push(view),
            Named::Take(id, ..) if view.record().id == *id => of_session.push(view),
            _ => {}
        }
    }
    if !of_speaker.is_empty() && !of_session.is_empty() {
        return Err(Error::new(ErrorKind::Usage, "it is the name of a speaker and of a session")
            .with_path(root)
            .with_hint("give the sessions of that speaker one by one, by their own names"));
    }
    let extent = match named {
        Named::Take(..) => Extent::Take,
        Named::Id(_) if of_session.is_empty() => Extent::Speaker,
        Named::Id(_) => Extent::Session,
    };
    let mut views = if extent == Extent::Speaker { of_speaker } else { of_session };
    views.retain(|view| !tombstones.covers(view.record()));
    let meant = views.into_iter().map(|view| Meant::of(view, named)).collect::<Result<Vec<_>>>()?;
    let is_nothing =
        meant.is_empty() || extent == Extent::Take && meant.iter().all(|meant| meant.takes.is_empty());
    let Some(first) = meant.first().filter(|_| !is_nothing) else {
        return Err(nothing(root, &tombstones, named));
    };
    let receipts = || meant.iter().filter_map(|meant| meant.view.record().consent.as_ref());
    let by = match code {
        Some(code) if receipts().any(|receipt| receipt.withdrawal_sha256 == code.sha256()) => By::Code,
        Some(_) => {
            return Err(Error::new(ErrorKind::Consent, "the code is not that of any receipt of these recordings")
                .with_path(root)
                .with_hint("it stands on the copy of the receipt that the person keeps; without --code, whoever keeps the recordings withdraws"));
        }
        None => By::Manager,
    };
    let ledger = Releases::read(&root.join(RELEASES))?;
    let has = |meant: &Meant, release: &ReleaseLine| {
        let id = &meant.view.record().id;
        meant.takes.iter().any(|take| release.has(id, &take.record.prompt, take.record.take))
    };
    let holding = ledger.all().iter().filter(|release| meant.iter().any(|meant| has(meant, release)));
    Ok(Plan {
        root: root.to_path_buf(),
        extent,
        speaker: first.view.record().speaker.id.clone(),
        scope: scope.map(str::to_owned),
        by,
        at,
        locale: receipts().next_back().map(|receipt| receipt.text_locale.clone()),
        releases: holding.map(ReleaseLine::title).collect(),
        meant,
        unreadable,
    })
}

/// Says that there is nothing to withdraw, and why.
fn nothing(root: &Path, tombstones: &Tombstones, named: &Named) -> Error {
    let is_gone = |tombstone: &&Tombstone| match named {
        Named::Id(id) => {
            tombstone.speaker.as_str() == id && tombstone.extent == Extent::Speaker
                || tombstone
                    .sessions
                    .iter()
                    .any(|session| session.as_str() == id && tombstone.extent != Extent::Take)
        }
        Named::Take(session, prompt, take) => tombstone.is_of_take(session, prompt, *take),
    };
    if let Some(tombstone) = tombstones.all().iter().find(is_gone) {
        let what = format!("it was withdrawn on {}, by {}", tombstone.at.date(), tombstone.id);
        return Error::new(ErrorKind::Usage, what).with_path(root);
    }
    Error::new(ErrorKind::Usage, "nothing of that name is among these recordings")
        .with_path(root)
        .with_hint("`booth status` lists speakers and sessions; a take is SESSION/PROMPT_TAKE")
}

impl Meant {
    fn of(view: SessionView, named: &Named) -> Result<Self> {
        let mut takes = view.takes().to_vec();
        if let Named::Take(_, prompt, take) = named {
            // What its lines are made anew for must be what was written.
            if let Some(fault) = view.broken() {
                return Err(fault
                    .to_error(view.dir())
                    .with_hint("restore the session from a copy, or withdraw all of it"));
            }
            takes.retain(|it| it.record.prompt == *prompt && it.record.take == *take);
        }
        Ok(Self { view, takes })
    }
}

impl Plan {
    /// Returns the counts.
    pub fn row(&self) -> PlanRow {
        let takes = || self.meant.iter().flat_map(|meant| &meant.takes);
        PlanRow {
            extent: self.extent,
            speaker: self.speaker.clone(),
            scope: self.scope.clone(),
            by: self.by,
            sessions: self.meant.len(),
            takes: takes().count(),
            ms: takes().map(|take| milliseconds(take.record.frames, take.record.rate)).sum(),
            bytes: takes().map(|take| take.record.bytes).sum(),
            releases: self.releases.clone(),
            unreadable: self.unreadable.len(),
        }
    }

    /// Returns the folder of recordings.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Writes the tombstone, durably: from then on it is withdrawn. Nothing is deleted yet; [`complete`] does.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn bury(&self, tombstones: &mut Tombstones, random: [u8; RANDOM_BYTES]) -> Result<Tombstone> {
        let key = tombstones.key(std::array::from_fn(|at| random[ID_BYTES + at]))?;
        let mut takes = Vec::new();
        for Meant { view, takes: of_session } in &self.meant {
            takes.extend(of_session.iter().map(|take| buried(view.record(), take, &key)));
        }
        let tombstone = Tombstone {
            schema: SCHEMA,
            id: TombstoneId::new(std::array::from_fn(|at| random[at])),
            at: self.at,
            by: self.by,
            extent: self.extent,
            speaker: self.speaker.clone(),
            scope: self.scope.clone(),
            sessions: self.meant.iter().map(|meant| meant.view.record().id.clone()).collect(),
            takes,
            releases: self.releases.clone(),
            locale: self.locale.clone(),
        };
        tombstones.plan(tombstone.clone())?;
        Ok(tombstone)
    }
}

fn buried(record: &SessionRecord, take: &TakeView, key: &[u8; KEY_BYTES]) -> Buried {
    let it = &take.record;
    Buried {
        session: record.id.clone(),
        prompt: it.prompt.clone(),
        take: it.take,
        utterance: UtteranceId::new(
            &record.speaker.id,
            &record.locale,
            &record.sheet.id,
            &it.prompt,
            it.repetition,
        )
        .ok(),
        ms: milliseconds(it.frames, it.rate),
        kind: take.state,
        hmac: hmac(key, it.sha256.bytes()),
    }
}

/// Says whether something that was begun to be withdrawn from the recordings in `root` is not at its end yet.
///
/// # Errors
/// Those of [`Tombstones::read`].
pub fn is_unfinished(root: &Path) -> Result<bool> {
    Ok(fsio::is_named_folder(root)? && Tombstones::read(root)?.unfinished().next().is_some())
}
