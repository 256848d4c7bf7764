//! What a person can have seen when they pressed a key: a key that came before does nothing.

/// A person needs so long to see what is there before they answer it, in milliseconds; a second press of a finger that
/// meant one, and a key that is held, come sooner.
pub const BLIND_MS: u64 = 150;

/// Follows what is on the screen, and the keys.
#[derive(Debug, Default)]
pub(super) struct Attention {
    /// The state that is on the screen, and since when.
    drawn: Option<(u64, u64)>,
    /// When the last key was pressed, whatever came of it.
    pressed_ms: Option<u64>,
}

impl Attention {
    /// Takes note that `state` is on the screen.
    pub(super) fn drawn(&mut self, state: u64, now_ms: u64) {
        if self.drawn.is_none_or(|(before, _)| before != state) {
            self.drawn = Some((state, now_ms));
        }
    }

    /// Takes note of a key; says whether it can be an answer to `state`.
    pub(super) fn press(&mut self, state: u64, pressed_ms: u64) -> bool {
        let is_repeated = self.pressed_ms.is_some_and(|before| pressed_ms.saturating_sub(before) < BLIND_MS);
        self.pressed_ms = Some(pressed_ms);
        let is_seen =
            self.drawn.is_some_and(|(drawn, since)| drawn == state && pressed_ms >= since + BLIND_MS);
        is_seen && !is_repeated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_counts_when_its_state_was_on_the_screen_for_a_moment() {
        let mut attention = Attention::default();
        assert!(!attention.press(1, 1_000), "nothing is drawn");
        attention.drawn(1, 2_000);
        attention.drawn(1, 2_100);
        for (state, pressed_ms, counts) in [
            (1, 1_999, false),
            (1, 2_149, false),
            // Drawn again, it was there from the first time on.
            (1, 2_299, true),
            (2, 2_500, false),
        ] {
            assert_eq!(attention.press(state, pressed_ms), counts, "{state} at {pressed_ms}");
        }
    }

    #[test]
    fn a_key_that_is_held_is_pressed_once() {
        let mut attention = Attention::default();
        attention.drawn(1, 0);
        // 30 a second after the first half second, as a keyboard repeats.
        let presses = [1_000].into_iter().chain((1_500..4_000).step_by(33));
        let counted: Vec<u64> = presses.filter(|&pressed_ms| attention.press(1, pressed_ms)).collect();
        assert_eq!(counted, [1_000, 1_500]);
    }
}
