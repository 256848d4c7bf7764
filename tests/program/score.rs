//! `booth score`: what a recogniser heard against a corpus that was packed.

use super::main_job::{record, sheet, speech};
use super::{Booth, LONE, Record};
use serde_json::Value;
use std::fs;

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

/// Where and with what somebody read is said once, is in session and rows, and tells results apart.
#[test]
fn results_are_told_apart_by_room_distance_and_device() {
    let booth = Booth::new();
    sheet(&booth);
    booth.write(
        "booth.toml",
        "schema = 1\n[surroundings]\nroom = \"kitchen\"\ndistance = \"1.5m\"\nmicrophone = \"array\"\n",
    );
    let said = ["Project: "];
    let near = ["--room", "car", "--distance", "30cm"];
    for (speaker, more) in [(1, &[][..]), (2, &near)] {
        let device = speech(&booth, speaker);
        let record = Record::from(&device).set("--speaker", &format!("spk{speaker}"));
        let record = record.set("--room-check", "0.3").with(more).auto();
        // The first sitting is said how to go on, and the next one goes on in the same session.
        let run = booth.record(&record.clone().with(&["--limit", "1"])).exits(0);
        let flags = "--room car --distance 0.3m";
        assert_eq!(
            run.out.contains(flags) || run.err.contains(flags),
            speaker == 2,
            "{}{}",
            run.out,
            run.err
        );
        let _ = run.says(&said);
        booth.record(&record).exits(0).says(&said);
    }
    let sessions = fs::read_dir(booth.path("recordings")).unwrap();
    let sessions = sessions.filter(|entry| entry.as_ref().unwrap().path().join("session.json").exists());
    assert_eq!(sessions.count(), 2);
    let _ = booth.pack("corpus", &[]).says(&["2 speakers cannot fill three splits", said[0]]);
    booth.write("heard.txt", "spk1-en-us-tiny-light-on-1\tturn on the lamp now\n");
    let args = ["score", "corpus", "--hypotheses", "heard.txt", "--by", "room,distance,device", "--json"];
    let rows = booth.run(&args).exits(0).json();
    let groups: Vec<(&str, &str, f64)> = rows
        .iter()
        .filter(|row| row["type"] == "score" && row["by"] != "all")
        .map(|row| {
            let wer = row["measures"]["wer"]["value"].as_f64().unwrap();
            (row["by"].as_str().unwrap(), row["value"].as_str().unwrap(), wer)
        })
        .collect();
    // Of 15 words ten are lost, and all of the other speaker's.
    let far = 0.6667;
    let wanted = [
        ("room", "car", 1.0),
        ("room", "kitchen", far),
        ("distance", "0.3 m", 1.0),
        ("distance", "1.5 m", far),
        // Of both, since the second speaker said nothing else of it.
        ("device", "array", 0.8333),
    ];
    assert_eq!(groups, wanted);
    let refused = Record::from("file:speech-1").with(&["--distance", "far"]).auto();
    booth.record(&refused).exits(2).says(&["whole centimetres or metres"]);
    let name = Record::from("file:speech-1").with(&["--room", "Anna's room"]).auto();
    booth.record(&name).exits(2).says(&["label"]);
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
    score("corpus", "other.txt", &["--by", "weather"], 2, &["locale"]);
}
