//! What only many takes tell: speakers and devices unlike the others.

use crate::numbers::short;
use crate::recordings::tally::counts::Verdicts;
use crate::recordings::tally::group::{Group, stand_out};
use crate::recordings::tally::spread::Spread;
use crate::units::rounded;
use serde::Serialize;
use std::collections::BTreeMap;

/// Takes that a speaker or device needs before it is compared.
const LEAST_TAKES: u64 = 10;
/// Speakers or devices that a comparison needs.
const LEAST_GROUPS: usize = 5;
/// The metric of an [`Outlier`] in faults.
const FAULTY: &str = "faulty_share";
/// Robust standard deviations from the median that stand out (Iglewicz and Hoaglin 1993 give 3.5).
const FAR: f64 = 3.5;
/// The standard deviation of normal values in median absolute deviations.
const NORMAL: f64 = 1.4826;

/// What is compared between speakers and devices.
const METRICS: [Metric; 4] = [
    Metric {
        name: "snr_db",
        unit: "dB",
        floor: 1.0,
        low: "more noise against the voice",
        high: "less noise against the voice",
    },
    Metric { name: "active_dbov", unit: "dBov", floor: 1.0, low: "quieter", high: "louder" },
    Metric {
        name: "noise_floor_dbfs",
        unit: "dBFS",
        floor: 1.0,
        low: "a quieter background",
        high: "a louder background",
    },
    Metric {
        name: "letters_per_s",
        unit: "letters a second",
        floor: 0.5,
        low: "reads more slowly",
        high: "reads faster",
    },
];

struct Metric {
    name: &'static str,
    unit: &'static str,
    /// The least standard deviation that is believed, so that equal groups do not make a small step a great one.
    floor: f64,
    /// What a low value means.
    low: &'static str,
    /// What a high value means.
    high: &'static str,
}

/// The takes of one speaker in one locale, or of one device.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupRow {
    /// The speaker or device.
    pub name: String,
    /// The locale, of a speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Takes.
    pub takes: u64,
    /// Rejected ones.
    pub reject: u64,
    /// Their share, 0 to 1.
    pub rejected_share: f64,
    /// Median of the signal-to-noise ratio, dB.
    pub snr_db: Option<f64>,
    /// Median of the active speech level, dBov.
    pub active_dbov: Option<f64>,
    /// Median of the noise floor, dBFS.
    pub noise_floor_dbfs: Option<f64>,
    /// Median of the reading rate in letters a second.
    pub letters_per_s: Option<f64>,
    /// In what it is unlike the others.
    pub stands_out: Vec<Outlier>,
}

/// One metric of a speaker or device that is far from those of the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outlier {
    /// The metric; `faulty_share` is the share of takes with a warning or a rejection.
    pub metric: &'static str,
    /// Its unit, for people.
    #[serde(skip)]
    pub unit: &'static str,
    /// Its value.
    pub value: f64,
    /// The median of all; of a share, that of all takes.
    pub median: f64,
    /// Robust standard deviations from it; of a share, those of chance.
    pub z: f64,
    /// What that means, in words.
    pub words: &'static str,
}

impl GroupRow {
    fn of(name: &str, locale: Option<&str>, spread: &Spread) -> Self {
        let (takes, reject) = (spread.verdicts.total(), spread.verdicts.reject);
        Self {
            name: name.to_owned(),
            locale: locale.map(str::to_owned),
            takes,
            reject,
            rejected_share: rounded(reject as f64 / takes.max(1) as f64, 4),
            snr_db: spread.snr.median(),
            active_dbov: spread.level.median(),
            noise_floor_dbfs: spread.noise.median(),
            letters_per_s: spread.rate.median(),
            stands_out: Vec::new(),
        }
    }

    fn value(&self, metric: usize) -> Option<f64> {
        [self.snr_db, self.active_dbov, self.noise_floor_dbfs, self.letters_per_s][metric]
    }
}

/// Returns the groups by name, each of their locales by itself if they are told apart. Reading rates are compared within
/// a locale, faults over all locales.
pub(super) fn rows(groups: &BTreeMap<String, Group>, all: Verdicts) -> Vec<GroupRow> {
    let rows = groups.iter().flat_map(|(name, group)| {
        group.spreads.iter().map(move |(locale, spread)| {
            GroupRow::of(name, Some(locale.as_str()).filter(|locale| !locale.is_empty()), spread)
        })
    });
    with_faults(compared(rows.collect()), groups, all)
}

fn compared(mut rows: Vec<GroupRow>) -> Vec<GroupRow> {
    for (at, metric) in METRICS.iter().enumerate() {
        // Languages are read at rates of their own.
        let per_locale = metric.name == "letters_per_s";
        let mut values: BTreeMap<Option<String>, Vec<f64>> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.takes >= LEAST_TAKES) {
            let key = row.locale.clone().filter(|_| per_locale);
            values.entry(key).or_default().extend(row.value(at));
        }
        for row in &mut rows {
            let key = row.locale.clone().filter(|_| per_locale);
            let (Some(all), Some(value)) = (values.get(&key), row.value(at)) else { continue };
            if row.takes < LEAST_TAKES || all.len() < LEAST_GROUPS {
                continue;
            }
            let middle = median(all.clone());
            let spread = NORMAL * median(all.iter().map(|value| (value - middle).abs()).collect());
            let z = (value - middle) / spread.max(metric.floor);
            if z.abs() > FAR {
                let words = if z > 0.0 { metric.high } else { metric.low };
                let (median, z) = (rounded(middle, 4), rounded(z, 1));
                let (metric, unit) = (metric.name, metric.unit);
                row.stands_out.push(Outlier { metric, unit, value, median, z, words });
            }
        }
    }
    rows
}

/// Adds what [`stand_out`] finds.
fn with_faults(mut rows: Vec<GroupRow>, groups: &BTreeMap<String, Group>, all: Verdicts) -> Vec<GroupRow> {
    let share = |verdicts: Verdicts| {
        rounded((verdicts.warn + verdicts.reject) as f64 / verdicts.total().max(1) as f64, 4)
    };
    for found in stand_out(groups, all) {
        for row in rows.iter_mut().filter(|row| row.name == found.name) {
            let outlier = Outlier {
                metric: FAULTY,
                unit: "",
                value: share(found.group.verdicts),
                median: share(all),
                z: rounded(found.deviations, 1),
                words: "more takes with a fault",
            };
            row.stands_out.insert(0, outlier);
        }
    }
    rows
}

/// Returns what is unlike the others but for faults, the farthest first.
pub fn unlike(rows: &[GroupRow]) -> Vec<(&GroupRow, &Outlier)> {
    let all = rows.iter().flat_map(|row| row.stands_out.iter().map(move |outlier| (row, outlier)));
    let mut found: Vec<_> = all.filter(|(_, outlier)| outlier.metric != FAULTY).collect();
    found.sort_by(|a, b| b.1.z.abs().total_cmp(&a.1.z.abs()).then(a.0.name.cmp(&b.0.name)));
    found
}

/// Tells in what a speaker or device is unlike the others.
pub fn told(row: &GroupRow, outlier: &Outlier) -> String {
    let locale = row.locale.as_ref().map_or(String::new(), |locale| format!(" in {locale}"));
    let Outlier { words, value, median, unit, .. } = outlier;
    format!("{words}{locale}: {} {unit}, the middle of all is {}", short(*value), short(*median))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let count = values.len();
    if count == 0 { 0.0 } else { f64::midpoint(values[(count - 1) / 2], values[count / 2]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::Verdict;

    fn row(name: &str, takes: u64, snr_db: f64) -> GroupRow {
        let mut spread = Spread::default();
        for n in 0..takes {
            spread.verdicts.add(Verdict::Pass);
            spread.snr.add(Some(snr_db + if n == 0 { 20.0 } else { 0.0 }));
        }
        GroupRow::of(name, Some("en-US"), &spread)
    }

    #[test]
    fn a_speaker_far_from_the_median_stands_out_and_one_of_few_takes_does_not() {
        // By hand: the median of 30, 31, 32, 33, 34, 12 is 31.5, the deviations .5 .5 1.5 1.5 2.5 19.5 have the
        // median 1.5, so z of 12 is -19.5 / 2.2239 = -8.8.
        let mut rows: Vec<GroupRow> =
            (0..5).map(|n| row(&format!("s{n}"), 10, 30.0 + f64::from(n))).collect();
        rows.push(row("far", 12, 12.0));
        rows.push(row("few", 9, 1.0));
        let rows = compared(rows);
        let out: Vec<_> = rows.iter().filter(|row| !row.stands_out.is_empty()).collect();
        assert_eq!(out.len(), 1, "{out:?}");
        assert_eq!((out[0].name.as_str(), out[0].snr_db), ("far", Some(12.0)));
        let found = &out[0].stands_out[0];
        assert_eq!((found.metric, found.median, found.z), ("snr_db", 31.5, -8.8));
        // Four are no crowd.
        let four = (0..4).map(|n| row(&format!("s{n}"), 10, if n == 3 { 0.0 } else { 30.0 })).collect();
        assert!(compared(four).iter().all(|row| row.stands_out.is_empty()));
    }
}
