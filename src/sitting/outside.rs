//! What a sitting gets from outside, since the library reads no clock and draws no random bytes.

use crate::error::Result;
use crate::ids::{SessionId, SpeakerId};
use crate::messages::Message;
use crate::msg;
use crate::recordings::session::Clock;
use crate::units::Utc;
use std::io;
use std::sync::Arc;

/// Fills a buffer with random bytes of the system.
pub type Random = Box<dyn FnMut(&mut [u8]) -> Result<()> + Send>;

/// Something that may take seconds, and that a sitting does not wait for.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs a job beside the sitting, or says why it can't.
pub type Aside = Box<dyn Fn(Job) -> io::Result<()> + Send>;

/// Runs `job` on a thread of its own: the [`Aside`] of a sitting with real devices.
///
/// # Errors
/// The system's, when it gives no thread.
pub fn on_a_thread(job: Job) -> io::Result<()> {
    std::thread::Builder::new().name("booth-aside".to_owned()).spawn(job).map(drop)
}

/// A day on which this program was worked on, 2026-11-30. No clock is right that is before it. It stands here and not in the
/// build, so that the same sources make the same program.
const MADE_MS: i64 = 1_795_996_800_000;
/// How long a program may be in use, in milliseconds: twenty years.
const IN_USE: i64 = 20 * 365 * 24 * 3_600_000;

/// Says what is wrong with the clock of the system, if the moment that it gives cannot be now.
pub fn clock_remark(now: Utc) -> Option<Message> {
    if now.millis() < MADE_MS {
        Some(msg!("clock-early", date = now.date()))
    } else if now.millis() - MADE_MS > IN_USE {
        Some(msg!("clock-late", date = now.date()))
    } else {
        None
    }
}

/// The clocks, the randomness and the helping hand of a sitting.
pub struct Outside {
    /// The clocks.
    pub clock: Arc<dyn Clock>,
    /// The random bytes.
    pub random: Random,
    /// Where a microphone is looked for while the sitting goes on.
    pub aside: Aside,
}

impl Outside {
    /// Draws random bytes.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system gives none.
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        (self.random)(&mut bytes)?;
        Ok(bytes)
    }

    /// Draws letters and digits that are not mistaken for one another.
    fn letters<const N: usize>(&mut self) -> Result<String> {
        const LETTERS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
        Ok(self.bytes::<N>()?.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % 32])).collect())
    }

    /// Makes a new pseudonym.
    pub(super) fn speaker_id(&mut self) -> Result<SpeakerId> {
        format!("s{}", self.letters::<7>()?).parse()
    }

    /// Makes the id of a session that began at `now`: the moment to the second, and eight letters.
    pub(super) fn session_id(&mut self, now: Utc) -> Result<SessionId> {
        let digits: String = now.to_string().chars().take(19).filter(char::is_ascii_digit).collect();
        format!("{}-{}-{}", &digits[..8], &digits[8..], self.letters::<8>()?).parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_cannot_be_right_is_told() {
        let made = Utc::from_millis(MADE_MS).date();
        assert_eq!(made, "2026-11-30");
        for (days, is_right) in
            [(-1, false), (0, true), (7_299, true), (7_301, false), (-20_000, false), (400_000, false)]
        {
            let now = Utc::from_millis(MADE_MS + days * 24 * 3_600_000);
            assert_eq!(clock_remark(now).is_none(), is_right, "{now}");
        }
        // A release is made after the work on it: its date is never before the one here.
        let log = include_str!("../../CHANGELOG.md");
        let dates =
            log.lines().filter(|line| line.starts_with("## ")).filter_map(|line| line.split_once(" - "));
        for (_, date) in dates {
            assert!(date.trim() <= made.as_str(), "set MADE to the day of the release, {date}");
        }
    }
}
