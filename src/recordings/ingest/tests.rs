//! What is taken in is what was recorded, whatever order it comes in; and what strangers make of bundles stays outside.

mod hostile;
mod merging;
mod parts;

use super::testing::{Made, made};
use super::*;
use crate::recordings::testing::{create, keep, prompt, record_take};
use std::collections::BTreeMap;
use std::fs;

/// A moment after all that the tests record.
pub(super) fn now() -> Utc {
    Utc::from_millis(1_795_600_000_000)
}

/// A folder with recordings in it, or an empty collection, and room for files beside.
pub(super) struct Place(tempfile::TempDir);

impl Place {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(super) fn root(&self) -> PathBuf {
        self.0.path().join("recordings")
    }

    /// Records takes of `prompts` in the session `id`, new or not; no two have the same sound.
    pub(super) fn record(&self, id: &str, prompts: &[&str]) {
        let dir = self.root().join(id);
        let mut writer =
            if dir.exists() { crate::recordings::testing::resume(&dir) } else { create(&self.root(), id) };
        for name in prompts {
            let ms = 300 + 10 * usize::from(id.as_bytes()[1]) + usize::from(name.as_bytes()[0]);
            let take = record_take(&mut writer, &prompt(name, 1), 1, ms);
            keep(&mut writer, &take);
        }
    }

    /// Takes in files with these contents, and returns what became of them.
    pub(super) fn give_all(&self, files: &[Vec<u8>], dry_run: bool) -> (Summary, Vec<FileOutcome>) {
        let folder = tempfile::tempdir().unwrap();
        let paths: Vec<PathBuf> = (0..files.len()).map(|n| folder.path().join(format!("f{n}"))).collect();
        for (path, bytes) in paths.iter().zip(files) {
            fs::write(path, bytes).unwrap();
        }
        let lock = RootLock::acquire(&self.root(), "a test").unwrap();
        let watch = crate::progress::Unwatched;
        let request = Request { lock: &lock, now: now(), dry_run, watch: &watch };
        let mut outcomes = Vec::new();
        let summary = ingest(&paths, &request, &mut |outcome| {
            outcomes.push(outcome.clone());
            Ok(())
        });
        (summary.unwrap(), outcomes)
    }

    /// Takes in one bundle.
    #[track_caller]
    pub(super) fn give(&self, bytes: Vec<u8>) -> BundleRow {
        let (_, outcomes) = self.give_all(&[bytes], false);
        let [FileOutcome::Bundle(row)] = &outcomes[..] else { panic!("{outcomes:?}") };
        for counts in [&row.sessions, &row.takes] {
            assert_eq!(counts.sent, counts.new + counts.known + counts.withdrawn + counts.refused, "{row:?}");
        }
        assert!(!self.root().join(INCOMING).exists());
        row.clone()
    }

    /// All files, but for the lock and what was refused.
    pub(super) fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        let root = self.root();
        let mut tree = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&root).into_iter().map(std::result::Result::unwrap) {
            let name = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let is_apart = name.starts_with("quarantine") || name == fsio::FolderLock::NAME;
            if !is_apart && !name.is_empty() {
                let is_file = entry.file_type().is_file();
                tree.insert(name, if is_file { fs::read(entry.path()).unwrap() } else { Vec::new() });
            }
        }
        tree
    }

    /// The names of what was refused.
    pub(super) fn quarantine(&self) -> Vec<String> {
        let folder = self.root().join("quarantine");
        if folder.exists() {
            crate::recordings::session::layout::names_in(&folder).unwrap()
        } else {
            Vec::new()
        }
    }

    /// The bundle of all that is there, without the takes that `before` names.
    pub(super) fn made(&self, before: &[&str]) -> Made {
        made(&self.root(), before)
    }
}

/// Counts in the order sent, new, known, withdrawn, refused.
pub(super) fn five(counts: &Counts) -> [u64; 5] {
    [counts.sent, counts.new, counts.known, counts.withdrawn, counts.refused]
}

#[track_caller]
pub(super) fn refused_for(row: &BundleRow) -> Vec<&'static str> {
    row.refused.iter().map(|refusal| refusal.reason.id()).collect()
}
