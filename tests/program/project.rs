//! The project file: found, named, read by each verb, overridden by flags, and never passed over in silence.

use super::main_job::{sheet, speech};
use super::{Booth, LONE, REJUDGED, Record, first_session, tree};
use booth::digest::Sha256;
use serde_json::Value;
use std::fs;

/// What is said once of the project that is read.
const SAID: &str = "Project: ";
const WHOLE: &str = "schema = 1\n\
    languages = [\"en-US\"]\nsheets = [\"tiny\"]\n\
    [collector]\nname = \"The Valley\"\ncontact = \"valley@example.org\"\n\
    [consent]\nuses = [\"asr\", \"share-open\"]\nkeep_until = 2099-12-31\n\
    [licence]\nid = \"CC-BY-4.0\"\naccess = \"open\"\n\
    [release]\ntitle = \"Voices of the Valley\"\nrate = 22050\nsample_format = \"int24\"\nmin_verdict = \"reject\"\n\
    train = 60\ndev = 20\ntest = 20\n";

/// Records the small sheet by `args`, over a project file.
fn recorded(booth: &Booth, project: &str, more: &[&str]) -> Value {
    booth.write("booth.toml", project);
    sheet(booth);
    // One that names nobody, as those that ship.
    let head = fs::read_to_string(booth.path("sheet/sheet.toml")).unwrap();
    let head: Vec<&str> = head.lines().filter(|line| !line.starts_with("controller")).collect();
    booth.write("sheet/sheet.toml", head.join("\n") + "\n");
    let device = speech(booth, 1);
    let record = Record::from(&device).auto().with(more);
    booth.record(&record).exits(0).says(&[SAID]);
    let session = fs::read_to_string(first_session(booth).join("session.json")).unwrap();
    serde_json::from_str::<Value>(&session).unwrap()["consent"].clone()
}

#[test]
fn what_a_project_says_is_in_the_text_the_receipt_and_the_corpus_with_its_hash() {
    let booth = Booth::new();
    let receipt = recorded(&booth, WHOLE, &["--grant", "asr,share-open"]);
    let sha256 = Sha256::of(WHOLE).to_string();
    for (field, value) in [
        ("controller", "The Valley"),
        ("contact", "valley@example.org"),
        ("licence", "CC-BY-4.0"),
        ("expires", "2099-12-31T23:59:59.999Z"),
        ("project_sha256", &sha256),
    ] {
        assert_eq!(receipt[field], value, "{field}");
    }
    assert!(receipt["licence_sha256"].is_null() && receipt["scopes"]["share-open"] == true);
    let copies = tree(&booth.path("receipts"));
    let copy = copies.iter().find(|(name, _)| name.ends_with(".txt")).unwrap().1;
    let copy = String::from_utf8_lossy(copy);
    assert!(copy.contains("under the licence CC-BY-4.0") && copy.contains("The Valley"), "{copy}");
    assert!(
        !copy.contains("CC0") && !copy.contains("synthetic voice"),
        "only what is asked for is told: {copy}"
    );

    booth.pack("corpus", &[]).says(&[SAID, LONE]);
    let head = fs::read_to_string(booth.path("corpus/corpus.json")).unwrap();
    let settings = serde_json::from_str::<Value>(&head).unwrap()["settings"].clone();
    for (field, value) in [
        ("title", "Voices of the Valley"),
        ("format", "int24"),
        ("min_verdict", "reject"),
        ("access", "open"),
        ("project_sha256", &sha256),
    ] {
        assert_eq!(settings[field], value, "{field}");
    }
    assert_eq!((&settings["rate"], &settings["targets"]["train"]), (&22_050.into(), &60.into()));
    assert_eq!(settings["licence"]["id"], "CC-BY-4.0");
    let card = fs::read_to_string(booth.path("corpus/README.md")).unwrap();
    assert!(card.contains("license: \"cc-by-4.0\"") && card.contains("Access is open"), "{card}");

    // Flags go before it; what was granted under another licence is left out, and said.
    booth.pack("other", &["--rate", "16000", "--name", "Other", "--licence", "none"]).says(&[SAID, LONE]);
    let other = fs::read_to_string(booth.path("other/corpus.json")).unwrap();
    assert!(
        other.contains("\"rate\": 16000")
            && other.contains("\"title\": \"Other\"")
            && !other.contains("\"licence\":")
    );
    let run = booth.run(&["pack", "recordings", "--out", "none", "--licence", "CC0-1.0"]).exits(1);
    assert!(
        run.out.contains("the consent does not grant the licence and the access of the release"),
        "{}",
        run.out
    );
    let _ = run.says(&[SAID, "no take can be packed"]);
    let bare = booth.run(&["pack", "recordings", "--out", "bare", "--no-project", "--licence", "CC-BY-4.0"]);
    bare.exits(2).says(&["--access open or --access gated"]);
    let plain = booth.pack("plain", &["--no-project"]);
    let _ = plain.says(&[LONE]);
    assert!(!fs::read_to_string(booth.path("plain/corpus.json")).unwrap().contains("project"));
}

#[test]
fn flags_of_record_go_before_the_project_and_nothing_is_granted_that_is_not_asked_for() {
    let booth = Booth::new();
    let more =
        ["--licence", "CC-BY-SA-4.0", "--controller", "Ada", "--controller-contact", "ada@example.org"];
    let receipt = recorded(&booth, WHOLE, &[&["--grant", "asr,share-open"], &more[..]].concat());
    assert_eq!((&receipt["licence"], &receipt["controller"]), (&"CC-BY-SA-4.0".into(), &"Ada".into()));
    let device = speech(&booth, 1);
    let refused = |more: &[&str]| {
        booth.record(&Record::from(&device).auto().set("--speaker", "ben").with(more)).exits(2)
    };
    refused(&["--grant", "asr,tts"])
        .says(&[SAID, "the use tts is not asked for here; asked for are asr, share-open"]);
    refused(&["--no-project", "--grant", "asr,share-open"])
        .says(&["needs a licence, and none is named", "--licence"]);
    refused(&["--licence", "LicenseRef-x"]).says(&[SAID, "its text must be known"]);
    refused(&["--licence", "cc-by-4.0"]).says(&[SAID, "write `CC-BY-4.0`"]);
    booth.write("booth.toml", "schema = 1\n[consent]\nkeep_until = 2020-02-29\n");
    let late = booth.record(&Record::from(&device).auto().set("--speaker", "ben")).exits(3);
    let _ = late.says(&[SAID, "kept until 2020-02-29, which is past"]);
}

#[test]
fn without_a_project_all_is_as_it_was_and_nothing_is_promised() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    booth.record(&Record::from(&device).auto()).exits(0);
    let session = fs::read_to_string(first_session(&booth).join("session.json")).unwrap();
    assert!(!session.contains("project") && !session.contains("licence_sha256"), "{session}");
    assert!(!session.contains("CC0-1.0\",\n    \"project"), "{session}");
    // A file in which nothing is said changes the hash alone.
    booth.run(&["init"]).exits(0).says(&["Next: ", "the files of card", "Keep the recordings"]);
    booth.record(&Record::from(&device).auto().set("--speaker", "ben")).exits(0).says(&[SAID]);
    let sessions: Vec<Value> = tree(&booth.path("recordings"))
        .into_iter()
        .filter(|(name, _)| name.ends_with("session.json"))
        .map(|(_, bytes)| serde_json::from_slice(&bytes).unwrap())
        .collect();
    let texts: Vec<&Value> = sessions.iter().map(|session| &session["consent"]["text_sha256"]).collect();
    assert_eq!(texts[0], texts[1]);
}

#[test]
fn a_licence_of_ones_own_is_shown_whole_before_consent_and_stands_on_the_card() {
    let booth = Booth::new();
    booth.write("LICENCE.txt", "Ask the elders, and ask again each year.\n");
    let project = "schema = 1\n[consent]\nuses = [\"asr\", \"share-gated\"]\n\
        [licence]\nid = \"LicenseRef-Valley\"\ntext = \"LICENCE.txt\"\naccess = \"gated\"\n";
    let receipt = recorded(&booth, project, &["--grant", "asr,share-gated"]);
    let sha256 = Sha256::of("Ask the elders, and ask again each year.\n").to_string();
    assert_eq!(
        (&receipt["licence"], &receipt["licence_sha256"]),
        (&"LicenseRef-Valley".into(), &sha256.clone().into())
    );
    let copies = tree(&booth.path("receipts"));
    let shown = copies.iter().find(|(name, _)| name.ends_with(".txt")).unwrap().1;
    assert!(String::from_utf8_lossy(shown).contains("Ask the elders, and ask again each year."));
    booth.pack("corpus", &["--min-verdict", "reject"]).says(&[SAID, LONE]);
    let card = fs::read_to_string(booth.path("corpus/README.md")).unwrap();
    assert!(card.contains("    Ask the elders, and ask again") && card.contains(&sha256), "{card}");
    // Another text under the same name is another licence.
    booth.write("LICENCE.txt", "Take it all.\n");
    let run = booth.run(&["pack", "recordings", "--out", "sold", "--dry-run"]).exits(1);
    assert!(run.out.contains("another text of `LicenseRef-Valley`"), "{}", run.out);
    let _ = run.says(&[SAID, "no take can be packed"]);
    fs::remove_file(booth.path("LICENCE.txt")).unwrap();
    let run = booth.run(&["pack", "recordings", "--out", "sold"]).exits(3);
    let _ = run.says(&["there is no file `LICENCE.txt` beside the project file", "booth.toml:6:8"]);
}

#[test]
fn a_broken_project_file_stops_every_verb_at_its_line() {
    let booth = Booth::new();
    booth.write("booth.toml", "schema = 1\n\ncolour = \"red\"\n");
    sheet(&booth);
    let device = speech(&booth, 1);
    fs::create_dir(booth.path("recordings")).unwrap();
    let says = ["there is no field `colour` here", "booth.toml:3:1", "allowed are schema"];
    booth.record(&Record::from(&device).auto()).exits(3).says(&says);
    for args in [
        &["check", "recordings"][..],
        &["pack", "recordings", "--out", "corpus"],
        &["import", "speech-1", "--locale", "en-US"],
        &["prompts", "check", "sheet"],
    ] {
        booth.run(args).exits(3).says(&says);
        let run = booth.run(&[args, &["--no-project"]].concat());
        assert!(!run.err.contains("colour"), "{args:?}: {}", run.err);
        let _ = run.says(&[""]);
    }
    let run = booth.run(&["check", "recordings", "--json"]).exits(3).says(&["\"line\":3", "\"column\":1"]);
    assert_eq!(run.out, "");
    // Nothing is taken for a project file but a plain file.
    fs::remove_file(booth.path("booth.toml")).unwrap();
    fs::create_dir(booth.path("booth.toml")).unwrap();
    booth
        .run(&["prompts", "check", "sheet"])
        .exits(3)
        .says(&["the project file is a folder", "--no-project"]);
}

#[test]
fn it_is_found_upwards_or_named_and_told_to_programs() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    booth.record(&Record::from(&device).auto()).exits(0);
    booth.write("booth.toml", "schema = 1\nlanguages = [\"fr-FR\"]\n[policy.noisy]\nenabled = 0\n");
    let run = booth.run(&["check", "recordings", "--rejudge", "--json"]);
    let lines = run.json();
    assert_eq!(lines[0]["type"], "project");
    assert!(lines[0]["path"].as_str().unwrap().ends_with("/booth.toml"), "{}", lines[0]);
    let outside: Vec<&Value> = lines.iter().filter(|line| line["type"] == "outside").collect();
    assert!(
        outside.len() == 1 && outside[0]["locale"] == "en-US" && outside[0]["sessions"] == 1,
        "{outside:?}"
    );
    let _ = run.says(&[
        REJUDGED,
        "the project file switches checks off: noisy",
        "the language en-US is none of the project's",
    ]);
    let policy = |run: &super::Run| run.json().last().unwrap()["policy_sha256"].clone();
    let with = policy(&booth.run(&["check", "recordings", "--rejudge", "--json", "--quiet"]).says(&["note"]));
    let without =
        policy(&booth.run(&["check", "recordings", "--rejudge", "--json", "--no-project", "--quiet"]));
    let flag = ["check", "recordings", "--rejudge", "--json", "--quiet", "--limit-of", "noisy.enabled=1"];
    assert_ne!(with, without);
    assert_eq!(policy(&booth.run(&flag).says(&["note"])), without, "a flag goes before the project");
    // Named, through a link too; a profile is one line.
    booth.write("elsewhere/other.toml", "schema = 1\nprofile = \"tts\"\n");
    let named = ["check", "recordings", "--rejudge", "--project", "elsewhere/other.toml"];
    let run = booth.run(&[&named[..], &["--json"]].concat());
    assert_eq!(run.json().last().unwrap()["profile"], "tts");
    let _ = run.says(&[REJUDGED]);
    booth.run(&[&named[..], &["--no-project"]].concat()).exits(2).says(&["cannot be used with"]);
    booth.run(&["check", "--project", "nowhere.toml"]).exits(3).says(&["no such file"]);
    // Recordings of two projects have no one project.
    booth.write("elsewhere/booth.toml", "schema = 1\n");
    fs::create_dir(booth.path("elsewhere/recordings")).unwrap();
    booth.run(&["check", "recordings", "elsewhere/recordings"]).exits(2).says(&["two project files apply"]);
}

#[test]
fn what_targets_break_on_is_told_by_check_and_not_recorded() {
    let booth = Booth::new();
    sheet(&booth);
    booth.write("sheet/en-US.tsv", "id\ttext\nfive\tWake me at 5 please.\npipe\tOne | two.\n");
    let lints = |more: &[&str]| -> Vec<(String, u64, u64, String)> {
        let run = booth.run(&[&["prompts", "check", "sheet", "--json"], more].concat());
        let lines = run.json();
        let found =
            lines.iter().filter(|line| line["id"].as_str().is_some_and(|id| id.starts_with("target")));
        let place = |line: &Value, name: &str| line[name].as_u64().unwrap();
        found
            .map(|line| {
                let message = line["message"].as_str().unwrap().to_owned();
                (line["id"].as_str().unwrap().to_owned(), place(line, "line"), place(line, "column"), message)
            })
            .collect()
    };
    assert_eq!(lints(&[]), []);
    let found = lints(&["--target", "piper", "--target", "common-voice"]);
    assert_eq!(
        found.iter().map(|(id, line, column, _)| (id.as_str(), *line, *column)).collect::<Vec<_>>(),
        [("target-breaks", 2, 17), ("target-alters", 3, 6), ("target-breaks", 3, 10),]
    );
    assert!(found[2].3.starts_with("piper: the text holds `|`"), "{found:?}");
    booth
        .run(&["prompts", "check", "sheet", "--target", "tensorflow"])
        .exits(2)
        .says(&["kaldi, nemo, nemo-tarred"]);
    // Those of the project, unless a flag names others.
    booth.write("booth.toml", "schema = 1\ntargets = [\"ljspeech\", \"nemo\"]\n");
    assert_eq!(lints(&[]).len(), 1);
    assert_eq!(lints(&["--target", "nemo"]), []);
    assert_eq!(lints(&["--no-project"]), []);
    let device = speech(&booth, 1);
    let run = booth.record(&Record::from(&device).auto()).exits(3);
    let _ = run.says(&[SAID, "ljspeech: the text holds `|`", "booth prompts check"]);
    assert!(!booth.path("recordings").exists(), "nothing is begun");
}

#[test]
fn an_import_takes_collector_licence_and_limits_from_the_project() {
    let booth = Booth::new();
    booth.write("booth.toml", WHOLE);
    speech(&booth, 1);
    booth.write("speech-1/alarm-one.txt", "Wake me at seven please.\n");
    let args = ["import", "speech-1", "--layout", "pairs", "--locale", "en-US", "--speaker", "anna"];
    let stated = ["--consent-statement", "Signed forms lie in folder 7.", "--grant", "asr,share-open"];
    let run = booth.run(&[&args[..], &stated].concat());
    let _ = run.says(&[SAID, "the sheet imported is none of the project's"]);
    let session = fs::read_to_string(first_session(&booth).join("session.json")).unwrap();
    let receipt = serde_json::from_str::<Value>(&session).unwrap()["consent"].clone();
    for (field, value) in
        [("controller", "The Valley"), ("licence", "CC-BY-4.0"), ("expires", "2099-12-31T23:59:59.999Z")]
    {
        assert_eq!(receipt[field], value, "{field}");
    }
}
