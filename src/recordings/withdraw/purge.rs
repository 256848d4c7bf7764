//! Deleting what a tombstone covers; the same when it is done again, and safe to be killed.

use super::scan::{Scan, scan};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{PromptId, SessionId};
use crate::recordings::people::personal;
use crate::recordings::people::receipts::Receipts;
use crate::recordings::session::layout::{INCOMING, JOURNAL, PARTS, QUARANTINE, RECORD, file_name};
use crate::recordings::session::view::{read_anchor, read_record};
use crate::recordings::session::{Fault, RootLock, TakeKey, erase, find_sessions, parse};
use crate::recordings::tombstones::{Extent, Tombstone, TombstoneId, Tombstones};
use crate::recordings::transcribe::transcripts;
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The ending of a folder that is being deleted.
const ASIDE: &str = ".withdrawn";
/// Folders beside the sessions in which bundles lie: those that were refused, and those of which parts are missing.
const BUNDLES: [&str; 3] = [QUARANTINE, PARTS, INCOMING];

/// What was deleted, and what a search for it has found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gone {
    /// The tombstone.
    pub tombstone: TombstoneId,
    /// Session folders that were deleted.
    pub sessions: u64,
    /// Takes that were deleted out of sessions that stay.
    pub takes: u64,
    /// Bundles, parts of them, and reports that were deleted, since they held something of it.
    pub others: u64,
    /// What was searched and found.
    #[serde(flatten)]
    pub scan: Scan,
    /// Where the receipt of the withdrawal lies.
    pub receipt: Option<PathBuf>,
}

/// Completes every withdrawal from the locked recordings that is not at its end yet.
///
/// # Errors
/// Those of [`complete`].
pub fn resume_all(lock: &RootLock, now: Utc) -> Result<Vec<Gone>> {
    let mut tombstones = Tombstones::read(lock.root())?;
    let unfinished: Vec<Tombstone> = tombstones.unfinished().cloned().collect();
    unfinished.iter().map(|tombstone| complete(lock, &mut tombstones, tombstone, now)).collect()
}

/// Deletes what a tombstone of the locked recordings covers, searches for it, and, when nothing is found, notes that it is gone
/// and writes the person's receipt of it.
///
/// # Errors
/// [`ErrorKind::Session`] when a journal out of which a take is to go cannot be relied on; [`ErrorKind::Io`].
pub fn complete(
    lock: &RootLock,
    tombstones: &mut Tombstones,
    tombstone: &Tombstone,
    now: Utc,
) -> Result<Gone> {
    let root = lock.root();
    let mut gone = Gone {
        tombstone: tombstone.id.clone(),
        sessions: 0,
        takes: 0,
        others: 0,
        scan: Scan::default(),
        receipt: None,
    };
    if tombstone.scope.is_none() {
        match tombstone.extent {
            Extent::Speaker | Extent::Session => gone.sessions = sessions(root, tombstone)?,
            Extent::Take => gone.takes = takes(root, tombstones, tombstone)?,
        }
        gone.others = others(root, tombstone)?;
        gone.scan = scan(root, tombstones, tombstone)?;
    }
    let receipts = Receipts::of(lock)?;
    if tombstone.extent == Extent::Speaker {
        personal::forget(&receipts, tombstone)?;
    }
    if gone.scan.found.is_empty() {
        gone.receipt = Some(super::letter::write(&receipts, tombstone)?);
        tombstones.finish(&tombstone.id, now)?;
    }
    Ok(gone)
}

/// Deletes the sessions that are meant, each at once under its own name.
fn sessions(root: &Path, tombstone: &Tombstone) -> Result<u64> {
    let mut count = 0;
    for dir in find_sessions(root)?.sessions {
        // What cannot be read is nobody's that is known; the search tells of it when it is meant.
        let Ok(record) = read_record(&dir) else { continue };
        if !tombstone.is_of(&record) {
            continue;
        }
        let name = dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
        fsio::purge_dir(&dir, &dir.with_file_name(format!(".{name}{ASIDE}")))?;
        count += 1;
    }
    fsio::purge_aside(root, ASIDE)?;
    Ok(count)
}

/// Deletes single takes out of their sessions: first the sound, last the lines that say that there was one.
fn takes(root: &Path, tombstones: &Tombstones, tombstone: &Tombstone) -> Result<u64> {
    let meant: BTreeSet<&SessionId> = tombstone.takes.iter().map(|take| &take.session).collect();
    let mut count = 0;
    for dir in find_sessions(root)?.sessions {
        let Ok(record) = read_record(&dir) else { continue };
        if !meant.contains(&record.id) {
            continue;
        }
        let Some(all) = tombstones.takes_of(&record.id) else { continue };
        let all: BTreeMap<TakeKey, String> =
            all.iter().map(|(key, id)| (key.clone(), id.to_string())).collect();
        for it in tombstone.takes.iter().filter(|it| it.session == record.id) {
            let audio = dir.join(file_name(&it.prompt, it.take));
            fsio::purge_file(&fsio::partial_path(&audio))?;
            fsio::purge_file(&audio)?;
            count += 1;
        }
        erase_transcripts(&dir, &all)?;
        erase_journal(&dir, &all)?;
    }
    Ok(count)
}

fn erase_journal(dir: &Path, takes: &BTreeMap<TakeKey, String>) -> Result<()> {
    let path = dir.join(JOURNAL);
    let Some(journal) = fsio::read_found(&path, fsio::MOST_LIST)? else { return Ok(()) };
    let anchor = read_anchor(dir)?;
    let erased = erase(&journal, anchor, takes);
    if erased == journal {
        return Ok(());
    }
    let broken = |journal: &[u8]| Fault::breaking(&parse(journal, anchor).faults).is_some();
    if broken(&journal) || broken(&erased) {
        let what = "the journal is not what was written, so the lines of a take cannot be taken out of it";
        return Err(Error::new(ErrorKind::Session, what)
            .with_path(path)
            .with_hint("restore the session from a copy, or withdraw all of it"));
    }
    fsio::replace(&path, &erased)
}

fn erase_transcripts(dir: &Path, takes: &BTreeMap<TakeKey, String>) -> Result<()> {
    #[derive(Deserialize)]
    struct Line {
        prompt: PromptId,
        take: u16,
    }
    let path = dir.join(transcripts::FILE);
    let Some(bytes) = fsio::read_found(&path, fsio::MOST_LIST)? else { return Ok(()) };
    let stays = |line: &&[u8]| match serde_json::from_slice::<Line>(line) {
        Ok(Line { prompt, take }) => !takes.contains_key(&(prompt, take)),
        // What cannot be read counts for nothing, and may be of any take.
        Err(_) => false,
    };
    let kept: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').filter(stays).collect();
    let kept = kept.concat();
    if kept == bytes { Ok(()) } else { fsio::replace(&path, &kept) }
}

/// Deletes bundles and reports that name a session that is meant.
fn others(root: &Path, tombstone: &Tombstone) -> Result<u64> {
    let mut count = 0;
    for folder in BUNDLES.map(|name| root.join(name)) {
        if !fsio::is_folder(&folder)? {
            continue;
        }
        for path in fsio::paths_in(&folder)? {
            if names(&path, tombstone)? {
                remove(&path)?;
                // What was said of it lies beside it.
                fsio::purge_file(&path.with_extension("json"))?;
                count += 1;
            }
        }
    }
    let mut reports = Vec::new();
    let mut walk = fsio::Walk::by_name(root);
    while let Some(entry) = walk.next() {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            continue;
        }
        if fsio::look(&entry.path().join(RECORD))?.is_some() {
            walk.skip_folder();
        } else if is_report(entry.path())? {
            reports.push(entry.path().to_path_buf());
            walk.skip_folder();
        }
    }
    for path in reports {
        if names(&path, tombstone)? {
            remove(&path)?;
            count += 1;
        }
    }
    Ok(count)
}

/// Says whether a folder is one that `check --report` wrote.
pub(super) fn is_report(path: &Path) -> Result<bool> {
    Ok(fsio::look(&path.join("index.html"))?.is_some() && fsio::look(&path.join(JOURNAL))?.is_some())
}

fn remove(path: &Path) -> Result<()> {
    if fsio::is_folder(path)? {
        fsio::purge_dir(path, &path.with_extension("withdrawn"))
    } else {
        fsio::purge_file(path)
    }
}

/// Says whether a file, or one in a folder, names a session that is meant, or is a part of a bundle of the speaker's, which
/// may begin in the middle of a sound.
fn names(path: &Path, tombstone: &Tombstone) -> Result<bool> {
    let part = format!("\"bundle\":\"booth-{}-", tombstone.speaker);
    let ids = tombstone.sessions.iter().map(|id| id.as_str().as_bytes());
    let ids: Vec<&[u8]> = ids.chain([part.as_bytes()]).collect();
    for entry in fsio::Walk::by_name(path) {
        let entry = entry?;
        if entry.file_type().is_file() && super::scan::look_into(entry.path(), &ids)?.has_any {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::super::{Named, RANDOM_BYTES, Request, plan};
    use super::*;
    use crate::recordings::testing::*;

    /// Withdraws what is named, as far as the tombstone.
    fn bury(root: &Path, named: &str, scope: Option<&str>) -> Result<Tombstone> {
        let mut tombstones = Tombstones::read(root)?;
        let number = tombstones.all().len() as u8;
        let named: Named = named.parse().unwrap();
        let at = Utc::from_millis(1_795_499_900_000);
        let plan = plan(&Request { root, named: &named, scope, code: None, at })?;
        plan.bury(&mut tombstones, [number; RANDOM_BYTES])
    }

    fn resume_at(root: &Path) -> Result<Vec<Gone>> {
        let lock = RootLock::acquire(root, "a test").unwrap();
        resume_all(&lock, Utc::from_millis(1_795_499_950_000))
    }

    fn recorded(root: &Path, id: &str) {
        let mut writer = create(root, id);
        // No two sessions have the same sound.
        let ms = 300 + usize::from(id.as_bytes()[1]);
        let take = record_take(&mut writer, &prompt("a", 1), 1, ms);
        keep(&mut writer, &take);
    }

    #[test]
    fn whatever_a_killed_withdrawal_left_is_deleted_by_the_next() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("recordings");
        for (folder, id) in [("", "s1"), ("deep", "s2"), ("deep", "s3")] {
            recorded(&root.join(folder), id);
        }
        let tombstone = bury(&root, "s2", None).unwrap();
        // It was put aside, and half of it is deleted.
        fsio::rename_new(&root.join("deep/s2"), &root.join("deep/.s2.withdrawn")).unwrap();
        fsio::purge_file(&root.join("deep/.s2.withdrawn/session.json")).unwrap();
        // A bundle that was refused has it, and one that has not.
        fsio::create_dir_all(&root.join("quarantine")).unwrap();
        let (part, other) =
            (r#"{"booth_part":1,"bundle":"booth-k3v9-"#, r#"{"booth_part":1,"bundle":"booth-ben-"#);
        let bundles = [("a.tar", "x data/s2/takes.jsonl x"), ("a.json", "{}"), ("b.tar", "data/s1/")];
        for (name, bytes) in bundles.into_iter().chain([("c.part", part), ("d.part", other)]) {
            fsio::write_new(&root.join("quarantine").join(name), bytes.as_bytes()).unwrap();
        }
        let gone = resume_at(&root).unwrap();
        assert_eq!((gone.len(), &gone[0].tombstone, gone[0].others), (1, &tombstone.id, 2));
        assert!(gone[0].scan.found.is_empty() && gone[0].scan.places > 5, "{gone:?}");
        let left = fsio::paths_in(&root.join("quarantine")).unwrap();
        assert_eq!(left, ["b.tar", "d.part"].map(|name| root.join("quarantine").join(name)));
        assert!(!root.join("deep/.s2.withdrawn").exists() && root.join("deep/s3/session.json").exists());
        assert!(resume_at(&root).unwrap().is_empty());
        assert!(gone[0].receipt.as_ref().unwrap().exists());
    }

    #[test]
    fn a_sound_that_is_there_under_another_name_is_found() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("recordings");
        recorded(&root, "s1");
        let copy = root.join("a copy.wav");
        fsio::write_new(&copy, &std::fs::read(root.join("s1/audio/a_1.wav")).unwrap()).unwrap();
        bury(&root, "s1/a_1", None).unwrap();
        for _ in 0..2 {
            let gone = resume_at(&root).unwrap();
            assert_eq!(
                (gone[0].scan.found.as_slice(), &gone[0].receipt),
                (std::slice::from_ref(&copy), &None)
            );
        }
        fsio::purge_file(&copy).unwrap();
        assert!(resume_at(&root).unwrap()[0].receipt.is_some());
    }

    #[test]
    fn a_take_stays_in_a_session_whose_journal_was_changed_until_all_of_it_goes() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("recordings");
        recorded(&root, "s1");
        let path = root.join("s1").join(JOURNAL);
        let whole = std::fs::read_to_string(&path).unwrap();
        fsio::replace(&path, whole.replacen("\"text\":\"say a\"", "\"text\":\"say b\"", 1).as_bytes())
            .unwrap();
        let error = bury(&root, "s1/a_1", None).unwrap_err();
        assert!(error.hint().unwrap().contains("withdraw all of it"), "{error}");
        bury(&root, "s1", None).unwrap();
        assert_eq!(resume_at(&root).unwrap()[0].sessions, 1);
    }

    #[test]
    fn contact_goes_with_the_use_that_needs_it_and_credit_with_all() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("recordings");
        recorded(&root, "s1");
        let line = |speaker: &str, rest: &str| {
            format!("{{\"schema\":1,\"at\":\"2026-01-01T00:00:00.000Z\",\"speaker\":\"{speaker}\"{rest}}}\n")
        };
        let (both, other) =
            (line("k3v9", ",\"contact\":\"me\",\"credit\":\"I\""), line("ben", ",\"contact\":\"b\""));
        let path = home.path().join("receipts/personal.jsonl");
        fsio::create_dir_all(path.parent().unwrap()).unwrap();
        fsio::write_new(&path, format!("{both}{other}").as_bytes()).unwrap();
        bury(&root, "k3v9", Some("contact-again")).unwrap();
        resume_at(&root).unwrap();
        let credit = line("k3v9", ",\"credit\":\"I\"");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{credit}{other}"));
        bury(&root, "k3v9", None).unwrap();
        resume_at(&root).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), other);
    }
}
