//! The checks: one small file each, in the order of importance.
//!
//! A check reads measurements and limits, never samples, so a changed policy judges a corpus anew
//! without touching its audio.

mod capture_xrun;
mod clipped;
mod dc_offset;
mod digital_silence;
mod empty_file;
mod end_cut;
mod format_low;
mod lead_silence_long;
mod no_speech;
mod noisy;
mod pause_long;
mod peak_hot;
mod read_incomplete;
mod read_too_long;
mod start_cut;
mod too_quiet;
mod trail_silence_long;
mod unreadable_file;

use super::model::{Finding, Judgement, Measurements};
use super::policy::Policy;
use crate::severity::Severity;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All checks, most important first: what was lost or is not there, then what was heard, then the rest.
pub const CHECKS: &[&Check] = &[
    &unreadable_file::CHECK,
    &empty_file::CHECK,
    &digital_silence::CHECK,
    &capture_xrun::CHECK,
    &no_speech::CHECK,
    &clipped::CHECK,
    &start_cut::CHECK,
    &end_cut::CHECK,
    &read_incomplete::CHECK,
    &read_too_long::CHECK,
    &noisy::CHECK,
    &format_low::CHECK,
    &too_quiet::CHECK,
    &peak_hot::CHECK,
    &dc_offset::CHECK,
    &pause_long::CHECK,
    &lead_silence_long::CHECK,
    &trail_silence_long::CHECK,
];

/// One check: its words, the metrics it reads and the limits it knows.
#[derive(Debug)]
#[non_exhaustive]
pub struct Check {
    /// The id, stable for ever (`clipped`).
    pub id: &'static str,
    /// A title of a few words.
    pub title: &'static str,
    /// What is wrong, in a contributor's words; never a decibel.
    pub problem: &'static str,
    /// What to do about it now.
    pub fix: &'static str,
    /// The fields of [`Measurements`] that it reads.
    pub metrics: &'static [&'static str],
    /// The limits that a policy sets for it.
    pub limits: &'static [Limit],
    /// Checks of higher rank that explain the take already: when one of them fired, this one is silent.
    pub unless: &'static [&'static str],
    judge: fn(&Measurements, Limits<'_>) -> Option<Hit>,
}

/// One limit of a check; its values stand in the policy.
#[derive(Debug)]
#[non_exhaustive]
pub struct Limit {
    /// The name, with its unit (`warn_db`).
    pub name: &'static str,
    /// The unit in words.
    pub unit: &'static str,
    /// What crosses it.
    pub meaning: &'static str,
}

/// Checks that leave nothing else to hear.
const SILENT: &[&str] = &["empty-file", "digital-silence"];
/// Checks that leave no speech to judge.
const SPEECHLESS: &[&str] = &["empty-file", "digital-silence", "no-speech"];

/// The limits of one check under one policy.
#[derive(Clone, Copy)]
struct Limits<'a>(&'a BTreeMap<String, f64>);

impl Limits<'_> {
    /// Returns a limit; a policy holds every limit by construction, and a missing one would never be crossed.
    fn get(self, name: &str) -> f64 {
        self.0.get(name).copied().unwrap_or(f64::NAN)
    }
}

/// A crossed limit.
struct Hit {
    severity: Severity,
    value: Option<f64>,
    limit: Option<f64>,
}

impl Hit {
    fn warn(value: Option<f64>, limit: Option<f64>) -> Self {
        Self { severity: Severity::Warn, value, limit }
    }

    fn reject(value: Option<f64>, limit: Option<f64>) -> Self {
        Self { severity: Severity::Reject, value, limit }
    }

    /// Rejects a value under its limit.
    fn under(value: f64, reject: f64) -> Option<Self> {
        (value < reject).then(|| Self::reject(Some(value), Some(reject)))
    }

    /// Warns of a value over its limit.
    fn over(value: f64, warn: f64) -> Option<Self> {
        (value > warn).then(|| Self::warn(Some(value), Some(warn)))
    }

    /// Judges a value that is bad when high; the limits themselves are crossed.
    fn rising(value: f64, warn: f64, reject: f64) -> Option<Self> {
        if value >= reject {
            Some(Self::reject(Some(value), Some(reject)))
        } else {
            (value >= warn).then(|| Self::warn(Some(value), Some(warn)))
        }
    }

    /// Judges a value that is bad when low; the limits themselves are crossed.
    fn falling(value: f64, warn: f64, reject: f64) -> Option<Self> {
        if value <= reject {
            Some(Self::reject(Some(value), Some(reject)))
        } else {
            (value <= warn).then(|| Self::warn(Some(value), Some(warn)))
        }
    }
}

/// Judges the time between an edge of the file and the speech, and the level of that edge.
fn cut_edge(time_ms: f64, edge_db: Option<f64>, snr_db: Option<f64>, limits: Limits<'_>) -> Option<Hit> {
    let (warn_ms, reject_ms) = (limits.get("warn_ms"), limits.get("reject_ms"));
    if time_ms <= reject_ms {
        return Some(Hit::reject(Some(time_ms), Some(reject_ms)));
    }
    let loud_edge = limits.get("edge_db");
    if let (Some(edge_db), Some(snr_db)) = (edge_db, snr_db)
        && edge_db > loud_edge
        && snr_db > limits.get("edge_snr_db")
    {
        return Some(Hit::reject(Some(edge_db), Some(loud_edge)));
    }
    (time_ms < warn_ms).then(|| Hit::warn(Some(time_ms), Some(warn_ms)))
}

/// Chooses the reading limits (warn, reject) by what is known of the speaker.
fn reading_limits(measured: &Measurements, limits: Limits<'_>) -> Option<(f64, f64)> {
    Some(if measured.read_spread? < limits.get("known_spread") {
        (limits.get("known_warn_z"), limits.get("known_reject_z"))
    } else {
        (limits.get("unknown_warn_z"), limits.get("unknown_reject_z"))
    })
}

/// Returns the check of this id.
pub fn explain(id: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.id == id)
}

/// Judges measurements under a policy: the findings, worst severity first and within it in the order of
/// [`CHECKS`], and the verdict.
pub fn judge(measured: &Measurements, policy: &Policy) -> Judgement {
    let mut found: Vec<Finding> = Vec::new();
    for check in CHECKS {
        let Some(limits) = policy.active_limits(check.id) else { continue };
        if check.unless.iter().any(|id| found.iter().any(|finding| finding.id == *id)) {
            continue;
        }
        if let Some(hit) = (check.judge)(measured, Limits(limits)) {
            found.push(Finding {
                id: check.id.to_owned(),
                severity: hit.severity,
                value: hit.value,
                limit: hit.limit,
            });
        }
    }
    found.sort_by_key(|finding| Reverse(finding.severity));
    Judgement::of(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::model::Verdict;

    /// A take with nothing to complain of.
    fn good() -> Measurements {
        Measurements {
            duration_s: 3.0,
            sr: 48_000,
            bits: 16,
            used_bits: Some(16),
            peak_dbfs: Some(-6.0),
            active_dbov: Some(-22.0),
            snr_db: Some(40.0),
            lead_ms: Some(500.0),
            trail_ms: Some(500.0),
            lead_edge_db: Some(-40.0),
            trail_edge_db: Some(-40.0),
            speech_s: Some(1.8),
            longest_pause_ms: Some(200.0),
            dc: Some(0.0),
            flat: Some(0.0),
            edge: Some(0.8),
            max_lsb: Some(16_000.0),
            read_z: Some(0.1),
            read_spread: Some(0.16),
            xruns: Some(0),
            ..Measurements::default()
        }
    }

    fn findings(change: impl FnOnce(&mut Measurements)) -> Vec<(String, Severity)> {
        let mut measured = good();
        change(&mut measured);
        let judgement = judge(&measured, &Policy::default());
        judgement.findings.into_iter().map(|finding| (finding.id, finding.severity)).collect()
    }

    #[test]
    fn each_limit_is_crossed_where_the_table_says() {
        use Severity::{Reject, Warn};
        type Case = (fn(&mut Measurements), Option<(&'static str, Severity)>);
        let cases: &[Case] = &[
            (|_| {}, None),
            (|m| m.mark_unreadable("no RIFF header"), Some(("unreadable-file", Reject))),
            (|m| m.duration_s = 0.099, Some(("empty-file", Reject))),
            (|m| m.duration_s = 0.1, None),
            (|m| m.max_lsb = Some(1.0), Some(("digital-silence", Reject))),
            (|m| m.max_lsb = Some(2.0), None),
            (|m| m.xruns = Some(1), Some(("capture-xrun", Reject))),
            (|m| m.speech_s = Some(0.24), Some(("no-speech", Reject))),
            (|m| m.speech_s = Some(0.25), None),
            (|m| m.flat = Some(9.9e-5), None),
            (|m| m.flat = Some(1e-4), Some(("clipped", Warn))),
            (|m| m.flat = Some(1e-3), Some(("clipped", Reject))),
            (|m| m.edge = Some(3.0), Some(("clipped", Warn))),
            (|m| (m.edge, m.flat) = (Some(8.0), Some(1e-4)), Some(("clipped", Reject))),
            (|m| m.lead_ms = Some(100.0), None),
            (|m| m.lead_ms = Some(90.0), Some(("start-cut", Warn))),
            (|m| m.lead_ms = Some(30.0), Some(("start-cut", Reject))),
            (|m| m.lead_edge_db = Some(-14.9), Some(("start-cut", Reject))),
            (|m| (m.lead_edge_db, m.snr_db) = (Some(-14.9), Some(22.0)), None),
            (|m| m.trail_ms = Some(40.0), Some(("end-cut", Warn))),
            (|m| m.trail_edge_db = Some(-10.0), Some(("end-cut", Reject))),
            (|m| m.read_z = Some(-2.0), Some(("read-incomplete", Warn))),
            (|m| m.read_z = Some(-2.9), Some(("read-incomplete", Reject))),
            (|m| (m.read_z, m.read_spread) = (Some(-2.2), Some(0.096)), None),
            (|m| (m.read_z, m.read_spread) = (Some(-2.3), Some(0.096)), Some(("read-incomplete", Warn))),
            (|m| m.read_z = Some(2.4), Some(("read-too-long", Warn))),
            (|m| (m.read_z, m.read_spread) = (Some(3.6), Some(0.096)), Some(("read-too-long", Warn))),
            (|m| m.read_z = Some(3.6), Some(("read-too-long", Reject))),
            (|m| m.snr_db = Some(20.01), None),
            (|m| m.snr_db = Some(20.0), Some(("noisy", Warn))),
            (|m| m.snr_db = Some(12.0), Some(("noisy", Reject))),
            (|m| m.sr = 15_999, Some(("format-low", Reject))),
            (|m| m.used_bits = Some(13), Some(("format-low", Warn))),
            (|m| (m.used_bits, m.bits) = (None, 8), Some(("format-low", Reject))),
            (|m| (m.used_bits, m.bits) = (None, 32), None),
            (|m| m.active_dbov = Some(-36.0), Some(("too-quiet", Warn))),
            (|m| m.active_dbov = Some(-46.0), Some(("too-quiet", Reject))),
            (|m| m.peak_dbfs = Some(-1.0), None),
            (|m| m.peak_dbfs = Some(-0.99), Some(("peak-hot", Warn))),
            (|m| m.dc = Some(-0.01), Some(("dc-offset", Warn))),
            (|m| m.dc = Some(0.05), Some(("dc-offset", Reject))),
            (|m| m.longest_pause_ms = Some(1510.0), Some(("pause-long", Warn))),
            (|m| m.lead_ms = Some(1510.0), Some(("lead-silence-long", Warn))),
            (|m| m.trail_ms = Some(1510.0), Some(("trail-silence-long", Warn))),
        ];
        for (index, (change, expected)) in cases.iter().enumerate() {
            let expected: Vec<_> =
                expected.iter().map(|(id, severity)| ((*id).to_owned(), *severity)).collect();
            assert_eq!(findings(change), expected, "case {index}");
        }
    }

    #[test]
    fn a_take_without_speech_is_not_judged_as_speech() {
        let found = findings(|m| {
            (m.speech_s, m.snr_db, m.lead_ms, m.xruns) = (Some(0.0), Some(3.0), Some(0.0), Some(2));
        });
        let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["capture-xrun", "no-speech"]);
        let found = findings(|m| (m.peak_dbfs, m.flat) = (Some(0.0), Some(0.1)));
        assert_eq!(found, [("clipped".to_owned(), Severity::Reject)]);
    }

    #[test]
    fn rejections_come_first_and_the_verdict_is_the_worst() {
        let found = findings(|m| (m.lead_ms, m.snr_db, m.dc) = (Some(90.0), Some(5.0), Some(0.02)));
        let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["noisy", "start-cut", "dc-offset"]);
        assert_eq!(judge(&good(), &Policy::default()).verdict, Verdict::Pass);
        let none = judge(&Measurements::unreadable("it is a text"), &Policy::default());
        assert_eq!((none.verdict, none.findings.len()), (Verdict::Reject, 1));
    }

    #[test]
    fn every_check_is_whole_and_speaks_plainly() {
        let known = serde_json::to_value(good()).unwrap();
        for (rank, check) in CHECKS.iter().enumerate() {
            assert!(crate::ids::id_fault(check.id, 40, true).is_none(), "{}", check.id);
            assert!(CHECKS[..rank].iter().all(|other| other.id != check.id), "{} twice", check.id);
            for other in check.unless {
                assert!(CHECKS[..rank].iter().any(|check| check.id == *other), "{}: {other}", check.id);
            }
            for metric in check.metrics {
                assert!(known.get(metric).is_some(), "{}: {metric}", check.id);
            }
            for sentence in [check.problem, check.fix] {
                assert!(sentence.ends_with('.') && !sentence.contains("dB"), "{}: {sentence}", check.id);
            }
            assert_eq!(explain(check.id).map(|check| check.title), Some(check.title));
        }
        assert!(explain("clip").is_none());
    }
}
