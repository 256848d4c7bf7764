//! A bit that flips in a record or a journal: it is told, or nothing that is read is other than before.
//!
//! `BOOTH_HOSTILE=long` flips each bit there is; without, a share of them.

use super::main_job::{sheet, speech};
use super::{Booth, LONE, Record, first_session};
use booth::recordings::{JournalLine, SessionRecord, SessionView, TakeView};
use std::fs;
use std::path::Path;

/// Flips in the short form, of each file.
const SHARE: usize = 1500;

/// A session with takes that were kept, redone and skipped, and a line that a crash tore.
fn session(booth: &Booth) -> std::path::PathBuf {
    sheet(booth);
    let device = speech(booth, 1);
    booth.run_with(&Record::from(&device).args(), "\n\n\nr\n\n\ns door bell rang\nq\n").exits(0);
    let session = first_session(booth);
    let journal = fs::read(session.join("takes.jsonl")).unwrap();
    fs::write(session.join("takes.jsonl"), [&journal[..], b"{\"v\":2,\"seq\":99,\"event\":\"ke"].concat())
        .unwrap();
    booth.run_with(&Record::from(&device).args(), "q\n").exits(0);
    session
}

/// All that a session tells.
fn read(session: &Path) -> booth::Result<(SessionRecord, Vec<JournalLine>, Vec<TakeView>, bool)> {
    let view = SessionView::open(session)?;
    let broken = view.broken().is_some();
    Ok((view.record().clone(), view.lines().to_vec(), view.takes().to_vec(), broken))
}

#[test]
fn every_flipped_bit_of_record_and_journal_is_told_or_changes_nothing_that_is_read() {
    let booth = Booth::new();
    let session = session(&booth);
    let before = read(&session).unwrap();
    assert!(!before.3 && before.2.len() == 3);
    let long = std::env::var("BOOTH_HOSTILE").is_ok_and(|form| form == "long");
    let (mut told, mut same) = (0, 0);
    for name in ["session.json", "takes.jsonl"] {
        let path = session.join(name);
        let bytes = fs::read(&path).unwrap();
        let bits = 8 * bytes.len();
        // An odd step comes to each place in a byte; the end of a file has the most cases of its own.
        let step = if long { 1 } else { (bits / SHARE) | 1 };
        for bit in (0..bits).filter(|bit| bit % step == 0 || bit + 400 > bits) {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            fs::write(&path, &flipped).unwrap();
            match read(&session) {
                Ok((record, lines, takes, false)) => {
                    let equal = (&record, &lines, &takes) == (&before.0, &before.1, &before.2);
                    assert!(equal, "bit {bit} of {name} changes what is read, and nothing tells it");
                    same += 1;
                }
                _ => told += 1,
            }
        }
        fs::write(&path, &bytes).unwrap();
    }
    // What is not told is in the line that a crash tore.
    assert!(told + same >= 2000 && same < told / 20, "{told} told, {same} without effect");
}

#[test]
fn all_verbs_tell_it_and_nothing_of_the_session_is_packed() {
    let booth = Booth::new();
    let session = session(&booth);
    super::main_job::record(&booth, "de-DE", 2);
    let (record, journal) = (session.join("session.json"), session.join("takes.jsonl"));
    let pack = ["pack", "recordings", "--out", "corpus"];
    for (from, to) in [("\"kept\"", "\"kgpt\""), ("alarm_set", "alarm_sed"), ("snr_db", "snr_dc")] {
        let good = fs::read_to_string(&journal).unwrap();
        let at = good.lines().position(|line| line.contains(from)).unwrap() + 1;
        fs::write(&journal, good.replacen(from, to, 1)).unwrap();
        let status = booth.run(&["status", "--json"]).exits(1).json();
        let mut faults = status.iter().filter_map(|row| row["faults"].as_array()).flatten();
        let altered = faults.find(|fault| fault["kind"] == "line-altered").unwrap();
        assert_eq!(
            (altered["line"].as_u64(), &altered["severity"]),
            (Some(at as u64), &"reject".into()),
            "{from}"
        );
        let told =
            ["is not what was written", "line was torn", "is an event that this version does not know"];
        let named = if from == "\"kept\"" { &told[..] } else { &told[..2] };
        let _ = booth.run(&["check"]).exits(1).says(named);
        let place = format!("takes.jsonl: line {at}: ");
        let words = [place.as_str(), "is not what was written"];
        let _ = booth.run(&pack).exits(3).says(&words);
        let _ = booth.run(&[&pack[..], &["--dry-run"]].concat()).exits(3).says(&[words[0], words[1], LONE]);
        assert!(!booth.path("corpus").exists());
        let _ = booth.pack("corpus", &["--without-broken"]).says(&[words[0], words[1], LONE]);
        let catalogue = fs::read_to_string(booth.path("corpus/catalogue.jsonl")).unwrap();
        assert!(catalogue.lines().count() == 3 && !catalogue.contains("anna"), "{catalogue}");
        fs::remove_dir_all(booth.path("corpus")).unwrap();
        fs::write(&journal, good).unwrap();
    }
    let good = fs::read_to_string(&record).unwrap();
    fs::write(&record, good.replacen("\"CC0-1.0\"", "\"CC0-1.1\"", 1)).unwrap();
    let status = booth.run(&["status", "--json"]).exits(1).json();
    assert!(status.iter().any(|row| row["type"] == "unreadable"));
    for (args, code) in [(&["check"][..], 1), (&pack, 3)] {
        let _ = booth.run(args).exits(code).says(&["the session record is not what was written"]);
    }
    fs::write(&record, good).unwrap();
    booth.run(&["status"]).exits(0);
}

#[test]
fn another_record_is_told_by_the_journal() {
    let booth = Booth::new();
    let session = session(&booth);
    let journal = fs::read(session.join("takes.jsonl")).unwrap();
    fs::write(session.join("takes.jsonl"), "").unwrap();
    let (mut record, _) = super::read_session(&session);
    record["sheet"]["licence"] = "CC-BY-4.0".into();
    super::write_session(&session, &record, &[]);
    fs::write(session.join("takes.jsonl"), journal).unwrap();
    let run = booth.run(&["status"]).exits(1);
    assert!(
        run.out.contains("reject: the line, or what is before it, is not what was written"),
        "{}",
        run.out
    );
}

#[test]
fn a_sitting_goes_on_in_another_session_beside_one_that_was_changed() {
    let booth = Booth::new();
    let session = session(&booth);
    let journal = session.join("takes.jsonl");
    let changed = fs::read_to_string(&journal).unwrap().replacen("\"kept\"", "\"kgpt\"", 1);
    // Closed in order, and cut off, so that a start by anybody looks into it.
    for (speaker, journal_now, sessions) in
        [("anna", &changed[..], 2), ("berta", &changed[..changed.len() - 9], 3)]
    {
        fs::write(&journal, journal_now).unwrap();
        let run =
            booth.run_with(&Record::from("file:speech-1").set("--speaker", speaker).args(), "q\n").exits(0);
        let _ = run.says(&["One folder of recordings cannot be read, and stays as it is"]);
        assert_eq!(fs::read_to_string(&journal).unwrap(), journal_now);
        let rows = booth.run(&["status", "--json"]).exits(1).json();
        assert_eq!(rows.last().unwrap()["sessions"], sessions);
    }
}
