//! Sheets that deal: every reader other sentences, what is for evaluation only in test alone, and sessions of before as before.

use super::main_job::sheet;
use super::voice::Voice;
use super::{Booth, LONE, Record, read_session, tree};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

const VALUES: &str = "list\tvalue\ton\tpool\n\
    time\tseven\t-\t\ntime\thalf past nine\t-\t\ntime\tmidnight\t-\teval-only\ntime\ta quarter to six\t-\t\n\
    date\ttomorrow\ttomorrow\t\ndate\tMonday\ton [Monday]\t\ndate\tFriday\ton [Friday]\t\ndate\tSunday\ton [Sunday]\t\n";

/// Gives the sheet templates and values beside its three sentences.
fn deals(booth: &Booth) {
    let english = std::fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap();
    let mut lines: Vec<String> = english.lines().map(|line| format!("{line}\t")).collect();
    lines[0] = english.lines().next().unwrap().to_owned() + "\tpool";
    lines.push("wake-order\tWake me at {time} {date.on}.\talarm_set\talarm\t\t\t".to_owned());
    lines.push("wake-ask\tCan you wake me {date.on}?\talarm_set\talarm\t\t\teval-only".to_owned());
    booth.write("sheet/en-US.tsv", lines.join("\n") + "\n");
    booth.write("sheet/values/en-US.tsv", VALUES);
}

/// The devices of so many recordings, all of other voices.
fn voices(booth: &Booth, seed: u64, count: u64) -> Vec<String> {
    let voice = |at: u64| {
        let name = format!("voice-{seed}-{at}.wav");
        Voice { seed: seed * 1000 + at, ..Voice::default() }.write(&booth.path(&name));
        format!("file:{name}")
    };
    (0..count).map(voice).collect()
}

/// Reads `count` sentences of the sheet as `speaker`.
fn reads(booth: &Booth, speaker: &str, seed: u64, count: u64, more: &[&str]) {
    let voices = voices(booth, seed, count);
    let limit = count.to_string();
    let mut record = Record::from(&voices[0]).set("--speaker", speaker).auto();
    for voice in &voices[1..] {
        record = record.with(&["--device", voice]);
    }
    let record = record.with(&["--limit", &limit, "--attempts", "1", "--on-reject", "keep"]).with(more);
    booth.record(&record).exits(0).says(&[&format!("{count} reading")]);
}

/// The sessions of a speaker, in their order, each with its folder, its record and its journal.
fn sessions(booth: &Booth, speaker: &str) -> Vec<(PathBuf, Value, Vec<Value>)> {
    let dirs = std::fs::read_dir(booth.path("recordings")).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = dirs
        .filter(|dir| dir.join("session.json").exists())
        .map(|dir| {
            let (record, lines) = read_session(&dir);
            (dir, record, lines)
        })
        .filter(|(_, record, _)| record["speaker"]["id"] == speaker)
        .collect();
    found.sort_by_key(|(_, record, _)| record["created"].as_str().unwrap().to_owned());
    found
}

/// The words of the takes of a journal.
fn texts(lines: &[Value]) -> Vec<String> {
    let takes = lines.iter().filter(|line| line["event"] == "take");
    takes.map(|take| take["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_reader_is_dealt_sentences_of_their_own_and_goes_on_with_them() {
    let booth = Booth::new();
    sheet(&booth);
    deals(&booth);
    // The other language has no templates.
    booth.run(&["prompts", "check", "sheet"]).exits(0).says(&["0 faults, 2 warnings"]);
    reads(&booth, "anna", 1, 3, &["--deal", "5"]);
    let (_, record, _) = sessions(&booth, "anna").remove(0);
    let deal = record["deal"].as_array().unwrap().clone();
    assert_eq!(deal.len(), 5);
    // The rest of the deal, though the collection has grown meanwhile, and though another number is asked for.
    reads(&booth, "bert", 2, 4, &["--deal", "6"]);
    reads(&booth, "anna", 3, 2, &["--deal", "9"]);
    let of_anna = sessions(&booth, "anna");
    assert_eq!(of_anna.len(), 1);
    let dealt: Vec<&str> = deal.iter().map(|one| one["annotated"].as_str().unwrap()).collect();
    let plain = |text: &str| {
        text.replace("[time : ", "").replace("[date : ", "").replace("[device : ", "").replace(']', "")
    };
    assert_eq!(texts(&of_anna[0].2), dealt.iter().map(|text| plain(text)).collect::<Vec<_>>());
    let of_bert = &sessions(&booth, "bert")[0];
    assert_ne!(texts(&of_bert.2), texts(&of_anna[0].2)[..4]);
    // All of it is read: the next start deals what she has not read.
    reads(&booth, "anna", 4, 3, &["--deal", "5"]);
    let of_anna = sessions(&booth, "anna");
    assert_eq!(of_anna.len(), 2);
    let first: BTreeSet<String> = texts(&of_anna[0].2).into_iter().collect();
    assert!(texts(&of_anna[1].2).iter().all(|text| !first.contains(text)), "{of_anna:#?}");
    let status = booth.run(&["status", "--prompts", "sheet", "--json"]).exits(0).json();
    assert_eq!(status.last().unwrap()["total"]["left"], 2 + 2);
    assert_eq!(status.last().unwrap()["total"]["stale"], 0);
    // In the order of the sheet everybody reads the same: its sentences, and each template once.
    reads(&booth, "carl", 5, 4, &["--order", "sheet"]);
    let of_carl = texts(&sessions(&booth, "carl")[0].2);
    assert_eq!(
        of_carl[..3],
        ["Wake me at seven please.", "Turn on the lamp now.", "Stop the music in here."]
    );
    assert_eq!(of_carl[3], "Wake me at seven tomorrow.");
    let both = ["record", "sheet", "--locale", "en-US", "--order", "sheet", "--deal", "5"];
    booth.run(&both).exits(2).says(&["with another --order none are", "leave one of the two out"]);
}

#[test]
fn what_is_for_evaluation_only_is_packed_of_test_alone() {
    let booth = Booth::new();
    sheet(&booth);
    deals(&booth);
    let speakers = ["anna", "bert", "carl", "dora"];
    for (at, speaker) in (1..).zip(speakers) {
        reads(&booth, speaker, at, 8, &["--deal", "8"]);
    }
    booth.pack("corpus", &[]).exits(0);
    booth.run(&["verify", "corpus"]).exits(0);
    let rows: Vec<Value> = std::fs::read_to_string(booth.path("corpus/catalogue.jsonl"))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let of = |pool: &str| rows.iter().filter(|row| row["pool"] == pool).collect::<Vec<_>>();
    assert!(!of("eval-only").is_empty() && of("eval-only").iter().all(|row| row["split"] == "test"));
    // What the others read of it is left out, and said to be.
    let readings: usize = speakers
        .iter()
        .flat_map(|speaker| sessions(&booth, speaker))
        .flat_map(|(_, _, lines)| lines)
        .filter(|line| line["event"] == "take" && line["pool"] == "eval-only")
        .count();
    assert!(readings > of("eval-only").len());
    let head: Value =
        serde_json::from_str(&std::fs::read_to_string(booth.path("corpus/corpus.json")).unwrap()).unwrap();
    assert_eq!(head["refused"]["eval-only"], readings - of("eval-only").len());
    // Nobody in train or dev reads words that are for evaluation only.
    let reserved: BTreeSet<&str> =
        of("eval-only").iter().map(|row| row["normalised"].as_str().unwrap()).collect();
    let elsewhere = rows.iter().filter(|row| row["split"] != "test");
    assert!(elsewhere.clone().count() > 0);
    assert!(elsewhere.clone().all(|row| !reserved.contains(row["normalised"].as_str().unwrap())));
    // A row that is moved into the pool where it must not be is found, and so is one that is said to be everybody's.
    let path = booth.path("corpus/catalogue.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    let spoilt: Vec<String> = text
        .lines()
        .map(|line| {
            let in_train = line.contains("\"split\":\"train\"");
            if in_train { line.replace("\"pool\":null", "\"pool\":\"eval-only\"") } else { line.to_owned() }
        })
        .collect();
    std::fs::write(&path, spoilt.join("\n") + "\n").unwrap();
    let run = booth.run(&["verify", "corpus"]).exits(1);
    assert!(run.out.contains("is eval-only, and not in test"), "{}", run.out);
}

#[test]
fn a_session_of_the_former_sheet_goes_on_and_is_packed_as_before() {
    let booth = Booth::new();
    sheet(&booth);
    reads(&booth, "anna", 1, 1, &[]);
    let former = tree(&booth.path("sheet"));
    deals(&booth);
    let check = |booth: &Booth| {
        let rows = booth.run(&["check", "--json"]).exits(0).json();
        rows.into_iter().filter(|row| row["type"] == "take").collect::<Vec<_>>()
    };
    let before = check(&booth);
    // With the sheet of today another session begins.
    reads(&booth, "anna", 2, 1, &["--deal", "7"]);
    let of_anna = sessions(&booth, "anna");
    assert_eq!(of_anna.len(), 2);
    assert!(of_anna[0].1.get("deal").is_none() && of_anna[1].1["deal"].as_array().unwrap().len() == 7);
    // With the sheet as it was the former one goes on.
    std::fs::remove_dir_all(booth.path("sheet")).unwrap();
    for (name, bytes) in former {
        booth.write(&format!("sheet/{name}"), bytes);
    }
    // One of its sentences was dealt, and is read.
    reads(&booth, "anna", 3, 1, &[]);
    let of_anna = sessions(&booth, "anna");
    assert_eq!(of_anna.len(), 2);
    let read: BTreeSet<String> = of_anna.iter().flat_map(|(_, _, lines)| texts(lines)).collect();
    let all = ["Stop the music in here.", "Turn on the lamp now.", "Wake me at seven please."];
    assert_eq!(read, all.map(str::to_owned).into());
    // What was read of the former sheet is what it was.
    let after = check(&booth);
    let was = |rows: &[Value]| {
        let mut row = rows.iter().find(|row| row["path"] == before[0]["path"]).unwrap().clone();
        // How it compares with what the speaker read since.
        for relative in ["dur_ratio", "read_spread", "read_z"] {
            assert!(row["measurements"].as_object_mut().unwrap().remove(relative).is_some(), "{relative}");
        }
        row
    };
    assert_eq!(was(&after), was(&before));
    booth.pack("corpus", &[]).exits(0).says(&[LONE]);
    booth.run(&["verify", "corpus"]).exits(0);
}

#[test]
fn a_deal_that_was_changed_is_no_session_any_more() {
    let booth = Booth::new();
    sheet(&booth);
    deals(&booth);
    reads(&booth, "anna", 1, 1, &["--deal", "4"]);
    let (dir, ..) = sessions(&booth, "anna").remove(0);
    let path = dir.join("session.json");
    let record = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, record.replacen("\"annotated\": \"", "\"annotated\": \"Now ", 1)).unwrap();
    booth.run(&["check"]).exits(1).says(&["the session cannot be read"]);
}
