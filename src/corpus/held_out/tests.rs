//! Lists have one written form, and nothing else is read.

use super::*;
use crate::error::{ErrorKind, Result};
use crate::quality::Fingerprint;
use proptest::prelude::*;
use std::path::PathBuf;

fn parsed(bytes: &[u8]) -> Result<(Head, Vec<Entry>)> {
    let mut entries = Vec::new();
    read(bytes, &mut |_, entry| entries.push(entry)).map(|(head, _)| (head, entries))
}

fn samples(name: &str, rate: u32) -> Samples {
    Samples { sha256: Sha256::of(name), rate }
}

/// The text of a list of one text and two sounds, of which one has a fingerprint.
fn small() -> String {
    let mut list = ListWriter::new("A \"small\" set").unwrap();
    let words: Vec<u32> = (0..40).map(|word| word * 26_214_401 % (1 << 30)).collect();
    list.push(Entry::Sound(samples("loud", 16_000), Some(Fingerprint::from_words(&words))));
    list.push(Entry::Sound(samples("short", 8_000), None));
    list.push(Entry::Text(Sha256::of("en|wake me at seven please")));
    list.push(Entry::Text(Sha256::of("en|wake me at seven please")));
    list.to_text()
}

#[test]
fn texts_are_known_by_language_and_words_from_five_words_on() {
    let locale = |tag: &str| tag.parse::<Locale>().unwrap();
    let key = text_key("wake me at seven please", &locale("en-US"));
    // `printf 'en|wake me at seven please' | sha256sum` of coreutils.
    let digest = "8497af6ca0ffedc4b40762b7109b02566f5355bdffefca8484e1f189d77ea0a8";
    assert_eq!(key.map(|key| key.to_string()).as_deref(), Some(digest));
    assert_eq!(key, text_key("wake me at seven please", &locale("en-GB")), "a locale is its language");
    assert_ne!(key, text_key("wake me at seven please", &locale("de-DE")));
    assert_eq!(text_key("turn on the light", &locale("en-US")), None, "everybody says that");
    assert_eq!(text_key("", &locale("en-US")), None);
    assert!(text_key("明日の朝七時に起こして", &locale("ja-JP")).is_some());
    assert_eq!(text_key("電気をつけて", &locale("ja-JP")), None);
}

#[test]
fn a_list_has_one_written_form_and_every_other_is_refused_with_its_line() {
    let text = small();
    let lines: Vec<&str> = text.lines().collect();
    let head =
        "{\"schema\":1,\"type\":\"held-out\",\"name\":\"A \\\"small\\\" set\",\"texts\":1,\"sounds\":2}";
    assert_eq!(lines[0], head);
    assert_eq!(lines[1], format!("{{\"text\":\"{}\"}}", Sha256::of("en|wake me at seven please")));
    assert!(lines[2..].iter().any(|line| line.ends_with(",\"rate\":8000}")), "{text}");
    let (found, entries) = parsed(text.as_bytes()).unwrap();
    assert_eq!((found.texts, found.sounds, entries.len()), (1, 2, 3));
    let mut again = ListWriter::new(&found.name).unwrap();
    for entry in entries.into_iter().rev() {
        again.push(entry);
    }
    assert_eq!(again.to_text(), text);
    let swapped = format!("{head}\n{}\n{}\n{}\n", lines[2], lines[1], lines[3]);
    for (bad, line) in [
        (String::new(), 1),
        (text.trim_end().to_owned(), 4),
        (text.replace("\"schema\":1", "\"schema\":2"), 1),
        (text.replace("held-out", "splits"), 1),
        (text.replace("\"texts\":1", "\"texts\":2"), 1),
        (text.replace("A \\\"small", "\\u202e"), 1),
        (text.replace("\"name\":", "\"name\": "), 1),
        (text.replace("\"text\":", "\"words\":"), 2),
        (text.replace("\"text\":", "\"text\": "), 2),
        (swapped, 3),
        (format!("{text}{}\n", lines[3]), 5),
        (text.replace("\"rate\":16000", "\"rate\":0"), 3 + usize::from(lines[3].contains("16000"))),
        (
            text.replace("\"fingerprint\":\"", "\"fingerprint\":\"AA"),
            3 + usize::from(lines[3].contains("16000")),
        ),
        (
            text.replace("\"fingerprint\":\"", "\"fingerprint\":\"0"),
            3 + usize::from(lines[3].contains("16000")),
        ),
        (
            text.replace("\"fingerprint\":\"", "\"fingerprint\":\"ffffffff00000000000000"),
            3 + usize::from(lines[3].contains("16000")),
        ),
        (format!("{text}\n"), 5),
    ] {
        let error = parsed(bad.as_bytes()).unwrap_err();
        assert_eq!((error.kind(), error.line()), (ErrorKind::Integrity, Some(line as u64)), "{bad}\n{error}");
    }
    assert_eq!(ListWriter::new("a\nb").err().map(|error| error.kind()), Some(ErrorKind::Usage));
}

#[test]
fn a_guard_knows_texts_samples_and_sounds_by_list_and_line() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("small.held-out");
    crate::fsio::write_new(&path, small().as_bytes()).unwrap();
    let guard = Guard::open(&[path.clone(), path.clone()]).unwrap();
    assert_eq!(guard.digests().count(), 1, "one that is given twice counts once");
    assert_eq!(guard.digests().next().unwrap().sha256, Sha256::of(small()));
    let place = guard.text(&Sha256::of("en|wake me at seven please")).unwrap();
    assert_eq!(guard.words(place), format!("`A \"small\" set`, {}:2", path.display()));
    assert!(guard.samples(&samples("short", 8_000)).is_some());
    assert_eq!(guard.samples(&samples("short", 16_000)), None);
    let words: Vec<u32> = (0..40).map(|word| word * 26_214_401 % (1 << 30)).collect();
    assert!(guard.listens() && guard.like(&Fingerprint::from_words(&words)).is_some());
    let others: Vec<u32> = (0u32..40).map(|word| (word + 1).wrapping_mul(715_827_881) % (1 << 30)).collect();
    assert_eq!(guard.like(&Fingerprint::from_words(&others)), None);
    let missing: Vec<PathBuf> = vec![dir.path().join("none")];
    assert!(Guard::open(&missing).is_err());
}

proptest! {
    #[test]
    fn no_bytes_panic_and_what_is_read_is_written_again(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0usize..400, with in any::<u8>()) {
        let _ = parsed(&bytes);
        let mut text = small().into_bytes();
        let at = at % text.len();
        text[at] = with;
        if let Ok((head, entries)) = parsed(&text) {
            let mut again = ListWriter::new(&head.name).unwrap();
            for entry in entries {
                again.push(entry);
            }
            prop_assert_eq!(again.to_text().into_bytes(), text);
        }
    }

    #[test]
    fn a_fingerprint_of_any_bytes_is_none_or_can_be_searched(bytes in prop::collection::vec(any::<u8>(), 0..900)) {
        if let Some(found) = Fingerprint::checked(&bytes) {
            let mut index = crate::quality::NearIndex::default();
            index.insert(0, &found);
            let _ = index.find(&found);
            let mut written = Vec::new();
            found.write(&mut written);
            prop_assert_eq!(written, bytes);
        }
    }
}
