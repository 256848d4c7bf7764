//! `booth record`, driven line by line as a person would.

use super::main_job::{record, sheet, speech};
use super::voice::Voice;
use super::{Booth, REJUDGED, Record, tree};
use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// How long something may take that comes at once on a machine that is not busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// The events of the only session.
fn events(booth: &Booth) -> Vec<Value> {
    let journals: Vec<String> =
        tree(&booth.path("recordings")).into_keys().filter(|name| name.ends_with("takes.jsonl")).collect();
    assert_eq!(journals.len(), 1, "{journals:?}");
    let text = fs::read_to_string(booth.path("recordings").join(&journals[0])).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn count(events: &[Value], event: &str) -> usize {
    events.iter().filter(|entry| entry["event"] == event).count()
}

#[test]
fn enter_by_enter_with_redo_skip_back_and_quit_and_on_from_there() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    // Record and keep; record, read again and keep; skip the third with a reason; quit. A file stops by itself.
    let run = booth.run_with(&Record::from(&device).args(), "\n\n\nr\n\n\ns door bell rang\nq\n").exits(0);
    assert!(run.err.contains("Wake me at seven please."), "{}", run.err);
    assert!(run.err.contains("2 readings in this sitting"), "{}", run.err);
    let log = events(&booth);
    assert_eq!((count(&log, "take"), count(&log, "kept"), count(&log, "redone")), (3, 2, 1));
    let skipped = log.iter().find(|entry| entry["event"] == "skipped").unwrap();
    assert_eq!(
        (skipped["prompt"].as_str(), skipped["reason"].as_str()),
        (Some("music-stop"), Some("door bell rang"))
    );

    // The next start goes on in the same session, with what was skipped.
    let run = booth.run_with(&Record::from(&device).args(), "\n\n\n").exits(0);
    assert!(
        run.err.contains("Going on: 2 of 3") && run.err.contains("Stop the music in here."),
        "{}",
        run.err
    );
    assert!(run.err.contains("That was all of it"), "{}", run.err);
    let log = events(&booth);
    assert_eq!((count(&log, "kept"), count(&log, "opened")), (3, 2));
    // Every take that was published is still there, the replaced one too.
    assert_eq!(tree(&booth.path("recordings")).keys().filter(|name| name.ends_with(".wav")).count(), 4);
}

#[test]
fn hands_free_what_nobody_says_is_left_out_and_asked_again() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    Voice { peak: 0.000_5, ..Voice::default() }.write(&booth.path("speech-1/light-on.wav"));
    for starts in 1..=2 {
        // Files have no end of stdin to wait for, and nobody to ask.
        let run = booth.record(&Record::from(&device).auto()).exits(0);
        assert!(run.err.contains("1 sentence is left"), "{}", run.err);
        let log = events(&booth);
        assert_eq!((count(&log, "kept"), count(&log, "paused")), (2, 0), "start {starts}");
        let skipped = log.iter().filter(|entry| entry["event"] == "skipped");
        assert!(skipped.clone().all(|entry| entry["reason"] == "rejected") && skipped.count() > 0);
    }
    // A hand cannot keep it either.
    let run =
        booth.run_with(&Record::from(&device).with(&["--from", "light-on"]).args(), "\nk\nq\n").exits(0);
    let _ = run.says(&["There is no voice in this one"]);
    assert_eq!(count(&events(&booth), "kept"), 2);
}

#[test]
fn a_take_holds_the_file_sample_by_sample_between_its_rolls() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    booth.record(&Record::from(&device).auto().with(&["--limit", "1"])).exits(0);
    let files = tree(&booth.path("recordings"));
    let name = files.keys().find(|name| name.ends_with("alarm-one_1.wav")).unwrap();
    let samples = |path: std::path::PathBuf| -> Vec<i16> {
        hound::WavReader::open(path).unwrap().samples::<i16>().map(Result::unwrap).collect()
    };
    let (take, file) =
        (samples(booth.path("recordings").join(name)), samples(booth.path("speech-1/alarm-one.wav")));
    let roll = 48_000 / 2;
    let at = (0..take.len() - file.len()).find(|&at| take[at..at + file.len()] == file[..]);
    let at = at.expect("the file's samples are not in the take");
    assert!(at.abs_diff(roll) <= 480, "the pre-roll has {at} frames");
    assert!((take.len() - at - file.len()).abs_diff(roll) <= 480, "the post-roll is off");
}

#[test]
fn the_verdict_comes_at_once_with_what_to_try() {
    let booth = Booth::new();
    sheet(&booth);
    Voice { peak: 4.0, ..Voice::default() }.write(&booth.path("loud/alarm-one.wav"));
    let run = booth.run_with(&Record::from("file:loud").args(), "\nq\n").exits(0);
    assert!(run.err.contains("REJECT"), "{}", run.err);
    let run = run.says(&["Turn the input level down or move back a hand's width."]);
    assert!(!run.err.contains(" dB"), "a decibel is no word for a contributor:\n{}", run.err);
}

#[test]
fn nothing_is_recorded_without_consent() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    let record = Record::from(&device).auto();
    booth.record(&record.clone().without("--yes")).exits(1).says(&["consent", "--yes"]);
    assert!(!tree(&booth.path("recordings")).keys().any(|name| name.ends_with(".wav")));
    // How to reach somebody is kept apart, and only by their leave.
    let contact = record.clone().with(&["--contact", "anna@example.org"]);
    booth.record(&contact).exits(1).says(&["contact-again"]);
    booth.record(&contact.with(&["--grant", "asr,contact-again"])).exits(0);
    for (name, bytes) in tree(&booth.path("")) {
        let holds = bytes.windows(16).any(|part| part == b"anna@example.org");
        assert_eq!(holds, name == "receipts/personal.jsonl", "{name}");
    }
    fs::remove_dir_all(booth.path("recordings")).unwrap();
    // Only a use that nobody needs for speech recognition: refused as well.
    booth
        .record(&record.with(&["--grant", "evaluation"]))
        .exits(1)
        .says(&["speech recognition was not allowed"]);
}

#[test]
fn the_code_is_outside_the_recordings_however_those_are_named() {
    for into in [".", "./", "x/..", "../in"] {
        let booth = Booth::new();
        sheet(&booth);
        speech(&booth, 1);
        fs::create_dir_all(booth.path("in/x")).unwrap();
        let record = Record::from("file:../speech-1").auto().with(&["--limit", "1", "--into", into]);
        let mut args = record.args();
        args[1] = "../sheet";
        let output = booth.command(&args).current_dir(booth.path("in")).output().unwrap();
        let run = super::Run::of(&args, output).exits(0);
        let code = run.err.split("Withdrawal code: ").nth(1).unwrap().split(' ').next().unwrap();
        let holders = tree(&booth.path(""))
            .into_iter()
            .filter(|(_, bytes)| bytes.windows(code.len()).any(|part| part == code.as_bytes()));
        let names: Vec<String> = holders.map(|(name, _)| name).collect();
        assert!(names.len() == 1 && names[0].starts_with("receipts/anna-r"), "{into}: {names:?}");
    }
}

#[test]
fn a_receipt_given_once_holds_for_its_speaker_and_for_no_other() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let receipt = tree(&booth.path("recordings"))
        .into_keys()
        .find(|name| name.contains("/consent/") && name.ends_with(".json"))
        .unwrap();
    let receipt = format!("recordings/{receipt}");
    let other = Record::from("file:speech-1").auto().without("--yes").with(&["--consent", &receipt]);
    booth.record(&other).exits(1).says(&["spk1"]);
    booth.record(&other.set("--speaker", "spk1")).exits(0);
}

#[test]
fn two_recorders_in_one_folder_and_the_second_says_who_is_first() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    let mut first = booth
        .command(&Record::from(&device).args())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The lock is there before the first prompt.
    let lock = booth.path("recordings/.booth.lock");
    let deadline = Instant::now() + PATIENCE;
    while !fs::read_to_string(&lock).is_ok_and(|holder| holder.contains("process")) {
        assert!(Instant::now() < deadline, "nobody took the lock");
        std::thread::sleep(Duration::from_millis(10));
    }
    booth.record(&Record::from(&device).auto()).exits(5).says(&["in use by booth record (process"]);
    first.stdin.take().unwrap().write_all(b"q\n").unwrap();
    assert!(first.wait().unwrap().success());
    booth.record(&Record::from(&device).auto()).exits(0);
}

/// Starts a recorder in real time and returns once the first take has so many bytes.
#[cfg(unix)]
fn in_the_middle_of_a_take(booth: &Booth, bytes: usize) -> std::process::Child {
    let real_time = Record::from("file:speech-1").without("--file-speed").auto();
    let child = booth.command(&real_time.args()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let deadline = Instant::now() + PATIENCE;
    let has = |name: &str, held: &[u8]| name.ends_with(".wav.partial") && held.len() > bytes;
    while !(booth.path("recordings").is_dir() && partials(booth).iter().any(|(name, held)| has(name, held))) {
        assert!(Instant::now() < deadline, "no take began");
        std::thread::sleep(Duration::from_millis(20));
    }
    child
}

/// The unfinished files there are; a file may go while one looks.
#[cfg(unix)]
fn partials(booth: &Booth) -> Vec<(String, Vec<u8>)> {
    walkdir::WalkDir::new(booth.path("recordings"))
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().ends_with(".partial"))
        .filter_map(|entry| Some((entry.path().to_string_lossy().into_owned(), fs::read(entry.path()).ok()?)))
        .collect()
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_what_was_said_and_exits_with_130() {
    let booth = Booth::new();
    sheet(&booth);
    // So long that the take still runs when the interrupt comes, however busy the machine is.
    Voice { speech: 30.0, ..Voice::default() }.write(&booth.path("speech-1/alarm-one.wav"));
    let mut child = in_the_middle_of_a_take(&booth, 60_000);
    // The shell's own kill: a minimal Debian has no program of that name.
    let interrupt = format!("kill -INT {}", child.id());
    assert!(std::process::Command::new("sh").args(["-c", &interrupt]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(partials(&booth).is_empty());
    let log = events(&booth);
    let take = log.iter().find(|entry| entry["event"] == "take").expect("the take cut short is gone");
    assert_eq!(take["capture"]["interrupted"], true);
    assert_eq!(
        (take["verdict"].as_str(), take["findings"][0]["id"].as_str()),
        (Some("reject"), Some("interrupted"))
    );
    assert_eq!(log.last().unwrap()["reason"], "interrupted");
}

#[cfg(unix)]
#[test]
fn what_a_killed_recorder_left_is_saved_by_the_next_start_whoever_speaks() {
    let booth = Booth::new();
    sheet(&booth);
    speech(&booth, 1);
    let mut child = in_the_middle_of_a_take(&booth, 60_000);
    child.kill().unwrap();
    child.wait().unwrap();
    let next = Record::from("file:speech-1").set("--locale", "de-DE").set("--speaker", "berta").auto();
    booth.record(&next).exits(0).says(&["1 unfinished recording was saved"]);
    assert!(partials(&booth).is_empty());
    let status = booth.run(&["status", "--json"]).exits(0).json();
    let total = &status.last().unwrap()["total"];
    let counts = ["takes", "kept", "unfinished"].map(|name| total[name].as_u64());
    assert_eq!(counts, [Some(4), Some(3), Some(0)]);
    // Nothing is left to recover, so another start adds nothing to the session of the one who was killed.
    let killed = |booth: &Booth| -> Vec<u8> {
        let files = tree(&booth.path("recordings"));
        let anna = |name: &str| {
            let session = format!("{}session.json", name.trim_end_matches("takes.jsonl"));
            String::from_utf8_lossy(&files[&session]).contains("\"anna\"")
        };
        files.iter().find(|(name, _)| name.ends_with("takes.jsonl") && anna(name)).unwrap().1.clone()
    };
    let before = killed(&booth);
    booth.record(&next).exits(0);
    assert!(killed(&booth) == before, "the session of the killed recorder was opened again");
}

#[test]
fn repeats_come_later_and_a_seeded_order_is_kept() {
    let booth = Booth::new();
    sheet(&booth);
    let path = booth.path("sheet/en-US.tsv");
    let text = fs::read_to_string(&path).unwrap().replace("home_on\thome\t\t", "home_on\thome\t3\t");
    fs::write(&path, text).unwrap();
    let german = booth.path("sheet/de-DE.tsv");
    let text = fs::read_to_string(&german).unwrap().replace("home_on\thome\t\t", "home_on\thome\t3\t");
    fs::write(&german, text).unwrap();
    let device = speech(&booth, 1);
    let shuffled = Record::from(&device).auto().with(&["--order", "shuffled", "--seed", "7", "--limit", "2"]);
    booth.record(&shuffled).exits(0);
    booth.record(&shuffled).exits(0);
    booth.record(&shuffled).exits(0);
    let kept: Vec<(String, u64)> = {
        let log = events(&booth);
        let takes: Vec<&Value> = log.iter().filter(|entry| entry["event"] == "take").collect();
        takes
            .iter()
            .map(|t| (t["prompt"].as_str().unwrap().to_owned(), t["repetition"].as_u64().unwrap()))
            .collect()
    };
    let lights: Vec<usize> =
        kept.iter().enumerate().filter(|(_, (id, _))| id == "light-on").map(|(at, _)| at).collect();
    assert_eq!((kept.len(), lights.len()), (5, 3), "{kept:?}");
    assert!(lights[1] > lights[0] + 1 || lights[2] > lights[1] + 1, "a repeat came at once: {kept:?}");
}

#[test]
fn a_recording_that_becomes_too_long_is_stopped_and_told_in_plain_words() {
    let booth = Booth::new();
    sheet(&booth);
    Voice { speech: 5.0, ..Voice::default() }.write(&booth.path("long/alarm-one.wav"));
    let device = ["--limit-of", "take-long.reject_s=3"];
    let run = booth.run_with(&Record::from("file:long").with(&device).args(), "\nq\n").exits(0);
    let run = run.says(&[
        "A recording may last 3 seconds.",
        "That was longer than a recording may be, 3 seconds. It has been stopped.",
        "The recording is longer than a recording may be.",
        "Read only what is shown",
    ]);
    assert!(!run.err.contains("Too long for the text"), "{}", run.err);
    let log = events(&booth);
    let take = log.iter().find(|entry| entry["event"] == "take").unwrap();
    // A frame more than three seconds, and the post-roll.
    assert_eq!(take["frames"], 3 * 48_000 + 1 + 24_000);
    assert_eq!(take["measurements"]["speech_s"], Value::Null);
    assert_eq!(take["measurements"]["unmeasured"]["snr_db"], "longer than 3 s");
    let stopped = log.iter().find(|entry| entry["event"] == "stopped").unwrap();
    assert_eq!(stopped["reason"], "length");

    // Where more is allowed, it is measured; what was stored then is not enough to judge by.
    let ids = |run: &super::Run| {
        let line = run.json().into_iter().find(|line| line["type"] == "take").unwrap();
        line["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| f["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let short = booth.run(&["check", "--json", "--limit-of", "take-long.reject_s=3"]).exits(1);
    assert_eq!(ids(&short), ["take-long"]);
    let long = booth.run(&["check", "--json", "--limit-of", "take-long.reject_s=30"]).exits(1);
    assert!(!ids(&long).contains(&"take-long".to_owned()), "{}", long.out);
    let stored = booth
        .run(&["check", "--json", "--rejudge", "--limit-of", "take-long.reject_s=30"])
        .exits(1)
        .says(&[REJUDGED, "1 take lack metrics that are measured now", "`booth check` measures again"]);
    assert_eq!(
        (ids(&stored), &stored.json().last().unwrap()["lacking_metrics"]),
        (vec!["take-long".to_owned()], &1.into())
    );
    booth.run(&["check", "--limit-of", "take-long.enabled=0"]).exits(2).says(&["cannot be switched off"]);
}
