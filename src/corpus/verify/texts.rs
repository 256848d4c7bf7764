//! Manifests made again from the catalogue and compared with the files, byte by byte, as they come.

use super::Fault;
use super::audio::Also;
use crate::corpus::catalogue::Row;
use crate::corpus::format::Sink;
use crate::digest::{Hasher, Sha256};
use crate::error::{Error, Result};
use crate::fsio::{self, SeekingFile};
use std::collections::{BTreeMap, VecDeque};
use std::io::{BufReader, Read, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

/// The most files that are open at a time; a corpus of many languages has more manifests than a process may open.
const MOST_OPEN: usize = 64;

/// A [`Sink`] that compares what it gets with the files that are there.
///
/// Files that are as many as utterances are only noted: whoever looks at the row's audio looks at them too.
pub struct Compared<'a> {
    dir: &'a Path,
    files: BTreeMap<String, Comparison>,
    /// The files that are open, the longest open one first.
    open: VecDeque<String>,
    also: Vec<Also>,
}

/// What came of one file.
pub struct Outcome {
    /// Digest of the file's bytes.
    pub sha256: Sha256,
    /// Whether there is such a file.
    pub is_there: bool,
    /// Whether it has exactly the bytes that it should have.
    pub is_equal: bool,
    /// The first difference.
    pub fault: Option<Fault>,
}

struct Comparison {
    path: PathBuf,
    is_there: bool,
    input: Option<BufReader<SeekingFile>>,
    /// The bytes that were read.
    at: u64,
    hasher: Hasher,
    line: u64,
    fault: Option<Fault>,
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.split(|byte| *byte == b'\n').count() as u64 - 1
}

impl Comparison {
    /// Reads up to `wanted` bytes, hashing them; fewer only at the end of the file.
    fn read(&mut self, wanted: usize) -> Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(wanted);
        if self.is_there && self.input.is_none() {
            let mut file = fsio::open_seeking(&self.path, fsio::MOST_STREAMED)?;
            let found = file.seek(SeekFrom::Start(self.at));
            found.map_err(|error| Error::io("read", &self.path, error))?;
            self.input = Some(BufReader::new(file));
        }
        if let Some(input) = &mut self.input {
            let read = input.take(wanted as u64).read_to_end(&mut bytes);
            read.map_err(|error| Error::io("read", &self.path, error))?;
        }
        self.at += bytes.len() as u64;
        self.hasher.update(&bytes);
        Ok(bytes)
    }
}

impl<'a> Compared<'a> {
    /// Creates a sink over the corpus in `dir`.
    pub fn new(dir: &'a Path) -> Self {
        Self { dir, files: BTreeMap::new(), open: VecDeque::new(), also: Vec::new() }
    }

    /// Returns what is to be where because of the rows since the last call.
    pub fn also(&mut self) -> Vec<Also> {
        std::mem::take(&mut self.also)
    }

    /// Closes the file that was opened first, when there are more than may be; it goes on where it is.
    fn close_one(&mut self) {
        if self.open.len() > MOST_OPEN
            && let Some(first) = self.open.pop_front()
            && let Some(file) = self.files.get_mut(&first)
        {
            file.input = None;
        }
    }

    /// Returns what came of each file that should be there.
    pub fn finish(self) -> Result<Vec<(String, Outcome)>> {
        let mut outcomes = Vec::new();
        for (name, mut file) in self.files {
            let is_there = file.is_there;
            loop {
                let rest = file.read(16 * 1024)?;
                if rest.is_empty() {
                    break;
                }
                if file.fault.is_none() {
                    file.fault = Some(
                        Fault::new("manifest", &*name, "it goes on after all utterances").at(file.line + 1),
                    );
                }
            }
            file.input = None;
            let is_equal = is_there && file.fault.is_none();
            outcomes.push((
                name,
                Outcome { sha256: file.hasher.finish(), is_there, is_equal, fault: file.fault },
            ));
        }
        Ok(outcomes)
    }
}

impl Sink for Compared<'_> {
    fn append(&mut self, path: &str, text: &str) -> Result<()> {
        if !self.files.contains_key(path) {
            let full = self.dir.join(path);
            let is_there = fsio::is_file(&full)?;
            let missing = || Fault::new("missing", path, "the manifest is missing, or is no plain file");
            let comparison = Comparison {
                path: full,
                is_there,
                input: None,
                at: 0,
                hasher: Hasher::new(),
                line: 0,
                fault: (!is_there).then(missing),
            };
            self.files.insert(path.to_owned(), comparison);
        }
        let Some(file) = self.files.get_mut(path) else { return Ok(()) };
        if file.is_there && file.input.is_none() {
            self.open.push_back(path.to_owned());
        }
        let found = file.read(text.len())?;
        if file.fault.is_none() && found != text.as_bytes() {
            let same = found.iter().zip(text.as_bytes()).take_while(|(a, b)| a == b).count();
            let before = newlines(&text.as_bytes()[..same]);
            let line = |bytes: &[u8]| -> String {
                let start = bytes[..same.min(bytes.len())].iter().rposition(|byte| *byte == b'\n');
                let rest = &bytes[start.map_or(0, |at| at + 1)..];
                let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
                String::from_utf8_lossy(&rest[..end]).into_owned()
            };
            let fault = Fault::new("manifest", path, "it is not what follows from the catalogue")
                .at(file.line + before + 1)
                .differs(line(text.as_bytes()), line(&found));
            file.fault = Some(fault);
        }
        file.line += newlines(text.as_bytes());
        self.close_one();
        Ok(())
    }

    fn file(&mut self, path: &str, text: &str) -> Result<()> {
        self.also.push(Also { path: path.to_owned(), text: Some(text.to_owned()) });
        Ok(())
    }

    fn link(&mut self, path: &str, _row: &Row) -> Result<()> {
        self.also.push(Also { path: path.to_owned(), text: None });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_manifests_than_may_be_open_are_compared_as_well() {
        let dir = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..3 * MOST_OPEN).map(|n| format!("manifest-{n}")).collect();
        for (at, name) in names.iter().enumerate() {
            let last = if at == 7 { "changed\n" } else { "two\n" };
            fsio::write_new(&dir.path().join(name), format!("one\n{last}").as_bytes()).unwrap();
        }
        let mut compared = Compared::new(dir.path());
        for line in ["one\n", "two\n"] {
            for name in &names {
                compared.append(name, line).unwrap();
                let open = compared.files.values().filter(|file| file.input.is_some()).count();
                assert!(open <= MOST_OPEN && open == compared.open.len(), "{open}");
            }
        }
        let outcomes = compared.finish().unwrap();
        assert_eq!(outcomes.len(), names.len());
        for (name, outcome) in outcomes {
            let is_good = name != names[7];
            assert_eq!(outcome.is_equal, is_good, "{name}");
            assert_eq!(outcome.fault.and_then(|fault| fault.line), (!is_good).then_some(2), "{name}");
            let text = if is_good { "one\ntwo\n" } else { "one\nchanged\n" };
            assert_eq!(outcome.sha256, Sha256::of(text), "{name}");
        }
    }
}
