//! The uses that consent is asked for, one by one.

/// The uses that are asked for one by one; none is granted beforehand.
pub const SCOPES: [&str; 7] =
    ["asr", "tts", "speaker-id", "evaluation", "share-gated", "share-open", "contact-again"];

/// The use without which nothing is recorded.
pub const NEEDED: &str = SCOPES[0];

/// Returns the named uses in the order in which they are asked for; names that are none are left out.
pub fn in_order<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'static str> {
    let names: Vec<&str> = names.into_iter().collect();
    SCOPES.into_iter().filter(|scope| names.contains(scope)).collect()
}
