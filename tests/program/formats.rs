//! `booth formats`, and `booth pack --format`.

use super::main_job::{record, sheet};
use super::{Booth, LONE, tree};

#[test]
fn every_format_is_listed_with_what_it_cannot_carry_and_is_one_that_pack_takes() {
    let booth = Booth::new();
    let rows = booth.run(&["formats", "--json"]).exits(0).json();
    let (summary, rows) = rows.split_last().unwrap();
    let of = |kind: &str| rows.iter().filter(|row| row["type"] == kind).cloned().collect::<Vec<_>>();
    let (formats, descriptions) = (of("format"), of("description"));
    assert_eq!(formats.len() + descriptions.len(), rows.len());
    let counts = [&summary["formats"], &summary["descriptions"]].map(serde_json::Value::as_u64);
    assert_eq!(counts, [Some(formats.len() as u64), Some(descriptions.len() as u64)]);
    let names: Vec<&str> = formats.iter().map(|row| row["name"].as_str().unwrap()).collect();
    let plain = booth.run(&["formats"]).exits(0);
    let described = descriptions.iter().map(|row| row["name"].as_str().unwrap());
    for (row, name) in formats.iter().chain(&descriptions).zip(names.iter().copied().chain(described)) {
        assert!(row["limits"].as_array().is_some_and(|limits| !limits.is_empty()), "{row}");
        assert!(plain.out.lines().any(|line| line.split_whitespace().next() == Some(name)), "{name}");
    }
    let defaults: Vec<&str> = formats
        .iter()
        .filter(|row| row["default"] == true)
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert_eq!(defaults, ["kaldi", "nemo"]);

    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("corpus", &["--format", &names.join(",")]).says(&[LONE]);
    booth.run(&["verify", "corpus"]).exits(0);
    // What cannot be held is said: nobody reads a wake phrase here.
    let again =
        booth.run(&["pack", "recordings", "--out", "told", "--json", "--format", "speech-commands"]).exits(0);
    let last = again.json().pop().unwrap();
    assert_eq!(last["left_out_of"], serde_json::json!({"speech-commands": {"not-wake": 3}}));
    assert!(!booth.path("told/speech-commands").exists());
    let words = booth
        .run(&["pack", "recordings", "--out", "words", "--format", "speech-commands"])
        .exits(0)
        .says(&[LONE]);
    assert!(
        words.out.contains("3 utterances cannot be in speech-commands, which therefore is not there"),
        "{}",
        words.out
    );
}

#[test]
fn formats_are_asked_for_in_any_order_and_an_unknown_one_names_all() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let one = ["--name", "x", "--format", "piper", "--format", "kaldi"];
    let _ = booth.pack("one", &one).says(&[LONE]);
    let _ = booth.pack("other", &["--name", "x", "--format", "kaldi,piper,kaldi"]).says(&[LONE]);
    assert!(tree(&booth.path("one")) == tree(&booth.path("other")));
    assert!(booth.path("one/piper").exists() && !booth.path("one/nemo").exists());
    let refused = booth.run(&["pack", "recordings", "--out", "none", "--format", "wav2vec"]).exits(2);
    let _ = refused.says(&[
        "`wav2vec` is not a manifest format",
        "audiofolder, common-voice, fluent, kaldi",
        "booth formats",
    ]);
    assert!(!booth.path("none").exists());
}
