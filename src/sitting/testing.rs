//! A deck that is told what is said, and a desk to sit at, for the tests of a sitting.

use super::desk::Desk;
use super::driver::Sitting;
use super::model::{Asked, Command, OWN_WISH, Phase, ViewState};
use super::model::{ReportReason, SkipReason};
use super::outside::{Job, Outside};
use super::recorder::Deck;
use super::request::{ConsentWish, Request};
use super::succession::Opener;
use crate::audio::capture::{
    DeviceSetting, Ended, Level, Pending, SourceInfo, SourceKind, TakeFacts, TakeOptions, TakeSink,
};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::PromptId;
use crate::quality::Policy;
use crate::recordings::session::{Clock, SessionView, find_sessions};
use crate::recordings::testing;
use crate::units::SampleRate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

/// What a [`Script`] does, changed by a test while the sitting holds the deck.
#[derive(Default)]
pub struct Said {
    /// What the next takes hold.
    pub samples: Vec<f32>,
    /// What the recorder notices.
    pub facts: TakeFacts,
    /// The microphone is gone.
    pub fault: Option<Error>,
    /// The system has muted it.
    pub muted: bool,
    /// A take runs.
    sink: Option<Box<dyn TakeSink>>,
    /// What was asked of it.
    pub options: TakeOptions,
    /// The clock of the deck, and the presses that it was told.
    pub now_ns: u64,
    pub begun_ns: Option<u64>,
    pub ended_ns: Option<u64>,
    /// Whether nothing is forgotten.
    pub is_held: bool,
    /// How long the computer slept so far.
    pub slept_ms: u64,
    /// Whether the sink of the running take refuses samples.
    pub refuses: bool,
    /// How often a deck was closed.
    pub closed: usize,
}

/// A deck that hands over at once what it was told.
#[derive(Clone)]
pub struct Script {
    info: SourceInfo,
    said: Arc<Mutex<Said>>,
}

impl Script {
    pub fn new(device: &str, rate_hz: u32) -> Self {
        let info = SourceInfo {
            kind: SourceKind::Device,
            device: device.to_owned(),
            name: device.to_owned(),
            host: "script".to_owned(),
            rate: SampleRate::new(rate_hz).unwrap(),
            channels: 1,
            channel: 0,
            format: "i16".to_owned(),
            bits: 16,
            setting: DeviceSetting::default(),
        };
        Self { info, said: Arc::default() }
    }

    pub fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap()
    }
}

impl Deck for Script {
    fn info(&self) -> &SourceInfo {
        &self.info
    }
    fn slept_ms(&self) -> u64 {
        self.said().slept_ms
    }
    fn level(&self) -> Level {
        Level::default()
    }
    fn fault(&self) -> Option<Error> {
        self.said().fault.clone()
    }
    fn is_muted(&self) -> bool {
        self.said().muted
    }
    fn cue(&self, _: &PromptId) -> Result<()> {
        Ok(())
    }
    fn now_ns(&self) -> u64 {
        self.said().now_ns
    }
    fn hold(&self) {
        self.said().is_held = true;
    }
    fn release(&self) {
        self.said().is_held = false;
    }
    fn begin(&self, sink: Box<dyn TakeSink>, options: TakeOptions) -> Result<()> {
        let mut said = self.said();
        assert!(said.sink.is_none(), "one take at a time");
        if let Some(fault) = &said.fault {
            return Err(fault.clone());
        }
        (said.begun_ns, said.is_held) = (options.pressed_ns, false);
        (said.sink, said.options) = (Some(sink), options);
        Ok(())
    }
    fn take_failed(&self) -> bool {
        let said = self.said();
        said.refuses && said.sink.is_some()
    }
    fn cue_finished(&self) -> bool {
        false
    }
    fn heard_end(&self) -> bool {
        false
    }
    fn is_too_long(&self) -> bool {
        let said = self.said();
        said.sink.is_some() && said.options.longest.is_some_and(|most| said.samples.len() as u64 > most)
    }
    fn start_ending(&self, pressed_ns: Option<u64>) -> Pending<Ended> {
        let mut said = self.said();
        said.ended_ns = pressed_ns;
        let Some(mut sink) = said.sink.take() else {
            return Pending::ready(Err(Error::new(ErrorKind::Usage, "no take runs")));
        };
        // The first frame over the greatest length is the last, as with a tape without a post-roll.
        let most = said.options.longest.map_or(usize::MAX, |most| most as usize + 1);
        let samples = &said.samples[..said.samples.len().min(most)];
        let refused = said.refuses.then(|| Error::new(ErrorKind::Io, "the disk is full"));
        let error = sink.write(samples).err().or(refused);
        let facts =
            TakeFacts { device_lost: said.fault.is_some() || said.facts.device_lost, ..said.facts.clone() };
        Pending::ready(Ok(Ended { frames: samples.len() as u64, facts, sink, error }))
    }
    fn start_listening(&self, _: u64) -> Pending<Vec<f32>> {
        Pending::ready(Ok(self.said().samples.clone()))
    }
    fn close(self: Box<Self>) {
        self.said().closed += 1;
    }
}

/// What has to be accepted and deleted, by the rules that a person would say, from what they saw and pressed: a model to
/// compare what is on the disk with.
#[derive(Debug, Default)]
pub struct Expected {
    kept: BTreeMap<(String, u16), u16>,
    deleted: BTreeSet<(String, u16, u16)>,
    /// What was decided in this sitting; `None` for a reading that was left out.
    decided: Vec<Option<Acceptance>>,
}

/// The reading, the take that was accepted, and the one before it.
type Acceptance = ((String, u16), u16, Option<u16>);

impl Expected {
    /// Takes in a command given at this view.
    pub fn command(&mut self, view: &ViewState, command: &Command) {
        let key = view.prompt.as_ref().map(|prompt| (prompt.id.to_string(), prompt.repetition));
        let take = view.take.as_ref().filter(|_| view.phase == Phase::Verdict);
        match (command, key) {
            (Command::Undo, _) if matches!(view.phase, Phase::Showing | Phase::Verdict | Phase::Done) => {
                if let Some(Some((key, take, former))) = self.decided.pop()
                    && self.kept.get(&key) == Some(&take)
                {
                    let is_there = |former: &u16| !self.deleted.contains(&(key.0.clone(), key.1, *former));
                    match former.filter(is_there) {
                        Some(former) => self.kept.insert(key, former),
                        None => self.kept.remove(&key),
                    };
                }
            }
            (Command::Keep, Some(key)) => {
                let Some(take) = take.filter(|take| !take.is_silent() && !take.interrupted) else { return };
                if self.kept.get(&key) != Some(&take.take) {
                    let former = self.kept.insert(key.clone(), take.take);
                    self.decided.push(Some((key, take.take, former)));
                }
            }
            (Command::Skip { .. }, Some(key))
                if matches!(view.phase, Phase::Showing | Phase::Verdict) && !self.kept.contains_key(&key) =>
            {
                self.decided.push(None);
            }
            (Command::Delete, Some(key)) if view.asks == Some(Asked::Delete) => {
                let Some(take) = take else { return };
                if self.kept.get(&key) == Some(&take.take) {
                    self.kept.remove(&key);
                }
                let is_of = |decision: &Option<Acceptance>| {
                    decision.as_ref().is_some_and(|(of, kept, _)| *of == key && *kept == take.take)
                };
                self.decided.retain(|decision| !is_of(decision));
                self.deleted.insert((key.0, key.1, take.take));
            }
            _ => {}
        }
    }

    /// The program is started again: what was decided cannot be taken back any more.
    pub fn started_again(&mut self) {
        self.decided.clear();
    }

    /// The takes that have to be accepted: prompt, repetition, number.
    pub fn kept(&self) -> BTreeSet<(String, u16, u16)> {
        self.kept.iter().map(|((prompt, repetition), take)| (prompt.clone(), *repetition, *take)).collect()
    }

    /// The takes that have to be gone.
    pub fn deleted(&self) -> BTreeSet<(String, u16, u16)> {
        self.deleted.clone()
    }
}

/// The commands of the letters that tests write: r record, s stop, k keep, d redo, x skip, b back, p play, z pause, Z resume,
/// q quit, i interrupt, u undo, D delete, C cancel, < the attempt before the one that is shown.
pub fn command_of(key: char, view: &ViewState) -> Option<Command> {
    Some(match key {
        'r' => Command::Record,
        's' => Command::Stop,
        'k' => Command::Keep,
        'd' => Command::Redo { reason: OWN_WISH.to_owned() },
        'x' => Command::Skip { reason: SkipReason::NoneGiven },
        '!' => Command::Report { reason: ReportReason::Spelling, words: None },
        'b' => Command::Back,
        'p' => Command::Play,
        'z' => Command::Pause,
        'Z' => Command::Resume,
        'q' => Command::Quit,
        'i' => Command::Interrupt,
        'u' => Command::Undo,
        'D' => Command::Delete,
        'C' => Command::Cancel,
        '<' => Command::Choose { attempt: view.attempt.map_or(view.attempts, |attempt| attempt - 1) },
        _ => return None,
    })
}

/// A home with a sheet and a folder of recordings.
pub struct Home {
    dir: tempfile::TempDir,
    /// One for all desks: consent of before was given before.
    clock: Arc<dyn Clock>,
    draws: Arc<Mutex<u8>>,
}

impl Home {
    /// Makes a home whose sheet has these prompts, each with how often it is wanted and what it says.
    pub fn new(prompts: &[(&str, u16, &str)]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let sheet = dir.path().join("sheet");
        fsio::create_dir_all(&sheet).unwrap();
        let head = "id = \"assistant\"\nversion = \"1.0.0\"\ntitle = \"T\"\nlicence = \"CC0-1.0\"\nsource = \"us\"\n\n\
                    [instructions]\nen-US = \"Read aloud.\"\n";
        let rows: Vec<String> =
            prompts.iter().map(|(id, repeat, text)| format!("{id}\t{text}\t{repeat}\n")).collect();
        let rows = rows.concat();
        fsio::write_new(&sheet.join("sheet.toml"), head.as_bytes()).unwrap();
        fsio::write_new(&sheet.join("en-US.tsv"), format!("id\ttext\trepeat\n{rows}").as_bytes()).unwrap();
        Self { dir, clock: testing::clock(), draws: Arc::default() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn root(&self) -> PathBuf {
        self.path("recordings")
    }

    pub fn outside(&self) -> Outside {
        let draws = Arc::clone(&self.draws);
        let random = move |bytes: &mut [u8]| {
            let mut draw = draws.lock().unwrap();
            *draw = draw.wrapping_add(1);
            bytes.fill(*draw);
            Ok(())
        };
        // At once: what a test sees must not hang on when a thread gets its turn.
        let at_once = |job: Job| {
            job();
            Ok(())
        };
        Outside { clock: Arc::clone(&self.clock), random: Box::new(random), aside: Box::new(at_once) }
    }

    pub fn request(&self) -> Request {
        Request {
            speaker: Some("k3v9".parse().unwrap()),
            consent: ConsentWish::Given(vec!["asr".to_owned()]),
            ..Request::new(self.path("sheet"), Policy::default())
        }
    }

    pub fn desk(&self, request: Request) -> Desk {
        Desk::open(&self.root(), request, self.outside()).unwrap()
    }

    /// Sits down in front of `deck`; `again` gives the decks that come when it goes away.
    pub fn sit(&self, deck: &Script, again: Option<Opener>) -> Sitting {
        let mut desk = self.desk(self.request());
        desk.sign().unwrap();
        desk.sit(Box::new(deck.clone()), None, again).unwrap().sitting
    }

    pub fn views(&self) -> Vec<SessionView> {
        let mut views: Vec<SessionView> = {
            let sessions = find_sessions(&self.root()).unwrap().sessions;
            sessions.iter().map(|dir| SessionView::open(dir).unwrap()).collect()
        };
        views.sort_by_key(|view| view.record().created);
        views
    }
}

/// Copies a folder as it is.
#[expect(clippy::disallowed_methods, reason = "a test copies files that need not last")]
pub fn copy_folder(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
        } else {
            std::fs::copy(entry.path(), &target).unwrap();
        }
    }
}
