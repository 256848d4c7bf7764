//! What people said and are owed: consent, its texts, personal details.

pub mod consent;
mod consent_texts;
pub(crate) mod crockford;
pub(crate) mod personal;
pub(crate) mod receipts;
