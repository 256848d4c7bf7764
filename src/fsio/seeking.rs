//! A file that is read here and there: a look at its head costs one call to the system, not one for each number in it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// Bytes that are read at once when fewer are asked for.
const BLOCK: usize = 4096;

/// A file with a position of its own and its last block in memory.
#[derive(Debug)]
pub struct SeekingFile {
    file: File,
    /// How long it was when it was opened.
    bytes: u64,
    position: u64,
    block: Vec<u8>,
    /// Where the block begins.
    start: u64,
}

impl SeekingFile {
    /// Begins at the first of so many bytes.
    pub(super) fn new(file: File, bytes: u64) -> Self {
        Self { file, bytes, position: 0, block: Vec::new(), start: 0 }
    }

    /// Returns what of the block is at the position.
    fn held(&self) -> &[u8] {
        let at = self.position.checked_sub(self.start).and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| self.block.get(at..)).unwrap_or_default()
    }
}

impl Read for SeekingFile {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut count = self.held().len().min(out.len());
        if count > 0 {
            out[..count].copy_from_slice(&self.held()[..count]);
        } else if out.len() >= BLOCK {
            count = read_at(&self.file, out, self.position)?;
        } else if !out.is_empty() {
            self.start = self.position;
            self.block.resize(BLOCK, 0);
            let filled = read_at(&self.file, &mut self.block, self.position);
            // Nothing is held after an error.
            self.block.truncate(filled.as_ref().copied().unwrap_or(0));
            filled?;
            count = self.block.len().min(out.len());
            out[..count].copy_from_slice(&self.block[..count]);
        }
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for SeekingFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(position) => (position, 0),
            SeekFrom::Current(by) => (self.position, by),
            SeekFrom::End(by) => (self.bytes, by),
        };
        let position = from.checked_add_signed(by);
        self.position = position.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.position)
    }
}

/// Reads what is at `from`, without the file's own position, so that several threads can; not interrupted by signals.
pub(super) fn read_at(file: &File, bytes: &mut [u8], from: u64) -> io::Result<usize> {
    loop {
        #[cfg(unix)]
        let count = std::os::unix::fs::FileExt::read_at(file, bytes, from);
        #[cfg(windows)]
        let count = std::os::windows::fs::FileExt::seek_read(file, bytes, from);
        match count {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            outcome => return outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn it_reads_and_seeks_as_a_file_does(
            length in 0usize..20_000,
            steps in prop::collection::vec((0u8..4, 0usize..9_000), 1..40),
        ) {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("file");
            let bytes: Vec<u8> = (0..length).map(|n| (n / 7) as u8).collect();
            crate::fsio::write_new(&path, &bytes).unwrap();
            let mut plain = crate::fsio::open_plain(&path, 1 << 20).unwrap();
            let mut seeking = crate::fsio::open_seeking(&path, 1 << 20).unwrap();
            for (step, number) in steps {
                let to = match step {
                    0 => SeekFrom::Start(number as u64),
                    1 => SeekFrom::Current(number as i64 - 4_500),
                    2 => SeekFrom::End(-(number as i64)),
                    _ => {
                        let (mut expected, mut found) = (vec![0; number], vec![0; number]);
                        let all = plain.read(&mut expected).unwrap();
                        let mut filled = 0;
                        while filled < all {
                            let count = seeking.read(&mut found[filled..]).unwrap();
                            prop_assert!(count > 0);
                            filled += count;
                        }
                        prop_assert_eq!(&found, &expected);
                        if number > 0 && all < number {
                            prop_assert_eq!(seeking.read(&mut [0]).unwrap(), 0);
                        }
                        continue;
                    }
                };
                prop_assert_eq!(seeking.seek(to).ok(), plain.seek(to).ok());
            }
        }
    }
}
