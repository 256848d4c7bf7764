//! What a trainer's recogniser heard, back to the takes: `pred_text` of a `NeMo` manifest.

pub(crate) mod lines;

use crate::corpus::catalogue;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{PromptId, SessionId};
use crate::recordings::ledger::Ledger;
use crate::recordings::transcribe::transcripts::{self, Transcript};
use crate::recordings::transcribe::{self, Take};
use crate::units::Utc;
use lines::{Lines, on_one_line, stem};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// What an import is made of.
#[derive(Clone, Copy)]
pub struct Import<'a> {
    /// The manifest: JSON Lines with `audio_filepath` and `pred_text`.
    pub manifest: &'a Path,
    /// The name under which the texts are kept.
    pub recogniser: &'a str,
    /// The time of day.
    pub now: Utc,
    /// Where it is noted that this machine wrote a text.
    pub ledger: Option<&'a Ledger>,
}

/// A line that gave no transcript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unmatched {
    /// The line, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// What became of a manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The takes that were given a text, by their place in the input, with the text.
    pub stored: Vec<(usize, String)>,
    /// Lines with the text that this recogniser is known to have heard in the take.
    pub known: u64,
    /// Lines that gave nothing.
    pub unmatched: Vec<Unmatched>,
}

#[derive(Deserialize)]
struct Line {
    audio_filepath: Option<String>,
    pred_text: Option<String>,
}

/// Where takes are found by what a manifest may call them.
struct Index {
    by_file: BTreeMap<(SessionId, String), usize>,
    by_utterance: BTreeMap<String, Known>,
    corpora: BTreeSet<PathBuf>,
}

/// An utterance of a corpus as its catalogue has it.
struct Known {
    session: SessionId,
    prompt: PromptId,
    take: u16,
    source: Sha256,
}

/// Stores the `pred_text` of each line of a manifest with the take that its `audio_filepath` is.
///
/// A path is a take's when it ends in `<session>/audio/<prompt>_<take>.wav`, wherever it lies, and an utterance's when a
/// folder above it, or above the manifest, has a catalogue with its file name. A text is bound to the samples that the
/// take was published with.
///
/// # Errors
/// [`ErrorKind::Io`] when the manifest cannot be read or a text cannot be stored; [`ErrorKind::Corpus`] when the manifest
/// is none at all, or a catalogue is broken; [`ErrorKind::Locked`] when another process transcribes the sessions.
pub fn import(takes: &[Take], import: Import<'_>) -> Result<Report> {
    let _folders = transcribe::lock(takes)?;
    let mut lines = Lines::open(import.manifest)?;
    let folder = import.manifest.parent().unwrap_or(Path::new("")).to_path_buf();
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let file_of = |take: &Take| (take.place.id.clone(), format!("{}_{}.wav", take.prompt, take.take));
    let mut index = Index {
        by_file: takes.iter().enumerate().map(|(at, take)| (file_of(take), at)).collect(),
        by_utterance: BTreeMap::new(),
        corpora: BTreeSet::new(),
    };
    index.add_corpora_above(&folder)?;
    let mut report = Report::default();
    let mut found: BTreeMap<usize, String> = BTreeMap::new();
    let mut any_json = false;
    while let Some(line) = lines.next_line()? {
        let number = line.number;
        let line = line.bytes.and_then(|bytes| {
            let line = serde_json::from_slice::<Line>(&bytes);
            line.map_err(|error| format!("it is not JSON with text fields: {error}"))
        });
        any_json |= line.is_ok();
        if !any_json {
            return Err(Error::new(ErrorKind::Corpus, "this is no manifest: a line of JSON was expected")
                .with_path(import.manifest)
                .at_line(number)
                .with_hint(
                    "give JSON Lines with audio_filepath and pred_text, as NeMo's transcribe writes",
                ));
        }
        match index.find(takes, line, &folder)? {
            Ok((at, text)) if takes[at].known(import.recogniser, None) == Some(&text) => report.known += 1,
            Ok((at, text)) => {
                found.insert(at, text);
            }
            Err(reason) => report.unmatched.push(Unmatched { line: number, reason }),
        }
    }
    let mut by_session: BTreeMap<&Path, Vec<Transcript>> = BTreeMap::new();
    for (&at, text) in &found {
        let take = &takes[at];
        let Some(pcm_sha256) = take.pcm_sha256 else { continue };
        by_session.entry(&take.place.dir).or_default().push(Transcript {
            v: transcripts::VERSION,
            at: import.now,
            prompt: take.prompt.clone(),
            take: take.take,
            pcm_sha256,
            recogniser: import.recogniser.to_owned(),
            command: None,
            rate: None,
            text: text.clone(),
        });
    }
    for (dir, lines) in by_session {
        transcripts::append(dir, &lines, import.ledger)?;
    }
    report.stored = found.into_iter().collect();
    Ok(report)
}

impl Index {
    /// Reads the catalogues of the corpora that hold `path`.
    fn add_corpora_above(&mut self, path: &Path) -> Result<()> {
        for folder in path.ancestors() {
            let catalogue = folder.join(catalogue::NAME);
            if !fsio::is_file(&catalogue)? || !self.corpora.insert(folder.to_path_buf()) {
                continue;
            }
            let file = fsio::open_plain(&catalogue, fsio::MOST_STREAMED)?;
            let mut rows = catalogue::Reader::new(BufReader::new(file));
            while let Some(line) = rows.next_line()? {
                let row = line.row.map_err(|error| {
                    error.with_path(&catalogue).with_hint("booth verify names every fault of a corpus")
                })?;
                let known = Known {
                    session: row.session,
                    prompt: row.prompt,
                    take: row.take,
                    source: row.source.sha256,
                };
                self.by_utterance.insert(row.id.to_string(), known);
            }
        }
        Ok(())
    }

    /// Finds the take of a line, and its text on one line; or the reason why there is none.
    fn find(
        &mut self,
        takes: &[Take],
        line: Result<Line, String>,
        folder: &Path,
    ) -> Result<Result<(usize, String), String>> {
        let line = match line {
            Ok(line) => line,
            Err(reason) => return Ok(Err(reason)),
        };
        let Some(given) = line.audio_filepath else { return Ok(Err("it has no audio_filepath".to_owned())) };
        let Some(text) = line.pred_text else { return Ok(Err("it has no pred_text".to_owned())) };
        let text = match on_one_line("pred_text", &text) {
            Ok(text) => text,
            Err(reason) => return Ok(Err(reason)),
        };
        let path = folder.join(&given);
        let names: Vec<&str> = given.rsplit(['/', '\\']).filter(|part| !part.is_empty()).take(3).collect();
        let with_pcm = |at: usize| match takes[at].pcm_sha256 {
            Some(_) => Ok((at, text.clone())),
            None => Err("its take was published without a hash of its samples".to_owned()),
        };
        if let [file, "audio", session] = names[..]
            && let Ok(session) = session.parse::<SessionId>()
            && let Some(&at) = self.by_file.get(&(session, file.to_owned()))
        {
            return Ok(with_pcm(at));
        }
        let id = stem(&given);
        if !self.by_utterance.contains_key(id) && fsio::is_named_file(&path)? {
            self.add_corpora_above(&path.canonicalize().unwrap_or(path))?;
        }
        let Some(known) = self.by_utterance.get(id) else {
            return Ok(Err(format!("no take and no utterance is called `{}`", given.escape_debug())));
        };
        let file = format!("{}_{}.wav", known.prompt, known.take);
        Ok(match self.by_file.get(&(known.session.clone(), file)) {
            Some(&at) if takes[at].sha256 == known.source => with_pcm(at),
            Some(_) => {
                Err(format!("the take of utterance `{id}` has other audio than the corpus was made of"))
            }
            None => Err(format!("the take of utterance `{id}` is not among the sessions given")),
        })
    }
}
