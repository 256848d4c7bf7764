//! The tape: one source, open for a whole session, and the takes that are cut from it.

use super::ring::{Clock, Health, ring_on};
use super::source::{Source, SourceInfo};
use super::take::{Ended, Level, Pending, TakeOptions, TakeSink, lost, no_audio};
use super::worker::{Command, Shared, Worker};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::PromptId;
use crate::units::frames_in_ms;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long the first audio may take to come.
const FIRST_AUDIO: Duration = Duration::from_secs(4);

/// The longest pre-roll, post-roll, history and listening, in milliseconds.
const MAX_MS: u64 = 60_000;

/// How takes are cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TapeOptions {
    /// Milliseconds kept from before the press that begins a take.
    pub pre_roll_ms: u64,
    /// Milliseconds kept from after the press that ends it.
    pub post_roll_ms: u64,
    /// Milliseconds remembered while no take runs; at least the pre-roll.
    pub history_ms: u64,
    /// The channel to keep, from 0. Without a wish it is channel 0, or, if that brings nothing but
    /// zeros at the start, the first channel that does not.
    pub channel: Option<u16>,
}

impl Default for TapeOptions {
    fn default() -> Self {
        Self { pre_roll_ms: 500, post_roll_ms: 500, history_ms: 4000, channel: None }
    }
}

/// A source that runs, and the thread that reads it.
pub struct Tape {
    source: Mutex<Box<dyn Source>>,
    info: SourceInfo,
    health: Arc<Health>,
    shared: Arc<Shared>,
    commands: Sender<Command>,
    thread: Option<JoinHandle<()>>,
    pre_roll_frames: u64,
    post_roll_frames: u64,
}

impl Tape {
    /// Starts `source` and returns once audio comes.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for a channel that the source does not have or a length over 60 s,
    /// [`ErrorKind::DeviceLost`] when no audio comes, the device kinds when the source cannot be started.
    pub fn start(source: Box<dyn Source>, options: TapeOptions) -> Result<Self> {
        Self::start_on(Clock::running(), source, options)
    }

    /// Does the same with a clock that is handed in; only the first audio is waited for in real time.
    pub(super) fn start_on(clock: Clock, mut source: Box<dyn Source>, options: TapeOptions) -> Result<Self> {
        let longest_ms = options.pre_roll_ms.max(options.post_roll_ms).max(options.history_ms);
        if longest_ms > MAX_MS {
            let message = format!(
                "a pre-roll, post-roll or history of {longest_ms} ms is not allowed; allowed are 0 to {MAX_MS}"
            );
            return Err(Error::new(ErrorKind::Usage, message));
        }
        let mut info = source.info().clone();
        if let Some(channel) = options.channel
            && channel >= info.channels
        {
            return Err(Error::new(
                ErrorKind::Usage,
                format!(
                    "channel {channel} was asked for, but `{}` has channels 0 to {}",
                    info.name,
                    info.channels.saturating_sub(1)
                ),
            )
            .with_hint("`booth devices` shows the channels; --channel counts from 0"));
        }
        let (feed, drain) = ring_on(clock, info.rate, info.channels);
        let health = Arc::clone(feed.health());
        let shared = Arc::new(Shared::default());
        let (commands, receiver) = channel();
        let (ready, is_ready) = channel();
        let frames = |ms| frames_in_ms(ms, info.rate);
        let worker = Worker::new(
            drain,
            Arc::clone(&shared),
            receiver,
            ready,
            &info,
            source.clock_hz(),
            frames(options.history_ms.max(options.pre_roll_ms)),
            options.channel,
        );
        source.start(feed)?;
        let thread =
            std::thread::Builder::new().name("booth-tape".to_owned()).spawn(move || worker.run()).map_err(
                |error| Error::new(ErrorKind::Io, "cannot start the recording thread").with_source(error),
            )?;
        let (pre_roll_frames, post_roll_frames) = (frames(options.pre_roll_ms), frames(options.post_roll_ms));
        let mut tape = Self {
            source: Mutex::new(source),
            info: info.clone(),
            health,
            shared,
            commands,
            thread: Some(thread),
            pre_roll_frames,
            post_roll_frames,
        };
        let since = Instant::now();
        while since.elapsed() < FIRST_AUDIO && tape.health.loss().is_none() {
            if let Ok(channel) = is_ready.recv_timeout(Duration::from_millis(20)) {
                info.channel = channel;
                tape.info = info;
                return Ok(tape);
            }
        }
        Err(tape.fault().unwrap_or_else(|| no_audio(&tape.info.name)))
    }

    /// Describes the source, with the channel that is kept.
    pub fn info(&self) -> &SourceInfo {
        &self.info
    }

    /// Returns the time on the tape's own clock, by which presses are placed, in nanoseconds; it never goes back.
    pub fn now_ns(&self) -> u64 {
        self.health.now_ns()
    }

    /// Forgets nothing from now on, until the next take begins, [`Tape::release`] is called or a minute is over, so that a
    /// take can begin long after its press and still have all of its frames.
    pub fn hold(&self) {
        let _ =
            self.commands.send(Command::Hold { frames: frames_in_ms(MAX_MS, self.info.rate), reply: None });
    }

    /// Forgets again what no take will ask for.
    pub fn release(&self) {
        let _ = self.commands.send(Command::Release);
    }

    /// Returns how loud it is now.
    pub fn level(&self) -> Level {
        self.shared.level()
    }

    /// Returns for how many milliseconds the program was frozen so far, because it was stopped or the computer slept; what
    /// that has cost a take is in its facts.
    pub fn slept_ms(&self) -> u64 {
        self.shared.slept_ms.load(Ordering::Relaxed)
    }

    /// Returns why no audio comes any more, or has not come for a second; the tape is then of no use.
    pub fn fault(&self) -> Option<Error> {
        if let Some(loss) = self.health.loss() {
            return Some(lost(loss, &self.info.name));
        }
        self.shared.stalled.load(Ordering::Relaxed).then(|| no_audio(&self.info.name))
    }

    /// Returns whether the system has muted the source, as far as it can be asked.
    pub fn is_muted(&self) -> bool {
        self.health.is_muted()
    }

    /// Starts to collect `ms` milliseconds (60,000 at most) from now on.
    pub fn start_listening(&self, ms: u64) -> Pending<Vec<f32>> {
        let (reply, answer) = Pending::new();
        let frames = frames_in_ms(ms.min(MAX_MS), self.info.rate);
        let _ = self.commands.send(Command::Listen { frames, reply });
        answer
    }

    /// Says which prompt is read next, so that a source of files knows what to play.
    ///
    /// # Errors
    /// [`ErrorKind::Io`], [`ErrorKind::Audio`], [`ErrorKind::Usage`] when there is no file for it or it
    /// does not fit the source.
    pub fn cue(&self, prompt: &PromptId) -> Result<()> {
        self.source().cue(prompt)
    }

    /// Begins a take now, or at the press that [`TakeOptions::pressed_ns`] tells, pre-roll included.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] while another take runs, [`ErrorKind::DeviceLost`] when no audio comes.
    pub fn begin(&self, sink: Box<dyn TakeSink>, options: TakeOptions) -> Result<()> {
        let t_ns = self.pressed_ns(options.pressed_ns);
        if let Some(fault) = self.fault() {
            return Err(fault);
        }
        if self.is_taking() {
            return Err(Error::new(ErrorKind::Usage, "a take is already running"));
        }
        // Files may be played so fast that the pre-roll would be forgotten before the take begins.
        let (reply, held) = Pending::new();
        let _ = self.commands.send(Command::Hold { frames: u64::MAX, reply: Some(reply) });
        held.wait()?;
        let span = self.source().begin(self.pre_roll_frames);
        let (reply, answer) = Pending::new();
        let (pre_roll, post_roll) = (self.pre_roll_frames, self.post_roll_frames);
        let _ = self.commands.send(Command::Begin { sink, t_ns, span, pre_roll, post_roll, options, reply });
        answer.wait()
    }

    /// Returns whether a take runs.
    pub fn is_taking(&self) -> bool {
        self.shared.taking.load(Ordering::Acquire)
    }

    /// Returns whether the sink of the running take has refused samples; [`Tape::start_ending`]
    /// gives the error.
    pub fn take_failed(&self) -> bool {
        self.shared.take_failed.load(Ordering::Relaxed)
    }

    /// Returns whether the take has all that a file played as the microphone has for it, post-roll
    /// included, or its sink has refused samples; never for a device that is well.
    pub fn cue_finished(&self) -> bool {
        self.shared.cue_finished.load(Ordering::Relaxed)
    }

    /// Returns whether the running take has heard the end of its speech, or that there is none
    /// ([`TakeOptions::endpoint`]); it ends a post-roll after the last word, however late it is asked for.
    pub fn heard_end(&self) -> bool {
        self.shared.heard_end.load(Ordering::Relaxed)
    }

    /// Returns whether the running take has more frames than it may ([`TakeOptions::longest`]); it ends there with its
    /// post-roll, however late it is asked for.
    pub fn is_too_long(&self) -> bool {
        self.shared.too_long.load(Ordering::Relaxed)
    }

    /// Asks for the end of the running take, now or at a press on [`Tape::now_ns`]'s clock; it comes when the post-roll has.
    ///
    /// A take that has heard its end ([`Tape::heard_end`]), or is too long, keeps that end. When no audio comes any more, the take
    /// ends with what there is, and its facts say so. The answer is [`ErrorKind::Usage`] when no take runs.
    pub fn start_ending(&self, pressed_ns: Option<u64>) -> Pending<Ended> {
        let t_ns = self.pressed_ns(pressed_ns);
        let (reply, answer) = Pending::new();
        let post_roll = self.post_roll_frames;
        let release = self.source().end(post_roll);
        let _ = self.commands.send(Command::End { t_ns, release, post_roll, reply });
        answer
    }

    /// Stops the source and the thread; a running take is dropped, so end it first.
    pub fn close(mut self) {
        self.shut();
    }

    fn shut(&mut self) {
        if let Some(thread) = self.thread.take() {
            self.source().stop();
            let _ = self.commands.send(Command::Close);
            let _ = thread.join();
        }
    }

    /// Returns when a key was pressed; no key was pressed in the future.
    fn pressed_ns(&self, stamp: Option<u64>) -> u64 {
        let now_ns = self.now_ns();
        stamp.map_or(now_ns, |stamp| stamp.min(now_ns))
    }

    fn source(&self) -> MutexGuard<'_, Box<dyn Source>> {
        self.source.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Tape {
    fn drop(&mut self) {
        self.shut();
    }
}
