//! Takes by verdict and by reason.

use crate::quality::Verdict;
use serde::Serialize;

/// Takes counted by verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Verdicts {
    /// Nothing to complain of.
    pub pass: u64,
    /// Usable, with a fault.
    pub warn: u64,
    /// Not usable.
    pub reject: u64,
}

impl Verdicts {
    /// Counts one more.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Pass => self.pass += 1,
            Verdict::Warn => self.warn += 1,
            Verdict::Reject => self.reject += 1,
        }
    }

    /// Returns the number of all.
    pub fn total(self) -> u64 {
        self.pass + self.warn + self.reject
    }
}

/// How often one check spoke up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// As a warning.
    pub warn: u64,
    /// As a rejection.
    pub reject: u64,
}
