//! `booth ingest`: bundles of many homes become one collection, and nothing else does.

use super::main_job::{record, sheet};
use super::{Booth, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// A home with recordings of a speaker in these languages.
fn home(speaker: u64, locales: &[&str]) -> Booth {
    let booth = Booth::new();
    sheet(&booth);
    for locale in locales {
        record(&booth, locale, speaker);
    }
    booth
}

/// Hands in all that is new, and returns the files.
fn hand_in(home: &Booth, out: &str, more: &[&str]) -> Vec<PathBuf> {
    let _ = home.run(&[&["bundle", "--out", out], more].concat()).exits(0);
    tree(&home.path(out)).into_keys().map(|name| home.path(out).join(name)).collect()
}

/// The arguments that name these files.
fn ingest<'a>(files: &'a [PathBuf], more: &[&'a str]) -> Vec<&'a str> {
    let files = files.iter().map(|path| path.to_str().unwrap());
    ["ingest"].into_iter().chain(files).chain(more.iter().copied()).collect()
}

/// The files of the sessions in a folder, without what belongs to the folder.
fn sessions(booth: &Booth) -> BTreeMap<String, Vec<u8>> {
    let mut tree = tree(&booth.path("recordings"));
    let is_theirs =
        |name: &str| name.contains('/') && !name.starts_with('.') && !name.starts_with("quarantine/");
    tree.retain(|name, _| is_theirs(name));
    tree
}

#[test]
fn bundles_of_two_homes_in_parts_make_a_collection_that_packs_to_the_same_bytes() {
    let (anna, ben, manager) = (home(1, &["en-US", "de-DE"]), home(2, &["en-US"]), Booth::new());
    let mut files = hand_in(&anna, "out", &["--part", "65536"]);
    let count = files.len();
    assert!(count > 2, "{files:?}");
    files.extend(hand_in(&ben, "out", &[]));
    // Shuffled, and one of them twice.
    files.reverse();
    files.push(files[2].clone());
    let dry = manager.run(&ingest(&files, &["--dry-run"])).exits(0).says(&["nothing was done"]);
    assert!(!manager.path("recordings").exists() && dry.out.contains("missing"), "{}", dry.out);
    let run = manager.run(&ingest(&files, &["--json"])).exits(0).json();
    let parts = run.iter().filter(|row| row["type"] == "part").count();
    assert_eq!(parts, count, "all but the last of them, and one again");
    let summary = run.last().unwrap();
    assert_eq!((&summary["type"], &summary["bundles"]), (&"summary".into(), &2.into()));
    for row in run.iter().filter(|row| row["type"] != "part") {
        for counts in [&row["sessions"], &row["takes"]] {
            let sum: u64 = ["new", "known", "withdrawn", "refused"]
                .iter()
                .map(|name| counts[name].as_u64().unwrap())
                .sum();
            assert_eq!(counts["sent"], sum, "{row}");
        }
    }
    assert_eq!((&summary["sessions"]["new"], &summary["takes"]["new"]), (&3.into(), &9.into()));
    let mut originals = sessions(&anna);
    originals.extend(sessions(&ben));
    assert!(sessions(&manager) == originals);
    // The same release comes of it.
    let originally = Booth::new();
    for (name, bytes) in &originals {
        originally.write(&format!("recordings/{name}"), bytes);
    }
    let note = "2 speakers cannot fill three splits";
    for booth in [&manager, &originally] {
        let _ = booth.run(&["check", "--quiet"]).exits(0);
        let _ = booth.pack("corpus", &[]).says(&[note, note]);
    }
    assert!(tree(&manager.path("corpus")) == tree(&originally.path("corpus")));
    // Once more, nothing changes.
    let again = manager.run(&ingest(&files, &[])).exits(0);
    assert!(
        again.out.contains("9 takes: 9 known") || again.out.contains("6 takes: 6 known"),
        "{}",
        again.out
    );
    assert!(sessions(&manager) == originals);
}

#[test]
fn what_cannot_be_taken_in_is_told_and_all_else_is() {
    let (anna, manager) = (home(1, &["en-US"]), Booth::new());
    let good = hand_in(&anna, "out", &[]).remove(0);
    let mut bytes = fs::read(&good).unwrap();
    let last = bytes.len() - 3_000;
    bytes[last] ^= 1;
    let bad = manager.write("mail/bad.tar", bytes);
    let text = manager.write("mail/hello.txt", "hello");
    let folder = manager.path("mail");
    let none = manager.path("none.tar");
    let files = [none, bad.clone(), folder, text, good.clone()];
    let run = manager.run(&ingest(&files, &[])).exits(3).says(&["REJECT", "2 that cannot be read"]);
    for words in [
        "none.tar: cannot be read",
        "mail: cannot be read",
        "[digest]",
        "[not-a-bundle]",
        "kept in",
        "3 takes: 3 new",
    ] {
        assert!(run.out.contains(words), "{words} is missing in {}", run.out);
    }
    assert!(sessions(&manager) == sessions(&anna));
    let before = tree(&manager.path("recordings"));
    let quarantine = || before.keys().filter(|name| name.starts_with("quarantine/")).count();
    assert_eq!(quarantine(), 4);
    let run = manager.run(&ingest(std::slice::from_ref(&bad), &["--json"])).exits(1).json();
    assert_eq!((&run[0]["refused"][0]["reason"], &run[1]["refused"]), (&"digest".into(), &1.into()));
    // No verb takes what is kept apart for recordings.
    let _ = manager.run(&["status"]).exits(0);
    let _ = manager.run(&["check", "--quiet"]).exits(0);
    let _ = manager.run(&["mine", "spk1", "--to", "mine"]).exits(0).says(&["DONE"]);
    let _ = manager.pack("corpus", &[]).says(&["1 speaker cannot fill three splits"]);
    // Somebody else is at work there.
    let held = fs::File::options().write(true).open(manager.path("recordings/.booth.lock")).unwrap();
    held.lock().unwrap();
    let _ = manager.run(&ingest(std::slice::from_ref(&good), &[])).exits(5).says(&["recordings"]);
    drop(held);
    let _ = manager.run(&["ingest"]).exits(2).says(&["<FILE>"]);
    // Withdrawn, nothing of it is left, also not of what was refused, and the bundle does not bring it back.
    let words = ["DONE  w-", "note: copies elsewhere", "Next: booth releases"];
    let _ = manager.run(&["withdraw", "spk1"]).exits(0).says(&words);
    let left = tree(&manager.path("recordings"));
    let names: Vec<&String> = left.keys().filter(|name| name.starts_with("quarantine/")).collect();
    assert_eq!(names.len(), 2, "of hello.txt alone: {names:?}");
    let run = manager.run(&ingest(&[good], &[])).exits(0);
    assert!(run.out.contains("3 takes: 3 withdrawn"), "{}", run.out);
    assert!(sessions(&manager).is_empty());
}

#[test]
fn what_is_taken_back_at_home_goes_here_by_the_command_that_is_told() {
    let (anna, manager) = (home(1, &["en-US"]), Booth::new());
    let first = hand_in(&anna, "one", &[]);
    let _ = manager.run(&ingest(&first, &[])).exits(0);
    let id = sessions(&anna).into_keys().next().unwrap().split('/').next().unwrap().to_owned();
    let what = format!("{id}/light-on_1");
    let _ = anna.run(&["withdraw", &what]).exits(0).says(&["DONE  w-", "note: copies elsewhere"]);
    let second = hand_in(&anna, "two", &[]);
    let run = manager.run(&ingest(&second, &[])).exits(1).says(&["REJECT"]);
    let command = format!("booth withdraw {what} recordings");
    assert!(run.out.contains(&format!("taken back at home: {command}")), "{}", run.out);
    let args: Vec<&str> = command.split(' ').skip(1).collect();
    let _ = manager.run(&args).exits(0).says(&["DONE  w-", "note: copies elsewhere"]);
    let _ = manager.run(&ingest(&second, &[])).exits(0);
    let both = [first, second].concat();
    let _ = manager.run(&ingest(&both, &[])).exits(0);
    assert!(!manager.path("recordings").join(&id).join("audio/light-on_1.wav").exists());
}
