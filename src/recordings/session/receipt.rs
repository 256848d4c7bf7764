//! The consent receipt that every session carries: what was asked, answered, and until when it holds.

use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{Locale, SpeakerId, id_fault};
pub use crate::project::SCOPES;
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The version of the receipt that this build writes.
pub const RECEIPT_SCHEMA: u32 = 1;

/// The legal grounds that a receipt may name.
pub const BASES: [&str; 3] = ["consent", "contract", "public-interest"];

/// The ways in which a consent may have been given.
pub const METHODS: [&str; 5] = ["terminal", "page", "flag", "file", "statement"];

/// How a scope begins that allows one self-described field to be published (`demographics:accent`).
pub const DEMOGRAPHICS: &str = "demographics:";

/// A consent receipt: what was shown, what was answered, for how long. A copy goes to the contributor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The receipt's format version, 1.
    pub schema: u32,
    /// A random id.
    pub id: String,
    /// The speaker.
    pub speaker: SpeakerId,
    /// Who asks.
    pub controller: String,
    /// How to reach them.
    pub contact: String,
    /// The legal ground: `consent`, `contract`, `public-interest`.
    pub basis: String,
    /// The language of the text shown.
    pub text_locale: Locale,
    /// SHA-256 of the very bytes shown.
    pub text_sha256: Sha256,
    /// How it was given: `terminal`, `flag`, `file`, `statement`.
    pub method: String,
    /// When it was asked.
    pub asked: Utc,
    /// When it was answered.
    pub answered: Utc,
    /// Each scope with its answer.
    pub scopes: BTreeMap<String, bool>,
    /// The licence that follows from `share-open`, or from `share-gated` where one is named; an SPDX id.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub licence: Option<String>,
    /// SHA-256 of the licence's text, of a licence that is on no list.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub licence_sha256: Option<Sha256>,
    /// When it ends.
    pub expires: Utc,
    /// `adult`, or `guardian:<id of the guardian's receipt>`.
    pub age: String,
    /// SHA-256 of the 16 characters of the withdrawal code, which only the contributor's copy shows.
    pub withdrawal_sha256: Sha256,
    /// How to withdraw: `by-code`; older receipts say it in words of their own.
    pub withdrawal: String,
    /// The manager's statement, for imports.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub statement: Option<String>,
    /// SHA-256 of the project file that said what is asked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub project_sha256: Option<Sha256>,
    /// The program.
    pub tool: String,
}

pub(crate) fn refused(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Consent, message)
}

fn one_of(what: &str, given: &str, allowed: &[&str]) -> Result<()> {
    if allowed.contains(&given) {
        return Ok(());
    }
    Err(refused(format!("`{}` is no {what}; allowed are {}", given.escape_debug(), allowed.join(", "))))
}

impl Receipt {
    /// Says whether the contributor said yes to `scope`.
    pub fn grants(&self, scope: &str) -> bool {
        self.scopes.get(scope).copied().unwrap_or(false)
    }

    /// Checks that the receipt is well-formed, whoever and whenever it is for.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] with what is wrong; [`ErrorKind::Unsupported`] for another schema.
    pub fn check_form(&self) -> Result<()> {
        if self.schema != RECEIPT_SCHEMA {
            return Err(Error::new(
                ErrorKind::Unsupported,
                format!(
                    "the consent receipt has schema {}; this version reads schema {RECEIPT_SCHEMA}",
                    self.schema
                ),
            ));
        }
        if let Some(fault) = id_fault(&self.id, 64, true) {
            return Err(refused(format!("`{}` cannot be a receipt's id: {fault}", self.id.escape_debug())));
        }
        one_of("ground", &self.basis, &BASES)?;
        one_of("way of consent", &self.method, &METHODS)?;
        if self.answered < self.asked || self.expires <= self.answered {
            return Err(refused("the receipt's moments are out of order: asked, answered, expires"));
        }
        if self.age != "adult" && self.age.strip_prefix("guardian:").is_none_or(str::is_empty) {
            return Err(refused(format!(
                "the age `{}` is not one; allowed are adult and guardian:RECEIPT",
                self.age.escape_debug()
            )));
        }
        for scope in self.scopes.keys() {
            let field = scope.strip_prefix(DEMOGRAPHICS);
            if !SCOPES.contains(&scope.as_str())
                && field.is_none_or(|field| id_fault(field, 32, true).is_some())
            {
                return Err(refused(format!(
                    "`{}` is no scope; allowed are {} and {DEMOGRAPHICS}FIELD",
                    scope.escape_debug(),
                    SCOPES.join(", ")
                )));
            }
        }
        let is_open = self.grants("share-open");
        match &self.licence {
            Some(_) if !is_open && !self.grants("share-gated") => {
                Err(refused("a licence needs the scope share-open or share-gated"))
            }
            None if is_open => {
                Err(refused("the scope share-open needs a licence")
                    .with_hint("name it, for example CC-BY-4.0"))
            }
            None if self.licence_sha256.is_some() => {
                Err(refused("there is the hash of a licence's text, and no licence"))
            }
            _ => Ok(()),
        }
    }

    /// Reads a receipt from a file and checks its form.
    ///
    /// # Errors
    /// [`ErrorKind::Consent`] when it is no receipt; [`ErrorKind::Unsupported`] for another schema;
    /// [`ErrorKind::Io`] when it cannot be read.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fsio::read_named(path, fsio::MOST_SMALL)?;
        Self::parse(&bytes, path)
    }

    /// Reads a receipt from the bytes of the file `path` and checks its form.
    pub(super) fn parse(bytes: &[u8], path: &Path) -> Result<Self> {
        let receipt: Self = serde_json::from_slice(bytes).map_err(|error| {
            refused(format!("the file is no consent receipt: {error}"))
                .with_path(path)
                .at(error.line() as u64, error.column() as u64)
                .with_hint("give the .json file from the `consent` folder of a session")
                .with_source(error)
        })?;
        receipt.check_form().map_err(|error| error.with_path(path))?;
        Ok(receipt)
    }
}
