//! The words that a contributor can meet: one catalogue a language, and messages that are said from it.
//!
//! A [`Message`] is an id with arguments. It travels to a screen, a page or a record as a value; only a face
//! says it, in the language of who reads. The texts stand in `locales/<tag>.ftl`, in the syntax of Project
//! Fluent, which knows the plural forms of each language. What a manager or a developer reads is English, in
//! its place in the code.

mod catalogue;
mod findings;

pub use catalogue::{Language, hint, key, say, wait};
pub use findings::{FindingText, Words, finding, title, words};

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arg {
    /// A text that is shown as it is: a name, a path, a date.
    Text(String),
    /// How many; a language may choose another form of its words by it.
    Count(u64),
    /// A number in digits with `.` for the decimal sign, and as many decimals as are shown.
    Decimal(String),
    /// A message that is said inside this one.
    Message(Box<Message>),
}

impl Arg {
    /// Makes a number that is shown with `decimals` decimals, rounded as [`format!`] does.
    pub fn decimal(value: f64, decimals: usize) -> Self {
        Self::Decimal(format!("{value:.decimals$}"))
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Cow<'_, str>> for Arg {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u16> for Arg {
    fn from(count: u16) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

/// What is to be said: the id of a text in the catalogue, and what its places are filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    id: Cow<'static, str>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    args: BTreeMap<Cow<'static, str>, Arg>,
}

impl Message {
    /// Makes a message without arguments. Code that names its id writes [`msg!`](crate::msg) instead, which
    /// the tests hold against the catalogue.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), args: BTreeMap::new() }
    }

    /// Makes the message of a value that has a word of its own: `refusal-not-open` of `refusal` and `not-open`.
    pub fn of(kind: &str, word: impl fmt::Display) -> Self {
        Self::new(format!("{kind}-{word}"))
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// Returns the id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the arguments by name.
    pub fn args(&self) -> impl Iterator<Item = (&str, &Arg)> {
        self.args.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

/// Makes a [`Message`]: an id of the catalogue, and its arguments by name.
///
/// ```
/// use booth::messages::{Language, say};
/// let message = booth::msg!("welcome-readings", count = 3_u64);
/// assert_eq!(say(Language::ENGLISH, &message), "3 readings.");
/// ```
#[macro_export]
macro_rules! msg {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::messages::Message::new($id)$(.with(stringify!($name), $value))*
    };
}

#[cfg(test)]
mod tests;
