//! `booth pack`: what is asked for is what is built, and what is in the way stays as it was.

use super::main_job::{record, sheet};
use super::{Booth, LONE, first_session, read_session, tree, write_session};
use std::fs;

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
fn nothing_is_packed_over_what_is_there_out_of_nothing_or_among_the_recordings() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    let (corpus, recordings) = (tree(&booth.path("corpus")), tree(&booth.path("recordings")));
    let strict = ["--limit-of", "noisy.reject_db=98", "--limit-of", "noisy.warn_db=99"];
    let cases: [(&str, &[&str], i32, &str); 7] = [
        ("corpus", &[], 5, "corpus"),
        ("none", &strict, 1, "no take can be packed"),
        ("sheet/sheet.toml/corpus", &[], 3, "it is a file, not a folder"),
        ("none", &["--splits", "nowhere/splits.lock"], 3, "find the folder for the splits"),
        ("recordings/corpus", &[], 2, "inside the recordings"),
        ("recordings/new/corpus", &[], 2, "inside the recordings"),
        ("recordings/new/../corpus", &[], 2, "inside the recordings"),
    ];
    for (out, more, code, words) in cases {
        // A dry run exits as the real one does.
        for dry in [&["--dry-run"][..], &[]] {
            let run = booth.run(&[&["pack", "recordings", "--out", out], more, dry].concat()).exits(code);
            let notes = if run.err.contains("note:") { LONE } else { words };
            let _ = run.says(&[words, notes]);
        }
    }
    let json =
        booth.run(&[&["pack", "recordings", "--out", "none", "--json"], &strict[..]].concat()).exits(1);
    assert_eq!(json.json().iter().filter(|line| line["reason"] == "verdict").count(), 3);
    let _ = json.says(&["no take can be packed"]);
    assert!(tree(&booth.path("corpus")) == corpus && tree(&booth.path("recordings")) == recordings);
    assert!(!booth.path("none").exists());
}

#[test]
fn what_is_selected_is_packed_and_the_rest_is_told_by_name() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    record(&booth, "de-DE", 2);
    booth.write("booth.toml", "schema = 1\n[release.select]\nlocales = [\"en-US\"]\nmost_per_speaker = 2\n");
    let dry = |more: &[&str]| {
        let args = ["pack", "recordings", "--out", "corpus", "--dry-run", "--json"];
        let run = booth.run(&[&args, more].concat());
        let plan = run.json().into_iter().find(|line| line["type"] == "plan").unwrap();
        (
            plan["utterances"].as_u64().unwrap(),
            plan["refused_by_reason"].to_string(),
            plan["notes"].to_string(),
        )
    };
    let (taken, left, _) = dry(&[]);
    assert_eq!((taken, left.as_str()), (2, r#"{"other-locale":3,"over-speaker-limit":1}"#));
    // A flag goes before its field and no other; all of them can be passed over.
    let (taken, left, _) = dry(&["--locale", "de-DE", "--intent", "home_on,alarm_set"]);
    assert_eq!((taken, left.as_str()), (2, r#"{"other-intent":1,"other-locale":3}"#));
    assert_eq!(dry(&["--no-select"]).0, 6);
    assert_eq!(dry(&["--no-select", "--device", "file", "--without-speaker", "spk1"]).0, 3);
    // What nothing has is told with what there is, whether there is a corpus or not.
    let (_, _, notes) = dry(&["--no-select", "--sheet", "tiny,tinny"]);
    assert!(notes.contains("the sheet `tinny` that is chosen is in no session; there are: tiny"), "{notes}");
    let none = booth.run(&["pack", "recordings", "--out", "corpus", "--locale", "de"]).exits(1);
    let _ = none.says(&["no take can be packed", "the locale `de`", "there are: de-DE, en-US", "Project: "]);
    let bad = [
        ("--intent", "Alarm", "no intent or domain"),
        ("--most-per-prompt", "0", "zero"),
        ("--locale", "x!", "x!"),
    ];
    for (flag, value, words) in bad {
        let run = booth.run(&["pack", "recordings", "--out", "corpus", flag, value]).exits(2);
        let _ = run.says(&[flag, words]);
    }
    let _ = booth.pack("corpus", &[]).says(&["Project: ", LONE]);
    let head = fs::read_to_string(booth.path("corpus/corpus.json")).unwrap();
    let head: serde_json::Value = serde_json::from_str(&head).unwrap();
    assert_eq!(head["settings"]["select"].to_string(), r#"{"locales":["en-US"],"most_per_speaker":2}"#);
    let _ = booth.run(&["verify", "corpus"]).exits(0).says(&["PASS"]);
}

#[test]
fn clips_are_cut_and_brought_to_a_loudness_as_asked() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    booth.write("booth.toml", "schema = 1\n[release.audio]\ntrim_ms = 150\nloudness_lufs = -26\n");
    let rows = |name: &str| -> Vec<serde_json::Value> {
        let text = fs::read_to_string(booth.path(&format!("{name}/catalogue.jsonl"))).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let _ = booth.pack("corpus", &["--loudness", "-23"]).says(&["Project: ", LONE]);
    let _ = booth.pack("plain", &["--no-processing"]).says(&["Project: ", LONE]);
    let again = booth.run(&["verify", "corpus", "--from", "recordings", "--every", "1"]).exits(0);
    let _ = again.says(&["PASS", "3 of 3 utterances made again"]);
    for (cut, plain) in rows("corpus").iter().zip(&rows("plain")) {
        let frames = |row: &serde_json::Value, key: &str| row["clip"][key].as_u64().unwrap();
        assert_eq!((frames(plain, "cut_start"), plain["clip"]["lufs"].is_null()), (0, true));
        assert_eq!(frames(cut, "speech_start"), 2400, "150 ms at 16 kHz: {cut}");
        let start = frames(cut, "cut_start");
        assert!(start > 0 && frames(plain, "speech_start") == start + 2400, "{plain}");
        let all = cut["frames"].as_u64().unwrap() + start + frames(cut, "cut_end");
        assert_eq!(plain["frames"].as_u64(), Some(all));
        let level = |key: &str| cut["clip"][key].as_f64().unwrap();
        assert!(level("true_peak_dbtp") <= -1.0 && (level("lufs") + 23.0).abs() <= 0.1, "{cut}");
    }
    let head = fs::read_to_string(booth.path("corpus/corpus.json")).unwrap();
    let head: serde_json::Value = serde_json::from_str(&head).unwrap();
    let audio = serde_json::json!({"trim_ms": 150, "loudness_lufs": -23.0, "true_peak_dbtp": -1.0});
    assert_eq!(head["settings"]["audio"], audio);
    let card = fs::read_to_string(booth.path("corpus/README.md")).unwrap();
    assert!(card.contains("150 ms before and after") && card.contains("-23 LUFS"), "{card}");
    for (flag, value, words) in
        [("--trim", "50", "100"), ("--loudness", "-3", "-3 LUFS"), ("--true-peak", "1", "1 dBTP")]
    {
        let run = booth.run(&["pack", "recordings", "--out", "none", "--no-project", flag, value]).exits(2);
        let _ = run.says(&[words]);
    }
}

/// Gives the receipt of the only session other moments, in the record and in its copy; the session is then one without
/// checksums.
fn set_moments(booth: &Booth, answered: &str, expires: &str) {
    let files = tree(&booth.path("recordings"));
    let unsealed = |bytes: &[u8], version: &str| {
        let mut value: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        value.as_object_mut().unwrap().remove("sum");
        value[version] = 1.into();
        value
    };
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with("takes.jsonl")) {
        let lines =
            bytes.split_inclusive(|&byte| byte == b'\n').map(|line| format!("{}\n", unsealed(line, "v")));
        booth.write(&format!("recordings/{name}"), lines.collect::<String>());
    }
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".json")) {
        let mut file = unsealed(bytes, "schema");
        let receipt = if name.ends_with("session.json") { &mut file["consent"] } else { &mut file };
        receipt["asked"] = answered.into();
        receipt["answered"] = answered.into();
        receipt["expires"] = expires.into();
        booth.write(&format!("recordings/{name}"), serde_json::to_vec_pretty(&file).unwrap());
    }
}

#[test]
fn a_date_that_is_given_dates_the_corpus_and_makes_no_consent_valid() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let pack = |out: &str, seconds: &str| {
        let args = ["pack", "recordings", "--out", out, "--json"];
        super::Run::of(&args, booth.command(&args).env("SOURCE_DATE_EPOCH", seconds).output().unwrap())
    };
    // A consent of today, and a date on which it was not given: the date is of the corpus alone.
    let run = pack("corpus", "1000000000").exits(0);
    let head = std::fs::read_to_string(booth.path("corpus/corpus.json")).unwrap();
    assert!(head.contains("\"date\": \"2001-09-09\""), "{head}");
    let judged = run.json().last().unwrap()["consent_judged_at"].as_str().unwrap().to_owned();
    assert!(judged.as_str() > "2026" && !head.contains(&judged[..10]), "{judged}");
    // A consent that held on the date, and has ended.
    set_moments(&booth, "2001-01-01T00:00:00.000Z", "2006-01-01T00:00:00.000Z");
    let run = pack("ended", "1000000000").exits(1).says(&["no take can be packed"]);
    assert!(run.json().iter().all(|row| row["reason"] == "consent-expired"), "{}", run.out);
    assert!(!booth.path("ended").exists());
    // One that is yet to come, and a date on which it will have been given.
    set_moments(&booth, "9000-01-01T00:00:00.000Z", "9005-01-01T00:00:00.000Z");
    let run = pack("later", "221845392000").exits(1).says(&["no take can be packed"]);
    let rows = run.json();
    assert!(rows.iter().all(|row| row["reason"] == "consent-invalid"), "{}", run.out);
    assert!(rows[0]["detail"].as_str().unwrap().contains("yet to come"), "{}", run.out);
}

#[test]
fn two_packs_with_one_lock_do_not_go_side_by_side() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    // As another pack holds it.
    let path = booth.write("recordings/.splits.lock.lock", "booth pack (process 1)\n");
    let other = std::fs::File::open(&path).unwrap();
    other.lock().unwrap();
    let pack = ["pack", "recordings", "--out", "corpus"];
    booth.run(&pack).exits(5).says(&["booth pack (process 1)", "splits.lock", "wait until it has ended"]);
    assert!(!booth.path("corpus").exists() && !booth.path("recordings/splits.lock").exists());
    // A dry run writes nothing, so it needs not wait.
    let _ = booth.run(&[&pack[..], &["--dry-run"]].concat()).exits(0).says(&[LONE]);
    drop(other);
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    assert!(!path.exists());
    let (lock, copy) = (booth.path("recordings/splits.lock"), booth.path("corpus/splits.lock"));
    assert_eq!(std::fs::read(lock).unwrap(), std::fs::read(copy).unwrap());
}

#[test]
fn one_recording_of_two_speakers_is_not_packed() {
    let booth = Booth::new();
    super::voice::Voice::default().write(&booth.path("old/one.wav"));
    booth.write("old/one.txt", "Some words to say here.\n");
    super::voice::Voice { seed: 99, ..super::voice::Voice::default() }.write(&booth.path("more/two.wav"));
    booth.write("more/two.txt", "Some other words.\n");
    for (folder, speaker) in [("old", "anna1"), ("old", "bert2"), ("more", "cleo3")] {
        let import = ["import", "--layout", "pairs", folder, "--locale", "en-US", "--speaker", speaker];
        let _ = booth.run(&[&import[..], &["--consent-statement", "Written for a check"]].concat()).exits(0);
    }
    let pack = ["pack", "recordings", "--out", "corpus", "--min-verdict", "reject"];
    let words = "speakers anna1 and bert2 have 1 recording with the same bytes";
    for dry in [&["--dry-run"][..], &[]] {
        let run = booth.run(&[&pack[..], dry].concat()).exits(1);
        let _ = run.says(&[words, "--without-shared"]);
    }
    assert!(!booth.path("recordings/splits.lock").exists());
    let _ = booth.pack("corpus", &["--min-verdict", "reject", "--without-shared"]).says(&[LONE, words]);
    let rows = std::fs::read_to_string(booth.path("corpus/catalogue.jsonl")).unwrap();
    assert!(rows.lines().count() == 1 && rows.contains("\"cleo3\""), "{rows}");
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
    let session = first_session(&booth);
    let (head, mut lines) = read_session(&session);
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
        let take = lines.iter_mut().find(|line| line["sha256"] == before.as_str()).unwrap();
        take["sha256"] = digest(&bytes).into();
        fs::write(path, bytes).unwrap();
    }
    write_session(&session, &head, &lines);
    let checked = summary(&booth.run(&["check", "--json"]).exits(1).json());
    assert_eq!((&checked["reject"], &checked["pass"]), (&3.into(), &0.into()));
    let dry = ["pack", "recordings", "--out", "corpus", "--dry-run", "--json"];
    let run = booth.run(&dry).exits(1).says(&[
        "measured 3 takes",
        "3 differ from what their",
        "no take can be packed",
    ]);
    let plan = summary(&run.json());
    let counts = (&plan["utterances"], &plan["measured"], &plan["differing"]);
    assert_eq!(counts, (&0.into(), &3.into(), &3.into()), "{plan}");
    booth.run(&dry[..4]).exits(1).says(&["measured 3 takes", "no take can be packed"]);
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
    // A check measures, too; what is there and cannot be read is no ledger that is missing.
    fs::remove_file(&ledger).unwrap();
    booth.run(&["check", "recordings"]).exits(0);
    assert!(packed("checked", 0, &[]) == here);
    fs::remove_file(&ledger).unwrap();
    fs::create_dir(&ledger).unwrap();
    booth
        .run(&["pack", "recordings", "--out", "forgetful"])
        .exits(3)
        .says(&["it is a folder, and a plain file is needed", "all is measured again"]);
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
    let limits = serde_json::json!({ "noisy": { "enabled": 0 }, "clipped": { "enabled": 0 } });
    let session = first_session(&booth);
    let (mut head, lines) = read_session(&session);
    head["sheet"]["policy"] = limits;
    write_session(&session, &head, &lines);
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

/// The faults and the summary of a corpus.
fn proved(booth: &Booth, corpus: &str) -> serde_json::Value {
    let rows = booth.run(&["verify", corpus, "--json"]).exits(0).json();
    summary(&rows)
}

#[test]
fn one_speaker_is_split_by_prompt_and_every_verb_says_what_that_is() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let note = "not speaker-independent";
    let pack = ["pack", "recordings", "--out", "corpus", "--split", "prompt"];
    let dry = booth.run(&[&pack[..], &["--dry-run", "--json"]].concat()).exits(0).json();
    assert!(dry[0]["speakers"][0]["split"].is_null() && !booth.path("corpus").exists());
    let _ = booth.run(&[&pack[..], &["--dry-run"]].concat()).exits(0).says(&[note]);
    let _ = booth.run(&pack).exits(0).says(&[note]);
    assert_eq!(proved(&booth, "corpus")["split_by"], "prompt");
    let _ = booth.run(&["verify", "corpus"]).exits(0).says(&["PASS", note]);
    // The lock says it from here on; the other way round it is an error, and so is a third speaker.
    let _ = booth.pack("again", &[]).says(&[note]);
    assert!(tree(&booth.path("again")).get("splits.lock") == tree(&booth.path("corpus")).get("splits.lock"));
    let _ = booth.run(&["diff", "corpus", "again"]).exits(0).says(&["nothing moved"]);
    let by_speaker = ["pack", "recordings", "--out", "other", "--split", "speaker"];
    let _ = booth.run(&by_speaker).exits(2).says(&["the lock splits by prompt", "--splits"]);
    let _ = booth
        .run(&["pack", "recordings", "--out", "other", "--split", "text"])
        .exits(2)
        .says(&["speaker and prompt are allowed", "For more information"]);
    for speaker in [2, 3] {
        record(&booth, "en-US", speaker);
    }
    let _ = booth.run(&["pack", "recordings", "--out", "other"]).exits(1).says(&["3 speakers", "--splits"]);
    let _ = booth.run(&[&by_speaker[..], &["--splits", "own.lock"]].concat()).exits(0);
    assert_eq!(proved(&booth, "other")["split_by"], "speaker");
}

#[test]
fn a_set_for_evaluation_is_never_packed_to_train_from_whatever_folder() {
    let booth = Booth::new();
    sheet(&booth);
    for speaker in 1..=3 {
        record(&booth, "en-US", speaker);
    }
    let set = ["pack", "measured", "--out", "set", "--purpose", "evaluation"];
    let device = super::main_job::speech(&booth, 9);
    let session = super::Record::from(&device).set("--speaker", "spk9").set("--room-check", "0.3");
    booth.record(&session.with(&["--into", "measured", "--grant", "asr,evaluation"]).auto()).exits(0);
    let refused = booth.run(&[&set[..], &["--scope", "asr"]].concat()).exits(2);
    let _ = refused.says(&["needs the consent to `evaluation`"]);
    let _ = booth.run(&set).exits(0);
    let rows = fs::read_to_string(booth.path("set/catalogue.jsonl")).unwrap();
    assert!(
        rows.lines().count() == 3 && rows.lines().all(|row| row.contains("\"split\":\"test\"")),
        "{rows}"
    );
    assert_eq!(proved(&booth, "set")["purpose"], "evaluation");
    let _ = booth.run(&["verify", "set"]).exits(0).says(&["PASS", "all of it is test"]);
    // By itself there is nothing to train on, and beside others it is left out, whichever folder is named first.
    let alone = booth.run(&["pack", "measured", "--out", "trained"]).exits(1);
    let _ = alone.says(&["no take can be packed"]);
    for (out, folders) in [("one", ["recordings", "measured"]), ("two", ["measured", "recordings"])] {
        let run = booth.run(&[&["pack", "--out", out, "--json"], &folders[..]].concat()).exits(0).json();
        let left_out = run.iter().filter(|row| row["reason"] == "for-evaluation").count();
        assert_eq!((left_out, &summary(&run)["utterances"]), (3, &serde_json::json!(9)));
        let rows = fs::read_to_string(booth.path(out).join("catalogue.jsonl")).unwrap();
        assert!(!rows.contains("spk9"), "{rows}");
        assert_eq!(proved(&booth, out)["purpose"], "training");
    }
}
