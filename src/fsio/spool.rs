//! Records laid aside on disk while a program runs, so that its memory does not grow with their number.

use super::seeking::read_at;
use crate::error::{Error, Result};
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Bytes that are held before they are written, and read at a time.
const BLOCK: usize = 64 * 1024;
/// Bytes of the length before a record.
const HEAD: usize = 4;

/// Records that are being laid aside in a file without a name: it is gone when the program ends, however that comes.
///
/// Nothing touches the disk as long as all of it is less than 64 kB.
#[derive(Debug)]
pub struct Spool {
    scratch: PathBuf,
    file: Option<File>,
    /// Where the bytes in memory begin.
    written: u64,
    held: Vec<u8>,
}

/// Records that were laid aside.
#[derive(Debug)]
pub struct Spooled(Spool);

/// The records from a place on, in order.
#[derive(Debug)]
pub struct Records<'a> {
    spooled: &'a Spooled,
    place: u64,
    /// Bytes that are read at a time.
    most: usize,
    block: Vec<u8>,
    /// Where the block begins.
    start: u64,
}

impl Spool {
    /// Begins without records; the file will be in the folder `scratch`.
    pub fn new(scratch: &Path) -> Self {
        Self { scratch: scratch.to_path_buf(), file: None, written: 0, held: Vec::new() }
    }

    /// Lays `record` aside and returns its place; places rise.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the system refuses, or when the record has 4 GB and more.
    pub fn push(&mut self, record: &[u8]) -> Result<u64> {
        let failed = |error, scratch: &Path| refused("write a temporary file in", scratch, error);
        let Ok(length) = u32::try_from(record.len()) else {
            let error = io::Error::other("a record has 4 GB and more");
            return Err(failed(error, &self.scratch));
        };
        // Before it is full, so that the memory for it does not grow beyond a block.
        if self.held.len() + HEAD + record.len() > BLOCK && !self.held.is_empty() {
            self.flush().map_err(|error| failed(error, &self.scratch))?;
        }
        let place = self.end();
        self.held.extend_from_slice(&length.to_le_bytes());
        self.held.extend_from_slice(record);
        if self.held.len() >= BLOCK {
            self.flush().map_err(|error| failed(error, &self.scratch))?;
            self.held.shrink_to(BLOCK);
        }
        Ok(place)
    }

    fn flush(&mut self) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(tempfile::tempfile_in(&self.scratch)?),
        };
        file.write_all(&self.held)?;
        self.written += self.held.len() as u64;
        self.held.clear();
        Ok(())
    }

    /// Returns the place that the next record gets.
    pub fn end(&self) -> u64 {
        self.written + self.held.len() as u64
    }

    /// Ends the laying aside.
    pub fn finish(self) -> Spooled {
        Spooled(self)
    }
}

impl Spooled {
    /// Returns the bytes that are held in memory.
    #[cfg(test)]
    pub fn held_bytes(&self) -> usize {
        self.0.held.len()
    }

    /// Returns the record at `place`.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when it cannot be read, or when there is none at this place.
    pub fn get(&self, place: u64) -> Result<Vec<u8>> {
        let mut head = [0u8; HEAD];
        self.read(place, &mut head)?;
        // Not trusted with memory before the bytes are known to be there.
        let length = u64::from(u32::from_le_bytes(head));
        if place + HEAD as u64 + length > self.end() {
            return Err(self.failed(io::ErrorKind::UnexpectedEof.into()));
        }
        let mut record = vec![0u8; length as usize];
        self.read(place + HEAD as u64, &mut record)?;
        Ok(record)
    }

    /// Returns the records from `place` on, which is 0 for all.
    pub fn records(&self, place: u64) -> Records<'_> {
        self.records_by(BLOCK, place)
    }

    /// Returns them, of which about `most` bytes are in memory at a time.
    pub(super) fn records_by(&self, most: usize, place: u64) -> Records<'_> {
        Records { spooled: self, place, most, block: Vec::new(), start: place }
    }

    fn end(&self) -> u64 {
        self.0.end()
    }

    /// Fills `bytes` with those from `from` on, which may begin in the file and end in memory.
    fn read(&self, from: u64, bytes: &mut [u8]) -> Result<()> {
        let Spool { file, written, held, .. } = &self.0;
        let in_file = written.saturating_sub(from).min(bytes.len() as u64) as usize;
        let (first, last) = bytes.split_at_mut(in_file);
        if let Some(file) = file {
            read_exact_at(file, first, from).map_err(|error| self.failed(error))?;
        }
        let skip = from.saturating_sub(*written) as usize;
        match held.get(skip..skip + last.len()) {
            Some(held) => last.copy_from_slice(held),
            None => return Err(self.failed(io::ErrorKind::UnexpectedEof.into())),
        }
        Ok(())
    }

    fn failed(&self, error: io::Error) -> Error {
        refused("read a temporary file in", &self.0.scratch, error)
    }
}

fn refused(what: &str, scratch: &Path, error: io::Error) -> Error {
    Error::io(what, scratch, error)
        .with_hint("what is measured is laid aside there; set TMPDIR to a folder with room for it")
}

fn read_exact_at(file: &File, mut bytes: &mut [u8], mut from: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match read_at(file, bytes, from)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => {
                bytes = &mut bytes[count..];
                from += count as u64;
            }
        }
    }
    Ok(())
}

impl Records<'_> {
    /// Returns the next record and its place.
    ///
    /// # Errors
    /// As [`Spooled::get`]; the records then end.
    pub fn next_record(&mut self) -> Result<Option<(u64, &[u8])>> {
        let place = self.place;
        if place >= self.spooled.end() {
            return Ok(None);
        }
        // In case of an error.
        self.place = u64::MAX;
        let head = self.bytes(place, HEAD)?;
        let length = u32::from_le_bytes([head[0], head[1], head[2], head[3]]) as usize;
        self.bytes(place, HEAD + length)?;
        self.place = place + (HEAD + length) as u64;
        let at = (place - self.start) as usize + HEAD;
        Ok(Some((place, &self.block[at..at + length])))
    }

    /// Returns the place of the record that comes next.
    pub fn place(&self) -> u64 {
        self.place
    }

    /// Returns the records `most` at a time.
    pub fn groups(mut self, most: usize) -> impl Iterator<Item = Result<Vec<(u64, Vec<u8>)>>> {
        std::iter::from_fn(move || {
            let group: Result<Vec<_>> = self.by_ref().take(most).collect();
            group.map(|group| (!group.is_empty()).then_some(group)).transpose()
        })
    }

    /// Returns bytes of the block, which is read anew from `from` on when they are not in it.
    fn bytes(&mut self, from: u64, count: usize) -> Result<&[u8]> {
        let end = from + count as u64;
        if end > self.spooled.end() {
            return Err(self.spooled.failed(io::ErrorKind::UnexpectedEof.into()));
        }
        if end > self.start + self.block.len() as u64 {
            let length = (self.spooled.end() - from).min(count.max(self.most) as u64);
            self.block.resize(length as usize, 0);
            self.start = from;
            self.spooled.read(from, &mut self.block)?;
        }
        let at = (from - self.start) as usize;
        Ok(&self.block[at..at + count])
    }
}

impl Iterator for Records<'_> {
    type Item = Result<(u64, Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_record().map(|record| record.map(|(place, bytes)| (place, bytes.to_vec()))).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn records_come_back_in_order_and_by_place(
            lengths in prop::collection::vec(prop_oneof![0usize..40, 0usize..9000, 60_000usize..140_000], 0..30),
        ) {
            let dir = tempfile::tempdir().unwrap();
            let records: Vec<Vec<u8>> =
                lengths.iter().enumerate().map(|(n, &length)| (0..length).map(|i| (n * 7 + i) as u8).collect()).collect();
            let mut spool = Spool::new(dir.path());
            let places: Vec<u64> = records.iter().map(|record| spool.push(record).unwrap()).collect();
            let spooled = spool.finish();
            let all: Vec<(u64, Vec<u8>)> = spooled.records(0).map(Result::unwrap).collect();
            let expected: Vec<(u64, Vec<u8>)> = places.iter().copied().zip(records.iter().cloned()).collect();
            prop_assert_eq!(&all, &expected);
            let grouped: Vec<_> = spooled.records(0).groups(7).map(Result::unwrap).collect();
            prop_assert!(grouped.iter().all(|group| (1..=7).contains(&group.len())));
            prop_assert_eq!(&grouped.concat(), &expected);
            for (n, (place, record)) in expected.iter().enumerate().rev() {
                prop_assert_eq!(&spooled.get(*place).unwrap(), record);
                let rest: Vec<(u64, Vec<u8>)> = spooled.records(*place).map(Result::unwrap).collect();
                prop_assert_eq!(&rest, &expected[n..]);
            }
            // The file has no name.
            prop_assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_that_tells_what_to_do() {
        let mut spool = Spool::new(Path::new("/nowhere/at/all"));
        spool.push(&[0; 100]).unwrap();
        let error = spool.push(&vec![0; BLOCK]).unwrap_err();
        assert_eq!(error.kind(), crate::ErrorKind::Io);
        assert!(error.hint().is_some_and(|hint| hint.contains("TMPDIR")), "{error:?}");
        let spooled = Spool::new(Path::new("/nowhere/at/all")).finish();
        assert!(spooled.get(0).is_err() && spooled.records(0).next().is_none());
    }
}
