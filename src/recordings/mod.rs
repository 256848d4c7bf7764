//! Sessions and takes: what was recorded, and the journal that proves it.

pub mod consent;
mod model;

pub use model::{
    CaptureFacts, Entry, Event, Order, Origin, RoomNoise, SCHEMA, SessionRecord, SheetRef, SourceRecord,
    Speaker, TakeRecord,
};
