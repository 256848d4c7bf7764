//! A take as the tape hands it over: who receives its samples, what comes back, and what is said of it.

use super::endpoint::EndpointSpec;
use super::ring::Loss;
use super::source::TakeFacts;
use crate::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::units::{SampleRate, rounded};
use std::any::Any;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

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

/// What is asked of one take.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct TakeOptions {
    /// Listen for the speech: the take then has a pre-roll before its first word, and ends by itself, a post-roll after its
    /// last.
    pub endpoint: Option<EndpointSpec>,
    /// The most frames that it may hold: the first one after them ends it by itself, with its post-roll, so that it is seen
    /// to be too long.
    pub longest: Option<u64>,
    /// When it was asked for, on the tape's clock ([`Tape::now_ns`](super::Tape::now_ns)); `None` is now. What lies in the
    /// future is now, and what is older than the oldest frame that is still remembered is that frame.
    pub pressed_ns: Option<u64>,
    /// No frame of before this moment of the same clock is in it, not in its pre-roll either: what a loudspeaker has played
    /// is no part of a take.
    pub not_before_ns: Option<u64>,
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
    /// The greatest magnitude of the last 1.5 s, in steps of 10 ms.
    pub peak_hold: f32,
    /// The noise floor: the least RMS of any 100 ms of the last 5 s, on the same steps; 0 before there is one.
    /// Frames that were lost do not count.
    pub floor: f32,
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
    /// The sink that the take was begun with.
    pub sink: Box<dyn TakeSink>,
    /// Why the sink refused samples, if it did; the take then ends before it should.
    pub error: Option<Error>,
}

/// An answer that comes later.
#[must_use = "poll it or wait for it"]
pub struct Pending<T>(Receiver<Result<T>>);

impl<T> Pending<T> {
    /// Makes an answer that is there already.
    pub fn ready(answer: Result<T>) -> Self {
        let (reply, pending) = Self::new();
        // It cannot fail: the receiver is at hand.
        let _ = reply.send(answer);
        pending
    }

    /// Makes an answer, and where to send it.
    pub(super) fn new() -> (Sender<Result<T>>, Self) {
        let (reply, answer) = channel();
        (reply, Self(answer))
    }

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

fn thread_gone() -> Error {
    Error::new(ErrorKind::Io, "the recording thread ended before its time")
}

/// The error of a source that is lost.
pub(super) fn lost(loss: Loss, name: &str) -> Error {
    let message = match loss {
        Loss::Gone => msg!("device-lost-gone", name = name),
        Loss::Invalidated => msg!("device-lost-invalidated", name = name),
        Loss::Host => msg!("device-lost-host", name = name),
        Loss::Errors => msg!("device-lost-errors", name = name),
        Loss::Changed => msg!("device-lost-changed", name = name),
        Loss::Suspended => msg!("device-lost-suspended", name = name),
        Loss::Silent => msg!("device-lost-silent", name = name),
    };
    Error::of(ErrorKind::DeviceLost, message)
}

/// The error of a source that is silent in the worst sense.
pub(super) fn no_audio(name: &str) -> Error {
    Error::of(ErrorKind::DeviceLost, msg!("device-no-audio", name = name))
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
