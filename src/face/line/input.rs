//! Lines from the person at the keyboard, read beside everything else that goes on.

#![expect(clippy::disallowed_methods, reason = "stdin and stderr are where a person is asked")]

use crate::face::clock::SystemClock;
use crate::face::line::interrupt;
use crate::face::line::out::folded;
use booth::msg;
use booth::sitting::BLIND_MS;
use booth::{Error, ErrorKind, Result};
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

/// What stdin gives.
pub(crate) enum Typed {
    /// A line.
    Text(Line),
    /// Nothing more will come.
    End,
}

/// A line as it came.
pub(crate) struct Line {
    /// The line, without its end.
    pub text: String,
    /// When it came, by the program's clock.
    pub at_ms: u64,
}

/// Stdin, read on a thread of its own.
pub(crate) struct Input {
    lines: Receiver<Line>,
    clock: Arc<SystemClock>,
    may_ask: bool,
    is_by_hand: bool,
}

impl Input {
    /// Starts to read; questions are asked only of a terminal, and never with `--no-input`.
    pub(crate) fn start(no_input: bool, clock: &Arc<SystemClock>) -> Self {
        let (sender, lines) = channel();
        let is_by_hand = std::io::stdin().is_terminal();
        let arrivals = Arc::clone(clock);
        std::thread::spawn(move || {
            let mut stdin = std::io::stdin().lock();
            let mut bytes = Vec::new();
            loop {
                bytes.clear();
                match stdin.read_until(b'\n', &mut bytes) {
                    Ok(0) => return,
                    Ok(_) => {
                        let at_ms = arrivals.elapsed_ms();
                        let text = String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
                        if sender.send(Line { text, at_ms }).is_err() {
                            return;
                        }
                    }
                    Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                    Err(_) => return,
                }
            }
        });
        Self { lines, clock: Arc::clone(clock), may_ask: !no_input && is_by_hand, is_by_hand }
    }

    /// Says whether a hand types, at a terminal, and nothing was written in advance.
    pub(crate) fn is_by_hand(&self) -> bool {
        self.is_by_hand
    }

    /// Returns a line if one is there.
    pub(crate) fn poll(&self) -> Option<Typed> {
        match self.lines.try_recv() {
            Ok(line) => Some(Typed::Text(line)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Typed::End),
        }
    }

    /// Says whether a person can be asked.
    pub(crate) fn may_ask(&self) -> bool {
        self.may_ask
    }

    /// Asks a question and waits for the answer; `flag` is what answers it without asking.
    pub(crate) fn ask(&self, question: &str, flag: &str) -> Result<String> {
        if !self.may_ask {
            let message = msg!("answer-needed", question = question, flag = flag);
            return Err(Error::of(ErrorKind::Usage, message));
        }
        let mut err = std::io::stderr().lock();
        let _ = write!(err, "{} ", folded(question));
        let _ = err.flush();
        drop(err);
        let shown_ms = self.clock.elapsed_ms();
        loop {
            interrupt::check()?;
            match self.lines.recv_timeout(Duration::from_millis(50)) {
                // Typed before the question can have been seen, it is no answer to it.
                Ok(line) if line.at_ms < shown_ms + BLIND_MS => {}
                Ok(line) => return Ok(line.text.trim().to_owned()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(Error::of(ErrorKind::Interrupted, msg!("answer-ended")));
                }
            }
        }
    }
}
