//! Recordings of former formats are read, checked and packed as they were by the Booth that made them.

use super::{Booth, tree};
use booth::digest::Sha256;
use booth::quality::{Overrides, judging_sha256, limits_sha256};
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
    let policy = |rows: &[Value]| -> Sha256 {
        rows.last().unwrap()["policy_sha256"].as_str().unwrap().parse().unwrap()
    };
    let (policy_now, policy_then) = (policy(&now), policy(&then));
    now.last_mut().unwrap()["policy_sha256"] = policy_then.to_string().into();
    assert_eq!(now.len(), then.len());
    for (at, (now, then)) in now.iter().zip(&then).enumerate() {
        has_all_of(now, then, &format!("line {}", at + 1));
    }
    let packing = booth.pack("corpus", &["--name", "old", "--min-verdict", "reject"]);
    let _ = packing.says(&[OFF, "were judged by limits of their own"]);
    // Two of its files name the hash of those limits and of the sessions' own.
    let session = &before["20240305-020531-2x26pbuv/session.json"];
    let session: Value = serde_json::from_slice(session).unwrap();
    let own: Overrides = serde_json::from_value(session["sheet"]["policy"].clone()).unwrap();
    let judging = |policy| judging_sha256(policy, [limits_sha256(&own)]).to_string();
    let read = |name: &str| fs::read_to_string(booth.path(&format!("corpus/{name}"))).unwrap();
    let mut changed = vec![(judging(policy_now), judging(policy_then))];
    let mut sums = read("SHA256SUMS");
    // In this order: the card names the hash of the other.
    for name in ["corpus.json", "README.md"] {
        let text = read(name);
        let former = changed.iter().fold(text.clone(), |text, (now, then)| text.replace(now, then));
        changed.push((Sha256::of(&text).to_string(), Sha256::of(&former).to_string()));
    }
    for (now, then) in &changed {
        sums = sums.replace(now, then);
    }
    assert_eq!(sums, fixture("SHA256SUMS"));
    // Nothing but the lock of the splits was written beside the recordings.
    let mut after = tree(&booth.path("recordings"));
    after.remove("splits.lock");
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
