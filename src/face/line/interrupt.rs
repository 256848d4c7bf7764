//! Ctrl-C as a flag that every loop looks at.

#![expect(clippy::disallowed_methods, reason = "a second Ctrl-C ends the program at once")]

use booth::ending;
use booth::msg;
use booth::{Error, ErrorKind, Result};
use std::sync::atomic::{AtomicBool, Ordering};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Turns Ctrl-C, a closed terminal and a termination request into a flag; a second Ctrl-C ends the
/// program at once, which loses nothing that was accepted and leaves nothing behind that was only begun.
pub(crate) fn install() -> Result<()> {
    ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::SeqCst) {
            ending::now();
            std::process::exit(130);
        }
    })
    .map_err(|error| Error::of(ErrorKind::Io, msg!("system-no-signal", cause = error.to_string())))
}

/// Says whether the user asked to stop.
pub(crate) fn seen() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// The flag itself, for library calls that take one.
pub(crate) fn flag() -> &'static AtomicBool {
    &INTERRUPTED
}

/// Gives [`ErrorKind::Interrupted`] when the user asked to stop.
pub(crate) fn check() -> Result<()> {
    if seen() { Err(Error::of(ErrorKind::Interrupted, msg!("interrupted"))) } else { Ok(()) }
}
