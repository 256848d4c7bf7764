//! Names that become file names: checked once, at the edge.
//!
//! Ids are lower-case ASCII so that they are safe on every file system, sort the same everywhere, and
//! pass the loaders of the trainers: a part such as `train` or `test` is refused because Hugging Face
//! `datasets` guesses splits from it.
//!
//! ```
//! use booth::ids::{Locale, SpeakerId, UtteranceId};
//!
//! let (speaker, locale): (SpeakerId, Locale) = ("k3v9".parse()?, "fr-FR".parse()?);
//! let id = UtteranceId::new(&speaker, &locale, &"demo".parse()?, &"nap".parse()?, 1)?;
//! assert_eq!(id.as_str(), "k3v9-fr-fr-demo-nap-1");
//!
//! let error = "Anna".parse::<SpeakerId>().unwrap_err();
//! assert_eq!(error.kind(), booth::ErrorKind::Usage);
//! # Ok::<(), booth::Error>(())
//! ```

mod locale;
mod surroundings;

pub use locale::Locale;
pub use surroundings::{Distance, Surroundings};

use crate::error::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Parts of an id that data loaders mistake for the name of a split.
pub const SPLIT_WORDS: [&str; 10] =
    ["train", "training", "validation", "valid", "val", "dev", "test", "testing", "eval", "evaluation"];

/// Names that Windows keeps for devices.
pub const WINDOWS_DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Says why `text` cannot be an id of at most `max` characters, or `None` when it can.
pub fn id_fault(text: &str, max: usize, hyphens: bool) -> Option<String> {
    let allowed = if hyphens { "a-z, 0-9 and single hyphens inside" } else { "a-z and 0-9" };
    if text.is_empty() {
        return Some("it is empty".to_owned());
    }
    if text.len() > max {
        return Some(format!("it has {} characters; at most {max} are allowed", text.len()));
    }
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || (hyphens && c == '-');
    if let Some(bad) = text.chars().find(|&c| !good(c)) {
        return Some(format!("it has `{}`; allowed are {allowed}", bad.escape_debug()));
    }
    if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
        return Some(format!("a hyphen stands at an end or doubled; allowed are {allowed}"));
    }
    if let Some(part) = text.split('-').find(|part| SPLIT_WORDS.contains(part)) {
        return Some(format!("the part `{part}` is the name of a split, which data loaders act upon"));
    }
    if WINDOWS_DEVICES.contains(&text) {
        return Some("Windows keeps this name for a device".to_owned());
    }
    None
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $what:literal, max $max:literal, hyphens $hyphens:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The greatest length in characters.
            pub const MAX: usize = $max;

            /// Returns the id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Error;
            fn from_str(text: &str) -> Result<Self> {
                match id_fault(text, $max, $hyphens) {
                    None => Ok(Self(text.to_owned())),
                    Some(fault) => Err(Error::new(
                        ErrorKind::Usage,
                        format!("`{}` cannot be a {}: {fault}", text.escape_debug(), $what),
                    )),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = Error;
            fn try_from(text: String) -> Result<Self> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// The id of a prompt inside a sheet: `[a-z0-9-]`, at most 40 characters.
    PromptId, "prompt id", max 40, hyphens true
}
id! {
    /// The id of a prompt sheet: `[a-z0-9-]`, at most 32 characters.
    SheetId, "sheet id", max 32, hyphens true
}
id! {
    /// The pseudonym of a speaker: `[a-z0-9]`, at most 24 characters, never a name.
    ///
    /// It has no hyphen, so that the order of utterance ids is the order of speakers, which Kaldi asks for.
    SpeakerId, "speaker id", max 24, hyphens false
}
id! {
    /// What a room or a microphone is called where results are told apart by it: `[a-z0-9-]`, at most 32 characters, never a
    /// person's name.
    Label, "label", max 32, hyphens true
}
id! {
    /// The id of a session, which is its folder's name: `[a-z0-9-]`, at most 64 characters.
    SessionId, "session id", max 64, hyphens true
}
id! {
    /// The id of an utterance, which is the stem of its file:
    /// `<speaker>-<locale>-<sheet>-<prompt>-<repetition>`.
    UtteranceId, "utterance id", max 144, hyphens true
}

impl UtteranceId {
    /// Builds the id of one speaker's reading of one prompt; `repetition` counts from 1.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when the parts together are longer than [`UtteranceId::MAX`].
    pub fn new(
        speaker: &SpeakerId,
        locale: &Locale,
        sheet: &SheetId,
        prompt: &PromptId,
        repetition: u16,
    ) -> Result<Self> {
        format!("{speaker}-{}-{sheet}-{prompt}-{repetition}", locale.lower()).parse()
    }
}

/// Makes an enum of fixed words: records store the word, and faces look their messages up by it.
///
/// Each gets `ALL`, `id()`, `Display` and serde by its words. A word that is not known is refused when it is read, or,
/// with `else VARIANT`, read as that variant, so that an older Booth reads a newer record.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:literal,)+ } $(else $other:ident)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$item])* $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the word that records have for it.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.id())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let word = <::std::borrow::Cow<'de, str> as ::serde::Deserialize>::deserialize(deserializer)?;
                match Self::ALL.iter().find(|known| known.id() == word) {
                    Some(known) => Ok(*known),
                    None => named!(@unknown word, [$($word),+], $($other)?),
                }
            }
        }
    };
    (@unknown $word:ident, [$($known:literal),+], $other:ident) => { Ok(Self::$other) };
    (@unknown $word:ident, [$($known:literal),+],) => {
        Err(<D::Error as ::serde::de::Error>::unknown_variant(&$word, &[$($known),+]))
    };
}
pub(crate) use named;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn unsafe_ids_are_refused_with_the_reason() {
        for (text, reason) in [
            ("", "empty"),
            ("Alarm", "`A`"),
            ("a_b", "`_`"),
            ("a--b", "hyphen"),
            ("my-test-1", "split"),
            ("con", "Windows"),
        ] {
            let message = text.parse::<PromptId>().unwrap_err().message().to_owned();
            assert!(message.contains(reason), "{text}: {message}");
        }
        assert!("a-b".parse::<SpeakerId>().is_err());
    }

    #[test]
    fn the_longest_parts_make_an_utterance_id() {
        let (sheet, prompt) = ("s".repeat(SheetId::MAX), "p".repeat(PromptId::MAX));
        let locale = format!("zh-Hant-TW-x-{}", "abcdefgh-".repeat(2) + "abcd");
        assert_eq!(locale.len(), Locale::MAX);
        let speaker = "k".repeat(SpeakerId::MAX).parse().unwrap();
        let locale = locale.parse().unwrap();
        UtteranceId::new(&speaker, &locale, &sheet.parse().unwrap(), &prompt.parse().unwrap(), 1000).unwrap();
    }

    proptest! {
        #[test]
        fn ids_print_and_parse_the_same(text in "[a-z0-9-]{0,50}") {
            if let Ok(id) = text.parse::<PromptId>() {
                prop_assert_eq!(id.to_string().parse::<PromptId>().unwrap(), id);
            }
        }
    }
}
