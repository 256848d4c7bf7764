//! What microphones and loudspeakers there are.

use crate::error::Result;
use crate::units::SampleRate;

/// A microphone or a loudspeaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceInfo {
    /// The stable id, to be given as `--device`.
    pub id: String,
    /// The name that the system shows.
    pub name: String,
    /// The audio host (`alsa`).
    pub host: String,
    /// Whether it is used when none is named.
    pub is_default: bool,
    /// The rate that would be used; `None` when the device cannot be asked.
    pub rate: Option<SampleRate>,
    /// The channels that would be used.
    pub channels: Option<u16>,
    /// The sample formats that it has.
    pub formats: Vec<String>,
    /// Why it cannot be used now (`busy`), if so.
    pub unusable: Option<String>,
}

/// All devices that a person would choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeviceList {
    /// Microphones; the default first.
    pub inputs: Vec<DeviceInfo>,
    /// Loudspeakers; the default first.
    pub outputs: Vec<DeviceInfo>,
    /// Why no microphone can be used, in words, when none can.
    pub why_no_input: Option<String>,
}

/// Lists the devices that a person would choose from.
///
/// # Errors
/// [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported) in a build without devices.
pub fn devices() -> Result<DeviceList> {
    #[cfg(feature = "device")]
    {
        crate::audio::device::list()
    }
    #[cfg(not(feature = "device"))]
    {
        Err(super::no_devices())
    }
}
