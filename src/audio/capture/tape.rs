//! The tape: one source, open for a whole session, and the takes that are cut from it.

use super::ring::{Health, Loss, ring};
use super::writer::{Command, Shared, Writer};
use super::{Source, SourceInfo, TakeFacts};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::PromptId;
use crate::units::{SampleRate, frames_in_ms, rounded};
use std::any::Any;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long the first audio may take to come.
const FIRST_AUDIO: Duration = Duration::from_secs(4);

/// The longest pre-roll, post-roll, history and listening, in milliseconds.
const MAX_MS: u64 = 60_000;

/// Receives the samples of one take; called on the tape's own thread.
///
/// [`Ended::sink`] gives it back; as `Box<dyn Any>` it can be turned into what it was.
pub trait TakeSink: Any + Send {
    /// Takes in samples of the kept channel, full scale 1.
    ///
    /// # Errors
    /// Any; the take then stops, and [`Ended::error`] says why.
    fn write(&mut self, samples: &[f32]) -> Result<()>;
}

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

/// How loud it is now.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Level {
    /// The greatest magnitude of the last 100 ms, full scale 1.
    pub peak: f32,
    /// The RMS of the last 100 ms, full scale 1.
    pub rms: f32,
    /// A sample of the last second was at full scale.
    pub clipped: bool,
}

impl Level {
    /// Returns the greatest magnitude of the last 100 ms in dBFS, to 0.01 dB; `None` for digital silence.
    pub fn peak_dbfs(self) -> Option<f64> {
        dbfs(self.peak)
    }

    /// Returns the RMS of the last 100 ms in dBFS, to 0.01 dB; a full-scale sine has -3.01. `None` for digital silence.
    pub fn rms_dbfs(self) -> Option<f64> {
        dbfs(self.rms)
    }
}

fn dbfs(magnitude: f32) -> Option<f64> {
    (magnitude > 0.0).then(|| rounded(20.0 * libm::log10(f64::from(magnitude)), 2))
}

/// A take that has ended.
pub struct Ended {
    /// Frames handed to the sink.
    pub frames: u64,
    /// What the tape noticed.
    pub facts: TakeFacts,
    /// The sink that [`Tape::begin`] was given.
    pub sink: Box<dyn TakeSink>,
    /// Why the sink refused samples, if it did; the take then ends before it should.
    pub error: Option<Error>,
}

/// An answer that comes later.
#[must_use = "poll it or wait for it"]
pub struct Pending<T>(Receiver<Result<T>>);

impl<T> Pending<T> {
    /// Returns the answer once it is there; never waits.
    pub fn poll(&mut self) -> Option<Result<T>> {
        match self.0.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(thread_gone())),
        }
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// Those of what was asked for.
    pub fn wait(self) -> Result<T> {
        self.0.recv().unwrap_or_else(|_| Err(thread_gone()))
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
    pub fn start(mut source: Box<dyn Source>, options: TapeOptions) -> Result<Self> {
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
        let (feed, drain) = ring(info.rate, info.channels);
        let health = Arc::clone(feed.health());
        let shared = Arc::new(Shared::default());
        let (commands, receiver) = channel();
        let (ready, is_ready) = channel();
        let frames = |ms| frames_in_ms(ms, info.rate);
        let writer = Writer::new(
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
            std::thread::Builder::new().name("booth-tape".to_owned()).spawn(move || writer.run()).map_err(
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

    /// Returns how loud it is now.
    pub fn level(&self) -> Level {
        self.shared.level()
    }

    /// Returns the rate that the wall clock says, in hertz, when it has disagreed with the stated one
    /// over the last 10 seconds by more than 50 ms and 0.2 %.
    pub fn clock_rate_hz(&self) -> Option<u32> {
        match self.shared.clock_rate_hz.load(Ordering::Relaxed) {
            0 => None,
            rate => Some(rate),
        }
    }

    /// Returns the counters of the source.
    pub fn health(&self) -> &Health {
        &self.health
    }

    /// Returns why no audio comes any more, or has not come for a second; the tape is then of no use.
    pub fn fault(&self) -> Option<Error> {
        if let Some(loss) = self.health.loss() {
            return Some(lost(loss, &self.info.name));
        }
        self.shared.stalled.load(Ordering::Relaxed).then(|| no_audio(&self.info.name))
    }

    /// Starts to collect `ms` milliseconds (60,000 at most) from now on.
    pub fn start_listening(&self, ms: u64) -> Pending<Vec<f32>> {
        let (reply, answer) = channel();
        let frames = frames_in_ms(ms.min(MAX_MS), self.info.rate);
        let _ = self.commands.send(Command::Listen { frames, reply });
        Pending(answer)
    }

    /// Waits for `ms` milliseconds of the kept channel, from now on.
    ///
    /// # Errors
    /// [`ErrorKind::DeviceLost`] when no audio comes.
    pub fn listen(&self, ms: u64) -> Result<Vec<f32>> {
        self.start_listening(ms).wait()
    }

    /// Says which prompt is read next, so that a source of files knows what to play.
    ///
    /// # Errors
    /// [`ErrorKind::Io`], [`ErrorKind::Audio`], [`ErrorKind::Usage`] when there is no file for it or it
    /// does not fit the source.
    pub fn cue(&self, prompt: &PromptId) -> Result<()> {
        self.source().cue(prompt)
    }

    /// Begins a take now, pre-roll included.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] while another take runs, [`ErrorKind::DeviceLost`] when no audio comes.
    pub fn begin(&self, sink: Box<dyn TakeSink>) -> Result<()> {
        let t_ns = self.health.now_ns();
        if let Some(fault) = self.fault() {
            return Err(fault);
        }
        if self.is_taking() {
            return Err(Error::new(ErrorKind::Usage, "a take is already running"));
        }
        // Files may be played so fast that the pre-roll would be forgotten before the take begins.
        let (reply, held) = channel();
        let _ = self.commands.send(Command::Hold { reply });
        Pending(held).wait()?;
        let span = self.source().begin(self.pre_roll_frames);
        let (reply, answer) = channel();
        let (pre_roll, post_roll) = (self.pre_roll_frames, self.post_roll_frames);
        let _ = self.commands.send(Command::Begin { sink, t_ns, span, pre_roll, post_roll, reply });
        Pending(answer).wait()
    }

    /// Returns whether a take runs.
    pub fn is_taking(&self) -> bool {
        self.shared.taking.load(Ordering::Acquire)
    }

    /// Returns the frames of the running take so far.
    pub fn take_frames(&self) -> u64 {
        self.shared.take_frames.load(Ordering::Relaxed)
    }

    /// Returns whether the sink of the running take has refused samples; [`Tape::end`] gives the error.
    pub fn take_failed(&self) -> bool {
        self.shared.take_failed.load(Ordering::Relaxed)
    }

    /// Returns whether the take has all that a file played as the microphone has for it, post-roll
    /// included, or its sink has refused samples; never for a device that is well.
    pub fn cue_finished(&self) -> bool {
        self.shared.cue_finished.load(Ordering::Relaxed)
    }

    /// Asks for the end of the running take; it comes when the post-roll has.
    pub fn start_ending(&self) -> Pending<Ended> {
        self.ending(true)
    }

    /// Ends the running take now, and waits for its post-roll.
    ///
    /// When no audio comes any more, the take ends with what there is, and its facts say so.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when no take runs.
    pub fn end(&self) -> Result<Ended> {
        self.start_ending().wait()
    }

    /// Ends the running take at once, without post-roll; `None` when no take runs.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the recording thread is gone.
    pub fn abort(&self) -> Result<Option<Ended>> {
        if !self.is_taking() {
            return Ok(None);
        }
        self.ending(false).wait().map(Some)
    }

    fn ending(&self, post_roll: bool) -> Pending<Ended> {
        let t_ns = self.health.now_ns();
        let (reply, answer) = channel();
        let post_roll = if post_roll { self.post_roll_frames } else { 0 };
        let release = self.source().end(post_roll);
        let _ = self.commands.send(Command::End { t_ns, release, post_roll, reply });
        Pending(answer)
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

    fn source(&self) -> MutexGuard<'_, Box<dyn Source>> {
        self.source.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Tape {
    fn drop(&mut self) {
        self.shut();
    }
}

fn thread_gone() -> Error {
    Error::new(ErrorKind::Io, "the recording thread ended before its time")
}

/// The error of a source that is lost.
pub(super) fn lost(loss: Loss, name: &str) -> Error {
    let what = match loss {
        Loss::Gone => "went away",
        Loss::Invalidated => "was changed by the system and has to be opened anew",
        Loss::Host => "is gone with its sound system",
        Loss::Errors => "reports nothing but errors",
        Loss::Changed => "was replaced by another device",
    };
    Error::new(ErrorKind::DeviceLost, format!("the microphone `{name}` {what}"))
        .with_hint("plug it in again or choose another with --device, then run the same command to go on")
}

/// The error of a source that is silent in the worst sense.
pub(super) fn no_audio(name: &str) -> Error {
    Error::new(ErrorKind::DeviceLost, format!("no audio comes from the microphone `{name}`"))
        .with_hint("check that it is plugged in and not suspended, or choose another with --device")
}

/// Returns the rate that a clock says, when `frames` took `late_s` seconds longer than they should.
pub(super) fn clock_verdict(frames: f64, late_s: f64, clock_hz: f64, rate: SampleRate) -> Option<u32> {
    let expected_s = frames / clock_hz;
    let nominal_hz = f64::from(rate.hz());
    if frames <= 0.0 || late_s.abs() <= 0.05 + 0.002 * expected_s {
        return None;
    }
    Some((nominal_hz * expected_s / (expected_s + late_s).max(expected_s / 1000.0)).round() as u32)
}
