//! From recordings to a release: select, split, build, verify.
//!
//! [`plan()`] decides and is a value that can be shown; [`build()`] carries it
//! out; [`verify()`] proves the outcome from the files alone. The catalogue is the one
//! record of a corpus: manifests, card and checksums are projections of it and are made again, and
//! compared, by `verify`.

mod apply;
mod assembly;
mod build;
mod card;
mod catalogue;
mod choice;
mod clip;
pub mod delta;
pub mod describe;
pub mod diff;
pub mod format;
mod granted;
mod handed;
pub mod held_out;
pub mod hypotheses;
mod limits;
mod lock_file;
mod make;
mod out;
mod plan;
mod pools;
mod previous;
mod processing;
mod publish;
pub mod published;
mod read;
mod rebuild;
mod refusal;
mod release;
pub mod score;
mod select;
mod shards;
mod shared;
mod source;
mod split;
mod splitting;
mod totals;
mod verify;
mod withdrawn;
mod words;

pub use apply::{Applied, apply};
pub use build::{Announce, BuildOptions, BuildReport, build, refuse};
pub use catalogue::{Clip, Row, Source};
pub use lock_file::{LockFile, Standing, read_lock};
pub use plan::{Input, Plan, PlanSummary, SpeakerPlan, plan};
pub use previous::look as look_at_previous;
pub use read::{Audio, Corpus, Utterance, Utterances};
pub use rebuild::{Rebuilt, rebuild};
pub use refusal::{Reason, Refusal, Refusals};
pub use release::{EVALUATION, NAME as HEAD_NAME, PreviousRelease, Release, SessionLimits, Settings};
pub use select::{Judge, Keep, Recordings};
pub use source::{Doubts, Folders, PackSummary, Sessions, judge_under};
pub use split::{By, Holding, Lock, Purpose, Split, State, Targets};
pub use splitting::Splitting;
pub use totals::{Amount, Totals};
pub use verify::{Depth, FAULTS, Fault, VerifyReport, VerifySummary, gaps, promises, verify};

pub use withdrawn::{NAME as WITHDRAWN_NAME, WithdrawnList};

#[cfg(test)]
mod tests;
