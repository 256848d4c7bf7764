//! Booth, a recording booth for speech corpora.

pub mod audio;
pub mod corpus;
pub mod digest;
pub mod error;
pub mod fsio;
pub mod ids;
pub mod numbers;
pub mod parallel;
pub mod progress;
pub mod quality;
pub mod random;
pub mod recordings;
pub mod report;
pub mod rows;
pub mod severity;
pub mod sheet;
mod simd;
pub mod sitting;
pub mod text;
pub mod units;

pub use error::{Error, ErrorKind, Result};

/// The program and its version, as records name it.
pub const TOOL: &str = concat!("booth ", env!("CARGO_PKG_VERSION"));
