//! Capture: a source of live audio, and the tape that records from it.
//!
//! A [`Source`] (a microphone, or files played as one) feeds blocks into a lock-free ring; the [`Tape`]
//! owns the thread that reads them, keeps the last seconds for the pre-roll, and hands takes to a
//! [`TakeSink`]. Nothing here prints or asks; whoever shows things polls values.

mod devices;
mod file;
mod ring;
mod tape;
mod writer;

pub use devices::{DeviceInfo, DeviceList, devices};
pub(in crate::audio) use file::read_wav;
pub use file::{FileOptions, FileSource};
pub use ring::{Block, Drain, Feed, Health, Loss, ring};
pub use tape::{Ended, Level, Pending, TakeSink, Tape, TapeOptions};

use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, PromptId};
use crate::units::SampleRate;
use std::ffi::OsStr;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Which source to record from, as a user writes it: `default`, `alsa:hw:CARD=USB,DEV=0`, `file:take.wav`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeviceSpec {
    /// The system's default input.
    Default,
    /// A device by its stable id, `host:name`.
    Id(String),
    /// A WAV file, or a folder of `<prompt-id>.wav` or `<locale>/<prompt-id>.wav`, played as the microphone.
    File(PathBuf),
}

impl DeviceSpec {
    /// Reads a device from a command-line argument; unlike [`FromStr`], a path need not be UTF-8.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] when it is not a device.
    pub fn from_os(text: &OsStr) -> Result<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStrExt as _;
            if let Some(path) = text.as_bytes().strip_prefix(b"file:")
                && !path.is_empty()
            {
                return Ok(Self::File(PathBuf::from(OsStr::from_bytes(path))));
            }
        }
        text.to_string_lossy().parse()
    }
}

impl FromStr for DeviceSpec {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        match text.split_once(':') {
            None if text == "default" => Ok(Self::Default),
            Some(("file", path)) if !path.is_empty() => Ok(Self::File(PathBuf::from(path))),
            Some((host, name)) if host != "file" && !host.is_empty() && !name.is_empty() => {
                Ok(Self::Id(text.to_owned()))
            }
            _ => Err(Error::new(
                ErrorKind::Usage,
                format!(
                    "`{}` is not a device; write default, an id such as alsa:default, or file:PATH",
                    text.escape_debug()
                ),
            )
            .with_hint("`booth devices` lists the ids")),
        }
    }
}

impl fmt::Display for DeviceSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Id(id) => f.write_str(id),
            Self::File(path) => write!(f, "file:{}", path.display()),
        }
    }
}

/// What kind of source it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// A microphone.
    Device,
    /// Files played as the microphone.
    File,
}

/// What a source is and delivers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceInfo {
    /// What kind.
    pub kind: SourceKind,
    /// The stable id (`alsa:default`, `file:takes`).
    pub device: String,
    /// The name that the system shows.
    pub name: String,
    /// The audio host (`alsa`); `file` for files.
    pub host: String,
    /// The rate granted.
    pub rate: SampleRate,
    /// Channels delivered, at least 1.
    pub channels: u16,
    /// The channel that is kept, from 0.
    pub channel: u16,
    /// The sample format delivered (`i16`, `f32`).
    pub format: String,
    /// Bits per sample that a file needs to hold it: 16, 24, or 32 for floating point.
    pub bits: u16,
}

/// Where the speech of a scripted source lies, in the frames of its stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first frame of speech.
    pub start: u64,
    /// The frame after the last.
    pub end: u64,
}

/// A source of live audio.
pub trait Source: Send {
    /// Describes the source.
    fn info(&self) -> &SourceInfo;

    /// Returns the frames that pass in a second of wall time; differs from the rate only for files
    /// played faster.
    fn clock_hz(&self) -> f64 {
        f64::from(self.info().rate.hz())
    }

    /// Starts delivering blocks into `feed`; called once.
    ///
    /// # Errors
    /// The device kinds of [`ErrorKind`] when it cannot be started.
    fn start(&mut self, feed: Feed) -> Result<()>;

    /// Says which prompt is read next; a microphone does not care.
    ///
    /// # Errors
    /// [`ErrorKind::Io`], [`ErrorKind::Audio`] when there is nothing to play for it.
    fn cue(&mut self, _prompt: &PromptId) -> Result<()> {
        Ok(())
    }

    /// Says that a take begins and wants `pre_roll_frames` before the speech; a scripted source
    /// answers where its speech will lie.
    fn begin(&mut self, _pre_roll_frames: u64) -> Option<Span> {
        None
    }

    /// Says that a take ends; a scripted source answers at which frame that is.
    fn end(&mut self, _post_roll_frames: u64) -> Option<u64> {
        None
    }

    /// Stops delivering. Does not wait for a device that hangs.
    fn stop(&mut self);
}

/// How to open a source.
#[derive(Debug, Clone, Default)]
pub struct OpenOptions {
    /// The rate wished for; the device grants the highest that is not above it. 48,000 Hz without a wish.
    pub rate: Option<SampleRate>,
    /// The channel wished for, from 0, so that enough channels are opened.
    pub channel: Option<u16>,
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
    Ok(Box::new(crate::audio::device::open_input(spec, options)?))
}

#[cfg(not(feature = "device"))]
fn open_device(_: &DeviceSpec, _: &OpenOptions) -> Result<Box<dyn Source>> {
    Err(no_devices())
}

/// The error of a build without devices.
#[cfg(not(feature = "device"))]
pub(crate) fn no_devices() -> Error {
    Error::new(ErrorKind::Unsupported, "this build of Booth has no support for microphones and loudspeakers")
        .with_hint("build it with the feature `device`, or record from files with --device file:PATH")
}

/// What the tape noticed while a take ran. All zero, false and `None` when nothing was wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakeFacts {
    /// Overruns that the driver reported inside the take.
    pub xruns: u64,
    /// Frames that were lost and are zero in the take.
    pub lost_frames: u64,
    /// Times that no audio arrived for a second.
    pub stalls: u64,
    /// Frames that the wall clock says are missing (an estimate).
    pub clock_missing_frames: u64,
    /// The device went away inside the take.
    pub device_lost: bool,
    /// The rate that the wall clock says, in hertz, when it disagrees with the stated one.
    pub clock_rate_hz: Option<u32>,
    /// Only zeros arrived.
    pub all_zero: bool,
    /// Frames before the press that began the take.
    pub pre_roll_frames: u64,
    /// Frames after the press that ended it.
    pub post_roll_frames: u64,
}

#[cfg(test)]
mod tests;
