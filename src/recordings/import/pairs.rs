//! The layout `pairs`: audio with a `.txt` of the same name beside it.

use super::folder::{File, Folder, ambiguous, last_part, note};
use super::found::{Candidate, Found, ImportFinding};
use super::text::{self, MAX_TEXT_BYTES, TextChanges};
use crate::error::Result;
use crate::fsio;
use crate::recordings::session::record::Speaker;
use std::path::Path;

/// Reads the layout below `root`.
pub(super) fn read(root: &Path, speaker: &Speaker) -> Result<Found> {
    let Folder { audio, mut texts, ignored, findings } = Folder::scan(root)?;
    let mut found = Found { findings, ignored, ..Found::default() };
    for (stem, files) in audio {
        let stem_texts = texts.remove(&stem).unwrap_or_default();
        match (files.as_slice(), stem_texts.as_slice()) {
            ([audio], [text]) => found.add_pair(audio, text, &stem, speaker),
            ([audio], []) => {
                let message = "there is no .txt of the same name beside it";
                found.findings.push(ImportFinding::left_out("text-missing", audio.path.clone(), message));
            }
            ([_], several) | (several, _) => {
                let file = several.first().map(|file| file.path.clone()).unwrap_or_default();
                found.findings.push(ImportFinding::left_out("audio-ambiguous", file, ambiguous(several)));
            }
        }
    }
    for text in texts.into_values().flatten() {
        found.findings.push(note("audio-missing", text.path, "there is no audio of the same name beside it"));
    }
    Ok(found)
}

impl Found {
    fn add_pair(&mut self, audio: &File, text: &File, stem: &str, speaker: &Speaker) {
        match read_text(&text.path) {
            Ok((clean, changes)) => {
                self.changes += changes;
                self.candidates.push(Candidate {
                    speaker: speaker.clone(),
                    stem: last_part(stem).to_owned(),
                    relative: audio.relative.clone(),
                    path: audio.path.clone(),
                    text: clean,
                    place: (text.path.clone(), None),
                });
            }
            Err(reason) => {
                let message = format!("the text cannot be used: {reason}");
                self.findings.push(ImportFinding::left_out("text-unusable", text.path.clone(), message));
            }
        }
    }
}

fn read_text(path: &Path) -> Result<(String, TextChanges), String> {
    let bytes = fsio::read_plain(path, MAX_TEXT_BYTES).map_err(|error| error.message().to_owned())?;
    let text = text::decode(&bytes).map_err(|(reason, at)| format!("{reason} at byte {}", at + 1))?;
    text::clean(text)
}
