//! Audio files by the names that tables give them: with or without folder and ending, from whichever folder they go.

use super::folder::{Folder, Problem, ambiguous, parent, safe_name, stem};
use super::found::File;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use unicode_normalization::UnicodeNormalization as _;

/// Folders that tools put audio into, the most usual first; an empty name is the folder of the table.
const USUAL: [&str; 6] = ["wavs", "wav", "clips", "audio", "audios", ""];

/// The audio files below a folder, found by the ends of their paths.
pub(super) struct Clips<'a> {
    folder: &'a Folder,
    dir: &'a str,
    files: Vec<&'a File>,
    /// Digest of the end of a path without its ending, and which file it is.
    ends: Vec<(u64, u32)>,
    /// The folders that names go from, the best first; found out by [`Self::settle`].
    bases: Vec<String>,
    preferred: &'a [&'a str],
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Returns a name with `/` between its folders: tables of Windows have `\`.
fn slashed(name: &str) -> String {
    name.trim().replace('\\', "/")
}

impl<'a> Clips<'a> {
    /// Takes the audio below `dir`; of folders that hold the same names, the `preferred` come first.
    pub fn below(folder: &'a Folder, dir: &'a str, preferred: &'a [&'a str]) -> Self {
        let (mut files, mut ends) = (Vec::new(), Vec::new());
        for (stem, of_stem) in &folder.audio {
            let Some(below) = stem.strip_prefix(dir).filter(|below| dir.is_empty() || below.starts_with('/'))
            else {
                continue;
            };
            let below = below.trim_start_matches('/');
            for file in of_stem {
                let index = files.len() as u32;
                files.push(file);
                ends.push((digest(below), index));
                ends.extend(below.match_indices('/').map(|(at, _)| (digest(&below[at + 1..]), index)));
            }
        }
        ends.sort_unstable();
        Self { folder, dir, files, ends, bases: Vec::new(), preferred }
    }

    /// Returns all files whose paths end in a name, each with the folder that the name goes from.
    fn all(&self, name: &str) -> Vec<(&'a File, String)> {
        let whole: String = name.nfc().collect();
        let mut found: BTreeMap<&str, (&'a File, String)> = BTreeMap::new();
        for (key, with_ending) in [(whole.clone(), false), (stem(name), true)] {
            let wanted = digest(&key);
            let from = self.ends.partition_point(|&(end, _)| end < wanted);
            for &(_, index) in self.ends[from..].iter().take_while(|&&(end, _)| end == wanted) {
                let file = self.files[index as usize];
                let path: String = file.relative.nfc().collect();
                let path = if with_ending { path } else { stem(&path) };
                let Some(base) = path.strip_suffix(&whole) else { continue };
                if base.is_empty() || base.ends_with('/') {
                    found.insert(&file.relative, (file, base.trim_end_matches('/').to_owned()));
                }
            }
        }
        found.into_values().filter(|(_, base)| self.dir.is_empty() || base.len() >= self.dir.len()).collect()
    }

    /// Returns the files of a name, which may begin with folders above the table's, as they were where the table was made.
    fn longest(&self, name: &str) -> Vec<(&'a File, String)> {
        let mut rest = name;
        loop {
            let found = self.all(rest);
            match rest.split_once('/') {
                Some((_, after)) if found.is_empty() => rest = after,
                _ => return found,
            }
        }
    }

    /// Whether a file is where its name says, seen from any folder here.
    pub fn is_whole(name: &str, file: &File) -> bool {
        let (name, path) = (slashed(name), stem(&file.relative));
        let name = name.trim_start_matches("./").nfc().collect::<String>();
        path.ends_with(&name) || path.ends_with(&stem(&name))
    }

    /// Whether a cell names a recording.
    pub fn is_clip(&self, cell: &str) -> bool {
        safe_name(&slashed(cell)).is_ok_and(|name| !self.longest(name).is_empty())
    }

    /// Finds out which folders the names go from, by what is there of them.
    pub fn settle<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in names.map(slashed) {
            let Ok(name) = safe_name(&name) else { continue };
            for (_, base) in self.longest(name) {
                *counts.entry(base).or_insert(0) += 1;
            }
        }
        let rank = |base: &str| {
            let below = base.strip_prefix(self.dir).unwrap_or(base).trim_start_matches('/');
            let all = self.preferred.iter().chain(&USUAL);
            all.into_iter().position(|usual| *usual == below).unwrap_or(usize::MAX)
        };
        let mut bases: Vec<(usize, String)> = counts.into_iter().map(|(base, count)| (count, base)).collect();
        bases.sort_by_key(|(count, base)| (std::cmp::Reverse(*count), rank(base)));
        // Two folders that hold the same, of which neither is the usual one: nobody knows which is meant.
        if let [(most, first), (next, second), ..] = bases.as_slice()
            && 10 * next >= 9 * most
        {
            if rank(second) < rank(first) {
                bases.swap(0, 1);
            } else if rank(first) == usize::MAX {
                bases.clear();
            }
        }
        self.bases = bases.into_iter().map(|(_, base)| base).collect();
    }

    /// Returns the one file of a name.
    ///
    /// The error is the id and the sentence of a finding.
    pub fn find(&self, name: &str) -> Result<&'a File, Problem> {
        let name = slashed(name);
        let safe = safe_name(&name)?;
        let mut found = self.longest(safe);
        for base in &self.bases {
            if found.iter().any(|(_, from)| from == base) {
                found.retain(|(_, from)| from == base);
                break;
            }
        }
        match found.as_slice() {
            [(file, _)] => Ok(file),
            [] => Err(("audio-missing", self.missing(safe))),
            several => {
                let files: Vec<File> = several.iter().map(|(file, _)| (*file).clone()).collect();
                Err(("audio-ambiguous", ambiguous(&files)))
            }
        }
    }

    /// Says that there is no such file, where it was looked for, and what lies there.
    fn missing(&self, name: &str) -> String {
        let shown = name.escape_debug();
        let place = match self.bases.first() {
            Some(base) if !base.is_empty() => format!("in {base}/ and beside the table"),
            _ => "beside the table and in the folders below".to_owned(),
        };
        let other = self.all(&stem(name)).into_iter().map(|(file, _)| file.relative.clone());
        let other: Vec<String> = other.take(3).collect();
        if !other.is_empty() {
            return format!(
                "there is no audio file for `{shown}`, looked for {place}; there is {}",
                other.join(", ")
            );
        }
        format!("there is no audio file for `{shown}`, looked for {place}")
    }

    /// Returns the audio files in the folders of those that were found, which are not among them.
    pub fn unlisted(&self, listed: &BTreeSet<String>) -> Vec<&'a File> {
        let folders: BTreeSet<&str> = listed.iter().map(|path| parent(path)).collect();
        let files = self.files.iter().filter(|file| folders.contains(parent(&file.relative)));
        files.filter(|file| !listed.contains(&file.relative)).copied().collect()
    }

    /// Says what lies in the folder.
    pub fn contents(&self) -> String {
        self.folder.contents()
    }
}
