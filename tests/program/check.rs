//! What takes say about each other, by the real program: copies, changes within a session, stored measurements.

use super::voice::Voice;
use super::{Booth, REJUDGED, first_session, read_session, tree, write_session};
use serde_json::Value;
use std::fs;

/// What a check says of the sheet of [`record`], whose voice is no speech to three checks.
const OFF: &str = "switches checks off for its own takes: dropout-repeat, narrowband, reverberant";

/// Twelve prompts, whose sheet forgives what is not human in the voice, and a recording of each; `peak` is that of the later half.
fn record(booth: &Booth, peak: f64) {
    booth.write(
        "sheet/sheet.toml",
        "id = \"dozen\"\nversion = \"1.0.0\"\ntitle = \"Twelve requests\"\nlicence = \"CC0-1.0\"\nsource = \"Written for a check\"\n\n\
         [instructions]\nen-US = \"Read aloud.\"\n\n\
         [policy.dropout-repeat]\nenabled = 0\n[policy.narrowband]\nenabled = 0\n[policy.reverberant]\nenabled = 0\n",
    );
    let mut rows = "id\ttext\tintent\tdomain\trepeat\thint\n".to_owned();
    for (n, lamp) in LAMPS.iter().enumerate() {
        rows.push_str(&format!("p{n:02}\tTurn on lamp {lamp} please.\t\t\t\t\n"));
        let peak = if n < 6 { 0.4 } else { peak };
        let voice = Voice { seed: n as u64, peak, ..Voice::default() };
        voice.write(&booth.path(&format!("speech/p{n:02}.wav")));
    }
    booth.write("sheet/en-US.tsv", rows);
    let args = ["record", "sheet", "--locale", "en-US", "--speaker", "anna", "--device", "file:speech"];
    let more = ["--file-speed", "30", "--yes", "--about", "gender=robot", "--room-check", "0.3", "--auto"];
    booth.run(&[&args[..], &more[..]].concat()).exits(0);
}

/// The flag that changes a limit.
const SET: &str = "--limit-of";

const LAMPS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

fn takes(rows: &[Value]) -> &[Value] {
    &rows[..rows.len() - 1]
}

/// The rows without what only sounds tell: all of one voice that says one thing are alike.
fn without_near(mut rows: Vec<Value>) -> Vec<Value> {
    for row in &mut rows {
        if let Some(Value::Object(measured)) = row.get_mut("measurements") {
            measured.retain(|name, _| !name.starts_with("near_copy"));
        }
    }
    rows
}

fn has(row: &Value, id: &str) -> bool {
    row["findings"].as_array().unwrap().iter().any(|finding| finding["id"] == id)
}

#[test]
fn takes_judged_from_the_journal_are_judged_as_their_audio_is_and_need_none() {
    let booth = Booth::new();
    record(&booth, 0.4);
    let apart = ["check", "--json", SET, "duplicate-near.enabled=0"];
    let whole = without_near(booth.run(&apart).exits(0).says(&[OFF]).json());
    let stored = booth.run(&[&apart[..], &["--rejudge"]].concat()).exits(0).says(&[REJUDGED, OFF]).json();
    assert_eq!(takes(&whole), takes(&stored));
    let mut summary = stored.last().unwrap().clone();
    assert_eq!((&summary["rejudged"], &summary["lacking_metrics"]), (&true.into(), &0.into()));
    summary["rejudged"] = false.into();
    assert_eq!(&summary, whole.last().unwrap());

    let before = tree(&booth.path("recordings"));
    for path in before.keys().filter(|path| path.ends_with(".wav")) {
        fs::remove_file(booth.path("recordings").join(path)).unwrap();
    }
    booth.run(&["check"]).exits(1).says(&[OFF]);
    for threads in ["1", "3"] {
        let again = booth
            .run(&[&apart[..], &["--rejudge", "--threads", threads]].concat())
            .exits(0)
            .says(&[REJUDGED, OFF])
            .json();
        assert_eq!(again, stored);
    }
    let strict = ["check", "--rejudge", "--json", SET, "noisy.reject_db=90", SET, "noisy.warn_db=95"];
    let rejected = booth.run(&strict).exits(1).says(&[REJUDGED, OFF]).json();
    assert!(takes(&rejected).iter().all(|row| row["verdict"] == "reject" && has(row, "noisy")));
    let _ = booth.run(&["check", "--rejudge", "--report", "report"]).exits(0).says(&[
        REJUDGED,
        OFF,
        "report/index.html",
    ]);
    assert!(booth.path("report/index.html").exists());
}

#[test]
fn a_record_of_an_older_version_is_judged_on_what_is_there_and_said_to_be_old() {
    let booth = Booth::new();
    record(&booth, 0.4);
    let session = first_session(&booth);
    let (facts, mut lines) = read_session(&session);
    for entry in lines.iter_mut().filter(|line| line["event"] == "take").take(3) {
        entry["measurements"].as_object_mut().unwrap().remove("snr_db");
    }
    write_session(&session, &facts, &lines);
    let strict = ["check", "--rejudge", "--json", SET, "noisy.reject_db=90", SET, "noisy.warn_db=95"];
    let rows = booth
        .run(&strict)
        .exits(1)
        .says(&[REJUDGED, OFF, "3 takes lack metrics", "`booth check` measures again"])
        .json();
    assert_eq!(rows.last().unwrap()["lacking_metrics"], 3);
    assert_eq!(takes(&rows).iter().filter(|row| has(row, "noisy")).count(), 9);
    let plain = booth.path("speech/p00.wav");
    booth.run(&["check", "--rejudge", plain.to_str().unwrap()]).exits(2).says(&["leave out --rejudge"]);
}

#[test]
fn the_same_recording_under_two_prompts_is_named_with_both() {
    let booth = Booth::new();
    booth.write("clips/a.txt", "Turn on the lamp in here.\n");
    booth.write("clips/b.txt", "Stop the music right now.\n");
    booth.write("clips/c.txt", "Turn on the lamp in here.\n");
    booth.write("clips/d.txt", "Wake me at seven tomorrow.\n");
    Voice { seed: 4, ..Voice::default() }.write(&booth.path("clips/a.wav"));
    fs::copy(booth.path("clips/a.wav"), booth.path("clips/b.wav")).unwrap();
    let mut reader = hound::WavReader::open(booth.path("clips/a.wav")).unwrap();
    let mut quieter = hound::WavWriter::create(booth.path("clips/c.wav"), reader.spec()).unwrap();
    for sample in reader.samples::<i16>() {
        quieter.write_sample(sample.unwrap() / 2).unwrap();
    }
    quieter.finalize().unwrap();
    Voice { seed: 9, ..Voice::default() }.write(&booth.path("clips/d.wav"));
    for threads in ["1", "2", "5"] {
        let rows = booth.run(&["check", "clips", "--json", "--threads", threads]).exits(1).json();
        let b = &rows[1];
        assert!(has(b, "duplicate-exact") && b["measurements"]["exact_copy_of"] == "clips/a.wav", "{b}");
        assert_eq!((&b["copy_of"]["kind"], &b["copy_of"]["same_text"]), (&"exact".into(), &false.into()));
        let message = b["copy_of"]["message"].as_str().unwrap();
        for words in ["two prompts", "Stop the music right now.", "Turn on the lamp in here.", "clips/a.wav"]
        {
            assert!(message.contains(words), "{message}");
        }
        assert!(rows[0]["copy_of"].is_null() && !has(&rows[3], "duplicate-exact"), "{rows:?}");
        let near = &rows[2]["copy_of"];
        let (kind, path, same) = (&near["kind"], &near["path"], &near["same_text"]);
        assert_eq!((kind, path, same), (&"near".into(), &"clips/a.wav".into(), &true.into()));
        let copies = &rows.last().unwrap()["copies"];
        assert_eq!((&copies["exact"], &copies["other_text"]), (&1.into(), &1.into()), "{copies}");
    }
    let told = booth.run(&["check", "clips"]).exits(1);
    assert!(told.out.contains("under two prompts"), "{}", told.out);
    // The same file named twice is no copy of itself, whatever it is called.
    let whole = booth.path("clips/d.wav");
    let names = ["clips/d.wav", "clips/d.wav", "./clips/d.wav", whole.to_str().unwrap()];
    let twice = booth.run(&[&["check"], &names[..], &["--json"]].concat()).json();
    assert!(takes(&twice).iter().all(|row| row["copy_of"].is_null()), "{twice:?}");
}

#[test]
fn a_check_without_room_for_what_it_measures_says_where_it_needs_it() {
    let booth = Booth::new();
    for n in 0..100 {
        booth.write(&format!("clips/{n:02}.wav"), format!("no sound {n}"));
    }
    let check = |scratch: &str| {
        let mut command = booth.command(&["check", "clips", "--json"]);
        command.env("TMPDIR", scratch).output().unwrap()
    };
    let output = check("/nowhere");
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{words}");
    assert!(words.contains("/nowhere") && words.contains("set TMPDIR"), "{words}");
    assert!(output.stdout.is_empty());
    let output = check(booth.path(".").to_str().unwrap());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 101);
    assert_eq!(fs::read_dir(booth.path(".")).unwrap().count(), 1);
}

#[test]
fn one_recording_of_two_speakers_is_named_with_both() {
    let booth = Booth::new();
    for (speaker, text) in [("anna", "Turn on the lamp in here."), ("ben", "Stop the music right now.")] {
        Voice { seed: 4, ..Voice::default() }.write(&booth.path(&format!("{speaker}/{speaker}-1.wav")));
        booth.write(&format!("{speaker}/{speaker}-1.txt"), format!("{text}\n"));
        let import = ["import", "--layout", "pairs", speaker, "--locale", "en-US", "--speaker", speaker];
        let _ = booth.run(&import).exits(0).says(&["without --consent-statement"]);
    }
    let rows = booth.run(&["check", "--json"]).exits(1).json();
    let copies: Vec<&Value> = takes(&rows).iter().filter(|row| !row["copy_of"].is_null()).collect();
    assert_eq!(copies.len(), 1, "{rows:?}");
    let copy = &copies[0]["copy_of"];
    assert_eq!((&copy["same_text"], &copy["same_speaker"]), (&false.into(), &false.into()));
    let message = copy["message"].as_str().unwrap();
    for words in ["two prompts", "as another speaker", "anna", "ben"] {
        assert!(message.contains(words), "{message}");
    }
    // Stored samples tell the same, word for word.
    let stored = booth.run(&["check", "--json", "--rejudge"]).exits(1).says(&[REJUDGED]).json();
    let told: Vec<&Value> = takes(&stored).iter().map(|row| &row["copy_of"]).collect();
    assert_eq!(told, takes(&rows).iter().map(|row| &row["copy_of"]).collect::<Vec<_>>());
}

#[test]
fn a_take_that_is_far_quieter_than_the_session_says_so_at_once_and_again() {
    let booth = Booth::new();
    record(&booth, 0.1);
    for (args, noted) in
        [(&["check", "--json"][..], &[OFF][..]), (&["check", "--json", "--rejudge"], &[OFF, REJUDGED])]
    {
        let rows = booth.run(args).exits(0).says(noted).json();
        let changed: Vec<&str> = takes(&rows)
            .iter()
            .filter(|row| has(row, "level-changed"))
            .map(|row| row["prompt"].as_str().unwrap())
            .collect();
        assert!(changed.len() >= 3 && changed.iter().all(|prompt| *prompt >= "p06"), "{changed:?}");
    }
    // The verdict at once is the one of the journal.
    let journal = tree(&booth.path("recordings")).into_iter().find(|(path, _)| path.ends_with("takes.jsonl"));
    let journal = String::from_utf8(journal.unwrap().1).unwrap();
    assert!(journal.contains("\"level-changed\""));
}
