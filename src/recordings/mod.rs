//! Sessions and takes: what was recorded, and the journal that proves it.

pub mod asks;
pub(crate) mod assess;
pub mod bundle;
pub mod check;
pub mod errata;
pub mod feedback;
pub mod import;
pub mod ingest;
pub mod ledger;
pub mod mine;
pub(crate) mod people;
pub mod releases;
pub mod session;
pub(crate) mod status;
pub mod tally;
#[cfg(test)]
pub(crate) mod testing;
pub mod tombstones;
pub mod transcribe;
pub mod withdraw;

pub use assess::assessor::{Assessor, INTERRUPTED, Told};
pub use assess::measure::{measure_file, measure_wav};
pub use assess::opinion::Models;
pub use ledger::Ledger;
pub use people::consent;
#[doc(inline)]
pub use session::{
    CaptureFacts, Clock, ConsentFault, ConsentState, Event, Fault, FaultKind, FileState, JournalLine, Order,
    Receipt, RoomNoise, RootLock, SCHEMA, SessionRecord, SessionView, SessionWriter, Setup, SheetRef,
    SourceRecord, Speaker, TakeRecord, TakeStart, TakeState, TakeView, Unreadable, find_sessions,
};
pub use status::{Counts, SessionStatus, Status, StatusOptions, StatusSummary, status};
pub use tombstones::Tombstones;
