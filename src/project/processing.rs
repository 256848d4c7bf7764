//! What is done to the audio of a release beyond its rate and sample format, as a project declares it.

use crate::error::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};

/// Trimming and loudness. What is not said is not done.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Processing {
    /// The milliseconds before and after speech that clips are cut to, where they have more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trim_ms: Option<u32>,
    /// The integrated loudness (ITU-R BS.1770-5) that clips are brought to, LUFS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loudness_lufs: Option<f64>,
    /// The true peak (ITU-R BS.1770-5, annex 2) that no clip goes above, dBTP; there wherever `loudness_lufs` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub true_peak_dbtp: Option<f64>,
}

impl Processing {
    /// The least and the greatest margin. Speech is told by frames of 20 ms every 10 ms, and soft beginnings and ends are
    /// found a few frames late: with less, a margin would cut into them.
    pub const TRIM_MS: (u32, u32) = (100, 60_000);
    /// The least and the greatest loudness, LUFS; above the first, what is too quiet to be measured no longer matters.
    pub const LOUDNESS_LUFS: (f64, f64) = (-40.0, -5.0);
    /// The least and the greatest limit of the true peak, dBTP. Above it samples could pass full scale between those of the
    /// meter.
    pub const TRUE_PEAK_DBTP: (f64, f64) = (-20.0, -0.5);
    /// The limit where loudness is wanted and none is named (EBU R 128).
    pub const DEFAULT_TRUE_PEAK_DBTP: f64 = -1.0;

    /// Says whether nothing is done.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Says whether clips are given a level.
    pub fn sets_levels(&self) -> bool {
        self.loudness_lufs.or(self.true_peak_dbtp).is_some()
    }

    /// Adds the limit that loudness comes with.
    #[must_use]
    pub fn with_limit(mut self) -> Self {
        if self.loudness_lufs.is_some() {
            self.true_peak_dbtp.get_or_insert(Self::DEFAULT_TRUE_PEAK_DBTP);
        }
        self
    }

    /// Checks that a release can be processed so.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] with the number that cannot be.
    pub fn check(&self) -> Result<()> {
        let usage = |what: String| Err(Error::new(ErrorKind::Usage, what));
        let (least, most) = Self::TRIM_MS;
        if let Some(trim) = self.trim_ms.filter(|trim| !(least..=most).contains(trim)) {
            return usage(format!("a margin of {trim} ms cannot be kept; from {least} to {most} it can"));
        }
        let numbers = [
            ("a loudness", "LUFS", self.loudness_lufs, Self::LOUDNESS_LUFS),
            ("a true peak", "dBTP", self.true_peak_dbtp, Self::TRUE_PEAK_DBTP),
        ];
        for (what, unit, number, (least, most)) in numbers {
            let Some(number) = number else { continue };
            let is_whole = (number * 100.0).round() / 100.0 == number;
            if !(least..=most).contains(&number) || !is_whole {
                return usage(format!(
                    "{what} of {number} {unit} cannot be reached; in steps of 0.01 from {least} to {most} it can"
                ));
            }
        }
        if self.loudness_lufs.is_some() && self.true_peak_dbtp.is_none() {
            return usage("loudness needs a limit of the true peak".to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_cannot_be_kept_are_refused_and_loudness_comes_with_a_limit() {
        let none = Processing::default();
        none.check().unwrap();
        assert_eq!(serde_json::to_string(&none).unwrap(), "{}");
        let loud = Processing { loudness_lufs: Some(-23.0), ..none.clone() };
        assert!(loud.check().is_err());
        let loud = loud.with_limit();
        loud.check().unwrap();
        assert_eq!(loud.true_peak_dbtp, Some(-1.0));
        for bad in [
            Processing { trim_ms: Some(99), ..none.clone() },
            Processing { loudness_lufs: Some(-3.0), true_peak_dbtp: Some(-1.0), ..none.clone() },
            Processing { loudness_lufs: Some(-23.001), true_peak_dbtp: Some(-1.0), ..none.clone() },
            Processing { true_peak_dbtp: Some(0.0), ..none.clone() },
            Processing { true_peak_dbtp: Some(f64::NAN), ..none },
        ] {
            assert!(bad.check().is_err(), "{bad:?}");
        }
    }
}
