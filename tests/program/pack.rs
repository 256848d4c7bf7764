//! `booth pack`: what is asked for is what is built, and what is in the way stays as it was.

use super::main_job::{record, sheet};
use super::{Booth, LONE, tree};
use std::fs;
use std::path::PathBuf;

#[test]
fn a_plan_counts_what_a_build_then_holds() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let dry = booth.run(&["pack", "recordings", "--out", "corpus", "--dry-run", "--json"]).exits(0).json();
    assert!(!booth.path("corpus").exists());
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    let rows = std::fs::read_to_string(booth.path("corpus/catalogue.jsonl")).unwrap();
    assert_eq!(dry[0]["utterances"].as_u64(), Some(rows.lines().count() as u64));
}

#[test]
fn nothing_is_packed_over_what_is_there_or_out_of_nothing() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    let before = tree(&booth.path("corpus"));
    booth.run(&["pack", "recordings", "--out", "corpus"]).exits(5).says(&["corpus"]);
    assert!(tree(&booth.path("corpus")) == before);
    let strict = [
        "pack",
        "recordings",
        "--out",
        "none",
        "--limit-of",
        "noisy.reject_db=98",
        "--limit-of",
        "noisy.warn_db=99",
    ];
    booth.run(&strict).exits(3).says(&["no take can be packed", "--dry-run"]);
    assert!(!booth.path("none").exists());
}

/// The one session of a booth.
fn session(booth: &Booth) -> PathBuf {
    let dirs = fs::read_dir(booth.path("recordings")).unwrap().map(|entry| entry.unwrap().path());
    let mut sessions = dirs.filter(|dir| dir.join("session.json").is_file());
    let session = sessions.next().unwrap();
    assert_eq!(sessions.next(), None);
    session
}

/// The last line of a run with `--json`.
fn summary(rows: &[serde_json::Value]) -> serde_json::Value {
    rows.last().unwrap().clone()
}

#[test]
fn a_session_with_other_samples_under_a_digest_of_its_own_is_packed_as_it_is_checked() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    // Noise in place of each voice, and its digest where the journal has that of the voice.
    let session = session(&booth);
    let journal = session.join("takes.jsonl");
    let mut lines = fs::read_to_string(&journal).unwrap();
    for name in ["alarm-one", "light-on", "music-stop"] {
        let path = session.join(format!("audio/{name}_1.wav"));
        let mut bytes = fs::read(&path).unwrap();
        let digest = |bytes: &[u8]| booth::digest::Sha256::of(bytes).to_string();
        let before = digest(&bytes);
        let mut state = 1u32;
        for pair in bytes[44..].chunks_exact_mut(2) {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            pair.copy_from_slice(&((state >> 16) as i16 / 4).to_le_bytes());
        }
        assert!(lines.contains(&before));
        lines = lines.replace(&before, &digest(&bytes));
        fs::write(path, bytes).unwrap();
    }
    fs::write(journal, lines).unwrap();
    let checked = summary(&booth.run(&["check", "--json"]).exits(1).json());
    assert_eq!((&checked["reject"], &checked["pass"]), (&3.into(), &0.into()));
    let dry = ["pack", "recordings", "--out", "corpus", "--dry-run", "--json"];
    let run = booth.run(&dry).exits(1).says(&["measured 3 takes", "3 of them differ"]);
    let plan = summary(&run.json());
    let counts = (&plan["utterances"], &plan["measured"], &plan["differing"]);
    assert_eq!(counts, (&0.into(), &3.into(), &3.into()), "{plan}");
    booth.run(&dry[..4]).exits(3).says(&["measured 3 takes", "no take can be packed"]);
}

#[test]
fn takes_are_measured_once_a_machine_and_the_corpus_is_the_same_on_each() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let packed = |out: &str, measured: u64, says: &[&str]| {
        let run = booth
            .run(&["pack", "recordings", "--out", out, "--name", "corpus", "--json"])
            .exits(0)
            .says(says);
        let summary = summary(&run.json());
        assert_eq!(
            (summary["measured"].as_u64(), summary["differing"].as_u64()),
            (Some(measured), Some(0)),
            "{out}"
        );
        tree(&booth.path(out))
    };
    let here = packed("here", 0, &[]);
    // The ledger has lines of digits and nothing else, for its owner alone.
    let ledger = booth.path(".local/state/booth/ledger");
    let text = fs::read_to_string(&ledger).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.len() == 32 && line.bytes().all(|byte| byte.is_ascii_hexdigit())));
    // Another machine knows nothing, measures, and knows from then on.
    fs::remove_file(&ledger).unwrap();
    assert!(packed("there", 3, &["measured 3 takes", "all are as their sessions say"]) == here);
    assert!(packed("again", 0, &[]) == here);
    // A check measures, too, and so does a machine that cannot remember.
    fs::remove_file(&ledger).unwrap();
    booth.run(&["check", "recordings"]).exits(0);
    assert!(packed("checked", 0, &[]) == here);
    fs::remove_file(&ledger).unwrap();
    fs::create_dir(&ledger).unwrap();
    let says = ["measured 3 takes", "cannot be remembered"];
    assert!(packed("forgetful", 3, &says) == here);
    // The environment names the place.
    let mut command = booth.command(&["check", "recordings", "--quiet"]);
    assert!(command.env("BOOTH_STATE", booth.path("mine")).output().unwrap().status.success());
    assert_eq!(fs::read_to_string(booth.path("mine/ledger")).unwrap().split_whitespace().count(), 3);
}

#[test]
fn a_session_that_switches_its_checks_off_is_named_and_changes_the_hash_of_the_policy() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("before", &[]).says(&[LONE]);
    let path = session(&booth).join("session.json");
    let mut record: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    record["sheet"]["policy"] = serde_json::json!({ "noisy": { "enabled": 0 }, "clipped": { "enabled": 0 } });
    fs::write(&path, record.to_string()).unwrap();
    let words = ["switches checks off for its own takes: clipped, noisy"];
    let checked =
        summary(&booth.run(&["check", "--report", "report", "--json"]).exits(0).says(&words).json());
    assert_eq!(checked["own_limits"][0]["limits"]["noisy"]["enabled"], 0.0, "{checked}");
    let page = fs::read_to_string(booth.path("report/index.html")).unwrap();
    assert!(page.contains("clipped.enabled=0, noisy.enabled=0"), "{page}");
    let more = [words[0], LONE, "was judged by limits of its own"];
    let _ = booth.pack("after", &[]).says(&more);
    let release = |out: &str| -> serde_json::Value {
        serde_json::from_slice(&fs::read(booth.path(&format!("{out}/corpus.json"))).unwrap()).unwrap()
    };
    let (before, after) = (release("before"), release("after"));
    assert_ne!(before["settings"]["policy_sha256"], after["settings"]["policy_sha256"]);
    assert_eq!(
        (&before["own_limits"], after["own_limits"].as_array().unwrap().len()),
        (&serde_json::Value::Null, 1)
    );
    assert!(fs::read_to_string(booth.path("after/README.md")).unwrap().contains("noisy.enabled=0"));
}
