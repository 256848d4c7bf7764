//! Tar archives of plain files (POSIX.1-2001, `pax`): the same bytes for the same names and contents.
//!
//! Every member is a file of root's with mode 0644 from the first second of 1970. A name of up to 100 bytes stands in the
//! `ustar` header; a longer one in an extended header before it.

use crate::error::{Error, ErrorKind, Result};
use std::io::{self, Read};

/// Bytes of a block.
const BLOCK: usize = 512;
/// The longest name that a header holds.
const MAX_NAME: usize = 100;
/// The longest extended header that is read.
const MAX_RECORD: u64 = 64 << 10;
/// The greatest size that eleven octal digits hold.
const MAX_SIZE: u64 = 0o777_7777_7777;

/// Returns the two empty blocks at the end of an archive.
pub fn end() -> [u8; 2 * BLOCK] {
    [0; 2 * BLOCK]
}

/// Returns what comes before the bytes of a member.
///
/// # Errors
/// [`ErrorKind::Corpus`] when the member is too large for the form: 8 GiB.
pub fn before(name: &str, size: u64) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(BLOCK);
    let mut short = name;
    if name.len() > MAX_NAME {
        let record = pax_record("path", name);
        out.extend_from_slice(&header("pax", record.len() as u64, b'x')?);
        out.extend_from_slice(record.as_bytes());
        out.resize(out.len() + padding(record.len() as u64), 0);
        short = "long-name";
    }
    out.extend_from_slice(&header(short, size, b'0')?);
    Ok(out)
}

/// Returns the empty bytes that come after the bytes of a member.
pub fn after(size: u64) -> &'static [u8] {
    &[0; BLOCK][..padding(size)]
}

fn padding(size: u64) -> usize {
    ((BLOCK as u64 - size % BLOCK as u64) % BLOCK as u64) as usize
}

/// Returns a record of an extended header, which begins with its own length.
fn pax_record(key: &str, value: &str) -> String {
    let rest = key.len() + value.len() + 3;
    let mut length = rest + 1;
    while length != rest + length.to_string().len() {
        length = rest + length.to_string().len();
    }
    format!("{length} {key}={value}\n")
}

fn header(name: &str, size: u64, kind: u8) -> Result<[u8; BLOCK]> {
    if size > MAX_SIZE {
        return Err(Error::new(
            ErrorKind::Corpus,
            format!("a member of {size} bytes does not fit a tar archive"),
        ));
    }
    let mut block = [0; BLOCK];
    let mut put = |at: usize, text: &str| block[at..at + text.len()].copy_from_slice(text.as_bytes());
    put(0, name);
    put(100, "0000644\0");
    put(108, "0000000\0");
    put(116, "0000000\0");
    put(124, &format!("{size:011o}\0"));
    put(136, "00000000000\0");
    // The sum is taken with spaces in its own place.
    put(148, "        ");
    put(257, "ustar\0");
    put(263, "00");
    put(329, "0000000\0");
    put(337, "0000000\0");
    block[156] = kind;
    let sum: u32 = block.iter().map(|&byte| u32::from(byte)).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    Ok(block)
}

/// A member of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The name.
    pub name: String,
    /// Bytes of the content.
    pub size: u64,
}

/// Reads archives that are written as above, and no others: plain files alone, without links, devices, owners or times.
///
/// After [`Reader::next_member`] it gives the content of the member.
pub struct Reader<R> {
    input: R,
    /// Bytes of the member that are not read yet, and of the padding after it.
    left: u64,
    padding: usize,
}

fn other() -> Error {
    Error::new(ErrorKind::Corpus, "the archive is not one that Booth writes")
}

fn failed(error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        return Error::new(ErrorKind::Corpus, "the archive is cut off");
    }
    Error::new(ErrorKind::Io, format!("cannot read the archive: {error}")).with_source(error)
}

impl<R: Read> Reader<R> {
    /// Begins at the first member.
    pub fn new(input: R) -> Self {
        Self { input, left: 0, padding: 0 }
    }

    fn block(&mut self) -> Result<[u8; BLOCK]> {
        let mut block = [0; BLOCK];
        self.input.read_exact(&mut block).map_err(failed)?;
        Ok(block)
    }

    /// Passes over what is left of a member and returns the next one; `None` at the end.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when the archive is cut off, or holds anything that is not written as above; [`ErrorKind::Io`].
    pub fn next_member(&mut self) -> Result<Option<Member>> {
        let passed = io::copy(&mut (&mut self.input).take(self.left), &mut io::sink()).map_err(failed)?;
        let mut zeros = [0; BLOCK];
        self.input.read_exact(&mut zeros[..self.padding]).map_err(failed)?;
        if passed < self.left {
            return Err(failed(io::ErrorKind::UnexpectedEof.into()));
        }
        if zeros != [0; BLOCK] {
            return Err(other());
        }
        (self.left, self.padding) = (0, 0);
        let mut block = self.block()?;
        if block == [0; BLOCK] {
            let mut rest = Vec::new();
            (&mut self.input).take(BLOCK as u64 + 1).read_to_end(&mut rest).map_err(failed)?;
            return if rest == [0; BLOCK] { Ok(None) } else { Err(other()) };
        }
        let mut long = None;
        if block[156] == b'x' {
            let size = size_of(&block).filter(|size| *size <= MAX_RECORD).ok_or_else(other)?;
            let mut record = vec![0; (size as usize).next_multiple_of(BLOCK)];
            self.input.read_exact(&mut record).map_err(failed)?;
            let (record, rest) = record.split_at(size as usize);
            let record = std::str::from_utf8(record).map_err(|_| other())?;
            if rest.iter().any(|byte| *byte != 0) {
                return Err(other());
            }
            let name = record.split_once(" path=").and_then(|(_, name)| name.strip_suffix('\n'));
            long = Some(name.ok_or_else(other)?.to_owned());
            let expected = before(long.as_deref().unwrap_or_default(), 0)?;
            let given = [&block[..], record.as_bytes()].concat();
            if !expected.starts_with(&given) {
                return Err(other());
            }
            block = self.block()?;
        }
        let size = size_of(&block).ok_or_else(other)?;
        let short = block[..MAX_NAME].split(|byte| *byte == 0).next().unwrap_or_default();
        let short = std::str::from_utf8(short).map_err(|_| other())?;
        let name = long.unwrap_or_else(|| short.to_owned());
        // What it was written as is known: any other owner, time, kind or padding is somebody else's.
        if !before(&name, size)?.ends_with(&block) || (name.len() <= MAX_NAME) != (name == short) {
            return Err(other());
        }
        (self.left, self.padding) = (size, padding(size));
        Ok(Some(Member { name, size }))
    }
}

impl<R: Read> Read for Reader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let most = self.left.min(out.len() as u64) as usize;
        let count = self.input.read(&mut out[..most])?;
        if count == 0 && most > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.left -= count as u64;
        Ok(count)
    }
}

/// Returns the size that a header names.
fn size_of(block: &[u8; BLOCK]) -> Option<u64> {
    let digits = std::str::from_utf8(&block[124..135]).ok()?;
    if digits.bytes().all(|digit| (b'0'..=b'7').contains(&digit)) {
        u64::from_str_radix(digits, 8).ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(name: &str, bytes: &[u8]) -> Vec<u8> {
        let size = bytes.len() as u64;
        [&before(name, size).unwrap(), bytes, after(size)].concat()
    }

    fn read(archive: &[u8]) -> Result<Vec<(String, Vec<u8>)>> {
        let mut reader = Reader::new(archive);
        let mut members = Vec::new();
        while let Some(Member { name, size }) = reader.next_member()? {
            let mut bytes = Vec::new();
            reader.read_to_end(&mut bytes).map_err(failed)?;
            assert_eq!(bytes.len() as u64, size);
            members.push((name, bytes));
        }
        Ok(members)
    }

    fn archive() -> Vec<u8> {
        let long = "n".repeat(120);
        [member("a", b""), member(&long, &[1; 512]), member("b/c.wav", &[2; 700]), end().to_vec()].concat()
    }

    #[test]
    fn what_is_written_is_read_and_members_can_be_passed_over() {
        let members = read(&archive()).unwrap();
        let names: Vec<(&str, usize)> =
            members.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect();
        assert_eq!(names, [("a", 0), ("n".repeat(120).as_str(), 512), ("b/c.wav", 700)]);
        let bytes = archive();
        let mut reader = Reader::new(&bytes[..]);
        let mut count = 0;
        while reader.next_member().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, 3);
    }

    #[test]
    fn an_archive_that_is_cut_off_or_goes_on_is_refused() {
        let good = archive();
        for length in 0..good.len() {
            assert_eq!(read(&good[..length]).unwrap_err().kind(), ErrorKind::Corpus, "{length}");
        }
        assert_eq!(read(&[&good[..], &[0]].concat()).unwrap_err().kind(), ErrorKind::Corpus);
    }

    #[test]
    fn no_byte_of_a_header_can_be_another() {
        let good = archive();
        // The headers, and the record of the long name with its padding, but for the name itself.
        let name = 1024 + "130 path=".len();
        for at in (0..name).chain(name + 120..2048).chain(2560..3072) {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(read(&bad).map_err(|error| error.kind()), Err(ErrorKind::Corpus), "byte {at}");
        }
    }

    /// The bytes that GNU tar 1.34 makes of the file `a.txt` with `hi\n`, by
    /// `tar --format=ustar --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=0644 -cf - a.txt`, but for its longer end.
    #[test]
    fn a_member_is_what_tar_writes() {
        let made = member("a.txt", b"hi\n");
        assert_eq!(made.len(), 1024);
        assert_eq!(&made[..6], b"a.txt\0");
        assert_eq!(
            &made[100..156],
            b"0000644\x000000000\x000000000\x0000000000003\x0000000000000\x00010157\x00 "
        );
        assert_eq!(&made[156..158], b"0\0");
        assert_eq!(&made[257..265], b"ustar\x0000");
        assert_eq!(&made[512..516], b"hi\n\0");
    }

    #[test]
    fn a_record_counts_its_own_length() {
        // The lengths around which the number of digits changes.
        for length in [1, 90, 91, 92, 93, 100, 144, 986, 987, 988, 989, 990, 991] {
            let record = pax_record("path", &"n".repeat(length));
            let (number, _) = record.split_once(' ').unwrap();
            assert_eq!(number.parse::<usize>().unwrap(), record.len(), "{length}");
        }
    }

    #[test]
    fn a_long_name_stands_before_its_member() {
        let name = format!("{}.wav", "n".repeat(140));
        let made = member(&name, b"x");
        assert_eq!(made.len(), 4 * BLOCK);
        assert_eq!(made[156], b'x');
        let record = format!("154 path={name}\n");
        assert_eq!(record.len(), 154);
        assert_eq!(&made[512..512 + 154], record.as_bytes());
        assert_eq!(made[2 * BLOCK + 156], b'0');
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(before("a", MAX_SIZE).is_ok());
        assert_eq!(before("a", MAX_SIZE + 1).unwrap_err().kind(), ErrorKind::Corpus);
    }
}
