//! `booth pack --describe` and `--bag`.

use super::main_job::{record, sheet};
use super::{Booth, LONE, tree};

const MAKERS: [&str; 4] = ["--creator", "The Voices", "--contact", "voices@example.org"];

#[test]
fn a_corpus_is_described_by_flags_or_by_the_project_in_the_same_bytes() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let release = ["--name", "x", "--version", "1.0.0", "--date", "2026-11-24"];
    let by_flags =
        [&release[..], &MAKERS, &["--describe", "frictionless", "--describe", "citation"]].concat();
    let _ = booth.pack("flags", &by_flags).says(&[LONE]);
    booth.write(
        "booth.toml",
        "schema = 1\n[collector]\nname = \"The Voices\"\ncontact = \"voices@example.org\"\n\
         [release]\ndescribe = [\"citation\", \"frictionless\"]\n",
    );
    let _ = booth.pack("project", &release).says(&["booth.toml", LONE]);
    let (flags, project) = (tree(&booth.path("flags")), tree(&booth.path("project")));
    for name in ["CITATION.cff", "datapackage.json"] {
        assert!(flags[name] == project[name], "{name}");
    }
    assert!(String::from_utf8_lossy(&flags["CITATION.cff"]).contains("\"The Voices\""));
    // A flag goes before the file.
    let other = [&release[..], &["--describe", "frictionless", "--creator", "Others"]].concat();
    let _ = booth.pack("other", &other).says(&["booth.toml", LONE]);
    let other = tree(&booth.path("other"));
    assert!(!other.contains_key("CITATION.cff"));
    let package = String::from_utf8_lossy(&other["datapackage.json"]).into_owned();
    assert!(package.contains("\"Others\"") && package.contains("voices@example.org"), "{package}");
}

#[test]
fn what_a_description_lacks_is_told_before_anything_is_done() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    for (more, words) in [
        (
            &["--describe", "citation"][..],
            ["needs who made the corpus", "--creator NAME, or `name` under [collector]"],
        ),
        (&["--describe", "citation", "--creator", "x"], ["needs its version", "--version MAJOR.MINOR.PATCH"]),
        (&["--describe", "mdc", "--creator", "x"], ["needs how to reach its makers", "--contact WORDS"]),
        (
            &["--describe", "croissant", "--creator", "x"],
            ["needs the address of its page", "`url` under [release]"],
        ),
        (&["--describe", "croissant", "--creator", "x", "--url", "x.org"], ["cannot be used", "--url"]),
        (&["--describe", "dcat"], ["`dcat` is not a description", "citation, croissant, frictionless, mdc"]),
        (&["--creator", "x"], ["nothing would say what --creator gives", "--describe or --bag"]),
        (&["--date", "24.11.2026"], ["`24.11.2026` is not a date", "YYYY-MM-DD"]),
    ] {
        let run = booth.run(&[&["pack", "recordings", "--out", "none"], more].concat()).exits(2);
        let _ = run.says(&words);
        assert!(!booth.path("none").exists());
    }
}

#[test]
fn a_bag_is_proved_and_used_like_a_corpus() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("bag", &[&MAKERS[..], &["--bag", "--date", "2026-11-24"]].concat()).says(&[LONE]);
    let files = tree(&booth.path("bag"));
    let info = String::from_utf8_lossy(&files["bag-info.txt"]).into_owned();
    assert!(
        info.starts_with("Source-Organization: The Voices\nContact-Email: voices@example.org\n"),
        "{info}"
    );
    assert!(info.contains("\nBagging-Date: 2026-11-24\n"), "{info}");
    let heard = String::from_utf8_lossy(&files["data/kaldi/train/text"]).into_owned();
    booth.write("heard", heard);
    let run = booth.run(&["score", "bag", "--hypotheses", "heard"]).exits(0);
    let _ = run.says(&["fewer than 5 speakers"]);
    let _ = booth.run(&["diff", "bag", "bag/data"]).exits(0).says(&["nothing moved"]);
    let run = booth.run(&["verify", "bag", "--from", "recordings", "--every", "1"]).exits(0);
    let _ = run.says(&["3 of 3 utterances made again"]);
    booth.write("bag/bag-info.txt", info.replace("Voices", "Noises"));
    let run = booth.run(&["verify", "bag"]).exits(1);
    assert!(run.out.contains("[bag]") && run.out.contains("bag-info.txt"), "{}", run.out);
    booth.write("bag/bag-info.txt", info);
    booth.write("bag/data/README.md", "x");
    let run = booth.run(&["verify", "bag"]).exits(1);
    assert!(run.out.contains("data/README.md") && !run.out.contains("[bag]"), "{}", run.out);
}
