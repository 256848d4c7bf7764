//! The fields of the lines that `booth devices --json` writes ([`Line`](crate::rows::Line)).

use super::capture::{DeviceInfo, DeviceList};
use crate::units::SampleRate;
use serde::Serialize;

/// A microphone or a loudspeaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the line")]
pub struct DeviceRow<'a> {
    /// `input` or `output`.
    pub direction: &'static str,
    /// The stable id.
    pub id: &'a str,
    /// The name that the system shows.
    pub name: &'a str,
    /// The audio host.
    pub host: &'a str,
    /// Whether it is used when none is named.
    pub default: bool,
    /// The rate that would be used, in hertz.
    pub rate: Option<SampleRate>,
    /// The channels that would be used.
    pub channels: Option<u16>,
    /// The sample formats that it has.
    pub formats: &'a [String],
    /// Whether it gives what a loudspeaker plays, and is no microphone.
    pub monitor: bool,
    /// Whether the system has muted it.
    pub muted: bool,
    /// Whether it sleeps; most devices that nobody uses do.
    pub asleep: bool,
    /// Whether nothing is plugged into its socket.
    pub unplugged: bool,
    /// Its volume in the system, in per cent.
    pub volume_percent: Option<u32>,
    /// Why it cannot be used now.
    pub unusable: Option<&'a str>,
}

impl<'a> DeviceRow<'a> {
    fn of(direction: &'static str, device: &'a DeviceInfo) -> Self {
        Self {
            direction,
            id: &device.id,
            name: &device.name,
            host: &device.host,
            default: device.is_default,
            rate: device.rate,
            channels: device.channels,
            formats: &device.formats,
            monitor: device.setting.monitor,
            muted: device.setting.muted,
            asleep: device.setting.asleep,
            unplugged: device.setting.unplugged,
            volume_percent: device.setting.volume_percent,
            unusable: device.unusable.as_deref(),
        }
    }
}

/// What there is in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DevicesSummary<'a> {
    /// Microphones.
    pub inputs: usize,
    /// Loudspeakers.
    pub outputs: usize,
    /// The id of the microphone that is used when none is named.
    pub record_uses: Option<&'a str>,
    /// Why no microphone can be used.
    pub why_no_input: Option<&'a str>,
}

impl DeviceList {
    /// Returns the microphone that is used when none is named.
    pub fn chosen(&self) -> Option<&DeviceInfo> {
        self.inputs.iter().find(|device| device.is_default).or(self.inputs.first())
    }

    /// Returns the lines of all devices, microphones first.
    pub fn rows(&self) -> Vec<DeviceRow<'_>> {
        let inputs = self.inputs.iter().map(|device| DeviceRow::of("input", device));
        inputs.chain(self.outputs.iter().map(|device| DeviceRow::of("output", device))).collect()
    }

    /// Returns the last line.
    pub fn summary(&self) -> DevicesSummary<'_> {
        DevicesSummary {
            inputs: self.inputs.len(),
            outputs: self.outputs.len(),
            record_uses: self.chosen().map(|device| device.id.as_str()),
            why_no_input: self.why_no_input.as_deref(),
        }
    }
}
