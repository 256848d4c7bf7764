//! `narrowband`: the band ends early, by a cliff in the spectrum or a mirror image that a resampler left.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `narrowband`.
pub(super) const CHECK: Check = Check {
    id: "narrowband",
    source: "fall of the long-term spectrum; coherence of the spectrum with its mirror image",
    metrics: &["sr", "cliff_hz", "cliff_step", "mirror", "mirror_hz", "hf_ratio_db"],
    limits: &[
        Limit { name: "least_rate_hz", unit: "Hz", meaning: "a sample rate below this" },
        Limit { name: "warn_hz", unit: "Hz", meaning: "a band that ends at or below this" },
        Limit { name: "reject_hz", unit: "Hz", meaning: "a band that ends at or below this" },
        Limit { name: "hf_warn_db", unit: "dB", meaning: "less power from 4.5 to 8 kHz than this" },
        Limit { name: "hf_reject_db", unit: "dB", meaning: "less power from 4.5 to 8 kHz than this" },
        Limit {
            name: "cliff_step_db",
            unit: "dB",
            meaning: "a fall of at least this is the end of the band",
        },
        Limit {
            name: "mirror",
            unit: "coherence",
            meaning: "a mirror image of at least this is the end of the band",
        },
        Limit {
            name: "mirror_high",
            unit: "coherence",
            meaning: "the same for mirrors from 10 kHz up, where codecs fold",
        },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let rate = f64::from(measured.sr);
    let band_hz = super::band_hz(measured, limits);
    if rate > 0.0 && rate < limits.get("least_rate_hz") {
        return Some(Hit::reject(Some(rate), Some(limits.get("least_rate_hz"))));
    }
    let worst = |band: &str, hf: &str| {
        let (band_limit, hf_limit) = (limits.get(band), limits.get(hf));
        if let Some(band_hz) = band_hz.filter(|&hz| hz <= band_limit) {
            return Some((band_hz, band_limit));
        }
        measured.hf_ratio_db.filter(|&ratio| ratio < hf_limit).map(|ratio| (ratio, hf_limit))
    };
    if let Some((value, limit)) = worst("reject_hz", "hf_reject_db") {
        Some(Hit::reject(Some(value), Some(limit)))
    } else {
        worst("warn_hz", "hf_warn_db").map(|(value, limit)| Hit::warn(Some(value), Some(limit)))
    }
}
