//! `booth completions` and `booth man`: true to what the program takes.

use super::{Booth, tree, verbs};
use std::collections::BTreeSet;

/// The long flags that the help of a verb lists.
fn flags(help: &str) -> BTreeSet<String> {
    let words =
        help.lines().filter(|line| line.trim_start().starts_with('-')).flat_map(str::split_whitespace);
    let long = words.filter(|word| word.starts_with("--") && word.len() > 2);
    long.map(|word| word.trim_end_matches([',', '.', ':']).to_owned()).collect()
}

/// Oracle: the help of each verb.
#[test]
fn every_verb_and_every_flag_is_completed_and_has_its_line_in_a_manual_page() {
    let booth = Booth::new();
    booth.run(&["man", "--out", "man"]).exits(0);
    let pages = tree(&booth.path("man"));
    let shells = ["bash", "elvish", "fish", "powershell", "zsh"];
    let scripts = shells.map(|shell| booth.run(&["completions", shell]).exits(0).out.clone());
    let page = |name: &str| {
        let bytes = pages.get(name).unwrap_or_else(|| panic!("no page {name} in {:?}", pages.keys()));
        String::from_utf8(bytes.clone()).unwrap()
    };
    assert!(page("booth.1").contains("Exit codes:"), "{}", page("booth.1"));
    let mut count = 0;
    for verb in verbs() {
        assert!(page("booth.1").contains(&format!("booth\\-{}(1)", verb.replace('-', "\\-"))), "{verb}");
        let help = booth.run(&[&verb, "--help"]).exits(0);
        let page = page(&format!("booth-{verb}.1"));
        for flag in flags(&help.out) {
            assert!(page.contains(&flag.replace('-', "\\-")), "booth-{verb}.1 lacks {flag}");
            for (shell, script) in shells.iter().zip(&scripts) {
                let known = if *shell == "fish" { format!("-l {}", &flag[2..]) } else { flag.clone() };
                assert!(script.contains(&known), "the script for {shell} lacks {flag} of {verb}");
            }
            count += 1;
        }
        assert!(scripts.iter().all(|script| script.contains(&verb)), "{verb}");
    }
    assert!(count > 100, "only {count} flags were found");
    assert!(pages.contains_key("booth-prompts-copy.1"), "{:?}", pages.keys());
    assert!(!pages.contains_key("booth-man.1"), "what is hidden has no page");
}

#[test]
fn what_is_asked_for_wrongly_is_told_and_nothing_is_written_over() {
    let booth = Booth::new();
    booth.run(&["completions", "sh"]).exits(2).says(&["possible values: bash"]);
    booth.write("man/booth.1", "mine");
    booth.run(&["man", "--out", "man"]).exits(5).says(&["never overwritten"]);
    assert_eq!(std::fs::read(booth.path("man/booth.1")).unwrap(), b"mine");
}
