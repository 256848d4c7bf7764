//! A sitting: one speaker, one sheet, one microphone, from the first prompt to the last. A face draws it.

pub mod driver;
pub mod history;
mod machine;
mod model;
pub mod order;

pub use machine::{Booth, HEARTBEAT_MS};
pub use model::{
    CloseReason, Command, Counts, Effect, Fact, Phase, PromptView, Refusal, ShownTake, StopReason, ViewState,
};
