//! Colour on stderr, where it is wanted; meaning never hangs on it alone.

#![expect(clippy::disallowed_methods, reason = "the terminal and the environment say how to write")]

use crate::face::line::speech::said;
use booth::quality::Verdict;
use clap::ValueEnum;
use std::io::IsTerminal as _;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set or TERM is dumb
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How to write on stderr.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    color: bool,
    /// Whether stderr is a terminal on which a line can be drawn over itself, and nobody wished that it were not.
    pub draws: bool,
}

impl Style {
    /// Decides from the flag, the environment and the terminal.
    pub(crate) fn new(color: Color) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !no_color && !dumb,
        };
        Self { color, draws: terminal && !no_color && !dumb }
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// Something wrong.
    pub(crate) fn bad(self, text: &str) -> String {
        self.paint("1;31", text)
    }

    /// Something doubtful.
    pub(crate) fn doubtful(self, text: &str) -> String {
        self.paint("1;33", text)
    }

    /// Something good.
    pub(crate) fn good(self, text: &str) -> String {
        self.paint("1;32", text)
    }

    /// What to read first.
    pub(crate) fn strong(self, text: &str) -> String {
        self.paint("1", text)
    }

    /// What can be passed over.
    pub(crate) fn faint(self, text: &str) -> String {
        self.paint("2", text)
    }

    /// A verdict as a word, PASS, WARN or REJECT.
    pub(crate) fn verdict(self, verdict: Verdict) -> String {
        let word = said(&verdict.message());
        match verdict {
            Verdict::Pass => self.good(&word),
            Verdict::Warn => self.doubtful(&word),
            Verdict::Reject => self.bad(&word),
        }
    }
}
