//! `booth pack`: what is asked for is what is built, and what is in the way stays as it was.

use super::main_job::{record, sheet};
use super::{Booth, LONE, tree};

#[test]
fn a_plan_counts_what_a_build_then_holds() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let dry = booth.run(&["pack", "recordings", "--out", "corpus", "--dry-run", "--json"]).exits(0).json();
    assert!(!booth.path("corpus").exists());
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    let rows = std::fs::read_to_string(booth.path("corpus/catalogue.jsonl")).unwrap();
    assert_eq!(dry[0]["utterances"].as_u64(), Some(rows.lines().count() as u64));
}

#[test]
fn nothing_is_packed_over_what_is_there_or_out_of_nothing() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    let before = tree(&booth.path("corpus"));
    booth.run(&["pack", "recordings", "--out", "corpus"]).exits(5).says(&["corpus"]);
    assert!(tree(&booth.path("corpus")) == before);
    let strict = [
        "pack",
        "recordings",
        "--out",
        "none",
        "--limit-of",
        "noisy.reject_db=98",
        "--limit-of",
        "noisy.warn_db=99",
    ];
    booth.run(&strict).exits(3).says(&["no take can be packed", "--dry-run"]);
    assert!(!booth.path("none").exists());
}
