//! What is still to be done when the program is ended at once: no hidden folder, lock or running command stays behind.
//!
//! Whoever makes such a thing takes it away itself, when it is done or fails. Only a program that is told to end for a
//! second time, in the middle of everything, calls [`now`] and leaves.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

type Task = Box<dyn FnOnce() + Send>;

static TASKS: Mutex<BTreeMap<u64, Task>> = Mutex::new(BTreeMap::new());

/// Something that is to be done if the program ends while this value lives.
#[must_use]
pub struct AtEnd {
    number: u64,
}

impl AtEnd {
    /// Notes a task; the one that was noted last is done first.
    pub fn doing(task: impl FnOnce() + Send + 'static) -> Self {
        let mut tasks = TASKS.lock().unwrap_or_else(PoisonError::into_inner);
        let number = tasks.last_key_value().map_or(0, |(last, _)| last + 1);
        tasks.insert(number, Box::new(task));
        Self { number }
    }
}

impl fmt::Debug for AtEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtEnd").field("number", &self.number).finish()
    }
}

impl Drop for AtEnd {
    fn drop(&mut self) {
        TASKS.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.number);
    }
}

/// Does all that is noted, the last first. The program is expected to end right after.
pub fn now() {
    let tasks = std::mem::take(&mut *TASKS.lock().unwrap_or_else(PoisonError::into_inner));
    for task in tasks.into_values().rev() {
        task();
    }
}
