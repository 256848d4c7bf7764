//! The takes of one speaker or device together, and which of them stand out.

use crate::quality::Severity;
use crate::recordings::tally::counts::Verdicts;
use crate::recordings::tally::row::TakeRow;
use crate::recordings::tally::spread::Spread;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The takes of one speaker or device.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// Its takes by verdict.
    pub verdicts: Verdicts,
    /// Their length together.
    pub milliseconds: u64,
    snr: Mean,
    level: Mean,
    noise: Mean,
    /// Check id to takes with that finding above info.
    reasons: BTreeMap<String, u64>,
    /// What is compared with others, by the locale of a speaker; all of a device under no name.
    pub(super) spreads: BTreeMap<String, Spread>,
}

impl Group {
    /// Adds a take; `part` is the locale of a speaker, and empty for a device.
    pub(super) fn add(&mut self, row: &TakeRow<'_>, part: &str) {
        change(&mut self.spreads, part, |spread| spread.add(row));
        self.verdicts.add(row.judgement.verdict);
        self.milliseconds += row.milliseconds();
        self.snr.add(row.measured.snr_db);
        self.level.add(row.measured.active_dbov);
        self.noise.add(row.measured.noise_floor_dbfs);
        for finding in row.judgement.findings.iter().filter(|finding| finding.severity > Severity::Info) {
            change(&mut self.reasons, &finding.id, |count| *count += 1);
        }
    }

    /// Returns the mean signal-to-noise ratio, dB, of the takes where it is known.
    pub fn snr_db(&self) -> Option<f64> {
        self.snr.get()
    }

    /// Returns the mean active speech level, dBov.
    pub fn level_dbov(&self) -> Option<f64> {
        self.level.get()
    }

    /// Returns the mean level of the noise outside speech, dBFS.
    pub fn noise_dbfs(&self) -> Option<f64> {
        self.noise.get()
    }

    /// Returns how many takes have each finding above info.
    pub fn reasons(&self) -> impl Iterator<Item = (&str, u64)> {
        self.reasons.iter().map(|(id, count)| (id.as_str(), *count))
    }

    /// Returns the most frequent reason and its count.
    pub fn main_reason(&self) -> Option<(&str, u64)> {
        let most = self.reasons.iter().max_by_key(|(id, count)| (**count, Reverse(*id)));
        most.map(|(id, count)| (id.as_str(), *count))
    }
}

/// Changes the value of this name, which may be new. Most are known: no copy of those names is made.
pub(super) fn change<T: Default>(values: &mut BTreeMap<String, T>, name: &str, change: impl FnOnce(&mut T)) {
    if let Some(value) = values.get_mut(name) {
        change(value);
    } else {
        change(values.entry(name.to_owned()).or_default());
    }
}

/// A mean that may have no value.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Mean {
    sum: f64,
    count: u64,
}

impl Mean {
    fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += value;
            self.count += 1;
        }
    }

    fn get(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / self.count as f64)
    }
}

/// Returns the groups, those with the most rejected takes first.
pub fn ranked(groups: &BTreeMap<String, Group>) -> Vec<(&str, &Group)> {
    let mut all: Vec<(&str, &Group)> = groups.iter().map(|(name, group)| (name.as_str(), group)).collect();
    all.sort_by_key(|(name, group)| (Reverse((group.verdicts.reject, group.verdicts.warn)), *name));
    all
}

/// A group whose takes fail more often than those of the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandsOut<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its takes.
    pub group: &'a Group,
    /// How far above what chance would give, in standard deviations.
    pub deviations: f64,
}

/// Returns the groups that stand out, the most striking first: at least five takes, of which twice the share of
/// all takes, and three standard deviations above it, have a warning or a rejection.
pub fn stand_out<'a>(groups: &'a BTreeMap<String, Group>, all: Verdicts) -> Vec<StandsOut<'a>> {
    const LEAST_TAKES: u64 = 5;
    const DEVIATIONS: f64 = 3.0;
    let share = (all.warn + all.reject) as f64 / all.total().max(1) as f64;
    if groups.len() < 2 || share == 0.0 {
        return Vec::new();
    }
    let mut found: Vec<StandsOut<'a>> = groups
        .iter()
        .filter_map(|(name, group)| {
            let takes = group.verdicts.total();
            let faulty = (group.verdicts.warn + group.verdicts.reject) as f64;
            let expected = share * takes as f64;
            let deviations = (faulty - expected) / (expected * (1.0 - share)).max(1e-9).sqrt();
            let strikes = takes >= LEAST_TAKES && faulty >= 2.0 * expected && deviations >= DEVIATIONS;
            strikes.then_some(StandsOut { name, group, deviations })
        })
        .collect();
    found.sort_by(|a, b| b.deviations.total_cmp(&a.deviations).then(a.name.cmp(b.name)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::tally::Tally;
    use crate::recordings::tally::testing::{finding, take};

    #[test]
    fn a_speaker_with_far_more_faults_stands_out_and_a_single_bad_take_does_not() {
        let mut tally = Tally::new(0);
        for speaker in 0..20 {
            for n in 0..20 {
                let bad = speaker == 7 && n < 12 || speaker == 9 && n == 0;
                let findings = if bad { vec![finding("noisy", Severity::Warn)] } else { vec![] };
                tally.add(&take("a.wav", &format!("s{speaker:02}"), findings).row());
            }
        }
        let found = stand_out(&tally.speakers, tally.verdicts);
        assert_eq!(found.iter().map(|one| one.name).collect::<Vec<_>>(), ["s07"]);
        assert_eq!(found[0].group.main_reason(), Some(("noisy", 12)));
        assert_eq!(ranked(&tally.speakers)[0].0, "s07");
        assert_eq!(stand_out(&tally.devices, tally.verdicts), []);
    }
}
