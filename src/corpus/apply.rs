//! Deleting at a holder's: a release without what was withdrawn from it, and with all else as it was.

use crate::archive::bag;
use crate::corpus::assembly::{Assembly, Head};
use crate::corpus::build::write_bag;
use crate::corpus::catalogue::Row;
use crate::corpus::out::StagedHash;
use crate::corpus::read::Corpus;
use crate::corpus::release::{Release, SessionLimits};
use crate::corpus::shards::Out as _;
use crate::corpus::split::Lock;
use crate::corpus::verify::{Depth, verify};
use crate::corpus::withdrawn::{self, WithdrawnList};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, FolderLock, StagingDir};
use crate::ids::{SessionId, UtteranceId};
use crate::progress::{Unwatched, Watch};
use crate::project::{CARD_PARTS, Part};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The ending of the old release while the new one takes its place.
const ASIDE: &str = "withdrawn";
/// The ending of the release that is made anew.
const REMADE: &str = "remade";
/// Bytes that are copied at a time.
const BLOCK: usize = 64 * 1024;

/// What was done, as the last line of `--json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Applied {
    /// Utterances that were taken out.
    pub deleted: u64,
    /// Utterances that stay.
    pub utterances: u64,
    /// Utterances of the list that the release does not have, or has no longer.
    pub absent: u64,
}

/// Takes out of the release in `dir` what `list` says was withdrawn from it: audio, rows, and all that follows from them. It is
/// made anew beside it, verified, and takes its place; a run that was cut short is done again.
///
/// # Errors
/// [`ErrorKind::Usage`] when it is the release that ships the list; [`ErrorKind::Corpus`] when it is no corpus;
/// [`ErrorKind::Integrity`] when it is not whole, or nothing would be left; [`ErrorKind::Locked`]; [`ErrorKind::Io`]; those of
/// `watch`.
pub fn apply(
    list: &WithdrawnList,
    dir: &Path,
    threads: usize,
    scratch: &Path,
    watch: &dyn Watch,
) -> Result<Applied> {
    let (aside, remade) = (fsio::hidden_beside(dir, ASIDE)?, fsio::hidden_beside(dir, REMADE)?);
    let _lock = FolderLock::acquire_beside(dir, "booth withdraw")?;
    settle(dir, &aside, &remade)?;
    let corpus = Corpus::open(dir)?;
    let home = corpus.dir();
    let shipped = fsio::read_found(&home.join(withdrawn::NAME), fsio::MOST_LIST)?;
    if shipped.as_deref() == Some(list.to_text().as_bytes()) {
        return Err(Error::new(
            ErrorKind::Usage,
            "it is the release that ships the list, and has nothing of it",
        )
        .with_path(dir)
        .with_hint("name a release that was made before it"));
    }
    whole(dir, threads, scratch)?;
    let old = corpus.release().clone();
    let meant = list.of_release(old.settings.version.as_deref());
    let gone = gone(&corpus, &meant)?;
    let absent = (meant.len() - gone.len()) as u64;
    let utterances = old.totals.all.utterances - gone.len() as u64;
    if gone.is_empty() {
        return Ok(Applied { deleted: 0, utterances, absent });
    }
    if utterances == 0 {
        return Err(Error::new(
            ErrorKind::Integrity,
            "all of the release is withdrawn, and nothing would be left",
        )
        .with_path(dir)
        .with_hint("delete the folder"));
    }
    let is_bag = bag::is_bag(dir)?;
    let staging = StagingDir::create_around(&remade, if is_bag { bag::DATA } else { "" }, "booth withdraw")?;
    let release = remake(&corpus, &old, &gone, &staging, (threads, scratch, watch))?;
    if is_bag {
        write_bag(&release, &staging)?;
    }
    whole(staging.outer(), threads, scratch)?;
    staging.publish()?;
    fsio::rename_new(dir, &aside)?;
    fsio::rename_new(&remade, dir)?;
    fsio::remove_leftover_dir(&aside)?;
    Ok(Applied { deleted: gone.len() as u64, utterances, absent })
}

/// Puts in order what a run that was cut short has left.
fn settle(dir: &Path, aside: &Path, remade: &Path) -> Result<()> {
    if fsio::look(aside)?.is_some() {
        if fsio::look(dir)?.is_none() && fsio::look(remade)?.is_some() {
            // Only a release that is whole got that name.
            fsio::rename_new(remade, dir)?;
        }
        if fsio::look(dir)?.is_some() {
            fsio::remove_leftover_dir(aside)?;
        } else {
            fsio::rename_new(aside, dir)?;
        }
    }
    fsio::remove_leftover_dir(remade)
}

/// Refuses a release that is not whole: what is made of it would hide what is wrong with it.
fn whole(dir: &Path, threads: usize, scratch: &Path) -> Result<()> {
    let report = verify(dir, Depth::Structure, threads, scratch, &Unwatched)?;
    report.faults.first().map_or(Ok(()), |fault| {
        Err(Error::new(
            ErrorKind::Integrity,
            format!("the release is not whole: {}: {}", fault.path, fault.message),
        )
        .with_path(dir)
        .with_hint("`booth verify` says all that is wrong with it; take it from a copy"))
    })
}

/// Returns the utterances of the corpus that are to go.
fn gone(corpus: &Corpus, meant: &BTreeSet<UtteranceId>) -> Result<BTreeSet<UtteranceId>> {
    let mut gone = BTreeSet::new();
    for utterance in corpus.utterances()? {
        let utterance = utterance?;
        if meant.contains(utterance.id()) {
            gone.insert(utterance.id().clone());
        }
    }
    Ok(gone)
}

fn remake(
    corpus: &Corpus,
    old: &Release,
    gone: &BTreeSet<UtteranceId>,
    staging: &StagingDir,
    (threads, scratch, watch): (usize, &Path, &dyn Watch),
) -> Result<Release> {
    let home = corpus.dir();
    let mut lock = Lock::parse(&text(&home.join(Lock::NAME))?)
        .map_err(|error| error.with_path(home.join(Lock::NAME)))?;
    let list = match fsio::read_found(&home.join(withdrawn::NAME), fsio::MOST_LIST)? {
        Some(_) => Some(WithdrawnList::read(&home.join(withdrawn::NAME))?),
        None => None,
    };
    let mut parts = Vec::new();
    for kind in &CARD_PARTS {
        if let Some(bytes) = fsio::read_found(&home.join(kind.path()), fsio::MOST_SMALL)? {
            parts.push(Part::stored(kind, &bytes)?);
        }
    }
    let mut assembly = Assembly::new(&old.settings, &lock.salt, staging, scratch)?;
    let (mut sessions, mut speakers, mut texts) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut done = 0;
    for utterance in corpus.utterances()? {
        let utterance = utterance?;
        let row = utterance.row();
        if !gone.contains(&row.id) {
            copy(home, row, staging)?;
            assembly.push(row)?;
            sessions.insert(row.session.clone());
            speakers.insert(row.speaker.clone());
            texts.insert(lock.text_key(&row.normalised));
        }
        done += 1;
        watch.at(done, old.totals.all.utterances)?;
    }
    // Nobody moves; of whom nothing is left, the place stays taken.
    lock.keep(&speakers, &texts);
    let withdrawn: BTreeSet<UtteranceId> = old.withdrawn.iter().chain(gone).cloned().collect();
    let withdrawn: Vec<UtteranceId> = withdrawn.into_iter().collect();
    let own_limits = limits_of(&old.own_limits, &sessions);
    let head = Head {
        settings: &old.settings,
        own_limits: &own_limits,
        refused: &old.refused,
        unreadable: old.unreadable,
        lock: &lock,
        withdrawn: &withdrawn,
        list: list.as_ref(),
        parts: &parts,
        threads,
        watch: &Unwatched,
    };
    assembly.finish(&head, staging)
}

/// Returns limits of sessions of which something is left.
fn limits_of(limits: &[SessionLimits], left: &BTreeSet<SessionId>) -> Vec<SessionLimits> {
    let of = limits.iter().map(|limits| SessionLimits {
        limits: limits.limits.clone(),
        sessions: limits.sessions.iter().filter(|session| left.contains(session)).cloned().collect(),
    });
    of.filter(|limits| !limits.sessions.is_empty()).collect()
}

fn text(path: &PathBuf) -> Result<String> {
    let bytes = fsio::read_plain(path, fsio::MOST_LIST)?;
    String::from_utf8(bytes)
        .map_err(|_| Error::new(ErrorKind::Corpus, "the file is not UTF-8").with_path(path))
}

/// Copies the audio of a row, which must be what the row says.
fn copy(home: &Path, row: &Row, staging: &StagingDir) -> Result<()> {
    let path = home.join(&row.audio);
    let mut input = fsio::open_plain(&path, fsio::MOST_STREAMED)?;
    let mut file = StagedHash::create(staging, &row.audio)?;
    let mut block = vec![0; BLOCK];
    loop {
        match input.read(&mut block) {
            Ok(0) => break,
            Ok(count) => file.write(&block[..count])?,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::io("read", &path, error)),
        }
    }
    if file.finish()? == row.sha256 {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Integrity, "the file is not what the catalogue says")
        .with_path(path)
        .with_hint("`booth verify` says all that is wrong with the release; take it from a copy"))
}
