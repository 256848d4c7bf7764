//! Texts of other people: cleaned by one rule, each change counted.

use crate::text::{clean_line, is_nfc};
use serde::Serialize;
use std::ops::AddAssign;
use unicode_normalization::UnicodeNormalization as _;

/// The greatest length of a text file or of a line of a table, in bytes.
pub(super) const MAX_TEXT_BYTES: u64 = 64 * 1024;

/// How many texts were changed, by kind of change; one text can count in several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct TextChanges {
    /// A byte order mark was dropped.
    pub byte_order_mark: u64,
    /// A carriage return at a line's end was dropped.
    pub carriage_return: u64,
    /// Tabs, no-break and other spaces became single plain spaces, or spaces at an end were dropped.
    pub spaces: u64,
    /// Characters that show nothing were dropped.
    pub invisible: u64,
    /// The text was brought to Unicode form NFC.
    pub nfc: u64,
    /// The quotation marks that a CSV writer had put around a cell were taken off.
    pub quotes: u64,
}

impl TextChanges {
    /// Returns how many changes were made in all.
    pub fn total(&self) -> u64 {
        self.byte_order_mark + self.carriage_return + self.spaces + self.invisible + self.nfc + self.quotes
    }
}

impl AddAssign for TextChanges {
    fn add_assign(&mut self, other: Self) {
        self.byte_order_mark += other.byte_order_mark;
        self.carriage_return += other.carriage_return;
        self.spaces += other.spaces;
        self.invisible += other.invisible;
        self.nfc += other.nfc;
        self.quotes += other.quotes;
    }
}

/// Cleans the text of one recording; gives it back with what was changed, or says why it cannot be used.
pub(super) fn clean(raw: &str) -> Result<(String, TextChanges), String> {
    let mut changes = TextChanges::default();
    let mut text = raw;
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        changes.byte_order_mark = 1;
        text = rest;
    }
    let body = text.trim_end_matches(['\r', '\n']);
    if text[body.len()..].contains('\r') {
        changes.carriage_return = 1;
    }
    if body.trim().is_empty() {
        return Err("it is empty".to_owned());
    }
    let clean = clean_line(body)?;
    let spaced = body.split(' ').any(str::is_empty) || body.chars().any(|c| c != ' ' && c.is_whitespace());
    changes.spaces = u64::from(spaced);
    changes.nfc = u64::from(!is_nfc(body));
    let shown = |text: &str| text.nfc().filter(|c| !c.is_whitespace()).collect::<String>();
    changes.invisible = u64::from(shown(body) != shown(&clean));
    Ok((clean, changes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_change_is_counted_once_a_text() {
        let (text, changes) = clean("\u{feff}Re\u{301}veille-moi\u{a0}a\u{300}\t7\u{ad}h \r\n").unwrap();
        assert_eq!(text, "Réveille-moi à 7h");
        let expected = TextChanges {
            byte_order_mark: 1,
            carriage_return: 1,
            spaces: 1,
            invisible: 1,
            nfc: 1,
            quotes: 0,
        };
        assert_eq!(changes, expected);
    }

    #[test]
    fn a_clean_text_with_a_last_newline_is_not_changed() {
        for text in ["wake me up (softly) at \"5\"\n", "明日、起こして", "می\u{200c}خواهم"] {
            let (clean, changes) = clean(text).unwrap();
            assert_eq!((clean.as_str(), changes.total()), (text.trim_end(), 0));
        }
    }

    #[test]
    fn what_cannot_be_read_aloud_is_refused_with_the_reason() {
        for (text, reason) in [
            ("", "empty"),
            (" \t\r\n", "empty"),
            ("a\nb", "line break"),
            ("…", "no words"),
            ("a\u{202e}b", "bidi"),
        ] {
            let message = clean(text).unwrap_err();
            assert!(message.contains(reason), "{text:?}: {message}");
        }
    }
}
