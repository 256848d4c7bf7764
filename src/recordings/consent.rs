//! Consent: the receipt that every session carries.

use crate::digest::Sha256;
use crate::ids::{Locale, SpeakerId};
use crate::units::Utc;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The uses that are asked for one by one; none is granted beforehand.
pub const SCOPES: [&str; 7] =
    ["asr", "tts", "speaker-id", "evaluation", "share-gated", "share-open", "contact-again"];

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
    /// The licence that follows from `share-open`, an SPDX id.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub licence: Option<String>,
    /// When it ends.
    pub expires: Utc,
    /// `adult`, or `guardian` with the guardian's receipt.
    pub age: String,
    /// SHA-256 of the withdrawal code, which only the contributor's copy shows.
    pub withdrawal_sha256: Sha256,
    /// How to withdraw, in words.
    pub withdrawal: String,
    /// The manager's statement, for imports.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub statement: Option<String>,
    /// The program.
    pub tool: String,
}
