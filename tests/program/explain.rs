//! `booth explain`: the words of one check, and what is known when there is no such check.

use super::Booth;
use booth::messages::{FindingText, Language};
use booth::quality::CHECKS;

#[test]
fn every_check_is_explained_in_its_own_words() {
    let booth = Booth::new();
    for check in CHECKS {
        let run = booth.run(&["explain", check.id]).exits(0);
        // Lines are wrapped, so words are compared.
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let told = words(&run.out);
        for text in FindingText::ALL.map(|text| check.say(Language::ENGLISH, text)) {
            assert!(told.contains(&words(&text)), "{}: `{text}` is missing in\n{}", check.id, run.out);
        }
        run.quiet();
    }
}

#[test]
fn a_check_that_there_is_not_names_those_that_there_are() {
    let booth = Booth::new();
    let known: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
    booth.run(&["explain", "clippped"]).exits(2).says(&["no check `clippped`", &known.join(", ")]);
}
