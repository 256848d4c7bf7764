//! What characters a prompt may hold, and the few ways in which text is changed.

use std::fmt::Write as _;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, char::is_combining_mark, is_nfc_quick};
use unicode_script::{Script, UnicodeScript as _};

/// A kind of character that must not stand in a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CharFault {
    /// A C0 or C1 control, or a line or paragraph separator.
    Control,
    /// A bidirectional embedding, override or isolate.
    Bidi,
    /// A character that shows nothing and is not needed to spell any language.
    Invisible,
    /// A replacement character, private use, or a code point without a character.
    Unreadable,
    /// A space other than U+0020.
    OddSpace,
    /// A space at an end, or a second one in a row.
    ExtraSpace,
    /// A sequence that Unicode form NFC writes otherwise.
    NotNfc,
}

/// One [`CharFault`] in a text: where it occurs first, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CharFinding {
    pub fault: CharFault,
    /// The index of the first such character, in characters from 0.
    pub at: usize,
    /// The character there.
    pub character: char,
    /// How many there are in the text.
    pub count: usize,
}

/// Lists what must not stand in a prompt, one entry a kind.
pub(super) fn char_faults(text: &str) -> Vec<CharFinding> {
    let mut found: Vec<CharFinding> = Vec::new();
    let mut add = |fault, at, character| match found.iter_mut().find(|known| known.fault == fault) {
        Some(known) => known.count += 1,
        None => found.push(CharFinding { fault, at, character, count: 1 }),
    };
    let chars: Vec<char> = text.chars().collect();
    // A word break that shows nothing is a space as well.
    let mut after_space = true;
    let mut counted = false;
    for (at, &c) in chars.iter().enumerate() {
        let fault = fault_at(&chars, at);
        let is_space = fault.is_none() && (c == ' ' || c == WORD_BREAK);
        counted = is_space && after_space;
        if let Some(fault) = fault {
            add(fault, at, c);
        } else if counted {
            add(CharFault::ExtraSpace, at, c);
        }
        after_space = is_space;
    }
    if after_space && !counted && !chars.is_empty() {
        add(CharFault::ExtraSpace, chars.len() - 1, ' ');
    }
    if !is_nfc(text) {
        let differs = text.chars().zip(text.nfc()).enumerate().find(|(_, (is, should))| is != should);
        // A text that NFC only shortens at its end differs at its last character.
        let end = chars.last().map_or((0, ' '), |&last| (chars.len() - 1, last));
        let (at, c) = differs.map_or(end, |(at, (is, _))| (at, is));
        add(CharFault::NotNfc, at, c);
    }
    found
}

/// Says why the character at `at` must not stand where it does.
pub(super) fn fault_at(chars: &[char], at: usize) -> Option<CharFault> {
    let fault = char_fault(chars[at])?;
    (fault != CharFault::Invisible || !is_spelled_with(chars, at)).then_some(fault)
}

/// U+200B, which parts words in scripts that show no spaces between them.
pub(super) const WORD_BREAK: char = '\u{200b}';

/// How far the letters may be that a character serves; more of other signs stand nowhere between two words.
const NEAR: usize = 4;

/// Tells whether a character that shows nothing is needed to spell what is around it: a word break (U+200B) in the scripts
/// whose lines break between words that no space parts (The Unicode Standard, 23.2; line break class SA, UAX 14, and
/// the scripts of Indonesia that are written alike), the Mongolian vowel separator, and the grapheme joiner that keeps
/// two marks in their order.
fn is_spelled_with(chars: &[char], at: usize) -> bool {
    let before = || chars[at.saturating_sub(NEAR)..at].iter().rev();
    let after = || chars[at + 1..].iter().take(NEAR);
    let is_mark = |c: Option<&char>| c.is_some_and(|&c| is_combining_mark(c));
    let real = |c: &&char| !matches!(c.script(), Script::Common | Script::Inherited | Script::Unknown);
    match chars[at] {
        WORD_BREAK => {
            let near = [before().find(real), after().find(real)];
            near.into_iter().flatten().any(|c| has_word_breaks(c.script()))
        }
        '\u{180e}' => before().next().is_some_and(|c| c.script() == Script::Mongolian),
        '\u{34f}' => is_mark(before().next()) && is_mark(after().next()),
        _ => false,
    }
}

/// Tells whether words of a script are parted by U+200B where they are parted at all.
fn has_word_breaks(script: Script) -> bool {
    matches!(
        script,
        Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
            | Script::Tai_Le
            | Script::New_Tai_Lue
            | Script::Tai_Tham
            | Script::Tai_Viet
            | Script::Ahom
            | Script::Javanese
            | Script::Balinese
            | Script::Buginese
    )
}

/// Finds the first letter that is written as one of its printed shapes (a ligature, an Arabic letter in its final form),
/// which other texts write as the letter itself. Words of several letters in one sign (U+FDFA) have no other spelling.
pub(super) fn printed_shape(text: &str) -> Option<(usize, char)> {
    text.chars().enumerate().find(|&(_, c)| is_printed_shape(c))
}

/// Tells whether a character is a printed shape of letters; a piece of one that stands for no letter is none.
pub(super) fn is_printed_shape(c: char) -> bool {
    matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{fb13}'..='\u{fb17}' | '\u{fb1d}'..='\u{fb28}' | '\u{fb2a}'..='\u{fdcf}'
        | '\u{fe70}'..='\u{fefc}')
        && c.is_alphabetic()
        && std::iter::once(c).nfkc().ne(std::iter::once(c))
}

/// Says why a character must not stand in a prompt, looking at it alone.
fn char_fault(c: char) -> Option<CharFault> {
    match c {
        c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => Some(CharFault::Control),
        c if c.is_ascii() => None,
        c if is_bidi_control(c) => Some(CharFault::Bidi),
        c if is_invisible(c) => Some(CharFault::Invisible),
        c if c.is_whitespace() => Some(CharFault::OddSpace),
        c if c == '\u{fffd}' || c.script() == Script::Unknown => Some(CharFault::Unreadable),
        _ => None,
    }
}

/// Tells whether a character changes the reading direction of what follows it.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Tells whether a character shows nothing and is not one of ZWNJ, ZWJ, LRM, RLM, ALM and the variation
/// selectors, which spelling needs.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}')
}

/// Tells whether a character joins or directs its neighbours without being seen: ZWNJ, ZWJ, LRM, RLM, ALM,
/// and the variation selectors.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
        | '\u{180b}'..='\u{180d}' | '\u{180f}')
}

/// Tells whether a character shows nothing of its own: a joiner, a direction, a filler.
pub fn is_silent(c: char) -> bool {
    is_joiner(c) || is_invisible(c) || is_bidi_control(c)
}

/// Tells whether a character is part of a word: a letter, a digit, a mark, or a joiner.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_joiner(c)
}

/// Tells whether a character is punctuation that a reader passes over in silence.
pub(super) fn is_punctuation(c: char) -> bool {
    match c {
        '!' | '"' | '\'' | ',' | '-' | '.' | ':' | ';' | '?' => true,
        c if c.is_ascii() => false,
        '\u{a1}'
        | '\u{ab}'
        | '\u{b7}'
        | '\u{bb}'
        | '\u{bf}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2018}'..='\u{201f}'
        | '\u{2026}'
        | '\u{2027}'
        | '\u{2039}'
        | '\u{203a}'
        | '\u{60c}'
        | '\u{61b}'
        | '\u{61f}'
        | '\u{964}'
        | '\u{965}'
        | '\u{589}'
        | '\u{10fb}'
        | '\u{3001}'
        | '\u{3002}'
        | '\u{300c}'..='\u{300f}'
        | '\u{30fb}'
        | '\u{30a0}'
        | '\u{ff01}'
        | '\u{ff07}'
        | '\u{ff0c}'..='\u{ff0e}'
        | '\u{ff1a}'
        | '\u{ff1b}'
        | '\u{ff1f}'
        | '\u{ff61}'..='\u{ff65}' => true,
        // Per cent, per mille and currencies of single scripts are spoken.
        '\u{606}'..='\u{60b}'
        | '\u{66a}'
        | '\u{66d}'
        | '\u{9f2}'
        | '\u{9f3}'
        | '\u{9fb}'
        | '\u{af1}'
        | '\u{bf3}'..='\u{bfa}'
        | '\u{17db}'
        | '\u{fdfc}' => false,
        // Any other mark that only one script has (an Ethiopic full stop) belongs to its writing.
        c => !is_word(c) && !matches!(c.script(), Script::Common | Script::Inherited | Script::Unknown),
    }
}

/// Tells whether a character is neither part of a word nor silent punctuation nor a fault of its own;
/// square brackets are left to the annotations.
pub(super) fn is_symbol(c: char) -> bool {
    !is_word(c) && !is_punctuation(c) && !matches!(c, ' ' | '[' | ']') && char_fault(c).is_none()
}

/// Tells whether a text is in Unicode form NFC.
pub fn is_nfc(text: &str) -> bool {
    text.is_ascii()
        || match is_nfc_quick(text.chars()) {
            IsNormalized::Yes => true,
            IsNormalized::No => false,
            IsNormalized::Maybe => unicode_normalization::is_nfc(text),
        }
}

/// Escapes what could change a terminal or hide what a line says: control characters, bidirectional
/// controls, and characters that show nothing; keeps what spelling needs.
pub fn escape_for_terminal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let _ = match fault_at(&chars, at) {
            Some(CharFault::Control) => write!(out, "{}", c.escape_default()),
            Some(CharFault::Bidi | CharFault::Invisible) => write!(out, "{}", c.escape_unicode()),
            _ => out.write_char(c),
        };
    }
    out
}

/// Reduces a text to what is said: NFC, lower case, punctuation and spaces as one space, none of either
/// beside scripts without spaces.
///
/// Two prompts with the same result sound the same; it is not for display. Symbols stay, since they are
/// spoken.
pub fn fold(text: &str) -> String {
    let seen = text.chars().filter(|&c| !is_silent(c));
    let mut folded: String = seen.nfc().collect::<String>().to_lowercase().nfc().collect();
    loop {
        let joined = joined(&folded);
        // A mark may have lost the punctuation before it, and comes to stand elsewhere among its like; what is beside a gap
        // is then another character. Each round has fewer gaps.
        folded = joined.nfc().collect();
        if folded == joined {
            return folded;
        }
    }
}

/// Makes one space of punctuation and spaces between words, and none beside scripts without spaces.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() || is_punctuation(c) {
            gap = true;
            continue;
        }
        if gap {
            gap = false;
            let before = out.chars().next_back();
            if before.is_some_and(|b| !is_spaceless(b.script()) && !is_spaceless(c.script())) {
                out.push(' ');
            }
        }
        out.push(if c == 'ς' { 'σ' } else { c });
    }
    out
}

/// Makes one prompt of somebody else's text: NFC, one line, single spaces, trimmed; a byte order mark, soft
/// hyphens and other characters that show nothing are dropped, where no script needs them.
///
/// # Errors
/// A sentence that says what is wrong: nothing is left, or there is a line break, a control character, a
/// bidirectional control, or a character that cannot be read.
pub fn clean_line(text: &str) -> Result<String, String> {
    let chars: Vec<char> = text.trim().chars().collect();
    let mut line = String::with_capacity(text.len());
    // The space that stands before the next character: a plain one wins over a word break.
    let mut space = None;
    for (at, &c) in chars.iter().enumerate() {
        let refuse = |what: &str| Err(format!("{what} (U+{:04X}) at character {}", c as u32, at + 1));
        match fault_at(&chars, at) {
            Some(CharFault::Control) if c == '\t' => space = Some(' '),
            Some(CharFault::Control) if c.is_whitespace() => return refuse("it has a line break"),
            Some(CharFault::Control) => return refuse("it has a control character"),
            Some(CharFault::Bidi) => return refuse("it has a bidirectional control"),
            Some(CharFault::Unreadable) => return refuse("it has a character that cannot be read"),
            Some(CharFault::Invisible) => {}
            Some(CharFault::OddSpace) => space = Some(' '),
            _ if c == ' ' => space = Some(' '),
            _ if c == WORD_BREAK => space = space.or(Some(WORD_BREAK)),
            _ => {
                let space = space.take().filter(|_| !line.is_empty());
                line.extend(space.into_iter().chain([c]));
            }
        }
    }
    let clean: String = line.nfc().collect();
    if clean.chars().any(char::is_alphanumeric) { Ok(clean) } else { Err("it has no words".to_owned()) }
}

/// Says why a text has no place in a corpus, whose readers take it as it is: there is nothing to see, or it has a control
/// character, a line break, a bidirectional control, or a character that shows nothing. `None` when it has a place.
pub fn unsafe_line(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let what = match fault_at(&chars, at) {
            Some(CharFault::Control) if c.is_whitespace() && c != '\t' => "it has a line break",
            Some(CharFault::Control) => "it has a control character",
            Some(CharFault::Bidi) => "it has a bidirectional control",
            Some(CharFault::Invisible) => "it has a character that shows nothing",
            _ => continue,
        };
        return Some(format!("{what} (U+{:04X}) at character {}", c as u32, at + 1));
    }
    let is_seen = |c: char| !c.is_whitespace() && !is_silent(c);
    (!text.chars().any(is_seen)).then(|| "there is nothing to see".to_owned())
}

/// Tells whether a script puts no spaces between words.
pub(crate) fn is_spaceless(script: Script) -> bool {
    has_word_breaks(script)
        || matches!(script, Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn faults(text: &str) -> Vec<(CharFault, usize, usize)> {
        char_faults(text).into_iter().map(|found| (found.fault, found.at, found.count)).collect()
    }

    #[test]
    fn each_kind_of_character_is_found_where_it_first_stands() {
        assert_eq!(faults("a\u{7}b\u{85}"), [(CharFault::Control, 1, 2)]);
        assert_eq!(faults("ab\u{202e}c\u{2066}"), [(CharFault::Bidi, 2, 2)]);
        assert_eq!(faults("a\u{ad}b"), [(CharFault::Invisible, 1, 1)]);
        assert_eq!(faults("a\u{fffd}\u{e000}\u{10ffff}"), [(CharFault::Unreadable, 1, 3)]);
        assert_eq!(faults("a\u{a0}b\u{3000}c"), [(CharFault::OddSpace, 1, 2)]);
        assert_eq!(faults(" a  b "), [(CharFault::ExtraSpace, 0, 3)]);
        assert_eq!(faults("ne\u{301}e"), [(CharFault::NotNfc, 1, 1)]);
        // Word breaks of scripts without spaces, and what only those and others may have.
        for text in [
            "សូម\u{200b}បើក\u{200b}ភ្លើង។",
            "เปิด\u{200b}ไฟ",
            "ເປີດ\u{200b}ໄຟ",
            "ဖွင့်\u{200b}ပါ",
            "បើក\u{200b}TV\u{200b}។",
            "ᠠᠨ\u{180e}ᠠ",
            "א\u{5b4}\u{34f}\u{5b7}",
            "مر\u{61c}حبا",
            "क\u{93c}",
            "\u{5d1}\u{5bc}",
        ] {
            assert_eq!(faults(text), [], "{text}");
        }
        assert_eq!(faults("เปิด \u{200b}ไฟ\u{200b}"), [(CharFault::ExtraSpace, 5, 2)]);
        assert_eq!(faults("turn\u{200b}on a\u{180e}"), [(CharFault::Invisible, 4, 2)]);
        assert_eq!(faults("\u{958}"), [(CharFault::NotNfc, 0, 1)]);
        assert_eq!(faults("می\u{200c}خواهم \u{200f}क्\u{200d}ष 葛\u{e0100}"), []);
        assert_eq!(faults(""), []);
    }

    #[test]
    fn terminals_are_kept_safe_and_joiners_whole() {
        assert_eq!(escape_for_terminal("a\u{1b}[2J\u{202e}\n"), "a\\u{1b}[2J\\u{202e}\\n");
        assert_eq!(
            escape_for_terminal("می\u{200c}خواهم \u{200e}\u{200f}\u{200d}é"),
            "می\u{200c}خواهم \u{200e}\u{200f}\u{200d}é"
        );
    }

    #[test]
    fn folding_hears_what_a_listener_hears() {
        for (one, other) in [
            ("Wake me up, please!", "wake me up please"),
            ("明日、起こして。", "明日起こして"),
            ("Où est-il ?", "où est il"),
            ("E\u{301}teins", "éteins"),
            ("ΟΔΟΣ", "οδος"),
            ("می\u{200c}خواهم", "میخواهم"),
            ("«Bonjour»", "bonjour"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        for (one, other) in [("it's", "its"), ("C#", "C"), ("a part", "apart"), ("schon", "schön")] {
            assert_ne!(fold(one), fold(other), "{one}");
        }
        // Found by fuzzing: marks come together when the punctuation between them goes.
        let once = fold("=\u{30a}\u{30a}\u{614}\u{316}\u{30a}\u{30a}-\u{30c}\u{316}");
        assert_eq!(fold(&once), once);
    }

    #[test]
    fn what_has_no_place_in_a_corpus_is_said() {
        for (text, reason) in [
            ("", "nothing to see"),
            (" \u{a0}\u{200d}", "nothing to see"),
            ("a\nb", "line break (U+000A) at character 2"),
            ("a\u{2029}b", "line break"),
            ("a\tb", "control character (U+0009)"),
            ("\u{1b}[2J", "control character (U+001B) at character 1"),
            ("a\u{202e}b", "bidirectional"),
            ("a\u{200b}b", "shows nothing"),
        ] {
            let fault = unsafe_line(text);
            assert!(fault.as_ref().is_some_and(|fault| fault.contains(reason)), "{text:?}: {fault:?}");
        }
        for text in
            ["dis \"bonjour\"\u{a0}!", "明日　七時", "می\u{200c}خواهم \u{200f}क्\u{200d}ष", "…", "e\u{301}"]
        {
            assert_eq!(unsafe_line(text), None, "{text:?}");
        }
    }

    #[test]
    fn letters_are_told_from_their_printed_shapes() {
        for (text, at) in [
            ("of\u{fb01}ce", Some(2)),
            ("\u{fee3}ا", Some(0)),
            ("\u{fb21}", Some(0)),
            ("ﷺ", None),
            ("ｱ", None),
        ] {
            assert_eq!(printed_shape(text).map(|(at, _)| at), at, "{text}");
        }
    }

    #[test]
    fn marks_that_change_places_beside_a_gap_leave_none_behind() {
        // U+1A76 is of a script without spaces, and comes to stand behind U+0324 when that has lost the gap before it.
        let once = fold("1\u{1a76} \"\0\u{324}\0\u{324}a");
        assert_eq!(fold(&once), once);
    }

    #[test]
    fn imported_text_is_cleaned_or_refused_with_the_reason() {
        assert_eq!(
            clean_line("\u{200b}បើក\u{200b} \u{200b}ភ្លើង\u{200b}\u{200b}ទី\u{200b}").unwrap(),
            "បើក ភ្លើង\u{200b}ទី"
        );
        assert_eq!(clean_line("on\u{200b}e").unwrap(), "one");
        assert_eq!(clean_line("\u{feff} e\u{301}te\u{a0}\tau \u{ad}lit \n").unwrap(), "éte au lit");
        for (text, reason) in [
            ("a\nb", "line break (U+000A) at character 2"),
            ("a\u{2028}b", "line break"),
            ("a\u{1b}b", "control"),
            ("a\u{202e}b", "bidirectional"),
            ("a\u{fffd}b", "cannot be read"),
            (" …", "no words"),
        ] {
            let message = clean_line(text).unwrap_err();
            assert!(message.contains(reason), "{text:?}: {message}");
        }
    }

    proptest! {
        #[test]
        fn cleaned_text_has_no_fault_and_stays_as_it_is(text in "(\\PC| |\t|\u{a0}|e\u{301}|\u{ad}|\u{200b}|[ก-ฮ]|[a-z]){0,20}") {
            if let Ok(clean) = clean_line(&text) {
                prop_assert_eq!(char_faults(&clean), []);
                prop_assert_eq!(clean_line(&clean), Ok(clean));
            }
        }

        #[test]
        fn escaped_text_has_nothing_to_hide(text in "(\\PC|\u{3164}|\u{2800}|\u{85}|\u{2029}|\u{202e}|\u{ad}){0,12}") {
            let escaped = escape_for_terminal(&text);
            let escaped: Vec<char> = escaped.chars().collect();
            prop_assert!((0..escaped.len()).all(|at| matches!(fault_at(&escaped, at), None | Some(CharFault::OddSpace | CharFault::Unreadable))));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "(\\PC|[\u{300}-\u{320}]|[ -~]|\u{200d}|[ぁ-ん]){0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
