//! A feedback at home: thanks, what is read again before all else, and asked for no more once it was read.

use super::main_job::{record, sheet, speech};
use super::{Booth, Record, read_session};
use serde_json::Value;
use std::path::PathBuf;

/// The sessions of the folder, the latest last.
fn sessions(booth: &Booth) -> Vec<PathBuf> {
    let mut dirs: Vec<PathBuf> = std::fs::read_dir(booth.path("recordings"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("session.json").exists())
        .collect();
    dirs.sort();
    dirs
}

/// The prompts of the events of a kind, in all journals.
fn prompts(booth: &Booth, event: &str) -> Vec<String> {
    let lines = sessions(booth).into_iter().flat_map(|dir| read_session(&dir).1);
    lines
        .filter(|line| line["event"] == event)
        .map(|line| line["prompt"].as_str().unwrap().to_owned())
        .collect()
}

fn again(booth: &Booth, more: &[&str]) -> super::Run {
    // Another reading, or it would be a copy of the first.
    let device = speech(booth, 77);
    let record = Record::from(&device)
        .set("--locale", "en-US")
        .set("--speaker", "spk1")
        .set("--room-check", "0.3")
        .with(&["--about", "gender=robot"])
        .with(more);
    booth.record(&record.auto())
}

#[test]
fn what_is_asked_for_is_read_first_and_once_and_the_person_is_thanked() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    booth.write("ears.tsv", "prompt\treason\nmusic-stop\tend-cut\n");
    let _ = booth.run(&["feedback", "spk1", "--again", "ears.tsv"]).exits(0);
    let run = again(&booth, &[]).exits(0);
    for words in
        ["Taken so far: 2.", "Please read again: 1,", "Once more, please: Somebody was still speaking"]
    {
        assert!(run.err.contains(words), "{words} is missing in:\n{}", run.err);
    }
    assert_eq!(prompts(&booth, "asked"), ["music-stop"]);
    let taken = prompts(&booth, "take");
    assert_eq!((taken.len(), taken.iter().filter(|prompt| *prompt == "music-stop").count()), (4, 2));
    let asked = sessions(&booth)
        .into_iter()
        .flat_map(|dir| read_session(&dir).1)
        .find(|line| line["event"] == "asked");
    assert_eq!(asked.unwrap()["reasons"], serde_json::json!(["end-cut"]));

    // It was read: it is thanked for, and not asked for again; and who collects sees that it was answered.
    let run = again(&booth, &[]).exits(0);
    assert!(
        run.err.contains("Nothing has to be read again.")
            || run.out.contains("Nothing has to be read again."),
        "{} {}",
        run.err,
        run.out
    );
    assert_eq!((prompts(&booth, "asked").len(), prompts(&booth, "take").len()), (1, 4));

    // Once more, and then it is for who collects to decide.
    for (name, times) in [("two.json", 2), ("three.json", 2)] {
        booth.write("ears.tsv", "prompt\nmusic-stop\n");
        let run = booth.run(&["feedback", "spk1", "--again", "ears.tsv", "--out", name]).exits(0);
        assert_eq!(run.out.contains("asked for 2 times"), name == "three.json", "{}", run.out);
        let _ = again(&booth, &["--feedback", name]).exits(0);
        assert_eq!(prompts(&booth, "asked").len(), times, "{name}");
    }
}

#[test]
fn what_cannot_be_gone_by_is_told() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.run(&["feedback", "spk1", "--out", "good.json"]).exits(0);
    let good: Value = serde_json::from_slice(&std::fs::read(booth.path("good.json")).unwrap()).unwrap();
    let mut other = good.clone();
    other["speaker"] = "spk2".into();
    let mut newer = good.clone();
    newer["schema"] = 2.into();
    let ask = |take: u64| {
        let mut bad = good.clone();
        let digest = "0".repeat(64);
        bad["again"] = serde_json::json!([{ "sheet": "tiny", "locale": "en-US", "prompt": "light-on", "repetition": 1, "text_sha256": digest,
            "session": "20261124-054614-k3v9", "take": take, "reasons": ["noisy"] }]);
        bad.to_string()
    };
    for (bytes, code, words) in [
        (other.to_string(), 2, "for spk2, and spk1 is reading"),
        (newer.to_string(), 3, "schema 2"),
        (good.to_string().replacen('{', "{\"more\":1,", 1), 3, "more"),
        ("[".repeat(100_000), 3, "no feedback"),
        (String::new(), 3, "bad.json:1"),
        (ask(0), 3, "light-on"),
        (good.to_string().replace("\"taken\":3", &format!("\"taken\":{}", u64::MAX)), 3, "bad.json"),
        (ask(70_000), 3, "bad.json:1"),
    ] {
        booth.write("bad.json", &bytes);
        let run = again(&booth, &["--feedback", "bad.json"]).exits(code);
        let _ = run.says(&[words]);
    }
    let _ = again(&booth, &["--feedback", "nowhere.json"]).exits(3).says(&["nowhere.json"]);
    // One that nobody named is in nobody's way.
    booth.write("booth-feedback-spk1.json", "{");
    let run = again(&booth, &[]).exits(0);
    let _ = run.says(&["booth-feedback-spk1.json"]);
    // One of a prompt that is not there any more, or of another sheet, asks for nothing.
    booth.write("gone.json", ask(1).replace("light-on", "long-gone"));
    let run = again(&booth, &["--feedback", "gone.json"]).exits(0);
    let said = format!("{}{}", run.err, run.out);
    assert!(
        said.contains("no longer in the sheet: 1.") && !said.contains("Nothing has to be read"),
        "{said}"
    );
    assert_eq!(prompts(&booth, "asked"), Vec::<String>::new());
    // What a name in a file does to a terminal is nothing.
    booth.write("booth-feedback-spk1.json", "{\"\\u001b[2J\": 1}");
    let run = again(&booth, &[]).exits(0).says(&["booth-feedback-spk1.json"]);
    assert!(!run.err.contains('\u{1b}'), "{:?}", run.err);
}

#[test]
fn each_reading_of_a_prompt_is_asked_for_by_itself() {
    let booth = Booth::new();
    sheet(&booth);
    let path = booth.path("sheet/en-US.tsv");
    let text = std::fs::read_to_string(&path).unwrap();
    let thrice: Vec<String> = text
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split('\t').collect();
            if cells[0] == "music-stop" {
                cells[4] = "3";
            }
            cells.join("\t")
        })
        .collect();
    std::fs::write(&path, thrice.join("\n") + "\n").unwrap();
    record(&booth, "en-US", 1);
    // The file that speaks is the same each time, so that two of them are copies, which the checks reject.
    booth.write("ears.tsv", "utterance\nspk1-en-us-tiny-music-stop-1\n");
    let _ = booth.run(&["feedback", "spk1", "--again", "ears.tsv"]).exits(0);
    let run = again(&booth, &[]).exits(0);
    assert!(format!("{}{}", run.err, run.out).contains("Please read again: 3,"), "{}", run.err);
    let readings = |event: &str| -> Vec<u64> {
        let lines = sessions(&booth).into_iter().flat_map(|dir| read_session(&dir).1);
        let of = lines.filter(|line| line["event"] == event && line["prompt"] == "music-stop");
        of.map(|line| line["repetition"].as_u64().unwrap()).collect()
    };
    let mut taken = readings("take");
    taken.sort_unstable();
    assert_eq!((readings("asked"), taken), (vec![1, 2, 3], vec![1, 1, 2, 2, 3, 3]));
}

#[test]
fn what_is_asked_for_comes_before_what_was_never_read() {
    let booth = Booth::new();
    sheet(&booth);
    let _ = again(&booth, &["--limit", "2"]).exits(0);
    assert_eq!(prompts(&booth, "take"), ["alarm-one", "light-on"]);
    booth.write("ears.tsv", "prompt\nlight-on\n");
    let _ = booth.run(&["feedback", "spk1", "--again", "ears.tsv"]).exits(0);
    let _ = again(&booth, &["--limit", "1"]).exits(0);
    assert_eq!(prompts(&booth, "take"), ["alarm-one", "light-on", "light-on"]);
    // Whoever names prompts reads these alone.
    let _ = again(&booth, &["--again", "alarm-one"]).exits(0);
    assert_eq!(prompts(&booth, "take"), ["alarm-one", "light-on", "light-on", "alarm-one"]);
    let _ = again(&booth, &[]).exits(0);
    assert_eq!(prompts(&booth, "take").last().unwrap(), "music-stop");
}
