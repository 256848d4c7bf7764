//! The real program, driven in a folder of its own.

mod altered;
mod bad_input;
mod bundle;
mod card;
mod check;
mod checks;
mod completions;
mod dealt;
mod describe;
mod devices;
mod diff;
mod exit_codes;
mod explain;
mod feedback;
mod feedback_home;
mod formats;
mod held_out;
mod import;
mod ingest;
mod init;
mod languages;
mod main_job;
mod mine;
mod numbers;
mod old_recordings;
mod pack;
mod patch;
mod project;
mod prompts;
mod record;
mod releases;
mod report;
mod road;
mod score;
mod status;
mod studio;
mod transcribe;
mod verify;
mod voice;
mod withdraw;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder with nothing of the tester's in it, and a way to run the program there.
pub struct Booth {
    dir: tempfile::TempDir,
}

/// What a run gave. Each line on stderr must be named by [`Run::says`], else the test fails when the run is done with: each
/// that no `LAST_WORDS` has, and of `record`, whose screen is there, each that complains.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
    verb: String,
    named: Vec<String>,
}

/// The last words of a verb, which every run of it may say.
const LAST_WORDS: [(&str, &str); 16] = [
    ("bundle", "DONE  "),
    ("feedback", "DONE  "),
    ("check", "PASS"),
    ("check", "WARN"),
    ("check", "REJECT"),
    // What was seen, before the rest.
    ("import", "Layout "),
    ("import", "  "),
    ("import", "Next: booth check "),
    ("ingest", "DONE  "),
    ("ingest", "Next: booth check "),
    ("pack", "DONE  "),
    ("prompts", "PASS  "),
    ("prompts", "REJECT  "),
    ("transcribe", "Next: booth check "),
    ("verify", "PASS  "),
    ("verify", "REJECT  "),
];

/// The arguments of `booth record` for the small sheet: anna reads English from files, at thirty times their speed.
#[derive(Clone)]
pub struct Record(Vec<String>);

impl Record {
    pub fn from(device: &str) -> Self {
        let args = "record sheet --locale en-US --speaker anna --file-speed 30 --yes --room-check 0 --device";
        Self(args.split(' ').chain([device]).map(str::to_owned).collect())
    }

    /// Gives a flag another value.
    pub fn set(mut self, flag: &str, value: &str) -> Self {
        let at = self.0.iter().position(|arg| arg == flag).unwrap();
        value.clone_into(&mut self.0[at + 1]);
        self
    }

    /// Leaves out a flag, with its value if it has one.
    pub fn without(mut self, flag: &str) -> Self {
        let at = self.0.iter().position(|arg| arg == flag).unwrap();
        let values = self.0[at + 1..].iter().take_while(|arg| !arg.starts_with("--")).count();
        self.0.drain(at..=at + values);
        self
    }

    /// Adds arguments.
    pub fn with(mut self, more: &[&str]) -> Self {
        self.0.extend(more.iter().map(|&arg| arg.to_owned()));
        self
    }

    /// Reads without a person: each take is kept unless it is rejected.
    pub fn auto(self) -> Self {
        self.with(&["--auto"])
    }

    pub fn args(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}

impl Booth {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.dir.path().join(relative)
    }

    pub fn write(&self, relative: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_booth"));
        command
            .args(args)
            .current_dir(self.dir.path())
            .env_clear()
            .env("HOME", self.dir.path())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("COLUMNS", "100")
            .stdin(Stdio::null());
        command
    }

    #[must_use = "look at the exit code and the words"]
    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(args, self.command(args).output().unwrap())
    }

    /// Records.
    #[must_use = "look at the exit code and the words"]
    pub fn record(&self, record: &Record) -> Run {
        self.run(&record.args())
    }

    /// Packs `recordings` into `out`, and proves that what was packed is whole.
    #[track_caller]
    pub fn pack(&self, out: &str, more: &[&str]) -> Run {
        let run = self.run(&[&["pack", "recordings", "--out", out], more].concat()).exits(0);
        self.run(&["verify", out, "--quiet"]).exits(0).quiet();
        run
    }

    /// Runs with `input` on stdin.
    #[must_use = "look at the exit code and the words"]
    pub fn run_with(&self, args: &[&str], input: &str) -> Run {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        let writer = std::thread::spawn(move || {
            // A program that ends early closes the pipe; its exit code tells the story.
            let _ = stdin.write_all(input.as_bytes());
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Run::of(args, output)
    }
}

impl Run {
    fn of(args: &[&str], output: Output) -> Self {
        Self {
            verb: args[0].to_owned(),
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            named: Vec::new(),
        }
    }

    /// Asserts the exit code and hands the run on.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\nstdout:\n{}\nstderr:\n{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    /// Asserts that stderr holds each of `words`.
    #[track_caller]
    pub fn says(mut self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.err.contains(word), "`{word}` is missing in:\n{}", self.err);
            self.named.push((*word).to_owned());
        }
        self
    }

    /// Asserts that nothing is on stderr.
    #[track_caller]
    pub fn quiet(self) {
        assert_eq!(self.err, "");
    }

    /// What stderr says that is not there in any case, each with the lines that belong to it.
    fn remarks(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let goes_on = ["hint:", "  ", "For more information", "Usage:"];
        for line in self.err.lines().filter(|line| !line.is_empty()) {
            if let Some(last) = found.last_mut()
                && goes_on.iter().any(|start| line.starts_with(start))
            {
                last.push_str(line);
                continue;
            }
            let complaint =
                ["error:", "note:", "warning:", "trouble:", "{"].iter().any(|start| line.starts_with(start));
            let last_word =
                LAST_WORDS.iter().any(|(verb, word)| self.verb == *verb && line.starts_with(word));
            if complaint || self.verb != "record" && !last_word {
                found.push(line.to_owned());
            }
        }
        found
    }

    /// Parses stdout as JSON Lines.
    #[track_caller]
    pub fn json(&self) -> Vec<serde_json::Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")))
            .collect()
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            for remark in self.remarks() {
                let named = self.named.iter().any(|word| remark.contains(word));
                assert!(named, "nobody named, of `booth {}`: {remark}", self.verb);
            }
        }
    }
}

/// What `pack` notes where one speaker is all there is.
pub const LONE: &str = "1 speaker cannot fill three splits";

/// What a check without audio notes.
pub const REJUDGED: &str = "files were not looked at";

/// The verbs that the program's help lists.
pub fn verbs() -> Vec<String> {
    let help = Booth::new().run(&["--help"]).exits(0);
    let list = help.out.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let verbs = list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned);
    verbs.filter(|verb| verb != "help").collect()
}

#[test]
fn every_verb_has_a_file_of_tests() {
    let verbs = verbs();
    assert!(verbs.len() >= 11, "{verbs:?}");
    for verb in verbs {
        let name = verb.replace('-', "_");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/program/{name}.rs"));
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let run = if verb == "record" { "booth.record(".to_owned() } else { format!("\"{verb}\"") };
        assert!(text.contains("#[test]") && text.contains(&run), "{verb} is not run in its file");
    }
}

/// Returns a session of `recordings`, the first by name.
pub fn first_session(booth: &Booth) -> PathBuf {
    let name =
        tree(&booth.path("recordings")).into_keys().find(|name| name.ends_with("/session.json")).unwrap();
    booth.path("recordings").join(name).parent().unwrap().to_path_buf()
}

/// A record or a line of a journal, without its checksum.
fn without_sum(text: &str) -> serde_json::Value {
    let mut value: serde_json::Value = serde_json::from_str(text).unwrap();
    value.as_object_mut().unwrap().remove("sum").expect("a checksum");
    value
}

/// Returns the record of a session and the lines of its journal, without their checksums.
pub fn read_session(session: &Path) -> (serde_json::Value, Vec<serde_json::Value>) {
    let journal = fs::read_to_string(session.join("takes.jsonl")).unwrap();
    let record = fs::read_to_string(session.join("session.json")).unwrap();
    (without_sum(&record), journal.lines().map(without_sum).collect())
}

/// Writes the record of a session and the lines of its journal with the checksums that docs/FORMAT.md asks for: whoever
/// changes both on purpose can do that.
pub fn write_session(session: &Path, record: &serde_json::Value, lines: &[serde_json::Value]) {
    let half = |text: String| booth::digest::Sha256::of(text).to_string()[..32].to_owned();
    let record = serde_json::to_string_pretty(record).unwrap();
    let body = record.strip_suffix("\n}").unwrap();
    let mut sum = half(body.to_owned());
    fs::write(session.join("session.json"), format!("{body},\n  \"sum\": \"{sum}\"\n}}\n")).unwrap();
    let mut journal = String::new();
    for line in lines {
        let line = line.to_string();
        let body = line.strip_suffix('}').unwrap();
        sum = half(format!("{sum}{body}"));
        journal.push_str(&format!("{body},\"sum\":\"{sum}\"}}\n"));
    }
    fs::write(session.join("takes.jsonl"), journal).unwrap();
}

/// Every file under `dir` with its bytes, by relative path.
pub fn tree(dir: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(dir)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}
