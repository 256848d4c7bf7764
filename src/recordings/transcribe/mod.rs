//! Running a recogniser over the takes of sessions and keeping what it heard.
//!
//! Each text is stored, durably, as soon as it is there, in the order in which the recogniser is done: whatever ends
//! the program, the next run goes on with what is missing.

mod command;
mod hear;
mod rows;
pub(crate) mod transcripts;

pub use command::CommandLine;
pub use rows::{FailedRow, TranscribeSummary, TranscriptRow, rate_of};
pub use transcripts::{Counting, Heard, STALE, Transcript, Transcripts, Uncounted, VERSION};

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, StagingDir};
use crate::ids::{Locale, PromptId, SessionId};
use crate::parallel;
use crate::progress::{Unwatched, Watch};
use crate::quality::words::{self, Comparison};
use crate::recordings::ledger::Ledger;
use crate::recordings::session::SessionView;
use crate::recordings::session::view::read_record;
use crate::recordings::session::{Found, Unreadable, find_sessions};
use crate::units::{SampleRate, Utc};
use command::{Failure, text_of};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The name of the folder for lists and converted copies, beside the sessions, while a run is on.
const STAGING: &str = "booth-transcribe";
/// A command that fails this often before it gave anything is no recogniser.
const HOPELESS: u32 = 3;

/// What the takes of a session share.
#[derive(Debug)]
pub struct SessionPlace {
    /// The session's folder.
    pub dir: PathBuf,
    /// The session.
    pub id: SessionId,
    /// The language.
    pub locale: Locale,
    known: Transcripts,
}

/// A take that can be transcribed.
#[derive(Debug, Clone)]
pub struct Take {
    /// Where it is.
    pub place: Arc<SessionPlace>,
    /// The prompt.
    pub prompt: PromptId,
    /// The attempt.
    pub take: u16,
    /// The audio.
    pub path: PathBuf,
    /// The text that was to be read.
    pub text: String,
    /// The file's bytes as published.
    pub sha256: Sha256,
    /// The samples as published.
    pub pcm_sha256: Option<Sha256>,
    channel: u16,
}

impl Take {
    /// Returns what a recogniser heard in these samples already, at that rate if any.
    pub fn known(&self, recogniser: &str, rate: Option<u32>) -> Option<&str> {
        self.place.known.heard(&self.prompt, self.take, recogniser, rate, self.pcm_sha256?)
    }

    /// Compares a text with what was to be read.
    pub fn compare(&self, heard: &str) -> Comparison {
        words::compare(&self.text, heard, &self.place.locale)
    }
}

/// How a recogniser is run.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The command.
    pub command: &'a CommandLine,
    /// The name under which its texts are kept.
    pub recogniser: &'a str,
    /// The rate to convert takes to; without one it hears the files as they are.
    pub rate: Option<SampleRate>,
    /// How long the command may take for each take that it is given.
    pub timeout: Duration,
    /// The most takes in a list.
    pub batch: usize,
    /// Commands that run at the same time.
    pub threads: usize,
    /// Told of the takes that are done, in whatever way, and of how many; it may stop the run.
    pub watch: &'a dyn Watch,
    /// The time of day.
    pub now: &'a (dyn Fn() -> Utc + Sync),
    /// Where it is noted that this machine wrote a text.
    pub ledger: Option<&'a Ledger>,
}

impl<'a> Options<'a> {
    /// Returns options with files as they are, two minutes a take, 200 takes a list, one command, nobody who watches, and no
    /// ledger.
    pub fn new(command: &'a CommandLine, recogniser: &'a str, now: &'a (dyn Fn() -> Utc + Sync)) -> Self {
        let timeout = Duration::from_secs(120);
        let ledger = None;
        Self {
            command,
            recogniser,
            rate: None,
            timeout,
            batch: 200,
            threads: 1,
            watch: &Unwatched,
            now,
            ledger,
        }
    }
}

/// What became of a take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The text is stored.
    Heard(String),
    /// There is none, and why.
    Failed(String),
}

/// The takes of some sessions.
#[derive(Debug, Clone, Default)]
pub struct Takes {
    /// The takes, in the order of their sessions.
    pub takes: Vec<Take>,
    /// Sessions that cannot be read, of which there is nothing.
    pub unreadable: Vec<Unreadable>,
}

/// Finds the takes of the sessions at and below `paths`, each once; replaced ones only with `all_takes`. What counts of
/// the transcripts that are there, says `counting`.
///
/// # Errors
/// [`ErrorKind::Session`] when there is no session at a path; [`ErrorKind::Io`] when a path cannot be read.
pub fn find(paths: &[PathBuf], all_takes: bool, counting: Counting<'_>) -> Result<Takes> {
    let mut takes = Takes::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        let found = if fsio::is_named_file(path)? { Found::default() } else { find_sessions(path)? };
        if found.sessions.is_empty() && found.unreadable.is_empty() {
            let hint = "give a session or a folder of sessions; `booth import` makes sessions of audio files";
            return Err(Error::new(ErrorKind::Session, "there is no session here")
                .with_path(path)
                .with_hint(hint));
        }
        takes.unreadable.extend(found.unreadable);
        for dir in found.sessions {
            let real = dir.canonicalize().map_err(|error| Error::io("read the session", &dir, error))?;
            if seen.insert(real.clone())
                && let Err(error) = add_session(&mut takes.takes, real.clone(), all_takes, counting)
            {
                takes.unreadable.push(Unreadable::session(&real, error)?);
            }
        }
    }
    Ok(takes)
}

fn add_session(takes: &mut Vec<Take>, dir: PathBuf, all_takes: bool, counting: Counting<'_>) -> Result<()> {
    let record = read_record(&dir)?;
    let known = Transcripts::read(&dir, counting)?;
    let place = Arc::new(SessionPlace { dir, id: record.id, locale: record.locale, known });
    let stored = SessionView::open_takes(&place.dir, None, |_, take| Take {
        place: Arc::clone(&place),
        path: place.dir.join(&take.file),
        prompt: take.prompt,
        take: take.take,
        text: take.text,
        sha256: take.sha256,
        pcm_sha256: take.measurements.pcm_sha256,
        channel: take.channel,
    })?;
    let wanted = stored.takes.into_iter().filter(|(_, state)| state.is_looked_at(all_takes));
    takes.extend(wanted.map(|(take, _)| take));
    Ok(())
}

/// Locks the folders that hold the sessions of `takes` against a second transcriber, and makes room for copies.
pub(crate) fn lock(takes: &[Take]) -> Result<BTreeMap<PathBuf, StagingDir>> {
    let mut folders = BTreeMap::new();
    for take in takes {
        let parent = parent(take);
        if !folders.contains_key(parent) {
            folders
                .insert(parent.to_path_buf(), StagingDir::create(&parent.join(STAGING), "booth transcribe")?);
        }
    }
    Ok(folders)
}

fn parent(take: &Take) -> &Path {
    take.place.dir.parent().unwrap_or(&take.place.dir)
}

/// Runs the recogniser over `takes`, stores each text, and tells `sink` of each take when it is done, in no fixed order.
///
/// A take that cannot be transcribed is an outcome. Stops early, without an error, when it is stopped.
///
/// # Errors
/// [`ErrorKind::Io`] when the command cannot be started, fails before it ever gave a text, or a text cannot be stored;
/// [`ErrorKind::Locked`] when another process transcribes these sessions; those of `options.watch` but
/// [`ErrorKind::Interrupted`].
pub fn run(takes: &[Take], options: Options<'_>, sink: impl FnMut(&Take, &Outcome) + Send) -> Result<()> {
    let folders = lock(takes)?;
    let state = State { sink, error: None, failures: 0, any_text: false, done: 0 };
    let (state, of) = (Mutex::new(state), takes.len() as u64);
    let run = Run { options, folders, state, of, broken: AtomicBool::new(false) };
    let groups = groups(takes, options);
    parallel::ordered(
        &groups,
        options.threads,
        || (),
        |(), number, group| {
            if !run.stopped() {
                run.group(number, group);
            }
        },
        |_, ()| if run.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) },
    );
    let state = run.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    state.error.map_or(Ok(()), Err)
}

/// Splits takes into those of one run each: single ones, or lists of one language in one folder.
fn groups<'a>(takes: &'a [Take], options: Options<'_>) -> Vec<&'a [Take]> {
    if !options.command.takes_a_list() {
        return takes.chunks(1).collect();
    }
    // No fewer lists than threads, so that all of them have work.
    let most = takes.len().div_ceil(options.threads.max(1)).clamp(1, options.batch.max(1));
    takes
        .chunk_by(|a, b| a.place.locale == b.place.locale && parent(a) == parent(b))
        .flat_map(|same| same.chunks(most))
        .collect()
}

struct State<S> {
    sink: S,
    error: Option<Error>,
    failures: u32,
    any_text: bool,
    /// Takes that were told of.
    done: u64,
}

struct Run<'a, S> {
    options: Options<'a>,
    folders: BTreeMap<PathBuf, StagingDir>,
    state: Mutex<State<S>>,
    /// Takes in all.
    of: u64,
    broken: AtomicBool,
}

/// A take that is ready to be heard.
struct Ready<'a> {
    take: &'a Take,
    pcm_sha256: Sha256,
    path: PathBuf,
    is_copy: bool,
}

impl<S: FnMut(&Take, &Outcome) + Send> Run<'_, S> {
    fn stopped(&self) -> bool {
        self.options.watch.stopped() || self.broken.load(Ordering::Relaxed)
    }

    /// Ends the whole run with an error.
    fn give_up(&self, error: Error) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).error.get_or_insert(error);
        self.broken.store(true, Ordering::Relaxed);
    }

    fn fail(&self, take: &Take, message: &str) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        (state.sink)(take, &Outcome::Failed(message.to_owned()));
        self.told(state, 1);
    }

    /// Tells the watcher that more takes are done.
    fn told(&self, mut state: MutexGuard<'_, State<S>>, more: usize) {
        state.done += more as u64;
        let told = self.options.watch.at(state.done, self.of);
        drop(state);
        match told {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {
                self.broken.store(true, Ordering::Relaxed);
            }
            Err(error) => self.give_up(error),
        }
    }

    /// Stores texts and tells of them.
    fn store(&self, heard: &[(&Ready<'_>, String)]) {
        let Some(((first, _), at)) = heard.first().map(|first| (first, (self.options.now)())) else { return };
        let lines: Vec<Transcript> = heard
            .iter()
            .map(|(ready, text)| Transcript {
                v: transcripts::VERSION,
                at,
                prompt: ready.take.prompt.clone(),
                take: ready.take.take,
                pcm_sha256: ready.pcm_sha256,
                recogniser: self.options.recogniser.to_owned(),
                command: None,
                rate: self.options.rate.map(SampleRate::hz),
                text: text.clone(),
            })
            .collect();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match transcripts::append(&first.take.place.dir, &lines, self.options.ledger) {
            Ok(()) => {
                state.any_text = true;
                for (ready, text) in heard {
                    (state.sink)(ready.take, &Outcome::Heard(text.clone()));
                }
                self.told(state, heard.len());
            }
            Err(error) => {
                drop(state);
                self.give_up(error);
            }
        }
    }

    fn group(&self, number: usize, takes: &[Take]) {
        let Some(folder) = takes.first().and_then(|take| self.folders.get(parent(take))) else { return };
        let mut ready = Vec::new();
        for take in takes {
            if self.stopped() {
                break;
            }
            match self.prepare(number, take, folder) {
                Ok(Ok(one)) => ready.push(one),
                Ok(Err(message)) => self.fail(take, &message),
                Err(error) => self.give_up(error),
            }
        }
        if !ready.is_empty() && !self.stopped() {
            self.hear(number, &ready, folder);
        }
        for one in ready.iter().filter(|one| one.is_copy) {
            // The folder goes as a whole at the end, so that a failure here costs space alone.
            let _ = fsio::remove_leftover(&one.path);
        }
    }

    /// Hashes a take and makes the copy that was asked for; a take that cannot be heard is a message.
    fn prepare<'t>(
        &self,
        number: usize,
        take: &'t Take,
        folder: &StagingDir,
    ) -> Result<Result<Ready<'t>, String>> {
        let (copy, path) = match self.options.rate {
            Some(rate) => {
                let name = format!("{number}-{}-{}_{}.wav", take.place.id, take.prompt, take.take);
                let file = folder.create_file(&name)?;
                let path = file.path().to_path_buf();
                (Some((rate, file)), path)
            }
            None => (None, take.path.clone()),
        };
        let is_copy = copy.is_some();
        let mut copy = copy;
        let heard =
            hear::read(&take.path, take.channel, copy.as_mut().map(|(rate, file)| (*rate, &mut *file)));
        Ok(match heard {
            Ok(pcm_sha256) if take.pcm_sha256.is_none_or(|published| published == pcm_sha256) => {
                Ok(Ready { take, pcm_sha256, path, is_copy })
            }
            Ok(_) => Err("the file has other samples than were published".to_owned()),
            // A copy that cannot be written is no fault of the take.
            Err(error) if is_copy && error.path().is_some_and(|at| at == path) => return Err(error),
            Err(error) => Err(error.message().to_owned()),
        })
    }

    fn hear(&self, number: usize, ready: &[Ready<'_>], folder: &StagingDir) {
        let Some(first) = ready.first() else { return };
        let (command, locale) = (self.options.command, first.take.place.locale.as_str());
        let stopped = || self.stopped();
        let outcome = if command.takes_a_list() {
            self.hear_list(number, ready, folder)
        } else {
            let words = command.words(first.path.as_os_str(), &first.take.text, locale);
            let text = command::run_for_text(&words, self.options.timeout, &stopped);
            text.map(|text| self.store(&[(first, text)])).map_err(|failure| (failure, vec![first]))
        };
        match outcome {
            Ok(()) | Err((Failure::Stopped, _)) => {}
            Err((Failure::Program(error), _)) => {
                let hint = "install it, give its whole path, or mend the command after --asr-command";
                let program = Path::new(command.program());
                self.give_up(Error::io("start the recogniser", program, error).with_hint(hint));
            }
            Err((Failure::Failed(message), takes)) => {
                for one in takes {
                    self.fail(one.take, &message);
                }
                let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
                state.failures += 1;
                if state.failures >= HOPELESS && !state.any_text {
                    drop(state);
                    let error = Error::new(
                        ErrorKind::Io,
                        format!("the recogniser failed {HOPELESS} times and gave no text: {message}"),
                    );
                    let hint = format!("try it by hand: {}", command.as_str());
                    self.give_up(error.with_path(&first.path).with_hint(hint));
                }
            }
        }
    }

    /// Hears many takes in one run. Lines that name their path are stored as they come; others count in order, and only
    /// when there are as many as takes.
    fn hear_list<'r, 't>(
        &self,
        number: usize,
        ready: &'r [Ready<'t>],
        folder: &StagingDir,
    ) -> Result<(), (Failure, Vec<&'r Ready<'t>>)> {
        let (listed, odd): (Vec<_>, Vec<_>) =
            ready.iter().partition(|one| !one.path.as_os_str().as_encoded_bytes().contains(&b'\n'));
        for one in odd {
            self.fail(one.take, "its path has a line break and cannot stand in a list");
        }
        let Some(&first) = listed.first() else { return Ok(()) };
        let list = match write_list(number, &listed, folder) {
            Ok(list) => list,
            Err(error) => {
                self.give_up(error);
                return Ok(());
            }
        };
        let options = self.options;
        let words = options.command.words(list.as_os_str(), "", first.take.place.locale.as_str());
        let timeout = options.timeout.saturating_mul(u32::try_from(listed.len()).unwrap_or(u32::MAX));
        let by_path: BTreeMap<&[u8], usize> = listed
            .iter()
            .enumerate()
            .map(|(at, one)| (one.path.as_os_str().as_encoded_bytes(), at))
            .collect();
        let mut waiting = vec![true; listed.len()];
        let (mut plain, mut lines, mut keyed) = (Vec::new(), 0usize, false);
        let outcome = command::run(&words, timeout, &|| self.stopped(), |line| {
            let tab = line.iter().position(|&byte| byte == b'\t');
            if let Some((tab, &at)) = tab.and_then(|tab| Some((tab, by_path.get(&line[..tab])?))) {
                keyed = true;
                if waiting[at]
                    && let Ok(text) = text_of(&line[tab + 1..])
                {
                    waiting[at] = false;
                    self.store(&[(listed[at], text)]);
                }
                return;
            }
            lines += 1;
            if lines <= listed.len() {
                plain.push(line);
            }
        });
        let _ = fsio::remove_leftover(&list);
        let outcome = outcome.and_then(|()| {
            if keyed {
                return if waiting.contains(&true) {
                    Err("the command printed no line, or none in UTF-8, for it".to_owned().into())
                } else {
                    Ok(())
                };
            }
            for heard in in_order(&listed, &plain, lines, &mut waiting)?.values() {
                self.store(heard);
            }
            if waiting.contains(&true) {
                return Err("the command printed bytes that are not UTF-8".to_owned().into());
            }
            Ok(())
        });
        outcome.map_err(|failure| {
            let left = listed.iter().zip(&waiting).filter(|(_, waiting)| **waiting);
            (failure, left.map(|(one, _)| *one).collect())
        })
    }
}

/// Writes the list of takes for a command.
fn write_list(number: usize, listed: &[&Ready<'_>], folder: &StagingDir) -> Result<PathBuf> {
    let mut text = Vec::new();
    for one in listed {
        text.extend_from_slice(one.path.as_os_str().as_encoded_bytes());
        text.push(b'\n');
    }
    let mut file = folder.create_file(&format!("{number}.list"))?;
    file.write(&text)?;
    Ok(file.path().to_path_buf())
}

/// The texts that a command printed of takes, by session.
type BySession<'r, 't> = BTreeMap<&'r Path, Vec<(&'r Ready<'t>, String)>>;

/// Gives each take the line that was printed for it in order, `lines` in all; those with a text wait no more.
fn in_order<'r, 't>(
    listed: &[&'r Ready<'t>],
    plain: &[Vec<u8>],
    lines: usize,
    waiting: &mut [bool],
) -> Result<BySession<'r, 't>, Failure> {
    if lines != listed.len() {
        let message = format!(
            "the command printed {lines} lines for {} takes; it has to print one line for each, in order, or PATH, a tab and the text",
            listed.len()
        );
        return Err(message.into());
    }
    if plain.iter().any(|line| line.contains(&b'\t')) {
        let message = "the command printed a tab, but what stands before it is no path of its list";
        return Err(message.to_owned().into());
    }
    let mut by_session = BySession::new();
    for (at, (one, line)) in listed.iter().zip(plain).enumerate() {
        if let Ok(text) = text_of(line) {
            waiting[at] = false;
            by_session.entry(&one.take.place.dir).or_default().push((one, text));
        }
    }
    Ok(by_session)
}
