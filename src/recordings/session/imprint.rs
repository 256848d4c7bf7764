//! What was read of a session, as a value: whoever reads it again can tell whether it is the same, without reading what it
//! means.

use super::chain::Anchor;
use crate::digest::{Hasher, Sha256};
use std::io::{self, Read};

/// The record of a session and every byte of its journal, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imprint {
    anchor: Anchor,
    bytes: u64,
    sha256: Sha256,
    /// What else was read.
    beside: Option<Sha256>,
}

impl Imprint {
    /// Makes the imprint of a journal that was read as a whole, after the record of `anchor`.
    pub(super) fn of(anchor: Anchor, (sha256, bytes): (Sha256, u64)) -> Self {
        Self { anchor, bytes, sha256, beside: None }
    }

    /// Adds the digest of what else was read of the session.
    #[must_use]
    pub fn with(self, beside: Option<Sha256>) -> Self {
        Self { beside, ..self }
    }
}

/// An imprint while the journal is read.
pub(super) struct Imprinting {
    anchor: Anchor,
    hasher: Hasher,
    bytes: u64,
    /// What was read before, and whether it was met again.
    before: Option<(Imprint, bool)>,
}

impl Imprinting {
    pub(super) fn new(anchor: Anchor, before: Option<&Imprint>) -> Self {
        let mut new =
            Self { anchor, hasher: Hasher::new(), bytes: 0, before: before.map(|&own| (own, false)) };
        new.compare();
        new
    }

    /// Returns `file` such that all that is read of it is taken in.
    pub(super) fn reading<R: Read>(&mut self, file: R) -> Reading<'_, R> {
        Reading { file, imprinting: self }
    }

    fn take_in(&mut self, mut bytes: &[u8]) {
        // Where the former reading ended, however long the journal is by now.
        if let Some((former, _)) = self.before {
            let left = former.bytes.saturating_sub(self.bytes);
            if left > 0 && left < bytes.len() as u64 {
                let (first, last) = bytes.split_at(left as usize);
                self.add(first);
                bytes = last;
            }
        }
        self.add(bytes);
    }

    fn add(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
        self.bytes += bytes.len() as u64;
        self.compare();
    }

    fn compare(&mut self) {
        if let Some((former, goes_on)) = &mut self.before
            && self.bytes == former.bytes
        {
            *goes_on = self.anchor == former.anchor && self.hasher.clone().finish() == former.sha256;
        }
    }

    /// Returns the imprint, and whether the session begins with what was read before.
    pub(super) fn finish(self) -> (Imprint, bool) {
        let Self { anchor, hasher, bytes, before } = self;
        (Imprint::of(anchor, (hasher.finish(), bytes)), before.is_some_and(|(_, goes_on)| goes_on))
    }
}

/// A file whose bytes are taken in as they are read.
pub(super) struct Reading<'a, R> {
    file: R,
    imprinting: &'a mut Imprinting,
}

impl<R: Read> Read for Reading<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(out)?;
        self.imprinting.take_in(&out[..count]);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::session::Sum;

    #[test]
    fn a_journal_goes_on_when_all_that_was_read_stands_at_its_beginning() {
        let anchor = Anchor::sealed(Sum::default());
        let read = |text: &[u8], anchor, before: Option<&Imprint>, block: usize| {
            let mut imprinting = Imprinting::new(anchor, before);
            let mut file = imprinting.reading(text);
            let mut out = vec![0; block];
            while file.read(&mut out).unwrap() > 0 {}
            imprinting.finish()
        };
        let text = b"one\ntwo\nthree\n";
        for end in 0..=text.len() {
            for block in [1, 3, 100] {
                let (before, _) = read(&text[..end], anchor, None, 7);
                let (after, goes_on) = read(text, anchor, Some(&before), block);
                assert!(goes_on, "{end}");
                assert_eq!(after == before, end == text.len());
                // Another record, or another byte, and it is another session.
                assert!(!read(text, Anchor::unsealed(b"other"), Some(&before), block).1);
                for at in 0..end {
                    let mut other = text.to_vec();
                    other[at] ^= 1;
                    assert!(!read(&other, anchor, Some(&before), block).1, "{end} {at}");
                    assert!(!read(&text[..at], anchor, Some(&before), block).1, "{end} {at}");
                }
            }
        }
    }
}
