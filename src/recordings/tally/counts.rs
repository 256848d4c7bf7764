//! Takes by verdict and by reason.

use crate::quality::{Verdict, explain};
use serde::Serialize;

/// Takes counted by verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Verdicts {
    /// Nothing to complain of.
    pub pass: u64,
    /// Usable, with a fault.
    pub warn: u64,
    /// Not usable.
    pub reject: u64,
}

impl Verdicts {
    /// Counts one more.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Pass => self.pass += 1,
            Verdict::Warn => self.warn += 1,
            Verdict::Reject => self.reject += 1,
        }
    }

    /// Returns the number of all.
    pub fn total(self) -> u64 {
        self.pass + self.warn + self.reject
    }
}

/// How often one check spoke up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// As a warning.
    pub warn: u64,
    /// As a rejection.
    pub reject: u64,
}

/// What a finding says to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// A title of a few words.
    pub title: &'static str,
    /// What is wrong.
    pub problem: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

/// Returns the words of a finding, those that come from no check too; `None` for an id of another build.
pub fn words(id: &str) -> Option<Words> {
    let own = |title, problem, fix| Some(Words { title, problem, fix });
    match id {
        "file-altered" => own(
            "File was changed",
            "The file is not the one that was recorded.",
            "Bring back the recorded file, or record it again.",
        ),
        "file-missing" => {
            own("File is missing", "The file is not there.", "Bring it back from a copy, or record it again.")
        }
        "interrupted" => own(
            "Recording was cut short",
            "The recording was cut short by a crash or a signal.",
            "Listen to its end; read it again if a word is lost.",
        ),
        _ => explain(id).map(|check| Words { title: check.title, problem: check.problem, fix: check.fix }),
    }
}

/// Returns the title of a finding for people; the id itself when it comes from no check.
pub fn title(id: &str) -> &str {
    words(id).map_or(id, |words| words.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_that_are_no_check_have_words_too() {
        use crate::recordings::check::{FILE_ALTERED, FILE_MISSING};
        for id in [FILE_ALTERED, FILE_MISSING, "interrupted", "noisy"] {
            assert!(words(id).is_some(), "{id}");
        }
        assert_eq!((words("of-tomorrow"), title("of-tomorrow")), (None, "of-tomorrow"));
    }
}
