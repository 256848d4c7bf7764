//! `format-low`: the sample rate, or the bits that are really used, cannot carry what the project needs.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `format-low`.
pub(super) const CHECK: Check = Check {
    id: "format-low",
    source: "judgement",
    metrics: &["sr", "bits", "used_bits"],
    limits: &[
        Limit { name: "rate_warn_hz", unit: "Hz", meaning: "a sample rate below this" },
        Limit { name: "rate_reject_hz", unit: "Hz", meaning: "a sample rate below this" },
        Limit { name: "bits_warn", unit: "bits", meaning: "fewer used bits than this" },
        Limit { name: "bits_reject", unit: "bits", meaning: "this many used bits, or fewer" },
    ],
    unless: &["unreadable-file"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let rate = f64::from(measured.sr);
    let bits = f64::from(measured.used_bits.unwrap_or(measured.bits));
    let (rate_reject, bits_reject) = (limits.get("rate_reject_hz"), limits.get("bits_reject"));
    let (rate_warn, bits_warn) = (limits.get("rate_warn_hz"), limits.get("bits_warn"));
    if rate < rate_reject {
        Some(Hit::reject(Some(rate), Some(rate_reject)))
    } else if bits <= bits_reject {
        Some(Hit::reject(Some(bits), Some(bits_reject)))
    } else if rate < rate_warn {
        Some(Hit::warn(Some(rate), Some(rate_warn)))
    } else if bits < bits_warn {
        Some(Hit::warn(Some(bits), Some(bits_warn)))
    } else {
        None
    }
}
