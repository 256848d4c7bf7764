//! Any bytes as a list of what is held out: what is read is written again byte for byte, and its fingerprints can be searched.

#![no_main]

use booth::corpus::held_out::{Entry, ListWriter, read};
use booth::quality::NearIndex;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut entries = Vec::new();
    let Ok((head, _)) = read(bytes, &mut |_, entry| entries.push(entry)) else { return };
    let mut list = ListWriter::new(&head.name).expect("a name that was read");
    let mut index = NearIndex::default();
    for entry in entries {
        if let Entry::Sound(_, Some(fingerprint)) = &entry {
            index.insert(0, fingerprint);
            let _ = index.find(fingerprint);
        }
        list.push(entry);
    }
    assert_eq!(list.to_text().as_bytes(), bytes);
});
