//! How long the search for copies takes, and how much memory, on synthetic fingerprints.
//!
//! `cargo bench --bench copies [TAKES]`; one take in a hundred is a copy of an earlier one, cut and with noise.

use booth::quality::fingerprint::{Fingerprint, NearIndex};
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
    let length = 60 + random.below(140);
    let change = |_| {
        for _ in 0..random.below(8) {
            word ^= 1 << random.below(30);
        }
        word
    };
    (0..length).map(change).collect()
}

fn main() {
    let asked = std::env::args().skip(1).find_map(|arg| arg.parse().ok());
    let takes: usize = asked.unwrap_or(100_000);
    let mut random = Random(1);
    let mut index = NearIndex::default();
    let mut recent: Vec<(usize, Vec<u32>)> = Vec::new();
    let (mut found, mut copies, mut wrong) = (0, 0, 0);
    let start = Instant::now();
    let mut part = start;
    for take in 0..takes {
        let copy =
            (take % 100 == 99 && !recent.is_empty()).then(|| random.below(recent.len() as u32) as usize);
        let words = match copy {
            Some(at) => {
                copies += 1;
                let mut words = recent[at].1[random.below(20) as usize..].to_vec();
                for word in &mut words {
                    for _ in 0..random.below(7) {
                        *word ^= 1 << random.below(30);
                    }
                }
                words
            }
            None => sound(&mut random),
        };
        let fingerprint = Fingerprint::from_words(words.clone());
        match (index.find(&fingerprint, |_| true), copy) {
            (Some((owner, ber)), Some(at)) if owner == recent[at].0 && ber < 0.2 => found += 1,
            (Some((_, ber)), _) if ber < 0.2 => wrong += 1,
            _ => {}
        }
        index.insert(take, fingerprint);
        if copy.is_none() && take % 50 == 0 {
            recent.push((take, words));
        }
        if (take + 1) % (takes / 4).max(1) == 0 {
            println!("{:>8} takes: {:.1} s more", take + 1, part.elapsed().as_secs_f64());
            part = Instant::now();
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{takes} takes in {seconds:.1} s, {:.0} us each; {} MB; {found} of {copies} copies found, {wrong} wrong",
        seconds * 1e6 / takes.max(1) as f64,
        index.bytes() / 1_000_000
    );
}
