//! `booth score`: what a recogniser heard against a corpus that was packed.

use super::main_job::{record, sheet};
use super::{Booth, LONE};
use serde_json::Value;

fn booth() -> Booth {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    booth
}

const FEW: &str = "fewer than 5 speakers";

/// What was heard in the three prompts: all right; one word of five another one and a slot missed; nothing.
fn heard(booth: &Booth) {
    booth.write(
        "heard.jsonl",
        "{\"id\":\"spk1-en-us-tiny-light-on-1\",\"text\":\"turn on the lamb now\",\"intent\":\"music_stop\",\"slots\":[]}\n\
         {\"audio_filepath\":\"audio/spk1-en-us-tiny-alarm-one-1.wav\",\"text\":\"not this\",\"pred_text\":\"wake me at seven please\",\
         \"intent\":\"alarm_set\",\"slots\":[{\"name\":\"time\",\"value\":\"Seven\"}]}\n",
    );
}

fn of<'a>(rows: &'a [Value], by: &str, value: &str) -> &'a Value {
    rows.iter().find(|row| row["type"] == "score" && row["by"] == by && row["value"] == value).unwrap()
}

#[test]
fn a_packed_corpus_is_scored_for_people_and_for_programs() {
    let booth = booth();
    heard(&booth);
    let args = ["score", "corpus", "--hypotheses", "heard.jsonl"];
    let run = booth.run(&[&args[..], &["--json"]].concat()).exits(0);
    let rows = run.json();
    let all = of(&rows, "all", "");
    // By hand: of 5 + 5 + 5 words one is another and five are lost; two of three sentences; one of three intents; one slot of two.
    assert_eq!(all["measures"]["wer"]["value"], 0.4);
    assert_eq!(all["measures"]["ser"]["value"], 0.6667);
    assert_eq!(all["measures"]["intent_accuracy"]["value"], 0.3333);
    assert_eq!(all["measures"]["slot_f1"]["value"], 0.6667);
    assert_eq!(all["drawn"], "utterances");
    assert_eq!(of(&rows, "gender", "robot")["counts"]["missing"], 1);
    let summary = rows.last().unwrap();
    assert_eq!((&summary["utterances"], &summary["missing"]), (&3.into(), &1.into()));
    let run = booth.run(&args).exits(0).says(&[FEW, "--partial"]);
    for words in ["3 utterances of 1 speaker, 1 without a line", "word error rate", "40.0 %", "lamp", "lamb"]
    {
        assert!(run.out.contains(words), "{words} is missing in:\n{}", run.out);
    }
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{}", run.out);
    let run = booth.run(&[&args[..], &["--partial", "--by", "intent"]].concat()).exits(0).says(&[FEW]);
    assert!(run.out.contains("1 without a line left out"), "{}", run.out);
    let table = run.out.split("\n\n").nth(1).unwrap();
    let groups: Vec<&str> = table.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(groups, ["intent", "home_on", "alarm_set"], "the worst first:\n{}", run.out);
}

#[test]
fn lines_that_do_not_count_are_told_and_fail() {
    let booth = booth();
    heard(&booth);
    let good = std::fs::read_to_string(booth.path("heard.jsonl")).unwrap();
    booth.write("bad.jsonl", format!("{good}{{\n{{\"id\":\"nobody\",\"text\":\"x\"}}\n{good}"));
    let args = ["score", "corpus", "--hypotheses", "bad.jsonl"];
    let run = booth.run(&args).exits(1);
    let words = [
        "bad.jsonl:3: [line]",
        "bad.jsonl:4: [unknown]",
        "bad.jsonl:5: [twice]",
        "bad.jsonl:6",
        "4 lines",
        FEW,
        "--partial",
    ];
    let _ = run.says(&words);
    let rows = booth.run(&[&args[..], &["--json"]].concat()).exits(1);
    let _ = rows.json().iter().find(|row| row["type"] == "finding" && row["id"] == "twice").unwrap();
    assert_eq!(rows.json().last().unwrap()["findings"], 4);
}

#[test]
fn what_cannot_be_scored_is_an_error() {
    let booth = booth();
    booth.write("other.txt", "nobody\tx\n");
    booth.write("list.json", "[]");
    let score = |corpus: &str, file: &str, more: &[&str], code: i32, words: &[&str]| {
        let args = [&["score", corpus, "--hypotheses", file], more].concat();
        let _ = booth.run(&args).exits(code).says(words);
    };
    score("corpus", "other.txt", &[], 3, &["no line names an utterance", "[unknown]"]);
    score("corpus", "list.json", &[], 3, &["one JSON object a line", "list.json:1"]);
    score("corpus", "none.json", &[], 3, &["none.json"]);
    score("recordings", "other.txt", &[], 3, &["this is no corpus"]);
    score("corpus", "other.txt", &["--split", "all"], 2, &["train, dev and test are allowed"]);
    score("corpus", "other.txt", &["--by", "room"], 2, &["locale"]);
}
