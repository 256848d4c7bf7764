//! A recogniser over the takes: a shell script that "hears" whatever its test wants it to.
#![cfg(unix)]

use super::main_job::{record, sheet};
use super::{Booth, LONE, tree};
use std::fs;
use std::time::{Duration, Instant};

/// Hears the right words by the file's name, in wav or list mode, and counts its runs in `runs`.
const HEARS: &str = r#"
say() {
    case "$1" in
    *alarm-one*) echo "WAKE ME AT SEVEN, please" ;;
    *light-on*) echo "turn on the lamp now" ;;
    *) echo "${MUSIC:-stop the music in here}" ;;
    esac
}
echo run >>runs
case "$1" in
wav) say "$2" ;;
list) while read -r path; do say "$path"; done <"$2" ;;
keys) sort -r "$2" | while read -r path; do printf '%s\t%s\n' "$path" "$(say "$path")"; done ;;
short) head -n 1 "$2" ;;
esac
"#;

fn booth() -> Booth {
    let booth = Booth::new();
    sheet(&booth);
    record(&booth, "en-US", 1);
    booth.write("asr.sh", HEARS);
    booth
}

fn transcripts(booth: &Booth) -> String {
    let files = tree(&booth.path("recordings"));
    let found: Vec<_> = files.iter().filter(|(name, _)| name.ends_with("/transcripts.jsonl")).collect();
    assert!(found.len() <= 1);
    found.first().map_or(String::new(), |(_, bytes)| String::from_utf8((*bytes).clone()).unwrap())
}

fn runs(booth: &Booth) -> usize {
    fs::read_to_string(booth.path("runs")).map_or(0, |text| text.lines().count())
}

/// The takes of `booth check --json` with their character error rates.
fn rates(booth: &Booth) -> Vec<(String, Option<f64>, String)> {
    rates_of(&booth.run(&["check", "--json"]).json())
}

fn rates_of(rows: &[serde_json::Value]) -> Vec<(String, Option<f64>, String)> {
    let takes = rows.iter().filter(|row| row["type"] == "take");
    takes
        .map(|row| {
            let findings: Vec<&str> =
                row["findings"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
            (
                row["prompt"].as_str().unwrap().to_owned(),
                row["measurements"]["cer"].as_f64(),
                findings.join(" "),
            )
        })
        .collect()
}

#[test]
fn a_wrong_sentence_is_found_by_check_and_left_out_by_pack_and_the_journal_is_not_touched() {
    let booth = booth();
    let before = tree(&booth.path("recordings"));
    let command = "env 'MUSIC=nobody said that at all' sh asr.sh wav {wav}";
    let run = booth.run(&["transcribe", "--asr-command", command, "--recogniser", "fake", "--json"]).exits(0);
    let rows = run.json();
    assert_eq!(rows.len(), 4, "{}", run.out);
    let summary = &rows[3];
    assert_eq!((&summary["type"], &summary["transcribed"]), (&"summary".into(), &3.into()));
    let music = rows.iter().find(|row| row["prompt"] == "music-stop").unwrap();
    assert_eq!(
        (&music["heard"], &music["text"]),
        (&"nobody said that at all".into(), &"Stop the music in here.".into())
    );
    let mut after = tree(&booth.path("recordings"));
    after.retain(|name, _| !name.ends_with("/transcripts.jsonl"));
    assert!(before == after, "more than the transcripts has changed");
    assert_eq!(transcripts(&booth).lines().count(), 3);

    for (prompt, cer, findings) in rates(&booth) {
        let wrong = prompt == "music-stop";
        assert_eq!(cer.unwrap() > 0.6, wrong, "{prompt}: {cer:?}");
        assert_eq!(findings.contains("prompt-mismatch"), wrong, "{prompt}: {findings}");
        assert!(wrong || cer == Some(0.0), "{prompt}: {cer:?}");
    }
    let _ = booth.run(&["check", "--report", "report"]).exits(1).says(&["report/index.html"]);
    let page = fs::read_to_string(booth.path("report/index.html")).unwrap();
    assert!(
        page.contains("<bdi>fake</bdi> heard: ") && page.contains("<bdi>nobody said that at all</bdi>"),
        "{page}"
    );
    // What was heard rightly is not told twice.
    assert!(!page.contains("WAKE ME AT SEVEN"));
    let plan = booth.run(&["pack", "recordings", "--out", "corpus", "--dry-run", "--json"]).exits(0).json();
    assert_eq!(plan[0]["utterances"], 2);
    assert!(plan[0]["refused"][0]["detail"].as_str().unwrap().contains("prompt-mismatch"), "{}", plan[0]);

    // Heard again by the same recogniser, rightly: the last line counts.
    booth
        .run(&["transcribe", "--asr-command", "sh asr.sh wav {wav}", "--recogniser", "fake", "--again"])
        .exits(0)
        .says(&["Next: booth check recordings"]);
    assert!(rates(&booth).iter().all(|(_, cer, _)| *cer == Some(0.0)));
}

#[test]
fn lists_are_heard_in_order_or_by_path_and_only_once() {
    for (mode, batches) in [("list", 2), ("keys", 2)] {
        let booth = booth();
        let command = format!("sh asr.sh {mode} {{list}}");
        let args =
            ["transcribe", "--asr-command", &command, "--batch", "2", "--threads", "1", "--rate", "16000"];
        booth.run(&args).exits(0);
        assert_eq!(runs(&booth), batches, "{mode}");
        assert!(rates(&booth).iter().all(|(_, cer, _)| *cer == Some(0.0)), "{mode}");
        let run = booth.run(&args).exits(0);
        assert!(run.out.contains("0 takes transcribed, 3 known already"), "{}", run.out);
        assert_eq!((runs(&booth), transcripts(&booth).lines().count()), (batches, 3), "{mode}");
        // Nothing is left beside the sessions.
        let names = tree(&booth.path("recordings"));
        assert!(!names.keys().any(|name| name.contains("booth-transcribe")), "{:?}", names.keys());
    }
    let booth = booth();
    let run =
        booth.run(&["transcribe", "--asr-command", "sh asr.sh short {list}", "--threads", "1"]).exits(3);
    let _ = run.says(&["printed 1 lines for 3 takes"]);
    let other = "sh -c 'sed s,.*/,name\\\\t, \"$1\"' sh {list}";
    let _ = booth.run(&["transcribe", "--asr-command", other]).exits(3).says(&["no path of its list"]);
    assert_eq!(transcripts(&booth), "");
}

#[test]
fn what_goes_wrong_is_said_and_the_next_run_goes_on() {
    let booth = booth();
    let fails = |command: &str, code: i32, says: &[&str]| {
        // Only who never answers is waited for: a busy machine may need half a second to start a shell.
        let timeout = if command.contains("sleep") { "0.5" } else { "60" };
        let run =
            booth.run(&["transcribe", "--asr-command", command, "--timeout", timeout, "--threads", "1"]);
        let _ = run.exits(code).says(says);
        assert_eq!(transcripts(&booth), "", "{command}");
    };
    fails(
        "no-such-recogniser {wav}",
        3,
        &["cannot start the recogniser", "no-such-recogniser", "--asr-command"],
    );
    fails("recogniser", 2, &["no place for a take", "{wav}"]);
    fails("sh -c 'echo lost >&2; exit 9' sh {wav}", 3, &["exit code 9", "lost", "failed 3 times", "by hand"]);
    fails("sh -c 'sleep 60' sh {wav}", 3, &["within 0.5 s", "--timeout"]);
    let none = booth.run(&["transcribe", "--import", "no.json", "--asr-command", "x {wav}"]).exits(2);
    let _ = none.says(&["cannot be used with"]);
    let _ =
        booth.run(&["transcribe", "sheet", "--asr-command", "x {wav}"]).exits(3).says(&["no session here"]);

    // One take fails; the others are kept, and only the one is heard again.
    let command = "sh -c 'case \"$1\" in *light*) exit 1;; *) sh asr.sh wav \"$1\";; esac' sh {wav}";
    let run = booth.run(&["transcribe", "--asr-command", command, "--recogniser", "r"]).exits(3);
    assert!(run.out.contains("2 takes transcribed, 0 known already, 1 failed"), "{}", run.out);
    let _ = run.says(&["light-on_1.wav: the command ended with exit code 1"]);
    let run =
        booth.run(&["transcribe", "--asr-command", "sh asr.sh wav {wav}", "--recogniser", "r"]).exits(0);
    assert!(run.out.contains("1 take transcribed, 2 known already"), "{}", run.out);
    assert_eq!(runs(&booth), 3);
}

#[test]
fn an_interrupt_ends_the_recogniser_and_keeps_what_was_heard() {
    use rustix::process::Signal;
    // A second signal ends the program wherever it is.
    for signals in [&[Signal::INT][..], &[Signal::INT, Signal::TERM]] {
        let booth = booth();
        // Two takes by path at once, then a long wait with a child of its own.
        let script = "echo $$ >leader; n=0; while read -r p; do n=$((n+1)); [ $n = 3 ] && sleep 300; printf '%s\\tsome words\\n' \"$p\"; done <\"$1\"";
        booth.write("slow.sh", script);
        let args =
            ["transcribe", "--asr-command", "sh slow.sh {list}", "--threads", "1", "--recogniser", "r"];
        let pipes = || std::process::Stdio::piped();
        let mut child = booth.command(&args).stdout(pipes()).stderr(pipes()).spawn().unwrap();
        let began = Instant::now();
        while transcripts(&booth).lines().count() < 2 {
            assert!(began.elapsed() < Duration::from_secs(60), "nothing was heard");
            std::thread::sleep(Duration::from_millis(20));
        }
        // Sessions being transcribed are locked against a second transcriber.
        let _ = booth
            .run(&["transcribe", "--asr-command", "true {wav}"])
            .exits(5)
            .says(&["in use by booth transcribe"]);
        let pid = rustix::process::Pid::from_child(&child);
        for &signal in signals {
            rustix::process::kill_process(pid, signal).unwrap();
        }
        assert_eq!(child.wait().unwrap().code(), Some(130));
        assert!(began.elapsed() < Duration::from_secs(60));
        assert_eq!(transcripts(&booth).lines().count(), 2);
        // Nothing is left: no folder, no lock, no recogniser, but perhaps as the name of one that has ended.
        let left = |name: &String| name.contains("booth-transcribe");
        assert_eq!(tree(&booth.path("recordings")).into_keys().find(left), None);
        let leader = std::fs::read_to_string(booth.path("leader")).unwrap();
        // It was killed, and a busy system may take a moment to be done with it.
        loop {
            let stat = std::fs::read_to_string(format!("/proc/{}/stat", leader.trim())).unwrap_or_default();
            if stat.is_empty() || stat.contains(") Z ") {
                break;
            }
            assert!(began.elapsed() < Duration::from_secs(60), "{stat}");
            std::thread::sleep(Duration::from_millis(20));
        }
        let run =
            booth.run(&["transcribe", "--asr-command", "sh asr.sh wav {wav}", "--recogniser", "r"]).exits(0);
        assert!(run.out.contains("1 take transcribed, 2 known already"), "{}", run.out);
    }
}

#[test]
fn a_stale_transcript_does_not_count_and_is_counted() {
    let booth = booth();
    let command = ["transcribe", "--asr-command", "echo something else entirely {wav}", "--recogniser", "r"];
    booth.run(&command).exits(0);
    let (name, text) = (
        tree(&booth.path("recordings")).into_keys().find(|name| name.ends_with("transcripts.jsonl")).unwrap(),
        transcripts(&booth),
    );
    let line = text.lines().find(|line| line.contains("\"light-on\"")).unwrap();
    let hash = line.split("\"pcm_sha256\":\"").nth(1).unwrap()[..64].to_owned();
    booth.write(&format!("recordings/{name}"), text.replace(&hash, &"0".repeat(64)));
    // A line that was changed is not this machine's any more, and counts where its recogniser is named.
    let uncounted = ["1 transcript was not made on this machine and does not count, of `r`"];
    let rows = booth.run(&["check", "--json"]).says(&uncounted).json();
    assert_eq!(
        (&rows.last().unwrap()["stale_transcripts"], &rows.last().unwrap()["uncounted_transcripts"]),
        (&0.into(), &1.into())
    );
    let args = ["check", "--json", "--recogniser", "r"];
    let rows = booth.run(&args).says(&["1 take are of other samples"]).json();
    assert_eq!(rows.last().unwrap()["stale_transcripts"], 1);
    let light = rows.iter().find(|row| row["prompt"] == "light-on").unwrap();
    assert_eq!(light["measurements"]["cer"], serde_json::Value::Null);
    assert!(!light["findings"].to_string().contains("prompt-mismatch"), "{light}");
    assert!(rates_of(&rows).iter().all(|(prompt, cer, _)| cer.is_none() == (prompt == "light-on")));
    // Pack judges the same way.
    let args = ["pack", "recordings", "--out", "corpus", "--dry-run", "--json", "--recogniser", "r"];
    let plan = booth.run(&args).exits(0).json();
    assert_eq!(plan[0]["utterances"], 1);
    // The same recogniser hears it again, since what it heard was something else.
    let run = booth.run(&command).exits(0);
    assert!(run.out.contains("1 take transcribed, 2 known already"), "{}", run.out);
}

#[test]
fn hypotheses_of_a_manifest_find_their_takes() {
    let booth = booth();
    let _ = booth.pack("corpus", &[]).says(&[LONE]);
    let mut lines = String::new();
    for split in ["train", "dev", "test"] {
        let path = booth.path(&format!("corpus/nemo/{split}_manifest.json"));
        for line in fs::read_to_string(path).unwrap_or_default().lines() {
            let mut row: serde_json::Value = serde_json::from_str(line).unwrap();
            let heard = if row["prompt_id"] == "light-on" {
                "switch everything off"
            } else {
                row["text"].as_str().unwrap()
            };
            row["pred_text"] = heard.into();
            lines.push_str(&format!("{row}\n"));
        }
    }
    assert_eq!(lines.lines().count(), 3);
    // Beside the corpus's own manifests the relative paths hold.
    lines.push_str("{\"audio_filepath\":\"/else/where.wav\",\"pred_text\":\"x\"}\n{\"audio_filepath\":\"a.wav\"}\nno json\n");
    let manifest = booth.write("corpus/nemo/heard.json", &lines);
    let args = ["transcribe", "--import", "corpus/nemo/heard.json", "--json"];
    let rows = booth.run(&args).exits(0).json();
    let summary = rows.last().unwrap();
    assert_eq!((&summary["transcribed"], &summary["unmatched"]), (&3.into(), &3.into()), "{rows:?}");
    assert_eq!(rows.iter().filter(|row| row["type"] == "unmatched").count(), 3);
    for (prompt, cer, findings) in rates(&booth) {
        assert_eq!(findings.contains("prompt-mismatch"), prompt == "light-on", "{prompt}: {cer:?}");
    }
    let again = booth.run(&args).exits(0).json();
    assert_eq!(
        (&again.last().unwrap()["known"], &again.last().unwrap()["transcribed"]),
        (&3.into(), &0.into())
    );
    fs::remove_file(manifest).unwrap();

    // By the paths of the takes themselves, made on another machine, under another name.
    let session = fs::read_dir(booth.path("recordings"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .find(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .unwrap();
    let line = format!(
        "{{\"audio_filepath\":\"D:\\\\data\\\\{session}\\\\audio\\\\light-on_1.wav\",\"pred_text\":\"Turn on the lamp, now\"}}\n"
    );
    booth.write("heard.json", line);
    booth.run(&["transcribe", "--import", "heard.json", "--recogniser", "other"]).exits(0).says(&["Next"]);
    assert!(
        rates(&booth).iter().all(|(_, cer, _)| *cer == Some(0.0)),
        "the better of two recognisers counts"
    );

    booth.write("table.csv", "path,text\na,b\n");
    let _ =
        booth.run(&["transcribe", "--import", "table.csv"]).exits(3).says(&["no manifest", "table.csv:1"]);
}

#[test]
fn transcripts_that_came_with_a_session_do_not_outweigh_those_that_were_made_here() {
    let booth = booth();
    let _ = booth
        .run(&["transcribe", "--asr-command", "echo something else entirely {wav}", "--recogniser", "ours"])
        .exits(0);
    let rejected = |more: &[&str], says: &[&str]| {
        let rows = booth.run(&[&["check", "--json"], more].concat()).says(says).json();
        let decided: Vec<String> =
            rows.iter().filter_map(|row| row["recogniser"].as_str().map(str::to_owned)).collect();
        let found =
            rates_of(&rows).iter().filter(|(_, _, findings)| findings.contains("prompt-mismatch")).count();
        let args = [&["pack", "recordings", "--out", "corpus", "--dry-run", "--json"], more].concat();
        let nothing = if found == 3 { &["no take can be packed"][..] } else { &[] };
        let plan = booth.run(&args).says(says).says(nothing).json();
        assert_eq!(plan[0]["utterances"].as_u64(), Some(3 - found as u64), "pack judges as check does");
        (found, decided)
    };
    let ours = vec!["ours".to_owned(); 3];
    assert_eq!(rejected(&[], &[]), (3, ours.clone()));

    // Lines of another recogniser, and of the manager's own, that heard every word.
    let (name, text) = tree(&booth.path("recordings"))
        .into_iter()
        .find(|(name, _)| name.ends_with("transcripts.jsonl"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .unwrap();
    let mut forged = text.clone();
    for line in text.lines() {
        let mut row: serde_json::Value = serde_json::from_str(line).unwrap();
        row["text"] = match row["prompt"].as_str().unwrap() {
            "alarm-one" => "Wake me at seven please",
            "light-on" => "Turn on the lamp now",
            _ => "Stop the music in here",
        }
        .into();
        for recogniser in ["ours", "mine"] {
            row["recogniser"] = recogniser.into();
            forged.push_str(&format!("{row}\n"));
        }
    }
    booth.write(&format!("recordings/{name}"), forged);
    let says =
        ["6 transcripts were not made on this machine and do not count, of `mine`, `ours`", "--recogniser"];
    assert_eq!(rejected(&[], &says), (3, ours.clone()));
    // Whoever names a recogniser takes its word, but never for what was heard here.
    assert_eq!(rejected(&["--recogniser", "ours"], &["3 transcripts", "`mine`"]), (3, ours.clone()));
    let mine = vec!["mine".to_owned(); 3];
    assert_eq!(rejected(&["--recogniser", "mine"], &["3 transcripts", "`ours`"]), (0, mine));
    // Nor is a take known to have been heard because a line says so.
    fs::remove_file(booth.path(".local/state/booth/ledger")).unwrap();
    let again = booth.run(&["transcribe", "--asr-command", "echo no {wav}", "--recogniser", "ours"]).exits(0);
    assert!(again.out.contains("3 takes transcribed, 0 known already"), "{}", again.out);
    assert_eq!(rejected(&[], &["9 transcripts"]), (3, ours));
}

#[test]
fn the_command_of_a_recogniser_stands_in_no_record_and_no_report() {
    let booth = booth();
    let script = booth.write("private-folder/asr.sh", "echo some words");
    let command = format!("sh {} --key s3cret {{wav}}", script.display());
    let run = booth.run(&["transcribe", "--asr-command", &command, "--json"]).exits(0);
    let name = run.json().last().unwrap()["recogniser"].as_str().unwrap().to_owned();
    assert!(name.starts_with("sh-") && name.len() == 11, "{name}");
    booth.run(&["check", "--report", "report"]).exits(1).says(&["report/index.html"]);
    let files = tree(&booth.path("recordings")).into_iter().chain(tree(&booth.path("report")));
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("private-folder") && !text.contains("s3cret"), "{path}");
    }
    assert!(transcripts(&booth).contains(&name));
    assert!(fs::read_to_string(booth.path("report/index.html")).unwrap().contains(&name));
    // The same command has the same name.
    let again = booth.run(&["transcribe", "--asr-command", &command]).exits(0);
    assert!(again.out.contains("0 takes transcribed, 3 known already"), "{}", again.out);
}
