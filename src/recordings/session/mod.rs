//! One session on disk: its record, its journal, its takes; written, read, and put in order after a crash.

mod append;
pub(crate) mod chain;
pub(crate) mod consent;
pub(crate) mod event;
pub(crate) mod fault;
pub(crate) mod fold;
pub(crate) mod journal;
pub(crate) mod layout;
pub(crate) mod lock;
pub(crate) mod numbers;
pub(crate) mod pcm;
pub(crate) mod reason;
pub(crate) mod receipt;
pub(crate) mod record;
pub(crate) mod recover;
mod take;
mod take_line;
pub(crate) mod view;
pub(crate) mod writer;

pub use append::Clock;
pub use chain::{Anchor, Sum};
pub use consent::{ConsentFault, ConsentState, consent_state};
pub use event::{CaptureFacts, Event, FileFacts, JournalLine, KINDS, Origin, TakeRecord, TakeStart};
pub use fault::{Fault, FaultKind};
pub use fold::{Fold, StartView, TakeKey, TakeState};
pub use journal::{Journal, Opaque, parse};
pub use layout::{Found, Unreadable, find_sessions};
pub use lock::RootLock;
pub use pcm::PcmForm;
pub use reason::{CloseReason, RecoveredKind, SetupStep, SkipReason, StopReason, WaitReason};
pub use receipt::Receipt;
pub use record::{FIRST_SCHEMA, Order, RoomNoise, SCHEMA, SessionRecord, SheetRef, SourceRecord, Speaker};
pub use recover::{Recovery, resume};
pub use take::{FinishedTake, TakeEnd, TakeWriter};
pub use view::{FileState, SessionView, StoredTakes, TakeView};
pub use writer::{SessionWriter, Setup};
