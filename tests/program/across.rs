//! What takes say about each other, by the real program: copies, changes within a session, stored measurements.

use super::voice::Voice;
use super::{Booth, tree};
use serde_json::Value;
use std::fs;

/// Twelve prompts, and a recording of each by one voice; `peak` is that of the later half.
fn record(booth: &Booth, peak: f64) {
    booth.write(
        "sheet/sheet.toml",
        "id = \"dozen\"\nversion = \"1.0.0\"\ntitle = \"Twelve requests\"\nlicence = \"CC0-1.0\"\nsource = \"Written for a check\"\n\n\
         [instructions]\nen-US = \"Read aloud.\"\n",
    );
    let mut rows = "id\ttext\tintent\tdomain\trepeat\thint\n".to_owned();
    for n in 0..12 {
        rows.push_str(&format!(
            "p{n:02}\tTurn on lamp {} in room {} please.\t\t\t\t\n",
            LAMPS[n],
            LAMPS[11 - n]
        ));
        let peak = if n < 6 { 0.4 } else { peak };
        let voice = Voice { seed: n as u64, peak, ..Voice::default() };
        voice.write(&booth.path(&format!("speech/p{n:02}.wav")));
    }
    booth.write("sheet/en-US.tsv", rows);
    let args = ["record", "sheet", "--locale", "en-US", "--speaker", "anna", "--device", "file:speech"];
    let more = ["--file-speed", "30", "--yes", "--about", "gender=robot", "--room-check", "0.3", "--auto"];
    booth.run(&[&args[..], &more[..]].concat()).exits(0);
}

const LAMPS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

fn takes(rows: &[Value]) -> &[Value] {
    &rows[..rows.len() - 1]
}

fn has(row: &Value, id: &str) -> bool {
    row["findings"].as_array().unwrap().iter().any(|finding| finding["id"] == id)
}

#[test]
fn takes_judged_from_the_journal_are_judged_as_their_audio_is_and_need_none() {
    let booth = Booth::new();
    record(&booth, 0.4);
    let whole = booth.run(&["check", "--json"]).exits(0).json();
    let stored = booth.run(&["check", "--json", "--rejudge"]).exits(0).json();
    assert_eq!(takes(&whole), takes(&stored));
    let mut summary = stored.last().unwrap().clone();
    assert_eq!((&summary["rejudged"], &summary["lacking_metrics"]), (&true.into(), &0.into()));
    summary["rejudged"] = false.into();
    assert_eq!(&summary, whole.last().unwrap());

    let before = tree(&booth.path("recordings"));
    for path in before.keys().filter(|path| path.ends_with(".wav")) {
        fs::remove_file(booth.path("recordings").join(path)).unwrap();
    }
    booth.run(&["check"]).exits(1);
    for threads in ["1", "3"] {
        let again = booth.run(&["check", "--json", "--rejudge", "--threads", threads]).exits(0).json();
        assert_eq!(again, stored);
    }
    let strict = ["check", "--rejudge", "--json", "--set", "noisy.reject_db=90", "--set", "noisy.warn_db=95"];
    let rejected = booth.run(&strict).exits(1).json();
    assert!(takes(&rejected).iter().all(|row| row["verdict"] == "reject" && has(row, "noisy")));
    booth.run(&["check", "--rejudge", "--report", "report"]).exits(0);
    assert!(booth.path("report/index.html").exists());
}

#[test]
fn a_record_of_an_older_version_is_judged_on_what_is_there_and_said_to_be_old() {
    let booth = Booth::new();
    record(&booth, 0.4);
    let journal = tree(&booth.path("recordings")).into_iter().find(|(path, _)| path.ends_with("takes.jsonl"));
    let (path, bytes) = journal.unwrap();
    let mut cut = String::new();
    let mut left = 3;
    for line in String::from_utf8(bytes).unwrap().lines() {
        let mut entry: Value = serde_json::from_str(line).unwrap();
        if entry["event"] == "take" && left > 0 {
            left -= 1;
            entry["measurements"].as_object_mut().unwrap().remove("snr_db");
        }
        cut.push_str(&format!("{entry}\n"));
    }
    booth.write(&format!("recordings/{path}"), cut);
    let strict = ["check", "--rejudge", "--json", "--set", "noisy.reject_db=90", "--set", "noisy.warn_db=95"];
    let rows =
        booth.run(&strict).exits(1).says(&["3 takes lack metrics", "`booth check` measures again"]).json();
    assert_eq!(rows.last().unwrap()["lacking_metrics"], 3);
    assert_eq!(takes(&rows).iter().filter(|row| has(row, "noisy")).count(), 9);
    let plain = booth.path("speech/p00.wav");
    booth.run(&["check", "--rejudge", plain.to_str().unwrap()]).exits(2).says(&["leave out --rejudge"]);
}

#[test]
fn the_same_recording_under_two_prompts_is_named_with_both() {
    let booth = Booth::new();
    booth.write("clips/a.txt", "Turn on the lamp in here.\n");
    booth.write("clips/b.txt", "Stop the music right now.\n");
    booth.write("clips/c.txt", "Turn on the lamp in here.\n");
    booth.write("clips/d.txt", "Wake me at seven tomorrow.\n");
    Voice { seed: 4, ..Voice::default() }.write(&booth.path("clips/a.wav"));
    fs::copy(booth.path("clips/a.wav"), booth.path("clips/b.wav")).unwrap();
    Voice { seed: 4, peak: 0.1, ..Voice::default() }.write(&booth.path("clips/c.wav"));
    Voice { seed: 9, ..Voice::default() }.write(&booth.path("clips/d.wav"));
    for threads in ["1", "2", "5"] {
        let rows = booth.run(&["check", "clips", "--json", "--threads", threads]).exits(1).json();
        let b = &rows[1];
        assert!(has(b, "duplicate-exact") && b["measurements"]["exact_copy_of"] == "clips/a.wav", "{b}");
        assert_eq!((&b["copy_of"]["kind"], &b["copy_of"]["same_text"]), (&"exact".into(), &false.into()));
        let message = b["copy_of"]["message"].as_str().unwrap();
        for words in ["two prompts", "Stop the music right now.", "Turn on the lamp in here.", "clips/a.wav"]
        {
            assert!(message.contains(words), "{message}");
        }
        for row in [&rows[0], &rows[3]] {
            assert!(row["copy_of"].is_null() && !has(row, "duplicate-near"), "{row}");
        }
        let copies = &rows.last().unwrap()["copies"];
        assert_eq!((&copies["exact"], &copies["other_text"]), (&1.into(), &1.into()), "{copies}");
    }
    let told = booth.run(&["check", "clips"]).exits(1);
    assert!(told.out.contains("under two prompts"), "{}", told.out);
    // The same file named twice is no copy of itself.
    booth.run(&["check", "clips/d.wav", "clips/d.wav"]).exits(0);
}

#[test]
fn a_take_that_is_far_quieter_than_the_session_says_so_at_once_and_again() {
    let booth = Booth::new();
    record(&booth, 0.1);
    for args in [&["check", "--json"][..], &["check", "--json", "--rejudge"]] {
        let rows = booth.run(args).exits(0).json();
        let changed: Vec<&str> = takes(&rows)
            .iter()
            .filter(|row| has(row, "level-changed"))
            .map(|row| row["prompt"].as_str().unwrap())
            .collect();
        assert!(changed.len() >= 3 && changed.iter().all(|prompt| *prompt >= "p06"), "{changed:?}");
    }
    // The verdict at once is the one of the journal.
    let journal = tree(&booth.path("recordings")).into_iter().find(|(path, _)| path.ends_with("takes.jsonl"));
    let journal = String::from_utf8(journal.unwrap().1).unwrap();
    assert!(journal.contains("\"level-changed\""));
}
