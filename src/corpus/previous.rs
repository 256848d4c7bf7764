//! The release before: since when it has an utterance, and audio that need not be made again.

use crate::TOOL;
use crate::corpus::catalogue::{self, Reader, Row, Source};
use crate::corpus::clip::Made;
use crate::corpus::read::Corpus;
use crate::corpus::release::{PreviousRelease, Settings};
use crate::corpus::select::Taken;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::UtteranceId;
use std::cmp::Ordering;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// The rows of the release before, asked for in byte order of their ids.
pub struct Previous {
    corpus: Corpus,
    rows: Reader<BufReader<File>>,
    next: Option<Row>,
    /// Whether audio is made now as it was then.
    is_same_making: bool,
}

impl Previous {
    /// Opens the release in `dir`, which a plan with these settings names.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when it is no corpus, or not the one that the settings name; [`ErrorKind::Io`].
    pub fn open(dir: &Path, settings: &Settings) -> Result<Self> {
        let corpus = Corpus::open(dir)?;
        let release = corpus.release();
        let named = settings.previous.as_ref().map(|previous| previous.catalogue_sha256);
        if named != Some(release.catalogue_sha256) {
            return Err(Error::new(ErrorKind::Corpus, "this is not the release that the plan was made with")
                .with_path(dir)
                .with_hint("plan with the release that is given"));
        }
        let then = &release.settings;
        let is_same_making = release.tool == TOOL
            && (then.rate, then.format, &then.audio) == (settings.rate, settings.format, &settings.audio);
        let file = fsio::open_plain(&corpus.dir().join(catalogue::NAME), fsio::MOST_STREAMED)?;
        let mut previous =
            Self { rows: Reader::new(BufReader::new(file)), next: None, is_same_making, corpus };
        previous.advance()?;
        Ok(previous)
    }

    fn advance(&mut self) -> Result<()> {
        let line = self.rows.next_line()?;
        let row = line.map(|line| line.row).transpose();
        self.next = row.map_err(|error| error.with_path(self.corpus.dir().join(catalogue::NAME)))?;
        Ok(())
    }

    /// Returns what the release has of an utterance; ids come in byte order.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when its catalogue is damaged; [`ErrorKind::Io`].
    pub fn of(&mut self, id: &UtteranceId) -> Result<Option<Before>> {
        while let Some(row) = &self.next {
            match row.id.cmp(id) {
                Ordering::Less => self.advance()?,
                Ordering::Equal => {
                    let audio = self.is_same_making.then(|| self.corpus.dir().join(&row.audio));
                    return Ok(Some(Before { row: row.clone(), audio }));
                }
                Ordering::Greater => break,
            }
        }
        Ok(None)
    }
}

/// What the release before has of an utterance.
pub struct Before {
    row: Row,
    /// The audio file, where it is made now as it was then.
    audio: Option<PathBuf>,
}

impl Before {
    /// Returns the version since which the recording of a take is there with its text, where that is known.
    pub fn since(&self, take: &Taken) -> Option<&str> {
        let is_same = self.row.source.sha256 == take.source.sha256 && self.row.text == take.text;
        self.row.since.as_deref().filter(|_| is_same)
    }

    /// Returns the audio file that the recording of a take was made into, with its bytes; `None` where it would be made
    /// otherwise now, or the file is not what its release says.
    pub fn audio(&self, take: &Taken) -> Option<(Made, Vec<u8>)> {
        let row = &self.row;
        // Where speech is decides where a clip is cut.
        let of = |source: &Source| (source.sha256, source.lead_ms, source.trail_ms);
        let path = self.audio.as_ref().filter(|_| of(&row.source) == of(&take.source))?;
        let bytes = fsio::read_plain(path, row.bytes).ok()?;
        if bytes.len() as u64 != row.bytes || Sha256::of(&bytes) != row.sha256 {
            return None;
        }
        let Row { sha256, frames, gain_db, .. } = *row;
        Some((Made { sha256, bytes: row.bytes, frames, gain_db, clip: row.clip.clone() }, bytes))
    }
}

/// Reads what a plan has to know of the release before.
///
/// # Errors
/// [`ErrorKind::Corpus`] when `dir` is no corpus; [`ErrorKind::Io`].
pub fn look(dir: &Path) -> Result<PreviousRelease> {
    let corpus = Corpus::open(dir)?;
    let release = corpus.release();
    Ok(PreviousRelease {
        version: release.settings.version.clone(),
        catalogue_sha256: release.catalogue_sha256,
    })
}

#[cfg(test)]
mod tests;
