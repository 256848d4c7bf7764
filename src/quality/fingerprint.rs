//! Fingerprints of speech, and the search for recordings that sound the same.
//!
//! After Haitsma and Kalker, "A Highly Robust Audio Fingerprinting System" (ISMIR 2002): a bit is the sign of the
//! change in time of the level difference of two neighbouring bands. Instead of spectra of their own it takes the
//! bands of the frame grid, smoothed over 100 ms, at two distances in time, which makes 30 bits each 20 ms. Noise and codecs
//! turn the bits of small changes, so a bit counts where the change is clear in both recordings.

use super::measure::{BANDS, FrameGrid};

/// Pairs of neighbouring bands, from 120 Hz to 4 kHz: what a telephone keeps.
const PAIRS: usize = 15;
/// Frames that are averaged, half before and half after.
const SMOOTH: usize = 10;
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
/// Changes from here on are clear, dB. Of 79 second readings the most alike differs in 14 % of the bits that are, copies with
/// noise at 15 dB in 9 % (median); of all bits it is 30 and 26 %.
const CLEAR_DB: f32 = 1.0;
/// Bytes of a word that is kept, with its least certain bits.
const WRITTEN: usize = 2 * size_of::<u32>() + WEAK;

/// What a moment sounds like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Word {
    /// Which changes are upwards.
    signs: u32,
    /// Which changes are clear.
    clear: u32,
}

/// The sound of a take from its first to its last speech, in 550 bytes a second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    words: Vec<Word>,
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
            let bits = |is_set: fn(f32) -> bool| {
                changes.iter().fold(0, |bits, &change| bits << 1 | u32::from(is_set(change)))
            };
            words.push(Word {
                signs: bits(|change| change > 0.0),
                clear: bits(|change| change.abs() >= CLEAR_DB),
            });
            weak.push(weakest(&changes));
        }
        Some(Self { words, weak })
    }

    /// Makes a fingerprint of words of 30 bits, all of them clear.
    pub fn from_words(words: &[u32]) -> Self {
        let words: Vec<Word> = words.iter().map(|&signs| Word { signs, clear: (1 << BITS) - 1 }).collect();
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

    /// Adds it to `bytes`, 11 bytes a word, to be kept while a program runs.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        for (word, weak) in self.words.iter().zip(&self.weak) {
            bytes.extend_from_slice(&word.signs.to_le_bytes());
            bytes.extend_from_slice(&word.clear.to_le_bytes());
            bytes.extend_from_slice(weak);
        }
    }

    /// Returns the number of words that [`Fingerprint::write`] wrote into so many bytes.
    pub fn words_in(bytes: usize) -> usize {
        bytes / WRITTEN
    }

    /// Makes it of bytes that may come from anywhere; `None` for what [`Fingerprint::write`] cannot have written.
    pub fn checked(bytes: &[u8]) -> Option<Self> {
        let found = Self::read(bytes);
        let are_whole = bytes.len().is_multiple_of(WRITTEN) && found.len() >= LEAST_WORDS;
        let are_words = found.words.iter().all(|word| (word.signs | word.clear) >> BITS == 0);
        let are_bits = found.weak.iter().flatten().all(|&bit| usize::from(bit) < BITS);
        (are_whole && are_words && are_bits).then_some(found)
    }

    /// Makes it of what [`Fingerprint::write`] wrote; bytes that are not a whole word are left out.
    pub fn read(bytes: &[u8]) -> Self {
        let (mut words, mut weak) = (Vec::new(), Vec::new());
        for &[a, b, c, d, e, f, g, h, bits @ ..] in bytes.as_chunks::<WRITTEN>().0 {
            words.push(Word {
                signs: u32::from_le_bytes([a, b, c, d]),
                clear: u32::from_le_bytes([e, f, g, h]),
            });
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

/// Clear bits of a word that is looked up: with less it is that of a pause, which all takes have.
const LEAST_CLEAR_KEY: u32 = 6;
/// Words that a search looks at for one key: a sound that everybody makes finds nobody.
const CHAIN: usize = 24;
/// Words around a common one by which places are ranked.
const AROUND: usize = 32;
/// The best places of earlier takes, whose takes are compared from end to end.
const COMPARED: usize = 12;
/// Words that a place is moved by to find the best fit.
const SLIDE: i64 = 2;
/// Share of the shorter recording that both must have.
const OVERLAP: f64 = 0.6;
/// Clear bits that two recordings must have in common to be compared.
const LEAST_CLEAR: u32 = 300;
/// Differences of the clear bits from here up are chance.
const GREATEST_BER: f64 = 0.3;
/// In less than 1.5 s a word that is said again, or one that rhymes, has less: a copy has to be more alike.
const GREATEST_SHORT_BER: f64 = 0.09;
/// Words in common from which on recordings are not short.
const LONG: usize = 75;

/// No word.
const NONE: u32 = u32::MAX;

/// Fingerprints that can be searched: some 20 bytes a word. Time grows in proportion to the number of takes, as
/// long as sounds differ.
#[derive(Debug, Clone, Default)]
pub struct NearIndex {
    /// The words of all takes, one after the other.
    words: Vec<Word>,
    /// Owner and first word of each take, in order.
    takes: Vec<(u64, usize)>,
    /// The latest word of each hash, as its number.
    heads: Vec<u32>,
    /// The word before of the same hash.
    before: Vec<u32>,
}

impl NearIndex {
    /// Creates an index with room for `words` words of fingerprints; it grows when there are more.
    pub fn with_capacity(words: usize) -> Self {
        Self {
            words: Vec::with_capacity(words),
            takes: Vec::new(),
            heads: vec![NONE; slots(words)],
            before: Vec::with_capacity(words),
        }
    }

    /// Remembers the fingerprint of `owner`.
    pub fn insert(&mut self, owner: u64, fingerprint: &Fingerprint) {
        self.takes.push((owner, self.words.len()));
        self.words.extend(&fingerprint.words);
        // Numbers of words have 32 bits: two and a half years of speech.
        let words = self.words.len().min(NONE as usize);
        if words > self.heads.len() {
            self.heads = vec![NONE; slots(words)];
            self.before.clear();
        }
        for number in self.before.len()..words {
            let slot = self.slot(self.words[number].signs);
            self.before.push(std::mem::replace(&mut self.heads[slot], number as u32));
        }
    }

    /// Returns the bytes that the index holds.
    pub fn bytes(&self) -> usize {
        let numbers = self.heads.capacity() + self.before.capacity();
        self.words.capacity() * size_of::<Word>()
            + numbers * size_of::<u32>()
            + self.takes.capacity() * size_of::<(u64, usize)>()
    }

    /// Returns the owners of the earlier fingerprints that are alike, and the share of bits that differ: the most alike
    /// first, the earliest among equals.
    pub fn find(&self, own: &Fingerprint) -> Vec<(u64, f64)> {
        if self.heads.is_empty() {
            return Vec::new();
        }
        let mut places = Vec::new();
        for (at, (word, weak)) in own.words.iter().zip(&own.weak).enumerate() {
            if word.clear.count_ones() < LEAST_CLEAR_KEY {
                continue;
            }
            for flips in 0..1u32 << WEAK {
                let flip = |key, (n, &bit): (usize, &u8)| key ^ ((flips >> n & 1) << bit);
                self.places_of(weak.iter().enumerate().fold(word.signs, flip), at, &mut places);
            }
        }
        let mut alike: Vec<(u64, f64)> = self
            .best_places(&own.words, places)
            .into_iter()
            .filter_map(|Place { take, from, .. }| {
                let other = self.words_of(take);
                let fits =
                    (from - SLIDE..=from + SLIDE).filter_map(|from| error_rate(&own.words, other, from));
                Some((self.takes[take].0, fits.min_by(f64::total_cmp)?))
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

    /// Returns the words of a take.
    fn words_of(&self, take: usize) -> &[Word] {
        let end = self.takes.get(take + 1).map_or(self.words.len(), |next| next.1);
        &self.words[self.takes[take].1..end]
    }

    /// Returns the places that are most like `own` around the word in common.
    fn best_places(&self, own: &[Word], mut places: Vec<Place>) -> Vec<Place> {
        places.sort_unstable();
        places.dedup_by_key(|place| (place.take, place.from));
        let mut ranked: Vec<(f64, Place)> = places
            .into_iter()
            .map(|place| {
                let (from, to) = (place.at.saturating_sub(AROUND / 2), place.at + AROUND / 2);
                let own = &own[from..to.min(own.len())];
                let common = in_common(own, self.words_of(place.take), place.from + from as i64);
                // Of few bits none may differ by chance.
                (f64::from(common.differing + 1) / f64::from(common.clear + 1), place)
            })
            .collect();
        ranked.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        ranked.truncate(COMPARED);
        ranked.into_iter().map(|(_, place)| place).collect()
    }

    /// Adds the places of earlier takes that have the word `key` where the own take has it at `at`.
    fn places_of(&self, key: u32, at: usize, places: &mut Vec<Place>) {
        let mut number = self.heads[self.slot(key)];
        for _ in 0..CHAIN {
            if number == NONE {
                return;
            }
            let word = number as usize;
            if self.words[word].signs == key {
                let take = self.takes.partition_point(|take| take.1 <= word) - 1;
                places.push(Place { take, from: (word - self.takes[take].1) as i64 - at as i64, at });
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

/// Places of the hash table for so many words.
fn slots(words: usize) -> usize {
    words.next_power_of_two().max(1 << 12)
}

/// Where an earlier take has a word of the own one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// The number of the earlier take.
    take: usize,
    /// The word of it at which the own take begins; negative where that begins earlier.
    from: i64,
    /// The word of the own take.
    at: usize,
}

/// What two stretches of words have in common.
struct Common {
    words: usize,
    /// Bits that are clear in both.
    clear: u32,
    /// Those of them that differ.
    differing: u32,
}

/// Compares two stretches where `own` begins at word `from` of `other`.
fn in_common(own: &[Word], other: &[Word], from: i64) -> Common {
    let cut = |skip: i64| usize::try_from(skip).unwrap_or(0);
    let own = own.get(cut(-from)..).unwrap_or_default();
    let other = other.get(cut(from)..).unwrap_or_default();
    let mut common = Common { words: own.len().min(other.len()), clear: 0, differing: 0 };
    for (own, other) in own.iter().zip(other) {
        let clear = own.clear & other.clear;
        common.clear += clear.count_ones();
        common.differing += ((own.signs ^ other.signs) & clear).count_ones();
    }
    common
}

/// The share of clear bits that differ when `own` begins at word `from` of `other`, or `None` when they have too little
/// in common or differ by chance.
fn error_rate(own: &[Word], other: &[Word], from: i64) -> Option<f64> {
    let Common { words, clear, differing } = in_common(own, other, from);
    let too_few = (words as f64) < OVERLAP * own.len().min(other.len()) as f64 || words < LEAST_WORDS / 2;
    if too_few || clear < LEAST_CLEAR {
        return None;
    }
    let ber = f64::from(differing) / f64::from(clear);
    (ber < if words < LONG { GREATEST_SHORT_BER } else { GREATEST_BER }).then_some(ber)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::{Meter, MeterSpec};
    use crate::testing::voice::Voice;
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
        let mut meter = Meter::new(MeterSpec::new(rate, 16));
        meter.push(samples);
        Fingerprint::of(&meter.finish_with_grid().1)
    }

    #[test]
    fn copies_are_found_whatever_was_done_to_them_and_other_readings_are_not() {
        let mut index = NearIndex::default();
        for seed in 0..60 {
            let own = fingerprint(&speech(seed, -60.0)).unwrap();
            let near = index.find(&own);
            assert!(near.first().is_none_or(|near| near.1 > 0.15), "{seed}: {near:?}");
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
                assert!(owner == seed && ber < 0.1, "{how}: {owner} {ber}");
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
            Fingerprint::from_words(&words)
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
                    word.signs ^= 1 << random.below(BITS as u64);
                }
            }
            let plain = error_rate(&copy.words, &all[owner].words, cut as i64).unwrap();
            assert_eq!(index.find(&copy), [(owner as u64, plain)], "{round}");
        }
        let words: usize = all.iter().map(Fingerprint::len).sum();
        assert!(index.bytes() < 34 * words, "{} for {words} words", index.bytes());
    }
}
