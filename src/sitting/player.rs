//! The player: listening to a take beside everything else that goes on.

use crate::audio::capture::DeviceSpec;
use crate::audio::playback::{Playing, play_wav};
use crate::error::Result;
use std::path::Path;

/// Plays one take at a time through a loudspeaker, on a thread of its own.
#[derive(Debug)]
pub(super) struct Player {
    output: DeviceSpec,
    playing: Option<Playing>,
}

impl Player {
    /// Makes a player for the loudspeaker `output`.
    pub(super) fn new(output: DeviceSpec) -> Self {
        Self { output, playing: None }
    }

    /// Starts to play a take, in place of one that plays.
    pub(super) fn start(&mut self, path: &Path) {
        self.playing = Some(play_wav(path, 0, &self.output));
    }

    /// Stops what plays.
    pub(super) fn stop(&mut self) {
        self.playing = None;
    }

    /// Says whether a take is being played.
    pub(super) fn is_playing(&self) -> bool {
        self.playing.is_some()
    }

    /// Returns how the playing ended, once it has.
    pub(super) fn poll(&mut self) -> Option<Result<()>> {
        let outcome = self.playing.as_mut()?.poll()?;
        self.playing = None;
        Some(outcome)
    }
}
