//! Prompt sheets: what there is to read.

mod model;

pub use model::{Controller, Prompt, Sheet, SheetDefaults, SheetHead, Slot};
