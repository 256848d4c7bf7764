//! What stands between data and a page: escaping and links.

use crate::text::escape_for_terminal;
use std::fmt::Write as _;
use std::path::Path;

/// Escapes a text of others for HTML, also as the value of an attribute. Characters that could hide or
/// reorder what is around them are shown as their codes.
pub fn escape(text: &str) -> String {
    let visible = escape_for_terminal(&text.replace(['\n', '\r', '\t'], " "));
    let mut safe = String::with_capacity(visible.len());
    for c in visible.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // No character of XML, which readers of pages may be strict about.
            '\u{FFFE}' | '\u{FFFF}' => safe.push('\u{FFFD}'),
            c => safe.push(c),
        }
    }
    safe
}

/// A path as the value of a link, byte by byte: percent-encoded but for what never needs it.
pub fn href(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let mut url = String::with_capacity(bytes.len());
    // A colon in the first part would read as the scheme of an address.
    if path.is_relative() && bytes.first().is_some_and(|&byte| byte != b'.') {
        url.push_str("./");
    }
    for &byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                url.push(byte as char);
            }
            b'\\' if cfg!(windows) => url.push('/'),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(url, "%{byte:02X}");
            }
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fsio::way;

    #[test]
    fn what_people_wrote_cannot_become_markup() {
        assert_eq!(
            escape("</style><script>alert('x')</script>\" onload=\"&amp;"),
            "&lt;/style&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;&amp;amp;"
        );
        assert_eq!(escape("a\u{0}\u{1b}\u{202e}b\nc\u{ffff}"), "a\\u{0}\\u{1b}\\u{202e}b c\u{fffd}");
        assert_eq!(escape("مرحبا \u{200f}é"), "مرحبا \u{200f}é");
    }

    #[test]
    fn links_lead_from_the_report_to_the_take() {
        let to = |from: &str, path: &str| href(&way(Path::new(from), Path::new(path)));
        assert_eq!(to("/data/out/report", "/data/recordings/s/a.wav"), "../../recordings/s/a.wav");
        assert_eq!(to("/data/report", "/data/./x/../a.wav"), "../a.wav");
        assert_eq!(to("/data/report", "/other/a.wav"), "../../other/a.wav");
        assert_eq!(to("/data/report", "/data/report/a b/ü%#?.wav"), "./a%20b/%C3%BC%25%23%3F.wav");
        assert_eq!(to("/data", "/data/javascript:alert(1).wav"), "./javascript%3Aalert%281%29.wav");
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_are_linked_byte_by_byte() {
        use std::os::unix::ffi::OsStrExt as _;
        let path = Path::new("/data").join(std::ffi::OsStr::from_bytes(b"a\xff\".wav"));
        assert_eq!(href(&way(Path::new("/data/report"), &path)), "../a%FF%22.wav");
    }
}
