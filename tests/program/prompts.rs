//! `booth prompts`: faults with their places, the words as they are read, the list of sheets.

use super::main_job::{sheet, speech};
use super::{Booth, Record, first_session, read_session, tree};
use std::path::Path;

#[test]
fn the_words_are_shown_as_they_are_read() {
    let booth = Booth::new();
    sheet(&booth);
    let run = booth.run(&["prompts", "show", "sheet", "--locale", "en-US"]).exits(0);
    let lines: Vec<&str> = run.out.lines().skip(1).collect();
    let read: Vec<(&str, &str)> =
        lines.iter().map(|line| line.split_once(' ').map(|(id, text)| (id, text.trim())).unwrap()).collect();
    let expected = [
        ("alarm-one", "Wake me at seven please."),
        ("light-on", "Turn on the lamp now."),
        ("music-stop", "Stop the music in here."),
    ];
    assert_eq!(read, expected);
}

#[test]
fn a_list_names_each_language_and_a_check_counts_them() {
    let booth = Booth::new();
    sheet(&booth);
    let list = booth.run(&["prompts", "list", "sheet"]).exits(0);
    for word in ["tiny", "1.0.0", "de-DE", "en-US"] {
        assert!(list.out.contains(word), "{word} is missing in\n{}", list.out);
    }
    booth.run(&["prompts", "check", "sheet"]).exits(0).says(&["6 prompts in 2 locales of 1 sheet: 0 faults"]);
    let text = std::fs::read_to_string(booth.path("sheet/de-DE.tsv")).unwrap();
    booth.write("sheet/de-DE.tsv", text.replace("[device : die Lampe]", "[device die Lampe"));
    let run = booth.run(&["prompts", "check", "sheet"]).exits(1);
    assert!(run.out.contains("sheet/de-DE.tsv:3:"), "{}", run.out);
}

#[test]
fn a_repair_is_shown_first_and_written_when_it_is_asked_for() {
    let booth = Booth::new();
    sheet(&booth);
    booth.run(&["prompts", "fix", "sheet"]).exits(0).says(&["nothing to repair"]);
    let sound = std::fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap();
    let spoilt = sound
        .replace("Stop the music in here.", "\"Stop the music,\u{a0}in  here.\"")
        .replace("[device : the lamp]", "[device: the lamp ]")
        .replace('\n', "\r\n");
    booth.write("sheet/en-US.tsv", format!("\u{feff}{spoilt}"));
    let run = booth.run(&["prompts", "fix", "sheet"]).exits(1).says(&["nothing was written", "--write"]);
    for line in ["sheet/en-US.tsv: byte-order-mark, line-ends", "en-US.tsv:4: quotes, spaces", "+ music-stop"]
    {
        assert!(run.out.contains(line), "{line} is missing in\n{}", run.out);
    }
    assert!(run.out.contains("\\u{a0}"), "what cannot be seen is told:\n{}", run.out);
    assert!(std::fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap().contains('\r'));

    let run = booth.run(&["prompts", "fix", "sheet", "--write", "--json"]).exits(0);
    let lines = run.says(&["byte-order-mark 1, line-ends 1, quotes 1, spaces 2"]).json();
    let summary = lines.last().unwrap();
    assert_eq!((summary["files"].as_u64(), summary["lines"].as_u64()), (Some(1), Some(2)));
    assert_eq!((summary["repairs"]["quotes"].as_u64(), summary["written"].as_bool()), (Some(1), Some(true)));
    let fixed = std::fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap();
    assert_eq!(fixed, sound.replace("Stop the music in here.", "Stop the music, in here."));
    booth.run(&["prompts", "fix", "sheet"]).exits(0).says(&["nothing to repair"]);
    booth.run(&["prompts", "check", "sheet"]).exits(0);
}

/// Records one prompt of the sheet `name`, and returns the record of the session.
fn recorded(booth: &Booth, name: &str) -> serde_json::Value {
    let voice = format!("{}/alarm-one.wav", speech(booth, 1));
    let record =
        Record::from(&voice).auto().with(&["--limit", "1", "--attempts", "1", "--on-reject", "keep"]);
    let mut args = record.args();
    args[1] = name;
    booth.run(&args).exits(0);
    let (record, _) = read_session(&first_session(booth));
    record
}

#[test]
fn a_sheet_in_the_program_is_used_by_its_name_and_is_that_of_the_checkout() {
    let booth = Booth::new();
    let prompts = Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts");
    let list = booth.run(&["prompts", "list"]).exits(0);
    for word in ["assistant (in the program)", "wake-word (in the program)", "zh-CN"] {
        assert!(list.out.contains(word), "{word} is missing in\n{}", list.out);
    }
    booth
        .run(&["prompts", "check", "assistant", "wake-word"])
        .exits(0)
        .says(&["in 30 locales of 2 sheets: 0 faults"]);
    let from = |place: &str| {
        let mut rows = booth.run(&["prompts", "list", place, "--json"]).exits(0).json();
        let rows = rows.iter_mut().map(|row| {
            row.as_object_mut().unwrap().remove("path");
            row.clone()
        });
        rows.collect::<Vec<_>>()
    };
    assert_eq!(from("assistant"), from(prompts.join("assistant").to_str().unwrap()));
    let shown = booth.run(&["prompts", "show", "assistant", "--locale", "en-US"]).exits(0);
    assert!(shown.out.contains("Wake me up at seven in the morning tomorrow."), "{}", shown.out);
    booth
        .run(&["prompts", "show", "assistant", "--locale", "cy-GB"])
        .exits(3)
        .says(&["no prompts in cy-GB", "assistant (in the program)"]);
    booth.run(&["prompts", "list", "asistant"]).exits(3).says(&["asistant", "assistant, wake-word"]);
    booth.run(&["prompts", "fix", "assistant"]).exits(2).says(&["cannot be repaired", "prompts copy"]);

    // A folder of that name goes before it.
    sheet(&booth);
    std::fs::rename(booth.path("sheet"), booth.path("assistant")).unwrap();
    let list = booth.run(&["prompts", "list", "assistant"]).exits(0);
    assert!(list.out.starts_with("tiny 1.0.0"), "{}", list.out);
}

#[test]
fn a_session_has_the_same_hash_of_its_sheet_from_the_folder_and_from_the_program() {
    let (inside, outside) = (Booth::new(), Booth::new());
    let record = recorded(&inside, "assistant");
    inside.run(&["prompts", "copy", "assistant", "--to", "of-mine"]).exits(0).says(&["Next: "]);
    let copied = recorded(&outside, inside.path("of-mine/assistant").to_str().unwrap());
    assert_eq!(record["sheet"], copied["sheet"]);
    let digest = |file: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts/assistant").join(file);
        booth::digest::Sha256::of(std::fs::read(path).unwrap())
    };
    let of_both = format!("{}  tsv\n{}  values\n", digest("en-US.tsv"), digest("values/en-US.tsv"));
    assert_eq!(record["sheet"]["sha256"], booth::digest::Sha256::of(of_both).to_string());
    // What was read from the one is not stale by the other.
    let status = inside.run(&["status", "recordings", "--prompts", "assistant", "--json"]).exits(0).json();
    let of_copy =
        inside.run(&["status", "recordings", "--prompts", "of-mine/assistant", "--json"]).exits(0).json();
    assert_eq!(status, of_copy);
    assert_eq!(status.last().unwrap()["total"]["stale"], 0);
}

#[test]
fn a_copy_is_the_checkouts_byte_for_byte_and_never_written_over() {
    let booth = Booth::new();
    let rows = booth.run(&["prompts", "copy", "wake-word", "--json"]).exits(0).json();
    assert_eq!((rows[0]["path"].as_str(), rows[0]["files"].as_u64()), (Some("./wake-word"), Some(16)));
    let copied = tree(&booth.path("."));
    let prompts = Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts/wake-word");
    let shipped = tree(&prompts).into_iter().map(|(name, bytes)| (format!("wake-word/{name}"), bytes));
    assert_eq!(copied, shipped.collect());
    booth.write("wake-word/en-US.tsv", "mine");
    booth.run(&["prompts", "copy", "wake-word"]).exits(5).says(&["never overwritten"]);
    assert_eq!(std::fs::read(booth.path("wake-word/en-US.tsv")).unwrap(), b"mine");
    booth
        .run(&["prompts", "copy", "wakeword"])
        .exits(2)
        .says(&["no sheet `wakeword`", "assistant, wake-word"]);
    booth.run(&["prompts", "copy", "../wake-word"]).exits(2).says(&["no sheet"]);
}

#[test]
fn a_deal_is_told_before_anybody_reads_and_coverage_of_what_there_is() {
    let booth = Booth::new();
    let deal = ["prompts", "deal", "assistant", "--locale", "fr-FR", "--speakers", "5", "--each", "10"];
    let run = booth.run(&deal).exits(0).says(&["Nobody was dealt anything"]);
    assert!(run.out.starts_with("assistant 1.2.0 · fr-FR: 5 speakers, 10 sentences each"), "{}", run.out);
    let rows = booth.run(&[&deal[..], &["--stopping", "2", "--json"]].concat()).exits(0).json();
    let dealt: Vec<_> = rows.iter().filter(|row| row["type"] == "dealt").collect();
    let forecast = rows.iter().find(|row| row["type"] == "forecast").unwrap();
    assert_eq!(forecast["readings"], dealt.len());
    assert!(dealt.len() < 50 && dealt.len() >= 30, "{}", dealt.len());
    assert_eq!(forecast["unseen_eval"], 1.0);
    booth.run(&[&deal[..], &["--stopping", "6"]].concat()).exits(2).says(&["6 of 5 speakers cannot stop"]);
    booth.run(&["prompts", "deal", "wake-word"]).exits(3).says(&["no templates", "docs/PROMPTS.md"]);
    let run = booth.run(&["prompts", "coverage", "assistant", "--locale", "fr-FR"]).exits(0);
    assert!(run.out.contains("67 intents, each said in "), "{}", run.out);
    assert!(run.out.contains("each letter of the language stands in 5 places or more"), "{}", run.out);
}

#[test]
fn sentences_are_chosen_from_a_text_and_a_sheet_is_made_of_them() {
    let booth = Booth::new();
    let pile = "The quick brown fox jumps.\nThe quick brown fox jumps!\nIt is 7 pm.\nA lazy dog sleeps.\nA lazy dog sits.\n";
    booth.write("pile.txt", pile);
    let select = ["prompts", "select", "pile.txt", "--locale", "en-US", "-n", "2"];
    let run = booth.run(&select).exits(0).says(&[
        "2 of 5 lines chosen; 1 say the same as another, 1 have a finding (digit 1)",
        "of its",
        "that they lack",
    ]);
    assert!(
        run.out.starts_with("id\ttext\nline-") && run.out.contains("The quick brown fox jumps."),
        "{}",
        run.out
    );
    assert_eq!(booth.run(&select).exits(0).says(&["2 of 5 lines", "of its", "that they lack"]).out, run.out);
    let rows = booth
        .run(&[&select[..], &["--json"]].concat())
        .exits(0)
        .says(&["2 of 5 lines", "of its", "that they lack"])
        .json();
    assert_eq!((rows[0]["type"].as_str(), rows[2]["chosen"].as_u64()), (Some("chosen"), Some(2)));

    let new = ["prompts", "new", "mine/fox", "--locale", "en-US", "--from", "pile.txt", "-n", "2"];
    booth.run(&new).exits(2).says(&["--licence"]);
    let terms = ["--licence", "CC0-1.0", "--source", "Written by us"];
    booth.run(&[&new[..], &terms].concat()).exits(0).says(&[
        "2 of 5 lines",
        "of its",
        "that they lack",
        "2 prompts in 1 locale of 1 sheet: 0 faults",
        "booth record mine/fox",
    ]);
    booth.run(&["prompts", "check", "mine/fox"]).exits(0);
    booth.run(&[&new[..], &terms].concat()).exits(5).says(&["never overwritten"]);
}

#[test]
fn a_sheet_is_made_of_a_spreadsheet_and_of_a_domain() {
    let booth = Booth::new();
    let terms = ["--locale", "fr-FR", "--licence", "CC0-1.0", "--source", "nous"];
    let new = |from: &str| {
        [&["prompts", "new", "mine", "--from", from][..], &terms]
            .concat()
            .iter()
            .map(|arg| (*arg).to_owned())
            .collect::<Vec<_>>()
    };
    let run = |from: &str| booth.run(&new(from).iter().map(String::as_str).collect::<Vec<_>>());
    booth.write("a.csv", "Sentence;Intent\n\"Bonjour ; ça va ?\";greet\nÀ  demain !;\n");
    run("a.csv").exits(0).says(&["2 prompts in 1 locale", "Next: "]);
    let tsv = std::fs::read_to_string(booth.path("mine/fr-FR.tsv")).unwrap();
    let rows: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0], ["id", "text", "intent"]);
    assert_eq!((rows[1][1], rows[1][2], rows[2][1]), ("Bonjour ; ça va ?", "greet", "À demain !"));
    std::fs::remove_dir_all(booth.path("mine")).unwrap();
    for (name, bytes, says) in [
        ("b.csv", "a,b\nc,d\n", "no column `text`"),
        ("c.csv", "text,mood\nAllô,gai\n", "no column `mood`"),
        ("d.csv", "text\nAllô,toi\n", "has 2 cells"),
        ("e.xlsx", "PK\u{3}\u{4}", "save the table as CSV"),
    ] {
        booth.write(name, bytes);
        run(name).exits(3).says(&[name, says]);
    }
    assert!(!booth.path("mine").exists());
    // What is wrong with a sentence is told, and the sheet is there to be mended.
    booth.write("f.csv", "text\nAllô toi.\nAllô [toi.\n");
    run("f.csv").exits(1).says(&["REJECT", "mend what is named above"]);
    assert!(booth.path("mine/fr-FR.tsv").exists());

    let domain =
        ["prompts", "new", "timers", "--locale", "de-DE", "--domain", "timer", "--controller", "Die Stimmen"];
    booth
        .run(&[&domain[..], &["--controller-contact", "mail@example.org"]].concat())
        .exits(0)
        .says(&["0 faults", "Next: "]);
    let found = booth.run(&["prompts", "coverage", "timers", "--json"]).exits(0).json();
    assert!(
        found[0]["templates"].as_u64().unwrap() >= 16 && found[0]["readings"].as_u64().unwrap() > 500,
        "{found:?}"
    );
    booth
        .run(&["prompts", "new", "tea", "--locale", "de-DE", "--domain", "tea"])
        .exits(2)
        .says(&["no domain `tea`", "timer"]);
    booth
        .run(&["prompts", "new", "tea", "--locale", "de-DE", "--licence", "CC0-1.0", "--source", "wir"])
        .exits(2)
        .says(&["--from FILE"]);
}

#[test]
fn what_readers_report_is_collected_and_the_next_version_says_what_it_mends() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    booth.run(&["prompts", "errata"]).exits(3).says(&["no such folder of recordings", "booth record"]);
    // Asked for a reason, nothing after all, a key of another meaning, a number that is none; then two, one of them twice.
    let typed = "x\n\nx\nl\nx 9\n2\nx spelling a reader's words\nx 1 a reader's words\nx 1 \u{202e}sdrow\n\n\nx unfit\nq\n";
    let run = booth.run_with(&Record::from(&device).args(), typed).exits(0);
    for words in
        ["What is wrong with this sentence?", "2  Nobody would say it like that", "Nothing was passed on."]
    {
        assert!(run.err.contains(words), "{words} is missing in\n{}", run.err);
    }
    assert_eq!(run.err.matches("Thank you: passed on.").count(), 4, "{}", run.err);
    let _ = run.says(&["cannot be kept: it has a bidirectional control"]);
    let (_, log) = read_session(&first_session(&booth));
    let reports: Vec<_> = log.iter().filter(|line| line["event"] == "reported").collect();
    let told: Vec<_> = reports
        .iter()
        .map(|line| {
            (line["prompt"].as_str().unwrap(), line["reason"].as_str().unwrap(), line["words"].as_str())
        })
        .collect();
    let said = Some("a reader's words");
    let expected =
        [("alarm-one", "unnatural", None), ("alarm-one", "spelling", said), ("light-on", "unfit", None)];
    assert_eq!(told, expected);
    assert_eq!(reports[0]["text"], "Wake me at seven please.");
    let sha256 = booth::digest::Sha256::of("Wake me at seven please.").to_string();
    assert_eq!(reports[0]["text_sha256"], sha256);
    booth.run(&["check", "recordings"]).exits(0);

    let run = booth.run(&["prompts", "errata"]).exits(0);
    let expected = "tiny en-US  alarm-one  Wake me at seven please.\n    1 reader of 1.0.0: spelling 1, unnatural 1\n    \
                    spelling: a reader's words\ntiny en-US  light-on  Turn on the lamp now.\n    1 reader of 1.0.0: unfit 1\n";
    assert_eq!(run.out, expected);
    let _ = run.says(&["2 prompts reported by 1 reader in 1 session"]);

    // The next version mends one of them, and a take that was kept goes stale.
    let head = std::fs::read_to_string(booth.path("sheet/sheet.toml")).unwrap();
    let next =
        head.replace("1.0.0", "1.10.0") + "[mended.\"1.10.0\"]\nalarm-one = \"nobody says please so\"\n";
    booth.write("sheet/sheet.toml", &next);
    let text = std::fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap();
    booth.write("sheet/en-US.tsv", text.replace("[time : seven] please.", "[time : seven]."));
    booth.run(&["prompts", "check", "sheet"]).exits(0).says(&["0 faults"]);
    let errata = ["prompts", "errata", "recordings", "--prompts", "sheet"];
    let run = booth.run(&errata).exits(0);
    for line in [
        "alarm-one  Wake me at seven please.  [mended in 1.10.0]",
        "light-on  Turn on the lamp now.  [still there]",
        "tiny en-US  alarm-one  stale: 1 kept take of 1 speaker; mended in 1.10.0: nobody says please so",
    ] {
        assert!(run.out.contains(line), "{line} is missing in\n{}", run.out);
    }
    let _ = run.says(&["1 still there, 1 mended, 0 gone; 1 stale take"]);
    let mut rows = booth.run(&[&errata[..], &["--json"]].concat()).exits(0).says(&["2 prompts"]).json();
    let summary = rows.pop().unwrap();
    let types: Vec<_> = rows.iter().map(|row| row["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["report", "report", "stale"]);
    let first = serde_json::json!({
        "schema": 1, "type": "report", "sheet": "tiny", "locale": "en-US", "prompt": "alarm-one",
        "text": "Wake me at seven please.", "text_sha256": sha256, "versions": ["1.0.0"], "readers": 1,
        "reasons": {"spelling": 1, "unnatural": 1}, "words": [{"reason": "spelling", "words": "a reader's words"}],
        "state": "mended", "mended_in": "1.10.0", "mended": "nobody says please so",
    });
    assert_eq!(rows[0], first);
    assert_eq!((rows[2]["takes"].as_u64(), summary["stale"].as_u64()), (Some(1), Some(1)));

    // A version that is newer than the sheet mends nothing.
    booth.write("sheet/sheet.toml", next.replace("mended.\"1.10.0\"", "mended.\"1.11.0\""));
    let run = booth.run(&["prompts", "check", "sheet"]).exits(1);
    assert!(run.out.contains("`mended` has 1.11.0, and the sheet is no newer than 1.10.0"), "{}", run.out);
}
