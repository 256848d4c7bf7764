//! Exit codes: the one place where kinds of errors become numbers.

use booth::{Error, ErrorKind};
use std::process::ExitCode;

/// The documented exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, and the data is good.
    Done,
    /// The tool worked and the data failed.
    DataFailed,
    /// The command line is wrong.
    Usage,
    /// Input cannot be read, or the system failed.
    Input,
    /// The audio device is absent, busy, denied or lost.
    Device,
    /// The target exists or is locked.
    Exists,
    /// Ctrl-C.
    Interrupted,
}

impl Exit {
    /// Returns the exit code of an error.
    pub(crate) fn of(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::Usage => Self::Usage,
            ErrorKind::Integrity | ErrorKind::Consent => Self::DataFailed,
            ErrorKind::DeviceMissing
            | ErrorKind::DeviceBusy
            | ErrorKind::DevicePermission
            | ErrorKind::DeviceLost => Self::Device,
            ErrorKind::Exists | ErrorKind::Locked => Self::Exists,
            ErrorKind::Interrupted => Self::Interrupted,
            // Sheet, Project, Audio, Session, Corpus, Bundle, Unsupported, Io and whatever comes: the input could not be used.
            _ => Self::Input,
        }
    }
}

impl From<Exit> for u8 {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => 0,
            Exit::DataFailed => 1,
            Exit::Usage => 2,
            Exit::Input => 3,
            Exit::Device => 4,
            Exit::Exists => 5,
            Exit::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(u8::from(exit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_documented_code() {
        let table = [
            (ErrorKind::Usage, 2),
            (ErrorKind::Sheet, 3),
            (ErrorKind::Project, 3),
            (ErrorKind::Audio, 3),
            (ErrorKind::Session, 3),
            (ErrorKind::Corpus, 3),
            (ErrorKind::Bundle, 3),
            (ErrorKind::Integrity, 1),
            (ErrorKind::Exists, 5),
            (ErrorKind::Locked, 5),
            (ErrorKind::Consent, 1),
            (ErrorKind::Unsupported, 3),
            (ErrorKind::DeviceMissing, 4),
            (ErrorKind::DeviceBusy, 4),
            (ErrorKind::DevicePermission, 4),
            (ErrorKind::DeviceLost, 4),
            (ErrorKind::Interrupted, 130),
            (ErrorKind::Io, 3),
        ];
        for (kind, code) in table {
            assert_eq!(u8::from(Exit::of(&Error::new(kind, "x"))), code, "{kind:?}");
        }
    }
}
