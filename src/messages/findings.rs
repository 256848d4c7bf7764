//! What findings say to people, those of checks and those that come from no check.

use super::Message;
use super::catalogue::{Language, plain, say};
use crate::msg;
use std::borrow::Cow;

/// One of the texts of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingText {
    /// A title of a few words.
    Title,
    /// What is wrong, in a contributor's words; never a decibel.
    Problem,
    /// What to do about it now.
    Fix,
    /// Why it matters to a corpus.
    Why,
}

impl FindingText {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Title, Self::Problem, Self::Fix, Self::Why];

    fn id(self, finding: &str) -> String {
        let text = match self {
            Self::Title => "title",
            Self::Problem => "problem",
            Self::Fix => "fix",
            Self::Why => "why",
        };
        format!("check-{finding}-{text}")
    }

    /// Returns the message of this text of the finding with this id (`clipped`).
    pub fn of(self, finding: &str) -> Message {
        Message::new(self.id(finding))
    }
}

/// What a finding says to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// A title of a few words.
    pub title: Cow<'static, str>,
    /// What is wrong, in a contributor's words; never a decibel.
    pub problem: Cow<'static, str>,
    /// What to do about it now.
    pub fix: Cow<'static, str>,
}

/// Returns the words of a finding, those that come from no check too; `None` for an id of another build.
pub fn words(language: Language, id: &str) -> Option<Words> {
    let text = |text: FindingText| plain(language, text.id(id));
    Some(Words {
        title: text(FindingText::Title)?,
        problem: text(FindingText::Problem)?,
        fix: text(FindingText::Fix)?,
    })
}

/// Says a finding in one line, what is wrong and what to do; the id itself when this build does not know it. Its title says the
/// same in less words.
pub fn finding(language: Language, id: &str) -> String {
    words(language, id).map_or_else(
        || id.to_owned(),
        |words| {
            let Words { problem, fix, .. } = words;
            say(language, &msg!("finding-said", problem = problem, fix = fix))
        },
    )
}

/// Returns the title of a finding for people; the id itself when this build does not know it.
pub fn title(language: Language, id: &str) -> Cow<'_, str> {
    plain(language, FindingText::Title.id(id)).unwrap_or(Cow::Borrowed(id))
}
