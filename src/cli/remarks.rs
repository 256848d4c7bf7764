//! What a manager is told of sessions before their verdicts are believed, the same by `check` and `pack`.

use crate::face::line::out::{Context, tell};
use booth::numbers::plural;
use booth::quality::switched_off;
use booth::recordings::check::Remarks;
use booth::text::escape_for_terminal as safe;

/// Sessions that are named one by one.
const NAMED: usize = 10;

/// Tells which sessions switch checks off, and which transcripts do not count.
pub(super) fn tell_of(remarks: &Remarks, context: &Context) {
    let note = context.style.doubtful("note");
    let off: Vec<_> = remarks.own_limits.iter().filter(|own| !switched_off(&own.limits).is_empty()).collect();
    for own in off.iter().take(NAMED) {
        let checks = switched_off(&own.limits).join(", ");
        tell!("{note}: session {} switches checks off for its own takes: {}", own.session, safe(&checks));
    }
    let more = off.len().saturating_sub(NAMED);
    if more > 0 {
        tell!("{note}: {} switch checks off, too; --json names all", plural(more as u64, "more session"));
    }
    let uncounted = &remarks.uncounted;
    if uncounted.lines > 0 {
        let names: Vec<String> = uncounted.names.iter().map(|name| format!("`{}`", safe(name))).collect();
        let what = match uncounted.lines {
            1 => "1 transcript was not made on this machine and does not count".to_owned(),
            more => format!("{more} transcripts were not made on this machine and do not count"),
        };
        let names = names.join(", ");
        tell!("{note}: {what}, of {names}; --recogniser NAME counts those of one recogniser");
    }
}
