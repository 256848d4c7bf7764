//! Personal details, apart from everything else: one file beside the sessions that is never packed.

use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, AppendFile};
use crate::ids::SpeakerId;
use crate::recordings::session::RootLock;
use crate::units::Utc;
use serde::{Deserialize, Serialize};

/// The name of the file inside the folder of all sessions.
pub const FILE: &str = "personal.jsonl";

/// What a person chose to say: how to be reached, and by which name to be thanked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Personal {
    /// The line's format version, 1.
    pub schema: u32,
    /// When it was said.
    pub at: Utc,
    /// The pseudonym.
    pub speaker: SpeakerId,
    /// How to reach the person.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contact: Option<String>,
    /// The name to be thanked by.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub credit: Option<String>,
}

impl Personal {
    /// Appends the line, durably; when the person said nothing, no file is made.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses.
    pub fn append(&self, lock: &RootLock) -> Result<()> {
        if self.contact.is_none() && self.credit.is_none() {
            return Ok(());
        }
        let path = lock.root().join(FILE);
        let line = serde_json::to_string(self).map_err(|error| {
            Error::new(ErrorKind::Session, "the details cannot be written as JSON").with_source(error)
        })?;
        let is_torn = fsio::ends_inside_a_line(&path)?;
        let mut file = AppendFile::open(&path)?;
        if is_torn {
            file.append_line("")?;
        }
        file.append_line(&line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_are_kept_apart_and_only_when_given() {
        let root = tempfile::tempdir().unwrap();
        let lock = RootLock::acquire(root.path(), "booth record").unwrap();
        let path = root.path().join(FILE);
        let mut personal = Personal {
            schema: 1,
            at: Utc::from_millis(0),
            speaker: "k3v9".parse().unwrap(),
            contact: None,
            credit: None,
        };
        personal.append(&lock).unwrap();
        assert!(!path.exists());
        fsio::write_new(&path, b"{\"schema\":1,\"a").unwrap();
        personal.credit = Some("Ada".to_owned());
        personal.append(&lock).unwrap();
        let expected = "{\"schema\":1,\"a\n{\"schema\":1,\"at\":\"1970-01-01T00:00:00.000Z\",\"speaker\":\"k3v9\",\"credit\":\"Ada\"}\n";
        assert_eq!(std::fs::read_to_string(path).unwrap(), expected);
    }
}
