//! Text as it is heard: what two spellings of the same words have in common.

use crate::ids::Locale;
use crate::text::is_silent;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
use unicode_script::{Script, UnicodeScript as _};

/// Languages whose capital of `i` is `İ` and of `ı` is `I` (Unicode `SpecialCasing`, and those written like them).
const DOTLESS: [&str; 4] = ["az", "crh", "gag", "tr"];
/// Languages where an apostrophe stands between two words.
const ELIDING: [&str; 14] =
    ["ca", "co", "fr", "frp", "fur", "it", "lij", "lmo", "nap", "oc", "pms", "sc", "scn", "vec"];
/// Symbols that are read as words.
const SPOKEN: &str = "#*@&%+=$€£¥₹₽₩₪°‰";
/// The zeros of decimal digits outside ASCII (Unicode, `Nd`).
const ZEROS: [char; 20] = [
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}',
    '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}',
    '\u{1810}', '\u{1c50}',
];

/// Parts what would join, inside a word: Persian writes prefixes with it, and others with a space.
const ZWNJ: char = '\u{200c}';

/// Tells whether a character of a normalised text is a digit or a symbol, which may be read in several ways.
pub(super) fn is_unspelled(c: char) -> bool {
    c.is_ascii_digit() || SPOKEN.contains(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '\u{b4}' | '\u{2b9}'
            ..='\u{2bf}'
                | '\u{2c8}'
                | '\u{2ee}'
                | '\u{7f4}'
                | '\u{7f5}'
                | '\u{2018}'
                | '\u{2019}'
                | '\u{201b}'
                | '\u{2032}'
                | '\u{55a}'
                | '\u{5f3}'
                | '\u{a78b}'
                | '\u{a78c}'
                | '\u{ff07}'
    )
}

/// How the two sides of a joint inside a word are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joints {
    /// As the language writes them: an elision and a hyphen part words, an apostrophe and a point inside a word do not.
    Usual,
    /// All as one word.
    Closed,
    /// All as two words.
    Open,
}

/// Tells whether a mark stands above or beside the letter of a word that it is said with, wherever it is in the word
/// (Armenian emphasis, exclamation and question).
fn is_said_with_word(c: char) -> bool {
    matches!(c, '\u{55b}' | '\u{55c}' | '\u{55e}')
}

/// Tells whether a mark between two letters stands inside one word (Unicode Standard Annex 29, `Word_Break` of
/// `MidLetter`): Catalan `l·l`, Hebrew `צה״ל`, Finnish `EU:n`. Between Hebrew letters a plain quotation mark does too.
fn is_mid_letter(c: char, before: Option<char>, after: Option<char>) -> bool {
    let letters = |test: fn(char) -> bool| [before, after].iter().all(|c| c.is_some_and(test));
    match c {
        '\u{b7}' | '\u{387}' | '\u{55f}' | '\u{5f4}' | '\u{2027}' | ':' => {
            letters(|c| c.is_alphabetic() || is_combining_mark(c))
        }
        // `ό,τι` is a word of its own, and another one than `ότι`.
        ',' => before == Some('ό') && after == Some('τ'),
        '"' | '\u{201d}' | '\u{201e}' => letters(|c| c.script() == Script::Hebrew),
        _ => false,
    }
}

/// Tells whether a character joins two words to one (Unicode, general category `Pd`, without the dashes that part clauses).
fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}'
            | '\u{5be}'
            | '\u{1400}'
            | '\u{1806}'
            | '\u{2010}'
            | '\u{2011}'
            | '\u{2e17}'
            | '\u{10ead}'
    )
}

/// Leaves out what stands between brackets, as far as a bracket is closed; brackets are not nested.
pub(super) fn bracketed(text: &str, pairs: &[(char, char)]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, open)) = rest.char_indices().find(|(_, c)| pairs.iter().any(|(open, _)| open == c)) {
        let close = pairs.iter().find(|(other, _)| *other == open).map_or(open, |pair| pair.1);
        kept.push_str(&rest[..at]);
        kept.push(' ');
        let inside = &rest[at + open.len_utf8()..];
        rest = inside.find(close).map_or(inside, |end| &inside[end + close.len_utf8()..]);
    }
    kept.push_str(rest);
    kept
}

/// Reduces a text to words of letters, marks, digits and spoken symbols with one space between two:
///
/// - compatibility forms (full width, ligatures) as plain ones (Unicode NFKC), lower case by the rules of the language,
///   `ß` as `ss`, final sigma as sigma, Russian `ё` as `е`, digits of any script as ASCII;
/// - apostrophes gone, or a space where the language elides (`l'eau`);
/// - marks that stand inside a word gone: Armenian emphasis, exclamation and question, and between two letters those that
///   Unicode calls `MidLetter` (`l·l`, `צה״ל`, `EU:n`);
/// - all other punctuation and hyphens a space;
/// - joiners and characters that show nothing gone; Malayalam chillus and the Bengali `ৎ` as letter and virama;
/// - Arabic and Hebrew vowel signs and tatweel gone; alefs with hamza, madda or wasla as alef, and the forms of yeh and
///   of kaf that differ only by keyboard as one.
pub fn normalise(text: &str, locale: &Locale) -> String {
    joined(text, locale, Joints::Usual)
}

/// Does as [`normalise`], with the joints inside words read as `joints` says. A joint is an apostrophe, a mark inside a
/// word, a hyphen or ZWNJ between two letters: people and recognisers write what it joins as one word or as two, and nobody
/// hears which.
pub(super) fn joined(text: &str, locale: &Locale, joints: Joints) -> String {
    let language = locale.language();
    let dotless = DOTLESS.contains(&language)
        || (matches!(language, "ba" | "kk" | "tt") && locale.script() == Some("Latn"));
    let elides = ELIDING.contains(&language);
    let chars: Vec<char> = text.chars().filter(|&c| c == ZWNJ || !is_silent(c)).collect();
    let plain: String = (0..chars.len())
        .filter_map(|at| {
            let (before, after) = (at.checked_sub(1).map(|at| chars[at]), chars.get(at + 1).copied());
            let is_inside = [before, after]
                .iter()
                .all(|c| c.is_some_and(|c| c.is_alphanumeric() || is_combining_mark(c)));
            // Before NFKC, which makes a space and a mark of an acute accent.
            let usual = match chars[at] {
                c if is_said_with_word(c) => return None,
                ZWNJ => None,
                c if is_mid_letter(c, before, after) => None,
                c if is_apostrophe(c) => elides.then_some(' '),
                c if is_hyphen(c) => Some(' '),
                c => return Some(c),
            };
            match joints {
                Joints::Closed if is_inside => None,
                Joints::Open if is_inside => Some(' '),
                _ => usual,
            }
        })
        .nfkc()
        .map(|c| match c {
            'I' if dotless => 'ı',
            'İ' => 'i',
            other => other,
        })
        .collect::<String>()
        .to_lowercase()
        .nfkc()
        .collect();
    let mut out = String::with_capacity(plain.len());
    let mut gap = false;
    for c in plain.chars() {
        if is_apostrophe(c) && !elides || is_silent(c) || is_vowel_sign(c) {
            continue;
        }
        let counts = c.is_alphanumeric() || is_combining_mark(c) || SPOKEN.contains(c);
        if !counts || is_apostrophe(c) {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && !out.is_empty() {
            out.push(' ');
        }
        match c {
            'ς' => out.push('σ'),
            'ß' => out.push_str("ss"),
            'ё' if language == "ru" => out.push('е'),
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ى' | 'ي' => out.push('ی'),
            'ك' => out.push('ک'),
            'ൺ' => out.push_str("ണ്"),
            'ൻ' => out.push_str("ന്"),
            'ർ' => out.push_str("ര്"),
            'ൽ' => out.push_str("ല്"),
            'ൾ' => out.push_str("ള്"),
            'ൿ' => out.push_str("ക്"),
            'ৎ' => out.push_str("ত্"),
            c => out.push(ascii_digit(c).unwrap_or(c)),
        }
    }
    // Marks may have come together when what stood between them went.
    out.nfc().collect()
}

/// Tells whether a character is a vowel sign or a mark that Arabic and Hebrew mostly do without, or a tatweel.
fn is_vowel_sign(c: char) -> bool {
    match c {
        '\u{640}' => true,
        '\u{591}'..='\u{5c7}' => is_combining_mark(c),
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' => {
            is_combining_mark(c) && matches!(c.script(), Script::Arabic | Script::Inherited)
        }
        _ => false,
    }
}

fn ascii_digit(c: char) -> Option<char> {
    let zero = ZEROS.iter().find(|&&zero| (0..10).contains(&(c as i64 - zero as i64)))?;
    char::from_digit(c as u32 - *zero as u32, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str, tag: &str) -> String {
        normalise(text, &tag.parse().unwrap())
    }

    #[test]
    fn texts_come_out_as_they_are_heard() {
        for (tag, text, heard) in [
            ("en-US", "  Well…  it's a “check-in”, O'Neil! ", "well its a check in oneil"),
            ("it-IT", "L'ora dell´alba", "l ora dell alba"),
            ("en-US", "ﬁve № ½ ＡＢＣ", "five no 1 2 abc"),
            ("tr-TR", "DIŞI İNCİ", "dışı inci"),
            ("de-DE", "GROẞE Maße", "grosse masse"),
            ("en-US", "İstanbul", "istanbul"),
            ("he-IL", "בֵּית־סֵפֶר", "בית ספר"),
            ("ar-EG", "مـــرحبًا", "مرحبا"),
            ("th-TH", "น้ำ ๑๒", "น\u{e49}\u{e4d}า 12"),
            ("en-US", "50 % of #3", "50 % of #3"),
            ("en-US", "a\u{ad}b\u{200b}c", "abc"),
            ("hy-AM", "Ո՞ւր ես, այո՛։", "ուր ես այո"),
            ("ca-ES", "excel·lent i l'hora", "excellent i l hora"),
            ("he-IL", "צה״ל וצה\"ל ג׳ירפה", "צהל וצהל גירפה"),
            ("fi-FI", "EU:n asia: tämä", "eun asia tämä"),
            ("el-GR", "ναι· όχι ό,τι", "ναι όχι ότι"),
            ("nqo", "ߞߊ߬ߙߊ߲߬ߕߊ߫ߴߊ߬", "ߞߊ߬ߙߊ߲߬ߕߊ߫ߊ߬"),
            ("am-ET", "ሰላም፡ነው።", "ሰላም ነው"),
        ] {
            assert_eq!(of(text, tag), heard, "{tag}: {text}");
        }
        assert_eq!(bracketed("a (b) <c", &[('(', ')'), ('<', '>')]), "a    c");
    }

    proptest! {
        #[test]
        fn twice_is_once_and_there_is_one_space_at_most(
            text in "(\\PC|[a-zİIßς' -]|[\u{300}-\u{320}]|[\u{640}-\u{670}]|[ぁ-ん]|[ａ-ｚ]){0,20}",
            tag in "(en-US|tr-TR|fr-FR|ru-RU|ar-EG|ja-JP)",
        ) {
            let once = of(&text, &tag);
            prop_assert_eq!(of(&once, &tag), once.clone());
            prop_assert!(!once.contains("  ") && once.trim() == once && !once.contains('\''));
        }
    }
}
