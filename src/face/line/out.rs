//! Writing: words for people to stderr, data for programs to stdout.

#![expect(clippy::disallowed_methods, reason = "the one place that writes to stdout and stderr")]

use crate::face::line::style::Style;
use booth::Result;
use booth::msg;
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
    let _ = writeln!(std::io::stderr().lock(), "{line}");
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
