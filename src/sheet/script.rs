//! Which scripts a locale is written in, and what of a text is in another one.

use crate::ids::Locale;
use crate::text::{is_spaceless, is_word};
use unicode_script::{Script, UnicodeScript as _};

/// How a locale is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Writing {
    /// Its scripts; none when the language is not known here.
    scripts: Vec<Script>,
    /// Whether spaces stand between words.
    pub spaced: bool,
}

/// What of a text is in a script that its locale does not use; indices count characters from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScriptFault {
    /// No letter is in a script of the locale.
    Wrong { at: usize, script: Script },
    /// A word is in another script.
    Foreign { at: usize, script: Script, character: char },
    /// One word has letters of two scripts.
    Mixed { at: usize, script: Script, character: char, own: Script },
}

impl Writing {
    /// Returns how `locale` is written: by its script subtag, else by its language (and, for Punjabi, region).
    pub fn of(locale: &Locale) -> Self {
        let scripts = match locale.script() {
            Some("Jpan" | "Hrkt") => JAPANESE.to_vec(),
            Some("Kore") => KOREAN.to_vec(),
            Some("Hans" | "Hant") => vec![Script::Han],
            Some(tag) => Script::from_short_name(tag).into_iter().collect(),
            None => by_language(locale),
        };
        let spaced = if scripts.is_empty() {
            true
        } else {
            scripts.contains(&Script::Hangul) || !scripts.iter().any(|&script| is_spaceless(script))
        };
        Self { scripts, spaced }
    }

    /// Names the scripts for a message.
    pub fn name(&self) -> String {
        let names: Vec<&str> = self.scripts.iter().map(|script| script.full_name()).collect();
        names.join(", ")
    }

    /// Lists what is in another script: the first of each kind.
    ///
    /// Of a language that is not known here, the first letter decides.
    pub fn faults(&self, text: &str) -> Vec<ScriptFault> {
        let real = |c: char| match c.script() {
            Script::Common | Script::Inherited | Script::Unknown => None,
            script => Some(script),
        };
        let first = text.chars().find_map(real);
        let guessed: Vec<Script> = match first {
            Some(Script::Han | Script::Hiragana | Script::Katakana) => JAPANESE.to_vec(),
            Some(Script::Hangul) => KOREAN.to_vec(),
            other => other.into_iter().collect(),
        };
        let scripts = if self.scripts.is_empty() { &guessed } else { &self.scripts };

        let (mut foreign, mut mixed) = (None, None);
        let mut any_own = false;
        let (mut own_in_word, mut foreign_in_word) = (None, None);
        let end = std::iter::once(' ');
        for (at, c) in text.chars().chain(end).enumerate() {
            if !is_word(c) {
                match (own_in_word.take(), foreign_in_word.take()) {
                    (Some(own), Some((at, script, character))) if self.spaced => {
                        mixed = mixed.or(Some(ScriptFault::Mixed { at, script, character, own }));
                    }
                    (_, Some((at, script, character))) => {
                        foreign = foreign.or(Some(ScriptFault::Foreign { at, script, character }));
                    }
                    _ => {}
                }
                continue;
            }
            match real(c) {
                Some(script) if scripts.contains(&script) => {
                    any_own = true;
                    own_in_word = own_in_word.or(Some(script));
                }
                Some(script) => foreign_in_word = foreign_in_word.or(Some((at, script, c))),
                None => {}
            }
        }
        match foreign {
            Some(ScriptFault::Foreign { at, script, .. }) if !any_own => {
                vec![ScriptFault::Wrong { at, script }]
            }
            _ => mixed.into_iter().chain(foreign).collect(),
        }
    }
}

const JAPANESE: [Script; 3] = [Script::Hiragana, Script::Katakana, Script::Han];
const KOREAN: [Script; 2] = [Script::Hangul, Script::Han];

/// The usual scripts of a language (Unicode CLDR, `likelySubtags`); none when it is not listed.
fn by_language(locale: &Locale) -> Vec<Script> {
    let script = match locale.language() {
        "pa" if locale.as_str() == "pa-PK" => Script::Arabic,
        "ja" => return JAPANESE.to_vec(),
        "ko" => return KOREAN.to_vec(),
        "zh" | "yue" | "cmn" | "wuu" | "nan" | "hak" => Script::Han,
        "ru" | "uk" | "be" | "bg" | "mk" | "kk" | "ky" | "mn" | "tg" | "tt" | "ba" | "cv" | "sah" | "os"
        | "ce" | "udm" | "mhr" => Script::Cyrillic,
        "el" => Script::Greek,
        "he" | "yi" => Script::Hebrew,
        "ar" | "arz" | "ary" | "apc" | "fa" | "ur" | "ps" | "sd" | "ug" | "ckb" | "skr" | "pnb" => {
            Script::Arabic
        }
        "hi" | "mr" | "ne" | "sa" | "mai" | "bho" | "doi" | "kok" | "brx" | "awa" => Script::Devanagari,
        "bn" | "as" => Script::Bengali,
        "pa" => Script::Gurmukhi,
        "gu" => Script::Gujarati,
        "or" => Script::Oriya,
        "ta" => Script::Tamil,
        "te" => Script::Telugu,
        "kn" => Script::Kannada,
        "ml" => Script::Malayalam,
        "si" => Script::Sinhala,
        "th" => Script::Thai,
        "lo" => Script::Lao,
        "km" => Script::Khmer,
        "my" => Script::Myanmar,
        "bo" | "dz" => Script::Tibetan,
        "ka" => Script::Georgian,
        "hy" => Script::Armenian,
        "am" | "ti" => Script::Ethiopic,
        "dv" => Script::Thaana,
        "sat" => Script::Ol_Chiki,
        "mni" => Script::Meetei_Mayek,
        "af" | "ak" | "ast" | "az" | "bm" | "br" | "ca" | "ceb" | "co" | "cs" | "cy" | "da" | "de" | "ee"
        | "en" | "eo" | "es" | "et" | "eu" | "ff" | "fi" | "fil" | "fo" | "fr" | "fy" | "ga" | "gd"
        | "gl" | "gn" | "ha" | "haw" | "hr" | "ht" | "hu" | "ia" | "id" | "ig" | "ilo" | "is" | "it"
        | "jv" | "ki" | "ln" | "lb" | "lg" | "lt" | "luo" | "lv" | "mg" | "mi" | "ms" | "mt" | "nb"
        | "nl" | "nn" | "no" | "nso" | "ny" | "oc" | "om" | "pl" | "pt" | "qu" | "rm" | "rn" | "ro"
        | "rw" | "sc" | "sk" | "sl" | "sm" | "sn" | "so" | "sq" | "st" | "su" | "sv" | "sw" | "tk" | "tl"
        | "tn" | "to" | "tr" | "ts" | "vi" | "wo" | "xh" | "yo" | "zu" => Script::Latin,
        // Not listed, or written in two scripts (Serbian, Uzbek).
        _ => return Vec::new(),
    };
    vec![script]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn writing(locale: &str) -> Writing {
        Writing::of(&locale.parse().unwrap())
    }

    #[test]
    fn subtag_and_language_give_the_scripts() {
        for (locale, name, spaced) in [
            ("fr-FR", "Latin", true),
            ("zh-Hant-TW", "Han", false),
            ("zh-Latn", "Latin", true),
            ("sr-Latn-RS", "Latin", true),
            ("sr-RS", "", true),
            ("ja-JP", "Hiragana, Katakana, Han", false),
            ("ko-KR", "Hangul, Han", true),
            ("pa-PK", "Arabic", true),
            ("pa-IN", "Gurmukhi", true),
            ("th-TH", "Thai", false),
            ("qqq", "", true),
        ] {
            let writing = writing(locale);
            assert_eq!((writing.name().as_str(), writing.spaced), (name, spaced), "{locale}");
        }
    }

    #[test]
    fn wrong_foreign_and_mixed_are_told_apart() {
        use ScriptFault::{Foreign, Mixed, Wrong};
        let latin = Script::Latin;
        let cyrillic = Script::Cyrillic;
        for (locale, text, expected) in [
            ("en-US", "wake me, please…", vec![]),
            ("en-US", "разбуди меня", vec![Wrong { at: 0, script: cyrillic }]),
            ("ru-RU", "включи Radio", vec![Foreign { at: 7, script: latin, character: 'R' }]),
            ("ru-RU", "вклюuи", vec![Mixed { at: 4, script: latin, character: 'u', own: cyrillic }]),
            (
                "ru-RU",
                "вклюuи Radio",
                vec![
                    Mixed { at: 4, script: latin, character: 'u', own: cyrillic },
                    Foreign { at: 7, script: latin, character: 'R' },
                ],
            ),
            ("ja-JP", "Tシャツを買う", vec![Foreign { at: 0, script: latin, character: 'T' }]),
            ("ja-JP", "コーヒーを二つ、お願い。", vec![]),
            ("hi-IN", "कल सुबह उठाना।", vec![]),
            ("ur-PK", "کل صبح جگا دینا۔", vec![]),
            ("qqq", "wake меня", vec![Foreign { at: 5, script: cyrillic, character: 'м' }]),
            ("fr-FR", "…", vec![]),
        ] {
            assert_eq!(writing(locale).faults(text), expected, "{locale} {text}");
        }
    }
}
