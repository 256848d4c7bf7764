//! Medians of many takes, whatever their number.

use crate::quality::Verdict;
use crate::quality::reading::letters_per_s;
use crate::recordings::tally::counts::Verdicts;
use crate::recordings::tally::row::TakeRow;
use std::collections::BTreeMap;

/// Medians in steps of a tenth, whatever the number of values.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Tenths {
    counts: BTreeMap<i32, u64>,
    total: u64,
}

impl Tenths {
    pub(super) fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value.filter(|value| value.is_finite()) {
            *self.counts.entry((value * 10.0).round() as i32).or_default() += 1;
            self.total += 1;
        }
    }

    /// The lower median.
    pub(super) fn median(&self) -> Option<f64> {
        let mut left = self.total.div_ceil(2);
        self.counts.iter().find_map(|(&tenths, &count)| {
            let found = count >= left;
            left = left.saturating_sub(count);
            found.then(|| f64::from(tenths) / 10.0)
        })
    }
}

/// What is compared of the takes of one speaker in one locale, or of one device.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Spread {
    pub(super) verdicts: Verdicts,
    pub(super) snr: Tenths,
    pub(super) level: Tenths,
    pub(super) noise: Tenths,
    /// Letters a second.
    pub(super) rate: Tenths,
}

impl Spread {
    pub(super) fn add(&mut self, row: &TakeRow<'_>) {
        self.verdicts.add(row.judgement.verdict);
        // What is rejected may be anything: a cough, another person.
        if row.judgement.verdict != Verdict::Reject {
            self.rate.add(row.text.and_then(|text| letters_per_s(row.measured, text)));
        }
        self.snr.add(row.measured.snr_db);
        self.level.add(row.measured.active_dbov);
        self.noise.add(row.measured.noise_floor_dbfs);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
