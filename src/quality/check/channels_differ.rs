//! `channels-differ`: the two sides hold different voices, of which only one is used.
//!
//! One voice before two microphones is loud on both at the same time, also in a room (80 clips of 2 voices: 0.69 and more); two
//! people on the two ends of a call, or at two microphones, are not (as many pairs: 0.05 in the middle, 19 of 20 under 0.44).

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `channels-differ`.
pub(super) const CHECK: Check = Check {
    id: "channels-differ",
    source: "correlation of the levels of the first two channels, of 50 ms each, where either is loud, if both have speech and pauses",
    metrics: &["channel_likeness"],
    limits: &[Limit { name: "warn", unit: "correlation", meaning: "levels that are less alike than this" }],
    unless: &["empty-file", "digital-silence", super::TAKE_LONG, "channel-dead", "channels-inverted"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.channel_likeness?, limits.get("warn"));
    (value < limit).then(|| Hit::warn(Some(value), Some(limit)))
}
