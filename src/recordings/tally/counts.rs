//! The summary of a check: counts, reasons, speakers, devices, and the worst takes.

use crate::quality::{Severity, Verdict};
use crate::recordings::tally::entry::{Badness, Entry, Kept, WorstOf};
use crate::recordings::tally::group::Group;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

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

/// What a check found, in numbers; memory grows with speakers and devices, not with takes.
#[derive(Debug, Clone)]
pub struct Summary {
    /// All takes by verdict.
    pub verdicts: Verdicts,
    /// Frames over rate, in whole milliseconds, so that the sum is exact.
    pub milliseconds: u64,
    /// Check id to how often it spoke up.
    pub reasons: BTreeMap<String, Reason>,
    /// Speaker to their takes.
    pub speakers: BTreeMap<String, Group>,
    /// Device to its takes.
    pub devices: BTreeMap<String, Group>,
    seen: u64,
    worst: WorstOf,
}

impl Summary {
    /// Creates a summary that lists the `keep` worst takes.
    pub fn new(keep: usize) -> Self {
        Self {
            verdicts: Verdicts::default(),
            milliseconds: 0,
            reasons: BTreeMap::new(),
            speakers: BTreeMap::new(),
            devices: BTreeMap::new(),
            seen: 0,
            worst: WorstOf::new(keep),
        }
    }

    /// Counts one take.
    pub fn add(&mut self, entry: &Entry<'_>) {
        self.count(entry);
    }

    /// Counts one take and returns how bad it is.
    pub(crate) fn count(&mut self, entry: &Entry<'_>) -> Option<Badness> {
        self.verdicts.add(entry.judgement.verdict);
        self.milliseconds += entry.milliseconds();
        if let Some(take) = entry.take {
            for (groups, name) in [(&mut self.speakers, take.speaker), (&mut self.devices, take.device)] {
                // Most takes are of a group that is known: no copy of its name is made for them.
                if !groups.contains_key(name) {
                    groups.insert(name.to_owned(), Group::default());
                }
                if let Some(group) = groups.get_mut(name) {
                    group.add(entry);
                }
            }
        }
        for finding in &entry.judgement.findings {
            let reason = self.reasons.entry(finding.id.clone()).or_default();
            match finding.severity {
                Severity::Info => {}
                Severity::Warn => reason.warn += 1,
                Severity::Reject => reason.reject += 1,
            }
        }
        self.seen += 1;
        let badness = Badness::of(&entry.judgement.findings, self.seen)?;
        self.worst.add(entry, badness);
        Some(badness)
    }

    /// Returns the worst takes, the worst first.
    pub fn worst(&self) -> Vec<&Kept> {
        self.worst.ranked()
    }

    /// Returns the reasons above info, the most frequent first.
    pub fn ranked_reasons(&self) -> Vec<(&str, Reason)> {
        let mut reasons: Vec<_> = self
            .reasons
            .iter()
            .map(|(id, reason)| (id.as_str(), *reason))
            .filter(|(_, reason)| reason.warn + reason.reject > 0)
            .collect();
        reasons.sort_by_key(|(id, reason)| (Reverse((reason.reject, reason.warn)), *id));
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::tally::testing::{finding, take};

    #[test]
    fn counts_reasons_and_keeps_the_worst_in_a_fixed_order() {
        let mut summary = Summary::new(2);
        for (path, findings) in [
            ("a", vec![]),
            ("b", vec![finding("noisy", Severity::Warn)]),
            ("c", vec![finding("noisy", Severity::Reject)]),
            ("d", vec![finding("noisy", Severity::Reject)]),
            ("e", vec![finding("channels-identical", Severity::Info)]),
        ] {
            summary.add(&take(path, "anna", findings).entry());
        }
        assert_eq!(summary.verdicts, Verdicts { pass: 2, warn: 1, reject: 2 });
        assert_eq!((summary.verdicts.total(), summary.milliseconds), (5, 5000));
        assert_eq!(summary.reasons["noisy"], Reason { warn: 1, reject: 2 });
        assert_eq!(summary.ranked_reasons().len(), 1, "what is only worth knowing is no reason");
        let worst: Vec<_> = summary.worst().into_iter().map(|take| take.path.to_str().unwrap()).collect();
        assert_eq!(worst, ["c", "d"]);
        assert_eq!(summary.speakers["anna"].verdicts.total(), 5);
    }

    #[test]
    fn the_further_past_the_limit_the_worse() {
        let mut summary = Summary::new(3);
        for (path, value) in [("a", 10.0), ("b", 2.0), ("c", 11.0)] {
            let mut noisy = finding("noisy", Severity::Reject);
            (noisy.value, noisy.limit) = (Some(value), Some(12.0));
            summary.add(&take(path, "anna", vec![noisy]).entry());
        }
        let worst: Vec<_> = summary.worst().into_iter().map(|take| take.path.to_str().unwrap()).collect();
        assert_eq!(worst, ["b", "a", "c"]);
    }
}
