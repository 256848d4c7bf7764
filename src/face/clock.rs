//! The clock and the randomness that the library is fed with.

#![expect(
    clippy::disallowed_methods,
    reason = "the one place with a clock, and with random bytes of the system"
)]

use booth::msg;
use booth::recordings::Clock;
use booth::units::Utc;
use booth::{Error, ErrorKind, Result};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// The real clock.
#[derive(Debug, Clone)]
pub(crate) struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// Starts counting.
    pub(crate) fn new() -> Self {
        Self { start: Instant::now() }
    }

    /// Returns now, in UTC.
    pub(crate) fn now() -> Utc {
        let millis = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(before) => -i64::try_from(before.duration().as_millis()).unwrap_or(i64::MAX),
        };
        Utc::from_millis(millis)
    }

    /// Returns the milliseconds since the program was started.
    pub(crate) fn elapsed_ms(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// Returns the moment that `SOURCE_DATE_EPOCH` gives, if it is set.
pub(crate) fn source_date() -> Result<Option<Utc>> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let seconds = value.to_str().and_then(|text| text.parse::<i64>().ok()).ok_or_else(|| {
        Error::of(ErrorKind::Usage, msg!("system-epoch", given = value.display().to_string()))
    })?;
    Ok(Some(Utc::from_millis(seconds.saturating_mul(1000))))
}

impl Clock for SystemClock {
    fn utc(&self) -> Utc {
        Self::now()
    }
    fn mono_ms(&self) -> u64 {
        self.elapsed_ms()
    }
}

/// Fills a buffer with random bytes of the system.
pub(crate) fn fill_random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes)
        .map_err(|error| Error::of(ErrorKind::Io, msg!("system-no-random", cause = error.to_string())))
}

/// Returns random bytes of the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0u8; N];
    fill_random(&mut bytes)?;
    Ok(bytes)
}
