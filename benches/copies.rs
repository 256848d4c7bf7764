//! How long the search for copies takes, and how much memory, on synthetic fingerprints.
//!
//! `cargo bench --bench copies [WORDS]`: takes are searched and added until the index has so many words, as a check does
//! with a batch of its takes; then ten times as many are searched alone. One take in a hundred is a copy of an earlier
//! one, cut and with noise.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a bench reads its argument and prints its table"
)]

use booth::quality::{Fingerprint, NearIndex};
use std::time::Instant;

/// Numbers from a seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.next() % limit
    }
}

/// Words that change slowly, as those of speech do: a few bits from one to the next.
fn sound(random: &mut Random) -> Vec<u32> {
    let mut word = random.next() & 0x3fff_ffff;
    let length = 80 + random.below(140);
    let change = |_| {
        for _ in 0..random.below(8) {
            word ^= 1 << random.below(30);
        }
        word
    };
    (0..length).map(change).collect()
}

/// What a search gave.
#[derive(Default)]
struct Score {
    copies: u32,
    found: u32,
    wrong: u32,
}

struct Search {
    random: Random,
    index: NearIndex,
    recent: Vec<(u64, Vec<u32>)>,
    takes: u64,
    score: Score,
}

impl Search {
    /// Searches the next take, and adds it if `add`.
    fn take(&mut self, add: bool) {
        let take = self.takes;
        self.takes += 1;
        let random = &mut self.random;
        let is_copy = take % 100 == 99 && !self.recent.is_empty();
        let copy = is_copy.then(|| random.below(self.recent.len() as u32) as usize);
        let words = match copy {
            Some(at) => {
                let mut words = self.recent[at].1[random.below(20) as usize..].to_vec();
                for word in &mut words {
                    for _ in 0..random.below(7) {
                        *word ^= 1 << random.below(30);
                    }
                }
                words
            }
            None => sound(random),
        };
        let fingerprint = Fingerprint::from_words(&words);
        self.score.copies += u32::from(is_copy);
        match (self.index.find(&fingerprint).first(), copy) {
            (Some(&(owner, ber)), Some(at)) if owner == self.recent[at].0 && ber < 0.15 => {
                self.score.found += 1;
            }
            (Some(&(_, ber)), _) if ber < 0.15 => self.score.wrong += 1,
            _ => {}
        }
        if add {
            self.index.insert(take, &fingerprint);
            if copy.is_none() && take.is_multiple_of(50) {
                self.recent.push((take, words));
            }
        }
    }

    fn tell(&mut self, what: &str, takes: u64, seconds: f64) {
        let Score { copies, found, wrong } = std::mem::take(&mut self.score);
        println!(
            "{takes} takes {what} in {seconds:.2} s, {:.1} us each; {:.1} MB; {found} of {copies} copies found, {wrong} wrong",
            seconds * 1e6 / takes.max(1) as f64,
            self.index.bytes() as f64 / 1e6
        );
    }
}

fn main() {
    let asked = std::env::args().skip(1).find_map(|arg| arg.parse().ok());
    let words: usize = asked.unwrap_or(400_000);
    let (random, index) = (Random(1), NearIndex::with_capacity(words));
    let mut search = Search { random, index, recent: Vec::new(), takes: 0, score: Score::default() };
    let start = Instant::now();
    while search.index.len() < words {
        search.take(true);
    }
    let batch = search.takes;
    search.tell("searched and added", batch, start.elapsed().as_secs_f64());
    let start = Instant::now();
    for _ in 0..batch * 10 {
        search.take(false);
    }
    search.tell("searched", batch * 10, start.elapsed().as_secs_f64());
}
