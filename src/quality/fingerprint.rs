//! Fingerprints of speech, and the search for recordings that sound the same.
//!
//! After Haitsma and Kalker, "A Highly Robust Audio Fingerprinting System" (ISMIR 2002): a bit is the sign of the
//! change in time of the level difference of two neighbouring bands. Instead of spectra of their own it takes the
//! bands of the frame grid, smoothed over 120 ms, at two distances in time, which makes 30 bits each 20 ms.

use super::measure::{BANDS, FrameGrid};

/// Pairs of neighbouring bands, from 120 Hz to 4 kHz: what a telephone keeps.
const PAIRS: usize = 15;
/// Frames that are averaged, half before and half after.
const SMOOTH: usize = 12;
/// Distances of the compared moments, in frames to either side.
const REACHES: [usize; 2] = [3, 10];
/// Bits of a word.
const BITS: usize = PAIRS * REACHES.len();
/// Frames from word to word.
const STEP: usize = 2;
/// Words of the shortest fingerprint: 0.8 s from the first to the last speech frame.
pub const LEAST_WORDS: usize = 40;
/// The least certain bits of a word, which a search tries both ways.
const WEAK: usize = 3;
/// Bytes of a word that is kept, with its least certain bits.
const WRITTEN: usize = size_of::<u32>() + WEAK;

/// The sound of a take from its first to its last speech, in 200 bytes a second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    words: Vec<u32>,
    /// The least certain bits of each word, the least certain first.
    weak: Vec<[u8; WEAK]>,
}

impl Fingerprint {
    /// Takes the fingerprint of a grid with speech marks; `None` for less than 0.8 s from first to last speech.
    pub fn of(grid: &FrameGrid) -> Option<Self> {
        let first = grid.speech().iter().position(|&speech| speech)?;
        let last = grid.speech().iter().rposition(|&speech| speech)?;
        if (last - first) / STEP + 1 < LEAST_WORDS {
            return None;
        }
        let slopes = slopes(grid.bands());
        let frames = slopes.len();
        let (mut words, mut weak) = (Vec::new(), Vec::new());
        for frame in (first..=last).step_by(STEP) {
            let mut changes = [0f32; BITS];
            for (changes, reach) in changes.chunks_exact_mut(PAIRS).zip(REACHES) {
                let (early, late) = (frame.saturating_sub(reach), (frame + reach).min(frames - 1));
                for ((change, early), late) in changes.iter_mut().zip(&slopes[early]).zip(&slopes[late]) {
                    *change = late - early;
                }
            }
            words.push(changes.iter().fold(0, |word, &change| word << 1 | u32::from(change > 0.0)));
            weak.push(weakest(&changes));
        }
        Some(Self { words, weak })
    }

    /// Makes a fingerprint of words of 30 bits, of which none is less certain than another.
    pub fn from_words(words: Vec<u32>) -> Self {
        let weak = vec![[0, 1, 2]; words.len()];
        Self { words, weak }
    }

    /// Returns the number of words, one each 20 ms.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Adds it to `bytes`, 7 bytes a word, to be kept while a program runs.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        for (word, weak) in self.words.iter().zip(&self.weak) {
            bytes.extend_from_slice(&word.to_le_bytes());
            bytes.extend_from_slice(weak);
        }
    }

    /// Returns the number of words that [`Fingerprint::write`] wrote into so many bytes.
    pub fn words_in(bytes: usize) -> usize {
        bytes / WRITTEN
    }

    /// Makes it of what [`Fingerprint::write`] wrote; bytes that are not a whole word are left out.
    pub fn read(bytes: &[u8]) -> Self {
        let (mut words, mut weak) = (Vec::new(), Vec::new());
        for &[a, b, c, d, bits @ ..] in bytes.as_chunks::<WRITTEN>().0 {
            words.push(u32::from_le_bytes([a, b, c, d]));
            weak.push(bits);
        }
        Self { words, weak }
    }
}

/// The differences of neighbouring bands, in dB, averaged in time.
fn slopes(bands: &[f32]) -> Vec<[f32; PAIRS]> {
    let frames = bands.len() / BANDS;
    let mut rest = bands.chunks_exact(BANDS);
    // The sums of all frames before each, as far back as a mean reaches.
    let mut sums = [[0f64; PAIRS]; SMOOTH + 1];
    let mut summed = 0;
    let mean = |frame: usize| {
        let (from, to) = (frame.saturating_sub(SMOOTH / 2), (frame + SMOOTH / 2).min(frames));
        for frame in rest.by_ref().take(to - summed) {
            let mut sum = sums[summed % sums.len()];
            for (sum, pair) in sum.iter_mut().zip(frame.windows(2)) {
                *sum += f64::from(pair[1]) - f64::from(pair[0]);
            }
            summed += 1;
            sums[summed % sums.len()] = sum;
        }
        let (first, last) = (&sums[from % sums.len()], &sums[to % sums.len()]);
        std::array::from_fn(|pair| ((last[pair] - first[pair]) / (to - from) as f64) as f32)
    };
    (0..frames).map(mean).collect()
}

/// The bits with the least change, the least first.
fn weakest(changes: &[f32; BITS]) -> [u8; WEAK] {
    let mut weak = [(f32::MAX, 0); WEAK];
    for (bit, change) in changes.iter().enumerate() {
        let mut own = (change.abs(), (BITS - 1 - bit) as u8);
        for slot in &mut weak {
            if own.0 < slot.0 {
                std::mem::swap(slot, &mut own);
            }
        }
    }
    weak.map(|(_, bit)| bit)
}

/// A word of every so many is found again; the search asks for all.
const KEPT: usize = 2;
/// Words that a search looks at for one key: a sound that everybody makes finds nobody.
const CHAIN: usize = 24;
/// The places of earlier takes that are compared bit by bit, those with the most common words first.
const COMPARED: usize = 12;
/// Words that a place is moved by to find the best fit.
const SLIDE: i64 = 2;
/// Share of the shorter recording that both must have.
const OVERLAP: f64 = 0.6;
/// Differences of the bits from here up are chance: the same sentence read again has 0.2 to 0.45, codecs leave 0.14.
const GREATEST_BER: f64 = 0.35;
/// Words that rhyme have less in a recording of a second or so: it has to be more alike.
const GREATEST_SHORT_BER: f64 = 0.12;
/// Words in common from which on a recording is not short.
const LONG: usize = 60;

/// No word.
const NONE: u32 = u32::MAX;

/// Fingerprints that can be searched: some 10 bytes a word. Time grows in proportion to the number of takes, as
/// long as sounds differ.
#[derive(Debug, Clone, Default)]
pub struct NearIndex {
    /// The words of all takes, one after the other.
    words: Vec<u32>,
    /// Owner and first word of each take, in order.
    takes: Vec<(u64, usize)>,
    /// The latest kept word of each hash, as its number.
    heads: Vec<u32>,
    /// The kept word before of the same hash.
    before: Vec<u32>,
}

impl NearIndex {
    /// Creates an index with room for `words` words of fingerprints; it grows when there are more.
    pub fn with_capacity(words: usize) -> Self {
        let kept = words / KEPT;
        Self {
            words: Vec::with_capacity(words),
            takes: Vec::new(),
            heads: vec![NONE; slots(kept)],
            before: Vec::with_capacity(kept),
        }
    }

    /// Remembers the fingerprint of `owner`.
    pub fn insert(&mut self, owner: u64, fingerprint: &Fingerprint) {
        self.takes.push((owner, self.words.len()));
        self.words.extend(&fingerprint.words);
        // Numbers of words have 32 bits: two and a half years of speech.
        let kept = (self.words.len() / KEPT).min(NONE as usize);
        if kept > self.heads.len() {
            self.heads = vec![NONE; slots(kept)];
            self.before.clear();
        }
        for number in self.before.len()..kept {
            let slot = self.slot(self.words[number * KEPT]);
            self.before.push(std::mem::replace(&mut self.heads[slot], number as u32));
        }
    }

    /// Returns the bytes that the index holds.
    pub fn bytes(&self) -> usize {
        let numbers = self.words.capacity() + self.heads.capacity() + self.before.capacity();
        numbers * size_of::<u32>() + self.takes.capacity() * size_of::<(u64, usize)>()
    }

    /// Returns the owners of the earlier fingerprints that are alike, and the share of bits that differ: the most alike
    /// first, the earliest among equals.
    pub fn find(&self, own: &Fingerprint) -> Vec<(u64, f64)> {
        if self.heads.is_empty() {
            return Vec::new();
        }
        let mut places = Vec::new();
        for (at, (&word, weak)) in own.words.iter().zip(&own.weak).enumerate() {
            for flips in 0..1u32 << WEAK {
                let flip = |key, (n, &bit): (usize, &u8)| key ^ ((flips >> n & 1) << bit);
                self.places_of(weak.iter().enumerate().fold(word, flip), at, &mut places);
            }
        }
        let mut alike: Vec<(u64, f64)> = most_common(places)
            .into_iter()
            .filter_map(|(take, from)| {
                let (owner, start) = self.takes[take];
                let end = self.takes.get(take + 1).map_or(self.words.len(), |next| next.1);
                let other = &self.words[start..end];
                let fits =
                    (from - SLIDE..=from + SLIDE).filter_map(|from| error_rate(&own.words, other, from));
                Some((owner, fits.min_by(f64::total_cmp)?))
            })
            .collect();
        alike.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        alike
    }

    /// Returns the number of words of all takes.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Adds the places of earlier takes that have the word `key` where the own take has it at `at`.
    fn places_of(&self, key: u32, at: usize, places: &mut Vec<(usize, i64)>) {
        let mut number = self.heads[self.slot(key)];
        for _ in 0..CHAIN {
            if number == NONE {
                return;
            }
            let word = number as usize * KEPT;
            if self.words[word] == key {
                let take = self.takes.partition_point(|take| take.1 <= word) - 1;
                places.push((take, (word - self.takes[take].1) as i64 - at as i64));
            }
            number = self.before[number as usize];
        }
    }

    fn slot(&self, key: u32) -> usize {
        // Fibonacci hashing: the upper bits of a product mix all bits of the key.
        let mixed = u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 32) as usize & (self.heads.len() - 1)
    }
}

/// Places of the hash table for so many kept words.
fn slots(kept: usize) -> usize {
    (kept * 2).next_power_of_two().max(1 << 12)
}

/// The places that were found most often, the most frequent first.
fn most_common(mut places: Vec<(usize, i64)>) -> Vec<(usize, i64)> {
    places.sort_unstable();
    let mut counted: Vec<(usize, (usize, i64))> =
        places.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
    counted.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    counted.truncate(COMPARED);
    counted.into_iter().map(|(_, place)| place).collect()
}

/// The share of bits that differ when `own` begins at word `from` of `other`, or `None` when they have too little
/// in common or differ by chance.
fn error_rate(own: &[u32], other: &[u32], from: i64) -> Option<f64> {
    let cut = |skip: i64| usize::try_from(skip).unwrap_or(0);
    let (own_part, other_part) = (own.get(cut(-from)..)?, other.get(cut(from)..)?);
    let common = own_part.len().min(other_part.len());
    if (common as f64) < OVERLAP * own.len().min(other.len()) as f64 || common < LEAST_WORDS / 2 {
        return None;
    }
    let differing: u32 = own_part.iter().zip(other_part).map(|(a, b)| (a ^ b).count_ones()).sum();
    let ber = f64::from(differing) / (common * BITS) as f64;
    (ber < if common < LONG { GREATEST_SHORT_BER } else { GREATEST_BER }).then_some(ber)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::agreement::voice::Voice;
    use crate::quality::{Meter, MeterSpec};
    use crate::units::SampleRate;

    /// Numbers from a seed.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % limit
        }
    }

    /// Six to eight vowels of changing pitch, length and distance.
    fn speech(seed: u64, noise_db: f64) -> Vec<f32> {
        let mut random = Random(seed);
        let (mut at, mut words) = (0.4, Vec::new());
        for _ in 0..6 + random.below(3) {
            let length = 0.15 + random.below(25) as f64 / 100.0;
            words.push((at, length, 90.0 + random.below(90) as f64, random.below(5) as usize));
            at += length + random.below(20) as f64 / 100.0;
        }
        let voice = Voice {
            rate: 16_000,
            length_s: at + 0.4,
            words,
            peak_db: -6.0,
            noise_db: Some(noise_db),
            dc: 0.0,
            clip: (-1.0, 1.0),
            after: 1.0,
            seed: seed + 1,
            letters: None,
        };
        voice.speak()
    }

    fn fingerprint(samples: &[f32]) -> Option<Fingerprint> {
        let rate = SampleRate::new(16_000).unwrap();
        let mut meter = Meter::new(MeterSpec { rate, bits: 16, channels: 1, channel: 0, integer: true });
        meter.push(samples);
        Fingerprint::of(&meter.finish_with_grid().1)
    }

    #[test]
    fn copies_are_found_whatever_was_done_to_them_and_other_readings_are_not() {
        let mut index = NearIndex::default();
        for seed in 0..60 {
            let own = fingerprint(&speech(seed, -60.0)).unwrap();
            let near = index.find(&own);
            assert!(near.first().is_none_or(|near| near.1 > 0.2), "{seed}: {near:?}");
            index.insert(seed, &own);
        }
        for seed in [3, 31, 59] {
            let samples = speech(seed, -60.0);
            let late: Vec<f32> = std::iter::repeat_n(0.0, 592).chain(samples.iter().copied()).collect();
            let copies: [(&str, Vec<f32>); 4] = [
                ("quieter", samples.iter().map(|sample| sample * 0.25).collect()),
                ("37 ms later", late),
                ("cut", samples[samples.len() / 3..].to_vec()),
                ("noisier", speech(seed, -40.0)),
            ];
            for (how, copy) in copies {
                let (owner, ber) = *index.find(&fingerprint(&copy).unwrap()).first().expect(how);
                assert!(owner == seed && ber < 0.2, "{how}: {owner} {ber}");
            }
        }
    }

    #[test]
    fn less_than_a_word_or_two_has_no_fingerprint() {
        let samples = speech(1, -60.0);
        assert_eq!(fingerprint(&samples[..16_000]), None);
        assert_eq!(fingerprint(&[]), None);
        assert_eq!(fingerprint(&vec![0.0; 48_000]), None);
    }

    #[test]
    fn the_search_finds_what_comparing_all_with_all_finds() {
        let mut random = Random(7);
        let mut made = |length: u64| {
            let words: Vec<u32> = (0..length).map(|_| random.below(1 << BITS) as u32).collect();
            Fingerprint::from_words(words)
        };
        let all: Vec<Fingerprint> = (0..3000).map(|n| made(60 + n % 50)).collect();
        let mut index = NearIndex::default();
        for (owner, fingerprint) in all.iter().enumerate() {
            let mut bytes = Vec::new();
            fingerprint.write(&mut bytes);
            assert_eq!(&Fingerprint::read(&bytes), fingerprint);
            index.insert(owner as u64, fingerprint);
        }
        let mut random = Random(8);
        for round in 0..200 {
            let owner = random.below(3000) as usize;
            let mut copy = all[owner].clone();
            // Up to a fifth of the words is cut off; every word but a few has a wrong bit or more.
            let cut = random.below(copy.len() as u64 / 5) as usize;
            copy.words.drain(..cut);
            copy.weak.drain(..cut);
            for word in &mut copy.words {
                for _ in 0..random.below(4) {
                    *word ^= 1 << random.below(BITS as u64);
                }
            }
            let plain = error_rate(&copy.words, &all[owner].words, cut as i64).unwrap();
            assert_eq!(index.find(&copy), [(owner as u64, plain)], "{round}");
        }
        let words: usize = all.iter().map(Fingerprint::len).sum();
        assert!(index.bytes() < 24 * words, "{} for {words} words", index.bytes());
    }
}
