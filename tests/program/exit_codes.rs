//! The table of exit codes in `--help`, case by case.

use super::main_job::{record, sheet};
use super::{Booth, Record, verbs};

#[test]
fn every_documented_code_is_real() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    // 0, and 1 by a take that is rejected.
    booth.run(&["check"]).exits(0);
    booth.run(&["check", "--limit-of", "noisy.reject_db=98", "--limit-of", "noisy.warn_db=99"]).exits(1);
    // 2: the command line, and a limit that there is not.
    let _ = booth.run(&["check", "--nonsense"]).exits(2).says(&["unexpected argument '--nonsense'"]);
    booth.run(&["check", "--limit-of", "noisy.nonsense=1"]).exits(2).says(&["reject_db"]);
    // 3: input that is not there, or that is something else.
    booth.run(&["check", "nowhere"]).exits(3).says(&["nowhere"]);
    let _ = booth.run(&["verify", "sheet"]).exits(3).says(&["this is no corpus"]);
    let _ = booth.run(&["prompts", "check", "recordings"]).exits(3).says(&["no sheet here"]);
    // 4: no such device.
    booth.record(&Record::from("alsa:hw:CARD=NoSuchCard,DEV=0").auto()).exits(4).says(&["booth devices"]);
    // 5: the target exists.
    booth.run(&["pack", "recordings", "--out", "sheet"]).exits(5).says(&["sheet"]);
}

#[test]
fn help_and_version_go_to_stdout_and_list_the_codes() {
    let booth = Booth::new();
    let help = booth.run(&["--help"]).exits(0);
    for code in ["0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "130"] {
        assert!(help.out.contains(&format!("\n  {code}")), "{code} is missing in:\n{}", help.out);
    }
    assert_eq!(booth.run(&["--version"]).exits(0).out, format!("booth {}\n", env!("CARGO_PKG_VERSION")));
    for verb in verbs() {
        booth.run(&[&verb, "--help"]).exits(0).quiet();
    }
}

#[test]
fn with_json_a_fatal_error_is_one_object_on_stderr() {
    let booth = Booth::new();
    let run = booth.run(&["check", "nowhere", "--json"]).exits(3).says(&["\"exit\":3"]);
    let error: serde_json::Value = serde_json::from_str(run.err.trim()).unwrap();
    assert_eq!((error["type"].as_str(), error["exit"].as_u64()), (Some("error"), Some(3)));
    assert!(error["message"].as_str().unwrap().contains("no such file"));
}
