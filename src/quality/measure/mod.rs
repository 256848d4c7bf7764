//! What is measured: pure functions and streaming state, samples in and numbers out.

mod bandwidth;
mod batch_fft;
mod biquad;
mod columns;
mod dropouts;
mod frames;
mod heaps;
mod kept;
mod lanes;
mod loudness;
mod low_band;
mod mirror;
mod p56;
mod pauses;
mod rails;
mod repeats;
mod spans;
mod spectrum;
mod speech;
mod stats;
mod to16k;
mod tops;
mod totals;
mod true_peak;
mod twice;
mod vad;
mod voltmeter;

pub use batch_fft::{Batch, BatchFft};
pub(super) use dropouts::Dropouts;
pub use frames::{BANDS, FrameGrid};
pub(super) use frames::{FrameMeter, Heard};
pub use lanes::LANES;
pub(super) use loudness::Loudness;
pub(super) use pauses::decay60_db;
pub(super) use rails::{RailFacts, RailPlaces, Rails};
pub(super) use repeats::Repeats;
pub(super) use spectrum::{Spectrum, SpectrumFacts};
pub(super) use speech::{Speech, near_speech, pauses};
pub(super) use stats::runs;
pub(super) use tops::TopFacts;
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
