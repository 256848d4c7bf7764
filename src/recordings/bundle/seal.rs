//! What a person said of how to be reached and thanked, sealed for the project: only what they agreed to.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::SpeakerId;
use crate::project::PublicKey;
use crate::recordings::people::personal::{self, Personal};
use crate::recordings::people::receipts::Receipts;
use crate::recordings::session::Receipt;
use serde::Serialize;

/// What becomes of personal details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Details {
    /// The person said nothing that may go.
    None,
    /// They go, sealed.
    Sealed,
    /// They stay: the project has no key.
    Kept,
}

/// The use that a contact needs.
const CONTACT: &str = "contact-again";

/// Returns what may go of the details of a speaker whose last receipt this is, sealed for `key`. What was sealed once is kept
/// beside the receipts and goes as it is, since sealing makes other bytes each time.
///
/// # Errors
/// [`ErrorKind::Io`].
pub(super) fn sealed(
    receipts: &Receipts,
    speaker: &SpeakerId,
    receipt: Option<&Receipt>,
    key: Option<&PublicKey>,
) -> Result<(Details, Option<Vec<u8>>)> {
    let said = personal::said_by(receipts, speaker)?;
    let may_reach = receipt.is_some_and(|receipt| receipt.grants(CONTACT));
    let contact = said.iter().rev().find_map(|one| one.contact.clone()).filter(|_| may_reach);
    let credit = said.iter().rev().find_map(|one| one.credit.clone());
    let Some(last) = said.last().filter(|_| contact.is_some() || credit.is_some()) else {
        return Ok((Details::None, None));
    };
    let Some(key) = key else { return Ok((Details::Kept, None)) };
    let goes = Personal { contact, credit, ..last.clone() };
    let mut text = serde_json::to_string(&goes).map_err(|error| {
        Error::new(ErrorKind::Bundle, "the details cannot be written as JSON").with_source(error)
    })?;
    text.push('\n');
    let name = personal::sealed_name(speaker, &Sha256::of(format!("{key}\n{text}")));
    let path = receipts.folder().join(name);
    if let Some(sealed) = fsio::read_found(&path, fsio::MOST_SMALL)? {
        return Ok((Details::Sealed, Some(sealed)));
    }
    let sealed = key.seal(text.as_bytes())?;
    fsio::write_private(&path, &sealed)?;
    Ok((Details::Sealed, Some(sealed)))
}
