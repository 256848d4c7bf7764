//! The end of a report.

use crate::quality::Severity;
use crate::recordings::check::OwnLimits;
use crate::recordings::tally::{GroupRow, Tally};
use std::sync::atomic::AtomicBool;

/// What the end of a report needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Finish<'a> {
    /// The counts of all takes that were added.
    pub tally: &'a Tally,
    /// The last line of `takes.jsonl`, without its end.
    pub totals: &'a str,
    /// What was checked, as it was asked for.
    pub checked: &'a [String],
    /// What the speakers and the devices are like.
    pub speakers: &'a [GroupRow],
    /// The same for the devices.
    pub devices: &'a [GroupRow],
    /// Sessions that the takes come from.
    pub sessions: u64,
    /// Faults of the sessions' records: folder, severity, message.
    pub faults: &'a [(String, Severity, String)],
    /// Sessions with limits of their own.
    pub own_limits: &'a [OwnLimits],
    /// Threads for the pictures.
    pub threads: usize,
    /// Ends the work early when set.
    pub stop: Option<&'a AtomicBool>,
}

impl<'a> Finish<'a> {
    /// Returns an end without groups and faults, made by one thread that nobody stops.
    pub fn new(tally: &'a Tally, totals: &'a str) -> Self {
        Self {
            tally,
            totals,
            checked: &[],
            speakers: &[],
            devices: &[],
            sessions: 0,
            faults: &[],
            own_limits: &[],
            threads: 1,
            stop: None,
        }
    }
}
