//! Sessions and takes: what was recorded, and the journal that proves it.

pub mod booth;
pub mod check;
pub mod consent;
mod consent_texts;
pub mod endpoint;
pub mod fault;
pub mod import;
pub mod interruption;
pub mod journal;
pub mod measure;
mod model;
pub mod opinion;
pub mod pcm;
pub mod personal;
pub mod recover;
pub mod sitting;
pub mod status;
pub mod store;
pub mod take;
#[cfg(test)]
pub(crate) mod testing;
pub mod transcribe;
pub mod transcripts;
pub mod view;

pub use model::{
    CaptureFacts, Entry, Event, Order, Origin, RoomNoise, SCHEMA, SessionRecord, SheetRef, SourceRecord,
    Speaker, TakeRecord, TakeStart,
};
