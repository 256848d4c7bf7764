//! A sitting: one speaker, one sheet, from the first question to the last prompt. A face draws it.

mod asking;
mod desk;
mod driver;
pub mod history;
mod machine;
mod model;
mod notice;
pub mod order;
mod outside;
mod pilot;
mod player;
mod recorder;
pub mod room;
pub mod rows;
mod succession;

pub use asking::{ABOUT, Answer, Kind, Question, QuestionId, about_from, clean};
pub use desk::{ConsentWish, Desk, OrderWish, Recovered, Request, Seated, Signed};
pub use driver::{Parts, Sitting};
pub use machine::{Booth, HEARTBEAT_MS};
pub use model::{
    CloseReason, Command, Counts, Effect, Fact, Phase, PromptView, Refusal, ShownTake, SkipReason,
    StopReason, ViewState,
};
pub use notice::Notice;
pub use outside::{Outside, Random};
pub use pilot::{OnReject, Pilot};
pub use recorder::Deck;
pub use succession::{GIVE_UP_MS, Opener, Successor};
