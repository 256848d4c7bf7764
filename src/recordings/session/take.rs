//! Writing one take: streamed under a temporary name, finished, then published for good.

use super::append::Append;
use super::event::{CaptureFacts, Event, FileFacts, TakeRecord, TakeStart};
use super::layout::AUDIO;
use super::pcm::{HEADER_BYTES, PcmForm};
use super::reason::StopReason;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, PartialFile};
use crate::quality::{Judgement, Measurements};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// How a recording ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeEnd {
    /// Why it stopped.
    pub reason: StopReason,
    /// What the recorder noticed.
    pub capture: CaptureFacts,
}

/// A take that is being recorded.
///
/// Dropped unfinished, it leaves its temporary file, which the next start makes a take of.
#[derive(Debug)]
pub struct TakeWriter {
    file: Option<PartialFile>,
    start: TakeStart,
    form: PcmForm,
    dir: PathBuf,
    frames: u64,
    durable_frames: u64,
    failed: bool,
    stored: Vec<f32>,
    bytes: Vec<u8>,
}

impl TakeWriter {
    /// Starts the temporary file of a take whose start is in the journal.
    pub(super) fn create(dir: &Path, start: TakeStart) -> Result<Self> {
        let form = PcmForm::new(start.rate, start.bits)?;
        let target = dir.join(&start.file);
        let mut file = PartialFile::create(&target)?;
        // A failure up to here removes the file: there is no audio yet that could be lost.
        file.write_all(&form.header(0)?).map_err(|error| Error::io("write", file.partial(), error))?;
        fsio::sync_dir(&dir.join(AUDIO))?;
        Ok(Self {
            file: Some(file),
            start,
            form,
            dir: dir.to_path_buf(),
            frames: 0,
            durable_frames: 0,
            failed: false,
            stored: Vec::new(),
            bytes: Vec::new(),
        })
    }

    /// Returns what is being read.
    pub fn start(&self) -> &TakeStart {
        &self.start
    }

    /// Returns the frames written so far.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Writes samples of the one channel (full scale 1) and returns them as the file holds them, which
    /// is what must be measured. About each second everything so far is made durable.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the system refuses (a full disk); what was written before stays, and
    /// [`SessionWriter::finish_take`](super::writer::SessionWriter::finish_take) still makes a file of it. [`ErrorKind::Unsupported`] at 4 GiB.
    pub fn write(&mut self, samples: &[f32]) -> Result<&[f32]> {
        let file = match self.file.as_mut() {
            Some(file) if !self.failed => file,
            _ => {
                return Err(Error::new(
                    ErrorKind::Io,
                    "the recording has failed before and takes no more audio",
                )
                .with_path(self.dir.join(&self.start.file)));
            }
        };
        if self.frames + samples.len() as u64 > self.form.max_frames() {
            self.failed = true;
            return Err(Error::new(
                ErrorKind::Unsupported,
                "a take cannot be longer than a WAV file of 4 GiB",
            )
            .with_path(file.partial()));
        }
        self.stored.clear();
        self.stored.extend_from_slice(samples);
        self.form.quantise(&mut self.stored, &mut self.bytes);
        if let Err(error) = file.write_all(&self.bytes) {
            self.failed = true;
            return Err(Error::io("write", file.partial(), error));
        }
        let frames = self.frames + samples.len() as u64;
        if frames - self.durable_frames >= u64::from(self.start.rate.hz()) {
            if let Err(error) = checkpoint(file, self.form, frames) {
                // What is not measured does not count: the file is cut before it.
                self.failed = true;
                return Err(error);
            }
            self.durable_frames = frames;
        }
        self.frames = frames;
        Ok(&self.stored)
    }

    /// Ends the recording: gives the file its right header, makes it durable and journals the stop.
    pub(super) fn finish(mut self, journal: &mut Append, end: TakeEnd) -> Result<FinishedTake> {
        let Some(mut file) = self.file.take() else {
            return Err(Error::new(ErrorKind::Io, "the recording has no file"));
        };
        let outcome = complete(&mut file, self.form, self.frames);
        let partial = file.keep();
        outcome?;
        journal.event(Event::Stopped {
            prompt: self.start.prompt.clone(),
            take: self.start.take,
            reason: end.reason,
            capture: end.capture.clone(),
        })?;
        let start = self.start.clone();
        Ok(FinishedTake { start, capture: end.capture, frames: self.frames, partial, dir: self.dir.clone() })
    }
}

impl Drop for TakeWriter {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            file.keep();
        }
    }
}

/// A recording whose file is whole and durable under its temporary name.
#[derive(Debug)]
pub struct FinishedTake {
    start: TakeStart,
    capture: CaptureFacts,
    frames: u64,
    partial: PathBuf,
    dir: PathBuf,
}

impl FinishedTake {
    /// Gives the file its final name, which must be free, and journals the take.
    pub(super) fn publish(
        self,
        journal: &mut Append,
        assessed: (Measurements, Judgement),
    ) -> Result<TakeRecord> {
        let (sha256, bytes) = Sha256::of_file(&self.partial)?;
        fsio::rename_new(&self.partial, &self.dir.join(&self.start.file))?;
        let file = FileFacts { sha256, bytes, frames: self.frames, channels: 1, channel: 0 };
        let record = TakeRecord::of(self.start, file, self.capture, assessed);
        journal.event(Event::Take(Box::new(record.clone())))?;
        Ok(record)
    }
}

/// Writes the header for `frames`, syncs, and goes back to the end of them.
fn checkpoint(file: &mut PartialFile, form: PcmForm, frames: u64) -> Result<()> {
    let header = form.header(frames)?;
    let end = header.len() as u64 + frames * form.frame_bytes();
    file.seek(SeekFrom::Start(0))
        .and_then(|_| file.write_all(&header))
        .and_then(|()| file.seek(SeekFrom::Start(end)))
        .map_err(|error| Error::io("write", file.partial(), error))?;
    file.sync()
}

/// Cuts the file to `frames`, padded to an even length, and gives it the header for them, durably.
pub(super) fn complete(file: &mut PartialFile, form: PcmForm, frames: u64) -> Result<()> {
    let data = frames * form.frame_bytes();
    file.set_len(HEADER_BYTES + data)?;
    if !data.is_multiple_of(2) {
        file.set_len(HEADER_BYTES + data + 1)?;
    }
    checkpoint(file, form, frames)
}
