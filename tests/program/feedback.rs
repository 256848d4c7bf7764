//! `booth feedback`: what was taken and what to read again, from the checks and from who listened.

use super::Booth;
use super::main_job::{record, sheet};
use serde_json::{Value, json};

fn file(booth: &Booth, name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(booth.path(name)).unwrap()).unwrap()
}

#[test]
fn a_person_is_told_what_was_taken_and_what_to_read_again_and_why() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    record(&booth, "en-US", 2);
    let run = booth.run(&["feedback", "spk1"]).exits(0).says(&["booth-feedback-spk1.json", "lays it beside"]);
    assert!(run.out.starts_with("spk1: 3 takes taken, 0 prompts to read again"), "{}", run.out);
    let good = file(&booth, "booth-feedback-spk1.json");
    assert_eq!((&good["taken"], &good["again"], &good["language"]), (&json!(3), &json!([]), &json!("en-US")));
    assert!(good["words"].as_array().unwrap().iter().any(|line| line == "Nothing has to be read again."));
    let _ = booth.run(&["feedback", "spk1"]).exits(5).says(&["booth-feedback-spk1.json"]);

    // Who listened asks for one, with a reason, and for another without.
    booth.write("ears.tsv", "prompt\treason\nmusic-stop\tother-words\nlight-on\t\n");
    let _ = booth.run(&["feedback", "spk1", "--again", "ears.tsv", "--out", "x"]).exits(3).says(&[
        "ears.tsv:2:2",
        "other-words",
        "booth checks",
    ]);
    assert!(!booth.path("x").exists());
    booth.write("ears.tsv", "prompt\treason\nmusic-stop\tend-cut\nlight-on\t\n");
    let _ = booth
        .run(&["feedback", "spk1", "--again", "ears.tsv", "--out", "ears.json"])
        .exits(0)
        .says(&["DONE"]);
    let ears = file(&booth, "ears.json");
    let asked: Vec<(&str, &str)> = ears["again"]
        .as_array()
        .unwrap()
        .iter()
        .map(|ask| (ask["prompt"].as_str().unwrap(), ask["reasons"][0].as_str().unwrap()))
        .collect();
    assert_eq!(asked.len(), 2);
    assert!(
        asked.contains(&("music-stop", "end-cut")) && asked.contains(&("light-on", "heard")),
        "{asked:?}"
    );
    let words = ears["words"].to_string();
    assert!(words.contains("Somebody was still speaking when the recording ended."), "{words}");
    assert!(words.contains("Somebody listened to it"), "{words}");
    booth.write("ears.tsv", "prompt\nnobody-read-it\n");
    let _ = booth
        .run(&["feedback", "spk1", "--again", "ears.tsv", "--out", "x"])
        .exits(3)
        .says(&["ears.tsv:2", "no kept take"]);

    // The checks, under the limits of the project.
    let strict = [
        "--limit-of",
        "noisy.reject_db=98",
        "--limit-of",
        "noisy.warn_db=99",
        "--out",
        "strict.json",
        "--json",
    ];
    let run = booth.run(&[&["feedback", "spk1"][..], &strict].concat()).exits(0).json();
    assert_eq!((run.len(), &run[0]["type"], &run[0]["reasons"]), (4, &json!("ask"), &json!(["noisy"])));
    assert_eq!(
        (&run[3]["type"], &run[3]["taken"], &run[3]["again"]),
        (&json!("summary"), &json!(0), &json!(3))
    );
    let strict = file(&booth, "strict.json");
    let shown: Vec<Value> = strict["again"].as_array().unwrap().clone();
    for (row, ask) in run.iter().zip(&shown) {
        let mut row = row.clone();
        row.as_object_mut().unwrap().retain(|key, _| key != "schema" && key != "type");
        assert_eq!(row, *ask);
    }
    let _ = booth.run(&["feedback", "spk9"]).exits(2).says(&["spk9", "booth status"]);
    let _ = booth.run(&["feedback", "spk1", "nowhere", "--out", "x"]).exits(3).says(&["no such folder"]);
}
