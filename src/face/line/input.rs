//! Lines from the person at the keyboard, read beside everything else that goes on.

#![expect(clippy::disallowed_methods, reason = "stdin and stderr are where a person is asked")]

use crate::face::line::interrupt;
use crate::face::line::out::tell;
use crate::face::line::speech::said;
use booth::messages::Message;
use booth::msg;
use booth::{Error, ErrorKind, Result};
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

/// What stdin gives.
pub(crate) enum Typed {
    /// A line, without its end.
    Text(String),
    /// Nothing more will come.
    End,
}

/// Stdin, read on a thread of its own.
pub(crate) struct Input {
    lines: Receiver<String>,
    may_ask: bool,
}

impl Input {
    /// Starts to read; questions are asked only of a terminal, and never with `--no-input`.
    pub(crate) fn start(no_input: bool) -> Self {
        let (sender, lines) = channel();
        let may_ask = !no_input && std::io::stdin().is_terminal();
        std::thread::spawn(move || {
            let mut stdin = std::io::stdin().lock();
            let mut bytes = Vec::new();
            loop {
                bytes.clear();
                match stdin.read_until(b'\n', &mut bytes) {
                    Ok(0) => return,
                    Ok(_) => {
                        let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
                        if sender.send(line).is_err() {
                            return;
                        }
                    }
                    Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                    Err(_) => return,
                }
            }
        });
        Self { lines, may_ask }
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
        let _ = write!(err, "{question} ");
        let _ = err.flush();
        drop(err);
        loop {
            interrupt::check()?;
            match self.lines.recv_timeout(Duration::from_millis(50)) {
                Ok(line) => return Ok(line.trim().to_owned()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(Error::of(ErrorKind::Interrupted, msg!("answer-ended")));
                }
            }
        }
    }

    /// Asks for yes or no; Enter alone is no.
    pub(crate) fn ask_yes(&self, question: &str, flag: &str) -> Result<bool> {
        loop {
            let asked = said(&msg!("question-yes-no", question = question));
            let answer = self.ask(&asked, flag)?.to_lowercase();
            let is_one_of = |words: &Message| said(words).split(' ').any(|word| word == answer);
            if is_one_of(&msg!("answer-yes")) {
                return Ok(true);
            }
            if answer.is_empty() || is_one_of(&msg!("answer-no")) {
                return Ok(false);
            }
            tell!("{}", said(&msg!("answer-again")));
        }
    }
}
