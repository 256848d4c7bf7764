//! SHA-256, the name of bytes everywhere in Booth.

use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, SeekingFile};
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::Digest as _;
use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::str::FromStr;

/// The least bytes read at a time of what was passed over.
const READ_BYTES: usize = 60 * 1024;

/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256([u8; 32]);

/// The bytes of 64 digits.
struct Digits([u8; 64]);

impl Digits {
    fn of(digest: &Sha256) -> Self {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; 64];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(digest.0) {
            pair.copy_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
        Self(digits)
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Sha256 {
    /// Returns the digest of `bytes`.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        let mut hasher = Hasher::new();
        hasher.update(bytes.as_ref());
        hasher.finish()
    }

    /// Returns the digest of a plain file's bytes and their count, reading it in blocks.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the file cannot be read, or is none.
    pub fn of_file(path: impl AsRef<Path>) -> Result<(Self, u64)> {
        let path = path.as_ref();
        let mut file = fsio::open_plain(path, fsio::MOST_STREAMED)?;
        let mut hasher = Hasher::new();
        let mut block = vec![0u8; 64 * 1024];
        let mut total = 0u64;
        loop {
            let count = match file.read(&mut block) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Error::io("read", path, error)),
            };
            hasher.update(&block[..count]);
            total += count as u64;
        }
        Ok((hasher.finish(), total))
    }

    /// Returns the 32 bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Sha256 {
    /// Takes the 32 bytes of a digest.
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// A running SHA-256.
#[derive(Clone, Default)]
pub struct Hasher(sha2::Sha256);

impl Hasher {
    /// Creates a hasher that has seen no bytes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Returns the digest of all bytes taken in.
    pub fn finish(self) -> Sha256 {
        Sha256(self.0.finalize().into())
    }
}

/// Returns the HMAC-SHA256 of `bytes` under `key` (RFC 2104): who has no key learns nothing of the bytes from it, even when they
/// could guess them.
pub fn hmac(key: &[u8; 32], bytes: &[u8]) -> Sha256 {
    const BLOCK: usize = 64;
    let padded = |pad: u8| {
        let mut block = [pad; BLOCK];
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let mut inner = Hasher::new();
    inner.update(&padded(0x36));
    inner.update(bytes);
    let mut outer = Hasher::new();
    outer.update(&padded(0x5c));
    outer.update(inner.finish().bytes());
    outer.finish()
}

/// A file that is hashed as it is read, in order and each byte once, whatever its reader skips.
pub struct HashingFile {
    file: SeekingFile,
    position: u64,
    hashed: u64,
    hasher: Hasher,
}

impl HashingFile {
    /// Opens a plain file.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when the system refuses.
    pub fn open(path: &Path) -> Result<Self> {
        let file = fsio::open_seeking(path, fsio::MOST_STREAMED)?;
        Ok(Self { file, position: 0, hashed: 0, hasher: Hasher::new() })
    }

    /// Reads what was not hashed yet and returns the digest of all bytes and their count.
    ///
    /// # Errors
    /// [`io::Error`] of the reads.
    pub fn finish(mut self, block: &mut Vec<u8>) -> io::Result<(Sha256, u64)> {
        block.resize(READ_BYTES.max(block.len()), 0);
        self.seek(SeekFrom::Start(self.hashed))?;
        while self.read(block)? > 0 {}
        Ok((self.hasher.finish(), self.hashed))
    }
}

impl Read for HashingFile {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(out)?;
        let end = self.position + count as u64;
        // A read beyond the hashed part is not hashed now; `finish` comes back for it.
        if self.position <= self.hashed && end > self.hashed {
            let known = (self.hashed - self.position) as usize;
            self.hasher.update(&out[known..count]);
            self.hashed = end;
        }
        self.position = end;
        Ok(count)
    }
}

impl Seek for HashingFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.position = self.file.seek(to)?;
        Ok(self.position)
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Digits::of(self).text())
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Sha256 {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let bad = || {
            Error::new(
                ErrorKind::Integrity,
                format!("`{}` is not a SHA-256: 64 digits 0-9a-f are", text.escape_debug()),
            )
        };
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(bad()),
        };
        let mut bytes = [0u8; 32];
        if text.len() != 64 {
            return Err(bad());
        }
        for (slot, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *slot = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

// By hand: a take has several digests, and a plan reads and writes them again and again.
impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(Digits::of(self).text())
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Sha256;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> std::result::Result<Sha256, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fips_180_4_example_and_round_trip() {
        let digest = Sha256::of("abc");
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest.to_string(), text);
        assert_eq!(text.parse::<Sha256>().unwrap(), digest);
        assert!(text.to_uppercase().parse::<Sha256>().is_err());
    }

    /// Python's `hmac` is the oracle.
    #[test]
    fn a_keyed_digest_is_that_of_rfc_2104() {
        let key: [u8; 32] = std::array::from_fn(|at| at as u8);
        let text = "2c8b64388658486f75adfe48afba6cee8a1055cb4852ac56d41674774d507d11";
        assert_eq!(hmac(&key, b"a sound").to_string(), text);
    }
}
