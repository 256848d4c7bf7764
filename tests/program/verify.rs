//! `booth verify`: what is whole passes, and every fault is named.

use super::main_job::{record, sheet};
use super::{Booth, LONE, tree};
use std::fs;

#[test]
fn a_flipped_byte_a_missing_and_an_unlisted_file_are_all_named() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    let files = tree(&booth.path("corpus"));
    let audio: Vec<&String> = files.keys().filter(|name| name.ends_with(".wav")).collect();
    let mut bytes = files[audio[0]].clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    booth.write(&format!("corpus/{}", audio[0]), bytes);
    fs::remove_file(booth.path(&format!("corpus/{}", audio[1]))).unwrap();
    booth.write("corpus/extra.txt", "hello");
    let run = booth.run(&["verify", "corpus"]).exits(1);
    for name in [audio[0].as_str(), audio[1].as_str(), "extra.txt"] {
        assert!(run.out.contains(name), "{name} is not named in:\n{}", run.out);
    }
}

#[test]
fn what_is_no_corpus_is_said_to_be_none() {
    let booth = Booth::new();
    sheet(&booth);
    booth.run(&["verify", "sheet"]).exits(3).says(&["this is no corpus"]);
    booth.run(&["verify", "nowhere"]).exits(3).says(&["nowhere"]);
}

#[test]
fn the_rows_count_what_the_folder_holds() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    let rows = booth.run(&["verify", "corpus", "--json"]).exits(0).json();
    let files = tree(&booth.path("corpus"));
    let audio: Vec<u64> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".wav"))
        .map(|(_, bytes)| bytes.len() as u64)
        .collect();
    let summary = &rows[0];
    assert_eq!((rows.len(), &summary["faults"], &summary["utterances"]), (1, &0.into(), &3.into()));
    assert_eq!((summary["files"].as_u64(), audio.len()), (Some(files.len() as u64), 3));
}

#[test]
fn a_corpus_is_held_against_its_recordings() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    booth.pack("corpus", &["--min-verdict", "reject"]).says(&[LONE]);
    let from = |recordings| ["verify", "corpus", "--from", recordings, "--every", "1"];
    booth.run(&from("recordings")).exits(0).says(&["3 of 3 utterances made again"]);
    fs::create_dir(booth.path("none")).unwrap();
    let run = booth.run(&from("none")).exits(1).says(&["3 of 3 utterances made again"]);
    assert!(
        run.out.contains("[recording]") && run.out.contains("is not among the recordings"),
        "{}",
        run.out
    );
    booth.run(&["verify", "corpus", "--every", "1"]).exits(2).says(&["--from"]);
}
