//! When a byte of a stream was captured, from what the server says now and then of its buffers.

use std::collections::VecDeque;

/// Answers that are remembered; the median of them counts.
const ANSWERS: usize = 9;
/// Two answers that lie so far from those before, one after the other, tell of audio that was skipped.
const JUMP_NS: f64 = 30e6;

/// What the server says of a stream, and when it was asked and answered.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    pub asked_ns: u64,
    pub answered_ns: u64,
    /// How long a sound is on its way from the air into the stream, in microseconds; less than nothing for what is played
    /// later.
    pub delay_us: i64,
    /// Bytes written into the stream so far.
    pub written: u64,
}

/// Follows the clock of a stream.
pub struct Timing {
    bytes_per_ns: f64,
    /// When the first byte was captured, in nanoseconds, as each answer has it, the newest last.
    starts: VecDeque<f64>,
    /// The median of them.
    start: Option<f64>,
}

impl Timing {
    pub fn new(bytes_per_second: u64) -> Self {
        Self { bytes_per_ns: bytes_per_second as f64 / 1e9, starts: VecDeque::new(), start: None }
    }

    pub fn note(&mut self, answer: Answer) {
        let now_ns = f64::midpoint(answer.asked_ns as f64, answer.answered_ns as f64);
        let start_ns = now_ns - answer.delay_us as f64 * 1e3 - answer.written as f64 / self.bytes_per_ns;
        let far = |a: f64, b: f64| (a - b).abs() > JUMP_NS;
        if let (Some(middle), Some(&last)) = (self.start, self.starts.back())
            && far(start_ns, middle)
            && far(last, middle)
        {
            self.starts.clear();
        }
        self.starts.push_back(start_ns);
        if self.starts.len() > ANSWERS {
            self.starts.pop_front();
        }
        let mut starts: Vec<f64> = self.starts.iter().copied().collect();
        let middle = starts.len() / 2;
        self.start = Some(*starts.select_nth_unstable_by(middle, f64::total_cmp).1);
    }

    /// Returns how long before `now_ns` the byte number `from` was captured; before the first answer, as if the block that
    /// ends with byte `to` had just been captured whole.
    pub fn lag_ns(&self, from: u64, to: u64, now_ns: u64) -> u64 {
        let captured_ns = match self.start {
            Some(start_ns) => start_ns + from as f64 / self.bytes_per_ns,
            None => now_ns as f64 - (to - from) as f64 / self.bytes_per_ns,
        };
        (now_ns as f64 - captured_ns).max(0.0) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: u64 = 1_000_000;

    /// A stream of 96,000 bytes a second whose first byte was captured at 1 s; every answer takes 2 ms, and some hang.
    fn asked(timing: &mut Timing, at_ms: u64, skipped_ms: u64, hung_ms: u64) {
        let written = (at_ms + 1 - 1000 - 30 - skipped_ms) * 96;
        timing.note(Answer {
            asked_ns: at_ms * MS,
            answered_ns: (at_ms + 2 + hung_ms) * MS,
            delay_us: 30_000,
            written,
        });
    }

    /// Oracle: the time at which the byte was captured, by construction.
    #[test]
    fn a_byte_is_placed_to_a_millisecond_though_some_answers_are_late() {
        let mut timing = Timing::new(96_000);
        assert_eq!(timing.lag_ns(0, 960, 50 * MS), 10 * MS, "no answer so far");
        for (n, hung_ms) in [0, 0, 15, 0, 0, 18, 0, 0, 0].into_iter().enumerate() {
            asked(&mut timing, 2000 + 100 * n as u64, 0, hung_ms);
        }
        // The byte of 1.5 s after the first, looked at at 2.6 s.
        let lag_ns = timing.lag_ns(144_000, 144_960, 2600 * MS);
        assert!(lag_ns.abs_diff(100 * MS) < MS, "{lag_ns}");
    }

    #[test]
    fn audio_that_the_server_skipped_is_followed_at_the_second_answer() {
        let mut timing = Timing::new(96_000);
        for n in 0..9 {
            asked(&mut timing, 2000 + 100 * n, 0, 0);
        }
        asked(&mut timing, 3000, 400, 0);
        asked(&mut timing, 3100, 400, 0);
        asked(&mut timing, 3200, 400, 0);
        let lag_ns = timing.lag_ns(144_000, 144_960, 3200 * MS);
        assert!(lag_ns.abs_diff(300 * MS) < MS, "{lag_ns}");
    }
}
