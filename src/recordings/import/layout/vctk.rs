//! The layout `vctk`: texts below `txt/`, audio at the same paths below a folder beside it, speakers as folders.

use super::super::folder::stem;
use super::super::found::{File, ImportFinding, Reading, Row, Who};
use super::super::ground::Ground;
use super::pairs::read_text;
use crate::severity::Severity;
use std::collections::{BTreeMap, BTreeSet};

/// The folder of the texts.
const TEXTS: &str = "txt";
/// What the names of the two microphones of VCTK end in; the first one has all recordings.
const MICROPHONES: [&str; 2] = ["_mic1", "_mic2"];
/// Folders of audio, the best first.
const FOLDERS: [&str; 3] = ["wav48_silence_trimmed", "wav48", "wav"];

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Option<Reading> {
    if ground.named.is_some() {
        return None;
    }
    let mut reading = Reading::default();
    let texts: Vec<(&str, String, &File)> =
        ground.folder.texts.values().flatten().filter_map(of_text).collect();
    // By the folder that holds `txt/` and the path in a folder beside it: that folder, and the audio there.
    let mut audio: BTreeMap<String, BTreeMap<&str, &File>> = BTreeMap::new();
    let above: BTreeSet<&str> = texts.iter().map(|(above, ..)| *above).collect();
    for file in ground.folder.audio_files() {
        for above in &above {
            let below = if above.is_empty() {
                Some(file.relative.as_str())
            } else {
                file.relative.strip_prefix(above)
            };
            if let Some((folder, rest)) =
                below.and_then(|below| below.trim_start_matches('/').split_once('/'))
            {
                audio.entry(format!("{above}\0{}", stem(rest))).or_default().insert(folder, file);
            }
        }
    }
    let mut second = 0;
    for (above, rest, text) in texts {
        let ends = ["", MICROPHONES[0], MICROPHONES[1]];
        let mut found = ends.iter().filter_map(|end| audio.get(&format!("{above}\0{rest}{end}")));
        let Some(file) = found.next().and_then(best) else {
            let message = "there is no audio of the same name in a folder beside txt/";
            reading.findings.push(ImportFinding::at(
                "audio-missing",
                Severity::Warn,
                &(text.path.clone(), None),
                message,
            ));
            continue;
        };
        second += found.count() as u64;
        match read_text(ground, &text.path) {
            Ok((words, changes)) => {
                let who = rest.split_once('/').map(|(speaker, _)| Who::Name(speaker.to_owned()));
                reading.rows.push(Row { who, changes, ..Row::of((text.path.clone(), None), file, words) });
            }
            Err(reason) => {
                let message = format!("the text cannot be used: {reason}");
                reading.leave_out(&(text.path.clone(), None), ("text-unusable", message));
            }
        }
    }
    if reading.rows.is_empty() {
        return None;
    }
    let rows = reading.rows.len();
    reading.unlisted = ground.folder.audio_files().count() as u64 - rows as u64;
    reading
        .because
        .push(format!("{rows} texts below txt/ have a recording at the same path in a folder beside it"));
    reading.because.push("the folders below txt/ are the speakers".to_owned());
    if second > 0 {
        reading.because.push(format!(
            "of two microphones the first is taken; {second} recordings of the second are passed over"
        ));
    }
    Some(reading)
}

/// Returns the folder that holds `txt/`, the path of a text below that without its ending, and the text.
fn of_text(file: &File) -> Option<(&str, String, &File)> {
    let mut from = 0;
    for part in file.relative.split('/') {
        let after = from + part.len() + 1;
        if part == TEXTS && after < file.relative.len() {
            return Some((file.relative[..from].trim_end_matches('/'), stem(&file.relative[after..]), file));
        }
        from = after;
    }
    None
}

/// Returns the audio in the best of several folders.
fn best<'f>(folders: &BTreeMap<&str, &'f File>) -> Option<&'f File> {
    let known = FOLDERS.iter().find_map(|folder| folders.get(folder));
    known.or_else(|| folders.values().next()).copied()
}
