//! What findings say to the managers who read a report: English.

use crate::messages::{self, Language, Words};
use std::borrow::Cow;

/// Returns the words of a finding; `None` for an id of another build.
pub(super) fn words(id: &str) -> Option<Words> {
    messages::words(Language::ENGLISH, id)
}

/// Returns the title of a finding; the id itself when this build does not know it.
pub(super) fn title(id: &str) -> Cow<'_, str> {
    messages::title(Language::ENGLISH, id)
}
