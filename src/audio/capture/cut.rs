//! The take that runs: which frames of the tape it has, and those that its sink has not been given yet.
//!
//! One that listens is written from a pre-roll before the first word on, and no further than a post-roll behind what is speech
//! for certain: so it ends a post-roll after the last word, however long the silence had to be that ended it.

use super::endpoint::{Endpoint, Turn};
use super::floor::Heard;
use super::source::Span;
use super::take::{Ended, TakeOptions, TakeSink};
use crate::error::{Error, Result};
use crate::units::SampleRate;
use std::sync::mpsc::Sender;

/// What a take has still to hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hearing {
    /// The voice.
    Voice,
    /// The end of the speech.
    End,
    /// Nothing that could change where it ends.
    Nothing,
}

pub(super) struct Take {
    pub sink: Box<dyn TakeSink>,
    pub start: u64,
    pub press: u64,
    pub next: u64,
    /// The last frame that a scripted source has for it.
    pub limit: u64,
    pub stop: u64,
    pub release: u64,
    /// The frame with which it has one more than it may.
    pub full: u64,
    pub reply: Option<Sender<Result<Ended>>>,
    pub error: Option<Error>,
    pub sound: bool,
    pub start_offset_ns: f64,
    /// When its end is not waited for any longer.
    pub patience_ns: u64,
    pub speech: Option<Span>,
    pub heard_end: bool,
    listens: Option<Endpoint>,
    hearing: Hearing,
    pre_roll: u64,
    post_roll: u64,
    longest: Option<u64>,
}

/// Where a take begins.
pub(super) struct Place {
    /// The first frame that it can have.
    pub start: u64,
    pub press: u64,
    /// Where the speech of a scripted source lies; such a take ends with it, and does not listen.
    pub span: Option<Span>,
    pub pre_roll: u64,
    pub post_roll: u64,
    pub start_offset_ns: f64,
}

impl Take {
    pub fn new(sink: Box<dyn TakeSink>, place: &Place, options: TakeOptions, rate: SampleRate) -> Self {
        let Place { start, press, span, pre_roll, post_roll, start_offset_ns } = *place;
        let listens = options.endpoint.filter(|_| span.is_none());
        let mut take = Self {
            sink,
            start,
            press,
            next: start,
            limit: span.map_or(u64::MAX, |span| span.end + post_roll),
            stop: u64::MAX,
            release: u64::MAX,
            full: u64::MAX,
            reply: None,
            error: None,
            sound: false,
            start_offset_ns,
            patience_ns: u64::MAX,
            speech: None,
            heard_end: false,
            listens: listens.map(|spec| Endpoint::new(spec, rate, press)),
            hearing: if listens.is_some() { Hearing::Voice } else { Hearing::Nothing },
            pre_roll,
            post_roll,
            longest: options.longest,
        };
        if take.hearing == Hearing::Nothing {
            take.begin_at(start);
        }
        take
    }

    /// Says where it begins; without a press it ends when it is full.
    fn begin_at(&mut self, start: u64) {
        (self.start, self.next) = (start, start);
        self.full = self.longest.map_or(u64::MAX, |most| (start + 1).saturating_add(most));
        if self.full < self.release {
            (self.release, self.stop) = (self.full, self.full.saturating_add(self.post_roll));
        }
    }

    /// Ends it at frame `release`, unless it has ended before; what is written stays.
    pub fn end_at(&mut self, release: u64) {
        self.release = release.max(self.press).min(self.release);
        self.stop = self.release.saturating_add(self.post_roll).max(self.next);
    }

    /// Returns the frame up to which it has listened, if it still does.
    pub fn listens_from(&self) -> Option<u64> {
        self.listens.as_ref().filter(|_| self.hearing != Hearing::Nothing).map(Endpoint::heard)
    }

    /// Listens to the next step of the stream.
    pub fn hear(&mut self, step: Heard) {
        if step.at > self.release {
            return self.hear_no_more();
        }
        let Some(endpoint) = &mut self.listens else { return };
        let turn = endpoint.hear(step);
        self.speech = endpoint.speech();
        match turn {
            Some(Turn::Begun(voice)) => {
                (self.press, self.hearing) = (voice, Hearing::End);
                self.begin_at(voice.saturating_sub(self.pre_roll).max(self.start));
            }
            Some(Turn::Over { at, speech }) => {
                self.heard_end = true;
                self.end_at(speech.map_or(at, |speech| speech.end));
                self.hear_no_more();
            }
            None => {}
        }
    }

    /// Says that nothing more will be heard: where no voice has begun, it has all since before its press.
    pub fn hear_no_more(&mut self) {
        if std::mem::replace(&mut self.hearing, Hearing::Nothing) == Hearing::Voice {
            self.begin_at(self.start);
        }
    }

    /// Returns the frame before which it has all of its samples.
    pub fn until(&self) -> u64 {
        self.stop.min(self.limit)
    }

    /// Returns the frame before which its samples can be handed over now.
    pub fn ready_until(&self) -> u64 {
        let spoken = match self.hearing {
            Hearing::Voice => None,
            Hearing::End => self.listens.as_ref().and_then(Endpoint::surely_until),
            Hearing::Nothing => return self.until(),
        };
        spoken.map_or(self.next, |until| (until + self.post_roll).max(self.next)).min(self.until())
    }

    /// Returns whether it has all of its samples.
    pub fn is_whole(&self) -> bool {
        self.next >= self.until() || self.error.is_some()
    }
}
