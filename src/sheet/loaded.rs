//! A sheet in one locale as it was loaded: what there is to read of it.

use super::model::{Prompt, SheetHead};
use super::source::SheetSource;
use super::template::Template;
use super::values::Values;
use crate::digest::Sha256;
use crate::ids::Locale;

/// A sheet in one locale, loaded and sound enough to record from.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The head.
    pub head: SheetHead,
    /// The locale.
    pub locale: Locale,
    /// The prompts in the order of the file.
    pub prompts: Vec<Prompt>,
    /// The templates in the order of the file.
    pub templates: Vec<Template>,
    /// What fills them.
    pub values: Values,
    /// The SHA-256 of the bytes of the locale's `.tsv`; where it has values, or prompts have sounds or pictures, over it those of each.
    pub sha256: Sha256,
    /// Where the sheet was read from.
    pub source: SheetSource,
}
