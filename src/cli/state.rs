//! The machine's own state, outside of any recordings: the ledger of what it has measured and heard.

use crate::face::line::out::{Context, tell};
use booth::recordings::Ledger;
use booth::text::escape_for_terminal as safe;
use booth::{Error, Result};
use std::path::PathBuf;

/// Returns the folder of the machine's state: `BOOTH_STATE`, else `booth` in that of the user's state; `None` when nothing
/// says where that is.
#[expect(clippy::disallowed_methods, reason = "the program knows where its user wants such files")]
pub(super) fn folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|path| !path.is_empty()).map(PathBuf::from);
    // As the XDG base directory specification has it, a path that is not absolute is none.
    let state = || named("XDG_STATE_HOME").filter(|path| path.is_absolute());
    named("BOOTH_STATE").or_else(|| {
        let users = state().or_else(|| named("HOME").map(|home| home.join(".local/state")));
        users.map(|users| users.join("booth"))
    })
}

/// Reads the ledger. Without one all is measured, and heard by nobody known; so one that is there and cannot be read is no
/// ledger that is not there, or transcripts would not count.
pub(super) fn ledger() -> Result<Option<Ledger>> {
    let Some(folder) = folder() else { return Ok(None) };
    let ledger = Ledger::open(&folder);
    ledger.map(Some).map_err(|error| {
        error
            .with_hint("move it away, and all is measured again; transcripts then count by --recogniser only")
    })
}

/// Takes the ledger to add to it alone.
pub(super) fn ledger_to_add_to() -> Option<Ledger> {
    folder().map(|folder| Ledger::to_add_to(&folder))
}

/// Makes what was noted durable.
pub(super) fn finish(ledger: Option<&Ledger>, context: &Context) {
    if let Some(Err(error)) = ledger.map(Ledger::finish) {
        unnoted(&error, context);
    }
}

fn unnoted(error: &Error, context: &Context) {
    let what = safe(&error.to_string());
    let note = context.style.doubtful("note");
    tell!(
        "{note}: what this machine has measured cannot be remembered, so it will be measured again: {what}"
    );
}
