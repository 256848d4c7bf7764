//! When has the reader finished? For hands-free recording from a microphone.

/// Speech is this much louder than the room, in dB.
const SPEECH_OVER_ROOM_DB: f64 = 12.0;
/// Silence is at most this much louder than the room, in dB.
const SILENCE_OVER_ROOM_DB: f64 = 6.0;
/// Speech that lasts this long has begun, in milliseconds; a click is shorter.
const BEGUN_MS: u64 = 150;
/// Silence that lasts this long after speech is the end, in milliseconds; a pause inside is shorter.
const ENDED_MS: u64 = 1_200;
/// A reading without any speech ends after this, in milliseconds.
const NO_SPEECH_MS: u64 = 8_000;
/// A reading ends after this in any case, in milliseconds.
const LONGEST_MS: u64 = 30_000;
/// The room when it was not measured, dBFS.
const UNKNOWN_ROOM_DBFS: f64 = -55.0;

/// Watches the level of one reading; works on levels of about the last 100 ms, asked for as often as one likes.
#[derive(Debug, Clone)]
pub struct Endpoint {
    room_dbfs: f64,
    started_ms: u64,
    loud_since: Option<u64>,
    quiet_since: Option<u64>,
    spoken: bool,
}

impl Endpoint {
    /// Begins to watch at `now_ms`; `room_dbfs` is the level of the room.
    pub fn new(room_dbfs: Option<f64>, now_ms: u64) -> Self {
        // In a very quiet room the microphone's own noise moves by more than the margins.
        let room_dbfs = room_dbfs.unwrap_or(UNKNOWN_ROOM_DBFS).max(-70.0);
        Self { room_dbfs, started_ms: now_ms, loud_since: None, quiet_since: None, spoken: false }
    }

    /// Takes in a level (RMS, dBFS; `None` for digital silence) and says whether the reading is over.
    pub fn is_over(&mut self, level_dbfs: Option<f64>, now_ms: u64) -> bool {
        let level = level_dbfs.unwrap_or(f64::NEG_INFINITY);
        if level > self.room_dbfs + SPEECH_OVER_ROOM_DB {
            let since = *self.loud_since.get_or_insert(now_ms);
            self.spoken |= now_ms.saturating_sub(since) >= BEGUN_MS;
        } else {
            self.loud_since = None;
        }
        if level <= self.room_dbfs + SILENCE_OVER_ROOM_DB {
            let since = *self.quiet_since.get_or_insert(now_ms);
            if self.spoken && now_ms.saturating_sub(since) >= ENDED_MS {
                return true;
            }
        } else {
            self.quiet_since = None;
        }
        let length = now_ms.saturating_sub(self.started_ms);
        length >= LONGEST_MS || (!self.spoken && length >= NO_SPEECH_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The moment at which a reading with these (milliseconds, level) stretches is over, in steps of 20 ms.
    fn over_at(stretches: &[(u64, f64)]) -> Option<u64> {
        let mut endpoint = Endpoint::new(Some(-60.0), 0);
        let mut now = 0;
        for &(length, level) in stretches {
            let until = now + length;
            while now < until {
                if endpoint.is_over(Some(level), now) {
                    return Some(now);
                }
                now += 20;
            }
        }
        None
    }

    #[test]
    fn it_ends_after_the_speech_and_not_in_a_pause() {
        let reading = [(1000, -60.0), (800, -25.0), (900, -60.0), (700, -28.0), (3000, -60.0)];
        assert_eq!(over_at(&reading), Some(1000 + 800 + 900 + 700 + 1200));
    }

    #[test]
    fn a_click_is_no_speech_and_silence_ends_by_itself() {
        assert_eq!(over_at(&[(500, -60.0), (100, -20.0), (20_000, -60.0)]), Some(8000));
        assert_eq!(over_at(&[(60_000, -20.0)]), Some(30_000));
    }
}
