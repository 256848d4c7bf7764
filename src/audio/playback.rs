//! Playback: listen to a take through a loudspeaker, on a thread of its own.

use super::capture::DeviceSpec;
use super::wav::read_wav;
use crate::error::{Error, ErrorKind, Result};
use crate::units::SampleRate;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// A playback that goes on by itself; none of its functions waits. Dropped, it stops.
#[must_use = "it stops when it is dropped"]
#[derive(Debug)]
pub struct Playing {
    stop: Arc<AtomicBool>,
    answer: Receiver<Result<()>>,
    outcome: Option<Result<()>>,
}

impl Playing {
    /// Runs `work` on a thread; it is to end soon after the flag is set.
    pub(super) fn start(work: impl FnOnce(&Arc<AtomicBool>) -> Result<()> + Send + 'static) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (reply, answer) = channel();
        let flag = Arc::clone(&stop);
        let spawned = std::thread::Builder::new().name("booth-play".to_owned()).spawn(move || {
            let _ = reply.send(work(&flag));
        });
        let outcome = spawned.err().map(|error| {
            Err(Error::new(ErrorKind::Io, "cannot start the playing thread").with_source(error))
        });
        Self { stop, answer, outcome }
    }

    /// Returns how it ended once it has, however often it is asked; `None` while it plays.
    ///
    /// To be stopped is no error. After [`Playing::stop`] the answer waits for the loudspeaker to be closed,
    /// so that it can be opened again.
    ///
    /// # Errors
    /// The inner result: [`ErrorKind::Io`] and [`ErrorKind::Audio`] for the file, [`ErrorKind::Unsupported`]
    /// in a build without devices or for a rate that the device does not have, the device kinds when it
    /// cannot be opened or stops.
    pub fn poll(&mut self) -> Option<Result<()>> {
        if self.outcome.is_none() {
            self.outcome = match self.answer.try_recv() {
                Ok(outcome) => Some(outcome),
                Err(TryRecvError::Empty) => None,
                Err(TryRecvError::Disconnected) => {
                    Some(Err(Error::new(ErrorKind::Io, "the playing thread ended before its time")))
                }
            };
        }
        self.outcome.clone()
    }

    /// Stops it: the loudspeaker gets silence from its next block on, which is less than 100 ms away on any
    /// usual device, and is closed.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Starts to play `channel` (from 0) of a WAV file to its end; [`Playing::poll`] tells of any failure.
///
/// A channel that the file does not have is its last one. The playing is over when the last sample has
/// sounded.
pub fn play_wav(path: &Path, channel: u16, device: &DeviceSpec) -> Playing {
    let (path, device): (PathBuf, DeviceSpec) = (path.to_path_buf(), device.clone());
    Playing::start(move |stop| {
        let wav = read_wav(&path)?;
        let channels = usize::from(wav.channels);
        let channel = usize::from(channel).min(channels - 1);
        let samples = wav.samples.iter().skip(channel).step_by(channels).copied().collect();
        play(samples, wav.rate, &device, stop)
    })
}

#[cfg(feature = "device")]
fn play(samples: Arc<[f32]>, rate: SampleRate, device: &DeviceSpec, stop: &Arc<AtomicBool>) -> Result<()> {
    super::device::play(samples, rate, device, stop)
}

#[cfg(not(feature = "device"))]
fn play(_: Arc<[f32]>, _: SampleRate, _: &DeviceSpec, _: &Arc<AtomicBool>) -> Result<()> {
    Err(super::open::no_devices())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::sync_channel;
    use std::time::Duration;

    fn outcome(playing: &mut Playing) -> Result<()> {
        for _ in 0..5000 {
            if let Some(outcome) = playing.poll() {
                return outcome;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        panic!("it never ended");
    }

    #[test]
    fn the_caller_is_never_kept_waiting_and_hears_the_end_as_often_as_it_asks() {
        let (go_on, gate) = sync_channel::<()>(0);
        let mut playing = Playing::start(move |_| {
            let _ = gate.recv();
            Err(Error::new(ErrorKind::DeviceLost, "gone"))
        });
        // The work cannot end before the next line but one, so an answer here would be a made-up one.
        assert_eq!(playing.poll(), None);
        go_on.send(()).unwrap();
        let gone = Error::new(ErrorKind::DeviceLost, "gone");
        assert_eq!(outcome(&mut playing), Err(gone.clone()));
        assert_eq!(playing.poll(), Some(Err(gone)), "asked again");
    }

    #[test]
    fn stopping_or_dropping_it_reaches_the_work() {
        let until_told = |stop: &Arc<AtomicBool>| {
            while !stop.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(1));
            }
        };
        let mut playing = Playing::start(move |stop| {
            until_told(stop);
            Ok(())
        });
        assert_eq!(playing.poll(), None);
        playing.stop();
        assert_eq!(outcome(&mut playing), Ok(()));
        let (ended, has_ended) = channel();
        drop(Playing::start(move |stop| {
            until_told(stop);
            let _ = ended.send(());
            Ok(())
        }));
        has_ended.recv_timeout(Duration::from_secs(5)).unwrap();
    }

    #[test]
    fn a_work_that_panics_and_a_file_that_is_not_there_are_told_by_poll() {
        let mut playing = Playing::start(|_| panic!("the work of this test panics"));
        assert_eq!(outcome(&mut playing).unwrap_err().kind(), ErrorKind::Io);
        let mut playing = play_wav(Path::new("no-such-take.wav"), 0, &DeviceSpec::Default);
        let error = outcome(&mut playing).unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Io, Some(Path::new("no-such-take.wav"))));
    }
}
