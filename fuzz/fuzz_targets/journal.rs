//! The journal of a session: any bytes are read, and reading them again changes nothing.
#![no_main]

use booth::recordings::session::{Anchor, FaultKind, Journal, JournalLine, SCHEMA, Sum, parse};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let record = Anchor::unsealed(b"");
    let journal: Journal = parse(bytes, record);
    assert_eq!(journal.entries.len(), journal.lines.len());
    assert!(journal.lines.is_sorted() && journal.torn.is_sorted());
    // What was read is written and read again the same.
    let (mut text, mut sealed, mut sum) = (String::new(), String::new(), Sum::default());
    for entry in &journal.entries {
        let line = serde_json::to_string(entry).expect("an entry is JSON");
        text += &line;
        text.push('\n');
        let newer = serde_json::to_string(&JournalLine { v: SCHEMA, ..entry.clone() }).expect("an entry is JSON");
        let (line, next) = sum.seal(&newer);
        sealed += &line;
        sealed.push('\n');
        sum = next;
    }
    assert_eq!(parse(text.as_bytes(), record).entries, journal.entries);
    // With checksums too, and nothing is said to have changed, as long as nothing has.
    let whole = parse(sealed.as_bytes(), Anchor::sealed(Sum::default()));
    assert_eq!(whole.entries.len(), journal.entries.len());
    assert!(whole.faults.iter().all(|fault| fault.kind != FaultKind::LineAltered));
    assert_eq!((whole.sum, whole.unproved), (sum, 0));
    if let Some(last) = sealed.len().checked_sub(2) {
        let mut flipped = sealed.into_bytes();
        flipped[bytes.len() % last] ^= 1;
        let flipped = parse(&flipped, Anchor::sealed(Sum::default()));
        assert!(flipped.faults.iter().any(|fault| fault.kind == FaultKind::LineAltered));
    }
    // Every cut gives a prefix of the entries.
    let cut = parse(&bytes[..bytes.len() / 2], record);
    assert!(journal.entries.starts_with(&cut.entries) || cut.unterminated);
});
