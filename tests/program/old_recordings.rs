//! Recordings of former formats are read, checked and packed as they were by the Booth that made them.

use super::{Booth, tree};
use serde_json::Value;
use std::fs;
use std::path::Path;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/schema-1");

fn recordings(booth: &Booth) {
    for (name, bytes) in tree(&Path::new(FIXTURE).join("recordings")) {
        booth.write(&format!("recordings/{name}"), bytes);
    }
}

fn fixture(name: &str) -> String {
    fs::read_to_string(Path::new(FIXTURE).join(name)).unwrap()
}

/// Asserts that `now` has all that `then` had; fields may have been added since.
#[track_caller]
fn has_all_of(now: &Value, then: &Value, at: &str) {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => {
            for (key, value) in then {
                let found = now.get(key).unwrap_or_else(|| panic!("{at}/{key} is gone"));
                has_all_of(found, value, &format!("{at}/{key}"));
            }
        }
        (Value::Array(now), Value::Array(then)) if now.len() == then.len() => {
            for (index, (now, then)) in now.iter().zip(then).enumerate() {
                has_all_of(now, then, &format!("{at}/{index}"));
            }
        }
        _ => assert_eq!(now, then, "{at}"),
    }
}

/// What is said of the sheet, which forgives a voice that is none.
const OFF: &str = "switches checks off for its own takes";

#[test]
fn schema_1_is_checked_and_packed_as_it_was() {
    let booth = Booth::new();
    recordings(&booth);
    let before = tree(&booth.path("recordings"));
    let run = booth.run(&["check", "--json"]).exits(1).says(&["the line was torn by a crash", OFF]);
    let mut then: Vec<Value> =
        fixture("check.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // 90 ms after the speech are no cut word any more: what stands there is judged.
    for row in &mut then {
        if let Some(reasons) = row.get_mut("reasons").and_then(Value::as_object_mut) {
            reasons.remove("end-cut");
        }
        if let Some(findings) = row.get_mut("findings").and_then(Value::as_array_mut) {
            findings.retain(|finding| finding["id"] != "end-cut");
        }
    }
    let mut now = run.json();
    // The fault that stderr names has a line of its own since, and the limits have one more, so that their hash is another.
    now.retain(|row| row["type"] != "fault");
    now.last_mut().unwrap()["policy_sha256"] = then.last().unwrap()["policy_sha256"].clone();
    assert_eq!(now.len(), then.len());
    for (at, (now, then)) in now.iter().zip(&then).enumerate() {
        has_all_of(now, then, &format!("line {}", at + 1));
    }
    let packing = booth.pack("corpus", &["--name", "old", "--min-verdict", "reject"]);
    let _ =
        packing.says(&[OFF, "were judged by limits of their own", "by an older version, which knew less"]);
    // Three of its files name the limits and what was found under them, and the card has drawings since.
    let of_audio_and_texts = |sums: &str| -> Vec<String> {
        let judged = ["README.md", "catalogue.jsonl", "corpus.json"];
        sums.lines()
            .filter(|line| !judged.iter().any(|name| line.ends_with(name)) && !line.contains("  card/"))
            .map(str::to_owned)
            .collect()
    };
    let sums = fs::read_to_string(booth.path("corpus/SHA256SUMS")).unwrap();
    assert_eq!(of_audio_and_texts(&sums), of_audio_and_texts(&fixture("SHA256SUMS")));
    // Nothing but the lock of the splits and the ledger of releases was written beside the recordings.
    let mut after = tree(&booth.path("recordings"));
    for written in ["splits.lock", "releases.jsonl"] {
        assert!(after.remove(written).is_some(), "{written}");
    }
    assert!(after == before);
}

#[test]
fn what_has_no_checksum_is_said_to_be_unproved() {
    let booth = Booth::new();
    recordings(&booth);
    let run = booth.run(&["status"]).exits(0);
    assert_eq!(run.out.matches("unproved: the record and ").count(), 3, "{}", run.out);
    let rows = booth.run(&["status", "--json"]).exits(0).json();
    let lines: usize = tree(&booth.path("recordings"))
        .iter()
        .filter(|(name, _)| name.ends_with("takes.jsonl"))
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap().lines().count())
        .sum();
    assert_eq!(rows.last().unwrap()["total"]["unproved"], lines);
    // Without one, an event that this version does not know may be a known one that was changed.
    let journal = booth.path("recordings/imported-583e085d7814642a/takes.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replacen("\"kept\"", "\"kgpt\"", 1)).unwrap();
    let run = booth.run(&["status"]).exits(0);
    assert!(run.out.contains("warn: `kgpt` is an event that this version does not know"), "{}", run.out);
}
