//! `booth import`: recordings with texts become sessions, once, and nothing that has no text does.

use super::voice::Voice;
use super::{Booth, tree};

const PAIRS: [&str; 8] = ["import", "--layout", "pairs", "old", "--locale", "en-US", "--speaker", "old1"];
const STATED: [&str; 2] = ["--consent-statement", "Written for a check"];

fn pairs(booth: &Booth) {
    for (seed, id) in [(7, "alarm-one"), (8, "light-on")] {
        Voice { seed, ..Voice::default() }.write(&booth.path(&format!("old/{id}.wav")));
        booth.write(&format!("old/{id}.txt"), "Some words to say here.\n");
    }
}

#[test]
fn pairs_are_imported_once_and_a_dry_run_writes_nothing() {
    let booth = Booth::new();
    pairs(&booth);
    let import =
        |more: &[&str]| booth.run(&[&PAIRS[..], &STATED[..], &["--json"], more].concat()).exits(0).json();
    let summary = import(&["--dry-run"]).pop().unwrap();
    assert_eq!((&summary["imported"], &summary["dry_run"]), (&2.into(), &true.into()));
    assert!(!booth.path("recordings").exists());
    let summary = import(&[]).pop().unwrap();
    assert_eq!(
        (&summary["imported"], &summary["known"], &summary["failed"]),
        (&2.into(), &0.into(), &0.into())
    );
    let before = tree(&booth.path("recordings"));
    let summary = import(&[]).pop().unwrap();
    assert_eq!((&summary["imported"], &summary["known"]), (&0.into(), &2.into()));
    let after = tree(&booth.path("recordings"));
    assert!(before.iter().all(|(name, bytes)| name.ends_with(".lock") || after[name] == *bytes));
}

#[test]
fn takes_without_consent_are_checked_left_out_of_a_corpus_and_counted() {
    let booth = Booth::new();
    super::main_job::sheet(&booth);
    super::main_job::record(&booth, "en-US", 1);
    pairs(&booth);
    booth.run(&PAIRS).exits(0).says(&["never packed"]);
    let plan = booth.run(&["pack", "recordings", "--out", "corpus", "--dry-run", "--json"]).exits(0).json();
    assert_eq!(plan[0]["utterances"], 3);
    let refused = plan[0]["refused"].as_array().unwrap();
    let missing = refused.iter().filter(|one| one["reason"] == "consent-missing");
    assert_eq!((refused.len(), missing.count()), (2, 2), "{refused:?}");
    assert!(!booth.path("corpus").exists() && !booth.path("recordings/splits.lock").exists());
}

#[test]
fn a_recording_without_a_text_is_named_and_the_others_come_in() {
    let booth = Booth::new();
    pairs(&booth);
    Voice::default().write(&booth.path("old/alone.wav"));
    let run = booth.run(&[&PAIRS[..], &STATED[..]].concat()).exits(3);
    assert!(run.out.contains("old/alone.wav"), "{}", run.out);
    assert!(run.out.contains("2 recordings imported, 0 known already, 1 left out"), "{}", run.out);
}

#[test]
fn names_of_files_are_kept_nowhere_unless_asked_for() {
    let booth = Booth::new();
    for (seed, name) in [(7, "MARIA_SMITH_01"), (8, "maria-smith 2")] {
        Voice { seed, ..Voice::default() }.write(&booth.path(&format!("old/Maria_Smith/{name}.wav")));
        booth.write(&format!("old/Maria_Smith/{name}.txt"), format!("Some words to say here, {seed}.\n"));
    }
    // One that cannot be used is written down too.
    booth.write("old/maria.wav", "RIFF, and no more");
    booth.write("old/maria.txt", "Some words.\n");
    let named = |folder: &str| {
        let tells = |bytes: &[u8]| bytes.to_ascii_lowercase().windows(5).any(|part| part == b"maria");
        let files = tree(&booth.path(folder)).into_iter();
        files
            .filter(|(name, bytes)| tells(name.as_bytes()) || tells(bytes))
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
    };
    for (flags, folder) in [(&[][..], "by-digest"), (&["--ids", "names"], "by-name")] {
        let run = booth.run(&[&PAIRS[..], &STATED[..], &["--into", folder], flags].concat()).exits(3);
        assert!(run.out.contains("old/maria.wav"), "{}", run.out);
        let corpus = format!("{folder}-corpus");
        let pack = booth.run(&["pack", folder, "--out", &corpus, "--min-verdict", "reject"]);
        let _ = pack.exits(0).says(&["1 speaker cannot fill three splits"]);
        let kept = [named(folder), named(&corpus)];
        assert!(kept.iter().all(|kept| kept.is_empty() == flags.is_empty()), "{folder}: {kept:?}");
    }
}

#[test]
fn the_layout_is_found_out_said_and_shown_before_anything_is_written() {
    let booth = Booth::new();
    for (seed, id) in [(7, "c1"), (8, "c2"), (9, "c3")] {
        Voice { seed, ..Voice::default() }.write(&booth.path(&format!("old/wav/{id}.wav")));
    }
    booth.write(
        "old/metadata.csv",
        "clip;reader;words\nc1;anna;Wake me at 7\nc2;ben;Lamp on\nc3;anna;Stop it\n",
    );
    let import = ["import", "old", "--locale", "en-US", "--dry-run"];
    // Nobody calls a column of words `words` by chance, and a reader is a speaker.
    let run = booth.run(&import).exits(0).says(&[
        "Layout ljspeech, found out",
        "separated by `;`, with a header line",
        "1 is audio, 2 is speaker, 3 is text",
        "3 of 3 recordings found in wav/",
        "never packed",
    ]);
    assert!(run.out.contains("old/metadata.csv:2: warn [digit]"), "{}", run.out);
    assert!(run.out.lines().any(|line| line.starts_with("wav/c1.wav") && line.ends_with("Wake me at 7")));
    let lines = booth.run(&[&import[..], &["--json"]].concat()).exits(0).json();
    assert_eq!((&lines[0]["type"], &lines[0]["layout"]), (&"seen".into(), &"ljspeech".into()));
    assert_eq!((&lines[1]["type"], &lines[1]["text"]), (&"row".into(), &"Wake me at 7".into()));
    assert_eq!(lines.iter().filter(|line| line["type"] == "row").count(), 3);
    let refused = booth.run(&[&import[..], &["--speaker", "anna1"]].concat()).exits(2);
    let _ = refused.says(&["names 2 speakers", "--columns audio,-,text"]);
    let asked = ["--speaker", "anna1", "--columns", "reader=-,clip=audio,words=text"];
    let _ = booth.run(&[&import[..], &asked].concat()).exits(0).says(&["never packed"]);
    assert!(!booth.path("recordings").exists());
}
