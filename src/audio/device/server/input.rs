//! A microphone of the sound server as a source.

use super::devices::{self, HOST};
use super::error_of;
use super::listener::{Listener, Stream};
use super::samples;
use super::wire::{Fault, Wire};
use crate::audio::capture::{Feed, Source, SourceInfo, SourceKind};
use crate::audio::device::Direction;
use crate::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::units::SampleRate;
use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{
    ChannelMap, ChannelVolume, Command, CreateRecordStreamReply, Prop, Props, RecordStreamParams, SampleSpec,
    SubscriptionMask,
};
use std::ffi::CString;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

/// How many blocks of audio come in a second.
const BLOCKS: u32 = 50;

/// A microphone behind the server.
pub struct ServerMicrophone {
    info: SourceInfo,
    name: CString,
    spec: SampleSpec,
    map: ChannelMap,
    /// Whether it is to be the system's default.
    follows_default: bool,
    running: Option<Running>,
}

struct Running {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl ServerMicrophone {
    /// Finds the microphone with this name, or the default one; the server's rate is lowered to `rate`, never raised.
    pub fn find(
        name: Option<&str>,
        rate: Option<SampleRate>,
        channel: Option<u16>,
    ) -> std::result::Result<Self, Fault> {
        let mut wire = Wire::connect()?;
        let source = devices::source(&mut wire, name)?;
        let native = source.sample_spec;
        let sample_rate = rate.map_or(native.sample_rate, |rate| rate.hz().min(native.sample_rate));
        let spec =
            SampleSpec { format: samples::wanted(native.format), channels: native.channels, sample_rate };
        let setting = devices::setting_of(&source);
        let info = SourceInfo {
            kind: SourceKind::Device,
            device: devices::id(&source.name),
            name: devices::shown(&source.name, source.description.as_ref()),
            host: HOST.to_owned(),
            rate: SampleRate::new(spec.sample_rate).map_err(|error| Fault::Nonsense(error.to_string()))?,
            channels: u16::from(spec.channels),
            channel: channel.unwrap_or(0),
            format: samples::word(spec.format).to_owned(),
            bits: samples::bits(spec.format),
            setting,
        };
        let follows_default = name.is_none();
        Ok(Self { info, name: source.name, spec, map: source.channel_map, follows_default, running: None })
    }

    /// Opens the stream. The server may not put another source behind it: it is ended instead.
    fn record(&self) -> std::result::Result<(Wire, Stream), Fault> {
        let mut wire = Wire::connect()?;
        let frame = self.spec.format.bytes_per_sample() * usize::from(self.spec.channels);
        let mut props = Props::new();
        props.set(Prop::MediaName, c"Recording");
        let params = RecordStreamParams {
            sample_spec: self.spec,
            channel_map: self.map,
            source_name: Some(self.name.clone()),
            buffer_attr: BufferAttr {
                fragment_size: (self.spec.sample_rate / BLOCKS).max(1) * frame as u32,
                ..BufferAttr::default()
            },
            flags: StreamFlags { no_move: true, adjust_latency: true, ..StreamFlags::default() },
            cvolume: Some(ChannelVolume::norm(self.spec.channels)),
            props,
            ..RecordStreamParams::default()
        };
        let reply: CreateRecordStreamReply = wire.ask(&Command::CreateRecordStream(params))?;
        if reply.sample_spec != self.spec {
            return Err(Fault::Nonsense(format!("it gives {:?} for {:?}", reply.sample_spec, self.spec)));
        }
        wire.send(&Command::Subscribe(SubscriptionMask::SOURCE | SubscriptionMask::SERVER))?;
        let stream = Stream {
            channel: reply.channel,
            source: reply.sink_index,
            name: self.name.clone(),
            spec: self.spec,
            follows_default: self.follows_default,
        };
        Ok((wire, stream))
    }
}

impl Source for ServerMicrophone {
    fn info(&self) -> &SourceInfo {
        &self.info
    }

    fn start(&mut self, feed: Feed) -> Result<()> {
        feed.health().note_muted(self.info.setting.muted);
        let stop = Arc::new(AtomicBool::new(false));
        let id = self.info.device.clone();
        let failed = |fault| error_of(fault, Direction::Input, &id);
        let (wire, stream) = self.record().map_err(failed)?;
        let listener = Listener::new(wire, stream, feed, Arc::clone(&stop));
        let thread = std::thread::Builder::new()
            .name("booth-microphone".to_owned())
            .spawn(move || listener.run())
            .map_err(|error| Error::of(ErrorKind::Io, msg!("device-no-thread")).with_source(error))?;
        self.running = Some(Running { stop, thread });
        Ok(())
    }

    fn stop(&mut self) {
        if let Some(Running { stop, thread }) = self.running.take() {
            stop.store(true, Ordering::Relaxed);
            // It looks as often as audio comes, and ten times a second without.
            let _ = thread.join();
        }
    }
}

impl Drop for ServerMicrophone {
    fn drop(&mut self) {
        self.stop();
    }
}
