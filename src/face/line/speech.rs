//! In which language the plain lines speak: one for the whole run, chosen before the first word.

#![expect(clippy::disallowed_methods, reason = "the environment says which language the system speaks")]

use booth::ids::Locale;
use booth::messages::{Language, Message, say};
use std::sync::OnceLock;

/// What was chosen.
static CHOSEN: OnceLock<Language> = OnceLock::new();

/// Chooses the language: the one that was asked for, else that of the locale which the person reads, else the system's. The
/// first choice holds.
pub(crate) fn choose(asked: Option<Language>, read: Option<&Locale>) {
    let of = |locale: &Locale| Language::for_tag(locale.as_str());
    let language = asked.or_else(|| read.map(of)).or_else(|| system().as_ref().map(of));
    CHOSEN.get_or_init(|| language.unwrap_or(Language::ENGLISH));
}

/// Returns the language; English where none was chosen, as by the verbs of managers.
pub(crate) fn language() -> Language {
    CHOSEN.get().copied().unwrap_or(Language::ENGLISH)
}

/// Says a message to the person at this terminal.
pub(crate) fn said(message: &Message) -> String {
    say(language(), message)
}

/// The locale of the system, as the environment says it: `es_MX.UTF-8` is `es-MX`.
pub(crate) fn system() -> Option<Locale> {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    let tag = said.split(['.', '@']).next()?.replace('_', "-");
    tag.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use booth::messages::key;
    use booth::msg;
    use booth::sitting::ReadingState;
    use textwrap::core::display_width;

    /// What stands in a column of its own fits it, in every language.
    #[test]
    fn no_word_is_wider_than_its_column() {
        for language in Language::all() {
            let fits = |text: &str, columns: usize| {
                assert!(
                    display_width(text) <= columns,
                    "{}: `{text}` is wider than {columns}",
                    language.tag()
                );
            };
            fits(&say(language, &msg!("meter-clipped")), 12);
            for state in ReadingState::ALL {
                fits(&say(language, &state.message()), 11);
            }
            for help in [
                msg!("help-enter"),
                msg!("help-skip"),
                msg!("help-report"),
                msg!("help-goto"),
                msg!("help-interrupt"),
            ] {
                fits(&key(language, &help).unwrap_or_default(), 11);
            }
        }
    }
}
