//! What is held out: lists of published test sets, which no release that is trained on may hold.
//!
//! A list has no words and no audio, only digests of texts and samples and fingerprints of sounds, so it can be handed on
//! where the test set itself cannot. docs/FORMAT.md is the normative text.

mod guard;
mod list;

pub use guard::{Guard, ListDigest, Place};
pub use list::{Entry, Head, KIND, ListWriter, SCHEMA, read};

use crate::digest::Sha256;
use crate::ids::Locale;
use crate::text::is_spaceless;
use serde::{Deserialize, Serialize};
use unicode_script::UnicodeScript as _;

/// The fewest words by which a text is known: shorter ones ("turn on the light") are said by everybody.
pub const LEAST_WORDS: usize = 5;
/// The fewest characters of a text in a script without spaces.
pub const LEAST_CHARACTERS: usize = 10;
/// The share of bits of two fingerprints below which sounds are one recording, as of the check `duplicate-near`.
pub const NEAR: f64 = 0.15;

/// The samples of a recording: their digest ([`PcmHasher`](crate::audio::pcm_hash::PcmHasher)) and their rate in hertz.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Samples {
    /// SHA-256 of the samples.
    pub sha256: Sha256,
    /// Their rate.
    pub rate: u32,
}

/// Returns the digest by which a list knows a normalised text: `SHA-256(language|normalised)`, with the bare language of the
/// locale; `None` for one that is too short to be known by.
pub fn text_key(normalised: &str, locale: &Locale) -> Option<Sha256> {
    let spaceless = normalised.chars().filter(|&c| is_spaceless(c.script())).count();
    let is_long = spaceless >= LEAST_CHARACTERS || normalised.split_whitespace().count() >= LEAST_WORDS;
    is_long.then(|| Sha256::of(format!("{}|{normalised}", locale.language())))
}

#[cfg(test)]
mod tests;
