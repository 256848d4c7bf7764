//! What changes between a plan and its build: it is noticed, and of what has not changed nothing is selected again.

use super::*;
use crate::corpus::plan::plan;
use crate::corpus::select::tests::NOW;
use crate::corpus::select::{Keep, Recordings};
use crate::corpus::source::{Folders, Sessions, judge_under};
use crate::corpus::tests::settings;
use crate::fsio;
use crate::quality::{Measurements, Policy, Verdict};
use crate::recordings::session::view::StoredTakes;
use crate::recordings::session::{Event, Found, Imprint, SessionWriter};
use crate::recordings::transcribe::transcripts;
use crate::recordings::{SessionRecord, TakeRecord, testing};
use crate::units::Utc;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Sessions, and how often one was read for its takes.
struct Counting<'a> {
    sessions: Sessions<'a>,
    read: AtomicUsize,
}

impl Recordings for Counting<'_> {
    fn sessions(&self) -> Result<Found> {
        self.sessions.sessions()
    }

    fn record(&self, dir: &Path) -> Result<SessionRecord> {
        self.sessions.record(dir)
    }

    fn takes(&self, dir: &Path, keep: Keep<'_>) -> Result<StoredTakes<u64>> {
        self.read.fetch_add(1, Ordering::Relaxed);
        self.sessions.takes(dir, keep)
    }

    fn imprint(&self, dir: &Path) -> Result<Option<(SessionRecord, Imprint)>> {
        self.sessions.imprint(dir)
    }
}

/// What happens to a session between plan and build.
type Change = fn(&mut SessionWriter, &[TakeRecord]);

/// Plans the accepted takes of a session, lets `change` happen, and makes them; returns the rows, and how often the session
/// was read for it.
fn made_after(change: Change) -> Result<(Vec<Row>, usize)> {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("recordings");
    let mut writer = testing::create(&root, "s1");
    let takes: Vec<TakeRecord> = ["one", "two", "three"]
        .iter()
        .map(|id| {
            let take = testing::record_take(&mut writer, &testing::prompt(id, 1), 1, 300);
            testing::keep(&mut writer, &take);
            take
        })
        .collect();
    let folders = Folders::find(std::slice::from_ref(&root)).unwrap();
    let counting = Counting { sessions: folders.believed(), read: AtomicUsize::new(0) };
    let policy = Policy::default_for("asr").unwrap();
    let judge = |record: &SessionRecord, measured: &Measurements| judge_under(&policy, record, measured);
    let now = Utc::from_millis(NOW);
    let input = Input { recordings: &counting, judge: &judge, now, scratch: dir.path(), previous: None };
    let settings = crate::corpus::Settings { min_verdict: Verdict::Reject, ..settings() };
    let planned = plan(input, &settings, None, None).unwrap();
    assert_eq!((planned.utterances, counting.read.swap(0, Ordering::Relaxed)), (3, 1));
    change(&mut writer, &takes);
    let staging = StagingDir::create(&dir.path().join("corpus"), "a test").unwrap();
    let mut rows = Vec::new();
    make(&planned, input, 0..3, &staging, 2, &mut |row| {
        rows.push(row);
        Ok(())
    })?;
    Ok((rows, counting.read.into_inner()))
}

#[test]
fn what_has_not_changed_is_not_selected_again_and_becomes_what_selecting_again_gives() {
    let (handed, read) = made_after(|_, _| {}).unwrap();
    assert_eq!((handed.len(), read), (3, 0));
    // What decides on nothing is no fault of a plan, but has to be read.
    let harmless: [Change; 3] = [
        |writer, _| drop(writer.append(Event::Heartbeat).unwrap()),
        |writer, _| drop(testing::record_take(writer, &testing::prompt("four", 1), 1, 300)),
        |writer, _| fsio::write_new(&writer.dir().join(transcripts::FILE), b"no transcript\n").unwrap(),
    ];
    for change in harmless {
        let (selected, read) = made_after(change).unwrap();
        assert_eq!((&selected, read), (&handed, 1));
    }
}

#[test]
fn what_has_changed_since_the_plan_stops_the_build() {
    fn spoil(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = std::fs::read(path).unwrap();
        change(&mut bytes);
        fsio::replace(path, &bytes).unwrap();
    }
    let changes: [(Change, ErrorKind); 7] = [
        (
            |writer, takes| {
                let (prompt, take) = (takes[1].prompt.clone(), takes[1].take);
                writer.append(Event::Redone { prompt, take, reason: "self".to_owned() }).unwrap();
            },
            ErrorKind::Session,
        ),
        (
            |writer, _| {
                let take = testing::record_take(writer, &testing::prompt("four", 1), 1, 300);
                testing::keep(writer, &take);
            },
            ErrorKind::Session,
        ),
        (|writer, _| spoil(&writer.dir().join("takes.jsonl"), |bytes| bytes[200] ^= 1), ErrorKind::Session),
        (|writer, _| spoil(&writer.dir().join("session.json"), |bytes| bytes[20] ^= 1), ErrorKind::Session),
        (
            |writer, _| {
                let receipt = writer.record().consent.as_ref().unwrap().id.clone();
                fsio::remove_leftover(&writer.dir().join(format!("consent/{receipt}.json"))).unwrap();
            },
            ErrorKind::Session,
        ),
        (
            |writer, takes| spoil(&writer.dir().join(&takes[2].file), |bytes| bytes.push(0)),
            ErrorKind::Session,
        ),
        (
            |writer, takes| spoil(&writer.dir().join(&takes[2].file), |bytes| bytes[100] ^= 1),
            ErrorKind::Integrity,
        ),
    ];
    for (at, (change, kind)) in changes.into_iter().enumerate() {
        let error = made_after(change).unwrap_err();
        assert_eq!(error.kind(), kind, "{at}: {error}");
    }
}
