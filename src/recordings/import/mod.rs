//! Import: somebody else's recordings become sessions, so that the same check and pack serve them.
//!
//! Two steps. [`plan()`] reads the layout, cleans the texts and hashes the files, and says as values what
//! would be made and what is left out and why. [`apply()`] decodes each file without loss to WAV, measures
//! it, and writes the sessions. A recording is known again by the bytes of its file and its text, so the
//! same import twice writes nothing, an interrupted one is completed, and a grown folder adds what is new.
//!
//! Layouts: `pairs` is audio with a `.txt` of the same name beside it, at any depth; `ljspeech` is
//! `metadata.csv` (`id|text|normalised text`, no quoting) beside `wavs/`; `common-voice` is a locale's
//! folder (or one of its `.tsv` files, no quoting, columns by name) with `clips/`. Audio is WAV, FLAC, MP3
//! or Ogg. Hidden files and folders, and sessions of Booth, are passed over.

mod apply;
mod clip;
mod common_voice;
mod folder;
mod found;
mod ljspeech;
mod names;
mod pairs;
mod plan;
mod report;
mod request;
mod resolve;
mod table;
#[cfg(test)]
mod tests;
mod text;

pub use apply::{ApplyOptions, apply, preview};
pub use found::ImportFinding;
pub use plan::{ImportPlan, PlannedItem, PlannedSession, plan};
pub use report::{ImportReport, ImportSummary, Outcome, SessionReport};
pub use request::{Ids, ImportRequest, Layout};
pub use text::TextChanges;
