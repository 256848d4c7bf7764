//! What office programs and spreadsheets do to texts by themselves: spaces that typography asks for, and quotation marks
//! around cells.

use crate::ids::Locale;
use std::borrow::Cow;

/// Languages that set a space before high punctuation and inside guillemets: French, and those that are written by its
/// rules (the languages of France and Wallonia, French creoles, languages of countries whose schools are French).
const FRENCH: [&str; 25] = [
    "fr", "br", "oc", "frp", "wa", "pcd", "co", "gcf", "gcr", "ht", "mfe", "rcf", "acf", "mg", "ln", "wo",
    "bm", "ff", "sg", "kg", "ee", "fon", "mos", "dyu", "kab",
];

/// Languages that keep words of one or two letters on the line of the next word, and a dash on that of the word before.
const SLAVIC: [&str; 15] =
    ["cs", "sk", "pl", "sl", "hr", "bs", "sr", "ru", "uk", "be", "bg", "mk", "hsb", "dsb", "szl"];

/// Languages whose keyboards write the space as wide as their letters.
const WIDE: [&str; 7] = ["ja", "zh", "yue", "cmn", "wuu", "nan", "ko"];

/// Writes the spaces that typography asks for in a language as plain ones, which are read in the same way; all others stay.
///
/// The length in characters stays the same.
pub(super) fn plain_spaces<'a>(text: &'a str, locale: &Locale) -> Cow<'a, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let usual = |at: usize| is_usual(&chars, at, locale.language());
    if !(0..chars.len()).any(usual) {
        return Cow::Borrowed(text);
    }
    Cow::Owned((0..chars.len()).map(|at| if usual(at) { ' ' } else { chars[at] }).collect())
}

/// Tells whether the character at `at` is a space that the language asks for there.
fn is_usual(chars: &[char], at: usize, language: &str) -> bool {
    let before = at.checked_sub(1).map(|at| chars[at]);
    let after = chars.get(at + 1).copied();
    match chars[at] {
        '\u{a0}' | '\u{202f}' | '\u{2009}' if FRENCH.contains(&language) => {
            matches!(after, Some('?' | '!' | ':' | ';' | '»' | '›' | '%' | '€'))
                || matches!(before, Some('«' | '‹' | '–' | '—'))
        }
        '\u{a0}' | '\u{202f}' if SLAVIC.contains(&language) => {
            let letters = chars[..at].iter().rev().take_while(|c| c.is_alphabetic()).count();
            let starts = at == letters || !chars[at - letters - 1].is_alphanumeric();
            matches!(after, Some('–' | '—')) || (1..=2).contains(&letters) && starts
        }
        '\u{3000}' => WIDE.contains(&language),
        _ => false,
    }
}

/// Takes a cell out of the quotation marks that a spreadsheet puts around it, with those inside doubled (RFC 4180); `None`
/// when it does not stand in such.
pub(super) fn unquoted(cell: &str) -> Option<String> {
    let inside = cell.strip_prefix('"')?.strip_suffix('"')?;
    let out = inside.replace("\"\"", "\u{0}");
    // What is left over stands alone, as in `"Yes," she said, "no"`.
    (!out.contains('"') && !inside.contains('\u{0}')).then(|| out.replace('\u{0}', "\""))
}

/// Finds what a spreadsheet left of its quotation marks in a cell that is not quoted as a whole: the first of two in a row.
pub(super) fn doubled_quote(text: &str) -> Option<usize> {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).position(|pair| pair == ['"', '"'])
}

/// Finds a quotation mark without a partner. Between two letters it belongs to a word (Hebrew gershayim), behind a digit it
/// is a measure.
pub(super) fn lone_quote(text: &str) -> Option<usize> {
    let chars: Vec<char> = text.chars().collect();
    let is_mark = |at: &usize| {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let inside =
            before.is_some_and(char::is_alphabetic) && chars.get(at + 1).is_some_and(|c| c.is_alphabetic());
        chars[*at] == '"' && !inside && !before.is_some_and(char::is_numeric)
    };
    let marks: Vec<usize> = (0..chars.len()).filter(is_mark).collect();
    (marks.len() % 2 == 1).then(|| marks[marks.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_of_typography_are_plain_ones_in_their_languages() {
        for (tag, text, plain) in [
            ("fr-FR", "Qui vient\u{a0}? «\u{202f}Moi\u{202f}»\u{a0}!", "Qui vient ? « Moi » !"),
            ("fr-CH", "Oui\u{202f}; non\u{a0}: si", "Oui ; non : si"),
            ("br-FR", "Piv\u{a0}?", "Piv ?"),
            ("fr-FR", "deux\u{a0}mots", "deux\u{a0}mots"),
            ("en-US", "Who\u{a0}?", "Who\u{a0}?"),
            ("cs-CZ", "Jdu v\u{a0}úterý s\u{a0}ním", "Jdu v úterý s ním"),
            ("ru-RU", "Москва\u{a0}— на\u{a0}реке", "Москва — на реке"),
            ("pl-PL", "duży\u{a0}dom", "duży\u{a0}dom"),
            ("ja-JP", "明日\u{3000}起こして", "明日 起こして"),
            ("de-DE", "z.\u{3000}B.", "z.\u{3000}B."),
        ] {
            assert_eq!(plain_spaces(text, &tag.parse().unwrap()), plain, "{tag}: {text}");
        }
    }

    #[test]
    fn marks_of_a_spreadsheet_are_told_from_marks_of_a_text() {
        assert_eq!(unquoted(r#""Wake me up, will you?""#).unwrap(), "Wake me up, will you?");
        assert_eq!(unquoted(r#""She said ""stop"" twice""#).unwrap(), r#"She said "stop" twice"#);
        for text in [r#""Yes," she said, "no""#, r#"""#, "on", r#""on"#, r#""a""b"#] {
            assert_eq!(unquoted(text), None, "{text}");
        }
        assert_eq!((doubled_quote(r#"a ""b"" c"#), doubled_quote(r#"a "b" c"#)), (Some(2), None));
        assert_eq!((lone_quote(r#""Turn on"#), lone_quote(r#"say "on" now"#)), (Some(0), None));
        for text in [r#"צה"ל יצא"#, r#"a screen of 5""#, r#"מנכ"ל "הארץ" נבחר"#] {
            assert_eq!(lone_quote(text), None, "{text}");
        }
    }
}
