//! What a reader types who finds a sentence wrong: a reason by its number or its word, and words of their own behind it.

use booth::Result;
use booth::sitting::{ReportReason, report_words};

/// What was typed.
#[derive(Debug, PartialEq)]
pub(crate) enum Typed {
    /// What is wrong, and the reader's own words.
    Report(ReportReason, Option<String>),
    /// No reason, or none of this number: it is asked for.
    Ask,
}

/// Reads what stands behind the key, or answers the question. Words that begin with no reason are one of their own.
///
/// # Errors
/// [`booth::ErrorKind::Usage`] for words that cannot be kept.
pub(crate) fn typed(rest: &str) -> Result<Typed> {
    let (first, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    Ok(match numbered(first).or_else(|| ReportReason::given(first)) {
        Some(reason) => Typed::Report(reason, report_words(words)?),
        None if first.trim_start_matches(['-', '+']).bytes().all(|byte| byte.is_ascii_digit()) => Typed::Ask,
        None => Typed::Report(ReportReason::Other, report_words(rest)?),
    })
}

/// Returns the reason with this number of the list.
fn numbered(word: &str) -> Option<ReportReason> {
    let number = word.parse::<usize>().ok()?;
    ReportReason::GIVEN.get(number.checked_sub(1)?).copied()
}

/// Says whether a line answers the question: it begins with a number, or with a word of the list. Anything else is a key.
pub(crate) fn is_answer(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    first.parse::<u64>().is_ok() || ReportReason::given(first).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_a_number_or_a_word_and_other_words_are_one_of_their_own() {
        let said = |text: &str| typed(text).unwrap();
        let report = |reason, words: Option<&str>| Typed::Report(reason, words.map(str::to_owned));
        assert_eq!(said("1"), report(ReportReason::Spelling, None));
        assert_eq!(said("unclear"), report(ReportReason::Unclear, None));
        assert_eq!(said("4  it is\trude "), report(ReportReason::Unfit, Some("it is rude")));
        assert_eq!(said("nobody says so"), report(ReportReason::Other, Some("nobody says so")));
        for nothing in ["", "0", "6", "-1", "99999999999999999999"] {
            assert_eq!(said(nothing), Typed::Ask, "{nothing}");
        }
        assert!(typed("1 \u{202e}abc").is_err() && typed("!?").is_err());
        assert!(typed(&format!("2 {}", "a".repeat(500))).is_ok());
        assert!(typed(&format!("2 {}", "a".repeat(501))).is_err());
        assert!(is_answer(" 2 so") && is_answer("unfit") && !is_answer("r") && !is_answer(""));
    }
}
