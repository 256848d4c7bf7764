//! What contributors are asked to agree to.

use super::licence::Licence;
use super::uses::SCOPES;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::sheet::Controller;
use crate::units::Utc;
use jiff::civil::Date;
use jiff::{Span, Timestamp, tz::Offset};

/// How long recordings are kept unless said otherwise, in years.
pub const DEFAULT_YEARS: u16 = 5;

/// How long recordings are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// So many years after the consent, 1 to 100.
    Years(u16),
    /// To the end of a day, UTC.
    Until(Date),
}

impl Kept {
    /// Returns the moment up to which recordings are kept by a consent that was given at `answered`: the same day and time
    /// some years later (28 February for a leap day that is not there), or the last millisecond of the day.
    pub fn from(self, answered: Utc) -> Utc {
        let end = match self {
            Self::Years(years) => Timestamp::from_millisecond(answered.millis()).and_then(|stamp| {
                let there = Offset::UTC
                    .to_datetime(stamp)
                    .checked_add(Span::new().years(i32::from(years.min(1_000))))?;
                Offset::UTC.to_timestamp(there)
            }),
            Self::Until(day) => Offset::UTC.to_timestamp(day.at(23, 59, 59, 999_000_000)),
        };
        end.map_or(Utc::from_millis(i64::MAX), |end| Utc::from_millis(end.as_millisecond()))
    }
}

/// What contributors are asked to agree to.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// Who collects, where neither the sheet nor a flag names anybody.
    pub collector: Option<Controller>,
    /// The uses that are asked for, of [`SCOPES`], in their order.
    pub uses: Vec<&'static str>,
    /// The licence of what is shared; without one nothing is asked for that needs one.
    pub licence: Option<Licence>,
    /// How long recordings are kept.
    pub kept: Kept,
    /// SHA-256 of the project file that says so.
    pub project_sha256: Option<Sha256>,
}

/// The use that needs a licence.
const NEEDS_LICENCE: &str = "share-open";

impl Terms {
    /// Checks that the terms can be agreed to at the moment `now`, before anybody is asked.
    ///
    /// # Errors
    /// [`ErrorKind::Project`] when the day up to which recordings are kept is past.
    pub fn check(&self, now: Utc) -> Result<()> {
        match self.kept {
            Kept::Until(day) if self.kept.from(now) <= now => {
                let message = format!("recordings are kept until {day}, which is past");
                Err(Error::new(ErrorKind::Project, message)
                    .with_hint("say another day in `keep_until` of the project file"))
            }
            _ => Ok(()),
        }
    }

    /// Returns the uses that are asked for: those that are wanted, but for open sharing where no licence is named.
    pub fn asked(&self) -> Vec<&'static str> {
        let is_asked = |scope: &&str| *scope != NEEDS_LICENCE || self.licence.is_some();
        self.uses.iter().copied().filter(is_asked).collect()
    }
}

impl Default for Terms {
    /// Returns what promises nothing: all uses, no licence, [`DEFAULT_YEARS`].
    fn default() -> Self {
        Self {
            collector: None,
            uses: SCOPES.to_vec(),
            licence: None,
            kept: Kept::Years(DEFAULT_YEARS),
            project_sha256: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_end_on_the_same_day_and_a_date_with_its_day() {
        let leap: Utc = "2024-02-29T10:00:00.000Z".parse().unwrap();
        assert_eq!(Kept::Years(5).from(leap).to_string(), "2029-02-28T10:00:00.000Z");
        let until = Kept::Until("2031-12-31".parse().unwrap());
        assert_eq!(until.from(leap).to_string(), "2031-12-31T23:59:59.999Z");
        let terms = Terms { kept: until, ..Terms::default() };
        terms.check("2031-12-31T23:59:59.998Z".parse().unwrap()).unwrap();
        let late = terms.check("2032-01-01T00:00:00.000Z".parse().unwrap()).unwrap_err();
        assert!(late.message().contains("2031-12-31"), "{late}");
    }

    #[test]
    fn open_sharing_is_not_asked_for_without_a_licence() {
        let terms = Terms::default();
        assert!(!terms.asked().contains(&"share-open") && terms.asked().len() == SCOPES.len() - 1);
        let terms = Terms { licence: Some(Licence::listed("CC-BY-4.0").unwrap()), ..terms };
        assert_eq!(terms.asked(), SCOPES);
    }
}
