//! The order in which readings are asked: a pure function of the sheet and the seed.
//!
//! docs/FORMAT.md states the algorithm, so that a session's order can be made again from its seed.

use crate::random::SplitMix64;
use crate::recordings::session::record::Order;
use crate::sheet::Prompt;

/// One wanted reading of one prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The prompt's place in the sheet, from 0.
    pub prompt: usize,
    /// Which of the wanted readings of the prompt this is, from 1.
    pub repetition: u16,
}

/// Returns all wanted readings in the order in which they are asked.
///
/// The prompts are taken in the order of the sheet, or shuffled (Fisher and Yates, from the last place
/// down). Repetition `k` of a prompt wanted `r` times, at place `i` of `n`, is then asked at
/// `((k - 1) + i / n) / r` of the way, so that its repetitions are spread evenly; ties go to the
/// earlier repetition, then to the earlier place. Where two readings of one prompt meet, the next
/// reading of another prompt goes between them, as long as there is one.
pub fn readings(prompts: &[Prompt], order: Order) -> Vec<Reading> {
    let count = prompts.len();
    let mut places: Vec<usize> = (0..count).collect();
    if let Order::Shuffled { seed } = order {
        let mut random = SplitMix64::new(seed);
        for last in (1..count).rev() {
            places.swap(last, random.below(last + 1));
        }
    }
    // The way as a fraction: numerator over wanted times count, compared without rounding.
    let mut keyed: Vec<(u64, u64, Reading)> = Vec::new();
    for (place, &prompt) in places.iter().enumerate() {
        let wanted = prompts[prompt].repeat.max(1);
        for repetition in 1..=wanted {
            let way = u64::from(repetition - 1) * count as u64 + place as u64;
            keyed.push((way, u64::from(wanted), Reading { prompt, repetition }));
        }
    }
    // The sort is stable and the list is in the order of the places, so ties need the repetition only.
    keyed.sort_by(|(way, wanted, reading), (other_way, other_wanted, other)| {
        (way * other_wanted).cmp(&(other_way * wanted)).then(reading.repetition.cmp(&other.repetition))
    });
    let mut list: Vec<Reading> = keyed.into_iter().map(|(_, _, reading)| reading).collect();
    for at in 1..list.len() {
        let before = list[at - 1].prompt;
        if list[at].prompt == before
            && let Some(other) = list[at..].iter().position(|reading| reading.prompt != before)
        {
            list[at..=at + other].rotate_right(1);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::testing::prompt;
    use proptest::prelude::*;

    fn asked(repeats: &[u16], order: Order) -> Vec<(usize, u16)> {
        let prompts: Vec<Prompt> =
            repeats.iter().enumerate().map(|(at, &repeat)| prompt(&format!("p{at}"), repeat)).collect();
        readings(&prompts, order).into_iter().map(|reading| (reading.prompt, reading.repetition)).collect()
    }

    #[test]
    fn the_order_of_the_sheet_is_kept_and_repetitions_come_round_by_round() {
        assert_eq!(asked(&[1, 1, 1], Order::Sheet), [(0, 1), (1, 1), (2, 1)]);
        assert_eq!(asked(&[2, 2], Order::Sheet), [(0, 1), (1, 1), (0, 2), (1, 2)]);
        assert_eq!(asked(&[3, 1, 1], Order::Sheet), [(0, 1), (1, 1), (0, 2), (2, 1), (0, 3)]);
    }

    #[test]
    fn a_seed_gives_one_order_for_ever() {
        // Oracle: the algorithm above written again in another language.
        let order = asked(&[1; 8], Order::Shuffled { seed: 42 });
        assert_eq!(order.iter().map(|&(prompt, _)| prompt).collect::<Vec<_>>(), [4, 3, 2, 0, 7, 6, 1, 5]);
    }

    proptest! {
        #[test]
        fn every_reading_is_asked_once_and_repetitions_in_turn(
            repeats in prop::collection::vec(1u16..6, 1..20), seed: u64,
        ) {
            let order = asked(&repeats, Order::Shuffled { seed });
            let mut sorted = order.clone();
            sorted.sort_unstable();
            let all: Vec<(usize, u16)> =
                repeats.iter().enumerate().flat_map(|(at, &n)| (1..=n).map(move |k| (at, k))).collect();
            prop_assert_eq!(sorted, all);
            for prompt in 0..repeats.len() {
                let turns: Vec<u16> =
                    order.iter().filter(|(at, _)| *at == prompt).map(|&(_, turn)| turn).collect();
                prop_assert!(turns.is_sorted());
            }
            // Two readings of one prompt meet only when nothing else is left.
            if let Some(at) = order.windows(2).position(|pair| pair[0].0 == pair[1].0) {
                prop_assert!(order[at..].iter().all(|(prompt, _)| *prompt == order[at].0));
            }
        }
    }
}
