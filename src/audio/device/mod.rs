//! Real devices: the only module that knows the sound server, cpal, and on Linux alsa-lib.
//!
//! Where a sound server answers, microphones and loudspeakers are its own; ALSA is for machines without one, and for who
//! asks for it by an id.
//!
//! Everything that can hang with a sound server (opening, starting, dropping a stream) runs on a spare
//! thread with a limit.

mod convert;
mod input;
mod list;
mod output;
#[cfg(target_os = "linux")]
mod server;
#[cfg(test)]
mod tests;

pub(super) use input::open_input;
pub(super) use list::list;
pub(super) use output::play;

use crate::audio::capture::DeviceSpec;
use crate::audio::resample::Resampler;
use crate::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::units::SampleRate;
use cpal::traits::{DeviceTrait as _, HostTrait as _};
use cpal::{SampleFormat, SupportedStreamConfig, SupportedStreamConfigRange};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

/// How long a device may take to open.
const OPEN_LIMIT: Duration = Duration::from_secs(6);
/// How long a stream may take to close before it is left to itself.
const CLOSE_LIMIT: Duration = Duration::from_secs(2);
/// The rate that is wanted where nobody wishes for one, in hertz.
const USUAL_RATE_HZ: u32 = 48_000;
/// Without progress for so long, the loudspeaker counts as lost.
const STALL: Duration = Duration::from_secs(3);
/// What begins the ids of the sound server's devices.
const SERVER_PREFIX: &str = "pulseaudio:";
/// Formats from the most to the least wanted; others are refused.
const FORMATS: [SampleFormat; 12] = [
    SampleFormat::F32,
    SampleFormat::I32,
    SampleFormat::I24,
    SampleFormat::I16,
    SampleFormat::F64,
    SampleFormat::I64,
    SampleFormat::U32,
    SampleFormat::U24,
    SampleFormat::U16,
    SampleFormat::U64,
    SampleFormat::U8,
    SampleFormat::I8,
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Input,
    Output,
}

impl Direction {
    /// The word by which the catalogue tells them apart.
    fn id(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Output => "output",
        }
    }
}

/// Keeps alsa-lib from printing on this thread: it would write over prompts and meters.
fn quiet() {
    #[cfg(target_os = "linux")]
    {
        thread_local! { static DONE: std::cell::Cell<bool> = const { std::cell::Cell::new(false) } }
        if !DONE.replace(true) {
            // The handler stays for the life of the thread; what it collects is of no use.
            let _ = alsa::Output::local_error_handler();
        }
    }
}

/// Runs `work` on a spare thread and gives it up after `limit`; `None` then.
fn bounded<T: Send + 'static>(limit: Duration, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (done, is_done) = channel();
    std::thread::Builder::new()
        .name("booth-device".to_owned())
        .spawn(move || {
            quiet();
            let _ = done.send(work());
        })
        .ok()?;
    is_done.recv_timeout(limit).ok()
}

/// Opens something on a spare thread, with a limit.
fn bounded_open<T: Send + 'static>(
    direction: Direction,
    name: &str,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    bounded(OPEN_LIMIT, work).unwrap_or_else(|| {
        let message = msg!("device-silent", direction = direction.id(), name = name);
        Err(Error::of(ErrorKind::DeviceBusy, message))
    })
}

/// Drops a stream on a spare thread; one that hangs is left to itself.
fn close(stream: cpal::Stream) {
    bounded(CLOSE_LIMIT, move || drop(stream));
}

/// Tries three times while the sound server's queue is full.
fn retried<T>(mut work: impl FnMut() -> Result<T, cpal::Error>) -> Result<T, cpal::Error> {
    for pause_ms in [100, 300] {
        match work() {
            Err(error) if is_refused(&error) => std::thread::sleep(Duration::from_millis(pause_ms)),
            answer => return answer,
        }
    }
    work()
}

fn is_refused(error: &cpal::Error) -> bool {
    error.kind() == cpal::ErrorKind::BackendError && error.to_string().contains("Connection refused")
}

/// Turns a failure to open a device into absent, busy, denied or unsupported.
fn open_error(error: cpal::Error, direction: Direction, name: &str) -> Error {
    let direction = direction.id();
    let (kind, message) = match error.kind() {
        cpal::ErrorKind::DeviceBusy | cpal::ErrorKind::ResourceExhausted => {
            (ErrorKind::DeviceBusy, msg!("device-busy", direction = direction, name = name))
        }
        cpal::ErrorKind::PermissionDenied => {
            let system = if cfg!(target_os = "linux") { "linux" } else { "other" };
            let message = msg!("device-denied", direction = direction, name = name, system = system);
            (ErrorKind::DevicePermission, message)
        }
        cpal::ErrorKind::UnsupportedConfig
        | cpal::ErrorKind::UnsupportedOperation
        | cpal::ErrorKind::InvalidInput => (
            ErrorKind::Unsupported,
            msg!("device-unusable", direction = direction, name = name, cause = error.to_string()),
        ),
        _ if is_refused(&error) => (ErrorKind::DeviceMissing, msg!("device-no-server", name = name)),
        cpal::ErrorKind::DeviceNotAvailable | cpal::ErrorKind::HostUnavailable => {
            (ErrorKind::DeviceMissing, msg!("device-missing", direction = direction, name = name))
        }
        _ => (
            ErrorKind::DeviceMissing,
            msg!("device-fails", direction = direction, name = name, cause = error.to_string()),
        ),
    };
    Error::of(kind, message).with_source(error)
}

/// Which device of the sound server is asked for.
#[cfg(target_os = "linux")]
#[derive(Clone, Copy)]
enum AtServer<'a> {
    Default,
    Named(&'a str),
}

#[cfg(target_os = "linux")]
impl<'a> AtServer<'a> {
    /// Returns what `spec` asks the server for; `None` when it asks for another's device, or there is no server.
    fn of(spec: &'a DeviceSpec) -> Option<Self> {
        match spec {
            DeviceSpec::Default => server::is_there().then_some(Self::Default),
            DeviceSpec::Id(id) => id.strip_prefix(SERVER_PREFIX).map(Self::Named),
            DeviceSpec::File(_) => None,
        }
    }

    /// Returns the name, `None` for the default one.
    fn name(self) -> Option<&'a str> {
        match self {
            Self::Default => None,
            Self::Named(name) => Some(name),
        }
    }
}

/// Finds the device that `spec` names.
fn find(spec: &DeviceSpec, direction: Direction) -> Result<cpal::Device> {
    let missing = || {
        let message = msg!("device-missing", direction = direction.id(), name = spec.to_string());
        Error::of(ErrorKind::DeviceMissing, message)
    };
    let default = |host: &cpal::Host| match direction {
        Direction::Input => host.default_input_device(),
        Direction::Output => host.default_output_device(),
    };
    // The same device out of the list has the name that the user's configuration gives it.
    let named = |host: &cpal::Host, device: cpal::Device| {
        device.id().ok().and_then(|id| host.device_by_id(&id)).unwrap_or(device)
    };
    match spec {
        DeviceSpec::Default => {
            let host = cpal::default_host();
            default(&host).map(|device| named(&host, device)).ok_or_else(missing)
        }
        DeviceSpec::Id(text) => {
            let id: cpal::DeviceId = text.parse().map_err(|_| missing())?;
            let host = cpal::host_from_id(id.host()).map_err(|_| missing())?;
            // The default need not be in the list.
            let default = default(&host).filter(|device| device.id().ok().as_ref() == Some(&id));
            host.device_by_id(&id).or(default).ok_or_else(missing)
        }
        DeviceSpec::File(_) => {
            let message = msg!("device-is-file", direction = direction.id(), name = spec.to_string());
            Err(Error::of(ErrorKind::Usage, message))
        }
    }
}

/// Chooses how to open a device: the highest rate not above the wanted one, else the lowest above it;
/// two channels, else one, else the fewest that hold the wanted `channel`; the most precise format.
fn choose(
    offers: &[SupportedStreamConfigRange],
    wanted_hz: u32,
    channel: Option<u16>,
) -> Option<SupportedStreamConfig> {
    let usable = || offers.iter().filter(|offer| FORMATS.contains(&offer.sample_format()));
    let at_most = usable()
        .filter(|offer| offer.min_sample_rate() <= wanted_hz)
        .map(|offer| offer.max_sample_rate().min(wanted_hz))
        .max();
    let rate_hz = at_most.or_else(|| usable().map(SupportedStreamConfigRange::min_sample_rate).min())?;
    let at_rate = || usable().filter(|offer| offer.contains_rate(rate_hz));
    let needed = channel.map_or(2, |channel| channel.saturating_add(1).max(2));
    let counts = || at_rate().map(SupportedStreamConfigRange::channels);
    let enough = counts().filter(|&count| count >= needed).min();
    let most = counts().filter(|&count| count < needed).max();
    let channels = match (enough, most) {
        // One channel is better than, say, 8 when two are not offered.
        (Some(many), Some(1)) if many > needed && needed == 2 && channel.unwrap_or(0) == 0 => 1,
        (Some(enough), _) => enough,
        (None, most) => most?,
    };
    let format = |offer: &&SupportedStreamConfigRange| {
        FORMATS.iter().position(|&format| format == offer.sample_format())
    };
    let best = at_rate().filter(|offer| offer.channels() == channels).min_by_key(format)?;
    best.try_with_sample_rate(rate_hz)
}

/// The error of a loudspeaker that played only a part.
fn stopped(name: &str, played: u64, frames: u64) -> Error {
    let message = msg!("playback-stopped", name = name, played = played, frames = frames);
    Error::of(ErrorKind::DeviceLost, message)
}

/// Resamples for a loudspeaker that does not have the rate of the take.
fn at_rate(samples: Arc<[f32]>, rate: SampleRate, device_rate: SampleRate) -> Result<Arc<[f32]>> {
    if rate == device_rate {
        return Ok(samples);
    }
    let input: Vec<f64> = samples.iter().map(|&sample| f64::from(sample)).collect();
    let mut output = Vec::new();
    let mut resampler = Resampler::new(rate, device_rate)?;
    resampler.push(&input, &mut output)?;
    resampler.finish(&mut output)?;
    Ok(output.iter().map(|&sample| sample as f32).collect())
}
