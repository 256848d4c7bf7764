//! The layout `kaldi`: data directories of Kaldi and ESPnet with `wav.scp` and `text`, and `utt2spk`, `segments`, `utt2lang`
//! where they are there. Paths go from the directory or one above it. Commands in `wav.scp` are never run.

use super::super::folder::{Problem, below, parent};
use super::super::found::{File, ImportFinding, Reading, Row, Who};
use super::super::ground::Ground;
use super::super::paths;
use super::super::table::{Dialect, Quoting};
use crate::error::Result;
use crate::recordings::session::event::Part;
use crate::severity::Severity;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The list of recordings, which makes a folder a data directory.
const LIST: &str = "wav.scp";

/// Lines of a list by their first word, each with its number.
type Lines = BTreeMap<String, (u64, String)>;

/// Reads the layout; `None` when nothing looks like it.
pub(super) fn read(ground: &Ground<'_>) -> Result<Option<Reading>> {
    let lists = ground.tables(|name| name == LIST);
    if lists.is_empty() {
        return Ok(None);
    }
    let mut reading = Reading::default();
    for list in lists {
        Directory::open(ground, list)?.read(ground, &mut reading);
    }
    Ok(Some(reading))
}

/// A data directory.
struct Directory<'g> {
    name: &'g str,
    list: PathBuf,
    recordings: Lines,
    texts: Option<(PathBuf, Lines)>,
    speakers: Lines,
    languages: Lines,
    channels: Lines,
    segments: Option<(PathBuf, Lines)>,
}

impl<'g> Directory<'g> {
    fn open(ground: &'g Ground<'_>, list: &'g File) -> Result<Self> {
        let name = parent(&list.relative);
        let of = |file: &str| -> Result<Option<(PathBuf, Lines)>> {
            let Some(file) = ground.folder.file(&below(name, file)) else { return Ok(None) };
            Ok(Some((file.path.clone(), lines(ground, file)?)))
        };
        let plain = |file: &str| of(file).map(|found| found.map(|(_, lines)| lines).unwrap_or_default());
        Ok(Self {
            name,
            list: list.path.clone(),
            recordings: lines(ground, list)?,
            texts: of("text")?,
            speakers: plain("utt2spk")?,
            languages: plain("utt2lang")?,
            channels: plain("reco2file_and_channel")?,
            segments: of("segments")?,
        })
    }

    fn read(&self, ground: &'g Ground<'_>, reading: &mut Reading) {
        let here = if self.name.is_empty() { String::new() } else { format!(" in {}/", self.name) };
        let Some((texts_at, texts)) = &self.texts else {
            let message = "there is no file `text` beside it, which has the words";
            reading.leave_out(&(self.list.clone(), None), ("text-missing", message.to_owned()));
            return;
        };
        let mut files: BTreeMap<&str, &File> = BTreeMap::new();
        for (recording, (line, path)) in &self.recordings {
            match self.audio(ground, recording, path) {
                Ok(file) => {
                    files.insert(recording, file);
                }
                Err(problem) => reading.leave_out(&(self.list.clone(), Some(*line)), problem),
            }
        }
        // Whoever does not know the speakers writes that each utterance has its own.
        let is_own = |(utterance, (_, speaker)): (&String, &(u64, String))| utterance == speaker;
        let unknown = self.speakers.len() > 1 && self.speakers.iter().all(is_own);
        let before = reading.rows.len();
        for (utterance, (line, text)) in texts {
            let place = (texts_at.clone(), Some(*line));
            let (recording, part) = match self.part(utterance) {
                Ok(found) => found,
                Err(problem) => {
                    reading.leave_out(&place, problem);
                    continue;
                }
            };
            let Some(file) = files.get(recording) else {
                // What is wrong with a recording is told once, where it is listed.
                if !self.recordings.contains_key(recording) {
                    let message = format!("wav.scp has no recording `{}`", recording.escape_debug());
                    reading.leave_out(&place, ("audio-missing", message));
                }
                continue;
            };
            let speaker = self.speakers.get(utterance).filter(|_| !unknown);
            let who = speaker.map(|(_, speaker)| Who::Name(speaker.clone()));
            let locale = self.languages.get(utterance).map(|(_, language)| language.clone());
            reading.rows.push(Row { part, who, locale, ..Row::of(place, file, text.clone()) });
        }
        let utterances = self.segments.as_ref().map_or(&self.recordings, |(_, segments)| segments);
        for (utterance, (line, _)) in
            utterances.iter().filter(|(utterance, _)| !texts.contains_key(*utterance))
        {
            let place = (self.segments.as_ref().map_or(&self.list, |(path, _)| path).clone(), Some(*line));
            let message = format!("`text` has no line for `{}`", utterance.escape_debug());
            reading.findings.push(ImportFinding::at("text-missing", Severity::Warn, &place, message));
        }
        let (found, all) = (reading.rows.len() - before, texts.len());
        let parts = if self.segments.is_some() { ", which are parts of recordings (segments)" } else { "" };
        reading.because.push(format!("wav.scp and text{here}: {found} of {all} utterances found{parts}"));
        if unknown {
            reading.because.push(format!(
                "utt2spk{here} gives each utterance a speaker of its own, so it does not say who speaks"
            ));
        }
    }

    /// Finds the recording of an utterance, and which part of it that is.
    fn part<'s>(&'s self, utterance: &'s str) -> Result<(&'s str, Option<Part>), Problem> {
        let Some((_, segments)) = &self.segments else { return Ok((utterance, None)) };
        let shown = utterance.escape_debug();
        let Some((_, segment)) = segments.get(utterance) else {
            return Err(("audio-missing", format!("segments has no line for `{shown}`")));
        };
        let broken = || {
            (
                "row-broken",
                format!("segments says `{}` of `{shown}`, not RECORDING START END", segment.escape_debug()),
            )
        };
        let words: Vec<&str> = segment.split_whitespace().collect();
        let [recording, start, end] = words[..] else { return Err(broken()) };
        let (start, end) = (start.parse::<f64>().ok(), end.parse::<f64>().ok());
        let (start, end) = start.zip(end).ok_or_else(broken)?;
        // An end of -1 is that of the recording.
        let length = (end != -1.0).then_some(end - start);
        let part = part(start, length).ok_or_else(broken)?;
        Ok((recording, Some(part)))
    }

    fn audio(&self, ground: &'g Ground<'_>, recording: &str, path: &str) -> Result<&'g File, Problem> {
        if path.ends_with('|') || path.starts_with('|') {
            let message = "it is the output of a command, which is not run; write it to a file and name that in wav.scp";
            return Err(("audio-command", message.to_owned()));
        }
        if let Some((_, channel)) = self.channels.get(recording) {
            let channel = channel.split_whitespace().last().unwrap_or_default();
            if !matches!(channel, "A" | "1") {
                let message = format!(
                    "it is channel {} of its file, and one of several is not taken",
                    channel.escape_debug()
                );
                return Err(("audio-channel", message));
            }
        }
        let is_archive =
            path.rsplit_once(".ark:").is_some_and(|(_, at)| at.bytes().all(|byte| byte.is_ascii_digit()));
        if is_archive {
            return Err((
                "audio-command",
                "it lies in an archive of Kaldi, which is not read; unpack it".to_owned(),
            ));
        }
        paths::audio(ground, self.name, path)
    }
}

/// Makes a part of seconds; `None` where these cannot be.
pub(super) fn part(start: f64, length: Option<f64>) -> Option<Part> {
    let us = |seconds: f64| (0.0..1e9).contains(&seconds).then(|| (seconds * 1e6).round() as u64);
    let length_us = match length {
        Some(length) => Some(us(length).filter(|&us| us > 0)?),
        None => None,
    };
    Some(Part { start_us: us(start)?, length_us })
}

/// Reads the lines of a list; of two with one first word the first counts.
fn lines(ground: &Ground<'_>, file: &File) -> Result<Lines> {
    let table = ground.table(file)?;
    let mut lines = Lines::new();
    for line in table.lines(Dialect { separator: ' ', quoting: Quoting::None }) {
        if let Ok([key, rest]) = line.cells.as_deref() {
            lines.entry(key.to_string()).or_insert_with(|| (line.number, rest.trim().to_owned()));
        }
    }
    Ok(lines)
}
