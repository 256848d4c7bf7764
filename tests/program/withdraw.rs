//! `booth withdraw`: what is taken back is gone, stays away, and leaves all else as it was.

use super::main_job::{record, sheet, speech};
use super::{Booth, LONE, Record, tree};
use std::fs;
use std::path::Path;

/// What is said when a withdrawal is done.
const DONE: [&str; 2] = ["DONE  w-", "note: copies elsewhere"];

/// The folders of the sessions of a speaker.
fn sessions(booth: &Booth, speaker: &str) -> Vec<String> {
    let mark = format!("\"id\": \"{speaker}\"");
    let all = tree(&booth.path("recordings"));
    let is_theirs = |(name, bytes): &(&String, &Vec<u8>)| {
        name.ends_with("session.json") && String::from_utf8_lossy(bytes).contains(&mark)
    };
    all.iter().filter(is_theirs).map(|(name, _)| name.trim_end_matches("/session.json").to_owned()).collect()
}

/// Whether a text stands anywhere in a folder, in names and in bytes, but in the accounts of what is gone.
fn is_in(dir: &Path, text: &str) -> Vec<String> {
    let has = |bytes: &[u8]| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    let accounts = ["withdrawn.jsonl", "releases.jsonl", "splits.lock"];
    let found = tree(dir).into_iter().filter(|(name, bytes)| name.contains(text) || has(bytes));
    found.map(|(name, _)| name).filter(|name| !accounts.contains(&name.as_str())).collect()
}

/// The code on the copy of the receipt of a speaker.
fn code(booth: &Booth, speaker: &str) -> String {
    let copies = tree(&booth.path("receipts"));
    let (_, copy) = copies.iter().find(|(name, _)| name.starts_with(speaker)).unwrap();
    let copy = String::from_utf8_lossy(copy).into_owned();
    copy.lines().find_map(|line| line.strip_prefix("Withdrawal code")).unwrap().trim().to_owned()
}

#[test]
fn a_speaker_who_takes_all_back_leaves_nothing_and_others_lose_nothing() {
    let booth = Booth::new();
    sheet(&booth);
    for speaker in 1..=3 {
        record(&booth, "en-US", speaker);
    }
    let before = tree(&booth.path("recordings"));
    let id = sessions(&booth, "spk2").remove(0);
    // A report on them lies among the recordings.
    let _ = booth.run(&["check", "--report", "recordings/report", "--quiet"]).exits(0);
    let dry = booth.run(&["withdraw", "spk2", "--dry-run"]).exits(0);
    assert!(dry.out.contains("all of 3 takes in 1 session of spk2"), "{}", dry.out);
    assert!(!booth.path("recordings/withdrawn.jsonl").exists());

    let wrong = ["withdraw", "spk2", "--code", "0000-0000-0000-0000"];
    let _ = booth.run(&wrong).exits(1).says(&["the code is not that of any receipt"]);
    let code = code(&booth, "spk2");
    let run = booth.run(&["withdraw", "spk2", "--code", &code, "--json"]).exits(0).json();
    assert_eq!(
        (&run[0]["type"], &run[0]["by"], &run[0]["takes"]),
        (&"withdrawal".into(), &"code".into(), &3.into())
    );
    let (kind, deleted, others) = (&run[1]["type"], &run[1]["sessions"], &run[1]["others"]);
    assert_eq!((kind, deleted, others), (&"gone".into(), &1.into(), &1.into()));
    assert!(run[1]["places"].as_u64().unwrap() > 10 && run[1]["found"].as_array().unwrap().is_empty());
    assert_eq!(is_in(&booth.path("recordings"), &id), Vec::<String>::new());
    let stays =
        |name: &&String| ![&id, "report/", ".booth.lock"].iter().any(|start| name.starts_with(*start));
    for name in before.keys().filter(stays) {
        assert_eq!(before[name], fs::read(booth.path("recordings").join(name)).unwrap(), "{name}");
    }
    let receipts = tree(&booth.path("receipts"));
    let (_, letter) = receipts.iter().find(|(name, _)| name.starts_with("withdrawn-spk2-w-")).unwrap();
    let letter = String::from_utf8_lossy(letter);
    assert!(letter.contains("You took back everything") && letter.contains("recordings: 3"), "{letter}");

    let _ = booth.run(&["status"]).exits(0);
    let _ = booth.run(&["check", "--quiet"]).exits(0);
    let _ = booth.pack("corpus", &[]).says(&["2 speakers cannot fill three splits"]);
    assert_eq!(is_in(&booth.path("corpus"), "spk2-"), Vec::<String>::new());
    let _ = booth.run(&["withdraw", "spk2"]).exits(2).says(&["it was withdrawn on"]);
    // Put back from somewhere, it stays out of every release; consented to anew, it is in.
    for (name, bytes) in before.iter().filter(|(name, _)| name.starts_with(&id)) {
        booth.write(&format!("recordings/{name}"), bytes);
    }
    let run = booth
        .run(&["pack", "recordings", "--out", "x", "--dry-run"])
        .exits(0)
        .says(&["cannot fill three splits"]);
    assert!(run.out.contains("the person took it back"), "{}", run.out);
    fs::remove_dir_all(booth.path("recordings").join(&id)).unwrap();
    record(&booth, "en-US", 2);
    let _ = booth.pack("with", &[]).says(&["no speaker is in dev", "3 speakers and none in dev"]);
    assert!(!is_in(&booth.path("with"), "spk2-").is_empty());
}

#[test]
fn a_take_goes_out_of_a_session_that_is_recorded_on_and_its_reading_comes_again() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let id = sessions(&booth, "spk1").remove(0);
    let import =
        format!("{{\"audio_filepath\": \"{id}/audio/light-on_1.wav\", \"pred_text\": \"a planted word\"}}\n");
    booth.write("heard.jsonl", import);
    let _ = booth.run(&["transcribe", "--import", "heard.jsonl", "--quiet"]);
    for wrong in ["spk1/", "a b", "spk1/light-on", "/light-on_1"] {
        let _ = booth.run(&["withdraw", wrong]).exits(2).says(&["names nothing that can be withdrawn"]);
    }
    let take = format!("{id}/light-on_1");
    let _ = booth.run(&["withdraw", &format!("{id}/light-on_7")]).exits(2).says(&["nothing of that name"]);
    let _ = booth.run(&["withdraw", "nobody"]).exits(2).says(&["booth status"]);
    let _ = booth.run(&["withdraw", "spk1", "--scope", "fame"]).exits(2).says(&["`fame` is no scope"]);
    let _ = booth.run(&["withdraw", "spk1", "nowhere"]).exits(3).says(&["no such folder"]);
    let _ = booth.run(&["withdraw", &take]).exits(0).says(&DONE);
    let session = booth.path("recordings").join(&id);
    assert!(!session.join("audio/light-on_1.wav").exists());
    for text in ["light-on_1", "Turn on the lamp now."] {
        assert_eq!(is_in(&booth.path("recordings"), text), Vec::<String>::new());
    }
    let status = booth.run(&["status", "--prompts", "sheet", "--json"]).exits(0).json();
    let of = status.iter().find(|line| line["type"] == "session").unwrap();
    assert_eq!((&of["counts"]["kept"], &of["faults"]), (&2.into(), &serde_json::json!([])), "{of}");
    let _ = booth.run(&["check", "--quiet"]).exits(0);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    // The reading comes again in the same session, under a number of its own.
    let device = speech(&booth, 1);
    let again = Record::from(&device).set("--speaker", "spk1").set("--room-check", "0.3").auto();
    booth.record(&again).exits(0);
    assert_eq!(sessions(&booth, "spk1"), std::slice::from_ref(&id));
    assert!(session.join("audio/light-on_2.wav").exists());
    let _ = booth.pack("again", &[]).says(&[LONE]);
    assert_eq!(fs::read_to_string(booth.path("again/catalogue.jsonl")).unwrap().lines().count(), 3);
}

#[test]
fn a_use_that_is_taken_back_keeps_the_recordings_and_leaves_them_out_of_releases_for_it() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    record(&booth, "en-US", 2);
    let lone = "2 speakers cannot fill three splits";
    let _ = booth.pack("one", &["--version", "1.0.0", "--name", "Tiny"]).says(&[lone]);
    let before = tree(&booth.path("recordings"));
    let run =
        booth.run(&["withdraw", "spk1", "--scope", "asr"]).exits(0).says(&DONE).says(&["--holding spk1"]);
    assert!(run.out.contains("the use `asr` of 3 takes"), "{}", run.out);
    let after = tree(&booth.path("recordings"));
    let is_same = |(name, bytes): (&String, &Vec<u8>)| name.starts_with('.') || after[name] == *bytes;
    assert!(before.iter().all(is_same), "nothing is deleted");
    let run = booth.run(&["pack", "recordings", "--out", "x", "--dry-run"]).exits(0).says(&[LONE]);
    assert!(run.out.contains("`asr` was taken back"), "{}", run.out);
    let more = ["--version", "1.1.0", "--name", "Tiny"];
    let _ = booth.pack("corpus", &more).says(&[LONE, "3 utterances of earlier releases were withdrawn"]);
    assert_eq!(is_in(&booth.path("corpus"), "spk1-"), ["withdrawn.tsv"]);
    let list = fs::read_to_string(booth.path("corpus/withdrawn.tsv")).unwrap();
    assert!(list.lines().count() == 4 && list.contains("spk1-en-us-tiny-light-on-1\t1.1.0\n"), "{list}");
    // A single take may be kept out of a use as well, by the person alone.
    let id = sessions(&booth, "spk2").remove(0);
    let take = format!("{id}/light-on_1");
    let code = code(&booth, "spk2");
    let _ = booth
        .run(&["withdraw", &take, "--scope", "asr", "--code", &code])
        .exits(0)
        .says(&DONE)
        .says(&["--holding"]);
    let _ = booth.pack("less", &["--name", "Other"]).says(&[LONE]);
    assert_eq!(fs::read_to_string(booth.path("less/catalogue.jsonl")).unwrap().lines().count(), 2);
}

#[test]
fn a_release_tells_what_was_withdrawn_and_a_holder_deletes_exactly_that() {
    let booth = Booth::new();
    sheet(&booth);
    for speaker in 1..=3 {
        record(&booth, "en-US", speaker);
    }
    let formats = ["--format", "kaldi,parquet,webdataset", "--embed", "flac", "--name", "Tiny"];
    let _ = booth.pack("one", &[&["--version", "1.0.0"], &formats[..]].concat());
    assert!(!booth.path("one/withdrawn.tsv").exists());
    let first = sessions(&booth, "spk3").remove(0);
    let run = booth
        .run(&["withdraw", "spk2"])
        .exits(0)
        .says(&DONE)
        .says(&["Next: booth releases recordings --holding spk2"]);
    assert!(run.out.contains("in the release Tiny 1.0.0"), "{}", run.out);
    let _ = booth
        .run(&["withdraw", &format!("{first}/music-stop_1")])
        .exits(0)
        .says(&DONE)
        .says(&["--holding spk3"]);
    let told = ["4 utterances of earlier releases were withdrawn", "2 speakers cannot fill"];
    let _ = booth.pack("two", &[&["--version", "1.1.0"], &formats[..]].concat()).says(&told);
    let list = fs::read_to_string(booth.path("two/withdrawn.tsv")).unwrap();
    let expected = "id\tfirst_without\nspk2-en-us-tiny-alarm-one-1\t1.1.0\nspk2-en-us-tiny-light-on-1\t1.1.0\n\
                    spk2-en-us-tiny-music-stop-1\t1.1.0\nspk3-en-us-tiny-music-stop-1\t1.1.0\n";
    assert_eq!(list, expected);
    // The splits of those who stay are as they were.
    let lock = |dir: &str| fs::read_to_string(booth.path(&format!("{dir}/splits.lock"))).unwrap();
    let place = |lock: String, speaker| {
        let line = lock.lines().find(|line| line.contains(speaker)).unwrap().to_owned();
        line.split("\"state\"").next().unwrap().to_owned()
    };
    for speaker in ["spk1", "spk2", "spk3"] {
        assert_eq!(place(lock("one"), speaker), place(lock("two"), speaker));
    }

    // Before it is applied, the list finds what is still there; afterwards the gaps are those of the list and no others.
    let verify = ["verify", "one", "--withdrawn", "two/withdrawn.tsv"];
    let run = booth.run(&verify).exits(1).says(&["REJECT"]);
    assert!(
        run.out.contains("light-on-1 is withdrawn, and still there") && run.out.contains("and 1 more"),
        "{}",
        run.out
    );
    let _ =
        booth.run(&["withdraw", "two", "--apply", "two/withdrawn.tsv"]).exits(2).says(&["ships the list"]);
    let apply = ["withdraw", "one", "--apply", "two/withdrawn.tsv"];
    let _ = booth.run(&apply).exits(0).says(&["4 utterances deleted, 5 left"]);
    let run = booth.run(&["verify", "one"]).exits(1).says(&["REJECT"]);
    assert!(run.out.contains("[withdrawn]") && run.out.contains("--withdrawn"), "{}", run.out);
    let _ = booth.run(&verify).exits(0).says(&["PASS", "5 utterances"]);
    let _ = booth.run(&apply).exits(0).says(&["0 utterances deleted, 5 left; 4"]);
    let rows = fs::read_to_string(booth.path("one/catalogue.jsonl")).unwrap();
    assert!(!rows.contains("spk2") && rows.lines().count() == 5);
    assert!(!tree(&booth.path("one")).keys().any(|name| name.contains("spk2-")));
    // One gap more than the list has, and one file less.
    booth.write("short.tsv", list.lines().take(4).fold(String::new(), |all, line| all + line + "\n"));
    let run = booth.run(&["verify", "one", "--withdrawn", "short.tsv"]).exits(1).says(&["REJECT"]);
    assert!(run.out.contains("spk3-en-us-tiny-music-stop-1 was taken out of the release"), "{}", run.out);
    fs::remove_file(booth.path("one/audio/en-US/spk1/spk1-en-us-tiny-light-on-1.wav")).unwrap();
    let run = booth.run(&verify).exits(1).says(&["REJECT"]);
    assert!(run.out.contains("spk1-en-us-tiny-light-on-1"), "{}", run.out);
    booth.write("bad.tsv", "id\n");
    let _ = booth.run(&["verify", "one", "--withdrawn", "bad.tsv"]).exits(3).says(&["bad.tsv"]);
    let _ = booth.run(&["withdraw", "one", "--apply", "bad.tsv"]).exits(3).says(&["bad.tsv"]);
    let _ = booth.run(&apply).exits(1).says(&["the release is not whole"]);
    // In the third release the list says the same.
    let _ = booth.pack("three", &[&["--version", "1.2.0"], &formats[..]].concat()).says(&told);
    assert_eq!(fs::read_to_string(booth.path("three/withdrawn.tsv")).unwrap(), list);
}

#[test]
fn what_was_cut_short_is_brought_to_its_end_by_the_next_verb() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    record(&booth, "en-US", 2);
    let id = sessions(&booth, "spk1").remove(0);
    let before = tree(&booth.path("recordings"));
    let _ = booth.run(&["withdraw", "spk1"]).exits(0).says(&DONE);
    // As it was when the tombstone was written and the machine stopped.
    for (name, bytes) in before.iter().filter(|(name, _)| name.starts_with(&id)) {
        booth.write(&format!("recordings/{name}"), bytes);
    }
    let path = booth.path("recordings/withdrawn.jsonl");
    let lines = fs::read_to_string(&path).unwrap();
    let (planned, _) = lines.split_once('\n').unwrap();
    fs::write(&path, format!("{planned}\n{{\"state\":\"do")).unwrap();
    booth.run(&["check", "--quiet"]).exits(0).quiet();
    assert_eq!(is_in(&booth.path("recordings"), &id), Vec::<String>::new());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.ends_with("}\n") && text.contains("\"state\":\"done\""), "{text}");
    // Somebody else's copy among the recordings is told, and nothing counts as gone.
    let again = booth.path("recordings/copy.txt");
    fs::write(&path, format!("{planned}\n")).unwrap();
    fs::write(&again, &id).unwrap();
    let run = booth.run(&["pack", "recordings", "--out", "corpus"]).exits(0);
    let _ = run.says(&["something is still there: recordings/copy.txt", LONE]);
    fs::remove_file(&again).unwrap();
    let _ = booth.run(&["pack", "recordings", "--out", "more"]).exits(0).says(&["is at its end now", LONE]);
}
