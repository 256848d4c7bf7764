//! How numbers are spread, counted with little memory, and drawn: what a report and a card share.

mod plate;
mod scale;

pub use plate::{Bar, bars, histogram};
pub use scale::{Counts, Scale};
