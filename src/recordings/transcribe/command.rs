//! The recogniser's command: words with places for a take, and one run of it.

use crate::digest::Sha256;
#[cfg(unix)]
use crate::ending::AtEnd;
use crate::error::{Error, ErrorKind, Result};
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

/// The most bytes that one line, or the whole text of one take, may have.
pub(super) const MOST_BYTES: usize = 64 * 1024;
/// The most lines of a run that hears one take.
const MOST_LINES: usize = 1000;
/// How much of a command's last words is told.
const TOLD_BYTES: usize = 600;
/// How often a running command is looked after.
const TICK: Duration = Duration::from_millis(20);
/// How long to wait for the rest of the output when a command has ended and something else holds its pipe.
const LINGER: Duration = Duration::from_millis(500);

const WAV: &str = "{wav}";
const LIST: &str = "{list}";
const TEXT: &str = "{text}";
const LOCALE: &str = "{locale}";

/// A recogniser's command, parsed.
///
/// It is split into words by the quoting rules of a POSIX shell, and no shell runs it: a path or a text that is put in
/// stays one argument, whatever it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandLine {
    given: String,
    words: Vec<String>,
    takes_a_list: bool,
}

impl CommandLine {
    /// Reads a command with exactly one of `{wav}` and `{list}`, and optionally `{locale}` and (with `{wav}`) `{text}`.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when it is none.
    pub fn parse(given: &str) -> Result<Self> {
        let usage = |message: String| {
            Error::new(ErrorKind::Usage, message).with_hint(
                "write it like 'my-recogniser --model en {wav}', or with {list} for many takes a run",
            )
        };
        let Some(words) = shlex::split(given) else {
            return Err(usage(format!("the command `{given}` has a quote that is not closed")));
        };
        if given.contains('\0') {
            return Err(usage("the command holds a NUL character".to_owned()));
        }
        let Some(program) = words.first() else {
            return Err(usage("the command is empty".to_owned()));
        };
        let has = |place: &str| words.iter().any(|word| word.contains(place));
        if [WAV, LIST, TEXT, LOCALE].iter().any(|place| program.contains(place)) {
            return Err(usage(format!("the command `{given}` has no program before its places")));
        }
        let takes_a_list = match (has(WAV), has(LIST)) {
            (true, false) => false,
            (false, true) => true,
            (true, true) => {
                return Err(usage(format!("the command `{given}` has both {{wav}} and {{list}}")));
            }
            (false, false) => {
                return Err(usage(format!(
                    "the command `{given}` has no place for a take: {{wav}} or {{list}}"
                )));
            }
        };
        if takes_a_list && has(TEXT) {
            return Err(usage(format!("{{text}} goes with {{wav}} only, since a list has many: `{given}`")));
        }
        Ok(Self { given: given.to_owned(), words, takes_a_list })
    }

    /// Returns the name under which its texts are kept when none is given: the program's file name, and a digest of the
    /// whole command, which may hold paths and keys that are nobody else's business.
    pub fn name(&self) -> String {
        named(self.program(), &self.given)
    }

    /// Returns the name of a command that an older version kept as it was given.
    pub(super) fn name_of(given: &str) -> String {
        Self::parse(given).map_or_else(|_| named("recogniser", given), |command| command.name())
    }

    /// Returns the command as it was given.
    pub fn as_str(&self) -> &str {
        &self.given
    }

    /// Says whether it takes a list of takes.
    pub fn takes_a_list(&self) -> bool {
        self.takes_a_list
    }

    /// Returns the program.
    pub fn program(&self) -> &str {
        &self.words[0]
    }

    /// Puts a take or list, its text and its locale in their places, in one pass: what is put in is not searched.
    pub(super) fn words(&self, path: &OsStr, text: &str, locale: &str) -> Vec<OsString> {
        let places = [(WAV, path), (LIST, path), (TEXT, OsStr::new(text)), (LOCALE, OsStr::new(locale))];
        self.words
            .iter()
            .map(|word| {
                let mut filled = OsString::new();
                let mut rest = word.as_str();
                while let Some((at, place, value)) = places
                    .iter()
                    .filter_map(|(place, value)| Some((rest.find(place)?, *place, *value)))
                    .min_by_key(|(at, ..)| *at)
                {
                    filled.push(&rest[..at]);
                    filled.push(value);
                    rest = &rest[at + place.len()..];
                }
                filled.push(rest);
                filled
            })
            .collect()
    }
}

/// Digits of the digest of a command that stand in its name.
const NAME_DIGITS: usize = 8;
/// The most characters of a program's file name that do.
const NAME_CHARACTERS: usize = 60;

fn named(program: &str, given: &str) -> String {
    let file = Path::new(program).file_name().and_then(OsStr::to_str).unwrap_or("recogniser");
    let file: String = file.chars().filter(|c| !c.is_control()).take(NAME_CHARACTERS).collect();
    format!("{file}-{}", &Sha256::of(given).to_string()[..NAME_DIGITS])
}

/// Why a run gave nothing, or not all.
#[derive(Debug)]
pub(super) enum Failure {
    /// The program cannot be started at all.
    Program(io::Error),
    /// The user asked to stop.
    Stopped,
    /// Anything else, in words.
    Failed(String),
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Failed(message)
    }
}

/// Runs a command and hands over each line of its stdout, without its end, as it comes.
///
/// The command has no stdin and, on Unix, a process group of its own, which is killed as a whole when it takes longer
/// than `timeout` or `stopped` says so; lines that were whole by then are still handed over.
pub(super) fn run(
    words: &[OsString],
    timeout: Duration,
    stopped: &dyn Fn() -> bool,
    mut line: impl FnMut(Vec<u8>),
) -> Result<(), Failure> {
    let (program, arguments) = words.split_first().ok_or_else(|| "the command is empty".to_owned())?;
    #[expect(clippy::disallowed_methods, reason = "the one place that starts a program: the recogniser")]
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let began = Instant::now();
    let mut child = command.spawn().map_err(Failure::Program)?;
    #[cfg(unix)]
    let _at_end = {
        let group = rustix::process::Pid::from_child(&child);
        AtEnd::doing(move || kill_group(group))
    };
    let output = read_lines(child.stdout.take());
    let last_words = read_tail(child.stderr.take());
    let mut take = |text: Result<Vec<u8>, String>| text.map(&mut line);
    let mut ended: Option<(ExitStatus, Instant)> = None;
    let mut open = true;
    let mut nap = Duration::from_millis(1);
    let failure = loop {
        if open {
            match output.recv_timeout(TICK) {
                Ok(text) => match take(text) {
                    Ok(()) if !stopped() && began.elapsed() < timeout => continue,
                    Ok(()) => {}
                    Err(message) => break Failure::Failed(message),
                },
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => open = false,
            }
        }
        if ended.is_none() {
            match child.try_wait() {
                Ok(status) => ended = status.map(|status| (status, Instant::now())),
                Err(error) => break Failure::Failed(format!("the command cannot be waited for: {error}")),
            }
        }
        if let Some((status, at)) = ended {
            if open && at.elapsed() < LINGER {
                continue;
            }
            if status.success() {
                return Ok(());
            }
            if stopped() {
                return Err(Failure::Stopped);
            }
            return Err(Failure::Failed(told(&ending(status), last_words.recv_timeout(LINGER).ok())));
        }
        if stopped() {
            break Failure::Stopped;
        }
        if began.elapsed() >= timeout {
            let words = format!("the command gave no answer within {} s", timeout.as_secs_f64());
            break Failure::Failed(format!("{words}; give more time with --timeout"));
        }
        if !open {
            std::thread::sleep(nap);
            nap = (nap * 2).min(TICK);
        }
    };
    kill(&mut child);
    // What it had said by then is kept. A child in a group of its own may hold the pipe and talk on: it is not waited for.
    let until = Instant::now() + LINGER;
    while let Ok(text) = output.recv_timeout(until.saturating_duration_since(Instant::now())) {
        if take(text).is_err() || Instant::now() >= until {
            break;
        }
    }
    Err(failure)
}

/// Runs a command that hears one take and returns its text on one line.
pub(super) fn run_for_text(
    words: &[OsString],
    timeout: Duration,
    stopped: &dyn Fn() -> bool,
) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let mut lines = 0;
    let long = std::cell::Cell::new(false);
    run(words, timeout, &|| long.get() || stopped(), |line| {
        lines += 1;
        if bytes.len() + line.len() > MOST_BYTES || lines > MOST_LINES {
            long.set(true);
        } else {
            bytes.extend_from_slice(&line);
            bytes.push(b' ');
        }
    })
    .or_else(|failure| if long.get() { Ok(()) } else { Err(failure) })?;
    if long.get() {
        return Err(Failure::Failed(too_long()));
    }
    text_of(&bytes).map_err(Failure::Failed)
}

fn too_long() -> String {
    format!(
        "the command printed more than {MOST_BYTES} bytes or {MOST_LINES} lines for one take: is its log on stdout?"
    )
}

/// Makes one line of what was printed: single spaces, no control characters.
pub(super) fn text_of(bytes: &[u8]) -> Result<String, String> {
    let text =
        std::str::from_utf8(bytes).map_err(|_| "the command printed bytes that are not UTF-8".to_owned())?;
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    Ok(words.join(" "))
}

/// Reads lines on a thread of its own; a line that is too long is the last.
fn read_lines(pipe: Option<impl Read + Send + 'static>) -> Receiver<Result<Vec<u8>, String>> {
    let (sender, lines) = sync_channel(64);
    std::thread::spawn(move || {
        let Some(pipe) = pipe else { return };
        let mut pipe = BufReader::new(pipe);
        loop {
            let mut line = Vec::new();
            match (&mut pipe).take(MOST_BYTES as u64 + 1).read_until(b'\n', &mut line) {
                Ok(0) => return,
                Ok(_) => {}
                Err(error) => {
                    let _ = sender.send(Err(format!("what the command prints cannot be read: {error}")));
                    return;
                }
            }
            if line.last() == Some(&b'\n') {
                line.pop();
            } else if line.len() > MOST_BYTES {
                let _ = sender.send(Err(too_long()));
                return;
            }
            if sender.send(Ok(line)).is_err() {
                return;
            }
        }
    });
    lines
}

/// Reads all of stderr on a thread of its own and gives its end.
fn read_tail(pipe: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, tail) = sync_channel(1);
    std::thread::spawn(move || {
        let mut kept = Vec::new();
        let mut block = [0u8; 4096];
        if let Some(mut pipe) = pipe {
            loop {
                match pipe.read(&mut block) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Ok(count) if count > 0 => {
                        kept.extend_from_slice(&block[..count]);
                        kept.drain(..kept.len().saturating_sub(TOLD_BYTES));
                    }
                    _ => break,
                }
            }
        }
        let _ = sender.send(kept);
    });
    tail
}

fn ending(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("the command was ended by signal {signal}");
    }
    match status.code() {
        Some(code) => format!("the command ended with exit code {code}"),
        None => "the command was ended".to_owned(),
    }
}

fn told(what: &str, last_words: Option<Vec<u8>>) -> String {
    let words = String::from_utf8_lossy(&last_words.unwrap_or_default()).trim().to_owned();
    if words.is_empty() { what.to_owned() } else { format!("{what}; its last words: {words}") }
}

/// Ends a command and whatever it started.
fn kill(child: &mut Child) {
    #[cfg(unix)]
    kill_group(rustix::process::Pid::from_child(child));
    // It may have ended by itself meanwhile; all that matters is that it is no more.
    let _ = child.kill();
    let _ = child.wait();
}

/// Ends the command that has this id, and all of its group.
#[cfg(unix)]
fn kill_group(leader: rustix::process::Pid) {
    let _ = rustix::process::kill_process_group(leader, rustix::process::Signal::KILL);
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(template: &str, path: &str, text: &str) -> Vec<OsString> {
        CommandLine::parse(template).unwrap().words(OsStr::new(path), text, "en-US")
    }

    #[test]
    fn a_command_is_split_like_a_shell_would_and_filled_in_one_pass() {
        assert_eq!(
            words("asr --in={wav} '--text={text}' \"a b\" {locale}", "/a b/'$(x)'.wav", "say {wav} \"now\""),
            ["asr", "--in=/a b/'$(x)'.wav", "--text=say {wav} \"now\"", "a b", "en-US"]
        );
        for (template, says) in [
            ("asr", "no place for a take"),
            ("asr {wav} {list}", "both"),
            ("asr '{wav}", "not closed"),
            ("  ", "empty"),
            ("asr {list} {text}", "with {wav} only"),
            ("{wav}", "no program"),
        ] {
            let error = CommandLine::parse(template).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Usage);
            assert!(error.message().contains(says), "{template}: {error}");
        }
    }

    fn shell(script: &str, timeout_ms: u64, stop: bool) -> (Result<String, String>, Duration) {
        let began = Instant::now();
        let words = ["sh", "-c", script].map(OsString::from);
        let outcome =
            run_for_text(&words, Duration::from_millis(timeout_ms), &|| stop).map_err(
                |failure| match failure {
                    Failure::Failed(message) => message,
                    other => format!("{other:?}"),
                },
            );
        (outcome, began.elapsed())
    }

    #[test]
    fn what_is_printed_is_the_text_and_every_failure_has_its_words() {
        assert_eq!(shell("printf ' wake\\tme \\r\\n\\n up'", 9000, false).0, Ok("wake me up".to_owned()));
        assert_eq!(shell("exit 0", 9000, false).0, Ok(String::new()));
        for (script, says) in [
            ("echo no model >&2; exit 7", "exit code 7; its last words: no model"),
            ("kill -9 $$", "signal 9"),
            ("printf '\\377'", "not UTF-8"),
            ("yes a", "is its log on stdout?"),
            ("head -c 100000 /dev/zero", "is its log on stdout?"),
        ] {
            let message = shell(script, 9000, false).0.unwrap_err();
            assert!(message.contains(says), "{script}: {message}");
        }
        let missing = run(&["/no/such/program".into()], Duration::from_secs(1), &|| false, |_| {});
        assert!(matches!(missing, Err(Failure::Program(_))), "{missing:?}");
    }

    #[test]
    fn a_command_that_hangs_is_ended_with_all_that_it_started() {
        let (outcome, took) = shell("sleep 300 & sleep 300", 200, false);
        assert!(outcome.unwrap_err().contains("within 0.2 s"));
        assert!(took < Duration::from_secs(100), "{took:?}");
        let (outcome, took) = shell("sleep 300", 60_000, true);
        assert_eq!(outcome, Err("Stopped".to_owned()));
        assert!(took < Duration::from_secs(100), "{took:?}");
        // A child that left the group lives on and talks: the time is up all the same. It ends when nobody reads.
        let talks = "setsid sh -c 'while :; do echo x; sleep 0.05; done' & sleep 300";
        let (outcome, took) = shell(talks, 200, false);
        assert!(outcome.unwrap_err().contains("within 0.2 s"));
        assert!(took < Duration::from_secs(20), "{took:?}");
        // What it leaves behind in the background does not keep us waiting.
        let (outcome, took) = shell("sleep 30 & echo done", 60_000, false);
        assert_eq!(outcome, Ok("done".to_owned()));
        assert!(took < Duration::from_secs(20), "{took:?}");
    }

    proptest! {
        #[test]
        fn no_path_and_no_text_becomes_more_than_one_argument(path in "\\PC{0,12}", text in "\\PC{0,12}") {
            let filled = words("asr {wav} {text}", &path, &text);
            prop_assert_eq!(filled, [OsString::from("asr"), path.into(), text.into()]);
        }
    }
}
