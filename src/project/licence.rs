//! A licence by its SPDX id, or one of the project's own with its text; and who gets what is under it.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::named;
use crate::text::unsafe_line;
use serde::{Deserialize, Serialize};

/// The most bytes of a licence's text: it is shown before consent, and stands on the card.
pub const MOST_TEXT: usize = 64 * 1024;
/// How the id of a licence begins that is on no list (SPDX 2.3, annex D.2).
const OWN: &str = "LicenseRef-";
/// The most characters of an id.
const LONGEST: usize = 80;

named! {
    /// Who gets what is under a licence.
    Access {
        /// Anybody.
        Open = "open",
        /// Who asks for it and agrees to its terms.
        Gated = "gated",
    }
}

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// An id of the SPDX list, or `LicenseRef-` and a name.
    pub id: String,
    /// The text of a licence that is on no list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// SHA-256 of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_sha256: Option<Sha256>,
}

impl Licence {
    /// Makes the licence of an id on the SPDX list.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for an id that is not on the list, with the one that was meant if there is one; for one of
    /// the project's own, whose text has to be known.
    pub fn listed(id: &str) -> Result<Self> {
        if id.starts_with(OWN) {
            return Err(usage(format!("`{}` is on no list, so its text must be known", id.escape_debug()))
                .with_hint("name it and its text in the project file: `booth init` writes one"));
        }
        if spdx::license_id(id).is_some_and(|known| known.name == id) {
            return Ok(Self { id: id.to_owned(), text: None, text_sha256: None });
        }
        let error = usage(format!(
            "`{}` is not on the SPDX list of licences, version {}",
            id.escape_debug(),
            spdx::license_version()
        ));
        let near = spdx::identifiers::LICENSES.iter().map(|known| known.name);
        Err(match near.into_iter().find(|known| known.eq_ignore_ascii_case(id)) {
            Some(meant) => error.with_hint(format!("write `{meant}`")),
            None => error.with_hint(format!(
                "write an id such as CC-BY-4.0 (https://spdx.org/licenses/), or {OWN}NAME with its text in the project file"
            )),
        })
    }

    /// Makes a licence of the project's own.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for an id of another form, or a text that is not UTF-8, empty, too large, or holds characters
    /// that hide what it says, with the line of the text.
    pub fn own(id: &str, bytes: &[u8]) -> Result<Self> {
        let good = id.strip_prefix(OWN).is_some_and(|name| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
        });
        if !good || id.len() > LONGEST {
            return Err(usage(format!(
                "`{}` is no licence of one's own; it is {OWN} and letters, digits, `-` and `.`, at most {LONGEST} in all",
                id.escape_debug()
            )));
        }
        if bytes.len() > MOST_TEXT {
            return Err(usage(format!("the text has {} bytes; allowed are {MOST_TEXT}", bytes.len())));
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes[..error.valid_up_to()].split(|&byte| byte == b'\n').count() as u64;
            usage("the text is not UTF-8").at_line(line)
        })?;
        if text.trim().is_empty() {
            return Err(usage("the text is empty"));
        }
        for (line, number) in text.split('\n').zip(1u64..) {
            let fault = Some(line).filter(|line| !line.trim_matches([' ', '\t']).is_empty());
            if let Some(fault) = fault.and_then(|line| unsafe_line(&line.replace('\t', " "))) {
                let hint =
                    if line.ends_with('\r') { "save it with LF line ends" } else { "remove the character" };
                return Err(usage(format!("the text cannot be shown: {fault}"))
                    .at_line(number)
                    .with_hint(hint));
            }
        }
        let text_sha256 = Some(Sha256::of(text));
        Ok(Self { id: id.to_owned(), text: Some(text.to_owned()), text_sha256 })
    }

    /// Says whether an id names a licence of the project's own.
    pub fn is_own(id: &str) -> bool {
        id.starts_with(OWN)
    }

    /// Checks a licence that was read: one that [`Licence::listed`] or [`Licence::own`] makes.
    ///
    /// # Errors
    /// Those of the two; [`ErrorKind::Usage`] when the hash is not the text's.
    pub fn check(&self) -> Result<()> {
        let made = match &self.text {
            Some(text) => Self::own(&self.id, text.as_bytes())?,
            None => Self::listed(&self.id)?,
        };
        if made.text_sha256 != self.text_sha256 {
            return Err(usage("the hash of the licence's text is not the text's"));
        }
        Ok(())
    }

    /// Says whether a licence that was granted is this one. Ids are compared as SPDX does, in any case; a text by its hash,
    /// where one is known.
    pub fn is_granted_by(&self, id: &str, text_sha256: Option<Sha256>) -> bool {
        self.id.eq_ignore_ascii_case(id.trim()) && (text_sha256.is_none() || text_sha256 == self.text_sha256)
    }
}

fn usage(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Usage, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_on_the_list_is_listed() {
        for id in ["CC-BY-4.0", "CC0-1.0", "CC-BY-NC-SA-4.0", "MIT", "ODbL-1.0"] {
            assert_eq!(Licence::listed(id).unwrap().id, id);
        }
        let hint = |id: &str| Licence::listed(id).unwrap_err().hint().unwrap().to_owned();
        assert_eq!(hint("cc-by-4.0"), "write `CC-BY-4.0`");
        for id in ["CC-BY", "", "MIT+", "public domain", "MIT OR Apache-2.0", "NOODL-1.0", "CC-BY-4.0\n"] {
            assert!(hint(id).contains("CC-BY-4.0"), "{id}");
        }
        assert!(hint("LicenseRef-ours").contains("booth init"));
    }

    #[test]
    fn a_licence_of_ones_own_has_its_text_and_hash() {
        let own = Licence::own("LicenseRef-ours.1", b"Ask the elders.\n\n\tThen ask again.\n").unwrap();
        assert_eq!(own.text_sha256, Some(Sha256::of("Ask the elders.\n\n\tThen ask again.\n")));
        own.check().unwrap();
        let forged = Licence { text: Some("Take it.\n".to_owned()), ..own.clone() };
        assert!(forged.check().is_err() && Licence { text: None, ..own.clone() }.check().is_err());
        assert!(own.is_granted_by("licenseref-OURS.1", None));
        assert!(!own.is_granted_by("LicenseRef-ours.1", Some(Sha256::of("other"))));
        let refused = |id: &str, text: &[u8]| {
            let error = Licence::own(id, text).unwrap_err();
            (error.line(), error.message().to_owned())
        };
        assert_eq!(refused("LicenseRef-a", b"one\r\n").0, Some(1));
        assert_eq!(refused("LicenseRef-a", "one\nt\u{202e}wo\n".as_bytes()).0, Some(2));
        assert_eq!(refused("LicenseRef-a", b"one\n\xff").0, Some(2));
        assert!(refused("LicenseRef-a", b" \n").1.contains("empty"));
        assert!(refused("LicenseRef-a", &vec![b'a'; MOST_TEXT + 1]).1.contains("65536"));
        for id in ["LicenseRef-", "LicenseRef-a b", "CC-BY-4.0", "LicenseRef-\u{e9}"] {
            assert!(refused(id, b"text").1.contains("LicenseRef-"), "{id}");
        }
    }
}
