//! The layout `librispeech`: `SPEAKER-CHAPTER.trans.txt` with a line a recording beside its audio, as LibriSpeech has it; also
//! LibriTTS's `.trans.tsv`, and MLS's `transcripts.txt` above `audio/SPEAKER/BOOK/`.

use super::super::clips::Clips;
use super::super::folder::{below, last_part, parent};
use super::super::found::{File, Reading, Row, Who};
use super::super::ground::Ground;
use super::super::table::{Dialect, Quoting};
use crate::error::Result;

/// The table of Multilingual LibriSpeech.
const MLS: &str = "transcripts.txt";
/// The end of the name of LibriTTS's tables: the text as printed and normalised.
const TTS: &str = ".trans.tsv";

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Result<Option<Reading>> {
    let tables = ground.tables(|name| name.ends_with(".trans.txt") || name.ends_with(TTS) || name == MLS);
    let mut reading = Reading::default();
    let mut count = 0u64;
    for file in tables {
        if last_part(&file.relative) == MLS && !is_mls(ground, file) {
            continue;
        }
        let before = reading.rows.len();
        read_table(ground, file, &mut reading)?;
        count += u64::from(reading.rows.len() > before);
    }
    if reading.rows.is_empty() && reading.findings.is_empty() {
        return Ok(None);
    }
    let rows = reading.rows.len();
    reading.because.push(format!(
        "{count} lists of texts (.trans.txt or transcripts.txt) name {rows} recordings that are there"
    ));
    reading.because.push("the first number of a recording's name is its speaker".to_owned());
    Ok(Some(reading))
}

/// Whether a table is one of Multilingual LibriSpeech: its audio lies in `audio/SPEAKER/BOOK/` beside it.
pub(super) fn is_mls(ground: &Ground<'_>, file: &File) -> bool {
    let audio = format!("{}/", below(parent(&file.relative), "audio"));
    let mut stems = ground.folder.audio.range(audio.clone()..).map(|(stem, _)| stem);
    let first = stems.next().and_then(|stem| stem.strip_prefix(&audio));
    last_part(&file.relative) == MLS && first.is_some_and(|first| first.matches('/').count() == 2)
}

fn read_table(ground: &Ground<'_>, file: &File, reading: &mut Reading) -> Result<()> {
    let table = ground.table(file)?;
    let dir = parent(&file.relative);
    let is_mls = last_part(&file.relative) == MLS;
    let separator = if is_mls || file.relative.ends_with(TTS) { '\t' } else { ' ' };
    let clips = is_mls.then(|| Clips::below(&ground.folder, dir, &["audio"]));
    for line in table.lines(Dialect { separator, quoting: Quoting::None }) {
        let place = (table.path().to_path_buf(), Some(line.number));
        let cells = match line.cells {
            Ok(cells) => cells,
            Err(reason) => {
                reading.leave_out(&place, ("row-broken", reason));
                continue;
            }
        };
        let (id, text) = (cells[0].trim(), cells.get(1).map(AsRef::as_ref).unwrap_or_default());
        let audio = match &clips {
            Some(clips) => clips.find(id),
            None => match ground.folder.audio_at(dir, id) {
                Ok(Some(audio)) if !id.contains('/') => Ok(audio),
                Ok(_) => {
                    let message =
                        format!("there is no audio file for `{}` beside the list", id.escape_debug());
                    Err(("audio-missing", message))
                }
                Err(problem) => Err(problem),
            },
        };
        match audio {
            Ok(audio) => {
                let who = id.split_once(['-', '_']).map(|(speaker, _)| Who::Name(speaker.to_owned()));
                let read = cells.get(2).map(ToString::to_string);
                let changes = line.changes;
                reading.rows.push(Row { read, who, changes, ..Row::of(place, audio, text.to_owned()) });
            }
            Err(problem) => reading.leave_out(&place, problem),
        }
    }
    Ok(())
}
