//! Levels of powers.

/// Returns the level of a power in dB, or `None` for no power.
pub fn level_db(power: f64) -> Option<f64> {
    (power > 0.0).then(|| 10.0 * libm::log10(power))
}

/// Returns the level of a power in dB, at least -200.
pub fn floored_db(power: f64) -> f64 {
    10.0 * libm::log10(power.max(1e-20))
}
