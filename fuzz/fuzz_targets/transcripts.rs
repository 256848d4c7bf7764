//! Any bytes as a session's transcripts, and as what a recogniser heard: lines are read or counted, rates are finite, and a
//! text is no edit away from itself.

#![no_main]

use booth::ids::Locale;
use booth::quality::words::{compare, normalise};
use booth::recordings::transcribe::{Counting, Transcripts};
use libfuzzer_sys::fuzz_target;

/// Characters beyond this only cost time: the distance is quadratic.
const MOST_CHARACTERS: usize = 600;

fuzz_target!(|bytes: &[u8]| {
    let transcripts = Transcripts::parse(bytes, Counting::Everybody);
    let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).count() as u64;
    assert!(transcripts.unreadable() <= lines);

    let text: String = String::from_utf8_lossy(bytes).chars().take(MOST_CHARACTERS).collect();
    let (prompt, heard) = text.split_once('\n').unwrap_or((&text, ""));
    for tag in ["en-US", "fr-FR", "tr-TR", "ar-EG", "hi-IN", "ja-JP"] {
        let locale: Locale = tag.parse().expect("a locale");
        let normal = normalise(prompt, &locale);
        assert_eq!(normalise(&normal, &locale), normal, "{tag}");
        for (one, other) in [(prompt, heard), (heard, prompt), (prompt, "")] {
            let comparison = compare(one, other, &locale);
            for edits in [Some(comparison.characters), comparison.words].into_iter().flatten() {
                assert!(edits.rate().is_none_or(f64::is_finite), "{tag}: {edits:?}");
            }
        }
        // Without brackets, which are left out of both in their own way.
        let plain: String = normal.chars().filter(|c| !"()[]<>".contains(*c)).collect();
        assert_eq!(compare(&plain, &plain, &locale).characters.distance(), 0, "{tag}: {plain:?}");
    }
});
