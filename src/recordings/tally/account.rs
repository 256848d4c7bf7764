//! The tally of a check: counts, reasons, speakers, devices, copies, and the worst takes.

use crate::quality::Severity;
use crate::recordings::check::CopyKind;
use crate::recordings::tally::across::{GroupRow, rows};
use crate::recordings::tally::counts::{Reason, Verdicts};
use crate::recordings::tally::group::{Group, change};
use crate::recordings::tally::row::{Badness, Kept, TakeRow, WorstOf};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Copies that are kept with their words; all of them are counted.
const LISTED: usize = 200;

/// Copies counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct CopyCounts {
    /// The same samples.
    pub exact: u64,
    /// The same sound.
    pub near: u64,
    /// Those of either kind whose words differ.
    pub other_text: u64,
}

/// A copy, told in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldCopy {
    /// The file.
    pub path: String,
    /// What it is a copy of.
    pub message: String,
}

/// What a check found, take by take; memory grows with speakers and devices, not with takes.
#[derive(Debug, Clone)]
pub struct Tally {
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
    /// The copies by kind.
    pub copies: CopyCounts,
    told: Vec<ToldCopy>,
    seen: u64,
    worst: WorstOf,
}

impl Tally {
    /// Creates a tally of no takes that lists the `keep` worst takes.
    pub fn new(keep: usize) -> Self {
        Self {
            verdicts: Verdicts::default(),
            milliseconds: 0,
            reasons: BTreeMap::new(),
            speakers: BTreeMap::new(),
            devices: BTreeMap::new(),
            copies: CopyCounts::default(),
            told: Vec::new(),
            seen: 0,
            worst: WorstOf::new(keep),
        }
    }

    /// Counts one take and returns how bad it is; `None` when there is nothing above info.
    pub fn add(&mut self, row: &TakeRow<'_>) -> Option<Badness> {
        self.verdicts.add(row.judgement.verdict);
        self.milliseconds += row.milliseconds();
        if let Some(take) = row.take {
            change(&mut self.speakers, take.speaker, |speaker| speaker.add(row, row.locale));
            change(&mut self.devices, take.device, |device| device.add(row, ""));
        }
        for finding in &row.judgement.findings {
            change(&mut self.reasons, &finding.id, |reason: &mut Reason| match finding.severity {
                Severity::Info => {}
                Severity::Warn => reason.warn += 1,
                Severity::Reject => reason.reject += 1,
            });
        }
        self.count_copy(row);
        self.seen += 1;
        let badness = Badness::of(&row.judgement.findings, self.seen)?;
        self.worst.add(row, badness);
        Some(badness)
    }

    fn count_copy(&mut self, row: &TakeRow<'_>) {
        let Some(copy) = row.copy_of else { return };
        match copy.kind {
            CopyKind::Exact => self.copies.exact += 1,
            CopyKind::Near => self.copies.near += 1,
        }
        self.copies.other_text += u64::from(copy.same_text == Some(false));
        if self.told.len() < LISTED {
            let path = row.path.display().to_string();
            self.told.push(ToldCopy { path, message: copy.message.clone() });
        }
    }

    /// Returns the first copies, in the order of the takes.
    pub fn told_copies(&self) -> &[ToldCopy] {
        &self.told
    }

    /// Returns the speakers by name, each of their locales by itself. Reading rates are compared within a locale, faults
    /// over all locales.
    pub fn speaker_rows(&self) -> Vec<GroupRow> {
        rows(&self.speakers, self.verdicts)
    }

    /// Returns the devices by name.
    pub fn device_rows(&self) -> Vec<GroupRow> {
        rows(&self.devices, self.verdicts)
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
        let mut tally = Tally::new(2);
        for (path, findings) in [
            ("a", vec![]),
            ("b", vec![finding("noisy", Severity::Warn)]),
            ("c", vec![finding("noisy", Severity::Reject)]),
            ("d", vec![finding("noisy", Severity::Reject)]),
            ("e", vec![finding("channels-identical", Severity::Info)]),
        ] {
            tally.add(&take(path, "anna", findings).row());
        }
        assert_eq!(tally.verdicts, Verdicts { pass: 2, warn: 1, reject: 2 });
        assert_eq!((tally.verdicts.total(), tally.milliseconds), (5, 5000));
        assert_eq!(tally.reasons["noisy"], Reason { warn: 1, reject: 2 });
        assert_eq!(tally.ranked_reasons().len(), 1, "what is only worth knowing is no reason");
        let worst: Vec<_> = tally.worst().into_iter().map(|take| take.path.to_str().unwrap()).collect();
        assert_eq!(worst, ["c", "d"]);
        assert_eq!(tally.speakers["anna"].verdicts.total(), 5);
    }

    #[test]
    fn the_further_past_the_limit_the_worse() {
        let mut tally = Tally::new(3);
        for (path, value) in [("a", 10.0), ("b", 2.0), ("c", 11.0)] {
            let mut noisy = finding("noisy", Severity::Reject);
            (noisy.value, noisy.limit) = (Some(value), Some(12.0));
            tally.add(&take(path, "anna", vec![noisy]).row());
        }
        let worst: Vec<_> = tally.worst().into_iter().map(|take| take.path.to_str().unwrap()).collect();
        assert_eq!(worst, ["b", "a", "c"]);
    }
}
