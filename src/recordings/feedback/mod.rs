//! Feedback: what was taken of a person's recordings, and what is to be read again, on its way back to them.
//!
//! One small file, made where the recordings were taken in, and read where the next ones are made. It holds no free words of
//! those who listened: reasons are those of checks, which the person reads in their own language.

mod file;
mod open;

pub use file::{Ask, Feedback, HEARD, MOST_BYTES, NAME_END, NAME_START, SCHEMA, file_name, here, lines};
pub use open::{AskedPrompt, Received};
