//! Recordings that stand in a check twice, under the same words or under others.
//!
//! The same samples are found by their hash. What only sounds the same is searched by fingerprint, in batches of takes
//! whose index fits in a few megabytes: each batch is compared with itself and with all takes after it.

#![expect(
    clippy::disallowed_types,
    reason = "maps by number, of millions of takes, that nothing walks through in an order that shows"
)]

use super::work::{Job, job_of};
use super::{GROUP, Options};
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio::{Spool, Spooled};
use crate::parallel;
use crate::quality::fingerprint::{Fingerprint, NearIndex};
use crate::quality::{Judgement, Measurements};
use crate::units::rounded;
use serde::Serialize;
use std::collections::HashMap;
use std::path::Path;

/// Words of fingerprints that are searched at a time: those of about 900 takes, just under a power of two.
const BATCH: u64 = 131_000;
/// Batches of the greatest check; those of a greater one grow, since time goes with their number.
const MOST_BATCHES: u64 = 32;

/// How alike two recordings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CopyKind {
    /// The same samples at the same rate.
    Exact,
    /// The same sound: louder, cut, resampled or coded anew.
    Near,
}

/// The earlier recording that a take or file is a copy of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CopyOf {
    /// How alike they are.
    pub kind: CopyKind,
    /// The file of the earlier one.
    pub path: String,
    /// Its words, if they are known.
    pub text: Option<String>,
    /// Whether both have the same words; `None` when those of one are not known.
    pub same_text: Option<bool>,
    /// Whether both are said to be of one speaker; `None` for plain files.
    pub same_speaker: Option<bool>,
    /// The whole story in a sentence.
    pub message: String,
}

/// What is laid aside of a take or file for the search: its name (the hash of its samples, and their rate) and its
/// fingerprint; `None` for empty files and digital silence, which are nobody's copy.
pub(super) fn sound(measured: &Measurements, fingerprint: Option<&Fingerprint>) -> Option<Vec<u8>> {
    let sha256 = measured.pcm_sha256.filter(|_| measured.peak_dbfs.is_some())?;
    let mut record = [&sha256.bytes()[..], &measured.sr.to_le_bytes()].concat();
    if let Some(fingerprint) = fingerprint {
        fingerprint.write(&mut record);
    }
    Some(record)
}

/// Bytes of a name.
const NAME: usize = size_of::<Sha256>() + size_of::<u32>();

/// A record of a sound, after the place of its take.
struct Sound<'a> {
    take: u64,
    name: &'a [u8],
    fingerprint: &'a [u8],
}

impl<'a> Sound<'a> {
    /// Takes a record apart; `None` for one that is too short to be a sound's.
    fn of(record: &'a [u8]) -> Option<Self> {
        let (take, sound) = record.split_first_chunk()?;
        let (name, fingerprint) = sound.split_at_checked(NAME)?;
        Some(Self { take: u64::from_le_bytes(*take), name, fingerprint })
    }

    /// A number for its name that no two names of a corpus share but by chance.
    fn key(&self) -> Option<u64> {
        let (first, rate) = (self.name.first_chunk()?, self.name.last_chunk()?);
        Some(u64::from_le_bytes(*first) ^ u64::from(u32::from_le_bytes(*rate)))
    }
}

/// The sounds of a check, to be searched when all are there.
pub(super) struct Search {
    sounds: Spool,
    words: u64,
}

impl Search {
    pub(super) fn new(scratch: &Path) -> Self {
        Self { sounds: Spool::new(scratch), words: 0 }
    }

    /// Adds the sound of the take that is laid aside at `place`.
    pub(super) fn add(&mut self, place: u64, sound: &[u8]) -> Result<()> {
        self.words += Fingerprint::words_in(sound.len().saturating_sub(NAME)) as u64;
        self.sounds.push(&[&place.to_le_bytes(), sound].concat()).map(|_| ())
    }

    /// Finds the copies among `takes`; some of them when it is stopped.
    pub(super) fn find(self, takes: &Spooled, options: &Options) -> Result<Copies> {
        let batch = BATCH.max(self.words.div_ceil(MOST_BATCHES)) as usize;
        parallel::apart(|| self.find_in(batch, takes, options))
    }

    /// Does so with `batch` words of fingerprints in memory at a time.
    fn find_in(self, batch: usize, takes: &Spooled, options: &Options) -> Result<Copies> {
        let sounds = self.sounds.finish();
        let exact = same_samples(&sounds, takes, options)?;
        let batches = Batches { sounds: &sounds, takes, exact: &exact, words: self.words as usize, options };
        Ok(Copies { near: batches.search(batch)?, exact })
    }
}

/// Finds the takes whose samples were there before: the place of the earlier take of each, or `None` when it is the
/// same take once more, which is no copy.
fn same_samples(sounds: &Spooled, takes: &Spooled, options: &Options) -> Result<HashMap<u64, Option<u64>>> {
    let mut first: HashMap<u64, u64> = HashMap::new();
    let mut exact = HashMap::new();
    let mut records = sounds.records(0);
    while let Some((place, record)) = records.next_record()? {
        if options.stopped() {
            break;
        }
        let Some(sound) = Sound::of(record) else { continue };
        let Some(key) = sound.key() else { continue };
        let known = *first.entry(key).or_insert(place);
        if known != place {
            let known = sounds.get(known)?;
            if let Some(known) = Sound::of(&known).filter(|known| known.name == sound.name) {
                let again = same_take(&job_at(takes, known.take)?, &job_at(takes, sound.take)?);
                exact.insert(sound.take, (!again).then_some(known.take));
            }
        }
    }
    Ok(exact)
}

/// The search for what sounds the same.
struct Batches<'a> {
    sounds: &'a Spooled,
    takes: &'a Spooled,
    exact: &'a HashMap<u64, Option<u64>>,
    /// Words of all fingerprints.
    words: usize,
    options: &'a Options<'a>,
}

/// A take that sounds like an earlier one.
struct Near {
    earlier: u64,
    ber: f64,
}

impl Batches<'_> {
    /// Finds the most alike earlier take of each that has one, with `batch` words in memory at a time.
    fn search(&self, batch: usize) -> Result<HashMap<u64, Near>> {
        let mut all: HashMap<u64, Near> = HashMap::new();
        let mut keep = |take, near: Near| {
            // A tie is for the earlier batch.
            let known = all.entry(take).or_insert(Near { earlier: near.earlier, ber: f64::INFINITY });
            if near.ber < known.ber {
                *known = near;
            }
        };
        let mut begin = Some(0);
        while let Some(from) = begin {
            let mut index = NearIndex::with_capacity(batch.min(self.words));
            let mut records = self.sounds.records(from);
            begin = loop {
                let place = records.place();
                let Some((_, record)) = records.next_record()?.filter(|_| !self.options.stopped()) else {
                    break None;
                };
                if let Some((sound, fingerprint)) = self.wanted(record) {
                    // An index that lacks room for one word would take twice the room.
                    if !index.is_empty() && index.len() + fingerprint.len() > batch {
                        break Some(place);
                    }
                    if let Some(near) = self.nearest(&index, &sound, &fingerprint)? {
                        keep(sound.take, near);
                    }
                    index.insert(sound.take, &fingerprint);
                }
            };
            let Some(from) = begin else { break };
            self.compare(&index, from, &mut keep)?;
        }
        Ok(all)
    }

    /// Compares all sounds from `from` on with those of a batch.
    fn compare(&self, index: &NearIndex, from: u64, mut keep: impl FnMut(u64, Near)) -> Result<()> {
        let mut outcome = Ok(());
        parallel::ordered(
            self.sounds.records(from).groups(GROUP),
            self.options.threads,
            || (),
            |(), _, group| {
                let near = |(_, record): (u64, Vec<u8>)| {
                    let (sound, fingerprint) = self.wanted(&record)?;
                    let near = self.nearest(index, &sound, &fingerprint).transpose()?;
                    Some(near.map(|near| (sound.take, near)))
                };
                group?.into_iter().filter_map(near).collect()
            },
            |_, group: Result<Vec<_>>| {
                outcome = group.map(|group| {
                    for (take, near) in group {
                        keep(take, near);
                    }
                });
                self.options.go_on(&outcome)
            },
        );
        outcome
    }

    /// Takes apart a record whose sound is to be searched: it has a fingerprint, and its samples are not there already.
    fn wanted<'r>(&self, record: &'r [u8]) -> Option<(Sound<'r>, Fingerprint)> {
        let sound = Sound::of(record)?;
        if self.exact.contains_key(&sound.take) || sound.fingerprint.is_empty() {
            return None;
        }
        let fingerprint = Fingerprint::read(sound.fingerprint);
        Some((sound, fingerprint))
    }

    fn nearest(&self, index: &NearIndex, sound: &Sound, own: &Fingerprint) -> Result<Option<Near>> {
        let alike = index.find(own);
        if alike.is_empty() {
            return Ok(None);
        }
        let job = job_at(self.takes, sound.take)?;
        for (earlier, ber) in alike {
            if !same_take(&job_at(self.takes, earlier)?, &job) {
                return Ok(Some(Near { earlier, ber }));
            }
        }
        Ok(None)
    }
}

/// Reads which take or file is laid aside at `place`.
fn job_at(takes: &Spooled, place: u64) -> Result<Job> {
    Ok(job_of(&takes.get(place)?)?.0)
}

/// Says whether both are the same take of the same session, or the same file.
fn same_take(known: &Job, job: &Job) -> bool {
    match (&known.take, &job.take) {
        (Some(known_take), Some(take)) => {
            known_take.session.id == take.session.id && known.path.file_name() == job.path.file_name()
        }
        // One file has many names: `a.wav`, `./a.wav`, a link to it.
        _ => known.path == job.path || same_file(&known.path, &job.path),
    }
}

/// Says whether two paths lead to one file; paths that lead nowhere do not.
fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// The copies of a check, some 50 bytes each.
pub(super) struct Copies {
    exact: HashMap<u64, Option<u64>>,
    near: HashMap<u64, Near>,
}

impl Copies {
    /// Returns the earlier recording that the take at `place` is a copy of.
    pub(super) fn earlier(&self, place: u64, takes: &Spooled) -> Result<Option<Earlier>> {
        let (earlier, ber) = match (self.exact.get(&place), self.near.get(&place)) {
            (Some(exact), _) => (*exact, None),
            (None, Some(near)) => (Some(near.earlier), Some(near.ber)),
            (None, None) => (None, None),
        };
        earlier.map(|earlier| Ok(Earlier { job: job_at(takes, earlier)?, ber })).transpose()
    }
}

/// The earlier recording of a copy.
pub(super) struct Earlier {
    job: Job,
    /// Share of bits of the fingerprints that differ; `None` for the same samples.
    ber: Option<f64>,
}

impl Earlier {
    /// Fills `exact_copy_of`, `near_copy_of` and `near_copy_ber`.
    pub(super) fn apply(earlier: Option<&Self>, measured: &mut Measurements) {
        (measured.exact_copy_of, measured.near_copy_of, measured.near_copy_ber) = (None, None, None);
        let Some(Self { job, ber }) = earlier else { return };
        let path = Some(job.path.display().to_string());
        if ber.is_some() {
            (measured.near_copy_of, measured.near_copy_ber) = (path, ber.map(|ber| rounded(ber, 4)));
        } else {
            measured.exact_copy_of = path;
        }
    }

    /// Tells of a copy that the policy calls one.
    pub(super) fn tell(&self, job: &Job, judgement: &Judgement) -> Option<CopyOf> {
        let found = |id| judgement.findings.iter().any(|finding| finding.id == id);
        let kind = if found("duplicate-exact") {
            CopyKind::Exact
        } else if found("duplicate-near") {
            CopyKind::Near
        } else {
            return None;
        };
        let known = &self.job;
        let path = known.path.display().to_string();
        let same_text = match (&job.text, &known.text) {
            (Some(own), Some(other)) => Some(own == other),
            _ => None,
        };
        let speakers = match (&job.take, &known.take) {
            (Some(take), Some(known)) => Some((&take.session.speaker, &known.session.speaker)),
            _ => None,
        };
        let same_speaker = speakers.map(|(own, other)| own == other);
        let what = match kind {
            CopyKind::Exact => "the same recording",
            CopyKind::Near => "a copy, as it sounds,",
        };
        let mut message = match (same_text, &job.text, &known.text) {
            (Some(false), Some(own), Some(other)) => {
                format!("{what} under two prompts: \"{own}\" here and \"{other}\" in {path}")
            }
            (Some(true), Some(own), _) => format!("{what} twice for one prompt, \"{own}\": also {path}"),
            _ => format!("{what} as {path}"),
        };
        if let Some((own, other)) = speakers.filter(|(own, other)| own != other) {
            message.push_str(&format!(", as another speaker: {own} here and {other} there"));
        }
        Some(CopyOf { kind, path, text: known.text.clone(), same_text, same_speaker, message })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::Policy;
    use crate::recordings::check::measured::Measured;
    use crate::recordings::check::work::{to_record, with_state};
    use crate::recordings::check::{Aside, Ready};

    /// Numbers from a seed.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % limit
        }
    }

    /// A file with its samples and its sound, and the earlier file that it is a copy of.
    struct File {
        path: String,
        samples: String,
        words: Vec<u32>,
        copy_of: Option<(CopyKind, usize)>,
    }

    /// Files of which a fifth are copies of the same samples, a fifth of the same sound, and some are there twice.
    fn files(random: &mut Random, count: usize) -> Vec<File> {
        let mut all: Vec<File> = Vec::new();
        let word = |random: &mut Random| random.below(1 << 30) as u32;
        for n in 0..count {
            let original = |random: &mut Random, all: &[File]| {
                let at = random.below(all.len());
                all[at].copy_of.map_or(at, |(_, original)| original)
            };
            let (path, samples) = (format!("nowhere/{n}.wav"), format!("samples {n}"));
            all.push(match random.below(5) {
                _ if n == 0 => {
                    let words = (0..70).map(|_| word(random)).collect();
                    File { path, samples, words, copy_of: None }
                }
                0 => {
                    let at = original(random, &all);
                    let (samples, words) = (all[at].samples.clone(), all[at].words.clone());
                    File { path, samples, words, copy_of: Some((CopyKind::Exact, at)) }
                }
                1 => {
                    let at = original(random, &all);
                    let mut words = all[at].words.clone();
                    for word in words.iter_mut().step_by(3) {
                        *word ^= 1 << random.below(30);
                    }
                    File { path, samples, words, copy_of: Some((CopyKind::Near, at)) }
                }
                2 if n % 4 == 0 => {
                    let again = &all[original(random, &all)];
                    let (path, samples, words) =
                        (again.path.clone(), again.samples.clone(), again.words.clone());
                    File { path, samples, words, copy_of: None }
                }
                _ => {
                    let words = (0..60 + random.below(50)).map(|_| word(random)).collect();
                    File { path, samples, words, copy_of: None }
                }
            });
        }
        all
    }

    #[test]
    fn copies_are_found_whatever_fits_in_a_batch_and_whoever_helps() {
        let (policy, dir) = (Policy::default(), tempfile::tempdir().unwrap());
        let files = files(&mut Random(3), 400);
        let of_kind =
            |kind| files.iter().filter(|file| file.copy_of.is_some_and(|copy| copy.0 == kind)).count();
        assert!(of_kind(CopyKind::Exact) > 50 && of_kind(CopyKind::Near) > 50);
        for (batch, threads) in [(1, 1), (1, 3), (700, 2), (10_000, 2), (1 << 20, 2)] {
            let options = Options { threads, ..Options::new(&policy, dir.path()) };
            let mut aside = Aside::new(&options);
            for file in &files {
                let measured = Measurements {
                    pcm_sha256: Some(Sha256::of(&file.samples)),
                    peak_dbfs: Some(-3.0),
                    ..Measurements::default()
                };
                let job =
                    Job { path: (&file.path).into(), text: None, locale: "en".parse().unwrap(), take: None };
                let fingerprint = Fingerprint::from_words(&file.words);
                let measured = Measured::known(measured);
                let job = with_state(None, &to_record(&job).unwrap());
                aside.push(&Ready::of(&job, &measured, Some(&fingerprint)).unwrap()).unwrap();
            }
            let takes = aside.takes.finish();
            let copies = aside.search.find_in(batch, &takes, &options).unwrap();
            let places = takes.records(0).map(|record| record.unwrap().0);
            for (n, (place, file)) in places.zip(&files).enumerate() {
                let earlier = copies.earlier(place, &takes).unwrap();
                let found = earlier.map(|Earlier { job, ber }| {
                    (if ber.is_some() { CopyKind::Near } else { CopyKind::Exact }, job.path)
                });
                let expected = file.copy_of.map(|(kind, at)| (kind, (&files[at].path).into()));
                assert_eq!(found, expected, "file {n}, {batch} words, {threads} threads");
            }
        }
    }
}
