//! The room before the first prompt: how loud it is when nobody speaks.

use super::recorder::Deck;
use crate::audio::capture::{Pending, SourceInfo};
use crate::error::Result;
use crate::quality::{Meter, MeterSpec};
use crate::recordings::RoomNoise;
use crate::units::{rounded, seconds};

/// The room being listened to.
pub struct Listening {
    pending: Pending<Vec<f32>>,
}

impl Listening {
    /// Begins to listen for `ms` milliseconds, 60,000 at most.
    pub fn start(deck: &dyn Deck, ms: u64) -> Self {
        Self { pending: deck.start_listening(ms) }
    }

    /// Returns what the room sounds like once it is known; never waits.
    pub fn poll(&mut self, deck: &dyn Deck) -> Option<Result<RoomNoise>> {
        if let Some(fault) = deck.fault() {
            return Some(Err(fault));
        }
        Some(self.pending.poll()?.map(|samples| room_noise(&samples, deck.info())))
    }
}

/// Returns how what a source gives is measured.
pub(super) fn spec_of(info: &SourceInfo) -> MeterSpec {
    let SourceInfo { rate, bits, channels, channel, .. } = *info;
    MeterSpec { rate, bits, channels, channel, integer: false }
}

/// Measures the room from samples of the kept channel.
fn room_noise(samples: &[f32], info: &SourceInfo) -> RoomNoise {
    let mut meter = Meter::new(spec_of(info));
    meter.push(samples);
    let (measured, grid) = meter.finish_with_grid();
    // The grid's levels are those after the 80 Hz high-pass, in dB, one each 10 ms.
    let power: f64 = grid.levels().iter().map(|&level| libm::pow(10.0, f64::from(level) / 10.0)).sum();
    let floor = (!grid.is_empty() && measured.rms_dbfs.is_some())
        .then(|| rounded(10.0 * libm::log10(power / grid.len() as f64), 2));
    RoomNoise {
        duration_s: seconds(samples.len() as u64, info.rate),
        noise_floor_dbfs: floor,
        peak_dbfs: measured.peak_dbfs,
    }
}
