//! Numbers that cannot be: told by `status` and `check`, refused by `pack` for the one take that has them, and never a
//! reason to stop or to count wrongly.

use super::main_job::{record, sheet};
use super::{Booth, first_session, read_session, write_session};
use booth::corpus::{Folders, Input, Settings, judge_under, plan};
use booth::quality::Policy;
use booth::recordings::check::{Options, rejudge};
use booth::recordings::tally::{Checking, SummaryLine, TakeLine, TakeRow, Tally, to_text};
use booth::recordings::{StatusOptions, status};
use booth::report::terminal;
use booth::units::{SampleRate, Utc};
use serde_json::Value;
use std::ops::ControlFlow;

/// Says what of the second take is changed.
type Change = fn(&mut Value);

/// Each of these is told by `status` without a look at the audio.
const TOLD: [(&str, Change); 10] = [
    ("frames", |take| take["frames"] = u64::MAX.into()),
    ("frames by one", |take| take["frames"] = (take["frames"].as_u64().unwrap() + 1).into()),
    ("rate", |take| take["rate"] = 44_100.into()),
    ("channel", |take| take["channel"] = 7.into()),
    ("channels", |take| take["channels"] = 0.into()),
    ("more channels", |take| (take["channels"], take["channel"]) = (8.into(), 7.into())),
    ("repetition", |take| take["repetition"] = 0.into()),
    ("xruns", |take| {
        (take["capture"]["xruns"], take["capture"]["stalls"]) = (u64::MAX.into(), 1.into());
    }),
    ("duration", |take| take["measurements"]["duration_s"] = 1e300.into()),
    ("level", |take| take["measurements"]["snr_db"] = (-1e300).into()),
];

fn booth() -> Booth {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    booth
}

fn plan_of(booth: &Booth) -> Value {
    let run = booth.run(&["pack", "recordings", "--out", "corpus", "--dry-run", "--json"]).exits(0);
    // A file that no longer is the one that was recorded is measured.
    let measured = if run.err.contains("measured") { &["measured 1 take"][..] } else { &[] };
    run.says(measured).json().remove(0)
}

#[test]
fn numbers_that_contradict_each_other_are_told_and_refuse_the_one_take() {
    let booth = booth();
    let session = first_session(&booth);
    let (facts, lines) = read_session(&session);
    let length = booth.run(&["status", "--json"]).exits(0).json().pop().unwrap()["total"]["kept_ms"].as_u64();
    let at = lines.iter().rposition(|line| line["event"] == "take").unwrap();
    let prompt = &lines[at]["prompt"];
    for (what, change) in TOLD {
        let mut lines = lines.clone();
        change(&mut lines[at]);
        write_session(&session, &facts, &lines);
        let rows = booth.run(&["status", "--json"]).exits(1).json();
        let fault = &rows[0]["faults"][0];
        assert_eq!(
            (&fault["kind"], fault["line"].as_u64()),
            (&"numbers".into(), Some(at as u64 + 1)),
            "{what}"
        );
        assert!(rows[1]["total"]["kept_ms"].as_u64() < length, "{what}");
        let _ = booth.run(&["check"]).exits(1).says(&["reject", prompt.as_str().unwrap()]);
        let plan = plan_of(&booth);
        // Without a repetition there is no utterance id.
        let reason = if what == "repetition" { "unsafe-id" } else { "numbers" };
        assert_eq!(
            (&plan["utterances"], &plan["refused_by_reason"][reason]),
            (&2.into(), &1.into()),
            "{what}"
        );
        assert_eq!(&plan["refused"][0]["prompt"], prompt, "{what}");
    }
    write_session(&session, &facts, &lines);
    booth.run(&["status"]).exits(0);
}

#[test]
fn numbers_that_contradict_the_file_are_found_by_check_and_refuse_the_one_take() {
    let booth = booth();
    let session = first_session(&booth);
    let (facts, mut lines) = read_session(&session);
    let take = lines.iter_mut().rfind(|line| line["event"] == "take").unwrap();
    let frames = take["frames"].as_u64().unwrap();
    take["rate"] = 44_100.into();
    take["measurements"]["sr"] = 44_100.into();
    take["measurements"]["duration_s"] = (frames as f64 / 44_100.0).into();
    write_session(&session, &facts, &lines);
    // Only a deep look reads the files.
    booth.run(&["status"]).exits(0);
    let rows = booth.run(&["status", "--deep", "--json"]).exits(1).json();
    assert_eq!(rows[0]["faults"][0]["kind"], "numbers");
    let rows = booth.run(&["check", "--json"]).exits(1).json();
    let altered: Vec<bool> = rows[..3]
        .iter()
        .map(|row| row["findings"].as_array().unwrap().iter().any(|found| found["id"] == "file-altered"))
        .collect();
    assert_eq!(altered, [false, false, true]);
    let plan = plan_of(&booth);
    assert_eq!(plan["refused"][0]["reason"], "numbers");
    assert!(plan["refused"][0]["detail"].as_str().unwrap().contains("48000 Hz"), "{}", plan["refused"]);
    // What is left is packed.
    let _ = booth.pack("corpus", &[]).says(&[super::LONE, "measured 1 take"]);
}

#[test]
fn what_cannot_be_of_a_record_or_a_start_is_told_and_stops_nobody() {
    let booth = booth();
    let session = first_session(&booth);
    let (facts, lines) = read_session(&session);
    let mut other = facts.clone();
    other["source"]["channel"] = 9.into();
    write_session(&session, &other, &lines);
    let run = booth.run(&["status"]).exits(1);
    assert!(run.out.contains("session.json: channel 9, from 0, was kept of 1"), "{}", run.out);
    // A recording in a form that Booth does not have, half done.
    let mut lines = lines.clone();
    let start = lines.iter_mut().rfind(|line| line["event"] == "started").unwrap();
    (start["bits"], start["take"]) = (8.into(), 5.into());
    let file = format!("audio/{}_5.wav", start["prompt"].as_str().unwrap());
    start["file"] = file.clone().into();
    write_session(&session, &facts, &lines);
    std::fs::write(session.join(format!("{file}.partial")), [0; 9_000]).unwrap();
    let run = booth.run(&["status"]).exits(1);
    assert!(run.out.contains("8 bits a sample; recordings have 16 or 24"), "{}", run.out);
    super::main_job::record(&booth, "de-DE", 2);
}

#[test]
fn an_annotation_has_to_give_the_text_and_its_slots() {
    let booth = booth();
    let session = first_session(&booth);
    let (facts, lines) = read_session(&session);
    let at = lines.iter().position(|line| line["event"] == "take" && line["slots"].is_array()).unwrap();
    let changes: [Change; 4] = [
        |take| take["annotated"] = "Wake me at [time : eight] please.".into(),
        |take| take["annotated"] = Value::Null,
        |take| take["slots"] = Value::Array(Vec::new()),
        |take| take["slots"][0]["name"] = "moment".into(),
    ];
    for change in changes {
        let mut lines = lines.clone();
        change(&mut lines[at]);
        write_session(&session, &facts, &lines);
        let rows = booth.run(&["status", "--json"]).exits(1).json();
        assert_eq!(rows[0]["faults"][0]["kind"], "text-hash");
        assert_eq!(plan_of(&booth)["refused"][0]["reason"], "text-altered");
    }
}

/// Where the numbers of a value are.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Number(_) => found.push(at.to_owned()),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| places(value, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, value)| places(value, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

#[test]
fn no_number_whatever_makes_a_verb_panic_or_wrap() {
    // These tests are compiled so that a sum that wraps is a panic.
    let most = std::hint::black_box(u64::MAX);
    assert!(std::panic::catch_unwind(|| most + std::hint::black_box(1)).is_err());

    let extremes: [Value; 14] = [
        0.into(),
        1.into(),
        (-1).into(),
        255.into(),
        65_535.into(),
        65_536.into(),
        u32::MAX.into(),
        (1u64 << 53).into(),
        i64::MAX.into(),
        u64::MAX.into(),
        1e308.into(),
        (-1e308).into(),
        5e-324.into(),
        (-0.5).into(),
    ];
    let booth = booth();
    let session = first_session(&booth);
    let (facts, lines) = read_session(&session);
    let all = Value::Array([vec![facts], lines].concat());
    let mut where_to = Vec::new();
    places(&all, "", &mut where_to);
    assert!(where_to.len() > 200);
    let mut seed = 1u64;
    let mut pick = |most: usize| {
        // Numbers enough for a choice (Knuth's MMIX).
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    for round in 0..400 {
        let mut changed = all.clone();
        // One number, or all of one name in all takes.
        let place = &where_to[pick(where_to.len())];
        let name = place.rsplit('/').next().unwrap();
        let extreme = &extremes[pick(extremes.len())];
        for other in
            where_to.iter().filter(|other| *other == place || round % 2 == 0 && other.ends_with(name))
        {
            *changed.pointer_mut(other).unwrap() = extreme.clone();
        }
        let Value::Array(mut lines) = changed else { unreachable!() };
        let facts = lines.remove(0);
        write_session(&session, &facts, &lines);
        read_all(&booth, &format!("{place} = {extreme}"));
    }
}

/// Counts, rejudges and plans; an error is an answer.
fn read_all(booth: &Booth, what: &str) {
    let root = booth.path("recordings");
    let now = Utc::from_millis(1_900_000_000_000);
    if let Ok(status) = status(&root, StatusOptions::new(now)) {
        // No more than what lies there.
        assert!(status.total.kept_ms < 60_000, "{what}: {} ms", status.total.kept_ms);
    }
    let policy = Policy::default();
    let scratch = booth.path("");
    let options = Options::new(&policy, &scratch);
    let mut tally = Tally::new(5);
    let done = rejudge::run(std::slice::from_ref(&root), true, &options, |job, checked| {
        tally.add(&TakeRow::of(job, &checked));
        to_text(&TakeLine::of(job, &checked)).unwrap();
        ControlFlow::Continue(())
    });
    if let Ok(done) = done {
        let (speakers, devices) = (tally.speaker_rows(), tally.device_rows());
        let checking = Checking {
            policy: &policy,
            sessions: done.sessions,
            journal_faults: done.faults.len(),
            stale_transcripts: 0,
            remarks: &done.remarks,
            lacking: Some(done.lacking),
        };
        to_text(&SummaryLine::of(&tally, &speakers, &devices, &checking)).unwrap();
        terminal::lines(&tally, done.sessions as u64, &speakers, &devices);
    }
    let folders = Folders::find(std::slice::from_ref(&root)).unwrap();
    let judge = |record: &_, measured: &_| judge_under(&policy, record, measured);
    let settings = Settings::new("numbers".to_owned(), SampleRate::new(16_000).unwrap(), &policy);
    let measured = folders.clone().measured(&options, |_, _| {});
    for sessions in [Ok(folders.believed()), measured].into_iter().flatten() {
        let input = Input { recordings: &sessions, judge: &judge, now, scratch: &scratch, previous: None };
        if let Ok(plan) = plan(input, &settings, None, None) {
            assert!(plan.audio_bytes < 1_000_000, "{what}: {} bytes", plan.audio_bytes);
        }
    }
}
