//! Prompt sheets: what there is to read.
//!
//! A sheet is a folder with a head (`sheet.toml`) and one `<locale>.tsv` a locale. [`load`] gives a locale
//! whose prompts can be recorded, or an error; [`lint`] gives everything that is wrong with the sheet. Some sheets are in the
//! program ([`SHIPPED`]): a [`SheetSource`] is one of these or a folder.

mod across;
mod alphabet;
pub mod annotation;
mod begin;
mod choose;
mod coverage;
mod deal;
mod fix;
mod folder;
pub(crate) mod head;
mod inside;
pub(crate) mod limits;
#[cfg(test)]
mod lint_cases;
pub(crate) mod lints;
mod loaded;
mod massive;
mod media;
mod media_files;
mod model;
mod pool;
mod prompts;
mod rows;
pub(crate) mod script;
#[cfg(test)]
mod shipped;
mod source;
mod still;
mod targets;
mod template;
#[cfg(test)]
mod template_cases;
mod triple;
mod tsv;
mod typography;
mod values;
mod wording;

pub use begin::{Beginning, Rows, begin};
pub use choose::{Choice, MAX_PILE_BYTES, choose};
pub use coverage::{Coverage, FEW, texts_of};
pub use deal::{Crowd, Deal, Dealt, Forecast, Gathered, Wish, deal, forecast};
pub use fix::{Change, Fixed, Repair, fix, fix_sheet};
pub use folder::{
    LintReport, find, lint, lint_for, lint_head, lint_pair, lint_tsv, lint_tsv_for, load, load_for,
    load_head, locales,
};
pub use head::{version_fault, version_key};
pub use inside::{SHIPPED, Shipped, shipped_named, shipped_names};
pub use lints::{LINTS, Lint, LintFinding};
pub use loaded::Sheet;
pub use massive::Massive;
#[cfg(test)]
pub(crate) use massive::tests::reader as massive_reader;
pub use media::{MAX_MEDIA_BYTES, MEDIA, Media, MediaKind};
pub use model::{Controller, MediaTerms, Prompt, SheetDefaults, SheetHead, Slot};
pub use pool::Pool;
pub use rows::{
    ChangeRow, ChosenRow, CopyRow, CoverageRow, CoverageSummary, DealSummary, DealtRow, FindingRow,
    FixSummary, ForecastRow, LintSummary, NewRow, PromptRow, SelectRow, SheetRow, SheetsSummary, TemplateRow,
};
pub use source::{HEAD, SheetSource, VALUES};
pub use targets::{TARGETS, Target, target_named, target_names};
pub use template::Template;
pub use triple::triple;
pub use values::Values;
