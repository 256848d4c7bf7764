//! Ranges of measures by drawing again what was drawn once.
//!
//! The percentile interval of the bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13), of the
//! ratio of two sums, as Bisani and Ney do it for word error rates (ICASSP 2004). What is drawn is a speaker with all their
//! utterances, since utterances of one speaker are alike and a range over them alone would be too narrow.

use super::counts::{Counts, Measure};
use crate::random::SplitMix64;

/// Times that a sample is drawn.
pub const DRAWS: usize = 1_000;
/// The least number of speakers that are drawn; of fewer, utterances are.
pub const LEAST_SPEAKERS: u64 = 5;
/// The most parts that a sample is drawn of; more of them are dealt into so many, which are drawn whole.
const MOST_PARTS: usize = 1_000;
/// By how much a round of dealing is turned against the one before: no divisor of the number of parts has a part in it.
const SHIFT: usize = 389;

/// What a sample is drawn of: speakers or utterances, each with its sums.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    dealt: usize,
    sums: Vec<Counts>,
}

impl Parts {
    /// Begins the next speaker or utterance.
    pub fn begin(&mut self) {
        if self.sums.len() < MOST_PARTS {
            self.sums.push(Counts::default());
        }
        self.dealt += 1;
    }

    /// Adds to the one that was begun last.
    pub fn add(&mut self, counts: Counts) {
        let Some(last) = self.dealt.checked_sub(1) else { return };
        // Each round begins elsewhere, or prompts that every speaker reads in one order would come together.
        let at = (last + last / MOST_PARTS * SHIFT) % MOST_PARTS;
        if let Some(sum) = self.sums.get_mut(at) {
            *sum += counts;
        }
    }

    /// Returns the 95 % range of each measure, in the order of [`Measure::ALL`]: `None` where there is only one part, or in no
    /// draw anything to divide by. The same seed gives the same ranges everywhere.
    pub fn ranges(&self, seed: u64) -> Vec<Option<(f64, f64)>> {
        let mut drawn: Vec<Vec<f64>> = vec![Vec::new(); Measure::ALL.len()];
        if self.sums.len() > 1 {
            let mut random = SplitMix64::new(seed);
            for _ in 0..DRAWS {
                let mut sum = Counts::default();
                for _ in 0..self.sums.len() {
                    sum += self.sums[random.below(self.sums.len())];
                }
                for (values, measure) in drawn.iter_mut().zip(Measure::ALL) {
                    let (part, of) = measure.ratio(&sum);
                    if of > 0 {
                        values.push(part as f64 / of as f64);
                    }
                }
            }
        }
        drawn.into_iter().map(range).collect()
    }
}

/// Returns the 2.5th and the 97.5th percentile: of 1,000 values the 25th and the 975th.
fn range(mut values: Vec<f64>) -> Option<(f64, f64)> {
    values.sort_by(f64::total_cmp);
    let at = |thousandths: usize| values.get((values.len() * thousandths).div_ceil(1000).max(1) - 1).copied();
    at(25).zip(at(975))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(sums: impl IntoIterator<Item = (u64, u64)>) -> Parts {
        let mut parts = Parts::default();
        for (wrong, all) in sums {
            parts.begin();
            parts.add(Counts { sentences_wrong: wrong, sentences: all, ..Counts::default() });
        }
        parts
    }

    fn of(parts: &Parts, seed: u64) -> Option<(f64, f64)> {
        parts.ranges(seed)[Measure::ALL.iter().position(|one| *one == Measure::Ser).unwrap()]
    }

    #[test]
    fn percentiles_are_the_25th_and_the_975th_of_a_thousand() {
        assert_eq!(range((1..=1000).rev().map(f64::from).collect()), Some((25.0, 975.0)));
        assert_eq!(range(vec![3.0]), Some((3.0, 3.0)));
        assert_eq!(range(Vec::new()), None);
    }

    /// Oracle: the binomial distribution. Of 100 utterances 30 are wrong, so that the share of a draw has the standard deviation
    /// sqrt(0.3 * 0.7 / 100) = 0.0458, and 95 % of the draws lie in 0.21 to 0.39, quantiles of B(100, 0.3) over 100.
    #[test]
    fn the_range_is_that_of_the_binomial_distribution() {
        for seed in 0..20 {
            let (low, high) = of(&parts((0..100).map(|at| (u64::from(at < 30), 1))), seed).unwrap();
            assert!((0.20..=0.22).contains(&low) && (0.38..=0.40).contains(&high), "{seed}: {low} {high}");
        }
    }

    /// Speakers who differ: ten with all wrong or none, of ten utterances each. As utterances, the range would be 0.40 to 0.60.
    #[test]
    fn speakers_are_drawn_whole() {
        let (low, high) = of(&parts((0..10).map(|at| (10 * (at % 2), 10))), 7).unwrap();
        assert!(low <= 0.2 && high >= 0.8, "{low} {high}");
    }

    #[test]
    fn one_part_has_no_range_and_many_are_dealt() {
        assert_eq!(of(&parts([(1, 2)]), 1), None);
        assert_eq!(of(&parts([]), 1), None);
        let many = parts((0..2_500).map(|at| (at % 2, 1)));
        assert_eq!(many.sums.len(), MOST_PARTS);
        assert_eq!(many.sums.iter().map(|sum| sum.sentences).sum::<u64>(), 2_500);
        let dealt: Vec<u64> = [0, 388, 389, 777, 778, 999].map(|at| many.sums[at].sentences).to_vec();
        assert_eq!(dealt, [3, 2, 2, 2, 3, 3]);
    }
}
