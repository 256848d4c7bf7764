//! `click-noise`: short loud bursts outside speech; lips and breath make some too, so never more than a warning.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `click-noise`.
pub(super) const CHECK: Check = Check {
    id: "click-noise",
    source: "short bursts over the noise outside speech",
    metrics: &["bursts"],
    limits: &[Limit { name: "warn_count", unit: "bursts", meaning: "this many bursts, or more" }],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.bursts? as f64, limits.get("warn_count"));
    (value > 0.0 && value >= limit).then(|| Hit::warn(Some(value), Some(limit)))
}
