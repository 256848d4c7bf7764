//! What stands between data and a page: escaping, links, numbers for people.

use crate::sheet::text::escape_for_terminal;
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

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

/// Returns the way from the folder `from` to `path`, both absolute; `path` itself when they share no root.
///
/// `.` and `..` are resolved by name, as a browser does with addresses.
pub fn way(from: &Path, path: &Path) -> PathBuf {
    let (from, to) = (by_name(from), by_name(path));
    let mut shared = 0;
    for (one, other) in from.components().zip(to.components()) {
        if one != other {
            break;
        }
        shared += 1;
    }
    if shared == 0 {
        return path.to_path_buf();
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    up.chain(to.components().skip(shared)).collect()
}

fn by_name(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

/// A whole number with a comma between thousands.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share in percent with one place; what is there never reads as none or all that is not so.
pub fn percent(part: u64, of: u64) -> String {
    let share = part as f64 * 100.0 / of.max(1) as f64;
    if part > 0 && share < 0.05 {
        "under 0.1 %".to_owned()
    } else if part < of && share >= 99.95 {
        "over 99.9 %".to_owned()
    } else {
        format!("{share:.1} %")
    }
}

/// A number with the given places and a real minus sign.
pub fn number(value: f64, places: usize) -> String {
    let text = format!("{value:.places$}");
    let digits = text.trim_start_matches('-');
    let is_zero = !digits.bytes().any(|byte| byte.is_ascii_digit() && byte != b'0');
    if text.starts_with('-') && !is_zero { format!("\u{2212}{digits}") } else { digits.to_owned() }
}

/// A value in as few places as say it: three significant digits and no zeros at the end.
pub fn short(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && size < 1e-3 {
        return format!("{value:.1e}").replace('-', "\u{2212}");
    }
    let places = if size < 1.0 { 3 } else { usize::from(size < 100.0 && value.fract() != 0.0) };
    let text = number(value, places);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A length of time in the unit that fits: seconds, minutes or hours.
pub fn duration(milliseconds: u64) -> String {
    let seconds = milliseconds as f64 / 1000.0;
    match milliseconds {
        0..120_000 => format!("{seconds:.1} s"),
        120_000..7_200_000 => format!("{:.1} minutes", seconds / 60.0),
        _ => format!("{:.1} hours", seconds / 3600.0),
    }
}

/// A noun for this many.
pub fn plural(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(
            (count(7), count(1063), count(1_234_567)),
            ("7".into(), "1,063".into(), "1,234,567".into())
        );
        assert_eq!(
            (percent(1, 100_000), percent(99_999, 100_000)),
            ("under 0.1 %".into(), "over 99.9 %".into())
        );
        assert_eq!((percent(0, 0), percent(1, 8)), ("0.0 %".into(), "12.5 %".into()));
        assert_eq!((number(-0.04, 1), number(-23.46, 1)), ("0.0".into(), "\u{2212}23.5".into()));
        assert_eq!((short(20.0), short(14.25), short(7000.0)), ("20".into(), "14.2".into(), "7000".into()));
        assert_eq!(
            (short(0.1), short(-0.9), short(0.000_1)),
            ("0.1".into(), "\u{2212}0.9".into(), "1.0e\u{2212}4".into())
        );
        assert_eq!(
            (duration(61_000), duration(600_000), duration(36_000_000)),
            ("61.0 s".into(), "10.0 minutes".into(), "10.0 hours".into())
        );
    }
}
