//! Which scripts a locale is written in, and what of a text is in another one.

use crate::ids::Locale;
use crate::text::{WORD_BREAK, is_spaceless, is_word};
use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

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
    /// One word has letters of two scripts that look alike.
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

    /// Counts the words of a text, or, in a script without spaces, its characters.
    pub fn length(&self, text: &str) -> usize {
        if self.spaced {
            text.split(' ').filter(|word| word.chars().any(char::is_alphanumeric)).count()
        } else {
            let seen: String = text.chars().filter(|&c| c != WORD_BREAK).collect();
            seen.graphemes(true).count()
        }
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
        let mut word = Word::default();
        let end = std::iter::once(' ');
        for (at, c) in text.chars().chain(end).enumerate() {
            if is_word(c) {
                let Some(script) = real(c) else { continue };
                let is_own = scripts.contains(&script);
                any_own |= is_own;
                word.add(Letter { at, script, character: c, is_own });
            } else {
                match std::mem::take(&mut word).fault() {
                    Some(fault @ ScriptFault::Mixed { .. }) => mixed = mixed.or(Some(fault)),
                    fault => foreign = foreign.or(fault),
                }
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

/// A letter and where it stands.
#[derive(Clone, Copy)]
struct Letter {
    at: usize,
    script: Script,
    character: char,
    is_own: bool,
}

/// A word as it is read: the first letter of each script.
#[derive(Default)]
struct Word {
    letters: Vec<Letter>,
}

impl Word {
    fn add(&mut self, letter: Letter) {
        if self.letters.iter().all(|known| known.script != letter.script) {
            self.letters.push(letter);
        }
    }

    /// Says what is wrong with it. A foreign letter beside one that it can be taken for is a slip of the keyboard, which
    /// nobody sees; a Korean particle on a Latin name is neither.
    fn fault(&self) -> Option<ScriptFault> {
        let foreign = self.letters.iter().filter(|letter| !letter.is_own);
        for letter in foreign.clone() {
            // Beside a letter of the locale, else beside another foreign one that came before.
            let mut beside = self.letters.iter().filter(|other| other.is_own || other.at < letter.at);
            let is_borrowed = BORROWED.contains(&letter.character);
            if let Some(other) = beside.find(|other| !is_borrowed && look_alike(other.script, letter.script))
            {
                let Letter { at, script, character, .. } = *letter;
                return Some(ScriptFault::Mixed { at, script, character, own: other.script });
            }
        }
        let first = foreign.min_by_key(|letter| letter.at)?;
        Some(ScriptFault::Foreign { at: first.at, script: first.script, character: first.character })
    }
}

/// Scripts with letters that cannot be told from those of another one of the row (Unicode Technical Standard 39,
/// confusables.txt): whole words of them are written alike.
const ALIKE: [&[Script]; 2] = [
    &[
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Armenian,
        Script::Cherokee,
        Script::Coptic,
        Script::Lisu,
    ],
    &[Script::Telugu, Script::Kannada],
];

/// Greek letters that Latin alphabets have borrowed (Salish, Wakhi, Gabon's languages), and that look like none of theirs.
const BORROWED: [char; 6] = ['β', 'δ', 'θ', 'λ', 'φ', 'χ'];

/// Tells whether letters of one script can be taken for letters of the other.
fn look_alike(one: Script, other: Script) -> bool {
    one != other && ALIKE.iter().any(|row| row.contains(&one) && row.contains(&other))
}

const JAPANESE: [Script; 3] = [Script::Hiragana, Script::Katakana, Script::Han];
const KOREAN: [Script; 2] = [Script::Hangul, Script::Han];

/// The usual scripts of a language (Unicode CLDR, `likelySubtags`); none when it is not listed, or has several.
fn by_language(locale: &Locale) -> Vec<Script> {
    let script = match (locale.language(), locale.region()) {
        ("pa", Some("PK")) | ("az" | "tk", Some("IR" | "AF")) | ("uz", Some("AF")) | ("ky", Some("CN")) => {
            Script::Arabic
        }
        ("ha", Some("SD" | "CM")) | ("tg", Some("PK" | "AF")) | ("ms", Some("CC")) => Script::Arabic,
        ("az" | "ro", Some("RU")) | ("ug", Some("KZ")) => Script::Cyrillic,
        ("mn", Some("CN")) => Script::Mongolian,
        ("sd", Some("IN")) => Script::Devanagari,
        (language, _) => return by_language_alone(language),
    };
    vec![script]
}

fn by_language_alone(language: &str) -> Vec<Script> {
    let script = match language {
        "ja" => return JAPANESE.to_vec(),
        "ko" => return KOREAN.to_vec(),
        "zh" | "yue" | "cmn" | "wuu" => Script::Han,
        "ru" | "uk" | "be" | "bg" | "mk" | "ky" | "mn" | "tg" | "tt" | "ba" | "cv" | "sah" | "os" | "ce"
        | "udm" | "mhr" => Script::Cyrillic,
        "el" => Script::Greek,
        "he" | "yi" => Script::Hebrew,
        "ar" | "arz" | "ary" | "apc" | "fa" | "ur" | "ps" | "sd" | "ug" | "ckb" | "skr" | "pnb" => {
            Script::Arabic
        }
        "hi" | "mr" | "ne" | "sa" | "mai" | "bho" | "brx" | "awa" => Script::Devanagari,
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
        "af" | "ak" | "ast" | "az" | "bm" | "br" | "ca" | "ceb" | "co" | "cs" | "cy" | "da" | "de" | "ee"
        | "en" | "eo" | "es" | "et" | "eu" | "ff" | "fi" | "fil" | "fo" | "fr" | "fy" | "ga" | "gd"
        | "gl" | "gn" | "ha" | "haw" | "hr" | "ht" | "hu" | "ia" | "id" | "ig" | "ilo" | "is" | "it"
        | "jv" | "ki" | "ln" | "lb" | "lg" | "lt" | "luo" | "lv" | "mg" | "mi" | "ms" | "mt" | "nb"
        | "nl" | "nn" | "no" | "nso" | "ny" | "oc" | "om" | "pl" | "pt" | "qu" | "rm" | "rn" | "ro"
        | "rw" | "sc" | "sk" | "sl" | "sm" | "sn" | "so" | "sq" | "st" | "su" | "sv" | "sw" | "tk" | "tl"
        | "tn" | "to" | "tr" | "ts" | "vi" | "wo" | "xh" | "yo" | "zu" => Script::Latin,
        // Not listed, or written in several scripts (Serbian, Uzbek, Kazakh, Santali, Southern Min).
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
            // A particle on a foreign word is Korean; letters that nobody can tell apart are not, in any locale.
            ("ko-KR", "TV를 켜 줘", vec![Foreign { at: 0, script: latin, character: 'T' }]),
            ("ka-GE", "Wi-Fiს ჩართვა", vec![Foreign { at: 0, script: latin, character: 'W' }]),
            ("hy-AM", "նuրբ", vec![Mixed { at: 1, script: latin, character: 'u', own: Script::Armenian }]),
            ("ja-JP", "Wаke を買う", vec![Mixed { at: 1, script: cyrillic, character: 'а', own: latin }]),
            ("hur", "xʷməθkʷəy̓əm", vec![Foreign { at: 4, script: Script::Greek, character: 'θ' }]),
            ("mn-CN", "ᠮᠣᠩᠭᠣᠯ", vec![]),
            ("nan-TW", "Tâi-oân", vec![]),
            ("sat", "ᱥᱟᱱᱛᱟᱲᱤ", vec![]),
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
