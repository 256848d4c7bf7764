//! Sources of live audio: how one is named, what it is and delivers, and what a take of it has met.

use super::ring::{Feed, Loss};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::PromptId;
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
    /// How the system has set it.
    pub setting: DeviceSetting,
}

/// How the system has set a device, where it can be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that holds or does not")]
pub struct DeviceSetting {
    /// The rate at which it works, whatever is granted.
    pub native_rate: Option<SampleRate>,
    /// It gives what a loudspeaker plays, and is no microphone.
    pub monitor: bool,
    /// It is muted.
    pub muted: bool,
    /// It sleeps; most devices that nobody uses do, and wake when they are opened.
    pub asleep: bool,
    /// Nothing is plugged into its socket.
    pub unplugged: bool,
    /// Its volume in per cent, as the mixers of desktops show it.
    pub volume_percent: Option<u32>,
}

/// Where speech lies: in the frames of the stream for a scripted source, of the take in [`TakeFacts`].
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
    /// Milliseconds that the program was stopped or the computer slept, if audio of the take is missing for it.
    pub slept_ms: u64,
    /// The device went away inside the take.
    pub device_lost: bool,
    /// Why it did, where that is known.
    pub loss: Option<Loss>,
    /// The rate that the wall clock says, in hertz, when it disagrees with the stated one.
    pub clock_rate_hz: Option<u32>,
    /// Only zeros arrived.
    pub all_zero: bool,
    /// Frames before the press that began the take, or before the voice in one that listens.
    pub pre_roll_frames: u64,
    /// Frames after the press, or the end of the speech as heard, that ended it.
    pub post_roll_frames: u64,
    /// Where the speech lies, in frames of the take, for a take that was to listen for its end and has heard
    /// speech.
    pub speech: Option<Span>,
}

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
    /// How the system has set it.
    pub setting: DeviceSetting,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn device_specs_print_and_parse_the_same() {
        for text in ["default", "alsa:default", "alsa:hw:CARD=PCH,DEV=0", "file:a b/ü:c.wav"] {
            assert_eq!(text.parse::<DeviceSpec>().unwrap().to_string(), text);
        }
        for bad in ["", "mic", "file:", ":x", "alsa:"] {
            assert!(bad.parse::<DeviceSpec>().is_err(), "{bad}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_spec_need_not_be_utf8() {
        use std::os::unix::ffi::OsStrExt as _;
        let spec = DeviceSpec::from_os(OsStr::from_bytes(b"file:a\xff.wav")).unwrap();
        assert_eq!(spec, DeviceSpec::File(PathBuf::from(OsStr::from_bytes(b"a\xff.wav"))));
    }
}
