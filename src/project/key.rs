//! The key of a project: what is sealed for it, its holder alone can read (age, `age-encryption.org/v1`).

use crate::error::{Error, ErrorKind, Result};
use std::fmt;
use std::io::Write as _;
use std::str::FromStr;

/// The public key of a project, `age1` and 58 letters and digits, as `age-keygen` makes it. The other half stays with the
/// manager, and Booth never sees it.
#[derive(Clone)]
pub struct PublicKey(age::x25519::Recipient);

impl PublicKey {
    /// Seals bytes for the holder of the other half; each time other bytes come out.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system gives no randomness.
    pub fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let failed = |error: &dyn fmt::Display| {
            Error::new(ErrorKind::Io, format!("the personal details cannot be sealed: {error}"))
        };
        let recipient: &dyn age::Recipient = &self.0;
        let sealing =
            age::Encryptor::with_recipients(std::iter::once(recipient)).map_err(|error| failed(&error))?;
        let mut sealed = Vec::new();
        let mut writer = sealing.wrap_output(&mut sealed).map_err(|error| failed(&error))?;
        writer.write_all(bytes).map_err(|error| failed(&error))?;
        writer.finish().map_err(|error| failed(&error))?;
        Ok(sealed)
    }
}

impl PartialEq for PublicKey {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl FromStr for PublicKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if text.starts_with("AGE-SECRET-KEY-") {
            return Err(Error::new(ErrorKind::Usage, "this is the secret half of a key")
                .with_hint("remove it from here, and give the other half: age-keygen -y prints it"));
        }
        text.parse().map(Self).map_err(|why: &str| {
            Error::new(ErrorKind::Usage, format!("`{}` is no public key of age: {why}", text.escape_debug()))
                .with_hint("age-keygen makes one; its public half begins with age1")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn what_is_sealed_the_holder_alone_reads() {
        let secret = age::x25519::Identity::generate();
        let key: PublicKey = secret.to_public().to_string().parse().unwrap();
        let sealed = key.seal(b"ada@example.org").unwrap();
        assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
        assert!(!sealed.windows(3).any(|part| part == b"ada"));
        let open = |with: &age::x25519::Identity| {
            let reader = age::Decryptor::new(&sealed[..]).unwrap();
            let mut opened = Vec::new();
            let mut reader = reader.decrypt(std::iter::once::<&dyn age::Identity>(with)).ok()?;
            reader.read_to_end(&mut opened).unwrap();
            Some(opened)
        };
        assert_eq!(open(&secret).unwrap(), b"ada@example.org");
        assert_eq!(open(&age::x25519::Identity::generate()), None);
        assert_eq!(key.to_string().parse::<PublicKey>().unwrap(), key);
    }

    #[test]
    fn what_is_no_public_key_is_refused_and_a_secret_one_never_shown() {
        for bad in ["", "age1", "age1qqqq", "ssh-ed25519 AAAA", "voices@example.org"] {
            assert_eq!(bad.parse::<PublicKey>().unwrap_err().kind(), ErrorKind::Usage, "{bad}");
        }
        let secret = "AGE-SECRET-KEY-1QQQQ";
        assert!(!secret.parse::<PublicKey>().unwrap_err().to_string().contains(secret));
    }
}
