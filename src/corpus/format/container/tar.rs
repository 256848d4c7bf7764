//! Tar archives of plain files (POSIX.1-2001, `pax`): the same bytes for the same names and contents.
//!
//! Every member is a file of root's with mode 0644 from the first second of 1970. A name of up to 100 bytes stands in the
//! `ustar` header; a longer one in an extended header before it.

use super::Files;
use crate::error::{Error, ErrorKind, Result};

/// Bytes of a block.
const BLOCK: usize = 512;
/// The longest name that a header holds.
const MAX_NAME: usize = 100;
/// The greatest size that eleven octal digits hold.
const MAX_SIZE: u64 = 0o777_7777_7777;

/// Returns the two empty blocks at the end of an archive.
pub fn end() -> [u8; 2 * BLOCK] {
    [0; 2 * BLOCK]
}

/// Appends a member to an archive, the file `file` of a shard.
///
/// # Errors
/// [`ErrorKind::Corpus`] when the member is too large for the form: 8 GiB; those of the receiver.
pub fn append(files: &mut dyn Files, file: usize, name: &str, bytes: &[u8]) -> Result<()> {
    files.append(file, &before(name, bytes.len() as u64)?)?;
    files.append(file, bytes)?;
    files.append(file, &[0; BLOCK][..padding(bytes.len() as u64)])
}

/// Returns what comes before the bytes of a member.
fn before(name: &str, size: u64) -> Result<Vec<u8>> {
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

/// Returns how many empty bytes come after the bytes of a member.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Archive(Vec<u8>);

    impl Files for Archive {
        fn append(&mut self, _: usize, bytes: &[u8]) -> Result<()> {
            self.0.extend_from_slice(bytes);
            Ok(())
        }
    }

    fn member(name: &str, bytes: &[u8]) -> Vec<u8> {
        let mut archive = Archive::default();
        append(&mut archive, 0, name, bytes).unwrap();
        archive.0
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
