//! What a prompt sheet is: its head (`sheet.toml`) and, per locale, its prompts (`<locale>.tsv`).

use super::media::Media;
use super::pool::Pool;
use crate::digest::Sha256;
use crate::ids::{Locale, PromptId, SheetId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One thing to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The id, the same for the same request in every locale.
    pub id: PromptId,
    /// The plain words to read: NFC, one line, trimmed, without annotation.
    pub text: String,
    /// The text with its slots marked, as it stands in the sheet (for MASSIVE's reader see [`super::Massive`]); equal to `text` without slots.
    pub annotated: String,
    /// The slots, in order of position.
    pub slots: Vec<Slot>,
    /// What the request asks for (`alarm_set`).
    pub intent: Option<String>,
    /// The scenario (`alarm`).
    pub domain: Option<String>,
    /// How many accepted takes are wanted, at least 1.
    pub repeat: u16,
    /// A short instruction for the reader, shown beside the text and not read.
    pub hint: Option<String>,
    /// A sound that is heard or a picture that is seen before it is spoken.
    pub media: Option<Media>,
    /// Whose recordings of it are packed.
    pub pool: Pool,
    /// The line of the `.tsv` it stands on, from 1 (the header).
    pub line: u64,
}

impl Prompt {
    /// Returns the SHA-256 of the plain text: what a take is bound to.
    pub fn text_sha256(&self) -> Sha256 {
        Sha256::of(&self.text)
    }
}

/// A stretch of a prompt's plain text with a meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// The slot's name (`time`).
    pub name: String,
    /// The words that fill it.
    pub value: String,
    /// Where it starts in the plain text, in Unicode scalar values (characters, not bytes).
    pub start: u32,
    /// Where it ends (exclusive), in the same count.
    pub end: u32,
}

impl Slot {
    /// Returns the words of `text` at the slot's place; fewer, or none, where the text is shorter.
    pub fn words_in(&self, text: &str) -> String {
        text.chars().skip(self.start as usize).take(self.end.saturating_sub(self.start) as usize).collect()
    }
}

/// The head of a sheet, `sheet.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetHead {
    /// The sheet's id.
    pub id: SheetId,
    /// The version, `MAJOR.MINOR.PATCH`.
    pub version: String,
    /// A title for people.
    pub title: String,
    /// The licence of the texts, an SPDX id.
    pub licence: String,
    /// Where the texts come from.
    pub source: String,
    /// Whether it is a sample that anybody may record from: who asks is then told with the request, and not here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// Who asks for the recordings; stands in the consent text and in the receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller: Option<Controller>,
    /// Under which licence the sounds and pictures of its prompts are; needed where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<MediaTerms>,
    /// Length limits and other defaults.
    #[serde(default)]
    pub defaults: SheetDefaults,
    /// How the sheet is dealt, where the head says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deal: Option<DealTerms>,
    /// The title in the languages of readers, per locale.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub titles: BTreeMap<Locale, String>,
    /// What to tell the reader before the first prompt, per locale.
    #[serde(default)]
    pub instructions: BTreeMap<Locale, String>,
    /// What versions of the sheet mended of what readers had reported: version -> prompt or template -> what was wrong.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mended: BTreeMap<String, BTreeMap<PromptId, String>>,
    /// Limits of the quality policy that this sheet changes: check id -> limit name -> value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub policy: BTreeMap<String, BTreeMap<String, f64>>,
}

impl SheetHead {
    /// Returns the title for a reader of `tag`, a BCP 47 tag: that of the locale, else of one of its language, else the plain one.
    pub fn title_for(&self, tag: &str) -> &str {
        let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        let exact = self.titles.iter().find(|(locale, _)| locale.as_str() == tag);
        let near = || self.titles.iter().find(|(locale, _)| language(locale.as_str()) == language(tag));
        exact.or_else(near).map_or(&self.title, |(_, title)| title)
    }
}

/// Who is answerable for the recordings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// The name of the person or body.
    pub name: String,
    /// How to reach them.
    pub contact: String,
}

/// What holds for the sounds and pictures of a sheet's prompts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaTerms {
    /// The licence, an SPDX id.
    pub licence: String,
    /// Where they come from.
    pub source: String,
}

/// Defaults of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SheetDefaults {
    /// The fewest words of a prompt, for scripts with spaces.
    pub min_words: u32,
    /// The most words of a prompt, for scripts with spaces.
    pub max_words: u32,
    /// The fewest characters of a prompt, for scripts without spaces.
    pub min_characters: u32,
    /// The most characters of a prompt, for scripts without spaces.
    pub max_characters: u32,
}

impl Default for SheetDefaults {
    fn default() -> Self {
        Self { min_words: 1, max_words: 20, min_characters: 1, max_characters: 60 }
    }
}

/// How a sheet is dealt to its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DealTerms {
    /// How many prompts a reader is dealt, 1 to 1,000.
    pub readings: u32,
    /// How many of a hundred of them are for evaluation only, 0 to 100, as far as there are such.
    pub eval_percent: u32,
}

impl Default for DealTerms {
    fn default() -> Self {
        Self { readings: 60, eval_percent: 20 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_that_of_the_locale_or_of_its_language_or_the_plain_one() {
        let head: SheetHead = toml::from_str(
            "id = 'demo'\nversion = '1.0.0'\ntitle = 'Demo'\nlicence = 'CC0-1.0'\nsource = 'us'\n\
             [titles]\nes-MX = 'Muestra'\npt-BR = 'Amostra'\n",
        )
        .unwrap();
        for (tag, title) in
            [("es-MX", "Muestra"), ("es", "Muestra"), ("es-ES", "Muestra"), ("pt", "Amostra"), ("e", "Demo")]
        {
            assert_eq!(head.title_for(tag), title, "{tag}");
        }
    }
}
