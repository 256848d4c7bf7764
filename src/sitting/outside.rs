//! What a sitting gets from outside, since the library reads no clock and draws no random bytes.

use crate::error::Result;
use crate::ids::{SessionId, SpeakerId};
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
