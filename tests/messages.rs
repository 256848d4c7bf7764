//! The words of contributors come from the catalogue, all of them and nothing else.

use booth::messages::{Language, words};
use booth::quality::CHECKS;
use booth::recordings::assess::assessor::INTERRUPTED;
use booth::recordings::check::{FILE_ALTERED, FILE_MISSING};

/// Every finding that a take can have.
fn findings() -> Vec<&'static str> {
    let others = [INTERRUPTED, FILE_ALTERED, FILE_MISSING];
    CHECKS.iter().map(|check| check.id).chain(others).collect()
}

#[test]
fn every_finding_has_what_a_contributor_needs() {
    for finding in findings() {
        let words = words(Language::ENGLISH, finding).unwrap_or_else(|| panic!("{finding} has no words"));
        let shown = booth::messages::finding(Language::ENGLISH, finding);
        assert!(shown.starts_with(words.title.as_ref()), "{shown}");
        for sentence in [words.problem, words.fix] {
            assert!(sentence.ends_with('.') && !sentence.contains("dB"), "{finding}: {sentence}");
            assert!(shown.contains(sentence.as_ref()), "{finding} is shown as: {shown}");
        }
    }
}
