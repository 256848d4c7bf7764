//! The thread behind a tape: empties the ring, remembers, cuts takes, watches the clock.

use super::cut::{Place, Take};
use super::floor::Floor;
use super::meter::HeldLevels;
use super::ring::{Block, Drain};
use super::source::{SourceInfo, SourceKind, Span, TakeFacts};
use super::stamps::{Freeze, Stamps};
use super::take::{Ended, Level, TakeOptions, TakeSink, clock_verdict, lost, no_audio};
use crate::error::{Error, ErrorKind, Result};
use crate::units::{SampleRate, frames_in_ms};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// How often the ring is emptied.
const TICK: Duration = Duration::from_millis(5);
/// Without audio for so long, the source stalls.
const STALL_NS: u64 = 1_000_000_000;
/// A thread that itself slept for so long judges no stall at once.
const SLEPT_NS: u64 = 300_000_000;
/// So long after it was due the end of a take is waited for.
const PATIENCE_NS: u64 = 1_000_000_000;
/// So long a channel is waited for that brings nothing but zeros, before another is taken.
const CHOICE_MS: u64 = 300;
/// The most frames handed to a sink at once.
const CHUNK: usize = 65_536;
/// A magnitude from here on counts as full scale: one step below it at 16 bits.
const FULL_SCALE: f32 = 32_766.5 / 32_768.0;

/// What others read of the thread.
#[derive(Default)]
pub(super) struct Shared {
    peak: AtomicU32,
    rms: AtomicU32,
    peak_hold: AtomicU32,
    floor: AtomicU32,
    clipped: AtomicBool,
    pub slept_ms: AtomicU64,
    pub stalled: AtomicBool,
    pub taking: AtomicBool,
    pub take_failed: AtomicBool,
    pub cue_finished: AtomicBool,
    pub heard_end: AtomicBool,
    pub too_long: AtomicBool,
}

impl Shared {
    pub fn level(&self) -> Level {
        Level {
            peak: f32::from_bits(self.peak.load(Ordering::Relaxed)),
            rms: f32::from_bits(self.rms.load(Ordering::Relaxed)),
            clipped: self.clipped.load(Ordering::Relaxed),
            peak_hold: f32::from_bits(self.peak_hold.load(Ordering::Relaxed)),
            floor: f32::from_bits(self.floor.load(Ordering::Relaxed)),
        }
    }
}

pub(super) enum Command {
    /// Forget nothing until the take begins or so many frames have come.
    Hold {
        frames: u64,
        reply: Option<Sender<Result<()>>>,
    },
    /// Forget again.
    Release,
    Begin {
        sink: Box<dyn TakeSink>,
        t_ns: u64,
        span: Option<Span>,
        pre_roll: u64,
        post_roll: u64,
        options: TakeOptions,
        reply: Sender<Result<()>>,
    },
    End {
        t_ns: u64,
        release: Option<u64>,
        post_roll: u64,
        reply: Sender<Result<Ended>>,
    },
    Listen {
        frames: u64,
        reply: Sender<Result<Vec<f32>>>,
    },
    Close,
}

/// What is not to be forgotten.
struct Held {
    from: u64,
    /// The frame with which it is forgotten all the same.
    until: u64,
}

struct Listening {
    next: u64,
    until: u64,
    samples: Vec<f32>,
    reply: Sender<Result<Vec<f32>>>,
}

#[derive(Clone, Copy)]
enum Event {
    Xruns(u64),
    Lost(u64),
    Stall,
    /// A freeze of so many milliseconds has cost audio before this frame.
    Slept {
        until: u64,
        ms: u64,
    },
}

pub(super) struct Worker {
    drain: Drain,
    shared: Arc<Shared>,
    commands: Receiver<Command>,
    ready: Option<Sender<u16>>,
    name: String,
    rate: SampleRate,
    clock_hz: f64,
    channel: usize,
    undecided: Option<Vec<(Block, Vec<f32>)>>,
    block: Vec<f32>,
    scratch: Vec<f32>,
    history: VecDeque<f32>,
    history_frames: u64,
    first: u64,
    clipped_until: u64,
    held_levels: HeldLevels,
    floor: Floor,
    stamps: Stamps,
    /// A microphone goes on while the program is frozen; files wait for it.
    is_live: bool,
    /// The first frame after the last one that is missing without a trace: no take reaches back behind it.
    joined: u64,
    round_ns: u64,
    events: VecDeque<(u64, Event)>,
    xruns_seen: u64,
    awake_ns: u64,
    tick_ns: u64,
    take: Option<Take>,
    held: Option<Held>,
    listening: Vec<Listening>,
}

impl Worker {
    #[expect(clippy::too_many_arguments, reason = "called once, by the tape")]
    pub fn new(
        drain: Drain,
        shared: Arc<Shared>,
        commands: Receiver<Command>,
        ready: Sender<u16>,
        info: &SourceInfo,
        clock_hz: f64,
        history_frames: u64,
        channel: Option<u16>,
    ) -> Self {
        let drain_now_ns = drain.health().now_ns();
        let undecided = (channel.is_none() && info.channels > 1).then(Vec::new);
        Self {
            drain,
            shared,
            commands,
            ready: Some(ready),
            name: info.name.clone(),
            rate: info.rate,
            clock_hz,
            channel: usize::from(channel.unwrap_or(0)),
            undecided,
            block: Vec::new(),
            scratch: Vec::new(),
            history: VecDeque::new(),
            history_frames,
            first: 0,
            clipped_until: 0,
            held_levels: HeldLevels::new(info.rate),
            floor: Floor::new(info.rate, 0),
            stamps: Stamps::new(info.rate, clock_hz),
            is_live: info.kind == SourceKind::Device,
            joined: 0,
            round_ns: drain_now_ns,
            events: VecDeque::new(),
            xruns_seen: 0,
            awake_ns: 0,
            tick_ns: 0,
            take: None,
            held: None,
            listening: Vec::new(),
        }
    }

    pub fn run(mut self) {
        let mut wait = TICK;
        loop {
            let mut command = match self.commands.recv_timeout(wait) {
                Ok(command) => Some(command),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            wait = if self.take_in() { Duration::ZERO } else { TICK };
            while let Some(next) = command {
                if !self.obey(next) {
                    return;
                }
                command = self.commands.try_recv().ok();
            }
            self.watch();
            self.write_take();
            self.finish_take();
            self.answer_listeners();
            self.publish();
            self.trim();
        }
    }

    fn end(&self) -> u64 {
        self.first + self.history.len() as u64
    }

    fn frames(&self, ms: u64) -> u64 {
        frames_in_ms(ms, self.rate)
    }

    /// Notices that this thread has done nothing for long; the blocks tell whether others have.
    fn notice_a_nap(&mut self) {
        let now_ns = self.drain.health().now_ns();
        let since_ns = std::mem::replace(&mut self.round_ns, now_ns);
        if self.is_live
            && self.stamps.note_nap(since_ns, now_ns)
            && let Some(take) = &mut self.take
        {
            take.patience_ns = take.patience_ns.saturating_add(now_ns - since_ns);
        }
    }

    fn slept(&mut self, freeze: Freeze) {
        self.shared.slept_ms.fetch_add(freeze.slept_ms, Ordering::Relaxed);
        if freeze.missing_ns > 0.0 {
            self.joined = freeze.until;
            let event = Event::Slept { until: freeze.until, ms: freeze.slept_ms };
            self.events.push_back((freeze.first, event));
            if let Some(take) = &mut self.take {
                // The clock is told what was asleep, and not that the microphone is slow.
                take.start_offset_ns += freeze.missing_ns;
            }
        }
    }

    /// Takes in what has come, a second of it at most, and says whether there is more: where sound comes as fast as this thread
    /// works, on a machine with much else to do, nothing else would ever be done, and memory would grow.
    fn take_in(&mut self) -> bool {
        self.notice_a_nap();
        let mut samples = std::mem::take(&mut self.block);
        let mut left = self.frames(1000);
        while left > 0 {
            let Some(block) = self.drain.next(&mut samples) else { break };
            left = left.saturating_sub(block.frames as u64);
            // The first block after a freeze may come when this thread was frozen right here.
            self.notice_a_nap();
            match &mut self.undecided {
                Some(blocks) => {
                    blocks.push((block, samples.clone()));
                    self.decide();
                }
                None => self.append(block, &samples),
            }
        }
        self.block = samples;
        left == 0
    }

    /// Keeps channel 0 as soon as it brings a sound; where it brings only zeros, the first that does.
    fn decide(&mut self) {
        let enough = self.frames(CHOICE_MS);
        let Some(blocks) = &mut self.undecided else { return };
        let channels = self.drain.channels();
        let sounds = |blocks: &[(Block, Vec<f32>)], channel: usize| {
            blocks
                .iter()
                .any(|(_, samples)| samples.iter().skip(channel).step_by(channels).any(|&v| v != 0.0))
        };
        let heard: u64 = blocks.iter().map(|(block, _)| block.frames as u64).sum();
        if heard < enough && !sounds(blocks, 0) {
            return;
        }
        let blocks = std::mem::take(blocks);
        self.undecided = None;
        self.channel = (0..channels).find(|&channel| sounds(&blocks, channel)).unwrap_or(0);
        for (block, samples) in blocks {
            self.append(block, &samples);
        }
    }

    fn append(&mut self, block: Block, samples: &[f32]) {
        if self.ready.is_some() && self.history.is_empty() {
            self.first = block.frame;
            self.floor = Floor::new(self.rate, block.frame);
        }
        let mut gap = block.frame.saturating_sub(self.end());
        if gap > 0 {
            self.note_lost(self.end(), gap);
        }
        while gap > 0 {
            let part = gap.min(CHUNK as u64);
            self.history.extend(std::iter::repeat_n(0.0, part as usize));
            (0..part).for_each(|_| self.floor.push(None));
            gap -= part;
            self.write_take();
            self.trim();
        }
        if block.xruns > self.xruns_seen {
            self.events.push_back((block.frame, Event::Xruns(block.xruns - self.xruns_seen)));
            self.xruns_seen = block.xruns;
        }
        if let Some(freeze) = self.stamps.push(block) {
            self.slept(freeze);
        }
        let (channel, channels) = (self.channel, self.drain.channels());
        let start = self.end();
        for (index, &value) in samples.iter().skip(channel).step_by(channels).enumerate() {
            self.floor.push(value.is_finite().then_some(value));
            let value = if value.is_finite() {
                self.held_levels.push(value);
                value
            } else {
                self.note_lost(start + index as u64, 1);
                0.0
            };
            if value.abs() >= FULL_SCALE {
                self.clipped_until = start + index as u64 + u64::from(self.rate.hz());
            }
            self.history.push_back(value);
        }
        if let Some(ready) = self.ready.take() {
            let _ = ready.send(self.channel as u16);
        }
    }

    fn note_lost(&mut self, frame: u64, frames: u64) {
        match self.events.back_mut() {
            Some((first, Event::Lost(count))) if *first + *count == frame => *count += frames,
            _ => self.events.push_back((frame, Event::Lost(frames))),
        }
    }

    /// Returns whether to go on.
    fn obey(&mut self, command: Command) -> bool {
        match command {
            Command::Hold { frames, reply } => {
                let until = self.end().saturating_add(frames);
                let held = self.held.get_or_insert(Held { from: self.first, until });
                held.until = held.until.max(until);
                if let Some(reply) = reply {
                    let _ = reply.send(Ok(()));
                }
            }
            Command::Release => self.held = None,
            Command::Begin { sink, t_ns, span, pre_roll, post_roll, options, reply } => {
                self.held = None;
                let answer = if self.take.is_some() {
                    Err(Error::new(ErrorKind::Usage, "a take is already running"))
                } else {
                    self.begin(sink, t_ns, span, pre_roll, post_roll, options);
                    Ok(())
                };
                let _ = reply.send(answer);
            }
            Command::End { t_ns, release, post_roll, reply } => {
                let release = release.unwrap_or_else(|| self.stamps.frame_at(t_ns));
                let due_ns = self.drain.health().now_ns() + nanos(post_roll, self.rate);
                match &mut self.take {
                    Some(take) if take.reply.is_none() => {
                        // The end that was heard stands unless the press came before it.
                        take.end_at(release);
                        take.reply = Some(reply);
                        if self.is_live {
                            take.patience_ns = due_ns + PATIENCE_NS;
                        }
                    }
                    _ => {
                        let _ = reply.send(Err(Error::new(ErrorKind::Usage, "no take is running")));
                    }
                }
            }
            Command::Listen { frames, reply } => {
                let next = self.end();
                self.listening.push(Listening { next, until: next + frames, samples: Vec::new(), reply });
            }
            Command::Close => return false,
        }
        true
    }

    fn begin(
        &mut self,
        sink: Box<dyn TakeSink>,
        t_ns: u64,
        span: Option<Span>,
        pre_roll: u64,
        post_roll: u64,
        options: TakeOptions,
    ) {
        let press = span.map_or_else(|| self.stamps.frame_at(t_ns), |span| span.start);
        let cleared = options.not_before_ns.map_or(0, |t_ns| self.stamps.frame_at(t_ns));
        let start = press.saturating_sub(pre_roll).max(self.first).max(self.joined).max(cleared);
        let start_offset_ns = self.stamps.offset_at_ns(start);
        let place = Place { start, press: press.max(start), span, pre_roll, post_roll, start_offset_ns };
        self.take = Some(Take::new(sink, &place, options, self.rate));
        self.shared.take_failed.store(false, Ordering::Relaxed);
        self.shared.cue_finished.store(false, Ordering::Relaxed);
        self.shared.heard_end.store(false, Ordering::Relaxed);
        self.shared.too_long.store(false, Ordering::Relaxed);
        self.shared.taking.store(true, Ordering::Release);
    }

    fn watch(&mut self) {
        let now_ns = self.drain.health().now_ns();
        if now_ns.saturating_sub(self.tick_ns) > SLEPT_NS {
            self.awake_ns = now_ns;
        }
        self.tick_ns = now_ns;
        let quiet_since = self.drain.health().last_callback_ns().max(self.awake_ns);
        let stalled = now_ns.saturating_sub(quiet_since) > STALL_NS;
        let before = self.shared.stalled.swap(stalled, Ordering::Relaxed);
        if stalled && !before {
            self.events.push_back((self.end(), Event::Stall));
        }
    }

    fn write_take(&mut self) {
        let end = self.end();
        let Some(take) = &mut self.take else { return };
        if let Some(heard) = take.listens_from() {
            self.floor.after(heard).for_each(|step| take.hear(step));
            self.shared.heard_end.store(take.heard_end, Ordering::Relaxed);
        }
        let until = end.min(take.ready_until());
        while take.next < until && take.error.is_none() {
            let from = (take.next - self.first) as usize;
            let count = ((until - take.next) as usize).min(CHUNK);
            self.scratch.clear();
            self.scratch.extend(self.history.range(from..from + count));
            take.sound |= self.scratch.iter().any(|&value| value != 0.0);
            match take.sink.write(&self.scratch) {
                Ok(()) => take.next += self.scratch.len() as u64,
                Err(error) => {
                    take.error = Some(error);
                    self.shared.take_failed.store(true, Ordering::Relaxed);
                }
            }
        }
        if take.next >= take.full {
            self.shared.too_long.store(true, Ordering::Relaxed);
        }
        if take.next >= take.limit || take.error.is_some() {
            self.shared.cue_finished.store(true, Ordering::Relaxed);
        }
    }

    /// Hands the take back when its last frame is written, or none will come.
    fn finish_take(&mut self) {
        let health = Arc::clone(self.drain.health());
        let (loss, stalled) = (health.loss(), self.shared.stalled.load(Ordering::Relaxed));
        let is_waking = self.stamps.is_waking();
        let Some(take) = self.take.as_mut().filter(|take| take.reply.is_some()) else { return };
        let is_hopeless = loss.is_some() || stalled || health.now_ns() > take.patience_ns;
        if is_hopeless {
            take.hear_no_more();
            self.write_take();
        }
        let done = |take: &Take| is_hopeless || (take.is_whole() && !is_waking);
        let Some(mut take) = self.take.take_if(|take| done(take)) else { return };
        let mut facts = TakeFacts {
            device_lost: loss.is_some() && take.next < take.until() && take.error.is_none(),
            all_zero: !take.sound && take.next > take.start,
            pre_roll_frames: take.press.min(take.next) - take.start,
            post_roll_frames: take.next.saturating_sub(take.release),
            speech: take.speech.map(|speech| Span {
                start: speech.start.saturating_sub(take.start),
                end: speech.end.saturating_sub(take.start),
            }),
            ..TakeFacts::default()
        };
        for &(frame, event) in &self.events {
            let inside = frame > take.start && frame < take.next;
            match event {
                Event::Xruns(count) if inside => facts.xruns += count,
                Event::Lost(frames) => {
                    let overlap = (frame + frames).min(take.next).saturating_sub(frame.max(take.start));
                    facts.lost_frames += overlap;
                }
                Event::Stall if frame > take.start && frame <= take.next => facts.stalls += 1,
                Event::Slept { until, ms } if until > take.start && frame < take.next => facts.slept_ms += ms,
                Event::Xruns(_) | Event::Stall | Event::Slept { .. } => {}
            }
        }
        facts.loss = loss.filter(|_| facts.device_lost);
        if facts.device_lost || stalled {
            // What was reported or skipped after the last block has no header to tell of it.
            facts.xruns += health.xruns() - self.xruns_seen;
            facts.lost_frames += health.frames().min(take.stop).saturating_sub(take.next);
        }
        let late_s = (self.stamps.offset_now_ns() - take.start_offset_ns) / 1e9;
        let frames = take.next - take.start;
        facts.clock_rate_hz = clock_verdict(frames as f64, late_s, self.clock_hz, self.rate);
        if facts.clock_rate_hz.is_some() && late_s > 0.0 {
            facts.clock_missing_frames = (late_s * self.clock_hz).round() as u64;
        }
        self.shared.taking.store(false, Ordering::Release);
        self.shared.cue_finished.store(false, Ordering::Relaxed);
        self.shared.heard_end.store(false, Ordering::Relaxed);
        self.shared.too_long.store(false, Ordering::Relaxed);
        if let Some(reply) = take.reply.take() {
            let _ = reply.send(Ok(Ended { frames, facts, sink: take.sink, error: take.error }));
        }
    }

    fn answer_listeners(&mut self) {
        let loss = self.drain.health().loss();
        let stalled = self.shared.stalled.load(Ordering::Relaxed);
        let end = self.end();
        for listening in std::mem::take(&mut self.listening) {
            let mut listening = listening;
            let until = end.min(listening.until);
            let (from, to) = (listening.next - self.first, until - self.first);
            listening.samples.extend(self.history.range(from as usize..to as usize));
            listening.next = until;
            let answer = if listening.next == listening.until {
                Ok(listening.samples)
            } else if let Some(loss) = loss {
                Err(lost(loss, &self.name))
            } else if stalled {
                Err(no_audio(&self.name))
            } else {
                self.listening.push(listening);
                continue;
            };
            let _ = listening.reply.send(answer);
        }
    }

    fn publish(&mut self) {
        let recent = self.history.len().min(self.frames(100) as usize);
        let mut peak = 0f32;
        let mut sum = 0f64;
        for &value in self.history.range(self.history.len() - recent..) {
            peak = peak.max(value.abs());
            sum += f64::from(value) * f64::from(value);
        }
        let rms = (sum / recent.max(1) as f64).sqrt() as f32;
        self.shared.peak.store(peak.to_bits(), Ordering::Relaxed);
        self.shared.rms.store(rms.to_bits(), Ordering::Relaxed);
        self.shared.peak_hold.store(self.held_levels.peak_hold().to_bits(), Ordering::Relaxed);
        self.shared.floor.store(self.held_levels.floor().unwrap_or(0.0).to_bits(), Ordering::Relaxed);
        self.shared.clipped.store(self.end() < self.clipped_until, Ordering::Relaxed);
    }

    /// Forgets what neither a pre-roll nor a take will ask for.
    fn trim(&mut self) {
        let mut keep = self.end().saturating_sub(self.history_frames);
        if let Some(take) = self.take.as_ref().filter(|take| !take.is_whole()) {
            keep = keep.min(take.next);
        }
        let end = self.end();
        self.held.take_if(|held| held.until < end);
        keep = self.held.as_ref().map_or(keep, |held| keep.min(held.from));
        keep = self.listening.iter().map(|listening| listening.next).fold(keep, u64::min);
        let surplus = keep.saturating_sub(self.first).min(self.history.len() as u64);
        self.history.drain(..surplus as usize);
        self.first += surplus;
        self.stamps.trim(self.end(), self.first);
        self.floor.trim(self.first);
        let oldest = self.take.as_ref().map_or(self.first, |take| take.start.min(self.first));
        while self.events.front().is_some_and(|&(frame, event)| match event {
            Event::Lost(frames) => frame + frames < oldest,
            Event::Slept { until, .. } => until < oldest,
            Event::Xruns(_) | Event::Stall => frame < oldest,
        }) {
            self.events.pop_front();
        }
    }
}

fn nanos(frames: u64, rate: SampleRate) -> u64 {
    (u128::from(frames) * 1_000_000_000 / u128::from(rate.hz())) as u64
}
