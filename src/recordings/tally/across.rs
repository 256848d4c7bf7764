//! What only many takes tell: copies, and speakers and devices unlike the others.

use crate::numbers::short;
use crate::quality::Verdict;
use crate::quality::reading::letters_per_s;
use crate::recordings::check::{Checked, CopyKind, Job};
use crate::recordings::tally::counts::{Summary, Verdicts};
use crate::recordings::tally::group::{self, stand_out};
use crate::units::rounded;
use serde::Serialize;
use std::collections::BTreeMap;

/// Copies that are kept with their words; all of them are counted.
const LISTED: usize = 200;
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

/// Medians in steps of a tenth, whatever the number of values.
#[derive(Debug, Clone, Default)]
struct Tenths {
    counts: BTreeMap<i32, u64>,
    total: u64,
}

impl Tenths {
    fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value.filter(|value| value.is_finite()) {
            *self.counts.entry((value * 10.0).round() as i32).or_default() += 1;
            self.total += 1;
        }
    }

    /// The lower median.
    fn median(&self) -> Option<f64> {
        let mut left = self.total.div_ceil(2);
        self.counts.iter().find_map(|(&tenths, &count)| {
            let found = count >= left;
            left = left.saturating_sub(count);
            found.then(|| f64::from(tenths) / 10.0)
        })
    }
}

#[derive(Debug, Clone, Default)]
struct Group {
    verdicts: Verdicts,
    snr: Tenths,
    level: Tenths,
    noise: Tenths,
    rate: Tenths,
}

impl Group {
    fn add(&mut self, job: &Job, checked: &Checked) {
        let measured = &checked.measurements;
        self.verdicts.add(checked.judgement.verdict);
        // What is rejected may be anything: a cough, another person.
        if checked.judgement.verdict != Verdict::Reject {
            self.rate.add(job.text.as_deref().and_then(|text| letters_per_s(measured, text)));
        }
        self.snr.add(measured.snr_db);
        self.level.add(measured.active_dbov);
        self.noise.add(measured.noise_floor_dbfs);
    }

    fn row(&self, name: &str, locale: Option<&str>) -> GroupRow {
        let (takes, reject) = (self.verdicts.total(), self.verdicts.reject);
        GroupRow {
            name: name.to_owned(),
            locale: locale.map(str::to_owned),
            takes,
            reject,
            rejected_share: rounded(reject as f64 / takes.max(1) as f64, 4),
            snr_db: self.snr.median(),
            active_dbov: self.level.median(),
            noise_floor_dbfs: self.noise.median(),
            letters_per_s: self.rate.median(),
            stands_out: Vec::new(),
        }
    }
}

impl GroupRow {
    fn value(&self, metric: usize) -> Option<f64> {
        [self.snr_db, self.active_dbov, self.noise_floor_dbfs, self.letters_per_s][metric]
    }
}

/// What a check found across takes; memory grows with speakers and devices, not with takes.
#[derive(Debug, Clone, Default)]
pub struct Across {
    /// The copies by kind.
    pub copies: CopyCounts,
    told: Vec<ToldCopy>,
    /// By speaker and locale.
    speakers: BTreeMap<String, BTreeMap<String, Group>>,
    devices: BTreeMap<String, Group>,
}

impl Across {
    /// Creates an account of no takes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a take or file.
    pub fn add(&mut self, job: &Job, checked: &Checked) {
        if let Some(copy) = &checked.copy_of {
            match copy.kind {
                CopyKind::Exact => self.copies.exact += 1,
                CopyKind::Near => self.copies.near += 1,
            }
            self.copies.other_text += u64::from(copy.same_text == Some(false));
            if self.told.len() < LISTED {
                let path = job.path.display().to_string();
                self.told.push(ToldCopy { path, message: copy.message.clone() });
            }
        }
        let Some(take) = &job.take else { return };
        let (speaker, locale) = (take.session.speaker.as_str(), job.locale.as_str());
        let by_locale = of(&mut self.speakers, speaker);
        of(by_locale, locale).add(job, checked);
        of(&mut self.devices, &take.session.device).add(job, checked);
    }

    /// Returns the first copies, in the order of the takes.
    pub fn told_copies(&self) -> &[ToldCopy] {
        &self.told
    }

    /// Returns the speakers by name, each of their locales by itself. Reading rates are compared within a locale, faults
    /// over all locales.
    pub fn speakers(&self, summary: &Summary) -> Vec<GroupRow> {
        let rows = self.speakers.iter().flat_map(|(speaker, locales)| {
            locales.iter().map(move |(locale, group)| group.row(speaker, Some(locale)))
        });
        with_faults(compared(rows.collect()), &summary.speakers, summary.verdicts)
    }

    /// Returns the devices by name.
    pub fn devices(&self, summary: &Summary) -> Vec<GroupRow> {
        let rows = self.devices.iter().map(|(device, group)| group.row(device, None)).collect();
        with_faults(compared(rows), &summary.devices, summary.verdicts)
    }
}

fn of<'a, T: Default>(groups: &'a mut BTreeMap<String, T>, name: &str) -> &'a mut T {
    groups.entry(name.to_owned()).or_default()
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
fn with_faults(
    mut rows: Vec<GroupRow>,
    groups: &BTreeMap<String, group::Group>,
    all: Verdicts,
) -> Vec<GroupRow> {
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

    fn row(name: &str, takes: u64, snr_db: f64) -> GroupRow {
        let mut group = Group::default();
        for n in 0..takes {
            group.verdicts.add(Verdict::Pass);
            group.snr.add(Some(snr_db + if n == 0 { 20.0 } else { 0.0 }));
        }
        group.row(name, Some("en-US"))
    }

    #[test]
    fn the_median_is_to_a_tenth_and_of_the_lower_middle() {
        let mut tenths = Tenths::default();
        assert_eq!(tenths.median(), None);
        for value in [1.0, -3.0, 7.24, 100.0] {
            tenths.add(Some(value));
        }
        tenths.add(None);
        tenths.add(Some(f64::NAN));
        assert_eq!(tenths.median(), Some(1.0));
        tenths.add(Some(7.26));
        assert_eq!(tenths.median(), Some(7.2));
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
