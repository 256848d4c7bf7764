//! The sound server of a desktop: PulseAudio, or PipeWire, which answers to the same protocol.
//!
//! It is spoken to directly, over its local socket, with the messages of the crate `pulseaudio`: its own client drops the
//! events that tell of a microphone which goes, sleeps or is changed (docs/decisions/012-microphones.md).

mod devices;
mod input;
mod listener;
mod output;
mod samples;
mod timing;
mod wire;

pub(super) use devices::Listed;
pub(super) use input::ServerMicrophone;
pub(super) use output::play;
pub(super) use wire::Fault;

use super::Direction;
use crate::error::{Error, ErrorKind};
use crate::msg;
use pulseaudio::protocol::PulseError;

/// Says whether this desktop has a socket of a sound server; nobody need answer there.
pub(super) fn is_there() -> bool {
    wire::Wire::is_there()
}

/// Lists what the server has; `None` when nobody answers.
pub(super) fn list() -> Option<Listed> {
    devices::list().ok()
}

/// Returns whether somebody answers.
pub(super) fn answers() -> bool {
    wire::Wire::connect().is_ok()
}

/// Turns what the server answered, or did not, into the error of a device.
pub(super) fn error_of(fault: Fault, direction: Direction, name: &str) -> Error {
    let way = direction.id();
    let (kind, message) = match fault {
        Fault::Gone => (ErrorKind::DeviceMissing, msg!("device-no-server", name = name)),
        Fault::Hung => (ErrorKind::DeviceBusy, msg!("device-silent", direction = way, name = name)),
        Fault::Refused(PulseError::NoEntity) => {
            (ErrorKind::DeviceMissing, msg!("device-missing", direction = way, name = name))
        }
        Fault::Refused(PulseError::AccessDenied) => (
            ErrorKind::DevicePermission,
            msg!("device-denied", direction = way, name = name, system = "linux"),
        ),
        Fault::Refused(error) => {
            let cause = error.to_string();
            (ErrorKind::DeviceMissing, msg!("device-fails", direction = way, name = name, cause = cause))
        }
        Fault::Nonsense(cause) => {
            (ErrorKind::DeviceMissing, msg!("device-fails", direction = way, name = name, cause = cause))
        }
    };
    Error::of(kind, message)
}
