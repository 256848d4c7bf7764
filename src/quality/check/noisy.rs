//! `noisy`: active speech level (ITU-T P.56) over the noise outside speech; a take without pauses is not judged.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `noisy`.
pub(super) const CHECK: Check = Check {
    id: "noisy",
    source: "active speech level (ITU-T P.56, method B) over the power outside speech",
    metrics: &["snr_db", "snr_method"],
    limits: &[
        Limit { name: "warn_db", unit: "dB", meaning: "signal-to-noise ratio at or below this" },
        Limit { name: "reject_db", unit: "dB", meaning: "signal-to-noise ratio at or below this" },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    // Without a pause the quietest that is there may be speech.
    if !measured.has_noise_measured() {
        return None;
    }
    Hit::falling(measured.snr_db?, limits.get("warn_db"), limits.get("reject_db"))
}
