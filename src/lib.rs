//! Booth, a recording booth for speech corpora.

pub mod audio;
pub mod corpus;
pub mod digest;
pub mod error;
pub mod fsio;
pub mod ids;
pub mod parallel;
pub mod quality;
pub mod recordings;
pub mod report;
pub mod severity;
pub mod sheet;
mod simd;
pub mod units;

pub use error::{Error, ErrorKind, Result};
