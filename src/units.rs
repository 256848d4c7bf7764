//! Units: sample rates, lengths in frames, seconds, times, and the rounding of every number that is written.
//!
//! ```
//! use booth::units::{SampleRate, Utc, frames_in_ms, seconds};
//!
//! let rate = SampleRate::new(44_100)?;
//! assert_eq!(frames_in_ms(500, rate), 22_050);
//! assert_eq!(seconds(22_050, rate), 0.5);
//! assert_eq!(Utc::from_millis(1_795_499_174_000).to_string(), "2026-11-24T05:46:14.000Z");
//! # Ok::<(), booth::Error>(())
//! ```

use crate::error::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroU32;

/// A sample rate in hertz, 1,000 to 768,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct SampleRate(NonZeroU32);

impl SampleRate {
    /// The lowest rate accepted, in hertz.
    pub const MIN_HZ: u32 = 1_000;
    /// The highest rate accepted, in hertz.
    pub const MAX_HZ: u32 = 768_000;

    /// Creates a rate from hertz.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] outside 1,000 to 768,000 Hz.
    pub fn new(hz: u32) -> Result<Self> {
        match NonZeroU32::new(hz) {
            Some(rate) if (Self::MIN_HZ..=Self::MAX_HZ).contains(&hz) => Ok(Self(rate)),
            _ => Err(Error::new(
                ErrorKind::Unsupported,
                format!(
                    "a sample rate of {hz} Hz is not supported; allowed are {} to {} Hz",
                    Self::MIN_HZ,
                    Self::MAX_HZ
                ),
            )),
        }
    }

    /// Returns the rate in hertz.
    pub fn hz(self) -> u32 {
        self.0.get()
    }
}

impl TryFrom<u32> for SampleRate {
    type Error = Error;
    fn try_from(hz: u32) -> Result<Self> {
        Self::new(hz)
    }
}

impl From<SampleRate> for u32 {
    fn from(rate: SampleRate) -> Self {
        rate.hz()
    }
}

impl fmt::Display for SampleRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} Hz", self.0)
    }
}

/// Returns the duration of `frames` at `rate` in seconds: the one place where seconds are made.
///
/// The value is the exactly rounded quotient, so printing it in its shortest form and reading it back
/// gives the same number of frames.
pub fn seconds(frames: u64, rate: SampleRate) -> f64 {
    frames as f64 / f64::from(rate.hz())
}

/// Returns the number of frames in `milliseconds` at `rate`, rounded half up.
pub fn frames_in_ms(milliseconds: u64, rate: SampleRate) -> u64 {
    (milliseconds * u64::from(rate.hz()) + 500) / 1000
}

/// Returns the whole milliseconds of `frames` at `rate`, rounded half up.
pub fn milliseconds(frames: u64, rate: SampleRate) -> u64 {
    let rate = u128::from(rate.hz());
    u64::try_from((u128::from(frames) * 2000 + rate) / (2 * rate)).unwrap_or(u64::MAX)
}

/// Rounds `value` to `decimals` places, half away from zero; never gives a negative zero.
///
/// Every measured number is rounded so before it is written, so that the last bits of a sum never
/// reach a file.
pub fn rounded(value: f64, decimals: u32) -> f64 {
    // A product, since `powi` promises no last bit; powers of ten are exact up to the 22nd.
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    let rounded = (value * scale).round() / scale;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A moment in UTC, in whole milliseconds since 1970, written as `2026-11-24T05:46:14.000Z`.
///
/// The library never reads a clock: callers pass moments in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Utc(i64);

impl Utc {
    /// Creates a moment from milliseconds since 1970-01-01T00:00:00Z, clamped to the years 1 to 9999.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(-62_135_596_800_000, 253_402_300_799_000))
    }

    /// Returns the milliseconds since 1970-01-01T00:00:00Z.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Returns `YYYY-MM-DD`.
    pub fn date(self) -> String {
        self.to_string()[..10].to_owned()
    }
}

impl fmt::Display for Utc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stamp = jiff::Timestamp::from_millisecond(self.0).map_err(|_| fmt::Error)?;
        write!(f, "{stamp:.3}")
    }
}

impl std::str::FromStr for Utc {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        text.parse::<jiff::Timestamp>().map(|stamp| Self::from_millis(stamp.as_millisecond())).map_err(
            |error| {
                Error::new(
                    ErrorKind::Usage,
                    format!("`{text}` is not a moment in UTC; write it as 2026-11-24T05:46:14Z"),
                )
                .with_source(error)
            },
        )
    }
}

impl TryFrom<String> for Utc {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Utc> for String {
    fn from(moment: Utc) -> Self {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_outside_the_range_are_refused_with_the_range() {
        assert!(SampleRate::new(0).is_err());
        assert!(SampleRate::new(u32::MAX).unwrap_err().message().contains("1000 to 768000"));
        assert_eq!(SampleRate::new(44_100).unwrap().hz(), 44_100);
    }

    #[test]
    fn seconds_round_trip_to_frames() {
        let rate = SampleRate::new(44_100).unwrap();
        for frames in [0u64, 1, 44_099, 44_100, 123_456_789] {
            let text = format!("{}", seconds(frames, rate));
            let back: f64 = text.parse().unwrap();
            assert_eq!((back * 44_100.0).round() as u64, frames);
        }
    }

    #[test]
    fn moments_print_and_parse_the_same() {
        let moment = Utc::from_millis(1_795_499_174_123);
        assert_eq!(moment.to_string(), "2026-11-24T05:46:14.123Z");
        assert_eq!(moment.to_string().parse::<Utc>().unwrap(), moment);
    }

    #[test]
    fn rounding_is_half_away_from_zero_and_has_no_negative_zero() {
        assert_eq!(rounded(-20.005, 1), -20.0);
        assert_eq!(rounded(2.345_678, 3), 2.346);
        assert!(rounded(-0.0001, 2).is_sign_positive());
    }
}
