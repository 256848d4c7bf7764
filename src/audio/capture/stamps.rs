//! Which frame belongs to which moment: by the time stamps of the blocks, and by their arrival after the program was frozen.
//!
//! A program that is stopped, or a computer that sleeps, leaves audio behind that comes in one burst, as far as the sound
//! server has kept it. What comes after the burst is live, but a server may state for many seconds that it is old. So the
//! arrival is believed until stamps agree with it again, and no moment is looked up by a stamp from before.

use super::ring::Block;
use crate::units::{SampleRate, frames_in_ms};
use std::collections::VecDeque;

/// Time stamps are averaged over so much audio.
const WINDOW_MS: u64 = 500;
/// Time stamps are remembered for so long.
const MEMORY_MS: u64 = 10_000;
/// Whoever did nothing for so long was frozen.
const FROZEN_NS: u64 = 1_000_000_000;
/// The burst is over when audio came no faster than it sounds for so long.
const SETTLED_NS: u64 = 150_000_000;
/// It is taken for over after this in any case.
const LONGEST_BURST_NS: u64 = 1_000_000_000;
/// A block that is this much earlier than any before it is part of a burst, in nanoseconds.
const EARLIER_NS: f64 = 5e6;
/// So far from its arrival a stamp may be, beyond what is usual, in nanoseconds.
const AGREES_NS: f64 = 30e6;
/// More than this is missing, and not jitter, in nanoseconds.
const MISSING_NS: f64 = 50e6;

struct Stamp {
    frame: u64,
    /// Capture time minus the time that the frame number says, in nanoseconds.
    offset_ns: f64,
    /// The same of the time of arrival.
    came_ns: f64,
}

/// A freeze that is over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Freeze {
    /// How long it was.
    pub slept_ms: u64,
    /// Nanoseconds of audio that never came.
    pub missing_ns: f64,
    /// The frames between which that is missing.
    pub first: u64,
    pub until: u64,
}

/// The burst after a freeze.
struct Waking {
    slept_ms: u64,
    first: u64,
    /// What was usual before: offset of arrival, in nanoseconds.
    before_ns: Option<f64>,
    /// The least offset of arrival so far, and since when.
    least_ns: f64,
    lowered_ns: u64,
    since_ns: u64,
}

pub(super) struct Stamps {
    rate: SampleRate,
    clock_hz: f64,
    kept: VecDeque<Stamp>,
    last_came_ns: u64,
    /// The last long time in which no block came, and in which the reading thread did nothing.
    quiet: Option<(u64, u64)>,
    nap: Option<(u64, u64)>,
    waking: Option<Waking>,
    /// How long after its capture a block usually comes, in nanoseconds, while its stamp is not believed.
    lag_ns: Option<f64>,
}

impl Stamps {
    pub fn new(rate: SampleRate, clock_hz: f64) -> Self {
        let kept = VecDeque::new();
        Self { rate, clock_hz, kept, last_came_ns: 0, quiet: None, nap: None, waking: None, lag_ns: None }
    }

    /// Notes that the thread which reads did nothing from `from_ns` to `to_ns`; returns whether that is long.
    pub fn note_nap(&mut self, from_ns: u64, to_ns: u64) -> bool {
        let is_long = to_ns.saturating_sub(from_ns) > FROZEN_NS;
        if is_long {
            self.nap = Some((from_ns, to_ns));
        }
        is_long
    }

    /// Takes in the next block; returns the freeze whose burst ends with it, if one does.
    pub fn push(&mut self, block: Block) -> Option<Freeze> {
        let nominal_ns = block.frame as f64 / self.clock_hz * 1e9;
        let came_ns = block.came_ns as f64 - nominal_ns;
        let last_came_ns = std::mem::replace(&mut self.last_came_ns, block.came_ns);
        if last_came_ns > 0 && block.came_ns.saturating_sub(last_came_ns) > FROZEN_NS {
            self.quiet = Some((last_came_ns, block.came_ns));
        }
        if let Some(slept_ms) = self.slept_ms() {
            // A freeze in a burst is one freeze, with what was usual before both.
            let before_ns = match self.waking.take() {
                Some(waking) => waking.before_ns,
                None => self.median(|stamp| stamp.came_ns, self.kept.back().map(|stamp| stamp.frame)),
            };
            let lag_ns =
                self.median(|stamp| stamp.came_ns - stamp.offset_ns, self.kept.back().map(|s| s.frame));
            self.lag_ns = lag_ns.or(self.lag_ns).or(Some(0.0));
            let (least_ns, now_ns) = (came_ns, block.came_ns);
            let first = block.frame;
            self.waking =
                Some(Waking { slept_ms, first, before_ns, least_ns, lowered_ns: now_ns, since_ns: now_ns });
        }
        if let Some(waking) = &mut self.waking {
            if came_ns < waking.least_ns - EARLIER_NS {
                (waking.least_ns, waking.lowered_ns) = (came_ns, block.came_ns);
            }
            let is_over = block.came_ns - waking.lowered_ns >= SETTLED_NS
                || block.came_ns - waking.since_ns >= LONGEST_BURST_NS;
            return if is_over { self.wake(block.frame) } else { None };
        }
        let mut offset_ns = block.t_ns as f64 - nominal_ns;
        if let Some(lag_ns) = self.lag_ns {
            let by_arrival_ns = came_ns - lag_ns;
            if (offset_ns - by_arrival_ns).abs() < AGREES_NS {
                self.lag_ns = None;
            } else {
                offset_ns = by_arrival_ns;
            }
        }
        self.kept.push_back(Stamp { frame: block.frame, offset_ns, came_ns });
        None
    }

    /// Returns for how long neither blocks came nor the reading thread did anything, once both are known.
    fn slept_ms(&mut self) -> Option<u64> {
        let ((quiet_from, quiet_to), (nap_from, nap_to)) = (self.quiet?, self.nap?);
        let both = quiet_to.min(nap_to).saturating_sub(quiet_from.max(nap_from));
        if both <= FROZEN_NS {
            return None;
        }
        (self.quiet, self.nap) = (None, None);
        Some(both / 1_000_000)
    }

    fn wake(&mut self, frame: u64) -> Option<Freeze> {
        let waking = self.waking.take()?;
        let missing_ns = waking.before_ns.map_or(0.0, |before_ns| waking.least_ns - before_ns);
        let is_missing = missing_ns > MISSING_NS;
        if is_missing {
            self.kept.clear();
        }
        Some(Freeze {
            slept_ms: waking.slept_ms,
            missing_ns: if is_missing { missing_ns } else { 0.0 },
            first: waking.first,
            until: frame,
        })
    }

    /// Returns whether it is not known yet what a freeze has cost.
    pub fn is_waking(&self) -> bool {
        self.waking.is_some()
    }

    /// Returns the median clock offset of the blocks that begin in `from..to`.
    fn offset_between_ns(&self, from: u64, to: u64) -> Option<f64> {
        self.median_between(|stamp| stamp.offset_ns, from, to)
    }

    fn median(&self, of: impl Fn(&Stamp) -> f64, newest: Option<u64>) -> Option<f64> {
        let newest = newest?;
        self.median_between(of, newest.saturating_sub(self.window()), newest + 1)
    }

    fn median_between(&self, of: impl Fn(&Stamp) -> f64, from: u64, to: u64) -> Option<f64> {
        let inside = self.kept.iter().filter(|stamp| (from..to).contains(&stamp.frame));
        let mut values: Vec<f64> = inside.map(of).collect();
        if values.is_empty() {
            return None;
        }
        let middle = values.len() / 2;
        Some(*values.select_nth_unstable_by(middle, f64::total_cmp).1)
    }

    fn window(&self) -> u64 {
        frames_in_ms(WINDOW_MS, self.rate)
    }

    /// Returns the clock offset of the last audio.
    pub fn offset_now_ns(&self) -> f64 {
        self.offset_up_to_ns(self.kept.back())
    }

    /// Returns the clock offset where a take starts.
    pub fn offset_at_ns(&self, frame: u64) -> f64 {
        self.offset_between_ns(frame.saturating_sub(self.window()), frame + 1)
            .or_else(|| self.offset_between_ns(frame, frame + self.window()))
            .unwrap_or_else(|| self.offset_now_ns())
    }

    fn offset_up_to_ns(&self, newest: Option<&Stamp>) -> f64 {
        if let Some(waking) = &self.waking {
            return waking.least_ns - self.lag_ns.unwrap_or(0.0);
        }
        self.median(|stamp| stamp.offset_ns, newest.map(|stamp| stamp.frame)).unwrap_or(0.0)
    }

    /// Returns the frame that was captured at `t_ns`, by the time stamps of just before.
    pub fn frame_at(&self, t_ns: u64) -> u64 {
        let t_ns = t_ns as f64;
        let captured_ns = |stamp: &Stamp| stamp.frame as f64 / self.clock_hz * 1e9 + stamp.offset_ns;
        let after = self.kept.partition_point(|stamp| captured_ns(stamp) <= t_ns);
        let offset_ns = self.offset_up_to_ns(self.kept.get(after.saturating_sub(1)));
        ((t_ns - offset_ns) * self.clock_hz / 1e9).max(0.0) as u64
    }

    /// Forgets what is over when `end` frames have come; a press can be as old as the frame `oldest`.
    pub fn trim(&mut self, end: u64, oldest: u64) {
        let stale = end.saturating_sub(frames_in_ms(MEMORY_MS, self.rate)).min(oldest);
        while self.kept.front().is_some_and(|stamp| stamp.frame < stale) {
            self.kept.pop_front();
        }
    }
}
