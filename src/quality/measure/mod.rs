//! What is measured: pure functions and streaming state, samples in and numbers out.

mod fft;
mod frames;
mod highpass;
mod p56;
mod rails;
mod speech;
mod stats;
mod to16k;
mod totals;
mod true_peak;
mod vad;

pub(super) use frames::FrameMeter;
pub use frames::{BANDS, FrameGrid};
pub(super) use rails::Rails;
pub(super) use speech::Speech;
pub(super) use totals::Totals;
pub(super) use true_peak::TruePeak;

/// Returns the level of a power in dB, or `None` for no power.
pub(super) fn level_db(power: f64) -> Option<f64> {
    (power > 0.0).then(|| 10.0 * libm::log10(power))
}

/// Returns the level of a power in dB, at least -200.
fn floored_db(power: f64) -> f64 {
    10.0 * libm::log10(power.max(1e-20))
}
