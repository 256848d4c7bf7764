//! Records put in byte order with a bounded amount of memory, however many there are.

use super::spool::{Records, Spool, Spooled};
use crate::error::Result;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::path::{Path, PathBuf};

/// Bytes of records that are held before they are sorted and laid aside.
const HELD: usize = 2 << 20;
/// What a record costs beside its bytes.
const OVERHEAD: usize = size_of::<Vec<u8>>();

/// Takes records in any order.
///
/// Runs that fit the memory are sorted and laid aside in files without a name; few records never touch the disk.
#[derive(Debug)]
pub struct Sorter {
    scratch: PathBuf,
    most: usize,
    held: Vec<Vec<u8>>,
    bytes: usize,
    runs: Vec<Spooled>,
    count: u64,
}

/// Records in byte order; equal ones stand together. It can be gone over any number of times.
#[derive(Debug)]
pub struct Sorted {
    held: Vec<Vec<u8>>,
    runs: Vec<Spooled>,
    count: u64,
}

impl Sorter {
    /// Begins without records; files will be in the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        Self::with_memory(scratch, HELD)
    }

    /// Begins without records, of which `most` bytes may be held.
    fn with_memory(scratch: &Path, most: usize) -> Self {
        Self { scratch: scratch.to_path_buf(), most, held: Vec::new(), bytes: 0, runs: Vec::new(), count: 0 }
    }

    /// Takes a record.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder refuses.
    pub fn push(&mut self, record: Vec<u8>) -> Result<()> {
        self.bytes += record.len() + OVERHEAD;
        self.held.push(record);
        self.count += 1;
        if self.bytes >= self.most { self.lay_aside() } else { Ok(()) }
    }

    fn lay_aside(&mut self) -> Result<()> {
        self.held.sort_unstable();
        let mut run = Spool::new(&self.scratch);
        for record in self.held.drain(..) {
            run.push(&record)?;
        }
        self.bytes = 0;
        self.runs.push(run.finish());
        Ok(())
    }

    /// Ends the taking.
    pub fn finish(mut self) -> Sorted {
        self.held.sort_unstable();
        self.held.shrink_to_fit();
        Sorted { held: self.held, runs: self.runs, count: self.count }
    }
}

impl Sorted {
    /// Returns the number of records.
    pub fn len(&self) -> u64 {
        self.count
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Returns the bytes that are held in memory.
    #[cfg(test)]
    pub fn held_bytes(&self) -> usize {
        let runs = self.runs.iter().map(Spooled::held_bytes).sum::<usize>();
        runs + self.held.iter().map(|record| record.len() + OVERHEAD).sum::<usize>()
    }

    /// Returns the records in order; after an error there are no more.
    pub fn records(&self) -> Merge<'_> {
        let mut sources: Vec<Source<'_>> =
            self.runs.iter().map(|run| Source::Run(Box::new(run.records(0)))).collect();
        sources.push(Source::Held(self.held.iter()));
        let mut merge = Merge { sources, heads: BinaryHeap::new(), failure: None };
        for at in 0..merge.sources.len() {
            merge.advance(at);
        }
        merge
    }
}

#[derive(Debug)]
enum Source<'a> {
    Run(Box<Records<'a>>),
    Held(std::slice::Iter<'a, Vec<u8>>),
}

/// The records of a [`Sorted`], in order.
#[derive(Debug)]
pub struct Merge<'a> {
    sources: Vec<Source<'a>>,
    /// The next record of each source, and the source's number.
    heads: BinaryHeap<Reverse<(Vec<u8>, usize)>>,
    failure: Option<crate::Error>,
}

impl Merge<'_> {
    fn advance(&mut self, at: usize) {
        let record = match &mut self.sources[at] {
            Source::Held(records) => Ok(records.next().cloned()),
            Source::Run(records) => {
                records.next_record().map(|record| record.map(|(_, bytes)| bytes.to_vec()))
            }
        };
        match record {
            Ok(Some(record)) => self.heads.push(Reverse((record, at))),
            Ok(None) => {}
            Err(error) => self.failure = Some(error),
        }
    }
}

impl Iterator for Merge<'_> {
    type Item = Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failure.take() {
            self.heads.clear();
            self.sources.clear();
            return Some(Err(error));
        }
        let Reverse((record, at)) = self.heads.pop()?;
        self.advance(at);
        Some(Ok(record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn records_come_in_byte_order_and_little_is_held(
            records in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..200),
            most in 1usize..4000,
        ) {
            let dir = tempfile::tempdir().unwrap();
            let mut sorter = Sorter::with_memory(dir.path(), most);
            for record in &records {
                sorter.push(record.clone()).unwrap();
                prop_assert!(sorter.bytes < most);
            }
            let sorted = sorter.finish();
            let mut expected = records;
            expected.sort();
            prop_assert_eq!(sorted.len(), expected.len() as u64);
            for _ in 0..2 {
                let found: Vec<Vec<u8>> = sorted.records().map(Result::unwrap).collect();
                prop_assert_eq!(&found, &expected);
            }
            prop_assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
        }
    }

    #[test]
    fn a_scratch_folder_that_is_not_there_is_an_error() {
        let mut sorter = Sorter::with_memory(Path::new("/nowhere/at/all"), 1 << 17);
        let outcome = (0..5u8).try_for_each(|n| sorter.push(vec![n; 1 << 16]));
        assert_eq!(outcome.unwrap_err().kind(), crate::ErrorKind::Io);
    }
}
