//! For each lint of templates and values, the smallest pair of files that it alone is found in, and where.

use super::{SheetDefaults, lint, lint_pair};
use crate::fsio;
use crate::severity::Severity;
use proptest::prelude::*;

/// A file, a line and a column.
type Place = (&'static str, u64, u64);

/// The lint, the text of a prompt, the lines of the values, and in which of the files it is found where: `-` or `values`.
pub(super) const CASES: &[(&str, &str, &str, Place)] = &[
    ("malformed-gap", "Wake me at {time.", "time\tsix\t\n", ("-", 2, 14)),
    ("malformed-gap", "Wake me at {Time}.", "time\tsix\t\n", ("-", 2, 14)),
    ("malformed-gap", "Wake me at {time}}.", "time\tsix\t\n", ("-", 2, 20)),
    ("malformed-gap", "Wake me at {time.on.at}.", "time\tsix\t\n", ("-", 2, 14)),
    ("unknown-list", "Wake me at {hour}, {time}.", "time\tsix\t\n", ("-", 2, 14)),
    ("unknown-list", "Wake me {time.at}, {time}.", "time\tsix\t\n", ("-", 2, 11)),
    ("never-filled", "At {time} or {time}?", "time\tsix\t\n", ("-", 2, 3)),
    ("bad-list", "Wake me at {time}.", "time\tsix\t\nTime\tten\t\n", ("values", 3, 1)),
    ("bad-list", "Wake me at {time}.", "time\tsix\t\ntime-\tten\t\n", ("values", 3, 1)),
    ("bad-value", "Wake me at {time}.", "time\tsix\t\ntime\tat [ten\t\n", ("values", 3, 6)),
    ("bad-value", "Wake me at {time}.", "time\tsix\t\ntime\t[at] [ten]\t\n", ("values", 3, 6)),
    ("bad-value", "Wake me at {time}.", "time\tsix\t\ntime\tat []\t\n", ("values", 3, 6)),
    ("duplicate-value", "Wake me at {time}.", "time\tsix\t\ntime\tsix\t\n", ("values", 3, 6)),
    ("value-lacks-form", "Wake me {time.on}.", "time\tsix\tat [six]\ntime\tten\t\n", ("values", 3, 1)),
    ("unused-list", "Wake me at {time}.", "time\tsix\t\nplace\tOslo\t\n", ("values", 3, 1)),
    ("bad-pool", "Wake me at {time}.", "time\tsix\t\n", ("-", 2, 99)),
    ("long-template-id", "Wake me at {time}.", "time\tsix\t\n", ("-", 2, 1)),
];

fn found(text: &str, values: &str, id: &str, pool: &str) -> Vec<(String, String, u64, u64)> {
    let tsv = format!("id\ttext\tpool\n{id}\t{text}\t{pool}\n");
    let values = format!("list\tvalue\ton\n{values}");
    let report =
        lint_pair(tsv.as_bytes(), values.as_bytes(), &"en-US".parse().unwrap(), &SheetDefaults::default());
    let place = |path: &std::path::Path| path.display().to_string();
    report.findings.iter().map(|one| (one.id.to_owned(), place(&one.path), one.line, one.column)).collect()
}

#[test]
fn each_fault_of_a_template_or_value_is_found_where_it_stands() {
    for &(id, text, values, (path, line, column)) in CASES {
        let of_template = if id == "long-template-id" { "a-prompt-with-an-id-of-30-sign" } else { "a" };
        let (pool, column) =
            if id == "bad-pool" { ("test", 3 + text.chars().count() as u64 + 1) } else { ("", column) };
        let expected = (id.to_owned(), path.to_owned(), line, column);
        let all = found(text, values, of_template, pool);
        // What is wrong with a template or value leaves the list that it names without one.
        let rest: Vec<_> = all
            .iter()
            .filter(|one| **one != expected && !["unused-list", "value-lacks-form"].contains(&one.0.as_str()))
            .collect();
        assert!(all.contains(&expected) && rest.is_empty(), "{id}: {text}: {all:?}");
    }
}

#[test]
fn what_is_wrong_with_words_is_found_in_a_value_and_in_the_words_of_a_template() {
    let column = |values: &str| found("Wake me at {time}.", values, "a", "");
    assert_eq!(column("time\tsix\t\ntime\t7 am\t\n"), [("digit".into(), "values".into(), 3, 6)]);
    assert_eq!(column("time\tsix  ten\t\n")[0].0, "extra-space");
    assert!(column("time\tшесть\t\n").contains(&("wrong-script".into(), "values".into(), 2, 6)));
    assert_eq!(
        found("{time} on  {time.on}.", "time\tsix\t\ntime\tten\tat [ten]\n", "a", "")[0],
        ("extra-space".into(), "-".into(), 2, 13)
    );
    // Behind a gap places are counted in the cell.
    assert_eq!(found("Call {time} or 7.", "time\tsix\t\n", "a", "")[0], ("digit".into(), "-".into(), 2, 18));
    // A value may be said to have no such form.
    assert_eq!(found("Wake me {time.on}.", "time\tsix\tat [six]\ntime\tten\t-\n", "a", ""), []);
    // The longest that it can become counts, and the shortest.
    let long = "time\tsix\t\ntime\t".to_owned() + "ten ".repeat(20).trim() + "\t\n";
    assert_eq!(found("Wake me at {time}.", &long, "a", "")[0].0, "length");
}

#[test]
fn without_values_braces_are_symbols_and_values_belong_to_a_locale() {
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("demo");
    fsio::create_dir_all(&dir.join("values")).unwrap();
    let head = "id = 'demo'\nversion = '1.0.0'\ntitle = 'Demo'\nlicence = 'CC0-1.0'\nsource = 'us'\nsample = true\n[instructions]\nen-US = 'Read.'\n";
    fsio::write_new(&dir.join("sheet.toml"), head.as_bytes()).unwrap();
    fsio::write_new(&dir.join("en-US.tsv"), b"id\ttext\na\tWake me at {time}.\n").unwrap();
    let lint =
        || lint(&dir.clone().into()).unwrap().findings.into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(lint(), ["symbol"]);
    fsio::write_new(&dir.join("values/fr-FR.tsv"), b"list\tvalue\ntime\tsix heures\n").unwrap();
    assert_eq!(lint(), ["symbol", "values-without-locale"]);
    fsio::write_new(&dir.join("values/en-US.tsv"), b"list\tvalue\ntime\tsix\n").unwrap();
    assert_eq!(lint(), ["values-without-locale"]);
}

fn hostile_lines(header: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"time\tsix\t\n".to_vec()),
        Just(b"a\tat {time} or {time.on}\teval-only\n".to_vec()),
        Just(b"{time}".to_vec()),
        Just(b"[a : b]".to_vec()),
        Just(b"\t".to_vec()),
        Just(b"\n".to_vec()),
        Just("ß\u{130}e\u{301}९".as_bytes().to_vec()),
        "[ -~]{0,12}".prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| [header.as_bytes(), &pieces.concat()].concat())
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_places_lie_inside_their_file(
        tsv in hostile_lines("id\ttext\tpool\n"), values in hostile_lines("list\tvalue\ton\n"),
    ) {
        let report = lint_pair(&tsv, &values, &"tr-TR".parse().unwrap(), &SheetDefaults::default());
        for finding in &report.findings {
            let bytes = if finding.path.as_os_str() == "-" { &tsv } else { &values };
            let text = String::from_utf8_lossy(bytes);
            let lines: Vec<&str> = text.split('\n').collect();
            prop_assert!(finding.line >= 1 && finding.line as usize <= lines.len(), "{:?}", finding);
            let length = lines[finding.line as usize - 1].chars().count() as u64;
            prop_assert!(finding.column >= 1 && finding.column <= length + 1, "{:?}", finding);
        }
        prop_assert!(report.worst() <= Some(Severity::Reject));
    }
}
