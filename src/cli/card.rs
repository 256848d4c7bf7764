//! What was written by hand for the card: read beside the project file, and what is lacking told.

use booth::Result;
use booth::numbers::plural;
use booth::project::{CARD_FOLDER, CARD_PARTS, PartKind, Parts, Project};
use booth::text::escape_for_terminal as safe;

/// Names that are told of those that are no part's.
const NAMED: usize = 10;

/// Reads the parts of the card; none without a project.
pub(super) fn parts(project: Option<&Project>) -> Result<Parts> {
    project.map_or_else(|| Ok(Parts::default()), Project::card_parts)
}

/// Tells which names in the folder are no part's, and which parts a release still needs. Where nobody has begun a card nobody is
/// told: `verify --release` does.
pub(super) fn notes(parts: &Parts) -> Vec<String> {
    let mut notes = Vec::new();
    if !parts.is_begun {
        return notes;
    }
    if !parts.strange.is_empty() {
        let mut names: Vec<String> =
            parts.strange.iter().take(NAMED).map(|name| format!("{CARD_FOLDER}/{}", safe(name))).collect();
        if let Some(more) = parts.strange.len().checked_sub(NAMED + 1) {
            names.push(format!("{} more", more + 1));
        }
        let known: Vec<String> = CARD_PARTS.iter().map(PartKind::file).collect();
        notes.push(format!("no part of the card: {}; there are {}", names.join(", "), known.join(", ")));
    }
    let has = |id: &str| parts.parts.iter().any(|part| part.kind().id == id);
    let lacking: Vec<String> =
        CARD_PARTS.iter().filter(|kind| kind.is_required && !has(kind.id)).map(PartKind::path).collect();
    if !lacking.is_empty() {
        notes.push(format!(
            "the card lacks {} that a release must have, beside the project file: {}",
            plural(lacking.len() as u64, "part"),
            lacking.join(", ")
        ));
    }
    notes
}
