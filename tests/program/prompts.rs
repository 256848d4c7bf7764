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

#[test]
fn a_repair_is_shown_first_and_written_when_it_is_asked_for() {
    let booth = Booth::new();
    sheet(&booth);
    booth.run(&["prompts", "fix", "sheet"]).exits(0).says(&["nothing to repair"]);
    let sound = std::fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap();
    let spoilt = sound
        .replace("Stop the music in here.", "\"Stop the music,\u{a0}in  here.\"")
        .replace("[device : the lamp]", "[device: the lamp ]")
        .replace('\n', "\r\n");
    booth.write("sheet/en-US.tsv", format!("\u{feff}{spoilt}"));
    let run = booth.run(&["prompts", "fix", "sheet"]).exits(1).says(&["nothing was written", "--write"]);
    for line in ["sheet/en-US.tsv: byte-order-mark, line-ends", "en-US.tsv:4: quotes, spaces", "+ music-stop"]
    {
        assert!(run.out.contains(line), "{line} is missing in\n{}", run.out);
    }
    assert!(run.out.contains("\\u{a0}"), "what cannot be seen is told:\n{}", run.out);
    assert!(std::fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap().contains('\r'));

    let run = booth.run(&["prompts", "fix", "sheet", "--write", "--json"]).exits(0);
    let lines = run.says(&["byte-order-mark 1, line-ends 1, quotes 1, spaces 2"]).json();
    let summary = lines.last().unwrap();
    assert_eq!((summary["files"].as_u64(), summary["lines"].as_u64()), (Some(1), Some(2)));
    assert_eq!((summary["repairs"]["quotes"].as_u64(), summary["written"].as_bool()), (Some(1), Some(true)));
    let fixed = std::fs::read_to_string(booth.path("sheet/en-US.tsv")).unwrap();
    assert_eq!(fixed, sound.replace("Stop the music in here.", "Stop the music, in here."));
    booth.run(&["prompts", "fix", "sheet"]).exits(0).says(&["nothing to repair"]);
    booth.run(&["prompts", "check", "sheet"]).exits(0);
}
