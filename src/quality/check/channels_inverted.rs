//! `channels-inverted`: one side is the other upside down, so that their sum is silence.

use super::{Check, Hit, Limit, Limits};
use crate::quality::Measurements;

/// The check `channels-inverted`.
pub(super) const CHECK: Check = Check {
    id: "channels-inverted",
    source: "correlation of the first two channels",
    metrics: &["channel_correlation"],
    limits: &[Limit { name: "reject", unit: "correlation", meaning: "a correlation below this" }],
    unless: &["empty-file", "digital-silence", super::TAKE_LONG, "channel-dead"],
    judge,
};

fn judge(measured: &Measurements, limits: Limits<'_>) -> Option<Hit> {
    Hit::under(measured.channel_correlation?, limits.get("reject"))
}
