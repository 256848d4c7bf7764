//! In which language the plain lines speak.

#![expect(clippy::disallowed_methods, reason = "the environment says which language the system speaks")]

use booth::ids::Locale;
use booth::messages::{Language, Message, say};

/// The language of the plain lines: there is one so far.
pub(crate) const LANGUAGE: Language = Language::ENGLISH;

/// Says a message to the person at this terminal.
pub(crate) fn said(message: &Message) -> String {
    say(LANGUAGE, message)
}

/// The locale of the system, as the environment says it: `es_MX.UTF-8` is `es-MX`.
pub(crate) fn system() -> Option<Locale> {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    let tag = said.split(['.', '@']).next()?.replace('_', "-");
    tag.parse().ok()
}
