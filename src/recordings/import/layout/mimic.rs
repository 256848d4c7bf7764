//! The layout `mimic`: `SPEAKER-metadata.txt` of Mimic Recording Studio, `file.wav|text|length`, beside its audio.

use super::super::folder::last_part;
use super::super::found::{Reading, Who};
use super::super::ground::Ground;
use super::super::tabular::{self, Kind};
use crate::error::Result;

/// What the names of its tables end in.
const END: &str = "-metadata.txt";

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Result<Option<Reading>> {
    let kind = Kind { separator: Some('|'), ..Kind::ANY };
    let mut reading = Reading::default();
    for file in ground.tables(|name| name.strip_suffix(END).is_some_and(|speaker| !speaker.is_empty())) {
        let mut found = tabular::look(ground, file, &kind)?.read(&kind);
        let speaker = last_part(&file.relative).trim_end_matches(END);
        for row in &mut found.rows {
            row.who = row.who.take().or_else(|| Some(Who::Name(speaker.to_owned())));
        }
        reading.append(found);
    }
    if reading.tables.is_empty() {
        return Ok(None);
    }
    reading.because.push("the beginning of a table's name is its speaker".to_owned());
    Ok(Some(reading))
}
