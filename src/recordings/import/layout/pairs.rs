//! The layout `pairs`: audio with a `.txt` of the same name beside it.

use super::super::encoding::plain;
use super::super::folder::ambiguous;
use super::super::found::{ImportFinding, Reading, Row};
use super::super::ground::Ground;
use super::super::text::{MAX_TEXT_BYTES, TextChanges};
use crate::fsio;
use crate::severity::Severity;
use std::path::Path;

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Option<Reading> {
    if ground.named.is_some() || ground.folder.audio.is_empty() {
        return None;
    }
    let mut reading = Reading::default();
    let mut pairs = 0u64;
    let mut texts = ground.folder.texts.clone();
    for (stem, files) in &ground.folder.audio {
        let stem_texts = texts.remove(stem).unwrap_or_default();
        match (files.as_slice(), stem_texts.as_slice()) {
            ([audio], [text]) => {
                pairs += 1;
                let place = (text.path.clone(), None);
                match read_text(ground, &text.path) {
                    Ok((words, changes)) => {
                        reading.rows.push(Row { changes, ..Row::of(place, audio, words) });
                    }
                    Err(reason) => {
                        let message = format!("the text cannot be used: {reason}");
                        reading.leave_out(&place, ("text-unusable", message));
                    }
                }
            }
            ([audio], []) => {
                let message = "there is no .txt of the same name beside it";
                reading.findings.push(ImportFinding::left_out("text-missing", audio.path.clone(), message));
            }
            ([_], several) | (several, _) => {
                let file = several.first().map(|file| file.path.clone()).unwrap_or_default();
                reading.findings.push(ImportFinding::left_out("audio-ambiguous", file, ambiguous(several)));
            }
        }
    }
    for text in texts.into_values().flatten() {
        let message = "there is no audio of the same name beside it";
        reading.findings.push(ImportFinding::at(
            "audio-missing",
            Severity::Warn,
            &(text.path, None),
            message,
        ));
    }
    let audio = ground.folder.audio_files().count();
    reading.because.push(format!("{pairs} of {audio} audio files have a .txt of the same name beside them"));
    Some(reading)
}

/// Reads the text of one recording as it stands; converted where that was asked for.
pub(super) fn read_text(ground: &Ground<'_>, path: &Path) -> Result<(String, TextChanges), String> {
    let bytes = fsio::read_plain(path, MAX_TEXT_BYTES).map_err(|error| error.message().to_owned())?;
    let text =
        plain(bytes, ground.request.encoding).map_err(|told| format!("{}; {}", told.message, told.hint))?;
    let changes = TextChanges { byte_order_mark: u64::from(text.mark), ..TextChanges::default() };
    let text = String::from_utf8(text.bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        format!("it is not UTF-8: byte 0x{byte:02x} at byte {}", at + 1)
    })?;
    Ok((text, changes))
}
