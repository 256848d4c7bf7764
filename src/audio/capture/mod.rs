//! Capture: a source of live audio, and the tape that records from it.
//!
//! A [`Source`] (a microphone, or files played as one) feeds blocks into a lock-free ring; the [`Tape`]
//! owns the thread that reads them, keeps the last seconds for the pre-roll, and hands takes to a
//! [`TakeSink`]. Nothing here prints or asks; whoever shows things polls values.

mod cut;
mod endpoint;
mod file;
mod floor;
mod hops;
mod meter;
mod ring;
mod source;
mod stamps;
mod take;
mod tape;
mod worker;

pub use endpoint::EndpointSpec;
pub use file::{FileOptions, FileSource};
pub use ring::{Block, Drain, Feed, Health, Loss, ring};
pub use source::{
    DeviceInfo, DeviceList, DeviceSetting, DeviceSpec, Source, SourceInfo, SourceKind, Span, TakeFacts,
};
pub use take::{Ended, Level, Pending, TakeOptions, TakeSink};
pub use tape::{Tape, TapeOptions};

#[cfg(test)]
mod tests;
