//! `booth status`: counts from the files, and what is wrong with them.

use super::main_job::{record, sheet};
use super::{Booth, LONE, REJUDGED, first_session, tree};

#[test]
fn the_counts_are_those_of_the_journals_and_of_what_is_left_to_read() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let rows = booth.run(&["status", "--prompts", "sheet", "--json"]).exits(0).json();
    let journal = tree(&booth.path("recordings")).into_iter().find(|(name, _)| name.ends_with("takes.jsonl"));
    let journal = String::from_utf8(journal.unwrap().1).unwrap();
    let events = |event: &str| journal.matches(&format!("\"event\":\"{event}\"")).count() as u64;
    let counts = &rows[0]["counts"];
    assert_eq!(
        (counts["takes"].as_u64(), counts["kept"].as_u64()),
        (Some(events("take")), Some(events("kept")))
    );
    assert_eq!(
        (&rows[0]["speaker"], &rows[0]["consent"], &counts["left"]),
        (&"spk1".into(), &"valid".into(), &0.into())
    );
    assert_eq!(rows.last().unwrap()["total"]["kept"], 3);
}

#[test]
fn an_invalid_consent_is_told_and_fails_here_and_in_a_check() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let text = tree(&booth.path("recordings")).into_keys().find(|name| name.ends_with("en-US.txt")).unwrap();
    booth.write(&format!("recordings/{text}"), "May we sell your voice?\n");
    let run = booth.run(&["status"]).exits(1);
    assert!(
        run.out.contains("consent invalid") && run.out.contains("not the one that was shown"),
        "{}",
        run.out
    );
    for verb in [&["status", "--json"][..], &["check", "--json"], &["check", "--rejudge", "--json"]] {
        let mut run = booth.run(verb).exits(1);
        if verb[0] == "check" {
            run = run.says(&["the consent is invalid: the text is not the one that was shown"]);
        }
        if verb.contains(&"--rejudge") {
            run = run.says(&[REJUDGED]);
        }
        let rows = run.json();
        let fault = rows.iter().find_map(|row| match row["type"].as_str() {
            Some("fault") => Some(row),
            Some("session") => Some(&row["faults"][0]),
            _ => None,
        });
        assert_eq!(fault.unwrap()["kind"], "consent", "{verb:?}");
    }
}

#[test]
fn a_missing_and_an_altered_take_are_found_and_fail() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let files = tree(&booth.path("recordings"));
    let audio: Vec<&String> = files.keys().filter(|name| name.ends_with(".wav")).collect();
    std::fs::remove_file(booth.path("recordings").join(audio[0])).unwrap();
    let mut bytes = files[audio[1]].clone();
    *bytes.last_mut().unwrap() ^= 1;
    booth.write(&format!("recordings/{}", audio[1]), bytes);
    let total = |more: &[&str]| {
        let rows = booth.run(&[&["status", "--json"], more].concat()).exits(1).json();
        let total = rows.last().unwrap()["total"].clone();
        (total["missing"].as_u64().unwrap(), total["altered"].as_u64().unwrap())
    };
    // Only a deep look reads the bytes.
    assert_eq!((total(&[]), total(&["--deep"])), ((1, 0), (1, 1)));
    booth.run(&["status", "nowhere"]).exits(3).says(&["no such folder of recordings"]);
}

#[test]
fn a_session_that_lost_its_record_is_named_by_every_verb_and_stops_only_a_release() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    std::fs::remove_file(first_session(&booth).join("session.json")).unwrap();
    record(&booth, "de-DE", 2);
    let told = "no session.json";
    let run = booth.run(&["status"]).exits(1);
    assert!(run.out.contains(told) && run.out.contains("1 session"), "{}", run.out);
    booth.run(&["check"]).exits(1).says(&[told, "REJECT"]);
    let rows = booth.run(&["check", "--rejudge", "--json"]).exits(1).says(&[told, REJUDGED]).json();
    assert!(rows.iter().any(|row| row["type"] == "fault" && row["kind"] == "unreadable"));
    let recogniser = ["transcribe", "recordings", "--asr-command", "sh -c 'echo words' {wav}", "--json"];
    let rows = booth.run(&recogniser).exits(1).says(&[told]).json();
    assert_eq!(rows.iter().filter(|row| row["type"] == "transcript").count(), 3);
    booth.run(&["pack", "recordings", "--out", "corpus"]).exits(3).says(&[told, "--without-broken"]);
    assert!(!booth.path("corpus").exists());
    let _ = booth.pack("corpus", &["--without-broken", "--min-verdict", "reject"]).says(&[told, LONE]);
    let card = std::fs::read_to_string(booth.path("corpus/README.md")).unwrap();
    assert!(card.contains("1 session could not be read"), "{card}");
}
