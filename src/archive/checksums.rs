//! `SHA256SUMS`: the digest of every file of a corpus but itself, in byte order of the paths, in the
//! form that `sha256sum -c` reads.

use crate::digest::Sha256;

/// The file's name inside a corpus.
pub const NAME: &str = "SHA256SUMS";

/// Returns one line, with its end.
pub fn line(digest: &Sha256, path: &str) -> String {
    format!("{digest}  {path}\n")
}

/// Returns the digest and the path of a line without its end, or `None` when it is no such line.
pub fn parse(line: &[u8]) -> Option<(Sha256, &str)> {
    let line = std::str::from_utf8(line).ok()?;
    let (digest, path) = line.split_at_checked(64)?;
    let path = path.strip_prefix("  ")?;
    // A path with such a character is written in another way by sha256sum, and Booth makes none.
    let safe = !path.is_empty() && !path.contains(|c: char| c == '\\' || c.is_control());
    safe.then_some(())?;
    Some((digest.parse().ok()?, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_print_and_parse_the_same_and_others_are_refused() {
        let digest = Sha256::of("x");
        let text = line(&digest, "audio/fr-FR/a/a-1.wav");
        let body = text.trim_end().as_bytes();
        assert_eq!(parse(body), Some((digest, "audio/fr-FR/a/a-1.wav")));
        for bad in [
            "",
            "abc  x",
            &format!("{digest} *x"),
            &format!("{digest}  "),
            &format!("{}  x", digest.to_string().to_uppercase()),
            &format!("{digest}  a\\b"),
            &format!("{digest}  a\rb"),
            &format!("é{digest}  x"),
        ] {
            assert_eq!(parse(bad.as_bytes()), None, "{bad}");
        }
    }
}
