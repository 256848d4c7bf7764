//! The whole road, as the README goes it: homes, bundles, a collection, feedback, read again, packed, withdrawn, packed again.

use super::main_job::{record, sheet, speech};
use super::{Booth, Record, tree};

/// Reads once more at a home, what a feedback asks for.
fn read_again(home: &Booth, speaker: u64) {
    let (device, name) = (speech(home, speaker + 40), format!("spk{speaker}"));
    let again =
        Record::from(&device).set("--locale", "en-US").set("--speaker", &name).set("--room-check", "0.3");
    let run = home.record(&again.with(&["--about", "gender=robot"]).auto()).exits(0);
    assert!(format!("{}{}", run.out, run.err).contains("Please read again: 1,"), "{} {}", run.out, run.err);
}

/// Carries all files of a kind from one place to another.
fn carry(from: &Booth, folder: &str, to: &Booth, into: &str) -> Vec<String> {
    let files = tree(&from.path(folder));
    files
        .into_iter()
        .map(|(name, bytes)| {
            to.write(&format!("{into}/{name}"), bytes);
            format!("{into}/{name}")
        })
        .collect()
}

fn ingest(manager: &Booth, files: &[String]) -> serde_json::Value {
    let mut args = vec!["ingest", "--into", "collection", "--json"];
    args.extend(files.iter().map(String::as_str));
    manager.run(&args).exits(0).json().pop().unwrap()
}

#[test]
fn from_many_homes_to_one_collection_and_back_out_again() {
    let (homes, manager) = ([Booth::new(), Booth::new()], Booth::new());
    for (home, speaker) in homes.iter().zip(1..) {
        sheet(home);
        record(home, "en-US", speaker);
        let _ = home.run(&["bundle", "--part", "65536", "--out", "out"]).exits(0);
        let mut parts = carry(home, "out", &manager, "mail");
        // As mail comes.
        parts.reverse();
        parts.push(parts[0].clone());
        let summary = ingest(&manager, &parts);
        assert_eq!((&summary["takes"]["new"], &summary["refused"]), (&3.into(), &0.into()), "{summary}");
    }
    manager.run(&["check", "collection"]).exits(0);

    // Back to the first home, and in again.
    manager.write("listened.tsv", "prompt\nlight-on\n");
    let _ = manager
        .run(&["feedback", "spk1", "collection", "--again", "listened.tsv", "--out", "nowhere/x.json"])
        .exits(3)
        .says(&["nowhere"]);
    let _ = manager.run(&["feedback", "spk1", "collection", "--again", "listened.tsv"]).exits(0);
    homes[0]
        .write("booth-feedback-spk1.json", std::fs::read(manager.path("booth-feedback-spk1.json")).unwrap());
    read_again(&homes[0], 1);
    let _ = homes[0].run(&["bundle", "--out", "more"]).exits(0);
    let more = carry(&homes[0], "more", &manager, "mail");
    let summary = ingest(&manager, &more);
    assert_eq!((&summary["takes"]["new"], &summary["takes"]["sent"]), (&1.into(), &1.into()), "{summary}");
    let _ = manager.run(&["feedback", "spk1", "collection", "--out", "good.json"]).exits(0);
    let held = |manager: &Booth| tree(&manager.path("collection"));
    for home in &homes {
        let held = held(&manager);
        for (name, bytes) in tree(&home.path("recordings")).iter().filter(|(name, _)| name.contains('/')) {
            assert!(held[name] == *bytes, "{name}");
        }
    }

    let pack = |out: &str, version: &str| {
        let args = ["pack", "collection", "--out", out, "--name", "corpus", "--version", version];
        manager.run(&args).exits(0)
    };
    let _ = pack("one", "1.0.0").says(&["2 speakers cannot fill", "measured 1 take"]);
    let _ = manager.run(&["withdraw", "spk1", "collection"]).exits(0).says(&[
        "DONE",
        "note: copies",
        "Next: booth releases",
    ]);
    let run = manager.run(&["releases", "collection", "--holding", "spk1"]).exits(0);
    assert!(run.out.contains("corpus 1.0.0"), "{}", run.out);
    // What came before does not come again.
    let all: Vec<String> = tree(&manager.path("mail")).keys().map(|name| format!("mail/{name}")).collect();
    let summary = ingest(&manager, &all);
    assert_eq!(summary["takes"]["new"], 0, "{summary}");
    assert!(held(&manager).keys().filter(|name| name.ends_with(".wav")).count() == 3);
    let _ = pack("two", "2.0.0").says(&["speaker", "3 utterances of earlier releases were withdrawn"]);
    let run = manager.run(&["diff", "one", "two", "--json"]);
    let gone = run.json().into_iter().filter(|row| row["what"] == "removed").count();
    assert_eq!(gone, 3, "{}", run.out);
}
