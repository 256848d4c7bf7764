//! `booth devices`: what there is, as text and as rows, by the same code of its exit.

use super::Booth;

#[test]
fn the_rows_the_text_and_the_exit_code_tell_the_same() {
    let booth = Booth::new();
    let run = booth.run(&["devices", "--json"]);
    let rows = run.json();
    let summary = rows.last().unwrap();
    let count = |direction: &str| rows.iter().filter(|row| row["direction"] == direction).count() as u64;
    assert_eq!(
        (summary["inputs"].as_u64(), summary["outputs"].as_u64()),
        (Some(count("input")), Some(count("output")))
    );
    // Whether there is a microphone is the machine's affair; the code and the reason must agree.
    let why = summary["why_no_input"].as_str();
    assert_eq!(run.code, if why.is_some() { 4 } else { 0 });
    let text = booth.run(&["devices"]);
    assert_eq!(text.code, run.code);
    for row in rows.iter().filter(|row| row["type"] == "device") {
        let id = row["id"].as_str().unwrap();
        assert!(text.out.contains(&format!("{id}\n")), "{id} is missing in\n{}", text.out);
    }
    let _ = match why {
        Some(why) => text.says(&["no microphone can be used", why]),
        None => text.says(&["`booth record` uses", summary["record_uses"].as_str().unwrap()]),
    };
}

#[test]
fn a_quiet_list_is_on_stdout_only() {
    let booth = Booth::new();
    let run = booth.run(&["devices", "--quiet"]);
    assert!(run.out.starts_with("Microphones\n") && run.out.contains("\nLoudspeakers\n"), "{}", run.out);
    run.quiet();
}
