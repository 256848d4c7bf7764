//! Opening a source by its name, and listing what there is to open.

use super::capture::{DeviceList, DeviceSpec, FileOptions, FileSource, Source, SourceInfo};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Locale;
use crate::units::SampleRate;
use std::path::PathBuf;

/// How to open a source.
#[derive(Debug, Clone, Default)]
pub struct OpenOptions {
    /// The rate wished for; the device grants the highest that is not above it. Without a wish it is the device's own behind a
    /// sound server, else 48,000 Hz.
    pub rate: Option<SampleRate>,
    /// The channel wished for, from 0, so that enough channels are opened.
    pub channel: Option<u16>,
    /// What was recorded from before, when a sitting looks for a microphone again: then only one is good that is reached in
    /// the same way, and what a loudspeaker plays is no substitute.
    pub before: Option<SourceInfo>,
    /// The locale, for folders of files that have a subfolder for each.
    pub locale: Option<Locale>,
    /// How files are played.
    pub file: FileOptions,
}

/// Opens the source that `specs` name: one device, or any number of files; none means the default device.
///
/// # Errors
/// [`ErrorKind::Usage`] for a mixture, [`ErrorKind::Unsupported`] for a device in a build without
/// devices, the device kinds when it cannot be opened, [`ErrorKind::Io`] and [`ErrorKind::Audio`] for files.
pub fn open(specs: &[DeviceSpec], options: &OpenOptions) -> Result<Box<dyn Source>> {
    let files: Vec<PathBuf> = specs
        .iter()
        .filter_map(|spec| if let DeviceSpec::File(path) = spec { Some(path.clone()) } else { None })
        .collect();
    if !files.is_empty() && files.len() == specs.len() {
        return Ok(Box::new(FileSource::open(&files, options.locale.as_ref(), &options.file)?));
    }
    match specs {
        [] => open_device(&DeviceSpec::Default, options),
        [spec] => open_device(spec, options),
        _ => Err(Error::new(
            ErrorKind::Usage,
            format!(
                "{} devices are given; allowed are one microphone, or any number of file:PATH",
                specs.len()
            ),
        )),
    }
}

#[cfg(feature = "device")]
fn open_device(spec: &DeviceSpec, options: &OpenOptions) -> Result<Box<dyn Source>> {
    super::device::open_input(spec, options.rate, options.channel, options.before.as_ref())
}

#[cfg(not(feature = "device"))]
fn open_device(_: &DeviceSpec, _: &OpenOptions) -> Result<Box<dyn Source>> {
    Err(no_devices())
}

/// The error of a build without devices.
#[cfg(not(feature = "device"))]
pub(super) fn no_devices() -> Error {
    Error::new(ErrorKind::Unsupported, "this build of Booth has no support for microphones and loudspeakers")
        .with_hint("build it with the feature `device`, or record from files with --device file:PATH")
}

/// Lists the devices that a person would choose from.
///
/// # Errors
/// [`ErrorKind::Unsupported`] in a build without devices.
pub fn devices() -> Result<DeviceList> {
    #[cfg(feature = "device")]
    {
        super::device::list()
    }
    #[cfg(not(feature = "device"))]
    {
        Err(no_devices())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_and_a_microphone_do_not_mix() {
        let specs = [DeviceSpec::Default, DeviceSpec::File("a.wav".into())];
        let error = open(&specs, &OpenOptions::default()).err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Usage);
    }
}
