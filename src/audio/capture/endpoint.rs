//! When does the reader begin and finish? Decided from levels on the tape's grid, for hands-free recording.
//!
//! A level is speech or silence against the floor of its time, which [`super::floor`] tells: so the answer depends on the
//! samples of the stream and on the frame of the press alone, never on the size of the blocks or on when somebody looks.
//! The floor may turn out higher than it was thought to be, when a fan came on; then what was taken for sound is silence after
//! all, and the reading is over at once.

use super::floor::{Heard, WINDOW_STEPS};
use super::hops::{HOP_MS, WINDOW_HOPS};
use super::source::Span;
use crate::units::{SampleRate, frames_in_ms};

/// Speech is this much louder than the floor, in dB.
const SPEECH_OVER_FLOOR_DB: f64 = 12.0;
/// Silence is at most this much louder than the floor, in dB.
const SILENCE_OVER_FLOOR_DB: f64 = 6.0;
/// Sound that lasts longer than so many steps is no click, even as the level shows it: 150 ms.
const CLICK_STEPS: usize = 15;
/// Silence after all of a short text is its end, in milliseconds.
const SHORT_PAUSE_MS: u64 = 900;
/// The same for a long text, inside of which readers breathe, or for one that has just begun.
const PAUSE_MS: u64 = 1_700;
/// The same for a long text of which less than half was read.
const LONG_PAUSE_MS: u64 = 2_500;
/// A text that takes less than this is short, in milliseconds.
const SHORT_TEXT_MS: u64 = 1_500;
/// Of a short text so much must have been read, as time goes, that silence can be its end.
const NEARLY_READ: f64 = 0.8;
/// Who has spoken for so many times as long as the text takes has read it all.
const SURELY_READ: f64 = 2.0;
/// A reading without any speech ends after this, in milliseconds: some think before they read.
const NO_SPEECH_MS: u64 = 15_000;
/// A reading ends after this, or three times what its text takes and ten seconds, in milliseconds.
const LONGEST_MS: u64 = 30_000;
/// The floor before there is one, when the room was not measured, dBFS.
const UNKNOWN_ROOM_DBFS: f64 = -55.0;
/// In a quieter room the microphone's own noise moves by more than the margins, dBFS.
const QUIETEST_ROOM_DBFS: f64 = -70.0;

/// How the beginning and end of a reading are heard.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct EndpointSpec {
    /// The RMS level of the room, dBFS, for as long as the tape has not heard enough of it; `None` when it was not
    /// measured, which counts as -55.
    pub room_dbfs: Option<f64>,
    /// How long the text takes to read, in milliseconds; `None` when that is not known.
    pub expected_ms: Option<u64>,
    /// The text has places inside where readers pause.
    pub has_pauses: bool,
}

/// What a reader has said so far, in steps since the press.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Said {
    /// The first step of speech.
    from: usize,
    /// The last step that is not silence.
    until: usize,
    /// The last step that is surely speech.
    loud_until: usize,
    /// Steps that are not silence.
    steps: usize,
}

/// What has become clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Speech has begun at this frame.
    Begun(u64),
    /// The reading is over, which was clear with frame `at`; where its speech lies, if there was any.
    Over { at: u64, speech: Option<Span> },
}

/// Listens to one take from its press on.
#[derive(Debug, Clone)]
pub(super) struct Endpoint {
    spec: EndpointSpec,
    rate: SampleRate,
    press: u64,
    /// Steps since the press; the floor of each is its `least`.
    steps: Vec<Heard>,
    heard: u64,
    said: Option<Said>,
    has_begun: bool,
    is_over: bool,
}

impl Endpoint {
    /// Begins to listen to a take whose press came at frame `press`; what was before is not judged.
    pub fn new(spec: EndpointSpec, rate: SampleRate, press: u64) -> Self {
        let steps = Vec::new();
        Self { spec, rate, press, steps, heard: 0, said: None, has_begun: false, is_over: false }
    }

    /// Returns the frame up to which it has listened.
    pub fn heard(&self) -> u64 {
        self.heard
    }

    /// Takes in the next step; returns what has become clear with it. After the end nothing does.
    pub fn hear(&mut self, step: Heard) -> Option<Turn> {
        self.heard = self.heard.max(step.at);
        if self.is_over || step.at < self.press {
            return None;
        }
        self.take_in(step);
        self.said = self.survey();
        let frames = |ms| frames_in_ms(ms, self.rate);
        let length = step.at - self.press;
        let is_over = match self.said {
            Some(said) => {
                let silent = (self.steps.len() - 1 - said.until) as u64 * HOP_MS;
                let spoken = step.at - self.frame_of(said.from);
                silent > self.pause_ms(said) || spoken >= frames(self.longest_ms())
            }
            // What had begun was no speech, as the floor shows now.
            None => self.has_begun || length >= frames(NO_SPEECH_MS),
        };
        if is_over {
            self.is_over = true;
            return Some(Turn::Over { at: step.at, speech: self.speech() });
        }
        if self.said.is_some() && !self.has_begun {
            self.has_begun = true;
            return self.speech().map(|speech| Turn::Begun(speech.start));
        }
        None
    }

    /// Returns where the speech lies, as far as it has been heard.
    pub fn speech(&self) -> Option<Span> {
        let said = self.said?;
        let start = self.frame_of(said.from).saturating_sub(frames_in_ms(HOP_MS, self.rate));
        // The first silent window is silent from its own first frame on, or holds little else.
        let window = frames_in_ms(HOP_MS * WINDOW_HOPS, self.rate);
        let end = if said.until + 1 < self.steps.len() {
            self.frame_of(said.until + 1).saturating_sub(window)
        } else {
            self.heard
        };
        Some(Span { start, end: end.max(start) })
    }

    /// Returns the frame up to which there is speech for certain.
    pub fn surely_until(&self) -> Option<u64> {
        // The window is loud as long as speech is in it.
        let rest = frames_in_ms(HOP_MS * (WINDOW_HOPS - 1), self.rate);
        self.said.map(|said| self.frame_of(said.loud_until).saturating_sub(rest))
    }

    /// Returns the frame at which a step ends.
    fn frame_of(&self, step: usize) -> u64 {
        self.steps[step].at
    }

    /// Keeps a step, and raises the floor of those before it that are as quiet as a whole window was.
    fn take_in(&mut self, step: Heard) {
        let quietest = power(QUIETEST_ROOM_DBFS);
        let least = if step.is_whole {
            step.least
        } else {
            step.least.min(power(self.spec.room_dbfs.unwrap_or(UNKNOWN_ROOM_DBFS)))
        };
        let least = least.max(quietest);
        self.steps.push(Heard { least, ..step });
        let start = self.steps.len().saturating_sub(WINDOW_STEPS);
        for before in &mut self.steps[start..] {
            before.least = before.least.max(least);
        }
    }

    fn survey(&self) -> Option<Said> {
        let (speech, silence) = (power(SPEECH_OVER_FLOOR_DB), power(SILENCE_OVER_FLOOR_DB));
        let mut said: Option<Said> = None;
        let (mut loud, mut sound) = (0, 0);
        for (at, &Heard { mean_square, least: floor, .. }) in self.steps.iter().enumerate() {
            loud = if mean_square > floor * speech { loud + 1 } else { 0 };
            sound = if mean_square > floor * silence { sound + 1 } else { 0 };
            if loud > CLICK_STEPS {
                let said = said.get_or_insert(Said { from: at - CLICK_STEPS, ..Said::default() });
                said.loud_until = at;
            }
            if sound > CLICK_STEPS
                && let Some(said) = &mut said
            {
                said.until = at;
                said.steps += if sound == CLICK_STEPS + 1 { sound } else { 1 };
            }
        }
        said
    }

    /// Returns how long a silence is the end of the reading.
    fn pause_ms(&self, said: Said) -> u64 {
        let Some(expected_ms) = self.spec.expected_ms else { return PAUSE_MS };
        let read = (said.steps as u64 * HOP_MS) as f64 / expected_ms.max(1) as f64;
        let is_short = expected_ms < SHORT_TEXT_MS && !self.spec.has_pauses;
        match read {
            _ if read >= SURELY_READ => SHORT_PAUSE_MS,
            _ if is_short && read >= NEARLY_READ => SHORT_PAUSE_MS,
            _ if is_short || read >= 0.5 => PAUSE_MS,
            _ => LONG_PAUSE_MS,
        }
    }

    fn longest_ms(&self) -> u64 {
        LONGEST_MS.max(self.spec.expected_ms.map_or(0, |expected_ms| 3 * expected_ms + 10_000))
    }
}

fn power(level_db: f64) -> f64 {
    libm::pow(10.0, level_db / 10.0)
}

#[cfg(test)]
mod tests;
