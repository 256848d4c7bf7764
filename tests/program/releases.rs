//! `booth releases`: which release holds whom, and who is to be told.

use super::Booth;
use super::main_job::{record, sheet};

#[test]
fn releases_are_written_down_with_whom_they_hold_and_who_got_them() {
    let booth = Booth::new();
    sheet(&booth);
    let _ = booth.run(&["releases"]).exits(0).says(&["there is no release"]);
    record(&booth, "en-US", 1);
    let _ = booth.pack("one", &["--version", "1.0.0", "--name", "Tiny"]).says(&[super::LONE]);
    record(&booth, "en-US", 2);
    let lone = "2 speakers cannot fill";
    let _ = booth.pack("two", &["--version", "1.1.0", "--name", "Tiny"]).says(&[lone]);
    let add =
        ["releases", "--add-holder", "A University", "--contact", "lab@example.org", "--release", "1.1.0"];
    let _ = booth.run(&add).exits(0).says(&["DONE"]);
    let _ = booth
        .run(&["releases", "--add-holder", "X", "--release", "9.9.9"])
        .exits(2)
        .says(&["no release `9.9.9`"]);
    let _ = booth.run(&["releases", "--add-holder", "X"]).exits(2).says(&["--release"]);
    let run = booth.run(&["releases"]).exits(0);
    assert!(run.out.contains("Tiny 1.0.0  asr  3 utterances, 1 speaker"), "{}", run.out);
    assert!(run.out.contains("  A University, lab@example.org"), "{}", run.out);
    let run = booth.run(&["releases", "--holding", "spk2", "--json"]).exits(0).json();
    assert_eq!(run.len(), 1);
    assert_eq!((&run[0]["version"], &run[0]["held"]), (&"1.1.0".into(), &3.into()));
    assert_eq!(run[0]["holders"][0]["holder"], "A University");
    // Made again, it is the same release.
    let _ = booth.pack("again", &["--version", "1.1.0", "--name", "Tiny"]).says(&[lone]);
    assert_eq!(booth.run(&["releases", "--json"]).exits(0).json().len(), 2);
    booth.write("recordings/releases.jsonl", "[]\n");
    let _ = booth.run(&["releases"]).exits(3).says(&["releases.jsonl:1", "restore the file"]);
    let pack = ["pack", "recordings", "--out", "none"];
    let _ = booth.run(&pack).exits(3).says(&["releases.jsonl:1"]);
    assert!(!booth.path("none").exists());
}
