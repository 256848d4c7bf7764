//! What a person writes for the card: laid out by `init`, taken by `pack`, wanted by `verify --release`.

use super::main_job::{record, sheet};
use super::{Booth, LONE};
use std::fs;

const SAID: &str = "Project: ";
const LACKS: &str = "that a release must have, beside the project file";

/// Parts that say something, of those that a release must have.
const NEEDED: [&str; 8] = [
    "motivation",
    "recruitment-and-pay",
    "collection",
    "intended-use",
    "out-of-scope",
    "limitations",
    "maintenance",
    "contact-and-withdrawal",
];

#[test]
fn an_untouched_template_says_nothing_and_an_answer_stands_on_the_card() {
    let booth = Booth::new();
    booth.run(&["init"]).exits(0).says(&["Next: ", "the files of card", "Keep the recordings"]);
    sheet(&booth);
    record(&booth, "en-US", 1);
    let run = booth.pack("bare", &[]).says(&[SAID, LONE, LACKS]);
    assert!(
        run.err.contains("the card lacks 8 parts") && run.err.contains("card/motivation.md"),
        "{}",
        run.err
    );
    let run = booth.run(&["verify", "bare", "--release"]).exits(1);
    for words in NEEDED.map(|id| format!("card/{id}.md")) {
        assert!(run.out.contains(&words), "{words}\n{}", run.out);
    }
    assert!(run.out.contains("a version") && run.out.contains("a date"), "{}", run.out);
    let rows = booth.run(&["verify", "bare", "--release", "--json"]).exits(1).json();
    assert_eq!(rows.last().unwrap()["faults"], 11);
    assert_eq!(rows[0]["id"], "part");

    // Written below the questions, as they were laid out.
    for id in NEEDED {
        let path = format!("card/{id}.md");
        let laid = fs::read_to_string(booth.path(&path)).unwrap();
        booth.write(&path, format!("{laid}\n## Of {id}\n\nMore < less, said [Ada](https://a.example).\n"));
    }
    booth.write("card/motivaton.md", "x");
    let run = booth.pack("corpus", &[]).says(&[SAID, LONE, "no part of the card: card/motivaton.md"]);
    assert!(run.err.contains("there are motivation.md, "), "{}", run.err);
    let card = fs::read_to_string(booth.path("corpus/README.md")).unwrap();
    let part = "### Known biases and limits\n\n##### Of limitations\n\nMore &lt; less, said [Ada](https://a.example).\n";
    assert!(card.contains(part) && !card.contains("To be written"), "{card}");
    assert!(!card.contains("Write below this comment"), "{card}");
    let run = booth.run(&["verify", "corpus", "--release"]).exits(1);
    assert!(!run.out.contains("[part]") && run.out.contains("[promise]"), "{}", run.out);
    // The same with and without another order of files, and none of it without the project.
    booth.pack("plain", &["--no-project"]).says(&[LONE]);
    let plain = fs::read_to_string(booth.path("plain/README.md")).unwrap();
    assert!(plain.contains("_To be written by the publisher._"), "{plain}");
    assert!(!booth.path("plain/card/motivation.md").exists());
}

#[test]
fn what_would_break_the_card_stops_the_pack_at_its_line() {
    let booth = Booth::new();
    booth.write("booth.toml", "schema = 1\n");
    fs::create_dir(booth.path("recordings")).unwrap();
    let pack = ["pack", "recordings", "--out", "corpus"];
    for (bytes, says) in [
        (&b"fine\n\n<script>alert(1)</script>\n"[..], ["card/motivation.md:3:1", "HTML"]),
        (b"a\xff", ["card/motivation.md:1", "UTF-8"]),
        (b"a \xe2\x80\xae b", ["card/motivation.md:1", "bidirectional"]),
        (&vec![b'a'; 70_000], ["card/motivation.md", "70000 bytes"]),
    ] {
        booth.write("card/motivation.md", bytes);
        booth.run(&pack).exits(3).says(&[SAID, says[0], says[1]]);
    }
    #[cfg(unix)]
    {
        booth.write("secret", "the key");
        fs::remove_file(booth.path("card/motivation.md")).unwrap();
        std::os::unix::fs::symlink(booth.path("secret"), booth.path("card/motivation.md")).unwrap();
        booth.run(&pack).exits(3).says(&[SAID, "it is a link"]);
    }
}
