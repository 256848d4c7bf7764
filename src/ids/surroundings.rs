//! Where and with what something was recorded, in words that are no names: labels by which results are told apart.

use super::{Label, Result};
use crate::error::{Error, ErrorKind};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How far the mouth is from the microphone, in whole centimetres from 1 to 10,000; records have it in metres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Distance(u32);

/// The greatest distance, in centimetres.
const FARTHEST: u32 = 10_000;

impl Distance {
    fn of(centimetres: f64) -> Option<Self> {
        let whole = centimetres.round();
        let is_one = (1.0..=f64::from(FARTHEST)).contains(&whole) && (centimetres - whole).abs() < 1e-6;
        is_one.then_some(Self(whole as u32))
    }

    /// Returns it in metres.
    pub fn metres(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

fn refused(text: &str) -> Error {
    let message = format!("`{}` is no distance from the microphone", text.escape_debug());
    Error::new(ErrorKind::Usage, message)
        .with_hint("say it in whole centimetres or in metres: 30cm, 1.5m; up to 100m")
}

impl FromStr for Distance {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let (number, scale) = match text.strip_suffix("cm") {
            Some(number) => (number, 1.0),
            None => (text.strip_suffix('m').ok_or_else(|| refused(text))?, 100.0),
        };
        let is_plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let number: Option<f64> = number.trim_end().parse().ok().filter(|_| is_plain);
        number.and_then(|number| Self::of(number * scale)).ok_or_else(|| refused(text))
    }
}

impl TryFrom<f64> for Distance {
    type Error = Error;
    fn try_from(metres: f64) -> Result<Self> {
        // Exactly as it is written, so that it reads back the same.
        let found = Self::of(metres * 100.0).filter(|found| found.metres() == metres);
        found.ok_or_else(|| refused(&format!("{metres}m")))
    }
}

impl From<Distance> for f64 {
    fn from(distance: Distance) -> Self {
        distance.metres()
    }
}

impl fmt::Display for Distance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} m", self.metres())
    }
}

/// What somebody said of a room and a microphone; what nobody said is not there.
///
/// The microphone is a label of its own and not the name that the system has for it, which may be a person's ("Anna's
/// headset").
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surroundings {
    /// The room: `kitchen`, `car`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Label>,
    /// How far the mouth is from the microphone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<Distance>,
    /// The microphone: `headset`, `speaker-front`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub microphone: Option<Label>,
}

impl Surroundings {
    /// Says whether nothing was said.
    pub fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }

    /// Returns these, and what they do not say as `others` say it.
    #[must_use]
    pub fn or(self, others: &Self) -> Self {
        Self {
            room: self.room.or_else(|| others.room.clone()),
            distance_m: self.distance_m.or(others.distance_m),
            microphone: self.microphone.or_else(|| others.microphone.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn distances_are_whole_centimetres_with_their_unit() {
        for (text, metres) in
            [("30cm", 0.3), ("1.5m", 1.5), ("1m", 1.0), ("0.07m", 0.07), ("100m", 100.0), ("1cm", 0.01)]
        {
            let distance: Distance = text.parse().unwrap();
            assert_eq!((distance.metres(), distance.to_string()), (metres, format!("{metres} m")), "{text}");
        }
        for text in [
            "", "m", "cm", "1", "-1m", "+1m", "0m", "0cm", "1.5cm", "1.005m", "101m", "1e1m", "infm", "NaNm",
            "1 m", "1,5m", "1m ",
        ] {
            let error = text.parse::<Distance>().unwrap_err();
            assert!(error.hint().is_some_and(|hint| hint.contains("1.5m")), "{text}: {error:?}");
        }
        for metres in ["0", "-1", "1.005", "0.30000000000000004", "100.01", "1e300", "\"1\""] {
            assert!(serde_json::from_str::<Distance>(metres).is_err(), "{metres}");
        }
    }

    proptest! {
        #[test]
        fn each_distance_reads_back_as_it_is_written(centimetres in 1u32..=FARTHEST) {
            let distance = Distance(centimetres);
            let json = serde_json::to_string(&distance).unwrap();
            prop_assert_eq!(serde_json::from_str::<Distance>(&json).unwrap(), distance);
            prop_assert_eq!(format!("{centimetres}cm").parse::<Distance>().unwrap(), distance);
            prop_assert_eq!(format!("{}m", distance.metres()).parse::<Distance>().unwrap(), distance);
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = text.parse::<Distance>();
        }
    }
}
