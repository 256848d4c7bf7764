//! The journal of a session: any bytes are read, and reading them again changes nothing.
#![no_main]

use booth::recordings::session::{Journal, parse};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let journal: Journal = parse(bytes);
    assert_eq!(journal.entries.len(), journal.lines.len());
    assert!(journal.lines.is_sorted() && journal.torn.is_sorted());
    // What was read is written and read again the same.
    let mut text = String::new();
    for entry in &journal.entries {
        text += &serde_json::to_string(entry).expect("an entry is JSON");
        text.push('\n');
    }
    assert_eq!(parse(text.as_bytes()).entries, journal.entries);
    // Every cut gives a prefix of the entries.
    let cut = parse(&bytes[..bytes.len() / 2]);
    assert!(journal.entries.starts_with(&cut.entries) || cut.unterminated);
});
