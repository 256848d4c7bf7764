//! The microphones and loudspeakers that the sound server has.

use super::samples;
use super::wire::{Fault, Wire};
use crate::audio::capture::{DeviceInfo, DeviceSetting};
use crate::units::SampleRate;
use pulseaudio::protocol::port_info::{PortAvailable, PortInfo};
use pulseaudio::protocol::{
    CardInfoList, ChannelVolume, Command, DEFAULT_SINK, DEFAULT_SOURCE, GetSinkInfo, GetSourceInfo, Props,
    ServerInfo, SinkInfo, SinkInfoList, SinkState, SourceInfo, SourceInfoList, SourceState, Volume,
};
use std::collections::BTreeSet;
use std::ffi::{CStr, CString};

/// The host of what is reached through the server; PipeWire answers to it as well.
pub const HOST: &str = "pulseaudio";

/// All that the server has, and the cards that it stands before.
pub struct Listed {
    pub inputs: Vec<DeviceInfo>,
    pub outputs: Vec<DeviceInfo>,
    /// The numbers of the cards in the system.
    pub cards: BTreeSet<u32>,
}

pub fn list() -> Result<Listed, Fault> {
    let mut wire = Wire::connect()?;
    let server: ServerInfo = wire.ask(&Command::GetServerInfo)?;
    let sources: SourceInfoList = wire.ask(&Command::GetSourceInfoList)?;
    let sinks: SinkInfoList = wire.ask(&Command::GetSinkInfoList)?;
    let cards: CardInfoList = wire.ask(&Command::GetCardInfoList)?;
    let props = sources.iter().map(|source| &source.props).chain(sinks.iter().map(|sink| &sink.props));
    let cards = props.chain(cards.iter().map(|card| &card.props)).filter_map(card_of).collect();
    let mut inputs: Vec<DeviceInfo> =
        sources.iter().map(|source| input_info(source, server.default_source_name.as_deref())).collect();
    let mut outputs: Vec<DeviceInfo> =
        sinks.iter().map(|sink| output_info(sink, server.default_sink_name.as_deref())).collect();
    // The default first, then microphones, then what loudspeakers play.
    inputs.sort_by_key(|input| (!input.is_default, input.setting.monitor));
    outputs.sort_by_key(|output| !output.is_default);
    Ok(Listed { inputs, outputs, cards })
}

fn card_of(props: &Props) -> Option<u32> {
    let text = props.get_bytes(c"alsa.card").or_else(|| props.get_bytes(c"api.alsa.card"))?;
    std::str::from_utf8(text).ok()?.trim_end_matches('\0').parse().ok()
}

/// Returns a source by its name, or the default one.
pub fn source(wire: &mut Wire, name: Option<&str>) -> Result<SourceInfo, Fault> {
    let name = named(name, DEFAULT_SOURCE)?;
    wire.ask(&Command::GetSourceInfo(GetSourceInfo { index: None, name: Some(name) }))
}

/// Returns a sink by its name, or the default one.
pub fn sink(wire: &mut Wire, name: Option<&str>) -> Result<SinkInfo, Fault> {
    let name = named(name, DEFAULT_SINK)?;
    wire.ask(&Command::GetSinkInfo(GetSinkInfo { index: None, name: Some(name) }))
}

fn named(name: Option<&str>, default: &CStr) -> Result<CString, Fault> {
    name.map_or_else(|| Ok(default.to_owned()), CString::new)
        .map_err(|error| Fault::Nonsense(error.to_string()))
}

pub fn id(name: &CStr) -> String {
    format!("{HOST}:{}", name.to_string_lossy())
}

/// Returns the name that the system shows.
pub fn shown(name: &CStr, description: Option<&CString>) -> String {
    description.map_or(name, |text| text.as_c_str()).to_string_lossy().into_owned()
}

/// Returns how a source is set in the system.
pub fn setting_of(source: &SourceInfo) -> DeviceSetting {
    DeviceSetting {
        native_rate: SampleRate::new(source.sample_spec.sample_rate).ok(),
        monitor: source.monitor_of_sink_index.is_some(),
        muted: source.muted,
        asleep: source.state == SourceState::Suspended,
        unplugged: is_unplugged(&source.ports, source.active_port),
        volume_percent: volume_of(&source.cvolume),
    }
}

fn is_unplugged(ports: &[PortInfo], active: usize) -> bool {
    ports.get(active).is_some_and(|port| port.available == PortAvailable::No)
}

/// Returns the volume as the mixers of desktops show it.
fn volume_of(volume: &ChannelVolume) -> Option<u32> {
    let loudest = volume.channels().iter().map(Volume::as_u32).max()?;
    Some((f64::from(loudest) * 100.0 / f64::from(Volume::NORM.as_u32())).round() as u32)
}

fn input_info(source: &SourceInfo, default: Option<&CStr>) -> DeviceInfo {
    DeviceInfo {
        id: id(&source.name),
        name: shown(&source.name, source.description.as_ref()),
        host: HOST.to_owned(),
        is_default: default == Some(source.name.as_c_str()),
        rate: SampleRate::new(source.sample_spec.sample_rate).ok(),
        channels: Some(u16::from(source.sample_spec.channels)),
        formats: vec![samples::word(source.sample_spec.format).to_owned()],
        setting: setting_of(source),
        unusable: None,
    }
}

fn output_info(sink: &SinkInfo, default: Option<&CStr>) -> DeviceInfo {
    DeviceInfo {
        id: id(&sink.name),
        name: shown(&sink.name, sink.description.as_ref()),
        host: HOST.to_owned(),
        is_default: default == Some(sink.name.as_c_str()),
        rate: SampleRate::new(sink.sample_spec.sample_rate).ok(),
        channels: Some(u16::from(sink.sample_spec.channels)),
        formats: vec![samples::word(sink.sample_spec.format).to_owned()],
        setting: DeviceSetting {
            native_rate: SampleRate::new(sink.sample_spec.sample_rate).ok(),
            monitor: false,
            muted: sink.muted,
            asleep: sink.state == SinkState::Suspended,
            unplugged: is_unplugged(&sink.ports, sink.active_port),
            volume_percent: volume_of(&sink.cvolume),
        },
        unusable: None,
    }
}
