//! Handing in: a bundle for each speaker of a folder of recordings, written and remembered.

use super::handed_in::{Memory, Since};
use super::make::{Bundle, Request, make};
use super::name::Code;
use super::seal::{Details, sealed};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::SpeakerId;
use crate::progress::Watch;
use crate::project::PublicKey;
use crate::recordings::people::receipts::Receipts;
use crate::recordings::session::view::read_record;
use crate::recordings::session::{Found, Receipt, RootLock, Unreadable, find_sessions};
use crate::recordings::tombstones::Tombstones;
use crate::units::Utc;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is to be handed in.
#[derive(Debug)]
pub struct HandIn<'a> {
    /// The speaker; `None` for each of them, in a bundle of their own.
    pub speaker: Option<&'a SpeakerId>,
    /// What is left out, as it was handed in before.
    pub since: Since,
    /// The folder that the bundles are written into.
    pub out: &'a Path,
    /// The most bytes of a file, when a bundle is to be cut into parts.
    pub part: Option<u64>,
    /// Say what would be made, and write nothing.
    pub dry_run: bool,
    /// The key of the project.
    pub key: Option<&'a PublicKey>,
    /// The program (`booth 0.1.0`).
    pub tool: &'a str,
    /// The time.
    pub now: Utc,
    /// Threads to pack with.
    pub threads: usize,
    /// The folder for what is laid aside.
    pub scratch: &'a Path,
}

/// A bundle, as a line of `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BundleRow {
    /// Whose recordings.
    pub speaker: SpeakerId,
    /// The code that both sides read.
    pub code: Code,
    /// The files: one, or the parts.
    pub files: Vec<PathBuf>,
    /// How many of them were there already.
    pub known: u64,
    /// Bytes of the whole bundle.
    pub bytes: u64,
    /// SHA-256 of the whole bundle; `None` when it was not written.
    pub sha256: Option<Sha256>,
    /// The bundle after which it goes on.
    pub since: Option<Code>,
    /// Sessions that it tells of.
    pub sessions: u64,
    /// Takes whose audio it carries.
    pub takes: u64,
    /// Takes that bundles before carried.
    pub before: u64,
    /// Takes that were deleted or withdrawn, of which no audio goes.
    pub deleted: u64,
    /// Takes whose file is not there, or not what was recorded.
    pub lacking: Vec<PathBuf>,
    /// Withdrawals that it tells of.
    pub withdrawn: u64,
    /// Bytes of the takes as they were recorded.
    pub wav_bytes: u64,
    /// Bytes of them in the bundle.
    pub packed_bytes: u64,
    /// What becomes of personal details.
    pub details: Details,
}

/// What came of handing in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandedOver {
    /// The bundles, by speaker.
    pub bundles: Vec<BundleRow>,
    /// Speakers of whom nothing is new.
    pub nothing_new: Vec<SpeakerId>,
    /// Sessions that are left out, and why.
    pub left_out: Vec<Unreadable>,
}

/// Hands in what the locked recordings have. What was written is remembered among the receipts, so that the next bundle has only
/// what came after; whatever cuts it short, doing it again makes the same files.
///
/// # Errors
/// [`ErrorKind::Usage`] when there is no such speaker, or no such bundle to go on after; those of [`Bundle::write`].
pub fn hand_in(lock: &RootLock, what: &HandIn<'_>, watch: &dyn Watch) -> Result<HandedOver> {
    let found = find_sessions(lock.root())?;
    let receipts = Receipts::of(lock)?;
    let memory = Memory::read(&receipts)?;
    let last = last_receipts(lock, &found)?;
    let speakers: Vec<&SpeakerId> = match what.speaker {
        Some(speaker) if last.contains_key(speaker) => vec![speaker],
        Some(speaker) => {
            let known: Vec<&str> = last.keys().map(SpeakerId::as_str).collect();
            return Err(Error::new(
                ErrorKind::Usage,
                format!("there is nothing of a speaker `{speaker}` here"),
            )
            .with_path(lock.root())
            .with_hint(format!("there is of: {}", known.join(", "))));
        }
        None => last.keys().collect(),
    };
    let mut over = HandedOver::default();
    for speaker in speakers {
        let before = memory.before(speaker, what.since)?;
        let (details, personal) = if what.dry_run {
            (Details::None, None)
        } else {
            sealed(&receipts, speaker, last[speaker].as_ref(), what.key)?
        };
        let request = Request {
            speaker,
            before: &before,
            tool: what.tool,
            personal,
            now: what.now,
            threads: what.threads,
            scratch: what.scratch,
        };
        let (bundle, left_out) = make(lock, &found, &request, watch)?;
        for one in left_out {
            if !over.left_out.contains(&one) {
                over.left_out.push(one);
            }
        }
        let Some(bundle) = bundle else {
            over.nothing_new.push(speaker.clone());
            continue;
        };
        let mut row = row(&bundle, details)?;
        if !what.dry_run {
            let written = bundle.write(what.out, what.part, watch)?;
            if !memory.knows(&written.sha256) {
                bundle.handed_in(written.sha256, written.bytes, what.now).append(&receipts)?;
            }
            (row.files, row.known, row.sha256) = (written.files, written.known, Some(written.sha256));
        }
        over.bundles.push(row);
    }
    Ok(over)
}

/// Returns the speakers of whom there is something, be it that they withdrew, and the last consent of each.
fn last_receipts(lock: &RootLock, found: &Found) -> Result<BTreeMap<SpeakerId, Option<Receipt>>> {
    let mut last: BTreeMap<SpeakerId, Option<Receipt>> = BTreeMap::new();
    for record in found.sessions.iter().filter_map(|dir| read_record(dir).ok()) {
        let known = last.entry(record.speaker.id).or_default();
        if let Some(receipt) = record.consent
            && known.as_ref().is_none_or(|known| known.answered <= receipt.answered)
        {
            *known = Some(receipt);
        }
    }
    for tombstone in Tombstones::read(lock.root())?.all() {
        last.entry(tombstone.speaker.clone()).or_default();
    }
    Ok(last)
}

fn row(bundle: &Bundle, details: Details) -> Result<BundleRow> {
    let sum = |of: fn(&super::SessionAbout) -> u64| bundle.about.sessions.iter().map(of).sum();
    Ok(BundleRow {
        speaker: bundle.about.speaker.clone(),
        code: bundle.code,
        files: Vec::new(),
        known: 0,
        bytes: bundle.bytes()?,
        sha256: None,
        since: bundle.about.since,
        sessions: bundle.about.sessions.len() as u64,
        takes: sum(|one| one.takes),
        before: sum(|one| one.before),
        deleted: sum(|one| one.deleted),
        lacking: bundle.lacking.clone(),
        withdrawn: bundle.about.withdrawn.len() as u64,
        wav_bytes: bundle.wav_bytes,
        packed_bytes: bundle.packed_bytes,
        details,
    })
}
