//! Import: somebody else's recordings become sessions, so that the same check and pack serve them.
//!
//! Two steps. [`plan()`] reads the layout, cleans the texts and hashes the files, and says as values what
//! would be made and what is left out and why. [`apply()`] decodes each file without loss to WAV, measures
//! it, and writes the sessions. A recording is known again by the bytes of its file and its text, so the
//! same import twice writes nothing, an interrupted one is completed, and a grown folder adds what is new.
//!
//! What is imported is looked at before it is believed: `layout` has a file for each way in which recordings are laid out,
//! which tells whether it is this one and makes rows of it. `table` tells separators and quotation marks, `columns` what
//! stands where, `clips` which file a name means, `encoding` what the bytes are. `assemble` and `lint` look at the rows. What
//! was seen stands in the plan; what is unclear is refused with the flag that says it. Hidden files and folders, and sessions
//! of Booth, are passed over.

mod apply;
mod assemble;
mod clip;
mod clips;
mod columns;
mod cut;
mod encoding;
mod folder;
mod found;
mod ground;
mod layout;
mod lint;
mod names;
mod objects;
mod paths;
mod plan;
mod report;
mod request;
mod resolve;
mod role;
mod seen;
mod shard;
mod shards;
mod sound;
mod table;
mod tabular;
#[cfg(test)]
mod tests;
mod text;

pub use apply::{ApplyOptions, apply, preview};
pub use encoding::TextEncoding;
pub use found::ImportFinding;
pub use plan::{ImportPlan, PlannedItem, PlannedSession, plan};
pub use report::{ImportReport, ImportSummary, Outcome, RowReport, SessionReport};
pub use request::{Ids, ImportRequest, Layout};
pub use role::Columns;
pub use seen::{Seen, SeenTable};
pub use text::TextChanges;
