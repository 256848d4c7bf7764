//! Lists held against takes and utterances.

use super::list::{Entry, read};
use super::{NEAR, Samples};
use crate::digest::Sha256;
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;
use crate::fsio;
use crate::quality::{Fingerprint, NearIndex};
use crate::text::unsafe_line;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// A list that a release was held against, as `corpus.json` names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListDigest {
    /// What is held out.
    pub name: String,
    /// SHA-256 of the list.
    pub sha256: Sha256,
}

impl ListDigest {
    /// Says what is wrong with the name, if anything is.
    pub fn fault(&self) -> Option<String> {
        unsafe_line(&self.name)
    }
}

/// Where something stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The number of the list, from 0.
    list: usize,
    /// The line, from 1.
    line: u64,
}

/// Lists of what is held out, in memory: some 60 bytes for a text, and some 1000 a second for a sound.
#[derive(Debug, Default)]
pub struct Guard {
    lists: Vec<(PathBuf, ListDigest)>,
    texts: BTreeMap<Sha256, Place>,
    samples: BTreeMap<Samples, Place>,
    index: NearIndex,
    /// The owners of the fingerprints in the index.
    owners: Vec<Place>,
    /// Files of recordings that sound like one of the lists, by the digest of their bytes.
    heard: BTreeMap<Sha256, Place>,
}

impl PartialEq for Guard {
    /// Guards of the same lists hold out the same.
    fn eq(&self, other: &Self) -> bool {
        self.digests().eq(other.digests())
    }
}

impl Guard {
    /// Reads lists; one that is given twice counts once.
    ///
    /// # Errors
    /// Those of [`read`]; [`ErrorKind::Io`] when a file cannot be read.
    pub fn open(paths: &[PathBuf]) -> Result<Self> {
        let mut guard = Self::default();
        for path in
            paths.iter().enumerate().filter(|(at, path)| !paths[..*at].contains(path)).map(|(_, path)| path)
        {
            let file = fsio::open_named(path, fsio::MOST_LIST)?;
            guard.add(path, BufReader::new(file)).map_err(|error| error.with_path(path))?;
        }
        Ok(guard)
    }

    fn add(&mut self, path: &Path, input: impl std::io::BufRead) -> Result<()> {
        let list = self.lists.len();
        let (head, sha256) = read(input, &mut |line, entry| {
            let place = Place { list, line };
            match entry {
                Entry::Text(text) => {
                    self.texts.entry(text).or_insert(place);
                }
                Entry::Sound(samples, fingerprint) => {
                    self.samples.entry(samples).or_insert(place);
                    if let Some(fingerprint) = fingerprint {
                        self.index.insert(self.owners.len() as u64, &fingerprint);
                        self.owners.push(place);
                    }
                }
            }
        })?;
        self.lists.push((path.to_path_buf(), ListDigest { name: head.name, sha256 }));
        Ok(())
    }

    /// Returns the lists, in the order in which they were given.
    pub fn digests(&self) -> impl Iterator<Item = &ListDigest> {
        self.lists.iter().map(|(_, digest)| digest)
    }

    /// Says whether there is no list.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Says whether recordings have to be listened to.
    pub fn listens(&self) -> bool {
        !self.owners.is_empty()
    }

    /// Returns where a text is, by [`text_key`](super::text_key).
    pub fn text(&self, key: &Sha256) -> Option<Place> {
        self.texts.get(key).copied()
    }

    /// Returns where a recording is, by its samples.
    pub fn samples(&self, samples: &Samples) -> Option<Place> {
        self.samples.get(samples).copied()
    }

    /// Returns where a recording is that sounds the same.
    pub fn like(&self, fingerprint: &Fingerprint) -> Option<Place> {
        let (owner, ber) = self.index.find(fingerprint).into_iter().next()?;
        self.owners.get(owner as usize).copied().filter(|_| ber < NEAR)
    }

    /// Remembers that the file with this digest sounds like something of a list.
    pub fn note(&mut self, file: Sha256, place: Place) {
        self.heard.insert(file, place);
    }

    /// Returns where a recording is that a file with this digest was found to sound like.
    pub fn heard(&self, file: &Sha256) -> Option<Place> {
        self.heard.get(file).copied()
    }

    /// Says where something is: the file of the list and the line.
    pub fn words(&self, place: Place) -> String {
        match self.lists.get(place.list) {
            Some((path, list)) => format!("`{}`, {}:{}", list.name, path.display(), place.line),
            None => "a list".to_owned(),
        }
    }
}
