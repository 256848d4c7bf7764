//! A sitting: one speaker, one sheet, from the first question to the last prompt. A face draws it.

mod agenda;
mod asking;
mod attention;
mod consent;
mod dealing;
mod desk;
mod driver;
mod history;
mod machine;
mod model;
mod notice;
mod order;
mod outside;
mod pilot;
mod player;
mod recorder;
mod remark;
mod request;
mod room;
mod rows;
mod sound_check;
mod succession;
#[cfg(test)]
mod testing;
mod wave;

pub use agenda::Wanted;
pub use asking::{
    ABOUT, Answer, Field, Kind, Question, QuestionId, about_from, about_message, clean, report_words,
};
pub use attention::BLIND_MS;
pub use consent::Signed;
pub use desk::{Desk, Recovered, Returned, Seated};
pub use driver::{Parts, Sitting};
pub use machine::{Booth, HEARTBEAT_MS};
pub use model::{
    Asked, BREAK_MS, CloseReason, Command, Counts, Effect, Fact, Mode, OWN_WISH, Phase, PromptView,
    ReadingState, ReadingView, Refusal, ReportReason, ShownTake, SkipReason, StopReason, ViewState,
};
pub use notice::Notice;
pub use order::{Reading, readings};
pub use outside::{Aside, Job, Outside, Random, clock_remark, on_a_thread};
pub use pilot::{OnReject, Pilot};
pub use recorder::Deck;
pub use remark::{DeviceRemark, capture_remarks};
pub use request::{Asker, ConsentWish, OrderWish, Request};
pub use room::Listening;
pub use rows::{SummaryRow, TakeRow};
pub use sound_check::{Figure, Heard, LOUD_ROOM_DBFS, Trial, ranked, room_remark, sentence_to_try};
pub use succession::{GIVE_UP_MS, Opener, Successor};
pub use wave::{FaultMark, WAVE_COLUMNS, Wave};
