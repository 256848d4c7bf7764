//! `booth prompts`: faults with their places, the words as they are read, the list of sheets.

use super::Booth;
use super::main_job::sheet;

#[test]
fn the_words_are_shown_as_they_are_read() {
    let booth = Booth::new();
    sheet(&booth);
    let run = booth.run(&["prompts", "show", "sheet", "--locale", "en-US"]).exits(0);
    let lines: Vec<&str> = run.out.lines().skip(1).collect();
    let read: Vec<(&str, &str)> =
        lines.iter().map(|line| line.split_once(' ').map(|(id, text)| (id, text.trim())).unwrap()).collect();
    let expected = [
        ("alarm-one", "Wake me at seven please."),
        ("light-on", "Turn on the lamp now."),
        ("music-stop", "Stop the music in here."),
    ];
    assert_eq!(read, expected);
}

#[test]
fn a_list_names_each_language_and_a_check_counts_them() {
    let booth = Booth::new();
    sheet(&booth);
    let list = booth.run(&["prompts", "list", "sheet"]).exits(0);
    for word in ["tiny", "1.0.0", "de-DE", "en-US"] {
        assert!(list.out.contains(word), "{word} is missing in\n{}", list.out);
    }
    booth.run(&["prompts", "check", "sheet"]).exits(0).says(&["6 prompts in 2 locales of 1 sheet: 0 faults"]);
    let text = std::fs::read_to_string(booth.path("sheet/de-DE.tsv")).unwrap();
    booth.write("sheet/de-DE.tsv", text.replace("[device : die Lampe]", "[device die Lampe"));
    let run = booth.run(&["prompts", "check", "sheet"]).exits(1);
    assert!(run.out.contains("sheet/de-DE.tsv:3:"), "{}", run.out);
}
