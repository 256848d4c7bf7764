//! Tables that depend on the sample rate alone, kept for the next takes: making one costs up to a second of audio.

use std::sync::{Arc, Mutex, PoisonError};

/// How many rates are kept.
const MOST: usize = 8;

/// The tables of the rates that were used last.
pub struct Kept<T>(Mutex<Vec<(u32, Arc<T>)>>);

impl<T> Kept<T> {
    /// Creates an empty store.
    pub const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Returns the table of a rate, and makes it where it is not there.
    pub fn get(&self, rate_hz: u32, make: impl FnOnce() -> T) -> Arc<T> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, table)) = kept.iter().find(|(rate, _)| *rate == rate_hz) {
            return Arc::clone(table);
        }
        let table = Arc::new(make());
        if kept.len() == MOST {
            kept.remove(0);
        }
        kept.push((rate_hz, Arc::clone(&table)));
        table
    }
}
