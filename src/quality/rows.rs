//! The fields of the lines that `booth checks --json` and `booth explain --json` write ([`Line`](crate::rows::Line)).

use super::accuracy::{ErrorRate, error_rates};
use super::check::Check;
use super::policy::Policy;
use crate::digest::Sha256;
use crate::messages::{FindingText, Language};
use serde::Serialize;

/// A check with its words, its limits under a policy, and how often it is right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckRow<'a> {
    /// The check.
    pub id: &'a str,
    /// A title of a few words.
    pub title: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub fix: String,
    /// Why it matters to a corpus.
    pub why: String,
    /// How it is measured.
    pub source: &'a str,
    /// The measurements that it reads.
    pub metrics: &'a [&'a str],
    /// The profile of the policy.
    pub profile: &'a str,
    /// Whether it is switched on.
    pub enabled: bool,
    /// Its limits.
    pub limits: Vec<LimitRow<'a>>,
    /// How often it was right on corrupted speech.
    pub rates: Vec<ErrorRate>,
}

/// A limit under a policy.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LimitRow<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// What crossing it means.
    pub meaning: &'a str,
    /// Its value.
    pub value: Option<f64>,
}

impl<'a> CheckRow<'a> {
    /// Returns the line of a check under `policy`, in English.
    pub fn of(check: &'a Check, policy: &Policy) -> Self {
        let say = |text| check.say(Language::ENGLISH, text);
        let limit = |limit: &'a super::check::Limit| LimitRow {
            name: limit.name,
            unit: limit.unit,
            meaning: limit.meaning,
            value: policy.limit(check.id, limit.name),
        };
        Self {
            id: check.id,
            title: say(FindingText::Title),
            problem: say(FindingText::Problem),
            fix: say(FindingText::Fix),
            why: say(FindingText::Why),
            source: check.source,
            metrics: check.metrics,
            profile: policy.profile(),
            enabled: policy.is_enabled(check.id),
            limits: check.limits.iter().map(limit).collect(),
            rates: error_rates(check.id),
        }
    }
}

/// How many checks were listed, under which policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChecksSummary<'a> {
    /// Checks.
    pub checks: usize,
    /// The profile of the policy.
    pub profile: &'a str,
    /// SHA-256 of the limits.
    pub policy: Sha256,
}
