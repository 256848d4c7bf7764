//! The greatest length of a take, which is also how far one is measured.

use crate::messages::{Arg, Message};
use crate::msg;
use crate::units::SampleRate;

/// How long a take may be. One that is longer is rejected, and not analysed: so measuring is bounded in memory, whoever made
/// the file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Longest {
    seconds: f64,
}

impl Longest {
    /// The most that a policy can allow: an hour, which takes 130 MB to measure.
    pub const MOST: Self = Self { seconds: 3600.0 };

    /// Makes a greatest length of so many seconds, which is neither below 0 nor above [`Longest::MOST`].
    pub fn new(seconds: f64) -> Self {
        // What is no number allows nothing.
        let seconds = if seconds.is_nan() { 0.0 } else { seconds.clamp(0.0, Self::MOST.seconds) };
        Self { seconds }
    }

    /// Returns the length in seconds.
    pub fn seconds(self) -> f64 {
        self.seconds
    }

    /// Returns the shorter one.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self { seconds: self.seconds.min(other.seconds) }
    }

    /// Returns the length as a person is told it.
    pub fn message(self) -> Message {
        let minutes = self.seconds / 60.0;
        if minutes >= 1.0 && minutes.fract() == 0.0 {
            return msg!("length-minutes", count = Arg::decimal(minutes, 0));
        }
        let decimals = usize::from(self.seconds.fract() != 0.0);
        msg!("length-seconds", count = Arg::decimal(self.seconds, decimals))
    }

    /// Returns how many whole frames of this rate it holds.
    pub fn frames(self, rate: SampleRate) -> u64 {
        self.frames_at(rate.hz())
    }

    /// Says whether so many frames at this rate are longer: the one place where that is decided.
    pub fn is_exceeded_by(self, frames: u64, rate_hz: u32) -> bool {
        frames > self.frames_at(rate_hz)
    }

    fn frames_at(self, rate_hz: u32) -> u64 {
        (self.seconds * f64::from(rate_hz)) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Language, say};

    #[test]
    fn a_length_is_told_in_minutes_where_they_are_whole() {
        let said = |seconds| say(Language::ENGLISH, &Longest::new(seconds).message());
        for (seconds, words) in [
            (600.0, "10 minutes"),
            (60.0, "1 minute"),
            (90.0, "90 seconds"),
            (1.0, "1 second"),
            (2.5, "2.5 seconds"),
            (1e9, "60 minutes"),
        ] {
            assert_eq!(said(seconds), words);
        }
    }

    #[test]
    fn a_length_is_exceeded_by_the_first_frame_after_it() {
        let rate = SampleRate::new(11_025).unwrap();
        for (seconds, frames) in
            [(0.0, 0), (0.5, 5_512), (2.0, 22_050), (-1.0, 0), (f64::NAN, 0), (1e300, 3_600 * 11_025)]
        {
            let longest = Longest::new(seconds);
            assert_eq!(longest.frames(rate), frames, "{seconds}");
            assert!(!longest.is_exceeded_by(frames, 11_025) && longest.is_exceeded_by(frames + 1, 11_025));
        }
        // A file that is no audio has neither rate nor frames.
        assert!(!Longest::new(600.0).is_exceeded_by(0, 0));
    }
}
