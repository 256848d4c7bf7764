//! `booth diff`: what changed between two releases.

use super::main_job::{record, sheet};
use super::{Booth, LONE};
use serde_json::Value;

/// The release `old` of one speaker, and `new`, in which another one is there as well.
pub fn releases() -> Booth {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let formats = ["--format", "kaldi,parquet", "--min-verdict", "reject"];
    booth.pack("old", &[&formats[..], &["--version", "1.0.0"]].concat()).says(&[LONE]);
    record(&booth, "en-US", 2);
    let previous = ["--version", "1.1.0", "--previous", "old"];
    booth.pack("new", &[&formats[..], &previous].concat()).says(&["2 speakers cannot fill three splits"]);
    booth
}

#[test]
fn what_changed_is_told_to_people_and_to_programs() {
    let booth = releases();
    let run = booth.run(&["diff", "old", "new"]).exits(0).says(&["nothing moved"]);
    for words in
        ["Added: 3 utterances", "3 of new speakers: spk2-", "Same: 3 utterances", "1 came, 0 left, 0 moved"]
    {
        assert!(run.out.contains(words), "{words} is missing in:\n{}", run.out);
    }
    let run = booth.run(&["diff", "old", "new", "--changelog"]).exits(0);
    assert!(
        run.out.starts_with("## 1.1.0") && run.out.contains("\n### Added: 3 utterances, 0.00 h\n"),
        "{}",
        run.out
    );
    let rows = booth.run(&["diff", "old", "new", "--json"]).exits(0).json();
    let added: Vec<&Value> = rows.iter().filter(|row| row["type"] == "change").collect();
    assert_eq!(added.len(), 3);
    assert!(added.iter().all(|row| row["what"] == "added" && row["speaker"] == "spk2"));
    let summary = rows.last().unwrap();
    assert_eq!((&summary["same"]["utterances"], &summary["speakers_added"]), (&3.into(), &1.into()));
    // Since when an utterance is there stands in the catalogue.
    let catalogue = std::fs::read_to_string(booth.path("new/catalogue.jsonl")).unwrap();
    let since = |version: &str| catalogue.matches(&format!("\"since\":\"{version}\"")).count();
    assert_eq!((since("1.0.0"), since("1.1.0")), (3, 3));
}

#[test]
fn a_speaker_who_moved_fails() {
    let booth = releases();
    let lock = booth.path("new/splits.lock");
    let text = std::fs::read_to_string(&lock).unwrap();
    let moved = text.replacen(
        "\"speaker\":\"spk1\",\"split\":\"train\"",
        "\"speaker\":\"spk1\",\"split\":\"test\"",
        1,
    );
    assert_ne!(moved, text);
    std::fs::write(&lock, moved).unwrap();
    let run = booth.run(&["diff", "old", "new"]).exits(1);
    assert!(run.out.contains("which must never be: spk1"), "{}", run.out);
}

#[test]
fn what_is_no_corpus_and_a_file_that_is_there_are_refused() {
    let booth = releases();
    booth.run(&["diff", "old", "recordings"]).exits(3).says(&["this is no corpus"]);
    booth.write("delta", "x");
    let run = booth.run(&["diff", "old", "new", "--delta", "delta", "--quiet"]).exits(5);
    run.says(&["it is there already and is never overwritten"]);
    assert_eq!(std::fs::read(booth.path("delta")).unwrap(), b"x");
}
