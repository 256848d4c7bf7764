//! `channels-identical`: mono in two channels.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `channels-identical`.
pub(super) const CHECK: Check = Check {
    id: "channels-identical",
    source: "greatest difference of the first two channels",
    metrics: &["channel_difference_lsb"],
    limits: &[Limit { name: "info_lsb", unit: "16-bit steps", meaning: "sides that differ by this or less" }],
    unless: &["empty-file", "digital-silence", super::TAKE_LONG, "channel-dead"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    let (value, limit) = (measured.channel_difference_lsb?, limits.get("info_lsb"));
    (value <= limit).then(|| Hit::info(Some(value), Some(limit)))
}
