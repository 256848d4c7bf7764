//! Which encoding a text is in: recognised, said, and converted only where that is asked for.

use crate::error::{Error, ErrorKind, Result};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::fmt;
use std::str::FromStr;

/// The byte order mark in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";
/// Characters of a line that are shown in a message.
const SHOWN: usize = 40;

/// The encoding that texts are to be converted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextEncoding(&'static Encoding);

impl FromStr for TextEncoding {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let found = Encoding::for_label_no_replacement(text.trim().as_bytes());
        found.map(Self).ok_or_else(|| {
            Error::new(ErrorKind::Usage, format!("`{}` is no encoding that is known", text.escape_debug()))
                .with_hint("utf-8, utf-16le, utf-16be, windows-1252, iso-8859-2, koi8-r, shift_jis, gbk and others are")
        })
    }
}

impl fmt::Display for TextEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.name())
    }
}

/// Bytes that are to be read as UTF-8; single lines may still hold others.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plain {
    pub bytes: Vec<u8>,
    /// The name of the encoding that the file is in.
    pub name: &'static str,
    /// Whether a byte order mark was dropped.
    pub mark: bool,
}

/// A text in another encoding than UTF-8, which nobody asked to convert.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    /// What is wrong, without a full stop.
    pub message: String,
    /// The line, from 1, where it shows.
    pub line: u64,
    /// The flag to give.
    pub hint: String,
}

/// Brings a text to UTF-8 by the encoding that was asked for; without one, takes UTF-8 and says what anything else is.
pub(super) fn plain(bytes: Vec<u8>, asked: Option<TextEncoding>) -> Result<Plain, Foreign> {
    if let Some(rest) = bytes.strip_prefix(MARK) {
        return Ok(Plain { bytes: rest.to_vec(), name: UTF_8.name(), mark: true });
    }
    let wide = wide(&bytes);
    match (asked.map(|asked| asked.0), wide) {
        (None, Some((encoding, marked))) => {
            let name = encoding.name();
            let how = if marked { "by its byte order mark" } else { "by its zero bytes" };
            let flag = name.to_ascii_lowercase();
            Err(Foreign {
                message: format!("it is {name}, {how}; UTF-8 is read"),
                line: 1,
                hint: format!("give --encoding {flag} to have it converted, or save it as UTF-8"),
            })
        }
        // What the bytes say of themselves is believed before what is said of them.
        (Some(_), Some((encoding, marked))) => Ok(converted(&bytes, encoding, marked)),
        (Some(encoding), None) if encoding != UTF_8 && !is_utf_8(&bytes) => {
            Ok(converted(&bytes, encoding, false))
        }
        (Some(_), None) => Ok(Plain { bytes, name: UTF_8.name(), mark: false }),
        (None, None) => match single_bytes(&bytes) {
            Some((line, reads)) => Err(Foreign {
                message: format!(
                    "it is not UTF-8; it may be Windows-1252, in which line {line} reads `{reads}`"
                ),
                line,
                hint: "give --encoding windows-1252 (or the name of another encoding) to have it converted, \
                       --encoding utf-8 to leave out such lines, or save it as UTF-8"
                    .to_owned(),
            }),
            None => Ok(Plain { bytes, name: UTF_8.name(), mark: false }),
        },
    }
}

fn converted(bytes: &[u8], encoding: &'static Encoding, marked: bool) -> Plain {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Plain { bytes: text.into_owned().into_bytes(), name: encoding.name(), mark: marked }
}

/// Whether it is UTF-8 beyond ASCII, which a text in another encoding next to never is by chance.
fn is_utf_8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok()
}

/// Tells UTF-16, and whether a byte order mark says so.
fn wide(bytes: &[u8]) -> Option<(&'static Encoding, bool)> {
    match bytes {
        [0xff, 0xfe, ..] => return Some((UTF_16LE, true)),
        [0xfe, 0xff, ..] => return Some((UTF_16BE, true)),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    // A line feed or a space is half of a pair in any script.
    match (first, second) {
        (0, 0) => None,
        (first, second) if second > 8 * first => Some((UTF_16LE, false)),
        (first, second) if first > 8 * second => Some((UTF_16BE, false)),
        _ => None,
    }
}

/// Tells a text in an encoding of one byte a character: bytes beyond ASCII, and nowhere a whole character of UTF-8 beyond it.
/// Gives the first such line, and how Windows-1252 reads it.
fn single_bytes(bytes: &[u8]) -> Option<(u64, String)> {
    let mut first = None;
    for (index, line) in bytes.split(|&byte| byte == b'\n').enumerate().filter(|(_, line)| !line.is_ascii()) {
        if line.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) {
            return None;
        }
        first = first.or(Some((index as u64 + 1, line)));
    }
    let (number, line) = first?;
    let at = line.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let from = at.saturating_sub(SHOWN / 2);
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&line[from..line.len().min(from + SHOWN)]);
    Some((number, text.trim().escape_debug().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf_16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn encodings_are_told_with_the_flag_to_give_and_converted_when_it_is_given() {
        let text = "c1|Über das Café\nc2|起こして\n";
        for (little, flag) in [(true, "utf-16le"), (false, "utf-16be")] {
            for mark in ["", "\u{feff}"] {
                let bytes = utf_16(&format!("{mark}{text}"), little);
                let told = plain(bytes.clone(), None).unwrap_err();
                assert!(told.message.contains("UTF-16") && told.hint.contains(flag), "{told:?}");
                let read = plain(bytes, Some(flag.parse().unwrap())).unwrap();
                assert_eq!((read.bytes.as_slice(), read.mark), (text.as_bytes(), !mark.is_empty()));
            }
        }
        let latin = b"c1|ok\nc2|caf\xe9 \x80\n".to_vec();
        let told = plain(latin.clone(), None).unwrap_err();
        assert!(told.message.contains("line 2 reads `c2|café €`"), "{told:?}");
        let read = plain(latin.clone(), "cp1252".parse().ok()).unwrap();
        assert_eq!((read.bytes.as_slice(), read.name), ("c1|ok\nc2|café €\n".as_bytes(), "windows-1252"));
        assert_eq!(plain(latin.clone(), "utf-8".parse().ok()).unwrap().bytes, latin);
        // A broken byte in a text that is UTF-8 is a broken line.
        let torn = b"c1|caf\xe9\nc2|\xc3\xa9\n".to_vec();
        assert_eq!(plain(torn.clone(), None).unwrap().bytes, torn);
        // What is UTF-8 already is not converted into garbage.
        assert_eq!(plain(text.into(), "windows-1252".parse().ok()).unwrap().bytes, text.as_bytes());
        assert_eq!(
            plain(b"\xef\xbb\xbfa".to_vec(), None).unwrap(),
            Plain { bytes: b"a".to_vec(), name: "UTF-8", mark: true }
        );
        assert!("klingon".parse::<TextEncoding>().unwrap_err().hint().unwrap().contains("windows-1252"));
    }

    proptest! {
        #[test]
        fn utf_8_is_read_as_it_is(text in "[^\u{0}\u{feff}]{0,60}") {
            let read = plain(text.clone().into_bytes(), None).unwrap();
            prop_assert_eq!(read.bytes, text.into_bytes());
        }

        #[test]
        fn any_bytes_are_read_or_told(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = plain(bytes.clone(), None);
            for name in ["utf-8", "utf-16le", "windows-1252", "shift_jis"] {
                prop_assert!(plain(bytes.clone(), name.parse().ok()).is_ok());
            }
        }
    }
}
