//! One session on disk: its record, its journal, its takes; written, read, and put in order after a crash.

mod append;
pub mod event;
pub mod fault;
pub mod fold;
pub mod journal;
pub mod layout;
pub mod lock;
pub mod pcm;
pub mod reason;
pub mod receipt;
pub mod record;
pub mod recover;
mod take;
pub mod view;
pub mod writer;

pub use append::Clock;
pub use fold::TakeState;
pub use layout::find_sessions;
pub use lock::RootLock;
pub use take::{FinishedTake, TakeEnd, TakeWriter};
pub use view::{FileState, SessionView, TakeView};
pub use writer::{SessionWriter, Setup};
