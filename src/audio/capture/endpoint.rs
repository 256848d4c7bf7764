//! When does the reader begin and finish? Decided from the samples of a take, for hands-free recording.
//!
//! The level is the RMS of the last 100 ms of the kept channel, computed on a fixed grid of 10 ms that begins
//! with the take's first frame. So the answer depends on the samples and on the frame of the press alone,
//! never on the size of the blocks or on when somebody looks.

use super::hops::{HOP_MS, Hops, WINDOW_HOPS};
use super::source::Span;
use crate::units::{SampleRate, frames_in_ms};

/// Speech is this much louder than the room, in dB.
const SPEECH_OVER_ROOM_DB: f64 = 12.0;
/// Silence is at most this much louder than the room, in dB.
const SILENCE_OVER_ROOM_DB: f64 = 6.0;
/// Speech that lasts this long has begun, in milliseconds; a click is shorter, even as the level shows it.
const BEGUN_MS: u64 = 150;
/// Silence that lasts this long after speech is the end, in milliseconds; a pause inside is shorter.
const ENDED_MS: u64 = 1_200;
/// A reading without any speech ends after this, in milliseconds.
const NO_SPEECH_MS: u64 = 8_000;
/// A reading ends after this in any case, in milliseconds.
const LONGEST_MS: u64 = 30_000;
/// The room when it was not measured, dBFS.
const UNKNOWN_ROOM_DBFS: f64 = -55.0;
/// In a quieter room the microphone's own noise moves by more than the margins, dBFS.
const QUIETEST_ROOM_DBFS: f64 = -70.0;
/// How the end of a reading is heard.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct EndpointSpec {
    /// The RMS level of the room, dBFS; `None` when it was not measured, which counts as -55.
    pub room_dbfs: Option<f64>,
}

/// Listens to one take from its first frame on.
#[derive(Debug, Clone)]
pub(super) struct Endpoint {
    rate: SampleRate,
    rules: Rules,
    hops: Hops,
    over: bool,
}

impl Endpoint {
    /// Begins to listen to a take whose press comes at its frame `press`; what is before is heard and not judged.
    pub fn new(spec: EndpointSpec, rate: SampleRate, press: u64) -> Self {
        Self { rate, rules: Rules::new(spec, rate, press), hops: Hops::new(rate), over: false }
    }

    /// Takes in the next samples; returns, once, the frame at which the reading is over.
    pub fn push(&mut self, samples: &[f32]) -> Option<u64> {
        if self.over {
            return None;
        }
        for &sample in samples {
            if let Some(hop) = self.hops.push(sample)
                && self.rules.is_over(hop.mean_square, hop.at)
            {
                self.over = true;
                return Some(hop.at);
            }
        }
        None
    }

    /// Returns where the speech lies, in frames of the take, as far as it has been heard.
    pub fn speech(&self) -> Option<Span> {
        let start = self.rules.spoken_from?.saturating_sub(frames_in_ms(HOP_MS, self.rate));
        // The first silent window is silent from its own first frame on, or holds little else.
        let window = frames_in_ms(HOP_MS * WINDOW_HOPS, self.rate);
        let end = self.rules.quiet_since.map_or(self.hops.heard(), |since| since.saturating_sub(window));
        Some(Span { start, end: end.max(start) })
    }
}

/// The rules, on levels; times are frames of the take.
#[derive(Debug, Clone)]
struct Rules {
    press: u64,
    /// Mean square above which it is speech, and up to which it is silence.
    speech: f64,
    silence: f64,
    begun: u64,
    ended: u64,
    no_speech: u64,
    longest: u64,
    loud_since: Option<u64>,
    quiet_since: Option<u64>,
    /// When the first speech became loud.
    spoken_from: Option<u64>,
}

impl Rules {
    fn new(spec: EndpointSpec, rate: SampleRate, press: u64) -> Self {
        let room_dbfs = spec.room_dbfs.unwrap_or(UNKNOWN_ROOM_DBFS).max(QUIETEST_ROOM_DBFS);
        let power = |level_db: f64| libm::pow(10.0, level_db / 10.0);
        let frames = |ms| frames_in_ms(ms, rate);
        Self {
            press,
            speech: power(room_dbfs + SPEECH_OVER_ROOM_DB),
            silence: power(room_dbfs + SILENCE_OVER_ROOM_DB),
            begun: frames(BEGUN_MS),
            ended: frames(ENDED_MS),
            no_speech: frames(NO_SPEECH_MS),
            longest: frames(LONGEST_MS),
            loud_since: None,
            quiet_since: None,
            spoken_from: None,
        }
    }

    /// Takes in the mean square of the window that ends at frame `at`, and says whether the reading is over.
    fn is_over(&mut self, mean_square: f64, at: u64) -> bool {
        let Some(length) = at.checked_sub(self.press) else { return false };
        if mean_square > self.speech {
            let since = *self.loud_since.get_or_insert(at);
            if self.spoken_from.is_none() && at - since >= self.begun {
                self.spoken_from = Some(since);
            }
        } else {
            self.loud_since = None;
        }
        if mean_square <= self.silence {
            let since = *self.quiet_since.get_or_insert(at);
            if self.spoken_from.is_some() && at - since >= self.ended {
                return true;
            }
        } else {
            self.quiet_since = None;
        }
        length >= self.longest || (self.spoken_from.is_none() && length >= self.no_speech)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: EndpointSpec = EndpointSpec { room_dbfs: Some(-60.0) };

    fn rate(hz: u32) -> SampleRate {
        SampleRate::new(hz).unwrap()
    }

    /// The moment at which a reading with these (milliseconds, level) stretches is over, in steps of 20 ms.
    fn over_at(stretches: &[(u64, f64)]) -> Option<u64> {
        let mut rules = Rules::new(ROOM, rate(8_000), 0);
        let mut now = 0;
        for &(length, level) in stretches {
            let until = now + length;
            while now < until {
                if rules.is_over(libm::pow(10.0, level / 10.0), now * 8) {
                    return Some(now);
                }
                now += 20;
            }
        }
        None
    }

    const READING: [(u64, f64); 5] = [(1000, -60.0), (800, -25.0), (900, -60.0), (700, -28.0), (3000, -60.0)];

    #[test]
    fn it_ends_after_the_speech_and_not_in_a_pause() {
        assert_eq!(over_at(&READING), Some(1000 + 800 + 900 + 700 + 1200));
    }

    #[test]
    fn a_click_is_no_speech_and_silence_ends_by_itself() {
        assert_eq!(over_at(&[(500, -60.0), (100, -20.0), (20_000, -60.0)]), Some(8000));
        assert_eq!(over_at(&[(60_000, -20.0)]), Some(30_000));
    }

    /// Samples of constant magnitude, whose RMS in any window is that magnitude.
    fn samples(stretches: &[(u64, f64)], rate: SampleRate) -> Vec<f32> {
        let stretch = |&(length, level): &(u64, f64)| {
            let value = libm::pow(10.0, level / 20.0) as f32;
            (0..frames_in_ms(length, rate)).map(move |n| if n % 2 == 0 { value } else { -value })
        };
        stretches.iter().flat_map(stretch).collect()
    }

    fn heard(samples: &[f32], rate: SampleRate, press: u64, block: usize) -> (Option<u64>, Option<Span>) {
        let mut endpoint = Endpoint::new(ROOM, rate, press);
        let over = samples.chunks(block).find_map(|block| endpoint.push(block));
        (over, endpoint.speech())
    }

    /// Oracle: the stretches themselves. The window is silent 100 ms after the speech, and 1.2 s follow.
    #[test]
    fn start_and_end_are_the_frames_of_the_speech_whatever_the_blocks() {
        for hz in [8_000, 11_025, 48_000] {
            let rate = rate(hz);
            let samples = samples(&READING, rate);
            let frames = |ms| frames_in_ms(ms, rate);
            let expected = (Some(frames(4700)), Some(Span { start: frames(1000), end: frames(3400) }));
            for block in [1, 7, 480, 48_000, samples.len()] {
                let (over, speech) = heard(&samples, rate, frames(500), block);
                assert_eq!(over, expected.0, "{hz} Hz, blocks of {block}");
                let (speech, wanted) = (speech.unwrap(), expected.1.unwrap());
                // Where 10 ms are no whole number of frames, a difference of two roundings may be one off.
                let slack = u64::from(hz % 100 != 0);
                assert!(speech.start.abs_diff(wanted.start) <= slack, "{speech:?}");
                assert!(speech.end.abs_diff(wanted.end) <= slack, "{speech:?}");
            }
        }
    }

    #[test]
    fn the_limits_count_from_the_press_and_what_is_before_is_no_speech() {
        let rate = rate(8_000);
        let quiet = samples(&[(400, -20.0), (20_000, -60.0)], rate);
        // The last loud window ends 90 ms after the sound, which is a click to who listens from 400 ms on.
        assert_eq!(heard(&quiet, rate, frames_in_ms(400, rate), 80), (Some(frames_in_ms(8400, rate)), None));
        let endless = samples(&[(500, -60.0), (60_000, -20.0)], rate);
        let (over, speech) = heard(&endless, rate, frames_in_ms(300, rate), 77);
        let end = frames_in_ms(30_300, rate);
        assert_eq!((over, speech), (Some(end), Some(Span { start: frames_in_ms(500, rate), end })));
        let click = samples(&[(500, -60.0), (50, -20.0), (20_000, -60.0)], rate);
        assert_eq!(heard(&click, rate, 0, 80), (Some(frames_in_ms(8000, rate)), None));
    }

    #[test]
    fn digital_silence_is_silence_and_a_room_that_was_not_measured_has_a_level() {
        let rate = rate(16_000);
        let loud = |level| samples(&[(1000, level), (9000, -200.0)], rate);
        for (spec, level, is_speech) in [
            (EndpointSpec { room_dbfs: None }, -42.9, true),
            (EndpointSpec { room_dbfs: None }, -43.1, false),
            (EndpointSpec { room_dbfs: Some(-95.0) }, -57.9, true),
            (EndpointSpec { room_dbfs: Some(-95.0) }, -58.1, false),
        ] {
            let mut endpoint = Endpoint::new(spec, rate, 0);
            let over = endpoint.push(&loud(level)).unwrap();
            assert_eq!(endpoint.speech().is_some(), is_speech, "{level}");
            // Speech this quiet is silence once it fills two of the ten steps of a window.
            assert_eq!(over, frames_in_ms(if is_speech { 1080 + 1200 } else { 8000 }, rate), "{level}");
            assert_eq!(endpoint.push(&loud(level)), None, "it is over once");
        }
    }
}
