//! A microphone as a source.

#[cfg(target_os = "linux")]
use super::AtServer;
use super::list::has_no_card;
use super::{
    Direction, FORMATS, SERVER_PREFIX, USUAL_RATE_HZ, bounded_open, choose, close, convert, find, open_error,
    quiet, retried,
};
use crate::audio::capture::{DeviceSetting, DeviceSpec, Feed, Loss, Source, SourceInfo, SourceKind};
use crate::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::units::SampleRate;
use cpal::traits::{DeviceTrait as _, StreamTrait as _};
use cpal::{SampleFormat, StreamConfig};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long cpal's thread waits for audio before it looks at the device's state.
const POLL: Duration = Duration::from_secs(3);
/// How long cpal's thread is held after an error: without it a dead sound server gives a million a second.
const ERROR_PAUSE: Duration = Duration::from_millis(10);

/// A microphone.
pub struct Microphone {
    info: SourceInfo,
    device: cpal::Device,
    config: StreamConfig,
    format: SampleFormat,
    stream: Option<cpal::Stream>,
}

/// Opens the microphone that `spec` names.
/// `rate` and `channel` are what is wished for; `before` is what was recorded from before, if something was.
pub fn open_input(
    spec: &DeviceSpec,
    rate: Option<SampleRate>,
    channel: Option<u16>,
    before: Option<&SourceInfo>,
) -> Result<Box<dyn Source>> {
    #[cfg(target_os = "linux")]
    if let Some(source) = open_at_server(spec, rate, channel, before)? {
        return Ok(source);
    }
    if before.is_some_and(|before| before.device.starts_with(SERVER_PREFIX)) && *spec == DeviceSpec::Default {
        // The card itself would be taken from the server that comes back.
        return Err(Error::of(ErrorKind::DeviceMissing, msg!("device-no-server", name = spec.to_string())));
    }
    open_through_cpal(spec, rate, channel).map(|microphone| Box::new(microphone) as Box<dyn Source>)
}

/// Opens a microphone of the sound server; `None` when it is not one, or no server answers and another way is left.
#[cfg(target_os = "linux")]
fn open_at_server(
    spec: &DeviceSpec,
    rate: Option<SampleRate>,
    channel: Option<u16>,
    before: Option<&SourceInfo>,
) -> Result<Option<Box<dyn Source>>> {
    use super::server::{Fault, ServerMicrophone, error_of};
    let Some(at_server) = AtServer::of(spec) else { return Ok(None) };
    let name = at_server.name();
    let asked = spec.to_string();
    let named = name.map(ToOwned::to_owned);
    let found = bounded_open(Direction::Input, &asked, move || {
        Ok(ServerMicrophone::find(named.as_deref(), rate, channel))
    })?;
    match found {
        Ok(microphone) => {
            let is_substitute = name.is_none()
                && microphone.info().setting.monitor
                && before.is_some_and(|before| !before.setting.monitor);
            if is_substitute {
                return Err(Error::of(ErrorKind::DeviceMissing, msg!("device-none")));
            }
            Ok(Some(Box::new(microphone)))
        }
        Err(Fault::Gone | Fault::Refused(_)) if name.is_none() => Ok(None),
        Err(fault) => Err(error_of(fault, Direction::Input, &asked)),
    }
}

fn open_through_cpal(
    spec: &DeviceSpec,
    rate: Option<SampleRate>,
    channel: Option<u16>,
) -> Result<Microphone> {
    let spec = spec.clone();
    let name = spec.to_string();
    bounded_open(Direction::Input, &name, move || {
        let opened = find(&spec, Direction::Input)
            .and_then(|device| Microphone::new(device, &spec.to_string(), rate, channel));
        match opened {
            Err(error) if spec == DeviceSpec::Default && error.kind() == ErrorKind::DeviceMissing => {
                let message = if has_no_card() { msg!("device-no-card") } else { msg!("device-none") };
                Err(Error::of(ErrorKind::DeviceMissing, message).with_source(error))
            }
            opened => opened,
        }
    })
}

impl Microphone {
    /// Asks `device` what it can do and chooses.
    pub(super) fn new(
        device: cpal::Device,
        asked: &str,
        rate: Option<SampleRate>,
        channel: Option<u16>,
    ) -> Result<Self> {
        let offers: Vec<_> = retried(|| device.supported_input_configs())
            .map_err(|error| open_error(error, Direction::Input, asked))?
            .collect();
        let wanted_hz = rate.map_or(USUAL_RATE_HZ, SampleRate::hz);
        let Some(config) = choose(&offers, wanted_hz, channel) else {
            let has: Vec<String> = offers.iter().map(|offer| offer.sample_format().to_string()).collect();
            let usable: Vec<String> = FORMATS.iter().map(ToString::to_string).collect();
            let message = msg!(
                "device-no-format",
                name = asked,
                usable = usable.join(", "),
                formats = has.join(", "),
                count = has.len(),
            );
            return Err(Error::of(ErrorKind::Unsupported, message));
        };
        let id = device.id().ok();
        let info = SourceInfo {
            kind: SourceKind::Device,
            device: id.as_ref().map_or_else(|| asked.to_owned(), ToString::to_string),
            name: device.to_string(),
            host: id.map_or_else(String::new, |id| id.host().to_string()),
            rate: SampleRate::new(config.sample_rate())?,
            channels: config.channels(),
            channel: channel.unwrap_or(0),
            format: config.sample_format().to_string(),
            bits: convert::bits(config.sample_format()),
            setting: DeviceSetting::default(),
        };
        Ok(Self { info, device, config: config.config(), format: config.sample_format(), stream: None })
    }
}

/// A feed inside a callback; it comes back when the callback is dropped, for the next attempt.
struct Lent {
    feed: Option<Feed>,
    back: Arc<Mutex<Option<Feed>>>,
}

impl Drop for Lent {
    fn drop(&mut self) {
        *self.back.lock().unwrap_or_else(PoisonError::into_inner) = self.feed.take();
    }
}

fn build(
    device: &cpal::Device,
    config: StreamConfig,
    format: SampleFormat,
    mut lent: Lent,
) -> Result<cpal::Stream, cpal::Error> {
    let health = lent.feed.as_ref().map(|feed| Arc::clone(feed.health()));
    let stream = device.build_input_stream_raw(
        config,
        format,
        move |data, info| {
            // The first time on this thread only; afterwards nothing here allocates or waits.
            quiet();
            let stamp = info.timestamp();
            let lag = stamp.callback.saturating_duration_since(stamp.capture);
            if let Some(feed) = &mut lent.feed {
                convert::feed(data, lag.as_nanos() as u64, feed);
            }
        },
        move |error: cpal::Error| {
            quiet();
            let Some(health) = &health else { return };
            match error.kind() {
                cpal::ErrorKind::Xrun => health.note_xrun(),
                cpal::ErrorKind::RealtimeDenied => {}
                cpal::ErrorKind::DeviceChanged => health.note_loss(Loss::Changed),
                cpal::ErrorKind::DeviceNotAvailable => health.note_loss(Loss::Gone),
                cpal::ErrorKind::StreamInvalidated => health.note_loss(Loss::Invalidated),
                cpal::ErrorKind::HostUnavailable => health.note_loss(Loss::Host),
                _ => {
                    health.note_error();
                    std::thread::sleep(ERROR_PAUSE);
                }
            }
        },
        Some(POLL),
    )?;
    stream.play()?;
    Ok(stream)
}

impl Source for Microphone {
    fn info(&self) -> &SourceInfo {
        &self.info
    }

    fn start(&mut self, feed: Feed) -> Result<()> {
        let (device, config, format) = (self.device.clone(), self.config, self.format);
        let name = self.info.device.clone();
        let stream = bounded_open(Direction::Input, &self.info.device, move || {
            let back = Arc::new(Mutex::new(Some(feed)));
            retried(|| {
                let feed = back.lock().unwrap_or_else(PoisonError::into_inner).take();
                build(&device, config, format, Lent { feed, back: Arc::clone(&back) })
            })
            .map_err(|error| open_error(error, Direction::Input, &name))
        })?;
        self.stream = Some(stream);
        Ok(())
    }

    fn stop(&mut self) {
        if let Some(stream) = self.stream.take() {
            close(stream);
        }
    }
}

impl Drop for Microphone {
    fn drop(&mut self) {
        self.stop();
    }
}
