//! In which language the plain lines speak.

use booth::messages::{Language, Message, say};

/// The language of the plain lines: there is one so far.
pub(crate) const LANGUAGE: Language = Language::ENGLISH;

/// Says a message to the person at this terminal.
pub(crate) fn said(message: &Message) -> String {
    say(LANGUAGE, message)
}
