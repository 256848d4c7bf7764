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
    booth.run(&strict).exits(1).says(&["no take can be packed", "--dry-run"]);
    assert!(!booth.path("none").exists());
    // As the dry run does, and for programs each take has its reason.
    booth.run(&[&strict[..], &["--dry-run"]].concat()).exits(1);
    let run = booth.run(&[&strict[..], &["--json"]].concat()).exits(1).says(&["\"exit\":1"]);
    let reasons: Vec<_> = run.json().iter().map(|row| row["reason"].as_str().unwrap().to_owned()).collect();
    assert_eq!(reasons, ["verdict", "verdict", "verdict"]);
}

/// Gives the receipt of the only session other moments, in the record and in its copy.
fn set_moments(booth: &Booth, answered: &str, expires: &str) {
    let files = tree(&booth.path("recordings"));
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".json")) {
        let mut file: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        let receipt = if name.ends_with("session.json") { &mut file["consent"] } else { &mut file };
        receipt["asked"] = answered.into();
        receipt["answered"] = answered.into();
        receipt["expires"] = expires.into();
        booth.write(&format!("recordings/{name}"), serde_json::to_vec_pretty(&file).unwrap());
    }
}

#[test]
fn a_date_that_is_given_dates_the_corpus_and_makes_no_consent_valid() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let pack = |out: &str, seconds: &str| {
        let args = ["pack", "recordings", "--out", out, "--json"];
        super::Run::of(&args, booth.command(&args).env("SOURCE_DATE_EPOCH", seconds).output().unwrap())
    };
    // A consent of today, and a date on which it was not given: the date is of the corpus alone.
    let run = pack("corpus", "1000000000").exits(0);
    let head = std::fs::read_to_string(booth.path("corpus/corpus.json")).unwrap();
    assert!(head.contains("\"date\": \"2001-09-09\""), "{head}");
    let judged = run.json().last().unwrap()["consent_judged_at"].as_str().unwrap().to_owned();
    assert!(judged.as_str() > "2026" && !head.contains(&judged[..10]), "{judged}");
    // A consent that held on the date, and has ended.
    set_moments(&booth, "2001-01-01T00:00:00.000Z", "2006-01-01T00:00:00.000Z");
    let run = pack("ended", "1000000000").exits(1).says(&["no take can be packed"]);
    assert!(run.json().iter().all(|row| row["reason"] == "consent-expired"), "{}", run.out);
    assert!(!booth.path("ended").exists());
    // One that is yet to come, and a date on which it will have been given.
    set_moments(&booth, "9000-01-01T00:00:00.000Z", "9005-01-01T00:00:00.000Z");
    let run = pack("later", "221845392000").exits(1).says(&["no take can be packed"]);
    let rows = run.json();
    assert!(rows.iter().all(|row| row["reason"] == "consent-invalid"), "{}", run.out);
    assert!(rows[0]["detail"].as_str().unwrap().contains("yet to come"), "{}", run.out);
}
