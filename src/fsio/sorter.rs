//! Records put in byte order with a bounded amount of memory, however many there are.

use super::spool::{Records, Spool, Spooled};
use crate::error::Result;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;
use std::path::Path;

/// Bytes of records that are held before they are sorted and laid aside.
const HELD: usize = 256 * 1024;
/// Bytes of a run that are read at a time: there may be many runs.
const RUN_BLOCK: usize = 8 * 1024;
/// What a record costs beside its bytes.
const OVERHEAD: usize = size_of::<Place>();

/// Takes records in any order.
///
/// Runs that fit the memory are sorted and laid aside in a file without a name; few records never touch the disk.
#[derive(Debug)]
pub struct Sorter {
    most: usize,
    held: Held,
    spool: Spool,
    runs: Vec<Range<u64>>,
    count: u64,
}

/// Records in byte order; equal ones stand together. It can be gone over any number of times.
#[derive(Debug)]
pub struct Sorted {
    held: Held,
    spooled: Spooled,
    runs: Vec<Range<u64>>,
    count: u64,
}

/// Records in memory, end to end: one allocation each would cost as much as a short record.
#[derive(Debug, Default)]
struct Held {
    bytes: Vec<u8>,
    places: Vec<Place>,
}

/// Where a record begins and ends.
#[derive(Debug, Clone, Copy)]
struct Place(u32, u32);

impl Held {
    fn push(&mut self, record: &[u8]) {
        let start = self.bytes.len() as u32;
        self.bytes.extend_from_slice(record);
        self.places.push(Place(start, self.bytes.len() as u32));
    }

    /// Returns what it costs.
    fn size(&self) -> usize {
        self.bytes.len() + self.places.len() * OVERHEAD
    }

    fn at(&self, place: Place) -> &[u8] {
        &self.bytes[place.0 as usize..place.1 as usize]
    }

    fn sort(&mut self) {
        let Self { bytes, places } = self;
        places.sort_unstable_by_key(|place| &bytes[place.0 as usize..place.1 as usize]);
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.places.clear();
    }
}

impl Sorter {
    /// Begins without records; files will be in the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        Self::with_memory(scratch, HELD)
    }

    /// Begins without records, of which `most` bytes may be held.
    fn with_memory(scratch: &Path, most: usize) -> Self {
        Self { most, held: Held::default(), spool: Spool::new(scratch), runs: Vec::new(), count: 0 }
    }

    /// Takes a record.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the scratch folder refuses.
    pub fn push(&mut self, record: &[u8]) -> Result<()> {
        self.count += 1;
        if self.held.size() + record.len() + OVERHEAD >= self.most {
            self.lay_aside()?;
            if record.len() + OVERHEAD >= self.most {
                // A run of its own.
                let start = self.spool.end();
                self.spool.push(record)?;
                self.runs.push(start..self.spool.end());
                return Ok(());
            }
        }
        self.held.push(record);
        Ok(())
    }

    fn lay_aside(&mut self) -> Result<()> {
        if self.held.places.is_empty() {
            return Ok(());
        }
        self.held.sort();
        let start = self.spool.end();
        for &place in &self.held.places {
            self.spool.push(self.held.at(place))?;
        }
        self.held.clear();
        self.runs.push(start..self.spool.end());
        Ok(())
    }

    /// Ends the taking.
    pub fn finish(mut self) -> Sorted {
        self.held.sort();
        self.held.bytes.shrink_to_fit();
        self.held.places.shrink_to_fit();
        Sorted { held: self.held, spooled: self.spool.finish(), runs: self.runs, count: self.count }
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
        self.spooled.held_bytes() + self.held.size()
    }

    /// Returns the records in order; after an error there are no more.
    pub fn records(&self) -> Merge<'_> {
        let run =
            |run: &Range<u64>| Source::Run(Box::new(self.spooled.records_by(RUN_BLOCK, run.start)), run.end);
        let mut sources: Vec<Source<'_>> = self.runs.iter().map(run).collect();
        sources.push(Source::Held(&self.held, self.held.places.iter()));
        let mut merge = Merge { sources, heads: BinaryHeap::new(), failure: None };
        for at in 0..merge.sources.len() {
            merge.advance(at);
        }
        merge
    }
}

#[derive(Debug)]
enum Source<'a> {
    /// The records of a run, and where it ends.
    Run(Box<Records<'a>>, u64),
    Held(&'a Held, std::slice::Iter<'a, Place>),
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
            Source::Held(held, places) => Ok(places.next().map(|&place| held.at(place).to_vec())),
            Source::Run(records, end) if records.place() >= *end => Ok(None),
            Source::Run(records, _) => {
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
                sorter.push(record).unwrap();
                prop_assert!(sorter.held.size() < most);
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
        let outcome = (0..5u8).try_for_each(|n| sorter.push(&vec![n; 1 << 16]));
        assert_eq!(outcome.unwrap_err().kind(), crate::ErrorKind::Io);
    }
}
