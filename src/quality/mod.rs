//! The quality engine: numbers from samples, findings from numbers, a verdict from findings.

mod model;

pub use crate::severity::Severity;
pub use model::{Finding, Judgement, Measurements, Verdict};
