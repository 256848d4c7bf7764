//! How a sitting goes on when its microphone went away: another is waited for, and the next session opened with it.

use super::outside::Outside;
use super::recorder::Deck;
use crate::audio::capture::{SourceInfo, SourceKind};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Surroundings;
use crate::msg;
use crate::recordings::session::{SessionWriter, Setup};
use crate::recordings::{SessionRecord, SourceRecord};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// How long a microphone is waited for, in milliseconds.
pub const GIVE_UP_MS: u64 = 60_000;
/// How long until it is looked for again, in milliseconds.
const RETRY_MS: u64 = 1_000;

/// Opens a microphone; may take seconds, and is called beside the sitting.
pub type Opener = Box<dyn FnMut() -> Result<Box<dyn Deck>> + Send>;

/// What a search gives back: the opener, and what it found.
type Found = (Opener, Result<Box<dyn Deck>>);

/// What is needed to go on with another microphone.
pub struct Successor {
    /// Not here while it is being tried.
    open: Option<Opener>,
    outside: Outside,
    consent_text: Vec<u8>,
}

impl Successor {
    /// Makes a successor that opens microphones with `open`; `consent_text` are the bytes that the speaker was shown.
    pub fn new(open: Opener, outside: Outside, consent_text: Vec<u8>) -> Self {
        Self { open: Some(open), outside, consent_text }
    }

    /// Makes the session after `before`: the same speaker, consent, sheet and order, with another microphone.
    pub(super) fn session(&mut self, before: &SessionWriter, info: &SourceInfo) -> Result<SessionWriter> {
        let now = self.outside.clock.utc();
        let record = SessionRecord {
            id: self.outside.session_id(now)?,
            created: now,
            tool: crate::TOOL.to_owned(),
            source: source_record(info),
            // It was measured with another microphone.
            room_noise: None,
            // The room is the same, and the microphone is another one.
            surroundings: Surroundings { microphone: None, ..before.record().surroundings.clone() },
            ..before.record().clone()
        };
        let setup = Setup::new(Arc::clone(&self.outside.clock));
        SessionWriter::create_in(before.lock().clone(), record, &self.consent_text, setup)
    }
}

/// A microphone that is waited for.
pub(super) struct Returning {
    since_ms: u64,
    next_try_ms: u64,
    attempt: Option<Receiver<Found>>,
}

impl Returning {
    /// Begins to wait.
    pub(super) fn new(now_ms: u64) -> Self {
        Self { since_ms: now_ms, next_try_ms: now_ms, attempt: None }
    }

    /// Returns how long it has been waited for, in milliseconds.
    pub(super) fn waited_ms(&self, now_ms: u64) -> u64 {
        now_ms - self.since_ms
    }

    /// Returns the microphone once it is there, or the last error when it has been waited for long enough; never waits.
    pub(super) fn poll(&mut self, successor: &mut Successor, now_ms: u64) -> Option<Result<Box<dyn Deck>>> {
        if let Some(attempt) = &self.attempt {
            match attempt.try_recv() {
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => {
                    return Some(Err(Error::of(ErrorKind::DeviceLost, msg!("device-search-ended"))));
                }
                Ok((open, outcome)) => {
                    (successor.open, self.attempt) = (Some(open), None);
                    match outcome {
                        Err(_) if now_ms - self.since_ms < GIVE_UP_MS => self.next_try_ms = now_ms + RETRY_MS,
                        outcome => return Some(outcome),
                    }
                }
            }
        }
        if now_ms >= self.next_try_ms
            && let Some(mut open) = successor.open.take()
        {
            let (sender, receiver) = channel();
            self.attempt = Some(receiver);
            let search = move || {
                let outcome = open();
                // Nobody waits any more when the sitting has ended.
                let _ = sender.send((open, outcome));
            };
            if let Err(error) = (successor.outside.aside)(Box::new(search)) {
                return Some(Err(Error::of(ErrorKind::Io, msg!("device-search-failed")).with_source(error)));
            }
        }
        None
    }
}

/// Returns what a session's record says of its source.
pub(super) fn source_record(info: &SourceInfo) -> SourceRecord {
    let (rate, channels, channel) = (info.rate, info.channels, info.channel);
    match info.kind {
        SourceKind::File => SourceRecord::File { rate, channels, channel },
        SourceKind::Device => SourceRecord::Device {
            device: info.device.clone(),
            name: info.name.clone(),
            host: info.host.clone(),
            rate,
            channels,
            channel,
            format: info.format.clone(),
            native_rate: info.setting.native_rate.filter(|&native| native != rate),
        },
    }
}
