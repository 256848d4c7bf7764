//! `too-quiet`: active speech level (ITU-T P.56); loose, since a quiet but clean take is usable.

use super::{Check, Hit, Limit, Limits, SPEECHLESS};
use crate::quality::Measurements;

/// The check `too-quiet`.
pub(super) const CHECK: Check = Check {
    id: "too-quiet",
    source: "active speech level (ITU-T P.56, method B); RFC 7874 asks for about -22 dBov",
    metrics: &["active_dbov"],
    limits: &[
        Limit { name: "warn_dbov", unit: "dBov", meaning: "active speech level at or below this" },
        Limit { name: "reject_dbov", unit: "dBov", meaning: "active speech level at or below this" },
    ],
    unless: SPEECHLESS,
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::falling(measured.active_dbov?, limits.get("warn_dbov"), limits.get("reject_dbov"))
}
