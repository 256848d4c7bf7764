//! Booth, a recording booth for speech corpora.

pub mod audio;
pub mod corpus;
pub mod digest;
pub mod error;
pub mod fsio;
pub mod ids;
pub mod numbers;
pub mod parallel;
pub mod quality;
pub mod recordings;
pub mod report;
pub mod severity;
pub mod sheet;
mod simd;
pub mod sitting;
#[cfg(test)]
mod testing;
pub mod text;
pub mod units;

pub use error::{Error, ErrorKind, Result};

/// The program and its version, as records name it.
pub const TOOL: &str = concat!("booth ", env!("CARGO_PKG_VERSION"));
