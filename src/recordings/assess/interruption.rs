//! A take that a crash, a signal or a full disk cut short says so in its verdict.

use crate::quality::{Finding, Judgement, Severity};

/// The id of the finding that a take cut short gets.
pub const INTERRUPTED: &str = "interrupted";

/// Adds the finding of a take that was cut short, which is not usable: what is missing nobody knows.
pub fn with_interruption(mut judgement: Judgement, interrupted: bool) -> Judgement {
    if !interrupted || judgement.findings.iter().any(|finding| finding.id == INTERRUPTED) {
        return judgement;
    }
    let finding =
        Finding { id: INTERRUPTED.to_owned(), severity: Severity::Reject, value: None, limit: None };
    judgement.findings.insert(0, finding);
    Judgement::of(judgement.findings)
}
