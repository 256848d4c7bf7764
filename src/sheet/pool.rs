//! Pools: which speakers' recordings of a sentence may go where.

use crate::ids::named;

named! {
    /// For whose recordings a prompt is.
    #[derive(Default)]
    Pool {
        /// For everybody's.
        #[default]
        Shared = "shared",
        /// Packed of speakers in `train` only.
        TrainOnly = "train-only",
        /// Packed of speakers in `test` only, so that nobody has trained on it.
        EvalOnly = "eval-only",
    }
}

impl Pool {
    /// Returns the pool of a sentence that has parts of both pools; `None` where nobody could be in both.
    pub fn and(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Shared, pool) | (pool, Self::Shared) => Some(pool),
            (one, other) => (one == other).then_some(one),
        }
    }

    /// Says whether it is [`Pool::Shared`], which is written nowhere.
    pub fn is_shared(&self) -> bool {
        *self == Self::Shared
    }
}
