//! The summary of a check: counts, reasons, speakers, and the worst takes.

use crate::quality::{Finding, Judgement, Measurements, Severity, Verdict, explain};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

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

/// A take that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Worst {
    /// How bad: rejections count a thousand, warnings one.
    weight: u64,
    /// Position in the check, so that the list is the same every time: earlier is worse among equals.
    order: Reverse<u64>,
    /// The file.
    pub path: String,
    /// The speaker.
    pub speaker: Option<String>,
    /// The words.
    pub text: Option<String>,
    /// The check ids of its findings, most important first.
    pub findings: Vec<String>,
}

/// What a check found, in numbers; memory does not grow with the number of takes.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// All takes by verdict.
    pub verdicts: Verdicts,
    /// Frames over rate, in whole milliseconds, so that the sum is exact.
    pub milliseconds: u64,
    /// Check id to how often it spoke up.
    pub reasons: BTreeMap<String, Reason>,
    /// Speaker to takes by verdict.
    pub speakers: BTreeMap<String, Verdicts>,
    keep: usize,
    seen: u64,
    worst: BinaryHeap<Reverse<Worst>>,
}

impl Summary {
    /// Creates a summary that lists the `keep` worst takes.
    pub fn new(keep: usize) -> Self {
        Self { keep, ..Self::default() }
    }

    /// Counts one take.
    pub fn add(
        &mut self,
        path: &str,
        speaker: Option<&str>,
        text: Option<&str>,
        measured: &Measurements,
        judgement: &Judgement,
    ) {
        self.verdicts.add(judgement.verdict);
        self.milliseconds += (measured.frames * 1000).checked_div(u64::from(measured.sr)).unwrap_or(0);
        if let Some(speaker) = speaker {
            self.speakers.entry(speaker.to_owned()).or_default().add(judgement.verdict);
        }
        let mut weight = 0u64;
        for finding in &judgement.findings {
            let reason = self.reasons.entry(finding.id.clone()).or_default();
            match finding.severity {
                Severity::Info => {}
                Severity::Warn => {
                    reason.warn += 1;
                    weight += 1;
                }
                Severity::Reject => {
                    reason.reject += 1;
                    weight += 1000;
                }
            }
        }
        self.seen += 1;
        if weight > 0 && self.keep > 0 {
            self.worst.push(Reverse(Worst {
                weight,
                order: Reverse(self.seen),
                path: path.to_owned(),
                speaker: speaker.map(str::to_owned),
                text: text.map(str::to_owned),
                findings: judgement.findings.iter().map(|finding: &Finding| finding.id.clone()).collect(),
            }));
            if self.worst.len() > self.keep {
                self.worst.pop();
            }
        }
    }

    /// Returns the worst takes, the worst first.
    pub fn worst(&self) -> Vec<Worst> {
        let mut worst: Vec<Worst> = self.worst.iter().map(|Reverse(take)| take.clone()).collect();
        worst.sort_by(|a, b| b.cmp(a));
        worst
    }

    /// Returns the reasons, the most frequent first.
    pub fn ranked_reasons(&self) -> Vec<(&str, Reason)> {
        let mut reasons: Vec<_> = self.reasons.iter().map(|(id, reason)| (id.as_str(), *reason)).collect();
        reasons.sort_by_key(|(id, reason)| (Reverse((reason.reject, reason.warn)), *id));
        reasons
    }
}

/// Returns the title of a finding for people; the id itself when it comes from no check.
pub fn title(id: &str) -> &str {
    match id {
        "file-altered" => "File was changed",
        "file-missing" => "File is missing",
        "interrupted" => "Recording was cut short",
        _ => explain(id).map_or(id, |check| check.title),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_reasons_and_keeps_the_worst_in_a_fixed_order() {
        let finding = |id: &str, severity| Finding { id: id.to_owned(), severity, value: None, limit: None };
        let measured = Measurements { frames: 48_000, sr: 48_000, ..Measurements::default() };
        let mut summary = Summary::new(2);
        let takes = [
            ("a", vec![]),
            ("b", vec![finding("noisy", Severity::Warn)]),
            ("c", vec![finding("noisy", Severity::Reject)]),
            ("d", vec![finding("noisy", Severity::Reject)]),
        ];
        for (path, findings) in takes {
            summary.add(path, Some("anna"), None, &measured, &Judgement::of(findings));
        }
        assert_eq!(summary.verdicts, Verdicts { pass: 1, warn: 1, reject: 2 });
        assert_eq!(summary.milliseconds, 4000);
        assert_eq!(summary.reasons["noisy"], Reason { warn: 1, reject: 2 });
        let worst: Vec<String> = summary.worst().into_iter().map(|take| take.path).collect();
        assert_eq!(worst, ["c", "d"]);
        assert_eq!(summary.verdicts.total(), 4);
    }
}
