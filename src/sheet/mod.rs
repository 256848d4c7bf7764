//! Prompt sheets: what there is to read.
//!
//! A sheet is a folder with a head (`sheet.toml`) and one `<locale>.tsv` a locale. [`load`] gives a locale
//! whose prompts can be recorded, or an error; [`lint`] gives everything that is wrong with the sheet. Some sheets are in the
//! program ([`SHIPPED`]): a [`SheetSource`] is one of these or a folder.

mod across;
pub mod annotation;
mod fix;
mod folder;
pub(crate) mod head;
mod inside;
pub(crate) mod limits;
#[cfg(test)]
mod lint_cases;
pub(crate) mod lints;
mod massive;
mod media;
mod media_files;
mod model;
mod prompts;
mod rows;
pub(crate) mod script;
#[cfg(test)]
mod shipped;
mod source;
mod targets;
mod triple;
mod tsv;
mod typography;

pub use fix::{Change, Fixed, Repair, fix, fix_sheet};
pub use folder::{
    LintReport, find, lint, lint_for, lint_head, lint_tsv, lint_tsv_for, load, load_for, load_head, locales,
};
pub use head::version_fault;
pub use inside::{SHIPPED, Shipped, shipped_named, shipped_names};
pub use lints::{LINTS, Lint, LintFinding};
pub use massive::Massive;
#[cfg(test)]
pub(crate) use massive::tests::reader as massive_reader;
pub use media::{MAX_MEDIA_BYTES, MEDIA, Media, MediaKind};
pub use model::{Controller, MediaTerms, Prompt, Sheet, SheetDefaults, SheetHead, Slot};
pub use rows::{ChangeRow, CopyRow, FindingRow, FixSummary, LintSummary, PromptRow, SheetRow, SheetsSummary};
pub use source::{HEAD, SheetSource};
pub use targets::{TARGETS, Target, target_named, target_names};
pub use triple::triple;
