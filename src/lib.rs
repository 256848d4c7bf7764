//! Booth, a recording booth for speech corpora.

// What clippy.toml forbids is forbidden in what ships; tests make files, clocks and tones as they like.
#![cfg_attr(test, allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros))]

pub mod audio;
pub mod corpus;
pub mod digest;
pub mod error;
pub mod fsio;
pub mod ids;
pub mod messages;
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
#[cfg(test)]
mod testing;
pub mod text;
pub mod units;

pub use error::{Error, ErrorKind, Result};

/// The program and its version, as records name it.
pub const TOOL: &str = concat!("booth ", env!("CARGO_PKG_VERSION"));
