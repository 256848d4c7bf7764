//! `upsampled`: the band ends below the one that the sample rate promises.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `upsampled`.
pub(super) const CHECK: Check = Check {
    id: "upsampled",
    source: "fall of the long-term spectrum; coherence of the spectrum with its mirror image",
    metrics: &["sr", "cliff_hz", "cliff_step", "mirror", "mirror_hz"],
    limits: &[
        Limit { name: "share", unit: "share of half the rate", meaning: "a band that ends below this" },
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
    unless: &["empty-file", "digital-silence", super::TAKE_LONG, "scale-wrong", "no-speech", "narrowband"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let limit = limits.get("share") * f64::from(measured.sr) / 2.0;
    let band_hz = super::band_hz(measured, limits)?;
    (band_hz < limit).then(|| Hit::warn(Some(band_hz), Some(limit)))
}
