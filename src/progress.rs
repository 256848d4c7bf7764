//! How far work is, told to whoever watches, who may stop it.

use crate::error::Result;

/// Watches work that takes a while.
pub trait Watch: Sync {
    /// Is told that `done` of `of` things are done; `of` is 0 while nobody knows.
    ///
    /// # Errors
    /// An error stops the work, which returns it.
    fn at(&self, done: u64, of: u64) -> Result<()>;

    /// Says whether the work should stop; asked often, also inside one thing.
    fn stopped(&self) -> bool {
        false
    }
}

/// Nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn at(&self, _done: u64, _of: u64) -> Result<()> {
        Ok(())
    }
}

impl<F: Fn(u64, u64) -> Result<()> + Sync> Watch for F {
    fn at(&self, done: u64, of: u64) -> Result<()> {
        self(done, of)
    }
}
