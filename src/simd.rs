//! Which vectors the CPU has.
//!
//! Hot loops are written for any width and compiled for each; all give the same numbers, since no multiplication is fused
//! with an addition and sums run over a fixed number of lanes.

use fearless_simd::Level;
use std::sync::OnceLock;

/// Returns the widest vectors that this CPU has, for `fearless_simd::dispatch!`.
pub(crate) fn level() -> Level {
    static LEVEL: OnceLock<Level> = OnceLock::new();
    *LEVEL.get_or_init(Level::new)
}
