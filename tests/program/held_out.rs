//! `booth held-out`: what a published test set has is in no release, by its sound and by its words.

use super::main_job::{record, sheet};
use super::{Booth, LONE};
use std::fs;

#[test]
fn what_a_published_set_has_stops_a_release_and_is_left_out_of_it() {
    let booth = Booth::new();
    sheet(&booth);
    for speaker in 1..=3 {
        record(&booth, "en-US", speaker);
    }
    // The recording of a prompt is published under other words, without the silence around it.
    fs::create_dir_all(booth.path("theirs")).unwrap();
    fs::copy(booth.path("speech-1/light-on.wav"), booth.path("theirs/one.wav")).unwrap();
    booth.write("theirs/one.txt", "Entirely other words stand here for it.\n");
    let import = ["import", "theirs", "--locale", "en-US", "--speaker", "other", "--into", "published"];
    let _ = booth.run(&import).exits(0).says(&["note: without --consent-statement"]);
    let list = ["held-out", "published", "--out", "theirs.held-out", "--name", "A set"];
    let run = booth.run(&[&list[..], &["--json"]].concat()).exits(0).json();
    assert_eq!(
        (&run[0]["texts"], &run[0]["sounds"], &run[0]["short_sounds"]),
        (&1.into(), &1.into(), &0.into())
    );
    let _ = booth.run(&list).exits(5).says(&["theirs.held-out"]);

    let pack = ["pack", "recordings", "--held-out", "theirs.held-out", "--out"];
    let words =
        ["1 take of published test sets", "its sound is in `A set`, theirs.held-out:3", "--without-held-out"];
    let _ = booth.run(&[&pack[..], &["ours"]].concat()).exits(1).says(&words);
    assert!(!booth.path("ours").exists() && !booth.path("recordings/splits.lock").exists());
    let _ = booth.run(&[&pack[..], &["ours", "--without-held-out"]].concat()).exits(0);
    let rows = fs::read_to_string(booth.path("ours/catalogue.jsonl")).unwrap();
    assert!(rows.lines().count() == 8 && !rows.contains("\"spk1-en-us-tiny-light-on-1\""), "{rows}");
    let verify = ["verify", "ours", "--held-out", "theirs.held-out"];
    let _ = booth.run(&verify).exits(0).says(&["PASS", "held against test sets when it was made: A set"]);
    // Of a corpus that was not held against it, it is told afterwards.
    let _ = booth.run(&["pack", "recordings", "--out", "careless"]).exits(0);
    let run = booth.run(&["verify", "careless", "--held-out", "theirs.held-out"]).exits(1).says(&["REJECT"]);
    assert!(run.out.contains("[held-out]") && run.out.contains("light-on"), "{}", run.out);

    // A list of a corpus, which the project names: its words, whoever reads them.
    let _ = booth.run(&["held-out", "careless", "--out", "careless.held-out"]).exits(0).says(&["DONE"]);
    booth.write("booth.toml", "schema = 1\n[release]\nheld_out = [\"careless.held-out\"]\n");
    record(&booth, "en-US", 4);
    let all = ["pack", "recordings", "--out", "more", "--without-held-out"];
    let run = booth.run(&all).exits(1).says(&["Project: ", "no take can be packed"]);
    assert!(run.out.contains("published test set"), "{}", run.out);
}

#[test]
fn what_is_no_source_and_no_list_is_refused_with_what_to_do() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.run(&["held-out", "sheet", "--out", "x.held-out"]).exits(3).says(&["booth import DIR"]);
    let _ = booth.run(&["held-out", "nowhere", "--out", "x.held-out"]).exits(3).says(&["no such folder"]);
    assert!(!booth.path("x.held-out").exists());
    booth.write("bad.held-out", "{}\n");
    let pack = ["pack", "recordings", "--out", "corpus", "--held-out"];
    let bad = booth.run(&[&pack[..], &["bad.held-out"]].concat()).exits(1);
    let _ = bad.says(&["bad.held-out:1", "booth held-out"]);
    let _ = booth.run(&[&pack[..], &["none.held-out"]].concat()).exits(3).says(&["none.held-out"]);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
}
