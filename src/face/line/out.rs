//! Writing: words for people to stderr, data for programs to stdout.

#![expect(clippy::disallowed_methods, reason = "the one place that writes to stdout and stderr")]

use crate::face::line::style::Style;
use booth::Result;
use booth::msg;
use std::borrow::Cow;
use std::io::Write as _;

/// What every verb gets: the global flags, turned into values.
pub(crate) struct Context {
    /// How to write on stderr.
    pub style: Style,
    /// Say only what is asked for and what is wrong.
    pub quiet: bool,
    /// Never ask.
    pub no_input: bool,
    /// Threads to use.
    pub threads: usize,
}

/// Writes a line to stderr. A closed or full stderr is no reason to stop: what matters is on disk.
macro_rules! tell {
    ($($arg:tt)*) => { $crate::face::line::out::tell_line(format_args!($($arg)*)) };
}
pub(crate) use tell;

pub(crate) fn tell_line(line: std::fmt::Arguments<'_>) {
    let line = line.to_string();
    let _ = writeln!(std::io::stderr().lock(), "{}", folded(&line));
}

/// Returns how many characters a line of the terminal holds that stderr is, if it is one.
pub(crate) fn columns() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(std::io::stderr())?;
    Some(usize::from(width.0)).filter(|&columns| columns > 0)
}

/// Returns how many lines the terminal shows that stderr is, if it is one.
pub(crate) fn rows() -> Option<usize> {
    let (_, height) = terminal_size::terminal_size_of(std::io::stderr())?;
    Some(usize::from(height.0)).filter(|&rows| rows > 0)
}

/// Writes a line to stderr that is never folded, to be copied.
pub(crate) fn tell_whole(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Folds a text between words where a line of the terminal ends; what follows keeps the indent of its line. A word that is
/// longer than the line is left whole, so that a path can be copied.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    columns().map_or(Cow::Borrowed(text), |columns| Cow::Owned(folded_at(text, columns)))
}

fn folded_at(text: &str, columns: usize) -> String {
    let fold = |line: &str| {
        let indent = line.len() - line.trim_start_matches(' ').len();
        // An indent that leaves no room is none.
        let indent = &line[..if indent * 2 > columns { 0 } else { indent }];
        let options = textwrap::Options::new(columns)
            .break_words(false)
            .word_separator(textwrap::WordSeparator::Custom(words))
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
            .subsequent_indent(indent);
        textwrap::fill(line, options)
    };
    text.split('\n').map(fold).collect::<Vec<_>>().join("\n")
}

/// Parts a line where it may be folded: behind spaces and, where writing has none, between two of its signs, but not so that a
/// closing sign begins a line or an opening one ends it.
fn words(line: &str) -> Box<dyn Iterator<Item = textwrap::core::Word<'_>> + '_> {
    let mut start = 0;
    let mut ends = line.char_indices().skip(1).filter(move |&(at, next)| {
        let before = line[..at].chars().next_back().unwrap_or(' ');
        (before == ' ' && next != ' ')
            || (is_wide(before) && is_wide(next) && !OPENING.contains(before) && !CLOSING.contains(next))
    });
    Box::new(std::iter::from_fn(move || {
        let end = ends.next().map_or(line.len(), |(at, _)| at);
        let word = &line[start..end];
        start = end;
        (!word.is_empty()).then(|| textwrap::core::Word::from(word))
    }))
}

/// Signs that no line begins with, and that none ends with, in Japanese and Chinese (JIS X 4051).
const CLOSING: &str = "、。，．！？：；）」』】〉》”’…ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
const OPENING: &str = "（「『【〈《“‘";

fn is_wide(c: char) -> bool {
    textwrap::core::display_width(c.encode_utf8(&mut [0; 4])) == 2
}

/// Returns a text with spaces up to so many columns of the screen.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    let lacking = columns.saturating_sub(textwrap::core::display_width(text));
    format!("{text}{}", " ".repeat(lacking))
}

/// Makes a text of several lines safe to show, keeping its lines.
pub(crate) fn safe_lines(text: &str) -> String {
    text.lines().map(booth::text::escape_for_terminal).collect::<Vec<_>>().join("\n")
}

/// Writes a line of data to stdout; a closed pipe ends the program quietly, as a reader such as `head` expects.
pub(crate) fn data(line: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(line.as_bytes()).and_then(|()| out.write_all(b"\n")) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => Err(booth::Error::io("write", "<stdout>", error)),
    }
}

/// Writes a serialisable value as one line of JSON to stdout.
pub(crate) fn data_json<T: serde::Serialize>(value: &T) -> Result<()> {
    let line = serde_json::to_string(value)
        .map_err(|error| booth::Error::of(booth::ErrorKind::Io, msg!("system-json")).with_source(error))?;
    data(&line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_the_screen_and_no_word_is_broken() {
        let text = "Enter: keep   r: read again   p: play   s: skip   b: back\n\n    Réveille-moi à sept heures, s'il te plaît.\n\
                    \u{1b}[1mPASS\u{1b}[0m  2.1 s\n  /home/anna/receipts/k3v9-receipt-of-the-first-of-december.txt";
        let folded = folded_at(text, 24);
        for line in folded.lines().filter(|line| !line.contains('/')) {
            assert!(textwrap::core::display_width(line) <= 24, "{line:?}");
        }
        assert!(folded.contains("/home/anna/receipts/k3v9-receipt-of-the-first-of-december.txt"));
        assert!(folded.contains("\n    heures, s'il te"), "{folded}");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&folded), words(text));
        assert_eq!(folded_at(text, 200), text);
        // Without spaces, between signs; no line begins with a closing one.
        let folded = folded_at("「録音」は最後まで続きます。マイクは `alsa:hw` です。", 20);
        assert_eq!(folded, "「録音」は最後まで続\nきます。マイクは\n`alsa:hw` です。");
        assert_eq!(folded_at("一二三四五。六", 10), "一二三四\n五。六");
    }

    #[test]
    fn columns_are_those_of_the_screen() {
        assert_eq!(
            (padded("kept", 6), padded("過大", 6), padded("much too long", 6)),
            ("kept  ".to_owned(), "過大  ".to_owned(), "much too long".to_owned())
        );
    }
}
