//! Deltas of strangers: whatever is in the archive, nothing panics, and nothing but what its own list names is made.
#![no_main]

use booth::corpus::delta;
use booth::progress::Unwatched;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// A release of one file, for the deltas to go from.
static OLD: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("a.txt"), "a\n").unwrap();
    let list = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  a.txt\n";
    std::fs::write(dir.path().join("SHA256SUMS"), list).unwrap();
    dir
});

fuzz_target!(|bytes: &[u8]| {
    let work = tempfile::tempdir().unwrap();
    let (file, out) = (work.path().join("delta"), work.path().join("new"));
    std::fs::write(&file, bytes).unwrap();
    let made = delta::apply(OLD.path(), &file, &out, &Unwatched);
    assert_eq!(made.is_ok(), out.exists());
    let beside: Vec<_> = std::fs::read_dir(work.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(beside.iter().all(|name| ["delta", "new"].iter().any(|known| name == known)), "{beside:?}");
});
