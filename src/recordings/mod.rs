//! Sessions and takes: what was recorded, and the journal that proves it.

pub mod assess;
pub mod check;
pub mod import;
pub mod people;
pub mod session;
pub mod status;
pub mod tally;
#[cfg(test)]
pub(crate) mod testing;
pub mod transcribe;

pub use session::event::{CaptureFacts, Event, JournalLine, Origin, TakeRecord, TakeStart};
pub use session::record::{Order, RoomNoise, SCHEMA, SessionRecord, SheetRef, SourceRecord, Speaker};
