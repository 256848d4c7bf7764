//! `booth bundle`: all that was not handed in, in one file that others can read, and the same each time.

use super::main_job::{record, sheet};
use super::{Booth, tree};
use booth::digest::Sha256;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Reads a tar as any reader does: names and contents.
fn members(tar: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut members = BTreeMap::new();
    let mut at = 0;
    while tar[at] != 0 {
        let field = |from: usize, to: usize| {
            let bytes = tar[at + from..at + to].split(|&byte| byte == 0).next().unwrap();
            String::from_utf8(bytes.to_vec()).unwrap()
        };
        let size = usize::from_str_radix(&field(124, 136), 8).unwrap();
        // The one name that is too long for a header stands before it.
        let (name, start) = if tar[at + 156] == b'x' {
            let record = String::from_utf8_lossy(&tar[at + 512..at + 512 + size]).into_owned();
            at += 512 + size.next_multiple_of(512);
            (record.split_once(" path=").unwrap().1.trim_end().to_owned(), at + 512)
        } else {
            (field(0, 100), at + 512)
        };
        let size = usize::from_str_radix(std::str::from_utf8(&tar[at + 124..at + 135]).unwrap(), 8).unwrap();
        assert_eq!(tar[at + 156], b'0', "{name}");
        members.insert(name, tar[start..start + size].to_vec());
        at = start + size.next_multiple_of(512);
    }
    members
}

fn bundle_of(booth: &Booth, folder: &str, speaker: &str) -> (String, Vec<u8>) {
    let files = tree(&booth.path(folder));
    let mut found = files.into_iter().filter(|(name, _)| name.starts_with(&format!("booth-{speaker}-")));
    let one = found.next().unwrap();
    assert!(found.next().is_none());
    one
}

#[test]
fn a_bundle_has_all_that_is_new_and_is_a_bag_and_the_same_when_it_is_made_again() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    record(&booth, "en-US", 2);
    let run = booth.run(&["bundle", "--out", "out"]).exits(0).says(&["DONE", "booth ingest"]);
    assert!(run.out.contains("spk1: ") && run.out.contains("spk2: "), "{}", run.out);
    let (name, tar) = bundle_of(&booth, "out", "spk1");
    let members = members(&tar);
    // Every list of the bag holds.
    for (list, tags) in [("manifest-sha256.txt", false), ("tagmanifest-sha256.txt", true)] {
        let mut text = String::new();
        for (name, bytes) in &members {
            let is_payload = name.starts_with("data/");
            if name != "tagmanifest-sha256.txt" && is_payload != tags {
                writeln!(text, "{}  {name}", Sha256::of(bytes)).unwrap();
            }
        }
        assert_eq!(String::from_utf8_lossy(&members[list]), text);
    }
    // The code is of the list of lists, and its letters are those of the name.
    let digest = Sha256::of(&members["tagmanifest-sha256.txt"]);
    let code = booth::recordings::bundle::Code::of(&digest).to_string();
    assert!(name.contains(&code.replace('-', "").to_lowercase()) && run.err.contains(&code), "{code} {name}");
    // Records, journals and consents to the byte, and a FLAC for each take; nothing of the other, and no code to withdraw.
    let held = tree(&booth.path("recordings"));
    let mut takes = 0;
    for (name, bytes) in &held {
        let Some((session, file)) = name.split_once('/') else { continue };
        let is_theirs = held
            .get(&format!("{session}/session.json"))
            .is_some_and(|record| String::from_utf8_lossy(record).contains("\"id\": \"spk1\""));
        if file.ends_with(".wav") {
            assert_eq!(members.contains_key(&format!("data/{}", name.replace(".wav", ".flac"))), is_theirs);
            takes += usize::from(is_theirs);
        } else {
            assert_eq!(members.get(&format!("data/{name}")), Some(bytes).filter(|_| is_theirs), "{name}");
        }
    }
    assert_eq!(members.keys().filter(|name| name.contains("/audio/")).count(), takes);
    // Made again it is the same; and nothing is left to hand in.
    let _ = booth.run(&["bundle", "--since", "all", "--out", "again"]).exits(0);
    assert_eq!(bundle_of(&booth, "again", "spk1"), (name, tar));
    let run = booth.run(&["bundle", "--out", "more"]).exits(0).says(&["spk1: nothing", "spk2: nothing"]);
    assert!(run.out.is_empty() && !booth.path("more").exists());
    // What comes after goes alone, with the journal of its session.
    record(&booth, "de-DE", 1);
    let run = booth.run(&["bundle", "--out", "more", "--json"]).exits(0).json();
    assert_eq!(
        (&run[0]["speaker"], &run[0]["sessions"], &run[0]["since"]),
        (&"spk1".into(), &1.into(), &code.clone().into())
    );
    assert_eq!(run[1]["type"], "nothing-new");
    let run = booth.run(&["bundle", "--since", &code.to_lowercase(), "--speaker", "spk1", "-n", "--json"]);
    assert_eq!(run.exits(0).json()[0]["sessions"], 1);
    let _ = booth
        .run(&["bundle", "--since", "0000-0000", "--speaker", "spk1"])
        .exits(2)
        .says(&["0000-0000", &code]);
    let _ = booth.run(&["bundle", "--speaker", "nobody"]).exits(2).says(&["nobody", "spk1, spk2"]);
}

#[test]
fn parts_are_the_bundle_cut_up_and_go_on_where_they_were() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.run(&["bundle", "--out", "whole"]).exits(0);
    let (name, whole) = bundle_of(&booth, "whole", "spk1");
    let parts = ["bundle", "--since", "all", "--part", "65536", "--out", "parts"];
    let _ = booth.run(&parts).exits(0).says(&["all parts"]);
    let files = tree(&booth.path("parts"));
    let count = files.len();
    assert!(count > 2);
    let joined: Vec<u8> = (1..=count)
        .flat_map(|part| {
            let file = &files[&format!("{name}.part-{part}-of-{count}")];
            assert!(file.len() <= 65_536);
            let end = file.iter().position(|&byte| byte == b'\n').unwrap() + 1;
            let line: serde_json::Value = serde_json::from_slice(&file[..end]).unwrap();
            assert_eq!(line["sha256"], Sha256::of(&whole).to_string());
            assert_eq!(line["part_sha256"], Sha256::of(&file[end..]).to_string());
            file[end..].to_vec()
        })
        .collect();
    assert!(joined == whole);
    // One that is missing is made again, alone; one that is another's stays, and is told.
    let first = format!("parts/{name}.part-1-of-{count}");
    std::fs::remove_file(booth.path(&first)).unwrap();
    let _ = booth.run(&parts).exits(0).says(&[&format!("{} files there already", count - 1)]);
    assert!(tree(&booth.path("parts")) == files);
    booth.write(&first, "mine");
    let _ = booth.run(&parts).exits(5).says(&[&first, "--out"]);
    assert_eq!(std::fs::read(booth.path(&first)).unwrap(), b"mine");
    let _ = booth.run(&["bundle", "--since", "all", "--part", "1"]).exits(2).says(&["65536"]);
    let _ = booth.run(&["bundle", "--part", "20 TB"]).exits(2).says(&["20MB"]);
}

#[test]
fn what_is_not_what_was_recorded_is_left_out_and_told() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    record(&booth, "de-DE", 1);
    let held = tree(&booth.path("recordings"));
    let wav = held.keys().find(|name| name.ends_with(".wav")).unwrap();
    let session = wav.split_once('/').unwrap().0;
    let other = held.keys().find(|name| !name.starts_with(session) && name.ends_with(".jsonl")).unwrap();
    let mut altered = held[wav].clone();
    altered[50] ^= 1;
    booth.write(&format!("recordings/{wav}"), &altered);
    let mut journal = held[other].clone();
    journal[100] ^= 1;
    booth.write(&format!("recordings/{other}"), &journal);
    let run = booth.run(&["bundle", "--out", "out", "--json"]).exits(1).json();
    assert_eq!((run[0]["type"].as_str(), run[0]["sessions"].as_u64()), (Some("bundle"), Some(1)));
    assert!(run[0]["lacking"][0].as_str().unwrap().ends_with(wav));
    assert!(run[1]["path"].as_str().unwrap().contains(other.split_once('/').unwrap().0), "{}", run[1]);
    // Mended, it goes.
    booth.write(&format!("recordings/{wav}"), &held[wav]);
    booth.write(&format!("recordings/{other}"), &held[other]);
    let run = booth.run(&["bundle", "--out", "out", "--json"]).exits(0).json();
    assert_eq!((run[0]["sessions"].as_u64(), run[0]["lacking"].as_array().map(Vec::len)), (Some(2), Some(0)));
}

#[test]
fn details_go_sealed_for_the_project_or_stay() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    booth.write(
        "receipts/personal.jsonl",
        "{\"schema\":1,\"at\":\"2026-11-24T05:46:14.000Z\",\"speaker\":\"spk1\",\"contact\":\"ada@example.org\",\"credit\":\"Ada L.\"}\n",
    );
    let _ = booth.run(&["bundle", "--out", "none"]).exits(0).says(&["stays here"]);
    let (_, none) = bundle_of(&booth, "none", "spk1");
    assert!(!members(&none).contains_key("data/personal.age"));
    booth.write(
        "booth.toml",
        "schema = 1\n[collector]\nname = \"V\"\ncontact = \"v@example.org\"\nkey = \"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\"\n",
    );
    let all = ["bundle", "--since", "all", "--out"];
    let _ = booth.run(&[&all[..], &["a"]].concat()).exits(0).says(&["Project:", "sealed"]);
    let (name, tar) = bundle_of(&booth, "a", "spk1");
    let sealed = &members(&tar)["data/personal.age"];
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    assert!(!tar.windows(3).any(|part| part == b"Ada"));
    // Sealing is never the same twice, and the bundle is.
    let _ = booth.run(&[&all[..], &["b"]].concat()).exits(0).says(&["Project:", "sealed"]);
    assert_eq!(bundle_of(&booth, "b", "spk1"), (name, tar));
    booth.write(
        "booth.toml",
        "schema = 1\n[collector]\nname = \"V\"\ncontact = \"v\"\nkey = \"AGE-SECRET-KEY-1QQ\"\n",
    );
    let run = booth.run(&["bundle"]).exits(3).says(&["booth.toml:5:7", "secret half", "age-keygen -y"]);
    assert!(!run.err.contains("1QQ"));
}
