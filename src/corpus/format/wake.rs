//! Wake phrases: which rows are one, and their words as the name of a folder.

use super::Unfit;
use crate::corpus::catalogue::Row;
use crate::ids::WINDOWS_DEVICES;
use crate::text::{fold, is_word};

/// The intent of a wake phrase.
pub const WAKE: &str = "wake_word";
/// The intent of what only sounds like one.
pub const NEAR_MISS: &str = "wake_negative";

/// The longest name in bytes; file systems allow 255.
const LONGEST: usize = 160;

/// Says whether a row is a wake phrase (true), a near miss (false) or neither. Sheets say so by the intent; other rows may hold
/// anything, so none of them is taken for a negative.
pub fn is_wake(row: &Row) -> Option<bool> {
    match row.intent.as_deref()? {
        WAKE => Some(true),
        NEAR_MISS => Some(false),
        _ => None,
    }
}

/// The rate that readers of wake phrases take for granted, in hertz.
const RATE: u32 = 16_000;

/// Says why a row is nothing for a detector of wake phrases.
pub fn unfit(row: &Row) -> Option<Unfit> {
    if is_wake(row).is_none() {
        return Some(Unfit::NotWake);
    }
    (row.rate.hz() != RATE).then_some(Unfit::Rate)
}

/// Returns the words of a text as the name of a folder, the same for all that sounds the same (`hey_booth`): lower case, with an
/// underscore for all that is no letter, mark or digit. Empty when nothing is left.
pub fn label(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c| !is_word(c)).filter(|word| !word.is_empty());
    let label = words.collect::<Vec<_>>().join("_");
    if WINDOWS_DEVICES.contains(&label.as_str()) { label + "_" } else { label }
}

/// Says whether a label is too long to be the name of a folder everywhere.
pub fn is_too_long(label: &str) -> bool {
    label.len() > LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sounds_the_same_has_one_safe_label() {
        for (text, expected) in [
            ("Hey Booth", "hey_booth"),
            ("Hey, Booth!", "hey_booth"),
            ("Booth… wake up", "booth_wake_up"),
            ("../etc/passwd", "etc_passwd"),
            ("_background_noise_", "background_noise"),
            ("a|b\\c:d*e?f", "a_b_c_d_e_f"),
            ("ОК, БУТ", "ок_бут"),
            ("हे बूथ", "हे_बूथ"),
            ("ねえ、ブース", "ねえブース"),
            ("CON", "con_"),
            ("&", ""),
        ] {
            assert_eq!(label(text), expected);
        }
        assert!(is_too_long(&label(&"बूथ ".repeat(50))));
    }
}
