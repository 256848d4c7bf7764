//! Broken files, folders and journals: a clear word, the documented code, and nothing lost or left behind.

use super::main_job::{record, sheet, speech};
use super::voice::Voice;
use super::{Booth, LONE, Record, tree};
use std::fs;

/// A RIFF WAVE file around `data`, with any format.
pub fn wav(tag: u16, channels: u16, rate: u32, bits: u16, data: &[u8]) -> Vec<u8> {
    let block = u32::from(channels) * u32::from(bits.div_ceil(8));
    let mut file = b"RIFF".to_vec();
    file.extend((36 + data.len() as u32).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16u32.to_le_bytes());
    file.extend(tag.to_le_bytes());
    file.extend(channels.to_le_bytes());
    file.extend(rate.to_le_bytes());
    file.extend((rate.wrapping_mul(block)).to_le_bytes());
    file.extend((block as u16).to_le_bytes());
    file.extend(bits.to_le_bytes());
    file.extend(b"data");
    file.extend((data.len() as u32).to_le_bytes());
    file.extend(data);
    file
}

#[test]
fn every_malformed_wav_gives_findings_or_an_error_and_never_a_number_that_is_none() {
    let booth = Booth::new();
    let good: Vec<u8> = Voice::default().samples().iter().flat_map(|sample| sample.to_le_bytes()).collect();
    let float =
        |value: f32| -> Vec<u8> { std::iter::repeat_n(value.to_le_bytes(), 20_000).flatten().collect() };
    let whole = wav(1, 1, 48_000, 16, &good);
    let mut wrong_riff = whole.clone();
    wrong_riff[4..8].copy_from_slice(&7u32.to_le_bytes());
    let files = [
        ("empty", Vec::new()),
        ("text", b"this is no audio at all, only words".to_vec()),
        ("header-only", whole[..44].to_vec()),
        ("half-header", whole[..30].to_vec()),
        ("truncated", whole[..=whole.len() / 2].to_vec()),
        ("wrong-riff-size", wrong_riff),
        ("bits8", wav(1, 1, 48_000, 8, &good)),
        ("bits12", wav(1, 1, 48_000, 12, &good)),
        ("bits20", wav(1, 1, 48_000, 20, &good[..30_000])),
        ("bits24", wav(1, 1, 48_000, 24, &good[..30_000])),
        ("bits32", wav(1, 1, 48_000, 32, &good)),
        ("float-nan", wav(3, 1, 48_000, 32, &float(f32::NAN))),
        ("float-inf", wav(3, 1, 48_000, 32, &float(f32::INFINITY))),
        ("float-huge", wav(3, 1, 48_000, 32, &float(1e38))),
        ("a-law", wav(6, 1, 8_000, 8, &good)),
        ("mu-law", wav(7, 1, 8_000, 8, &good)),
        ("channels8", wav(1, 8, 48_000, 16, &good)),
        ("channels0", wav(1, 0, 48_000, 16, &good)),
        ("rate0", wav(1, 1, 0, 16, &good)),
        ("rate-absurd", wav(1, 1, 4_000_000_000, 16, &good)),
        ("silence", wav(1, 1, 48_000, 16, &vec![0; 96_000])),
    ];
    for (name, bytes) in &files {
        let path = format!("{name}.wav");
        booth.write(&path, bytes);
        let run = booth.run(&["check", &path, "--json"]);
        assert!([0, 1, 3].contains(&run.code), "{name}: exit code {}\n{}", run.code, run.err);
        assert!(!run.err.contains("panicked"), "{name}: {}", run.err);
        if run.code == 3 {
            assert!(run.err.contains(name), "{name} is not named: {}", run.err);
            continue;
        }
        for line in run.json() {
            // JSON has no NaN and no infinity, so a number that is none would have failed to parse or be null.
            assert!(
                line["measurements"]["duration_s"].is_number() || line["type"] == "summary",
                "{name}: {line}"
            );
        }
        let must_fail =
            !["bits12", "bits24", "bits32", "channels8", "a-law", "mu-law", "wrong-riff-size"].contains(name);
        assert!(run.code == 1 || !must_fail, "{name} passes:\n{}", run.out);
    }
    // All at once: one bad file does not keep the others from being checked.
    let run = booth.run(&["check", ".", "--json"]).exits(1);
    assert_eq!(run.json().last().unwrap()["takes"].as_u64(), Some(files.len() as u64));
}

#[test]
fn a_malformed_sheet_is_refused_at_its_line_and_column() {
    let booth = Booth::new();
    sheet(&booth);
    let text = fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap();
    booth.write("sheet/en-US.tsv", text.replace("light-on\t", "alarm-one\t"));
    let run = booth.run(&["prompts", "check", "sheet"]).exits(1);
    assert!(run.out.contains("en-US.tsv:3:1: reject"), "{}", run.out);
    let device = speech(&booth, 1);
    booth.record(&Record::from(&device).auto()).exits(3).says(&["en-US.tsv:3:1", "booth prompts check"]);
    assert!(!booth.path("recordings").exists(), "a folder was made for nothing");
}

#[test]
fn limits_that_there_are_not_are_refused_at_their_place_in_the_sheet() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    let good = fs::read_to_string(booth.path("sheet/sheet.toml")).unwrap();
    for (limits, place, words) in [
        ("[policy.\"../x\"]\nenabled = 0", "11:9", "there is no check `../x`"),
        ("[policy.noisy]\nnonsense = 1", "12:1", "the check `noisy` has no limit `nonsense`; it has "),
        ("[policy.noisy]\nenabled = 7", "12:11", "`noisy.enabled` is 7; allowed are 0 and 1"),
    ] {
        booth.write("sheet/sheet.toml", format!("{good}\n{limits}\n"));
        let run = booth.run(&["prompts", "check", "sheet"]).exits(1);
        assert!(run.out.contains(&format!("sheet.toml:{place}: reject [bad-field] {words}")), "{}", run.out);
        let at = format!("sheet.toml:{place}");
        booth.record(&Record::from(&device).auto()).exits(3).says(&[&at, words, "booth prompts check"]);
        assert!(!booth.path("recordings").exists(), "a folder was made for nothing");
    }
}

#[test]
fn a_session_with_limits_that_there_are_not_is_named_and_keeps_nobody_from_working() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let session = super::first_session(&booth);
    record(&booth, "en-US", 2);
    let (mut facts, lines) = super::read_session(&session);
    facts["sheet"]["policy"] = serde_json::json!({"../x": {"enabled": 0}});
    super::write_session(&session, &facts, &lines);
    let words = ["does not know the limits of the session's sheet: there is no check `../x`"];
    let rows = booth.run(&["check", "--json"]).exits(1).says(&words).json();
    assert_eq!(rows.iter().filter(|row| row["type"] == "take").count(), 3, "the other session's");
    let _ = booth.run(&["pack", "recordings", "--out", "corpus"]).exits(3).says(&words);
    let _ = booth.pack("corpus", &["--without-broken"]).says(&[words[0], LONE]);
    let _ = booth.run(&["transcribe", "--asr-command", "echo hm {wav}"]).exits(1).says(&words);
    record(&booth, "en-US", 3);
}

#[test]
fn a_torn_and_a_foreign_line_of_a_journal_lose_nothing() {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    let name =
        tree(&booth.path("recordings")).into_keys().find(|name| name.ends_with("takes.jsonl")).unwrap();
    let journal = booth.path("recordings").join(name);
    let before = fs::read(&journal).unwrap();
    let torn = [before.as_slice(), b"{\"v\":1,\"seq\":99,\"event\":\"ke"].concat();
    fs::write(&journal, &torn).unwrap();
    booth.run(&["status"]).exits(0);
    let _ = booth.pack("corpus", &[]).says(&[LONE, "has 1 fault in its record and journal"]);
    // The next sitting closes the torn line and goes on; no byte is taken away.
    record(&booth, "en-US", 1);
    let after = fs::read(&journal).unwrap();
    assert!(after.starts_with(&torn), "the journal was rewritten");
    let status = booth.run(&["status", "--json"]).exits(0).json();
    assert_eq!(status.last().unwrap()["total"]["kept"], 3);
    // The torn line was closed by the next sitting; the foreign one is the last, and no crash writes a whole line.
    fs::write(&journal, [after.as_slice(), b"hello, I do not belong here\n"].concat()).unwrap();
    let run = booth.run(&["status"]).exits(1);
    for (words, severity) in
        [(" the line was torn ", "info:"), (" the line is not what was written", "reject:")]
    {
        let faults: Vec<&str> = run.out.lines().filter(|line| line.contains(words)).collect();
        assert!(matches!(&faults[..], [fault] if fault.contains(severity)), "{faults:?}");
    }
    // In between, it is no more than a stranger: what was written is all there.
    let lines: Vec<&[u8]> = after.split_inclusive(|&byte| byte == b'\n').collect();
    let (one, others) = lines.split_first().unwrap();
    fs::write(&journal, [one, &b"hello, I do not belong here\n"[..], &others.concat()].concat()).unwrap();
    let run = booth.run(&["status"]).exits(0);
    assert!(run.out.contains("warn: the line is no entry and is ignored"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_utf8_works_or_is_named() {
    use std::os::unix::ffi::OsStrExt as _;
    let booth = Booth::new();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9");
    let dir = booth.path("").join(name);
    fs::create_dir(&dir).unwrap();
    Voice::default().write(&dir.join("a.wav"));
    let mut command = booth.command(&["check"]);
    let output = command.arg(&dir).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    sheet(&booth);
    speech(&booth, 1);
    let into = dir.join("recordings");
    let mut command = booth.command(&Record::from("file:speech-1").auto().with(&["--into"]).args());
    let output = command.arg(&into).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut command = booth.command(&["pack", "--out", "corpus"]);
    let output = command.arg(&into).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_closed_stdout_ends_quietly() {
    let booth = Booth::new();
    sheet(&booth);
    let mut child = booth
        .command(&["prompts", "show", "sheet"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(not(feature = "models"))]
#[test]
fn models_without_the_feature_say_how_to_build_with_it() {
    let booth = Booth::new();
    Voice::default().write(&booth.path("a.wav"));
    for flag in ["--vad-model", "--mos-model"] {
        let run = booth.run(&["check", "a.wav", flag, "model.onnx"]).exits(3);
        let _ = run.says(&["this build cannot run models", "model.onnx", "--features models"]);
    }
}
