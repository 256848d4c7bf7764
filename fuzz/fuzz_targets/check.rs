//! Any bytes as a WAV file to check: an error or findings, never a panic, and only finite numbers that read back the same.

#![no_main]

use booth::audio::WavReader;
use booth::quality::reading::{self, SpeakerRate};
use booth::quality::{Longest, Measurements, Policy, judge};
use booth::recordings::measure_wav;
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use std::sync::LazyLock;

/// Samples beyond this only cost time.
const MOST_BYTES: usize = 400_000;
static POLICY: LazyLock<Policy> = LazyLock::new(Policy::default);

fuzz_target!(|bytes: &[u8]| {
    if bytes.len() > MOST_BYTES {
        return;
    }
    let Ok(reader) = WavReader::new(Cursor::new(bytes)) else { return };
    let Ok(mut measured) = measure_wav(reader, None, Longest::MOST) else { return };
    let locale = "en-US".parse().expect("a locale");
    reading::apply(&mut measured, "turn the lights on in the kitchen", &locale, &SpeakerRate::new());
    // A number that is not finite becomes null, so what is read back would differ.
    let text = serde_json::to_string(&measured).expect("measurements are JSON");
    let back: Measurements = serde_json::from_str(&text).expect("measurements are read back");
    assert_eq!(back, measured);
    let judgement = judge(&measured, &POLICY);
    assert_eq!(judge(&back, &POLICY), judgement);
    for finding in &judgement.findings {
        for number in [finding.value, finding.limit].into_iter().flatten() {
            assert!(number.is_finite(), "{finding:?}");
        }
    }
});
