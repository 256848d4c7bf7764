//! The layout `folders`: audio in folders that are called as what is said in them, as in Google's Speech Commands.

use super::super::folder::{last_part, stem};
use super::super::found::{ImportFinding, Reading, Row, Who};
use super::super::ground::Ground;

/// What stands in the names of Speech Commands, between speaker and number.
const MARK: &str = "_nohash_";

/// Reads the layout; `None` when nothing looks like it. Any folder could be called so: it is only found out by the names of Speech
/// Commands.
pub(super) fn read(ground: &Ground<'_>) -> Option<Reading> {
    if ground.named.is_some() {
        return None;
    }
    let mut reading = Reading::default();
    let mut marked = 0usize;
    for file in ground.folder.audio_files() {
        let Some((above, name)) = file.relative.rsplit_once('/') else {
            let message = "it lies in no folder that could be called as what is said";
            reading.findings.push(ImportFinding::left_out("text-missing", file.path.clone(), message));
            continue;
        };
        let said = last_part(above);
        // `_background_noise_` of Speech Commands, and its like.
        if said.starts_with('_') {
            reading.unlisted += 1;
            continue;
        }
        let who = stem(name).split_once(MARK).map(|(speaker, _)| Who::Name(speaker.to_owned()));
        marked += usize::from(who.is_some());
        reading.rows.push(Row { who, ..Row::of((file.path.clone(), None), file, said.replace('_', " ")) });
    }
    if reading.rows.is_empty() || !(ground.asked() || 2 * marked > reading.rows.len()) {
        return None;
    }
    reading.because.push(format!(
        "{} audio files in folders that are taken for what is said, {marked} with a speaker in the name",
        reading.rows.len()
    ));
    Some(reading)
}
