//! What a corpus that is given away has to say of itself, beyond being whole.

use super::Fault;
use crate::corpus::release::{self, Release};
use crate::error::Result;
use crate::fsio;
use crate::project::CARD_PARTS;
use std::path::Path;

/// Returns what the corpus in `dir` lacks to be a release: a version, a date, a licence, and the parts of the card that must be
/// written. Where it has no head that can be read, [`verify`](super::verify) says so, and this nothing.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system fails.
pub fn promises(dir: &Path) -> Result<Vec<Fault>> {
    let head = fsio::read_found(&dir.join(release::NAME), fsio::MOST_LIST)?.unwrap_or_default();
    let Some(release) = String::from_utf8(head).ok().and_then(|text| Release::parse(&text).ok()) else {
        return Ok(Vec::new());
    };
    let settings = &release.settings;
    let mut faults = Vec::new();
    let mut lacks = |is_there: bool, what: &str, how: &str| {
        if !is_there {
            let message = format!("a release must have {what}: {how}");
            faults.push(Fault::new("promise", release::NAME, message));
        }
    };
    lacks(settings.version.is_some(), "a version", "pack again with --version 1.0.0, or what it is");
    lacks(
        settings.date.is_some(),
        "a date",
        "pack again with SOURCE_DATE_EPOCH=$(date +%s), or the day that it is to have",
    );
    lacks(
        settings.licence.is_some(),
        "a licence, and who gets it",
        "write [licence] into the project file, or pack again with --licence and --access",
    );
    for kind in CARD_PARTS.iter().filter(|kind| kind.is_required && !settings.card.contains_key(kind.id)) {
        let asks = kind.asks.replace('\n', " ");
        let message = format!(
            "the card says nothing under \u{201c}{}\u{201d}: write {} beside the project file and pack again. {asks}",
            kind.heading,
            kind.path()
        );
        faults.push(Fault::new("part", kind.path(), message));
    }
    faults.sort();
    Ok(faults)
}
