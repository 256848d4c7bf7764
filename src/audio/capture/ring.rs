//! The way from the audio callback to the writer thread: no lock, no allocation, every frame counted.
//!
//! A block is a header ([`Block`]) in one ring and its interleaved samples in another. A block that does
//! not fit is skipped whole, and its frames are counted all the same, so that the reader sees the gap
//! between the end of one block and the number of the next.

use crate::units::SampleRate;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::time::Instant;

/// The most bytes of audio that a ring holds.
const MAX_RING_BYTES: usize = 128 << 20;
/// So long may the thread that empties a ring be kept by a slow disk, in seconds.
const RING_S: usize = 12;
/// Errors without audio between them after which a device counts as lost.
const ERRORS_IN_A_ROW: u64 = 20;

/// A run of frames that came in one piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// The number of its first frame, from 0; lost frames are numbered too.
    pub frame: u64,
    /// Frames that it holds.
    pub frames: usize,
    /// When its first frame was captured, in nanoseconds since the ring was made.
    pub t_ns: u64,
    /// When it came, on the same clock.
    pub came_ns: u64,
    /// Overruns that the driver has reported so far.
    pub xruns: u64,
}

/// Why a source will not deliver any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Loss {
    /// The device is gone.
    Gone = 1,
    /// The system asks to open the device anew.
    Invalidated,
    /// The sound system is gone.
    Host,
    /// The device reports nothing but errors.
    Errors,
    /// The system has put another device in its place.
    Changed,
    /// The system has put it to sleep.
    Suspended,
    /// The sound system does not answer.
    Silent,
}

impl Loss {
    /// Returns the word for it in a journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Invalidated => "invalidated",
            Self::Host => "host",
            Self::Errors => "errors",
            Self::Changed => "changed",
            Self::Suspended => "suspended",
            Self::Silent => "silent",
        }
    }
}

/// Tells the nanoseconds since some moment; never goes back.
pub(super) struct Clock(Box<dyn Fn() -> u64 + Send + Sync>);

impl Clock {
    /// Makes a clock that runs by itself.
    pub fn running() -> Self {
        let epoch = Instant::now();
        Self::new(move || epoch.elapsed().as_nanos() as u64)
    }

    /// Makes a clock of a function.
    pub fn new(now_ns: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self(Box::new(now_ns))
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock({} ns)", (self.0)())
    }
}

/// What a source's threads count; read by anybody at any time.
#[derive(Debug)]
pub struct Health {
    clock: Clock,
    frames: AtomicU64,
    lost_frames: AtomicU64,
    xruns: AtomicU64,
    errors_in_a_row: AtomicU64,
    last_callback_ns: AtomicU64,
    loss: AtomicU8,
    muted: AtomicBool,
}

impl Health {
    fn new(clock: Clock) -> Self {
        Self {
            clock,
            frames: AtomicU64::new(0),
            lost_frames: AtomicU64::new(0),
            xruns: AtomicU64::new(0),
            errors_in_a_row: AtomicU64::new(0),
            last_callback_ns: AtomicU64::new(0),
            loss: AtomicU8::new(0),
            muted: AtomicBool::new(false),
        }
    }

    /// Returns the nanoseconds since the ring was made.
    pub fn now_ns(&self) -> u64 {
        (self.clock.0)()
    }

    /// Returns how many frames the source has delivered, kept or not.
    pub fn frames(&self) -> u64 {
        self.frames.load(Ordering::Acquire)
    }

    /// Returns how many frames found no room in the ring.
    pub fn lost_frames(&self) -> u64 {
        self.lost_frames.load(Ordering::Relaxed)
    }

    /// Returns how many overruns the driver has reported.
    pub fn xruns(&self) -> u64 {
        self.xruns.load(Ordering::Relaxed)
    }

    /// Returns when audio last came, in nanoseconds since the ring was made; 0 before the first.
    pub fn last_callback_ns(&self) -> u64 {
        self.last_callback_ns.load(Ordering::Acquire)
    }

    /// Returns why the source will not deliver any more, if so.
    pub fn loss(&self) -> Option<Loss> {
        Some(match self.loss.load(Ordering::Acquire) {
            1 => Loss::Gone,
            2 => Loss::Invalidated,
            3 => Loss::Host,
            4 => Loss::Errors,
            5 => Loss::Changed,
            6 => Loss::Suspended,
            7 => Loss::Silent,
            _ => return None,
        })
    }

    /// Returns whether the system has muted the source, as far as it can be asked.
    pub fn is_muted(&self) -> bool {
        self.muted.load(Ordering::Relaxed)
    }

    /// Notes whether the system has muted the source.
    pub fn note_muted(&self, muted: bool) {
        self.muted.store(muted, Ordering::Relaxed);
    }

    /// Notes an overrun.
    pub fn note_xrun(&self) {
        self.xruns.fetch_add(1, Ordering::Relaxed);
    }

    /// Notes an error that may pass; too many of them without audio between are a loss.
    pub fn note_error(&self) {
        if self.errors_in_a_row.fetch_add(1, Ordering::Relaxed) + 1 >= ERRORS_IN_A_ROW {
            self.note_loss(Loss::Errors);
        }
    }

    /// Notes that the source will not deliver any more; the first reason stays.
    pub fn note_loss(&self, loss: Loss) {
        let _ = self.loss.compare_exchange(0, loss as u8, Ordering::AcqRel, Ordering::Acquire);
    }
}

/// The callback's end of a ring.
pub struct Feed {
    samples: rtrb::Producer<f32>,
    blocks: rtrb::Producer<Block>,
    health: Arc<Health>,
    channels: usize,
    frame: u64,
    overflowed: bool,
}

/// The writer thread's end of a ring.
pub struct Drain {
    samples: rtrb::Consumer<f32>,
    blocks: rtrb::Consumer<Block>,
    health: Arc<Health>,
    channels: usize,
}

/// Makes a ring that holds 12 seconds of `channels` at `rate`, or less where that is over 128 MB.
pub fn ring(rate: SampleRate, channels: u16) -> (Feed, Drain) {
    ring_on(Clock::running(), rate, channels)
}

/// Makes the same ring, with a clock that is handed in.
pub(super) fn ring_on(clock: Clock, rate: SampleRate, channels: u16) -> (Feed, Drain) {
    let channels = usize::from(channels.max(1));
    let most = MAX_RING_BYTES / (size_of::<f32>() * channels);
    ring_of(clock, (RING_S * rate.hz() as usize).min(most), channels)
}

/// Makes a ring that holds `frames` frames.
fn ring_of(clock: Clock, frames: usize, channels: usize) -> (Feed, Drain) {
    let health = Arc::new(Health::new(clock));
    let (samples_in, samples_out) = rtrb::RingBuffer::new(frames * channels);
    let (blocks_in, blocks_out) = rtrb::RingBuffer::new((frames / 32).max(1024));
    let feed = Feed {
        samples: samples_in,
        blocks: blocks_in,
        health: Arc::clone(&health),
        channels,
        frame: 0,
        overflowed: false,
    };
    (feed, Drain { samples: samples_out, blocks: blocks_out, health, channels })
}

impl Feed {
    /// Returns the counters.
    pub fn health(&self) -> &Arc<Health> {
        &self.health
    }

    /// Takes in one block of interleaved samples; `lag_ns` is how long ago its first frame was captured.
    ///
    /// Never waits and never allocates. After an overflow it waits until half the ring is free, so
    /// that there is one gap and not many.
    pub fn accept(&mut self, lag_ns: u64, samples: impl ExactSizeIterator<Item = f32>) {
        let now_ns = self.health.now_ns();
        self.accept_at(now_ns, now_ns.saturating_sub(lag_ns), samples);
    }

    /// Takes in one block whose first frame was captured at `t_ns`.
    pub fn accept_at(&mut self, now_ns: u64, t_ns: u64, samples: impl ExactSizeIterator<Item = f32>) {
        self.health.last_callback_ns.store(now_ns.max(1), Ordering::Release);
        self.health.errors_in_a_row.store(0, Ordering::Relaxed);
        let frames = samples.len() / self.channels;
        let count = frames * self.channels;
        if count == 0 {
            return;
        }
        let half = self.samples.buffer().capacity() / 2;
        let wanted = if self.overflowed { count.max(half) } else { count };
        self.overflowed = self.samples.slots() < wanted || self.blocks.slots() == 0;
        if !self.overflowed
            && let Ok(chunk) = self.samples.write_chunk_uninit(count)
        {
            // Samples first: the header publishes them.
            chunk.fill_from_iter(samples.take(count));
            let _ = self.blocks.push(Block {
                frame: self.frame,
                frames,
                t_ns,
                came_ns: now_ns,
                xruns: self.health.xruns(),
            });
        } else {
            self.health.lost_frames.fetch_add(frames as u64, Ordering::Relaxed);
        }
        self.frame += frames as u64;
        self.health.frames.store(self.frame, Ordering::Release);
    }

    /// Returns whether `frames` frames would find room now.
    pub fn has_room(&self, frames: usize) -> bool {
        let half = self.samples.buffer().capacity() / 2;
        let count = frames * self.channels;
        let wanted = if self.overflowed { count.max(half) } else { count };
        self.samples.slots() >= wanted && self.blocks.slots() > 0
    }

    /// Returns whether nobody reads any more.
    pub fn is_abandoned(&self) -> bool {
        self.blocks.is_abandoned()
    }
}

impl Drain {
    /// Returns the counters.
    pub fn health(&self) -> &Arc<Health> {
        &self.health
    }

    /// Returns the number of interleaved channels.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Takes the next block out; `samples` receives its interleaved samples.
    pub fn next(&mut self, samples: &mut Vec<f32>) -> Option<Block> {
        let block = self.blocks.pop().ok()?;
        samples.clear();
        let chunk = self.samples.read_chunk(block.frames * self.channels).ok()?;
        let (first, second) = chunk.as_slices();
        samples.extend_from_slice(first);
        samples.extend_from_slice(second);
        chunk.commit_all();
        Some(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Oracle: a counter signal, whose every frame is its own number.
    #[test]
    fn what_does_not_fit_is_skipped_whole_and_counted_exactly() {
        let (mut feed, mut drain) = ring_of(Clock::running(), 100, 2);
        let mut counter = 0u32;
        let mut push = |feed: &mut Feed, frames: u32| {
            let from = counter;
            counter += frames;
            let samples: Vec<f32> = (from..counter).flat_map(|n| [n as f32, -(n as f32)]).collect();
            feed.accept(0, samples.into_iter());
        };
        for _ in 0..5 {
            push(&mut feed, 30);
        }
        assert_eq!(feed.health().frames(), 150);
        assert_eq!(feed.health().lost_frames(), 60);
        let mut samples = Vec::new();
        assert_eq!(drain.next(&mut samples).unwrap().frame, 0);
        // 40 frames are free, but half the ring is waited for.
        push(&mut feed, 30);
        assert_eq!(feed.health().lost_frames(), 90);
        assert_eq!(drain.next(&mut samples).unwrap().frame, 30);
        push(&mut feed, 30);
        assert_eq!(feed.health().lost_frames(), 90);
        assert_eq!(drain.next(&mut samples).unwrap().frame, 60);
        let block = drain.next(&mut samples).unwrap();
        assert_eq!((block.frame, block.frames), (180, 30));
        let expected: Vec<f32> = (180..210).flat_map(|n| [n as f32, -(n as f32)]).collect();
        assert_eq!(samples, expected);
        assert!(drain.next(&mut samples).is_none());
    }

    #[test]
    fn twenty_errors_without_audio_between_are_a_loss() {
        let (mut feed, _drain) = ring_of(Clock::running(), 10, 1);
        let health = Arc::clone(feed.health());
        for _ in 0..19 {
            health.note_error();
        }
        feed.accept(0, [0.0].into_iter());
        for _ in 0..19 {
            health.note_error();
        }
        assert_eq!(health.loss(), None);
        health.note_error();
        health.note_loss(Loss::Gone);
        assert_eq!(health.loss(), Some(Loss::Errors));
    }
}
