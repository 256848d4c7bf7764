//! From recordings to a release: select, split, build, verify.
//!
//! [`plan`](plan::plan) decides and is a value that can be shown; [`build`](build::build) carries it
//! out; `verify` proves the outcome from the files alone. The catalogue is the one
//! record of a corpus: manifests, card and checksums are projections of it and are made again, and
//! compared, by `verify`.

pub mod build;
pub mod card;
pub mod catalogue;
pub mod checksums;
pub mod clip;
pub mod format;
pub mod hypotheses;
pub mod make;
mod out;
pub mod plan;
pub mod publish;
pub mod read;
pub mod refusal;
pub mod release;
pub mod select;
pub mod source;
pub mod split;
pub mod totals;
pub mod verify;

pub use read::Corpus;
pub use split::Split;

#[cfg(test)]
mod tests;
