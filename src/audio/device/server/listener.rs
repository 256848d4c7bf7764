//! The thread that listens to the server: audio into the ring, and what becomes of the microphone into its health.

use super::samples;
use super::timing::{Answer, Timing};
use super::wire::{Body, Fault, Message, Wire};
use crate::audio::capture::{Feed, Health, Loss};
use pulseaudio::protocol::{
    Command, GetSourceInfo, LatencyParams, PulseError, RecordLatency, SampleSpec, ServerInfo, SourceInfo,
    SourceState, SubscriptionEventFacility, SubscriptionEventType,
};
use std::ffi::CString;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, UNIX_EPOCH};

/// How long a message is waited for at once.
const PATIENCE: Duration = Duration::from_millis(100);
/// After so many waits without any message the server hangs. Waits are counted, so that a pause of this program is none.
const HUNG_WAITS: u32 = 9;
/// After so many waits without audio the source is looked at.
const SILENT_WAITS: u32 = 4;
/// How long and how often it is waited for room in the ring, before audio is given up.
const ROOM_WAIT: Duration = Duration::from_millis(5);
const ROOM_WAITS: u32 = 100;
/// How often the server is asked for the state of its buffers: often at first, then seldom.
const ASK_FIRST_NS: u64 = 50_000_000;
const ASK_NS: u64 = 400_000_000;
/// How many answers are fetched often.
const FIRST_ANSWERS: u32 = 9;

/// A stream as the server made it.
pub struct Stream {
    pub channel: u32,
    pub source: u32,
    pub name: CString,
    pub spec: SampleSpec,
    pub follows_default: bool,
}

/// What is to be done after a message.
enum Next {
    Nothing,
    LookAtSource,
    LookAtDefault,
    End(Loss),
}

pub struct Listener {
    wire: Wire,
    stream: Stream,
    feed: Feed,
    health: Arc<Health>,
    stop: Arc<AtomicBool>,
    timing: Timing,
    received: u64,
    /// The number of the question for the buffers, and when it was asked.
    latency_asked: Option<(u32, u64)>,
    answers: u32,
    next_ask_ns: u64,
    source_asked: Option<u32>,
    default_asked: Option<u32>,
    /// The server has ended the stream.
    killed: bool,
    /// Another source is the default.
    unseated: bool,
    /// The server says that the source sleeps.
    sleeps: bool,
    waits: u32,
    silent_waits: u32,
}

impl Listener {
    pub fn new(wire: Wire, stream: Stream, feed: Feed, stop: Arc<AtomicBool>) -> Self {
        let frame = stream.spec.format.bytes_per_sample() * usize::from(stream.spec.channels);
        let timing = Timing::new(u64::from(stream.spec.sample_rate) * frame as u64);
        let health = Arc::clone(feed.health());
        Self {
            wire,
            stream,
            feed,
            health,
            stop,
            timing,
            received: 0,
            latency_asked: None,
            answers: 0,
            next_ask_ns: 0,
            source_asked: None,
            default_asked: None,
            killed: false,
            unseated: false,
            sleeps: false,
            waits: 0,
            silent_waits: 0,
        }
    }

    /// Listens until it is told to stop, or there is nothing to listen to any more.
    pub fn run(mut self) {
        let loss = match self.listen() {
            Ok(loss) => loss,
            Err(Fault::Hung) => Some(Loss::Silent),
            Err(Fault::Gone) => Some(Loss::Host),
            Err(Fault::Refused(_) | Fault::Nonsense(_)) => Some(Loss::Errors),
        };
        if let Some(loss) = loss
            && !self.stop.load(Ordering::Relaxed)
        {
            self.health.note_loss(loss);
        }
    }

    fn listen(&mut self) -> Result<Option<Loss>, Fault> {
        self.wire.wait_at_most(PATIENCE)?;
        // What it was when it was opened may have changed before the events came.
        self.look_at_source()?;
        if self.stream.follows_default {
            self.look_at_default()?;
        }
        while !self.stop.load(Ordering::Relaxed) {
            match self.hear()? {
                Next::Nothing => {}
                Next::LookAtSource => self.look_at_source()?,
                Next::LookAtDefault => self.look_at_default()?,
                Next::End(loss) => return Ok(Some(loss)),
            }
            let now_ns = self.health.now_ns();
            if self.latency_asked.is_none() && now_ns >= self.next_ask_ns && !self.killed {
                let params = LatencyParams { channel: self.stream.channel, now: UNIX_EPOCH };
                let sequence = self.wire.send(&Command::GetRecordLatency(params))?;
                self.latency_asked = Some((sequence, now_ns));
                self.next_ask_ns = now_ns + if self.answers < FIRST_ANSWERS { ASK_FIRST_NS } else { ASK_NS };
            }
        }
        Ok(None)
    }

    fn look_at_source(&mut self) -> Result<(), Fault> {
        let query = GetSourceInfo { index: Some(self.stream.source), name: None };
        self.source_asked = Some(self.wire.send(&Command::GetSourceInfo(query))?);
        Ok(())
    }

    fn look_at_default(&mut self) -> Result<(), Fault> {
        self.default_asked = Some(self.wire.send(&Command::GetServerInfo)?);
        Ok(())
    }

    /// Hears one message, or that there is none.
    fn hear(&mut self) -> Result<Next, Fault> {
        let Some(message) = self.wire.receive()? else {
            self.waits += 1;
            self.silent_waits += 1;
            if self.waits >= HUNG_WAITS {
                return Err(Fault::Hung);
            }
            let look = self.silent_waits >= SILENT_WAITS && self.source_asked.is_none();
            return Ok(if look { Next::LookAtSource } else { Next::Nothing });
        };
        self.waits = 0;
        match message {
            Message::Audio { channel, bytes } => {
                if channel == self.stream.channel {
                    self.silent_waits = 0;
                    let (from, to) = (self.received, self.received + bytes.len() as u64);
                    self.received = to;
                    let frame =
                        self.stream.spec.format.bytes_per_sample() * usize::from(self.stream.spec.channels);
                    // After a pause of this program all of it comes at once, and the server can hold it for longer.
                    for _ in 0..ROOM_WAITS {
                        if self.feed.has_room(bytes.len() / frame) || self.feed.is_abandoned() {
                            break;
                        }
                        std::thread::sleep(ROOM_WAIT);
                    }
                    let lag_ns = self.timing.lag_ns(from, to, self.health.now_ns());
                    samples::feed(self.stream.spec.format, bytes, lag_ns, &mut self.feed);
                }
                Ok(Next::Nothing)
            }
            Message::Reply { sequence, body } => {
                if let Some((_, asked_ns)) = self.latency_asked.take_if(|(asked, _)| *asked == sequence) {
                    self.answers = self.answers.saturating_add(1);
                    note_latency(&mut self.timing, &body.read()?, asked_ns, self.health.now_ns());
                    Ok(Next::Nothing)
                } else if self.source_asked.take_if(|asked| *asked == sequence).is_some() {
                    let asleep = self.sleeps || self.silent_waits >= SILENT_WAITS;
                    look(&body, &self.health, asleep, self.killed, self.unseated)
                } else if self.default_asked.take_if(|asked| *asked == sequence).is_some() {
                    let server: ServerInfo = body.read()?;
                    self.unseated = server.default_source_name.as_ref() != Some(&self.stream.name);
                    Ok(if self.unseated { Next::LookAtSource } else { Next::Nothing })
                } else {
                    Ok(Next::Nothing)
                }
            }
            Message::Refusal { sequence, error } => {
                if self.source_asked.take_if(|asked| *asked == sequence).is_some() {
                    let is_gone = error == PulseError::NoEntity;
                    return Ok(Next::End(if is_gone { Loss::Gone } else { Loss::Invalidated }));
                }
                // A stream that was ended has no buffers; why it was is being asked.
                self.latency_asked.take_if(|(asked, _)| *asked == sequence);
                Ok(Next::Nothing)
            }
            Message::Event(event) => Ok(self.note(&event)),
            Message::Unknown => Ok(Next::Nothing),
        }
    }

    fn note(&mut self, event: &Command) -> Next {
        match event {
            Command::RecordStreamKilled(channel) if *channel == self.stream.channel => {
                self.killed = true;
                Next::LookAtSource
            }
            // It may not; a server that does it all the same is told by the cause.
            Command::RecordStreamMoved(moved) if moved.device_index != self.stream.source => {
                Next::End(Loss::Changed)
            }
            Command::RecordStreamSuspended(told) => {
                self.sleeps = told.suspended;
                if told.suspended { Next::LookAtSource } else { Next::Nothing }
            }
            Command::SubscribeEvent(event) => match (event.event_facility, event.event_type) {
                (SubscriptionEventFacility::Server, _) if self.stream.follows_default => Next::LookAtDefault,
                (SubscriptionEventFacility::Source, kind) if event.index == Some(self.stream.source) => {
                    if kind == SubscriptionEventType::Removed {
                        Next::End(Loss::Gone)
                    } else {
                        Next::LookAtSource
                    }
                }
                _ => Next::Nothing,
            },
            _ => Next::Nothing,
        }
    }
}

fn note_latency(timing: &mut Timing, latency: &RecordLatency, asked_ns: u64, answered_ns: u64) {
    timing.note(Answer {
        asked_ns,
        answered_ns,
        // The source of a loudspeaker gives what will be heard only later.
        delay_us: latency.source_usec as i64 - latency.sink_usec as i64,
        written: latency.write_offset.max(0) as u64,
    });
}

/// What the state of the source says.
fn look(body: &Body<'_>, health: &Health, asleep: bool, killed: bool, unseated: bool) -> Result<Next, Fault> {
    let source: SourceInfo = body.read()?;
    health.note_muted(source.muted);
    Ok(if unseated {
        Next::End(Loss::Changed)
    } else if asleep && source.state == SourceState::Suspended {
        Next::End(Loss::Suspended)
    } else if killed {
        Next::End(Loss::Invalidated)
    } else {
        Next::Nothing
    })
}

#[cfg(test)]
mod tests;
