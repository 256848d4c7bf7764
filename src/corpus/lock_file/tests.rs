//! The lock and the corpora agree, wherever a run stops.

use super::*;
use crate::corpus::split::{Holding, Split, State};

/// A folder with a lock of one speaker, and a release that adds another.
struct Place {
    dir: tempfile::TempDir,
    before: Lock,
    after: Lock,
}

fn lock(speakers: &[(&str, Split)]) -> Lock {
    let mut lock = Lock::new("booth-splits-1");
    for (speaker, split) in speakers {
        lock.speakers.insert(speaker.parse().unwrap(), Holding::new(*split, State::Present));
    }
    lock
}

impl Place {
    fn new() -> Self {
        let before = lock(&[("a", Split::Train)]);
        let after = lock(&[("a", Split::Train), ("b", Split::Dev)]);
        let place = Self { dir: tempfile::tempdir().unwrap(), before, after };
        fsio::create_dir_all(&place.path("recordings")).unwrap();
        fsio::write_new(&place.file(), place.before.to_text().as_bytes()).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn file(&self) -> PathBuf {
        self.path("recordings/splits.lock")
    }

    fn next(&self) -> PathBuf {
        self.path("recordings/.splits.lock.next")
    }

    /// A corpus that is built and not yet published.
    fn staging(&self) -> StagingDir {
        let staging = StagingDir::create(&self.path("corpus"), "booth pack").unwrap();
        staging.create_file(Lock::NAME).unwrap().write(self.after.to_text().as_bytes()).unwrap();
        staging
    }

    fn promised(&self) -> String {
        promise(&self.file(), Some(&self.before), &self.path("corpus"), &self.after).unwrap()
    }

    /// What stands after the next run has taken the lock, and what it says.
    fn settle(&self) -> (Lock, Vec<String>) {
        let seen = LockFile::look(&self.file()).unwrap();
        let held = LockFile::hold(&self.file()).unwrap();
        assert_eq!(*held.standing(), seen, "a plan sees what a run finds");
        let Standing { lock, notes } = held.standing().clone();
        drop(held);
        assert_eq!(read_lock(&self.file()).unwrap(), lock);
        let names = |dir: &Path| -> Vec<_> {
            std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name()).collect()
        };
        assert_eq!(names(&self.path("recordings")), ["splits.lock"], "nothing is left beside it");
        (lock.unwrap(), notes)
    }
}

#[test]
fn two_runs_with_one_lock_do_not_go_side_by_side() {
    let place = Place::new();
    let held = LockFile::hold(&place.file()).unwrap();
    let error = LockFile::hold(&place.file()).unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::Locked, Some(place.file().as_path())));
    assert!(error.message().contains("booth pack (process"), "{error}");
    assert!(error.hint().is_some_and(|hint| hint.contains("wait")), "{error:?}");
    held.publish(place.staging(), &place.path("corpus"), &place.after).unwrap();
    drop(held);
    assert!(place.path("corpus").is_dir());
    assert_eq!(place.settle(), (place.after.clone(), vec![]));
}

#[test]
fn an_error_before_the_corpus_has_its_name_changes_neither() {
    // The place of the corpus is taken while it is built; the promise cannot be written.
    for way in ["taken", "no promise"] {
        let place = Place::new();
        let held = LockFile::hold(&place.file()).unwrap();
        let staging = place.staging();
        match way {
            "taken" => fsio::create_dir_all(&place.path("corpus")).unwrap(),
            _ => fsio::create_dir_all(&place.path("recordings/.splits.lock.next.partial")).unwrap(),
        }
        held.publish(staging, &place.path("corpus"), &place.after).unwrap_err();
        drop(held);
        fsio::remove_leftover_dir(&place.path("recordings/.splits.lock.next.partial")).unwrap();
        assert!(!place.next().exists() && !place.path(".corpus.partial").exists(), "{way}");
        assert_eq!(place.path("corpus").exists(), way == "taken");
        assert_eq!(place.settle(), (place.before.clone(), vec![]), "{way}");
    }
}

#[test]
fn an_error_after_it_says_so_and_the_next_run_takes_it_up() {
    let place = Place::new();
    let held = LockFile::hold(&place.file()).unwrap();
    let blocked = place.path("recordings/splits.lock.partial");
    fsio::create_dir_all(&blocked).unwrap();
    let error = held.publish(place.staging(), &place.path("corpus"), &place.after).unwrap_err();
    drop(held);
    assert!(error.hint().is_some_and(|hint| hint.contains("the corpus is complete")), "{error:?}");
    assert!(place.path("corpus").is_dir() && place.next().is_file());
    fsio::remove_leftover_dir(&blocked).unwrap();
    let (lock, notes) = place.settle();
    assert_eq!(lock, place.after);
    assert!(notes[0].contains("corpus was published"), "{notes:?}");
}

#[test]
fn whatever_a_killed_run_left_is_settled_by_what_is_there() {
    // Killed before the corpus had its name: the folder that was built is still there.
    let place = Place::new();
    fsio::write_new(&place.next(), place.promised().as_bytes()).unwrap();
    std::mem::forget(place.staging());
    assert_eq!(place.settle(), (place.before.clone(), vec![]));
    // Killed after it, and before or after the lock file was replaced.
    for replaced in [false, true] {
        let place = Place::new();
        fsio::write_new(&place.next(), place.promised().as_bytes()).unwrap();
        place.staging().publish().unwrap();
        if replaced {
            fsio::replace(&place.file(), place.after.to_text().as_bytes()).unwrap();
        }
        let (lock, notes) = place.settle();
        assert_eq!((lock, notes.len()), (place.after.clone(), 1), "{notes:?}");
    }
    // Neither folder is there: it may have been published and moved, so nobody is moved.
    let place = Place::new();
    fsio::write_new(&place.next(), place.promised().as_bytes()).unwrap();
    let (lock, notes) = place.settle();
    assert_eq!(lock, place.after);
    assert!(notes[0].contains("keep their splits"), "{notes:?}");
    // A first release, which has no lock before it.
    let place = Place::new();
    fsio::remove_leftover(&place.file()).unwrap();
    let first = promise(&place.file(), None, &place.path("corpus"), &place.after).unwrap();
    fsio::write_new(&place.next(), first.as_bytes()).unwrap();
    place.staging().publish().unwrap();
    assert_eq!(place.settle().0, place.after);
}

#[test]
fn a_lock_that_somebody_changed_is_not_written_over() {
    let place = Place::new();
    let other = lock(&[("a", Split::Train), ("c", Split::Test)]);
    let held = LockFile::hold(&place.file()).unwrap();
    fsio::replace(&place.file(), other.to_text().as_bytes()).unwrap();
    let error = held.publish(place.staging(), &place.path("corpus"), &place.after).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity);
    drop(held);
    assert!(!place.path("corpus").exists());
    // Nor by the next run, for one that was interrupted.
    fsio::write_new(&place.next(), place.promised().as_bytes()).unwrap();
    place.staging().publish().unwrap();
    let error = LockFile::hold(&place.file()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity);
    assert!(error.message().contains(".splits.lock.next"), "{error}");
    assert_eq!(read_lock(&place.file()).unwrap(), Some(other));
}

#[test]
fn a_promise_that_cannot_be_read_stops_a_run() {
    let place = Place::new();
    let good = place.promised();
    let moving = lock(&[("a", Split::Test), ("b", Split::Dev)]);
    let moving = promise(&place.file(), Some(&place.before), &place.path("corpus"), &moving).unwrap();
    for text in [
        String::new(),
        moving,
        good.trim_end().to_owned(),
        good.replacen("\"schema\":1", "\"schema\":9", 1),
        good.replacen("splits-next", "other", 1),
        good.replacen("\"corpus\"", "\"more\"", 1),
    ] {
        fsio::replace(&place.next(), text.as_bytes()).unwrap();
        let error = LockFile::hold(&place.file()).unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Corpus, Some(place.next().as_path())), "{text}");
        assert_eq!(read_lock(&place.file()).unwrap(), Some(place.before.clone()));
    }
}

#[test]
fn a_corpus_that_cannot_be_looked_into_is_not_taken_for_missing() {
    let place = Place::new();
    fsio::write_new(&place.next(), place.promised().as_bytes()).unwrap();
    fsio::create_dir_all(&place.path("corpus").join(Lock::NAME)).unwrap();
    assert_eq!(LockFile::hold(&place.file()).unwrap_err().kind(), ErrorKind::Io);
    assert!(place.next().is_file(), "the promise is still to be settled");
    assert_eq!(read_lock(&place.file()).unwrap(), Some(place.before.clone()));
}
