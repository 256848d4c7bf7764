//! The chain of checksums through a session: every line of a journal is bound to the line before it, and the first to
//! the record, so that whatever changed on disk is told.
//!
//! It tells what happened by accident, not who did it: it has no key, and whoever means to can make it anew.
//! docs/FORMAT.md is the normative text.

use crate::digest::{Hasher, Sha256};
use std::fmt;

/// The hexadecimal digits of a checksum.
const DIGITS: usize = 32;
/// What stands before and after the checksum of a line.
const LINE: (&[u8], &[u8]) = (b",\"sum\":\"", b"\"}");
/// What stands before and after the checksum of a record.
const RECORD: (&[u8], &[u8]) = (b",\n  \"sum\": \"", b"\"\n}\n");

/// A checksum: the first half of a SHA-256, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum([u8; DIGITS]);

impl Sum {
    fn half(digest: Sha256) -> Self {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; DIGITS];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(digest.bytes()) {
            pair.copy_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
        Self(digits)
    }

    /// Returns the checksum of what follows this one.
    fn then(self, bytes: &[u8]) -> Self {
        let mut hasher = self.hasher();
        hasher.update(bytes);
        Self::half(hasher.finish())
    }

    fn hasher(self) -> Hasher {
        let mut hasher = Hasher::new();
        hasher.update(&self.0);
        hasher
    }

    /// Adds the checksum to a line of a journal, a JSON object without it, that comes after the line with this one, and
    /// returns the line and its checksum.
    ///
    /// ```
    /// use booth::digest::Sha256;
    /// use booth::recordings::session::Sum;
    ///
    /// let former = Sum::default();
    /// let (line, sum) = former.seal(r#"{"v":2,"seq":1}"#);
    /// let digest = Sha256::of(format!(r#"{former}{{"v":2,"seq":1"#)).to_string();
    /// assert_eq!(line, format!(r#"{{"v":2,"seq":1,"sum":"{}"}}"#, &digest[..32]));
    /// assert_eq!(sum.to_string(), digest[..32]);
    /// ```
    pub fn seal(self, line: &str) -> (String, Self) {
        let body = line.strip_suffix('}').unwrap_or(line);
        let sum = self.then(body.as_bytes());
        (format!("{body},\"sum\":\"{sum}\"}}"), sum)
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&digit| fmt::Write::write_char(f, char::from(digit)))
    }
}

impl fmt::Debug for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Takes the checksum off the end of `bytes`: what stands before it, and the checksum.
fn split<'a>(bytes: &'a [u8], (before, after): (&[u8], &[u8])) -> Option<(&'a [u8], Sum)> {
    let (rest, digits) = bytes.strip_suffix(after)?.split_last_chunk::<DIGITS>()?;
    Some((rest.strip_suffix(before)?, Sum(*digits)))
}

/// Says whether there is a checksum, or the beginning of one, in a line.
pub(super) fn has_sum(line: &[u8]) -> bool {
    line.windows(LINE.0.len()).any(|part| part == LINE.0)
}

/// Adds the checksum to a record, indented JSON without it, and returns both.
pub(super) fn seal_record(json: &[u8]) -> (Vec<u8>, Sum) {
    let body = json.strip_suffix(b"\n}\n").unwrap_or(json);
    let sum = Sum::half(Sha256::of(body));
    ([body, RECORD.0, sum.to_string().as_bytes(), RECORD.1].concat(), sum)
}

/// Proves a record: returns it without its checksum, and the checksum; `None` when it has none, or not the right one.
pub(super) fn open_record(bytes: &[u8]) -> Option<(Vec<u8>, Sum)> {
    let (body, sum) = split(bytes, RECORD)?;
    (Sum::half(Sha256::of(body)) == sum).then(|| ([body, b"\n}\n"].concat(), sum))
}

/// Makes the checksums of a journal anew, line by line, where lines of a withdrawn take were exchanged.
pub(super) struct Resealing(At);

impl Resealing {
    /// Begins a chain.
    pub(super) fn new(anchor: Anchor) -> Self {
        Self(Chain::new(anchor).at)
    }

    /// Takes in a line that has no checksum, with its newline, if it has one.
    pub(super) fn unproved(&mut self, whole: &[u8]) {
        if let At::Open(hasher) = &mut self.0 {
            hasher.update(whole);
        }
    }

    /// Returns a line with its checksum; `line` has none, or a former one.
    pub(super) fn seal(&mut self, line: &str) -> String {
        let former = match &self.0 {
            At::Open(hasher) => Sum::half(hasher.clone().finish()),
            At::After(sum) => *sum,
        };
        let (sealed, sum) = match split(line.as_bytes(), LINE) {
            Some((body, _)) => former.seal(&format!("{}}}", &line[..body.len()])),
            None => former.seal(line),
        };
        self.0 = At::After(sum);
        sealed
    }
}

/// Makes all checksums of a journal anew, as somebody may who changes a session on purpose.
#[cfg(test)]
pub(crate) fn reseal(record: &[u8], journal: &str) -> String {
    let (_, mut sum) = open_record(record).expect("a record with its checksum");
    let mut sealed = String::new();
    for line in journal.lines() {
        let body = line.rsplit_once(",\"sum\":").map(|(body, _)| format!("{body}}}"));
        let (line, next) = sum.seal(body.as_deref().unwrap_or(line));
        sealed.push_str(&line);
        sealed.push('\n');
        sum = next;
    }
    sealed
}

/// What the chain of a journal begins with: the record of its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    sum: Sum,
    sealed: bool,
}

impl Anchor {
    /// Begins with a record of schema 2, which carries this checksum.
    pub fn sealed(sum: Sum) -> Self {
        Self { sum, sealed: true }
    }

    /// Begins with the bytes of a record of schema 1: the first line with a checksum is bound to it and to all lines
    /// before.
    pub fn unsealed(record: &[u8]) -> Self {
        Self { sum: Sum::half(Sha256::of(record)), sealed: false }
    }
}

/// How a line stands in the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// It has no checksum, and none before it has.
    Unproved,
    /// It is what was written, after the last line that is.
    Whole,
    /// It is what was written, after a line that is not.
    Rejoined,
    /// It, or what is before it, is not what was written.
    Broken,
}

/// The chain while a journal is read.
pub(super) struct Chain {
    at: At,
    /// What the next line may follow from as well, after one that is broken.
    others: Vec<Sum>,
}

enum At {
    /// No line had a checksum so far; all of them were taken in.
    Open(Hasher),
    /// The checksum of the last line that is what was written.
    After(Sum),
}

impl Chain {
    /// Begins a chain.
    pub(super) fn new(anchor: Anchor) -> Self {
        let at = if anchor.sealed { At::After(anchor.sum) } else { At::Open(anchor.sum.hasher()) };
        Self { at, others: Vec::new() }
    }

    /// Says whether no line had a checksum so far.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.at, At::Open(_))
    }

    /// Takes in a line that is an entry of version `v`; `whole` is the line with its newline, if it has one.
    pub(super) fn entry(&mut self, v: u64, whole: &[u8]) -> Link {
        let line = whole.strip_suffix(b"\n").unwrap_or(whole);
        let former = match &mut self.at {
            At::Open(hasher) if v < 2 => {
                hasher.update(whole);
                return Link::Unproved;
            }
            At::Open(hasher) => Sum::half(hasher.clone().finish()),
            At::After(sum) => *sum,
        };
        let Some((body, sum)) = split(line, LINE).filter(|_| v >= 2) else {
            if let At::Open(hasher) = &mut self.at {
                hasher.update(whole);
            }
            return Link::Broken;
        };
        let others = std::mem::take(&mut self.others);
        let link = if former.then(body) == sum {
            Link::Whole
        } else if others.iter().any(|other| other.then(body) == sum) {
            Link::Rejoined
        } else {
            // Either the line was changed, or its checksum: what comes next says which.
            self.others = vec![sum, former.then(body)];
            self.at = At::After(former);
            return Link::Broken;
        };
        self.at = At::After(sum);
        link
    }

    /// Takes in a line that is no entry.
    pub(super) fn garbage(&mut self, whole: &[u8]) {
        match &mut self.at {
            At::Open(hasher) => hasher.update(whole),
            At::After(_) => {
                let line = whole.strip_suffix(b"\n").unwrap_or(whole);
                self.others.truncate(8);
                self.others.extend(split(line, LINE).map(|(_, sum)| sum));
            }
        }
    }

    /// Returns the checksum that the next line is to follow from; it begins a line of its own.
    pub(super) fn finish(self, unterminated: bool) -> Sum {
        match self.at {
            At::Open(mut hasher) => {
                if unterminated {
                    hasher.update(b"\n");
                }
                Sum::half(hasher.finish())
            }
            At::After(sum) => sum,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_proved_by_its_own_bytes() {
        let (sealed, _) = seal_record(b"{\n  \"schema\": 2\n}\n");
        let digest = Sha256::of("{\n  \"schema\": 2").to_string();
        let text = format!("{{\n  \"schema\": 2,\n  \"sum\": \"{}\"\n}}\n", &digest[..32]);
        assert_eq!(String::from_utf8(sealed.clone()).unwrap(), text);
        let (record, sum) = open_record(&sealed).unwrap();
        assert_eq!(
            (&record[..], sum.to_string()),
            (&b"{\n  \"schema\": 2\n}\n"[..], digest[..32].to_owned())
        );
        for at in 0..8 * sealed.len() {
            let mut flipped = sealed.clone();
            flipped[at / 8] ^= 1 << (at % 8);
            assert_eq!(open_record(&flipped), None, "bit {at}");
        }
        assert_eq!(open_record(&sealed[..sealed.len() - 1]), None);
    }
}
