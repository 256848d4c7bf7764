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
    let mut previous = ' ';
    let mut last = 0;
    let mut counted = false;
    for (at, c) in text.chars().enumerate() {
        counted = c == ' ' && previous == ' ';
        if let Some(fault) = char_fault(c) {
            add(fault, at, c);
        } else if counted {
            add(CharFault::ExtraSpace, at, c);
        }
        previous = c;
        last = at;
    }
    if previous == ' ' && !counted && !text.is_empty() {
        add(CharFault::ExtraSpace, last, ' ');
    }
    if !is_nfc(text) {
        let differs = text.chars().zip(text.nfc()).enumerate().find(|(_, (is, should))| is != should);
        // A text that NFC only shortens at its end differs at its last character.
        let (at, c) = differs.map_or((last, previous), |(at, (is, _))| (at, is));
        add(CharFault::NotNfc, at, c);
    }
    found
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

/// Tells whether a character shows nothing and is not one of ZWNJ, ZWJ, LRM, RLM and the variation
/// selectors, which spelling needs.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}')
}

/// Tells whether a character joins or directs its neighbours without being seen: ZWNJ, ZWJ, LRM, RLM,
/// and the variation selectors.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
        | '\u{180b}'..='\u{180d}' | '\u{180f}')
}

/// Tells whether a character shows nothing of its own: a joiner, a direction, a filler.
pub(crate) fn is_silent(c: char) -> bool {
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
/// controls, and characters that show nothing; keeps ZWNJ, ZWJ, LRM and RLM.
pub fn escape_for_terminal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let _ = match char_fault(c) {
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
    let lower: String = seen.nfc().collect::<String>().to_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in lower.nfc() {
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
    // A mark may have lost the punctuation before it.
    out.nfc().collect()
}

/// Makes one prompt of somebody else's text: NFC, one line, single spaces, trimmed; a byte order mark, soft
/// hyphens and other characters that show nothing are dropped.
///
/// # Errors
/// A sentence that says what is wrong: nothing is left, or there is a line break, a control character, a
/// bidirectional control, or a character that cannot be read.
pub fn clean_line(text: &str) -> Result<String, String> {
    let mut line = String::with_capacity(text.len());
    for (at, c) in text.trim().chars().enumerate() {
        let refuse = |what: &str| Err(format!("{what} (U+{:04X}) at character {}", c as u32, at + 1));
        match char_fault(c) {
            Some(CharFault::Control) if c == '\t' => line.push(' '),
            Some(CharFault::Control) if c.is_whitespace() => return refuse("it has a line break"),
            Some(CharFault::Control) => return refuse("it has a control character"),
            Some(CharFault::Bidi) => return refuse("it has a bidirectional control"),
            Some(CharFault::Unreadable) => return refuse("it has a character that cannot be read"),
            Some(CharFault::Invisible) => {}
            Some(CharFault::OddSpace) => line.push(' '),
            _ => line.push(c),
        }
    }
    let mut clean = String::with_capacity(line.len());
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        if !clean.is_empty() {
            clean.push(' ');
        }
        clean.push_str(word);
    }
    let clean: String = clean.nfc().collect();
    if clean.chars().any(char::is_alphanumeric) { Ok(clean) } else { Err("it has no words".to_owned()) }
}

/// Says why a text has no place in a corpus, whose readers take it as it is: there is nothing to see, or it has a control
/// character, a line break, a bidirectional control, or a character that shows nothing. `None` when it has a place.
pub fn unsafe_line(text: &str) -> Option<String> {
    for (at, c) in text.chars().enumerate() {
        let what = match char_fault(c) {
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
    matches!(
        script,
        Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Bopomofo
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
    )
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
    fn imported_text_is_cleaned_or_refused_with_the_reason() {
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
        fn cleaned_text_has_no_fault_and_stays_as_it_is(text in "(\\PC| |\t|\u{a0}|e\u{301}|\u{ad}|[a-z]){0,20}") {
            if let Ok(clean) = clean_line(&text) {
                prop_assert_eq!(char_faults(&clean), []);
                prop_assert_eq!(clean_line(&clean), Ok(clean));
            }
        }

        #[test]
        fn escaped_text_has_nothing_to_hide(text in "(\\PC|\u{3164}|\u{2800}|\u{85}|\u{2029}|\u{202e}|\u{ad}){0,12}") {
            let escaped = escape_for_terminal(&text);
            prop_assert!(!escaped.chars().any(|c| c.is_control() || is_bidi_control(c) || is_invisible(c)));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "(\\PC|[\u{300}-\u{320}]|[ -~]|\u{200d}|[ぁ-ん]){0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
